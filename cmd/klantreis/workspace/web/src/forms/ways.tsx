// Where customers go after a step: to another step, or away.
import { useId } from 'preact/hooks';
import type { Model, Problem, StepModel } from '../api';
import { useFormWords } from '../words_forms';
import { Cell, numberOf, RowsField } from './rows';

interface Way { to: string; leave: string; when: string; share: string }

export function WaysField(props: { model: Model; step: StepModel; problems?: Problem[] | undefined; commit(value: unknown): Promise<boolean> }) {
  const w = useFormWords();
  const m = w.more;
  const { step } = props;
  const steps = props.model.phases.flatMap(p => p.steps.map(s => ({ id: s.id, label: `${p.title}: ${s.title}` })));
  const next = steps[steps.findIndex(s => s.id === step.id) + 1]?.id ?? steps.find(s => s.id !== step.id)?.id ?? '';
  const value = step.ways.map(f => ({ to: f.step, leave: f.leave, when: f.when, share: w.plain(f.share) }));
  const accept = (rows: Way[]) => {
    if (rows.some(r => !r.to && !r.leave.trim())) return m.whyNeeded;
    return rows.some(r => { const n = numberOf(r.share) ?? 0; return !(n >= 0 && n <= 100); }) ? m.badShare : '';
  };
  const tidy = (rows: Way[]) => rows.map(r => ({ to: r.to, leave: r.to ? '' : r.leave.trim(), when: r.when.trim(), share: w.plain(numberOf(r.share)) }));
  const commit = (rows: Way[]) => props.commit(rows.map(r => ({
    ...(r.to ? { stap: r.to } : { afhaken: r.leave }), ...(r.when ? { als: r.when } : {}), ...(r.share ? { aandeel: `${numberOf(r.share)}%` } : {}),
  })));
  return <RowsField<Way> words={m.ways} one={m.way} problems={props.problems} value={value} accept={accept} tidy={tidy} commit={commit}
    fresh={rows => rows.some(r => r.to === next) || !next ? { to: '', leave: '', when: '', share: '' } : { to: next, leave: '', when: '', share: '' }}
    row={(r, tools) => <>
      <To value={r.to} steps={steps.filter(s => s.id !== step.id)} choose={to => tools.choose({ to })} />
      {!r.to && <Cell label={m.why} value={r.leave} type={leave => tools.type({ leave })} keep={tools.keep} />}
      <Cell label={m.when} value={r.when} type={when => tools.type({ when })} keep={tools.keep} />
      <Cell label={m.share} value={r.share} number narrow type={share => tools.type({ share })} keep={tools.keep} />
    </>} />;
}

function To(props: { value: string; steps: { id: string; label: string }[]; choose(id: string): void }) {
  const w = useFormWords().more;
  const id = useId();
  return <div><label for={id}>{w.wayTo}</label>
    <select id={id} value={props.value} onChange={e => props.choose(e.currentTarget.value)}>
      {props.steps.map(s => <option key={s.id} value={s.id}>{s.label}</option>)}
      {props.value && !props.steps.some(s => s.id === props.value) && <option value={props.value}>{props.value}</option>}
      <option value="">{w.leaves}</option>
    </select></div>;
}
