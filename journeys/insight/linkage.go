package insight

import "math"

// link puts n things together by average linkage (UPGMA; Sokal & Michener 1958): two clusters become one as
// long as their members are alike by at least `least` on average, the most alike ones first. So one member
// in between cannot chain what differs, as in single linkage. It gives the cluster of each, numbered in the
// order of their first members. alike holds n×n likenesses, and is used up.
func link(alike []float32, n int, least float32) []int {
	size := make([]float32, n)
	within := make([]float32, n)
	near := func(i, k int) float32 { return alike[i*n+k] / float32(math.Sqrt(float64(within[i]*within[k]))) }
	cluster := make([]int, n)
	best := make([]int, n) // the cluster after this one that is most like it; n: none
	gone := make([]bool, n)
	search := func(i int) {
		best[i] = n
		for k := i + 1; k < n; k++ {
			if !gone[k] && near(i, k) >= least && (best[i] == n || near(i, k) > near(i, best[i])) {
				best[i] = k
			}
		}
	}
	for i := range n {
		size[i], within[i], cluster[i] = 1, 1, i
	}
	for i := range n {
		search(i)
	}
	for {
		a := n
		for i := range n {
			if !gone[i] && best[i] < n && (a == n || near(i, best[i]) > near(a, best[a])) {
				a = i
			}
		}
		if a == n {
			break
		}
		b := best[a]
		gone[b] = true
		for k := range n {
			if gone[k] || k == a {
				continue
			}
			mean := (size[a]*alike[a*n+k] + size[b]*alike[b*n+k]) / (size[a] + size[b])
			alike[a*n+k], alike[k*n+a] = mean, mean
		}
		all := size[a] + size[b]
		within[a] = (size[a]*size[a]*within[a] + size[b]*size[b]*within[b] + 2*size[a]*size[b]*alike[a*n+b]) / (all * all)
		size[a] = all
		for i := range cluster {
			if cluster[i] == b {
				cluster[i] = a
			}
		}
		for i := range n {
			if gone[i] {
				continue
			}
			switch {
			case i == a || best[i] == a || best[i] == b:
				search(i)
			case i < a && near(i, a) >= least && (best[i] == n || near(i, a) > near(i, best[i])):
				best[i] = a
			}
		}
	}
	return cluster
}
