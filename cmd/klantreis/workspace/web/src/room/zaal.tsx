// The screen of the room: what everybody looks at. It only shows; the facilitator's page decides what.
import { render } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Room, RoomCard, RoomStep } from './api';
import { Curve } from './curve';
import { day } from './day';
import { alone, clock, grouped, host, number, picture, piles, shown, useRoom, useScreen, useSeconds, type Pile } from './stage';
import { stageWords, type StageWords } from './words_stage';
import './zaal.css';

interface Part { room: Room; words: StageWords }

function App() {
  const { room, none, lost } = useRoom();
  const [screen] = useScreen();
  const words = stageWords(room?.lang ?? document.documentElement.lang);
  useEffect(() => {
    if (!room) return;
    document.documentElement.lang = room.lang;
    document.title = `${room.title} – ${words.screen}`;
  }, [room?.title, room?.lang]);
  if (!room) return <main class="alone"><h1>{words.screen}</h1><p role="status">{none ? words.notBegun : lost ? words.lost : words.loading}</p></main>;
  const step = room.steps.find(s => s.id === screen.step);
  const part = { room, words };
  return <>
    <Head {...part} lost={lost} />
    <main>
      {screen.code || room.guest.round === 'welkom' ? <Door {...part} /> : step ? <Zoom {...part} step={step} /> : <Round {...part} />}
    </main>
    {room.guest.round !== 'welkom' && <footer><span>{alone(room) ? '' : words.joinShort(host(room.address), grouped(room.code))}</span><span>{words.people(room.guest.people)}</span></footer>}
  </>;
}

function Head({ room, words, lost }: Part & { lost: boolean }) {
  const left = useSeconds(room.guest);
  return <header>
    <div class="what">
      <p class="title">{room.title}</p>
      <h1 aria-live="polite">{words.rounds[room.guest.round]}</h1>
    </div>
    {(lost || room.warning !== '' && !room.half) && <p class="lost" role="status">{lost ? words.lost : words.noWarning}</p>}
    {left >= 0 && <p class={`clock ${left === 0 ? 'over' : ''}`} role="timer" aria-label={words.time}>
      {left === 0 ? words.timeUp : clock(left)}{left > 0 && !room.guest.runs && <span>{words.paused}</span>}
    </p>}
  </header>;
}

function Door({ room, words }: Part) {
  if (alone(room)) return <section class="greet"><p class="question">{words.alone}</p>{room.guest.people > 0 && <p role="status">{words.people(room.guest.people)}</p>}</section>;
  return <section class="door">
    <img class="qr" src={picture(room.qr)} alt={words.scan} />
    <div>
      <h2>{words.join}</h2>
      <p class="camera">{words.camera}</p>
      <p>{words.orType}</p>
      <p class="address">{host(room.address)}</p>
      <p>{words.code}</p>
      <p class="code">{grouped(room.code)}</p>
      <p class="soft">{words.noApp}</p>
      <p class="inside" role="status"><strong>{words.people(room.guest.people)}</strong>{room.guest.people > 0 && <> · {words.ofWhich(room.customers, room.staff)}</>}</p>
    </div>
  </section>;
}

function Round(part: Part) {
  switch (part.room.guest.round) {
    case 'vertellen': case 'vragen': return <Steps {...part} />;
    case 'wisselen': return <Questions {...part} />;
    case 'stemmen': return <Votes {...part} />;
    case 'toezeggen': return <><Question {...part} /><Promises {...part} /></>;
    case 'afsluiten': return <><Question {...part} /><Mark {...part} /></>;
  }
  return <section class="end"><h2 class="question">{part.words.thanks}</h2><Mark {...part} /><Promises {...part} /></section>;
}

function Question({ room, words }: Part) {
  return <p class="question">{words.question[room.guest.round]}</p>;
}

// useSize tells how large an element is, in pixels, and how large a rem is.
function useSize<E extends HTMLElement>() {
  const at = useRef<E>(null);
  const [size, setSize] = useState({ width: 0, height: 0, rem: 16 });
  useEffect(() => {
    if (!at.current) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height, rem: parseFloat(getComputedStyle(document.documentElement).fontSize) });
    });
    watch.observe(at.current);
    return () => watch.disconnect();
  }, []);
  return { at, ...size };
}

// The sizes, in rem: of a column of steps below which notes, and titles, no longer fit, of a card beside others in a wide column, and
// of the line that counts what does not fit.
const narrowest = 9.5, narrowestTitle = 6.4, cardWidth = 15, restHeight = 1.6;
const mostCards = 60; // that are tried in one column

// Steps is the journey as a strip. When its columns would be too narrow for words, they hold numbers, and the steps that
// most is said of stand below with their notes.
function Steps({ room, words }: Part) {
  const strip = useSize<HTMLDivElement>();
  const below = useSize<HTMLDivElement>();
  const fits = Math.max(1, Math.floor(strip.width / strip.rem / narrowest));
  const wide = room.steps.length <= fits;
  const titled = strip.width / strip.rem >= narrowestTitle * room.steps.length;
  const all = shown(room);
  const whole = all.filter(c => !c.answer && c.step === '');
  const chosen = wide ? room.steps : room.steps.filter(s => s.notes > 0 || s.words.length > 0).sort((a, b) => b.notes - a.notes).slice(0, fits)
    .sort((a, b) => room.steps.indexOf(a) - room.steps.indexOf(b));
  const columns = { gridTemplateColumns: `repeat(${room.steps.length}, minmax(0, 1fr))` };
  return <>
    <Question room={room} words={words} />
    <div class={`strip ${titled ? 'titled' : 'close'}`} ref={strip.at}>
      <ol class="phases" style={columns} aria-hidden="true">{bands(room).map(b => <li key={b.from} style={{ gridColumn: `${b.from + 1} / span ${b.n}` }}><span>{b.title}</span></li>)}</ol>
      <ol class="steps" style={columns}>{room.steps.map((s, i) => <li key={s.id} class={s.notes > 0 ? 'said' : ''}>
        {titled ? <><b>{i + 1}</b> {s.title}</> : <><b>{room.steps.length <= strip.width / strip.rem / 2.2 || (i + 1) % 5 === 0 || i === 0 ? i + 1 : ''}</b><span class="visually-hidden">{s.title}</span></>}
      </li>)}</ol>
      <Curve room={room} words={words} width={strip.width} rem={strip.rem} />
    </div>
    <div class="below" ref={below.at} style={{ gridTemplateColumns: `repeat(${Math.max(1, chosen.length)}, minmax(0, 1fr))` }}>
      {chosen.map(s => <Column key={s.id} words={words} heading={wide ? '' : `${room.steps.indexOf(s) + 1} ${s.title}`} step={s}
        cards={piles(room, all.filter(c => !c.answer && c.step === s.id))} width={strip.width / strip.rem / chosen.length} height={below.height} rem={below.rem} />)}
    </div>
    {whole.length > 0 && <p class="whole"><strong>{words.noStep}</strong> {words.notes(whole.length)}: {whole[whole.length - 1]!.text}</p>}
  </>;
}

// bands are runs of steps of one phase.
function bands(room: Room) {
  const out: { title: string; from: number; n: number; phase: number }[] = [];
  room.steps.forEach((s, i) => {
    const last = out[out.length - 1];
    if (last && last.phase === s.phase) last.n++;
    else out.push({ title: room.phases[s.phase] ?? '', from: i, n: 1, phase: s.phase });
  });
  return out;
}

// Column is a step with as many of its notes as fit: all are drawn, measured, and those that do not fit taken away before anybody
// sees them. Width in rem, height in pixels.
function Column({ words, heading, step, cards, width, height, rem }: { words: StageWords; heading: string; step: RoomStep; cards: Pile[]; width: number; height: number; rem: number }) {
  const list = useRef<HTMLUListElement>(null);
  const beside = Math.max(1, Math.floor(width / cardWidth));
  const some = cards.slice(0, mostCards);
  const now = [height, width, rem, heading, step.words.length, ...some.map(p => `${p.id} ${p.cards.length} ${p.label}`)].join('\n');
  const [measured, setMeasured] = useState({ of: '', fits: 0 });
  useLayoutEffect(() => {
    if (!list.current || height === 0 || measured.of === now) return;
    const ends = [...list.current.children].map(e => (e as HTMLElement).offsetTop + (e as HTMLElement).offsetHeight); // in the column
    const all = ends.length === cards.length && ends.every(end => end <= height);
    const over = ends.findIndex(end => end > height - restHeight * rem);
    setMeasured({ of: now, fits: Math.max(1, all || over < 0 ? ends.length : over) });
  }, [now, measured.of]);
  const shows = measured.of === now ? some.slice(0, measured.fits) : some;
  return <section class="column" aria-label={step.title}>
    {heading && <h2>{heading}</h2>}
    {step.words.length > 0 && <ul class="words few">{step.words.slice(0, 3).map(w => <li key={w.text}>{w.text} <span>{w.n}×</span></li>)}</ul>}
    <ul class="cards" ref={list} style={{ gridTemplateColumns: `repeat(${beside}, minmax(0, 1fr))` }}>{shows.map(p => <Card key={p.id} pile={p} words={words} />)}</ul>
    {shows.length < cards.length && <p class="more">{words.more(cards.length - shows.length)}</p>}
  </section>;
}

function Card({ pile, words, whole = false }: { pile: Pile; words: StageWords; whole?: boolean }) {
  const first = pile.cards[0] as RoomCard;
  const many = pile.cards.length;
  return <li class={`card ${first.nature} ${many > 1 ? 'pile' : ''} ${whole ? 'whole-text' : ''}`}>
    {first.nature !== '' && <span class="nature">{words.natures[first.nature]}{many > 1 && ` · ${many}`}</span>}
    {first.nature === '' && many > 1 && <span class="nature">{words.answers(many)}</span>}
    <span class="text">{pile.label || first.text}</span>
    {first.name !== '' && many === 1 && <span class="nature">{first.name}</span>}
  </li>;
}

function Zoom({ room, words, step }: Part & { step: RoomStep }) {
  const cards = piles(room, shown(room).filter(c => !c.answer && c.step === step.id));
  const most = Math.max(1, ...step.words.map(w => w.n));
  return <section class="zoom">
    <div class="about">
      <p class="soft">{words.step(room.steps.indexOf(step) + 1, room.steps.length)}{room.phases[step.phase] && ` · ${room.phases[step.phase]}`}</p>
      <h2>{step.title}</h2>
      <p>{step.score.known ? words.roomHere(number(step.score.value, room.lang), step.score.n) : words.roomFew(step.score.n)}</p>
      {step.measured !== null && <p>{step.typed ? words.typedHere(number(step.measured, room.lang)) : words.measuredHere(number(step.measured, room.lang), step.base)}</p>}
      {step.words.length > 0 && <><h3>{words.words}</h3>
        <ul class="words">{step.words.map(w => <li key={w.text} style={{ fontSize: `${1 + 1.4 * w.n / most}rem` }}>{w.text} <span>{words.times(w.n)}</span></li>)}</ul></>}
    </div>
    <div class="all" tabIndex={0} role="region" aria-label={words.notes(step.notes)}>
      <p class="soft">{cards.length === 0 ? words.noNotes : words.notes(step.notes)}</p>
      <ul class="cards">{cards.map(p => <Card key={p.id} pile={p} words={words} whole />)}</ul>
    </div>
  </section>;
}

function Questions({ room, words }: Part) {
  const all = shown(room).filter(c => c.answer);
  return <div class="questions">{words.questions.map((question, i) => {
    const cards = piles(room, all.filter(c => c.question === i));
    return <section key={i}>
      <h2>{question}{cards.length > 0 && <span class="soft"> {words.answers(all.filter(c => c.question === i).length)}</span>}</h2>
      <div class="all" tabIndex={0} role="region" aria-label={question}>
        <ul class="cards">{cards.map(p => <Card key={p.id} pile={p} words={words} whole />)}</ul>
      </div>
    </section>;
  })}</div>;
}

function Votes({ room, words }: Part) {
  const most = Math.max(1, ...room.votes.map(v => v.n));
  if (room.votes.length === 0) return <p class="question">{words.noAdvice}</p>;
  return <>
    <p class="question">{words.question['stemmen']} <span class="soft">{words.voters(room.voters)}</span></p>
    <ol class="votes" tabIndex={0} aria-label={words.rounds['stemmen']}>{room.votes.map(v => <li key={v.advice}>
      <span class="advice">{v.title}</span>
      <span class="track" aria-hidden="true"><span class="fill" style={{ transform: `scaleX(${v.n / most})` }} /></span>
      <span class="n">{words.dots(v.n)}</span>
    </li>)}</ol>
  </>;
}

function Promises({ room, words }: Part) {
  const all = room.guest.promises;
  if (all.length === 0) return room.guest.round === 'toezeggen' ? <p class="soft none">{words.noPromises}</p> : null;
  return <ul class="promises">{all.map(p => <li key={p.id}>
    <strong>{p.what}</strong><span>{[p.who, day(p.day, room.lang)].filter(Boolean).join(' · ')}</span>
  </li>)}</ul>;
}

function Mark({ room, words }: Part) {
  const m = room.mark;
  if (!m.known) return room.guest.round === 'afsluiten' ? <p class="soft none" role="status">{words.markLater(m.n)}</p> : null;
  return <p class="mark"><strong>{number(m.value, room.lang)}</strong><span>{words.mark(m.n)}</span></p>;
}

render(<App />, document.getElementById('zaal')!);
