package journeymap

import (
	"klantreis/render/drawing"
)

// card draws a card: its backdrop by kind, then what is in it.
func (p painter) card(c card, phase int) []drawing.Item {
	items := p.backdrop(c, phase)
	for _, b := range c.bars {
		items = append(items, p.bar(b, phase)...)
	}
	for _, r := range c.ranges {
		items = append(items, p.rangeBar(r)...)
	}
	for _, m := range c.marks {
		items = append(items, p.mark(m, phase)...)
	}
	items = append(items, p.blocks(c.blocks, phase)...)
	for _, b := range c.badges {
		items = append(items, p.badge(b)...)
	}
	return items
}

func (p painter) backdrop(c card, phase int) []drawing.Item {
	t, b := p.t, c.box
	rect := func(fill, line drawing.Color, r float64) []drawing.Item {
		return []drawing.Item{drawing.Rect(b.X+0.5, b.Y+0.5, b.W-1, b.H-1, r).Filled(fill).Stroked(line, 1)}
	}
	if p.v.lens == Proof && c.kind == adviceCard { // each advice by itself
		var items []drawing.Item
		for i, s := range c.spots {
			how := assumed
			if p.v.steps[c.step].advice[i].basis.Evidence {
				how = measured
			}
			items = append(items, p.proof(drawing.Box{X: c.box.X, Y: s.Box.Y - 3, W: c.box.W, H: s.Box.H + 6}, how)...)
		}
		return items
	}
	if b := p.v.basisOf(c); p.v.lens == Proof && b != noBasis {
		return p.proof(c.box, b)
	}
	switch c.kind {
	case labelCard:
		return []drawing.Item{drawing.Rect(b.X, b.Y, 4, b.H, 2).Filled(t.Header)}
	case stepCard:
		return []drawing.Item{
			drawing.Rect(b.X, b.Y+2, b.W, b.H, 9).Filled(t.Ink.Alpha(0.07)),
			drawing.Rect(b.X+0.5, b.Y+0.5, b.W-1, b.H-1, 8).Filled(t.Paper).Stroked(t.Line, 1),
			capPath(b, 8, c.weight()).Filled(t.Phase(phase).Fill),
		}
	case doesCard, hearCard, leadCard, groundCard, textCard:
		return rect(t.Paper, t.Line, 8)
	case thinksCard:
		y := b.Y + puffs
		line := t.InkSoft.Over(t.Paper, 0.35)
		bubble := drawing.Rect(b.X+0.5, y+0.5, b.W-1, b.H-puffs-1, 15).Filled(t.Paper).Stroked(line, 1)
		return []drawing.Item{bubble,
			drawing.Circle(b.X+29, y-3.5, 4).Filled(t.Paper).Stroked(line, 1),
			drawing.Circle(b.X+19.5, y-10, 2.4).Filled(t.Paper).Stroked(line, 1)}
	case wellCard:
		return rect(t.GoodSoft, t.Good.Over(t.Paper, 0.4), 8)
	case painCard:
		return rect(t.BadSoft, t.Bad.Over(t.Paper, 0.4), 8)
	case arenaCard:
		return rect(t.WarnSoft, t.Warn.Over(t.Paper, 0.4), 8)
	case humanCard:
		return rect(t.Paper, t.Good.Over(t.Paper, 0.45), 20)
	case backstageCard:
		return rect(t.Panel, t.InkSoft.Over(t.Paper, 0.45), 6)
	case systemCard:
		return rect(t.InkSoft.Over(t.Paper, 0.14), t.InkSoft.Over(t.Paper, 0.3), 6)
	case adviceCard:
		return rect(t.Accent.Over(t.Paper, 0.07), t.Accent.Over(t.Paper, 0.45), 8)
	case dropOutCard:
		y := b.Y + cardPadY + 42.5
		return []drawing.Item{drawing.Line(b.X+cardPadX-4, y, b.X+cardPadX+34, y).Stroked(t.InkSoft, 1)}
	case personaCard, legendCard:
		return []drawing.Item{drawing.Rect(b.X, b.Y, b.W, b.H, 10).Filled(t.Panel)}
	}
	return nil
}

// proof is a card's backdrop where the map is looked at for its evidence: measured is whole and
// bears the colour of numbers, typed is dashed and plain, assumption is dotted and warns.
func (p painter) proof(b drawing.Box, how basis) []drawing.Item {
	t := p.t
	frame := drawing.Rect(b.X+0.5, b.Y+0.5, b.W-1, b.H-1, min(8, b.H/4))
	switch how {
	case typed:
		return []drawing.Item{frame.Filled(t.Paper).Stroked(t.InkSoft.Over(t.Paper, 0.7), 1, 4, 3)}
	case assumed:
		return []drawing.Item{frame.Filled(t.WarnSoft).Stroked(t.Warn, 1.4, 1.5, 3)}
	}
	return []drawing.Item{frame.Filled(t.Accent.Over(t.Paper, 0.06)).Stroked(t.Accent, 1.2), drawing.Rect(b.X, b.Y+b.H*0.2, 4, b.H*0.6, 2).Filled(t.Accent)}
}

// capPath is the coloured edge along the top of a card with round corners.
func capPath(b drawing.Box, r, h float64) drawing.Path {
	x, y, w := b.X, b.Y, b.W
	const k = 0.45
	return drawing.Path{}.Move(x, y+r).Cubic(x, y+r*k, x+r*k, y, x+r, y).Line(x+w-r, y).
		Cubic(x+w-r*k, y, x+w, y+r*k, x+w, y+r).Line(x+w-1, y+h).Line(x+1, y+h).Closed()
}

// weight is the height of a step's coloured edge: the more signals, the heavier.
func (c card) weight() float64 {
	for _, b := range c.bars {
		return 5 + 6*b.share
	}
	return 6
}

// bar draws a share as the filled part of a track; an empty share leaves the track.
func (p painter) bar(b bar, phase int) []drawing.Item {
	fill := p.color(b.role, phase)
	if b.up {
		h := b.box.H * b.share
		if b.share > 0 && h < 4 {
			h = 4
		}
		return []drawing.Item{drawing.Rect(b.box.X, b.box.Y+b.box.H-h, b.box.W, h, 3).Filled(fill)}
	}
	items := []drawing.Item{drawing.Rect(b.box.X, b.box.Y, b.box.W, b.box.H, b.box.H/2).Filled(p.t.Line.Over(p.t.Paper, 0.7))}
	if b.share > 0 {
		w := max(b.box.H, b.box.W*b.share)
		items = append(items, drawing.Rect(b.box.X, b.box.Y, w, b.box.H, b.box.H/2).Filled(fill))
	}
	return items
}

// rangeBar draws the spread of a lead time: a line from zero, a thick part from the tenth to
// the ninetieth percentile, a dot at the median and a flag at the promise.
func (p painter) rangeBar(r rangeBar) []drawing.Item {
	b, t := r.box, p.t
	y := b.Y + b.H/2
	items := []drawing.Item{
		drawing.Line(b.X, y, b.X+b.W, y).Stroked(t.Line, 2),
		drawing.Rect(b.X+r.low, y-4, max(r.high-r.low, 4), 8, 4).Filled(t.Accent.Over(t.Paper, 0.35)),
	}
	if r.promise >= 0 {
		x := min(b.X+r.promise, b.X+b.W-1)
		flag := drawing.Path{}.Move(x, b.Y).Line(x-8, b.Y+3.5).Line(x, b.Y+7).Closed().Filled(t.Good)
		items = append(items, drawing.Line(x, b.Y, x, b.Y+b.H).Stroked(t.Good, 2), flag)
	}
	x := min(max(b.X+r.mid, b.X+5), b.X+b.W-5)
	return append(items, drawing.Circle(x, y, 5).Filled(t.Accent).Stroked(t.Paper, 1.5))
}

func (p painter) badge(b badge) []drawing.Item {
	fill := p.color(b.role, 0)
	text := p.t.Paper
	if b.role == onHeader {
		fill, text = p.t.Header, p.t.OnHeader
	}
	var items []drawing.Item
	if b.grade != "" {
		items = p.grade(drawing.Box{X: b.box.X, Y: b.box.Y + (badgeHeight-gradeSize)/2, W: gradeSize, H: gradeSize}, b.grade)
		b.box.X, b.box.W = b.box.X+besideGrade, b.box.W-besideGrade
	}
	items = append(items, drawing.Rect(b.box.X, b.box.Y, b.box.W, b.box.H, b.box.H/2).Filled(fill))
	items = append(items, picture(iconRecord, drawing.Box{X: b.box.X + 6, Y: b.box.Y + 3, W: 12, H: 12}, text)...)
	for _, line := range b.text.texts() {
		line.Fill = text
		items = append(items, line)
	}
	return items
}

// mark draws a small picture. A gift bears its number; signs of the key are drawn as on the map.
func (p painter) mark(m mark, phase int) []drawing.Item {
	b := m.box
	switch {
	case m.icon == iconGift:
		return p.gift(b, m.text)
	case m.icon == iconPersona:
		return p.portrait(b)
	case len(outline(m.icon)) == 0:
		return p.sign(m)
	}
	return picture(m.icon, b, p.color(m.role, phase))
}

// gift is an advice: a present with its number on a disc.
func (p painter) gift(b drawing.Box, text string) []drawing.Item {
	t := p.t
	items := []drawing.Item{drawing.Rect(b.X, b.Y, b.W, b.H, b.W*0.27).Filled(t.Accent)}
	items = append(items, picture(iconGift, drawing.Box{X: b.X + b.W*0.17, Y: b.Y + b.H*0.15, W: b.W * 0.66, H: b.W * 0.66}, t.Paper)...)
	if text == "" {
		return items
	}
	r := max(8.0, noteStrong.width(text)/2+3)
	x, y := b.X+b.W-1, b.Y+b.H-3
	items = append(items, drawing.Circle(x, y, r).Filled(t.Paper).Stroked(t.Accent, 1.5))
	line := oneLine(x-r, y-7.5, 2*r, text, noteStrong, ink, drawing.Middle)
	return append(items, p.block(line, 0)...)
}
