package render

import (
	"fmt"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render/words"
)

// Charts chooses the charts that the evidence can fill, as figures that wait for their drawing.
// A chart with nothing to show is left out.
func Charts(j *journeys.Journey, ev *evidence.Evidence, lang words.Lang) []Figure {
	c := charter{j: j, ev: ev, lang: lang, w: lang.Report()}
	c.topSignals()
	c.perMonth()
	c.perThousand()
	c.processes()
	c.channels()
	c.metrics()
	c.leadTimes()
	return c.figures
}

type charter struct {
	j       *journeys.Journey
	ev      *evidence.Evidence
	lang    words.Lang
	w       words.Report
	figures []Figure
}

func (c *charter) rates() rates { return rates{c.ev, c.lang, c.w} }

func (c *charter) add(chart Chart, alt, caption string, data Table) {
	chart.Lang = string(c.lang)
	data.Caption = chart.Title
	c.figures = append(c.figures, Figure{ID: chart.ID, Title: chart.Title, Alt: alt, Caption: caption, Chart: &chart, Data: data})
}

// shown are the signals that are large enough to be shown, largest first.
func shown(ev *evidence.Evidence) []evidence.Signal {
	var all []evidence.Signal
	for _, s := range ev.Busiest() {
		if s.N >= evidence.MinGroup {
			all = append(all, s)
		}
	}
	return all
}

func (c *charter) topSignals() {
	top := shown(c.ev)
	top = top[:min(len(top), 10)]
	if len(top) == 0 {
		return
	}
	chart := Chart{ID: "grafiek-signalen", Kind: HorizontalBars, Title: c.w.TopSignals, Unit: c.w.Signals}
	data := Table{Columns: []Column{{Title: c.w.ColSignal}, {Title: c.w.ColStep}, {Title: c.w.ColN, Number: true}, {Title: c.w.ColPer1000, Number: true}}}
	var values []float64
	var labels []string
	sources := map[string]bool{}
	for _, s := range top {
		chart.Categories = append(chart.Categories, s.Title)
		values = append(values, float64(s.N))
		labels = append(labels, c.lang.Int(s.N))
		rate := c.w.Unknown
		if r := s.Rate(); r.Known {
			rate = c.w.RateCell(r)
		}
		data.Rows = append(data.Rows, []string{s.Title, stepTitle(c.j, s.Step), c.lang.Int(s.N), rate})
		for _, name := range s.Sources {
			sources[name] = true
		}
	}
	chart.Series = []Series{{Name: c.w.Signals, Values: values, Labels: labels}}
	c.add(chart, c.w.ChartAlt(chart.Title, top[0].Title, c.lang.Int(top[0].N)+" "+c.w.Signals), c.basis(sources), data)
}

// basis names the sources in use, in the file's order, and the period.
func (c *charter) basis(names map[string]bool) string {
	list, n := c.inUse(names)
	return c.w.Basis(list, c.w.Looked(n), c.lang.Period(c.ev.Period), "")
}

// inUse lists the sources in the file's order, with the number of their records that could count.
func (c *charter) inUse(names map[string]bool) (list string, n int) {
	var all []string
	for _, s := range c.ev.Sources {
		if names[s.Name] {
			all = append(all, s.Name)
			n += s.InUse()
		}
	}
	return strings.Join(all, ", "), n
}

// perMonth draws the three largest signals over time, with a line for every change that went
// live.
func (c *charter) perMonth() {
	if len(c.ev.Months) < 2 {
		return
	}
	chart := Chart{ID: "grafiek-maanden", Kind: Lines, Title: c.w.PerMonth, Unit: c.w.Signals}
	data := Table{Columns: []Column{{Title: c.w.ColMonth}}}
	for _, m := range c.ev.Months {
		chart.Categories = append(chart.Categories, c.rates().month(m))
		data.Rows = append(data.Rows, []string{c.rates().longMonth(m)})
	}
	hidden := false
	sources := map[string]bool{}
	var why []string
	for _, s := range shown(c.ev) {
		if len(chart.Series) == 3 || len(s.PerMonth) < 2 {
			continue
		}
		perMonth := map[journeys.Month]int{}
		largest := 0
		for _, m := range s.PerMonth {
			perMonth[m.Month] = m.N
			largest = max(largest, m.N)
		}
		if largest < evidence.MinGroup {
			continue // nothing of it may be shown
		}
		series := Series{Name: s.Title}
		for i, m := range c.ev.Months {
			n := perMonth[m]
			small := n > 0 && n < evidence.MinGroup
			hidden = hidden || small
			series.Values = append(series.Values, float64(n))
			series.Missing = append(series.Missing, small)
			data.Rows[i] = append(data.Rows[i], c.lang.Count(n, evidence.MinGroup))
		}
		data.Columns = append(data.Columns, Column{Title: s.Title, Number: true})
		chart.Series = append(chart.Series, series)
		if gap, source := c.rates().why(s); gap != "" {
			if text := c.w.NoRates(gap, source); !slices.Contains(why, text) {
				why = append(why, text)
			}
		}
		for _, name := range s.Sources {
			sources[name] = true
		}
	}
	if len(chart.Series) == 0 {
		return
	}
	chart.Marks = c.changes()
	caption := c.basis(sources)
	if hidden {
		caption += " · " + c.w.SmallMonths
	}
	if len(c.ev.HalfMonths) > 0 {
		caption += " · " + c.w.HalfMonths(false)
	}
	for _, text := range why {
		caption += " · " + text
	}
	first := chart.Series[0]
	high := 0
	for i, v := range first.Values {
		if v > first.Values[high] {
			high = i
		}
	}
	alt := c.w.ChartAlt(chart.Title+": "+first.Name, chart.Categories[high], c.lang.Number(first.Values[high], 0)+" "+c.w.Signals)
	c.add(chart, alt, caption, data)
}

// channels shows by which way the signals came, each once; one channel alone is no picture.
func (c *charter) channels() {
	chart := Chart{ID: "grafiek-kanalen", Kind: HorizontalBars, Title: c.w.PerChannel, Unit: c.w.Signals}
	data := Table{Columns: []Column{{Title: c.w.ColChannel}, {Title: c.w.ColN, Number: true}}}
	series := Series{Name: c.w.Signals}
	all := 0
	for _, ch := range c.ev.Channels {
		all += ch.N
		if ch.N < evidence.MinGroup {
			continue
		}
		chart.Categories = append(chart.Categories, ch.Channel)
		series.Values = append(series.Values, float64(ch.N))
		series.Labels = append(series.Labels, c.lang.Int(ch.N))
		data.Rows = append(data.Rows, []string{ch.Channel, c.lang.Int(ch.N)})
	}
	if len(chart.Categories) < 2 {
		return
	}
	chart.Series = []Series{series}
	sources := map[string]bool{}
	for _, s := range c.ev.Signals {
		for _, name := range s.Sources {
			sources[name] = true
		}
	}
	alt := c.w.ChartAlt(chart.Title, chart.Categories[0], series.Labels[0]+" "+c.w.Signals)
	names, _ := c.inUse(sources)
	c.add(chart, alt, c.w.Basis(names, c.lang.Int(all), c.lang.Period(c.ev.Period), ""), data)
}

func (c *charter) metrics() {
	for i, m := range c.j.Metrics {
		if len(m.Points) == 0 {
			continue
		}
		chart := Chart{ID: fmt.Sprintf("grafiek-meting-%d", i+1), Kind: Lines, Title: m.Title}
		if m.Scale != nil {
			chart.Range = [2]float64{m.Scale.From, m.Scale.To}
		}
		data := Table{Columns: []Column{{Title: c.w.ColWhen}, {Title: c.w.ColValue, Number: true}, {Title: "n", Number: true}}}
		series := Series{Name: m.Title}
		basis := []string{c.w.MetricTyped()}
		places := 0
		for _, p := range m.Points {
			if p.Value != float64(int(p.Value)) {
				places = 1
			}
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
			data.Rows = append(data.Rows, []string{when, value, n})
			basis = append(basis, c.w.MetricBasis(when, p.N))
		}
		chart.Series = []Series{series}
		last := len(series.Labels) - 1
		alt := m.Title + ": " + chart.Categories[0] + " " + series.Labels[0]
		if last > 0 {
			alt += ", " + chart.Categories[last] + " " + series.Labels[last]
		}
		c.add(chart, alt+".", strings.Join(basis, " · "), data)
	}
}

// moment writes a year, month or day as typed in words.
func (c *charter) moment(when string) string {
	day, ok := journeys.Moment(when)
	switch {
	case !ok || len(when) <= 4:
		return when
	case len(when) <= 7:
		return c.lang.Month(day.MonthOf())
	}
	return c.lang.Date(day)
}

// decimals writes a score with one decimal, or none when it is whole.
func decimals(lang words.Lang, v float64) string {
	if v == float64(int(v)) {
		return lang.Number(v, 0)
	}
	return lang.Number(v, 1)
}

func (c *charter) leadTimes() {
	for i, l := range c.ev.LeadTimes {
		if l.N < evidence.MinGroup {
			continue
		}
		chart := Chart{ID: fmt.Sprintf("grafiek-doorlooptijd-%d", i+1), Kind: Boxes, Title: l.Title, Unit: c.w.Days}
		if l.Working {
			chart.Unit = c.w.WorkingDays
		}
		series := Series{Name: l.Title}
		for _, d := range l.Lengths {
			series.Values, series.Times = append(series.Values, float64(d.Days)), append(series.Times, d.N)
		}
		chart.Series = []Series{series}
		alt := l.Title + ". " + c.w.Spread(l.P50, l.P90, l.Working)
		promise, within := c.w.Unknown, c.w.Unknown
		if l.Within.Known {
			promise = c.w.PromiseText(l.Promise, l.Working)
			within = c.lang.Percent(l.Within.Value)
			chart.Line = &Threshold{Value: float64(l.Promise), Label: c.w.ColPromise + ": " + promise}
			alt += " " + c.w.Kept(l.Within.Value, promise)
		}
		data := Table{
			Columns: []Column{{Title: c.w.ColLeadTime}, {Title: c.w.ColN, Number: true}, {Title: c.w.ColOpen, Number: true}, {Title: c.w.ColP10, Number: true},
				{Title: c.w.ColP50, Number: true}, {Title: c.w.ColP90, Number: true}, {Title: c.w.ColPromise, Number: true}, {Title: c.w.ColWithin, Number: true}},
			Rows: [][]string{{l.Title, c.lang.Int(l.N), c.lang.Int(l.Open), c.lang.Number(l.P10, 0), c.lang.Number(l.P50, 0), c.lang.Number(l.P90, 0), promise, within}},
		}
		caption := c.w.Basis(l.Source, c.lang.Int(l.N), c.lang.Period(c.ev.Period), "")
		if l.Open > 0 {
			caption += " · " + c.w.OpenCases(l.Open)
		}
		c.add(chart, alt, caption, data)
	}
}

func stepTitle(j *journeys.Journey, id string) string {
	if s := j.Step(id); s != nil {
		return s.Title
	}
	return ""
}
