// The form of a signal: where it comes from and by which words it is known, with what it finds beside it at every key.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Model, SelectorModel, SourceModel, StepModel } from '../api';
import { desk, select, whole as everything } from '../state';
import { useFormWords } from '../words_forms';
import { same } from './commit';
import { done, follow, type StepRef } from './changes';
import { endOf, faultsOf } from './faults';
import { RadioField, SelectField, TextField } from './field';
import { ChipsField, WordsField } from './lists';
import { MatchPart } from './match';
import { addSignal, set, target, type Values } from './ops';
import { FormHead, Rest } from './parts';
import { Sign } from './sign';
import * as structure from './structure';

const keys = ['signaal', 'id', 'bron', 'onderwerp', 'woorden', 'zonder', 'kanaal', 'cijfer', 'aard'];

export function SignalForm(props: { model: Model; step: StepModel; phase: number; stepIndex: number; index: number; source: string; fresh: boolean }) {
  const w = useFormWords();
  const { model, step, index } = props;
  const g = step.signals[index] ?? blank(props.source);
  const text = desk.use(s => s.open?.text ?? '');
  const problems = desk.use(s => s.problems);
  const vocabulary = desk.use(s => s.start?.vocabulary);
  const ref = useRef<StepRef>({ id: step.id, phase: props.phase, index: props.stepIndex }).current;
  ref.id = step.id; ref.phase = props.phase; ref.index = props.stepIndex;
  const faults = useMemo(() => faultsOf(problems, text, g.line, endOf(text, g.line), keys), [problems, text, g.line]);
  const of = faults.of;
  // What is being typed counts at once in what is found; what the file says is put under it.
  const [typed, setTyped] = useState<Values>({});
  const all = useRef<Values>({});
  // What the file says by now need not be remembered: an undo must count too.
  const inFile = JSON.stringify(g);
  useEffect(() => {
    const file = selectorOf(g, {});
    setTyped(t => Object.fromEntries(Object.entries(t).filter(([key, value]) => !same(key === 'bron' ? [value].flat() : isEmpty(value) ? undefined : value, file[key]))));
  }, [inFile]);
  const give = (values: Values) => {
    setTyped(t => ({ ...t, ...values }));
    all.current = { ...all.current, ...values };
    return done(now => {
      const at = follow(ref, now);
      if (!at) return null;
      if (at.step.signals[index]) return set(target('signaal', { step: at.step.id, index }), values);
      const made = whole(all.current, props.source);
      return made && addSignal(at.step.id, index, made);
    });
  };
  const thisSignal = (now: Model) => {
    const at = follow(ref, now), signal = at?.step.signals[index];
    return at && signal ? { step: at.step.id, signal: signal.id } : null;
  };
  const one = (key: string) => (value: string) => give({ [key]: value.trim() || null });
  const many = (key: string) => (value: string[]) => give({ [key]: value.length ? value : null });
  const sources = model.sources.filter(s => g.sources.includes(s.name));
  const topics = [...new Set(sources.flatMap(s => s.topics.map(t => t.title)))];
  const selector = useMemo(() => selectorOf(g, typed), [g, typed]);
  const score = (from: number | null, until: number | null) =>
    give({ cijfer: from === null && until === null ? null : { ...(from === null ? {} : { van: from }), ...(until === null ? {} : { tot: until }) } });
  const number = (value: string) => value.trim() === '' ? null : Number(value.replace(',', '.'));
  const isNumber = (value: string) => value.trim() === '' || Number.isFinite(Number(value.replace(',', '.'))) ? '' : w.badNumber;
  return <section class="f-form">
    <p class="f-back"><button type="button" class="f-link" onClick={() => select({ ...everything, kind: 'stap', phase: props.phase, step: step.id }, step.line)}><Sign name="left" /> {w.signal.back(step.title)}</button></p>
    <FormHead title={w.kinds.signaal} name={g.title || w.newSignal} about={w.signal.formAbout}>
      <button type="button" class="f-icon" aria-label={w.removeOf(g.title || w.newSignal)} title={w.remove} onClick={() => void structure.removeSignal(step.id, index)}><Sign name="trash" /></button>
    </FormHead>
    <Rest problems={[...faults.rest, ...(of['id'] ?? [])]} />
    <TextField words={w.signal.title} value={g.title} problems={of['signaal']} autoFocus={props.fresh} accept={v => v.trim() ? '' : w.needed}
      commit={v => give({ signaal: v.trim() })} />
    <ChipsField words={w.signal.source} value={g.sources} problems={of['bron']} options={model.sources.map(s => ({ value: s.name, label: s.name, about: reading(w, s) }))}
      commit={v => v.length ? give({ bron: v.length === 1 ? v[0] : v }) : Promise.resolve(false)} />
    <WordsField words={w.signal.words} value={g.words} problems={of['woorden']} commit={many('woorden')} type={v => setTyped(t => ({ ...t, woorden: v }))} />
    <MatchPart selector={selector} />
    <WordsField words={w.signal.without} value={g.without} problems={of['zonder']} commit={many('zonder')} type={v => setTyped(t => ({ ...t, zonder: v }))} />
    {topics.length > 0
      ? <SelectField words={w.signal.topic} value={g.topic} problems={of['onderwerp']} none={w.signal.anyTopic} options={topics.map(t => ({ value: t, label: t }))} commit={one('onderwerp')} />
      : <TextField words={w.signal.topic} value={g.topic} problems={of['onderwerp']} commit={one('onderwerp')} />}
    <details class="f-more" open={!!g.channel || !!g.nature || g.from !== null || g.until !== null}>
      <summary>{w.signal.more}</summary>
      <SelectField words={w.signal.channel} value={g.channel} problems={of['kanaal']} none={w.signal.any}
        options={[...(vocabulary?.channels ?? []), ...model.channels.map(c => c.name)].map(c => ({ value: c, label: c }))} commit={one('kanaal')} />
      <RadioField words={w.signal.nature} value={g.nature} problems={of['aard']} none={w.signal.any} options={(vocabulary?.natures ?? []).map(n => ({ value: n, label: n }))} commit={one('aard')} />
      <div class="f-pair">
        <TextField words={w.signal.from} kind="number" value={w.plain(g.from)} problems={of['cijfer']} accept={isNumber} commit={v => score(number(v), g.until)} />
        <TextField words={w.signal.until} kind="number" value={w.plain(g.until)} accept={isNumber} commit={v => score(g.from, number(v))} />
      </div>
    </details>
    {g.line === 0 ? <p class="f-note">{w.signal.notYet}</p> : <p><button type="button" class="f-button" onClick={() => void structure.addAdvice(step.id, thisSignal)}>{w.signal.toAdvice}</button></p>}
  </section>;
}

const reading = (w: ReturnType<typeof useFormWords>, s: SourceModel) => s.known ? w.source.readShort(s.usable) : '';

const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

// blank is a signal that is not in the file yet.
const blank = (source: string): SelectorModel => ({
  line: 0, title: '', id: '', sources: [source], topic: '', words: [], without: [], channel: '', nature: '', from: null, until: null, found: '',
});

// whole is a new signal as it goes to the file, once it says what it looks for; null: not yet.
function whole(given: Values, source: string): Values | null {
  const criteria = ['woorden', 'onderwerp', 'kanaal', 'aard', 'cijfer'].map(key => given[key]).filter(v => v !== undefined && !isEmpty(v));
  if (criteria.length === 0) return null;
  const title = given['signaal'] ?? (typeof criteria[0] === 'object' ? Object.values(criteria[0] ?? {})[0] : criteria[0]);
  return Object.fromEntries(Object.entries({ bron: source, ...given, signaal: String(title) }).filter(([, v]) => !isEmpty(v)));
}

// selectorOf is the selector in the words of the format: what the file has, with what is being typed over it.
export function selectorOf(g: SelectorModel, typed: Values): Values {
  const s: Values = { ...(g.title ? { signaal: g.title } : {}), bron: g.sources };
  if (g.topic) s['onderwerp'] = g.topic;
  if (g.words.length) s['woorden'] = g.words;
  if (g.without.length) s['zonder'] = g.without;
  if (g.channel) s['kanaal'] = g.channel;
  if (g.nature) s['aard'] = g.nature;
  if (g.from !== null || g.until !== null) s['cijfer'] = { ...(g.from === null ? {} : { van: g.from }), ...(g.until === null ? {} : { tot: g.until }) };
  for (const [key, value] of Object.entries(typed)) {
    if (isEmpty(value)) delete s[key];
    else s[key] = value;
  }
  return s;
}
