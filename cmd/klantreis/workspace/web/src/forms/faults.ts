// Which field of a form does a fault belong to? A fault has a line of the text; a form has a range of lines and
// the keys that it shows.
import { isOfAll } from '../about';
import type { Problem } from '../api';

// keyAt gives the key whose value stands at a place: on the line itself the last key before the column, otherwise
// the nearest line above (within the range) that begins with a key. Empty: none of them.
export function keyAt(text: string, line: number, column: number, first: number, keys: readonly string[]): string {
  const lines = text.split('\n');
  const known = new Set(keys);
  for (let n = line; n >= Math.max(1, first); n--) {
    const content = lines[n - 1] ?? '';
    const upTo = n === line ? [...content].slice(0, column + longest(keys)).join('') : content;
    let found = '';
    for (const m of upTo.matchAll(/(?:^\s*(?:- )?|[{,]\s*)["']?([\p{L}-]+)["']?\s*:(?=\s|$)/gu)) {
      if (known.has(m[1]!) && (n < line || m.index <= column - 1)) found = m[1]!;
    }
    if (found) return found;
  }
  return '';
}

const longest = (keys: readonly string[]) => Math.max(0, ...keys.map(k => k.length)) + 4;

export interface Faults {
  of: Record<string, Problem[]>; // by key
  rest: Problem[]; // of the form as a whole
}

// faultsOf divides the problems on lines first … last (both included) over the keys of a form.
export function faultsOf(problems: Problem[], text: string, first: number, last: number, keys: readonly string[]): Faults {
  const faults: Faults = { of: {}, rest: [] };
  if (first < 1) return faults;
  for (const p of problems) {
    if (p.line < first || p.line > last || isOfAll(p)) continue;
    const key = keyAt(text, p.line, p.column, first, keys);
    if (key) (faults.of[key] ??= []).push(p);
    else faults.rest.push(p);
  }
  return faults;
}

// endOf is the last line of something that begins on a line with a list mark or a key: the line before the next
// one that stands no deeper. Empty lines and comments at the end do not count.
export function endOf(text: string, first: number): number {
  const lines = text.split('\n');
  const depth = (s: string) => s.length - s.trimStart().length;
  const own = depth(lines[first - 1] ?? '');
  let last = first;
  for (let n = first + 1; n <= lines.length; n++) {
    const content = lines[n - 1]!;
    if (!content.trim() || content.trimStart().startsWith('#')) continue;
    if (depth(content) <= own) break;
    last = n;
  }
  return last;
}
