package insight

import (
	"cmp"
	"math"
	"slices"

	"klantreis/journeys/evidence"
)

const (
	mostThemes = 12
	themeWords = 5

	linkedQuestions = 400  // of one topic that are put together in pairs; the others join the nearest theme
	leastLinked     = 0.26 // likeness of two themes that are one
	leastJoined     = 0.35 // likeness of a question and the theme that it joins
	besideAsking    = 0.4  // weight of a word outside the sentences that ask
	ofVague         = 0.5  // weight of a word that says little
	ofCompound      = 0.35 // weight of a part of a compound
)

// themeTally is a set of questions of one topic that are asked in different words about the same.
type themeTally struct {
	topic        int
	groups       []int
	n, unclaimed int
	words        map[int32]int32
	order        []int32   // as they were met, most asked question first
	quotes       [][]quote // of each of its quotedOf largest questions
}

// themes brings the questions of each topic together that ask the same in other words. Questions are
// compared by the forms of their words (see forms), of which a rare one weighs more (tf-idf within the
// topic, cosine), those in a sentence that asks most of all; and put together by average linkage, so that
// a theme holds together as a whole.
func (s *study) themes() []*themeTally {
	f := newForms(s.vocabulary)
	s.forms = f
	perTopic := make([][]int, len(s.topics))
	for i, q := range s.asked {
		perTopic[q.topic()] = append(perTopic[q.topic()], i)
	}
	var all []*themeTally
	for topic, groups := range perTopic {
		for _, members := range together(s.vectors(f, groups)) {
			t := &themeTally{topic: topic, words: map[int32]int32{}}
			for _, m := range members {
				s.join(t, groups[m])
			}
			t.quotes = make([][]quote, min(len(t.groups), quotedOf))
			all = append(all, t)
		}
	}
	slices.SortStableFunc(all, func(a, b *themeTally) int {
		return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.groups[0], b.groups[0]))
	})
	return all
}

// join adds a question to a theme.
func (s *study) join(t *themeTally, group int) {
	q := s.asked[group]
	t.groups = append(t.groups, group)
	t.n += q.n
	t.unclaimed += q.unclaimed
	for _, id := range q.order {
		if t.words[id] == 0 {
			t.order = append(t.order, id)
		}
	}
	for id, n := range q.words {
		t.words[id] += n
	}
}

// feature is a form of a question with its weight.
type feature struct {
	form   form
	weight float32
}

// vectors gives the questions of a topic as features of length 1, each sorted by form.
func (s *study) vectors(f *forms, groups []int) [][]feature {
	all := make([][]feature, len(groups))
	texts := map[form]float64{}
	for i, g := range groups {
		all[i] = f.features(s.vocabulary, s.asked[g].said)
		for _, one := range all[i] {
			texts[one.form]++
		}
	}
	for _, v := range all {
		sum := 0.0
		for i := range v {
			n := texts[v[i].form]
			weight := float64(v[i].weight) * math.Log(1+float64(len(groups))/(2*n))
			if f.vague[v[i].form] {
				weight *= ofVague
			}
			if n == 1 && len(groups) > 1 {
				weight *= onlyHere
			}
			v[i].weight = float32(weight)
			sum += weight * weight
		}
		for i := range v {
			v[i].weight /= float32(math.Sqrt(sum))
		}
	}
	return all
}

// onlyHere is the weight of a form that no other question of the topic has: it tells them less apart than
// its rareness says.
const onlyHere = 0.5

// features are the forms of a text, each with the most that it weighs.
func (f *forms) features(v *vocabulary, said []heard) (all []feature) {
	asks := slices.ContainsFunc(said, func(h heard) bool { return h.asks })
	add := func(one form, weight float32) {
		at, known := slices.BinarySearchFunc(all, one, func(o feature, one form) int { return cmp.Compare(o.form, one) })
		if !known {
			all = slices.Insert(all, at, feature{form: one})
		}
		all[at].weight = max(all[at].weight, weight)
	}
	stop := func(h heard) bool { return int(h.word) >= v.telling && int(h.word) < v.shown }
	for i := 0; i < len(said); i++ {
		h := said[i]
		if stop(h) {
			continue
		}
		weight := float32(1)
		if asks && !h.asks {
			weight = besideAsking
		}
		one := f.of[h.word]
		for _, o := range said {
			if whole, known := f.apart[newPair(o.word, h.word)]; known && stop(o) {
				one = whole
			}
		}
		if i+1 < len(said) {
			if whole, known := f.joint[newPair(h.word, said[i+1].word)]; known {
				one = whole
				i++
			}
		}
		add(one, weight)
		for _, part := range f.parts[one] {
			add(part, weight*ofCompound)
		}
	}
	return all
}

// together puts vectors into clusters, in the order of their first members.
func together(all [][]feature) [][]int {
	n := min(len(all), linkedQuestions)
	alike := make([]float32, n*n)
	index := map[form][]int32{}
	for i, v := range all[:n] {
		for _, one := range v {
			for _, k := range index[one.form] {
				alike[i*n+int(k)] += one.weight * weightOf(all[k], one.form)
			}
			index[one.form] = append(index[one.form], int32(i))
		}
	}
	for i := range n {
		for k := range i {
			alike[k*n+i] = alike[i*n+k]
		}
	}
	var clusters [][]int
	var sums []map[form]float32
	place := map[int]int{}
	for i, c := range link(alike, n, leastLinked) {
		at, known := place[c]
		if !known {
			at = len(clusters)
			place[c] = at
			clusters, sums = append(clusters, nil), append(sums, map[form]float32{})
		}
		clusters[at] = append(clusters[at], i)
		for _, one := range all[i] {
			sums[at][one.form] += one.weight
		}
	}
	// The questions that are left join the cluster to whose members they are most alike on average.
	size := make([]float32, len(clusters))
	holds := map[form][]int32{}
	for i, c := range clusters {
		size[i] = float32(len(c))
	}
	for i, sum := range sums {
		for one := range sum {
			holds[one] = append(holds[one], int32(i))
		}
	}
	for i := n; i < len(all); i++ {
		likeness := map[int32]float32{}
		for _, one := range all[i] {
			for _, c := range holds[one.form] {
				likeness[c] += one.weight * sums[c][one.form] / size[c]
			}
		}
		best := int32(-1)
		for c, l := range likeness {
			if l >= leastJoined && (best < 0 || l > likeness[best] || l == likeness[best] && c < best) {
				best = c
			}
		}
		if best < 0 {
			clusters = append(clusters, []int{i})
			continue
		}
		clusters[best] = append(clusters[best], i)
	}
	return clusters
}

func weightOf(v []feature, one form) float32 {
	at, known := slices.BinarySearchFunc(v, one, func(o feature, one form) int { return cmp.Compare(o.form, one) })
	if !known {
		return 0
	}
	return v[at].weight
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

// label is the words that a theme is known by: those that most of its records share, and
// evidence.MinGroup at least.
func (s *study) label(t *themeTally) []string {
	shared := slices.DeleteFunc(slices.Clone(t.order), func(id int32) bool { return t.words[id] < evidence.MinGroup })
	most := slices.DeleteFunc(slices.Clone(shared), func(id int32) bool { return s.forms.vague[s.forms.of[id]] })
	if len(most) == 0 {
		most = shared
	}
	slices.SortStableFunc(most, func(a, b int32) int { return cmp.Compare(t.words[b], t.words[a]) })
	var words []string
	for _, id := range most[:min(len(most), themeWords)] {
		words = append(words, s.vocabulary.words[id])
	}
	return words
}
