// Places: the server counts columns in characters, the editor in UTF-16 units.
import type { Text } from '@codemirror/state';

// offset gives where a line and a column, both from 1, are in a text; what lies outside is moved in.
export function offset(doc: Text, line: number, column: number): number {
  const l = doc.line(Math.min(Math.max(line, 1), doc.lines));
  let units = 0;
  for (const character of l.text) {
    if (--column < 1) break;
    units += character.length;
  }
  return l.from + units;
}

// place is the other way round.
export function place(doc: Text, at: number): { line: number; column: number } {
  const l = doc.lineAt(at);
  return { line: l.number, column: [...l.text.slice(0, at - l.from)].length + 1 };
}

// difference is the one piece that two texts do not have in common: after taking away what they begin
// and end with alike, [from, to) of the first becomes insert. Null: they are equal.
export function difference(a: string, b: string): { from: number; to: number; insert: string } | null {
  if (a === b) return null;
  const most = Math.min(a.length, b.length);
  let from = 0;
  while (from < most && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  if (from > 0 && inPair(a, from)) from--;
  let tail = 0;
  while (tail < most - from && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++;
  if (tail > 0 && inPair(a, a.length - tail)) tail--;
  return { from, to: a.length - tail, insert: b.slice(from, b.length - tail) };
}

// inPair tells whether a place lies between the two units of one character.
function inPair(s: string, at: number): boolean {
  const before = s.charCodeAt(at - 1);
  return before >= 0xd800 && before < 0xdc00;
}
