// Taking over where a group put advice on the board of a presentation: chosen, dropped or pasted, looked at, confirmed.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Moved, Proposed, ProposalRequest } from '../api';
import { post } from '../client';
import { Dialog } from '../dialog';
import { adopt, desk, explain } from '../state';
import { Store } from '../store';
import { useFormWords } from '../words_forms';
import { Sign } from './sign';
import { announce } from './structure';

const taking = new Store<{ open: boolean; file: File | null }>({ open: false, file: null });

// isProposal tells by its name what a file that is dropped is: signals are no YAML.
export const isProposal = (file: File) => /\.ya?ml$/i.test(file.name);
export const takeProposal = (file: File | null) => taking.set({ open: true, file });

export function TakeProposal() {
  const w = useFormWords();
  return <button type="button" class="f-add" onClick={() => takeProposal(null)}><Sign name="file" /> {w.proposal.button}</button>;
}

export function ProposalDialog() {
  const open = taking.use(s => s.open);
  return open ? <Taking /> : null;
}

// most is what a proposal holds at most, in bytes: larger is another file.
const most = 1 << 20;

function Taking() {
  const w = useFormWords();
  const file = taking.use(s => s.file);
  const [text, setText] = useState('');
  const [seen, setSeen] = useState<{ of: string; what: Proposed } | null>(null);
  const [note, setNote] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const close = () => taking.set({ open: false, file: null });
  const look = async (proposal: string) => {
    const open = desk.get().open;
    setNote('');
    if (!open) return;
    if (!proposal.trim()) { setNote(w.proposal.empty); area.current?.focus(); return; }
    try {
      const request: ProposalRequest = { path: open.path, text: open.text, proposal };
      setSeen({ of: open.text, what: await post<Proposed>('/api/proposal', request) });
    } catch (e) {
      explain(e);
    }
  };
  const read = (f: File) => void f.slice(0, most).text().then(t => { setText(t); return look(t); }).catch(explain);
  useEffect(() => { if (file) read(file); }, [file]);
  const take = () => {
    const open = desk.get().open;
    if (!seen || !open) return;
    if (open.text !== seen.of) { void look(text); return; } // the text changed meanwhile: look again
    adopt({ text: seen.what.text, line: seen.what.line, column: 1 });
    close();
    announce(w.proposal.taken, true);
  };
  const moves = seen?.what.moves ?? [];
  return <Dialog title={w.proposal.title} onClose={close}>
    <div class="f-form">
      <p>{w.proposal.about}</p>
      <p><label class="f-file" for={`${id}-file`}><Sign name="file" /> {w.proposal.pick}</label>
        <input id={`${id}-file`} class="visually-hidden" type="file" accept=".yaml,.yml" onChange={e => { const f = e.currentTarget.files?.[0]; if (f) read(f); }} /></p>
      <label for={`${id}-text`}>{w.proposal.paste}</label>
      <textarea id={`${id}-text`} ref={area} rows={5} value={text} spellcheck={false} aria-describedby={`${id}-note`} onInput={e => { setText(e.currentTarget.value); setSeen(null); }} />
      <div id={`${id}-note`} role="status">
        {note && <p class="f-warning">{note}</p>}
        {seen && seen.what.faults.length > 0 && <><p class="f-warning">{w.proposal.faults}</p><ul>{seen.what.faults.map(f => <li key={f}>{f}</li>)}</ul></>}
        {seen?.what.remarks.map(r => <p class="f-warning" key={r}>{r}</p>)}
        {seen && seen.what.faults.length === 0 && moves.length === 0 && <p>{w.proposal.same}</p>}
        {moves.length > 0 && <>
          <p><b>{w.proposal.comes}</b></p>
          <ul>{moves.map((m, i) => <li key={i}>{m.title}: {told(m, w.proposal)}</li>)}</ul>
          <p class="f-note">{w.proposal.numbers}</p>
        </>}
      </div>
      <div class="buttons">
        {moves.length > 0
          ? <button type="button" class="main" onClick={take}>{w.proposal.take}</button>
          : <button type="button" class="main" onClick={() => void look(text)}>{w.proposal.look}</button>}
        <button type="button" onClick={close}>{w.drop.cancel}</button>
      </div>
    </div>
  </Dialog>;
}

// told is what moves: "winst groot → klein".
function told(m: Moved, w: { gain: string; effort: string; none: string }): string {
  return [[w.gain, m.gainWas, m.gain], [w.effort, m.effortWas, m.effort]]
    .filter(([, from, to]) => from !== to)
    .map(([what, from, to]) => `${what!.toLowerCase()} ${from || w.none} → ${to}`).join(', ');
}
