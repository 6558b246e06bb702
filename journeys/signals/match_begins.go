package signals

import (
	"math/bits"
	"unicode/utf8"
)

// beginTables tell of the first four bytes of a word whether a target may begin so. The targets lie in eight
// heaps. For each of the four positions there are 32 bytes, by the lowest five bits of what stands there
// (which do not tell upper from lower case), with a bit for each heap that has a target with that.
// Letters and digits are told by 16 bytes for the low half of a byte and 16 for the high one; both
// have a bit in common.
type beginTables struct {
	position [beginSize][32]byte
	letters  [2][16]byte
}

const (
	beginSize = 4 // bytes that are looked at
	heaps     = 8
)

// newBeginTables deals the targets over the heaps, each to the one that it makes the least larger.
func newBeginTables(targets []target) *beginTables {
	x := &beginTables{}
	for c := range byte(0x80) {
		if isLetter(c) {
			x.letters[0][c&15] |= 1 << (c >> 4)
			x.letters[1][c>>4] |= 1 << (c >> 4)
		}
	}
	for _, t := range targets {
		if !isLetter(t.text[0]) {
			continue // it does not begin a word of ASCII
		}
		best, least := 0, -1
		for heap := range heaps {
			grown := *x
			grown.deal(heap, t)
			if more := grown.size(heap) - x.size(heap); least < 0 || more < least {
				best, least = heap, more
			}
		}
		x.deal(best, t)
	}
	return x
}

// deal puts a target on a heap. Behind its end, and where it has a space, anything may stand.
func (x *beginTables) deal(heap int, t target) {
	for k := range beginSize {
		if t.mask>>(8*k)&0xff != 0 {
			x.position[k][t.text[k]&31] |= 1 << heap
			continue
		}
		for i := range x.position[k] {
			x.position[k][i] |= 1 << heap
		}
	}
}

// size is how many beginnings a heap lets pass.
func (x *beginTables) size(heap int) int {
	size := 1
	for _, position := range x.position {
		n := 0
		for _, bits := range position {
			n += int(bits >> heap & 1)
		}
		size *= n
	}
	return size
}

// begins lists where in an ASCII text words begin that may be a target, in the memory of places.
func (x *wordIndex) begins(places []uint32, text []byte) []uint32 {
	if !hasBlocks {
		return beginWords(places[:0], text, x.least)
	}
	blocks := (len(text) + blockSize - 1) / blockSize
	if most := blocks*blockSize + 2; cap(places) < most {
		places = make([]uint32, most+most/4)
	}
	places = places[:cap(places)]
	n := 0
	switch whole := max(0, len(text)-beginSize+1) / blockSize; {
	case blocks == 0:
	case cap(text) >= blocks*blockSize+beginSize-1 && isBehindASCII((*[beginSize - 1]byte)(text[len(text):len(text)+beginSize-1])):
		n = beginBlocks(&places[0], &text[0], blocks, 0, x.tables, true)
	default:
		gap := true
		if whole > 0 {
			n = beginBlocks(&places[0], &text[0], whole, 0, x.tables, gap)
			gap = !isLetter(text[whole*blockSize-1])
		}
		var last [3 * blockSize]byte
		copy(last[:], text[whole*blockSize:])
		n += beginBlocks(&places[n], &last[0], blocks-whole, whole*blockSize, x.tables, gap)
	}
	return until(places[:n], len(text))
}

// isBehindASCII tells that a kernel may look at what stands behind a text as well.
func isBehindASCII(b *[beginSize - 1]byte) bool { return b[0]|b[1]|b[2] < utf8.RuneSelf }

// beginWords lists where in an ASCII text words of at least so many letters and digits begin, behind places.
func beginWords(places []uint32, text []byte, least int) []uint32 {
	before := uint64(0) // was the byte before a letter or digit?
	for from := 0; from < len(text); from += blockSize {
		var word uint64
		if from+blockSize <= len(text) {
			word = letterBlock((*[blockSize]byte)(text[from:]))
		} else {
			last := lastBlock(text[from:])
			word = letterBlock(&last)
		}
		starts := word &^ (word<<1 | before)
		before = word >> 63
		for k := 1; k < least; k++ {
			starts &= word>>k | ^(^uint64(0) >> k) // a word that goes on in the next block may be long enough
		}
		for ; starts != 0; starts &= starts - 1 {
			places = append(places, uint32(from+bits.TrailingZeros64(starts)))
		}
	}
	return places
}

// isLetter tells letters and digits of ASCII.
func isLetter(c byte) bool {
	return c-'0' <= 9 || c|caseBit-'a' <= 25
}
