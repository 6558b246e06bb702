// The forms beside the picture: the journey as a list, and the form of what is selected.
import { useEffect, useRef } from 'preact/hooks';
import type { Model } from '../api';
import { desk, select, type Selection } from '../state';
import { useFormWords } from '../words_forms';
import { AdviceForm } from './adviceform';
import { follow, type StepRef } from './changes';
import { JourneyForm, PersonaForm, PhaseForm } from './journeyforms';
import { Outline } from './outline';
import { SignalForm } from './signalform';
import { SourceForm } from './sourceform';
import { StepForm } from './stepform';
import * as structure from './structure';

// FormPanel is the whole panel, beside "Tekst". It needs a journey that could be read once; the shell shows the text otherwise.
export function FormPanel() {
  const w = useFormWords();
  const model = desk.use(s => s.model);
  const stale = desk.use(s => s.stale);
  const firstFault = desk.use(s => s.problems.find(p => p.severity === 'error'));
  const box = useRef<HTMLDivElement>(null);
  if (!model) return <p class="f-note">{w.noModel}</p>;
  return <div class="f-panel" ref={box} onKeyDown={historyKeys}>
    {stale && <p class="f-stale" role="status">{w.stale} {firstFault && firstFault.line > 0 && <button type="button" class="f-link" onClick={() => { desk.set({ mode: 'tekst' }); select(desk.get().selection, firstFault.line); }}>{w.toFault(firstFault.line)}</button>}</p>}
    <details class="f-outline-box" open><summary>{w.outline}</summary><Outline model={model} /></details>
    <div class="f-current"><Current model={model} /></div>
  </div>;
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
  useEffect(() => {
    // What was new is so for one showing of its form.
    if (fresh) window.setTimeout(() => { if (structure.fresh.get().what === fresh) structure.fresh.set({ what: '' }); }, 500);
  }, [fresh]);
  return form(model, selection, found, last.current?.serial ?? 0, fresh);
}

function form(model: Model, s: Selection, found: ReturnType<typeof follow>, serial: number, fresh: string) {
  const phase = model.phases[s.phase];
  const advice = model.advice[s.index];
  const source = model.sources.find(x => x.name === s.name);
  if (s.kind === 'klant') return <PersonaForm model={model} />;
  if (s.kind === 'fase' && phase) return <PhaseForm key={`fase ${s.phase}`} phase={phase} index={s.phase} fresh={fresh === `fase ${s.phase}`} />;
  if (s.kind === 'signaal' && found?.step.signals[s.index]) {
    return <SignalForm key={`signaal ${serial} ${s.index}`} model={model} step={found.step} phase={found.phase} stepIndex={found.index} index={s.index}
      fresh={fresh === `signaal ${found.step.id} ${s.index}`} />;
  }
  if (found) {
    return <StepForm key={`stap ${serial}`} model={model} step={found.step} phase={found.phase} index={found.index} fresh={fresh === `stap ${found.step.id}`} />;
  }
  if (s.kind === 'advies' && advice) return <AdviceForm key={`advies ${s.index}`} model={model} advice={advice} index={s.index} fresh={fresh === `advies ${s.index}`} />;
  if (s.kind === 'bron' && source) return <SourceForm key={`bron ${source.name}`} model={model} source={source} />;
  return <JourneyForm model={model} />;
}

