package pdf

import (
	"strings"

	"klantreis/render"
	"klantreis/render/drawing"
)

// wideSection shows its first figure as large as paper allows: in the column, below the chapter's
// title, where the letters stay legible, else on a page made for it.
func (c *composer) wideSection(s render.Section, index int, accent drawing.Color) {
	at := -1
	for i, b := range s.Blocks {
		if f, ok := b.(render.Figure); ok && drawable(f.Drawing) {
			at = i
			break
		}
	}
	if at < 0 {
		c.sectionHead(s, index, accent)
		c.blocks(s.Blocks)
		return
	}
	f := s.Blocks[at].(render.Figure)
	c.chapter = s.Title
	above := c.titleHeight(f)
	if strings.TrimSpace(s.Title) != "" {
		above += headRoom
	}
	paper := paperFor(f.Drawing, above)
	if paper == nil {
		c.sectionHead(s, index, accent)
		c.blocks(s.Blocks)
		return
	}
	end := c.onFormat(paper)
	c.pendingFresh = true
	before := len(c.strips)
	c.sectionHead(s, index, accent)
	c.blocks(s.Blocks[:at])
	c.flushGap()
	used := 0.0
	for _, strip := range c.strips[before:] {
		used += strip.height
	}
	_, height := c.format.content()
	if used > height*0.45 { // much to say first: the figure gets a page of its own
		c.pendingFresh = true
		used = 0
	}
	c.used = used
	c.within("Div", func(t *tag) { c.ownPage(f, t) })
	c.used = 0
	end()
	c.pendingFresh = true
	c.blocks(s.Blocks[at+1:])
}

// headRoom is what a chapter's title takes above a figure.
const headRoom = 62

// FullPage gives the room for a drawing of the given width in pixels on a page that it fills from
// side to side: its height in pixels, and on the first page, below the chapter's title, first.
func FullPage(width float64) (first, height float64) {
	w, h := figurePage(false).content()
	px := width / float64(w)
	return (h - headRoom) * px, h * px
}

// fullPages gives every figure a page of its own from side to side, the first one below the
// chapter's title.
func (c *composer) fullPages(s render.Section, index int, accent drawing.Color) {
	end := c.onFormat(figurePage(false))
	c.pendingFresh = true
	c.sectionHead(s, index, accent)
	width, height := c.format.content()
	room := height - headRoom
	for _, b := range s.Blocks {
		f, ok := b.(render.Figure)
		if !ok || !drawable(f.Drawing) {
			c.block(b)
			continue
		}
		c.flushGap()
		c.within("Div", func(t *tag) { c.picture(f, f.Drawing, fit(f.Drawing, float64(width), room, wideMost), f.Alt, t) })
		c.gap, c.pendingFresh, room = 0, true, height
	}
	end()
}

// persona shows who the customer is: a portrait beside the first facts and the quote.
func (c *composer) persona(blocks []render.Block, accent drawing.Color) {
	const portrait = 92
	drawn := false
	for _, b := range blocks {
		f, ok := b.(render.Facts)
		if !ok || drawn || len(f.Items) == 0 {
			c.block(b)
			continue
		}
		drawn = true
		face := sketch{draw: func(p *provider, b drawing.Box) { p.portrait(b.X, b.Y, portrait-18, accent, c.theme) }}
		c.space(4)
		c.add(strip{height: 0.01, glue: true, items: []item{{w: portrait - 18, h: portrait - 18, comp: face}}})
		end := c.indent(portrait + 8)
		before, height := len(c.strips), 0.0
		c.facts(f)
		for _, s := range c.strips[before:] {
			height += s.height
		}
		end()
		if height < portrait-8 {
			c.space(portrait - 8 - height + 16)
		}
	}
}

// portrait is a friendly head and shoulders in a disc.
func (p *provider) portrait(x, y, size float64, accent drawing.Color, t render.Theme) {
	r := size / 2
	cx, cy := x+r, y+r
	disc := drawing.Circle(cx, cy, r)
	p.path(disc.Filled(accent.Over(t.Paper, 0.13)))
	p.raw("q %sW n", p.outline(disc.Segs))
	p.path(drawing.Ellipse(cx, cy+r*1.02, r*0.68, r*0.58).Filled(accent))
	p.path(drawing.Circle(cx, cy-r*0.14, r*0.36).Filled(accent.Over(t.Paper, 0.55)))
	p.raw("Q")
}
