package render

import (
	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
)

// leadTimes are all lead times for paper: the first spread, the promise that needs attention, with the
// cases that are late now. The others, and what slow cases share, are in the appendix.
func (c *composer) leadTimes() []Block {
	var blocks []Block
	if spreads := c.chart("grafiek-doorlooptijd-"); len(spreads) > 0 {
		blocks = append(blocks, spreads[0])
	}
	kept, _ := c.keptCharts()
	return append(append(blocks, kept...), c.lateCases(c.pressing)...)
}

// lateCases tell of the lead times that fit which open cases are past the promise.
func (c *composer) lateCases(fits func(evidence.LeadTime) bool) []Block {
	var blocks []Block
	for _, l := range c.ev.LeadTimes {
		if text := c.late(l); fits(l) && l.N >= evidence.MinGroup && text != "" {
			blocks = append(blocks, Callout{Title: c.w.NowLate() + ": " + l.Title, Text: text, Tone: Attention})
		}
	}
	return blocks
}

// slowCases tell of every lead time what its slowest cases have in common, if anything; that nothing was
// found stands on the map page.
func (c *composer) slowCases() []Block {
	var blocks []Block
	for _, l := range c.ev.LeadTimes {
		if l.N >= evidence.MinGroup && len(l.Slowest.Shared) > 0 {
			blocks = append(blocks, Callout{Title: c.w.SlowestTitle(), Text: c.slow(l)})
		}
	}
	return blocks
}

func (c *composer) leadTime(l evidence.LeadTime) Claim {
	claim := Claim{Text: l.Title + ". " + c.w.Spread(l.Spread, l.Working), Basis: leadTimeBasis(c.rates(), l)}
	if within := l.Spread.Within; within.Known {
		claim.Value = c.lang.Percent(within.Value)
		claim.Text += " " + c.w.Kept(within, c.w.PromiseText(l.Promise, l.Working))
		claim.Scale = &Scale{From: 0, To: 1, Value: within.Value, Low: within.Low, High: within.High}
	}
	return claim
}

// late tells how many open cases are past the promise, by how late they are where no such group is too
// small to show; nothing when none is, and nothing of a single few cases.
func (c *composer) late(l evidence.LeadTime) string {
	late := l.Overdue()
	if late == 0 || l.Open < evidence.MinGroup {
		return ""
	}
	edges := []int{1, 8, 31} // a week, a month
	if l.Working {
		edges = []int{1, 6, 22} // the same in working days
	}
	groups := make([]int, len(edges))
	for _, d := range l.Late {
		at := len(edges) - 1
		for at > 0 && d.Days < edges[at] {
			at--
		}
		groups[at] += d.N
	}
	var ages []string
	for i, n := range groups {
		if small(n) {
			ages = nil
			break
		}
		to := 0
		if i+1 < len(edges) {
			to = edges[i+1] - 1
		}
		if n > 0 {
			ages = append(ages, c.w.LateBy(n, edges[i], to, l.Working))
		}
	}
	return c.w.TooLate(late, l.Open, c.w.PromiseText(l.Promise, l.Working), l.Followed, ages)
}

// slow tells what the slowest cases have in common.
func (c *composer) slow(l evidence.LeadTime) string { return language.Redact(c.w.Slowest(l)) }
