package evidence

import (
	"math"

	"klantreis/journeys/signals"
)

// readingPlan is what the records of one source are asked. Nothing in it changes while they are
// read, on several goroutines at once.
type readingPlan struct {
	matcher  *signals.Matcher
	from, to int // days of the period
	// around are the days of all months that the period touches.
	aroundFrom, aroundTo int
	cases                []caseColumns
	sums                 []sumColumn
}

func (b *binder) plan(source string, data *signals.Data) *readingPlan {
	p := &readingPlan{matcher: signals.NewMatcher(b.journey, source), from: math.MinInt, to: math.MaxInt,
		cases: b.casesOf(source, data), sums: b.sumsOf(source, data)}
	p.aroundFrom, p.aroundTo = touched(b.journey.Period)
	if from := b.journey.Period.From; !from.IsZero() {
		p.from = signals.DayOf(from)
	}
	if to := b.journey.Period.To; !to.IsZero() {
		p.to = signals.DayOf(to)
	}
	return p
}

func (p *readingPlan) begin() signals.Part {
	return &reading{readingPlan: p, matching: p.matcher.NewMatching(),
		cases: make([]caseReading, len(p.cases)), sums: make([][]amount, len(p.sums))}
}

// reading is what a run of records says, small and without texts. What must be added in the order
// of the records, because it is fractional or named as first seen, waits in lists for the merge.
type reading struct {
	*readingPlan
	matching *signals.Matching
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
	last      string // the channel of the record before, and its number
	lastIs    uint8
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
	r.claims, r.found, r.unclaimed, r.looked = r.claims[:0], r.found[:0], r.unclaimed[:0], r.looked[:0]
	r.channels.reset()
	r.topics.reset()
	for i := range r.cases {
		r.cases[i] = caseReading{spans: r.cases[i].spans[:0]}
	}
	for i := range r.sums {
		r.sums[i] = r.sums[i][:0]
	}
}

// Visit tests a record in the order of the contract: unreadable, outside the period, confidential,
// selectors.
func (r *reading) Visit(s *signals.Record) {
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
		if channel := s.Channel(); string(channel) != r.last || r.lastIs == 0 {
			r.last, r.lastIs = string(channel), lookedChannel(string(channel))+1
		}
		r.looked = append(r.looked, looked{day, r.lastIs - 1})
	}
	for i := range r.cases {
		r.cases[i].add(r.readingPlan, i, s)
	}
	r.sum(s, true)
	found := r.matching.Match(s)
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
		r.found = append(r.found, int32(i))
	}
	r.claims = append(r.claims, claim{day: int32(s.Day), dated: s.Dated, channel: int32(r.channels.number(s.Channel())),
		selectors: int32(len(found)), score: s.Score, scored: s.Scored})
}
