package flow

import (
	"cmp"
	"slices"
	"strconv"

	"klantreis/render/drawing"
)

// lineWidth shows a share: from a hair for a few to a broad line for all.
func lineWidth(share float64) float64 {
	if share < 0 {
		return 2.2
	}
	return 1.6 + 4.6*min(share, 1)
}

// style is how a kind of line looks. Each differs by more than its colour.
func (a *artist) style(k kind) (color drawing.Color, dash []float64) {
	switch k {
	case choice:
		return a.theme.Accent, nil
	case back:
		return a.theme.Warn, []float64{9, 6}
	}
	return a.theme.InkSoft.Over(a.theme.Paper, 0.75), nil
}

// drawLink draws a line with its label, from its source to its target. A line that does not run
// through stands as a box below its step; see drawOuts.
func (a *artist) drawLink(k int) drawing.Item {
	l := a.links[k]
	color, dash := a.style(l.kind)
	w := lineWidth(l.weight)
	line, head := a.track(k, w)
	line = line.Stroked(color, w, dash...)
	items := []drawing.Item{line, head.Filled(color)}
	for _, b := range a.bands {
		if box, ok := b.labels[k]; ok {
			items = append(items, a.drawLabel(a.labels[k], box, color))
		}
	}
	return drawing.Group{
		ID: a.id("lijn-", strconv.Itoa(k+1)), Label: a.linkText(l, a.lang),
		Data: map[string]string{"van": strconv.Itoa(l.from + 1), "naar": strconv.Itoa(l.to + 1), "soort": l.kind.id()}, Items: items,
	}
}

// track joins the stretches of a line, below its label and through the margins, up to an
// arrowhead.
func (a *artist) track(k int, width float64) (line, head drawing.Path) {
	parts := a.parts(k)
	for i, part := range parts {
		var stretch drawing.Path
		if part.wire != nil {
			stretch = corners(part.wire, 10)
		} else {
			curve := part.curve.level()
			if i == len(parts)-1 {
				curve, head = curve.arrow(width)
			}
			stretch = curve.path()
		}
		if i > 0 {
			stretch.Segs[0].Op = drawing.LineTo
		}
		line.Segs = append(line.Segs, stretch.Segs...)
	}
	return line, head
}

func (k kind) id() string { return [...]string{"verder", "keuze", "terug"}[k] }

func (a *artist) drawLabel(l *label, box drawing.Box, color drawing.Color) drawing.Item {
	items := []drawing.Item{drawing.Rect(box.X, box.Y, box.W, box.H, 6).Filled(a.theme.Paper).Stroked(color, 1.2)}
	items = append(items, a.text(l.lines, box.X+box.W/2, box.Y+(box.H-height(l.lines))/2, drawing.Middle, a.theme.Ink)...)
	return drawing.Group{Items: items}
}

// part is one stretch of a line: a curve, or a wire with corners.
type part struct {
	curve piece
	wire  []drawing.Point
}

// parts gives the stretches of a line in its own direction.
func (a *artist) parts(k int) []part {
	l := a.links[k]
	var source, target []part
	for _, b := range a.bands {
		pieces := a.pieces(b, k)
		if !b.holds(l.from) {
			for _, p := range pieces {
				target = append(target, part{curve: p})
			}
			continue
		}
		if l.kind == back {
			slices.Reverse(pieces)
			for i := range pieces {
				pieces[i] = pieces[i].reversed()
			}
		}
		for _, p := range pieces {
			source = append(source, part{curve: p})
		}
	}
	if wire := a.wires[k]; wire != nil {
		source = append(source, part{wire: wire})
	}
	return append(source, target...)
}

// pieces lists the routed parts of a line in a band, from left to right. Graphviz gives up a
// route in rare crowded graphs; plain curves take its place then.
func (a *artist) pieces(b *placed, k int) []piece {
	pieces := slices.Clone(b.pieces[k])
	slices.SortStableFunc(pieces, func(p, q piece) int { return cmp.Compare(p[0].X, q[0].X) })
	stops := a.stops(b, k)
	if len(pieces) == len(stops)-1 || len(stops) == 0 {
		return pieces
	}
	pieces = nil
	for i := range stops[1:] {
		from, to := stops[i], stops[i+1]
		pieces = append(pieces, straight(
			drawing.Point{X: from.X + from.W, Y: from.Y + from.H/2}, drawing.Point{X: to.X, Y: to.Y + to.H/2}))
	}
	return pieces
}

// stops are the boxes that a line touches in a band, from left to right.
func (a *artist) stops(b *placed, k int) []drawing.Box {
	l := a.links[k]
	node := func(i int) drawing.Box {
		if i == len(a.steps) {
			return b.cells[i]
		}
		card := a.cardBox(b, i)
		if l.kind == back {
			card.Y, card.H = card.Y+card.H-backPort, backPort
		} else {
			card.H -= backPort
		}
		return card
	}
	at := func(stubs []stub) drawing.Box {
		for _, s := range stubs {
			if s.link == k {
				return drawing.Box{X: s.at.X, Y: s.at.Y}
			}
		}
		return drawing.Box{}
	}
	var stops []drawing.Box
	side := a.side(b.band, k)
	switch side {
	case absent:
		return nil
	case entry, retreat:
		stops = append(stops, at(b.entries))
	case exit:
		stops = append(stops, node(l.from))
	case inside:
		stops = append(stops, node(min(l.from, l.to)))
	}
	if box, ok := b.labels[k]; ok {
		stops = append(stops, box)
	}
	switch side {
	case entry:
		stops = append(stops, node(l.to))
	case retreat:
		stops = append(stops, node(l.from))
	case exit:
		stops = append(stops, at(b.exits))
	case inside:
		stops = append(stops, node(max(l.from, l.to)))
	}
	return stops
}
