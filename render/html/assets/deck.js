
// The slides: which one is shown, and the two ways of reading, as a presentation and as a document.
const root = document.documentElement;
const slides = [...document.querySelectorAll('.slide')];
const find = selector => document.querySelector(selector);
const shown = []; // called with the slide whenever one comes into view
let current = 0;
let build = 0; // how far the slide is built up; see way.js

const isDeck = () => root.classList.contains('deck');
const isOverview = () => root.classList.contains('overview');

// slideOf finds the slide that a fragment points at, or into.
function slideOf(hash) {
  if (hash.length < 2) return -1;
  const target = document.getElementById(decodeURIComponent(hash.slice(1)).split('.')[0]);
  return target ? slides.indexOf(target.closest('.slide')) : -1;
}

// buildOf reads how far that slide is built up: #dia-5.2.
const buildOf = hash => Number(hash.split('.')[1]) || 0;

function show(n, moveFocus = true, at = 0) {
  return showAt(Math.max(0, Math.min(slides.length - 1, n)), moveFocus, at);
}
function showAt(at, moveFocus, built) {
  const changed = at !== current || !slides[at].classList.contains('current');
  current = at;
  slides.forEach((slide, i) => {
    slide.classList.toggle('current', i === at);
    slide.querySelectorAll('details[open]').forEach(d => { d.open = false; });
  });
  const slide = slides[at];
  find('[data-now]').textContent = at + 1;
  build = Math.min(built, builds(slide));
  history.replaceState(null, '', '#' + slide.id + (build ? '.' + build : ''));
  if (!isDeck()) return;
  drawWay(slide, build);
  markTall(slide);
  showNotes(slide);
  shown.forEach(call => call(slide));
  tell();
  if (changed) find('#melding').textContent = slide.getAttribute('aria-label');
  // Focus follows the slide, unless it is on a button that stays.
  if (moveFocus && !document.activeElement?.closest('.controls, dialog, #notities')) slide.focus({ preventScroll: true });
}

// markTall makes a slide that is higher than the stage scroll, for the keyboard too.
function markTall(slide) {
  const body = slide.querySelector('.body');
  const tall = isDeck() && !isOverview() && !slide.matches('.cover, .figure') && body.scrollHeight > body.clientHeight + 2;
  slide.classList.toggle('tall', tall);
  slide.classList.remove('read');
  if (!tall) {
    body.removeAttribute('tabindex');
    return;
  }
  body.tabIndex = 0;
  body.scrollTop = 0;
  body.onscroll = () => slide.classList.toggle('read', body.scrollTop + body.clientHeight > body.scrollHeight - 4);
}

function showNotes(slide) {
  const text = find('#notities p');
  text.textContent = slide.querySelector('.notes-text')?.textContent || text.dataset.empty;
}

function toggleNotes() {
  find('#notities').hidden = !root.classList.toggle('notes');
  show(current, false);
}

function setDeck(on) {
  if (isOverview()) toggleOverview();
  if (on === isDeck()) return;
  if (!on && root.classList.contains('notes')) toggleNotes();
  root.classList.toggle('deck', on);
  if (on) {
    show(current);
  } else {
    slides.forEach(slide => {
      slide.classList.remove('tall');
      slide.querySelector('.body').removeAttribute('tabindex');
      drawWay(slide, 0);
    });
    slides[current].scrollIntoView();
  }
  shown.forEach(call => call(slides[current]));
}

// A screen that becomes large or small changes the way of reading; printing does not.
const wideEnough = matchMedia('(min-width: 1000px) and (min-height: 480px)');
let wasWide = wideEnough.matches;
wideEnough.addEventListener('change', () => {
  if (matchMedia('print').matches || wideEnough.matches === wasWide) return;
  wasWide = wideEnough.matches;
  root.classList.toggle('wide', wasWide);
  setDeck(wasWide);
});

// In the document the slide in view is the current one, so that the presentation starts there.
const inView = new IntersectionObserver(entries => {
  const top = entries.find(e => e.isIntersecting);
  if (top && !isDeck()) current = slides.indexOf(top.target);
}, { rootMargin: '0px 0px -70% 0px' });
slides.forEach(slide => inView.observe(slide));

addEventListener('hashchange', () => {
  const n = slideOf(location.hash);
  if (n >= 0 && isDeck()) {
    if (isOverview()) toggleOverview();
    show(n, true, buildOf(location.hash));
  }
});

// markScrollers lets the keyboard reach what scrolls sideways in the document: pictures and tables.
function markScrollers() {
  document.querySelectorAll('.picture:not(.zoomable *), .table').forEach(box => {
    if (isDeck() || box.scrollWidth <= box.clientWidth) {
      ['tabindex', 'role', 'aria-label'].forEach(name => box.removeAttribute(name));
      return;
    }
    const title = box.closest('figure')?.querySelector('h3') ?? box.querySelector('caption') ?? box.closest('.slide').querySelector('h2');
    box.tabIndex = 0;
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', title.textContent);
  });
}
document.querySelectorAll('details').forEach(d => d.addEventListener('toggle', markScrollers));
shown.push(markScrollers);
addEventListener('resize', () => {
  markScrollers();
  markTall(slides[current]);
});
markScrollers();
