// The editor: CodeMirror with what the server knows of the format.
import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentLess, indentMore, isolateHistory, redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, StateEffect, StateField, type Range } from '@codemirror/state';
import {
  Decoration, drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars,
  hoverTooltip, keymap, lineNumbers, type DecorationSet,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Problem } from './api';
import { hangingIndent } from './hang';
import { complete, explainAt } from './help';
import { phrases } from './phrases';
import { difference, offset } from './place';
import { words } from './words';

// markStep names the lines, from 1, of the step that the person looks at.
const markStep = StateEffect.define<{ from: number; to: number } | null>();
const stepLine = Decoration.line({ class: 'cm-step' });

const stepMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, tr) {
    marks = marks.map(tr.changes);
    for (const e of tr.effects) {
      if (!e.is(markStep)) continue;
      const lines: Range<Decoration>[] = [];
      if (e.value) {
        const last = Math.min(e.value.to, tr.state.doc.lines);
        for (let n = e.value.from; n <= last; n++) lines.push(stepLine.range(tr.state.doc.line(n).from));
      }
      marks = Decoration.set(lines);
    }
    return marks;
  },
  provide: f => EditorView.decorations.from(f),
});

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--code-key)', fontWeight: '600' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--code-comment)', fontStyle: 'italic' },
  { tag: tags.string, color: 'var(--code-text)' },
  { tag: [tags.attributeValue, tags.content], color: 'var(--ink)' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--code-mark)' },
  { tag: [tags.keyword, tags.labelName, tags.typeName, tags.meta], color: 'var(--code-mark)' },
]);

export interface Follower {
  changed(text: string): void;
  moved(line: number): void;
  save(): void;
}

export class Editor {
  readonly view: EditorView;

  constructor(readonly path: string, text: string, follower: Follower) {
    const w = words();
    this.view = new EditorView({
      state: EditorState.create({
        doc: text,
        extensions: [
          EditorView.cspNonce.of(document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? ''),
          EditorState.phrases.of(phrases()),
          EditorState.lineSeparator.of('\n'), // the server gives and takes those alone
          indentUnit.of('  '), EditorState.tabSize.of(2),
          lineNumbers(), highlightActiveLineGutter(), highlightSpecialChars(), history(), drawSelection(),
          EditorView.lineWrapping, hangingIndent, yaml(), syntaxHighlighting(colours), bracketMatching(), closeBrackets(),
          autocompletion({ override: [complete(path)], icons: false }), hoverTooltip(explainAt(path)),
          highlightActiveLine(), highlightSelectionMatches(), search({ top: true }), lintGutter(), stepMarks,
          EditorView.contentAttributes.of({ 'aria-label': w.editorLabel, 'aria-describedby': 'editor-keys', tabindex: '0' }),
          keymap.of([
            { key: 'Mod-s', preventDefault: true, run: () => { follower.save(); return true; } },
            { key: 'Tab', run: v => acceptCompletion(v) || indentMore(v), shift: indentLess },
            ...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap,
          ]),
          EditorView.updateListener.of(u => {
            if (u.docChanged) follower.changed(u.state.sliceDoc());
            if (u.docChanged || u.selectionSet) follower.moved(u.state.doc.lineAt(u.state.selection.main.head).number);
          }),
        ],
      }),
    });
  }

  // replace makes the text what it should be, in the smallest piece and as one step of the history.
  replace(text: string, line = 0) {
    const { state } = this.view;
    const change = difference(state.doc.toString(), text);
    if (!change) return;
    this.view.dispatch({
      changes: { from: change.from, to: change.to, insert: state.toText(change.insert) },
      annotations: isolateHistory.of('full'),
      userEvent: 'input.desk',
    });
    if (line > 0) this.goto(line);
  }

  // goto puts the cursor on a line and shows it; column from 1, 0: the first letter of the line.
  goto(line: number, column = 0, focus = false) {
    const { doc } = this.view.state;
    const l = doc.line(Math.min(Math.max(line, 1), doc.lines));
    const at = column > 0 ? offset(doc, line, column) : l.from + (l.text.length - l.text.trimStart().length);
    this.view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    if (focus) this.view.focus();
  }

  // mark shows which lines belong to the step that the person looks at.
  mark(lines: { from: number; to: number } | null) { this.view.dispatch({ effects: markStep.of(lines) }); }

  // problems shows faults where they are.
  problems(list: Problem[]) {
    const { doc } = this.view.state;
    const found: Diagnostic[] = list.filter(p => p.line > 0 && p.line <= doc.lines).map(p => {
      const from = offset(doc, p.line, p.column);
      const to = Math.max(offset(doc, p.line, p.endColumn), Math.min(from + 1, doc.line(p.line).to));
      return {
        from, to, severity: p.severity === 'error' ? 'error' : 'warning', message: [p.message, p.help].filter(Boolean).join('\n'),
        ...(p.fix ? { actions: [{ name: words().fix(p.fix.title), apply: () => this.fix(p) }] } : {}),
      };
    });
    this.view.dispatch(setDiagnostics(this.view.state, found));
  }

  // fix does what a problem proposes.
  fix(p: Problem) {
    if (!p.fix) return;
    const { doc } = this.view.state;
    const from = offset(doc, p.fix.line, p.fix.column);
    this.view.dispatch({
      changes: { from, to: offset(doc, p.fix.line, p.fix.endColumn), insert: p.fix.replacement },
      selection: { anchor: from + p.fix.replacement.length },
      annotations: isolateHistory.of('full'),
    });
  }

  undo() { undo(this.view); }
  redo() { redo(this.view); }
  canUndo(): boolean { return undoDepth(this.view.state) > 0; }
  canRedo(): boolean { return redoDepth(this.view.state) > 0; }
  destroy() { this.view.destroy(); }
}
