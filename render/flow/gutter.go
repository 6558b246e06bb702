package flow

import (
	"math"
	"slices"

	"klantreis/render/drawing"
)

// Lines between bands. From one band to the next a line runs through the gutter between them; over
// a longer distance it runs through two gutters and the margin at the left.

// near is how many steps on or back a line still runs through in a journey with many lines.
const near = 4

// maxWires is how many lines between bands may run through the gutters, besides those from one step
// to the next. Above it they are not drawn through but name their target.
const maxWires = 8

// chooseBands splits the journey and decides which lines between bands are drawn through. Those to
// the next step always are.
func (p *planner) chooseBands(room float64) []*band {
	bands := p.split(room)
	if len(p.far(bands)) <= maxWires {
		return bands
	}
	for k, l := range p.links {
		if !p.jumps[k] && (l.to-l.from > near || l.from-l.to > near) {
			p.jump(k)
		}
	}
	bands = p.split(room)
	for _, k := range p.far(bands) {
		p.jump(k)
	}
	return bands
}

// far lists the lines that leave their band, other than to the next step.
func (p *planner) far(bands []*band) []int {
	var far []int
	for k, l := range p.links {
		if l.to == l.from+1 || p.jumps[k] {
			continue
		}
		if slices.ContainsFunc(bands, func(b *band) bool { return b.holds(l.from) != b.holds(l.to) }) {
			far = append(far, k)
		}
	}
	return far
}

// jump lets a line end in a box below its step, which names its target.
func (p *planner) jump(k int) {
	p.jumps[k] = true
	p.hang(p.links[k].from)
}

// noJumps lets all lines run again, for bands of another length.
func (p *planner) noJumps() {
	clear(p.jumps)
	for i := range p.cells {
		p.hang(i)
	}
}

// crossing is a line between bands, with its runs through gutters; gutter n lies above band n.
type crossing struct {
	link     int
	from, to int // gutters
	runs     [2]*run
	lane     *run // in the margin, when the gutters differ
}

// routeGutters leads the lines between bands. The columns have their places; the bands do not have
// their heights yet. It returns the thickness of what runs through each gutter.
func (g *page) routeGutters() []float64 {
	gutters := make([][]*run, len(g.bands)+1)
	links := make([][]int, len(g.bands)+1)
	for k, l := range g.links {
		w := g.wires[k]
		if w.arrival == nil {
			continue
		}
		leave, arrive := w.legs[len(w.legs)-1].run.at, w.arrival[0].run.at
		c := crossing{link: k, from: g.bandOf(l.from) + 1, to: g.bandOf(l.to)}
		if l.kind == back {
			c.from, c.to = c.from-1, c.to+1
		}
		half := lineWidth(l.weight) / 2
		add := func(n int, r *run) *run {
			r.half = half
			gutters[n], links[n] = append(gutters[n], r), append(links[n], k)
			return r
		}
		if c.from == c.to {
			r := &run{lo: math.Min(leave, arrive), hi: math.Max(leave, arrive), before: []float64{leave}, after: []float64{arrive}}
			if l.kind == back {
				r.before, r.after = r.after, r.before
			}
			c.runs[0] = add(c.from, r)
			w.add(false, c.runs[0])
		} else {
			out, in := &run{lo: -beyond, hi: leave, before: []float64{leave}}, &run{lo: -beyond, hi: arrive, after: []float64{arrive}}
			if l.kind == back {
				out, in = &run{lo: -beyond, hi: leave, after: []float64{leave}}, &run{lo: -beyond, hi: arrive, before: []float64{arrive}}
			}
			c.runs = [2]*run{add(c.from, out), add(c.to, in)}
			c.lane = &run{half: half}
			w.add(false, c.runs[0])
			w.add(true, c.lane)
			w.add(false, c.runs[1])
		}
		w.legs = append(w.legs, w.arrival...)
		g.crossings = append(g.crossings, c)
	}
	thick := make([]float64, len(gutters))
	for n, runs := range gutters {
		var stuck []int
		thick[n], stuck = pack(runs)
		for _, i := range stuck {
			g.refused = append(g.refused, links[n][i])
		}
	}
	return thick
}

func (g *page) bandOf(step int) int {
	return slices.IndexFunc(g.bands, func(b *placed) bool { return b.holds(step) })
}

// routeLanes leads the long lines through the margin, left of x, once the gutters have their
// heights. It returns the width of the lanes.
func (g *page) routeLanes(x float64) float64 {
	var lanes []*run
	for _, c := range g.crossings {
		if c.lane == nil {
			continue
		}
		a, z := c.runs[0].at, c.runs[1].at
		c.lane.lo, c.lane.hi, c.lane.after = math.Min(a, z), math.Max(a, z), []float64{a, z}
		lanes = append(lanes, c.lane)
	}
	thick, _ := pack(lanes)
	for _, r := range lanes {
		r.at += x - thick
	}
	return thick
}

// join makes the corners of all wires.
func (g *page) join() {
	for k, w := range g.wires {
		if len(w.legs) == 0 {
			continue
		}
		w.points = []drawing.Point{g.start(k)}
		for n := range w.legs[1:] {
			a, z := w.legs[n], w.legs[n+1]
			if a.upright {
				a, z = z, a
			}
			w.points = append(w.points, drawing.Point{X: z.run.at, Y: a.run.at})
		}
		w.points = append(w.points, g.finish(k))
	}
}

// start is where a line leaves its step.
func (g *page) start(k int) drawing.Point {
	card, e := g.cardBox(g.links[k].from), g.ends[k]
	if e.out.top {
		return drawing.Point{X: g.wires[k].legs[0].run.at, Y: card.Y}
	}
	return drawing.Point{X: card.X + card.W, Y: g.wires[k].legs[0].run.at}
}

// finish is where a line meets its target.
func (g *page) finish(k int) drawing.Point {
	card, e := g.cardBox(g.links[k].to), g.ends[k]
	legs := g.wires[k].legs
	if e.in.top {
		return drawing.Point{X: legs[len(legs)-1].run.at, Y: card.Y}
	}
	return drawing.Point{X: card.X, Y: legs[len(legs)-1].run.at}
}
