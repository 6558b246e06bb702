package evidence

import (
	"cmp"
	"slices"

	"klantreis/journeys/signals"
)

// caseKind is what cases of a lead time have in common: the first and the last day, as signals.Record
// counts them, and their channel and topic by the numbers of a caseTally.
type caseKind struct {
	span           // to is stillOpen without an end
	channel, topic int32
}

// span is a first and a last day; of a closed case, for one.
type span struct{ from, to int32 }

// stillOpen is the last day of a case that has none; unknown a channel or topic.
const (
	stillOpen = lastDay + 1
	unknown   = -1
)

func (k caseKind) compare(other caseKind) int {
	return cmp.Or(cmp.Compare(k.from, other.from), cmp.Compare(k.to, other.to),
		cmp.Compare(k.channel, other.channel), cmp.Compare(k.topic, other.topic))
}

// caseTally gathers the cases of one lead time: how many there are of each kind, not one by one.
type caseTally struct {
	kinds    map[caseKind]int
	channels names
	topics   topicTally
	invalid  int
	// coarse says that channels and topics are not known of all cases: there were too many kinds, or
	// the cases were counted elsewhere.
	coarse bool
}

// maxCaseKinds bounds the memory that a column of free texts can take. Beyond it only days count, of
// which there are not so many.
const maxCaseKinds = 1 << 18

func (b *binder) newCases() []caseTally {
	all := make([]caseTally, len(b.journey.LeadTimes))
	for i := range all {
		all[i].topics.salt = b.options.Cache.Salt
	}
	return all
}

// add books n cases of a kind.
func (t *caseTally) add(k caseKind, n int) {
	if t.kinds == nil {
		t.kinds = map[caseKind]int{}
	}
	if _, known := t.kinds[k]; !known && len(t.kinds) >= maxCaseKinds {
		k.channel, k.topic, t.coarse = unknown, unknown, true
	}
	t.kinds[k] += n
}

// list gives the kinds, sorted.
func (t *caseTally) list() []caseKind {
	all := make([]caseKind, 0, len(t.kinds))
	for k := range t.kinds {
		all = append(all, k)
	}
	slices.SortFunc(all, caseKind.compare)
	return all
}

// merge books what a run of records said, with its own numbers of channels and topics.
func (t *caseTally) merge(r caseReading) {
	t.invalid += r.invalid
	t.coarse = t.coarse || r.coarse
	channels, topics := make([]int32, len(r.channels.list)), make([]int32, len(r.topics.list))
	for i, name := range r.channels.list {
		channels[i] = int32(t.channels.number([]byte(channelKey(name))))
	}
	times := make([]int, len(topics))
	for _, k := range r.cases {
		if k.topic >= 0 {
			times[k.topic]++
		}
	}
	for i, text := range r.topics.list {
		topics[i] = int32(t.topics.add(text, times[i]))
	}
	for _, k := range r.cases {
		if k.channel >= 0 {
			k.channel = channels[k.channel]
		}
		if k.topic >= 0 {
			k.topic = topics[k.topic]
		}
		t.add(k, 1)
	}
}

// addAll adds cases that come later.
func (t *caseTally) addAll(more caseTally) {
	t.invalid += more.invalid
	t.coarse = t.coarse || more.coarse
	channels := t.channels.channelsOf(more.channels.list)
	topics := make([]int32, len(more.topics.list))
	for i, c := range more.topics.list {
		c.spelling = nil
		topics[i] = int32(t.topics.count(c))
	}
	for _, k := range more.list() {
		n := more.kinds[k]
		if k.channel >= 0 {
			k.channel = int32(channels[k.channel])
		}
		if k.topic >= 0 {
			k.topic = topics[k.topic]
		}
		t.add(k, n)
	}
}

// caseReading is what a run of records says of one lead time.
type caseReading struct {
	cases            []caseKind // channels and topics by the numbers below
	channels, topics names
	invalid          int
	coarse           bool
}

func (r *caseReading) reset() {
	r.cases, r.invalid = r.cases[:0], 0
	r.channels.reset()
	r.topics.reset()
}

// add books a case by the text of its two moments. A case without a start is none. Where the
// record itself is undated, its start decides whether it belongs to the period.
func (r *caseReading) add(p *readingPlan, index int, s *signals.Record) {
	if span, ok := r.spanOf(p, s.Cell(p.cases[index].from), s.Cell(p.cases[index].to), s.Dated); ok {
		k := caseKind{span, int32(r.channels.number(s.Channel())), unknown}
		if topic := s.Topic(); len(topic) > 0 {
			k.topic = int32(r.topics.number(topic))
		}
		r.cases = append(r.cases, k)
	}
}

// spanOf reads two moments; ok is false when they make no case. Time of day and clock do not matter:
// days are those of the calendar in Amsterdam.
func (r *caseReading) spanOf(p *readingPlan, from, to []byte, dated bool) (s span, ok bool) {
	if len(from) == 0 {
		if len(to) > 0 {
			r.invalid++
		}
		return s, false
	}
	start, ok := signals.ParseDay(from)
	if !ok {
		r.invalid++
		return s, false
	}
	if !dated && (start < p.from || start > p.to) {
		return s, false
	}
	if len(to) == 0 {
		return span{int32(start), stillOpen}, true
	}
	end, ok := signals.ParseDay(to)
	if !ok || end < start {
		r.invalid++
		return s, false
	}
	return span{int32(start), int32(end)}, true
}
