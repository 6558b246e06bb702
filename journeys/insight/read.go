package insight

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
	"klantreis/journeys/signals"
)

const (
	maxTopics      = 200    // the largest; the records of the others count as without topic
	maxTopicNames  = 50_000 // counted at a time
	leastTopicSize = evidence.MinGroup
	firstLines     = 20
)

// Read looks at all sources. It fails when one of them cannot be read to its end.
func Read(sources []Source, o Options) (*Findings, error) {
	s := &study{sources: sources, options: o, out: &Findings{Sources: make([]SourceCount, len(sources))}}
	for _, source := range sources {
		s.out.HasJourney = s.out.HasJourney || source.Claimed != nil
	}
	for _, pass := range []func() error{s.survey, s.count, s.relate} {
		if err := pass(); err != nil {
			return nil, err
		}
	}
	s.finish()
	return s.out, nil
}

// study is what is known between the passes.
type study struct {
	sources []Source
	options Options
	out     *Findings

	text []token // of the record at hand
	ids  []int32
	duos []pair
	key  []byte

	words    *lossy[string, wordTally]
	names    *lossy[string, topicName]
	samples  samples
	perDay   map[day]int
	calendar calendar

	vocabulary *vocabulary
	topics     []*topicTally
	topicIndex map[string]int
	groups     []group
	groupOf    map[uint64]int32
	asked      []*groupTally
	found      []*themeTally
	themeOf    []int // of each group
	channels   map[string]int

	pairs    *lossy[pair, pairTally]
	duo      map[pair]int // of the pairs that are looked at further, their place in duoList
	duoList  []pair
	duoSpans [][]int32
	spans    [][]int32 // per word
	all      []int32   // records per period
	trials   []*trial
}

// topicName is a topic as first written.
type topicName struct {
	name string
	n    int32
}

type pairTally struct{ n int32 }

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
	words        map[int32]int32
	order        []int32 // the words of the most typical text
	example      string
}

// each visits the records that are looked at. The counts of a source are kept in the first pass.
func (s *study) each(counting bool, visit func(source int, r signals.Signal)) error {
	for i, source := range s.sources {
		count := SourceCount{Name: source.Name, File: source.File, Aside: source.Aside}
		err := source.Each(func(r signals.Signal, readable bool) {
			if !readable {
				if count.Unreadable++; len(count.Lines) < firstLines {
					count.Lines = append(count.Lines, r.Line)
				}
				return
			}
			count.Read++
			switch {
			case r.Dated() && !s.options.Period.Contains(r.Date()):
				count.Other++
				return
			case r.Secret:
				count.Secret++
				return
			case !r.Dated():
				count.Undated++
			}
			visit(i, r)
		})
		if err != nil {
			return fmt.Errorf("%s: %w", cmp.Or(source.File, source.Name), err)
		}
		if counting {
			s.out.Sources[i] = count
		}
	}
	return nil
}

// survey is the first pass: words, topics, days, different texts; and the visits of pages.
func (s *study) survey() error {
	s.words = newLossy[string](maxWords, func(t *wordTally) *int32 { return &t.n })
	s.names = newLossy[string](maxTopicNames, func(t *topicName) *int32 { return &t.n })
	s.samples = samples{all: map[uint64]*sample{}}
	s.perDay = map[day]int{}
	visits := newVisits(s.sources)
	err := s.each(true, func(source int, r signals.Signal) {
		visits.add(source, r)
		if s.sources[source].Aside {
			return
		}
		s.out.N++
		if r.Dated() {
			s.perDay[dayOf(r.Date())]++
		}
		if topic := journeys.FoldSpace(r.Topic); topic != "" && evidence.Publishable(topic) {
			if t := s.names.add(topic); t.name == "" {
				t.name = strings.Join(strings.Fields(r.Topic), " ")
			}
		}
		s.text = tokens(r.Text, s.text)
		s.key = normal(s.text, s.key)
		s.samples.add(s.key, source, r.Line)
		s.countWords()
	})
	if err != nil {
		return err
	}
	s.out.Pages = visits.pages()
	s.calendar = newCalendar(s.perDay)
	if len(s.perDay) > 0 {
		s.out.From, s.out.To = s.calendar.first.date(), s.calendar.last.date()
	}
	s.vocabulary = newVocabulary(s.words.keys, s.out.N)
	s.words = nil
	s.listTopics()
	s.groups = s.samples.groups()
	s.out.Duplicates = Duplicates{Texts: len(s.samples.all), OneIn: 1 << s.samples.shift}
	s.groupOf = map[uint64]int32{}
	for i, g := range s.groups {
		for _, m := range g.members {
			s.groupOf[m.hash] = int32(i)
		}
		s.asked = append(s.asked, &groupTally{topics: map[int]int{}, months: make([]int, len(s.calendar.months)), words: map[int32]int32{}})
	}
	s.samples.all = nil
	return nil
}

// countWords counts the words of the record at hand, each once.
func (s *study) countWords() {
	for i, t := range s.text {
		if t.digits || slices.ContainsFunc(s.text[:i], func(o token) bool { return o.word == t.word }) {
			continue
		}
		w := s.words.add(t.word)
		switch {
		case t.first:
			w.start++
		case t.capital:
			w.capital++
		default:
			w.lower++
		}
	}
}

func (s *study) listTopics() {
	var names []string
	for key, t := range s.names.keys {
		if t.n >= leastTopicSize {
			names = append(names, key)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(s.names.keys[b].n, s.names.keys[a].n), cmp.Compare(a, b))
	})
	s.topicIndex = map[string]int{}
	s.topics = []*topicTally{s.newTopic("")}
	for _, key := range names[:min(len(names), maxTopics)] {
		s.topicIndex[key] = len(s.topics)
		s.topics = append(s.topics, s.newTopic(s.names.keys[key].name))
	}
	s.names = nil
}

func (s *study) newTopic(name string) *topicTally {
	return &topicTally{name: name, months: make([]int, len(s.calendar.months)), spans: make([]int32, len(s.calendar.spans)), channels: map[string]int{},
		sources: make([]int, len(s.sources)), words: map[int32]int32{}, free: map[int32]int32{}, pairs: map[pair]int32{}}
}

// count is the second pass: where, when and with which words.
func (s *study) count() error {
	periods := len(s.calendar.spans)
	s.spans = make([][]int32, len(s.vocabulary.words))
	s.all = make([]int32, periods)
	s.channels = map[string]int{}
	s.pairs = newLossy[pair](maxPairs, func(t *pairTally) *int32 { return &t.n })
	return s.each(false, func(source int, r signals.Signal) {
		if s.sources[source].Aside {
			return
		}
		t := s.topics[s.topicIndex[journeys.FoldSpace(r.Topic)]]
		free := s.sources[source].Claimed == nil || !s.sources[source].Claimed(r)
		period := s.place(t, r)
		t.n++
		t.channels[r.Channel]++
		s.channels[r.Channel]++
		if free {
			t.unclaimed++
			t.sources[source]++
			s.out.Unclaimed++
		}
		s.text = tokens(r.Text, s.text)
		s.ids, s.duos = s.vocabulary.terms(s.text, s.ids, s.duos)
		for _, id := range s.ids {
			t.words[id]++
			if free {
				t.free[id]++
			}
			if period >= 0 {
				if s.spans[id] == nil {
					s.spans[id] = make([]int32, periods)
				}
				s.spans[id][period]++
			}
		}
		for _, p := range s.duos {
			s.pairs.add(p)
		}
		s.ask(source, r, free)
	})
}

// place counts when a record was, and gives its period.
func (s *study) place(t *topicTally, r signals.Signal) int {
	if !r.Dated() {
		return -1
	}
	d := dayOf(r.Date())
	if m := s.calendar.monthOf(d); m >= 0 {
		t.months[m]++
	}
	weekday := (int(r.Time.Weekday()) + 6) % 7
	t.weekdays[weekday]++
	s.out.Weekdays[weekday]++
	if h, m, sec := r.Time.Clock(); h+m+sec > 0 { // midnight sharp is a day without a time
		t.hours[h]++
		s.out.Hours[h]++
	}
	period := s.calendar.spanOf(d)
	if period >= 0 {
		t.spans[period]++
		s.all[period]++
	}
	return period
}

// ask counts the record at hand with the question that it belongs to.
func (s *study) ask(source int, r signals.Signal, free bool) {
	g, known := s.group()
	if !known {
		return
	}
	q := s.asked[g]
	q.n++
	if free {
		q.unclaimed++
	}
	q.topics[s.topicIndex[journeys.FoldSpace(r.Topic)]]++
	if r.Dated() {
		if m := s.calendar.monthOf(dayOf(r.Date())); m >= 0 {
			q.months[m]++
		}
	}
	for _, id := range s.ids {
		q.words[id]++
	}
	if m := s.groups[g].medoid; m.source == source && m.line == r.Line {
		q.order = slices.Clone(s.ids)
		if s.options.Examples {
			q.example = example(r.Text)
		}
	}
}

// longNumber is a number that could lead to a person: of a case, a customer, a card.
var longNumber = regexp.MustCompile(`\d[\d .\-]{3,}\d`)

// example is a text without personal data, as far as patterns can find it.
func example(text string) string {
	return longNumber.ReplaceAllString(language.Redact(strings.Join(strings.Fields(text), " ")), "[nummer]")
}

// group is the question of the record at hand.
func (s *study) group() (int32, bool) {
	s.key = normal(s.text, s.key)
	g, known := s.groupOf[mix(hashBytes(s.key))]
	return g, known
}

// relate is the third pass: pairs per topic, and what proposed selectors match.
func (s *study) relate() error {
	for p, t := range s.pairs.keys {
		if t.n >= evidence.MinGroup {
			s.duoList = append(s.duoList, p)
		}
	}
	slices.SortFunc(s.duoList, func(a, b pair) int {
		return cmp.Or(cmp.Compare(s.pairs.keys[b].n, s.pairs.keys[a].n), cmp.Compare(a, b))
	})
	s.duoList = s.duoList[:min(len(s.duoList), maxTerms)]
	s.pairs = nil
	s.duo = map[pair]int{}
	s.duoSpans = make([][]int32, len(s.duoList))
	for i, p := range s.duoList {
		s.duo[p] = i
		s.duoSpans[i] = make([]int32, len(s.calendar.spans))
	}
	s.found = s.themes()
	s.themeOf = make([]int, len(s.groups))
	for i, t := range s.found {
		for _, g := range t.groups {
			s.themeOf[g] = i
		}
	}
	s.planTrials()
	matchers := s.matchers()
	return s.each(false, func(source int, r signals.Signal) {
		if s.sources[source].Aside {
			return
		}
		topic := s.topicIndex[journeys.FoldSpace(r.Topic)]
		s.text = tokens(r.Text, s.text)
		s.ids, s.duos = s.vocabulary.terms(s.text, s.ids, s.duos)
		period := -1
		if r.Dated() {
			period = s.calendar.spanOf(dayOf(r.Date()))
		}
		for _, p := range s.duos {
			if i, known := s.duo[p]; known {
				s.topics[topic].pairs[p]++
				if period >= 0 {
					s.duoSpans[i][period]++
				}
			}
		}
		if found := matchers[source].Match(r); len(found) > 0 {
			s.try(found, source, topic, r)
		}
	})
}
