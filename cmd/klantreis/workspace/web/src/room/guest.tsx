// A participant's telephone.
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Deed, DeedAnswer, Guest, Hello, Own } from './api';
import { day } from './day';
import { Queue, newKey } from './queue';
import { wordsFor, type Words } from './words';
import './guest.css';

type Do = (deed: Partial<Deed> & { kind: string }) => void;

// joinKey stays the same on one telephone, so that who asks twice comes in once.
function joinKey(): string {
  const name = 'klantarena-' + location.pathname;
  try {
    const kept = localStorage.getItem(name) ?? newKey();
    localStorage.setItem(name, kept);
    return kept;
  } catch {
    return newKey();
  }
}

function App() {
  const [hello, setHello] = useState<Hello | null>(null);
  const [now, setNow] = useState<Guest | null>(null);
  const [closed, setClosed] = useState(false);
  const [said, setSaid] = useState('');
  const [waiting, setWaiting] = useState({ n: 0, offline: false });
  const [mine, setMine] = useState<string[]>([]);
  const queue = useRef<Queue | null>(null);
  const words = wordsFor(hello?.lang ?? document.documentElement.lang);

  const load = async () => {
    try {
      const response = await fetch('api/hello', { credentials: 'same-origin', cache: 'no-store' });
      const h = await response.json() as Hello;
      document.documentElement.lang = h.lang;
      document.title = `${h.title} – ${wordsFor(h.lang).title}`;
      setHello(whole(h));
      setNow(h.now);
      setClosed(false);
    } catch {
      setClosed(true);
      window.setTimeout(() => void load(), 3000);
    }
  };
  useEffect(() => { void load(); }, []);

  const inside = hello?.inside ?? false;
  useEffect(() => {
    if (!inside) return;
    const w = wordsFor(document.documentElement.lang);
    const answered = (deed: Deed, answer: DeedAnswer) => {
      if (!answer.kept) setSaid(answer.why);
      else if (deed.text !== '' && answer.text !== deed.text.trim()) setSaid(w.changed(answer.text));
      else setSaid(w.kept);
      if (answer.kept && (deed.kind === 'briefje' || deed.kind === 'antwoord')) setMine(all => [answer.text, ...all]);
    };
    queue.current = new Queue(location.pathname, answered, (n, offline) => setWaiting(old => ({ n, offline: n > 0 && (offline || old.offline && n >= old.n) })));
    queue.current.now();
    const events = new EventSource('api/events');
    events.onmessage = e => { setNow(JSON.parse(e.data as string) as Guest); setClosed(false); queue.current?.now(); };
    events.onerror = () => setClosed(true);
    events.onopen = () => setClosed(false);
    return () => events.close();
  }, [inside]);

  useEffect(() => { // a new round begins at its top
    scrollTo(0, 0);
    setSaid('');
  }, [now?.round]);

  if (!hello || !now) return <main class="guest"><h1>{words.title}</h1><p class="lead" role="status">{closed ? words.closed : words.loading}</p></main>;
  if (!hello.inside) return <Join hello={hello} words={words} joined={h => setHello(whole(h))} />;
  const act: Do = deed => {
    setSaid('');
    setHello(h => h && { ...h, own: owned(h.own, deed) });
    queue.current?.add(deed);
  };
  return <>
    <header class="bar-top">
      <p class="room">{hello.title}</p>
      <Timer now={now} words={words} />
    </header>
    <main class="guest">
      <h1 tabIndex={-1}>{words.rounds[now.round] ?? words.title}</h1>
      <Round hello={hello} now={now} words={words} act={act} />
      {mine.length > 0 && <section><h2>{words.sent}</h2><ul class="mine">{mine.map((text, i) => <li key={mine.length - i}>{text}</li>)}</ul></section>}
    </main>
    <p class={`said ${closed || waiting.offline ? 'warn' : ''}`} role="status">
      {waiting.offline || closed && waiting.n > 0 ? words.waiting(waiting.n) : closed ? words.closed : waiting.n > 0 ? words.sending : said}
    </p>
  </>;
}

// whole has no null, which is how Go writes what was never made.
const whole = (h: Hello): Hello => ({ ...h, own: { ...h.own, scores: h.own.scores ?? {}, words: h.own.words ?? {}, votes: h.own.votes ?? [] } });

// owned is what somebody gave, with what is given now.
function owned(own: Own, deed: Partial<Deed> & { kind: string }): Own {
  const { step = '', advice = '', value = 0, text = '' } = deed;
  switch (deed.kind) {
    case 'gevoel': return { ...own, scores: { ...own.scores, [step]: value } };
    case 'woord': return { ...own, words: { ...own.words, [step]: text } };
    case 'stem': return { ...own, votes: [...own.votes.filter(v => v !== advice), ...(value === 1 ? [advice] : [])] };
    case 'cijfer': return { ...own, mark: value };
  }
  return own;
}

function Join({ hello, words, joined }: { hello: Hello; words: Words; joined: (h: Hello) => void }) {
  const [role, setRole] = useState('klant');
  const [name, setName] = useState('');
  const [fault, setFault] = useState('');
  const enter = async (e: Event) => {
    e.preventDefault();
    try {
      const response = await fetch('api/join', {
        method: 'POST', credentials: 'same-origin', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ key: joinKey(), role, name }),
      });
      const answer = await response.json();
      if (response.ok) joined(answer as Hello);
      else setFault((answer as { message: string }).message || words.closed);
    } catch {
      setFault(words.closed);
    }
  };
  return <main class="guest">
    <p class="small">{words.title}</p>
    <h1>{hello.title}</h1>
    <form onSubmit={e => void enter(e)}>
      <fieldset>
        <legend>{words.who}</legend>
        {(['klant', 'medewerker'] as const).map(r => <label class="choice" key={r}>
          <input type="radio" name="role" value={r} checked={role === r} onChange={() => setRole(r)} />{words.roles[r]}
        </label>)}
      </fieldset>
      {hello.names && <>
        <label class="field" for="name">{words.name}</label>
        <p class="hint" id="name-hint">{words.nameHint}</p>
        <input id="name" value={name} maxLength={40} required aria-describedby="name-hint" autocomplete="given-name" onInput={e => setName(e.currentTarget.value)} />
      </>}
      {!hello.names && <p class="hint">{words.noName}</p>}
      <p class="buttons"><button class="main large">{words.enter}</button></p>
      <p class="fault" role="alert">{fault}</p>
    </form>
  </main>;
}

function Timer({ now, words }: { now: Guest; words: Words }) {
  const [left, setLeft] = useState(now.seconds);
  useEffect(() => {
    setLeft(now.seconds);
    if (!now.runs) return;
    const end = Date.now() + now.seconds * 1000;
    const timer = window.setInterval(() => setLeft(Math.max(0, Math.round((end - Date.now()) / 1000))), 500);
    return () => clearInterval(timer);
  }, [now]);
  if (now.seconds < 0) return null;
  return <p class="timer" role="timer">{now.runs ? words.left(Math.floor(left / 60), left % 60) : words.paused}</p>;
}

function Round({ hello, now, words, act }: { hello: Hello; now: Guest; words: Words; act: Do }) {
  switch (now.round) {
    case 'welkom': return <p class="lead">{words.inside}</p>;
    case 'vertellen': return <Telling hello={hello} words={words} act={act} first="klacht" title={words.note} />;
    case 'vragen': return <Telling hello={hello} words={words} act={act} first="vraag" title={words.noteAsk} />;
    case 'wisselen': return <>{words.questions.map((question, i) => <Write key={i} title={question} words={words} send={text => act({ kind: 'antwoord', question: i, text })} />)}</>;
    case 'stemmen': return <Voting hello={hello} words={words} act={act} />;
    case 'toezeggen': return <Promises now={now} words={words} />;
    case 'afsluiten': return <Mark hello={hello} words={words} act={act} />;
  }
  return <><p class="lead">{words.thanks}</p><Promises now={now} words={words} /></>;
}

function Telling({ hello, words, act, first, title }: { hello: Hello; words: Words; act: Do; first: string; title: string }) {
  const [at, setAt] = useState(0);
  const [nature, setNature] = useState(first);
  useEffect(() => setNature(first), [first]);
  const step = hello.steps[at];
  if (!step) return null;
  const go = (i: number) => setAt(Math.max(0, Math.min(hello.steps.length - 1, i)));
  return <>
    <nav class="steps" aria-label={words.step}>
      <button type="button" disabled={at === 0} aria-label={words.previous} onClick={() => go(at - 1)}>←</button>
      <label><span class="small">{words.of(at + 1, hello.steps.length)}</span>
        <select value={step.id} aria-label={words.step} onChange={e => go(hello.steps.findIndex(s => s.id === e.currentTarget.value))}>
          {hello.steps.map(s => <option key={s.id} value={s.id}>{s.title}</option>)}
        </select></label>
      <button type="button" disabled={at === hello.steps.length - 1} aria-label={words.next} onClick={() => go(at + 1)}>→</button>
    </nav>
    <h2>{step.title}</h2>
    <fieldset class="faces">
      <legend>{words.feeling}</legend>
      <div>{words.feelings.map((feeling, i) => {
        const value = i - 2;
        return <label key={value}>
          <input type="radio" name={`feeling-${step.id}`} checked={hello.own.scores[step.id] === value}
            onChange={() => act({ kind: 'gevoel', step: step.id, value })} />
          <Face value={value} /><span>{feeling}</span>
        </label>;
      })}</div>
    </fieldset>
    <form class="word" key={`word-${step.id}`} onSubmit={e => {
      e.preventDefault();
      const text = (new FormData(e.currentTarget).get('word') as string).trim();
      if (text) act({ kind: 'woord', step: step.id, text });
    }}>
      <label class="field" for="word">{words.word}</label>
      <div><input id="word" name="word" maxLength={24} defaultValue={hello.own.words[step.id] ?? ''} autocomplete="off" /><button>{words.keep}</button></div>
    </form>
    <Write key={`note-${step.id}-${first}`} title={title} words={words} send={text => act({ kind: 'briefje', step: step.id, nature, text })}>
      <fieldset class="natures">
        <legend class="small">{words.nature}</legend>
        {Object.entries(words.natures).map(([value, label]) => <label class="chip" key={value}>
          <input type="radio" name="nature" checked={nature === value} onChange={() => setNature(value)} /><span>{label}</span>
        </label>)}
      </fieldset>
    </Write>
  </>;
}

// Face is a feeling as a drawing; its word stands beside it.
function Face({ value }: { value: number }) {
  const bend = value * 3.5;
  return <svg viewBox="0 0 40 40" aria-hidden="true">
    <circle cx="20" cy="20" r="18" /><circle class="eye" cx="14" cy="16" r="2" /><circle class="eye" cx="26" cy="16" r="2" />
    <path d={`M12 27 Q20 ${27 + bend} 28 27`} />
  </svg>;
}

function Write({ title, words, send, children }: { title: string; words: Words; send: (text: string) => void; children?: preact.ComponentChildren }) {
  const [text, setText] = useState('');
  const id = `write-${title}`;
  return <form class="write" onSubmit={e => {
    e.preventDefault();
    if (text.trim() === '') return;
    send(text.trim());
    setText('');
  }}>
    <label class="field" for={id}>{title}</label>
    {children}
    <textarea id={id} rows={3} maxLength={280} value={text} onInput={e => setText(e.currentTarget.value)} aria-describedby={`${id}-left`} />
    <div class="under"><span class="small" id={`${id}-left`}>{words.left280(280 - text.length)}</span><button class="main">{words.send}</button></div>
  </form>;
}

function Voting({ hello, words, act }: { hello: Hello; words: Words; act: Do }) {
  const votes = hello.own.votes;
  if (hello.advice.length === 0) return <p class="lead">{words.noAdvice}</p>;
  return <fieldset>
    <legend>{words.vote}</legend>
    <p class="hint" role="status">{words.dots(hello.dots - votes.length)}</p>
    {hello.advice.map(a => {
      const on = votes.includes(a.id);
      return <label class="choice" key={a.id}>
        <input type="checkbox" checked={on} disabled={!on && votes.length >= hello.dots} onChange={e => act({ kind: 'stem', advice: a.id, value: e.currentTarget.checked ? 1 : 0 })} />{a.title}
      </label>;
    })}
  </fieldset>;
}

function Promises({ now, words }: { now: Guest; words: Words }) {
  return <section>
    <h2>{words.promises}</h2>
    {now.promises.length === 0 ? <p>{words.noPromises}</p>
      : <ul class="promises">{now.promises.map(p => <li key={p.id}><strong>{p.what}</strong><span class="small">{[p.who, day(p.day, document.documentElement.lang)].filter(Boolean).join(' · ')}</span></li>)}</ul>}
  </section>;
}

function Mark({ hello, words, act }: { hello: Hello; words: Words; act: Do }) {
  return <fieldset class="marks">
    <legend>{words.mark}</legend>
    <div>{Array.from({ length: 10 }, (_, i) => i + 1).map(value => <label key={value}>
      <input type="radio" name="mark" checked={hello.own.mark === value} onChange={() => act({ kind: 'cijfer', value })} /><span>{value}</span>
    </label>)}</div>
  </fieldset>;
}

render(<App />, document.getElementById('guest')!);
