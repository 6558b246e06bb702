// Who does what, and when.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RoomPromise } from './api';
import { newKey } from './queue';
import type { Part } from './regie';
import { day } from './day';

const empty: RoomPromise = { id: '', who: '', what: '', day: '' };

export function Promises({ room, words, act }: Part) {
  const [form, setForm] = useState(empty);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => { if (form.id !== '') first.current?.focus(); }, [form.id]);
  const keep = async (e: Event) => {
    e.preventDefault();
    if (await act(form.id ? words.didChange : words.didPromise, { kind: 'toezegging', id: form.id || newKey(), text: form.what, name: form.who, day: form.day })) {
      setForm(now => now === form ? empty : now); // what was typed meanwhile stays
      first.current?.focus();
    }
  };
  return <>
    <h2>{words.tabs.toezeggingen}</h2>
    <form onSubmit={e => void keep(e)}>
      <label class="field" for="what">{words.what}</label>
      <textarea id="what" ref={first} rows={2} maxLength={280} required value={form.what} onInput={e => setForm({ ...form, what: e.currentTarget.value })} />
      <div class="two">
        <label class="field">{words.whoDoes}<input value={form.who} maxLength={40} onInput={e => setForm({ ...form, who: e.currentTarget.value })} /></label>
        <label class="field">{words.when}<input type="date" value={form.day} onInput={e => setForm({ ...form, day: e.currentTarget.value })} /></label>
      </div>
      <p class="buttons"><button class="main">{form.id ? words.keepPromise : words.addPromise}</button>
        {form.id !== '' && <button type="button" onClick={() => setForm(empty)}>{words.cancel}</button>}</p>
    </form>
    {room.guest.promises.length === 0 ? <p>{words.noPromises}</p> : <ul class="notes">{room.guest.promises.map(p => <li key={p.id} class="note">
      <strong>{p.what}</strong>
      <span class="small">{[p.who, day(p.day, room.lang)].filter(Boolean).join(' · ')}</span>
      <span class="deeds">
        <button type="button" onClick={() => setForm(p)}>{words.change}<span class="visually-hidden">: {p.what}</span></button>
        <button type="button" onClick={() => void act(words.didDrop, { kind: 'vervalt', note: p.id })}>{words.drop}<span class="visually-hidden">: {p.what}</span></button>
      </span>
    </li>)}</ul>}
  </>;
}
