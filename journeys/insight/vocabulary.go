package insight

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"klantreis/journeys/evidence"
)

const (
	maxWords       = 400_000
	maxPartWords   = 50_000
	vocabularySize = 20_000
	maxPairs       = 500_000
	maxTerms       = 20_000 // pairs that are looked at further
	maxRare        = 20_000 // words that are compared and not shown
	commonName     = 50
	longestWord    = 30
)

// counted is what a lossy table keeps of a key.
type counted interface{ count() int32 }

// lossy counts how often keys occur with a bounded number of keys: Manku & Motwani, "Approximate
// Frequency Counts over Data Streams", VLDB 2002, with a floor that rises when the table is full
// instead of per bucket. A count is short by at most floor, and by nothing as long as no more than
// `most` keys were seen.
type lossy[K comparable, V counted] struct {
	most  int
	floor int32
	keys  map[K]V
}

func newLossy[K comparable, V counted](most int) *lossy[K, V] {
	return &lossy[K, V]{most: most, keys: map[K]V{}}
}

// put keeps what has become of a key.
func (l *lossy[K, V]) put(key K, v V) {
	if _, known := l.keys[key]; !known {
		for len(l.keys) >= l.most {
			l.floor++
			for k, old := range l.keys {
				if old.count() <= l.floor {
					delete(l.keys, k)
				}
			}
		}
	}
	l.keys[key] = v
}

// times is a count alone.
type times int32

func (t times) count() int32 { return int32(t) }

// wordTally is in how many records a word occurs, and how it is written there.
type wordTally struct {
	n              int32
	lower, capital int32 // inside sentences
	start          int32 // at the start of a sentence
}

func (t wordTally) count() int32 { return t.n }

func (t wordTally) plus(o wordTally) wordTally {
	return wordTally{t.n + o.n, t.lower + o.lower, t.capital + o.capital, t.start + o.start}
}

// vocabulary numbers words: first those that tell something, the most frequent first, then the stop words,
// and then words of too few records to be shown, by which questions are only compared.
type vocabulary struct {
	words   []string
	counts  []int32 // records of each word
	telling int     // words before this one are no stop words
	shown   int     // words before this one may be shown
	ids     places  // by hash
}

// id is the number of a word; rareStop of a stop word that too few records hold.
func (v *vocabulary) id(t *token) (int32, bool) {
	id, known := v.ids.find(t.hash)
	if known && id >= 0 && len(t.word) > sure {
		known = v.words[id] == string(t.word)
	}
	return id, known
}

// of is the number of a word that may stand in a text.
func (v *vocabulary) of(word string) (int32, bool) {
	id, known := v.id(&token{word: []byte(word), hash: hashOf([]byte(word))})
	return id, known && id >= 0
}

// newVocabulary picks the words that occur in enough records and hold nothing personal.
func newVocabulary(found map[string]wordTally, records int) *vocabulary {
	v := &vocabulary{}
	stops := map[string]bool{}
	for _, word := range strings.Fields(stopWords) {
		stops[word] = true
	}
	var little, rare []string
	for word, t := range found {
		switch {
		case stops[word]:
			if int(t.n) >= evidence.MinGroup {
				little = append(little, word)
			}
		case int(t.n) < evidence.MinGroup:
			if len(word) >= shortestWord && len(word) <= longestWord && !nameLike(t, records) {
				rare = append(rare, word)
			}
		case len(word) > 1 && len(word) <= longestWord && (slices.Contains(asking, word) || !nameLike(t, records)):
			v.words = append(v.words, word)
		}
	}
	frequent := func(a, b string) int { return cmp.Or(cmp.Compare(found[b].n, found[a].n), cmp.Compare(a, b)) }
	slices.SortFunc(v.words, frequent)
	v.words = v.words[:min(len(v.words), vocabularySize)]
	v.telling = len(v.words)
	slices.Sort(little)
	v.words = append(v.words, little...)
	v.shown = len(v.words)
	slices.SortFunc(rare, frequent)
	v.words = append(v.words, rare[:min(len(rare), maxRare)]...)
	for word := range stops {
		v.ids.put(hashOf([]byte(word)), rareStop)
	}
	for i, word := range v.words {
		v.counts = append(v.counts, found[word].n)
		v.ids.put(hashOf([]byte(word)), int32(i))
	}
	return v
}

// rareStop is the number of a stop word that too few records hold.
const rareStop = -2

// nameLike tells whether a word is written as names are: mostly with a capital where a sentence does
// not ask for one, or never without one. What nearly everybody writes about is no private person.
func nameLike(t wordTally, records int) bool {
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

func newPair(a, b int32) pair      { return pair(two(a, b)) }
func (p pair) words() (a, b int32) { return untwo(uint64(p)) }

// maxGap is how many stop words may stand between the two words of a pair.
const maxGap = 3

// terms are the words and the pairs of one text, each once, in the order of the text.
type terms struct {
	words []int32 // that tell something
	pairs []pair

	seen   []int32 // per word: the text in which it was last seen
	texts  int32
	paired tally // of long texts, the pairs that were met
}

// fewPairs are looked through one by one.
const fewPairs = 24

// fresh tells whether a pair was not met in this text.
func (m *terms) fresh(p pair) bool {
	if len(m.pairs) < fewPairs {
		return !slices.Contains(m.pairs, p)
	}
	if len(m.pairs) == fewPairs {
		m.paired.reset()
		for _, o := range m.pairs {
			m.paired.add(uint64(o), 1)
		}
	}
	before := len(m.paired.keys)
	m.paired.add(uint64(p), 1)
	return len(m.paired.keys) > before
}

// read finds the terms of a text.
func (m *terms) read(v *vocabulary, text []token) {
	if m.seen == nil {
		m.seen = make([]int32, v.shown)
	}
	m.texts++
	m.words, m.pairs = m.words[:0], m.pairs[:0]
	before, clause, gap := int32(-1), int32(-1), 0
	for i := range text {
		t := &text[i]
		if t.clause != clause {
			before, clause = -1, t.clause
		}
		id, known := int32(-1), false
		if !t.digits && !t.hidden {
			id, known = v.id(t)
		}
		if !known || int(id) >= v.shown {
			before = -1 // a rare word, a name or a number: nothing is said across it
			continue
		}
		if id == rareStop {
			gap++
			continue
		}
		fresh := m.seen[id] != m.texts
		if fresh {
			m.seen[id] = m.texts
		}
		if int(id) >= v.telling {
			gap++
			continue
		}
		if fresh {
			m.words = append(m.words, id)
		}
		if before >= 0 && gap <= maxGap && before != id {
			if p := newPair(before, id); m.fresh(p) {
				m.pairs = append(m.pairs, p)
			}
		}
		before, gap = id, 0
	}
}

// heard is a word of a text that is compared with others.
type heard struct {
	word int32
	asks bool // it stands in a sentence that asks
}

// mostPhrases is how many phrases of one text are looked at.
const mostPhrases = 60

// hear lists the words of the text that was cut last, each once, stop words too; and the phrases of two
// words with only white space between, as selectors find them.
func (v *vocabulary) hear(c *cutter) (all []heard, phrases []pair) {
	asks := map[int32]bool{}
	for i := range c.tokens {
		t := &c.tokens[i]
		next := len(c.text)
		if i+1 < len(c.tokens) {
			next = int(c.tokens[i+1].from)
		}
		if bytes.IndexByte(c.text[t.to:next], '?') >= 0 || slices.Contains(asking, string(t.word)) {
			asks[t.sentence] = true
		}
	}
	for i := range c.tokens {
		t := &c.tokens[i]
		id, known := v.id(t)
		if !known || id < 0 || t.digits || t.hidden {
			continue
		}
		at := slices.IndexFunc(all, func(h heard) bool { return h.word == id })
		if at < 0 {
			at = len(all)
			all = append(all, heard{word: id})
		}
		all[at].asks = all[at].asks || asks[t.sentence]
		if i == 0 || len(phrases) == mostPhrases || len(bytes.TrimSpace(c.text[c.tokens[i-1].to:t.from])) > 0 {
			continue
		}
		before, known := v.id(&c.tokens[i-1])
		if p := newPair(before, id); known && before >= 0 && int(max(before, id)) < v.shown && int(min(before, id)) < v.telling && !c.tokens[i-1].hidden && !slices.Contains(phrases, p) {
			phrases = append(phrases, p)
		}
	}
	return all, phrases
}
