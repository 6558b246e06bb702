// A journey: text or form on the left, the picture on the right.
import { useEffect, useRef } from 'preact/hooks';
import { Conflicts, Restore } from './conflict';
import { DropZone } from './forms/drop';
import { FormPanel } from './forms/panel';
import { stepBack, stepForward } from './forms/structure';
import { unkept } from './forms/unkept';
import { start, type Kind } from './jobs';
import { JobPanel, Viewer } from './made';
import { Picture } from './picture';
import { Problems } from './problems';
import { save } from './session';
import { Splitter } from './splitter';
import { atLine, desk, dirty, theEditor } from './state';
import { Tabs } from './tabs';
import { words } from './words';

export function Journey() {
  const mode = desk.use(s => s.mode);
  const side = desk.use(s => s.side);
  const made = desk.use(s => s.made);
  const restored = desk.use(s => s.restored);
  const conflict = desk.use(s => s.conflict);
  const w = words();
  useKeys();
  useCursor();
  return <div class={`journey shows-${side}`}>
    <Top />
    <nav class="switch" aria-label={w.paneLabel}><Tabs label={w.paneLabel} names={{ invullen: w.work, beeld: w.picture }} chosen={side} controls="inhoud"
      choose={side => desk.set({ side })} /></nav>
    <main id="inhoud" tabIndex={-1} class="panes">
      <section class="left" aria-label={w.work}>
        <h2 class="visually-hidden">{w.work}</h2>
        <Tabs label={w.textOrForm} names={{ formulier: w.form, tekst: w.text }} chosen={mode} controls="links" choose={mode => desk.set({ mode })} />
        <div id="links" class="work">
          <div class="forms" hidden={mode !== 'formulier'}><FormPanel /></div>
          <div class="code" hidden={mode !== 'tekst'}><Code /></div>
        </div>
        <Problems />
      </section>
      <Splitter />
      <section class="right" aria-label={w.picture}>
        <h2 class="visually-hidden">{w.picture}</h2>
        <JobPanel />
        {made && <Viewer file={made} />}
        <div class="beside" hidden={made !== null}><Picture /></div>
      </section>
    </main>
    <DropZone />
    {restored && <Restore file={restored} />}
    {conflict && <Conflicts conflict={conflict} />}
  </div>;
}

function Top() {
  const title = desk.use(s => s.model?.title ?? '');
  const path = desk.use(s => s.open?.path ?? '');
  const typed = desk.use(s => dirty(s.open));
  const saving = desk.use(s => s.saving);
  const reached = desk.use(s => s.reached);
  const working = desk.use(s => s.job !== null && !s.job.ended);
  desk.use(s => s.open?.text); // what can be undone changes with the text
  const held = unkept.use(s => s.fields.length > 0); // and with what fields hold
  const w = words();
  const job = (kind: Kind, name: string, main = false) =>
    <button type="button" class={main ? 'main' : ''} disabled={working || !reached} onClick={() => void start(kind)}>{name}</button>;
  return <header class="top">
    <a class="home-link" href="#">← {w.home}</a>
    <h1 class="brand">{title || path}</h1>
    <div class="actions">
      <div class="group">
        <button type="button" aria-label={w.undo} title={`${w.undo} (Ctrl+Z)`} aria-disabled={!held && !theEditor()?.canUndo()} onMouseDown={stay} onClick={stepBack}>↶</button>
        <button type="button" aria-label={w.redo} title={`${w.redo} (Ctrl+Y)`} aria-disabled={!theEditor()?.canRedo()} onClick={stepForward}>↷</button>
      </div>
      <div class="group">
        <span class={`saved ${typed ? 'no' : 'yes'}`} role="status">{saving ? w.saving : typed ? w.notSaved : w.saved}</span>
        <button type="button" title="Ctrl+S" aria-disabled={!typed || saving} onClick={() => void save()}>{w.save}</button>
      </div>
      <div class="group">
        {job('controleer', w.check)}
        {job('presenteer', w.present)}
        <a class="to-arena" href={`/regie.html#${new URLSearchParams({ reis: path })}`}>{w.arena}</a>
        {job('maak', w.make, true)}
      </div>
    </div>
  </header>;
}

// stay keeps the focus where it is: a field that is left would send what is to be taken back.
const stay = (e: MouseEvent) => e.preventDefault();

// Code is where the editor is shown; it lives on while a form is.
function Code() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const editor = theEditor();
    if (editor) box.current?.append(editor.view.dom);
  }, []);
  return <>
    <div ref={box} class="editor" />
    <p id="editor-keys" class="hint">{words().editorKeys}</p>
  </>;
}

// useKeys: saving and undoing work wherever the focus is; in a field of a form, undoing is that of the field.
function useKeys() {
  useEffect(() => {
    const press = (e: KeyboardEvent) => {
      if (!(e.ctrlKey || e.metaKey) || e.altKey || e.defaultPrevented) return;
      const key = e.key.toLowerCase();
      if (key === 's') { e.preventDefault(); void save(); return; }
      const target = e.target as Element | null;
      if (target?.closest('input, textarea, select, .cm-editor, dialog')) return;
      if (key === 'z' && !e.shiftKey) { e.preventDefault(); stepBack(); }
      if (key === 'y' || key === 'z' && e.shiftKey) { e.preventDefault(); stepForward(); }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

// useCursor makes what stands at the cursor the selection, and marks its lines. A form that moves the cursor by what it
// writes stays what is selected.
function useCursor() {
  const line = desk.use(s => s.line);
  const model = desk.use(s => s.model);
  const stale = desk.use(s => s.stale);
  const last = useRef(0); // the line whose selection was taken
  useEffect(() => {
    if (!model || stale) return;
    const now = desk.get().selection;
    const there = atLine(model, line, desk.get().open?.text ?? '');
    // A signal or quote of a step is finer than what lines tell: it stays while the cursor is in its step.
    const finer = (now.kind === 'signaal' || now.kind === 'citaat') && there.kind === 'stap' && there.step === now.step;
    const inText = theEditor()?.view.dom.contains(document.activeElement) ?? false; // the search panel counts too
    if (inText && line !== last.current) {
      last.current = line;
      if (!finer && JSON.stringify(there) !== JSON.stringify(now)) desk.set({ selection: there });
    }
    const step = model.phases.flatMap(p => p.steps).find(s => s.id === there.step && there.kind === 'stap');
    theEditor()?.mark(step ? { from: step.line, to: step.endLine } : null);
  }, [line, model, stale]);
}
