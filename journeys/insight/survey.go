package insight

import (
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/signals"
)

// survey is the first pass: words, topics, days, different texts; and the visits of pages.
func (s *study) survey() error {
	s.words = newLossy[string, wordTally](maxWords)
	s.names = newLossy[string, times](maxTopicNames)
	s.samples = samples{}
	s.perDay = map[day]int{}
	visits := newVisits(s.sources)
	for i := range s.sources {
		prepare := func(d *signals.Data) func() signals.Part {
			pages := newPageVisits(s.sources[i].Pages, d)
			return func() signals.Part {
				return &surveyPart{partReading: s.newPart(i), visits: pages, topics: map[string]int32{},
					texts: map[uint64]int32{}, days: map[int]int{}}
			}
		}
		out := &s.out.Sources[i]
		*out = SourceCount{Name: s.sources[i].Name, File: s.sources[i].File, Aside: s.sources[i].Aside}
		places, blamed, err := s.fold(i, prepare, func(p signals.Part) { s.mergeSurvey(p.(*surveyPart), visits) })
		if err != nil {
			return err
		}
		out.Places, out.Blamed = places, blamed
	}
	if err := s.faults(); err != nil {
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
	return nil
}

// surveyPart is what a run of records says in the first pass.
type surveyPart struct {
	partReading
	visits  pageVisits
	records int32
	days    map[int]int
	topics  map[string]int32 // place in named, of a topic as the record has it
	named   []Count          // topics as they may be shown; without a name: not at all

	ids     places // of the words met by this worker, by their hash
	words   []string
	tallies []wordTally
	seen    []int32 // record in which a word was last counted
	touched []int32 // words of this run

	texts map[uint64]int32 // place in order
	order []textCount
}

// textCount is a different text with its number of records.
type textCount struct {
	hash uint64
	n    int32
}

func (p *surveyPart) Reset() {
	p.counts, p.records = SourceCount{}, 0
	p.visits.reset()
	clear(p.days)
	clear(p.topics)
	clear(p.texts)
	p.named, p.order = p.named[:0], p.order[:0]
	for _, id := range p.touched {
		p.tallies[id], p.seen[id] = wordTally{}, 0
	}
	p.touched = p.touched[:0]
	if len(p.words) > maxPartWords {
		p.ids, p.words, p.tallies, p.seen = places{}, nil, nil, nil
	}
}

func (p *surveyPart) Visit(r *signals.Record) {
	if !p.takes(r) {
		return
	}
	p.visits.add(r)
	if p.sources[p.source].Aside {
		return
	}
	p.records++
	if r.Dated {
		p.days[r.Day]++
	}
	p.nameTopic(r)
	if len(r.Text()) > 0 {
		p.counts.Texts++
	}
	p.countWords(p.cutter.cut(r.Text()))
	if hash, size := p.cutter.hash(); size >= shortestText && p.samples.kept(hash) {
		at, known := p.texts[hash]
		if !known {
			at = int32(len(p.order))
			p.texts[hash] = at
			p.order = append(p.order, textCount{hash: hash})
		}
		p.order[at].n++
	}
}

func (p *surveyPart) nameTopic(r *signals.Record) {
	at, known := p.topics[string(r.Topic())]
	if !known {
		topic := string(r.Topic())
		at = int32(len(p.named))
		p.topics[topic] = at
		p.named = append(p.named, Count{})
		if key := journeys.FoldSpace(topic); key != "" && evidence.Publishable(key) {
			p.named[at].Name = strings.Join(strings.Fields(topic), " ")
		}
	}
	p.named[at].N++
}

// countWords counts the words of the record at hand, each once.
func (p *surveyPart) countWords(text []token) {
	for i := range text {
		t := &text[i]
		if t.digits || t.hidden {
			continue
		}
		id, known := p.ids.find(t.hash)
		if !known {
			id = int32(len(p.words))
			word := string(t.word)
			p.ids.put(t.hash, id)
			p.words, p.tallies, p.seen = append(p.words, word), append(p.tallies, wordTally{}), append(p.seen, 0)
		}
		if p.seen[id] == p.records || known && len(t.word) > sure && p.words[id] != string(t.word) {
			continue
		}
		p.seen[id] = p.records
		w := &p.tallies[id]
		if w.n == 0 {
			p.touched = append(p.touched, id)
		}
		w.n++
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

// mergeSurvey adds a run to what is known; runs come in the order of the source.
func (s *study) mergeSurvey(p *surveyPart, visits *visits) {
	out := &s.out.Sources[p.source]
	out.Read += p.counts.Read
	out.Unreadable += p.counts.Unreadable
	out.Secret += p.counts.Secret
	out.Undated += p.counts.Undated
	out.Other += p.counts.Other
	out.Texts += p.counts.Texts
	visits.merge(p.source, &p.visits)
	s.out.N += int(p.records)
	for d, n := range p.days {
		s.perDay[day(d)] += n
	}
	for _, t := range p.named {
		if t.Name != "" {
			s.names.put(t.Name, s.names.keys[t.Name]+times(t.N))
		}
	}
	for _, id := range p.touched {
		s.words.put(p.words[id], s.words.keys[p.words[id]].plus(p.tallies[id]))
	}
	for _, t := range p.order {
		s.samples.add(t)
	}
}
