// Searches the index of the site for all words that were asked; runs in the page, asks nobody.
(() => {
  const fold = s => s.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const asked = (new URLSearchParams(location.search).get('q') ?? '').trim();
  if (!asked) return;
  document.getElementById('q').value = asked;
  const words = fold(asked).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const begins = words.map(w => new RegExp(`(?<![\\p{L}\\p{N}])${w}`, 'gu'));
  const found = [];
  for (const [place, entry] of window.zoekIndex.entries()) {
    const page = fold(entry.p), title = fold(entry.t), text = fold(entry.x);
    let points = 0;
    for (const begin of begins) {
      const count = s => (s.match(begin) ?? []).length;
      const here = 12 * count(title) + (entry.t ? 3 : 12) * count(page) + Math.min(5, count(text));
      if (!here) { points = 0; break; }
      points += here;
    }
    if (points) found.push({ entry, points, place });
  }
  found.sort((a, b) => b.points - a.points || a.place - b.place);
  const list = document.getElementById('uitkomsten');
  for (const { entry } of found.slice(0, 30)) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = entry.u;
    link.textContent = entry.t ? `${entry.t} – ${entry.p}` : entry.p;
    const piece = document.createElement('p');
    const at = Math.max(0, fold(entry.x).search(begins[0]) - 60);
    const from = at ? entry.x.indexOf(' ', at) + 1 : 0;
    piece.textContent = (from ? '… ' : '') + entry.x.slice(from, from + 180) + (entry.x.length > from + 180 ? ' …' : '');
    item.append(link, piece);
    list.append(item);
  }
  const status = document.getElementById('gevonden');
  status.textContent = found.length === 0 ? `Niets gevonden voor ‘${asked}’. Probeer een korter woord.`
    : `${found.length === 1 ? 'Eén plek' : `${found.length} plekken`} gevonden voor ‘${asked}’${found.length > 30 ? '; dit zijn de eerste 30' : ''}.`;
})();
