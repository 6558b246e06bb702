// What the server tells by itself: changed files, counted signals, work that goes on.
import { type Cards, type Event, lists } from './api';
import { get, onReached, thisWindow } from './client';
import { heard } from './jobs';
import { afresh } from './live';
import { again, onDisk } from './session';
import { desk, explain, tell } from './state';
import { words } from './words';

// Told is what the window with the stream passes on to the others of this browser.
// Anew: before it nobody had a number to go on from, so that a change of a file may have been missed.
interface Told { id: string; data: string; reached: boolean | null; anew?: boolean }

const shared = 'klantreis-events'; // the name of the lock and of the channel; both are of this origin alone

// listen follows the events for as long as the page is there. A browser keeps six connections to a server at most, so
// that streams of seven windows would leave none for asking: one window has the stream, and when it goes the next
// takes over where it was.
export function listen() {
  const channel = new BroadcastChannel(shared);
  let last = '';
  const take = (told: Told) => {
    if (told.reached !== null) reached(told.reached);
    if (told.id !== '') last = told.id;
    if (told.anew) void again();
    if (told.data !== '') happened(JSON.parse(told.data, (key, v: unknown) => v === null && lists.has(key) ? [] : v) as Event);
  };
  const pass = (told: Told) => { channel.postMessage(told); take(told); };
  channel.onmessage = m => take(m.data as Told);
  const stream = () => {
    const source = new EventSource(`/api/events?after=${last}`);
    source.onopen = () => pass({ id: '', data: '', reached: true, anew: last === '' });
    source.onerror = () => {
      pass({ id: '', data: '', reached: false });
      // The browser tries again by itself, but not after a refusal: by a desk that was started anew, and does not know it.
      if (source.readyState === EventSource.CLOSED && !desk.get().stopped) setTimeout(stream, 2000);
    };
    source.onmessage = m => {
      pass({ id: m.lastEventId, data: m.data as string, reached: null });
      if (desk.get().stopped) source.close();
    };
  };
  void navigator.locks.request(shared, () => new Promise<void>(stream)); // held until the window goes
  onReached(ok => {
    if (ok) reached(true);
    else if (desk.get().reached) reached(false);
  });
}

function happened(e: Event) {
  if (e.from === thisWindow) return;
  switch (e.kind) {
    case 'disk': void onDisk(e.path, e.version); void loadCards(); break;
    case 'journeys': void loadCards(); break;
    case 'counted':
      if (desk.get().open?.path === e.path || e.path === '') afresh();
      break;
    case 'job':
      if (e.job) heard(e.job);
      break;
    case 'stop': desk.set({ stopped: true }); break;
  }
}

function reached(ok: boolean) {
  const { reached: was, stopped } = desk.get();
  if (was === ok || stopped) return;
  desk.set({ reached: ok });
  if (ok) {
    tell(words().back, 'good');
    void again();
    afresh();
  }
}

let loading = false, once = false;

// loadCards asks the list of journeys, when it is shown.
export async function loadCards() {
  if (desk.get().open) { desk.set({ cards: null }); return; } // asked again when the person comes back
  if (loading) { once = true; return; }
  loading = true;
  try {
    const { journeys, unread } = await get<Cards>('/api/journeys');
    desk.set({ cards: journeys, unread });
  } catch (e) {
    explain(e);
  } finally {
    loading = false;
    if (once) { once = false; void loadCards(); }
  }
}
