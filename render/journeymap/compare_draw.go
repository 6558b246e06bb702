package journeymap

import (
	"fmt"
	"strconv"

	"klantreis/journeys"
	"klantreis/journeys/difference"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/drawing"
)

// pairPainter turns a placed comparison into paths and text.
type pairPainter struct {
	painter
	p *pair
	l *pairLayout
}

func drawPair(l *pairLayout, p *pair, t render.Theme) drawing.Drawing {
	pp := pairPainter{painter{t, p.view, l.layout}, p, l}
	items := []drawing.Item{pp.backdrops(), pp.head(), pp.above()}
	for _, ln := range l.lanes {
		items = append(items, drawing.Group{ID: "baan-" + ln.name, Items: pp.card(ln.label, 0)})
	}
	if l.moods != nil {
		items = append(items, drawing.Group{ID: "baan-beleving", Items: append(pp.card(l.moods.label, 0), pp.blocks(l.moods.axis, 0)...)})
		items = append(items, pp.curves())
	}
	ids := map[string]bool{}
	for i := range l.phases {
		items = append(items, pp.phaseGroup(i, ids))
	}
	f := l.footer
	rule := drawing.Line(pageMargin, f.rule, l.width-pageMargin, f.rule).Stroked(t.Line, 1)
	items = append(items, drawing.Group{ID: "voet", Label: p.words.Sources, Items: append([]drawing.Item{rule}, pp.blocks(f.blocks, 0)...)})
	return drawing.Drawing{
		ID: p.id, Width: l.width, Height: l.height, Title: clean(p.heading()), Desc: clean(p.tale()),
		Lang: string(p.lang), Background: t.Paper, Items: items,
	}
}

func (pp pairPainter) backdrops() drawing.Item {
	l, t := pp.l, pp.t
	var items []drawing.Item
	for i, ph := range pp.p.phases {
		x, w := l.grid.tint(ph.from, ph.to)
		fill := t.Phase(pp.number(i)).Tint
		if pp.p.part[i].State == difference.Removed {
			fill = t.Panel
		}
		items = append(items, drawing.Rect(x, l.tints[0], w, l.tints[1]-l.tints[0], 8).Filled(fill))
	}
	if m := l.moods; m != nil {
		x1, x2 := l.grid.x+2, l.grid.x+l.grid.width()-2
		for _, value := range []float64{2, 1, 0, -1, -2} {
			y, width, color := m.zero-value*l.grid.mood, 1.0, t.Line
			if value == 0 {
				width, color = 1.5, t.InkSoft.Over(t.Paper, 0.45)
			}
			items = append(items, drawing.Line(x1, y, x2, y).Stroked(color, width))
		}
	}
	return drawing.Group{ID: "achtergrond", Items: items}
}

func (pp pairPainter) head() drawing.Item {
	l, t := pp.l, pp.t
	items := []drawing.Item{drawing.Rect(0, 0, l.width, l.header.box.H, 0).Filled(t.Header)}
	x, y := l.arrow[0], l.arrow[1]
	for _, tip := range []float64{x, x + arrowLength} {
		back := tip + 6
		if tip > x {
			back = tip - 6
		}
		head := drawing.Path{}.Move(back, y-4.5).Line(tip, y).Line(back, y+4.5)
		head.Stroke = drawing.Stroke{Color: t.OnHeader, Width: 2, Round: true}
		items = append(items, head)
	}
	items = append(items, drawing.Line(x+0.5, y, x+arrowLength-0.5, y).Stroked(t.OnHeader, 2))
	items = append(items, pp.blocks(l.header.blocks, 0)...)
	for _, c := range l.chips {
		items = append(items, drawing.Rect(c.box.X, c.box.Y, c.box.W, c.box.H, c.box.H/2).Filled(t.Paper))
		box := drawing.Box{X: c.box.X + 10, Y: c.box.Y + (chipHeight-13)/2, W: 13, H: 13}
		items = append(items, strokes(signPaths(stateSign(c.role)), box, pp.color(c.role, 0))...)
		items = append(items, pp.block(c.text, 0)...)
	}
	return drawing.Group{ID: "kop", Label: clean(pp.p.heading()), Items: items}
}

func (pp pairPainter) above() drawing.Item {
	var items []drawing.Item
	if c := pp.l.persona; c != nil {
		items = append(items, drawing.Group{ID: "klant", Label: pp.v.words.Customer, Items: pp.card(*c, 0)})
	}
	if c := pp.l.key; c != nil {
		items = append(items, drawing.Group{ID: "legenda", Label: pp.v.words.Legend, Items: pp.card(*c, 0)})
	}
	return drawing.Group{ID: "bovenaan", Items: items}
}

// card draws a card as the map does, with the signs of a comparison in it.
func (pp pairPainter) card(c card, phase int) []drawing.Item {
	items := pp.painter.backdrop(c, phase)
	if c.kind == stepCard {
		items = pp.stepBackdrop(c, phase)
	}
	for _, m := range c.marks {
		items = append(items, pp.sign(m, phase)...)
	}
	for _, b := range c.blocks {
		items = append(items, pp.block(b, phase)...)
	}
	if c.kind == stepCard && pp.p.c.Steps[c.step].State == difference.Removed {
		for _, b := range c.blocks {
			if b.style == cardTitle {
				items = append(items, pp.struck(b)...)
			}
		}
	}
	for _, b := range c.badges {
		items = append(items, pp.pill(b)...)
	}
	return items
}

// stepBackdrop tells by its edge what happened to a step; the pill on it says the same in a word.
func (pp pairPainter) stepBackdrop(c card, phase int) []drawing.Item {
	t, b := pp.t, c.box
	s := pp.p.c.Steps[c.step]
	rect := drawing.Rect(b.X+1, b.Y+1, b.W-2, b.H-2, 8)
	_, roles := pp.p.states(s)
	color := pp.color(roles[0], 0)
	switch {
	case s.State == difference.Removed:
		clip := rect
		var lines []drawing.Item
		for x := b.X - b.H; x < b.X+b.W; x += 9 {
			x1, y1, x2, y2 := x, b.Y+b.H, x+b.H, b.Y
			if x1 < b.X { // the strokes begin and end within the card, whatever the clip does
				x1, y1 = b.X, y1-(b.X-x)
			}
			if x2 > b.X+b.W {
				y2, x2 = y2+(x2-b.X-b.W), b.X+b.W
			}
			lines = append(lines, drawing.Line(x1, y1, x2, y2).Stroked(t.Line.Over(t.Paper, 0.55), 1.5))
		}
		return []drawing.Item{rect.Filled(t.Paper), drawing.Group{Clip: &clip, Items: lines}, rect.Stroked(t.InkSoft.Over(t.Paper, 0.6), 1.5, 5, 4)}
	case s.Same():
		return []drawing.Item{rect.Filled(t.Paper).Stroked(t.Line, 1), capPath(b, 8, 6).Filled(t.Phase(phase).Fill)}
	}
	return []drawing.Item{
		drawing.Rect(b.X, b.Y+2, b.W, b.H, 9).Filled(t.Ink.Alpha(0.07)),
		rect.Filled(color.Over(t.Paper, 0.05)).Stroked(color, 2),
		capPath(b, 8, 6).Filled(t.Phase(phase).Fill),
	}
}

// struck draws a line through each line of a text.
func (pp pairPainter) struck(b block) []drawing.Item {
	var items []drawing.Item
	for i, line := range b.lines {
		y := b.y + (float64(i)+0.5)*b.style.leading() + 0.5
		items = append(items, drawing.Line(b.x-1, y, b.x+b.style.width(line)+1, y).Stroked(pp.t.InkSoft, 1.3))
	}
	return items
}

// pill says in a word with a sign what happened to a step.
func (pp pairPainter) pill(b badge) []drawing.Item {
	fill, text := pp.color(b.role, 0), pp.t.Paper
	box := drawing.Rect(b.box.X, b.box.Y, b.box.W, b.box.H, b.box.H/2)
	items := []drawing.Item{box.Filled(fill)}
	if b.role == roleSame {
		text = pp.t.InkSoft
		items = []drawing.Item{box.Filled(pp.t.Panel)}
	}
	items = append(items, strokes(signPaths(stateSign(b.role)), drawing.Box{X: b.box.X + 6, Y: b.box.Y + 4, W: 10, H: 10}, text)...)
	for _, line := range b.text.texts() {
		line.Fill = text
		items = append(items, line)
	}
	return items
}

// sign draws a mark: those of a comparison here, the others as on the map.
func (pp pairPainter) sign(m mark, phase int) []drawing.Item {
	if paths := signPaths(m.icon); paths != nil {
		return strokes(paths, m.box, pp.color(m.role, phase))
	}
	t, b := pp.t, m.box
	x, y := b.X+b.W/2, b.Y+b.H/2
	switch m.icon {
	case keyCurrent:
		return append([]drawing.Item{pp.curveLine(drawing.Line(b.X, y, b.X+b.W, y), 0, false)}, small(x, y, face(0, 0, 0.2, false, t.InkSoft, t.Paper))...)
	case keyWished:
		return append([]drawing.Item{pp.curveLine(drawing.Line(b.X, y, b.X+b.W, y), 1, false)}, small(x, y, wishedFace(0, 0, 1.2, true, t.Accent, t.Paper))...)
	case keyOpen:
		return append(small(x-11, y, face(0, 0, 0.2, true, t.InkSoft, t.Paper)), small(x+11, y, wishedFace(0, 0, 1.2, true, t.Accent, t.Paper))...)
	case keyCounted:
		band := drawing.Rect(b.X, y-7, b.W, 14, 7).Filled(t.InkSoft.Alpha(0.16))
		return append([]drawing.Item{band}, small(x, y, face(0, 0, 0.2, false, t.InkSoft, t.Paper))...)
	case keyGain, keyLoss:
		gain := m.icon == keyGain
		area := drawing.Rect(b.X, y-9, b.W, 18, 3).Filled(pp.shadeColor(gain))
		return append([]drawing.Item{area}, pp.tag(shadeTag{x, y, gain})...)
	case keyBroken:
		return []drawing.Item{pp.curveLine(drawing.Line(b.X, y, b.X+b.W, y), 0, true)}
	}
	return pp.mark(m, phase)
}

// small draws a face of the map, given around zero, as large as a line of the key.
func small(x, y float64, face []drawing.Item) []drawing.Item {
	const scale = 0.68
	m := drawing.Translate(x, y).Mul(drawing.Scale(scale))
	var items []drawing.Item
	for _, it := range face {
		if p, ok := it.(drawing.Path); ok {
			p = p.Transform(m)
			p.Stroke.Width *= scale
			items = append(items, p)
		}
	}
	return items
}

func (pp pairPainter) shadeColor(gain bool) drawing.Color {
	if gain {
		return pp.t.Good.Alpha(0.16)
	}
	return pp.t.Bad.Alpha(0.16)
}

// tag is the sign in the middle of a difference.
func (pp pairPainter) tag(s shadeTag) []drawing.Item {
	c, sign := pp.t.Good, signPlus
	if !s.gain {
		c, sign = pp.t.Bad, signMinus
	}
	items := []drawing.Item{drawing.Circle(s.x, s.y, 8).Filled(pp.t.Paper).Stroked(c, 1.5)}
	return append(items, strokes(signPaths(sign), drawing.Box{X: s.x - 5, Y: s.y - 5, W: 10, H: 10}, c)...)
}

// curveLine gives a line the look of its side: the current one solid, the wished one dashed; dotted
// where nothing is known in between.
func (pp pairPainter) curveLine(p drawing.Path, side int, dotted bool) drawing.Path {
	p.Stroke = drawing.Stroke{Color: pp.t.InkSoft, Width: 3, Round: true}
	if side == 1 {
		p.Stroke = drawing.Stroke{Color: pp.t.Accent, Width: 3, Dash: []float64{9, 6}}
	}
	if dotted {
		p.Stroke.Width, p.Stroke.Dash, p.Stroke.Round = 2.4, []float64{0.1, 7}, true
	}
	return p
}

// curves are both lines with what lies between them.
func (pp pairPainter) curves() drawing.Item {
	m := pp.l.moods
	var items []drawing.Item
	for _, s := range m.shades {
		items = append(items, s.path.Filled(pp.shadeColor(s.gain)))
	}
	for i, color := range []drawing.Color{pp.t.InkSoft, pp.t.Accent} {
		for _, b := range m.sides[i].bands {
			items = append(items, b.Filled(color.Alpha(0.16)))
		}
	}
	for i := range m.sides {
		for _, pc := range m.sides[i].pieces {
			items = append(items, pp.curveLine(pc.path, i, pc.dotted))
		}
	}
	for _, t := range m.tags {
		items = append(items, pp.tag(t)...)
	}
	return drawing.Group{ID: "curve", Items: items}
}

// feelings are the two faces of a column with their values, margins and origins.
func (pp pairPainter) feelings(i int) []drawing.Item {
	m := pp.l.moods
	if m == nil {
		return nil
	}
	var items []drawing.Item
	for side := range m.sides {
		color, draw := pp.t.InkSoft, face
		if side == 1 {
			color, draw = pp.t.Accent, wishedFace
		}
		for _, pt := range m.sides[side].points {
			if pt.step != i {
				continue
			}
			if pt.low-pt.high > 0.5 {
				for _, y := range []float64{pt.high, pt.low} {
					items = append(items, drawing.Line(pt.x-5, y, pt.x+5, y).Stroked(color, 2))
				}
				items = append(items, drawing.Line(pt.x, pt.high, pt.x, pt.low).Stroked(color, 2))
			}
			items = append(items, draw(pt.x, pt.y, pt.emotion.Value, pt.emotion.Kind == evidence.Typed, color, pp.t.Paper)...)
			items = append(items, pp.block(pt.value, 0)...)
		}
	}
	for _, b := range m.chips {
		if b.column == i {
			items = append(items, pp.chip(b)...)
		}
	}
	for _, n := range m.notes {
		if n.column == i {
			items = append(items, pp.block(n.block, 0)...)
		}
	}
	return items
}

// chip says how much better or worse a step gets.
func (pp pairPainter) chip(b moodChip) []drawing.Item {
	t := pp.t
	fill := t.Panel
	switch b.role {
	case good:
		fill = t.GoodSoft
	case bad:
		fill = t.BadSoft
	}
	color := pp.color(b.role, 0)
	items := []drawing.Item{drawing.Rect(b.box.X, b.box.Y, b.box.W, b.box.H, b.box.H/2).Filled(fill).Stroked(color.Over(t.Paper, 0.5), 1)}
	items = append(items, strokes(signPaths(b.sign), drawing.Box{X: b.box.X + 8, Y: b.box.Y + 5, W: 10, H: 10}, color)...)
	return append(items, pp.block(b.text, 0)...)
}

// phaseGroup is the arrow of a phase with all its steps. A phase that goes is grey.
func (pp pairPainter) phaseGroup(i int, ids map[string]bool) drawing.Item {
	b, ph := pp.l.phases[i], pp.p.phases[i]
	at := pp.number(i)
	fill, text := pp.t.Phase(at).Fill, pp.t.Phase(at).OnFill
	if pp.p.part[i].State == difference.Removed {
		fill, text = pp.t.InkSoft, pp.t.Paper
	}
	items := []drawing.Item{arrowBox(b).Filled(fill)}
	for _, bl := range []block{b.title, b.meta} {
		for _, line := range bl.texts() {
			line.Fill = text
			items = append(items, line)
		}
	}
	for s := ph.from; s < ph.to; s++ {
		items = append(items, pp.column(s, at, ids))
	}
	return drawing.Group{ID: uniqueID(ids, "fase-"+strconv.Itoa(i+1)), Label: clean(ph.title), Items: items}
}

// column is all that stands at one step, from top to bottom.
func (pp pairPainter) column(i, phase int, ids map[string]bool) drawing.Item {
	s := pp.p.c.Steps[i]
	var items []drawing.Item
	put := func(above bool) {
		for _, ln := range pp.l.lanes {
			if pp.l.moods != nil && (ln.box.Y < pp.l.moods.box.Y) != above || pp.l.moods == nil && !above {
				continue
			}
			for _, c := range ln.cards {
				if c.step == i {
					items = append(items, pp.card(c, phase)...)
				}
			}
		}
	}
	put(true)
	items = append(items, pp.feelings(i)...)
	put(false)
	id := journeys.Slug(s.ID)
	if id == "" {
		id = fmt.Sprint(i + 1)
	}
	return drawing.Group{ID: uniqueID(ids, "stap-"+id), Label: clean(pp.p.story(i)), Items: items, Data: map[string]string{"stap": s.ID, "verschil": string(s.State)}}
}
