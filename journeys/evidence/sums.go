package evidence

import (
	"math"
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// sumColumn is a column to add up, because it is the denominator of some source. The column of the
// ids is not added up: every record with an id is one application, case or visit.
type sumColumn struct {
	key    string // of binder.sums
	column int
	count  bool
}

// columnSum is what such a column adds up to.
type columnSum struct {
	records bool    // each record counts as one
	inside  float64 // of the records of the period; what has no date is inside
	loose   float64 // of that: without a date
	// perMonth is of the dated records inside the period; around of all records in the months that
	// the period touches. They differ in the first and the last month only.
	perMonth, around map[journeys.Month]float64
	byDay            bool // some record is dated on another day than the first of its month
}

func newColumnSum() *columnSum {
	return &columnSum{perMonth: map[journeys.Month]float64{}, around: map[journeys.Month]float64{}}
}

// amount is what one record adds to a column.
type amount struct {
	value         float64
	day           int32
	dated, inside bool
}

func (c *columnSum) add(a amount) {
	if a.inside {
		c.inside += a.value
	}
	if !a.dated {
		c.loose += a.value
		return
	}
	day := signals.DateOf(int(a.day))
	c.byDay = c.byDay || day.Day != 1
	c.around[day.MonthOf()] += a.value
	if a.inside {
		c.perMonth[day.MonthOf()] += a.value
	}
}

// sum notes what a record adds to each column that serves as denominator.
func (r *reading) sum(s *signals.Record, inside bool) {
	for i, sum := range r.readingPlan.sums {
		cell := s.Cell(sum.column)
		value, ok := 1.0, len(cell) > 0
		if !sum.count {
			value, ok = signals.ParseNumber(cell)
		}
		if ok {
			r.sums[i] = append(r.sums[i], amount{value: value, day: int32(s.Day), dated: s.Dated, inside: inside})
		}
	}
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

// sumsOf finds the columns of this source that serve as denominator.
func (b *binder) sumsOf(name string, data *signals.Data) []sumColumn {
	var sums []sumColumn
	for _, s := range b.journey.Sources {
		d := s.Denominator
		if d == nil || d.Source != name || !data.Has(d.Field) {
			continue
		}
		key := sumKey(d)
		if b.sums[key] != nil {
			continue // of another source too
		}
		b.sums[key] = newColumnSum()
		b.sums[key].records = isID(data, d.Field)
		sums = append(sums, sumColumn{key: key, column: data.Column(d.Field), count: b.sums[key].records})
	}
	return sums
}

// isID tells whether a field or column is the one that tells records apart.
func isID(data *signals.Data, name string) bool {
	return slices.ContainsFunc(data.Bound(), func(c journeys.Column) bool {
		return c.Field == "id" && (name == "id" || journeys.FoldSpace(c.Header) == journeys.FoldSpace(name))
	})
}

func sumKey(d *journeys.Denominator) string { return d.Source + "\x00" + d.Field }
