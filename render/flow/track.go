package flow

import "math"

// A channel is an empty strip between boxes in which wires run side by side: upright between two
// columns of steps, level between two rows of them. All channels are packed by the same rule.

// run is a straight stretch of a wire along a channel. Where it stands across the channel is found
// by pack.
type run struct {
	lo, hi float64 // along the channel
	// before and after are the places along the channel where the wire comes from, or goes to, its
	// near and its far side.
	before, after []float64
	half          float64 // half the width of the wire
	low, high     float64 // room for a label, before and after the line
	at            float64 // across the channel
}

const (
	wireGap   = 9  // between parallel wires
	bendSpace = 12 // along the channel, between the ends of two runs in one line
)

// pack gives every run its place, from 0 on, so that wires cross as seldom as a greedy choice can
// do, and so that none lies upon another. It returns the thickness of all, and the runs for which
// that failed.
func pack(runs []*run) (thickness float64, stuck []int) {
	order, stuck := arrange(runs)
	for n, i := range order {
		r := runs[i]
		r.at = r.half + r.low
		for _, j := range order[:n] {
			if o := runs[j]; o.lo < r.hi+bendSpace && r.lo < o.hi+bendSpace {
				r.at = math.Max(r.at, o.at+o.half+o.high+wireGap+r.low+r.half)
			}
		}
		thickness = math.Max(thickness, r.at+r.half+r.high)
	}
	return thickness, stuck
}

// arrange orders the runs of a channel from its near to its far side.
func arrange(runs []*run) (order, stuck []int) {
	n := len(runs)
	cost := make([]float64, n) // what placing a run next costs, against placing it later
	blocked := make([]int, n)  // by how many of the runs that are left
	clash := make([][]bool, n) // clash[i][j]: i may not stand before j
	delta := make([][]float64, n)
	for i, r := range runs {
		clash[i], delta[i] = make([]bool, n), make([]float64, n)
		for j, o := range runs {
			if i == j {
				continue
			}
			clash[i][j] = meets(r, o)
			delta[i][j] = crossings(r, o) - crossings(o, r)
			cost[i] += delta[i][j]
			if clash[i][j] {
				blocked[i]++
			}
		}
	}
	done := make([]bool, n)
	for range n {
		best := -1
		for i := range n {
			if done[i] {
				continue
			}
			if best < 0 || blocked[i] < blocked[best] || blocked[i] == blocked[best] && cost[i] < cost[best]-1e-9 {
				best = i
			}
		}
		if blocked[best] > 0 {
			stuck = append(stuck, best)
		}
		done[best] = true
		order = append(order, best)
		for i := range n {
			if clash[i][best] {
				blocked[i]--
			}
			cost[i] -= delta[i][best]
		}
	}
	return order, stuck
}

// crossings counts how often two wires cross when r stands before o.
func crossings(r, o *run) float64 {
	n := 0.0
	for _, p := range r.after {
		if p > o.lo && p < o.hi {
			n++
		}
	}
	for _, p := range o.before {
		if p > r.lo && p < r.hi {
			n++
		}
	}
	return n
}

// meets reports whether r, when it stands before o, would lie upon it where both leave the channel.
func meets(r, o *run) bool {
	for _, p := range r.after {
		for _, q := range o.before {
			if math.Abs(p-q) < r.half+o.half+4 {
				return true
			}
		}
	}
	return false
}
