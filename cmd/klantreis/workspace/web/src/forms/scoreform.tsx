// The form of a score over time: its name, its scale and each time that it was measured.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { MetricModel } from '../api';
import { desk } from '../state';
import { useFormWords } from '../words_forms';
import { done } from './changes';
import { endOf, faultsOf } from './faults';
import { TextField } from './field';
import { isDate } from './journeyforms';
import { set, target, type Values } from './ops';
import { FormHead, Rest } from './parts';
import { Cell, numberOf, RowsField } from './rows';
import { Sign } from './sign';
import * as structure from './structure';

const keys = ['meting', 'schaal', 'punten', 'wanneer', 'waarde', 'n'];

interface Point { when: string; value: string; n: string }

// isMoment tells whether a text is a year, month or day that exists.
function isMoment(text: string): boolean {
  const t = text.trim();
  return /^\d{4}$/.test(t) || (/^\d{4}-\d{2}$/.test(t) ? isDate(`${t}-01`) : isDate(t));
}

export function ScoreForm(props: { metric: MetricModel; index: number; fresh: boolean }) {
  const w = useFormWords();
  const m = w.more;
  const { metric, index } = props;
  const text = desk.use(s => s.open?.text ?? '');
  const problems = desk.use(s => s.problems);
  const faults = useMemo(() => faultsOf(problems, text, metric.line, endOf(text, metric.line), keys), [problems, text, metric.line]);
  const of = faults.of;
  const give = (values: Values) => done(() => set(target('meting', { index }), values));
  // A scale has two ends: one alone waits here for the other.
  const [half, setHalf] = useState<{ worst: number | null; best: number | null } | null>(null);
  useEffect(() => setHalf(null), [metric.worst, metric.best, index]);
  const { worst, best } = half ?? metric;
  const end = (low: number | null, high: number | null) => {
    const both = low !== null && high !== null;
    setHalf(both || (low === null && high === null) ? null : { worst: low, best: high });
    return both ? give({ schaal: { van: low, tot: high } }) : metric.worst === null ? Promise.resolve(true) : give({ schaal: null });
  };
  const isEnd = (other: number | null) => (v: string) => {
    const n = numberOf(v);
    if (Number.isNaN(n)) return w.badNumber;
    return n !== null && n === other ? m.badScale : '';
  };
  const value = metric.points.map(p => ({ when: p.when, value: w.plain(p.value), n: p.n ? String(p.n) : '' }));
  const accept = (rows: Point[]) => {
    if (rows.some(r => !isMoment(r.when))) return m.badMoment;
    if (rows.some(r => !Number.isFinite(numberOf(r.value) ?? NaN))) return w.badNumber;
    return rows.some(r => r.n.trim() !== '' && !/^[1-9]\d*$/.test(r.n.trim())) ? m.badCount : '';
  };
  const tidy = (rows: Point[]) => rows.map(r => ({ when: r.when.trim(), value: w.plain(numberOf(r.value)), n: r.n.trim() }));
  const commit = (rows: Point[]) => give({ punten: rows.length === 0 ? null : rows.map(r => ({
    wanneer: /^\d{4}$/.test(r.when) ? Number(r.when) : r.when, waarde: numberOf(r.value), ...(r.n ? { n: Number(r.n) } : {}),
  })) });
  return <section class="f-form">
    <FormHead title={m.scoreOne} name={metric.title} about={m.scoreAbout}>
      <button type="button" class="f-icon" aria-label={w.removeOf(metric.title)} title={w.remove} onClick={() => void structure.removeScore(index)}><Sign name="trash" /></button>
    </FormHead>
    <Rest problems={faults.rest} />
    <TextField words={m.scoreTitle} value={metric.title} problems={of['meting']} autoFocus={props.fresh} accept={v => v.trim() ? '' : w.needed} commit={v => give({ meting: v.trim() })} />
    <div class="f-pair">
      <TextField words={m.worst} kind="number" value={w.plain(worst)} problems={of['schaal']} accept={isEnd(best)} commit={v => end(numberOf(v), best)} />
      <TextField words={m.best} kind="number" value={w.plain(best)} accept={isEnd(worst)} commit={v => end(worst, numberOf(v))} />
    </div>
    {half && <p class="f-warning" role="status">{m.bothEnds}</p>}
    <RowsField<Point> words={m.points} one={m.point} value={value} accept={accept} tidy={tidy} commit={commit}
      problems={['punten', 'wanneer', 'waarde', 'n'].flatMap(k => of[k] ?? [])} fresh={() => ({ when: '', value: '', n: '' })}
      row={(r, tools) => <>
        <Cell label={m.pointWhen} value={r.when} narrow type={when => tools.type({ when })} keep={tools.keep} />
        <Cell label={m.pointValue} value={r.value} number narrow type={v => tools.type({ value: v })} keep={tools.keep} />
        <Cell label={m.pointN} value={r.n} number narrow type={n => tools.type({ n })} keep={tools.keep} />
      </>} />
  </section>;
}
