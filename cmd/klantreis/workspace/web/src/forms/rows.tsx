// A list whose items have several fields: a row for each, one button that adds a row, and one per row that takes it away.
import { type ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Problem } from '../api';
import { useDraft } from './commit';
import { Field, type FieldWords } from './field';
import { Sign } from './sign';
import { useFormWords } from '../words_forms';

export interface RowTools<T> {
  // type changes a row, to be kept after a pause; choose keeps it at once; keep is for leaving a field.
  type(part: Partial<T>): void;
  choose(part: Partial<T>): void;
  keep(): void;
}

interface RowsProps<T> {
  words: FieldWords;
  one: string; // what a row is
  problems?: Problem[] | undefined;
  value: T[];
  fresh(rows: T[]): T;
  accept(rows: T[]): string;
  tidy(rows: T[]): T[];
  commit(rows: T[]): Promise<boolean>;
  row(value: T, tools: RowTools<T>): ComponentChildren;
}

export function RowsField<T extends object>(props: RowsProps<T>) {
  const w = useFormWords();
  const draft = useDraft(props.words.label, props.value, v => props.commit(props.tidy(v)), props.accept, props.tidy);
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef(-1);
  const rows = draft.value;
  // A new row takes the focus; after one is gone, the row in its place or the button.
  useLayoutEffect(() => {
    if (wanted.current < 0) return;
    const all = box.current?.querySelectorAll('.f-rows > li > .f-block');
    const there = all?.[Math.min(wanted.current, all.length - 1)];
    (there?.querySelector<HTMLElement>('select, input') ?? box.current?.querySelector<HTMLElement>('.f-add'))?.focus();
    wanted.current = -1;
  });
  const changed = (i: number, part: Partial<T>) => rows.map((r, at) => at === i ? { ...r, ...part } : r);
  return <Field words={props.words} problems={props.problems} fault={draft.fault} group>{() => <div ref={box}>
    <ul class="f-rows">
      {rows.map((r, i) => <li key={i}><div class="f-block" role="group" aria-label={w.more.place(props.one, i + 1)}>
        <div class="f-row">{props.row(r, { type: part => draft.type(changed(i, part)), choose: part => draft.choose(changed(i, part)), keep: draft.keep })}</div>
        <button type="button" class="f-icon" aria-label={w.removeOf(w.more.place(props.one, i + 1))} title={w.remove}
          onClick={() => { wanted.current = i; draft.choose(rows.filter((_, at) => at !== i)); }}><Sign name="remove" /></button>
      </div></li>)}
    </ul>
    <button type="button" class="f-add" onClick={() => { wanted.current = rows.length; draft.type([...rows, props.fresh(rows)]); }}><Sign name="add" /> {props.one}</button>
  </div>}</Field>;
}

// Cell is one field of a row, with its name above it.
export function Cell(props: { label: string; value: string; number?: boolean; narrow?: boolean; type(value: string): void; keep(): void }) {
  const id = useId();
  return <div class={props.narrow ? 'f-narrow' : undefined}><label for={id}>{props.label}</label>
    <input id={id} value={props.value} autocomplete="off" inputMode={props.number ? 'decimal' : undefined}
      onInput={e => props.type(e.currentTarget.value)} onBlur={props.keep}
      onKeyDown={e => { if (e.key === 'Enter') props.keep(); }} /></div>;
}

// numberOf reads a number as people type it, with a comma or a point; null: there is none; NaN: it is none.
export function numberOf(text: string): number | null {
  const t = text.trim().replace(/\s*%$/, '').replace(',', '.');
  return t === '' ? null : /^-?\d+(\.\d+)?$/.test(t) ? Number(t) : NaN;
}
