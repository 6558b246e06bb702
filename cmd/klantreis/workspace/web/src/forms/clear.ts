// Where on a picture a button hides no words.
import { useEffect, useState } from 'preact/hooks';
import type { Part } from '../api';
import { desk } from '../state';

// Box is a rectangle in the units of a part.
export interface Box { x: number; y: number; width: number; height: number }

// useTexts gives where the words of a picture stand, when it has been drawn.
export function useTexts(root: HTMLElement, part: Part): Box[] {
  const [texts, setTexts] = useState<Box[]>([]);
  const side = desk.use(s => s.side); // what is not shown has no size
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const svg = root.querySelector('svg');
      const whole = svg?.getBoundingClientRect();
      if (!svg || !whole?.width) return;
      const unit = svg.viewBox.baseVal.width / whole.width;
      setTexts([...svg.querySelectorAll('text')].map(t => {
        const r = t.getBoundingClientRect();
        return { x: (r.left - whole.left) * unit, y: (r.top - whole.top) * unit, width: r.width * unit, height: r.height * unit };
      }));
    });
    return () => cancelAnimationFrame(frame);
  }, [root, part.hash, side]);
  return texts;
}

// clear is the first of some places (of the middle of a button, half as wide and high as it is) where no text lies below
// it; where all have text the first one.
export function clear(texts: Box[], places: { x: number; y: number }[], half: number): { x: number; y: number } {
  return places.find(p => !texts.some(t => t.x < p.x + half && t.x + t.width > p.x - half && t.y < p.y + half && t.y + t.height > p.y - half)) ?? places[0]!;
}
