// The words that say which change was undone, and where.
import type { Model, Op } from './api';

interface UndoWords {
  did: Record<string, string>; // by what an operation does; set: by the kind of its target
  set(kind: string): string;
  at(step: string): string;
  undone(what: string): string;
  redone(what: string): string;
  fieldBack(label: string): string;
  nothing: string;
  moved: string;
}

const nl: UndoWords = {
  did: {
    'add-step': 'stap toegevoegd', 'add-phase': 'fase toegevoegd', 'add-signal': 'signaal toegevoegd', 'add-quote': 'citaat toegevoegd',
    'add-advice': 'advies toegevoegd', 'add-metric': 'cijfer toegevoegd', 'approve-quote': 'citaat goedgekeurd', 'move-step': 'stap verplaatst', 'move-phase': 'fase verplaatst',
    'move-advice': 'advies verplaatst', remove: 'verwijderd',
  },
  set: kind => `${kind || 'klantreis'} gewijzigd`,
  at: step => ` bij stap ‘${step}’`,
  undone: what => what ? `Ongedaan gemaakt: ${what}.` : 'De laatste wijziging is ongedaan gemaakt.',
  redone: what => what ? `Opnieuw gedaan: ${what}.` : 'De wijziging is opnieuw gedaan.',
  fieldBack: label => `Het veld ‘${label}’ is weer zoals het was. Er is verder niets veranderd.`,
  nothing: 'Er is niets om ongedaan te maken.',
  moved: 'Er is daarna iets anders veranderd. Dit kan niet meer apart ongedaan worden gemaakt.',
};

const en: UndoWords = {
  did: {
    'add-step': 'step added', 'add-phase': 'phase added', 'add-signal': 'signal added', 'add-quote': 'quote added',
    'add-advice': 'advice added', 'add-metric': 'score added', 'approve-quote': 'quote approved', 'move-step': 'step moved', 'move-phase': 'phase moved',
    'move-advice': 'advice moved', remove: 'removed',
  },
  set: kind => `${kind || 'journey'} changed`,
  at: step => ` at step ‘${step}’`,
  undone: what => what ? `Undone: ${what}.` : 'The last change was undone.',
  redone: what => what ? `Done again: ${what}.` : 'The change was done again.',
  fieldBack: label => `The field ‘${label}’ is as it was. Nothing else was changed.`,
  nothing: 'There is nothing to undo.',
  moved: 'Something else was changed after this. It cannot be undone apart any more.',
};

export const undoWords = (lang: string): UndoWords => lang === 'en' ? en : nl;

// nameOf says what an operation does and where, as far as that is known: "signaal toegevoegd: ‘Wanneer?’ bij stap ‘Wacht’".
export function nameOf(op: Op, model: Model | null, lang: string): string {
  const w = undoWords(lang);
  const values = op.values as Record<string, unknown>;
  const kind = op.target.kind;
  const id = op.step || op.target.step;
  const step = model?.phases.flatMap(p => p.steps).find(s => s.id === id)?.title ?? '';
  const given = ['stap', 'signaal', 'advies', 'fase', 'meting'].map(key => values[key]).find(v => typeof v === 'string') as string | undefined;
  // The title of a new advice stands beside the id of its step.
  const title = op.do === 'add-advice' ? String(values['advies'] ?? '') : given ?? (op.do === 'move-step' || (kind === 'stap' && op.do === 'remove') ? step : '');
  const does = op.do === 'set' ? w.set(kind) : op.do === 'remove' ? `${kind} ${w.did['remove']}` : w.did[op.do] ?? '';
  return does && does + (title ? `: ‘${title}’` : '') + (step && step !== title ? w.at(step) : '');
}
