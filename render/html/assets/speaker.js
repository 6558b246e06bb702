
// The speaker's window is this same file, opened by the presentation with ?spreker. Both say to each other
// what they show, by messages: a file from disk has no origin, so nothing else connects two windows of it.
const isSpeaker = new URLSearchParams(location.search).has('spreker');
let speaker = null; // the other window: here the speaker's, there the presentation
let heard = false; // while a message of the other is carried out, it is not said back
if (isSpeaker) speaker = window.opener;

const state = () => ({ klantreis: 'dia', at: current, build, black: !black.hidden, places: board ? places() : {} });

// tell says what is shown. Nobody else can read it: it goes to the window that we opened, or that opened us.
function tell() {
  if (heard || !isDeck() || !speaker || speaker.closed) return;
  speaker.postMessage(state(), '*');
}

function openSpeaker() {
  if (isSpeaker) return;
  if (speaker && !speaker.closed) return speaker.focus();
  // In the sandbox of the desk a second window could not be reached: there the notes stand beside the slide.
  if (self.origin === 'null' && location.protocol !== 'file:') return toggleNotes();
  speaker = window.open(location.href.split(/[?#]/)[0] + '?spreker' + location.hash, 'klantreis-spreker', 'popup,width=1280,height=800');
  if (!speaker && !root.classList.contains('notes')) toggleNotes(); // not allowed here: the notes beside the slide
}
actions.speaker = openSpeaker;

addEventListener('message', event => {
  const m = event.data;
  if (!speaker || event.source !== speaker || !m || typeof m !== 'object') return;
  if (m.klantreis === 'hallo' && !isSpeaker) return tell();
  if (m.klantreis !== 'dia' || !Number.isInteger(m.at) || !Number.isInteger(m.build) || !slides[m.at]) return;
  heard = true;
  if (isOverview()) toggleOverview();
  if (m.at !== current || m.build !== build) show(m.at, false, Math.max(0, m.build));
  if (black.hidden === Boolean(m.black)) blackout();
  if (board && m.places && typeof m.places === 'object' && !same(JSON.stringify(m.places), JSON.stringify(places()))) putAll(m.places);
  heard = false;
});

// greet makes this window the speaker's, when it is.
function greet() {
  if (!isSpeaker) return;
  root.classList.add('speaker');
  setDeck(true);
  const box = find('#klok'), line = box.querySelector('[data-state]');
  box.hidden = find('#notities').hidden = false;
  document.title = find('[data-do=speaker]').title + ' · ' + document.title;
  let began = Date.now();
  actions.restart = () => { began = Date.now(); tick(); };
  const two = n => String(n).padStart(2, '0');
  function tick() {
    const seconds = Math.floor((Date.now() - began) / 1000), hours = Math.floor(seconds / 3600);
    const now = new Date();
    box.querySelector('[data-clock]').textContent = `${now.getHours()}:${two(now.getMinutes())}`;
    box.querySelector('[data-elapsed]').textContent = (hours ? `${hours}:${two(Math.floor(seconds / 60) % 60)}` : Math.floor(seconds / 60)) + ':' + two(seconds % 60);
    const alone = !speaker || speaker.closed ? box.dataset.alone : '';
    if (line.textContent !== alone) line.textContent = alone;
  }
  const next = () => slides.forEach((slide, i) => {
    const on = i === current + 1;
    slide.classList.toggle('upcoming', on);
    slide.inert = on;
    if (on) slide.dataset.next = box.dataset.next;
    if (on && wayOf(slide)) drawWay(slide, 0);
  });
  shown.push(next);
  show(current, false, build);
  setInterval(tick, 1000);
  tick();
  speaker?.postMessage({ klantreis: 'hallo' }, '*');
}
