// The forms beside the picture: the journey as a list, and the form of what is selected.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Model } from '../api';
import { desk, select, type Selection, whole } from '../state';
import { useFormWords } from '../words_forms';
import { heldWords } from '../words_held';
import { AdviceForm } from './adviceform';
import { Begin } from './begin';
import { follow, type StepRef } from './changes';
import { Field } from './field';
import { toFault } from './held';
import { FormHead } from './parts';
import { JourneyForm, PersonaForm, PhaseForm } from './journeyforms';
import { Outline } from './outline';
import { Sign } from './sign';
import { ScoreForm } from './scoreform';
import { SignalForm } from './signalform';
import { SourceForm } from './sourceform';
import { StepForm } from './stepform';
import * as structure from './structure';

// widePanel is how wide the panel must be within its padding for the list beside the form, in rem; forms.css has the same.
const widePanel = 44;

// FormPanel is the whole panel, beside "Tekst". It needs a journey that could be read once; the shell shows the text otherwise.
export function FormPanel() {
  const w = useFormWords();
  const model = desk.use(s => s.model);
  const stale = desk.use(s => s.stale);
  const firstFault = desk.use(s => s.problems.find(p => p.severity === 'error'));
  const coming = structure.coming.use(s => s.kind);
  const atWhole = desk.use(s => s.selection.kind === 'reis');
  const box = useRef<HTMLDivElement>(null);
  if (!model) return <p class="f-note">{w.noModel}</p>;
  return <div class="f-panel" ref={box} onKeyDown={historyKeys}>
    {stale && <p class="f-stale" role="status">{w.stale} {firstFault && firstFault.line > 0 && <button type="button" class="f-link" onClick={() => { desk.set({ mode: 'tekst' }); select(desk.get().selection, firstFault.line); }}>{w.toFault(firstFault.line)}</button>}</p>}
    {atWhole && <Begin model={model} />}
    <OutlineBox model={model} />
    <div class="f-current">{coming ? <Coming key={coming} kind={coming} /> : <Current model={model} />}</div>
  </div>;
}

// Coming is where the title of something new is typed until the server has answered: no key is lost meanwhile.
function Coming(props: { kind: structure.Coming }) {
  const w = useFormWords();
  const field = useRef<HTMLInputElement>(null);
  const held = structure.coming.use(s => s.held);
  const fault = desk.use(s => s.stale ? s.problems.find(p => p.severity === 'error') : undefined);
  const h = heldWords(desk.use(s => s.start?.lang ?? 'nl'));
  const label = { stap: w.step.title, fase: w.phase.title, advies: w.advice.title, meting: w.more.scoreTitle }[props.kind];
  useLayoutEffect(() => { field.current?.focus(); }, []);
  return <section class="f-form">
    <FormHead title={w.kinds[props.kind]} about="" />
    <Field words={label}>{wired => <input id={wired.id} ref={field} autocomplete="off" aria-describedby={wired.describedBy}
      onInput={e => structure.coming.set({ typed: e.currentTarget.value })} />}</Field>
    {held && fault && <p class="f-note">{h.waiting} {fault.message} <button type="button" class="f-link" onClick={() => toFault(fault)}>{h.toFault}</button></p>}
  </section>;
}

// OutlineBox is the list of parts: always in sight where there is room beside the form, and above it where there is
// not. There it closes when something is chosen, and one goes on by the buttons beside it.
function OutlineBox(props: { model: Model }) {
  const w = useFormWords();
  const selection = desk.use(s => s.selection);
  const [open, setOpen] = useState(true);
  const box = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(true);
  const before = useRef(selection);
  useLayoutEffect(() => {
    const panel = box.current!.closest('.forms')!;
    const watch = new ResizeObserver(([seen]) => setWide(seen!.contentRect.width >= widePanel * parseFloat(getComputedStyle(document.documentElement).fontSize)));
    watch.observe(panel);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (before.current === selection) return;
    before.current = selection;
    setOpen(false);
    requestAnimationFrame(() => requestAnimationFrame(() => { // when the list has closed: the form begins below it
      box.current?.closest('.forms')?.scrollTo({ top: 0 });
      box.current?.scrollIntoView({ block: 'nearest' });
    }));
  }, [selection]);
  const parts = order(props.model);
  const at = parts.findIndex(p => p.kind === selection.kind && p.step === selection.step && (p.kind !== 'fase' || p.phase === selection.phase)
    && (p.kind !== 'advies' && p.kind !== 'meting' || p.index === selection.index) && p.name === selection.name);
  const here = at >= 0 ? at : parts.findIndex(p => p.kind === 'stap' && p.step === selection.step);
  const go = (by: number) => { const to = parts[here + by]; if (to) select(to, to.line); };
  return <div class="f-outline-box" ref={box} data-wide={wide ? '' : undefined}>
    {!wide && <div class="f-outline-line">
      <button type="button" class="f-button" aria-expanded={open} onClick={() => setOpen(!open)}>{w.outline}</button>
      <button type="button" class="f-icon" aria-label={w.previous} title={w.previous} disabled={here <= 0} onClick={() => go(-1)}><Sign name="left" /></button>
      <button type="button" class="f-icon" aria-label={w.next} title={w.next} disabled={here < 0 || here >= parts.length - 1} onClick={() => go(1)}><Sign name="right" /></button>
    </div>}
    {(wide || open) && <Outline model={props.model} />}
  </div>;
}

// order is the way from the one form to the next.
function order(m: Model): (Selection & { line: number })[] {
  return [
    { ...whole, line: 0 },
    { ...whole, kind: 'klant', line: m.persona.line },
    ...m.phases.flatMap((p, phase) => [
      { ...whole, kind: 'fase' as const, phase, line: p.line },
      ...p.steps.map(s => ({ ...whole, kind: 'stap' as const, phase, step: s.id, line: s.line })),
    ]),
    ...m.advice.map((a, index) => ({ ...whole, kind: 'advies' as const, index, step: a.step, line: a.line })),
    ...m.metrics.map((x, index) => ({ ...whole, kind: 'meting' as const, index, line: x.line })),
    ...m.sources.map(s => ({ ...whole, kind: 'bron' as const, name: s.name, line: s.line })),
  ];
}

// historyKeys make Ctrl+Z and Ctrl+Y work in forms as they do in the text: they take back what was done to the journey.
// What is typed and not kept yet is for the field itself.
function historyKeys(e: KeyboardEvent) {
  if (!(e.ctrlKey || e.metaKey) || e.altKey || (e.target as Element).closest('[data-typing]')) return;
  const key = e.key.toLowerCase();
  if (key === 'z' && !e.shiftKey) { e.preventDefault(); structure.stepBack(); }
  else if (key === 'y' || (key === 'z' && e.shiftKey)) { e.preventDefault(); structure.stepForward(); }
}

// Current is the form of what is selected. A form keeps its fields while its subject gets another title, and so
// another id: it is known by its place then.
function Current(props: { model: Model }) {
  const { model } = props;
  const selection = desk.use(s => s.selection);
  const fresh = structure.fresh.use(s => s.what);
  const last = useRef<{ ref: StepRef; serial: number; asked: string } | null>(null);
  const serial = useRef(0);
  const isStep = selection.kind === 'stap' || selection.kind === 'signaal' || selection.kind === 'citaat';
  let found: ReturnType<typeof follow> = null;
  if (isStep) {
    if (!last.current || last.current.asked !== selection.step) {
      last.current = { ref: { id: selection.step, phase: -1, index: -1 }, serial: ++serial.current, asked: selection.step };
    }
    found = follow(last.current.ref, model);
  } else {
    last.current = null;
  }
  const now = found?.step.id ?? '';
  useEffect(() => {
    if (!isStep || !now || now === selection.step || !last.current) return;
    last.current.asked = now;
    select({ ...selection, step: now });
  }, [now, selection.step, isStep]);
  // Its form may come late: until then the model does not have it.
  const there = fresh !== '' && !(selection.kind === 'advies' && !model.advice[selection.index]) && !(selection.kind === 'fase' && !model.phases[selection.phase]) && !(isStep && !found);
  useEffect(() => {
    // What was new is so for one showing of its form.
    if (there) window.setTimeout(() => { if (structure.fresh.get().what === fresh) structure.fresh.set({ what: '', typed: '' }); }, 500);
  }, [fresh, there]);
  return form(model, selection, found, last.current?.serial ?? 0, fresh);
}

function form(model: Model, s: Selection, found: ReturnType<typeof follow>, serial: number, fresh: string) {
  const phase = model.phases[s.phase];
  const advice = model.advice[s.index];
  const metric = model.metrics[s.index];
  const source = model.sources.find(x => x.name === s.name);
  if (s.kind === 'klant') return <PersonaForm model={model} />;
  if (s.kind === 'fase' && phase) return <PhaseForm key={`fase ${s.phase}`} phase={phase} index={s.phase} fresh={fresh === `fase ${s.phase}`} />;
  if (s.kind === 'signaal' && found && (found.step.signals[s.index] || s.index === found.step.signals.length)) {
    return <SignalForm key={`signaal ${serial} ${s.index}`} model={model} step={found.step} phase={found.phase} stepIndex={found.index} index={s.index}
      source={s.name} fresh={fresh === `signaal ${found.step.id} ${s.index}`} />;
  }
  if (found) {
    return <StepForm key={`stap ${serial}`} model={model} step={found.step} phase={found.phase} index={found.index} fresh={fresh === `stap ${found.step.id}`} />;
  }
  if (s.kind === 'advies' && advice) return <AdviceForm key={`advies ${s.index}`} model={model} advice={advice} index={s.index} fresh={fresh === `advies ${s.index}`} />;
  if (s.kind === 'meting' && metric) return <ScoreForm key={`meting ${s.index}`} metric={metric} index={s.index} fresh={fresh === `meting ${s.index}`} />;
  if (s.kind === 'bron' && source) return <SourceForm key={`bron ${source.name}`} model={model} source={source} />;
  return <JourneyForm model={model} />;
}

