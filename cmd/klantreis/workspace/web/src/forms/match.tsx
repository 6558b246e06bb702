// What a selector finds, while it is typed: a sentence, the months and some examples without personal data.
import { useEffect, useState } from 'preact/hooks';
import type { Match } from '../api';
import { explain, desk } from '../state';
import { post } from '../client';
import { useFormWords } from '../words_forms';
import type { Values } from './ops';

// rest is how long nobody has to type before is counted, in milliseconds.
const rest = 250;

export function MatchPart(props: { selector: Values }) {
  const w = useFormWords();
  const [match, setMatch] = useState<Match | null>(null);
  const [counting, setCounting] = useState(false);
  // Before it says what it looks for there is nothing to find fault with.
  const begun = Object.keys(props.selector).some(key => key !== 'signaal' && key !== 'bron');
  const asked = JSON.stringify(props.selector);
  const sources = JSON.stringify(desk.use(s => s.model?.sources.map(x => [x.name, x.file, x.known])));
  const period = desk.use(s => `${s.model?.from} ${s.model?.until}`);
  useEffect(() => {
    const stop = new AbortController();
    const timer = window.setTimeout(() => {
      const open = desk.get().open;
      if (!open) return;
      setCounting(true);
      post<Match>('/api/match', { path: open.path, text: open.text, selector: JSON.parse(asked) as Values }, stop.signal)
        .then(m => { if (!stop.signal.aborted) { setMatch(m); setCounting(false); } })
        .catch((e: unknown) => { if (!stop.signal.aborted) { setCounting(false); explain(e); } });
    }, rest);
    return () => { window.clearTimeout(timer); stop.abort(); };
  }, [asked, sources, period]);
  return <section class="f-match" aria-label={w.match.title}>
    <h3>{w.match.title}</h3>
    <p class="f-claim" role="status" aria-busy={counting}>{match ? match.claim : w.match.counting}</p>
    {match && <>
      {begun && match.problems.map(p => <p class="f-warning" key={p}>{p}</p>)}
      <Months counts={match.months} first={match.first} />
      {match.examples.length > 0 && <>
        <h4>{w.match.examples}</h4>
        <ul class="f-examples">{match.examples.map(e => <li key={e}>{e}</li>)}</ul>
        <p class="f-note">{w.match.redacted}</p>
      </>}
    </>}
  </section>;
}

// few is the count of a month with fewer than five: the server does not tell how many, and the bar is half of five, and open.
const few = -1, half = 2.5;

// Months are the counts of months as bars on one scale from nought, with the same numbers as a text.
export function Months(props: { counts: number[]; first: string }) {
  const w = useFormWords();
  const { counts, first } = props;
  if (counts.length < 2) return null;
  const most = Math.max(...counts);
  const top = Math.max(1, most, counts.includes(few) ? 2 * half : 0);
  const width = 300, height = 56, step = width / counts.length;
  const name = (i: number) => w.month(first, i);
  const tall = (n: number) => n === 0 ? 0 : Math.max(1, (n === few ? half : n) / top * height);
  return <figure class="f-months">
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={w.match.monthsText(name(0), name(counts.length - 1), counts.map(n => n === few ? '< 5' : String(n)))}>
      {counts.map((n, i) => <rect key={i} class={n === few ? 'few' : ''} x={i * step + step * 0.1} width={step * 0.8} y={height - tall(n)} height={tall(n)} />)}
    </svg>
    <figcaption><span>{name(0)}</span>{most > 0 && <span>{w.match.peak(name(counts.indexOf(most)), most)}</span>}<span>{name(counts.length - 1)}</span></figcaption>
    {counts.includes(few) && <p class="f-note">{w.match.few}</p>}
  </figure>;
}
