// Tabs as the ARIA practices describe them: one stop for Tab, arrows between.
import { useRef } from 'preact/hooks';

export function Tabs<K extends string>({ label, names, chosen, controls, choose }: {
  label: string; names: Record<K, string>; chosen: K; controls: string; choose: (k: K) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const keys = Object.keys(names) as K[];
  const press = (e: KeyboardEvent) => {
    const at = keys.indexOf(chosen);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: keys.length - 1 }[e.key];
    if (next === undefined) return;
    e.preventDefault();
    const to = (next + keys.length) % keys.length;
    choose(keys[to]!);
    (box.current?.children[to] as HTMLElement | undefined)?.focus();
  };
  return <div ref={box} class="tabs" role="tablist" aria-label={label} onKeyDown={press}>
    {keys.map(k => <button key={k} type="button" role="tab" aria-selected={k === chosen} aria-controls={controls}
      tabIndex={k === chosen ? 0 : -1} onClick={() => choose(k)}>{names[k]}</button>)}
  </div>;
}
