package insight

import (
	"cmp"
	"math"
	"slices"

	"klantreis/journeys/evidence"
)

const (
	telling         = 1.96 // the z from which a word sets a topic apart
	mostTerms       = 15   // words, and pairs, per topic
	mostQuestions   = 12   // of a theme
	mostCompletions = 8
	longestLabel    = 7
)

// finish turns the counts into findings.
func (s *study) finish() {
	s.out.Channels = channelCounts(s.channels)
	for name, n := range s.channels {
		if s.options.Known != nil && name != "" && !s.options.Known[name] {
			s.out.Strange += n
		}
	}
	words, pairs := s.totals()
	order := make([]int, len(s.topics))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(s.topics[b].n, s.topics[a].n) })
	place := make([]int, len(s.topics)) // of a topic in the findings
	for _, i := range order {
		t := s.topics[i]
		if t.n < evidence.MinGroup {
			place[i] = -1
			continue
		}
		place[i] = len(s.out.Topics)
		topic := Topic{Name: t.name, N: t.n, Unclaimed: t.unclaimed, Months: s.months(t.months), Channels: channelCounts(t.channels),
			Weekdays: t.weekdays, Hours: t.hours}
		topic.Words = apart(t.words, words, func(id int32) string { return s.vocabulary.words[id] })
		topic.Pairs = apart(t.pairs, pairs, s.pairText)
		topic.Openings = s.openings(t)
		s.out.Topics = append(s.out.Topics, topic)
	}
	for _, t := range s.found {
		at := place[t.topic]
		if at < 0 || t.here < evidence.MinGroup || len(s.label(t)) == 0 || len(s.out.Topics[at].Themes) == mostThemes {
			continue
		}
		theme := Theme{Words: s.label(t), N: t.here, Elsewhere: t.n - t.here, Unclaimed: t.unclaimed, Ways: len(t.groups), Example: s.exampleOf(t), Shared: s.shared(t)}
		for _, g := range t.groups {
			if q, shown := s.question(g); shown && len(theme.Questions) < mostQuestions {
				theme.Questions = append(theme.Questions, q)
			}
		}
		s.out.Topics[at].Themes = append(s.out.Topics[at].Themes, theme)
	}
	s.out.Changes = findChanges(s.calendar, s.allSeries())
	s.out.Proposals = s.proposals()
}

// question is one group of texts; shown is false when there is too little of it in common.
func (s *study) question(g int) (found Question, shown bool) {
	q := s.asked[g]
	found = Question{N: q.here, Texts: len(s.groups[g].members), Months: s.months(q.months), Example: q.example(), Unclaimed: q.unclaimed}
	for _, id := range s.usual(q) {
		found.Words = append(found.Words, s.vocabulary.words[id])
	}
	found.Words = found.Words[:min(len(found.Words), longestLabel)]
	return found, q.here >= evidence.MinGroup && len(found.Words) > 0
}

// asking are the words with which a question begins.
var asking = []string{"wanneer", "hoe", "waarom", "waar", "waarvoor", "welke", "welk", "hoeveel", "hoelang",
	"when", "how", "why", "where", "which", "what"}

// openings lists how people ask about a topic: the asking word, and what it is followed by.
func (s *study) openings(t *topicTally) []Opening {
	var all []Opening
	for _, word := range asking {
		id, known := s.vocabulary.of(word)
		if !known || int(t.words[id]) < leastTested {
			continue
		}
		o := Opening{Word: word, N: int(t.words[id])}
		for p, n := range t.pairs {
			if a, b := p.words(); a == id && n >= evidence.MinGroup {
				o.With = append(o.With, Count{s.vocabulary.words[b], int(n)})
			}
		}
		slices.SortFunc(o.With, byCount)
		o.With = o.With[:min(len(o.With), mostCompletions)]
		if len(o.With) > 0 {
			all = append(all, o)
		}
	}
	slices.SortStableFunc(all, func(a, b Opening) int { return cmp.Compare(b.N, a.N) })
	return all
}

func byCount(a, b Count) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Name, b.Name)) }

func (s *study) pairText(p pair) string {
	a, b := p.words()
	return s.vocabulary.words[a] + " " + s.vocabulary.words[b]
}

func (s *study) months(counts []int) []MonthCount {
	var all []MonthCount
	for i, n := range counts {
		all = append(all, MonthCount{s.calendar.months[i], n})
	}
	return all
}

// totals adds up the terms of all topics.
func (s *study) totals() (words map[int32]int32, pairs map[pair]int32) {
	words, pairs = map[int32]int32{}, map[pair]int32{}
	for _, t := range s.topics {
		for id, n := range t.words {
			words[id] += n
		}
		for p, n := range t.pairs {
			pairs[p] += n
		}
	}
	return words, pairs
}

// apart lists the terms that set a topic apart from all others. The prior gives every term its share
// in the whole.
func apart[K cmp.Ordered](here, all map[K]int32, text func(K) string) []Term {
	hereAll, total := 0, 0
	for _, n := range here {
		hereAll += int(n)
	}
	for _, n := range all {
		total += int(n)
	}
	if hereAll == total {
		return nil // nothing to compare with
	}
	var terms []Term
	for key, n := range here {
		if n < evidence.MinGroup {
			continue
		}
		rest := all[key] - n
		prior := priorSize * float64(all[key]) / float64(total)
		delta, z := LogOdds(float64(n), float64(hereAll), float64(rest), float64(total-hereAll), prior, priorSize)
		if z >= telling {
			terms = append(terms, Term{Text: text(key), N: int(n), Rest: int(rest), Z: z, Odds: math.Exp(delta)})
		}
	}
	slices.SortFunc(terms, func(a, b Term) int { return cmp.Or(cmp.Compare(b.Z, a.Z), cmp.Compare(a.Text, b.Text)) })
	return terms[:min(len(terms), mostTerms)]
}

// channelCounts lists channels, largest first. Those of few records, and names that could be a
// person's, are one rest.
func channelCounts(perChannel map[string]int) []Count {
	var all []Count
	rest := 0
	for name, n := range perChannel {
		if n < evidence.MinGroup || !evidence.Publishable(name) {
			rest += n
			continue
		}
		all = append(all, Count{name, n})
	}
	slices.SortFunc(all, byCount)
	if rest > 0 {
		all = append(all, Count{"overig", rest})
	}
	return all
}

// allSeries lists what is looked at for a change. Of a sample of texts the questions are left out,
// because their numbers are those of the sample.
func (s *study) allSeries() []series {
	all := []series{{kind: AllSignals, counts: s.all}}
	for i, t := range s.topics {
		if i > 0 {
			all = append(all, series{kind: ChangingTopic, text: t.name, counts: t.spans})
		}
	}
	for _, t := range s.found {
		text := s.name(t)
		if s.out.Duplicates.OneIn > 1 || text == "" {
			continue
		}
		counts := make([]int32, len(s.calendar.spans))
		for _, g := range t.groups {
			for i, n := range s.asked[g].spans {
				counts[i] += n
			}
		}
		all = append(all, series{ChangingTheme, text, func() string { return s.topics[t.topic].name }, counts})
	}
	for id, counts := range s.spans {
		if counts != nil {
			all = append(all, series{ChangingWord, s.vocabulary.words[id], func() string { return s.mainTopic(func(t *topicTally) int32 { return t.words[int32(id)] }) }, counts})
		}
	}
	for i, p := range s.duoList {
		all = append(all, series{ChangingPair, s.pairText(p), func() string { return s.mainTopic(func(t *topicTally) int32 { return t.pairs[p] }) }, s.duoSpans[i]})
	}
	return all
}

// mainTopic is the topic that counts most; empty when no topic has a half.
func (s *study) mainTopic(count func(*topicTally) int32) string {
	best, most, total := "", int32(0), int32(0)
	for _, t := range s.topics {
		n := count(t)
		total += n
		if n > most {
			best, most = t.name, n
		}
	}
	if 2*most < total {
		return ""
	}
	return best
}
