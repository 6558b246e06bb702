// Notes and answers as the facilitator orders them: hidden or shown, put together by dragging or by ticking, named. And
// what can be taken back.
import { useState } from 'preact/hooks';
import type { RoomCard } from './api';
import { newKey } from './queue';
import { piles } from './stage';
import type { Part } from './regie';

export function Notes({ room, words, act }: Part) {
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const [name, setName] = useState('');
  const [over, setOver] = useState('');
  const cards = room.cards.filter(c => filter === '' || (filter === 'geheel' ? !c.answer && c.step === ''
    : filter.startsWith('vraag ') ? c.answer && c.question === Number(filter.slice(6)) : !c.answer && c.step === filter.slice(5)));
  const ticked = chosen.filter(id => room.cards.some(c => c.id === id));
  const label = (ids: string[]) => {
    const first = room.cards.find(c => ids.includes(c.id));
    return room.groups.find(g => room.cards.some(c => ids.includes(c.id) && c.group === g.id))?.label ?? first?.text ?? '';
  };
  const group = async (ids: string[], text: string) => {
    if (await act(words.didGroup, { kind: 'groepeer', id: newKey(), notes: ids, text: text.trim() || label(ids) })) {
      setChosen([]);
      setName('');
    }
  };
  const drop = (e: DragEvent, on: string) => {
    e.preventDefault();
    setOver('');
    const moved = e.dataTransfer?.getData('text/klantarena') ?? '';
    if (moved !== '' && moved !== on && room.cards.some(c => c.id === moved)) void group([on, moved], label([on]));
  };
  const asked = words.questions;
  const one = (c: RoomCard) => <li key={c.id} class={`note ${c.nature} ${c.hidden ? 'hidden' : ''} ${over === c.id ? 'over' : ''}`} draggable
    onDragStart={e => { e.dataTransfer?.setData('text/klantarena', c.id); }}
    onDragOver={e => { e.preventDefault(); setOver(c.id); }} onDragLeave={() => setOver('')} onDrop={e => drop(e, c.id)}>
    <label class="tick"><input type="checkbox" aria-label={words.select(c.text)} checked={ticked.includes(c.id)}
      onChange={e => setChosen(e.currentTarget.checked ? [...ticked, c.id] : ticked.filter(id => id !== c.id))} />
      <span class="text">{c.text}</span></label>
    <span class="small">{[c.name, c.answer ? asked[c.question] : room.steps.find(s => s.id === c.step)?.title ?? words.whole, words.natures[c.nature], c.hidden ? words.hidden : ''].filter(Boolean).join(' · ')}</span>
    <span class="deeds">
      <button type="button" onClick={() => void act(c.hidden ? words.didShow : words.didHide, { kind: 'verberg', note: c.id, value: c.hidden ? 0 : 1 })}>{c.hidden ? words.show : words.hide}<span class="visually-hidden">: {c.text}</span></button>
      {c.group !== '' && <button type="button" onClick={() => void act(words.didLoosen, { kind: 'losmaken', note: c.id })}>{words.loosen}<span class="visually-hidden">: {c.text}</span></button>}
    </span>
  </li>;
  return <>
    <h2>{words.tabs.briefjes}</h2>
    <label class="field" for="filter">{words.filter}</label>
    <select id="filter" value={filter} onChange={e => setFilter(e.currentTarget.value)}>
      <option value="">{words.all}</option>
      <option value="geheel">{words.whole}</option>
      {room.steps.map(s => <option key={s.id} value={`stap ${s.id}`}>{s.title}</option>)}
      {asked.map((q, i) => <option key={q} value={`vraag ${i}`}>{words.answersTo(q)}</option>)}
    </select>
    <p class="hint">{words.dragHint}</p>
    {ticked.length > 0 && <form class="together" onSubmit={e => { e.preventDefault(); void group(ticked, name); }}>
      <p role="status">{words.chosen(ticked.length)}</p>
      <label>{words.groupName}<input value={name} placeholder={label(ticked)} maxLength={280} onInput={e => setName(e.currentTarget.value)} /></label>
      <button class="main" disabled={ticked.length < 2}>{words.group}</button>
      <button type="button" onClick={() => setChosen([])}>{words.clear}</button>
    </form>}
    {cards.length === 0 && <p>{words.noNotes}</p>}
    <ul class="notes">{piles(room, cards).map(p => p.label === '' ? one(p.cards[0]!) : <li key={p.id} class="bundle">
      <Named label={p.label} n={p.cards.length} words={words}
        rename={text => void act(words.didRename, { kind: 'groepeer', id: newKey(), notes: room.cards.filter(c => c.group === p.id).map(c => c.id), text })} />
      <ul>{p.cards.map(one)}</ul>
    </li>)}</ul>
  </>;
}

function Named({ label, n, words, rename }: { label: string; n: number; words: Part['words']; rename: (text: string) => void }) {
  const [text, setText] = useState<string | null>(null);
  if (text === null) return <div class="named"><h3>{words.groupOf(label, n)}</h3>
    <button type="button" onClick={() => setText(label)}>{words.rename}<span class="visually-hidden">: {label}</span></button></div>;
  return <form class="named" onSubmit={e => { e.preventDefault(); if (text.trim()) { rename(text.trim()); setText(null); } }}>
    <label>{words.groupName}<input value={text} maxLength={280} autofocus onInput={e => setText(e.currentTarget.value)} /></label>
    <button class="main">{words.renameDo}</button><button type="button" onClick={() => setText(null)}>{words.cancel}</button>
  </form>;
}

export function Undo({ room, words, act }: Part) {
  return <>
    <h2>{words.tabs.terug}</h2>
    <p class="hint">{words.undoLead}</p>
    {room.undo.length === 0 ? <p>{words.nothingToUndo}</p> : <ol class="undo">{room.undo.map(u => <li key={u.number}>
      <button type="button" onClick={() => void act(words.didUndo(u.label), { kind: 'ongedaan', undoes: u.number })}>{words.undo(u.label)}</button>
    </li>)}</ol>}
  </>;
}
