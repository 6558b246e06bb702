
// A card at a spot tells what stands behind it. It comes with the pointer or the focus and stays
// while the pointer is on it; a click or Enter pins it and moves into it; Escape closes it.
const card = document.getElementById('kaartje');
const content = card.querySelector('.content');
const dwell = 120, grace = 300; // milliseconds before it comes, and before it goes
let spot = null, pinned = false, waiting = 0;

const later = (f, ms) => {
  clearTimeout(waiting);
  waiting = setTimeout(f, ms);
};

function openCard(at, pin) {
  clearTimeout(waiting);
  const source = document.getElementById(at.dataset.backing);
  if (spot !== at) {
    spot?.classList.remove('open');
    spot = at;
    content.replaceChildren(...[...source.cloneNode(true).childNodes]);
    content.querySelectorAll('[id]').forEach(e => e.removeAttribute('id'));
    card.setAttribute('aria-label', source.querySelector('.title').textContent);
    card.scrollTop = 0;
  }
  spot.classList.add('open');
  pinned = pin;
  card.classList.toggle('pinned', pin);
  card.hidden = false;
  place();
}

function closeCard() {
  clearTimeout(waiting);
  spot?.classList.remove('open');
  card.hidden = true;
  spot = null;
  pinned = false;
}

// place puts the card beside its spot, where it hides least, and always inside the window.
function place() {
  if (!spot || card.hidden) return;
  const edge = 8, gap = 10;
  const room = { w: document.documentElement.clientWidth, h: innerHeight };
  card.style.maxHeight = `${room.h - 2 * edge}px`;
  const s = spot.getBoundingClientRect();
  let { width: w, height: h } = card.getBoundingClientRect();
  const above = s.top - gap - edge, below = room.h - s.bottom - gap - edge;
  const beside = Math.max(s.left, room.w - s.right) - gap - edge >= w;
  const keep = (v, size, all) => Math.max(edge, Math.min(v, all - size - edge));
  let x, y;
  if (beside) {
    x = room.w - s.right - gap - edge >= w ? s.right + gap : s.left - gap - w;
    y = s.top + s.height / 2 - Math.min(h / 2, 80);
  } else {
    h = Math.min(h, Math.max(above, below, 120));
    card.style.maxHeight = `${h}px`;
    x = s.left + s.width / 2 - w / 2;
    y = below >= h || below >= above ? s.bottom + gap : s.top - gap - h;
  }
  card.style.left = `${keep(x, w, room.w)}px`;
  card.style.top = `${keep(y, h, room.h)}px`;
}
moved.push(place);
addEventListener('scroll', place, { passive: true });
addEventListener('resize', place);

const spots = [...document.querySelectorAll('.spot')];
let quiet = false; // the focus comes back to a spot and should not open it again
let pressed = false; // a spot that moves away under the pointer gets no click
addEventListener('pointerdown', () => { pressed = true; }, true);
for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => { pressed = false; }, true);

for (const at of spots) {
  at.addEventListener('pointerenter', event => {
    if (event.pointerType === 'mouse' && !pinned && !event.buttons) later(() => openCard(at, false), dwell);
  });
  at.addEventListener('pointerleave', () => { if (!pinned) later(leave, grace); });
  at.addEventListener('focus', () => {
    if (quiet) return;
    if (!pressed && !at.closest('.head')) at.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (!pinned && at.matches(':focus-visible')) openCard(at, false);
  });
  at.addEventListener('blur', () => { if (!pinned && spot === at) later(leave, grace); });
  at.addEventListener('click', () => {
    if (pinned && spot === at) return closeCard();
    openCard(at, true);
    card.focus({ preventScroll: true });
  });
  at.addEventListener('keydown', event => {
    const next = neighbour(at, event.key);
    if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  });
}

// leave closes the card when neither the pointer nor the focus is at it any more.
function leave() {
  if (pinned || !spot) return;
  if (card.matches(':hover') || spot.matches(':hover') || document.activeElement === spot && spot.matches(':focus-visible')) return;
  closeCard();
}
card.addEventListener('pointerenter', () => clearTimeout(waiting));
card.addEventListener('pointerleave', () => { if (!pinned) later(leave, grace); });

// neighbour is the spot that an arrow leads to: up and down within a step, left and right to the
// next one.
function neighbour(at, key) {
  const all = [...at.closest('.picture').querySelectorAll('.spot')].sort((a, b) => a.dataset.n - b.dataset.n);
  const i = all.indexOf(at), step = Number(at.dataset.step);
  const first = n => all.find(s => Number(s.dataset.step) === n);
  const same = s => s && Number(s.dataset.step) === step ? s : undefined;
  return {
    ArrowDown: () => same(all[i + 1]), ArrowUp: () => same(all[i - 1]),
    ArrowRight: () => first(step + 1), ArrowLeft: () => first(step - 1),
    Home: () => all[0], End: () => all.at(-1),
  }[key]?.() ?? (key.startsWith('Arrow') ? at : undefined);
}

function back() {
  const at = spot, inside = card.contains(document.activeElement);
  closeCard();
  if (!at || !inside) return;
  quiet = true;
  at.focus({ preventScroll: true });
  quiet = false;
}
card.querySelector('[data-close]').addEventListener('click', back);
card.addEventListener('keydown', event => {
  // There is one button in the card: Tab leaves it in either direction, back to its spot.
  const button = card.querySelector('[data-close]');
  if (event.key !== 'Tab' || document.activeElement === card && !event.shiftKey && button.offsetParent) return;
  event.preventDefault();
  back();
});
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && spot) back();
});
document.addEventListener('click', event => {
  if (pinned && !card.contains(event.target) && !event.target.closest('.spot')) closeCard();
});
document.querySelectorAll('[name=lens]').forEach(radio => radio.addEventListener('change', closeCard));
