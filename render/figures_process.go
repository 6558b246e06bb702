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

// processes draws process behaviour charts: of the signals that advice was measured by, or else of the
// most frequent one, and of scores with enough points.
func (c *charter) processes() {
	number := 0
	for _, s := range c.followed() {
		if len(s.Course.Process.Points) == 0 || number == mostProcesses {
			continue
		}
		number++
		c.process(number, s)
	}
	for i, m := range c.j.Metrics {
		if p := evidence.MetricCourse(m); len(p.Points) > 0 {
			c.metricProcess(i+1, m, p)
		}
	}
}

// followed are the signals to hold against their history, those of realised advice first.
func (c *charter) followed() []evidence.Signal {
	var all []evidence.Signal
	for _, done := range []bool{true, false} {
		for _, i := range AdviceOrder(c.j) {
			a := c.j.Advice[i]
			if a.Effect == nil || a.Since.IsZero() || a.Closed() != done {
				continue
			}
			s, ok := c.ev.Signal(a.Effect.Signal)
			if ok && s.N >= evidence.MinGroup && !slices.ContainsFunc(all, func(o evidence.Signal) bool { return o.ID == s.ID }) {
				all = append(all, s)
			}
		}
	}
	if top := shown(c.ev); len(all) == 0 && len(top) > 0 {
		all = top[:1]
	}
	return all
}

// process draws one signal with its mean and limits. A month of a small group is a gap.
func (c *charter) process(number int, s evidence.Signal) {
	course := s.Course
	chart := Chart{ID: fmt.Sprintf("grafiek-grenzen-%d", number), Kind: Lines, Title: c.w.ProcessTitle(s.Title), Unit: c.w.Signals}
	places := 0
	if course.Per1000 {
		chart.Unit, places = c.w.RateUnit(c.things(s.Sources)), 1
	}
	data := Table{Columns: []Column{{Title: c.w.ColMonth}, {Title: c.w.ProcessValue(course.Per1000), Number: true}, {Title: c.w.ProcessMean(), Number: true},
		{Title: c.w.ProcessRange()}, {Title: c.w.ProcessSpecial()}}}
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
		data.Rows = append(data.Rows, []string{c.lang.Month(m), value, c.lang.Number(part.Mean, 1),
			c.w.Between(c.lang.Number(part.Low, 1), c.lang.Number(part.High, 1)), c.w.Cause(p)})
	}
	chart.Series = append([]Series{values}, c.limits(course.Process, 0)...)
	chart.Series = append(chart.Series, c.specials(course.Process, values.Missing))
	for _, r := range course.Rebased {
		chart.Marks = append(chart.Marks, Mark{At: r.At, Label: c.adviceTitle(r.Advice)})
	}
	sources := map[string]bool{}
	for _, name := range s.Sources {
		sources[name] = true
	}
	story := c.w.ProcessStory(course.Process, c.w.ProcessUnit(course.Per1000))
	caption := c.basis(sources) + " · " + c.w.ProcessMethod(len(course.Rebased) > 0, course.Process.Parts[len(course.Process.Parts)-1].Provisional)
	if hidden {
		caption += " · " + c.w.SmallMonths
	}
	if len(course.Months) < len(c.ev.Months) {
		caption += " · " + c.w.LeftOut()
	}
	c.add(chart, toldOf(chart.Title, story), story+" "+caption, data)
}

// limits are the mean and the limits of each part. A lower limit at the floor says nothing and is left out.
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
			s := Series{Name: line.name, Style: line.style}
			for i := range p.Points {
				s.Values, s.Missing = append(s.Values, math.Round(line.value*100)/100), append(s.Missing, i < part.From || i >= part.To)
			}
			all = append(all, s)
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
	data := Table{Columns: []Column{{Title: c.w.ColWhen}, {Title: c.w.ColValue, Number: true}, {Title: c.w.ProcessMean(), Number: true},
		{Title: c.w.ProcessRange()}, {Title: c.w.ProcessSpecial()}}}
	values := Series{Name: m.Title}
	for i, point := range m.Points {
		part := p.Parts[p.Points[i].Part]
		chart.Categories = append(chart.Categories, c.moment(point.When))
		values.Values = append(values.Values, point.Value)
		data.Rows = append(data.Rows, []string{c.moment(point.When), c.lang.Number(point.Value, 1), c.lang.Number(part.Mean, 1),
			c.w.Between(c.lang.Number(part.Low, 1), c.lang.Number(part.High, 1)), c.w.Cause(p.Points[i])})
	}
	chart.Series = append([]Series{values}, c.limits(p, math.Inf(-1))...)
	chart.Series = append(chart.Series, c.specials(p, nil))
	story := c.w.ProcessStory(p, "")
	c.add(chart, toldOf(chart.Title, story), story+" "+c.w.MetricTyped()+" · "+c.w.ProcessMethod(false, p.Parts[0].Provisional), data)
}
