package evidence

import (
	"bytes"
	"cmp"
	"maps"
	"math"
	"regexp"
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// summed is a column of a source that serves as denominator.
type summed struct {
	source, field string
	found         bool
	// records: the column is that of the ids. It is not added up: every record with an id is one
	// application, case or visit.
	records bool
}

// summedOf lists the columns of all denominators, each once.
func summedOf(j *journeys.Journey) []summed {
	var all []summed
	for _, s := range j.Sources {
		if d := s.Denominator; d != nil && d.Source != "" && !slices.Contains(all, summed{source: d.Source, field: d.Field}) {
			all = append(all, summed{source: d.Source, field: d.Field})
		}
	}
	return all
}

// sum is what the column that a denominator names adds up to; without a column, nothing.
func (b *binder) sum(d *journeys.Denominator) (columnSum, summed) {
	for i, s := range b.sums {
		if s.source == d.Source && s.field == d.Field {
			return b.all.sums[i], s
		}
	}
	return columnSum{}, summed{}
}

// sumColumn is a column to add up, in the file that is read.
type sumColumn struct {
	index   int // into Tally.sums
	column  int
	records bool
	first   int // the first column of the file
}

// sumsOf finds the columns of this source that serve as denominator.
func (b *binder) sumsOf(name string, data *signals.Data) []sumColumn {
	var sums []sumColumn
	for i := range b.sums {
		if sum := &b.sums[i]; sum.source == name && data.Has(sum.field) {
			sum.found, sum.records = true, isID(data, sum.field)
			sums = append(sums, sumColumn{index: i, column: data.Column(sum.field), records: sum.records, first: firstColumn(data)})
		}
	}
	return sums
}

func firstColumn(data *signals.Data) int {
	columns := data.Columns()
	if len(columns) == 0 {
		return -1 // of a list typed by hand
	}
	return data.Column(columns[0])
}

// isID tells whether a field or column is the one that tells records apart.
func isID(data *signals.Data, name string) bool {
	return slices.ContainsFunc(data.Bound(), func(c journeys.Column) bool {
		return c.Field == "id" && (name == "id" || journeys.FoldSpace(c.Header) == journeys.FoldSpace(name))
	})
}

// columnSum is what the column of a denominator adds up to.
type columnSum struct {
	Inside float64 // of the records of the period; what has no date is inside
	Loose  float64 // of that: without a date
	// PerMonth is of the dated records inside the period; Around of all records in the months that
	// the period touches. They differ in the first and the last month only.
	PerMonth, Around map[journeys.Month]float64
	ByDay            bool // some record is dated on another day than the first of its month
}

// amount is what one record adds to a column.
type amount struct {
	value         float64
	day           int32
	dated, inside bool
}

// compare orders amounts by day, then by value.
func (a amount) compare(b amount) int {
	return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.value, b.value))
}

func (c *columnSum) add(a amount) {
	if a.inside {
		c.Inside += a.value
	}
	if !a.dated {
		c.Loose += a.value
		return
	}
	day := signals.DateOf(int(a.day))
	c.ByDay = c.ByDay || day.Day != 1
	c.month(day.MonthOf(), a.value, a.inside)
}

func (c *columnSum) month(m journeys.Month, value float64, inside bool) {
	if c.Around == nil {
		c.PerMonth, c.Around = map[journeys.Month]float64{}, map[journeys.Month]float64{}
	}
	c.Around[m] += value
	if inside {
		c.PerMonth[m] += value
	}
}

func (c *columnSum) addAll(more columnSum) {
	c.Inside += more.Inside
	c.Loose += more.Loose
	c.ByDay = c.ByDay || more.ByDay
	for m, v := range more.Around {
		c.month(m, v, false)
	}
	for m, v := range more.PerMonth {
		c.PerMonth[m] += v
	}
}

// data is what is kept of a columnSum.
func (c *columnSum) data() sumData {
	d := sumData{Inside: c.Inside, Loose: c.Loose, ByDay: c.ByDay}
	for _, m := range slices.SortedFunc(maps.Keys(c.Around), compareMonths) {
		d.Months = append(d.Months, monthData{m, c.PerMonth[m], c.Around[m]})
	}
	return d
}

func compareMonths(a, b journeys.Month) int {
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month))
}

func (d sumData) sum() columnSum {
	c := columnSum{Inside: d.Inside, Loose: d.Loose, ByDay: d.ByDay}
	for _, m := range d.Months {
		c.month(m.Month, m.Around, false)
		c.PerMonth[m.Month] += m.Inside
	}
	return c
}

// sum notes what a record adds to each column that serves as denominator.
func (r *reading) sum(s *signals.Record, inside bool) {
	for i, sum := range r.readingPlan.sums {
		cell := s.Cell(sum.column)
		value, ok := 1.0, len(cell) > 0
		if !sum.records {
			value, ok = parseAmount(cell)
		}
		if ok && !signals.IsTotal(s.Cell(sum.first)) {
			r.sums[i] = append(r.sums[i], amount{value: value, day: int32(s.Day), dated: s.Dated, inside: inside})
		}
	}
}

// grouped is an amount with points between its thousands, as Excel shows it in Dutch.
var grouped = regexp.MustCompile(`^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$`)

// parseAmount reads a number of contacts, visits or applicants. Such a number is rarely a fraction, so
// that 1.234 is more than a thousand.
func parseAmount(cell []byte) (float64, bool) {
	cell = bytes.TrimSpace(cell)
	if bytes.IndexByte(cell, '.') > 0 && grouped.Match(cell) {
		cell = bytes.ReplaceAll(cell, []byte{'.'}, nil)
	}
	return signals.ParseNumber(cell)
}

// touched are the days of all months that the period touches.
func touched(p journeys.Period) (from, to int) {
	from, to = math.MinInt, math.MaxInt
	if !p.From.IsZero() {
		from = signals.DayOf(p.From.MonthOf().First())
	}
	if !p.To.IsZero() {
		to = signals.DayOf(p.To.MonthOf().Last())
	}
	return from, to
}
