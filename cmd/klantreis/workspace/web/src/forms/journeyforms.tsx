// The forms of the journey as a whole, of its customer and of a phase.
import { isOfAll } from '../about';
import type { Model, PhaseModel } from '../api';
import { desk } from '../state';
import { useFormWords } from '../words_forms';
import { done } from './changes';
import { endOf, faultsOf } from './faults';
import { TextField } from './field';
import { set, target, type Values } from './ops';
import { FormHead, Rest } from './parts';
import { Sign } from './sign';
import { addStepAt } from './structure';

// isDate tells whether a text is a day that exists, as the format writes it.
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const reisKeys = ['klantreis', 'gemeente', 'eigenaar', 'opsteller', 'opgesteld', 'periode', 'samenvatting'];

export function JourneyForm(props: { model: Model }) {
  const w = useFormWords();
  const m = props.model;
  const text = desk.use(s => s.open?.text ?? '');
  const problems = desk.use(s => s.problems);
  // The keys of the journey stand at the margin, so a fault of one of them lies on its line or indented below it.
  const faults = faultsOf(problems.filter(p => topKey(text, p.line)), text, 1, Infinity, reisKeys);
  const give = (values: Values) => done(() => set(target('reis'), values));
  const field = (key: string) => (value: string) => give({ [key]: value.trim() || null });
  const date = (value: string) => value === '' || isDate(value) ? '' : w.badDate;
  const period = (from: string, until: string) => done(now => {
    const van = from || now.from, tot = until || now.until;
    return set(target('reis'), { periode: { ...(van ? { van } : {}), ...(tot ? { tot } : {}) } });
  });
  return <section class="f-form">
    <FormHead title={w.kinds.reis} about={w.journey.about} />
    <Rest problems={[...faults.rest, ...problems.filter(isOfAll)]} />
    <TextField words={w.journey.title} value={m.title} problems={faults.of['klantreis']} accept={v => v.trim() ? '' : w.needed} commit={v => give({ klantreis: v.trim() })} />
    <div class="f-pair">
      <TextField words={w.journey.municipality} value={m.municipality} problems={faults.of['gemeente']} commit={field('gemeente')} />
      <TextField words={w.journey.owner} value={m.owner} problems={faults.of['eigenaar']} commit={field('eigenaar')} />
      <TextField words={w.journey.author} value={m.author} problems={faults.of['opsteller']} commit={field('opsteller')} />
      <TextField words={w.journey.date} kind="date" value={m.date} problems={faults.of['opgesteld']} accept={date} commit={field('opgesteld')} />
      <TextField words={w.journey.from} kind="date" value={m.from} problems={faults.of['periode']}
        accept={v => date(v) || (v && m.until && v > m.until ? w.badPeriod : v === '' && m.until ? w.bothDays : '')} commit={v => v ? period(v, '') : give({ periode: null })} />
      <TextField words={w.journey.until} kind="date" value={m.until}
        accept={v => date(v) || (v && m.from && v < m.from ? w.badPeriod : v === '' && m.from ? w.bothDays : '')} commit={v => v ? period('', v) : give({ periode: null })} />
    </div>
    <TextField words={w.journey.summary} rows={4} value={m.summary} problems={faults.of['samenvatting']} commit={field('samenvatting')} />
  </section>;
}

// topKey is the key at the margin that a line belongs to, when it is one of the journey itself.
function topKey(text: string, line: number): string {
  const lines = text.split('\n');
  for (let n = line; n >= 1; n--) {
    const m = /^([\p{L}-]+)\s*:/u.exec(lines[n - 1] ?? '');
    if (m) return reisKeys.includes(m[1]!) ? m[1]! : '';
  }
  return '';
}

const klantKeys = ['naam', 'situatie', 'doel', 'citaat'];

export function PersonaForm(props: { model: Model }) {
  const w = useFormWords();
  const p = props.model.persona;
  const text = desk.use(s => s.open?.text ?? '');
  const problems = desk.use(s => s.problems);
  const faults = faultsOf(problems, text, p.line, p.line ? endOf(text, p.line) : 0, klantKeys);
  const field = (key: string) => (value: string) => done(() => set(target('klant'), { [key]: value.trim() || null }));
  return <section class="f-form">
    <FormHead title={w.kinds.klant} about={w.persona.about} />
    <Rest problems={faults.rest} />
    <TextField words={w.persona.name} value={p.name} problems={faults.of['naam']} commit={field('naam')} />
    <TextField words={w.persona.situation} rows={2} value={p.situation} problems={faults.of['situatie']} commit={field('situatie')} />
    <TextField words={w.persona.goal} rows={2} value={p.goal} problems={faults.of['doel']} commit={field('doel')} />
    <TextField words={w.persona.quote} rows={2} value={p.quote} problems={faults.of['citaat']} commit={field('citaat')} />
  </section>;
}

export function PhaseForm(props: { phase: PhaseModel; index: number; fresh: boolean }) {
  const w = useFormWords();
  const { phase, index } = props;
  const text = desk.use(s => s.open?.text ?? '');
  const problems = desk.use(s => s.problems);
  const faults = faultsOf(problems, text, phase.line, phase.line, ['fase']);
  return <section class="f-form">
    <FormHead title={w.kinds.fase} name={phase.title} about={w.phase.about} />
    <Rest problems={faults.rest.filter(p => p.code !== 'lege-fase')} />
    <TextField words={w.phase.title} value={phase.title} problems={faults.of['fase']?.filter(p => p.code !== 'lege-fase')} autoFocus={props.fresh}
      accept={v => v.trim() ? '' : w.needed} commit={v => done(() => set(target('fase', { phase: index }), { fase: v.trim() }))} />
    <p class="f-note">{w.phase.steps(phase.steps.length)}</p>
    <p><button type="button" class="f-button" onClick={() => void addStepAt(index, phase.steps.length)}><Sign name="add" /> {w.step.one}</button></p>
  </section>;
}
