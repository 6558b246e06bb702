// Where on a picture something that is dragged may land. All in the units of the part.
import type { Spot } from '../api';

// Slot is a place between two things, or at the end of a row of them. Its mark is a line.
export interface Slot {
  phase: number;
  index: number; // among the steps of the phase, or among the phases, as they stand now
  x: number;
  y: number;
  length: number;
  upright: boolean; // the line stands: things lie beside each other
  after: string; // label of what is before it; empty: it is the first
}

// stepSpots are the spots of steps, one for each, in the order of the picture.
export function spotsOf(places: Spot[], kind: 'stap' | 'fase'): Spot[] {
  const seen = new Set<string>();
  return places.filter(p => {
    const key = kind === 'stap' ? p.step : String(p.phase);
    if (p.kind !== kind || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

// beside tells whether two boxes lie beside each other rather than below.
const beside = (a: Spot, b: Spot) => Math.abs(b.x - a.x) >= Math.abs(b.y - a.y);

function lies(row: Spot[]): boolean {
  return row.length < 2 || beside(row[0]!, row[1]!);
}

// stepSlots are the places for a step: before each and behind the last of a phase; in an empty phase in its middle.
export function stepSlots(places: Spot[]): Slot[] {
  const steps = spotsOf(places, 'stap');
  const upright = lies(steps);
  return spotsOf(places, 'fase').flatMap(phase => {
    const row = steps.filter(s => s.phase === phase.phase);
    if (row.length === 0) return [at(phase, 0.5, phase.phase, 0, upright, '')];
    return [
      ...row.map((s, i) => between(row[i - 1], s, phase.phase, i, upright)),
      at(row[row.length - 1]!, 1, phase.phase, row.length, upright, row[row.length - 1]!.label),
    ];
  });
}

// phaseSlots are the places for a phase.
export function phaseSlots(places: Spot[]): Slot[] {
  const row = spotsOf(places, 'fase');
  const upright = lies(row);
  return [
    ...row.map((p, i) => between(row[i - 1], p, i, i, upright)),
    ...(row.length ? [at(row[row.length - 1]!, 1, row.length, row.length, upright, row[row.length - 1]!.label)] : []),
  ];
}

// at is a mark at a part of the way through a box.
function at(s: Spot, share: number, phase: number, index: number, upright: boolean, after: string): Slot {
  return upright
    ? { phase, index, x: s.x + s.width * share, y: s.y, length: s.height, upright, after }
    : { phase, index, x: s.x, y: s.y + s.height * share, length: s.width, upright, after };
}

// between is the mark half way two boxes of a row; where the row turns (or begins), before the second.
function between(before: Spot | undefined, s: Spot, phase: number, index: number, upright: boolean): Slot {
  const slot = at(s, 0, phase, index, upright, before?.label ?? '');
  if (!before) return slot;
  const end = at(before, 1, phase, index, upright, before.label);
  const sameRow = upright ? Math.abs(before.y - s.y) < s.height / 2 : Math.abs(before.x - s.x) < s.width / 2;
  if (!sameRow) return slot;
  return upright ? { ...slot, x: (slot.x + end.x) / 2 } : { ...slot, y: (slot.y + end.y) / 2 };
}

// nearest is the slot whose mark is closest to a point.
export function nearest(slots: Slot[], x: number, y: number): Slot | null {
  let best: Slot | null = null, least = Infinity;
  for (const s of slots) {
    const along = s.upright ? Math.abs(x - s.x) : Math.abs(y - s.y);
    const [from, p] = s.upright ? [s.y, y] : [s.x, x];
    const beyond = Math.max(0, from - p, p - from - s.length);
    const distance = along + beyond * 2;
    if (distance < least) { least = distance; best = s; }
  }
  return best;
}
