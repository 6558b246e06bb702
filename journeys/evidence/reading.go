package evidence

import (
	"math"

	"klantreis/journeys/quality"
	"klantreis/journeys/signals"
)

// readingPlan is what the records of one source are asked. Nothing in it changes while they are
// read, on several goroutines at once.
type readingPlan struct {
	ask       signals.Ask
	selectors int // of the journey
	from, to  int // days of the period
	// around are the days of all months that the period touches.
	aroundFrom, aroundTo int
	cases                []caseColumns
	sums                 []sumColumn
	quality              *quality.Plan
}

func (b *binder) plan(source string, data *signals.Data) *readingPlan {
	p := &readingPlan{ask: signals.Ask{Journey: b.journey, Source: source}, selectors: len(b.selectors), from: math.MinInt, to: math.MaxInt,
		cases: b.casesOf(source, data), sums: b.sumsOf(source, data), quality: quality.PlanOf(b.journey, b.sourceNamed(source), data)}
	p.aroundFrom, p.aroundTo = touched(b.journey.Period)
	if from := b.journey.Period.From; !from.IsZero() {
		p.from = signals.DayOf(from)
	}
	if to := b.journey.Period.To; !to.IsZero() {
		p.to = signals.DayOf(to)
	}
	return p
}

// chorus is what a run of records says to each of several plans. The text of a record is searched once.
type chorus struct {
	matching *signals.Matching
	readings []*reading
	found    []int // by the selectors of all plans, when known
	known    bool
}

// chorusOf gives what makes one for a worker.
func chorusOf(plans []*readingPlan) func() signals.Part {
	var asks []signals.Ask
	for _, p := range plans {
		asks = append(asks, p.ask)
	}
	matcher := signals.JointMatcher(asks)
	return func() signals.Part {
		c := &chorus{matching: matcher.NewMatching()}
		first := 0
		for _, p := range plans {
			c.readings = append(c.readings, &reading{readingPlan: p, chorus: c, first: first, end: first + p.selectors,
				cases: make([]caseReading, len(p.cases)), sums: make([][]amount, len(p.sums)), quality: quality.Counter{Plan: p.quality}})
			first += p.selectors
		}
		return c
	}
}

func (c *chorus) Visit(s *signals.Record) {
	c.known = false
	for _, r := range c.readings {
		r.Visit(s)
	}
}

func (c *chorus) Reset() {
	for _, r := range c.readings {
		r.Reset()
	}
}

// reading is what a run of records says, small and without texts. What must be added in the order
// of the records, because it is fractional or named as first seen, waits in lists for the merge.
type reading struct {
	*readingPlan
	chorus     *chorus
	first, end int // of the selectors of this plan among those of all
	counters
	days      span // of the usable records that have a day
	dated     bool
	claims    []claim
	found     []int32 // the selectors of all claims, one after the other
	channels  names
	topics    names
	unclaimed []int // by number of topics
	cases     []caseReading
	sums      [][]amount
	looked    []looked
	quality   quality.Counter
	marks     lookedMarks
}

// looked is a dated record that could count.
type looked struct {
	day     int32
	channel uint8 // see lookedChannel
}

// claim is a record that some selector found.
type claim struct {
	day       int32
	channel   int32 // of reading.channels
	selectors int32 // how many
	dated     bool
	scored    bool
	score     float64
}

func (r *reading) Reset() {
	r.counters = counters{}
	r.dated = false
	r.quality.Reset()
	r.claims, r.found, r.unclaimed, r.looked = r.claims[:0], r.found[:0], r.unclaimed[:0], r.looked[:0]
	r.channels.reset()
	r.topics.reset()
	for i := range r.cases {
		r.cases[i].reset()
	}
	for i := range r.sums {
		r.sums[i] = r.sums[i][:0]
	}
}

// Visit tests a record in the order of the contract: unreadable, outside the period, confidential,
// selectors.
func (r *reading) Visit(s *signals.Record) {
	r.quality.Visit(s)
	if !s.Readable {
		r.counters.unreadable++
		return
	}
	r.counters.read++
	if !s.Dated {
		r.counters.undated++
	} else if s.Day < r.from || s.Day > r.to {
		r.counters.outsidePeriod++
		if s.Day >= r.aroundFrom && s.Day <= r.aroundTo && !s.Secret {
			r.sum(s, false)
		}
		return
	}
	if s.Secret {
		r.counters.confidential++
		return
	}
	if s.Dated {
		day := int32(s.Day)
		if !r.dated {
			r.days, r.dated = span{day, day}, true
		}
		r.days = span{min(r.days.from, day), max(r.days.to, day)}
		r.looked = append(r.looked, looked{day, r.marks.of(s)})
	}
	for i := range r.cases {
		r.cases[i].add(r.readingPlan, i, s)
	}
	r.sum(s, true)
	found := r.match(s)
	if len(found) == 0 {
		r.counters.unclaimed++
		if topic := r.topics.number(s.Topic()); topic < len(r.unclaimed) {
			r.unclaimed[topic]++
		} else {
			r.unclaimed = append(r.unclaimed, 1)
		}
		return
	}
	for _, i := range found {
		r.found = append(r.found, int32(i-r.first))
	}
	r.claims = append(r.claims, claim{day: int32(s.Day), dated: s.Dated, channel: int32(r.channels.number(s.Channel())),
		selectors: int32(len(found)), score: s.Score, scored: s.Scored})
}

// match gives the selectors of this plan that a record answers to, numbered among those of all.
func (r *reading) match(s *signals.Record) []int {
	c := r.chorus
	if !c.known {
		c.found, c.known = c.matching.Match(s), true
	}
	found := c.found
	for len(found) > 0 && found[0] < r.first {
		found = found[1:]
	}
	for len(found) > 0 && found[len(found)-1] >= r.end {
		found = found[:len(found)-1]
	}
	return found
}
