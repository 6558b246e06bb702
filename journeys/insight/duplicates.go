package insight

import (
	"cmp"
	"slices"

	"klantreis/journeys/evidence"
)

const (
	maxTexts     = 60_000
	hashes       = 64 // of one sketch
	rows         = 4  // of a band: 16 bands of 4 find a likeness of a half nearly always
	shingleSize  = 4  // characters
	leastAlike   = 0.5
	shortestText = 8    // characters; a shorter text says nothing that can be compared
	crowded      = 1000 // texts in one band beyond this are not compared
	medoidOf     = 150
)

// sketch is the MinHash of the shingles of a text (Broder 1997): the share of equal places of two
// sketches estimates the Jaccard likeness of their shingles.
type sketch [hashes]uint32

// sample is one different text: where it stands first, how often it occurs, and its sketch.
type sample struct {
	hash   uint64
	source int
	line   int
	n      int
	sketch sketch
}

// samples keeps the sketches of the different texts of all sources.
type samples struct {
	shift uint // texts whose hash has these low bits zero are kept
	all   map[uint64]*sample
}

// normal writes a text as its words, so that case, accents and punctuation make no difference, and
// without numbers.
func normal(text []token, into []byte) []byte {
	into = into[:0]
	for _, t := range text {
		if !t.digits {
			into = append(append(into, t.word...), ' ')
		}
	}
	return into
}

func (s *samples) kept(hash uint64) bool { return hash&(1<<s.shift-1) == 0 }

// add counts a text, given as normal writes it.
func (s *samples) add(text []byte, source, line int) {
	hash := mix(hashBytes(text))
	if len(text) < shortestText || !s.kept(hash) {
		return
	}
	if known := s.all[hash]; known != nil {
		known.n++
		return
	}
	s.all[hash] = &sample{hash: hash, source: source, line: line, n: 1, sketch: sketchOf(text)}
	for len(s.all) > maxTexts {
		s.shift++
		for h := range s.all {
			if !s.kept(h) {
				delete(s.all, h)
			}
		}
	}
}

// hashBytes is FNV-1a, 64 bits.
func hashBytes(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// mix spreads the bits of a hash (the finaliser of SplitMix64).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

func sketchOf(text []byte) (k sketch) {
	for i := range k {
		k[i] = ^uint32(0)
	}
	for at := 0; at+shingleSize <= len(text); at++ {
		h := mix(hashBytes(text[at : at+shingleSize]))
		step := mix(h) | 1
		for i := range k { // double hashing gives the family of hash functions, the same in every run
			k[i] = min(k[i], uint32(mixLight(h)>>32))
			h += step
		}
	}
	return k
}

func mixLight(h uint64) uint64 { return (h ^ h>>29) * 0xff51afd7ed558ccd }

func (k *sketch) alike(o *sketch) float64 {
	same := 0
	for i := range k {
		if k[i] == o[i] {
			same++
		}
	}
	return float64(same) / hashes
}

// group is one question: texts that are nearly the same as its centre.
type group struct {
	medoid  *sample
	members []*sample
	n       int
}

// groups puts the texts together: the text that occurs most often takes all that are alike, then the
// next one that is left. Candidates share a band of their sketch (locality-sensitive hashing). Groups
// smaller than evidence.MinGroup are left out.
func (s *samples) groups() []group {
	all := make([]*sample, 0, len(s.all))
	for _, t := range s.all {
		all = append(all, t)
	}
	slices.SortFunc(all, func(a, b *sample) int {
		return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.source, b.source), cmp.Compare(a.line, b.line), cmp.Compare(a.hash, b.hash))
	})
	bands := map[uint64][]int32{}
	for i, t := range all {
		for b := 0; b < hashes/rows; b++ {
			if key := t.band(b); len(bands[key]) < crowded {
				bands[key] = append(bands[key], int32(i))
			}
		}
	}
	taken := make([]bool, len(all))
	var found []group
	for i, t := range all {
		if taken[i] {
			continue
		}
		taken[i] = true
		g := group{members: []*sample{t}, n: t.n}
		for b := 0; b < hashes/rows; b++ {
			for _, k := range bands[t.band(b)] {
				if !taken[k] && t.sketch.alike(&all[k].sketch) >= leastAlike {
					taken[k] = true
					g.members = append(g.members, all[k])
					g.n += all[k].n
				}
			}
		}
		if g.n >= evidence.MinGroup {
			g.medoid = medoid(g.members)
			found = append(found, g)
		}
	}
	slices.SortStableFunc(found, func(a, b group) int { return cmp.Compare(b.n, a.n) })
	return found
}

func (t *sample) band(b int) uint64 {
	h := uint64(b + 1)
	for _, v := range t.sketch[b*rows : (b+1)*rows] {
		h = mix(h*31 + uint64(v))
	}
	return h
}

// medoid is the text that is most like all others of its group, of the medoidOf most frequent ones.
func medoid(members []*sample) *sample {
	members = members[:min(len(members), medoidOf)]
	best, most := members[0], -1.0
	for _, m := range members {
		sum := 0.0
		for _, o := range members {
			sum += float64(o.n) * m.sketch.alike(&o.sketch)
		}
		if sum > most {
			best, most = m, sum
		}
	}
	return best
}
