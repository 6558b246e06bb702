// A new journey: its name, and what it begins with.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Created } from './api';
import { post } from './client';
import { Dialog } from './dialog';
import { Failure } from './client';
import { address } from './home';
import { desk, explain } from './state';
import { Svg } from './svg';
import { words } from './words';

export function NewJourney({ onClose }: { onClose: () => void }) {
  const begun = desk.use(s => s.start)!;
  const [title, setTitle] = useState('');
  const [begin, setBegin] = useState(begun.starts[0]?.id ?? 'leeg');
  const [text, setText] = useState('');
  const [fault, setFault] = useState<{ of: 'title' | 'text' | 'all'; message: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [created, setCreated] = useState<Created | null>(null);
  const name = useRef<HTMLInputElement>(null), pasted = useRef<HTMLTextAreaElement>(null);
  const w = words();
  const [asking, setAsking] = useState(false);
  useLayoutEffect(() => {
    if (begin !== 'tekst') return;
    pasted.current?.focus();
    pasted.current?.scrollIntoView({ block: 'center' });
  }, [begin]);
  // What was pasted is not thrown away without a question.
  const leave = () => { if (begin === 'tekst' && text.trim() && !asking) setAsking(true); else onClose(); };
  const open = (path: string) => { onClose(); location.hash = address(path); };

  const make = async (e: Event) => {
    e.preventDefault();
    if (!title.trim()) { setFault({ of: 'title', message: w.newNeedsTitle }); name.current?.focus(); return; }
    if (begin === 'tekst' && !text.trim()) { setFault({ of: 'text', message: w.newNeedsText }); pasted.current?.focus(); return; }
    setBusy(true);
    setFault(null);
    try {
      const made = await post<Created>('/api/journeys', { title: title.trim(), begin, text: begin === 'tekst' ? text : '' });
      if (made.notes.length > 0) setCreated(made);
      else open(made.path);
    } catch (e) {
      if (e instanceof Failure && e.status !== 0) setFault({ of: begin === 'tekst' ? 'text' : 'all', message: e.fault.message });
      else explain(e);
    } finally {
      setBusy(false);
    }
  };

  if (created) return <Dialog title={w.newNotes} onClose={() => open(created.path)}>
    <ul class="notes">{created.notes.map(n => <li key={n}>{n}</li>)}</ul>
    <div class="buttons"><button type="button" class="main" onClick={() => open(created.path)}>{w.newOpen}</button></div>
  </Dialog>;

  const told = (of: string) => fault?.of === of && <p class="fault" id={`fault-${of}`}>{fault.message}</p>;
  return <Dialog title={w.newJourney} onClose={leave} wide>
    <form onSubmit={e => void make(e)} noValidate>
      <label class="field" for="nieuw-naam">{w.newTitle}</label>
      <p class="hint" id="nieuw-hint">{w.newHint}</p>
      {told('title')}
      <input id="nieuw-naam" ref={name} value={title} maxLength={200} autofocus aria-describedby="nieuw-hint fault-title"
        aria-invalid={fault?.of === 'title'} onInput={e => setTitle(e.currentTarget.value)} />
      <fieldset>
        <legend>{w.newBegin}</legend>
        <div class="starts">{begun.starts.map(s => <label key={s.id} class="start">
          <span class="mini">{s.map && <Svg content={s.map} hidden />}</span>
          <span class="start-title"><input type="radio" name="begin" value={s.id} checked={begin === s.id} onChange={() => setBegin(s.id)} />{s.title}</span>
          <span class="small">{s.about}</span>
        </label>)}</div>
      </fieldset>
      {begin === 'tekst' && <>
        <label class="field" for="nieuw-tekst">{w.newText}</label>
        <p class="hint" id="tekst-hint">{w.newTextHint}</p>
        {told('text')}
        <textarea id="nieuw-tekst" ref={pasted} rows={8} value={text} spellcheck={false} aria-describedby="tekst-hint fault-text"
          aria-invalid={fault?.of === 'text'} onInput={e => setText(e.currentTarget.value)} />
      </>}
      <div aria-live="polite">{told('all')}</div>
      {asking ? <div class="buttons" role="alertdialog" aria-label={w.newDrop}>
        <p>{w.newDrop}</p>
        <button type="button" ref={b => b?.focus()} onClick={() => setAsking(false)}>{w.newDropNo}</button>
        <button type="button" onClick={onClose}>{w.newDropYes}</button>
      </div> : <div class="buttons">
        <button type="submit" class="main" disabled={busy}>{busy ? w.jobBusy : w.newMake}</button>
        <button type="button" onClick={leave}>{w.cancel}</button>
      </div>}
    </form>
  </Dialog>;
}
