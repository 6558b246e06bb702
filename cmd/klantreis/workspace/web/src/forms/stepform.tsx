// The form of a step, and under it its signals and quotes.
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Model, Problem, StepModel } from '../api';
import { desk, select, whole } from '../state';
import { useFormWords } from '../words_forms';
import { said } from '../words_plain';
import { done, follow, type StepRef } from './changes';
import { faultsOf } from './faults';
import { AddSignals } from './drop';
import { FeelingField } from './feeling';
import { TextField } from './field';
import { ChipsField, ListField } from './lists';
import { set, target } from './ops';
import { stepItems } from './outline';
import { FormHead, Menu, Rest } from './parts';
import { QuotesPart } from './quotes';
import { Sign } from './sign';
import * as structure from './structure';
import { WaysField } from './ways';

const keys = ['stap', 'id', 'kanalen', 'doet', 'denkt', 'emotie', 'gaat-goed', 'pijnpunten', 'achter-de-schermen', 'systemen',
  'teksten', 'menselijk-contact', 'notities', 'signalen', 'citaten', 'naar'];

export function StepForm(props: { model: Model; step: StepModel; phase: number; index: number; fresh: boolean }) {
  const w = useFormWords();
  const { model, step: s } = props;
  const text = desk.use(d => d.open?.text ?? '');
  const problems = desk.use(d => d.problems);
  const channels = desk.use(d => d.start?.vocabulary.channels) ?? [];
  const ref = useRef<StepRef>({ id: s.id, phase: props.phase, index: props.index }).current;
  ref.id = s.id; ref.phase = props.phase; ref.index = props.index;
  const faults = useMemo(() => faultsOf(problems, text, s.line, s.endLine, keys), [problems, text, s.line, s.endLine]);
  // What is chosen for a step goes to that step, also when it has moved or has another id by then.
  const give = useMemo(() => (key: string, own: StepRef = ref) => (value: unknown) => done(now => {
    const at = follow(own, now);
    const empty = value === '' || value === null || (Array.isArray(value) && value.length === 0);
    return at && set(target('stap', { step: at.step.id }), { [key]: empty ? null : value });
  }), []);
  const text1 = (key: string) => (value: string) => give(key)(value.trim());
  const of = faults.of;
  return <section class="f-form">
    <FormHead title={w.kinds.stap} name={s.title} about={w.step.about(model.phases[props.phase]?.title ?? '')}>
      <button type="button" class="f-icon" aria-label={w.stepAfter} title={w.stepAfter} onClick={() => void structure.addStepAfter(s.id)}><Sign name="add" /></button>
      <Menu label={w.menuOf(s.title)} items={stepItems(w, model, s.id)} class="f-end" />
    </FormHead>
    <Rest problems={[...faults.rest, ...(of['id'] ?? [])]} />
    <TextField words={w.step.title} value={s.title} problems={of['stap']} autoFocus={props.fresh} accept={v => v.trim() ? '' : w.needed} commit={text1('stap')} />
    <ChipsField words={w.step.channels} value={s.channels} problems={of['kanalen']} commit={give('kanalen')}
      options={[...channels, ...model.channels.map(c => c.name)].map(c => ({ value: c, label: c }))}>
      <OwnChannel taken={[...channels, ...model.channels.map(c => c.name)]} step={ref} />
    </ChipsField>
    <TextField words={w.step.does} rows={2} value={s.does} problems={of['doet']} commit={text1('doet')} />
    <TextField words={w.step.thinks} rows={2} value={s.thinks} problems={of['denkt']} commit={text1('denkt')} />
    <FeelingField value={s.emotion} problems={of['emotie']} commit={give('emotie')} />
    <ListField words={w.step.goesWell} one={w.step.goesWellOne} value={s.goesWell} problems={of['gaat-goed']} commit={give('gaat-goed')} />
    <ListField words={w.step.painPoints} one={w.step.painPointsOne} value={s.painPoints} problems={of['pijnpunten']} commit={give('pijnpunten')} />
    <SignalsPart model={model} step={s} phase={props.phase} problems={of['signalen'] ?? []} />
    <QuotesPart key={s.id} step={s} problems={of['citaten'] ?? []} refTo={ref} />
    <details class="f-more" open={s.ways.length > 0 || s.texts.length > 0 || !!of['naar'] || !!of['teksten']}>
      <summary>{w.more.moreAboutSteps}</summary>
      <WaysField model={model} step={s} problems={of['naar']} commit={give('naar')} />
      <ListField words={w.more.texts} one={w.more.textOne} value={s.texts} problems={of['teksten']} commit={give('teksten')} />
    </details>
    <details class="f-more" open={[...s.backstage, ...s.systems].length > 0 || !!s.humanContact || !!s.notes || ['achter-de-schermen', 'systemen', 'menselijk-contact', 'notities'].some(k => of[k])}>
      <summary>{w.step.more}</summary>
      <ListField words={w.step.backstage} one={w.step.backstageOne} value={s.backstage} problems={of['achter-de-schermen']} commit={give('achter-de-schermen')} />
      <ListField words={w.step.systems} one={w.step.systemsOne} value={s.systems} problems={of['systemen']} commit={give('systemen')} />
      <TextField words={w.step.humanContact} value={s.humanContact} problems={of['menselijk-contact']} commit={text1('menselijk-contact')} />
      <TextField words={w.step.notes} rows={3} value={s.notes} problems={of['notities']} commit={text1('notities')} />
    </details>
    <p><button type="button" class="f-button" onClick={() => void structure.addStepAfter(s.id)}><Sign name="add" /> {w.stepAfter}</button></p>
  </section>;
}

// OwnChannel gives the journey a channel of its own, with a picture, and the step with it.
function OwnChannel(props: { taken: string[]; step: StepRef }) {
  const w = useFormWords();
  const icons = desk.use(d => d.start?.vocabulary.icons) ?? [];
  const [name, setName] = useState('');
  const [icon, setIcon] = useState('');
  const [fault, setFault] = useState('');
  const id = useId();
  const add = async () => {
    const channel = name.trim().toLowerCase();
    if (!channel) return;
    if (props.taken.includes(channel)) { setFault(w.step.channelTaken); return; }
    setFault('');
    const own = (now: Model) => Object.fromEntries(now.channels.map(c => [c.name, c.icon]));
    if (!await done(now => set(target('reis'), { 'kanalen-eigen': { ...own(now), [channel]: icon || icons[0] || channel } }))) return;
    setName('');
    await done(now => {
      const at = follow(props.step, now);
      return at && set(target('stap', { step: at.step.id }), { kanalen: [...at.step.channels, channel] });
    });
  };
  return <details class="f-own">
    <summary>{w.step.ownChannel}</summary>
    <p class="f-help" id={`${id}-help`}>{w.step.ownChannelHelp}</p>
    <div class="f-row">
      <div><label for={id}>{w.step.ownChannelName}</label>
        <input id={id} value={name} autocomplete="off" aria-describedby={`${id}-help`} aria-invalid={fault !== ''} onInput={e => setName(e.currentTarget.value)}
          onKeyDown={e => { if (e.key === 'Enter') void add(); }} /></div>
      {icons.length > 0 && <div><label for={`${id}-icon`}>{w.step.ownChannelIcon}</label>
        <select id={`${id}-icon`} value={icon || icons[0]} onChange={e => setIcon(e.currentTarget.value)}>{icons.map(i => <option key={i} value={i}>{i}</option>)}</select></div>}
      <button type="button" class="f-button" disabled={!name.trim()} onClick={() => void add()}>{w.add}</button>
    </div>
    {fault && <p class="f-fault" role="alert">{fault}</p>}
  </details>;
}

function SignalsPart(props: { model: Model; step: StepModel; phase: number; problems: Problem[] }) {
  const w = useFormWords();
  const { step: s, model } = props;
  const first = model.sources[0]?.name;
  return <section class="f-part" aria-label={w.signal.many}>
    <h3>{w.signal.many}</h3>
    <p class="f-help">{w.signal.about}</p>
    {props.problems.map(p => <p class="f-fault" key={p.message}>{said(p)}</p>)}
    <ul class="f-cards">
      {s.signals.map((g, i) => <li key={i}><button type="button" class="f-card" onClick={() => select({ ...whole, kind: 'signaal', phase: props.phase, step: s.id, index: i }, g.line)}>
        <b>{g.title}</b><span>{g.found || w.signal.notCounted}</span>
      </button></li>)}
    </ul>
    {first
      ? <button type="button" class="f-add" onClick={() => structure.beginSignal(s.id, first)}><Sign name="add" /> {w.signal.one}</button>
      : <><p class="f-note">{w.signal.noSource}</p><AddSignals /></>}
  </section>;
}
