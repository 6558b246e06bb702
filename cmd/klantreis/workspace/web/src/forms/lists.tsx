// Fields with several values: lines of text, choices that can be on or off, and words.
import { type ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../api';
import { useDraft } from './commit';
import { Field, type FieldWords, type Option } from './field';
import { Sign } from './sign';
import { useFormWords } from '../words_forms';

interface ListProps {
  words: FieldWords;
  problems?: Problem[] | undefined;
  value: string[];
  commit(value: string[]): Promise<boolean>;
}

const clean = (items: string[]) => items.map(s => s.trim()).filter(s => s !== '');

// ListField is a list of short texts: Enter makes the next one, the arrows with Alt move one, and emptying one
// takes it away.
export function ListField(props: ListProps & { one: string }) {
  const w = useFormWords();
  const draft = useDraft(props.words.label, props.value, v => props.commit(clean(v)), undefined, clean);
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef(-1);
  const [, again] = useState(0);
  const items = draft.value;
  // At once, so that the next key is for it.
  useLayoutEffect(() => {
    if (wanted.current < 0) return;
    box.current?.querySelectorAll<HTMLElement>('input')[wanted.current]?.focus();
    wanted.current = -1;
  });
  const focus = (i: number) => { wanted.current = i; again(n => n + 1); };
  const put = (i: number, text: string) => draft.type(items.map((s, at) => at === i ? text : s));
  const add = (i: number) => { draft.type([...items.slice(0, i), '', ...items.slice(i)]); focus(i); };
  const away = (i: number) => { draft.choose(items.filter((_, at) => at !== i)); focus(Math.max(0, i - 1)); };
  const move = (i: number, by: number) => {
    const to = i + by;
    if (to < 0 || to >= items.length) return;
    const next = [...items];
    [next[i], next[to]] = [next[to]!, next[i]!];
    draft.choose(next);
    focus(to);
  };
  return <Field words={props.words} problems={props.problems} group>{wired => <div ref={box} class="f-list">
    {items.map((text, i) => <div class="f-item" key={i}>
      <input value={text} aria-label={`${props.one} ${i + 1}`} aria-describedby={wired.describedBy} autocomplete="off"
        onInput={e => put(i, e.currentTarget.value)}
        onBlur={draft.keep}
        onKeyDown={e => {
          if (e.key === 'Enter') { e.preventDefault(); if (text.trim()) add(i + 1); }
          if (e.key === 'Backspace' && text === '') { e.preventDefault(); away(i); }
          if (e.altKey && e.key === 'ArrowUp') { e.preventDefault(); move(i, -1); }
          if (e.altKey && e.key === 'ArrowDown') { e.preventDefault(); move(i, 1); }
        }} />
      {items.length > 1 && <>
        <button type="button" class="f-icon" aria-label={w.upOf(text || `${i + 1}`)} title={w.up} disabled={i === 0} onClick={() => move(i, -1)}><Sign name="up" /></button>
        <button type="button" class="f-icon" aria-label={w.downOf(text || `${i + 1}`)} title={w.down} disabled={i === items.length - 1} onClick={() => move(i, 1)}><Sign name="down" /></button>
      </>}
      <button type="button" class="f-icon" aria-label={w.removeOf(text || `${i + 1}`)} title={w.remove} onClick={() => away(i)}><Sign name="remove" /></button>
    </div>)}
    <button type="button" class="f-add" onClick={() => add(items.length)}><Sign name="add" /> {props.one}</button>
  </div>}</Field>;
}

// ChipsField shows all choices as switches; children stand under them. With first, only those that are chosen and those
// that it names are in sight; the others wait behind a button.
export function ChipsField(props: ListProps & { options: Option[]; first?: string[]; rest?: string; children?: ComponentChildren }) {
  const draft = useDraft(props.words.label, props.value, props.commit);
  const chosen = draft.value;
  const extra = chosen.filter(v => !props.options.some(o => o.value === v)).map(v => ({ value: v, label: v, about: '' }));
  const flip = (v: string) => draft.choose(chosen.includes(v) ? chosen.filter(c => c !== v) : [...chosen, v]);
  const all = [...props.options, ...extra];
  // What is in sight does not jump while somebody chooses.
  const [front] = useState(() => new Set([...props.first ?? [], ...props.value]));
  const near = props.first ? all.filter(o => front.has(o.value)) : all;
  const far = props.first ? all.filter(o => !front.has(o.value)) : [];
  const chips = (options: Option[]) => <div class="f-chips">
    {options.map(o => <label key={o.value} class="f-chip">
      <input type="checkbox" checked={chosen.includes(o.value)} onChange={() => flip(o.value)} />
      <span><Sign name="check" />{o.label}{o.about ? <small>{o.about}</small> : null}</span>
    </label>)}
  </div>;
  return <Field words={props.words} problems={props.problems} group>{() => <>
    {near.length > 0 && chips(near)}
    {far.length > 0 && <details class="f-own" open={near.length === 0}><summary>{props.rest} ({far.length})</summary>{chips(far)}</details>}
    {props.children}
  </>}</Field>;
}

// WordsField takes words and phrases; a comma or Enter closes one. Each key is told on, so that what they find can be
// shown while somebody types.
export function WordsField(props: ListProps & { type?: (value: string[]) => void }) {
  const w = useFormWords();
  const draft = useDraft(props.words.label, props.value, props.commit);
  const [open, setOpen] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const words = draft.value;
  const merge = (text: string) => [...new Set([...words, ...clean(text.split(','))])];
  const close = () => {
    if (!open.trim()) return;
    const next = merge(open);
    setOpen('');
    draft.choose(next);
    props.type?.(next);
  };
  const away = (word: string) => {
    const next = words.filter(v => v !== word);
    draft.choose(next);
    props.type?.(next);
    input.current?.focus();
  };
  return <Field words={props.words} problems={props.problems}>{wired => <div class="f-words" onClick={e => { if (e.target === e.currentTarget) input.current?.focus(); }}>
    {words.map(word => <span class="f-word" key={word}>{word}
      <button type="button" aria-label={w.removeOf(word)} title={w.remove} onClick={() => away(word)}><Sign name="remove" /></button>
    </span>)}
    <input id={wired.id} ref={input} value={open} autocomplete="off" aria-describedby={wired.describedBy} aria-invalid={wired.invalid}
      onInput={e => {
        const text = e.currentTarget.value;
        if (text.includes(',')) {
          const next = merge(text);
          setOpen('');
          e.currentTarget.value = '';
          draft.choose(next);
          props.type?.(next);
        } else {
          setOpen(text);
          props.type?.(merge(text));
        }
      }}
      onBlur={close}
      onKeyDown={e => {
        if (e.key === 'Enter') { e.preventDefault(); close(); }
        if (e.key === 'Backspace' && open === '' && words.length) away(words[words.length - 1]!);
      }} />
  </div>}</Field>;
}
