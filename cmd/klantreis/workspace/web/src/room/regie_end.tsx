// The end: what of the session goes into the journey. Nothing is written before it was shown.
import { useRef, useState } from 'preact/hooks';
import { Failure, post } from '../client';
import type { Kept, Review, RoomChoice } from './api';
import type { Part } from './regie';
import { piles, shown } from './stage';

export function Ending({ room, words, say }: Part) {
  const [title, setTitle] = useState(room.title);
  const [all, setAll] = useState(false);
  const [texts, setTexts] = useState<Record<string, string>>({}); // of those that are chosen
  const [review, setReview] = useState<Review | null>(null);
  const [kept, setKept] = useState<Kept | null>(null);
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const looked = useRef<HTMLHeadingElement>(null);
  const heaps = piles(room, shown(room)).map(p => ({ id: p.id, text: p.label || p.cards[0]!.text, n: p.cards.length, wrong: p.label !== '' || p.cards[0]!.nature === 'klacht' }))
    .filter(p => all || p.wrong || p.id in texts);
  const choice = (): RoomChoice => ({ title, bottlenecks: heaps.filter(p => p.id in texts).map(p => ({ id: p.id, text: texts[p.id]! })) });
  const change = (next: Record<string, string>) => { setTexts(next); setReview(null); };
  const ask = async <T,>(path: string, done: (answer: T) => void) => {
    setBusy(true);
    setFault('');
    try { done(await post<T>(path, choice())); } catch (e) { setFault(e instanceof Failure && e.message || words.failed); }
    setBusy(false);
  };
  const close = async () => {
    dialog.current?.close();
    try { await post('/api/room/close', {}); } catch { say(words.failed, true); }
  };
  return <>
    <h2>{words.tabs.afronden}</h2>
    {kept === null ? <>
      <p class="hint">{words.endLead}</p>
      <label class="field" for="title">{words.title}</label>
      <input id="title" value={title} maxLength={90} onInput={e => { setTitle(e.currentTarget.value); setReview(null); }} />
      <fieldset><legend>{words.bottlenecks}</legend>
        {heaps.length === 0 && <p>{words.noBottlenecks}</p>}
        {heaps.map(p => <div class="bottleneck" key={p.id}>
          <label class="choice"><input type="checkbox" checked={p.id in texts} onChange={e => {
            const { [p.id]: _, ...rest } = texts;
            change(e.currentTarget.checked ? { ...rest, [p.id]: p.text } : rest);
          }} /><span class="text">{p.n > 1 ? words.groupOf(p.text, p.n) : p.text}</span></label>
          {p.id in texts && <input aria-label={words.textOf(p.text)} value={texts[p.id]} maxLength={280} onInput={e => change({ ...texts, [p.id]: e.currentTarget.value })} />}
        </div>)}
        <label class="choice"><input type="checkbox" checked={all} onChange={e => setAll(e.currentTarget.checked)} />{words.allNotes}</label>
      </fieldset>
      <p class="buttons"><button type="button" disabled={busy} onClick={() => void ask<Review>('/api/room/review', r => { setReview(r); setTimeout(() => looked.current?.focus()); })}>{words.review}</button></p>
      {review && <section>
        <h3 tabIndex={-1} ref={looked}>{words.lines}</h3>
        <pre tabIndex={0} role="region" aria-label={words.lines}>{review.lines.join('\n')}</pre>
        <p>{words.rows(review.rows, review.file)}</p>
        {review.feelings > 0 && <p>{words.felt(review.feelings)}</p>}
        {review.outside && <p class="fault">{words.outside}</p>}
        <p class="buttons"><button type="button" class="main" disabled={busy} onClick={() => void ask<Kept>('/api/room/save', k => { setKept(k); say(words.saved); })}>{words.save}</button></p>
      </section>}
      <p class="fault" role="alert">{fault}</p>
    </> : <p class="good">{words.saved} <a href={`/#${new URLSearchParams({ reis: kept.path })}`}>{words.openJourney}</a></p>}
    <p class="buttons"><button type="button" onClick={() => dialog.current?.showModal()}>{words.close}</button></p>
    <dialog ref={dialog} aria-labelledby="close-ask">
      <h2 id="close-ask">{words.closeAsk}</h2>
      <p>{kept ? words.closeSaved : words.closeText}</p>
      <p class="buttons"><button type="button" class="main" onClick={() => void close()}>{words.close}</button>
        <button type="button" onClick={() => dialog.current?.close()}>{words.cancel}</button></p>
    </dialog>
  </>;
}
