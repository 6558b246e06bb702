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
	askingWorth    = 0.2
	quotedOf       = 30 // of the largest questions of a theme
	left           = "…"
)

// quote is a sentence as it may be shown.
type quote struct {
	text  string
	words []int32 // the telling ones in it
	worth float64 // the shares of the records that these words have, added up
}

// quotes writes the text that was cut last as sentences that can be shown: the two that say most of
// what the set says, in the order of the text. Of each stand there the words that at least
// evidence.MinGroup records of the set share, and a mark for every other one. So nothing stands in
// it that is known of fewer people than may be counted, and no number, name or address. The set is a
// question or a theme: the number of its records, and of those with each word.
func (s *study) quotes(c *cutter, words map[int32]int32, n int) []quote {
	var all []quote
	for i := 0; i < len(c.tokens); {
		k := i
		one := quote{}
		for ; k < len(c.tokens) && c.tokens[k].sentence == c.tokens[i].sentence; k++ {
			if id, shown := s.shown(&c.tokens[k], words); shown && int(id) < s.vocabulary.telling {
				one.worth += float64(words[id]) / float64(n)
				one.words = append(one.words, id)
			}
		}
		shown := 0
		if one.text, shown = s.sentence(c, words, i, k); len(one.words) > 0 && shown > 1 {
			all = append(all, one)
		}
		i = k
	}
	for len(all) > mostQuotes {
		least := slices.IndexFunc(all, func(q quote) bool {
			return !slices.ContainsFunc(all, func(o quote) bool { return o.worth < q.worth })
		})
		all = slices.Delete(all, least, least+1)
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

// typical is the sentence of a theme that has most words of the theme, and few others, and asks rather
// than tells; without text when there is none that can be shown.
func (t *themeTally) typical() quote {
	best, most := quote{}, 0.0
	for _, text := range t.quotes {
		for i, one := range text {
			worth := one.worth - wordCosts*float64(len(one.words)) - markCosts*float64(strings.Count(one.text, left))
			said, words := one.text, one.words
			switch {
			case one.asks():
				worth += askingWorth
			case i+1 < len(text) && text[i+1].asks():
				said += " " + text[i+1].text // "Ik ga samenwonen. Wat moet ik regelen?"
				words = slices.Concat(words, text[i+1].words)
			}
			if (best.text == "" || worth > most) && utf8.RuneCountInString(said) <= longestExample {
				best, most = quote{text: said, words: words}, worth
			}
		}
	}
	return best
}

func (q quote) asks() bool { return strings.HasSuffix(q.text, "?") }

// shown tells whether a word may stand in an example of records of which so many have each word.
func (s *study) shown(t *token, words map[int32]int32) (int32, bool) {
	if t.digits || t.hidden {
		return -1, false
	}
	id, known := s.vocabulary.id(t)
	return id, known && id >= 0 && int(id) < s.vocabulary.shown && words[id] >= evidence.MinGroup
}

// sentence writes some words with what stands between them, and tells how many could be shown.
func (s *study) sentence(c *cutter, counts map[int32]int32, from, to int) (text string, words int) {
	var b strings.Builder
	masked := false
	for from < to-1 && isGreeting(string(c.tokens[from].word)) {
		from++
	}
	for i := from; i < to; i++ {
		t := &c.tokens[i]
		if _, shown := s.shown(t, counts); !shown {
			if !masked && b.Len() > 0 {
				b.WriteString(" ")
			}
			if !masked {
				b.WriteString(left)
			}
			masked = true
			continue
		}
		switch {
		case masked:
			b.WriteString(" ")
		case b.Len() > 0:
			b.WriteString(joint(c.text[c.tokens[i-1].to:t.from]))
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
	return text, words
}

// isGreeting tells of a word with which people begin, before they ask.
func isGreeting(word string) bool {
	return slices.Contains([]string{"goedemorgen", "goedemiddag", "goedenavond", "goedendag", "goededag", "hallo", "hoi", "beste", "geachte", "dag"}, word)
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
