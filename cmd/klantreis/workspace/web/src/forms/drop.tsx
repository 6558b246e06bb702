// Adding a file with signals: dropped on the page or chosen, looked at, confirmed.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Dropped, DropAdd, DropLook, Edited } from '../api';
import { Failure, post, query, remove } from '../client';
import { Dialog } from '../dialog';
import { afresh } from '../live';
import { adopt, desk, explain, select, tell, whole } from '../state';
import { Store } from '../store';
import { Talks } from './talks';
import { useFormWords } from '../words_forms';
import { placeWords } from '../words_place';
import { Field } from './field';
import { isProposal, ProposalDialog, takeProposal } from './proposal';
import { sendFile } from './sending';
import { Sign } from './sign';
import { announce } from './structure';
import { UndoToast } from './toast';

// adding is the dialog: whether it is open, and with which file.
const adding = new Store<{ open: boolean; file: File | null }>({ open: false, file: null });

export const chooseSignals = () => adding.set({ open: true, file: null });

// AddSignals is the button for who does not drop files.
export function AddSignals() {
  const w = useFormWords();
  return <button type="button" class="f-add" onClick={chooseSignals}><Sign name="file" /> {w.drop.button}</button>;
}

// DropZone takes a file that is dropped on the page while a journey is open; it also holds what lies over all of it.
export function DropZone() {
  const w = useFormWords();
  const open = adding.use(s => s.open);
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const files = (e: DragEvent) => e.dataTransfer?.types.includes('Files') ?? false;
    const enter = (e: DragEvent) => { if (files(e)) { e.preventDefault(); depth++; setOver(true); } };
    const leave = (e: DragEvent) => { if (files(e) && --depth <= 0) { depth = 0; setOver(false); } };
    const above = (e: DragEvent) => { if (files(e)) { e.preventDefault(); e.dataTransfer!.dropEffect = 'copy'; } };
    const drop = (e: DragEvent) => {
      if (!files(e)) return;
      e.preventDefault();
      e.stopPropagation();
      depth = 0;
      setOver(false);
      const dropped = [...e.dataTransfer!.files];
      if (dropped.length > 1) tell(w.drop.many);
      if (dropped[0] && isProposal(dropped[0])) takeProposal(dropped[0]);
      else if (dropped[0]) adding.set({ open: true, file: dropped[0] });
    };
    // Before the editor sees it: there, a file would become text.
    const all = [['dragenter', enter], ['dragleave', leave], ['dragover', above], ['drop', drop]] as const;
    for (const [name, f] of all) window.addEventListener(name, f, true);
    return () => { for (const [name, f] of all) window.removeEventListener(name, f, true); };
  }, [w]);
  return <>
    {over && <div class="f-dropping" aria-hidden="true"><p><Sign name="file" /> {w.drop.here}</p></div>}
    {open && <Adding />}
    <ProposalDialog />
    <UndoToast />
  </>;
}

function Adding() {
  const w = useFormWords();
  const file = adding.use(s => s.file);
  const [share, setShare] = useState(0);
  const [dropped, setDropped] = useState<Dropped | null>(null);
  const [talks, setTalks] = useState(false); // it holds talks on the street, which are no table
  const stop = useRef<AbortController | null>(null);
  const input = useId();
  useEffect(() => {
    if (!file) return;
    const path = desk.get().open?.path ?? '';
    const control = stop.current = new AbortController();
    setShare(0);
    setDropped(null);
    setTalks(false);
    // What the file is by itself is known first; then how it stands to this journey: is it there already, is it missed?
    sendFile(file, path, setShare, control.signal)
      .then(d => post<Dropped>('/api/drop/look', { id: d.id, path, text: desk.get().open?.text ?? '', columns: {}, guess: true } satisfies DropLook))
      .then(d => control.signal.aborted ? remove(query('/api/drop', 'id', d.id)) : setDropped(d))
      .catch((e: unknown) => {
        if (e instanceof Failure && e.fault.code === 'gesprekken' && !control.signal.aborted) { setTalks(true); return; }
        explain(e); if (!control.signal.aborted) adding.set({ file: null });
      });
    return () => control.abort();
  }, [file]);
  const close = () => {
    stop.current?.abort();
    if (dropped) remove(query('/api/drop', 'id', dropped.id)).catch(explain);
    adding.set({ open: false, file: null });
  };
  const percent = Math.round(share * 100);
  return <Dialog title={w.drop.title} wide={dropped !== null} onClose={close}>
    {!file && <div class="f-form">
      <p>{w.drop.choose}</p>
      <label class="f-file" for={input}><Sign name="file" /> {w.drop.pick}</label>
      <input id={input} class="visually-hidden" type="file" onChange={e => { const f = e.currentTarget.files?.[0]; if (f) adding.set({ file: f }); }} />
    </div>}
    {file && talks && <Talks file={file} close={close} />}
    {file && !dropped && !talks && <div class="f-form">
      <p role="status">{w.drop.sending(file.name, percent)}</p>
      <progress value={share} max={1} aria-label={w.drop.title}>{percent}%</progress>
      <p><button type="button" class="f-button" onClick={close}>{w.drop.stop}</button></p>
    </div>}
    {dropped && <Look dropped={dropped} seen={setDropped} close={close} />}
  </Dialog>;
}

// Look shows how a file would be read, and asks what is not known for sure.
function Look(props: { dropped: Dropped; seen(d: Dropped): void; close(): void }) {
  const w = useFormWords();
  const d = props.dropped;
  const channels = desk.use(s => s.start?.vocabulary.channels) ?? [];
  const fields = desk.use(s => s.start?.vocabulary.fields) ?? [];
  const taken = desk.use(s => s.model?.sources.map(x => x.name).join('\n') ?? '').split('\n');
  const [name, setName] = useState(d.source);
  const [kind, setKind] = useState(d.kind);
  // Where the file is to be read: '' is not chosen yet, and nothing is copied by itself.
  const [place, setPlace] = useState(d.here ? 'here' : '');
  const [period, setPeriod] = useState(true);
  const p = placeWords();
  const into = place.startsWith('into ') ? place.slice(5) : '';
  const [busy, setBusy] = useState('');
  const [note, setNote] = useState('');
  const id = useId();
  const [asked, setAsked] = useState(false);
  const wrong = into ? '' : !name.trim() ? w.drop.nameNeeded : taken.includes(name.trim()) ? w.drop.nameTaken : '';
  const missing = place ? '' : p.needed;
  const path = desk.get().open?.path ?? '';

  const use = (header: string, field: string) => {
    const columns = columnsOf(d);
    setNote('');
    for (const [f, h] of Object.entries(columns)) if (h === header) delete columns[f];
    if (field) {
      if (columns[field]) setNote(w.drop.double(w.drop.fields[field] ?? field));
      columns[field] = header;
    }
    setBusy(w.drop.looking);
    post<Dropped>('/api/drop/look', { id: d.id, path, text: desk.get().open?.text ?? '', columns, guess: false } satisfies DropLook).then(props.seen).catch(explain).finally(() => setBusy(''));
  };
  const add = async () => {
    setAsked(true);
    const open = desk.get().open;
    if (wrong || missing || !open || busy) return;
    setBusy(w.drop.confirming);
    try {
      const request: DropAdd = { id: d.id, path: open.path, text: open.text, source: name.trim(), kind, columns: columnsOf(d), copy: place === 'copy', into, period: period && d.from !== '' };
      const edited = await post<Edited>('/api/drop/add', request);
      adopt(edited);
      props.close();
      desk.set({ mode: 'formulier', side: 'invullen' });
      select({ ...whole, kind: 'bron', name: into || name.trim() });
      if (into) afresh(); // the text is what it was; what it means is not
      announce(into ? p.placed(into) : w.drop.added(name.trim()), !into);
    } catch (e) {
      explain(e);
      setBusy('');
    }
  };
  const choice = (of: string, label: string, about = '') => <div class="f-copy" key={of}>
    <label class="f-check"><input type="radio" name={`${id}-place`} checked={place === of} aria-describedby={about ? `${id}-about` : undefined} onChange={() => setPlace(of)} /><span>{label}</span></label>
    {about && <p class="f-help" id={`${id}-about`}>{about}</p>}
  </div>;
  return <div class="f-form f-look">
    <p><b>{w.drop.about(d.name, d.about, w.number(d.rows))}</b></p>
    {d.twin && <p class="f-fault f-twin" role="alert">{p.twin(d.twin)}</p>}
    {d.problems.length > 0 && <ul class="f-rest">{d.problems.map(p => <li class="f-warning" key={p}>{p}</li>)}</ul>}
    {d.columns.length > 0 && <>
      <h3>{w.drop.columns}</h3>
      <p class="f-help" id={`${id}-columns`}>{w.drop.columnsHelp}</p>
      <table class="f-columns" aria-describedby={`${id}-columns`}>
        <thead><tr><th scope="col">{w.drop.header}</th><th scope="col">{w.drop.use}</th><th scope="col">{w.drop.why}</th><th scope="col">{w.drop.examples}</th></tr></thead>
        <tbody>{d.columns.map(c => <tr key={c.header} data-used={c.field ? '' : undefined}>
          <th scope="row">{c.header}</th>
          <td><select aria-label={`${c.header}: ${w.drop.use}`} value={c.field} disabled={busy !== ''} onChange={e => use(c.header, e.currentTarget.value)}>
            <option value="">{w.drop.unused}</option>
            {fields.map(f => <option key={f} value={f}>{w.drop.fields[f] ?? f}</option>)}
          </select></td>
          <td>{c.why}</td>
          <td>{c.examples.length ? c.examples.slice(0, 3).join(' · ') : c.hidden ? <i>{w.drop.hidden}</i> : ''}</td>
        </tr>)}</tbody>
      </table>
    </>}
    <p class="f-note" role="status">{busy || note}</p>
    {!into && <div class="f-pair">
      <Field words={w.drop.name} fault={asked ? wrong : ''}>{wired => <input id={wired.id} value={name} aria-describedby={wired.describedBy} aria-invalid={wired.invalid} autocomplete="off"
        onInput={e => { setName(e.currentTarget.value); setAsked(true); }} />}</Field>
      <Field words={w.drop.kind}>{wired => <select id={wired.id} value={kind} aria-describedby={wired.describedBy} onChange={e => setKind(e.currentTarget.value)}>
        {kind === '' && <option value="" />}
        {channels.map(c => <option key={c} value={c}>{c}</option>)}
      </select>}</Field>
    </div>}
    <Field words={p.where} group fault={asked ? missing : ''}>{() => <div class="f-places">
      {d.here && choice('here', p.here(d.here))}
      {d.missing.map(m => choice(`into ${m.source}`, p.into(m.source, m.file)))}
      {!d.here && choice('copy', w.drop.copy, w.drop.copyHelp)}
    </div>}</Field>
    {d.from && !into && <label class="f-check"><input type="checkbox" checked={period} onChange={e => setPeriod(e.currentTarget.checked)} /><span>{p.period(d.from, d.until)}</span></label>}
    <div class="buttons">
      <button type="button" class="main" aria-disabled={busy !== ''} onClick={() => void add()}>{into ? p.put : w.drop.confirm}</button>
      <button type="button" onClick={props.close}>{w.drop.cancel}</button>
    </div>
  </div>;
}

// columnsOf is field → header, as the journey has it.
function columnsOf(d: Dropped): Record<string, string> {
  return Object.fromEntries(d.columns.filter(c => c.field).map(c => [c.field, c.header]));
}
