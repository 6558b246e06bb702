package insight

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

const (
	leastProposed  = 10 // records without a step for which a selector is worth the trouble
	maxTrials      = 40 // targets that are looked at
	maxCandidates  = 10 // words that may come into one selector, and as many phrases
	maxStems       = 4
	mostWords      = 8 // in one selector
	worthAWord     = 0.005
	inWordings     = 2 // wordings of a theme that hold a word, where it has many
	manyWordings   = 4
	recallCounts   = 0.35 // beta² of F: to find something else is worse than to miss something
	phraseGains    = 0.05 // precision that a phrase has above its words to be worth more than these
	leastPrecision = 0.5
	leastRecall    = 0.25
	nearlyAll      = 0.8 // of a topic without a step: then the topic alone will do
	sourceShare    = 0.05
	shortestStem   = 5 // letters that forms of a word share at least
	shortestWord   = 4
)

// trial is a selector in the making: the words that may come into it are matched one by one, as the
// journey would, and what they match together is counted.
type trial struct {
	topic      int
	theme      int // -1: the whole topic
	name       string
	wanted     int
	sources    []string
	candidates []string // of woorden; none: the topic alone
	masks      map[uint32]*[4]int
}

// What a matched record is to a trial.
const (
	hit        = iota // of the target, no step counts it
	other             // no step counts it, but it is something else
	known             // a step counts it, and it is of the target
	knownOther        // a step counts it, and it is something else
)

// planTrials decides what selectors are tried for.
func (s *study) planTrials() {
	for i, t := range s.topics {
		if i == 0 || t.unclaimed < leastProposed {
			continue
		}
		v := &trial{topic: i, theme: -1, name: t.name, wanted: t.unclaimed, sources: s.sourcesOf(t)}
		if share(t.unclaimed, t.n) < nearlyAll {
			v.candidates = s.candidates(t.free, func(id int32) int32 { return t.words[id] - t.free[id] }, t.unclaimed, t.n-t.unclaimed)
			if len(v.candidates) == 0 {
				continue
			}
		}
		s.trials = append(s.trials, v)
	}
	known := map[int]*uses{}
	usesOf := func(topic int) *uses {
		if known[topic] == nil {
			known[topic] = s.usesIn(topic)
		}
		return known[topic]
	}
	for i, theme := range s.found {
		if theme.unclaimed < leastProposed || len(s.trials) >= maxTrials {
			continue
		}
		t := s.topics[theme.topic]
		words := s.phrases(theme, usesOf(theme.topic))
		if len(words) > 0 {
			s.trials = append(s.trials, &trial{topic: theme.topic, theme: i, name: strings.Join(s.shared(theme), ", "), wanted: theme.unclaimed,
				sources: s.sourcesOf(t), candidates: words})
		}
	}
	for _, v := range s.trials {
		v.masks = map[uint32]*[4]int{}
	}
}

// sourcesOf names the sources in which a topic is without a step.
func (s *study) sourcesOf(t *topicTally) []string {
	var names []string
	for i, n := range t.sources {
		if n > 0 && share(n, t.unclaimed) >= sourceShare {
			names = append(names, s.sources[i].Name)
		}
	}
	return names
}

// candidates are the words that are most usual in the target and not outside it, and the beginnings
// that they share with other words.
func (s *study) candidates(inside map[int32]int32, outside func(int32) int32, target, rest int) []string {
	type word struct {
		text string
		z    float64
	}
	var all []word
	for id, n := range inside {
		if int(n) < leastTopicSize || 20*int(n) < target || len(s.vocabulary.words[id]) < shortestWord {
			continue
		}
		if _, z := LogOdds(float64(n), float64(target)*10, float64(outside(id)), float64(rest)*10, 1, priorSize); z > 2 {
			all = append(all, word{s.vocabulary.words[id], z})
		}
	}
	slices.SortFunc(all, func(a, b word) int { return cmp.Or(cmp.Compare(b.z, a.z), cmp.Compare(a.text, b.text)) })
	var texts []string
	for _, w := range all[:min(len(all), maxCandidates)] {
		texts = append(texts, w.text)
	}
	return s.withStems(texts)
}

// withStems adds the beginnings that the first words share with other words.
func (s *study) withStems(texts []string) []string {
	for _, w := range texts[:min(len(texts), maxStems)] {
		if stem := s.vocabulary.stem(w); stem != "" && !slices.Contains(texts, stem) {
			texts = append(texts, stem)
		}
	}
	return texts
}

// uses is how many records of a topic hold a word or a phrase, of those whose texts are compared.
type uses struct {
	words   map[int32]int32
	phrases map[pair]int32
	n       int32
}

func (u *uses) add(t *sample, shown int) {
	for _, h := range t.words {
		if int(h.word) < shown {
			u.words[h.word] += int32(t.n)
		}
	}
	for _, p := range t.phrases {
		u.phrases[p] += int32(t.n)
	}
	u.n += int32(t.n)
}

func newUses() *uses { return &uses{words: map[int32]int32{}, phrases: map[pair]int32{}} }

func (s *study) usesIn(topic int) *uses {
	u := newUses()
	for i, g := range s.groups {
		if s.asked[i].topic == topic {
			for _, m := range g.members {
				u.add(m, s.vocabulary.shown)
			}
		}
	}
	return u
}

// phrases are the words, and the phrases of two words, that set a theme apart from the rest of its topic:
// those of the highest log-odds (see LogOdds). A phrase has to be more precise than its words are.
func (s *study) phrases(theme *themeTally, all *uses) []string {
	in := newUses()
	words, phrases := map[int32]int{}, map[pair]int{} // wordings that hold them
	for _, g := range theme.groups {
		for _, m := range s.groups[g].members {
			in.add(m, s.vocabulary.shown)
		}
		for _, h := range s.groups[g].medoid.words {
			words[h.word]++
		}
		for _, p := range s.groups[g].medoid.phrases {
			phrases[p]++
		}
	}
	least := 1
	if len(theme.groups) >= manyWordings {
		least = inWordings
	}
	telling := func(id int32) bool { return int(id) < s.vocabulary.telling && !s.forms.vague[s.forms.of[id]] }
	precise := func(id int32) float64 {
		if !telling(id) || len(s.vocabulary.words[id]) < shortestWord {
			return 0 // never stands alone
		}
		return share(int(in.words[id]), int(all.words[id]))
	}
	type candidate struct {
		text string
		z    float64
	}
	var single, double []candidate
	weigh := func(into *[]candidate, text string, here, everywhere int32) {
		if int(here) < leastTopicSize || int(here)*leastCover < int(in.n) {
			return
		}
		if _, z := LogOdds(float64(here), float64(in.n)*10, float64(everywhere-here), float64(all.n-in.n)*10, 1, priorSize); z > 2 {
			*into = append(*into, candidate{text, z})
		}
	}
	for id, n := range in.words {
		if precise(id) > 0 && words[id] >= least {
			weigh(&single, s.vocabulary.words[id], n, all.words[id])
		}
	}
	for p, n := range in.phrases {
		if a, b := p.words(); (telling(a) || telling(b)) && phrases[p] >= least && share(int(n), int(all.phrases[p])) >= max(precise(a), precise(b))+phraseGains {
			weigh(&double, s.pairText(p), n, all.phrases[p])
		}
	}
	best := func(list []candidate) (texts []string) {
		slices.SortFunc(list, func(a, b candidate) int { return cmp.Or(cmp.Compare(b.z, a.z), cmp.Compare(a.text, b.text)) })
		for _, c := range list[:min(len(list), maxCandidates)] {
			texts = append(texts, c.text)
		}
		return texts
	}
	return append(s.withStems(best(single)), best(double)...)
}

// leastCover is one in how many records of a theme a word has to stand.
const leastCover = 30

// stem is the beginning, with a star, that a word shares with another one: uitbeta* of uitbetaald
// and uitbetaling. It is empty when there is no such word.
func (v *vocabulary) stem(word string) string {
	best := 0
	for _, o := range v.words[:v.shown] {
		n := 0
		for n < len(o) && n < len(word) && o[n] == word[n] {
			n++
		}
		if o != word && n > best && n >= shortestStem && 3*n >= 2*len(word) {
			best = n
		}
	}
	if best == 0 {
		return ""
	}
	return strings.ToValidUTF8(word[:best], "") + "*"
}

// mostly is the topic that most of a question's records are of.
func (q *groupTally) mostly() int {
	best, most := 0, 0
	for t, n := range q.topics {
		if n > most || n == most && t < best {
			best, most = t, n
		}
	}
	return best
}

// matchers match the words of all trials at once, per source, exactly as a journey's selectors do.
func (s *study) matchers() []*signals.Matcher {
	step := journeys.Step{}
	for i, v := range s.trials {
		for k := range max(1, len(v.candidates)) {
			sel := journeys.Selector{ID: fmt.Sprintf("%d %d", i, k), Topic: s.topics[v.topic].name, Sources: v.sources}
			if len(v.candidates) > 0 {
				sel.Words = v.candidates[k : k+1]
			}
			step.Selectors = append(step.Selectors, sel)
		}
	}
	j := &journeys.Journey{Phases: []journeys.Phase{{Steps: []journeys.Step{step}}}}
	all := make([]*signals.Matcher, len(s.sources))
	for i, source := range s.sources {
		all[i] = signals.NewMatcher(j, source.Name)
	}
	return all
}

// try counts a record with the trials whose words it holds; found are places in the list of all
// candidates.
func (p *relatePart) try(found []int, topic int, group int32, grouped, kept, free bool) {
	first := 0
	for i, v := range p.trials {
		size := max(1, len(v.candidates))
		mask := uint32(0)
		for len(found) > 0 && found[0] < first+size {
			mask |= 1 << (found[0] - first)
			found = found[1:]
		}
		first += size
		if mask == 0 || v.theme >= 0 && !kept {
			continue // the numbers of a theme are those of the texts that are compared
		}
		of := v.theme < 0 && topic == v.topic || v.theme >= 0 && grouped && topic == v.topic && p.themeOf[group] == v.theme
		what := knownOther
		switch {
		case free && of:
			what = hit
		case free:
			what = other
		case of:
			what = known
		}
		p.tried.add(two(int32(i), int32(mask<<2|uint32(what))), 1)
	}
}

// count is what a choice of candidates matches.
func (v *trial) count(chosen uint32) (n [4]int) {
	for mask, counts := range v.masks {
		if mask&chosen != 0 {
			for i := range n {
				n[i] += counts[i]
			}
		}
	}
	return n
}

// choose adds words one by one, each time the one that makes precision and recall together better (F with
// beta² a half, in which precision counts twice; van Rijsbergen 1979), until no word does.
func (v *trial) choose() (chosen uint32, n [4]int) {
	if len(v.candidates) == 0 {
		return 1, v.count(1)
	}
	score := func(n [4]int) float64 {
		return (1 + recallCounts) * float64(n[hit]) / (float64(n[hit]+n[other]+n[knownOther]) + recallCounts*float64(v.wanted))
	}
	for range mostWords {
		best, counts := chosen, n
		for i := range v.candidates {
			if with := v.count(chosen | 1<<i); score(with) > score(counts) {
				best, counts = chosen|1<<i, with
			}
		}
		if score(counts) < score(n)+worthAWord {
			break
		}
		chosen, n = best, counts
	}
	return chosen, n
}

// proposals are the selectors that hold their own.
func (s *study) proposals() []Proposal {
	var all []Proposal
	seen := map[string]bool{}
	for _, v := range s.trials {
		chosen, n := v.choose()
		var words []string
		for i, w := range v.candidates {
			if chosen&(1<<i) != 0 {
				words = append(words, w)
			}
		}
		slices.Sort(words)
		topic := s.topics[v.topic].name
		p := Proposal{Target: v.name, Theme: v.theme >= 0, Wanted: v.wanted, Hits: n[hit], N: n[hit] + n[other], Known: n[known] + n[knownOther], Others: n[other] + n[knownOther],
			Selector: journeys.Selector{Title: title(topic, words), Sources: v.sources, Topic: topic, Words: words}}
		p.Selector.ID = journeys.Slug(p.Selector.Title)
		if v.theme >= 0 {
			if text := s.exampleOf(s.found[v.theme]); text != "" && !strings.Contains(text, left) {
				p.Target, p.Selector.Title = text, text
			} else {
				p.Selector.Title = title(topic, s.shared(s.found[v.theme]))
			}
		}
		if chosen == 0 || p.Precision() < leastPrecision || p.Recall() < leastRecall || seen[p.Selector.ID] {
			continue
		}
		seen[p.Selector.ID] = true
		all = append(all, p)
	}
	slices.SortStableFunc(all, func(a, b Proposal) int { return cmp.Compare(b.Hits, a.Hits) })
	return all
}

// title names a proposed selector after its topic and words.
func title(topic string, words []string) string {
	text := strings.ReplaceAll(strings.Join(words, ", "), "*", "")
	switch {
	case text == "":
		return topic
	case topic == "":
		return text
	}
	return topic + ": " + text
}
