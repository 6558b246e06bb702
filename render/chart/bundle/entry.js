// The parts of ECharts that our charts use, and what an option of plain JSON cannot say.
import { format, init, registerPreprocessor, setPlatformAPI, use } from 'echarts/core';
import { BarChart, BoxplotChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, TooltipComponent,
} from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

use([
  BarChart, BoxplotChart, LineChart, ScatterChart,
  AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, TooltipComponent,
  SVGRenderer,
]);

export { init, setPlatformAPI };

const list = (v) => (v == null ? [] : Array.isArray(v) ? v : [v]);

// writer writes numbers as the report does.
const writer = ({ thousands, point, decimals }) => (v) => {
  const [whole, fraction] = Math.abs(v).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, () => thousands);
  const rest = (fraction || '').replace(/0+$/, '');
  const text = grouped + (rest && point + rest);
  return (v < 0 && /[1-9]/.test(text) ? '\u2212' : '') + text;
};

// Texts are given beside the data (axisLabel.texts, data[i].text), because a formatter in JSON is
// a template in which {b} or $& of somebody's title would be replaced. Here they become functions,
// which show a text as it is.
registerPreprocessor((option) => {
  if (!option.numbers) return;
  const number = writer(option.numbers);
  for (const axis of [...list(option.xAxis), ...list(option.yAxis)]) {
    const label = axis.axisLabel || (axis.axisLabel = {});
    const texts = label.texts;
    label.formatter = texts ? (_, i) => texts[i] : axis.type === 'value' ? number : undefined;
  }
  const text = ({ data }) => (data && data.text) || '';
  for (const series of list(option.series)) {
    if (series.label) series.label.formatter = text;
    if (series.markLine && series.markLine.label) series.markLine.label.formatter = text;
  }
  const tip = option.tooltip;
  if (!tip) return;
  tip.valueFormatter = (v) => (typeof v === 'number' ? number(v) : '\u2013');
  if (tip.trigger === 'item') {
    tip.formatter = (p) => [p.name, text(p)].filter(Boolean).map(format.encodeHTML).join('<br>');
  }
});
