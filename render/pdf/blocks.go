package pdf

import (
	"strings"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
)

// within adds a child element, lays out what belongs to it and returns to the parent.
func (c *composer) within(role string, fill func(t *tag)) {
	parent := c.at
	c.at = parent.add(role)
	fill(c.at)
	c.at = parent
}

// toneColors are the mark and the soft background of a tone.
func (c *composer) toneColors(t render.Tone) (mark, soft drawing.Color) {
	switch t {
	case render.Positive:
		return c.theme.Good, c.theme.GoodSoft
	case render.Negative:
		return c.theme.Bad, c.theme.BadSoft
	case render.Attention:
		return c.theme.Warn, c.theme.WarnSoft
	}
	return c.theme.Accent, c.theme.Panel
}

// toneWord is what a tone's sign says aloud.
func (c *composer) toneWord(t render.Tone) string {
	switch t {
	case render.Positive:
		return c.words.Good
	case render.Negative:
		return c.words.Bad
	case render.Attention:
		return c.words.Attention
	}
	return "•"
}

func (c *composer) list(l render.List) {
	if len(l.Items) == 0 {
		return
	}
	mark, _ := c.toneColors(l.Tone)
	st, after := c.body(), 12.0
	if c.dense {
		st.size, st.leading, after = 10, 14.5, 8
	}
	widest := min(c.w, measure)
	if c.dense {
		widest = c.w
	}
	c.within("L", func(t *tag) {
		if strings.TrimSpace(l.Over) != "" {
			items, height := c.lines(l.Over, c.label(), t.add("Caption"), 0, widest, 0)
			c.place(items, height, 1e9)
			c.space(3)
		}
		for _, s := range l.Items {
			if strings.TrimSpace(s) == "" {
				continue
			}
			li := t.add("LI")
			label := li.add("Lbl")
			label.says = c.toneWord(l.Tone)
			sign := sketch{tag: label, draw: func(p *provider, b drawing.Box) { p.sign(l.Tone, b.X+6, b.Y+st.leading/2, mark) }}
			items, height := c.lines(s, st, li.add("LBody"), 22, widest-22, 0)
			items = append(items, item{x: 0, w: 20, h: st.leading, comp: sign})
			c.place(items, height, 3*st.leading)
			c.space(4.5)
		}
	})
	c.space(after)
}

// sign draws a tone's mark around (x, y): a tick, an exclamation mark, a warning triangle or a
// dot. The shapes differ, so that nothing depends on colour.
func (p *provider) sign(t render.Tone, x, y float64, c drawing.Color) {
	white := drawing.Color{R: 255, G: 255, B: 255, A: 255}
	stroke := func(path drawing.Path) {
		path.Stroke = drawing.Stroke{Color: white, Width: 1.4, Round: true}
		p.path(path)
	}
	switch t {
	case render.Positive:
		p.path(drawing.Circle(x, y, 5.8).Filled(c))
		stroke(drawing.Polyline(drawing.Point{X: x - 2.6, Y: y + 0.2}, drawing.Point{X: x - 0.7, Y: y + 2.2}, drawing.Point{X: x + 2.8, Y: y - 2}))
	case render.Negative:
		p.path(drawing.Circle(x, y, 5.8).Filled(c))
		stroke(drawing.Line(x, y-3, x, y+0.7))
		p.path(drawing.Circle(x, y+3, 0.9).Filled(white))
	case render.Attention:
		p.path(drawing.Polyline(drawing.Point{X: x, Y: y - 6}, drawing.Point{X: x + 6.4, Y: y + 5.2}, drawing.Point{X: x - 6.4, Y: y + 5.2}).Closed().Filled(c))
		stroke(drawing.Line(x, y-1.8, x, y+1.2))
		p.path(drawing.Circle(x, y+3.3, 0.85).Filled(white))
	default:
		p.path(drawing.Circle(x, y, 2.1).Filled(c))
	}
}

// quote is a speech balloon with its origin beneath the tail.
func (c *composer) quote(q render.Quote) {
	if strings.TrimSpace(q.Text) == "" {
		return
	}
	end := func() {}
	if c.w > measure+20 {
		w := c.w
		c.w = measure + 20
		end = func() { c.w = w }
	}
	soft := c.theme.Accent.Over(c.theme.Paper, 0.08)
	st := style{face: font.Italic, size: 12.5, leading: 19.5, color: c.theme.Ink}
	padY := 13.0
	if c.dense {
		st.size, st.leading, padY = 11, 16.5, 9
	}
	c.space(8)
	c.within("BlockQuote", func(t *tag) {
		c.open(box{fill: soft, radius: 12, tail: true}, 18, padY)
		mark := sketch{draw: func(p *provider, b drawing.Box) { p.quoteMark(b.X, b.Y+3, c.theme.Accent.Alpha(0.85)) }}
		items, height := c.lines(q.Text, st, t.add("P"), 32, c.w-32, 0)
		items = append(items, item{x: 0, w: 30, h: st.leading, comp: mark})
		c.place(items, height, 6*st.leading)
		c.close()
		if strings.TrimSpace(q.Source) != "" {
			c.keep()
			c.space(5)
			items, height := c.lines(q.Source, c.small(), t.add("P"), 58, c.w-58, 0)
			c.place(items, height, 1e9)
		} else {
			c.space(16)
		}
	})
	end()
	if c.dense {
		c.space(8)
	} else {
		c.space(16)
	}
}

// quoteMark draws an opening quotation mark, 24 points wide.
func (p *provider) quoteMark(x, y float64, color drawing.Color) {
	comma := func(x float64) drawing.Path {
		return drawing.Path{}.Move(x+8.5, y).Cubic(x+3.5, y+2, x, y+6, x, y+10.5).
			Cubic(x, y+13.5, x+2, y+15.5, x+4.6, y+15.5).Cubic(x+7.2, y+15.5, x+9, y+13.6, x+9, y+11.2).
			Cubic(x+9, y+8.8, x+7.3, y+7.2, x+5, y+7.1).Cubic(x+5.4, y+5, x+7, y+3.2, x+9.5, y+2).Closed().Filled(color)
	}
	p.path(comma(x))
	p.path(comma(x + 12))
}

// facts are label and value side by side, parted by hairlines.
func (c *composer) facts(f render.Facts) {
	labelWidth := min(132, c.w/4)
	if len(f.Items) == 0 || c.factGrid(f) {
		return
	}
	c.within("L", func(t *tag) {
		for i, fact := range f.Items {
			if strings.TrimSpace(fact.Label+fact.Value+fact.Note) == "" {
				continue
			}
			li := t.add("LI")
			label, h1 := c.lines(fact.Label, c.label(), li.add("Lbl"), 0, labelWidth-12, 8)
			body := li.add("LBody")
			value, h2 := c.lines(fact.Value, c.body(), body.add("P"), labelWidth, c.w-labelWidth, 6)
			note, h3 := c.lines(fact.Note, c.small(), body.add("P"), labelWidth, c.w-labelWidth, 6+h2)
			height := max(8+h1, 6+h2+h3) + 6
			items := append(append(label, value...), note...)
			if i > 0 {
				rule := sketch{draw: func(p *provider, b drawing.Box) {
					p.path(drawing.Line(b.X, b.Y, b.X+b.W, b.Y).Stroked(c.theme.Line, 0.6))
				}}
				items = append(items, item{w: c.w, h: 0.5, comp: rule})
			}
			c.place(items, height, 260)
		}
	})
	c.space(16)
}

// claim is a statement with its number in large type and what stands behind it in small.
func (c *composer) claim(cl render.Claim) {
	if c.claimLine(cl) {
		return
	}
	mark, _ := c.toneColors(cl.Tone)
	valueWidth, textX := 124, 138
	c.within("Div", func(t *tag) {
		c.open(box{fill: c.theme.Panel, bar: mark, radius: 8}, 18, 13)
		var items []item
		height := 0.0
		value := style{face: font.Bold, size: 26, leading: 31, color: mark}
		stacked := false
		if strings.TrimSpace(cl.Value) == "" {
			textX = 0
		} else {
			for _, size := range []float64{26, 22, 18, 15} {
				value.size, value.leading = size, size*1.2
				if font.Width(cl.Value, value.face, size) <= float64(valueWidth) {
					break
				}
			}
			if font.Width(cl.Value, value.face, value.size) > float64(valueWidth) {
				stacked, textX, valueWidth = true, 0, c.w
			}
			v, h := c.lines(cl.Value, value, t.add("P"), 0, valueWidth, 0)
			items = append(items, v...)
			if stacked {
				c.place(items, h, 200)
				items = nil
				c.keep()
			} else {
				height = h
				if cl.Scale != nil {
					items = append(items, c.scaleItem(*cl.Scale, mark, 0, valueWidth, h+4))
					height += 24
				}
			}
		}
		y := 0.0
		if height > 0 {
			y = 3
		}
		statement, h := c.lines(cl.Text, style{face: font.SemiBold, size: 11, leading: 16.5, color: c.theme.Ink}, t.add("P"), textX, c.w-textX, y)
		y += h
		basis, h := c.lines(cl.Basis, c.small(), t.add("P"), textX, c.w-textX, y+3)
		y += h + 3
		items = append(append(items, statement...), basis...)
		if cl.Typed {
			chips, h := c.chips([]chip{{text: c.words.Typed, dashed: true, ink: c.theme.Warn, fill: c.theme.WarnSoft}}, t, textX, c.w-textX, y+5)
			items = append(items, chips...)
			y += h + 5
		}
		c.place(items, max(height, y), 320)
		c.close()
	})
	c.space(10)
}

// callout is a tinted box with a sign.
func (c *composer) callout(co render.Callout) {
	mark, soft := c.toneColors(co.Tone)
	end := func() {}
	c.space(6)
	c.within("Div", func(t *tag) {
		padY := 13.0
		if c.dense {
			padY = 9
		}
		c.open(box{fill: soft, bar: mark, radius: 8}, 18, padY)
		if co.Tone != render.Neutral {
			sign := sketch{draw: func(p *provider, b drawing.Box) { p.sign(co.Tone, b.X+6, b.Y+8.5, mark) }}
			end = c.indent(22)
			c.add(strip{height: 0.01, glue: true, items: []item{{x: -22, w: 14, h: 17, comp: sign}}})
		}
		if strings.TrimSpace(co.Title) != "" {
			title := c.h3()
			if c.dense {
				title = style{face: font.SemiBold, size: 10.5, leading: 15, color: c.theme.Ink}
			}
			items, height := c.lines(co.Title, title, t.add("P"), 0, c.w, 0)
			c.place(items, height, 1e9)
			c.keep()
			c.space(3)
		}
		c.paragraphs(co.Text, c.body(), "P")
		end()
		c.close()
	})
	c.space(16)
}
