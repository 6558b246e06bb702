// Stands in a whole page that the desk shows in a frame, and in no page that is given away. It tells the desk where the
// page is being looked at, so that the page after an edit opens there, and opens links of others beside the desk.
(() => {
  let told = '';
  setInterval(() => {
    const place = { klantreis: 'plek', hash: location.hash, x: scrollX, y: scrollY };
    if (JSON.stringify(place) === told) return;
    told = JSON.stringify(place);
    parent.postMessage(place, '*');
  }, 200);
  addEventListener('message', e => {
    if (e.source === parent && e.data?.klantreis === 'plek') scrollTo({ left: e.data.x, top: e.data.y, behavior: 'instant' });
  });
  addEventListener('click', e => {
    const link = e.target instanceof Element ? e.target.closest('a[href]') : null;
    if (link && /^https?:/.test(link.getAttribute('href'))) { link.target = '_blank'; link.rel = 'noopener'; }
  }, true);
})();
