package render

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"klantreis/journeys/evidence"
)

const (
	// mostCourses bounds the process behaviour charts on paper; with scores before them, courseCharts is what
	// one page holds, and others are in the appendix.
	mostCourses, courseCharts = 2, 2
	// keptEnough is the share of cases within a promise from which its months need no page of the story.
	keptEnough = 0.8
)

// course is for paper: how things went over time. The signals that advice was measured by are held against
// their own history; then rates per month say the same again, and stand in the appendix. Per 1,000 comes
// before counts, which also rise when there are more customers.
func (c *composer) course() []Section {
	s := Section{ID: "verloop", Title: c.story.Marks, Kind: EvidenceSection, Where: PaperOnly}
	s.Blocks = append(s.Blocks, c.chart("grafiek-meting-")...)
	first, _ := c.courseParts()
	s.Blocks = append(append(s.Blocks, first...), c.perMonth(true)...)
	if len(s.Blocks) == 0 {
		return nil
	}
	return []Section{s}
}

// courseParts are the courses that belong to the story, at least one, and those for the appendix.
func (c *composer) courseParts() (story, others []Block) {
	all := c.courses()
	n := min(len(all), max(1, courseCharts-len(c.chart("grafiek-meting-"))))
	return all[:n], all[n:]
}

// courses are the process behaviour charts of signals with a measured effect of the advice that is shown,
// the largest change first.
func (c *composer) courses() []Block {
	type telling struct {
		chart Block
		size  float64 // of the change, either way; none to be seen: 0
	}
	var all []telling
	for i, s := range processed(c.j, c.ev) {
		best := -1.0
		for _, n := range c.numbered() {
			e := c.ev.AdviceOf(n.ID).Effect
			if !n.Closed() || !e.Measured || e.Signal != s.ID || e.Verdict == evidence.TooEarly {
				continue
			}
			size := 0.0
			if e.Verdict != evidence.NoDifference {
				size = math.Abs(math.Log(e.Ratio)) // no signal after: as large as can be
			}
			best = max(best, size)
		}
		if charts := c.chart(processChart(i + 1)); best >= 0 && len(charts) > 0 {
			all = append(all, telling{charts[0], best})
		}
	}
	slices.SortStableFunc(all, func(a, b telling) int { return cmp.Compare(b.size, a.size) })
	var blocks []Block
	for _, t := range all[:min(len(all), mostCourses)] {
		blocks = append(blocks, t.chart)
	}
	return blocks
}

// perMonth are the charts of signals per month: the one that belongs to the story, or those for the appendix.
func (c *composer) perMonth(story bool) []Block {
	rates, months := c.chart("grafiek-per-1000-1"), c.chart("grafiek-maanden")
	switch {
	case len(c.courses()) == 0 && story && len(rates) > 0:
		return rates
	case len(c.courses()) == 0 && story:
		return months
	case len(c.courses()) == 0 && len(rates) > 0:
		return months
	case len(c.courses()) == 0 || story:
		return nil
	case len(rates) > 0:
		return rates // counts alone would say less
	}
	return months
}

// pressing tells whether a promise is not kept, or what is asked rests on it.
func (c *composer) pressing(l evidence.LeadTime) bool {
	return l.Spread.Within.Known && l.Spread.Within.Value < keptEnough ||
		slices.ContainsFunc(c.numbered(), func(n numbered) bool { return n.asked() && slices.Contains(n.Because, l.ID) })
}

// keptCharts are the charts of promises: those that belong to the story, because a promise is not kept or
// advice rests on it, and the others.
func (c *composer) keptCharts() (story, others []Block) {
	for i, l := range c.ev.LeadTimes {
		charts := c.chart(fmt.Sprintf("grafiek-belofte-%d", i+1))
		if len(story) == 0 && c.pressing(l) {
			story = charts
		} else {
			others = append(others, charts...)
		}
	}
	return story, others
}
