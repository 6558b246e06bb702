// The page of the desk.
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Start } from './api';
import { get } from './client';
import { listen, loadCards } from './events';
import { Home } from './home';
import { Journey } from './journey';
import { follow } from './live';
import { Bars, Toast } from './notices';
import { closeJourney, flushDraft, openJourney } from './session';
import { desk, dirty, explain } from './state';
import { words } from './words';
import './desk.css';

// show opens what the address names: #reis=PATH, or the list of journeys.
function show() {
  const path = new URLSearchParams(location.hash.slice(1)).get('reis');
  if (path) {
    if (desk.get().open?.path !== path) void openJourney(path);
    return;
  }
  closeJourney();
  void loadCards();
}

function Desk() {
  const begun = desk.use(s => s.start);
  const path = desk.use(s => s.open?.path ?? '');
  const title = desk.use(s => s.model?.title ?? '');
  const stopped = desk.use(s => s.stopped);
  useEffect(() => {
    document.title = path ? `${title || path} – Klantreis` : 'Klantreis';
  }, [path, title]);
  if (stopped) return <main class="page"><p class="lead">{words().stopped}</p></main>;
  if (!begun) return <main class="page"><p class="lead">{words().loading}</p><Bars /></main>;
  return <>
    <a class="skip" href="#inhoud" onClick={e => { e.preventDefault(); document.getElementById('inhoud')?.focus(); }}>{words().skip}</a>
    <Bars />
    {path ? <Journey key={path} /> : <Home />}
    <Toast />
  </>;
}

async function begin() {
  render(<Desk />, document.getElementById('desk')!);
  try {
    const start = await get<Start>('/api/start');
    document.documentElement.lang = start.lang;
    desk.set({ start });
  } catch (e) {
    explain(e);
    window.setTimeout(() => void begin(), 2000);
    return;
  }
  follow();
  listen();
  addEventListener('hashchange', show);
  addEventListener('pagehide', flushDraft);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') flushDraft(); });
  // Only while the server cannot keep a draft, closing the window would lose something.
  addEventListener('beforeunload', e => { if (!desk.get().reached && dirty(desk.get().open)) e.preventDefault(); });
  show();
}

void begin();
