// What the server tells by itself: changed files, counted signals, work that goes on.
import { type Cards, type Event, lists } from './api';
import { get, onReached, thisWindow } from './client';
import { heard } from './jobs';
import { afresh } from './live';
import { again, onDisk } from './session';
import { desk, explain, tell } from './state';
import { words } from './words';

// listen follows the events for as long as the page is there; the browser connects again by itself.
export function listen() {
  const source = new EventSource(`/api/events?window=${thisWindow}`);
  source.onopen = () => reached(true);
  source.onerror = () => reached(false);
  source.onmessage = m => {
    const e = JSON.parse(m.data as string, (key, v: unknown) => v === null && lists.has(key) ? [] : v) as Event;
    switch (e.kind) {
      case 'disk': void onDisk(e.path, e.version); void loadCards(); break;
      case 'journeys': void loadCards(); break;
      case 'counted':
        if (desk.get().open?.path === e.path || e.path === '') afresh();
        break;
      case 'job':
        if (e.job) heard(e.job);
        break;
      case 'stop': desk.set({ stopped: true }); source.close(); break;
    }
  };
  onReached(ok => {
    if (ok) reached(true);
    else if (desk.get().reached) reached(false);
  });
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
