package flow

import (
	"cmp"
	"math"
	"slices"

	"klantreis/render/drawing"
)

// A line from one band to a later one leaves at the right side, goes down, back through the
// gutter and into the margin at the left, like the eye of a reader. A line back to an earlier
// band goes up through the left margin.

// near is how many steps on or back a line still runs through in a journey with many lines.
const near = 4

// chooseBands splits the journey and decides which lines between bands are drawn through. Those
// to the next step always are.
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
	p.labels[k] = nil
	p.cells[p.links[k].from].jump(p, k)
}

// laneOf gives each wire in the left margin its lane, counted from the inside.
type laneOf map[int]int

func (l laneOf) width() float64 {
	most := -1
	for _, lane := range l {
		most = max(most, lane)
	}
	if most < 0 {
		return 0
	}
	return laneStart + float64(most)*lanePitch
}

// leftLanes spreads the wires in the left margin so that no two lie on each other; shorter ones
// stand further inside.
func (g *page) leftLanes() {
	type span struct {
		link     int
		from, to float64
	}
	var spans []span
	for k := range g.links {
		if a, z, ok := g.marginEnds(k); ok {
			spans = append(spans, span{k, math.Min(a, z) - 6, math.Max(a, z) + 6})
		}
	}
	slices.SortFunc(spans, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.to-a.from, b.to-b.from), cmp.Compare(a.link, b.link))
	})
	lanes := laneOf{}
	g.lanes = lanes
	for i, s := range spans {
		lane := 0
		for taken := true; taken; {
			taken = slices.ContainsFunc(spans[:i], func(o span) bool {
				return lanes[o.link] == lane && o.from < s.to && s.from < o.to
			})
			if taken {
				lane++
			}
		}
		lanes[s.link] = lane
	}
}

// marginEnds gives the y at which a wire enters the left margin and that at which it leaves it.
func (g *page) marginEnds(k int) (in, out float64, ok bool) {
	for _, b := range g.bands {
		for i, s := range b.exits {
			if s.link == k {
				in = b.gutterLane(i)
			}
		}
		for _, s := range b.entries {
			switch {
			case s.link != k:
			case b.holds(g.links[k].to):
				out, ok = s.at.Y, true
			default: // a line back, at its source
				in = s.at.Y
			}
		}
	}
	return in, out, ok
}

// sortExits puts the lowest exit of a band first. It has the lane nearest to the band and the
// highest place in the gutter, so that wires do not cross before the left margin.
func (b *placed) sortExits() {
	slices.SortFunc(b.exits, func(s, o stub) int {
		return cmp.Or(cmp.Compare(o.at.Y, s.at.Y), cmp.Compare(s.link, o.link))
	})
}

// rightLane is the x at which the i-th exit goes down.
func (b *placed) rightLane(i int) float64 {
	return b.exits[i].at.X + laneStart + float64(i)*lanePitch
}

// gutterLane is the y of the i-th exit's wire below the band.
func (b *placed) gutterLane(i int) float64 {
	return b.bottom + gutter/2 + 2 + float64(i)*lanePitch
}

// route draws the wires into the margins and gutters.
func (g *page) route() {
	g.wires = map[int][]drawing.Point{}
	inner := math.Inf(1)
	for _, b := range g.bands {
		for _, s := range b.entries {
			inner = math.Min(inner, s.at.X)
		}
	}
	for k := range g.links {
		lane, ok := g.lanes[k]
		if !ok {
			continue
		}
		x := inner - laneStart - float64(lane)*lanePitch
		var head, tail []drawing.Point
		for _, b := range g.bands {
			for i, s := range b.exits {
				if s.link == k {
					right, y := b.rightLane(i), b.gutterLane(i)
					head = []drawing.Point{s.at, {X: right, Y: s.at.Y}, {X: right, Y: y}, {X: x, Y: y}}
				}
			}
			for _, s := range b.entries {
				switch {
				case s.link != k:
				case b.holds(g.links[k].to):
					tail = []drawing.Point{{X: x, Y: s.at.Y}, s.at}
				default:
					head = []drawing.Point{s.at, {X: x, Y: s.at.Y}}
				}
			}
		}
		g.wires[k] = append(head, tail...)
	}
}

// corners joins points by straight lines with rounded corners.
func corners(points []drawing.Point, radius float64) drawing.Path {
	path := drawing.Path{}.Move(points[0].X, points[0].Y)
	for i := 1; i < len(points)-1; i++ {
		a, b, c := points[i-1], points[i], points[i+1]
		r := math.Min(radius, math.Min(distance(a, b), distance(b, c))/2)
		in, out := towards(b, a, r), towards(b, c, r)
		const k = 0.5522847498
		path = path.Line(in.X, in.Y).Cubic(in.X+(b.X-in.X)*k, in.Y+(b.Y-in.Y)*k, out.X+(b.X-out.X)*k, out.Y+(b.Y-out.Y)*k, out.X, out.Y)
	}
	last := points[len(points)-1]
	return path.Line(last.X, last.Y)
}

func distance(a, b drawing.Point) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }

// towards is the point at a distance r from a in the direction of b.
func towards(a, b drawing.Point, r float64) drawing.Point {
	d := distance(a, b)
	if d == 0 {
		return a
	}
	return drawing.Point{X: a.X + (b.X-a.X)*r/d, Y: a.Y + (b.Y-a.Y)*r/d}
}
