package signals

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// Bytes are looked at sixty-four at a time, as a block: a word with one bit per byte says which of
// them are of some kind. On amd64 with AVX2 that takes a few instructions (blocks_amd64.s); elsewhere
// eight bytes are taken at once in a register.

const blockSize = 64

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// blockMarks tell which bytes of a block of CSV are of some kind.
type blockMarks struct {
	quotes uint64
	highs  uint64 // above 127
}

// marks is what is known of a text before it is read. The zero value knows nothing.
type marks struct {
	blocks []blockMarks
	ends   []uint32 // places of the separator, LF and CR, and at last the size of the text
}

// mark looks at a text, in the memory of an earlier one; false where a machine gives no profit by it.
func (m *marks) mark(text []byte, comma byte) bool {
	if !hasBlocks {
		return false
	}
	m.blocks, m.ends = sized(m.blocks, len(text)), m.ends[:0]
	for i := 0; i < len(m.blocks); {
		n := min(len(text)/blockSize-i, 64) // not all at once, because of the room for ends
		from := text[i*blockSize:]
		if n == 0 {
			last := lastBlock(from)
			n, from = 1, last[:]
		}
		m.ends = slices.Grow(m.ends, n*blockSize+6)
		more := m.ends[len(m.ends):cap(m.ends)]
		found := markBlocks(&m.blocks[i], &more[0], &from[0], n, i*blockSize, comma)
		m.ends = m.ends[:len(m.ends)+found]
		i += n
	}
	m.ends = append(until(m.ends, len(text)), uint32(len(text)))
	return true
}

// until takes places off that are not in a text of some size.
func until(places []uint32, size int) []uint32 {
	for len(places) > 0 && int(places[len(places)-1]) >= size {
		places = places[:len(places)-1]
	}
	return places
}

// isHigh reports whether some byte between two places is above 127.
func isHigh(all []blockMarks, from, to int) bool {
	if from >= to {
		return false
	}
	first, last, mask := from/blockSize, (to-1)/blockSize, ^uint64(0)<<(from%blockSize)
	for ; first < last; first++ {
		if all[first].highs&mask != 0 {
			return true
		}
		mask = ^uint64(0)
	}
	return all[last].highs&mask<<(blockSize-1-(to-1)%blockSize) != 0
}

// nextHigh is the first byte above 127 between two places; to when there is none.
func nextHigh(all []blockMarks, from, to int) int {
	mask := ^uint64(0) << (from % blockSize)
	for k := from / blockSize; k*blockSize < to; k++ {
		if high := all[k].highs & mask; high != 0 {
			return min(to, k*blockSize+bits.TrailingZeros64(high))
		}
		mask = ^uint64(0)
	}
	return to
}

// nextQuote is the first quote between two places; to when there is none.
func nextQuote(all []blockMarks, from, to int) int {
	if from >= to {
		return to
	}
	first, last, mask := from/blockSize, (to-1)/blockSize, ^uint64(0)<<(from%blockSize)
	for ; first <= last; first++ {
		if quotes := all[first].quotes & mask; quotes != 0 {
			return min(to, first*blockSize+bits.TrailingZeros64(quotes))
		}
		mask = ^uint64(0)
	}
	return to
}

// sized makes room for the blocks of so many bytes.
func sized[T any](all []T, bytes int) []T {
	blocks := (bytes + blockSize - 1) / blockSize
	if cap(all) < blocks {
		return make([]T, blocks, blocks+blocks/4)
	}
	return all[:blocks]
}

func lastBlock(text []byte) (block [blockSize]byte) {
	copy(block[:], text)
	return block
}

// letterBlock has a bit for each letter and digit of ASCII text.
func letterBlock(text *[blockSize]byte) (all uint64) {
	for i := 0; i < blockSize; i += 8 {
		x := binary.LittleEndian.Uint64(text[i : i+8])
		// The highest bit of each byte tells whether it is one.
		lower := x | caseBits
		letters := (lower + ones*(0x80-'a')) ^ (lower + ones*(0x80-'z'-1))
		digits := (x + ones*(0x80-'0')) ^ (x + ones*(0x80-'9'-1))
		all |= gather(letters|digits) << i
	}
	return all
}

// gather puts the highest bits of eight bytes together.
func gather(x uint64) uint64 {
	return x & highs >> 7 * 0x0102040810204080 >> 56
}

// isASCII reports whether a text has no byte above 127.
func isASCII(text []byte) bool {
	for ; len(text) >= 32; text = text[32:] {
		a, b := binary.LittleEndian.Uint64(text), binary.LittleEndian.Uint64(text[8:])
		c, d := binary.LittleEndian.Uint64(text[16:]), binary.LittleEndian.Uint64(text[24:])
		if (a|b|c|d)&highs != 0 {
			return false
		}
	}
	for ; len(text) >= 8; text = text[8:] {
		if binary.LittleEndian.Uint64(text)&highs != 0 {
			return false
		}
	}
	for _, c := range text {
		if c >= 0x80 {
			return false
		}
	}
	return true
}
