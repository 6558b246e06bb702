// What was made, by what one does with it: first what is given, then what is shown, what one works on with, and what
// is there for who wants to check everything.
import type { JobState, MadeFile } from './api';
import { post } from './client';
import { exportAs } from './jobs';
import { nameOf } from './made';
import { desk, explain, tell } from './state';
import { words } from './words';
import { forms, giftWords } from './words_gift';

const uses = ['geven', 'tonen', 'verder', 'nazien'] as const;

export function Gift({ job }: { job: JobState }) {
  const g = giftWords(desk.use(s => s.start?.lang ?? 'nl'));
  const of = (use: string) => job.files.filter(f => f.use === use);
  const pictures = of('beelden');
  return <div class="gift">
    {uses.map(use => {
      const files = of(use);
      const more = use === 'verder' && job.kind === 'maak' && job.ended && !job.failed;
      if (files.length === 0 && !more && !(use === 'verder' && pictures.length > 0)) return null;
      return <section key={use} class={`gift-${use}`} aria-label={g.uses[use]}>
        <Head>{g.uses[use]!}</Head>
        {files.length > 0 && <ul class="files">{files.map(f => <File key={f.url} file={f} />)}</ul>}
        {more && <Exports />}
        {use === 'verder' && pictures.length > 0 && <details>
          <summary>{g.pictures(pictures.length)}</summary>
          <ul class="files pictures">{pictures.map(f => <File key={f.url} file={f} />)}</ul>
        </details>}
      </section>;
    })}
    {job.place && <Where job={job} />}
  </div>;
}

// Head stands below the title of the page, or below that of the pane beside a form.
function Head({ children }: { children: string }) {
  return desk.use(s => s.open !== null) ? <h3>{children}</h3> : <h2>{children}</h2>;
}

// File is one of them. A PDF can be looked at here, beside the form.
function File({ file: f }: { file: MadeFile }) {
  const w = words();
  const shown = desk.use(s => s.made?.url === f.url);
  const name = nameOf(f);
  return <li>
    <p class="file-line">
      {f.kind === 'pdf'
        ? <><button type="button" aria-pressed={shown} onClick={() => desk.set({ made: f })}>{name}</button>
          <a href={f.url} target="_blank" rel="noopener">{w.openTab}</a></>
        : <a href={f.url} target="_blank" rel="noopener">{name}</a>}
      <span class="kind">{f.name}</span>
    </p>
    {f.about && <p class="small">{f.about}</p>}
  </li>;
}

// Exports make the files of other programs only when somebody asks: most people never do, and each takes a moment.
function Exports() {
  const g = giftWords(desk.use(s => s.start?.lang ?? 'nl'));
  const w = words();
  const exports = desk.use(s => s.exports);
  return <>
    <p class="small">{g.exportHelp}</p>
    <div class="exports" role="group" aria-label={g.exportHelp}>{forms.map(as => <button type="button" key={as} disabled={exports[as] && !exports[as].ended} onClick={() => void exportAs(as)}>{g.exportAs[as]}</button>)}</div>
    <div role="status">{forms.map(as => {
      const e = exports[as];
      if (!e) return null;
      return <div key={as} class="exported">
        {!e.ended && <p class="small">{g.exporting(g.names[as]!)}</p>}
        {e.failed && <p class="fault">{g.names[as]}: {e.failed}</p>}
        {e.files.length > 0 && <ul class="files">{e.files.map(f => <File key={f.url} file={f} />)}</ul>}
        {e.ended && e.problems.map(p => <p class="small" key={p.message}>{`${w.warning}: ${p.message}`}</p>)}
      </div>;
    })}</div>
  </>;
}

// Where tells where the files lie: the whole path, to paste in another program, and the folder itself where the
// system can show one.
function Where({ job }: { job: JobState }) {
  const g = giftWords(desk.use(s => s.start?.lang ?? 'nl'));
  const opens = desk.use(s => s.start?.opens ?? false);
  const copy = () => navigator.clipboard.writeText(job.place).then(() => tell(g.copied, 'good'), () => tell(g.notCopied, 'bad'));
  return <section class="gift-where" aria-label={g.where}>
    <Head>{g.where}</Head>
    <p class="path"><code>{job.place}</code></p>
    <p class="exports">
      <button type="button" onClick={() => void copy()}>{g.copy}</button>
      {opens && <button type="button" onClick={() => void post('/api/folder', { id: job.id }).catch(explain)}>{g.open}</button>}
    </p>
  </section>;
}
