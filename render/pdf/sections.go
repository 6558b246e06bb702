package pdf

import (
	"fmt"
	"math"
	"strings"

	"github.com/johnfercher/maroto/v2/pkg/consts/align"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
)

// wideSection shows its first figure as large as paper allows: below the chapter's title where
// the letters stay legible, else on a page made for it.
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

// cover is the wrapping: paper with a ribbon, and a label with for whom it is.
func (c *composer) cover() {
	r := c.report
	format := a4()
	format.bare = true
	format.top, format.bottom = 432, 70
	text := c.body()
	if over := c.coverText(text) - coverRoom; over > 0 { // the label may rise to just under the bow
		format.top -= math.Min(over, coverRise)
		if over > coverRise {
			text = c.small()
		}
	}
	end := c.onFormat(format)
	c.pendingFresh = true
	c.at = c.doc.add("Sect")
	art := sketch{draw: func(p *provider, _ drawing.Box) {
		if p.pageNumber() == 1 {
			p.wrapping(c.theme)
		}
	}}
	narrow := c.indent(34)
	c.w -= 34
	label := box{fill: c.theme.Paper, radius: 14, border: c.theme.Line}
	c.open(label, 30, 28)
	c.strips[len(c.strips)-1].art = art
	c.logo()
	set := func(s string, st style, role string, after float64) {
		if strings.TrimSpace(s) == "" {
			return
		}
		items, height := c.lines(s, st, c.at.add(role), 0, c.w, 0)
		c.place(items, height, 1e9)
		c.space(after)
	}
	role := "P"
	if strings.TrimSpace(r.Title) == "" {
		role = "H1" // a document begins with a heading
	}
	set(c.giftLine(), style{font.SemiBold, 11.5, 17, c.theme.Accent, align.Left}, role, 10)
	title := style{font.Bold, 30, 36, c.theme.Ink, align.Left}
	for _, size := range []float64{30, 26, 22, 19} {
		title.size, title.leading = size, size*1.2
		if len(wrap(r.Title, title.face, size, float64(c.w), c.warn)) <= 3 {
			break
		}
	}
	set(r.Title, title, "H1", 12)
	set(joined(" · ", r.Municipality, r.Date), c.body(), "P", 4)
	if r.Period != "" {
		set(c.words.Period+": "+r.Period, c.small().in(c.theme.InkSoft), "P", 0)
	}
	for _, s := range r.Sections {
		if s.Kind == render.Cover && s.Where != render.DeckOnly {
			label, _ := splitCover(s.Blocks)
			c.space(14)
			for _, p := range label {
				c.paragraphs(p.Text, text, "P")
				c.space(6)
			}
		}
	}
	c.close()
	narrow()
	end()
	c.at = c.doc
}

const (
	coverRoom = 95 // points of running text that fit below a gift line and a title of two lines each
	coverRise = 52
)

// coverText is about the height of the running text on the label.
func (c *composer) coverText(st style) float64 {
	height := 0.0
	for _, s := range c.report.Sections {
		if s.Kind == render.Cover && s.Where != render.DeckOnly {
			label, _ := splitCover(s.Blocks)
			for _, p := range label {
				height += float64(len(wrap(p.Text, st.face, st.size, float64(c.w)-128, c.warn)))*st.leading + 6
			}
		}
	}
	return height
}

// splitCover gives the running text of a cover section, which stands on the label, and the rest,
// which follows as a chapter so that the label stays quiet.
func splitCover(blocks []render.Block) (label []render.Prose, rest []render.Block) {
	for _, b := range blocks {
		if p, ok := b.(render.Prose); ok {
			label = append(label, p)
		} else {
			rest = append(rest, b)
		}
	}
	return label, rest
}

func (c *composer) giftLine() string {
	switch author, owner := strings.TrimSpace(c.report.Author), strings.TrimSpace(c.report.Owner); {
	case author != "" && owner != "":
		return fmt.Sprintf(c.words.Gift, author, owner)
	case author != "":
		return fmt.Sprintf(c.words.GiftNoOwner, author)
	case owner != "":
		return fmt.Sprintf(c.words.For, owner)
	}
	return c.words.GiftOnly
}

func joined(sep string, parts ...string) string {
	var some []string
	for _, p := range parts {
		if strings.TrimSpace(p) != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, sep)
}

// wrapping draws the gift: paper with dots, a ribbon over both axes and a bow where they cross.
func (p *provider) wrapping(t render.Theme) {
	w, h := p.page.width, p.page.height
	p.path(drawing.Rect(0, 0, w, h, 0).Filled(t.OnHeader.Over(t.Header, 0.045)))
	dot := t.Ribbon.Over(t.Header, 0.4)
	for row := 0; row < 24; row++ {
		for column := 0; column < 17; column++ {
			x := float64(column)*38 + float64(row%2)*19 - 6
			p.path(drawing.Circle(x, float64(row)*36+14, 1.9).Filled(dot))
		}
	}
	const band = 58
	cx, cy := w/2, 236.0
	shadow := t.Ink.Alpha(0.10)
	p.path(drawing.Rect(cx-band/2-4, 0, band+8, h, 0).Filled(shadow))
	p.ribbon(drawing.Box{X: cx - band/2, W: band, H: h}, true, t)
	p.path(drawing.Rect(0, cy-band/2-4, w, band+8, 0).Filled(shadow))
	p.ribbon(drawing.Box{Y: cy - band/2, W: w, H: band}, false, t)
	p.bow(cx, cy, 1, t)
}

// ribbon is a length of ribbon, upright or lying, with light on its middle.
func (p *provider) ribbon(b drawing.Box, upright bool, t render.Theme) {
	dark, light := t.RibbonShade(), t.Ribbon.Over(t.Paper, 0.86)
	g := drawing.Gradient{Y1: b.Y, Y2: b.Y + b.H}
	if upright {
		g = drawing.Gradient{X1: b.X, X2: b.X + b.W}
	}
	g.Stops = []drawing.Stop{{Offset: 0, Color: dark}, {Offset: 0.18, Color: t.Ribbon}, {Offset: 0.5, Color: light}, {Offset: 0.82, Color: t.Ribbon}, {Offset: 1, Color: dark}}
	path := drawing.Rect(b.X, b.Y, b.W, b.H, 0)
	path.Fill = drawing.Paint{Gradient: &g}
	p.path(path)
}

// bow draws two loops, two tails and a knot around (x0, y0).
func (p *provider) bow(x0, y0, scale float64, t render.Theme) {
	const x, y = 0.0, 0.0
	onPage := drawing.Translate(x0, y0).Mul(drawing.Scale(scale))
	draw := func(path drawing.Path) {
		path = path.Transform(onPage)
		path.Stroke.Width *= scale
		path.Fill = mapped(path.Fill, onPage)
		p.path(path)
	}
	dark := t.RibbonShade()
	light := t.Ribbon.Over(t.Paper, 0.8)
	for _, side := range []float64{-1, 1} {
		at := func(dx, dy float64) (float64, float64) { return x + side*dx, y + dy }
		curve := func(path drawing.Path, x1, y1, x2, y2, x3, y3 float64) drawing.Path {
			a, b := at(x1, y1)
			c, d := at(x2, y2)
			e, f := at(x3, y3)
			return path.Cubic(a, b, c, d, e, f)
		}
		line := func(path drawing.Path, dx, dy float64) drawing.Path { a, b := at(dx, dy); return path.Line(a, b) }
		start := func(dx, dy float64) drawing.Path { a, b := at(dx, dy); return drawing.Path{}.Move(a, b) }

		tail := curve(start(4, 6), 26, 40, 44, 74, 66, 128)
		tail = line(line(tail, 82, 104), 108, 116)
		tail = curve(tail, 88, 66, 62, 30, 22, -4).Closed()
		shade := func(path drawing.Path, from, to drawing.Color, x1, y1, x2, y2 float64) drawing.Path {
			a, b := at(x1, y1)
			c, d := at(x2, y2)
			path.Fill = drawing.Paint{Gradient: &drawing.Gradient{X1: a, Y1: b, X2: c, Y2: d, Stops: []drawing.Stop{{Offset: 0, Color: from}, {Offset: 1, Color: to}}}}
			return path
		}
		draw(tail.Transform(drawing.Translate(2, 5)).Filled(t.Ink.Alpha(0.13)))
		draw(shade(tail, dark, t.Ribbon, 10, 0, 80, 110))

		loop := curve(start(2, -4), 30, -64, 92, -104, 132, -82)
		loop = curve(loop, 168, -62, 150, 6, 108, 22)
		loop = curve(loop, 74, 34, 30, 22, 2, 8).Closed()
		draw(loop.Transform(drawing.Translate(2, 6)).Filled(t.Ink.Alpha(0.13)))
		draw(shade(loop, t.Ribbon, light, 0, 0, 120, -60))
		inner := curve(start(26, -8), 56, -44, 96, -66, 116, -54)
		inner = curve(inner, 134, -42, 120, -4, 92, 6)
		inner = curve(inner, 70, 12, 44, 4, 26, -8).Closed()
		draw(shade(inner, dark, t.Ribbon.Over(dark, 0.4), 30, 0, 120, -40))
	}
	knot := drawing.Rect(x-22, y-20, 44, 40, 14)
	draw(knot.Transform(drawing.Translate(1, 4)).Filled(t.Ink.Alpha(0.18)))
	knot.Fill = drawing.Paint{Gradient: &drawing.Gradient{X1: x - 22, Y1: y - 20, X2: x + 22, Y2: y + 20, Stops: []drawing.Stop{{Offset: 0, Color: light}, {Offset: 1, Color: t.Ribbon}}}}
	draw(knot)
	crease := drawing.Path{}.Move(x-9, y-15).Cubic(x-5, y-5, x-5, y+5, x-9, y+15)
	crease.Stroke = drawing.Stroke{Color: dark.Alpha(0.5), Width: 1.3, Round: true}
	draw(crease)
}
