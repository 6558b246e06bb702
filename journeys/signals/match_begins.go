package signals

import (
	"math/bits"
	"unicode/utf8"
)

// beginTables tell of the first six bytes of a word whether a target may begin so. The targets lie in eight
// heaps. For each of the six positions there are 32 bytes, by the lowest five bits of what stands there
// (which do not tell upper from lower case), with a bit for each heap that has a target with that. A narrow position looks at
// four bits only, which costs a third, and does not tell a from q; its bytes are there twice.
// Letters and digits are told by 16 bytes for the low half of a byte and 16 for the high one; both
// have a bit in common.
type beginTables struct {
	position [beginSize][32]byte
	letters  [2][16]byte
}

const (
	beginSize = 6 // bytes that are looked at
	heaps     = 8
)

// isWide tells which positions are not narrow. With these two, half as many words of Dutch texts pass that are no target as
// with six narrow ones, and fewer than with four wide ones, which cost more.
func isWide(position int) bool { return position == 2 || position == 3 }

// newBeginTables deals the targets over the heaps, each to the one that it makes the least larger.
func newBeginTables(targets []target) *beginTables {
	x := &beginTables{}
	for c := range byte(0x80) {
		if isLetter(c) {
			x.letters[0][c&15] |= 1 << (c >> 4)
			x.letters[1][c>>4] |= 1 << (c >> 4)
		}
	}
	var all [heaps][beginSize]uint32 // per position a bit for each of the 32 that a heap has
	for _, t := range targets {
		if !isLetter(t.text[0]) {
			continue // it does not begin a word of ASCII
		}
		own := beginBits(t)
		best, least := 0, -1
		for heap := range all {
			if more := beginnings(all[heap], own) - beginnings(all[heap], all[heap]); least < 0 || more < least {
				best, least = heap, more
			}
		}
		for k := range own {
			all[best][k] |= own[k]
		}
	}
	for heap, positions := range all {
		for k, those := range positions {
			for i := range x.position[k] {
				x.position[k][i] |= byte(those>>i&1) << heap
			}
		}
	}
	return x
}

// beginBits has, for each position of a target, a bit for what may stand there: behind its end, and where it has a
// space, anything.
func beginBits(t target) (all [beginSize]uint32) {
	for k := range all {
		if t.mask>>(8*k)&0xff == 0 {
			all[k] = ^uint32(0)
			continue
		}
		all[k] = 1 << (t.text[k] & 31)
		if !isWide(k) {
			all[k] |= 1 << (t.text[k]&31 ^ 16)
		}
	}
	return all
}

// beginnings is how many the heap lets pass that has the bits of both.
func beginnings(a, b [beginSize]uint32) int {
	size := 1
	for k := range a {
		size *= bits.OnesCount32(a[k] | b[k])
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
func isBehindASCII(b *[beginSize - 1]byte) bool {
	return b[0]|b[1]|b[2]|b[3]|b[4] < utf8.RuneSelf
}

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
