
// Overview, help, black screen, full screen, printing, and the buttons that call for them.
function toggleOverview() {
  const on = root.classList.toggle('overview');
  slides.forEach(slide => { slide.querySelector('.content').inert = on; });
  find('[data-do=overview]').setAttribute('aria-pressed', on);
  if (on) {
    slides[current].scrollIntoView({ block: 'center' });
    slides[current].querySelector('.jump').focus();
  } else {
    document.activeElement?.blur();
    show(current);
  }
}

// moveInOverview goes to another thumbnail: n slides further, or rows of them.
function moveInOverview(n, rows) {
  const at = slides.indexOf(document.activeElement?.closest('.slide'));
  if (at < 0) return;
  const columns = getComputedStyle(find('main')).gridTemplateColumns.split(' ').length;
  const to = slides[at + n + rows * columns];
  to?.querySelector('.jump').focus();
}

slides.forEach((slide, n) => slide.querySelector('.jump').addEventListener('click', event => {
  event.preventDefault();
  current = n;
  toggleOverview();
}));

const help = find('#hulp');
const black = find('#zwart');

function blackout() {
  black.hidden = !black.hidden;
  find('main').inert = find('.controls').inert = !black.hidden;
  tell();
  if (!black.hidden) find('#melding').textContent = black.textContent;
  else show(current, true, build);
}
black.addEventListener('click', blackout);

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen?.().catch(() => {}); // refused by the browser: nothing changes
}

// printPage prints with the tables open or not, and with the speaker's notes or not; what was open before
// stays open.
function printPage(tables, notes = false) {
  help.close();
  const closed = [...document.querySelectorAll('details:not([open])')];
  root.classList.toggle('print-tables', tables);
  root.classList.toggle('print-notes', notes);
  if (tables) closed.forEach(d => { d.open = true; });
  addEventListener('afterprint', () => {
    root.classList.remove('print-tables', 'print-notes');
    if (tables) closed.forEach(d => { d.open = false; });
  }, { once: true });
  print();
}

const actions = {
  previous: () => show(current - 1),
  next: () => show(current + 1),
  overview: toggleOverview,
  fullscreen: fullScreen,
  document: () => setDeck(!isDeck()),
  help: () => help.showModal(),
  'close-help': () => help.close(),
  print: () => printPage(false),
  'print-notes': () => printPage(false, true),
  'print-tables': () => printPage(true),
};
document.addEventListener('click', event => {
  const button = event.target.closest('[data-do]');
  if (button) actions[button.dataset.do]();
});
