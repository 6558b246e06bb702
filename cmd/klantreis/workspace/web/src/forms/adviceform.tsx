// The form of an advice: what, for which step, why, and what became of it.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { AdviceModel, Model, Problem } from '../api';
import { desk } from '../state';
import { useFormWords } from '../words_forms';
import { done } from './changes';
import { endOf, faultsOf } from './faults';
import { Field, RadioField, SelectField, TextField } from './field';
import { isDate } from './journeyforms';
import { ChipsField } from './lists';
import { set, target, type Values } from './ops';
import { FormHead, Rest } from './parts';
import { numberOf } from './rows';
import { Sign } from './sign';
import * as structure from './structure';

const keys = ['advies', 'id', 'stap', 'omdat', 'winst', 'moeite', 'verwacht', 'eigenaar', 'status', 'reden', 'sinds', 'effect', 'terugkoppeling'];
const refused = 'niet-overgenomen';
const live = ['gerealiseerd', 'teruggekoppeld'];

export function AdviceForm(props: { model: Model; advice: AdviceModel; index: number; fresh: boolean }) {
  const w = useFormWords();
  const { model, advice: a, index } = props;
  const text = desk.use(s => s.open?.text ?? '');
  const problems = desk.use(s => s.problems);
  const vocabulary = desk.use(s => s.start?.vocabulary);
  const faults = useMemo(() => faultsOf(problems, text, a.line, endOf(text, a.line), keys), [problems, text, a.line]);
  const of = faults.of;
  const give = (values: Values) => done(() => set(target('advies', { index }), values));
  const one = (key: string) => (value: string) => give({ [key]: value.trim() || null });
  // Without a reason the file may not say "not taken over", so the status waits here for it.
  const [waiting, setWaiting] = useState(false);
  useEffect(() => setWaiting(false), [a.status, index]);
  const status = waiting ? refused : a.status;
  const choose = (value: string) => {
    if (value === refused && !a.reason) { setWaiting(true); return Promise.resolve(true); }
    setWaiting(false);
    return give({ status: value || null });
  };
  const because = (value: string) => {
    const reason = value.trim();
    if (!reason) return give({ reden: null });
    return give(waiting ? { reden: reason, status: refused } : { reden: reason });
  };
  const sizes = (vocabulary?.sizes ?? []).map(s => ({ value: s, label: s }));
  return <section class="f-form">
    <FormHead title={w.kinds.advies} name={a.title} about={w.advice.about}>
      <button type="button" class="f-icon" aria-label={w.removeOf(a.title)} title={w.remove} onClick={() => void structure.removeAdvice(index)}><Sign name="trash" /></button>
    </FormHead>
    {!a.backed && <p class="f-assumption"><b>{w.advice.assumption}</b> {w.advice.assumptionHelp}</p>}
    <Rest problems={[...faults.rest, ...(of['id'] ?? []), ...(of['terugkoppeling'] ?? [])]} />
    <TextField words={w.advice.title} value={a.title} rows={2} problems={of['advies']} autoFocus={props.fresh} accept={v => v.trim() ? '' : w.needed} commit={v => give({ advies: v.trim().replace(/\s*\n\s*/g, ' ') })} />
    <SelectField words={w.advice.step} value={a.step} none={w.advice.noStep} problems={of['stap']} commit={one('stap')}
      options={model.phases.flatMap(p => p.steps.map(s => ({ value: s.id, label: `${p.title}: ${s.title}` })))} />
    {model.reasons.length > 0
      ? <ChipsField key={a.step} words={w.advice.because} value={a.reasons} problems={of['omdat']} options={model.reasons.map(r => ({ value: r.id, label: r.label }))}
        first={model.phases.flatMap(p => p.steps).filter(s => s.id === a.step).flatMap(s => s.signals.map(g => g.id))} rest={w.advice.otherReasons}
        commit={v => give({ omdat: v.length ? v : null })} />
      : <Field words={w.advice.because} group>{() => <p class="f-note">{w.advice.noReasons}</p>}</Field>}
    <div class="f-pair">
      <RadioField words={w.advice.gain} value={a.gain} none={w.unknown} options={sizes} problems={of['winst']} commit={one('winst')} />
      <RadioField words={w.advice.effort} value={a.effort} none={w.unknown} options={sizes} problems={of['moeite']} commit={one('moeite')} />
    </div>
    <TextField words={w.advice.expected} rows={2} value={a.expected} problems={of['verwacht']} commit={one('verwacht')} />
    <TextField words={w.advice.owner} value={a.owner} problems={of['eigenaar']} commit={one('eigenaar')} suggestions={[...new Set([model.owner, ...model.advice.map(x => x.owner)])].filter(o => o)} />
    <SelectField key={waiting ? 'waiting' : 'kept'} words={w.advice.status} value={status} none={w.advice.noStatus} problems={of['status']} commit={choose}
      options={(vocabulary?.statuses ?? []).map(s => ({ value: s, label: w.statuses[s] ?? s }))} />
    {(status === refused || !!a.reason) && <TextField words={w.advice.reason} rows={2} value={a.reason} autoFocus={waiting} problems={of['reden']}
      accept={v => !v.trim() && status === refused ? w.advice.reasonNeeded : ''} commit={because} />}
    {waiting && <p class="f-warning" role="status">{w.advice.reasonWaits}</p>}
    {(live.includes(status) || !!a.since) && <TextField words={w.advice.since} kind="date" value={a.since} problems={of['sinds']}
      accept={v => v === '' || isDate(v) ? '' : w.badDate} commit={one('sinds')} />}
    {(live.includes(status) || !!a.since || !!a.effectOn) && <Effect model={model} advice={a} problems={of['effect']} give={give} />}
  </section>;
}

// Effect is the signal that tells whether the advice helped.
function Effect(props: { model: Model; advice: AdviceModel; problems: Problem[] | undefined; give(values: Values): Promise<boolean> }) {
  const w = useFormWords();
  const { advice: a } = props;
  const put = (signaal: string, least: number | null) =>
    props.give({ effect: signaal ? { signaal, ...(least === null ? {} : { minstens: `${least}%` }) } : null });
  return <>
    <SelectField words={w.more.effect} value={a.effectOn} none={w.more.noEffect} problems={props.problems} commit={v => put(v, a.atLeast)}
      options={props.model.phases.flatMap(p => p.steps).flatMap(s => s.signals).map(g => ({ value: g.id, label: g.title }))} />
    {a.effectOn && <TextField words={w.more.atLeast} kind="number" value={w.plain(a.atLeast)}
      accept={v => { const n = numberOf(v); return n === null || n > 0 && n <= 100 ? '' : w.more.badShare; }} commit={v => put(a.effectOn, numberOf(v))} />}
  </>;
}
