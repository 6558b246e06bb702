package render

import (
	"fmt"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// metrics draws the scores over time, each value with the widest interval that its scale allows.
func (c *charter) metrics() {
	for i, m := range c.ev.Metrics {
		if len(m.Points) == 0 {
			continue
		}
		chart := Chart{ID: fmt.Sprintf("grafiek-meting-%d", i+1), Kind: Lines, Title: m.Title}
		if scale := c.j.Metrics[i].Scale; scale != nil {
			chart.Range[0], chart.Range[1] = scale.Ends()
		}
		data := Table{Columns: []Column{{Title: c.w.ColWhen}, {Title: c.w.ColValue, Number: true}, {Title: "n", Number: true}, {Title: c.w.ColScoreRange(), Number: true}}}
		series := Series{Name: m.Title}
		basis := []string{c.w.MetricTyped()}
		places, bounded := 0, false
		for _, p := range m.Points {
			if p.Value != float64(int(p.Value)) {
				places = 1
			}
			bounded = bounded || p.Bounded
		}
		for _, p := range m.Points {
			value := c.lang.Number(p.Value, places)
			when := c.moment(p.When)
			chart.Categories = append(chart.Categories, when)
			series.Values = append(series.Values, p.Value)
			series.Labels = append(series.Labels, value)
			n := c.w.Unknown
			if p.N > 0 {
				n = c.lang.Int(p.N)
			}
			data.Rows = append(data.Rows, []string{when, value, n, c.w.PointRange(m, p)})
			basis = append(basis, c.w.MetricBasis(when, p))
			if low, high := p.Value, p.Value; bounded {
				if p.Bounded {
					low, high = p.Low, p.High
				}
				series.Low, series.High = append(series.Low, low), append(series.High, high)
			}
		}
		chart.Series = []Series{series}
		alt := m.Title + ": " + chart.Categories[0] + " " + series.Labels[0] + "."
		last := len(m.Points) - 1
		if text := c.w.Changed(m, chart.Categories[0], chart.Categories[last]); text != "" {
			alt = m.Title + ". " + text
			basis = append([]string{text}, basis...)
		}
		if bounded {
			basis = append(basis, c.w.WidestRange())
		}
		c.add(chart, alt, strings.Join(basis, " · "), data)
	}
}

// leadTimes draws the spread between cases, and of a promise how it was kept from month to month.
func (c *charter) leadTimes() {
	for i, l := range c.ev.LeadTimes {
		if l.N < evidence.MinGroup {
			continue
		}
		c.spread(i, l)
		if l.Promised {
			c.kept(i, l)
		}
	}
}

func (c *charter) spread(i int, l evidence.LeadTime) {
	chart := Chart{ID: fmt.Sprintf("grafiek-doorlooptijd-%d", i+1), Kind: Boxes, Title: l.Title, Unit: c.w.Days}
	if l.Working {
		chart.Unit = c.w.WorkingDays
	}
	s := l.Spread
	series := Series{Name: l.Title}
	until, beyond, longest := axisOf(l), 0, 0
	draw := func(all []evidence.Length, open bool) {
		for _, d := range all {
			if until > 0 && d.Days > until {
				beyond, longest = beyond+d.N, max(longest, d.Days)
			} else if d.Days >= 0 {
				series.Values, series.Times, series.Open = append(series.Values, float64(d.Days)), append(series.Times, d.N), append(series.Open, open)
			}
		}
	}
	draw(l.Lengths, false)
	if l.Open >= evidence.MinGroup {
		draw(l.Waiting, true)
	}
	note := ""
	if beyond > 0 {
		note = c.w.BeyondAxis(beyond, until, longest, l.Working)
	}
	if l.Open > 0 || beyond > 0 {
		series.Summary = &BoxSummary{Text: c.w.ShortSpread(s, l.Working), Beyond: beyond, Note: note}
		if s.P90.Known {
			series.Summary.Quantiles = []float64{s.P10.Value, s.P25.Value, s.P50.Value, s.P75.Value, s.P90.Value}
		}
	}
	chart.Series = []Series{series}
	alt := l.Title + ". " + c.w.Spread(s, l.Working)
	promise, within := c.w.Unknown, c.w.Unknown
	if l.Promised {
		promise = c.w.PromiseText(l.Promise, l.Working)
		chart.Line = &Threshold{Value: float64(l.Promise), Label: c.w.ColPromise + ": " + promise}
	}
	if s.Within.Known {
		within = c.w.ShareCell(s.Within)
		alt += " " + c.w.Kept(s.Within, promise)
	}
	if note != "" {
		alt += " " + note
	}
	data := Table{
		Columns: []Column{{Title: c.w.ColLeadTime}, {Title: c.w.ColN, Number: true}, {Title: c.w.ColOpen, Number: true}, {Title: c.w.ColP10, Number: true},
			{Title: c.w.ColP50, Number: true}, {Title: c.w.ColP90, Number: true}, {Title: c.w.ColPromise, Number: true}, {Title: c.w.ColWithin, Number: true}},
		Rows: [][]string{{l.Title, c.lang.Int(l.N), c.lang.Count(l.Open, evidence.MinGroup), c.day(s, s.P10, l.Working), c.day(s, s.P50, l.Working), c.day(s, s.P90, l.Working), promise, within}},
	}
	c.add(chart, alt, leadTimeBasis(c.rates(), l), data)
}

// axisOf is where the axis of a lead time ends; 0: at its longest case. A few cases that take many times as
// long as nine in ten would leave no room to see those.
func axisOf(l evidence.LeadTime) int {
	const times, least, waste = 3, 5, 1.5
	if !l.Spread.P90.Known {
		return 0
	}
	end := times * max(int(l.Spread.P90.Value), l.Promise, least)
	if l.Spread.Longest <= waste*float64(end) {
		return 0
	}
	return end
}

// day writes a percentile, or that it is not known yet.
func (c *charter) day(s evidence.Spread, v evidence.Count, working bool) string {
	if !v.Known {
		return c.w.NotReached(s, working)
	}
	return c.lang.Number(v.Value, 0)
}

// leadTimeBasis tells what stands behind a lead time: source, n, period, what became of open cases, and
// which days count.
func leadTimeBasis(r rates, l evidence.LeadTime) string {
	basis := r.w.Basis(l.Source, r.lang.Int(l.N), r.lang.Period(r.ev.Period), "")
	if l.Open > 0 {
		basis += " · " + r.w.OpenCases(l.Open, l.Followed)
	}
	if l.Working {
		basis += " · " + r.w.WorkingDaysAre()
	}
	return basis
}

// kept draws the share within the promise by the month in which cases began, when at least two months
// can be shown.
func (c *charter) kept(i int, l evidence.LeadTime) {
	if len(l.Months) < 2 {
		return
	}
	byMonth := map[journeys.Month]evidence.MonthPromise{}
	for _, m := range l.Months {
		byMonth[m.Month] = m
	}
	promise := c.w.PromiseText(l.Promise, l.Working)
	chart := Chart{ID: fmt.Sprintf("grafiek-belofte-%d", i+1), Kind: Lines, Title: c.w.KeptPerMonth(l.Title), Unit: c.w.KeptUnit(promise), Range: [2]float64{0, 100}}
	data := Table{Columns: []Column{{Title: c.w.ColBegan()}, {Title: c.w.ColN, Number: true}, {Title: c.w.ColOpen, Number: true}, {Title: c.w.ColKeptRange(), Number: true}}}
	series := Series{Name: l.Title}
	hidden, first, last, low := false, -1, -1, -1
	for m := l.Months[0].Month; !l.Months[len(l.Months)-1].Month.Before(m); m = m.Next() {
		k := len(chart.Categories)
		month := byMonth[m]
		shown := month.Within.Known && month.N+month.Open >= evidence.MinGroup
		hidden = hidden || !shown
		chart.Categories = append(chart.Categories, c.lang.ShortMonth(m))
		share, cell := month.Within, c.w.Unknown
		if shown {
			cell = c.w.ShareCell(share)
		} else {
			share = evidence.Share{}
		}
		series.Values = append(series.Values, 100*share.Value)
		series.Low, series.High = append(series.Low, 100*share.Low), append(series.High, 100*share.High)
		series.Missing = append(series.Missing, !shown)
		series.Labels = append(series.Labels, c.lang.Percent(share.Value))
		data.Rows = append(data.Rows, []string{c.lang.Month(m), c.lang.Count(month.N, evidence.MinGroup), c.lang.Count(month.Open, evidence.MinGroup), cell})
		if shown {
			if last = k; first < 0 {
				first = k
			}
			if low < 0 || share.Value*100 < series.Values[low] {
				low = k
			}
		}
		if k >= mostMonths {
			return // a wrong date, far off: no chart can hold that
		}
	}
	if first == last {
		return
	}
	if len(series.Labels) > mostLabels {
		series.Labels = nil
	}
	chart.Series = []Series{series}
	chart.Marks = c.changesFor(l, len(chart.Categories))
	caption := leadTimeBasis(c.rates(), l) + " · " + c.w.MonthOfBegin()
	if hidden {
		caption += " · " + c.w.HiddenMonths()
	}
	percent := func(k int) string { return c.lang.Percent(series.Values[k] / 100) }
	alt := c.w.KeptAlt(chart.Title, chart.Categories[first], percent(first), chart.Categories[last], percent(last), chart.Categories[low], percent(low))
	c.add(chart, alt, caption, data)
}

// mostMonths is as long as an axis of months can be read; mostLabels as many values as stand at it.
const mostMonths, mostLabels = 120, 14

// changesFor marks the months in which advice that rests on a lead time went live.
func (c *charter) changesFor(l evidence.LeadTime, months int) []Mark {
	var marks []Mark
	for _, a := range c.j.Advice {
		if a.Since.IsZero() || !slices.Contains(a.Because, l.ID) {
			continue
		}
		m := l.Months[0].Month
		for at := range months {
			if a.Since.MonthOf() == m {
				marks = append(marks, Mark{At: at, Label: a.Title})
			}
			m = m.Next()
		}
	}
	return marks
}
