package evidence

import (
	"math"
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/statistics"
)

// Course is a signal over time, held against its own history (see statistics.XmR). Months that lie in the
// period only in part, and those in which a source was silent, are left out: they would look like a fall.
type Course struct {
	Months  []journeys.Month // one for each point; none: too few months
	Counts  []int            // of each month
	Per1000 bool             // the values are per 1,000 of the denominator; otherwise they are the counts
	Process statistics.Process
	Rebased []Rebase // where limits begin anew, in order
	Held    Rebase   // where too few months follow for that: they are held against those before; no Advice: none
}

// Rebase is a point from which limits begin anew, or will when enough months follow, because an advice went live.
type Rebase struct {
	At     int // of Course.Months
	Advice string
}

// Sign is what a course shows in its last part.
type Sign string

const (
	NoSign   Sign = ""         // no chart
	Ordinary Sign = "gewoon"   // only chance
	Above    Sign = "hoger"    // the last special points lie above the mean
	Below    Sign = "lager"    // … below it
	Rising   Sign = "stijgend" // a run that rises
	Falling  Sign = "dalend"

	AboveBefore Sign = "hoger-na-advies" // higher than was usual before the advice that went live lately
	BelowBefore Sign = "lager-na-advies"
)

// leastPerMonth is the mean count below which limits say nothing: most months would be none or one.
const leastPerMonth = 2

// recentPoints are the months at the end that a sign is about.
const recentPoints = 6

// Sign tells what is special about the last half year of the course, the latest first. Of months that are
// held against those before an advice, it tells that.
func (c Course) Sign() Sign {
	points := c.Process.Points
	if len(points) == 0 {
		return NoSign
	}
	for i := len(points) - 1; i >= max(0, len(points)-recentPoints); i-- {
		p := points[i]
		held := c.Held.Advice != "" && i >= c.Held.At
		switch {
		case p.Cause == statistics.Common:
		case held && p.Above:
			return AboveBefore
		case held:
			return BelowBefore
		case p.Cause == statistics.Trend && i > 0:
			if p.Value > points[i-1].Value {
				return Rising
			}
			return Falling
		case p.Above:
			return Above
		default:
			return Below
		}
	}
	return Ordinary
}

// course holds the whole months of a signal against their own history. Limits begin anew only where
// advice that measures this signal was realised.
func (b *binder) course(s Signal, months []journeys.Month) Course {
	var c Course
	w := b.observed(s.Sources)
	if w.from.IsZero() || len(s.Rates) != len(months) {
		return c
	}
	c.Per1000 = true
	var rates []MonthRate
	for i, m := range months {
		silent := slices.ContainsFunc(w.gaps, func(g silence) bool { return !g.to.Before(m.First()) && !m.Last().Before(g.from) })
		if m.First().Before(w.from) || w.to.Before(m.Last()) || silent {
			continue
		}
		c.Months, c.Counts, rates = append(c.Months, m), append(c.Counts, s.Rates[i].N), append(rates, s.Rates[i])
		c.Per1000 = c.Per1000 && s.Rates[i].Rate.Known
	}
	var values []float64
	for i, r := range rates {
		if c.Per1000 {
			values = append(values, r.Rate.Value)
		} else {
			values = append(values, float64(c.Counts[i]))
		}
	}
	var starts []Rebase
	for _, a := range b.journey.Advice {
		if a.Effect == nil || a.Effect.Signal != s.ID || a.Since.IsZero() || !a.Closed() {
			continue
		}
		// The month of the change belongs to the side on which most of its days lie.
		first := a.Since.MonthOf()
		if a.Since.Day > 15 {
			first = first.Next()
		}
		if at := slices.IndexFunc(c.Months, func(m journeys.Month) bool { return !m.Before(first) }); at > 0 {
			starts = append(starts, Rebase{at, a.ID})
		}
	}
	slices.SortStableFunc(starts, func(a, b Rebase) int { return a.At - b.At })
	var at []int
	for _, r := range starts {
		at = append(at, r.At)
	}
	total := 0
	for _, n := range c.Counts {
		total += n
	}
	if s.N < MinGroup || total < leastPerMonth*len(c.Counts) {
		return Course{}
	}
	c.Process = statistics.XmR(values, 0, at...)
	if len(c.Process.Points) == 0 {
		return Course{}
	}
	for _, r := range starts {
		if slices.ContainsFunc(c.Process.Parts[1:], func(p statistics.Part) bool { return p.From == r.At }) {
			c.Rebased = append(c.Rebased, r)
		}
		if last := c.Process.Parts[len(c.Process.Parts)-1]; last.Base == r.At && c.Held.Advice == "" {
			c.Held = r
		}
	}
	return c
}

// MetricCourse holds the points of a score against their own history; empty with fewer than
// statistics.LeastPoints.
func MetricCourse(m journeys.Metric) statistics.Process {
	var values []float64
	for _, p := range m.Points {
		values = append(values, p.Value)
	}
	return statistics.XmR(values, math.Inf(-1))
}
