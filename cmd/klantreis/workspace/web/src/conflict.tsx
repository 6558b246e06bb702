// Choosing between two versions of one file: nothing is lost unless the person says so.
import { Chunk, MergeView } from '@codemirror/merge';
import { EditorState, Text } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'preact/hooks';
import type { Conflict, File } from './api';
import { Dialog } from './dialog';
import { phrases } from './phrases';
import { dropDraft, keepBoth, restore, save, takeTheirs } from './session';
import { atLine, desk } from './state';
import { words } from './words';

export function Conflicts({ conflict }: { conflict: Conflict }) {
  const mine = desk.get().open?.text ?? '';
  const w = words();
  const later = () => desk.set({ conflict: null, elsewhere: conflict });
  return <Dialog title={w.conflictTitle} wide onClose={later}>
    <p>{w.conflictText}</p>
    <p><strong>{where(mine, conflict.text)}</strong></p>
    <Versions mine={mine} theirs={conflict.text} left={w.mine} right={w.theirs} />
    <p class="small">{w.keepBothText}</p>
    <div class="buttons">
      <button type="button" class="main" onClick={() => void keepBoth(conflict)}>{w.keepBoth}</button>
      <button type="button" onClick={() => void save(conflict.version)}>{w.keepMine}</button>
      <button type="button" onClick={() => takeTheirs(conflict)}>{w.keepTheirs}</button>
      <button type="button" onClick={later}>{w.conflictLater}</button>
    </div>
  </Dialog>;
}

// Restore asks about work of the last time.
export function Restore({ file }: { file: File }) {
  const w = words();
  const draft = file.draft!;
  desk.use(s => s.model); // comes after the text: it names what differs
  return <Dialog title={w.restoreTitle} wide onClose={() => restore(file)}>
    <p>{w.restoreText}</p>
    <p><strong>{where(file.text, draft.text)}</strong></p>
    {draft.base !== file.version && <p class="fault">{w.restoreChanged}</p>}
    <Versions mine={draft.text} theirs={file.text} left={w.mine} right={w.theirs} />
    <div class="buttons">
      <button type="button" class="main" onClick={() => restore(file)}>{w.restoreTake}</button>
      <button type="button" onClick={() => dropDraft(file)}>{w.restoreDrop}</button>
    </div>
  </Dialog>;
}

// where tells in which parts of the journey two texts differ, for who does not read the text of a file; '' when it is
// not known. The first is the text that is open.
function where(mine: string, theirs: string): string {
  const { model } = desk.get();
  if (!model) return '';
  const a = Text.of(mine.split('\n')), w = words();
  const names = Chunk.build(a, Text.of(theirs.split('\n'))).map(c => {
    const s = atLine(model, a.lineAt(Math.min(c.fromA, a.length)).number, mine);
    const steps = model.phases.flatMap(p => p.steps);
    const title = s.kind === 'stap' ? steps.find(x => x.id === s.step)?.title : s.kind === 'fase' ? model.phases[s.phase]?.title
      : s.kind === 'advies' ? model.advice[s.index]?.title : s.kind === 'meting' ? model.metrics[s.index]?.title : s.name;
    return w.part(s.kind, title ?? '');
  });
  return w.differsAt([...new Set(names)]);
}

// Versions shows two texts beside each other, with what differs marked and what is equal folded away.
function Versions({ mine, theirs, left, right }: { mine: string; theirs: string; left: string; right: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const side = (label: string) => [
      EditorState.readOnly.of(true), EditorState.lineSeparator.of('\n'), EditorState.phrases.of(phrases()), EditorView.lineWrapping, lineNumbers(),
      EditorView.cspNonce.of(document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? ''),
      EditorView.contentAttributes.of({ 'aria-label': label }),
    ];
    const view = new MergeView({
      a: { doc: mine, extensions: side(left) }, b: { doc: theirs, extensions: side(right) }, parent: box.current!,
      collapseUnchanged: { margin: 2, minSize: 4 }, gutter: true, highlightChanges: true,
    });
    return () => view.destroy();
  }, []);
  return <>
    <div class="versions-head"><strong>{left}</strong><strong>{right}</strong></div>
    <div ref={box} class="versions" />
  </>;
}
