// What a job does and what it made.
import type { MadeFile } from './api';
import { stop } from './jobs';
import { ProblemList } from './problems';
import { desk } from './state';
import { words } from './words';

// JobPanel shows the work that is under way, or what came of it, until it is closed.
export function JobPanel() {
  const job = desk.use(s => s.job);
  const made = desk.use(s => s.made);
  const w = words();
  if (!job) return <div role="status" />;
  const name = w.jobs[job.kind] ?? job.kind;
  const errors = job.problems.filter(p => p.severity === 'error').length;
  const close = () => desk.set({ job: null, made: null });
  return <section class="job" aria-label={name}>
    <div role="status" class="job-line">
      <strong>{name}</strong>
      <span>{!job.ended ? job.stage || w.jobBusy : job.failed ? w.jobFailed : w.jobDone}</span>
      {!job.ended && <progress aria-label={name} max={100} {...(job.done >= 0 ? { value: job.done } : {})} />}
      {!job.ended && <button type="button" onClick={stop}>{w.jobStop}</button>}
      {job.ended && <button type="button" class="plain" aria-label={w.close} onClick={close}>×</button>}
    </div>
    {job.failed && <p class="fault">{job.failed}</p>}
    {job.ended && !job.failed && job.kind === 'controleer' && job.problems.length === 0 && <p class="good">{w.jobClean}</p>}
    {job.files.length > 0 && <>
      <p class="small">{w.jobFolder(job.folder)}</p>
      <ul class="files" aria-label={w.jobFiles}>{job.files.map(f => <li key={f.url}>
        {f.kind === 'pdf' && <button type="button" aria-pressed={made?.url === f.url} onClick={() => desk.set({ made: f })}>{f.title || f.name}</button>}
        <a href={f.url} target="_blank" rel="noopener">{f.kind === 'pdf' ? w.openTab : `${f.title || f.name}`}<span class="kind">{f.kind.toUpperCase()}</span></a>
      </li>)}</ul>
    </>}
    {job.ended && job.problems.length > 0 && <details open={job.kind === 'controleer' || job.failed !== ''}>
      <summary>{w.problemsCount(errors, job.problems.length - errors)}</summary>
      <ProblemList problems={job.problems} fixes={false} />
    </details>}
  </section>;
}

// Viewer shows a file that was made, in the place of the picture.
export function Viewer({ file }: { file: MadeFile }) {
  const w = words();
  return <div class="viewer">
    <div class="viewer-line">
      <strong>{file.title || file.name}</strong>
      <a href={file.url} target="_blank" rel="noopener">{w.openTab}</a>
      <button type="button" onClick={() => desk.set({ made: null })}>{w.backToPicture}</button>
    </div>
    <iframe src={file.url} title={file.title || file.name} />
  </div>;
}
