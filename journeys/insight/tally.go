package insight

import (
	"cmp"
	"slices"
)

// tally counts numbers, in the order in which they are first met. It is emptied and used again for
// part after part, so it keeps its memory.
type tally struct {
	keys  []uint64
	n     []int32
	slots []int32 // place in keys, plus one; a power of two
}

// add counts a key so many times more.
func (t *tally) add(key uint64, more int32) {
	if 2*len(t.keys) >= len(t.slots) {
		t.grow()
	}
	mask := uint64(len(t.slots) - 1)
	for at := mix(key) & mask; ; at = (at + 1) & mask {
		switch i := t.slots[at]; {
		case i == 0:
			t.keys, t.n = append(t.keys, key), append(t.n, more)
			t.slots[at] = int32(len(t.keys))
			return
		case t.keys[i-1] == key:
			t.n[i-1] += more
			return
		}
	}
}

func (t *tally) grow() {
	t.slots = make([]int32, max(1024, 2*len(t.slots)))
	mask := uint64(len(t.slots) - 1)
	for i, key := range t.keys {
		at := mix(key) & mask
		for t.slots[at] != 0 {
			at = (at + 1) & mask
		}
		t.slots[at] = int32(i + 1)
	}
}

func (t *tally) reset() {
	clear(t.slots)
	t.keys, t.n = t.keys[:0], t.n[:0]
}

// two packs two numbers into a key.
func two(a, b int32) uint64 { return uint64(uint32(a))<<32 | uint64(uint32(b)) }

func untwo(key uint64) (a, b int32) { return int32(key >> 32), int32(uint32(key)) }

// sparse counts by small numbers, of which few occur; sorted.
type sparse []struct{ at, n int32 }

func (s *sparse) add(at int32) {
	i, known := slices.BinarySearchFunc(*s, at, func(c struct{ at, n int32 }, at int32) int { return cmp.Compare(c.at, at) })
	if known {
		(*s)[i].n++
		return
	}
	*s = slices.Insert(*s, i, struct{ at, n int32 }{at, 1})
}

// most is the number that counts most, the smallest of those that count alike; 0: there is none.
func (s sparse) most() (at int32) {
	n := int32(0)
	for _, c := range s {
		if c.n > n {
			at, n = c.at, c.n
		}
	}
	return at
}
