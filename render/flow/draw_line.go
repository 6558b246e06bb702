package flow

import (
	"math"
	"slices"
	"strconv"

	"klantreis/render/drawing"
)

// lineWidth shows a share: from a hair for a few to a broad line for all. A share that is not known
// is as thin as the thinnest, and dotted.
func lineWidth(share float64) float64 {
	if share < 0 {
		return 2
	}
	return 2 + 12*min(share, 1)
}

// headLength and headHalf are the measures of the arrowhead at a line.
func headLength(width float64) float64 { return 9 + 0.75*width }
func headHalf(width float64) float64   { return 4.5 + 0.6*width }

// style is how a line looks. Each kind differs by more than its colour.
func (a *artist) style(l link) (color drawing.Color, dash []float64) {
	dash = unknownDash(l.weight)
	switch {
	case l.kind == back:
		if dash == nil {
			w := lineWidth(l.weight)
			dash = []float64{7 + w, 4 + w/3}
		}
		return a.theme.Warn, dash
	case l.main:
		return a.theme.InkSoft.Over(a.theme.Paper, 0.75), dash
	}
	return a.theme.Accent, dash
}

func unknownDash(weight float64) []float64 {
	if weight < 0 {
		return []float64{2, 4}
	}
	return nil
}

// drawLines draws all lines that run through, below everything else. Broad lines lie at the bottom;
// where lines cross, the upper one has a gap around it.
func (a *artist) drawLines() drawing.Item {
	var order []int
	for k := range a.links {
		if !a.jumps[k] {
			order = append(order, k)
		}
	}
	slices.SortStableFunc(order, func(x, y int) int {
		switch wx, wy := lineWidth(a.links[x].weight), lineWidth(a.links[y].weight); {
		case wx > wy:
			return -1
		case wx < wy:
			return 1
		}
		return 0
	})
	under := drawing.Group{}
	for n, k := range order {
		for _, below := range order[:n] {
			under.Items = append(under.Items, a.bridges(k, below)...)
		}
		under.Items = append(under.Items, a.stroke(k)...)
	}
	return under
}

const bend = 14 // radius of corners

// stroke draws a line and its arrowhead.
func (a *artist) stroke(k int) []drawing.Item {
	color, dash := a.style(a.links[k])
	w := lineWidth(a.links[k].weight)
	line, head := arrow(a.wires[k].points, w, bend)
	return []drawing.Item{line.Stroked(color, w, dash...), head.Filled(color)}
}

// bridges are the gaps where line k runs over line o.
func (a *artist) bridges(k, o int) []drawing.Item {
	var items []drawing.Item
	w, wide := lineWidth(a.links[k].weight), lineWidth(a.links[o].weight)
	for n, q := range a.wires[k].points[1:] {
		p := a.wires[k].points[n]
		for m, s := range a.wires[o].points[1:] {
			r := a.wires[o].points[m]
			at, ok := meet(p, q, r, s)
			if !ok {
				continue
			}
			reach := wide/2 + 2.5
			gap := drawing.Line(at.X-reach, at.Y, at.X+reach, at.Y)
			if p.X == q.X {
				gap = drawing.Line(at.X, at.Y-reach, at.X, at.Y+reach)
			}
			items = append(items, gap.Stroked(a.ground(at), w+6))
		}
	}
	return items
}

// meet is where the stretches pq and rs cross; one is level and the other upright.
func meet(p, q, r, s drawing.Point) (drawing.Point, bool) {
	if p.X == q.X {
		p, q, r, s = r, s, p, q
	}
	if p.Y != q.Y || r.X != s.X {
		return drawing.Point{}, false
	}
	inside := func(v, a, b float64) bool { return v > math.Min(a, b)+1 && v < math.Max(a, b)-1 }
	return drawing.Point{X: r.X, Y: p.Y}, inside(r.X, p.X, q.X) && inside(p.Y, r.Y, s.Y)
}

// ground is the colour of the page at a point.
func (a *artist) ground(at drawing.Point) drawing.Color {
	for _, pan := range a.panels {
		if (drawing.Box{X: at.X, Y: at.Y}).Inside(pan.box) {
			return a.theme.Phase(pan.phase).Tint
		}
	}
	return a.theme.Paper
}

func (k kind) id() string { return [...]string{"verder", "keuze", "terug"}[k] }

// drawTexts draws what stands at a line, in a group that tells of the line.
func (a *artist) drawTexts(k int) drawing.Item {
	l, e, w := a.links[k], a.ends[k], a.wires[k]
	color, _ := a.style(l)
	var items []drawing.Item
	start, finish := w.points[0], w.points[len(w.points)-1]
	if e.side != nil && !e.out.top {
		items = append(items, a.drawLabel(e.side, start.X+stubRoom, start.Y, drawing.Start, color)...)
	}
	if e.roof != nil {
		items = append(items, a.drawLabel(e.roof, w.roofAt, a.roofLevel(k), drawing.Middle, color)...)
	}
	if e.tag != nil && !e.in.top {
		items = append(items, a.drawPill(e.tag, finish.X-entryRoom-e.tag.pillWidth(), finish.Y, color)...)
	}
	return drawing.Group{
		ID: a.id("lijn-", strconv.Itoa(k+1)), Label: a.linkText(l, a.lang),
		Data: map[string]string{"van": strconv.Itoa(l.from + 1), "naar": strconv.Itoa(l.to + 1), "soort": l.kind.id()}, Items: items,
	}
}

// drawLabel draws a text at a level line of height y, beginning or centred at x.
func (a *artist) drawLabel(l *label, x, y float64, anchor drawing.Anchor, color drawing.Color) []drawing.Item {
	items := a.text(l.reason, x, y-l.up, anchor, a.theme.Ink)
	if len(l.pill) == 0 {
		return items
	}
	if anchor == drawing.Middle {
		x -= l.pillWidth() / 2
	}
	return append(items, a.drawPill(l, x, y, color)...)
}

// drawPill draws the pill of a label; x is its left and y its middle.
func (a *artist) drawPill(l *label, x, y float64, color drawing.Color) []drawing.Item {
	w, h := l.pillWidth(), l.pillHeight()
	return append([]drawing.Item{drawing.Rect(x, y-h/2, w, h, h/2).Filled(a.theme.Paper).Stroked(color, 1.4)},
		a.text(l.pill, x+w/2, y-height(l.pill)/2, drawing.Middle, a.theme.Ink)...)
}

// arrow draws a line along corners, rounded, that ends in an arrowhead at the last.
func arrow(points []drawing.Point, width, radius float64) (line, head drawing.Path) {
	n := len(points)
	tip := points[n-1]
	length, half := headLength(width), headHalf(width)
	from := towards(tip, points[n-2], length)
	end := towards(tip, points[n-2], length*0.9)
	dx, dy := (tip.X-from.X)/length, (tip.Y-from.Y)/length
	head = drawing.Polyline(tip, drawing.Point{X: from.X - dy*half, Y: from.Y + dx*half}, drawing.Point{X: from.X + dy*half, Y: from.Y - dx*half}).Closed()
	return corners(append(slices.Clone(points[:n-1]), end), radius), head
}

// corners joins points by straight lines with rounded corners. A stretch that is too short for two
// of those becomes a gentle bend.
func corners(points []drawing.Point, radius float64) drawing.Path {
	path := drawing.Path{}.Move(points[0].X, points[0].Y)
	for i := 1; i < len(points)-1; i++ {
		a, b, c := points[i-1], points[i], points[i+1]
		if i+2 < len(points) && distance(b, c) < radius {
			d := points[i+2]
			reach := math.Min(radius*1.4, math.Min(distance(a, b), distance(c, d))/2)
			in, out := towards(b, a, reach), towards(c, d, reach)
			path = path.Line(in.X, in.Y).Cubic(b.X, b.Y, c.X, c.Y, out.X, out.Y)
			i++
			continue
		}
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

// roofLevel is the height at which a line back runs above the steps.
func (g *page) roofLevel(k int) float64 {
	legs := g.wires[k].legs
	if legs[0].upright {
		return legs[1].run.at
	}
	return legs[2].run.at
}
