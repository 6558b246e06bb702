package signals

import (
	"math/bits"
	"slices"

	"klantreis/journeys"
)

// Matcher tells which selectors a signal of one source answers to. It does not change: any number
// of goroutines may use it, each with a Matching of its own.
type Matcher struct {
	selectors []compiled
	all       set
	channels  condition
	natures   condition
	topics    condition
	scored    []int // selectors that ask for a score
	scoreless set   // the others
	textual   set   // selectors that have words or without
	wordless  set   // selectors without words
	hungry    bool  // some selector asks for words only
	open      bool  // some selector is without words
	words     *wordIndex
}

// compiled is a selector; its place in Matcher.selectors is its number in a set.
type compiled struct {
	index          int // into All, of several journeys numbered through
	words, without []pattern
	topic, channel string
	nature         string
	score          *journeys.ScoreRange
}

// NewMatcher prepares the selectors of a journey (in the order of All) that draw on a source.
func NewMatcher(j *journeys.Journey, source string) *Matcher {
	return JointMatcher([]Ask{{j, source}})
}

// Ask is what a journey asks of the records of one of its sources.
type Ask struct {
	Journey *journeys.Journey
	Source  string
}

// JointMatcher prepares the selectors of several journeys that draw on the same records. They are
// numbered through: those of a journey (in the order of All) behind those of the ones before.
func JointMatcher(asks []Ask) *Matcher {
	var selectors []compiled
	first := 0
	for _, a := range asks {
		all := All(a.Journey)
		for i, sel := range all {
			if !slices.Contains(sel.Sources, a.Source) {
				continue
			}
			selectors = append(selectors, compiled{
				index:   first + i,
				words:   patterns(sel.Words),
				without: patterns(sel.Without),
				topic:   journeys.FoldSpace(sel.Topic),
				channel: journeys.FoldSpace(sel.Channel),
				nature:  journeys.FoldSpace(sel.Nature),
				score:   sel.Score,
			})
		}
		first += len(all)
	}
	return newMatcher(selectors)
}

func newMatcher(selectors []compiled) *Matcher {
	size := len(selectors)
	m := &Matcher{selectors: selectors, all: newSet(size), scoreless: newSet(size), textual: newSet(size), wordless: newSet(size),
		channels: newCondition(size), natures: newCondition(size), topics: newCondition(size)}
	var words wordIndexBuilder
	for i, c := range selectors {
		m.all.add(i)
		m.channels.add(i, c.channel)
		m.natures.add(i, c.nature)
		m.topics.add(i, c.topic)
		if c.score != nil {
			m.scored = append(m.scored, i)
		} else {
			m.scoreless.add(i)
		}
		if len(c.words) == 0 {
			m.wordless.add(i)
			m.open = true
		}
		if len(c.words)+len(c.without) > 0 {
			m.textual.add(i)
			m.hungry = m.hungry || c.channel == "" && c.nature == "" && c.topic == "" && c.score == nil
		}
		for _, p := range c.words {
			words.add(p, i, false)
		}
		for _, p := range c.without {
			words.add(p, i, true)
		}
	}
	m.words = words.index()
	return m
}

// All lists the selectors of a journey in the order of the file.
func All(j *journeys.Journey) []*journeys.Selector {
	var all []*journeys.Selector
	for _, s := range j.Steps() {
		for i := range s.Selectors {
			all = append(all, &s.Selectors[i])
		}
	}
	return all
}

// Matching is the work of one goroutine with a Matcher.
type Matching struct {
	*Matcher
	live, hit, out set
	noted          bool     // something is in hit or out; otherwise they are empty
	topic, text    []byte   // folded
	places         []uint32 // where a target may begin
	found          []int
}

// NewMatching begins the work of one goroutine.
func (m *Matcher) NewMatching() *Matching {
	size := len(m.selectors)
	return &Matching{Matcher: m, live: newSet(size), hit: newSet(size), out: newSet(size)}
}

// Match gives the indices (into All) of the selectors that s answers to, ascending.
func (m *Matcher) Match(s Signal) []int {
	r := Record{Score: s.Score, Scored: s.Scored}
	r.channel = lazy{[]byte(s.Channel), true}
	r.nature = lazy{[]byte(s.Nature), true}
	r.topic = lazy{[]byte(s.Topic), true}
	r.text = lazy{[]byte(s.Text), true}
	return m.NewMatching().Match(&r)
}

// Match gives the indices (into All) of the selectors that r answers to, ascending, until the next
// call. It reads the text only when some selector needs it: when that is so for any record it does that
// first, because most records hold no word at all, and otherwise last.
func (m *Matching) Match(r *Record) []int {
	m.found = m.found[:0]
	if m.hungry {
		if m.findIn(r); !m.noted && !m.open {
			return m.found
		}
	}
	copy(m.live, m.all)
	if m.hungry {
		m.restrictWords()
	}
	if m.channels.asked {
		m.channels.restrict(m.live, r.Channel())
	}
	if m.natures.asked {
		m.natures.restrict(m.live, r.natureFolded())
	}
	if r.Scored {
		for _, i := range m.scored {
			if !inRange(m.selectors[i].score, r) {
				m.live.remove(i)
			}
		}
	} else {
		for w := range m.live {
			m.live[w] &= m.scoreless[w]
		}
	}
	if m.topics.asked {
		m.topic = journeys.AppendFoldSpace(m.topic[:0], r.Topic())
		m.topics.restrict(m.live, m.topic)
	}
	if !m.hungry && m.live.meets(m.textual) {
		m.findIn(r)
		m.restrictWords()
	}
	for w, word := range m.live {
		for ; word != 0; word &= word - 1 {
			m.found = append(m.found, m.selectors[64*w+bits.TrailingZeros64(word)].index)
		}
	}
	return m.found
}

// restrictWords leaves those selectors whose words were found.
func (m *Matching) restrictWords() {
	for w := range m.live {
		m.live[w] &= (m.wordless[w] | m.hit[w]) &^ m.out[w]
	}
	if m.noted {
		clear(m.hit)
		clear(m.out)
		m.noted = false
	}
}

// inRange tests a score; a signal without one answers to no selector that asks for it.
func inRange(s *journeys.ScoreRange, r *Record) bool {
	return r.Scored && (s.From == nil || r.Score >= *s.From) && (s.To == nil || r.Score <= *s.To)
}

// set holds numbers of selectors.
type set []uint64

func newSet(size int) set { return make(set, (size+63)/64) }

func (s set) add(i int)    { s[i/64] |= 1 << (i % 64) }
func (s set) remove(i int) { s[i/64] &^= 1 << (i % 64) }

func (s set) meets(other set) bool {
	for w := range s {
		if s[w]&other[w] != 0 {
			return true
		}
	}
	return false
}

// condition tells which selectors a value suits: those that want it and those that want none.
type condition struct {
	free   set
	wanted [32][]wanted // by place; see add
	asked  bool         // by some selector
}

// wanted is a value, and the selectors that it suits.
type wanted struct {
	value string
	suits set // those that want none as well
}

func newCondition(size int) condition { return condition{free: newSet(size)} }

// find gives the place of a value, and what is known of it there; nil: no selector wants it. Few values
// share a place, and those seldom a length, so that this is quicker than a map.
func (c *condition) find(value []byte) (place int, found *wanted) {
	if len(value) == 0 {
		return 0, nil
	}
	place = (len(value) + 3*int(value[0]) + 5*int(value[len(value)-1])) % len(c.wanted)
	for i := range c.wanted[place] {
		if w := &c.wanted[place][i]; w.value == string(value) {
			return place, w
		}
	}
	return place, nil
}

func (c *condition) add(selector int, value string) {
	if value == "" {
		c.free.add(selector)
		for _, all := range c.wanted {
			for _, w := range all {
				w.suits.add(selector)
			}
		}
		return
	}
	c.asked = true
	place, known := c.find([]byte(value))
	if known == nil {
		c.wanted[place] = append(c.wanted[place], wanted{value, slices.Clone(c.free)})
		known = &c.wanted[place][len(c.wanted[place])-1]
	}
	known.suits.add(selector)
}

func (c *condition) restrict(live set, value []byte) {
	suits := c.free
	if _, known := c.find(value); known != nil {
		suits = known.suits
	}
	for w := range live {
		live[w] &= suits[w]
	}
}
