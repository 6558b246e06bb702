package insight

import (
	"cmp"
	"encoding/binary"
	"slices"
	"sync/atomic"
)

const (
	maxTexts     = 60_000
	maxQuestions = 20_000
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

// sample is one different text: how often it occurs, where, and its sketch. Its wordings differ in what makes
// no difference here: case, signs, numbers and names. What is kept of it is that of the wording of the lowest
// rank (see cutter.wording), and not of the one that came first, because the order of records says nothing.
type sample struct {
	hash    uint64
	n       int
	wording atomic.Uint64 // of what stands below; 0: nothing does yet
	sketch  sketch
	phrases []pair  // words that follow each other
	words   []heard // stop words too, in the order of the text

	unclaimed int
	topics    sparse
	months    sparse
	spans     sparse
}

// betterSaid tells whether a wording is to be kept rather than the one that is.
func (t *sample) betterSaid(wording uint64) bool {
	kept := t.wording.Load()
	return kept == 0 || wording < kept
}

// samples keeps the different texts of all sources.
type samples struct {
	shift atomic.Uint32 // texts whose hash has these low bits zero are kept
	index places        // by hash
	all   []*sample
}

// kept tells whether a text belongs to the samples. Later it may not do so any more, but what does in
// the end has always done.
func (s *samples) kept(hash uint64) bool { return hash&(1<<s.shift.Load()-1) == 0 }

// add counts a text.
func (s *samples) add(t textCount) {
	if !s.kept(t.hash) {
		return
	}
	if i, known := s.index.find(t.hash); known {
		s.all[i].n += int(t.n)
		return
	}
	s.index.put(t.hash, int32(len(s.all)))
	s.all = append(s.all, &sample{hash: t.hash, n: int(t.n)})
	for len(s.all) > maxTexts {
		s.shift.Add(1)
		s.all = slices.DeleteFunc(s.all, func(t *sample) bool { return !s.kept(t.hash) })
		s.index = places{}
		for i, t := range s.all {
			s.index.put(t.hash, int32(i))
		}
	}
}

// mix spreads the bits of a hash (the finaliser of SplitMix64).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// turns are the odd numbers of multiply-shift hashing (Dietzfelbinger e.a. 1997), one per place of a
// sketch: a family of hash functions that is the same in every run.
var turns = func() (all [hashes]uint64) {
	for i := range all {
		all[i] = mix(uint64(i)+1) | 1
	}
	return all
}()

func sketchOf(text []byte) (k sketch) {
	for i := range k {
		k[i] = ^uint32(0)
	}
	for at := 0; at+shingleSize <= len(text); at++ {
		h := mix(uint64(binary.LittleEndian.Uint32(text[at:])))
		for i, turn := range turns {
			k[i] = min(k[i], uint32(h*turn>>32))
		}
	}
	return k
}

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
	members []*sample // the most frequent first
	n       int
}

// groups puts the texts together: the text that occurs most often takes all that are alike, then the
// next one that is left; of two that occur as often the one with fewer words, which asks with less around it,
// and then the hash of the text decides. Texts of different topics stay apart. Candidates share a band of their
// sketch (locality-sensitive hashing). The maxQuestions largest are kept.
func (s *samples) groups() []group {
	all := slices.Clone(s.all)
	slices.SortFunc(all, func(a, b *sample) int {
		return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(len(a.words), len(b.words)), cmp.Compare(a.hash, b.hash))
	})
	bands := map[uint64][]int32{}
	for i, t := range all {
		for b := 0; b < hashes/rows; b++ {
			if key := t.band(b); len(bands[key]) < crowded {
				bands[key] = append(bands[key], int32(i))
			}
		}
	}
	topics := make([]int32, len(all))
	for i, t := range all {
		topics[i] = t.topics.most()
	}
	taken := make([]bool, len(all))
	var found []group
	for i, t := range all {
		if taken[i] {
			continue
		}
		taken[i] = true
		members := []int32{int32(i)}
		for b := 0; b < hashes/rows; b++ {
			for _, k := range bands[t.band(b)] {
				if !taken[k] && topics[k] == topics[i] && t.sketch.alike(&all[k].sketch) >= leastAlike {
					taken[k] = true
					members = append(members, k)
				}
			}
		}
		slices.Sort(members)
		g := group{}
		for _, k := range members {
			g.members = append(g.members, all[k])
			g.n += all[k].n
		}
		found = append(found, g)
	}
	slices.SortStableFunc(found, func(a, b group) int { return cmp.Compare(b.n, a.n) })
	found = found[:min(len(found), maxQuestions)]
	for i := range found {
		found[i].medoid = medoid(found[i].members)
	}
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
