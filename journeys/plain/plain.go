// Package plain looks at how easy a Dutch text is to read: long sentences, passive verbs, clauses in
// clauses, difficult words with a plainer one, abbreviations that nobody explains. It marks sentences
// and offers words; it does not give a mark, and does not say that a text is B1. No count can prove that.
//
// What is counted comes from what readers stumble over, not from a model: each finding can be checked by
// eye. The sentences of headings and of items in a list are looked at like others; tables, addresses and
// web links are not.
package plain

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"klantreis/journeys"
)

// Kind is what a reader may stumble over.
type Kind string

const (
	LongSentence Kind = "lange-zin"      // more words than LongFrom
	Passive      Kind = "lijdende-vorm"  // worden or zijn with a participle: who does it?
	Nested       Kind = "zin-in-zin"     // several clauses inside one sentence
	HardWord     Kind = "moeilijk-woord" // in the list, with a plainer word
	LongWord     Kind = "lang-woord"     // a word of many letters that is not in the list
	Unexplained  Kind = "afkorting"      // capitals of which the text never says what they mean
	Apart        Kind = "tang"           // the parts of a verb stand far apart
)

// LongFrom is the number of words from which a sentence is long. Advice on plain Dutch asks for ten to
// fifteen on average, and for no sentence over twenty.
const LongFrom = 21

const (
	longLetters = 18 // a word of so many letters is long
	tongWords   = 9  // so many words between the parts of a verb are too many
)

// Finding is a stretch of a sentence, from byte Start up to End, that a reader may stumble over.
type Finding struct {
	Kind       Kind
	Start, End int
	Instead    string // a plainer word; of an abbreviation and of the others empty
	Count      int    // of a long sentence: its words; of a tang: the words between
}

// Sentence is a sentence of a text with what was found in it, in the order of the text.
type Sentence struct {
	Text     string
	Line     int // of its first word, from 1
	Words    int
	Findings []Finding
}

// Text is what was found in a text.
type Text struct {
	Sentences []Sentence
	Words     int
	Syllables int
	Letters   int // of the words
	Uncommon  int // words that not nearly every reader knows; names and numbers are not counted
}

// Check looks through a text of plain paragraphs (see Read for files) with the words of a list.
func Check(text string, list *List) Text {
	var out Text
	blocks := split(text)
	explained := explanations(text)
	for _, s := range blocks {
		words := tokens(s.Text)
		for _, w := range words {
			if w.letters {
				s.Words++
				out.Syllables += Syllables(w.text)
				out.Letters += utf8.RuneCountInString(w.text)
				if first, _ := utf8.DecodeRuneInString(w.text); !isCommon(w.low) && (s.Words == 1 || !unicode.IsUpper(first)) {
					out.Uncommon++
				}
			}
		}
		if s.Words == 0 {
			continue
		}
		s.Findings = slices.Concat(longSentence(s), passives(s.Text, words), nested(s.Text, words), apart(words), list.find(words), abbreviations(words, explained), longWords(words, list))
		slices.SortStableFunc(s.Findings, func(a, b Finding) int { return a.Start - b.Start })
		out.Words += s.Words
		out.Sentences = append(out.Sentences, s)
	}
	return out
}

// Add puts the sentences of another text behind these, with so many lines before them.
func (t *Text) Add(more Text, lines int) {
	for _, s := range more.Sentences {
		s.Line += lines
		t.Sentences = append(t.Sentences, s)
	}
	t.Words += more.Words
	t.Syllables += more.Syllables
	t.Letters += more.Letters
	t.Uncommon += more.Uncommon
}

// Count is how often a kind was found.
func (t Text) Count(k Kind) int {
	n := 0
	for _, s := range t.Sentences {
		for _, f := range s.Findings {
			if f.Kind == k {
				n++
			}
		}
	}
	return n
}

// FleschDouma is 206.84 − 0.77 × syllables per 100 words − 0.93 × words per sentence (Douma 1960): the
// higher, the easier. Ok is false below fifty words or three sentences, of which it says nothing.
func (t Text) FleschDouma() (score float64, ok bool) {
	if t.Words < 50 || len(t.Sentences) < 3 {
		return 0, false
	}
	words := float64(t.Words)
	return 206.84 - 0.77*100*float64(t.Syllables)/words - 0.93*words/float64(len(t.Sentences)), true
}

// Effort is a number to compare two wordings of the same message with: the lower, the easier. It adds
// to the words per sentence, the length of the words and the share of words that are not common what
// else was found, per sentence; its size means nothing by itself, and it works for a single sentence
// too, where FleschDouma does not. The weights were chosen on half of testdata/paren-2.txt and checked
// on the other half (TestSimplerIsEasier).
func (t Text) Effort() float64 {
	if t.Words == 0 || len(t.Sentences) == 0 {
		return 0
	}
	words, sentences := float64(t.Words), float64(len(t.Sentences))
	effort := words/sentences + 13*float64(t.Syllables)/words + 0.3*float64(t.Letters)/words + 15*float64(t.Uncommon)/words
	for _, w := range stumbles {
		effort += w.weight * float64(t.Count(w.kind)) / sentences
	}
	return effort
}

// stumbles are what a finding adds to the effort of its sentence, in a fixed order: sums of fractions
// depend on it.
var stumbles = []struct {
	kind   Kind
	weight float64
}{{Passive, 2}, {Nested, 2}, {HardWord, 3}, {LongWord, 2}, {Unexplained, 1}, {Apart, 1.5}}

// token is a word of a sentence, or a mark between words.
type token struct {
	start, end int
	text       string
	low        string // folded
	letters    bool
}

func tokens(s string) []token {
	var all []token
	for at := 0; at < len(s); {
		r, size := utf8.DecodeRuneInString(s[at:])
		switch {
		case unicode.IsSpace(r):
			at += size
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			all = append(all, token{start: at, end: at + size, text: s[at : at+size], low: s[at : at+size]})
			at += size
			continue
		}
		end, letters := at, false
		for end < len(s) {
			next, n := utf8.DecodeRuneInString(s[end:])
			if !unicode.IsLetter(next) && !unicode.IsDigit(next) {
				after, _ := utf8.DecodeRuneInString(s[end+n:])
				inner := strings.ContainsRune("-'’.,", next) && (unicode.IsLetter(after) && next != ',' || unicode.IsDigit(after) && next != '\'')
				if !inner || next == '.' && !abbreviated(s[at:end], s[end+n:]) && !unicode.IsDigit(after) {
					break
				}
			}
			letters = letters || unicode.IsLetter(next)
			end += n
		}
		all = append(all, token{at, end, s[at:end], journeys.Fold(s[at:end]), letters})
		at = end
	}
	return all
}

// abbreviated tells whether a full stop with letters on both sides is inside an abbreviation (i.v.m.).
func abbreviated(before, after string) bool {
	last := before[strings.LastIndexByte(before, '.')+1:]
	return utf8.RuneCountInString(last) <= 2 && len(after) > 1 && (after[1] == '.' || len(after) == 1)
}

func longSentence(s Sentence) []Finding {
	if s.Words < LongFrom {
		return nil
	}
	return []Finding{{Kind: LongSentence, End: len(s.Text), Count: s.Words}}
}

func longWords(words []token, list *List) []Finding {
	var found []Finding
	for i, w := range words {
		if w.letters && utf8.RuneCountInString(w.text) >= longLetters && !strings.ContainsAny(w.text, "-.@/") && list.at(words, i) == nil {
			found = append(found, Finding{Kind: LongWord, Start: w.start, End: w.end})
		}
	}
	return found
}
