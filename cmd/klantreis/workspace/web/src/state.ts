// What the page knows: one store, and the ways to change the journey that is open. The text lives in the
// editor, also while a form is shown, so that every change of whatever kind can be undone there.
import type { Card, Conflict, Edited, File, JobState, MadeFile, Model, Op, Part, Problem, Rendering, Start, Unread } from './api';
import { Failure, post } from './client';
import { Store } from './store';
import type { Editor } from './editor';
import { nameOf } from './words_undo';

export type View = 'kaart' | 'stroom' | 'grafieken' | 'presentatie' | 'advies';
export const views: readonly View[] = ['kaart', 'stroom', 'grafieken', 'presentatie', 'advies'];

// Selection is what the person looks at. Kinds are those of api.Target; a source has a name, a step an id.
export interface Selection {
  kind: 'reis' | 'klant' | 'fase' | 'stap' | 'signaal' | 'citaat' | 'advies' | 'bron' | 'meting';
  phase: number;
  step: string;
  index: number;
  name: string;
}

export const whole: Selection = { kind: 'reis', phase: -1, step: '', index: -1, name: '' };

// Open is the journey that is being worked on.
export interface Open {
  path: string;
  text: string; // as it stands in the editor
  version: string; // of the file that the text was typed in
  saved: string; // the text of that version
}

export interface State {
  start: Start | null;
  cards: Card[] | null;
  unread: Unread[];
  open: Open | null;
  view: View;
  mode: 'formulier' | 'tekst';
  side: 'invullen' | 'beeld'; // which of the two a narrow screen shows
  problems: Problem[];
  stale: boolean;
  counting: boolean;
  model: Model | null; // of the last text without faults
  read: string; // the text of which the server told last what is in it
  parts: Partial<Record<View, Part[]>>; // with their content
  line: number; // of the cursor
  selection: Selection;
  restored: File | null; // a file with a draft, to ask about
  conflict: Conflict | null; // both versions are shown
  elsewhere: Conflict | null; // the file was changed while something was typed; the person was told
  saving: boolean;
  narrow: boolean; // the window has no room for the map to the right
  wideMap: boolean; // the map runs to the right although the window is narrow
  drawing: boolean; // a picture is taking longer than a moment
  message: { text: string; tone: 'good' | 'bad' | 'plain' } | null;
  reached: boolean; // the server answers
  stopped: boolean; // it said goodbye
  job: JobState | null;
  exports: Record<string, JobState>; // of the gift that is shown, by the form: docx, pptx, xlsx, markdown
  made: MadeFile | null; // the file that is shown in the place of the picture
  busy: boolean; // an operation is under way
}

export const desk = new Store<State>({
  start: null, cards: null, unread: [], open: null, view: 'kaart', mode: 'formulier', side: 'invullen', problems: [], stale: false,
  counting: false, model: null, read: '', parts: {}, line: 1, selection: whole, restored: null, conflict: null, elsewhere: null, saving: false, narrow: false, wideMap: false, drawing: false,
  message: null, reached: true, stopped: false, job: null, exports: {}, made: null, busy: false,
});

// The editor of the journey that is open.
let editor: Editor | null = null;
export function setEditor(e: Editor | null) { editor = e; }
export function theEditor(): Editor | null { return editor; }

// tell says something in the live region and shows it for a while.
export function tell(text: string, tone: 'good' | 'bad' | 'plain' = 'plain') {
  desk.set({ message: { text, tone } });
}

// explain tells what went wrong; a lost connection has a bar of its own.
export function explain(e: unknown) {
  if (e instanceof Failure) {
    if (e.status !== 0) tell(e.fault.message, 'bad');
    return;
  }
  if (e instanceof DOMException && e.name === 'AbortError') return;
  tell(String(e), 'bad');
}

export const dirty = (o: Open | null) => o !== null && o.text !== o.saved;

// Operations wait for each other: each must see the text that the one before it left.
let queue: Promise<unknown> = Promise.resolve();

// apply makes a small change of the text by way of the server, as one step that can be undone. It gives
// the text after it, or null when it could not be done, which is told. A text that changed under way is asked again.
export function apply(op: Partial<Op> & { do: string }): Promise<Edited | null> {
  const full: Op = {
    target: { kind: '', phase: -1, step: '', index: -1, name: '' }, phase: -1, step: '', index: -1, toPhase: -1, toIndex: -1, line: 0, values: {}, ...op,
  };
  const run = queue.then(async () => {
    desk.set({ busy: true });
    try {
      for (;;) {
        const open = desk.get().open;
        if (!open || !editor) return null;
        const edited = await post<Edited>('/api/edit', { path: open.path, text: open.text, op: full });
        const now = desk.get().open;
        if (now?.path !== open.path) return null;
        if (now.text !== open.text) continue; // somebody typed meanwhile: that may not be lost
        editor.replace(edited.text, edited.line, nameOf(full, desk.get().model, desk.get().start?.lang ?? 'nl'));
        return edited;
      }
    } catch (e) {
      explain(e);
      return null;
    } finally {
      desk.set({ busy: false });
    }
  });
  queue = run;
  return run;
}

// adopt takes over a text that the server made in another way (a dropped file) as one step that can be undone.
export function adopt(edited: Edited) {
  editor?.replace(edited.text, edited.line);
}

// undo and redo tell what they did; '': that is not known; null: nothing.
export function undo(): string | null { return editor?.undo() ?? null; }
export function redo(): string | null { return editor?.redo() ?? null; }

// select says what the person looks at. From a form or the picture the cursor follows; from the cursor not.
export function select(selection: Selection, line = 0) {
  desk.set({ selection });
  if (line > 0) editor?.goto(line);
}

// atLine finds what stands at a line: the step, phase, advice or source that begins last before it, within the same key at
// the margin of the text. The other keys there are of the journey.
export function atLine(model: Model, line: number, text: string): Selection {
  const lines = text.split('\n', line);
  let best = whole, from = lines.length;
  while (from > 0 && !/^[\p{L}"']/u.test(lines[from - 1] ?? '')) from--;
  if (/^klant\s*:/.test(lines[from - 1] ?? '')) return { ...whole, kind: 'klant' };
  const take = (start: number, s: Selection) => { if (start > from && start <= line) { from = start; best = s; } };
  for (const s of model.sources) take(s.line, { ...whole, kind: 'bron', name: s.name });
  model.phases.forEach((phase, p) => {
    take(phase.line, { ...whole, kind: 'fase', phase: p });
    for (const step of phase.steps) take(step.line, { ...whole, kind: 'stap', phase: p, step: step.id });
  });
  model.metrics.forEach((m, i) => take(m.line, { ...whole, kind: 'meting', index: i }));
  model.advice.forEach((a, i) => take(a.line, { ...whole, kind: 'advies', index: i, step: a.step }));
  return best;
}

// received takes a rendering of a view of a text into the store: parts without content are those that are here.
export function received(view: View, text: string, r: Rendering) {
  const known = new Map((desk.get().parts[view] ?? []).map(p => [p.hash, p]));
  const parts = r.parts.map(p => p.content === '' && known.has(p.hash) ? { ...p, content: known.get(p.hash)!.content } : p);
  desk.set({
    problems: r.problems, read: text, stale: r.stale, counting: r.counting, model: r.model ?? desk.get().model,
    parts: { ...desk.get().parts, [view]: parts },
  });
}
