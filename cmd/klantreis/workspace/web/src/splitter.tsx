// The line between text and picture, to drag or to move with the arrows.
import { useRef, useState } from 'preact/hooks';
import { words } from './words';

const least = 20, most = 80, usual = 42; // percent of the width that the left has

export function Splitter() {
  const [share, setShare] = useState(usual);
  const box = useRef<HTMLDivElement>(null);
  const put = (percent: number) => {
    const next = Math.min(most, Math.max(least, Math.round(percent)));
    setShare(next);
    box.current?.parentElement?.style.setProperty('--left', `${next}%`);
  };
  const move = (e: PointerEvent) => {
    const panes = box.current?.parentElement?.getBoundingClientRect();
    if (panes && box.current?.hasPointerCapture(e.pointerId)) put((e.clientX - panes.left) / panes.width * 100);
  };
  const press = (e: KeyboardEvent) => {
    const next = { ArrowLeft: share - 4, ArrowRight: share + 4, Home: least, End: most, Enter: usual }[e.key];
    if (next === undefined) return;
    e.preventDefault();
    put(next);
  };
  return <div ref={box} class="splitter" role="separator" tabIndex={0} aria-orientation="vertical" aria-label={words().splitter}
    aria-valuenow={share} aria-valuemin={least} aria-valuemax={most} onKeyDown={press} onPointerMove={move}
    onPointerDown={e => { e.preventDefault(); box.current?.setPointerCapture(e.pointerId); }} onDblClick={() => put(usual)} />;
}
