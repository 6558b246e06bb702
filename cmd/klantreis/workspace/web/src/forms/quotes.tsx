// Quotes of a step: sentences of customers to choose from, and those that a person approved.
import { useId, useState } from 'preact/hooks';
import type { Problem, Quotes, StepModel } from '../api';
import { post } from '../client';
import { desk, explain } from '../state';
import { useFormWords } from '../words_forms';
import { said } from '../words_plain';
import { change, done, follow, type StepRef } from './changes';
import { approveQuote, addQuote, remove, target } from './ops';
import { Sign } from './sign';
import { announce } from './structure';

export function QuotesPart(props: { step: StepModel; problems: Problem[]; refTo: StepRef }) {
  const w = useFormWords();
  const { step } = props;
  const sources = desk.use(s => s.model?.sources) ?? [];
  const [proposals, setProposals] = useState<Quotes | null>(null);
  const [asking, setAsking] = useState(false);
  const ask = () => {
    const open = desk.get().open;
    if (!open) return;
    setAsking(true);
    post<Quotes>('/api/quotes', { path: open.path, text: open.text, step: step.id })
      .then(setProposals).catch(explain).finally(() => setAsking(false));
  };
  const add = (values: Record<string, unknown>) => done(now => {
    const at = follow(props.refTo, now);
    return at && addQuote(at.step.id, at.step.quotes.length, values);
  });
  const away = async (index: number) => {
    const gone = await change(now => {
      const at = follow(props.refTo, now);
      return at && remove(target('citaat', { step: at.step.id, index }));
    });
    if (gone) announce(w.removed(w.quote.one), true);
  };
  const have = new Set(step.quotes.map(q => q.text));
  return <section class="f-part" aria-label={w.quote.many}>
    <h3>{w.quote.many}</h3>
    <p class="f-help">{w.quote.about}</p>
    {props.problems.map(p => <p class={p.severity === 'error' ? 'f-fault' : 'f-warning'} key={p.code + p.line}>{said(p)}</p>)}
    <ul class="f-quotes">
      {step.quotes.map((q, i) => <li key={i}>
        <blockquote>{q.text}<footer>{q.source}</footer></blockquote>
        {q.approved ? <span class="f-tag f-good"><Sign name="check" />{w.quote.approved}</span>
          : <button type="button" class="f-button" onClick={() => void done(now => {
            const at = follow(props.refTo, now);
            const line = at?.step.quotes[i]?.line;
            return line ? approveQuote(line) : null;
          })}>{w.quote.approve}</button>}
        <button type="button" class="f-icon" aria-label={w.removeOf(q.text)} title={w.remove} onClick={() => void away(i)}><Sign name="remove" /></button>
      </li>)}
    </ul>
    {step.signals.length > 0 && <button type="button" class="f-button" aria-busy={asking} onClick={ask}>{asking ? w.quote.asking : w.quote.ask}</button>}
    {proposals && <div class="f-proposals" role="region" aria-label={w.quote.proposals}>
      <p class="f-note" role="status">{proposals.note || w.quote.choose}</p>
      {proposals.signals.filter(s => s.quotes.length > 0).map(s => <fieldset key={s.title}>
        <legend>{s.title}</legend>
        {s.quotes.map(q => <label class="f-check" key={q}>
          <input type="checkbox" checked={have.has(q)} disabled={have.has(q)} onChange={e => {
            const box = e.currentTarget;
            const source = step.signals.find(g => g.title === s.title)?.sources[0];
            void add({ tekst: q, ...(source ? { bron: source } : {}), akkoord: true }).then(ok => { if (!ok) box.checked = false; else announce(w.quote.added, true); });
          }} />
          <span>{q}</span>
        </label>)}
      </fieldset>)}
    </div>}
    <TypedQuote sources={sources.map(s => s.name)} add={add} />
  </section>;
}

// TypedQuote takes a quote that somebody heard: it is not in the signals, and needs approval as well.
function TypedQuote(props: { sources: string[]; add(values: Record<string, unknown>): Promise<boolean> }) {
  const w = useFormWords();
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const [sure, setSure] = useState(false);
  const id = useId();
  const add = async () => {
    if (!text.trim()) return;
    if (await props.add({ tekst: text.trim(), ...(source ? { bron: source } : {}), ...(sure ? { akkoord: true } : {}) })) {
      setText('');
      setSure(false);
      announce(w.quote.added, true);
    }
  };
  return <details class="f-more">
    <summary>{w.quote.typed}</summary>
    <div class="f-field">
      <div class="f-label"><label for={id}>{w.quote.text.label}</label></div>
      <p class="f-help" id={`${id}-help`}>{w.quote.text.help}</p>
      <textarea id={id} rows={2} value={text} aria-describedby={`${id}-help`} onInput={e => setText(e.currentTarget.value)} />
    </div>
    {props.sources.length > 0 && <div class="f-field">
      <div class="f-label"><label for={`${id}-source`}>{w.quote.source}</label></div>
      <select id={`${id}-source`} value={source} onChange={e => setSource(e.currentTarget.value)}>
        <option value="">{w.quote.noSource}</option>
        {props.sources.map(s => <option key={s} value={s}>{s}</option>)}
      </select>
    </div>}
    <label class="f-check"><input type="checkbox" checked={sure} onChange={e => setSure(e.currentTarget.checked)} /><span>{w.quote.sure}</span></label>
    <p><button type="button" class="f-button" disabled={!text.trim()} onClick={() => void add()}>{w.quote.addTyped}</button></p>
  </details>;
}
