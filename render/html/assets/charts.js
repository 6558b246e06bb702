
// Interactive charts: drawn at the size of the still picture and scaled into its place, so that
// both look the same. The still picture stays for the document, for paper and without ECharts.
const charts = new Map();

function fitChart(live) {
  const width = Number(live.dataset.width), height = Number(live.dataset.height);
  const scale = Math.min(live.clientWidth / width, live.clientHeight / height);
  if (!(scale > 0)) return;
  live.firstElementChild.style.transform = `scale(${scale}) translate(-50%, -50%)`;
}

function showChart(live) {
  if (charts.has(live)) return;
  const option = JSON.parse(document.getElementById(live.dataset.option).textContent);
  const box = document.createElement('div');
  box.style.width = live.dataset.width + 'px';
  box.style.height = live.dataset.height + 'px';
  live.append(box);
  live.hidden = false;
  const chart = echarts.init(box, null, { renderer: 'svg', width: Number(live.dataset.width), height: Number(live.dataset.height) });
  // The element around it tells what the chart shows, so ECharts need not make up a text.
  chart.setOption({ ...option, animation: false, aria: { ...option.aria, label: { enabled: false } } });
  live.previousElementSibling.hidden = true;
  charts.set(live, chart);
  fitChart(live);
  new ResizeObserver(() => fitChart(live)).observe(live);
}

shown.push(slide => {
  const deck = isDeck();
  document.querySelectorAll('.live').forEach(live => {
    const interactive = deck && typeof echarts !== 'undefined' && (slide.contains(live) || charts.has(live));
    if (interactive) showChart(live);
    live.hidden = !interactive;
    live.previousElementSibling.hidden = interactive;
  });
});
