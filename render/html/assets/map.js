// The stage scrolls by itself; here the sheet on it grows and shrinks, is dragged, and is
// exchanged for another picture.
const pictures = [...document.querySelectorAll('.picture')];
const wide = pictures.filter(p => p.classList.contains('wide'));
const narrow = pictures.find(p => p.classList.contains('narrow'));
const phone = matchMedia('(max-width: 699.98px)');
const readout = document.querySelector('[data-scale]');
const moved = []; // called after whatever moves the spots
const smallest = .02, largest = 4;
const legible = .5, first = .6; // below the one, a map that fits begins at the other, and scrolls

function stageOf(picture) {
  const stage = picture.querySelector('.stage');
  const sheet = picture.querySelector('.sheet');
  const [, , width, height] = sheet.querySelector('svg').getAttribute('viewBox').split(' ').map(Number);
  const heads = { columns: sheet.querySelector('.columns>*'), rows: sheet.querySelector('.rows>*') };
  let scale = 1;
  let fitted = 'width'; // how it follows the size of the window; empty: not at all

  const clamp = s => Math.max(smallest, Math.min(largest, s));
  function show() {
    sheet.style.width = `${(width * scale).toFixed(2)}px`;
    keepHeads();
    readout.textContent = `${Math.round(scale * 100)}%`;
    moved.forEach(f => f());
  }
  // keepHeads lets the names of columns and rows stay in view while they leave room enough, and
  // keeps what gets the focus from under them.
  function keepHeads() {
    if (!heads.columns) return;
    const high = heads.columns.offsetHeight, broad = heads.rows.offsetWidth;
    const loose = high > .3 * stage.clientHeight || broad > .3 * stage.clientWidth;
    stage.classList.toggle('loose', loose);
    stage.style.scrollPadding = loose ? '' : `${high + 16}px 40px 40px ${broad + 16}px`;
  }
  // zoomTo keeps the point of the sheet under (x, y) of the stage where it is.
  function zoomTo(next, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
    next = clamp(next);
    const left = sheet.offsetLeft;
    const point = { x: (stage.scrollLeft + x - left) / scale, y: (stage.scrollTop + y) / scale };
    scale = next;
    show();
    stage.scrollLeft = point.x * scale - x + sheet.offsetLeft;
    stage.scrollTop = point.y * scale - y;
    moved.forEach(f => f());
  }
  function fit(how) {
    fitted = how;
    // Twice: the first may take a scroll bar away.
    for (let i = 0; i < 2; i++) {
      const byWidth = stage.clientWidth / width;
      zoomTo(how === 'whole' ? Math.min(byWidth, stage.clientHeight / height) : byWidth);
    }
    if (how === 'width') stage.scrollLeft = 0;
  }
  const act = {
    in: () => { fitted = ''; zoomTo(scale * 1.25); },
    out: () => { fitted = ''; zoomTo(scale / 1.25); },
    real: () => { fitted = ''; zoomTo(1); },
    width: () => fit('width'),
    whole: () => fit('whole'),
  };
  function start() {
    fit('width');
    if (scale < legible) {
      fitted = '';
      zoomTo(first, 0, 0);
    }
  }

  stage.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const keys = { '+': 'in', '=': 'in', '-': 'out', '−': 'out', '0': 'width', '1': 'real' };
    if (!(event.key in keys) || picture === narrow) return;
    event.preventDefault();
    act[keys[event.key]]();
  });
  stage.addEventListener('wheel', event => {
    if (!event.ctrlKey || picture === narrow) return;
    event.preventDefault();
    const box = stage.getBoundingClientRect();
    fitted = '';
    zoomTo(scale * Math.exp(-event.deltaY * (event.deltaMode ? .05 : .004)), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });
  stage.addEventListener('scroll', () => moved.forEach(f => f()), { passive: true });
  if (picture !== narrow) {
    drag(stage);
    pinch(stage, (factor, x, y) => { fitted = ''; zoomTo(scale * factor, x, y); });
  }
  return { act, start, refit: () => { if (fitted) fit(fitted); }, show, get scale() { return scale; } };
}

// drag moves the sheet with the mouse; fingers do it without us. A click that ends a drag is
// none.
function drag(stage) {
  let from = null, far = false;
  stage.addEventListener('pointerdown', event => {
    far = false;
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    const box = stage.getBoundingClientRect();
    if (event.clientX > box.left + stage.clientWidth || event.clientY > box.top + stage.clientHeight) return; // a scroll bar
    from = { x: event.clientX, y: event.clientY, left: stage.scrollLeft, top: stage.scrollTop };
  });
  stage.addEventListener('pointermove', event => {
    if (!from) return;
    const dx = event.clientX - from.x, dy = event.clientY - from.y;
    if (!far && Math.hypot(dx, dy) < 5) return;
    if (!far) {
      far = true;
      stage.setPointerCapture(event.pointerId);
      stage.classList.add('moving');
    }
    stage.scrollLeft = from.left - dx;
    stage.scrollTop = from.top - dy;
  });
  const lift = () => {
    from = null;
    stage.classList.remove('moving');
  };
  stage.addEventListener('pointerup', lift);
  stage.addEventListener('pointercancel', lift);
  stage.addEventListener('dragstart', event => event.preventDefault());
  stage.addEventListener('click', event => {
    if (far) { event.stopPropagation(); event.preventDefault(); far = false; }
  }, true);
}

// pinch zooms with two fingers, around the point between them.
function pinch(stage, zoom) {
  let apart = 0;
  const spread = touches => Math.hypot(touches[0].clientX - touches[1].clientX, touches[0].clientY - touches[1].clientY) || 1;
  stage.addEventListener('touchstart', event => {
    if (event.touches.length === 2) apart = spread(event.touches);
  }, { passive: true });
  stage.addEventListener('touchmove', event => {
    if (event.touches.length !== 2 || !apart) return;
    event.preventDefault();
    const [a, b] = event.touches;
    const box = stage.getBoundingClientRect();
    zoom(spread(event.touches) / apart, (a.clientX + b.clientX) / 2 - box.left, (a.clientY + b.clientY) / 2 - box.top);
    apart = spread(event.touches);
  }, { passive: false });
  stage.addEventListener('touchend', () => { apart = 0; }, { passive: true });
}

const stages = new Map(pictures.map(p => [p, stageOf(p)]));
const started = new Set();
let chosen = wide[0] ?? narrow;

// current is the picture in view: the chosen one, or the narrow one on a phone.
const current = () => phone.matches && narrow ? narrow : chosen ?? narrow;

function showPicture() {
  const picture = current();
  pictures.forEach(p => p.classList.toggle('current', p === picture || p === chosen));
  if (!picture || picture === narrow) return;
  const stage = stages.get(picture);
  if (started.has(picture)) stage.refit();
  else stage.start();
  started.add(picture);
  stage.show();
}

document.querySelectorAll('[name=lens]').forEach(radio => radio.addEventListener('change', () => {
  chosen = wide.find(p => p.id === radio.value);
  showPicture();
  document.getElementById('melding').textContent = radio.dataset.shown;
}));
document.querySelectorAll('[data-zoom]').forEach(button => button.addEventListener('click', () => stages.get(current())?.act[button.dataset.zoom]()));
document.querySelector('[data-print]').addEventListener('click', () => print());
addEventListener('resize', showPicture);
// A browser that remembers the form may come back with another choice.
const remembered = document.querySelector('[name=lens]:checked');
if (remembered) chosen = wide.find(p => p.id === remembered.value) ?? chosen;
showPicture();
