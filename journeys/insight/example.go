package insight

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"klantreis/journeys/evidence"
)

const (
	longestExample = 140 // characters
	mostQuotes     = 2
	wordCosts      = 0.15 // a word that a smaller share of the theme holds makes an example worse
	markCosts      = 0.3
	left           = "…"
)

// quote is a sentence as it may be shown.
type quote struct {
	text  string
	words []int32 // the telling ones in it
}

// quotes writes the text that was cut last as sentences that can be shown: the two that say most of
// what the group says, in the order of the text. Of each stand there the words that at least
// evidence.MinGroup records of the group share, and a mark for every other one. So nothing stands in
// it that is known of fewer people than may be counted, and no number, name or address.
func (s *study) quotes(c *cutter, q *groupTally) []quote {
	var all []quote
	var worths []float64
	for i := 0; i < len(c.tokens); {
		k, worth := i, 0.0
		one := quote{}
		for ; k < len(c.tokens) && c.tokens[k].sentence == c.tokens[i].sentence; k++ {
			if id, shown := s.shown(&c.tokens[k], q); shown && int(id) < s.vocabulary.telling {
				worth += float64(q.words[id]) / float64(q.n)
				one.words = append(one.words, id)
			}
		}
		words := 0
		if one.text, words = s.sentence(c, q, i, k); len(one.words) > 0 && words > 1 {
			all, worths = append(all, one), append(worths, worth)
		}
		i = k
	}
	for len(all) > mostQuotes {
		least := slices.Index(worths, slices.Min(worths))
		all, worths = slices.Delete(all, least, least+1), slices.Delete(worths, least, least+1)
	}
	return all
}

// example is what is shown for one group.
func (q *groupTally) example() string {
	if len(q.quotes) == 0 {
		return ""
	}
	var texts []string
	for _, one := range q.quotes {
		texts = append(texts, one.text)
	}
	text := strings.Join(texts, " ")
	if utf8.RuneCountInString(text) > longestExample {
		text = texts[0]
	}
	if runes := []rune(text); len(runes) > longestExample {
		text = strings.TrimSpace(string(runes[:longestExample])) + left
	}
	return text
}

// exampleOf is the sentence of a theme that has most words of the theme, and few others; empty when
// there is none that can be shown.
func (s *study) exampleOf(t *themeTally) string {
	if len(t.groups) == 1 {
		return s.asked[t.groups[0]].example()
	}
	best, most := "", 0.0
	for _, g := range t.groups {
		for _, one := range s.asked[g].quotes {
			worth := -markCosts * float64(strings.Count(one.text, left))
			for _, id := range one.words {
				worth += float64(t.words[id])/float64(t.n) - wordCosts
			}
			if (best == "" || worth > most) && utf8.RuneCountInString(one.text) <= longestExample {
				best, most = one.text, worth
			}
		}
	}
	return best
}

// shown tells whether a word may stand in an example of the group.
func (s *study) shown(t *token, q *groupTally) (int32, bool) {
	if t.digits || t.hidden {
		return -1, false
	}
	id, known := s.vocabulary.id(t)
	return id, known && id >= 0 && q.words[id] >= evidence.MinGroup
}

// sentence writes some words with what stands between them, and tells how many could be shown.
func (s *study) sentence(c *cutter, q *groupTally, from, to int) (text string, words int) {
	var b strings.Builder
	masked := false
	for i := from; i < to; i++ {
		t := &c.tokens[i]
		if b.Len() > 0 {
			b.WriteString(joint(c.text[c.tokens[i-1].to:t.from]))
		}
		if _, shown := s.shown(t, q); !shown {
			if !masked {
				b.WriteString(left)
			}
			masked = true
			continue
		}
		masked = false
		words++
		word := string(c.text[t.from:t.to])
		if t.first && word == strings.ToUpper(word) {
			word = strings.ToLower(word)
		}
		if b.Len() == 0 {
			r, n := utf8.DecodeRuneInString(word)
			word = string(unicode.ToUpper(r)) + word[n:]
		}
		b.WriteString(word)
	}
	end := len(c.text)
	if to < len(c.tokens) {
		end = int(c.tokens[to].from)
	}
	text = strings.TrimSpace(b.String())
	if rest := c.text[c.tokens[to-1].to:end]; bytes.ContainsAny(rest, ".!?") {
		text += string(rest[bytes.IndexAny(rest, ".!?")])
	}
	return strings.ReplaceAll(text, left+" "+left, left), words
}

// joint is what may stand between two words: a space, and the sign that joins or parts them.
func joint(between []byte) string {
	if len(between) == 1 && bytes.IndexByte([]byte("-'/"), between[0]) >= 0 {
		return string(between)
	}
	if len(between) > 0 && bytes.IndexByte([]byte(",;:"), between[0]) >= 0 {
		return string(between[:1]) + " "
	}
	return " "
}
