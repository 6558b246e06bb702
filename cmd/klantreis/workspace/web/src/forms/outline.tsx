// The journey as a list: the way to go through it without the map. Each line opens its form; what moves or goes away
// has keys and a menu.
import { useEffect, useRef } from 'preact/hooks';
import type { Model } from '../api';
import { desk, select, whole, type Selection } from '../state';
import { useFormWords } from '../words_forms';
import { AddSignals } from './drop';
import { TakeProposal } from './proposal';
import { neighbour } from './ops';
import { Menu, type MenuItem } from './parts';
import { Sign } from './sign';
import * as structure from './structure';

const selected = (s: Selection, kind: Selection['kind'], part: Partial<Selection> = {}) =>
  s.kind === kind && Object.entries(part).every(([k, v]) => s[k as keyof Selection] === v);

// stepItems are the ways to change the place of a step without dragging.
export function stepItems(w: ReturnType<typeof useFormWords>, model: Model, id: string): MenuItem[] {
  const at = model.phases.findIndex(p => p.steps.some(s => s.id === id));
  return [
    { label: w.toLeft, sign: 'left', off: !neighbour(model, id, -1), do: () => void structure.moveStepBy(id, -1) },
    { label: w.toRight, sign: 'right', off: !neighbour(model, id, 1), do: () => void structure.moveStepBy(id, 1) },
    ...model.phases.map((p, i) => ({ p, i })).filter(x => x.i !== at).map(({ p, i }) => ({
      label: w.toPhase(p.title), do: () => void structure.moveStepTo(id, i, i < at ? p.steps.length : 0),
    })),
    { label: w.stepAfter, sign: 'add', do: () => void structure.addStepAfter(id) },
    { label: w.remove, sign: 'trash', do: () => void structure.removeStep(id) },
  ];
}

export function phaseItems(w: ReturnType<typeof useFormWords>, model: Model, i: number): MenuItem[] {
  return [
    { label: w.toLeft, sign: 'left', off: i === 0, do: () => void structure.movePhaseTo(i, i - 1) },
    { label: w.toRight, sign: 'right', off: i === model.phases.length - 1, do: () => void structure.movePhaseTo(i, i + 1) },
    { label: w.newStepHere, sign: 'add', do: () => void structure.addStepAt(i, model.phases[i]!.steps.length) },
    { label: w.phaseAfter, sign: 'add', do: () => void structure.addPhaseAt(i + 1) },
    { label: w.remove, sign: 'trash', off: model.phases.length === 1, do: () => void structure.removePhase(i) },
  ];
}

function adviceItems(w: ReturnType<typeof useFormWords>, model: Model, i: number): MenuItem[] {
  return [
    { label: w.up, sign: 'up', off: i === 0, do: () => void structure.moveAdviceTo(i, i - 1) },
    { label: w.down, sign: 'down', off: i === model.advice.length - 1, do: () => void structure.moveAdviceTo(i, i + 1) },
    { label: w.remove, sign: 'trash', do: () => void structure.removeAdvice(i) },
  ];
}

interface LineProps {
  label: string;
  count?: string;
  kind: string;
  current: boolean;
  open(): void;
  move?(by: -1 | 1): void;
  remove?(): void;
  items?: MenuItem[];
  menu?: string;
}

function Line(props: LineProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => { if (props.current) button.current?.scrollIntoView({ block: 'nearest' }); }, [props.current]);
  const keys = (e: KeyboardEvent) => {
    if (e.altKey && (e.key === 'ArrowUp' || e.key === 'ArrowLeft') && props.move) { e.preventDefault(); props.move(-1); return; }
    if (e.altKey && (e.key === 'ArrowDown' || e.key === 'ArrowRight') && props.move) { e.preventDefault(); props.move(1); return; }
    if (e.key === 'Delete' && props.remove) { e.preventDefault(); props.remove(); return; }
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    const all = [...button.current?.closest('nav')?.querySelectorAll<HTMLElement>('.f-line > button') ?? []];
    const to = all[all.indexOf(button.current!) + (e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : NaN)];
    if (to) { e.preventDefault(); to.focus(); }
  };
  return <div class={`f-line f-line-${props.kind}`} data-current={props.current ? '' : undefined}>
    <button type="button" ref={button} aria-current={props.current ? 'true' : undefined} onClick={props.open} onKeyDown={keys}>
      <span>{props.label}</span>{props.count && <span class="f-count">{props.count}</span>}
    </button>
    {props.items && <Menu label={props.menu ?? props.label} items={props.items} class="f-end" />}
  </div>;
}

export function Outline(props: { model: Model }) {
  const w = useFormWords();
  const now = desk.use(s => s.selection);
  const m = props.model;
  const stepOf = (s: Selection) => ['stap', 'signaal', 'citaat'].includes(s.kind) ? s.step : '';
  return <nav class="f-outline" aria-label={w.outline}>
    <p class="visually-hidden" id="f-outline-help">{w.outlineHelp}</p>
    <Line kind="top" label={w.kinds.reis} current={now.kind === 'reis'} open={() => select(whole)} />
    <Line kind="top" label={w.kinds.klant} count={m.persona.name} current={now.kind === 'klant'} open={() => select({ ...whole, kind: 'klant' }, m.persona.line)} />
    <h3>{w.steps}</h3>
    <ul aria-describedby="f-outline-help">
      {m.phases.map((p, i) => <li key={i}>
        <Line kind="phase" label={p.title} current={selected(now, 'fase', { phase: i })} open={() => select({ ...whole, kind: 'fase', phase: i }, p.line)}
          move={by => void structure.movePhaseTo(i, i + by)} remove={() => { if (m.phases.length > 1) void structure.removePhase(i); }}
          items={phaseItems(w, m, i)} menu={w.menuOf(p.title)} />
        <ul>
          {p.steps.map(s => <li key={s.id}>
            <Line kind="step" label={s.title} current={stepOf(now) === s.id} open={() => select({ ...whole, kind: 'stap', phase: i, step: s.id }, s.line)}
              move={by => void structure.moveStepBy(s.id, by)} remove={() => void structure.removeStep(s.id)} items={stepItems(w, m, s.id)} menu={w.menuOf(s.title)} />
          </li>)}
          <li><button type="button" class="f-add" aria-label={w.newStepIn(p.title)} onClick={() => void structure.addStepAt(i, p.steps.length)}><Sign name="add" /> {w.step.one}</button></li>
        </ul>
      </li>)}
      <li><button type="button" class="f-add" onClick={() => void structure.addPhaseAt(m.phases.length)}><Sign name="add" /> {w.phase.one}</button></li>
    </ul>
    <h3>{w.advices}</h3>
    <ul>
      {m.advice.map((a, i) => <li key={i}>
        <Line kind="advice" label={a.title} current={selected(now, 'advies', { index: i })} open={() => select({ ...whole, kind: 'advies', index: i, step: a.step }, a.line)}
          move={by => void structure.moveAdviceTo(i, i + by)} remove={() => void structure.removeAdvice(i)} items={adviceItems(w, m, i)} menu={w.menuOf(a.title)} />
      </li>)}
      <li><button type="button" class="f-add" onClick={() => void structure.addAdvice('')}><Sign name="add" /> {w.advice.one}</button></li>
      {m.advice.length > 0 && <li><TakeProposal /></li>}
    </ul>
    <h3>{w.more.scores}</h3>
    <ul>
      {m.metrics.map((x, i) => <li key={i}>
        <Line kind="score" label={x.title} current={selected(now, 'meting', { index: i })} open={() => select({ ...whole, kind: 'meting', index: i }, x.line)}
          remove={() => void structure.removeScore(i)} />
      </li>)}
      <li><button type="button" class="f-add" onClick={() => void structure.addScore()}><Sign name="add" /> {w.more.scoreOne}</button></li>
    </ul>
    <h3>{w.sources}</h3>
    <ul>
      {m.sources.map(s => <li key={s.name}>
        <Line kind="source" label={s.name} count={s.known ? w.number(s.read) : ''} current={selected(now, 'bron', { name: s.name })} open={() => select({ ...whole, kind: 'bron', name: s.name }, s.line)} />
      </li>)}
      <li><AddSignals /></li>
    </ul>
  </nav>;
}
