// All faults and warnings below the text; each goes to its place, and mends itself where that is known.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from './api';
import { desk, theEditor } from './state';
import { words } from './words';
import { plain } from './words_plain';

export function Problems() {
  const problems = desk.use(s => s.problems);
  const w = words();
  const errors = problems.filter(p => p.severity === 'error').length;
  // Faults are shown at once; warnings when somebody asks for them.
  const [asked, setAsked] = useState(false);
  const open = errors > 0 || asked;
  return <section class="problems" aria-label={w.problems}>
    <p role="status" class="visually-hidden">{problems.length ? w.problemsCount(errors, problems.length - errors) : w.noProblems}</p>
    {problems.length === 0 ? <p class="small" aria-hidden>{w.noProblems}</p> : <>
      <button type="button" class="unfold" aria-expanded={open} disabled={errors > 0} onClick={() => setAsked(!asked)}>
        {`${w.problems}: ${w.problemsCount(errors, problems.length - errors)}`}</button>
      {open && <ProblemList problems={problems} fixes />}
    </>}
  </section>;
}

// useHeld keeps what is shown as it is while a button of the mouse or a finger is down in it: what is pressed and what is
// let go are then the same line, also when the text was read anew in between.
function useHeld<T>(now: T) {
  const [pressed, setPressed] = useState(false);
  const shown = useRef(now);
  if (!pressed) shown.current = now;
  useEffect(() => {
    if (!pressed) return;
    const free = () => setTimeout(() => setPressed(false)); // after the click that belongs to it
    addEventListener('pointerup', free);
    addEventListener('pointercancel', free);
    return () => { removeEventListener('pointerup', free); removeEventListener('pointercancel', free); };
  }, [pressed]);
  return { shown: shown.current, press: () => setPressed(true) };
}

// named gives each fault a name that stays while others come and go and while its own words change with what is typed: its
// code, and which of those it is.
function named(problems: Problem[]): { name: string; p: Problem }[] {
  const seen = new Map<string, number>();
  return problems.map(p => {
    const n = seen.get(p.code) ?? 0;
    seen.set(p.code, n + 1);
    return { name: `${p.code} ${n}`, p };
  });
}

export function ProblemList({ problems: now, fixes }: { problems: Problem[]; fixes: boolean }) {
  const w = words();
  const { shown: problems, press } = useHeld(now);
  const there = (p: Problem) => {
    desk.set({ mode: 'tekst', side: 'invullen' });
    requestAnimationFrame(() => theEditor()?.goto(p.line, p.column, true));
  };
  const inForm = desk.use(s => s.mode === 'formulier');
  const tellOf = (p: Problem) => inForm ? plain(p) : p; // who fills in a form does not see the words of the file
  return <ul class="problem-list" tabIndex={0} aria-label={w.problems} onPointerDown={press}>{named(problems).map(({ name, p }) => <li key={name} class={p.severity}>
    <span class="sign" aria-hidden="true">{p.severity === 'error' ? '×' : '!'}</span>
    <div>
      <p><strong class="visually-hidden">{p.severity === 'error' ? w.error : w.warning}: </strong>{tellOf(p).message}</p>
      {tellOf(p).help && <p class="small">{tellOf(p).help}</p>}
      <p class="problem-do">
        {p.line > 0 ? <button type="button" class="link" onClick={() => there(p)}>{w.line(p.line)}</button> : <span class="small">{w.wholeFile}</span>}
        {fixes && p.fix && <button type="button" onClick={() => theEditor()?.fix(p)}>{w.fix(p.fix.title)}</button>}
      </p>
    </div>
  </li>)}</ul>;
}
