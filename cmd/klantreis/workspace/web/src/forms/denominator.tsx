// How many there were in all: one number, a number per month, or the sum of a column of another source.
import { useEffect, useState } from 'preact/hooks';
import type { Model, Problem, SourceModel } from '../api';
import { useFormWords } from '../words_forms';
import { done } from './changes';
import { SelectField, TextField } from './field';
import { set, target } from './ops';
import { Cell, numberOf, RowsField } from './rows';

type Kind = '' | 'total' | 'source' | 'months';

interface Month { month: string; count: string }

export function DenominatorField(props: { model: Model; source: SourceModel; problems: Problem[] }) {
  const w = useFormWords();
  const m = w.more;
  const { source } = props;
  const d = source.denominator;
  const inFile: Kind = !d ? '' : d.source ? 'source' : d.months.length ? 'months' : 'total';
  const [kind, setKind] = useState<Kind>(inFile);
  useEffect(() => setKind(inFile), [inFile, source.name]);
  const give = (value: unknown) => done(() => set(target('bron', { name: source.name }), { noemer: value }));
  // What was in the file stays there until the other way has a value.
  const choose = (value: string) => { setKind(value as Kind); return value === '' && d ? give(null) : Promise.resolve(true); };
  const others = props.model.sources.filter(s => s.name !== source.name);
  const ways = [
    { value: 'total', label: m.oneTotal }, { value: 'months', label: m.perMonth },
    ...(others.length ? [{ value: 'source', label: m.fromSource }] : []),
  ];
  const count = (v: string) => { const n = numberOf(v); return n !== null && !(n > 0) ? w.badNumber : ''; };
  return <>
    <SelectField key={inFile} words={m.denominator} value={inFile} none={m.noDenominator} problems={props.problems} options={ways} commit={choose} />
    {kind === 'total' && <TextField words={m.total} kind="number" value={d?.total ? w.plain(d.total) : ''} accept={count} autoFocus={inFile !== 'total'}
      commit={v => give(numberOf(v))} />}
    {kind === 'source' && <Sum key={source.name} others={others.map(s => s.name)} source={d?.source ?? ''} field={d?.field ?? ''} give={give} />}
    {kind === 'months' && <RowsField<Month> words={m.months} one={m.month} value={(d?.months ?? []).map(x => ({ month: x.month, count: w.plain(x.count) }))}
      accept={rows => rows.some(r => !/^\d{4}-(0[1-9]|1[0-2])$/.test(r.month.trim())) ? m.badMonth : rows.some(r => !((numberOf(r.count) ?? -1) >= 0)) ? w.badNumber : ''}
      tidy={rows => rows.map(r => ({ month: r.month.trim(), count: w.plain(numberOf(r.count)) }))}
      commit={rows => give(rows.length ? rows.map(r => ({ maand: r.month, aantal: numberOf(r.count) })) : null)}
      fresh={rows => ({ month: after(rows[rows.length - 1]?.month ?? '', props.model.from), count: '' })}
      row={(r, tools) => <>
        <Cell label={m.month} value={r.month} narrow type={month => tools.type({ month })} keep={tools.keep} />
        <Cell label={m.monthCount} value={r.count} number narrow type={c => tools.type({ count: c })} keep={tools.keep} />
      </>} />}
  </>;
}

// after is the month behind one, or the first of the period.
function after(month: string, from: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  if (!year || !number) return from.slice(0, 7);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

// Sum waits for its column: a source alone says nothing.
function Sum(props: { others: string[]; source: string; field: string; give(value: unknown): Promise<boolean> }) {
  const w = useFormWords();
  const [source, setSource] = useState(props.source || props.others[0]!);
  const put = (bron: string, veld: string) => { setSource(bron); return veld ? props.give({ bron, veld }) : Promise.resolve(true); };
  return <div class="f-pair">
    <SelectField words={w.more.otherSource} value={source} options={props.others.map(o => ({ value: o, label: o }))} commit={v => put(v, props.field)} />
    <TextField words={w.more.otherField} value={props.field} accept={v => v.trim() ? '' : w.needed} commit={v => put(source, v.trim())} />
  </div>;
}
