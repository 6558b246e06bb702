package insight

import (
	"cmp"
	"slices"

	"klantreis/journeys/evidence"
)

const (
	maxWords       = 400_000
	vocabularySize = 20_000
	maxPairs       = 1_000_000
	maxTerms       = 20_000 // pairs that are looked at further
	commonName     = 50
	longestWord    = 30
)

// lossy counts how often keys occur with a bounded number of keys: Manku & Motwani, "Approximate
// Frequency Counts over Data Streams", VLDB 2002, with a floor that rises when the table is full
// instead of per bucket. A count is short by at most floor, and by nothing as long as no more than
// `most` keys were seen.
type lossy[K comparable, V any] struct {
	most  int
	floor int32
	keys  map[K]*V
	count func(*V) *int32
}

func newLossy[K comparable, V any](most int, count func(*V) *int32) *lossy[K, V] {
	return &lossy[K, V]{most: most, keys: map[K]*V{}, count: count}
}

// add counts a key once more and returns what is kept of it.
func (l *lossy[K, V]) add(key K) *V {
	v := l.keys[key]
	if v == nil {
		for len(l.keys) >= l.most {
			l.floor++
			for k, old := range l.keys {
				if *l.count(old) <= l.floor {
					delete(l.keys, k)
				}
			}
		}
		v = new(V)
		l.keys[key] = v
	}
	*l.count(v)++
	return v
}

// wordTally is in how many records a word occurs, and how it is written there.
type wordTally struct {
	n              int32
	lower, capital int32 // inside sentences
	start          int32 // at the start of a sentence
	last           int   // record that counted it last
}

// vocabulary numbers the words that may be shown, the most frequent first.
type vocabulary struct {
	words []string
	n     []int
	ids   map[string]int32
	stop  map[string]bool
}

// newVocabulary picks the words that occur in enough records and hold nothing personal.
func newVocabulary(counted map[string]*wordTally, records int) *vocabulary {
	v := &vocabulary{ids: map[string]int32{}, stop: stops()}
	for word, t := range counted {
		if int(t.n) >= evidence.MinGroup && len(word) > 1 && len(word) <= longestWord && !v.stop[word] && !nameLike(t, records) {
			v.words = append(v.words, word)
		}
	}
	slices.SortFunc(v.words, func(a, b string) int {
		return cmp.Or(cmp.Compare(counted[b].n, counted[a].n), cmp.Compare(a, b))
	})
	v.words = v.words[:min(len(v.words), vocabularySize)]
	for i, word := range v.words {
		v.ids[word] = int32(i)
		v.n = append(v.n, int(counted[word].n))
	}
	return v
}

// nameLike tells whether a word is written as names are: mostly with a capital where a sentence does
// not ask for one, or never without one. What nearly everybody writes about is no private person.
func nameLike(t *wordTally, records int) bool {
	if int(t.n) >= commonName && 100*int(t.n) >= records {
		return false
	}
	if t.lower+t.capital > 0 {
		return t.capital >= t.lower
	}
	return t.start > 0
}

// pair is two words of the vocabulary, in order.
type pair uint64

func newPair(a, b int32) pair      { return pair(uint64(uint32(a))<<32 | uint64(uint32(b))) }
func (p pair) words() (a, b int32) { return int32(uint64(p) >> 32), int32(uint32(p)) }

// maxGap is how many stop words may stand between the two words of a pair.
const maxGap = 3

// terms gives the words and the pairs of a text, each once, in the order of the text.
func (v *vocabulary) terms(text []token, words []int32, pairs []pair) ([]int32, []pair) {
	words, pairs = words[:0], pairs[:0]
	before, clause, gap := int32(-1), -1, 0
	for _, t := range text {
		if t.clause != clause {
			before, clause = -1, t.clause
		}
		id, known := v.ids[t.word]
		switch {
		case known:
			if !slices.Contains(words, id) {
				words = append(words, id)
			}
			if before >= 0 && gap <= maxGap && before != id {
				if p := newPair(before, id); !slices.Contains(pairs, p) {
					pairs = append(pairs, p)
				}
			}
			before, gap = id, 0
		case v.stop[t.word]:
			gap++
		default:
			before = -1 // a name or a number: nothing is said across it
		}
	}
	return words, pairs
}
