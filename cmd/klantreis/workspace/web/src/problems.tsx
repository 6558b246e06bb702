// All faults and warnings below the text; each goes to its place, and mends itself where that is known.
import type { Problem } from './api';
import { desk, theEditor } from './state';
import { words } from './words';

export function Problems() {
  const problems = desk.use(s => s.problems);
  const w = words();
  const errors = problems.filter(p => p.severity === 'error').length;
  return <section class="problems" aria-label={w.problems}>
    <p role="status" class="small">{problems.length ? `${w.problems}: ${w.problemsCount(errors, problems.length - errors)}` : w.noProblems}</p>
    {problems.length > 0 && <ProblemList problems={problems} fixes />}
  </section>;
}

export function ProblemList({ problems, fixes }: { problems: Problem[]; fixes: boolean }) {
  const w = words();
  const there = (p: Problem) => {
    desk.set({ mode: 'tekst', side: 'invullen' });
    requestAnimationFrame(() => theEditor()?.goto(p.line, p.column, true));
  };
  return <ul class="problem-list" tabIndex={0} aria-label={w.problems}>{problems.map((p, i) => <li key={i} class={p.severity}>
    <span class="sign" aria-hidden="true">{p.severity === 'error' ? '×' : '!'}</span>
    <div>
      <p><strong class="visually-hidden">{p.severity === 'error' ? w.error : w.warning}: </strong>{p.message}</p>
      {p.help && <p class="small">{p.help}</p>}
      <p class="problem-do">
        {p.line > 0 ? <button type="button" class="link" onClick={() => there(p)}>{w.line(p.line)}</button> : <span class="small">{w.wholeFile}</span>}
        {fixes && p.fix && <button type="button" onClick={() => theEditor()?.fix(p)}>{w.fix(p.fix.title)}</button>}
      </p>
    </div>
  </li>)}</ul>;
}
