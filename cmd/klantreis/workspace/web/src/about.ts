// What a problem is about: the part of the journey that has the form for it.
import type { Model, Problem } from './api';
import { atLine, select, desk, theEditor, whole, type Selection } from './state';
import { useFormWords } from './words_forms';

// ofAll are the codes of problems that are about the journey as a whole, wherever the line stands that they were given:
// a list has no line of its own, so its first item got it.
const ofAll = new Set(['toon-geen-compliment', 'geen-stappen', 'te-veel-fouten', 'te-veel-waarden', 'bestand-te-groot', 'leeg-bestand', 'twee-documenten', 'geen-utf8', 'let-op']);

export const isOfAll = (p: Problem) => p.line <= 0 || ofAll.has(p.code);

// aboutOf is the part that a problem is about.
export function aboutOf(model: Model, text: string, p: Problem): Selection {
  if (isOfAll(p)) return whole;
  const there = atLine(model, p.line, text);
  if (there.kind !== 'stap') return there;
  const step = model.phases[there.phase]?.steps.find(s => s.id === there.step);
  // What stands between two signals and after the last belongs to the step, when it stands no deeper than its keys.
  const depth = (line: number) => /^[\s-]*/.exec(text.split('\n')[line - 1] ?? '')![0].length;
  let index = -1;
  step?.signals.forEach((g, i) => { if (g.line > 0 && g.line <= p.line && depth(p.line) >= depth(g.line)) index = i; });
  return index >= 0 ? { ...there, kind: 'signaal', index } : there;
}

// nameOf is what people call a part.
export function useNames() {
  const w = useFormWords();
  return (model: Model, s: Selection): string => {
    const step = model.phases.flatMap(p => p.steps).find(x => x.id === s.step);
    const title = s.kind === 'fase' ? model.phases[s.phase]?.title : s.kind === 'stap' ? step?.title : s.kind === 'signaal' ? step?.signals[s.index]?.title
      : s.kind === 'advies' ? model.advice[s.index]?.title : s.kind === 'meting' ? model.metrics[s.index]?.title : s.kind === 'bron' ? s.name : '';
    const kind = s.kind === 'citaat' ? w.quote.one : w.kinds[s.kind];
    return title ? `${kind}: ${title}` : kind;
  };
}

// toForm opens the form of a part and goes to it.
export function toForm(s: Selection, line: number) {
  desk.set({ mode: 'formulier', side: 'invullen' });
  select(s, line);
  requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector<HTMLElement>('.f-current h2')?.focus()));
}

// toText puts the cursor at a problem in the text.
export function toText(p: Problem) {
  desk.set({ mode: 'tekst', side: 'invullen' });
  requestAnimationFrame(() => theEditor()?.goto(p.line, p.column, true));
}
