// Typing for people without a telephone. The laptop counts them in, and each is somebody of their own.
import { useEffect, useState } from 'preact/hooks';
import { get } from '../client';
import type { Own } from './api';
import { newKey } from './queue';
import { act as send } from './stage';
import type { Part } from './regie';

const dots = 3; // of arena.Dots

export function Typing(part: Part) {
  const { room, words, say } = part;
  const people = room.counted;
  const [chosen, setWho] = useState(people[0]?.who ?? 0);
  const who = people.some(p => p.who === chosen) ? chosen : 0; // who was counted in by mistake is there no more
  const add = async (e: SubmitEvent) => {
    e.preventDefault();
    const form = new FormData(e.currentTarget as HTMLFormElement);
    const role = String(form.get('role')), name = String(form.get('name') ?? '').trim();
    const many = room.names ? 1 : Math.min(100, Math.max(1, Math.round(Number(form.get('many'))) || 1));
    try {
      const answer = await send(...Array.from({ length: many }, () => ({ kind: 'binnen', role, text: name })));
      if (!answer.kept) return say(answer.why, true);
      say(words.didAdd(many));
      setWho(answer.who - many + 1); // of those that were added, the first
    } catch { say(words.failed, true); }
  };
  return <>
    <h2>{words.tabs.typen}</h2>
    <p class="hint">{words.typeLead}</p>
    <form class="together" onSubmit={e => void add(e)}>
      {room.names ? <label>{words.name}<input name="name" required maxLength={40} /></label>
        : <label>{words.howMany}<input name="many" type="number" min="1" max="100" defaultValue="1" required /></label>}
      <label>{words.as}<select name="role">{Object.entries(words.roles).map(([r, label]) => <option key={r} value={r}>{label}</option>)}</select></label>
      <button>{words.addPeople}</button>
    </form>
    <label class="field" for="whose">{words.inNameOf}</label>
    <select id="whose" value={who} onChange={e => setWho(Number(e.currentTarget.value))}>
      <option value={0}>{words.nobody}</option>
      {people.map((p, i) => <option key={p.who} value={p.who}>{words.person(i + 1, (words.roles[p.role] ?? '').toLowerCase(), p.name)}</option>)}
    </select>
    <Deeds {...part} who={who} />
  </>;
}

function Deeds({ room, words, act, who }: Part & { who: number }) {
  const [own, setOwn] = useState<Own | null>(null);
  const [step, setStep] = useState(room.steps[0]?.id ?? '');
  const look = async () => { try { setOwn(await get<Own>(`/api/room/mine?who=${who}`)); } catch { setOwn(null); } };
  useEffect(() => setOwn(null), [who]);
  useEffect(() => { if (who > 0) void look(); }, [who, room.guest.last]);
  // mine shows a choice at once; what is kept follows with the room.
  const mine = (change: (o: Own) => Own) => setOwn(o => change(o ?? { role: '', scores: {}, words: {}, votes: [], mark: 0 }));
  const round = room.guest.round;
  const pick = <p>{words.pickPerson}</p>;
  const choose = (answers: boolean) => <Write key={`${round} ${who} ${step}`} room={room} words={words} act={act} who={who} step={step} answers={answers} />;
  switch (round) {
    case 'vertellen': case 'vragen': return <>
      <label class="field" for="step">{words.step}</label>
      <select id="step" value={step} onChange={e => setStep(e.currentTarget.value)}>{room.steps.map(s => <option key={s.id} value={s.id}>{s.title}</option>)}</select>
      {who === 0 ? pick : <>
        <fieldset class="feelings"><legend>{words.feeling}</legend>{words.feelings.map((f, i) => <label class="choice" key={f}>
          <input type="radio" name="feeling" checked={own?.scores?.[step] === i - 2} onChange={() => { mine(o => ({ ...o, scores: { ...o.scores, [step]: i - 2 } })); void act(words.kept, { kind: 'gevoel', who, step, value: i - 2 }); }} />{f}
        </label>)}</fieldset>
        <form key={`${who} ${step} ${own?.words?.[step] ?? ''}`} class="together" onSubmit={e => {
          e.preventDefault();
          const text = String(new FormData(e.currentTarget).get('word')).trim();
          if (text) void act(words.kept, { kind: 'woord', who, step, text });
        }}><label>{words.word}<input name="word" maxLength={24} defaultValue={own?.words?.[step] ?? ''} /></label><button>{words.send}</button></form>
      </>}
      {choose(false)}
    </>;
    case 'wisselen': return choose(true);
    case 'stemmen': {
      if (who === 0) return pick;
      const votes = own?.votes ?? [];
      return <fieldset><legend>{words.dots(dots - votes.length)}</legend>{room.votes.map(v => <label class="choice" key={v.advice}>
        <input type="checkbox" checked={votes.includes(v.advice)} disabled={votes.length >= dots && !votes.includes(v.advice)}
          onChange={e => {
            const on = e.currentTarget.checked;
            mine(o => ({ ...o, votes: on ? [...votes, v.advice] : votes.filter(a => a !== v.advice) }));
            void act(words.kept, { kind: 'stem', who, advice: v.advice, value: on ? 1 : 0 });
          }} />{v.title}
      </label>)}</fieldset>;
    }
    case 'afsluiten': return who === 0 ? pick : <fieldset class="feelings"><legend>{words.mark}</legend>{Array.from({ length: 10 }, (_, i) => i + 1).map(value =>
      <label class="choice" key={value}><input type="radio" name="mark" checked={own?.mark === value} onChange={() => { mine(o => ({ ...o, mark: value })); void act(words.kept, { kind: 'cijfer', who, value }); }} />{value}</label>)}</fieldset>;
  }
  return <p>{words.notThisRound}</p>;
}

// Write is for a note at a step, or an answer to one of the four questions.
function Write({ room, words, act, who, step, answers }: Pick<Part, 'room' | 'words' | 'act'> & { who: number; step: string; answers: boolean }) {
  const [text, setText] = useState('');
  const [nature, setNature] = useState(room.guest.round === 'vragen' ? 'vraag' : 'klacht');
  const [question, setQuestion] = useState(0);
  const keep = async (e: Event) => {
    e.preventDefault();
    const what = answers ? { kind: 'antwoord', question } : { kind: 'briefje', step, nature };
    if (await act(words.kept, { ...what, who, id: newKey(), text: text.trim() })) setText(now => now === text ? '' : now); // what was typed meanwhile stays
  };
  return <form onSubmit={e => void keep(e)}>
    {answers ? <label class="field">{words.question}<select value={question} onChange={e => setQuestion(Number(e.currentTarget.value))}>{words.questions.map((q, i) => <option key={q} value={i}>{q}</option>)}</select></label>
      : <label class="field">{words.nature}<select value={nature} onChange={e => setNature(e.currentTarget.value)}>{Object.entries(words.natures).map(([n, label]) => <option key={n} value={n}>{label}</option>)}</select></label>}
    <label class="field" for="typed">{answers ? words.answer : words.note}</label>
    <textarea id="typed" rows={3} maxLength={280} required value={text} onInput={e => setText(e.currentTarget.value)} />
    <p class="buttons"><button class="main">{words.send}</button></p>
  </form>;
}
