package insight

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"sync/atomic"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/signals"
)

const (
	maxTopics      = 200    // the largest; the records of the others count as without topic
	maxTopicNames  = 50_000 // spellings counted at a time
	maxChannels    = 10_000
	leastTopicSize = evidence.MinGroup
	maxUnreadable  = 0.05 // of the records of a source; with more it cannot be trusted
)

// TooManyUnreadable is the fault of a source that is mostly noise.
type TooManyUnreadable struct{ SourceCount }

func (t TooManyUnreadable) Error() string {
	return fmt.Sprintf("%s: %d of %d records are unreadable", cmp.Or(t.File, t.Name), t.Unreadable, t.Read+t.Unreadable)
}

// Read looks at all sources. It fails when one of them cannot be read to its end; and with
// TooManyUnreadable for every source of which more than 5% cannot be read, unless Options.Anyway.
func Read(sources []Source, o Options) (*Findings, error) {
	s, err := explore(sources, o)
	if err != nil {
		return nil, err
	}
	s.finish()
	return s.out, nil
}

// explore makes the passes over all sources.
func explore(sources []Source, o Options) (*study, error) {
	s := &study{sources: sources, options: o, out: &Findings{Sources: make([]SourceCount, len(sources))}}
	for _, source := range sources {
		s.out.HasJourney = s.out.HasJourney || source.Matcher != nil
	}
	for _, pass := range []func() error{s.survey, s.count, s.relate} {
		if err := pass(); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// study is what is known between the passes. While records are read it does not change, but for what
// a merge adds.
type study struct {
	sources []Source
	options Options
	out     *Findings

	words    *lossy[string, wordTally]
	names    *lossy[string, times] // topics as they are spelled
	samples  samples
	perDay   map[day]int
	calendar calendar

	vocabulary *vocabulary
	topics     []*topicTally
	topicIndex map[string]int
	channels   map[string]int
	pairs      *lossy[pair, times]
	spans      [][]int32 // per word
	all        []int32   // records per span

	groups   []group
	forms    *forms
	groupOf  places // of a text, by its hash
	asked    []*groupTally
	found    []*themeTally
	themeOf  []int  // of each group
	duo      places // of the pairs that are looked at further, their place in duoList
	duoList  []pair
	duoSpans [][]int32
	trials   []*trial
}

// topicTally counts the records of one topic. Index 0 is without topic.
type topicTally struct {
	name      string
	n         int
	unclaimed int
	months    []int
	spans     []int32
	channels  map[string]int
	sources   []int // unclaimed records per source
	weekdays  [7]int
	hours     [24]int
	words     map[int32]int32
	free      map[int32]int32 // words of the unclaimed records
	pairs     map[pair]int32
}

// groupTally counts the records of one question.
type groupTally struct {
	n, unclaimed int
	topics       map[int]int
	months       []int
	spans        []int32
	words        map[int32]int32 // stop words too
	order        []int32         // the telling words of the most typical text
	said         []heard         // all words of it
	quotes       []quote
	quoted       atomic.Bool // quotes were looked for
}

// partReading is what all passes do with a record before they look at it.
type partReading struct {
	*study
	source   int
	from, to int // days of the period
	counts   SourceCount
	cutter   cutter
	folded   []byte
	spelled  map[string]int // topics as they are written
}

func (s *study) newPart(source int) partReading {
	p := partReading{study: s, source: source, from: math.MinInt, to: math.MaxInt}
	if from := s.options.Period.From; !from.IsZero() {
		p.from = signals.DayOf(from)
	}
	if to := s.options.Period.To; !to.IsZero() {
		p.to = signals.DayOf(to)
	}
	return p
}

// takes tells whether a record is looked at, and counts it.
func (p *partReading) takes(r *signals.Record) bool {
	if !r.Readable {
		p.counts.Unreadable++
		return false
	}
	p.counts.Read++
	switch {
	case r.Dated && (r.Day < p.from || r.Day > p.to):
		p.counts.Other++
		return false
	case r.Secret:
		p.counts.Secret++
		return false
	case !r.Dated:
		p.counts.Undated++
	}
	return true
}

// topic is the place of a record's topic in study.topics.
func (p *partReading) topic(r *signals.Record) int {
	if at, known := p.spelled[string(r.Topic())]; known {
		return at
	}
	p.folded = journeys.AppendFoldSpace(p.folded[:0], r.Topic())
	at := p.topicIndex[string(p.folded)]
	if p.spelled == nil {
		p.spelled = map[string]int{}
	}
	if len(p.spelled) < maxSpelled {
		p.spelled[string(r.Topic())] = at
	}
	return at
}

// maxSpelled is how many spellings of topics a worker remembers.
const maxSpelled = 1000

// fold reads a source: prepare sees it first, and gives what makes a part.
func (s *study) fold(source int, prepare func(*signals.Data) func() signals.Part, merge func(signals.Part)) (places []string, blamed []signals.Blame, err error) {
	err = s.sources[source].Read(func(d *signals.Data) {
		d.Fold(prepare(d), func(p signals.Part, _ int) { merge(p) })
		places, blamed = d.Unreadable(), d.Blamed()
	})
	return places, blamed, err
}

// faults are the sources that cannot be trusted.
func (s *study) faults() error {
	var all []error
	for _, c := range s.out.Sources {
		if !s.options.Anyway && float64(c.Unreadable) > maxUnreadable*float64(c.Read+c.Unreadable) {
			all = append(all, TooManyUnreadable{c})
		}
	}
	return errors.Join(all...)
}

// listTopics chooses the topics, the largest first; each is shown in its most usual spelling.
func (s *study) listTopics() {
	spelled := map[string]Count{} // the most usual spelling of a topic, and its records in all of them
	most := map[string]times{}
	for name, n := range s.names.keys {
		key := journeys.FoldSpace(name)
		t := spelled[key]
		t.N += int(n)
		if n > most[key] || n == most[key] && name < t.Name {
			t.Name, most[key] = name, n
		}
		spelled[key] = t
	}
	var keys []string
	for key, t := range spelled {
		if t.N >= leastTopicSize {
			keys = append(keys, key)
		}
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(spelled[b].N, spelled[a].N), cmp.Compare(a, b)) })
	s.topicIndex = map[string]int{}
	s.topics = []*topicTally{s.newTopic("")}
	for _, key := range keys[:min(len(keys), maxTopics)] {
		s.topicIndex[key] = len(s.topics)
		s.topics = append(s.topics, s.newTopic(spelled[key].Name))
	}
	s.names = nil
}

func (s *study) newTopic(name string) *topicTally {
	return &topicTally{name: name, months: make([]int, len(s.calendar.months)), spans: make([]int32, len(s.calendar.spans)), channels: map[string]int{},
		sources: make([]int, len(s.sources)), words: map[int32]int32{}, free: map[int32]int32{}, pairs: map[pair]int32{}}
}
