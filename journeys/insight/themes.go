package insight

import (
	"cmp"
	"slices"

	"klantreis/journeys/evidence"
)

const (
	themeReach = 2 // words of a question that stand this near each other make a link
	mostThemes = 12
	themeWords = 5
)

// themeTally is a set of questions of one topic that are asked in different words about the same.
type themeTally struct {
	topic        int
	groups       []int
	n, unclaimed int
	words        map[int32]int32
	order        []int32 // as they were met, most asked question first
}

// themes brings questions of one topic together: those that share two words that stand near each
// other in both, such as "wanneer" and "uitbetaald", and those that hang together through others.
func (s *study) themes() []*themeTally {
	parent := make([]int, len(s.asked))
	for i := range parent {
		parent[i] = i
	}
	root := func(i int) int {
		for parent[i] != i {
			i = parent[i]
		}
		return i
	}
	type link struct {
		topic int
		pair  pair
	}
	first := map[link]int{}
	for i, q := range s.asked {
		topic, words := q.topic(), s.usual(q)
		for a := range words {
			for b := a + 1; b < len(words) && b <= a+themeReach; b++ {
				key := link{topic, newPair(words[a], words[b])}
				if k, known := first[key]; known {
					x, y := root(k), root(i)
					parent[max(x, y)] = min(x, y)
				} else {
					first[key] = i
				}
			}
		}
	}
	var all []*themeTally
	of := map[int]*themeTally{}
	for i, q := range s.asked {
		t := of[root(i)]
		if t == nil {
			t = &themeTally{topic: q.topic(), words: map[int32]int32{}}
			of[root(i)] = t
			all = append(all, t)
		}
		t.groups = append(t.groups, i)
		t.n += q.n
		t.unclaimed += q.unclaimed
		for _, id := range s.usual(q) {
			if t.words[id] == 0 {
				t.order = append(t.order, id)
			}
		}
		for id, n := range q.words {
			if int(id) < s.vocabulary.telling {
				t.words[id] += n
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *themeTally) int { return cmp.Compare(b.n, a.n) })
	return all
}

// usual is what most of a question says, in the order of its most typical text.
func (s *study) usual(q *groupTally) []int32 {
	var words []int32
	for _, id := range q.order {
		if 2*int(q.words[id]) >= q.n && int(q.words[id]) >= evidence.MinGroup {
			words = append(words, id)
		}
	}
	return words
}

// label is the words that a theme is known by: those that most of its records share.
func (s *study) label(t *themeTally) []string {
	most := slices.Clone(t.order)
	slices.SortStableFunc(most, func(a, b int32) int { return cmp.Compare(t.words[b], t.words[a]) })
	var words []string
	for _, id := range most[:min(len(most), themeWords)] {
		words = append(words, s.vocabulary.words[id])
	}
	return words
}
