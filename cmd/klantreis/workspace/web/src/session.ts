// The life of an open journey: opening, saving, drafts, and what happens to the file elsewhere.
import type { Conflict, Draft, File, Saved } from './api';
import { Failure, get, leave, put, query, remove } from './client';
import { Editor } from './editor';
import { desk, dirty, explain, setEditor, tell, theEditor, whole } from './state';
import { words } from './words';

const draftDelay = 500; // milliseconds of typing that a crash may cost

let draftTimer = 0;
let draftSent: string | null = null; // the text that the server has as a draft; null: none

// openJourney shows a journey. When something was typed before and not saved, it asks what to do with it.
export async function openJourney(path: string) {
  closeJourney();
  let file: File;
  try {
    file = await get<File>(query('/api/file', 'path', path));
  } catch (e) {
    explain(e);
    location.hash = '';
    return;
  }
  begin(path, file.text, file.version);
  if (file.draft && file.draft.text !== file.text) desk.set({ restored: file });
}

function begin(path: string, text: string, version: string) {
  setEditor(new Editor(path, text, {
    changed: now => {
      const open = desk.get().open;
      if (open?.path === path) { desk.set({ open: { ...open, text: now } }); soonDraft(); }
    },
    moved: line => { if (desk.get().line !== line) desk.set({ line }); },
    save: () => void save(),
  }));
  desk.set({
    open: { path, text, version, saved: text }, problems: [], stale: false, counting: false, model: null, read: '', parts: {}, line: 1,
    selection: whole, restored: null, conflict: null, elsewhere: null, job: null, exports: {},
  });
}

// closeJourney leaves a journey; what was typed and not saved stays as a draft.
export function closeJourney() {
  flushDraft();
  theEditor()?.destroy();
  setEditor(null);
  draftSent = null;
  desk.set({ open: null, message: desk.get().message?.tone === 'bad' ? desk.get().message : null, restored: null, conflict: null, elsewhere: null, model: null, read: '', parts: {}, job: null, exports: {} });
}

// restore goes on with a draft, as one step that can be undone.
export function restore(file: File) {
  desk.set({ restored: null });
  const { draft } = file;
  if (!draft) return;
  draftSent = draft.text;
  theEditor()?.replace(draft.text);
  tell(words().restoredNow);
}

export function dropDraft(file: File) {
  desk.set({ restored: null });
  remove(query('/api/draft', 'path', file.path)).catch(explain);
}

function soonDraft() {
  clearTimeout(draftTimer);
  draftTimer = window.setTimeout(() => void keepDraft(), draftDelay);
}

// keepDraft brings the draft on the server up to the text.
async function keepDraft() {
  const { open, restored } = desk.get();
  if (!open || restored) return;
  try {
    if (dirty(open)) {
      if (draftSent === open.text) return;
      const draft: Draft = { path: open.path, text: open.text, base: open.version };
      await put('/api/draft', draft);
      draftSent = draft.text;
    } else if (draftSent !== null) {
      draftSent = null;
      await remove(query('/api/draft', 'path', open.path));
    }
  } catch (e) {
    if (e instanceof Failure && e.status === 0) soonDraft(); // once more; the bar tells that there is no connection
    else explain(e);
  }
}

// flushDraft sends what was typed in the last half second, from a page that may be going.
export function flushDraft() {
  clearTimeout(draftTimer);
  const { open, restored } = desk.get();
  if (open && !restored && dirty(open) && draftSent !== open.text) {
    leave('/api/draft', { path: open.path, text: open.text, base: open.version } satisfies Draft);
    draftSent = open.text;
  }
}

let writing: Promise<boolean> | null = null;

// save writes the file; it tells whether the file now is what was typed. Over asks to write over this version.
export function save(over?: string): Promise<boolean> {
  writing ??= write(over).finally(() => { writing = null; });
  return writing;
}

async function write(over?: string): Promise<boolean> {
  const { open } = desk.get();
  if (!open) return false;
  if (!dirty(open) && over === undefined && open.version !== '') return true;
  desk.set({ saving: true });
  try {
    const { version } = await put<Saved>('/api/file', { path: open.path, text: open.text, base: over ?? open.version });
    const now = desk.get().open;
    if (now?.path === open.path) desk.set({ open: { ...now, version, saved: open.text }, conflict: null, elsewhere: null });
    if (desk.get().open?.text === open.text) draftSent = null;
    tell(words().savedNow, 'good');
    return true;
  } catch (e) {
    if (e instanceof Failure && e.status === 409 && isConflict(e.body)) desk.set({ conflict: e.body });
    else explain(e);
    return false;
  } finally {
    desk.set({ saving: false });
  }
}

function isConflict(body: unknown): body is Conflict {
  return typeof body === 'object' && body !== null && 'text' in body && 'version' in body;
}

// takeTheirs puts the text of the file in the place of what was typed, which can be undone.
export function takeTheirs(conflict: Conflict) {
  const open = desk.get().open;
  if (!open) return;
  desk.set({ open: { ...open, version: conflict.version, saved: conflict.text }, conflict: null, elsewhere: null });
  theEditor()?.replace(conflict.text);
  soonDraft();
}

// keepBoth saves what was typed as a journey beside the file, so that its paths still hold, and takes the file.
export async function keepBoth(conflict: Conflict) {
  const open = desk.get().open;
  if (!open) return;
  const stem = open.path.replace(/\.ya?ml$/i, '');
  for (let n = 1; n < 100; n++) {
    const path = `${stem}-mijn-versie${n > 1 ? `-${n}` : ''}.yaml`;
    try {
      await put<Saved>('/api/file', { path, text: open.text, base: '' });
      takeTheirs(conflict);
      tell(words().keptBoth(path), 'good');
      return;
    } catch (e) {
      if (e instanceof Failure && e.status === 409) continue; // the name is taken
      explain(e);
      return;
    }
  }
}

// onDisk looks at a file that was changed elsewhere. Where nothing was typed it is taken over; else the person chooses.
export async function onDisk(path: string, version: string) {
  await writing;
  const before = desk.get().open;
  if (!before || before.path !== path || before.version === version) return;
  if (version === '') {
    desk.set({ open: { ...before, version: '', saved: '' } });
    tell(words().gone, 'bad');
    return;
  }
  let file: File;
  try {
    file = await get<File>(query('/api/file', 'path', path));
  } catch (e) {
    explain(e);
    return;
  }
  const open = desk.get().open;
  if (!open || open.path !== path || open.version === file.version) return;
  if (dirty(open) && open.text !== file.text) {
    desk.set({ elsewhere: { text: file.text, version: file.version } });
    return;
  }
  const same = open.text === file.text;
  takeTheirs({ text: file.text, version: file.version });
  if (!same) tell(words().tookOver);
}

// again looks after a broken connection whether the file is still the one that is open.
export async function again() {
  const open = desk.get().open;
  if (!open) return;
  try {
    const file = await get<File>(query('/api/file', 'path', open.path));
    await onDisk(open.path, file.version);
  } catch (e) {
    explain(e);
  }
  soonDraft();
}
