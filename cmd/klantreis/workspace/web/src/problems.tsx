// All faults and warnings below the text; each goes to its place, and mends itself where that is known.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from './api';
import { aboutOf, toForm, toText, useNames } from './about';
import { desk, theEditor, whole, type Selection } from './state';
import { words } from './words';
import { inTextOnly, plain } from './words_plain';

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

// byPart puts problems with what they are about, in the order in which those come first; what is about the whole journey
// comes before all. Without a model all are one group.
function byPart(problems: Problem[], about: (p: Problem) => Selection): { part: Selection; problems: Problem[] }[] {
  const groups = new Map<string, { part: Selection; problems: Problem[] }>();
  for (const p of problems) {
    const part = about(p), key = JSON.stringify(part);
    const group = groups.get(key) ?? { part, problems: [] };
    group.problems.push(p);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => Number(b.part === whole) - Number(a.part === whole));
}

export function ProblemList({ problems: now, fixes }: { problems: Problem[]; fixes: boolean }) {
  const w = words();
  const { shown: problems, press } = useHeld(now);
  const model = desk.use(s => s.model);
  const text = desk.use(s => s.open?.text ?? '');
  const nameOf = useNames();
  const inForm = desk.use(s => s.mode === 'formulier');
  const tellOf = (p: Problem) => inForm ? plain(p) : p; // who fills in a form does not see the words of the file
  const names = new Map(named(problems).map(({ name, p }) => [p, name]));
  const groups = byPart(problems, p => model ? aboutOf(model, text, p) : whole);
  return <ul class="problem-list" tabIndex={0} aria-label={w.problems} onPointerDown={press}>{groups.map(({ part, problems }) => <li key={names.get(problems[0]!)} class="about">
    {model && <p class="about-what">{part === whole ? w.wholeJourney : nameOf(model, part)}</p>}
    <ul>{problems.map(p => <li key={names.get(p)} class={p.severity}>
      <span class="sign" aria-hidden="true">{p.severity === 'error' ? '×' : '!'}</span>
      <div>
        <p><strong class="visually-hidden">{p.severity === 'error' ? w.error : w.warning}: </strong>{tellOf(p).message}</p>
        {tellOf(p).help && <p class="small">{tellOf(p).help}</p>}
        <p class="problem-do">
          {model && !inTextOnly(p) && (p.line > 0 || part !== whole) && <button type="button" class="link" onClick={() => toForm(part, part === whole ? 0 : p.line)}>{w.toForm}</button>}
          {p.line > 0 && <button type="button" class="link" onClick={() => toText(p)}>{w.inText(p.line)}</button>}
          {fixes && p.fix && <button type="button" onClick={() => theEditor()?.fix(p)}>{w.fix(p.fix.title)}</button>}
        </p>
      </div>
    </li>)}</ul>
  </li>)}</ul>;
}
