// The way from an empty journey to a gift, as a list of what is done and what comes next. It goes away when all is done.
import type { Model } from '../api';
import { start } from '../jobs';
import { desk, select, whole } from '../state';
import { beginWords } from '../words_begin';
import { chooseSignals } from './drop';
import { addAdvice, beginSignal } from './structure';

export function Begin(props: { model: Model }) {
  const w = beginWords(desk.use(s => s.start?.lang ?? 'nl'));
  const stale = desk.use(s => s.stale);
  const working = desk.use(s => s.job !== null && !s.job.ended);
  const made = desk.use(s => s.job?.kind === 'maak' && s.job.ended && s.job.failed === '');
  const m = props.model;
  const steps = m.phases.flatMap((p, phase) => p.steps.map(s => ({ ...s, phase })));
  const bare = steps.find(s => !s.does && !s.thinks && s.signals.length === 0) ?? steps[0];
  const signals = steps.flatMap(s => s.signals);
  const parts: { name: keyof typeof w.parts; done: boolean; do(): void }[] = [
    { name: 'stappen', done: steps.some(s => s.does || s.thinks), do: () => { if (bare) select({ ...whole, kind: 'stap', phase: bare.phase, step: bare.id }, bare.line); } },
    { name: 'bron', done: m.sources.length > 0, do: chooseSignals },
    { name: 'signaal', done: signals.length > 0, do: () => { if (bare) beginSignal(bare.id, m.sources[0]?.name ?? ''); } },
    { name: 'advies', done: m.advice.length > 0, do: () => void addAdvice(bare?.id ?? '') },
    { name: 'cadeau', done: made, do: () => void start('maak') },
  ];
  const next = parts.findIndex(p => !p.done);
  // Who has advice knows the way, and the button for the gift stands above.
  if (stale || next < 0 || parts[next]!.name === 'cadeau' && steps.length > 2) return null;
  return <section class="f-begin" aria-label={w.title}>
    <h3>{w.title}</h3>
    <ol>{parts.map((p, i) => <li key={p.name} data-done={p.done ? '' : undefined} aria-current={i === next ? 'step' : undefined}>
      <span class="f-begin-sign" aria-hidden="true">{p.done ? '✓' : i + 1}</span>
      <div>
        <p>{p.done && <span class="visually-hidden">{w.done} </span>}{w.parts[p.name].what}</p>
        {i === next && <p><button type="button" class="main" disabled={working} onClick={p.do}>{w.parts[p.name].button}</button></p>}
      </div>
    </li>)}</ol>
  </section>;
}
