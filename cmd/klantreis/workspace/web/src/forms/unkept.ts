// Which fields hold a value that is not in the file: just typed, or refused. Undoing begins with these, for they are what
// the person did last; the file knows nothing of them.
import { Store } from '../store';

export interface Unkept {
  label: string;
  typing(): boolean; // asked when it matters: leaving a field sends what it holds before the page is drawn again
  drop(): void; // gives the last value that was kept back
}

export const unkept = new Store<{ fields: Unkept[] }>({ fields: [] });

// hold notes a field until what it gives is called.
export function hold(field: Unkept): () => void {
  unkept.set({ fields: [...unkept.get().fields, field] });
  return () => unkept.set({ fields: unkept.get().fields.filter(f => f !== field) });
}

// giveBack gives the field that was typed in last its kept value back, and tells which; null: there is none.
export function giveBack(fields: readonly Unkept[]): Unkept | null {
  const last = fields.filter(f => f.typing()).at(-1) ?? null;
  last?.drop();
  return last;
}
