package signals

import (
	"bytes"
	"encoding/binary"
	"math/bits"
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
// in the text, so only those places are looked at; the first three bytes there, by way of a hash,
// give the few patterns that are worth comparing.
type wordIndex struct {
	targets []target
	heads   []int32 // hash → 1 + index into chain; 0: none
	chain   []link
	shift   int
	plain   bool    // no target has a sign that journeys.AppendPlain rewrites
	odd     []int32 // targets that begin with neither a letter nor a digit: may stand anywhere
}

// target is a pattern and the selectors that it counts for.
type target struct {
	text           []byte
	open           bool // may be followed by anything
	words, without []int32
}

type link struct{ target, next int32 }

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
		b.targets = append(b.targets, target{text: []byte(p.text), open: p.prefix || !journeys.IsWordRune(last)})
	}
	if t := &b.targets[i]; without {
		t.without = append(t.without, int32(selector))
	} else {
		t.words = append(t.words, int32(selector))
	}
}

func (b *wordIndexBuilder) index() wordIndex {
	width := max(12, bits.Len(uint(16*len(b.targets))))
	x := wordIndex{targets: b.targets, shift: 32 - width, heads: make([]int32, 1<<width), plain: true}
	for i, t := range b.targets {
		x.plain = x.plain && isASCII(t.text) && bytes.IndexByte(t.text, journeys.Sign) < 0
		if first, _ := utf8.DecodeRune(t.text); !journeys.IsWordRune(first) {
			x.odd = append(x.odd, int32(i))
			continue
		}
		linked := map[uint32]bool{}
		for _, a := range probeBytes(t.text, 0) {
			for _, b := range probeBytes(t.text, 1) {
				for _, c := range probeBytes(t.text, 2) {
					h := x.hash(uint32(a) | uint32(b)<<8 | uint32(c)<<16)
					if !linked[h] {
						linked[h] = true
						x.chain = append(x.chain, link{int32(i), x.heads[h]})
						x.heads[h] = int32(len(x.chain))
					}
				}
			}
		}
	}
	return x
}

// probeBytes lists what a probe may find at position i of a pattern in a text. Where a pattern has
// a space a text may have any white space, and behind that or its end anything.
func probeBytes(text []byte, i int) []byte {
	if i < len(text) && text[i] != ' ' && bytes.IndexByte(text[:i], ' ') < 0 {
		return []byte{text[i] | caseBit}
	}
	var all []byte
	for c := range 256 {
		if c&caseBit != 0 {
			all = append(all, byte(c))
		}
	}
	return all
}

// caseBit is set in lower-case letters and not in upper-case ones. A probe sets it in all bytes.
const (
	caseBit  = 0x20
	caseBits = ones * caseBit
)

// hash takes three bytes, the lowest first.
func (x *wordIndex) hash(probe uint32) uint32 {
	return (probe | caseBits&0xffffff) << 8 * 0x9E3779B1 >> (x.shift & 31)
}

// findWords notes in hit and out which selectors have a pattern in the text.
func (m *Matching) findWords(text []byte) {
	plain := isASCII(text)
	if !plain && m.words.plain {
		m.text, plain = journeys.AppendPlain(m.text[:0], text)
		if plain {
			text = m.text
		}
	}
	if !plain || len(m.words.odd) > 0 { // in place where text is m.text: of ASCII it is never longer
		m.text = journeys.AppendFoldSpace(m.text[:0], text)
		text = m.text
	}
	for _, i := range m.words.odd {
		t := &m.words.targets[i]
		for from := 0; ; from++ {
			n := bytes.Index(text[from:], t.text)
			if n < 0 {
				break
			}
			if from += n; t.at(text, from) {
				m.note(t)
				break
			}
		}
	}
	if !plain {
		m.findFolded(text)
		return
	}
	before := uint64(0) // was the byte before a letter or digit?
	for i := 0; i < len(text); i += 8 {
		var x uint64
		if i+8 <= len(text) {
			x = binary.LittleEndian.Uint64(text[i:])
		} else {
			for k, c := range text[i:] {
				x |= uint64(c) << (8 * k)
			}
		}
		// The highest bit of each byte tells whether it is a letter or a digit.
		lower := x | caseBits
		letters := (lower + ones*(0x80-'a')) ^ (lower + ones*(0x80-'z'-1))
		digits := (x + ones*(0x80-'0')) ^ (x + ones*(0x80-'9'-1))
		word := (letters | digits) & highs
		starts := word &^ (word<<8 | before)
		before = word >> 56
		for ; starts != 0; starts &= starts - 1 {
			at := i + bits.TrailingZeros64(starts)/8
			if at+4 <= len(text) && m.words.heads[m.words.hash(binary.LittleEndian.Uint32(text[at:]))] == 0 {
				continue // as nearly always
			}
			m.probe(text, at)
		}
	}
}

// findFolded looks through a folded text that still has letters or signs outside ASCII.
func (m *Matching) findFolded(text []byte) {
	before := false
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		word := journeys.IsWordRune(r)
		if word && !before {
			m.probe(text, i)
		}
		before = word
		i += n
	}
}

// probe notes the patterns that stand at position i, where a word begins.
func (m *Matching) probe(text []byte, i int) {
	var first uint32
	if i+4 <= len(text) {
		first = binary.LittleEndian.Uint32(text[i:])
	} else {
		for k, c := range text[i:] {
			first |= uint32(c) << (8 * k)
		}
	}
	for n := m.words.heads[m.words.hash(first)]; n != 0; {
		l := m.words.chain[n-1]
		if t := &m.words.targets[l.target]; t.at(text, i) {
			m.note(t)
		}
		n = l.next
	}
}

func (m *Matching) note(t *target) {
	for _, s := range t.words {
		m.hit.add(int(s))
	}
	for _, s := range t.without {
		m.out.add(int(s))
	}
}

// at compares with a text, folded or plain ASCII, at position i.
func (t *target) at(text []byte, i int) bool {
	for k := 0; k < len(t.text); k++ {
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

func isASCII(text []byte) bool {
	for ; len(text) >= 8; text = text[8:] {
		if binary.LittleEndian.Uint64(text)&highs != 0 {
			return false
		}
	}
	for _, c := range text {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
