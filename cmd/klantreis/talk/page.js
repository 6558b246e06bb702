// A phone in the street: one question, answers kept on the phone until they are shared. No network.
'use strict';
const plan = JSON.parse(document.getElementById('plan').textContent);
const w = plan.words;
const $ = id => document.getElementById(id);
const store = 'klantreis-gesprek-' + plan.id;
let talks = [];
let keeps = true;
try {
  talks = JSON.parse(localStorage.getItem(store) ?? '[]');
} catch {
  keeps = false;
}
const keep = () => {
  try {
    localStorage.setItem(store, JSON.stringify(talks));
    keeps = localStorage.getItem(store) !== null;
  } catch {
    keeps = false;
  }
  show();
};
const words = (template, n) => template.replace('{n}', String(n));
const today = () => {
  const d = new Date();
  return [d.getFullYear(), String(d.getMonth() + 1).padStart(2, '0'), String(d.getDate()).padStart(2, '0')].join('-');
};
const newID = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');

function show() {
  $('storage').hidden = keeps;
  $('count').textContent = talks.length === 0 ? w.none : words(talks.length === 1 ? w.one : w.many, talks.length);
  $('share').disabled = talks.length === 0;
  $('wipe').hidden = talks.length === 0 || talks.some(t => !t.shared);
  $('list').replaceChildren(...talks.map((t, i) => {
    const item = document.createElement('li');
    const text = document.createElement('span');
    text.textContent = t.tekst;
    const away = document.createElement('button');
    away.type = 'button';
    away.textContent = w.remove;
    away.setAttribute('aria-label', w.remove + ': ' + t.tekst.slice(0, 60));
    away.addEventListener('click', () => {
      talks.splice(i, 1);
      keep();
      $('said').textContent = w.removed;
      $('text').focus();
    });
    item.append(text, away);
    return item;
  }).reverse());
}

$('form').addEventListener('submit', e => {
  e.preventDefault();
  const data = new FormData(e.target);
  const text = String(data.get('text')).trim();
  if (!text) {
    $('said').textContent = w.empty;
    $('text').focus();
    return;
  }
  talks.push({
    id: newID(), dag: today(), tekst: text, aard: String(data.get('nature')), plaats: String(data.get('place')).trim(),
    doorgezet: String(data.get('forward') ?? '').trim(), citeren: data.get('quote') !== null, shared: false,
  });
  keep();
  $('text').value = ''; // the place stays: the next talk is there too
  $('forward').value = '';
  $('quote').checked = false;
  $('said').textContent = w.kept;
  $('text').focus();
});

$('share').addEventListener('click', async () => {
  const given = talks.map(({ shared, ...t }) => t);
  const name = 'gesprekken-' + today() + '-' + newID().slice(0, 6) + '.json';
  const file = new File([JSON.stringify({ 'klantreis-gesprek': 1, stap: plan.step, gesprekken: given }, null, 1)], name, { type: 'application/json' });
  try {
    if (navigator.canShare?.({ files: [file] })) {
      await navigator.share({ files: [file], title: name });
    } else {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    }
  } catch {
    $('said').textContent = w.notShared;
    return;
  }
  for (const t of talks) t.shared = true;
  keep();
  $('said').textContent = w.shared;
});

$('wipe').addEventListener('click', () => {
  if (!confirm(w.sure)) return;
  talks = [];
  keep();
  $('said').textContent = w.wiped;
  $('text').focus();
});
keep();
