// A field of a form holds what is being typed until it is in the file, and no longer.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useFormWords } from '../words_forms';
import { hold } from './unkept';

// pause is how long nobody has to type before a text goes to the file, in milliseconds.
export const pause = 700;

export interface Draft<T> {
  value: T;
  // type changes the value, to be kept after a pause; choose keeps it at once.
  type(value: T): void;
  choose(value: T): void;
  // keep is for leaving the field.
  keep(): void;
  // drop goes back to what the file has.
  drop(): void;
  fault: string;
  typing: boolean; // there is something that was not sent
}

interface Typed<T> {
  value: T;
  was: T; // what the file had when it was sent
  sent: boolean;
}

// useDraft keeps a value between the keyboard and the file. What the file says counts only while nothing is
// being typed: an answer that comes while somebody types on is not put in the field, so that no key and no cursor is
// lost. What was sent stays until the file says something else than before, also when it is refused.
// accept says what is wrong with a value (then it stays here), or nothing. commit tells whether it went well; it is
// also called when the form closes.
// tidy is what the file makes of a value (without an empty line, or a space at the end); what only differs in that
// stays as it was typed.
// label is what the field is called where undoing tells of it.
export function useDraft<T>(label: string, kept: T, commit: (value: T) => Promise<boolean>, accept?: (value: T) => string, tidy: (value: T) => T = v => v): Draft<T> {
  const refused = useFormWords().notKept;
  const [held, setTyped] = useState<Typed<T> | null>(null);
  const [fault, setFault] = useState('');
  const timer = useRef(0);
  const typed = settle(held, kept, tidy);
  useEffect(() => { if (typed !== held) setTyped(typed); });
  const now = useRef({ kept, commit, accept, tidy, typed });
  now.current = { kept, commit, accept, tidy, typed };

  const keep = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = 0;
    const { typed, kept, commit, accept, tidy } = now.current;
    if (!typed || typed.sent) return;
    const wrong = accept?.(typed.value) ?? '';
    setFault(wrong);
    if (wrong) return;
    if (same(tidy(typed.value), kept)) { setTyped({ ...typed, was: kept, sent: true }); return; }
    const sent = { value: typed.value, was: kept, sent: true };
    now.current.typed = sent;
    setTyped(sent);
    void commit(sent.value).then(well => {
      if (well || now.current.typed !== sent) return;
      const again = { ...sent, sent: false };
      now.current.typed = again;
      setTyped(again);
      setFault(refused);
    });
  }, []);

  const put = (value: T) => {
    const next = { value, was: kept, sent: false };
    now.current.typed = next;
    setTyped(next);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(keep, pause);
  };

  // What is typed in the last moment is kept when the form goes.
  useEffect(() => () => {
    if (!timer.current) return;
    window.clearTimeout(timer.current);
    const { typed, kept, commit, accept } = now.current;
    if (typed && !typed.sent && !accept?.(typed.value) && !same(typed.value, kept)) void commit(typed.value);
  }, []);

  const drop = () => {
    window.clearTimeout(timer.current);
    timer.current = 0;
    now.current.typed = null;
    setTyped(null);
    setFault('');
  };
  const typing = typed !== null && !typed.sent;
  useEffect(() => typing ? hold({ label, typing: () => now.current.typed?.sent === false, drop }) : undefined, [typing, label]);

  return {
    value: typed ? typed.value : kept,
    type: put,
    choose: value => { put(value); keep(); },
    keep,
    drop,
    fault,
    typing,
  };
}

// settle says what of a value still has to be shown, now that the file says this.
function settle<T>(held: Typed<T> | null, kept: T, tidy: (value: T) => T): Typed<T> | null {
  if (!held?.sent || same(held.was, kept)) return held;
  return same(tidy(held.value), kept) && !same(held.value, kept) ? { ...held, was: kept } : null;
}

export function same(a: unknown, b: unknown): boolean { return a === b || JSON.stringify(a) === JSON.stringify(b); }
