package signals

import (
	"slices"
	"strings"
	"unicode/utf8"

	"klantreis/journeys"
)

// Matcher tells which selectors a signal of one source answers to.
type Matcher struct {
	selectors []compiled
}

type compiled struct {
	index          int
	words, without []pattern
	topic, channel string
	nature         string
	score          *journeys.ScoreRange
}

// pattern is a word or phrase to find: folded, white space as single spaces.
type pattern struct {
	text   string
	prefix bool // ended in a star
}

// NewMatcher prepares the selectors of a journey (in the order of All) that draw on a source.
func NewMatcher(j *journeys.Journey, source string) *Matcher {
	m := &Matcher{}
	for i, sel := range All(j) {
		if !slices.Contains(sel.Sources, source) {
			continue
		}
		m.selectors = append(m.selectors, compiled{
			index:   i,
			words:   patterns(sel.Words),
			without: patterns(sel.Without),
			topic:   journeys.FoldSpace(sel.Topic),
			channel: journeys.FoldSpace(sel.Channel),
			nature:  journeys.FoldSpace(sel.Nature),
			score:   sel.Score,
		})
	}
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

func patterns(words []string) []pattern {
	var ps []pattern
	for _, w := range words {
		body, prefix := strings.CutSuffix(strings.TrimSpace(w), "*")
		if text := journeys.FoldSpace(body); text != "" {
			ps = append(ps, pattern{text, prefix})
		}
	}
	return ps
}

// Match gives the indices (into All) of the selectors that s answers to, ascending.
func (m *Matcher) Match(s Signal) []int {
	var found []int
	text, topic := "", ""
	folded := false
	for i := range m.selectors {
		c := &m.selectors[i]
		if c.channel != "" && c.channel != s.Channel || c.nature != "" && c.nature != s.Nature || !inRange(c.score, s) {
			continue
		}
		if !folded {
			text, topic, folded = journeys.FoldSpace(s.Text), journeys.FoldSpace(s.Topic), true
		}
		if c.topic != "" && c.topic != topic {
			continue
		}
		if len(c.words) > 0 && !anyIn(text, c.words) || anyIn(text, c.without) {
			continue
		}
		found = append(found, c.index)
	}
	return found
}

// inRange tests a score; a signal without one answers to no selector that asks for it.
func inRange(r *journeys.ScoreRange, s Signal) bool {
	if r == nil {
		return true
	}
	return s.Scored && (r.From == nil || s.Score >= *r.From) && (r.To == nil || s.Score <= *r.To)
}

func anyIn(text string, ps []pattern) bool {
	for _, p := range ps {
		if p.in(text) {
			return true
		}
	}
	return false
}

// in looks for the pattern as whole words of a folded text. A word is a run of letters and
// digits; the words of a phrase stand apart by white space, which both texts write as one space.
func (p pattern) in(text string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], p.text)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(p.text)
		if edge(text, start) && (p.prefix || edge(text, end)) {
			return true
		}
		_, n := utf8.DecodeRuneInString(text[start:])
		from = start + n
	}
}

// edge reports whether no word runs across position i of the text.
func edge(text string, i int) bool {
	if i == 0 || i == len(text) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i:])
	return !journeys.IsWordRune(before) || !journeys.IsWordRune(after)
}
