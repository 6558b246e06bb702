// Dragging a step or phase over a picture, with a mouse, a pen or a finger. A finger has to rest first, so that the
// page can still be scrolled with it.
import type { Spot } from '../api';
import { nearest, phaseSlots, spotsOf, stepSlots, type Slot } from './slots';

export interface Drag {
  spot: Spot;
  x: number; // of the pointer, in pixels of the picture
  y: number;
  slot: Slot | null;
}

const threshold = 6; // pixels before a press becomes a drag
const still = 350; // milliseconds that a finger rests
const edge = 56; // pixels from the border where the picture begins to scroll

export interface Dragging {
  places(): Spot[];
  scale(): number;
  show(drag: Drag | null): void;
  dropped(spot: Spot, slot: Slot): void;
  stopped(): void;
}

// listenForDrags watches the buttons over a picture; it gives what ends that.
export function listenForDrags(root: HTMLElement, on: Dragging): () => void {
  let press: { spot: Spot; id: number; x: number; y: number; target: HTMLElement } | null = null;
  let drag: Drag | null = null;
  let slots: Slot[] = [];
  let rest = 0, frame = 0;
  let last = { x: 0, y: 0 };

  const down = (e: PointerEvent) => {
    const target = (e.target as Element).closest<HTMLElement>('[data-spot]');
    const place = target && on.places()[Number(target.dataset['spot'])];
    if (!target || !place || e.button !== 0 || !e.isPrimary || (place.kind !== 'stap' && place.kind !== 'fase')) return;
    press = { spot: place, id: e.pointerId, x: e.clientX, y: e.clientY, target };
    last = { x: e.clientX, y: e.clientY };
    if (e.pointerType === 'touch') rest = window.setTimeout(begin, still);
  };
  const move = (e: PointerEvent) => {
    if (!press || e.pointerId !== press.id) return;
    last = { x: e.clientX, y: e.clientY };
    if (!drag) {
      if (Math.hypot(e.clientX - press.x, e.clientY - press.y) < threshold) return;
      if (e.pointerType === 'touch') { end(); return; }
      begin();
    }
    follow();
  };
  const begin = () => {
    if (!press) return;
    const steps = press.spot.kind === 'stap';
    slots = steps ? stepSlots(on.places()) : phaseSlots(on.places());
    drag = { spot: press.spot, x: 0, y: 0, slot: null };
    try { press.target.setPointerCapture(press.id); } catch { /* the finger is gone */ }
    follow();
    frame = requestAnimationFrame(scroll);
  };
  const follow = () => {
    if (!drag) return;
    const box = root.getBoundingClientRect();
    const x = last.x - box.left, y = last.y - box.top;
    const slot = nearest(slots, x / on.scale(), y / on.scale());
    drag = { ...drag, x, y, slot: slot && moves(on.places(), drag.spot, slot) ? slot : null };
    on.show(drag);
  };
  const up = (e: PointerEvent) => {
    if (!press || e.pointerId !== press.id) return;
    const was = drag;
    end();
    if (!was) return;
    // The click that follows is part of the drag.
    root.addEventListener('click', swallow, { capture: true, once: true });
    window.setTimeout(() => root.removeEventListener('click', swallow, { capture: true }), 0);
    if (was.slot) on.dropped(was.spot, was.slot);
    else on.stopped();
  };
  const swallow = (e: Event) => { e.preventDefault(); e.stopPropagation(); };
  const end = () => {
    window.clearTimeout(rest);
    cancelAnimationFrame(frame);
    press = null;
    if (drag) { drag = null; on.show(null); }
  };
  const cancel = () => { if (drag) on.stopped(); end(); };
  const escape = (e: KeyboardEvent) => {
    if (e.key !== 'Escape' || !drag) return;
    e.preventDefault();
    e.stopPropagation();
    root.addEventListener('click', swallow, { capture: true, once: true });
    cancel();
  };
  const scroll = () => {
    if (!drag) return;
    for (let box = root.parentElement; box; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      const r = box.getBoundingClientRect();
      if (/auto|scroll/.test(overflowX)) box.scrollLeft += push(last.x, r.left, r.right);
      if (/auto|scroll/.test(overflowY)) box.scrollTop += push(last.y, r.top, r.bottom);
    }
    window.scrollBy(0, push(last.y, 0, window.innerHeight));
    follow();
    frame = requestAnimationFrame(scroll);
  };
  const noScroll = (e: TouchEvent) => { if (drag) e.preventDefault(); };
  const noMenu = (e: Event) => { if (drag) e.preventDefault(); };

  root.addEventListener('pointerdown', down);
  root.addEventListener('touchmove', noScroll, { passive: false });
  root.addEventListener('contextmenu', noMenu);
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', cancel);
  window.addEventListener('keydown', escape, true);
  return () => {
    end();
    root.removeEventListener('pointerdown', down);
    root.removeEventListener('touchmove', noScroll);
    root.removeEventListener('contextmenu', noMenu);
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('pointercancel', cancel);
    window.removeEventListener('keydown', escape, true);
  };
}

// push is how far to scroll now, with the pointer near a border.
function push(at: number, from: number, to: number): number {
  if (at < from + edge) return Math.max(-18, (at - from - edge) / 3);
  if (at > to - edge) return Math.min(18, (at - to + edge) / 3);
  return 0;
}

// moves tells whether a slot is another place than where something stands.
function moves(places: Spot[], spot: Spot, slot: Slot): boolean {
  if (spot.kind === 'fase') return slot.index !== spot.phase && slot.index !== spot.phase + 1;
  if (slot.phase !== spot.phase) return true;
  const at = indexOf(places, spot);
  return slot.index !== at && slot.index !== at + 1;
}

// indexOf is the place of a step in its phase.
export function indexOf(places: Spot[], spot: Spot): number {
  return spotsOf(places, 'stap').filter(s => s.phase === spot.phase).findIndex(s => s.step === spot.step);
}
