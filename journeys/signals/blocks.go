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

// marks says which bytes of text are the separator or end a line. It uses the memory of all, and is
// nil where a machine gives no profit by it.
func marks(all []uint64, text []byte, comma byte) []uint64 {
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
		all[whole] &= 1<<(len(text)%blockSize) - 1
	}
	return all
}

// letters says which bytes of an ASCII text are letters or digits, in the memory of all.
func letters(all []uint64, text []byte) []uint64 {
	all = sized(all, len(text))
	whole := len(text) / blockSize
	if hasBlocks && whole > 0 {
		letterBlocks(&all[0], &text[0], whole)
	} else {
		for i := range whole {
			all[i] = letterBlock((*[blockSize]byte)(text[i*blockSize:]))
		}
	}
	if whole < len(all) {
		last := lastBlock(text[whole*blockSize:])
		all[whole] = letterBlock(&last)
	}
	return all
}

// sized makes room for the blocks of so many bytes.
func sized(all []uint64, bytes int) []uint64 {
	blocks := (bytes + blockSize - 1) / blockSize
	if cap(all) < blocks {
		return make([]uint64, blocks, blocks+blocks/4)
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
func nextMark(all []uint64, i, size int) int {
	block := i / blockSize
	if block >= len(all) {
		return size
	}
	if rest := all[block] >> (i % blockSize); rest != 0 {
		return i + bits.TrailingZeros64(rest)
	}
	for block++; block < len(all); block++ {
		if all[block] != 0 {
			return block*blockSize + bits.TrailingZeros64(all[block])
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
