// A field of a form holds what is being typed until it is in the file, and no longer.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useFormWords } from '../words_forms';

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
export function useDraft<T>(kept: T, commit: (value: T) => Promise<boolean>, accept?: (value: T) => string): Draft<T> {
  const refused = useFormWords().notKept;
  const [held, setTyped] = useState<Typed<T> | null>(null);
  const [fault, setFault] = useState('');
  const timer = useRef(0);
  const typed = held?.sent && !same(held.was, kept) ? null : held;
  const now = useRef({ kept, commit, accept, typed });
  now.current = { kept, commit, accept, typed };

  const keep = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = 0;
    const { typed, kept, commit, accept } = now.current;
    if (!typed || typed.sent) return;
    const wrong = accept?.(typed.value) ?? '';
    setFault(wrong);
    if (wrong) return;
    if (same(typed.value, kept)) { setTyped(null); return; }
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

  return {
    value: typed ? typed.value : kept,
    type: put,
    choose: value => { put(value); keep(); },
    keep,
    drop: () => { window.clearTimeout(timer.current); timer.current = 0; setTyped(null); setFault(''); },
    fault,
    typing: typed !== null && !typed.sent,
  };
}

export function same(a: unknown, b: unknown): boolean { return a === b || JSON.stringify(a) === JSON.stringify(b); }
