// One field of a form: a label, a sentence of help, what is wrong, and the place to type.
import { type ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Problem } from '../api';
import { said } from '../words_plain';
import { useDraft } from './commit';
import { fresh } from './structure';

export interface FieldWords {
  label: string;
  help: string;
  example?: string;
}

interface Shown {
  words: FieldWords;
  problems?: Problem[] | undefined;
}

export interface Wired { id: string; describedBy: string; invalid: boolean }

// Field lays out label, help and faults around one control; with group, around several.
export function Field(props: Shown & { fault?: string; group?: boolean; aside?: ComponentChildren; children: (wired: Wired) => ComponentChildren }) {
  const id = useId();
  const { words, problems = [], fault = '' } = props;
  const errors = problems.some(p => p.severity === 'error') || fault !== '';
  const about = `${id}-help` + (problems.length || fault ? ` ${id}-fault` : '');
  const inside = <>
    <p class="f-help" id={`${id}-help`}>
      {words.help}{words.example && <> <span class="f-example">{words.example}</span></>}
    </p>
    {props.children({ id, describedBy: about, invalid: errors })}
    <div id={`${id}-fault`} class="f-faults">
      {fault && <p class="f-fault"><Mark /> {fault}</p>}
      {problems.map(p => <p class={p.severity === 'error' ? 'f-fault' : 'f-warning'} key={p.code + p.line}><Mark /> {said(p)}</p>)}
    </div>
  </>;
  const classes = 'f-field' + (errors ? ' f-wrong' : '');
  if (props.group) {
    return <fieldset class={classes} aria-describedby={about}>
      <legend>{words.label}{props.aside}</legend>{inside}
    </fieldset>;
  }
  return <div class={classes}><div class="f-label"><label for={id}>{words.label}</label>{props.aside}</div>{inside}</div>;
}

const Mark = () => <svg class="f-mark" viewBox="0 0 20 20" aria-hidden="true"><path d="M10 2 19 18H1zM10 8v4M10 14.5v.5" /></svg>;

export interface TextProps extends Shown {
  value: string;
  commit(value: string): Promise<boolean>;
  accept?: (value: string) => string;
  rows?: number; // more than one: a text of some lines, that grows with what is typed
  kind?: 'text' | 'date' | 'number';
  autoFocus?: boolean;
  suggestions?: string[];
  // type follows each key, for what must show at once.
  type?: (value: string) => void;
}

// TextField is a text that goes to the file after a pause, on Enter and on leaving the field; Escape goes back.
export function TextField(props: TextProps) {
  const draft = useDraft(props.words.label, props.value, props.commit, props.accept, v => v.trim());
  const area = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  useLayoutEffect(() => {
    const a = area.current;
    if (!a) return;
    a.style.height = 'auto';
    a.style.height = `${a.scrollHeight + 2}px`;
  }, [draft.value]);
  const many = (props.rows ?? 1) > 1;
  const input = useRef<HTMLInputElement>(null);
  // What is new begins with its name, which can be typed over.
  useLayoutEffect(() => {
    const field = input.current ?? area.current;
    if (!props.autoFocus || !field) return;
    field.focus({ preventScroll: true });
    const { typed } = fresh.get();
    if (typed) {
      fresh.set({ typed: '' });
      field.value = typed; // the caret goes to its end
      draft.type(typed);
    } else {
      field.select();
    }
    // When the form has its place, the whole field comes in sight.
    const timer = window.setTimeout(() => field.closest('.f-field')?.scrollIntoView({ block: 'nearest' }), 50);
    return () => window.clearTimeout(timer);
  }, []);
  return <Field words={props.words} problems={props.problems} fault={draft.fault}>{wired => {
    const common = {
      id: wired.id,
      value: draft.value,
      'aria-describedby': wired.describedBy,
      'aria-invalid': wired.invalid,
      autocomplete: 'off',
      'data-typing': draft.typing ? '' : undefined,
      onInput: (e: { currentTarget: { value: string } }) => { draft.type(e.currentTarget.value); props.type?.(e.currentTarget.value); },
      onBlur: draft.keep,
      onKeyDown: (e: KeyboardEvent) => {
        if (e.key === 'Enter' && !many) draft.keep();
        if (e.key === 'Escape') draft.drop();
      },
    };
    if (many) return <textarea {...common} ref={area} rows={props.rows} />;
    return <>
      <input {...common} ref={input} type={props.kind === 'number' ? 'text' : props.kind ?? 'text'} inputMode={props.kind === 'number' ? 'decimal' : undefined}
        list={props.suggestions?.length ? list : undefined} class={props.kind ? 'f-short' : undefined} />
      {props.suggestions?.length ? <datalist id={list}>{props.suggestions.map(s => <option key={s} value={s} />)}</datalist> : null}
    </>;
  }}</Field>;
}

export interface Option { value: string; label: string; about?: string }

interface ChoiceProps extends Shown {
  value: string;
  options: Option[];
  none?: string; // the words for no choice; absent: something must be chosen
  commit(value: string): Promise<boolean>;
}

// SelectField is a choice out of a longer list.
export function SelectField(props: ChoiceProps) {
  const draft = useDraft(props.words.label, props.value, props.commit);
  const known = draft.value === '' || props.options.some(o => o.value === draft.value);
  return <Field words={props.words} problems={props.problems}>{wired =>
    <select id={wired.id} aria-describedby={wired.describedBy} aria-invalid={wired.invalid} value={draft.value}
      onChange={e => draft.choose(e.currentTarget.value)}>
      {(props.none !== undefined || draft.value === '') && <option value="">{props.none ?? ''}</option>}
      {!known && <option value={draft.value}>{draft.value}</option>}
      {props.options.map(o => <option key={o.value} value={o.value}>{o.label}</option>)}
    </select>}
  </Field>;
}

// RadioField is a choice out of a few, all in sight.
export function RadioField(props: ChoiceProps) {
  const draft = useDraft(props.words.label, props.value, props.commit);
  const name = useId();
  const options = props.none === undefined ? props.options : [{ value: '', label: props.none }, ...props.options];
  return <Field words={props.words} problems={props.problems} group>{() =>
    <div class="f-radios">
      {options.map(o => <label key={o.value}>
        <input type="radio" name={name} checked={draft.value === o.value} onChange={() => draft.choose(o.value)} />
        <span>{o.label}</span>
      </label>)}
    </div>}
  </Field>;
}
