// Something new in a journey that has a fault. The server gives no model of a text with faults, so there is nothing
// yet to make its form of: the person is told which fault, types a title meanwhile, and the form comes when the fault is gone.
import type { Model, Op, Problem } from '../api';
import { atLine, desk, select, type Selection, whole } from '../state';
import { change } from './changes';
import * as ops from './ops';
import type { Coming } from './structure';

// firstFault is the fault for which the forms wait; null: there is none.
export function firstFault(): Problem | null {
  const { stale, problems } = desk.get();
  return stale ? problems.find(p => p.severity === 'error') ?? null : null;
}

// toFault opens the form of the part that a fault stands in, or the text where no form has it.
export function toFault(fault: Problem) {
  const { model, open } = desk.get();
  const part = model && fault.line > 0 ? atLine(model, fault.line, open?.text ?? '') : whole;
  if (part.kind === 'reis' || part.kind === 'bron') desk.set({ mode: 'tekst' });
  select(part, fault.line);
}

// mended resolves when the journey has no faults any more: true; false when it was left. Moved is called once, when the
// person goes to another part before that.
export function mended(moved: () => void): Promise<boolean> {
  const { open: before, selection } = desk.get();
  let here = true;
  return new Promise(resolve => {
    const stop = desk.follow(look);
    function look() {
      const { open, read, stale, mode, selection: now } = desk.get();
      if (here && (now !== selection || mode !== 'formulier')) { here = false; moved(); }
      if (open?.path !== before?.path) { stop(); resolve(false); }
      else if (open?.text === read && !stale) { stop(); resolve(true); }
    }
    look();
  });
}

// Added is something new, by the title that it was given: its place may change before its form comes.
export interface Added { part: Selection; fresh: string }

export function findAdded(kind: Coming, title: string, model: Model): Added | null {
  const index = { advies: model.advice, meting: model.metrics, fase: model.phases, stap: [] }[kind].findIndex(x => x.title === title);
  if (kind === 'stap') {
    const phase = model.phases.findIndex(p => p.steps.some(s => s.title === title));
    const id = model.phases[phase]?.steps.find(s => s.title === title)?.id;
    return id === undefined ? null : { part: { ...whole, kind, phase, step: id }, fresh: `stap ${id}` };
  }
  if (index < 0) return null;
  return { part: { ...whole, kind, ...(kind === 'fase' ? { phase: index } : { index }) }, fresh: `${kind} ${index}` };
}

// name gives something new the title that was typed before its form came.
export function name(kind: Coming, was: string, title: string) {
  return change((model): Op | null => {
    const added = findAdded(kind, was, model);
    return added && ops.set(ops.target(kind, added.part), { [kind]: title });
  });
}
