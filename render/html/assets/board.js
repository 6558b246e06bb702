
// The board: advice is moved by dragging, by its number and then a box, or by the arrow keys. Places are
// kept for as long as the window is open, and leave it as lines of YAML.
const board = find('.board');
const proposal = find('#voorstel');
const sizes = ['klein', 'middel', 'groot']; // the words of the file, in every language
const adviceOn = new Map(); // by id: its element, and where it stood
let picked = null;
const savedAs = 'klantreis-bord ' + proposal.dataset.journey;

const boxOf = item => item.closest('td[data-gain]');
const placeOf = item => {
  const box = boxOf(item);
  return box ? [Number(box.dataset.gain), Number(box.dataset.effortSize)] : null;
};
const same = (a, b) => String(a) === String(b);
const boxAt = place => board.querySelector(`td[data-gain="${place[0]}"][data-effort-size="${place[1]}"]`);

// places are the moved ones only, by id.
function places() {
  const all = {};
  adviceOn.forEach((a, id) => { if (!same(placeOf(a.item), a.was)) all[id] = placeOf(a.item); });
  return all;
}

function label(item) {
  const title = item.querySelector('span').textContent, box = boxOf(item);
  let text = title;
  if (box) [title, box.dataset.gainWord, box.dataset.effortWord].forEach((v, i) => { text = i ? text.replace('%s', () => v) : proposal.dataset.placed.replace('%s', () => v); });
  return text;
}

// put moves an advice and tells where it is now; quietly when another window said so.
function put(item, place, quiet) {
  const a = adviceOn.get(item.dataset.advice);
  (place ? boxAt(place).querySelector('ul') : a.home).append(item);
  item.classList.toggle('moved', !same(placeOf(item), a.was));
  const handle = item.querySelector('.handle');
  handle.setAttribute('aria-label', handle.textContent + '. ' + label(item));
  markTall(item.closest('.slide'));
  if (quiet) return;
  handle.focus();
  find('#melding').textContent = label(item);
  try { sessionStorage.setItem(savedAs, JSON.stringify(places())); } catch { /* a frame without storage of its own */ }
  tell();
}

// putAll takes places as another window or the storage gave them; what does not fit is passed over.
function putAll(all) {
  adviceOn.forEach((a, id) => {
    const to = all[id];
    put(a.item, Array.isArray(to) && to.length === 2 && to.every(n => [0, 1, 2].includes(n)) ? to : a.was, true);
  });
}

function pick(item) {
  picked?.querySelector('.handle').setAttribute('aria-pressed', 'false');
  picked = item === picked ? null : item;
  board.classList.toggle('placing', Boolean(picked));
  if (!picked) return;
  picked.querySelector('.handle').setAttribute('aria-pressed', 'true');
  find('#melding').textContent = proposal.dataset.pick;
}

// drag follows the pointer over the whole window: it leaves the element that it began on.
function drag(item) {
  item.addEventListener('pointerdown', from => {
    if (!isDeck() || isOverview() || from.button !== 0) return;
    const ours = call => event => { if (event.pointerId === from.pointerId) call(event); };
    const move = ours(event => {
      const dx = event.clientX - from.clientX, dy = event.clientY - from.clientY;
      if (!item.classList.contains('moving') && Math.hypot(dx, dy) < 8) return;
      item.classList.add('moving');
      item.style.transform = `translate(${dx}px, ${dy}px)`;
    });
    const drop = ours(event => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', drop);
      removeEventListener('pointercancel', drop);
      const moved = item.classList.contains('moving');
      item.classList.remove('moving');
      item.style.transform = '';
      if (!moved) return;
      item.dataset.dropped = 'yes'; // the click that follows is part of the dragging
      setTimeout(() => delete item.dataset.dropped);
      const box = event.type === 'pointerup' && boxUnder(event.clientX, event.clientY);
      if (box) put(item, [Number(box.dataset.gain), Number(box.dataset.effortSize)]);
    });
    addEventListener('pointermove', move);
    addEventListener('pointerup', drop);
    addEventListener('pointercancel', drop);
  });
}
const boxUnder = (x, y) => [...board.querySelectorAll('td[data-gain]')].find(td => {
  const b = td.getBoundingClientRect();
  return x >= b.left && x <= b.right && y >= b.top && y <= b.bottom;
});

function onHandle(event) {
  const item = event.target.closest('li');
  const step = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
  if (event.key === 'Escape' && picked) pick(picked);
  else if (event.key === 'Escape' && item.classList.contains('moved')) put(item, adviceOn.get(item.dataset.advice).was);
  else if (step) {
    const now = placeOf(item) ?? [0, 1]; // what has no place comes up from below
    put(item, placeOf(item) ? now.map((n, i) => Math.max(0, Math.min(2, n + step[i]))) : now);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

// lines are the moved advice as YAML, which says what it was before.
function proposalText() {
  const word = place => place ? `${sizes[place[0]]} / ${sizes[place[1]]}` : '–';
  const moved = places(), ids = Object.keys(moved);
  if (ids.length === 0) return '';
  const oneLine = text => text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  return [`# ${proposal.dataset.comment} ${oneLine(proposal.dataset.title)}`, 'adviezen:', ...ids.map(id => {
    const { item, was } = adviceOn.get(id);
    const title = JSON.stringify(oneLine(item.querySelector('span').textContent));
    return `  - {id: ${/^[a-z][a-z0-9-]*$/.test(id) ? id : JSON.stringify(id)}, advies: ${title}, winst: ${sizes[moved[id][0]]}, moeite: ${sizes[moved[id][1]]}}  # ${proposal.dataset.was} ${word(was)}`;
  }), ''].join('\n');
}

actions.proposal = () => {
  proposal.querySelector('textarea').value = proposalText() || proposal.dataset.nothing;
  proposal.querySelectorAll('[data-do=copy-proposal],[data-do=save-proposal]').forEach(b => { b.disabled = !proposalText(); });
  proposal.querySelector('[data-said]').textContent = '';
  proposal.showModal();
};
actions['reset-board'] = () => { putAll({}); try { sessionStorage.removeItem(savedAs); } catch { /* as above */ } tell(); };
actions['close-proposal'] = () => proposal.close();
actions['copy-proposal'] = () => {
  proposal.querySelector('textarea').select();
  // A file that was opened from disk may not always use the clipboard; the selected text can be copied by hand.
  Promise.resolve(navigator.clipboard?.writeText(proposalText()) ?? Promise.reject())
    .then(() => { proposal.querySelector('[data-said]').textContent = proposal.dataset.copied; }, () => {});
};
actions['save-proposal'] = () => {
  const link = document.createElement('a');
  link.href = 'data:application/yaml;charset=utf-8,' + encodeURIComponent(proposalText());
  link.download = 'voorstel.yaml';
  link.click();
};

if (board) {
  board.querySelectorAll('li[data-advice]').forEach(item => {
    const mark = item.querySelector('b');
    const handle = document.createElement('button');
    handle.type = 'button';
    handle.className = 'handle';
    handle.textContent = mark.textContent;
    handle.setAttribute('aria-pressed', 'false');
    mark.replaceWith(handle);
    adviceOn.set(item.dataset.advice, { item, was: placeOf(item), home: item.parentElement });
    handle.setAttribute('aria-label', handle.textContent + '. ' + label(item));
    handle.addEventListener('keydown', onHandle);
    handle.addEventListener('click', () => { if (isDeck() && !item.dataset.dropped) pick(item); });
    drag(item);
  });
  board.addEventListener('click', event => {
    const box = event.target.closest('td[data-gain]');
    if (!picked || !box || event.target.closest('.handle')) return;
    const item = picked;
    pick(item);
    put(item, [Number(box.dataset.gain), Number(box.dataset.effortSize)]);
  });
  try { putAll(JSON.parse(sessionStorage.getItem(savedAs)) ?? {}); } catch { /* no storage, or not ours */ }
}
