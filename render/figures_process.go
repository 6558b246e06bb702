package render

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/statistics"
)

// mostProcesses bounds how many signals are held against their own history.
const mostProcesses = 3

// processes draws process behaviour charts of the processed signals, and of scores with enough points.
func (c *charter) processes() {
	for i, s := range processed(c.j, c.ev) {
		c.process(i+1, s)
	}
	for i, m := range c.j.Metrics {
		if p := evidence.MetricCourse(m); len(p.Points) > 0 {
			c.metricProcess(i+1, m, p)
		}
	}
}

// processChart is the name of the chart of a processed signal; they are numbered from 1.
func processChart(number int) string { return fmt.Sprintf("grafiek-grenzen-%d", number) }

// processed are the signals that are held against their own history: those that advice was measured by, of
// realised advice first, or else the most frequent one.
func processed(j *journeys.Journey, ev *evidence.Evidence) []evidence.Signal {
	var all []evidence.Signal
	for _, done := range []bool{true, false} {
		for _, i := range AdviceOrder(j) {
			a := j.Advice[i]
			if a.Effect == nil || a.Since.IsZero() || a.Closed() != done {
				continue
			}
			s, ok := ev.Signal(a.Effect.Signal)
			if ok && s.N >= evidence.MinGroup && !slices.ContainsFunc(all, func(o evidence.Signal) bool { return o.ID == s.ID }) {
				all = append(all, s)
			}
		}
	}
	if top := shown(ev); len(all) == 0 && len(top) > 0 {
		all = top[:1]
	}
	all = slices.DeleteFunc(all, func(s evidence.Signal) bool { return len(s.Course.Process.Points) == 0 || mostlySmall(s.Course.Counts) })
	return all[:min(len(all), mostProcesses)]
}

// mostlySmall tells whether more than half of the months may not be shown: a chart of gaps tells nothing.
func mostlySmall(counts []int) bool {
	n := 0
	for _, v := range counts {
		if small(v) {
			n++
		}
	}
	return 2*n > len(counts)
}

// process draws one signal with its mean and limits. A month of a small group is a gap.
func (c *charter) process(number int, s evidence.Signal) {
	course := s.Course
	chart := Chart{ID: processChart(number), Kind: Lines, Title: c.w.ProcessTitle(s.Title), Unit: c.w.Signals}
	places := 0
	if course.Per1000 {
		chart.Unit, places = c.w.RateUnit(c.things(s.Sources)), 1
	}
	data := Table{Columns: []Column{{Title: c.w.ColMonth}, {Title: c.w.ProcessValue(course.Per1000) + ": " + s.Title, Number: true}, {Title: c.w.ProcessRange(), Number: true}}}
	special := slices.ContainsFunc(course.Process.Points, func(p statistics.Point) bool { return p.Cause != statistics.Common })
	if special { // a column of dashes says nothing
		data.Columns = append(data.Columns, Column{Title: c.w.ProcessSpecial()})
	}
	values := Series{Name: s.Title}
	hidden := false
	for i, m := range course.Months {
		n, p := course.Counts[i], course.Process.Points[i]
		hidden = hidden || small(n)
		chart.Categories = append(chart.Categories, c.lang.ShortMonth(m))
		values.Values, values.Missing = append(values.Values, p.Value), append(values.Missing, small(n))
		value := c.lang.Number(p.Value, places)
		if small(n) {
			value = "–"
		}
		part := course.Process.Parts[p.Part]
		row := []string{c.rates().month(m), value, c.usual(part)}
		if special {
			row = append(row, c.w.Cause(p))
		}
		data.Rows = append(data.Rows, row)
	}
	chart.Series = append([]Series{values}, c.limits(course.Process, 0)...)
	chart.Series = append(chart.Series, c.specials(course.Process, values.Missing))
	for _, r := range course.Rebased {
		chart.Marks = append(chart.Marks, Mark{At: r.At, Label: c.adviceTitle(r.Advice)})
	}
	held := ""
	if h := course.Held; h.Advice != "" {
		chart.Marks = append(chart.Marks, Mark{At: h.At, Label: c.adviceTitle(h.Advice)})
		held = " · " + c.w.ProcessHeld(c.adviceNumber(h.Advice))
	}
	sources := map[string]bool{}
	for _, name := range s.Sources {
		sources[name] = true
	}
	story := c.w.ProcessStory(course.Process, c.w.ProcessUnit(course.Per1000))
	caption := c.basis(sources) + " · " + c.w.ProcessMethod(len(course.Rebased) > 0, course.Process.Parts[len(course.Process.Parts)-1].Provisional) + held
	if hidden {
		caption += " · " + c.w.SmallMonths
	}
	if len(course.Months) < len(c.ev.Months) {
		caption += " · " + c.w.LeftOut()
	}
	c.add(chart, toldOf(chart.Title, story), story+" "+caption, data)
	c.figures[len(c.figures)-1].Beside = c.w.ProcessLabel()
}

// usual is what is usual in a part: between its limits, around its mean.
func (c *charter) usual(p statistics.Part) string {
	return c.w.Usual(c.lang.Number(p.Mean, 1), c.lang.Number(p.Low, 1), c.lang.Number(p.High, 1))
}

// limits are the mean and the limits of each part; where a level goes on over points that do not set it, it
// is dashed. A lower limit at the floor says nothing and is left out.
func (c *charter) limits(p statistics.Process, floor float64) []Series {
	var all []Series
	for _, part := range p.Parts {
		for _, line := range []struct {
			name  string
			value float64
			style SeriesStyle
		}{{c.w.ProcessHigh(), part.High, LimitLine}, {c.w.ProcessMean(), part.Mean, LevelLine}, {c.w.ProcessLow(), part.Low, LimitLine}} {
			if line.value <= floor {
				continue
			}
			stretch := func(style SeriesStyle, from, to int) {
				s := Series{Name: line.name, Style: style}
				for i := range p.Points {
					s.Values, s.Missing = append(s.Values, math.Round(line.value*100)/100), append(s.Missing, i < from || i >= to)
				}
				all = append(all, s)
			}
			if part.Base == part.To || line.style == LimitLine {
				stretch(line.style, part.From, part.To)
				continue
			}
			stretch(line.style, part.From, part.Base)
			stretch(LimitLine, part.Base-1, part.To) // the level of before goes on, and does not set itself here
		}
	}
	return all
}

// specials are the points that chance does not explain.
func (c *charter) specials(p statistics.Process, missing []bool) Series {
	s := Series{Name: c.w.ProcessSpecial(), Style: SpecialMarks}
	for i, point := range p.Points {
		s.Values = append(s.Values, point.Value)
		s.Missing = append(s.Missing, point.Cause == statistics.Common || missing != nil && missing[i])
	}
	return s
}

// adviceNumber is the number of an advice on the map and in the report.
func (c *charter) adviceNumber(id string) int {
	return 1 + slices.IndexFunc(AdviceOrder(c.j), func(i int) bool { return c.j.Advice[i].ID == id })
}

func (c *charter) adviceTitle(id string) string {
	for _, a := range c.j.Advice {
		if a.ID == id {
			return a.Title
		}
	}
	return ""
}

// toldOf is a title with its story; a title that ends as a sentence gets no full stop.
func toldOf(title, story string) string {
	if strings.ContainsAny(title[len(title)-1:], ".?!") {
		return title + " " + story
	}
	return title + ". " + story
}

// metricProcess draws a score that was typed, with its mean and limits.
func (c *charter) metricProcess(number int, m journeys.Metric, p statistics.Process) {
	chart := Chart{ID: fmt.Sprintf("grafiek-grenzen-meting-%d", number), Kind: Lines, Title: c.w.ProcessTitle(m.Title)}
	if m.Scale != nil {
		chart.Range = [2]float64{m.Scale.From, m.Scale.To}
	}
	data := Table{Columns: []Column{{Title: c.w.ColWhen}, {Title: c.w.ColValue, Number: true}, {Title: c.w.ProcessRange(), Number: true}, {Title: c.w.ProcessSpecial()}}}
	values := Series{Name: m.Title}
	for i, point := range m.Points {
		part := p.Parts[p.Points[i].Part]
		chart.Categories = append(chart.Categories, c.moment(point.When))
		values.Values = append(values.Values, point.Value)
		data.Rows = append(data.Rows, []string{c.moment(point.When), c.lang.Number(point.Value, 1), c.usual(part), c.w.Cause(p.Points[i])})
	}
	chart.Series = append([]Series{values}, c.limits(p, math.Inf(-1))...)
	chart.Series = append(chart.Series, c.specials(p, nil))
	story := c.w.ProcessStory(p, "")
	c.add(chart, toldOf(chart.Title, story), story+" "+c.w.MetricTyped()+" · "+c.w.ProcessMethod(false, p.Parts[0].Provisional), data)
}
