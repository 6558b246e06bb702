// The feeling of a step: five marks with words, or none, so that it follows from the signals.
import { useId } from 'preact/hooks';
import type { Problem } from '../api';
import { useFormWords } from '../words_forms';
import { useDraft } from './commit';
import { Field } from './field';

export function FeelingField(props: { value: number | null; problems?: Problem[] | undefined; commit(value: number | null): Promise<boolean> }) {
  const w = useFormWords();
  const draft = useDraft<number | null>(w.step.feeling.label, props.value, props.commit);
  const id = useId();
  const given = draft.value !== null;
  const value = draft.value ?? 0;
  const word = w.feelings[Math.round(value) + 2] ?? '';
  return <Field words={w.step.feeling} problems={props.problems} group>{wired => <div class="f-feeling">
    <label class="f-check">
      <input type="checkbox" checked={!given} onChange={e => draft.choose(e.currentTarget.checked ? null : 0)} />
      <span>{w.feelingDerived}</span>
    </label>
    <div class="f-slider" data-off={given ? undefined : ''}>
      {given && <label class="visually-hidden" for={id}>{w.step.feeling.label}</label>}
      {given && <input id={id} type="range" min={-2} max={2} step={given && !Number.isInteger(value) ? 'any' : 1} value={value}
        aria-valuetext={word} aria-describedby={wired.describedBy}
        onInput={e => draft.type(Math.round(Number(e.currentTarget.value)))} onBlur={draft.keep} onChange={draft.keep} />}
      <div class="f-scale">
        {w.feelings.map((name, i) => <button type="button" key={name} tabIndex={-1} aria-hidden="true" class={given && i - 2 === Math.round(value) ? 'f-on' : ''}
          onClick={() => draft.choose(i - 2)}><b>{i - 2 > 0 ? `+${i - 2}` : String(i - 2).replace('-', '−')}</b> {name}</button>)}
      </div>
    </div>
  </div>}</Field>;
}
