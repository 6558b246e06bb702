// What a journey knows of a source: how it was read, and its name and kind.
import { useMemo, useState } from 'preact/hooks';
import type { Model, SourceModel } from '../api';
import { desk, select, whole } from '../state';
import { useFormWords } from '../words_forms';
import { change, done } from './changes';
import { DenominatorField } from './denominator';
import { endOf, faultsOf } from './faults';
import { Field, SelectField } from './field';
import { remove, set, target } from './ops';
import { FormHead, Rest } from './parts';
import { Sign } from './sign';
import { addSignal, announce, beginSignal } from './structure';

const keys = ['soort', 'bestand', 'formaat', 'verbinding', 'kolommen', 'noemer', 'lijst'];

export function SourceForm(props: { model: Model; source: SourceModel }) {
  const w = useFormWords();
  const { model, source: s } = props;
  const text = desk.use(d => d.open?.text ?? '');
  const problems = desk.use(d => d.problems);
  const channels = desk.use(d => d.start?.vocabulary.channels) ?? [];
  const faults = useMemo(() => faultsOf(problems, text, s.line, endOf(text, s.line), keys), [problems, text, s.line]);
  const away = async () => {
    if (!await change(() => remove(target('bron', { name: s.name })))) return;
    select(whole);
    announce(w.removed(s.name), true);
  };
  return <section class="f-form">
    <FormHead title={w.kinds.bron} name={s.name} about={w.source.about}>
      <button type="button" class="f-icon" aria-label={w.removeOf(s.name)} title={w.remove} onClick={() => void away()}><Sign name="trash" /></button>
    </FormHead>
    <Rest problems={[...faults.rest, ...keys.filter(k => k !== 'soort' && k !== 'noemer').flatMap(k => faults.of[k] ?? [])]} />
    <dl class="f-facts">
      {s.file && <div><dt>{w.source.file}</dt><dd>{s.file}</dd></div>}
      <div><dt>{w.source.read}</dt><dd>{s.known ? w.source.readLong(s.read, s.usable) : w.source.notRead}</dd></div>
    </dl>
    {s.remarks.filter(r => !problems.some(p => p.message === r)).map(r => <p class="f-warning f-remark" key={r}>{r}</p>)}
    <SelectField words={w.source.kind} value={s.kind} problems={faults.of['soort']} options={channels.map(c => ({ value: c, label: c }))}
      commit={v => v ? done(() => set(target('bron', { name: s.name }), { soort: v })) : Promise.resolve(false)} />
    <DenominatorField model={model} source={s} problems={faults.of['noemer'] ?? []} />
    <NewSignal model={model} source={s} />
  </section>;
}

// NewSignal makes a signal of one of the source's own topics, at a step.
export function NewSignal(props: { model: Model; source: SourceModel }) {
  const wished = desk.use(s => s.selection.step);
  const steps = props.model.phases.flatMap(p => p.steps);
  const first = steps.find(s => s.id === wished) ?? steps[0];
  return first ? <NewSignalAt key={props.source.name} {...props} first={first.id} /> : null;
}

function NewSignalAt(props: { model: Model; source: SourceModel; first: string }) {
  const w = useFormWords();
  const { model, source } = props;
  const [step, setStep] = useState(props.first);
  return <section class="f-part">
    <h3>{w.source.makeSignal}</h3>
    <Field words={w.source.atStep}>{wired => <select id={wired.id} aria-describedby={wired.describedBy} value={step} onChange={e => setStep(e.currentTarget.value)}>
      {model.phases.flatMap(p => p.steps.map(s => <option key={s.id} value={s.id}>{p.title}: {s.title}</option>))}
    </select>}</Field>
    <Field words={w.source.topics} group>{() => <ul class="f-topics">
      {source.topics.map(t => <li key={t.title}><button type="button" class="f-button"
        onClick={() => void addSignal(step, { signaal: t.title, bron: source.name, onderwerp: t.title })}><Sign name="add" /> {t.title}{t.free > 0 && <> <small class="f-free">{w.number(t.free)}<span class="visually-hidden"> {w.more.topicFree}</span></small></>}</button></li>)}
      <li><button type="button" class="f-button" onClick={() => beginSignal(step, source.name)}><Sign name="add" /> {w.source.ownWords}</button></li>
    </ul>}</Field>
  </section>;
}
