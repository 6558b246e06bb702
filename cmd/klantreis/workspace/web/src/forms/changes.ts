// How forms change the journey: one after the other, each made from the model that the one before it left.
import type { Edited, Model, Op, StepModel } from '../api';
import { apply, desk } from '../state';
import { whereStep } from './ops';

let queue: Promise<unknown> = Promise.resolve();

// patience is how long a change waits until the text before it was read, in milliseconds. Where the server is that slow,
// or away, the change is made from what is known.
const patience = 15_000;

// change makes an operation from the newest model when its turn comes, and tells whether it was done. Make gives
// null when there is nothing left to change.
export function change(make: (model: Model) => Op | null): Promise<Edited | null> {
  const run = queue.then(async () => {
    await allRead(patience);
    const { model, open } = desk.get();
    const op = model && make(model);
    if (!op) return null;
    const edited = await apply(op);
    if (edited && edited.text !== open?.text) await allRead(patience);
    return edited;
  });
  queue = run.catch(() => null);
  return run;
}

// done tells whether it went well: nothing to change is well too.
export async function done(make: (model: Model) => Op | null): Promise<boolean> {
  let asked = false;
  const edited = await change(model => {
    const op = make(model);
    asked = op !== null;
    return op;
  });
  return edited !== null || !asked;
}

// allRead resolves when the model is that of the text, also when only its faults are known: a picture of a text before it
// may come in between.
export function allRead(wait: number): Promise<void> {
  const isSo = () => { const { open, read } = desk.get(); return !open || open.text === read; };
  return new Promise(resolve => {
    const stop = desk.follow(() => { if (isSo()) end(); });
    const timer = window.setTimeout(end, wait);
    function end() { stop(); window.clearTimeout(timer); resolve(); }
    if (isSo()) end();
  });
}

// StepRef follows a step while its id and place change: it is looked up by id, and where that is gone (the title made
// it) by its last place.
export interface StepRef { id: string; phase: number; index: number }

export interface Found { phase: number; index: number; step: StepModel }

export function follow(ref: StepRef, model: Model): Found | null {
  const at = whereStep(model, ref.id) ?? byPlace(ref, model);
  if (at) { ref.id = at.step.id; ref.phase = at.phase; ref.index = at.index; }
  return at;
}

function byPlace(ref: StepRef, model: Model): Found | null {
  const step = model.phases[ref.phase]?.steps[ref.index];
  return step ? { phase: ref.phase, index: ref.index, step } : null;
}
