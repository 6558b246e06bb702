// Lines that are too long for the window go on below their own text, not below the margin: in YAML the place where
// a line begins says what it belongs to.
import type { Range } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';

const most = 24; // letters; deeper lines hang no further, or a narrow window would have no room for text

const hangs = Array.from({ length: most + 1 }, (_, n) => Decoration.line({ class: `cm-hang-${n}` }));

// hangOf is how many letters the rest of a line stands from the margin: its indent, the dashes of lists with it.
export function hangOf(line: string): number {
  return Math.min(most, /^ *(?:- +)*/.exec(line)![0].length);
}

function decorate(view: EditorView): DecorationSet {
  const found: Range<Decoration>[] = [];
  let last = -1;
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      const n = hangOf(line.text);
      if (n > 0 && line.from > last) { found.push(hangs[n]!.range(line.from)); last = line.from; }
      at = line.to + 1;
    }
  }
  return Decoration.set(found);
}

const padding = 6; // pixels that the editor keeps before each line

export const hangingIndent = [
  ViewPlugin.fromClass(class {
    decorations: DecorationSet;
    constructor(view: EditorView) { this.decorations = decorate(view); }
    update(u: ViewUpdate) { if (u.docChanged || u.viewportChanged) this.decorations = decorate(u.view); }
  }, { decorations: v => v.decorations }),
  EditorView.theme(Object.fromEntries(hangs.slice(1).map((_, i) =>
    [`.cm-line.cm-hang-${i + 1}`, { paddingInlineStart: `calc(${padding}px + ${i + 1}ch)`, textIndent: `-${i + 1}ch` }]))),
];
