
// Pictures that can be enlarged and moved: the viewBox of the drawing is what is seen of it.
function zoomable(figure) {
  const frame = figure.querySelector('.picture');
  const svg = frame.querySelector('svg');
  const [, , width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
  const pointers = new Map();
  let scale = 1; // 1 shows the whole picture
  let middle = { x: width / 2, y: height / 2 };

  // base is the part of the plane seen at scale 1: the picture, widened to the frame's shape.
  const base = () => {
    const shape = (frame.clientWidth || 1) / (frame.clientHeight || 1);
    return shape > width / height ? { w: height * shape, h: height } : { w: width, h: width / shape };
  };
  const largest = () => Math.max(4, 3 * base().w / (frame.clientWidth || 1));
  const unit = () => base().w / scale / (frame.clientWidth || 1); // of the picture, per CSS pixel

  function draw() {
    const b = base();
    const w = b.w / scale, h = b.h / scale;
    const keep = (v, seen, size) => seen >= size ? size / 2 : Math.max(seen / 2, Math.min(size - seen / 2, v));
    middle = { x: keep(middle.x, w, width), y: keep(middle.y, h, height) };
    svg.setAttribute('viewBox', [middle.x - w / 2, middle.y - h / 2, w, h].map(v => v.toFixed(2)).join(' '));
  }
  function whole() {
    scale = 1;
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    middle = { x: width / 2, y: height / 2 };
  }
  // zoom keeps the point of the picture under (x, y) in the frame where it is.
  function zoom(factor, x = frame.clientWidth / 2, y = frame.clientHeight / 2) {
    const dx = x - frame.clientWidth / 2, dy = y - frame.clientHeight / 2;
    const point = { x: middle.x + dx * unit(), y: middle.y + dy * unit() };
    scale = Math.max(1, Math.min(largest(), scale * factor));
    if (scale === 1) return whole();
    middle = { x: point.x - dx * unit(), y: point.y - dy * unit() };
    draw();
  }
  function pan(dx, dy) {
    if (scale === 1) return;
    middle = { x: middle.x - dx * unit(), y: middle.y - dy * unit() };
    draw();
  }

  frame.addEventListener('wheel', event => {
    if (!isDeck()) return;
    event.preventDefault();
    const box = frame.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY * (event.ctrlKey ? .01 : .002)), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });
  frame.addEventListener('pointerdown', event => {
    if (!isDeck()) return;
    pointers.set(event.pointerId, event);
    frame.setPointerCapture(event.pointerId);
    frame.classList.add('moving');
  });
  frame.addEventListener('pointermove', event => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const other = [...pointers.values()].find(p => p.pointerId !== event.pointerId);
    if (other) {
      const apart = p => Math.hypot(p.clientX - other.clientX, p.clientY - other.clientY) || 1;
      const box = frame.getBoundingClientRect();
      zoom(apart(event) / apart(before), (event.clientX + other.clientX) / 2 - box.left, (event.clientY + other.clientY) / 2 - box.top);
      pan((event.clientX - before.clientX) / 2, (event.clientY - before.clientY) / 2);
    } else {
      pan(event.clientX - before.clientX, event.clientY - before.clientY);
    }
    pointers.set(event.pointerId, event);
  });
  const lift = event => {
    pointers.delete(event.pointerId);
    frame.classList.toggle('moving', pointers.size > 0);
  };
  frame.addEventListener('pointerup', lift);
  frame.addEventListener('pointercancel', lift);
  figure.querySelectorAll('[data-zoom]').forEach(button => button.addEventListener('click', () => {
    if (button.dataset.zoom === 'fit') whole();
    else zoom(button.dataset.zoom === 'in' ? 1.5 : 1 / 1.5);
  }));
  frame.tabIndex = 0;
  return { zoom, pan, whole, draw, enlarged: () => scale > 1 };
}

const zooms = new Map([...document.querySelectorAll('.figure.zoomable')].filter(f => f.matches('figure')).map(f => [f, zoomable(f)]));
const zoomOn = slide => zooms.get(slide.querySelector('figure.zoomable'));
shown.push(() => zooms.forEach(z => { if (!isDeck()) z.whole(); }));
addEventListener('resize', () => zooms.forEach(z => { if (z.enlarged()) z.draw(); }));
addEventListener('beforeprint', () => zooms.forEach(z => z.whole()));
