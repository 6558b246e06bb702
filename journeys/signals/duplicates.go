package signals

import "slices"

// maxIDs bounds how many ids are remembered per source, and so the memory that this takes
// (16 bytes each, 64 MB). Behind that many, doubles are not looked for; the source says so.
const maxIDs = 4 << 20

// seenIDs remembers which ids a source has had, as 64-bit sums in an open table. Among four
// million different ids, two share a sum once in two million runs.
type seenIDs struct {
	table []uint64
	n     int
	full  bool
}

// idSum is the FNV-1a sum of an id, without its lowest bit: 0 is no id, and a free place in the table.
func idSum(id []byte) uint64 {
	if len(id) == 0 {
		return 0
	}
	sum := uint64(14695981039346656037)
	for _, c := range id {
		sum = (sum ^ uint64(c)) * 1099511628211
	}
	return sum | 1
}

// again reports whether an id with that sum was seen before, and remembers it.
func (s *seenIDs) again(sum uint64) bool {
	if 2*s.n >= len(s.table) && s.n < maxIDs {
		s.grow()
	}
	i, found := s.find(sum)
	if found {
		return true
	}
	if s.n >= maxIDs {
		s.full = true
		return false
	}
	s.table[i] = sum
	s.n++
	return false
}

func (s *seenIDs) find(sum uint64) (int, bool) {
	mask := uint64(len(s.table) - 1)
	for i := (sum >> 1) & mask; ; i = (i + 1) & mask {
		if s.table[i] == 0 || s.table[i] == sum {
			return int(i), s.table[i] == sum
		}
	}
}

func (s *seenIDs) grow() {
	old := s.table
	s.table = make([]uint64, max(1024, 2*len(old)))
	for _, sum := range old {
		if sum != 0 {
			i, _ := s.find(sum)
			s.table[i] = sum
		}
	}
}

// clone copies the ids, so that what is added to the copy can be forgotten.
func (s *seenIDs) clone() seenIDs {
	return seenIDs{table: slices.Clone(s.table), n: s.n, full: s.full}
}
