// Adding, moving and taking away steps, phases and advice: from the outline, the map and their menus alike. Nothing
// is asked first; what happened is told, with a way back.
import type { Model, Problem } from '../api';
import { desk, redo, select, type Selection, undo, whole } from '../state';
import { Store } from '../store';
import { formWords } from '../words_forms';
import { heldWords } from '../words_held';
import { undoWords } from '../words_undo';
import { change, allRead } from './changes';
import { findAdded, firstFault, mended, name } from './held';
import * as ops from './ops';
import { giveBack, unkept } from './unkept';

// Told is the last thing that was done, in which journey, and the text that it left; back: it can be undone from the
// toast. Fault and part are what the toast leads to. Count makes two alike differ.
export interface Told { text: string; back: boolean; fault: Problem | null; part: Selection | null; path: string; left: string; count: number }
export const told = new Store<{ last: Told | null }>({ last: null });

let count = 0;

export function announce(text: string, back = false, to: { fault?: Problem; part?: Selection } = {}) {
  const open = desk.get().open;
  if (open) told.set({ last: { text, back, fault: to.fault ?? null, part: to.part ?? null, path: open.path, left: open.text, count: ++count } });
}

// fresh names what was just added, so that its form begins in the title; typed is what was typed there before it was.
export const fresh = new Store<{ what: string; typed: string }>({ what: '', typed: '' });

// Coming are the kinds of things that begin with their title.
export type Coming = 'stap' | 'fase' | 'advies' | 'meting';

// coming is what is being added: until the server has answered, its title is typed in a field of its own. Held: it
// waits until the journey has no faults.
export const coming = new Store<{ kind: '' | Coming; typed: string; held: boolean }>({ kind: '', typed: '', held: false });

// waits tells whether something new waits for a fault to be mended: until then nothing else is added.
let waits = false;

// slow is how long, in milliseconds, the field for a title waits for the form that takes its place.
const slow = 60_000;

// adding shows at once where a title can be typed, makes the change, and lets then open its form. It tells whether
// that is to be announced.
async function adding(kind: Coming, make: Parameters<typeof change>[0], then: (begin: (what: string) => void) => void): Promise<boolean> {
  const before = firstFault();
  if (waits && before) {
    announce(holding().first(before.message), false, { fault: before });
    return false;
  }
  coming.set({ kind, typed: '', held: false });
  desk.set({ mode: 'formulier', side: 'invullen' });
  let title = '';
  const edited = await change(model => {
    const op = make(model);
    title = String(op?.values[kind] ?? '');
    return op;
  });
  if (edited) await allRead(slow); // its form is made from the model that has it
  const fault = edited && firstFault();
  if (fault) {
    await held(kind, title, fault);
    return false;
  }
  if (edited) then(what => fresh.set({ what, typed: coming.get().typed }));
  coming.set({ kind: '', typed: '', held: false });
  return edited !== null;
}

// held waits until the journey has no faults, and opens then the form of what was added. Somebody who went elsewhere
// stays there, and is told that it is there now, with the title that was typed.
async function held(kind: Coming, title: string, fault: Problem) {
  announce(holding().added(fault.message), true, { fault });
  coming.set({ held: true });
  waits = true;
  let typed: string | null = null; // what was typed when the person went elsewhere
  const well = await mended(() => { typed = coming.get().typed.trim(); coming.set({ kind: '', typed: '', held: false }); });
  waits = false;
  const model = desk.get().model;
  const added = well && model ? findAdded(kind, title, model) : null; // it may be taken back meanwhile
  if (added && typed === null) {
    fresh.set({ what: added.fresh, typed: coming.get().typed });
    select(added.part);
  } else if (added) {
    if (typed && !await name(kind, title, typed)) typed = '';
    const now = typed && desk.get().model ? findAdded(kind, typed, desk.get().model!) : added;
    announce(holding().ready(typed || title), false, { part: (now ?? added).part });
  }
  if (typed === null) coming.set({ kind: '', typed: '', held: false });
}

const words = () => formWords(desk.get().start?.lang ?? 'nl');

const holding = () => heldWords(desk.get().start?.lang ?? 'nl');

const undoing = () => undoWords(desk.get().start?.lang ?? 'nl');

// stepBack undoes what was done last: first what a field holds that is not in the file, then what was changed in it.
export function stepBack() {
  const field = giveBack(unkept.get().fields);
  if (field) announce(undoing().fieldBack(field.label));
  else undoChange();
}

function undoChange() {
  const what = undo();
  announce(what === null ? undoing().nothing : undoing().undone(what));
}

// takeBack undoes what a toast tells, when that is the last change of the journey that is open.
export function takeBack(last: Told) {
  const open = desk.get().open;
  if (open?.path !== last.path) return;
  if (open.text !== last.left) announce(undoing().moved);
  else undoChange();
}

export function stepForward() {
  const what = redo();
  announce(what === null ? words().atEdge : undoing().redone(what));
}

export async function addStepAt(phase: number, index: number, title = ''): Promise<void> {
  const w = words();
  const well = await adding('stap', model => ops.addStep(phase, index, { stap: title || ops.freeTitle(w.newStep, ops.stepTitles(model)) }), begin => {
    const step = desk.get().model?.phases[phase]?.steps[index];
    if (!step) return;
    begin(`stap ${step.id}`);
    select({ ...whole, kind: 'stap', phase, step: step.id });
  });
  if (well) announce(w.stepAdded, true);
}

export async function addStepAfter(id: string): Promise<void> {
  const at = ops.whereStep(desk.get().model!, id);
  if (at) await addStepAt(at.phase, at.index + 1);
}

export async function addPhaseAt(index: number): Promise<void> {
  const w = words();
  const well = await adding('fase', model => ops.addPhase(index, ops.freeTitle(w.newPhase, model.phases.map(p => p.title))), begin => {
    begin(`fase ${index}`);
    select({ ...whole, kind: 'fase', phase: index });
  });
  if (well) announce(w.phaseAdded, true);
}

export async function moveStepTo(id: string, phase: number, index: number): Promise<void> {
  const w = words();
  let title = '', into = '', place = 0;
  const edited = await change(model => {
    const at = ops.whereStep(model, id);
    if (!at || (at.phase === phase && at.index === index)) return null;
    title = at.step.title;
    into = model.phases[phase]?.title ?? '';
    place = index + 1;
    return ops.moveStep(id, phase, index);
  });
  if (!edited) return;
  select({ ...whole, kind: 'stap', phase, step: id });
  announce(w.stepMoved(title, into, place), true);
}

export async function moveStepBy(id: string, by: -1 | 1): Promise<void> {
  const to = ops.neighbour(desk.get().model!, id, by);
  if (to) await moveStepTo(id, to.phase, to.index);
  else announce(words().atEdge);
}

export async function movePhaseTo(phase: number, index: number): Promise<void> {
  const model = desk.get().model!;
  if (index < 0 || index >= model.phases.length || phase === index) { announce(words().atEdge); return; }
  const title = model.phases[phase]!.title;
  const edited = await change(() => ops.movePhase(phase, index));
  if (!edited) return;
  select({ ...whole, kind: 'fase', phase: index });
  announce(words().phaseMoved(title, index + 1), true);
}

export async function removeStep(id: string): Promise<void> {
  const w = words();
  const at = ops.whereStep(desk.get().model!, id);
  if (!at) return;
  if (ops.stepTitles(desk.get().model!).length === 1) { announce(w.lastStep); return; }
  const edited = await change(() => ops.remove(ops.target('stap', { step: id })));
  if (!edited) return;
  nextTo(desk.get().model!, at.phase, at.index);
  announce(w.removed(at.step.title), true);
}

// nextTo selects what came in the place of something that is gone.
function nextTo(model: Model, phase: number, index: number) {
  const p = model.phases[phase] ?? model.phases[model.phases.length - 1];
  const step = p?.steps[Math.min(index, p.steps.length - 1)];
  if (step) select({ ...whole, kind: 'stap', phase: Math.min(phase, model.phases.length - 1), step: step.id });
  else if (p) select({ ...whole, kind: 'fase', phase: Math.min(phase, model.phases.length - 1) });
  else select(whole);
}

export async function removePhase(phase: number): Promise<void> {
  const model = desk.get().model!;
  const title = model.phases[phase]?.title ?? '';
  if (ops.stepTitles(model).length === model.phases[phase]?.steps.length) { announce(words().lastStep); return; }
  const edited = await change(() => ops.remove(ops.target('fase', { phase })));
  if (!edited) return;
  nextTo(desk.get().model!, phase, 0);
  announce(words().removed(title), true);
}

// addAdvice adds advice of a step, or of none. Of a signal, signalIn finds it in the model of that moment: the change
// before may have given both another id.
export async function addAdvice(step: string, signalIn: (model: Model) => { step: string; signal: string } | null = () => null): Promise<void> {
  const w = words();
  let index = 0;
  const well = await adding('advies', model => {
    index = model.advice.length;
    const found = signalIn(model);
    step = found?.step ?? step;
    return ops.addAdvice(index, {
      advies: ops.freeTitle(w.newAdvice, model.advice.map(a => a.title)), ...(step ? { stap: step } : {}), ...(found?.signal ? { omdat: [found.signal] } : {}),
    });
  }, begin => {
    begin(`advies ${index}`);
    select({ ...whole, kind: 'advies', index, step });
  });
  if (well) announce(w.adviceAdded, true);
}

export async function moveAdviceTo(index: number, to: number): Promise<void> {
  const model = desk.get().model!;
  if (to < 0 || to >= model.advice.length) { announce(words().atEdge); return; }
  const title = model.advice[index]!.title;
  if (!await change(() => ops.moveAdvice(index, to))) return;
  select({ ...whole, kind: 'advies', index: to });
  announce(words().adviceMoved(title, to + 1), true);
}

export async function removeAdvice(index: number): Promise<void> {
  const title = desk.get().model!.advice[index]?.title ?? '';
  if (!await change(() => ops.remove(ops.target('advies', { index })))) return;
  const left = desk.get().model!.advice.length;
  select(left ? { ...whole, kind: 'advies', index: Math.min(index, left - 1) } : whole);
  announce(words().removed(title), true);
}

export async function addScore(): Promise<void> {
  const w = words().more;
  let index = 0;
  const well = await adding('meting', model => {
    index = model.metrics.length;
    return ops.addScore(index, ops.freeTitle(w.newScore, model.metrics.map(m => m.title)));
  }, begin => {
    begin(`meting ${index}`);
    select({ ...whole, kind: 'meting', index });
  });
  if (well) announce(w.scoreAdded, true);
}

export async function removeScore(index: number): Promise<void> {
  const title = desk.get().model!.metrics[index]?.title ?? '';
  if (!await change(() => ops.remove(ops.target('meting', { index })))) return;
  select(whole);
  announce(words().removed(title), true);
}

// addSignal writes a signal of a topic, and opens it.
export async function addSignal(step: string, values: ops.Values): Promise<void> {
  const w = words();
  let phase = 0, index = 0;
  const edited = await change(model => {
    const at = ops.whereStep(model, step);
    if (!at) return null;
    phase = at.phase;
    index = at.step.signals.length;
    return ops.addSignal(step, index, values);
  });
  if (!edited) return;
  fresh.set({ what: `signaal ${step} ${index}`, typed: '' });
  select({ ...whole, kind: 'signaal', phase, step, index });
  announce(w.signalAdded, true);
}

// beginSignal opens the form of a signal that is not in the file yet: without words it would count all there is.
export function beginSignal(step: string, source: string): void {
  const at = ops.whereStep(desk.get().model!, step);
  if (!at) return;
  const index = at.step.signals.length;
  fresh.set({ what: `signaal ${step} ${index}`, typed: '' });
  select({ ...whole, kind: 'signaal', phase: at.phase, step, index, name: source });
}

export async function removeSignal(step: string, index: number): Promise<void> {
  const at = ops.whereStep(desk.get().model!, step);
  const signal = at?.step.signals[index];
  if (!signal) { select({ ...whole, kind: 'stap', phase: at?.phase ?? 0, step }); return; }
  const title = signal.title;
  if (!await change(() => ops.remove(ops.target('signaal', { step, index })))) return;
  select({ ...whole, kind: 'stap', phase: at?.phase ?? 0, step });
  announce(words().removed(title), true);
}
