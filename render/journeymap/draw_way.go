package journeymap

import (
	"klantreis/journeys/evidence"
	"klantreis/render/drawing"
)

// connections are the ways between the steps, thick lines first so that thin ones stay visible.
func (p painter) connections(ids map[string]bool) drawing.Item {
	var lines, pills []drawing.Item
	for _, back := range []bool{false, true} {
		for _, e := range p.l.channels.edges {
			if (e.kind != edgeNext) == back {
				lines = append(lines, p.edge(e)...)
			}
		}
	}
	for _, e := range p.l.channels.edges {
		if e.pill != nil {
			b := e.pill.box
			pills = append(pills, drawing.Rect(b.X, b.Y, b.W, b.H, b.H/2).Filled(p.t.Paper).Stroked(p.edgeColor(e.kind), 1.2))
			pills = append(pills, p.block(e.pill.text, 0)...)
		}
	}
	return drawing.Group{ID: uniqueID(ids, "verloop"), Items: append(lines, pills...)}
}

func (p painter) edgeColor(k edgeKind) drawing.Color {
	if k == edgeNext {
		return p.slate()
	}
	return p.t.Bad
}

func (p painter) edge(e edge) []drawing.Item {
	c := p.edgeColor(e.kind)
	line := e.path
	line.Stroke = drawing.Stroke{Color: c, Width: e.width}
	if e.kind != edgeNext {
		line.Stroke.Dash = []float64{6, 4}
	}
	return []drawing.Item{line, arrowHead(e).Filled(c)}
}

func arrowHead(e edge) drawing.Path {
	long, half := e.arrow(), 3.4+e.width*0.62
	back := drawing.Point{X: e.tip.X - e.dir.X*long, Y: e.tip.Y - e.dir.Y*long}
	nx, ny := -e.dir.Y*half, e.dir.X*half
	return drawing.Path{}.Move(e.tip.X, e.tip.Y).Line(back.X+nx, back.Y+ny).Line(back.X-nx, back.Y-ny).Closed()
}

// nodes are the channels of a step: discs in the colour of their row.
func (p painter) nodes(i int) []drawing.Item {
	if p.l.channels == nil {
		return nil
	}
	var items []drawing.Item
	for _, s := range p.l.channels.spines {
		if s.step == i {
			items = append(items,
				drawing.Line(s.x, s.top, s.x, s.bottom).Stroked(p.t.Paper, 7),
				drawing.Line(s.x, s.top, s.x, s.bottom).Stroked(p.slate(), 2.4))
		}
	}
	for _, n := range p.l.channels.nodes {
		if n.step != i {
			continue
		}
		row := p.l.channels.rows[n.row].channel
		c := p.channelColor(row)
		items = append(items,
			drawing.Circle(n.x, n.y, nodeRing).Filled(p.t.Paper),
			drawing.Circle(n.x, n.y, nodeRadius).Filled(c))
		items = append(items, p.channelSign(row, drawing.Box{X: n.x - 8.5, Y: n.y - 8.5, W: 17, H: 17}, p.t.Paper)...)
	}
	return items
}

// channelColor is the colour of a channel, the same in every picture of the journey; what the
// customer does alone is grey.
func (p painter) channelColor(c channel) drawing.Color {
	if c.name == "" || len(p.t.Series) == 0 {
		return p.t.InkSoft
	}
	color := p.t.Series[c.order%len(p.t.Series)]
	if c.letters != "" {
		return p.t.ForText(color)
	}
	return color
}

// channelSign is what a channel is known by: its icon, or the letters of one that has none.
func (p painter) channelSign(ch channel, box drawing.Box, c drawing.Color) []drawing.Item {
	if ch.letters == "" {
		return picture(ch.icon, box, c)
	}
	line := oneLine(box.X-10, box.Y+box.H/2-valueText.leading()/2, box.W+20, ch.letters, valueText, ink, drawing.Middle)
	text := line.texts()[0]
	text.Fill = c
	return []drawing.Item{text}
}

// curve is the line of the emotions with its band.
func (p painter) curve(ids map[string]bool) drawing.Item {
	return drawing.Group{ID: uniqueID(ids, "curve"), Items: p.mood(p.l.curve.bands, p.l.curve.pieces)}
}

// A stretch from or to a typed feeling is broken and thinner, which also shows where colours are gone.
const dashedWidth = 2.4

func dashes() []float64 { return []float64{7, 7} }

// mood draws the pieces of the curve on their bands.
func (p painter) mood(bands []drawing.Path, pieces []piece) []drawing.Item {
	var items []drawing.Item
	for _, b := range bands {
		items = append(items, b.Filled(p.t.Accent.Alpha(0.2)))
	}
	for _, pc := range pieces {
		line := pc.path
		line.Stroke = drawing.Stroke{Color: p.t.Accent, Width: 3.4, Round: true}
		if pc.dotted {
			line.Stroke.Width, line.Stroke.Dash = 2.4, []float64{0.1, 7}
		} else if pc.dashed {
			line.Stroke.Width, line.Stroke.Dash = dashedWidth, dashes()
		}
		items = append(items, line)
	}
	return items
}

// moment is the emotion of a step with its interval, its value, its origin and its balloon.
func (p painter) moment(i, phase int) []drawing.Item {
	c := p.l.curve
	if c == nil {
		return nil
	}
	var items []drawing.Item
	for _, b := range c.balloons {
		if b.step == i {
			items = append(items, p.balloon(b)...)
		}
	}
	if c.flag != nil && c.flag.step == i {
		items = append(items, p.flag(c.flag)...)
	}
	for _, pt := range c.points {
		if pt.step != i {
			continue
		}
		color := p.color(mood(pt.emotion.Value), 0)
		if pt.low-pt.high > 0.5 {
			x := pt.x
			if pt.lone {
				x += pt.r + marginRoom*0.6
			}
			for _, y := range []float64{pt.high, pt.low} {
				items = append(items, drawing.Line(x-4, y, x+4, y).Stroked(color, 2))
			}
			items = append(items, drawing.Line(x, pt.high, x, pt.low).Stroked(color, 2))
		}
		items = append(items, faceOf(pt.r, pt.x, pt.y, pt.emotion.Value, pt.emotion.Kind == evidence.Typed, color, p.t.Paper)...)
		items = append(items, p.block(pt.value, phase)...)
	}
	if i < len(c.origins) {
		items = append(items, p.block(c.origins[i], phase)...)
	}
	return items
}

// balloon draws a quote with a tail towards its moment, and a fine line over the rest of the way.
func (p painter) balloon(b balloon) []drawing.Item {
	t, box := p.t, b.box
	edge, dir := box.Y+box.H, 1.0
	if !b.above {
		edge, dir = box.Y, -1
	}
	x := b.tip.X
	const long, half = 11.0, 7.0
	leader := drawing.Line(x, edge+dir*long, x, b.tip.Y).Stroked(t.Accent, 1.3, 2, 3)
	shape := speechBubble(box, 10, x, edge, dir, long, half)
	items := []drawing.Item{leader, shape.Filled(t.Paper).Stroked(t.Accent, 1.3)}
	if b.rule != 0 {
		items = append(items, drawing.Line(box.X+balloonPad, b.rule, box.X+box.W-balloonPad, b.rule).Stroked(t.Line, 1))
	}
	return append(items, p.blocks(b.blocks, 0)...)
}

// speechBubble is a box with round corners and a tail at (x, edge), one outline.
func speechBubble(b drawing.Box, r, x, edge, dir, long, half float64) drawing.Path {
	const k = 0.45
	l, tp, rt, bt := b.X, b.Y, b.X+b.W, b.Y+b.H
	tail := func(p drawing.Path, from, to float64) drawing.Path {
		return p.Line(from, edge).Line(x, edge+dir*long).Line(to, edge)
	}
	p := drawing.Path{}.Move(l+r, tp)
	if dir < 0 {
		p = tail(p, x-half, x+half)
	}
	p = p.Line(rt-r, tp).Cubic(rt-r*k, tp, rt, tp+r*k, rt, tp+r).Line(rt, bt-r).Cubic(rt, bt-r*k, rt-r*k, bt, rt-r, bt)
	if dir > 0 {
		p = tail(p, x+half, x-half)
	}
	return p.Line(l+r, bt).Cubic(l+r*k, bt, l, bt-r*k, l, bt-r).Line(l, tp+r).Cubic(l, tp+r*k, l+r*k, tp, l+r, tp).Closed()
}

// sign draws a sign of the key as it looks on the map.
func (p painter) sign(m mark) []drawing.Item {
	t, b := p.t, m.box
	x, y := b.X+b.W/2, b.Y+b.H/2
	curve := func(dash ...float64) drawing.Path {
		line := drawing.Path{}.Move(b.X, y+4).Cubic(b.X+13, y+4, b.X+27, y-4, b.X+b.W, y-4)
		line.Stroke = drawing.Stroke{Color: t.Accent, Width: 2.6, Round: true, Dash: dash}
		return line
	}
	switch m.icon {
	case keyDerived:
		band := drawing.Rect(b.X, y-7, b.W, 14, 7).Filled(t.Accent.Alpha(0.18))
		return append([]drawing.Item{band}, faceOf(9.5, x, y, 1.2, false, t.Good, t.Paper)...)
	case keyTyped:
		return faceOf(9.5, x, y, -1.4, true, t.Bad, t.Paper)
	case keyGap:
		return []drawing.Item{curve(0.1, 6)}
	case keyDashed:
		return []drawing.Item{curve(dashes()...)}
	case keyBadge:
		text := "n"
		w := noteStrong.width(text) + 27
		return p.badge(newBadge(x+w/2, y-badgeHeight/2, text, onHeader))
	case keyWidth:
		taper := drawing.Path{}.Move(b.X, y-1).Line(b.X+b.W-9, y-4).Line(b.X+b.W-9, y+4).Line(b.X, y+1).Closed().Filled(p.slate())
		head := arrowHead(edge{width: 7, tip: drawing.Point{X: b.X + b.W, Y: y}, dir: drawing.Point{X: 1}}).Filled(p.slate())
		return []drawing.Item{taper, head}
	case keyBack:
		e := edge{kind: edgeBack, width: 2.2, tip: drawing.Point{X: b.X, Y: y}, dir: drawing.Point{X: -1}}
		e.path = drawing.Line(b.X+b.W, y, b.X+e.arrow()-1, y)
		return p.edge(e)
	case keyExit:
		return []drawing.Item{drawing.Rect(x-7, y-7, 14, 15, 3).Filled(t.Bad), drawing.Line(x-13, y+8.5, x+13, y+8.5).Stroked(t.Line, 1)}
	case keyMeasured, keyTypedCard, keyAssumed:
		how := map[icon]basis{keyMeasured: measured, keyTypedCard: typed, keyAssumed: assumed}[m.icon]
		return p.proof(drawing.Box{X: b.X, Y: y - 9, W: b.W, H: 18}, how)
	case iconGrade:
		return p.grade(b, m.text)
	case keyGrade:
		return append(p.grade(drawing.Box{X: x - gradeSize - 2, Y: y - gradeSize/2, W: gradeSize, H: gradeSize}, "A"),
			p.grade(drawing.Box{X: x + 2, Y: y - gradeSize/2, W: gradeSize, H: gradeSize}, "D")...)
	case keyGift:
		return p.gift(drawing.Box{X: x - 12, Y: y - 12, W: 22, H: 22}, "")
	}
	return nil
}
