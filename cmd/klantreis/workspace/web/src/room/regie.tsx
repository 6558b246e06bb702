// The facilitator's page: leads the rounds, moderates, notes promises, types for who has no telephone, and saves.
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Cards } from '../api';
import { Failure, get, post } from '../client';
import { Tabs } from '../tabs';
import type { Room, RoomAddresses } from './api';
import { Ending } from './regie_end';
import { Notes, Undo } from './regie_notes';
import { Promises } from './regie_promises';
import { Typing } from './regie_type';
import { act, alone, clock, grouped, host, useRoom, useScreen, useSeconds, type Doing } from './stage';
import { regieWords, type RegieWords } from './words_regie';
import './regie.css';

// Do lets something happen and tells in words how that went; true: it was kept.
export type Do = (said: string, ...deeds: Doing[]) => Promise<boolean>;
export interface Part { room: Room; words: RegieWords; act: Do; say: (text: string, bad?: boolean) => void }

export const roundNames = ['welkom', 'vertellen', 'vragen', 'wisselen', 'stemmen', 'toezeggen', 'afsluiten', 'afgelopen'];

function App() {
  const { room, none, lost, again } = useRoom();
  const words = regieWords(room?.lang ?? document.documentElement.lang);
  useEffect(() => { document.title = room ? `${room.title} – ${words.page}` : words.page; }, [room?.title, room?.lang]);
  useEffect(() => { if (room) document.documentElement.lang = room.lang; }, [room?.lang]);
  if (none) return <Begin words={words} begun={again} />;
  if (!room) return <main class="alone"><h1>{words.page}</h1><p role="status">{lost ? words.lost : words.loading}</p></main>;
  return <Lead room={room} words={words} lost={lost} />;
}

function Begin({ words, begun }: { words: RegieWords; begun: () => void }) {
  const wish = new URLSearchParams(location.hash.slice(1)); // of the command that opened this page
  const asked = wish.get('reis') ?? '';
  const [cards, setCards] = useState<Cards['journeys'] | null>(null);
  const [addresses, setAddresses] = useState<string[]>([]);
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void (async () => {
      try {
        const [all, here] = await Promise.all([get<Cards>('/api/journeys'), get<RoomAddresses>('/api/room/addresses')]);
        setAddresses(here.addresses.filter(a => a !== '127.0.0.1'));
        setCards(all.journeys);
      } catch { setFault(words.failed); }
    })();
  }, []);
  const begin = async (e: SubmitEvent) => {
    e.preventDefault();
    const form = new FormData(e.currentTarget as HTMLFormElement);
    setBusy(true);
    try {
      await post<Room>('/api/room/open', {
        path: form.get('path'), address: form.get('address'), port: Number(form.get('port') || 0), names: form.has('names'), fresh: form.has('fresh'),
      });
      begun();
    } catch (e) { setFault(e instanceof Failure && e.message || words.failed); }
    setBusy(false);
  };
  return <main class="alone">
    <p><a href="/">← {words.desk}</a></p>
    <h1>{words.begin}</h1>
    <p class="lead">{words.beginLead}</p>
    {cards === null ? <p role="status">{words.loading}</p> : cards.length === 0 ? <p>{words.noJourneys}</p> : <form onSubmit={e => void begin(e)}>
      <label class="field" for="path">{words.journey}</label>
      <select id="path" name="path" defaultValue={asked}>{cards.map(c => <option key={c.path} value={c.path} selected={c.path === asked}>{c.title || c.path}</option>)}</select>
      <fieldset aria-describedby="address-hint">
        <legend>{words.address}</legend>
        <p class="hint" id="address-hint">{words.addressHint}</p>
        {[...addresses, '127.0.0.1'].map((a, i) => <label class="choice" key={a}>
          <input type="radio" name="address" value={a} defaultChecked={addresses.includes(wish.get('adres') ?? '') || wish.get('adres') === '127.0.0.1' ? a === wish.get('adres') : i === 0} />{a === '127.0.0.1' ? words.onlyHere : a}
        </label>)}
      </fieldset>
      <label class="field" for="port">{words.port}</label>
      <p class="hint" id="port-hint">{words.portHint}</p>
      <input id="port" name="port" type="number" min="1" max="65535" aria-describedby="port-hint" defaultValue={wish.get('poort') ?? ''} />
      <label class="choice"><input type="checkbox" name="names" defaultChecked={wish.has('namen')} aria-describedby="names-hint" />{words.names}</label>
      <p class="hint" id="names-hint">{words.namesHint}</p>
      <label class="choice"><input type="checkbox" name="fresh" aria-describedby="fresh-hint" />{words.fresh}</label>
      <p class="hint" id="fresh-hint">{words.freshHint}</p>
      <p class="buttons"><button class="main large" disabled={busy}>{words.start}</button></p>
    </form>}
    <p class="fault" role="alert">{fault}</p>
  </main>;
}

type TabName = keyof RegieWords['tabs'];

function Lead({ room, words, lost }: { room: Room; words: RegieWords; lost: boolean }) {
  const [tab, setTab] = useState<TabName>('briefjes');
  const [said, setSaid] = useState({ text: '', bad: false });
  const [read, setRead] = useState(''); // a warning that was read
  const say = (text: string, bad = false) => setSaid({ text, bad });
  const doing: Do = async (text, ...deeds) => {
    setSaid({ text: '', bad: false });
    try {
      const answer = await act(...deeds);
      say(answer.kept ? text : answer.why, !answer.kept);
      return answer.kept;
    } catch {
      say(words.failed, true);
      return false;
    }
  };
  const part: Part = { room, words, act: doing, say };
  return <>
    <a class="skip" href="#ronde">{words.skip}</a>
    <header class="top">
      <a href="/">← {words.desk}</a>
      <p class="brand">{room.title}</p>
      <p>{words.people(room.customers, room.staff)}</p>
      <button type="button" class="main" title={words.screenHint} onClick={() => window.open('/zaal.html', 'klantarena-zaal')}>{words.screen}</button>
    </header>
    {lost && <p class="bar warn" role="alert">{words.lost}</p>}
    {room.warning !== '' && room.warning !== read && <div class="bar warn" role="alert"><p>{room.warning}</p>
      {room.half && <button type="button" onClick={() => setRead(room.warning)}>{words.didRead}</button>}</div>}
    <div class="regie">
      <main id="ronde" tabIndex={-1}><Round {...part} /></main>
      <section class="parts" aria-label={words.tabsLabel}>
        <Tabs label={words.tabsLabel} names={words.tabs} chosen={tab} controls="deel" choose={setTab} />
        <div id="deel" class="part">
          {tab === 'briefjes' ? <Notes {...part} /> : tab === 'toezeggingen' ? <Promises {...part} /> : tab === 'typen' ? <Typing {...part} />
            : tab === 'terug' ? <Undo {...part} /> : <Ending {...part} />}
        </div>
      </section>
    </div>
    <p class={`said ${said.bad ? 'bad' : ''}`} role="status">{said.text}</p>
  </>;
}

const minutesKey = 'klantarena-minuten';

function useMinutes(words: RegieWords, round: string): [number, (n: number) => void] {
  const read = (): Record<string, number> => {
    try { return JSON.parse(localStorage.getItem(minutesKey) ?? '{}') as Record<string, number>; } catch { return {}; }
  };
  const [own, setOwn] = useState(read);
  return [own[round] ?? words.method[round]?.minutes ?? 10, n => {
    const next = { ...own, [round]: n };
    localStorage.setItem(minutesKey, JSON.stringify(next));
    setOwn(next);
  }];
}

function Round({ room, words, act: doing }: Part) {
  const now = room.guest.round;
  const [looked, setLooked] = useState(now);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => setLooked(now), [now]);
  const method = words.method[looked];
  const next = roundNames[roundNames.indexOf(now) + 1];
  const turn = async (round: string) => {
    if (await doing(words.rounds[round] ?? '', { kind: 'ronde', round }, ...(room.guest.seconds < 0 ? [] : [{ kind: 'klok', value: 0 }]))) heading.current?.focus();
  };
  return <>
    <nav class="rounds" aria-label={words.roundsLabel}><ol>{roundNames.map(r => <li key={r}>
      <button type="button" aria-pressed={looked === r} class={r === now ? 'now' : ''} onClick={() => setLooked(r)}>{words.rounds[r]}{r === now && <span> {words.now}</span>}</button>
    </li>)}</ol></nav>
    <h1 tabIndex={-1} ref={heading}>{words.rounds[looked]}</h1>
    {looked !== now && <p class="buttons"><button type="button" class="main" onClick={() => void turn(looked)}>{words.goTo}</button></p>}
    {method && <dl class="method"><dt>{words.say}</dt><dd class="say">{method.say}</dd><dt>{words.who}</dt><dd>{method.who}</dd><dt>{words.phone}</dt><dd>{method.phone}</dd></dl>}
    {looked === now && (next !== undefined || room.guest.seconds >= 0) && <Timer room={room} words={words} doing={doing} />}
    {looked === now && next && <p class="buttons"><button type="button" class="main" onClick={() => void turn(next)}>{words.next(words.rounds[next] ?? '')}</button></p>}
    <Shown room={room} words={words} />
  </>;
}

function Timer({ room, words, doing }: { room: Room; words: RegieWords; doing: Do }) {
  const [minutes, setMinutes] = useMinutes(words, room.guest.round);
  const left = useSeconds(room.guest);
  const runs = room.guest.runs;
  const set = (kind: 'klok' | 'pauze', value: number) => void doing(value === 0 ? words.timerGone : (kind === 'klok' ? words.timerRuns : words.timerStands)(clock(value)), { kind, value });
  return <section class="timing" aria-label={words.timer}>
    <p class={left < 0 ? 'clock none' : 'clock'} role="timer">{left < 0 ? words.noTimer : clock(left)}</p>
    <div class="buttons">
      {left < 0 ? <>
        <label class="minutes">{words.minutes}<input type="number" min="1" max="240" value={minutes} onInput={e => setMinutes(Math.min(240, Math.max(1, Math.round(Number(e.currentTarget.value)) || 1)))} /></label>
        <button type="button" onClick={() => set('klok', minutes * 60)}>{words.startTimer}</button>
      </> : <>
        {runs ? <button type="button" onClick={() => set('pauze', left)}>{words.pause}</button> : <button type="button" disabled={left === 0} onClick={() => set('klok', left)}>{words.goOn}</button>}
        <button type="button" onClick={() => set(runs ? 'klok' : 'pauze', Math.min(4 * 3600, left + 60))}>{words.plusOne}</button>
        <button type="button" onClick={() => set('klok', 0)}>{words.stopTimer}</button>
      </>}
    </div>
  </section>;
}

function Shown({ room, words }: { room: Room; words: RegieWords }) {
  const [screen, setScreen] = useScreen();
  return <section class="shown" aria-label={words.onScreen}>
    <label class="field" for="screen-step">{words.onScreen}</label>
    <select id="screen-step" value={room.steps.some(s => s.id === screen.step) ? screen.step : ''} onChange={e => setScreen({ step: e.currentTarget.value, code: false })}>
      <option value="">{words.wholeRoom}</option>
      {room.steps.map(s => <option key={s.id} value={s.id}>{words.showStep(s.title)}</option>)}
    </select>
    {alone(room) ? <p class="hint">{words.noPhones}</p> : <><p class="buttons"><button type="button" aria-pressed={screen.code} onClick={() => setScreen({ code: !screen.code })}>{words.showCode}</button></p>
    <p class="hint">{words.address2(host(room.address), grouped(room.code))}</p></>}
  </section>;
}

render(<App />, document.getElementById('regie')!);
