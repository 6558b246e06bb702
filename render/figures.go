package render

import (
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
		data.Rows = append(data.Rows, []string{s.Title, stepTitle(c.j, s.Step), c.lang.Int(s.N), rateCell(c.j, s, c.w)})
		for _, name := range s.Sources {
			sources[name] = true
		}
	}
	chart.Series = []Series{{Name: c.w.Signals, Values: values, Labels: labels}}
	caption := c.basis(sources) + " · " + c.w.WhichCount(len(top) > 1)
	c.add(chart, c.w.ChartAlt(chart.Title, top[0].Title, c.lang.Int(top[0].N)+" "+c.w.Signals), caption, data)
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
			if !c.rates().half(m.Month) {
				largest = max(largest, m.N)
			}
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
			series.Missing = append(series.Missing, small || c.rates().half(m)) // a month cut short would look like a fall
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
	if len(chart.Series) > 1 {
		caption += " · " + c.w.MayOverlap()
	}
	if hidden {
		caption += " · " + c.w.SmallMonths
	}
	if len(c.ev.HalfMonths) > 0 {
		caption += " · " + c.w.HalfMonths(false) + " " + c.w.HalfNotDrawn()
	}
	for _, text := range why {
		caption += " · " + text
	}
	first := chart.Series[0]
	high := slices.Index(first.Missing, false)
	for i, v := range first.Values {
		if !first.Missing[i] && v > first.Values[high] {
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
		name := c.lang.ChannelWord(ch.Channel)
		chart.Categories = append(chart.Categories, name)
		series.Values = append(series.Values, float64(ch.N))
		series.Labels = append(series.Labels, c.lang.Int(ch.N))
		data.Rows = append(data.Rows, []string{name, c.lang.Int(ch.N)})
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

func stepTitle(j *journeys.Journey, id string) string {
	if s := j.Step(id); s != nil {
		return s.Title
	}
	return ""
}
