// The journeys of the folder as cards.
import { useState } from 'preact/hooks';
import type { Card } from './api';
import { post } from './client';
import { Dialog } from './dialog';
import { start } from './jobs';
import { JobPanel } from './made';
import { NewJourney } from './new';
import { desk, explain } from './state';
import { Svg } from './svg';
import { words } from './words';
import { brokenWords } from './words_broken';

const many = 6; // cards from which searching helps

export function Home() {
  const cards = desk.use(s => s.cards);
  const unread = desk.use(s => s.unread);
  const begun = desk.use(s => s.start)!;
  const [search, setSearch] = useState('');
  const [making, setMaking] = useState(false);
  const [stopping, setStopping] = useState(false);
  const w = words();
  const wanted = fold(search).split(/\s+/).filter(Boolean);
  const found = (cards ?? []).filter(c => wanted.every(word => fold(`${c.title} ${c.owner} ${c.path} ${c.attention.join(' ')}`).includes(word)));
  return <div class="home">
    <header class="top">
      <p class="brand">Klantreis</p>
      <p class="where">{w.folder(begun.folder)}</p>
      <div class="actions">
        {cards && cards.length > 0 && <button type="button" onClick={() => void start('overzicht')}>{w.overview}</button>}
        <button type="button" onClick={() => setStopping(true)}>{w.stop}</button>
      </div>
    </header>
    <main id="inhoud" tabIndex={-1} class="page">
      <div class="title-row">
        <h1>{w.home}</h1>
        {cards && cards.length > 0 && <button type="button" class="main" onClick={() => setMaking(true)}>{w.newJourney}</button>}
      </div>
      <JobPanel />
      {!cards && <p class="lead">{w.loading}</p>}
      {cards?.length === 0 && <Empty make={() => setMaking(true)} />}
      {cards && cards.length >= many && <div class="search">
        <label for="zoek">{w.searchJourneys}</label>
        <input id="zoek" type="search" value={search} onInput={e => setSearch(e.currentTarget.value)} />
        <p role="status">{search && (found.length ? w.found(found.length, cards.length) : w.foundNone)}</p>
      </div>}
      {cards && cards.length > 0 && <ul class="cards">{found.map(c => <li key={c.path}><CardOf card={c} /></li>)}</ul>}
      {unread.length > 0 && <section class="unread">
        <h2>{w.unread}</h2>
        <ul>{unread.map(u => <li key={u.path}><a href={address(u.path)}>{u.path}</a><p>{u.message}</p></li>)}</ul>
      </section>}
    </main>
    {making && <NewJourney onClose={() => setMaking(false)} />}
    {stopping && <Dialog title={w.stopAsk} onClose={() => setStopping(false)}>
      <p>{w.stopText}</p>
      <div class="buttons">
        <button type="button" class="main" onClick={() => post('/api/stop', {}).then(() => desk.set({ stopped: true }), explain)}>{w.stop}</button>
        <button type="button" onClick={() => setStopping(false)}>{w.cancel}</button>
      </div>
    </Dialog>}
  </div>;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export const address = (path: string) => `#${new URLSearchParams({ reis: path })}`;

function CardOf({ card: c }: { card: Card }) {
  const w = words();
  return <article class="card">
    <div class="mini">{c.map ? <Svg content={c.map} hidden /> : c.errors > 0 && <p>{w.noMap}</p>}</div>
    <div class="about">
      <h2><a href={address(c.path)}>{c.title || c.path}</a></h2>
      <p class="small">{c.unsound ? brokenWords().safe : [c.owner, w.size(c.phases, c.steps), w.advice(c.advice, c.open)].filter(Boolean).join(' · ')}</p>
      <p class="pills">
        {c.draft && <span class="pill warn">{w.draft}</span>}
        {c.errors > 0 && <span class="pill bad">{w.errors(c.errors)}</span>}
        {c.warnings > 0 && <span class="pill">{w.warnings(c.warnings)}</span>}
      </p>
      {c.attention.length > 0
        ? <><h3>{w.attention}</h3><ul class="attention">{c.attention.map(a => <li key={a}>{a}</li>)}</ul></>
        : <p class="small">{w.noAttention}</p>}
    </div>
  </article>;
}

function Empty({ make }: { make: () => void }) {
  const w = words();
  return <section class="empty">
    <h2>{w.emptyTitle}</h2>
    <p class="lead">{w.emptyText}</p>
    <ol>{w.emptyHow.map(step => <li key={step}>{step}</li>)}</ol>
    <button type="button" class="main large" onClick={make}>{w.newJourney}</button>
  </section>;
}
