package signals

import (
	"encoding/binary"
	"math/bits"
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
	ends   uint64 // the separator, LF or CR
	quotes uint64
	highs  uint64 // above 127
}

// marks tells of all bytes of text of which kind they are. It uses the memory of all, and is nil where a
// machine gives no profit by it.
func marks(all []blockMarks, text []byte, comma byte) []blockMarks {
	if !hasBlocks {
		return nil
	}
	all = sized(all, len(text))
	whole := len(text) / blockSize
	if whole > 0 {
		markBlocks(&all[0], &text[0], whole, comma)
	}
	if whole < len(all) {
		last := lastBlock(text[whole*blockSize:])
		markBlocks(&all[whole], &last[0], 1, comma)
		all[whole].ends &= 1<<(len(text)%blockSize) - 1
	}
	return all
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

// letters says which bytes of an ASCII text are letters or digits, in as many words as it has blocks.
func letters(all []uint64, text []byte) {
	whole := len(text) / blockSize
	for i := range whole {
		all[i] = letterBlock((*[blockSize]byte)(text[i*blockSize:]))
	}
	if whole < len(all) {
		last := lastBlock(text[whole*blockSize:])
		all[whole] = letterBlock(&last)
	}
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

// nextMark is the first marked place from i on; size, that of the text, when there is none.
func nextMark(all []blockMarks, i, size int) int {
	block := i / blockSize
	if block >= len(all) {
		return size
	}
	if rest := all[block].ends >> (i % blockSize); rest != 0 {
		return i + bits.TrailingZeros64(rest)
	}
	for block++; block < len(all); block++ {
		if all[block].ends != 0 {
			return block*blockSize + bits.TrailingZeros64(all[block].ends)
		}
	}
	return size
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
