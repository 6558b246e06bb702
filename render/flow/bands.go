package flow

import "math"

// A long journey does not fit on one line. It is cut into bands, which stand below each other
// like lines of text; each band is a graph of its own for Graphviz, with the steps in columns
// from left to right. Lines between bands run through the gutters, in route.go.

// band is a run of steps, from first up to and without last. The end of the journey, when it is
// drawn, belongs to the last band and has the index after the last step.
type band struct {
	first, last int
	column      []int // of each step, and of the end
	columns     int
}

func (b *band) holds(i int) bool { return i >= b.first && i-b.first < len(b.column) }

// at is the column of a step that the band holds.
func (b *band) at(i int) int { return b.column[i-b.first] }

// newBand puts steps into columns: every line leads to the right, a phase begins to the right of
// all that the phase before it holds, and a step to which no line leads stands to the right of
// the step before it.
func (p *planner) newBand(first, last int) *band {
	b := &band{first: first, last: last}
	start := 0 // first column of the phase
	for i := first; i < last; i++ {
		if i > first && p.steps[i].phase != p.steps[i-1].phase {
			start = b.columns
		}
		column, led := start, false
		for _, k := range p.touching[i] {
			other := p.links[k].from + p.links[k].to - i
			if !p.jumps[k] && other >= first && other < i {
				column = max(column, b.at(other)+1)
				led = led || p.links[k].kind != back
			}
		}
		if !led && i > first {
			column = max(column, b.at(i-1)+1)
		}
		b.column = append(b.column, column)
		b.columns = max(b.columns, column+1)
	}
	if last == len(p.steps) && p.hasEnd() {
		b.column = append(b.column, b.columns)
		b.columns++
	}
	return b
}

// estimate tells how large a band will be: columns with their labels, and heights as if every
// column were stacked without room for lines.
func (p *planner) estimate(b *band) extent {
	heights := make([]float64, b.columns)
	zones := make([]float64, b.columns+1) // the widest label right of each column
	runs := make([]float64, b.columns+1)
	loops, between := 0.0, 0
	for i, c := range b.column {
		if b.first+i == len(p.cells) {
			heights[c] += 2 * endRadius
			break
		}
		cell := p.cells[b.first+i]
		heights[c] += cell.above + cell.cardHeight + cell.below + p.gapY
		for _, k := range p.touching[b.first+i] {
			l := p.links[k]
			if l.from != b.first+i || p.jumps[k] {
				continue
			}
			if !b.holds(l.to) && l.to != l.from+1 {
				between++
			}
			if w := p.way(b, k); w == over {
				loops += 24
			} else {
				zones[c+1] = math.Max(zones[c+1], p.labels[k].w)
				if w != across || !l.main {
					runs[c+1]++
				}
			}
			if p.way(b, k) == across {
				for passed := c + 1; passed < b.at(l.to); passed++ {
					heights[passed] += p.gapY + laneRoom
				}
			}
		}
	}
	w, h := 0.0, 0.0
	for c := range b.columns {
		w += p.card + stubRoom + zones[c+1] + entryRoom + math.Min(runs[c+1], 4)*2*wireGap
		h = math.Max(h, heights[c])
	}
	if b.last == len(p.steps) && b.holds(b.last) {
		w -= p.card - 2*endRadius
	}
	return extent{w, h + math.Min(loops, 120) + chipRoom + 2*panelPad, between}
}

// cutsPhase reports whether a band that ends before step i leaves a phase unfinished.
func (p *planner) cutsPhase(i int) bool {
	return i < len(p.steps) && p.steps[i].phase == p.steps[i-1].phase
}

// aspect is the ideal ratio of width to height: between a screen and a sheet of A4.
const aspect = 1.85

// extent is the estimated size of a band, and how many of its lines lead to other bands, besides
// those to the next step.
type extent struct {
	w, h    float64
	leaving int
}

// split chooses the bands: as many as bring the picture nearest to its ideal form, of about the
// same width, none much wider than room, and cut between phases rather than inside one.
func (p *planner) split(room float64) []*band {
	n := len(p.steps)
	extents := p.extents(room)
	from := p.cuts(extents)
	var chosen []int
	score := math.Inf(1)
	for k := 1; k <= n; k++ {
		if from[k][n] < 0 {
			continue
		}
		ends := make([]int, k) // where each band ends
		for i, left := n, k; left > 0; left-- {
			ends[left-1] = i
			i = from[left][i]
		}
		if got := p.score(ends, extents); got < score {
			chosen, score = ends, got
		}
	}
	var bands []*band
	first := 0
	for _, last := range chosen {
		bands = append(bands, p.newBand(first, last))
		first = last
	}
	return bands
}

// extents estimates every band that is not wider than room; one step alone always may be one. The
// i-th list holds the bands that begin with step i, by their length.
func (p *planner) extents(room float64) [][]extent {
	all := make([][]extent, len(p.steps))
	for first := range all {
		for last := first + 1; last <= len(p.steps); last++ {
			e := p.estimate(p.newBand(first, last))
			if e.w > room && last > first+1 {
				break
			}
			all[first] = append(all[first], e)
		}
	}
	return all
}

// cuts finds for every number of bands the best way to cut the journey: from[k][i] is where the
// last of k bands begins that hold the first i steps, or −1.
func (p *planner) cuts(extents [][]extent) (from [][]int) {
	n := len(p.steps)
	own := make([][]float64, n) // cost of each band
	for first, list := range extents {
		for length, e := range list {
			// The fourth power weighs the widest bands most: they make the picture wide.
			c := math.Pow(e.w/p.card, 4)
			if p.cutsPhase(first + length + 1) {
				c *= 3
			}
			own[first] = append(own[first], c)
		}
	}
	cost := make([]float64, n+1) // of the first i steps in k−1 bands
	for i := range cost {
		cost[i] = math.Inf(1)
	}
	cost[0] = 0
	from = make([][]int, n+1)
	for k := 1; k <= n; k++ {
		next := make([]float64, n+1)
		from[k] = make([]int, n+1)
		for i := range next {
			next[i], from[k][i] = math.Inf(1), -1
		}
		for first := range n {
			if math.IsInf(cost[first], 1) {
				continue
			}
			for length, c := range own[first] {
				if i := first + length + 1; c+cost[first] < next[i] {
					next[i], from[k][i] = c+cost[first], first
				}
			}
		}
		cost = next
	}
	return from
}

// score tells how far a picture with these bands is from its ideal form; less is better. A phase
// cut in two counts as well.
func (p *planner) score(ends []int, extents [][]extent) float64 {
	w, h := p.minWidth(), headerRoom+legendRoom+float64(len(ends)-1)*gutterRoom
	first, inside, leaving := 0, 0.0, 0.0
	for _, last := range ends {
		e := extents[first][last-first-1]
		w, h = math.Max(w, e.w), h+e.h
		leaving += float64(e.leaving)
		if p.cutsPhase(last) {
			inside++
		}
		first = last
	}
	form := math.Abs(math.Log((w + 2*pageMargin + wireRoom) / h / aspect))
	return form + 0.6*inside/math.Max(1, float64(len(ends)-1)) + 0.8*leaving/math.Max(1, float64(len(p.links)))
}
