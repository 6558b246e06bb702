// What a job does and what it made.
import type { MadeFile } from './api';
import { Gift } from './gift';
import { stop } from './jobs';
import { ProblemList } from './problems';
import { desk } from './state';
import { words } from './words';

// JobPanel shows the work that is under way, or what came of it, until it is closed.
export function JobPanel() {
  const job = desk.use(s => s.job);
  const w = words();
  if (!job) return <div role="status" />;
  const name = w.jobs[job.kind] ?? job.kind;
  const errors = job.problems.filter(p => p.severity === 'error').length;
  const close = () => desk.set({ job: null, exports: {}, made: null });
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
    {job.files.length > 0 && <Gift job={job} />}
    {job.ended && job.problems.length > 0 && <details open={job.kind === 'controleer' || job.failed !== ''}>
      <summary>{w.problemsCount(errors, job.problems.length - errors)}</summary>
      <ProblemList problems={job.problems} fixes={false} />
    </details>}
  </section>;
}

// nameOf is a title to read: without one, the name of the file in words.
export function nameOf(f: MadeFile): string {
  if (f.title && f.title !== f.name) return f.title;
  const name = (f.name.split('/').pop() ?? f.name).replace(/\.\w+$/, '').replace(/[-_]+/g, ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

// Viewer shows a file that was made, in the place of the picture.
export function Viewer({ file }: { file: MadeFile }) {
  const w = words();
  return <div class="viewer">
    <div class="viewer-line">
      <strong>{nameOf(file)}</strong>
      <a href={file.url} target="_blank" rel="noopener">{w.openTab}</a>
      <button type="button" onClick={() => desk.set({ made: null })}>{w.backToPicture}</button>
    </div>
    <iframe src={file.url} title={nameOf(file)} />
  </div>;
}
