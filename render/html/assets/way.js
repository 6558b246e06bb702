
// The way: each build moves the camera to the next stop and shows its panel. Build 0 is the whole way.
const wayOf = slide => slide.querySelector('.way');
const builds = slide => Number(wayOf(slide)?.dataset.builds ?? 0);

function drawWay(slide, at) {
  const way = wayOf(slide);
  if (!way) return;
  const stops = [...way.querySelectorAll('.stop')], stretches = [...way.querySelectorAll('.stretch')];
  const here = stops[at - 1];
  stops.forEach((stop, i) => {
    stop.classList.toggle('later', at > 0 && i >= at);
    stop.classList.toggle('here', stop === here);
  });
  stretches.forEach((stretch, i) => stretch.classList.toggle('later', at > 0 && i + 1 >= at));
  way.querySelectorAll('.panel').forEach(panel => panel.classList.toggle('at', Number(panel.dataset.build) === at));
  let view = 'none';
  if (here) {
    // The camera keeps within the drawing, so that no empty edge comes into view.
    const scale = 1.9, width = 1728, height = 330;
    const keep = (v, size) => Math.max(size / 2 / scale, Math.min(size - size / 2 / scale, v));
    const x = keep(Number(here.dataset.x), width), y = keep(Number(here.dataset.y), height);
    view = `translate(${width / 2 - x * scale}px, ${height / 2 - y * scale}px) scale(${scale})`;
  }
  way.querySelector('.camera').style.transform = view;
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
