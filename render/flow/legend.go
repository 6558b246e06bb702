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
	sampleMain legendSample = iota
	sampleSide
	sampleChoice
	sampleBack
	sampleOut
	sampleWidth
	sampleUnknown
	sampleSignals
)

const legendRow = 28

// sampleLength is the width of a sample.
func (s legendSample) length() float64 {
	switch s {
	case sampleWidth:
		return 138
	case sampleChoice:
		return 2 * diamondRadius
	}
	return 46
}

// legendItems lists what occurs in the picture, in rows as wide as the page, and says where the
// shares come from.
func (g *page) legendItems() {
	w := g.lang.Flow()
	found := map[legendSample]bool{}
	share := func(weight float64) {
		found[sampleWidth] = found[sampleWidth] || weight >= 0 && weight < 0.995
		found[sampleUnknown] = found[sampleUnknown] || weight < 0
	}
	for _, l := range g.links {
		switch {
		case l.kind == back:
			found[sampleBack] = true
		case l.main:
			found[sampleMain] = true
		default:
			found[sampleSide] = true
		}
		found[sampleChoice] = found[sampleChoice] || l.kind == choice
		share(l.weight)
	}
	for i, s := range g.steps {
		for _, o := range s.dropOuts {
			found[sampleOut] = true
			share(shareOf(o.share))
		}
		if len(s.repeats) > 0 {
			found[sampleBack] = true
			share(g.repeatWeight(i))
		}
		found[sampleSignals] = found[sampleSignals] || g.cells[i].badge != ""
	}
	g.legend = nil
	x, y := 0.0, 0.0
	for s, text := range []string{sampleMain: w.MainWay, sampleSide: w.SideWay, sampleChoice: w.ChoiceHere, sampleBack: w.Back, sampleOut: w.DropOut, sampleWidth: w.Width, sampleUnknown: w.UnknownShare, sampleSignals: w.SignalCount} {
		sample := legendSample(s)
		if !found[sample] {
			continue
		}
		l := line{text: text, face: font.Regular, size: g.small}
		length := sample.length() + 8 + width([]line{l})
		if x > 0 && x+length > g.w-2*pageMargin {
			x, y = 0, y+legendRow
		}
		g.legend = append(g.legend, legendItem{sample, l, x, y})
		x += length + 28
	}
	g.note = nil
	if found[sampleWidth] {
		g.note = wrap(w.Typed, font.Regular, g.small, g.w-2*pageMargin, 3)
	}
	g.legendHeight = y + legendRow + height(g.note)
}

func (a *artist) drawLegend() drawing.Item {
	group := drawing.Group{ID: "legenda"}
	group.Items = append(group.Items, drawing.Line(pageMargin, a.legendTop-8, a.w-pageMargin, a.legendTop-8).Stroked(a.theme.Line, 1))
	for _, item := range a.legend {
		x, y := pageMargin+item.x, a.legendTop+item.y+legendRow/2
		group.Items = append(group.Items, a.sample(item.sample, x, y)...)
		group.Items = append(group.Items, a.text([]line{item.text}, x+item.sample.length()+8, y-item.text.size*leading/2, drawing.Start, a.theme.Ink)...)
	}
	group.Items = append(group.Items, a.text(a.note, pageMargin, a.legendTop+a.legendHeight-height(a.note), drawing.Start, a.theme.InkSoft)...)
	return group
}

func (a *artist) sample(s legendSample, x, y float64) []drawing.Item {
	way := func(l link, from, to float64) []drawing.Item {
		color, dash := a.style(l)
		w := lineWidth(l.weight)
		path, head := arrow([]drawing.Point{{X: from, Y: y}, {X: to, Y: y}}, w, 0)
		return []drawing.Item{path.Stroked(color, w, dash...), head.Filled(color)}
	}
	end := x + s.length()
	switch s {
	case sampleSide:
		return way(link{kind: choice, weight: 0.2}, x, end)
	case sampleChoice:
		return []drawing.Item{diamond(x+diamondRadius, y, diamondRadius).Filled(a.theme.Paper).Stroked(a.theme.Ink, 2)}
	case sampleBack:
		return way(link{kind: back, weight: 0.2}, end, x)
	case sampleOut:
		stub := drawing.Line(x, y, end-2*signR-2, y).Stroked(a.theme.Bad, lineWidth(0.2))
		return append([]drawing.Item{stub}, a.cross(end-signR, y)...)
	case sampleWidth:
		var items []drawing.Item
		for _, share := range []float64{0.1, 0.5, 1} {
			text := []line{{text: a.lang.Percent(share), face: font.Regular, size: a.small}}
			color, _ := a.style(link{main: true})
			items = append(items, drawing.Line(x, y, x+12, y).Stroked(color, lineWidth(share)))
			items = append(items, a.text(text, x+15, y-height(text)/2, drawing.Start, a.theme.Ink)...)
			x += 47
		}
		return items
	case sampleUnknown:
		return way(link{main: true, weight: -1}, x, end)
	case sampleSignals:
		w, h := badgeSize("123", a.small)
		return a.drawBadge("123", drawing.Box{X: end - w, Y: y - h/2, W: w, H: h})
	}
	return way(link{main: true, weight: 0.6}, x, end)
}
