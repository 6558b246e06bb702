// Package quotes picks sentences out of signals that show in the words of customers what a selector
// counts. It proposes; a person decides: what comes out has personal data taken out of it, but a
// name that stands loose in a sentence is not found (see language).
//
// Each selector keeps at most poolSize texts while its sources are read, chosen by what they look
// like and then by a sum of the text, so that neither the order of reading nor the number of cores
// matters, and memory does not grow with the source. Out of those come the ones whose words most
// others use too, that do not say the same as each other.
package quotes

import (
	"cmp"
	"hash/fnv"
	"io/fs"
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
	"klantreis/journeys/signals"
)

// Proposal is a sentence that can become a quote.
type Proposal struct {
	Text     string // what would be written: on one line, personal data replaced
	Source   string
	Redacted bool // something was taken out
	Agreed   bool // who said it agreed that it may be quoted
}

// Group are the proposals for one selector.
type Group struct {
	Selector *journeys.Selector
	Step     *journeys.Step
	N        int  // records of the period that answer to it, confidential ones left out
	Few      bool // N is smaller than evidence.MinGroup: only what may be quoted, by who said it, is proposed
	// Proposals are in the order in which they are to be shown.
	Proposals []Proposal
}

// Result is what was found. Away are the sources behind a connection, of which no text is fetched.
type Result struct {
	Groups []Group
	Away   []string
}

// Consent is the column that tells whether who said it agreed to be quoted (ja or nee), as talks on the street have
// it. Of a source with that column only texts with ja are proposed.
const Consent = "citeren"

// Find reads the sources of a journey and proposes up to most sentences for each selector that want
// accepts, in the order of the file. No sentence comes twice, nor one that is a quote of the journey
// already. The problems are those of the reading.
func Find(j *journeys.Journey, folder fs.FS, want func(*journeys.Selector) bool, most int, watch signals.Options) (Result, journeys.Problems) {
	var r Result
	var problems journeys.Problems
	all := signals.All(j)
	found := make([]pool, len(all))
	for _, s := range j.Sources {
		if !slices.ContainsFunc(all, func(sel *journeys.Selector) bool { return want(sel) && slices.Contains(sel.Sources, s.Name) }) {
			continue
		}
		if s.Connection != "" {
			r.Away = append(r.Away, s.Name)
			continue
		}
		data, ps := signals.Open(j, s, folder)
		problems = append(problems, ps...)
		if data == nil {
			continue
		}
		data.With(watch)
		matcher := signals.NewMatcher(j, s.Name)
		consent := data.Column(Consent)
		begin := func() signals.Part {
			return &picking{source: s.Name, consent: consent, period: j.Period, matching: matcher.NewMatching(), selectors: all, want: want, pools: make([]pool, len(all))}
		}
		data.Fold(begin, func(p signals.Part, _ int) {
			for i, more := range p.(*picking).pools {
				found[i].merge(more)
			}
		})
		problems = append(problems, data.Found()...)
	}
	r.Groups = propose(j, all, found, want, most)
	return r, problems
}

// propose picks out of the pools, selector by selector.
func propose(j *journeys.Journey, all []*journeys.Selector, found []pool, want func(*journeys.Selector) bool, most int) []Group {
	var groups []Group
	var said []map[string]bool // what is quoted already
	for _, s := range j.Steps() {
		for _, q := range s.Quotes {
			said = append(said, wordsOf(q.Text), wordsOf(language.Redact(q.Text)))
		}
	}
	i := 0
	for _, step := range j.Steps() {
		for range step.Selectors {
			selector := all[i]
			p := found[i]
			i++
			if !want(selector) {
				continue
			}
			g := Group{Selector: selector, Step: step, N: p.n, Few: p.n < evidence.MinGroup}
			if g.Few {
				p.best = slices.DeleteFunc(p.best, func(c candidate) bool { return !c.agreed })
			}
			for _, c := range p.pick(most, said) {
				said = append(said, c.words)
				g.Proposals = append(g.Proposals, Proposal{c.text, c.source, c.redacted, c.agreed})
			}
			groups = append(groups, g)
		}
	}
	return groups
}

// picking is the work of one goroutine: signals.Part.
type picking struct {
	source    string
	consent   int // its column; −1: the source has none
	period    journeys.Period
	matching  *signals.Matching
	selectors []*journeys.Selector
	want      func(*journeys.Selector) bool
	pools     []pool
}

// Reset empties it for other records.
func (p *picking) Reset() { clear(p.pools) }

// Visit keeps the text of a record for the selectors that it answers to.
func (p *picking) Visit(r *signals.Record) {
	if !r.Readable || r.Secret || r.Dated && !p.period.Contains(signals.DateOf(r.Day)) {
		return
	}
	var looked bool
	var whole candidate
	for _, i := range p.matching.Match(r) {
		if !p.want(p.selectors[i]) {
			continue
		}
		p.pools[i].n++
		if p.consent >= 0 && !r.Yes(p.consent) {
			continue
		}
		if !looked {
			whole, looked = candidateOf(string(r.Text()), p.source), true
		}
		c := whole
		if c.long {
			c = candidateOf(sentenceWith(string(r.Text()), p.selectors[i].Words), p.source)
		}
		if c.text != "" && !c.long {
			if c.agreed = p.consent >= 0; c.agreed {
				c.grade -= agreed
			}
			p.pools[i].keep(c)
		}
	}
}

// poolSize is how many texts a selector keeps to choose from.
const poolSize = 200

// pool are the best texts of a selector so far, each once, the best first.
type pool struct {
	n    int
	best []candidate
}

// keep adds a text when it is among the best.
func (p *pool) keep(c candidate) {
	at, twice := slices.BinarySearchFunc(p.best, c, candidate.compare)
	if twice || at >= poolSize {
		return
	}
	p.best = slices.Insert(p.best, at, c)
	p.best = p.best[:min(len(p.best), poolSize)]
}

func (p *pool) merge(o pool) {
	p.n += o.n
	for _, c := range o.best {
		p.keep(c)
	}
}

// compare orders by grade, then by sum, then by text: the sum mixes texts that are as good as each
// other, so that no month or alphabet goes first.
func (c candidate) compare(o candidate) int {
	return cmp.Or(cmp.Compare(c.grade, o.grade), cmp.Compare(c.sum, o.sum), cmp.Compare(c.key, o.key))
}

func sumOf(key string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(key))
	return h.Sum64()
}

// alike is the share of words in common from which two texts say the same.
const alike = 0.5

// pick chooses up to most of the pool: grade by grade, the text whose words most others of the pool
// use, unless it says the same as one that was said.
func (p *pool) pick(most int, said []map[string]bool) []candidate {
	common := map[string]int{}
	for i := range p.best {
		p.best[i].words = wordsOf(p.best[i].text)
		for w := range p.best[i].words {
			common[w]++
		}
	}
	score := func(c candidate) float64 {
		sum := 0
		for w := range c.words {
			sum += common[w]
		}
		return float64(sum) / float64(max(1, len(c.words)))
	}
	order := make([]int, len(p.best))
	scores := make([]float64, len(p.best))
	for i, c := range p.best {
		order[i], scores[i] = i, score(c)
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(p.best[a].grade, p.best[b].grade), cmp.Compare(scores[b], scores[a]), p.best[a].compare(p.best[b]))
	})
	var chosen []candidate
	said = slices.Clone(said)
	for _, i := range order {
		c := p.best[i]
		if len(chosen) == most {
			break
		}
		if !slices.ContainsFunc(said, func(o map[string]bool) bool { return overlap(c.words, o) >= alike }) {
			chosen, said = append(chosen, c), append(said, c.words)
		}
	}
	return chosen
}

// overlap is the Jaccard index of two sets: what they share as a part of what they hold together.
func overlap(a, b map[string]bool) float64 {
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	if both == 0 {
		return 0
	}
	return float64(both) / float64(len(a)+len(b)-both)
}
