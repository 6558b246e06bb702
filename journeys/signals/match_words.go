package signals

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"klantreis/journeys"
)

// pattern is a word or phrase to find: folded, white space as single spaces.
type pattern struct {
	text   string
	prefix bool // ended in a star
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

// wordIndex finds all patterns in a text in one pass. A word can only begin where a word begins
// in the text, so only those places are looked at; the first bytes there, by way of a hash, tell
// nearly always that no pattern begins with them, and otherwise which few are worth comparing.
type wordIndex struct {
	targets []target
	heads   []int32 // by hash: 1 + index into chain; 0: none
	chain   []link
	shift   int    // what a hash leaves off, see hash
	probed  uint32 // which of the first four bytes are hashed
	least   int    // letters and digits that every target begins with, at most four
	plain   bool   // no target has a sign that journeys.AppendPlain rewrites
	quotes  bool   // some target has a quote
	tables  *beginTables
	odd     []int32 // targets that begin with neither a letter nor a digit: may stand anywhere
}

// fewest is how many heads there are at least, as a power of two: so many, because a word of three letters
// has a hash for all that may stand behind it, and a head that several words share costs a comparison.
const fewest = 12

// target is a pattern and the selectors that it counts for.
type target struct {
	lead, text     []byte // of a phrase: see anchored; otherwise lead is empty
	begin, mask    uint64 // its first bytes, up to eight or a space, as a probe has them; which bytes those are
	same           int    // letters at the begin that are the same when begin is
	gap            int    // bits before the space that ends begin
	after, behind  uint64 // what follows that space in those eight bytes, up to the next one, and which bytes that is
	open           bool   // may be followed by anything
	words, without []int32
}

// link leads to a target from the hash of its first bytes.
type link struct {
	begin, mask  uint64 // those of the target
	target, next int32
}

// wordIndexBuilder gathers patterns; equal ones are one target.
type wordIndexBuilder struct {
	targets []target
	known   map[pattern]int
}

func (b *wordIndexBuilder) add(p pattern, selector int, without bool) {
	if b.known == nil {
		b.known = map[pattern]int{}
	}
	i, ok := b.known[p]
	if !ok {
		i = len(b.targets)
		b.known[p] = i
		last, _ := utf8.DecodeLastRuneInString(p.text)
		lead, text := anchored(p.text)
		b.targets = append(b.targets, target{lead: []byte(lead), text: []byte(text), open: p.prefix || !journeys.IsWordRune(last)})
	}
	if t := &b.targets[i]; without {
		t.without = append(t.without, int32(selector))
	} else {
		t.words = append(t.words, int32(selector))
	}
}

func (b *wordIndexBuilder) index() *wordIndex {
	x := &wordIndex{targets: b.targets, probed: 0xffffffff, least: 4, plain: true}
	for i := range x.targets {
		t := &x.targets[i]
		for _, text := range [][]byte{t.lead, t.text} {
			x.plain = x.plain && isASCII(text) && bytes.IndexByte(text, journeys.Sign) < 0
			x.quotes = x.quotes || bytes.IndexByte(text, '"') >= 0
		}
		letters := 0
		for letters < min(8, len(t.text)) && t.text[letters] != ' ' {
			t.begin |= uint64(t.text[letters]|caseBit) << (8 * letters)
			t.mask |= 0xff << (8 * letters)
			letters++
		}
		t.gap = 8 * letters
		for k := letters + 1; k < min(8, len(t.text)) && t.text[k] != ' '; k++ {
			t.after |= uint64(t.text[k]|caseBit) << (8 * k)
			t.behind |= 0xff << (8 * k)
		}
		for t.same < letters && t.text[t.same] >= 'a' && t.text[t.same] <= 'z' {
			t.same++
		}
		if first, _ := utf8.DecodeRune(t.text); !journeys.IsWordRune(first) {
			x.odd = append(x.odd, int32(i))
			continue
		}
		if letters < 3 {
			x.probed = 0xffffff // more would be too many to list all that can stand behind
		}
		x.least = min(x.least, firstRun(t.text))
	}
	size := max(fewest, bits.Len(uint(8*len(x.targets))))
	x.heads, x.shift = make([]int32, 1<<size), 32-size
	linked := make([]int, len(x.heads)) // 1 + the last target of each
	for i, t := range x.targets {
		if slices.Contains(x.odd, int32(i)) {
			continue
		}
		for _, probe := range probes(t, x.probed) {
			if head := hash(probe, x.probed, x.shift); linked[head] != i+1 {
				linked[head] = i + 1
				x.chain = append(x.chain, link{t.begin, t.mask, int32(i), x.heads[head]})
				x.heads[head] = int32(len(x.chain))
			}
		}
	}
	x.tables = newBeginTables(x.targets)
	return x
}

// firstRun counts the ASCII letters and digits that a text begins with.
func firstRun(text []byte) (n int) {
	for n < len(text) && text[n] < utf8.RuneSelf && journeys.IsWordRune(rune(text[n])) {
		n++
	}
	return n
}

// probes lists what a probe may find where a target stands. Where that has a space a text may have
// any white space, and behind that or its end anything.
func probes(t target, probed uint32) []uint32 {
	all := []uint32{uint32(t.begin) & probed}
	for k := 0; k < 32; k += 8 {
		if probed>>k&^uint32(t.mask>>k)&0xff == 0 {
			continue
		}
		for _, p := range all[:len(all):len(all)] {
			for c := range uint32(256) {
				if c&caseBit != 0 {
					all = append(all, p|c<<k)
				}
			}
		}
	}
	return all
}

// caseBit is set in lower-case letters and not in upper-case ones. A probe sets it in all bytes.
const (
	caseBit  = 0x20
	caseBits = ones * caseBit
)

// hash takes those of four bytes that are probed, the lowest first, in lower case.
func hash(probe, probed uint32, shift int) uint32 { return probe & probed * 0x9E3779B1 >> (shift & 31) }

// findIn notes in hit and out which selectors have a pattern in the text of a record.
func (m *Matching) findIn(r *Record) {
	text, c, ok := r.writtenText()
	switch {
	case !ok || m.words.quotes || len(m.words.odd) > 0:
	case !isHigh(r.csv.marks.blocks, c.from, c.to):
		m.findASCII(text)
		return
	case m.words.plain && m.findMarked(text, r.csv.marks.blocks, c.from):
		return
	}
	m.findWords(r.textCell())
}

// findPlain looks through a text with accents, if those can be taken off and it is UTF-8.
func (m *Matching) findPlain(text []byte) bool {
	plain, ok := journeys.AppendPlain(m.text[:0], text)
	m.text = append(plain, make([]byte, beginSize)...)[:len(plain)] // begins may read on behind it
	if ok {
		m.findASCII(m.text)
	}
	return ok
}

// findMarked is findPlain for a text of which is marked where it has accents; all is the blocks of the part in
// which it begins at from.
func (m *Matching) findMarked(text []byte, all []blockMarks, from int) bool {
	m.text = slices.Grow(m.text[:0], len(text)+blockSize+beginSize) // no plain form is longer
	b, at := m.text, 0
	for {
		next := nextHigh(all, from+at, from+len(text)) - from
		b = append(b, text[at:next]...)
		if at = next; at == len(text) {
			break
		}
		r, size := utf8.DecodeRune(text[at:])
		form, ok := journeys.PlainForm(r)
		if at += size; !ok || size == 1 {
			return false
		}
		b = append(b, form...)
	}
	m.text = append(b, make([]byte, beginSize)...)[:len(b)] // begins may read on behind it
	m.findASCII(m.text)
	return true
}

// findWords looks through any text.
func (m *Matching) findWords(text []byte) {
	plain := isASCII(text)
	if len(m.words.odd) == 0 && (plain || m.words.plain && m.findPlain(text)) {
		if plain {
			m.findASCII(text)
		}
		return
	}
	m.text = journeys.AppendFoldSpace(m.text[:0], text)
	text = m.text
	for _, i := range m.words.odd {
		t := &m.words.targets[i]
		for from := 0; ; from++ {
			n := bytes.Index(text[from:], t.text)
			if n < 0 {
				break
			}
			if from += n; t.at(text, from, 0) {
				m.note(t)
				break
			}
		}
	}
	if !plain {
		m.findFolded(text)
		return
	}
	m.findASCII(text)
}

// findASCII looks through an ASCII text, at those places where a target may begin.
func (m *Matching) findASCII(text []byte) {
	x := m.words
	m.places = x.begins(m.places, text)
	heads, shift, probed := x.heads, x.shift, x.probed // not to be read again for each place
	for _, place := range m.places {
		at, begin := int(place), uint64(0)
		if at+8 > len(text) {
			begin = lastBytes(text[at:])
		} else {
			begin = binary.LittleEndian.Uint64(text[at:])
		}
		begin |= caseBits
		if head := heads[hash(uint32(begin), probed, shift)]; head != 0 {
			m.probe(text, at, begin, head)
		}
	}
}

// lastBytes are those of a text of less than eight, as a number.
func lastBytes(text []byte) (x uint64) {
	for k, c := range text {
		x |= uint64(c) << (8 * k)
	}
	return x
}

// findFolded looks through a folded text that still has letters or signs outside ASCII.
func (m *Matching) findFolded(text []byte) {
	before := false
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		word := journeys.IsWordRune(r)
		if word && !before {
			begin := lastBytes(text[i:min(i+8, len(text))]) | caseBits
			m.probe(text, i, begin, m.words.heads[hash(uint32(begin), m.words.probed, m.words.shift)])
		}
		before = word
		i += n
	}
}

// probe notes the patterns that stand at position i, where a word begins with the bytes of begin; n is the head of
// those.
func (m *Matching) probe(text []byte, i int, begin uint64, n int32) {
	for n != 0 {
		l := &m.words.chain[n-1]
		if begin&l.mask == l.begin {
			if t := &m.words.targets[l.target]; !t.strays(begin) && t.at(text, i, t.same) && t.isLed(text, i) {
				m.note(t)
			}
		}
		n = l.next
	}
}

func (m *Matching) note(t *target) {
	m.noted = true
	for _, s := range t.words {
		m.hit.add(int(s))
	}
	for _, s := range t.without {
		m.out.add(int(s))
	}
}

// strays tells soon of most places that a phrase is not there: behind its first word and one space begins another word
// than its second.
func (t *target) strays(begin uint64) bool {
	return t.behind != 0 && byte(begin>>t.gap) == ' ' && isLetter(byte(begin>>t.gap>>8)) && begin&t.behind != t.after
}

// at compares with a text, folded or plain ASCII, at position i, of which the first letters are the same.
func (t *target) at(text []byte, i, same int) bool {
	i += same
	for k := same; k < len(t.text); k++ {
		if i == len(text) {
			return false
		}
		c := text[i]
		if want := t.text[k]; c != want {
			if want == ' ' {
				if !isSpace(c) {
					return false
				}
			} else if c < 'A' || c > 'Z' || c|caseBit != want {
				return false
			}
		}
		i++
		if t.text[k] == ' ' {
			for i < len(text) && isSpace(text[i]) {
				i++
			}
		}
	}
	if t.open || i == len(text) {
		return true
	}
	after := rune(text[i])
	if after >= utf8.RuneSelf {
		after, _ = utf8.DecodeRune(text[i:])
	}
	return !journeys.IsWordRune(after)
}

func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }
