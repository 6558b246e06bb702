package flow

import (
	"klantreis/render/drawing"
	"klantreis/render/font"
)

// legendItem explains one sign; sample tells how to draw it.
type legendItem struct {
	sample legendSample
	text   line
	x, y   float64 // left, and the top of the row; relative to the legend
}

type legendSample int

const (
	sampleNext legendSample = iota
	sampleChoice
	sampleBack
	sampleOut
	sampleWidth
	sampleSignals
)

const (
	sampleLength = 46
	legendRow    = 28
)

// legendItems lists what occurs in the picture, in rows as wide as the page.
func (g *page) legendItems() []legendItem {
	w := g.lang.Flow()
	found := map[legendSample]bool{}
	for _, l := range g.links {
		found[[...]legendSample{next: sampleNext, choice: sampleChoice, back: sampleBack}[l.kind]] = true
		found[sampleWidth] = found[sampleWidth] || l.share != nil
	}
	for _, s := range g.steps {
		found[sampleOut] = found[sampleOut] || len(s.dropOuts) > 0
		found[sampleBack] = found[sampleBack] || len(s.repeats) > 0
	}
	for _, c := range g.cells {
		found[sampleSignals] = found[sampleSignals] || c.short
	}
	var items []legendItem
	x, y := 0.0, 0.0
	for s, text := range []string{sampleNext: w.Next, sampleChoice: w.Choice, sampleBack: w.Back, sampleOut: w.DropOut, sampleWidth: w.Width, sampleSignals: w.SignalCount} {
		if !found[legendSample(s)] {
			continue
		}
		l := line{text: text, face: font.Regular, size: g.small}
		length := sampleLength + 8 + width([]line{l})
		if x > 0 && x+length > g.w-2*pageMargin {
			x, y = 0, y+legendRow
		}
		items = append(items, legendItem{legendSample(s), l, x, y})
		x += length + 30
	}
	g.legendHeight = y + legendRow
	return items
}

func (a *artist) drawLegend() drawing.Item {
	group := drawing.Group{ID: "legenda"}
	for _, item := range a.legend {
		x, y := pageMargin+item.x, a.legendTop+item.y+legendRow/2
		group.Items = append(group.Items, a.sample(item.sample, x, y)...)
		group.Items = append(group.Items, a.text([]line{item.text}, x+sampleLength+8, y-item.text.size*leading/2, drawing.Start, a.theme.Ink)...)
	}
	return group
}

func (a *artist) sample(s legendSample, x, y float64) []drawing.Item {
	arrow := func(from float64, k kind, reverse bool) []drawing.Item {
		color, dash := a.style(k)
		p := straight(drawing.Point{X: from, Y: y}, drawing.Point{X: x + sampleLength, Y: y})
		if reverse {
			p = p.reversed()
		}
		line, head := p.arrow(2.6)
		return []drawing.Item{line.path().Stroked(color, 2.6, dash...), head.Filled(color)}
	}
	switch s {
	case sampleChoice:
		return append(arrow(x+2*diamondRadius, choice, false),
			diamond(x+diamondRadius, y, diamondRadius).Filled(a.theme.Paper).Stroked(a.theme.Accent, 2.2))
	case sampleBack:
		return arrow(x, back, true)
	case sampleOut:
		dots := drawing.Line(x, y, x+sampleLength-18, y).Stroked(a.theme.Bad, 2.4, outDash...)
		return append([]drawing.Item{dots}, a.cross(x+sampleLength-9, y)...)
	case sampleSignals:
		return a.drawBadge("123", x+4, y)
	case sampleWidth:
		color, _ := a.style(next)
		wedge := drawing.Polyline(drawing.Point{X: x, Y: y - 0.8}, drawing.Point{X: x + sampleLength, Y: y - 4},
			drawing.Point{X: x + sampleLength, Y: y + 4}, drawing.Point{X: x, Y: y + 0.8}).Closed()
		return []drawing.Item{wedge.Filled(color)}
	}
	return arrow(x, next, false)
}
