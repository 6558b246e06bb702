
// Keys and swipes.
let digits = '';
const goTo = find('#gaan-naar');

function setDigits(text) {
  digits = text;
  goTo.hidden = !text;
  goTo.textContent = text && goTo.dataset.label + ' ' + text;
}

// onPicture handles the keys that belong to an enlarged or focused picture.
function onPicture(key, target) {
  const z = zoomOn(slides[current]);
  if (!z || isOverview()) return false;
  if (key === '+' || key === '=') z.zoom(1.5);
  else if (key === '-' || key === '−') z.zoom(1 / 1.5);
  else if (key === '0' && !digits) z.whole();
  else if (z.enlarged() && target.closest('.picture') && key.startsWith('Arrow')) {
    const step = 120;
    z.pan({ ArrowLeft: step, ArrowRight: -step }[key] || 0, { ArrowUp: step, ArrowDown: -step }[key] || 0);
  } else return false;
  return true;
}

function escape() {
  const open = slides[current].querySelector('details[open]');
  if (digits) setDigits('');
  else if (!black.hidden) blackout();
  else if (isOverview()) toggleOverview();
  else if (open) { open.open = false; open.querySelector('summary').focus(); }
  else if (zoomOn(slides[current])?.enlarged()) zoomOn(slides[current]).whole();
  else if (root.classList.contains('notes')) toggleNotes();
}

const keys = {
  ArrowRight: forward, ArrowDown: forward, PageDown: forward, ' ': forward,
  ArrowLeft: back, ArrowUp: back, PageUp: back,
  Home: () => show(0), End: () => show(slides.length - 1), Escape: escape,
};
const letters = {
  o: toggleOverview, f: fullScreen, b: blackout, '.': blackout, n: toggleNotes, s: openSpeaker, d: () => setDeck(false), '?': () => help.showModal(),
};
const inOverview = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

document.addEventListener('keydown', event => {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]')) return;
  if (!isDeck()) {
    if (key === 'd' && wideEnough.matches && letterKeys()) setDeck(true);
    return;
  }
  if (!black.hidden && key !== 'b' && key !== '.' && key !== 'Escape') return;
  if ((key === ' ' || key === 'Enter') && target.closest('button, a, summary, input')) return;
  if (target.closest('details .table') && /^(Arrow|Page|Home|End| )/.test(key)) return; // scrolls the table
  if (event.shiftKey && key === ' ') back();
  else if (isOverview() && inOverview[key]) moveInOverview(...inOverview[key]);
  else if (letterKeys() && onPicture(key, target)) { /* done */ }
  else if (key === 'Enter' && digits) { const n = Number(digits); setDigits(''); if (isOverview()) toggleOverview(); show(n - 1); }
  else if (letterKeys() && /^\d$/.test(key)) setDigits((digits + key).slice(-3));
  else if (keys[key] && !(isOverview() && key !== 'Escape')) { setDigits(''); keys[key](); }
  else if (letterKeys() && letters[key.toLowerCase()]) letters[key.toLowerCase()]();
  else return;
  event.preventDefault();
});

// People who steer by voice, or hit keys by accident, can switch the single keys off.
function letterKeys() { return find('#lettertoetsen').checked; }

let touch = null;
document.addEventListener('touchstart', event => {
  const free = isDeck() && !isOverview() && !document.querySelector('dialog[open]') && event.touches.length === 1 && !event.target.closest('.zoomable .picture, .table, .board li');
  touch = free ? event.touches[0] : null;
}, { passive: true });
document.addEventListener('touchend', event => {
  if (!touch || (window.visualViewport?.scale ?? 1) > 1) return;
  const dx = event.changedTouches[0].clientX - touch.clientX, dy = event.changedTouches[0].clientY - touch.clientY;
  if (Math.abs(dx) > 60 && Math.abs(dx) > 2 * Math.abs(dy)) dx < 0 ? forward() : back();
  touch = null;
});

// Start at the slide in the address.
current = Math.max(0, slideOf(location.hash));
if (isDeck()) show(current, false, buildOf(location.hash));
greet();
