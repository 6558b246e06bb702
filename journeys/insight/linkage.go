package insight

import "math"

// link puts n things together, the most alike first, as long as two clusters are alike by at least `least`:
// the mean likeness of their members, one of each, over how alike the members are within both (the cosine of
// the centroids, where likenesses are cosines). That is average linkage (UPGMA; Sokal & Michener 1958) by
// which a cluster of many wordings is not held to be less alike only because it is varied. One member in
// between cannot chain what differs, as in single linkage. It gives the cluster of each: the number of
// its first member. alike holds n×n likenesses, 1 on the diagonal, and is used up.
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
