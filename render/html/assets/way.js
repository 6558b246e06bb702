
// The way: each build moves the camera to the next stop and shows its panel. Build 0 is the whole way.
const wayOf = slide => slide.querySelector('.way');
const builds = slide => Number(wayOf(slide)?.dataset.builds ?? 0);

function drawWay(slide, at) {
  const way = wayOf(slide);
  if (!way) return;
  const stops = [...way.querySelectorAll('.stop')], stretches = [...way.querySelectorAll('.camera .stretch')];
  const here = stops[at - 1];
  stretches.forEach((stretch, i) => stretch.classList.toggle('later', at > 0 && i + 1 >= at));
  way.querySelectorAll('.panel').forEach(panel => panel.classList.toggle('at', Number(panel.dataset.build) === at));
  // The camera comes near in one direction only, so that high and low stay in view; stops keep their shape.
  const width = 1728, zoom = here ? Number(way.dataset.zoom) : 1;
  // It keeps within the drawing, so that no empty edge comes into view.
  const half = width / 2 / zoom, middle = here ? Math.max(half, Math.min(width - half, Number(here.dataset.x))) : half;
  const view = here ? `translate(${width / 2 - middle * zoom}px, 0px) scale(${zoom}, 1)` : 'none';
  stops.forEach((stop, i) => {
    const fromMiddle = Math.abs(Number(stop.dataset.x) - middle) * zoom;
    stop.classList.toggle('later', at > 0 && i >= at);
    stop.classList.toggle('here', stop === here);
    stop.classList.toggle('cut', fromMiddle > width / 2 - 190); // half a name: it would stick out of the map
  });
  way.querySelector('.way-map').classList.toggle('near', Boolean(here));
  way.querySelector('.camera').style.transform = view;
  way.querySelectorAll('.mark').forEach(mark => { mark.style.transform = here ? `scale(${1 / zoom}, 1)` : ''; });
}

function setBuild(n) {
  build = Math.max(0, Math.min(builds(slides[current]), n));
  drawWay(slides[current], build);
  markTall(slides[current]);
  const title = build && slides[current].querySelector(`.panel[data-build="${build}"] h3`);
  if (title) find('#melding').textContent = title.textContent.trim();
  history.replaceState(null, '', '#' + slides[current].id + (build ? '.' + build : ''));
  tell();
}

// forward and back go through the stops of a slide before they leave it.
function forward() {
  if (isDeck() && !isOverview() && build < builds(slides[current])) setBuild(build + 1);
  else show(current + 1);
}
function back() {
  if (isDeck() && !isOverview() && build > 0) return setBuild(build - 1);
  if (current === 0) return;
  show(current - 1);
  if (isDeck() && builds(slides[current])) setBuild(builds(slides[current]));
}
actions.next = forward;
actions.previous = back;
