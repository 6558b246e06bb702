package insight

import (
	"cmp"
	"slices"

	"klantreis/journeys/evidence"
	"klantreis/journeys/signals"
)

// relate is the third pass: pairs per topic, what proposed selectors match, and one example per
// question.
func (s *study) relate() error {
	s.listPairs()
	s.found = s.themes()
	s.themeOf = make([]int, len(s.groups))
	for i, t := range s.found {
		for _, g := range t.groups {
			s.themeOf[g] = i
		}
	}
	s.planTrials()
	matchers := s.matchers()
	for i, source := range s.sources {
		if source.Aside {
			continue
		}
		begin := func() signals.Part {
			p := &relatePart{partReading: s.newPart(i), trial: matchers[i].NewMatching()}
			if source.Matcher != nil {
				p.claims = source.Matcher.NewMatching()
			}
			return p
		}
		if _, _, err := s.fold(i, func(*signals.Data) func() signals.Part { return begin }, func(p signals.Part) { s.mergeRelate(p.(*relatePart)) }); err != nil {
			return err
		}
	}
	return nil
}

// listPairs chooses the pairs that are looked at further.
func (s *study) listPairs() {
	for p, n := range s.pairs.keys {
		if n >= evidence.MinGroup {
			s.duoList = append(s.duoList, p)
		}
	}
	slices.SortFunc(s.duoList, func(a, b pair) int {
		return cmp.Or(cmp.Compare(s.pairs.keys[b], s.pairs.keys[a]), cmp.Compare(a, b))
	})
	s.duoList = s.duoList[:min(len(s.duoList), maxTerms)]
	s.pairs = nil
	s.duo = places{}
	s.duoSpans = make([][]int32, len(s.duoList))
	for i, p := range s.duoList {
		s.duo.put(uint64(p), int32(i))
		s.duoSpans[i] = make([]int32, len(s.calendar.spans))
	}
}

// relatePart is what a run of records says in the third pass.
type relatePart struct {
	partReading
	claims, trial *signals.Matching
	terms         terms
	pairs         tally // topic and pair
	spans         tally // pair and span
	tried         tally // trial, its words in the record, and what the record is to it
	examples      []groupExample
}

// groupExample is a text of a question, as it may be shown.
type groupExample struct {
	group       int32
	text, theme []quote // for the question, and for its theme
}

func (p *relatePart) Reset() {
	p.counts = SourceCount{}
	p.examples = p.examples[:0]
	for _, t := range []*tally{&p.pairs, &p.spans, &p.tried} {
		t.reset()
	}
}

func (p *relatePart) Visit(r *signals.Record) {
	if !p.takes(r) {
		return
	}
	topic := p.topic(r)
	p.terms.read(p.vocabulary, p.cutter.cut(r.Text()))
	span := -1
	if r.Dated {
		span = p.calendar.spanOf(day(r.Day))
	}
	for _, d := range p.terms.pairs {
		if i, known := p.duo.find(uint64(d)); known {
			p.pairs.add(two(int32(topic), i), 1)
			if span >= 0 {
				p.spans.add(two(i, int32(span)), 1)
			}
		}
	}
	hash, _ := p.cutter.hash()
	group, grouped := p.groupOf.find(hash)
	if grouped && p.groups[group].medoid.hash == hash && !p.asked[group].quoted.Load() && p.groups[group].medoid.wording.Load() == p.cutter.wording() {
		p.examples = append(p.examples, p.exampleFor(group))
	}
	if found := p.trial.Match(r); len(found) > 0 {
		free := p.claims == nil || len(p.claims.Match(r)) == 0
		p.try(found, topic, group, grouped, p.samples.kept(hash), free)
	}
}

// exampleFor writes the text that was cut last as an example of its question and of its theme.
func (p *relatePart) exampleFor(group int32) groupExample {
	e, q, t := groupExample{group: group}, p.asked[group], p.found[p.themeOf[group]]
	if q.n >= evidence.MinGroup {
		e.text = p.quotes(&p.cutter, q.words, q.n)
	}
	if t.n >= evidence.MinGroup && slices.Contains(t.groups[:len(t.quotes)], int(group)) {
		e.theme = p.quotes(&p.cutter, t.words, t.n)
	}
	return e
}

// mergeRelate adds a run to what is known; runs come in the order of the source.
func (s *study) mergeRelate(p *relatePart) {
	for i, key := range p.pairs.keys {
		topic, d := untwo(key)
		s.topics[topic].pairs[s.duoList[d]] += p.pairs.n[i]
	}
	for i, key := range p.spans.keys {
		d, span := untwo(key)
		s.duoSpans[d][span] += p.spans.n[i]
	}
	for i, key := range p.tried.keys {
		trial, rest := untwo(key)
		v, mask := s.trials[trial], uint32(rest)>>2
		if v.masks[mask] == nil {
			v.masks[mask] = &[4]int{}
		}
		v.masks[mask][rest&3] += int(p.tried.n[i])
	}
	for _, e := range p.examples {
		if q := s.asked[e.group]; !q.quoted.Swap(true) {
			q.quotes = e.text
			t := s.found[s.themeOf[e.group]]
			if at := slices.Index(t.groups, int(e.group)); at < len(t.quotes) {
				t.quotes[at] = e.theme
			}
		}
	}
}
