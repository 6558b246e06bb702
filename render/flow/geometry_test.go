package flow

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"klantreis/render/drawing"
)

// named is something on the page that must stay clear of everything else.
type named struct {
	name string
	box  drawing.Box
	step int // to which it belongs, or −1
	link int // to which it belongs, or −1
	pill bool
}

func TestNothingOverlaps(t *testing.T) {
	for name, j := range samples() {
		t.Run(name, func(t *testing.T) { checkPage(t, lay(t, j)) })
	}
}

func checkPage(t *testing.T, g *page) {
	if len(g.refused) > 0 {
		t.Errorf("no way is found for the lines %v", g.refused)
	}
	inner := drawing.Box{X: 6, Y: g.top, W: g.w - 12, H: g.legendTop - 8 - g.top}
	things := things(g)
	for i, a := range things {
		if !a.box.Inside(inner) {
			t.Errorf("%s at %v lies outside the page %v", a.name, a.box, inner)
		}
		for _, b := range things[:i] {
			if own := a.link >= 0 && a.link == b.link; !own && a.box.Overlaps(b.box) {
				t.Errorf("%s at %v overlaps %s at %v", a.name, a.box, b.name, b.box)
			}
		}
	}
	for i, a := range g.panels {
		for _, b := range g.panels[:i] {
			if a.box.Overlaps(b.box) {
				t.Errorf("the panels %v and %v overlap", a.box, b.box)
			}
		}
	}
	checkWires(t, g, things, inner)
}

// things lists all boxes of a page, and the arrowheads.
func things(g *page) []named {
	var all []named
	add := func(box drawing.Box, step, link int, pill bool, format string, args ...any) {
		if box.W > 0 && box.H > 0 {
			all = append(all, named{fmt.Sprintf(format, args...), box, step, link, pill})
		}
	}
	label := func(l *label, x, y float64, link, step int, what string) {
		if l == nil {
			return
		}
		add(drawing.Box{X: x, Y: y - l.up, W: l.w, H: height(l.reason)}, step, link, false, "text of %s %d", what, link+1)
		add(drawing.Box{X: x, Y: y - l.pillHeight()/2, W: l.pillWidth(), H: l.pillHeight()}, step, link, true, "pill of %s %d", what, link+1)
	}
	for i := range g.steps {
		c, card := g.cells[i], g.cardBox(i)
		add(card, i, -1, false, "step %d", i+1)
		add(drawing.Box{X: card.X, Y: card.Y + card.H, W: card.W, H: c.below}, i, -1, false, "ways out of step %d", i+1)
		add(drawing.Box{X: card.X + repeatInset, Y: card.Y - c.above, W: card.W - repeatInset, H: c.above}, i, -1, false, "repeat of step %d", i+1)
	}
	for i, c := range g.cells {
		for _, o := range c.outs {
			if half := lineWidth(o.weight) / 2; o.x-half < 0 || o.x+headLength(2*half) > c.outIndent || width(o.lines) > g.card-c.outIndent-outPad {
				panic(fmt.Sprintf("what hangs below step %d does not fit: %+v", i+1, o))
			}
		}
	}
	if g.hasEnd() {
		add(g.cardBox(len(g.steps)), len(g.steps), -1, false, "end")
	}
	for _, pan := range g.panels {
		add(pan.chip, -1, -1, false, "title of phase %d", pan.phase+1)
	}
	for k, w := range g.wires {
		if g.jumps[k] {
			continue
		}
		e, n := g.ends[k], len(w.points)
		start, finish := w.points[0], w.points[n-1]
		if !e.out.top {
			label(e.side, start.X+stubRoom, start.Y, k, -1, "line")
		}
		if e.roof != nil {
			label(e.roof, w.roofAt-e.roof.w/2, g.roofLevel(k), k, -1, "loop")
		}
		if e.tag != nil && !e.in.top {
			label(e.tag, finish.X-entryRoom-e.tag.pillWidth(), finish.Y, k, -1, "tag")
		}
		width := lineWidth(g.links[k].weight)
		length, half := headLength(width), headHalf(width)
		if w.points[n-2].X == finish.X {
			add(drawing.Box{X: finish.X - half, Y: finish.Y - length, W: 2 * half, H: length}, -1, k, true, "arrowhead of line %d", k+1)
		} else {
			add(drawing.Box{X: finish.X - length, Y: finish.Y - half, W: length, H: 2 * half}, -1, k, true, "arrowhead of line %d", k+1)
		}
	}
	return all
}

// stretch is a straight part of a line with its width.
type stretch struct {
	box     drawing.Box
	upright bool
	link    int
}

// checkWires follows every line: it is level or upright, ends where it should, passes nothing and
// lies upon no other.
func checkWires(t *testing.T, g *page, things []named, inner drawing.Box) {
	var all []stretch
	for k, w := range g.wires {
		l := g.links[k]
		if g.jumps[k] {
			if !slices.ContainsFunc(g.cells[l.from].outs, func(o outBox) bool { return o.isJump && o.link == k }) {
				t.Errorf("line %d is neither drawn nor named", k+1)
			}
			continue
		}
		half := lineWidth(l.weight) / 2
		for n, q := range w.points[1:] {
			p := w.points[n]
			if p.X != q.X && p.Y != q.Y {
				t.Errorf("line %d is askew between %v and %v", k+1, p, q)
			}
			box := drawing.Box{X: math.Min(p.X, q.X), Y: math.Min(p.Y, q.Y), W: math.Abs(p.X - q.X), H: math.Abs(p.Y - q.Y)}
			upright := p.X == q.X
			if upright {
				box.X, box.W = box.X-half, 2*half
			} else {
				box.Y, box.H = box.Y-half, 2*half
			}
			all = append(all, stretch{box, upright, k})
			if !box.Inside(inner) {
				t.Errorf("line %d leaves the page at %v", k+1, box)
			}
			for _, o := range things {
				if (o.link != k || !o.pill) && o.box.Overlaps(box) {
					t.Errorf("line %d (%d → %d) runs at %v through %s at %v", k+1, l.from+1, l.to+1, box, o.name, o.box)
				}
			}
		}
		for _, end := range []struct {
			step int
			at   drawing.Point
		}{{l.from, w.points[0]}, {l.to, w.points[len(w.points)-1]}} {
			card := g.cardBox(end.step)
			if wide := (drawing.Box{X: card.X - 0.1, Y: card.Y - 0.1, W: card.W + 0.2, H: card.H + 0.2}); !(drawing.Box{X: end.at.X, Y: end.at.Y}).Inside(wide) {
				t.Errorf("line %d must touch step %d at %v, is at %v", k+1, end.step+1, card, end.at)
			}
		}
	}
	const apart = 3
	for i, a := range all {
		for _, b := range all[:i] {
			if a.link == b.link || a.upright != b.upright {
				continue
			}
			wide := drawing.Box{X: a.box.X - apart, Y: a.box.Y, W: a.box.W + 2*apart, H: a.box.H}
			if !a.upright {
				wide = drawing.Box{X: a.box.X, Y: a.box.Y - apart, W: a.box.W, H: a.box.H + 2*apart}
			}
			if wide.Overlaps(b.box) {
				t.Errorf("the lines %d and %d lie upon each other: %v and %v", a.link+1, b.link+1, a.box, b.box)
			}
		}
	}
}
