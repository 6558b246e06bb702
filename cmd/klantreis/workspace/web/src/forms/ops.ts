// The changes that forms make, as the server wants them: every field is there, also those that do not count.
import type { Model, Op, StepModel, Target } from '../api';

export type Values = Record<string, unknown>;

const nothing: Target = { kind: '', phase: 0, step: '', index: 0, name: '' };

function op(part: Partial<Op> & { do: string }): Op {
  return { target: nothing, phase: 0, step: '', index: 0, toPhase: 0, toIndex: 0, line: 0, values: {}, ...part };
}

export function target(kind: string, part: Partial<Target> = {}): Target {
  return { ...nothing, kind, ...part };
}

export const set = (at: Target, values: Values): Op => op({ do: 'set', target: at, values });
export const remove = (at: Target): Op => op({ do: 'remove', target: at });
export const addPhase = (index: number, title: string): Op => op({ do: 'add-phase', index, values: { fase: title } });
export const addStep = (phase: number, index: number, values: Values): Op => op({ do: 'add-step', phase, index, values });
export const addSignal = (step: string, index: number, values: Values): Op => op({ do: 'add-signal', step, index, values });
export const addQuote = (step: string, index: number, values: Values): Op => op({ do: 'add-quote', step, index, values });
export const approveQuote = (line: number): Op => op({ do: 'approve-quote', line });
export const addAdvice = (index: number, values: Values): Op => op({ do: 'add-advice', index, values });
export const addScore = (index: number, title: string): Op => op({ do: 'add-metric', index, values: { meting: title } });
export const movePhase = (phase: number, index: number): Op => op({ do: 'move-phase', phase, index });
export const moveStep = (step: string, toPhase: number, index: number): Op => op({ do: 'move-step', step, toPhase, index });
export const moveAdvice = (index: number, toIndex: number): Op => op({ do: 'move-advice', index, toIndex });

// Where is a step, by its id? Null: there is none.
export function whereStep(model: Model, id: string): { phase: number; index: number; step: StepModel } | null {
  for (let phase = 0; phase < model.phases.length; phase++) {
    const index = model.phases[phase]!.steps.findIndex(s => s.id === id);
    if (index >= 0) return { phase, index, step: model.phases[phase]!.steps[index]! };
  }
  return null;
}

// A neighbour says where a step lands that goes one place to the left (−1) or right (1), over the border of a
// phase when it has to. The index counts without the step itself. Null: it is the first or last of all.
export function neighbour(model: Model, id: string, by: -1 | 1): { phase: number; index: number } | null {
  const at = whereStep(model, id);
  if (!at) return null;
  const last = model.phases[at.phase]!.steps.length - 1;
  const index = at.index + by;
  if (index >= 0 && index <= last) return { phase: at.phase, index };
  const phase = at.phase + by;
  if (phase < 0 || phase >= model.phases.length) return null;
  return { phase, index: by < 0 ? model.phases[phase]!.steps.length : 0 };
}

// freeTitle makes a title that no step bears yet: Nieuwe stap, Nieuwe stap 2, …
export function freeTitle(wish: string, taken: string[]): string {
  const have = new Set(taken.map(t => t.toLowerCase()));
  if (!have.has(wish.toLowerCase())) return wish;
  for (let n = 2; ; n++) if (!have.has(`${wish} ${n}`.toLowerCase())) return `${wish} ${n}`;
}

export const stepTitles = (model: Model): string[] => model.phases.flatMap(p => p.steps.map(s => s.title));
