package pdf

import (
	"math"
	"strings"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
)

// Short blocks of one kind that follow each other stand side by side: a page tells more, and what
// belongs together is seen together. Long ones stand below each other, as everywhere.

const (
	tileGap  = 14
	tileMost = 190.0 // height from which tiles stand below each other
)

// beside lays out the first two blocks side by side where they are of a kind and short enough. It
// reports whether it did.
func (c *composer) beside(blocks []render.Block) bool {
	if len(blocks) < 2 || c.w < 400 {
		return false
	}
	switch a := blocks[0].(type) {
	case render.Claim:
		b, ok := blocks[1].(render.Claim)
		return ok && c.pair("Div", 10, func(t *tag, x, w int) ([]item, float64) { return c.claimTile(a, t, x, w) },
			func(t *tag, x, w int) ([]item, float64) { return c.claimTile(b, t, x, w) })
	case render.Quote:
		b, ok := blocks[1].(render.Quote)
		return ok && strings.TrimSpace(a.Text) != "" && strings.TrimSpace(b.Text) != "" &&
			c.pair("BlockQuote", 12, func(t *tag, x, w int) ([]item, float64) { return c.quoteTile(a, t, x, w) },
				func(t *tag, x, w int) ([]item, float64) { return c.quoteTile(b, t, x, w) })
	case render.List:
		b, ok := blocks[1].(render.List)
		return ok && a.Tone == render.Positive && b.Tone == render.Negative &&
			c.pair("L", 12, func(t *tag, x, w int) ([]item, float64) { return c.listColumn(a, t, x, w) },
				func(t *tag, x, w int) ([]item, float64) { return c.listColumn(b, t, x, w) })
	}
	return false
}

// column lays something out at x, w wide, as part of t.
type column func(t *tag, x, w int) (items []item, height float64)

// pair adds two columns as one strip, each an element of the given role, unless one is too high.
func (c *composer) pair(role string, after float64, left, right column) bool {
	w := (c.w - tileGap) / 2
	one, two := &tag{role: role}, &tag{role: role}
	items, h1 := left(one, 0, w)
	more, h2 := right(two, w+tileGap, w)
	height := math.Max(h1, h2)
	if height > tileMost || len(items) == 0 || len(more) == 0 {
		return false
	}
	c.at.kids = append(c.at.kids, kid{tag: one}, kid{tag: two})
	c.space(6)
	items = append(items, more...)
	for i := range items {
		if items[i].h == 0 { // a frame: both are as high as the higher one
			items[i].h = height
		}
	}
	c.add(strip{height: height, items: items})
	c.space(after)
	return true
}

// claimTile is a claim in half the width: its number, where that lies, the statement, its basis.
func (c *composer) claimTile(cl render.Claim, t *tag, x, w int) (items []item, height float64) {
	const padX = 16
	padY := 11.0
	if c.dense {
		padY = 8
	}
	mark, _ := c.toneColors(cl.Tone)
	frame := sketch{draw: func(p *provider, b drawing.Box) {
		p.frame(&box{fill: c.theme.Panel, bar: mark, radius: 8}, b, true, true)
	}}
	items = append(items, item{x: x, w: w, comp: frame})
	left, room, y := x+padX, w-2*padX, padY
	if strings.TrimSpace(cl.Value) != "" {
		value := style{face: font.Bold, size: 24, leading: 29, color: mark}
		for value.size > 13 && font.Width(cl.Value, value.face, value.size) > float64(room) {
			value.size, value.leading = value.size-2, value.leading-2.4
		}
		lines, h := c.lines(cl.Value, value, t.add("P"), left, room, y)
		items = append(items, lines...)
		if used := int(font.Width(cl.Value, value.face, value.size)) + 16; cl.Scale != nil && used+90 <= room {
			items = append(items, c.scaleItem(*cl.Scale, mark, left+used, room-used, y+6))
		}
		y += h + 1
	}
	said := style{face: font.SemiBold, size: 10.5, leading: 15, color: c.theme.Ink}
	if len(cl.Text) > 70 { // a sentence, no name
		said.face, said.size, said.leading = font.Regular, 9.75, 13.5
	}
	statement, h := c.lines(cl.Text, said, t.add("P"), left, room, y)
	y += h + 2
	basis, h := c.lines(cl.Basis, c.small(), t.add("P"), left, room, y)
	y += h
	items = append(append(items, statement...), basis...)
	if cl.Typed {
		chips, h := c.chips([]chip{{text: c.words.Typed, dashed: true, ink: c.theme.Warn, fill: c.theme.WarnSoft}}, t, left, room, y+4)
		items = append(items, chips...)
		y += h + 4
	}
	return items, y + padY
}

// scaleItem draws where a value lies; what it shows, the claim says in words.
func (c *composer) scaleItem(s render.Scale, mark drawing.Color, x, w int, y float64) item {
	return item{x: x, w: w, y: y, h: 18, comp: sketch{draw: func(p *provider, b drawing.Box) { p.scale(b, s, mark, c.theme) }}}
}

// scale is a line with the range as a band on it and the value as a dot: of a feeling between a sad and a happy face, of
// a share from nothing to all of it.
func (p *provider) scale(b drawing.Box, s render.Scale, mark drawing.Color, t render.Theme) {
	const face = 7.0
	width := math.Min(b.W, 150)
	y := b.Y + b.H/2
	from, to := b.X+2*face+6, b.X+width-2*face-6
	if !s.Feels() {
		from, to = b.X+2, b.X+width-2
	}
	if to <= from || s.To <= s.From {
		return
	}
	at := func(v float64) float64 {
		return from + (to-from)*(math.Max(s.From, math.Min(s.To, v))-s.From)/(s.To-s.From)
	}
	track := drawing.Line(from, y, to, y).Stroked(t.Line.Over(t.InkSoft, 0.6), 2.5)
	track.Stroke.Round = true
	p.path(track)
	ticks := []float64{from, to}
	if s.Feels() {
		p.face(b.X+face, y, face, -1, t)
		p.face(b.X+width-face, y, face, 1, t)
		ticks = []float64{(from + to) / 2}
	}
	for _, x := range ticks {
		p.path(drawing.Line(x, y-4, x, y+4).Stroked(t.InkSoft, 0.8))
	}
	if !s.Feels() {
		p.path(drawing.Line(from, y, at(s.Value), y).Stroked(mark, 2.5))
	}
	if s.High > s.Low {
		p.path(drawing.Rect(at(s.Low), y-4.5, math.Max(at(s.High)-at(s.Low), 2), 9, 4).Filled(mark.Alpha(0.28)))
	}
	p.path(drawing.Circle(at(s.Value), y, 4.6).Filled(t.Paper))
	p.path(drawing.Circle(at(s.Value), y, 3.6).Filled(mark))
}

// face is a small round face; mood −1 is sad, 1 is happy.
func (p *provider) face(x, y, r, mood float64, t render.Theme) {
	p.path(drawing.Circle(x, y, r-0.5).Stroked(t.InkSoft, 0.9))
	for _, side := range []float64{-1, 1} {
		p.path(drawing.Circle(x+side*r*0.34, y-r*0.22, r*0.12).Filled(t.InkSoft))
	}
	mouth := drawing.Path{}.Move(x-r*0.42, y+r*(0.36-0.16*mood)).Cubic(x-r*0.2, y+r*(0.36+0.2*mood), x+r*0.2, y+r*(0.36+0.2*mood), x+r*0.42, y+r*(0.36-0.16*mood))
	mouth.Stroke = drawing.Stroke{Color: t.InkSoft, Width: 0.9, Round: true}
	p.path(mouth)
}

// quoteTile is a speech balloon in half the width.
func (c *composer) quoteTile(q render.Quote, t *tag, x, w int) (items []item, height float64) {
	st := style{face: font.Italic, size: 11, leading: 16, color: c.theme.Ink}
	const padY = 9.5
	lines, h := c.lines(q.Text, st, t.add("P"), x+42, w-56, padY)
	h += 2 * padY
	soft := c.theme.Accent.Over(c.theme.Paper, 0.08)
	balloon := sketch{draw: func(p *provider, b drawing.Box) {
		p.frame(&box{fill: soft, radius: 12, tail: true}, b, true, true)
		p.quoteMark(b.X+14, b.Y+padY+2, c.theme.Accent.Alpha(0.85))
	}}
	items = append([]item{{x: x, w: w, h: h, comp: balloon}}, lines...)
	source, hs := c.lines(q.Source, c.small(), t.add("P"), x+58, w-58, h+4)
	return append(items, source...), h + math.Max(hs+4, 14)
}

// factGrid sets facts two by two, the label above what it says, and reports whether it did.
func (c *composer) factGrid(f render.Facts) bool {
	var facts []render.Fact
	for _, fact := range f.Items {
		if strings.TrimSpace(fact.Label+fact.Value+fact.Note) != "" {
			facts = append(facts, fact)
		}
	}
	const most = 260 // letters in a value; more reads badly in half the width
	for _, fact := range facts {
		if len(fact.Value) > most || len(fact.Note) > most || len(fact.Label) > 40 {
			return false
		}
	}
	if !c.dense || len(facts) < 2 || c.w < 400 {
		return false
	}
	w := (c.w - tileGap) / 2
	c.within("L", func(t *tag) {
		for i := 0; i < len(facts); i += 2 {
			var items []item
			height := 0.0
			for k, fact := range facts[i:min(i+2, len(facts))] {
				x := k * (w + tileGap)
				li := t.add("LI")
				label, h1 := c.lines(fact.Label, c.label(), li.add("Lbl"), x, w, 0)
				body := li.add("LBody")
				value, h2 := c.lines(fact.Value, style{face: font.Regular, size: 10, leading: 14.5, color: c.theme.Ink}, body.add("P"), x, w, h1)
				note, h3 := c.lines(fact.Note, c.small(), body.add("P"), x, w, h1+h2)
				items = append(append(append(items, label...), value...), note...)
				height = max(height, h1+h2+h3)
			}
			c.place(items, height, 1e9)
			c.space(6)
		}
	})
	c.space(10)
	return true
}

// claimLine is a claim over the full width in little height: value, scale, statement.
func (c *composer) claimLine(cl render.Claim) bool {
	if !c.dense || strings.TrimSpace(cl.Value) == "" || font.Width(cl.Value, font.Bold, 22) > 110 || len(cl.Text)+len(cl.Basis) > 420 {
		return false
	}
	mark, _ := c.toneColors(cl.Tone)
	c.within("Div", func(t *tag) {
		c.open(box{fill: c.theme.Panel, bar: mark, radius: 8}, 16, 9)
		items, h := c.lines(cl.Value, style{face: font.Bold, size: 22, leading: 27, color: mark}, t.add("P"), 0, 118, 1)
		left := int(font.Width(cl.Value, font.Bold, 22)) + 14
		if cl.Scale != nil {
			items = append(items, c.scaleItem(*cl.Scale, mark, left, 130, 6))
			left += 144
		}
		statement, h1 := c.lines(cl.Text, style{face: font.SemiBold, size: 10.5, leading: 15, color: c.theme.Ink}, t.add("P"), left, c.w-left, 0)
		basis, h2 := c.lines(cl.Basis, c.small(), t.add("P"), left, c.w-left, h1+1)
		h = max(h, h1+h2+1)
		items = append(append(items, statement...), basis...)
		if cl.Typed {
			chips, h3 := c.chips([]chip{{text: c.words.Typed, dashed: true, ink: c.theme.Warn, fill: c.theme.WarnSoft}}, t, left, c.w-left, h1+h2+4)
			items = append(items, chips...)
			h = max(h, h1+h2+h3+4)
		}
		c.place(items, h, 1e9)
		c.close()
	})
	c.space(9)
	return true
}

// listColumn is a list in half the width.
func (c *composer) listColumn(l render.List, t *tag, x, w int) (items []item, height float64) {
	mark, _ := c.toneColors(l.Tone)
	st := style{face: font.Regular, size: 10, leading: 14.5, color: c.theme.Ink}
	if strings.TrimSpace(l.Over) != "" {
		items, height = c.lines(l.Over, c.label(), t.add("Caption"), x, w, 0)
		height++
	}
	apart := 3.5
	if c.zoom > 0 {
		apart = 2
	}
	for _, s := range l.Items {
		if strings.TrimSpace(s) == "" {
			continue
		}
		li := t.add("LI")
		label := li.add("Lbl")
		label.says = c.toneWord(l.Tone)
		sign := sketch{tag: label, draw: func(p *provider, b drawing.Box) { p.sign(l.Tone, b.X+6, b.Y+st.leading/2, mark) }}
		lines, h := c.lines(s, st, li.add("LBody"), x+20, w-20, height)
		items = append(append(items, item{x: x, w: 18, y: height, h: st.leading, comp: sign}), lines...)
		height += h + apart
	}
	return items, height
}
