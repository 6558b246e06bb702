package render

import (
	"fmt"
	"slices"
	"strings"

	"klantreis/journeys/evidence"
)

// mostRateCharts and mostRateLines bound what is drawn per 1,000: signals with one denominator stand
// in one chart, because an axis has one meaning.
const (
	mostRateCharts = 2
	mostRateLines  = 3
)

// perThousand draws the largest signals per 1,000 of their denominator, month by month.
func (c *charter) perThousand() {
	var groups [][]evidence.Signal
	for _, s := range shown(c.ev) {
		if len(monthly(s)) < leastMonths || !c.rates().whole(s) {
			continue
		}
		i := slices.IndexFunc(groups, func(g []evidence.Signal) bool { return slices.Equal(g[0].Sources, s.Sources) })
		switch {
		case i >= 0 && len(groups[i]) < mostRateLines:
			groups[i] = append(groups[i], s)
		case i < 0 && len(groups) < mostRateCharts:
			groups = append(groups, []evidence.Signal{s})
		}
	}
	for i, g := range groups {
		about := ""
		if len(groups) > 1 {
			about = strings.Join(g[0].Sources, ", ")
		}
		c.rateChart(fmt.Sprintf("grafiek-per-1000-%d", i+1), c.w.MonthlyRates(about), g)
	}
}

// rateChart draws signals of the same sources. What is not known of a month is a gap in its line, and
// the caption tells why.
func (c *charter) rateChart(id, title string, signals []evidence.Signal) {
	sources, total := signals[0].Sources, signals[0].Denominator
	chart := Chart{ID: id, Kind: Lines, Title: title, Unit: c.w.RateUnit(c.things(sources))}
	data := Table{Columns: []Column{{Title: c.w.ColMonth}, {Title: c.w.ColDenominator, Number: true}}}
	for _, m := range signals[0].Rates {
		chart.Categories = append(chart.Categories, c.rates().month(m.Month))
		denominator := c.w.Unknown
		if m.Count.Known {
			denominator = c.lang.Number(m.Count.Value, 0)
		}
		data.Rows = append(data.Rows, []string{c.rates().month(m.Month), denominator})
	}
	hidden := false
	without := map[evidence.Gap][]string{}
	for _, s := range signals {
		series := Series{Name: s.Title}
		for i, m := range s.Rates {
			hidden = hidden || small(m.N)
			cell := c.w.RateCell(m.Rate)
			switch {
			case small(m.N):
				cell = "–"
			case !m.Rate.Known:
				cell = c.w.Unknown
				if month := chart.Categories[i]; !slices.Contains(without[m.Rate.Gap], month) {
					without[m.Rate.Gap] = append(without[m.Rate.Gap], month)
				}
			}
			series.Values = append(series.Values, m.Rate.Value)
			series.Missing = append(series.Missing, small(m.N) || !m.Rate.Known || c.rates().half(m.Month)) // a few days are no month to compare
			data.Rows[i] = append(data.Rows[i], cell)
		}
		data.Columns = append(data.Columns, Column{Title: c.w.WithMargin(s.Title), Number: true})
		chart.Series = append(chart.Series, series)
	}
	chart.Marks = c.changes()
	inUse := map[string]bool{}
	for _, name := range sources {
		inUse[name] = true
	}
	caption := c.basis(inUse) + " · " + c.w.DenominatorOf(c.rates().denominator(sources, total))
	if hidden {
		caption += " · " + c.w.SmallMonths
	}
	for _, gap := range []evidence.Gap{evidence.MonthMissing, evidence.TooSmall, evidence.SmallGroup} {
		if months := without[gap]; len(months) > 0 {
			caption += " · " + c.w.MonthsWithout(gap, months)
		}
	}
	if len(c.ev.HalfMonths) > 0 {
		caption += " · " + c.w.HalfMonths(true) + " " + c.w.HalfNotDrawn()
	}
	first := chart.Series[0]
	high := -1
	for i, v := range first.Values {
		if !first.Missing[i] && (high < 0 || v > first.Values[high]) {
			high = i
		}
	}
	alt := c.w.ChartAlt(title+": "+first.Name, chart.Categories[high], c.lang.Number(first.Values[high], 1)+" "+chart.Unit)
	c.add(chart, alt, caption, data)
}

// things names what the denominator of the sources counts; empty when it was not counted.
func (c *charter) things(names []string) string {
	for _, s := range c.ev.Sources {
		if len(names) == 1 && s.Name == names[0] {
			return c.w.Things(s.Exposure)
		}
	}
	return ""
}

// changes marks the months in which advice went live.
func (c *charter) changes() []Mark {
	var marks []Mark
	for _, a := range c.j.Advice {
		for i, m := range c.ev.Months {
			if !a.Since.IsZero() && a.Since.MonthOf() == m {
				marks = append(marks, Mark{At: i, Label: a.Title})
			}
		}
	}
	return marks
}
