// Work that takes longer: checking, the gift, the deck, the overview.
import type { Job, JobRequest, JobState } from './api';
import { post, query, remove } from './client';
import { save } from './session';
import { desk, dirty, explain } from './state';

export type Kind = 'controleer' | 'maak' | 'presenteer' | 'overzicht';

const beginning = 'begin'; // the id of a job that the server has not named yet
let early: JobState[] = []; // what was told of jobs before this window knew which one is its own

const begun = (kind: string): JobState => ({ id: beginning, kind, stage: '', done: -1, ended: false, failed: '', problems: [], files: [], folder: '', place: '' });

// start begins a job. What was typed is saved first, because jobs read the file; when that cannot be, nothing starts.
export async function start(kind: Kind) {
  const { open, job } = desk.get();
  if (job && !job.ended) return;
  if (kind !== 'overzicht' && dirty(open) && !(await save())) return;
  const request: JobRequest = { kind, path: kind === 'overzicht' ? '' : open?.path ?? '', as: '' };
  early = [];
  desk.set({ side: 'beeld', job: begun(kind), exports: {}, made: null });
  try {
    const { id } = await post<Job>('/api/jobs', request);
    const now = desk.get().job;
    if (now?.id !== beginning) return;
    desk.set({ job: { ...now, id } });
    for (const state of early) heard(state);
  } catch (e) {
    desk.set({ job: null });
    explain(e);
  }
}

// exportAs writes the journey in the form of another program, beside its gift.
export async function exportAs(as: string) {
  const { open, exports } = desk.get();
  if (!open || exports[as] && !exports[as].ended || dirty(open) && !(await save())) return;
  const put = (state: JobState | null) => {
    const { [as]: _, ...others } = desk.get().exports;
    desk.set({ exports: state ? { ...others, [as]: state } : others });
  };
  early = [];
  put(begun('exporteer'));
  try {
    const { id } = await post<Job>('/api/jobs', { kind: 'exporteer', path: open.path, as } satisfies JobRequest);
    const now = desk.get().exports[as];
    if (now?.id !== beginning) return;
    put({ ...now, id });
    for (const state of early) heard(state);
  } catch (e) {
    put(null);
    explain(e);
  }
}

// heard takes in how far a job is.
export function heard(state: JobState) {
  const { job, exports } = desk.get();
  if (job?.id === beginning || Object.values(exports).some(e => e.id === beginning)) early.push(state);
  for (const [as, e] of Object.entries(exports)) {
    if (e.id === state.id && !e.ended) desk.set({ exports: { ...exports, [as]: state } });
  }
  if (!job || job.id !== state.id || job.ended) return;
  desk.set({ job: state });
  if (!state.ended || state.failed) return;
  const first = state.files.find(f => f.kind === 'pdf') ?? state.files[0];
  if (state.kind === 'maak' && first?.kind === 'pdf') desk.set({ made: first });
  if (state.kind === 'presenteer' && first) openTab(first.url); // a browser may refuse; the list has the link too
}

function openTab(url: string) {
  const tab = window.open(url, '_blank');
  if (tab) tab.opener = null;
}

export function stop() {
  const { job } = desk.get();
  if (job && !job.ended && job.id !== beginning) remove(query('/api/jobs', 'id', job.id)).catch(explain);
}
