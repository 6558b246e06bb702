package insight

import (
	"klantreis/journeys/signals"
)

// count is the second pass: where, when and with which words.
func (s *study) count() error {
	s.spans = make([][]int32, s.vocabulary.shown)
	s.all = make([]int32, len(s.calendar.spans))
	s.channels = map[string]int{}
	s.pairs = newLossy[pair, times](maxPairs)
	for i, source := range s.sources {
		if source.Aside {
			continue
		}
		begin := func() signals.Part {
			p := &countPart{partReading: s.newPart(i), channelIDs: map[string]int32{}}
			if source.Matcher != nil {
				p.claims = source.Matcher.NewMatching()
			}
			return p
		}
		if _, _, err := s.fold(i, func(*signals.Data) func() signals.Part { return begin }, func(p signals.Part) { s.mergeCount(p.(*countPart)) }); err != nil {
			return err
		}
	}
	s.gather()
	return nil
}

// countPart is what a run of records says in the second pass.
type countPart struct {
	partReading
	claims *signals.Matching // nil: no journey
	terms  terms

	channelIDs map[string]int32
	channels   []string
	records    []seenRecord
	words      tally // topic and word
	free       tally // the same, of records that no step counts, where a journey counts any
	spans      tally // word and span
	pairs      tally
	sketches   []sketched
}

// seenRecord is a record without its text.
type seenRecord struct {
	topic, channel int32
	day            int32 // noDay: undated
	sample         int32 // -1: none
	hour           int8  // -1: unknown
	free           bool
}

const noDay = -1 << 31

// sketched is what a sample says, found in one of its wordings.
type sketched struct {
	sample  int32
	wording uint64
	sketch  sketch // the same for all wordings: not made again when the sample has one
	words   []heard
	phrases []pair
}

func (p *countPart) Reset() {
	p.counts = SourceCount{}
	p.records, p.sketches = p.records[:0], p.sketches[:0]
	for _, t := range []*tally{&p.words, &p.free, &p.spans, &p.pairs} {
		t.reset()
	}
	if len(p.channels) > maxChannels {
		p.channelIDs, p.channels = map[string]int32{}, nil
	}
}

func (p *countPart) Visit(r *signals.Record) {
	if !p.takes(r) {
		return
	}
	c := seenRecord{topic: int32(p.topic(r)), channel: p.channel(r.Channel()), day: noDay, sample: -1, hour: -1}
	c.free = p.claims == nil || len(p.claims.Match(r)) == 0
	span := -1
	if r.Dated {
		c.day = int32(r.Day)
		span = p.calendar.spanOf(day(r.Day))
		if hour, ok := r.Hour(); ok {
			c.hour = int8(hour)
		}
	}
	p.terms.read(p.vocabulary, p.cutter.cut(r.Text()))
	for _, id := range p.terms.words {
		p.words.add(two(c.topic, id), 1)
		if c.free && p.claims != nil {
			p.free.add(two(c.topic, id), 1)
		}
		if span >= 0 {
			p.spans.add(two(id, int32(span)), 1)
		}
	}
	for _, d := range p.terms.pairs {
		p.pairs.add(uint64(d), 1)
	}
	hash, _ := p.cutter.hash()
	if i, known := p.samples.index.find(hash); known {
		c.sample = i
		if wording := p.cutter.wording(); p.samples.all[i].betterSaid(wording) {
			said := sketched{sample: i, wording: wording}
			said.words, said.phrases = p.vocabulary.hear(&p.cutter)
			if p.samples.all[i].wording.Load() == 0 {
				said.sketch = sketchOf(p.cutter.normal())
			}
			p.sketches = append(p.sketches, said)
		}
	}
	p.records = append(p.records, c)
}

func (p *countPart) channel(name []byte) int32 {
	id, known := p.channelIDs[string(name)]
	if !known {
		id = int32(len(p.channels))
		p.channels = append(p.channels, string(name))
		p.channelIDs[p.channels[id]] = id
	}
	return id
}

// mergeCount adds a run to what is known; runs come in the order of the source.
func (s *study) mergeCount(p *countPart) {
	for _, k := range p.sketches {
		if t := s.samples.all[k.sample]; t.betterSaid(k.wording) {
			if t.wording.Load() == 0 {
				t.sketch = k.sketch
			}
			t.words, t.phrases = k.words, k.phrases
			t.wording.Store(k.wording)
		}
	}
	for _, c := range p.records {
		s.countRecord(c, p.channels[c.channel], p.source)
	}
	for i, key := range p.words.keys {
		topic, id := untwo(key)
		s.topics[topic].words[id] += p.words.n[i]
		if p.claims == nil {
			s.topics[topic].free[id] += p.words.n[i]
		}
	}
	for i, key := range p.free.keys {
		topic, id := untwo(key)
		s.topics[topic].free[id] += p.free.n[i]
	}
	for i, key := range p.spans.keys {
		id, span := untwo(key)
		if s.spans[id] == nil {
			s.spans[id] = make([]int32, len(s.calendar.spans))
		}
		s.spans[id][span] += p.spans.n[i]
	}
	for i, key := range p.pairs.keys {
		s.pairs.put(pair(key), s.pairs.keys[pair(key)]+times(p.pairs.n[i]))
	}
}

// countRecord counts one record with its topic, and with the text that it is.
func (s *study) countRecord(c seenRecord, channel string, source int) {
	t := s.topics[c.topic]
	t.n++
	for _, channels := range []map[string]int{t.channels, s.channels} {
		if _, known := channels[channel]; channel != "" && (known || len(channels) < maxChannels) {
			channels[channel]++
		}
	}
	if c.free {
		t.unclaimed++
		t.sources[source]++
		s.out.Unclaimed++
	}
	month, span := -1, -1
	if c.day != noDay {
		month, span = s.calendar.monthOf(day(c.day)), s.calendar.spanOf(day(c.day))
		weekday := weekdayOf(day(c.day))
		t.weekdays[weekday]++
		s.out.Weekdays[weekday]++
	}
	if c.hour >= 0 {
		t.hours[c.hour]++
		s.out.Hours[c.hour]++
	}
	if month >= 0 {
		t.months[month]++
	}
	if span >= 0 {
		t.spans[span]++
		s.all[span]++
	}
	if c.sample < 0 {
		return
	}
	text := s.samples.all[c.sample]
	if c.free {
		text.unclaimed++
	}
	text.topics.add(c.topic)
	if month >= 0 {
		text.months.add(int32(month))
	}
	if span >= 0 {
		text.spans.add(int32(span))
	}
}

// gather puts the texts together into questions, and forgets them.
func (s *study) gather() {
	s.groups = s.samples.groups()
	s.out.Duplicates = Duplicates{Texts: len(s.samples.all), OneIn: 1 << s.samples.shift.Load()}
	s.groupOf = places{}
	for i, g := range s.groups {
		q := &groupTally{topics: map[int]int{}, months: make([]int, len(s.calendar.months)), spans: make([]int32, len(s.calendar.spans)), words: map[int32]int32{}}
		for _, m := range g.members {
			s.groupOf.put(m.hash, int32(i))
			q.n += m.n
			q.unclaimed += m.unclaimed
			for _, c := range m.topics {
				q.topics[int(c.at)] += int(c.n)
			}
			for _, c := range m.months {
				q.months[c.at] += int(c.n)
			}
			for _, c := range m.spans {
				q.spans[c.at] += c.n
			}
			for _, h := range m.words {
				if int(h.word) < s.vocabulary.shown {
					q.words[h.word] += int32(m.n)
				}
			}
		}
		for _, h := range g.medoid.words {
			if int(h.word) < s.vocabulary.telling {
				q.order = append(q.order, h.word)
			}
		}
		q.said = g.medoid.words
		s.asked = append(s.asked, q)
	}
	s.samples.index, s.samples.all = places{}, nil
}
