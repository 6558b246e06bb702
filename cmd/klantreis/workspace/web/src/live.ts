// The picture follows the text: at most one request is under way, and the last text wins.
import type { Rendering } from './api';
import { Failure, post } from './client';
import { desk, explain, received, theEditor, type View } from './state';

const pause = 60; // milliseconds without typing before the picture is asked

// wideWindow is the width, in pixels, from which the server draws the map to the right (live.narrowWindow).
const wideWindow = 900;

let timer = 0;
let running: AbortController | null = null;
let asked = { path: '', text: '', view: '' as View | '', wide: 0, count: -1 };
let wide = 0; // pixels that the picture may be wide; 0: not known yet
let count = 0; // goes up when the same text may give another picture

// shownAt is when the text changed that is not shown yet; 0: all is shown.
let changedAt = 0;

// follow starts: from now on the picture is that of the text.
export function follow() {
  let last = '';
  desk.follow(() => {
    const { open, view } = desk.get();
    if (!open) { running?.abort(); return; }
    const same = open.path === asked.path && open.text === asked.text && view === asked.view;
    if (same) return;
    if (open.text !== last && changedAt === 0) {
      changedAt = performance.now();
      performance.mark('desk-edit');
    }
    const typed = open.path === asked.path && view === asked.view;
    last = open.text;
    soon(typed ? pause : 0);
  });
}

// fit tells how wide the picture may be.
export function fit(pixels: number) {
  if (Math.abs(pixels - wide) < 24) return;
  const first = wide === 0;
  wide = pixels;
  desk.set({ narrow: wide < wideWindow });
  if (desk.get().open) soon(first ? 0 : 150);
}

// wideMap asks for the map to the right, or for the one that fits the window.
export function wideMap(on: boolean) { desk.set({ wideMap: on }); soon(0); }

// afresh asks the picture again although the text is the same: signals were counted.
export function afresh() { count++; soon(0); }

function soon(delay: number) {
  clearTimeout(timer);
  timer = window.setTimeout(() => void render(), delay);
}

async function render() {
  const { open, view } = desk.get();
  if (!open || wide === 0 || running) return; // the one under way looks again when it ends
  const across = desk.get().wideMap ? Math.max(wide, wideWindow) : wide;
  const ask = { path: open.path, text: open.text, view, wide: Math.round(across), count };
  if (JSON.stringify(ask) === JSON.stringify(asked)) return;
  asked = ask;
  running = new AbortController();
  const slow = window.setTimeout(() => desk.set({ drawing: true }), 300);
  try {
    const have = (desk.get().parts[view] ?? []).map(p => p.hash);
    const answer = await post<Rendering>('/api/render', { path: ask.path, text: ask.text, view, wide: ask.wide, have }, running.signal);
    const now = desk.get();
    if (now.open?.path === ask.path) {
      received(view, ask.text, answer);
      if (now.open.text === ask.text) theEditor()?.problems(answer.problems);
      shown(now.open.text === ask.text);
    }
  } catch (e) {
    if (e instanceof Failure && e.status === 0) asked = { ...asked, count: -1 }; // asked again when the server is back
    else explain(e);
  } finally {
    clearTimeout(slow);
    running = null;
    if (desk.get().drawing) desk.set({ drawing: false });
    const now = desk.get();
    if (now.reached && now.open && (now.open.text !== asked.text || now.view !== asked.view || now.open.path !== asked.path || count !== asked.count)) soon(0);
  }
}

// shown measures the time from the first change that was not shown until the browser has drawn the picture.
function shown(all: boolean) {
  if (!all || changedAt === 0) return;
  const start = changedAt;
  changedAt = 0;
  requestAnimationFrame(() => setTimeout(() => performance.measure('desk-edit-to-picture', { start, end: performance.now() })));
}
