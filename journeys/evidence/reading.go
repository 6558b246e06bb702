package evidence

import (
	"math"
	"sort"
	"strings"

	"klantreis/journeys"
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
	matching    *signals.Matching
	counts      Source // only its counters
	first, last int    // days, when dated
	dated       bool
	claims      []claim
	found       []int32 // the selectors of all claims, one after the other
	channels    names
	topics      names
	unclaimed   []int // by number of topics
	cases       []caseReading
	sums        [][]amount
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
	r.counts = Source{}
	r.dated = false
	r.claims, r.found, r.unclaimed = r.claims[:0], r.found[:0], r.unclaimed[:0]
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
		r.counts.Unreadable++
		return
	}
	r.counts.Read++
	if !s.Dated {
		r.counts.Undated++
	} else if s.Day < r.from || s.Day > r.to {
		r.counts.OutsidePeriod++
		if s.Day >= r.aroundFrom && s.Day <= r.aroundTo && !s.Secret {
			r.sum(s, false)
		}
		return
	}
	if s.Secret {
		r.counts.Confidential++
		return
	}
	if s.Dated {
		if !r.dated {
			r.first, r.last, r.dated = s.Day, s.Day, true
		}
		r.first, r.last = min(r.first, s.Day), max(r.last, s.Day)
	}
	for i := range r.cases {
		r.cases[i].add(r.readingPlan, i, s)
	}
	r.sum(s, true)
	found := r.matching.Match(s)
	if len(found) == 0 {
		r.counts.Unclaimed++
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

// merge books what a run of records said; runs come in the order of the source.
func (b *binder) merge(source int, r *reading, topics topicTally) {
	out := &b.sources[source]
	out.Read += r.counts.Read
	out.Unreadable += r.counts.Unreadable
	out.OutsidePeriod += r.counts.OutsidePeriod
	out.Confidential += r.counts.Confidential
	out.Unclaimed += r.counts.Unclaimed
	out.Undated += r.counts.Undated
	if r.dated {
		first, last := signals.DateOf(r.first), signals.DateOf(r.last)
		if b.first[source].IsZero() || first.Before(b.first[source]) {
			b.first[source] = first
		}
		if b.last[source].Before(last) {
			b.last[source] = last
		}
	}
	for i, c := range r.readingPlan.cases {
		b.cases[c.index].merge(r.cases[i])
	}
	for i, sum := range r.readingPlan.sums {
		for _, v := range r.sums[i] {
			b.sums[sum.key].add(v)
		}
	}
	for i, n := range r.unclaimed {
		topics.add(r.topics.list[i], n)
	}
	b.mergeClaims(r)
}

// mergeClaims books each record with the selectors that it answers to, and once with each step.
func (b *binder) mergeClaims(r *reading) {
	channels := make([]int, len(r.channels.list))
	for i, name := range r.channels.list {
		channels[i] = b.channelNames.number([]byte(name))
	}
	b.channels = grown(b.channels, len(b.channelNames.list))
	for i := range b.signals {
		b.signals[i].perChannel = grown(b.signals[i].perChannel, len(b.channelNames.list))
	}
	rest := r.found
	for _, c := range r.claims {
		found := rest[:c.selectors]
		rest = rest[c.selectors:]
		channel, lastStep := channels[c.channel], -1
		b.channels[channel]++
		for _, i := range found {
			t := &b.signals[i]
			t.n++
			if c.dated {
				t.days.add(int(c.day))
			}
			t.perChannel[channel]++
			// Selectors come in the order of the steps, so those of one step stand together.
			if step := b.stepOf[i]; step != lastStep {
				b.steps[step].add(c.score, c.scored)
				lastStep = step
			}
		}
	}
}

func grown(counts []int, size int) []int {
	return append(counts, make([]int, size-len(counts))...)
}

// names numbers texts in the order in which they are first seen.
type names struct {
	numbers map[string]int
	list    []string
}

func (n *names) number(text []byte) int {
	if i, ok := n.numbers[string(text)]; ok {
		return i
	}
	if n.numbers == nil {
		n.numbers = map[string]int{}
	}
	i := len(n.list)
	n.list = append(n.list, string(text))
	n.numbers[n.list[i]] = i
	return i
}

func (n *names) reset() {
	clear(n.numbers)
	n.list = n.list[:0]
}

// topicTally counts topics, whatever their case and accents, and shows them as first written.
type topicTally map[string]*TopicCount

// maxTopics bounds the memory that a column of free texts, called topics, can take: what is first
// seen after so many others is not among the most frequent ones.
const maxTopics = 100_000

func (t topicTally) add(topic string, n int) {
	key := journeys.FoldSpace(topic)
	if key == "" || !Publishable(key) {
		return
	}
	if t[key] == nil {
		if len(t) >= maxTopics {
			return
		}
		t[key] = &TopicCount{Topic: strings.Join(strings.Fields(topic), " ")}
	}
	t[key].N += n
}

// frequent lists the eight largest topics of at least MinGroup records.
func (t topicTally) frequent() []TopicCount {
	var all []TopicCount
	for _, c := range t {
		if c.N >= MinGroup {
			all = append(all, *c)
		}
	}
	sort.Slice(all, func(i, k int) bool {
		if all[i].N != all[k].N {
			return all[i].N > all[k].N
		}
		return all[i].Topic < all[k].Topic
	})
	return all[:min(len(all), 8)]
}
