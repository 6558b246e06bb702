// Work that takes longer: checking, the gift, the deck, the overview.
import type { Job, JobRequest, JobState } from './api';
import { post, query, remove } from './client';
import { save } from './session';
import { desk, dirty, explain } from './state';

export type Kind = 'controleer' | 'maak' | 'presenteer' | 'overzicht';

const beginning = 'begin'; // the id of a job that the server has not named yet
let early: JobState[] = []; // what was told of jobs before this window knew which one is its own

// start begins a job. What was typed is saved first, because jobs read the file; when that cannot be, nothing starts.
export async function start(kind: Kind) {
  const { open, job } = desk.get();
  if (job && !job.ended) return;
  if (kind !== 'overzicht' && dirty(open) && !(await save())) return;
  const request: JobRequest = { kind, path: kind === 'overzicht' ? '' : open?.path ?? '' };
  early = [];
  desk.set({ side: 'beeld', job: { id: beginning, kind, stage: '', done: -1, ended: false, failed: '', problems: [], files: [], folder: '' }, made: null });
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

// heard takes in how far a job is.
export function heard(state: JobState) {
  const { job } = desk.get();
  if (job?.id === beginning) early.push(state);
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
