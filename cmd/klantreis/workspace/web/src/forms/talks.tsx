// Talks on the street that a telephone gave: asked for, added, and then the file may go.
import { useState } from 'preact/hooks';
import type { TalksAdded, TalksRequest } from '../api';
import { post } from '../client';
import { afresh } from '../live';
import { adopt, desk, explain, select, tell, whole } from '../state';
import { talkWords } from '../words_talks';

export function Talks(props: { file: File; close(): void }) {
  const w = talkWords(desk.use(s => s.start?.lang ?? 'nl'));
  const [busy, setBusy] = useState(false);
  const add = async () => {
    const open = desk.get().open;
    if (!open || busy) return;
    setBusy(true);
    try {
      const added = await post<TalksAdded>('/api/talks', { path: open.path, text: open.text, talks: await props.file.text() } satisfies TalksRequest);
      if (desk.get().open?.text !== open.text) { setBusy(false); return; } // typed meanwhile: asked again, each talk counts once
      if (added.text === open.text) afresh();
      else adopt({ text: added.text, line: added.line, column: 1 });
      desk.set({ mode: 'formulier', side: 'invullen' });
      select({ ...whole, kind: 'bron', name: 'gesprekken' });
      props.close();
      tell(added.said, 'good');
    } catch (e) {
      explain(e);
      setBusy(false);
    }
  };
  return <div class="f-form">
    <p><b>{w.what(props.file.name)}</b></p>
    <p>{w.safe}</p>
    <div class="buttons">
      <button type="button" class="main" aria-disabled={busy} onClick={() => void add()}>{w.add}</button>
      <button type="button" onClick={props.close}>{w.cancel}</button>
    </div>
  </div>;
}
