// Zooming of pictures: buttons, keys, ctrl and the wheel, two fingers. What is under the pointer stays there.
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface Zoom {
  scale: number; // of the first picture, where 1 is its own size
  fitting: boolean;
  scaleOf(width: number): number;
  in(): void;
  out(): void;
  fit(): void;
}

const smallest = 0.1, largest = 6, step = 1.25;

// useZoom keeps the zoom of the pictures in a box that scrolls, for each view its own. A picture that fits the box is
// not made smaller than least.
export function useZoom(box: RefObject<HTMLElement>, view: string, least: number): Zoom {
  const [chosen, setChosen] = useState<Record<string, number>>({}); // 0 or absent: as wide as the box
  const [inner, setInner] = useState(800);
  const [first, setFirst] = useState(1); // the width of the widest picture
  const anchor = useRef<{ x: number; y: number; left: number; top: number } | null>(null);
  const set = chosen[view] ?? 0;
  const scaleOf = (width: number) => set || Math.max(least, Math.min(1.5, inner / width));
  const scale = scaleOf(first);

  const to = (next: number, x?: number, y?: number) => {
    const b = box.current;
    if (!b) return;
    const clamped = Math.min(largest, Math.max(smallest, next));
    const px = x ?? b.clientWidth / 2, py = y ?? b.clientHeight / 2;
    anchor.current = { x: px, y: py, left: (b.scrollLeft + px) / now.current, top: (b.scrollTop + py) / now.current };
    setChosen(c => ({ ...c, [view]: clamped }));
  };
  const now = useRef(scale);
  const turn = useRef(to);
  turn.current = to;

  useLayoutEffect(() => {
    now.current = scale;
    const b = box.current, a = anchor.current;
    if (b && a) {
      b.scrollLeft = a.left * scale - a.x;
      b.scrollTop = a.top * scale - a.y;
      anchor.current = null;
    }
  }, [scale]);

  useEffect(() => {
    const b = box.current!;
    const measure = () => {
      const style = getComputedStyle(b);
      const width = b.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      if (width > 0) setInner(width);
      const widest = Math.max(0, ...[...b.querySelectorAll('svg[viewBox]')].filter(s => s.closest('.layers')).map(s => (s as SVGSVGElement).viewBox.baseVal.width));
      if (widest > 0) setFirst(widest);
    };
    const watch = new ResizeObserver(measure), grown = new MutationObserver(measure);
    watch.observe(b);
    grown.observe(b, { childList: true, subtree: true });
    const wheel = (e: WheelEvent) => {
      if (!e.ctrlKey) return; // a pinch on a touch pad comes as this too
      e.preventDefault();
      const r = b.getBoundingClientRect();
      turn.current(now.current * Math.exp(-e.deltaY * (e.deltaMode ? 0.05 : 0.002)), e.clientX - r.left, e.clientY - r.top);
    };
    const press = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.altKey) return;
      if (e.key === '+' || e.key === '=') turn.current(now.current * step);
      else if (e.key === '-') turn.current(now.current / step);
      else if (e.key === '0') setChosen(c => ({ ...c, [view]: 0 }));
      else return;
      e.preventDefault();
    };
    const fingers = pinch(b, (factor, x, y) => turn.current(now.current * factor, x, y));
    b.addEventListener('wheel', wheel, { passive: false });
    b.addEventListener('keydown', press);
    return () => {
      watch.disconnect();
      grown.disconnect();
      fingers();
      b.removeEventListener('wheel', wheel);
      b.removeEventListener('keydown', press);
    };
  }, [view]);

  return { scale, fitting: set === 0, scaleOf, in: () => to(scale * step), out: () => to(scale / step), fit: () => setChosen(c => ({ ...c, [view]: 0 })) };
}

// pinch follows two fingers on a box.
function pinch(b: HTMLElement, turn: (factor: number, x: number, y: number) => void): () => void {
  let before = 0;
  const spread = (t: TouchList) => Math.hypot(t[0]!.clientX - t[1]!.clientX, t[0]!.clientY - t[1]!.clientY);
  const start = (e: TouchEvent) => { before = e.touches.length === 2 ? spread(e.touches) : 0; };
  const move = (e: TouchEvent) => {
    if (e.touches.length !== 2 || before === 0) return;
    e.preventDefault();
    const now = spread(e.touches), r = b.getBoundingClientRect();
    turn(now / before, (e.touches[0]!.clientX + e.touches[1]!.clientX) / 2 - r.left, (e.touches[0]!.clientY + e.touches[1]!.clientY) / 2 - r.top);
    before = now;
  };
  b.addEventListener('touchstart', start, { passive: true });
  b.addEventListener('touchmove', move, { passive: false });
  return () => {
    b.removeEventListener('touchstart', start);
    b.removeEventListener('touchmove', move);
  };
}
