package quotes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"klantreis/journeys"
	"klantreis/journeys/language"
)

// Lengths of a quote, in letters.
const (
	shortest = 20
	good     = 40 // from here a quote can stand on its own
	best     = 140
	longest  = 200
)

// candidate is a text that may be proposed.
type candidate struct {
	text     string // as it would be shown
	key      string // folded: what makes it the same as another one
	source   string
	grade    int
	sum      uint64
	long     bool // too long; a sentence of it may do
	redacted bool
	agreed   bool // see Consent
	words    map[string]bool
}

// The grades, the best first: first whether who said it agreed, then whether something had to be taken out, then the
// length, then how it reads.
const (
	agreed   = 16
	redacted = 8
)

// candidateOf looks at a text; without one in it when it is not fit to be a quote.
func candidateOf(raw, source string) candidate {
	text := strings.Join(strings.Fields(raw), " ")
	n := utf8.RuneCountInString(text)
	if n > longest {
		return candidate{long: true}
	}
	c := candidate{text: language.Redact(text), source: source}
	if n < shortest || !readable(c.text) {
		return candidate{}
	}
	if c.redacted = c.text != text; c.redacted {
		c.grade += redacted
	}
	if n < good || n > best {
		c.grade += 4
	}
	first, _ := utf8.DecodeRuneInString(text)
	if !unicode.IsUpper(first) {
		c.grade++
	}
	if !strings.ContainsRune(".?!", rune(text[len(text)-1])) {
		c.grade++
	}
	c.key = journeys.FoldSpace(c.text)
	c.sum = sumOf(c.key)
	return c
}

// readable tells a sentence from a note in shorthand: four words or more, of letters for the most
// part, not shouted, without the signs of a form or a system.
func readable(text string) bool {
	letters, upper, other := 0, 0, 0
	for _, r := range text {
		switch {
		case unicode.IsLetter(r):
			letters++
			if unicode.IsUpper(r) {
				upper++
			}
		case unicode.IsControl(r) || strings.ContainsRune("{}<>|\\_=#;*~^", r):
			return false
		case r != ' ':
			other++
		}
	}
	words := strings.Fields(text)
	if len(words) < 4 || upper*3 > letters || other*4 > letters || strings.Contains(text, "://") {
		return false
	}
	return !slices.ContainsFunc(words, func(w string) bool { return utf8.RuneCountInString(w) > 35 })
}

// sentenceWith is the first sentence of a text that holds one of the words; without words, the first
// sentence. Empty: none does.
func sentenceWith(text string, words []string) string {
	for _, s := range sentences(text) {
		folded := " " + plainWords(s) + " "
		if len(words) == 0 || slices.ContainsFunc(words, func(w string) bool {
			w = journeys.FoldSpace(w)
			if begin, prefix := strings.CutSuffix(w, "*"); prefix {
				return strings.Contains(folded, " "+begin)
			}
			return strings.Contains(folded, " "+w+" ")
		}) {
			return s
		}
	}
	return ""
}

// sentences cuts a text behind . ? and ! that white space follows, and at line ends.
func sentences(text string) []string {
	var all []string
	from := 0
	for i, r := range text {
		ends := r == '\n'
		if strings.ContainsRune(".?!", r) {
			next, _ := utf8.DecodeRuneInString(text[i+1:])
			ends = i+1 < len(text) && unicode.IsSpace(next)
		}
		if ends {
			all = append(all, strings.TrimSpace(text[from:i+1]))
			from = i + 1
		}
	}
	return append(all, strings.TrimSpace(text[from:]))
}

// plainWords is a text folded, with nothing but its words and a space between them.
func plainWords(text string) string {
	return strings.Join(strings.FieldsFunc(journeys.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// wordsOf are the words by which texts are compared.
func wordsOf(text string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(plainWords(text)) {
		all[w] = true
	}
	return all
}
