package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
)

const (
	pxToPt   = 0.66 // of a CSS pixel: figures in the column are never shown larger
	wideMost = 1.1  // and figures on a page of their own not larger than this
	legible  = 6.0  // points; smaller letters on paper get another page or a note
	// nearlyLegible is where the search for a better paper ends.
	nearlyLegible = 5.2
	maxShare      = 0.86 // of a page's height that a figure takes at most
)

// figure sets a picture with its title and caption in the column, or on a page of its own when
// its letters would be too small there.
func (c *composer) figure(f render.Figure) {
	if !drawable(f.Drawing) {
		c.figureText(f)
		return
	}
	if drawable(f.Low) {
		f.Drawing = f.Low
	}
	if paper := paperFor(f.Drawing, c.titleHeight(f)); paper != nil {
		c.gap = 0
		end := c.onFormat(paper)
		c.pendingFresh = true
		c.within("Div", func(t *tag) { c.ownPage(f, t) })
		end()
		return
	}
	c.space(14)
	c.within("Div", func(t *tag) {
		c.flushGap()
		c.figureTitle(f, t)
		c.picture(f, f.Drawing, columnScale(f.Drawing), f.Alt, t)
		c.caption(f, t, "")
	})
	c.space(22)
}

// figureText stands in for a picture that has no area: its words are not lost.
func (c *composer) figureText(f render.Figure) {
	c.within("Div", func(t *tag) {
		c.figureTitle(f, t)
		c.paragraphs(f.Alt, c.body(), "P")
		c.caption(f, t, "")
	})
	c.space(14)
}

// titleHeight is about what a figure's title takes; nothing when the chapter's title says it.
func (c *composer) titleHeight(f render.Figure) float64 {
	if strings.TrimSpace(f.Title) == "" || f.Title == c.chapter {
		return 0
	}
	return titleRoom
}

func (c *composer) figureTitle(f render.Figure, t *tag) {
	if c.titleHeight(f) == 0 {
		return
	}
	items, height := c.lines(f.Title, c.h3(), t.add("P"), 0, c.w, 0)
	c.place(items, height, 1e9)
	c.keep()
	c.space(7)
}

// caption sets what stands under a figure: its origin, where its numbers are, and a note.
func (c *composer) caption(f render.Figure, t *tag, note string) {
	said := false
	say := func(s string) {
		if strings.TrimSpace(s) == "" {
			return
		}
		if said {
			c.keep()
		}
		said = true
		items, height := c.lines(s, c.small(), t.add("Caption"), 0, min(c.w, measure+20), 0)
		c.place(items, height, 1e9)
	}
	c.space(6)
	say(f.Caption)
	say(note)
	if len(f.Data.Rows) > 0 {
		if said {
			c.keep()
		}
		c.reference(c.words.DataOn, dataAnchor(len(c.figures)), t)
		c.figures = append(c.figures, f)
	}
}

func dataAnchor(i int) string { return fmt.Sprintf("data-%d", i) }

// reference is a line that leads to another page and names it.
func (c *composer) reference(format, anchor string, parent *tag) {
	st := c.small().in(c.theme.Accent)
	t := parent.add("P").add("Link")
	c.add(strip{height: st.leading, items: []item{{w: c.w, h: st.leading, comp: sketch{tag: t, draw: func(p *provider, b drawing.Box) {
		s := fmt.Sprintf(format, c.lang.Int(p.numbers[anchor]))
		width := font.Width(s, st.face, st.size)
		p.text(drawing.Text{X: b.X, Y: b.Y + st.size*1.15, S: s, Size: st.size, Face: st.face, Fill: st.color})
		p.linkTo(anchor, s, drawing.Box{X: b.X, Y: b.Y, W: width, H: st.leading}, t)
	}}}}})
}

// linkTo makes an area of the page lead to an anchor.
func (p *provider) linkTo(anchor, contents string, b drawing.Box, t *tag) {
	p.links = append(p.links, link{page: p.pageNumber(), rect: p.rect(b), anchor: anchor, contents: contents, tag: t})
}

// picture adds the drawing itself. It may be made somewhat smaller to stay on the page.
func (c *composer) picture(f render.Figure, d drawing.Drawing, scale float64, alt string, parent *tag) {
	t := parent.add("Figure")
	t.alt = firstSaid(alt, f.Title, f.Caption, c.chapter, c.title())
	var at func(scale float64) strip
	at = func(scale float64) strip {
		w, h := d.Width*scale, d.Height*scale
		return strip{height: h, glue: true, items: []item{{w: int(math.Ceil(w)), h: h, comp: pictureOf(d, scale, drawing.Point{}, t)}}}
	}
	s := at(scale)
	smallest := 0.72
	if letters := smallestLetters(d); letters > 0 {
		smallest = math.Max(smallest, math.Min(1, 6.5/(letters*scale)))
	}
	box, format, x := c.box, c.format, c.x
	s.shrink = func(available float64) (strip, bool) {
		if available < s.height*smallest {
			return strip{}, false
		}
		smaller := at(scale * available / s.height)
		smaller.box, smaller.format, smaller.anchor, smaller.entry, smaller.fresh = box, format, s.anchor, s.entry, s.fresh
		for i := range smaller.items {
			smaller.items[i].x += x
		}
		return smaller, true
	}
	c.add(s)
}

// firstSaid is the first text that says something: a picture without a text alternative would not
// exist for who does not see it.
func firstSaid(texts ...string) string {
	for _, s := range texts {
		if s = oneLine(s); s != "" {
			return s
		}
	}
	return ""
}

// pictureOf draws d in the cell, from is its corner there, and notes where the figure stands.
func pictureOf(d drawing.Drawing, scale float64, from drawing.Point, t *tag) sketch {
	return sketch{tag: t, draw: func(p *provider, b drawing.Box) {
		at := drawing.Box{X: b.X + from.X, Y: b.Y + from.Y, W: d.Width * scale, H: d.Height * scale}
		if t.bbox == nil {
			rect := p.rect(at)
			t.bbox = &rect
		}
		p.raw("q %sW n", p.outline(drawing.Rect(at.X, at.Y, at.W, at.H, 0).Segs))
		p.drawing(d, drawing.Translate(at.X, at.Y).Mul(drawing.Scale(scale)))
		p.raw("Q")
	}}
}

// columnScale is the scale at which a figure stands in the column.
func columnScale(d drawing.Drawing) float64 {
	_, height := a4().content()
	return fit(d, gridWidth, height*maxShare-60, pxToPt)
}

// onFormat lays out on another paper until the returned function is called.
func (c *composer) onFormat(f *pageFormat) (end func()) {
	format, w := c.format, c.w
	width, _ := f.content()
	c.format, c.w = f, width
	return func() {
		c.format, c.w = format, w
		c.gap = 0
		c.pendingFresh = true
	}
}

// ownPage sets a figure on the page made for it by onFormat: whole where its letters are legible,
// else as an overview followed by parts, if parts help.
func (c *composer) ownPage(f render.Figure, t *tag) {
	letters := smallestLetters(f.Drawing)
	w, h := c.format.content()
	scale := fit(f.Drawing, float64(w), h-captionRoom-c.titleHeight(f)-c.used, wideMost)
	format, parts, partScale := readableParts(f.Drawing)
	small := letters*scale < nearlyLegible
	cutUp := small && letters*partScale >= nearlyLegible && len(parts) > 1
	note := c.words.FullSize
	switch {
	case cutUp:
		note = c.words.SmallType
	case small:
		c.warn.small(f.Title, letters*scale)
	}
	c.figureTitle(f, t)
	c.picture(f, f.Drawing, scale, f.Alt, t)
	c.caption(f, t, fmt.Sprintf(note, fullSizeFile(f)))
	if !cutUp {
		return
	}
	end := c.onFormat(format)
	for i, part := range parts {
		c.gap, c.pendingFresh = 0, true
		title := joined(", ", f.Title, fmt.Sprintf(c.words.Part, c.lang.Int(i+1), c.lang.Int(len(parts))))
		items, height := c.lines(title, c.h3(), t.add("P"), 0, c.w, 0)
		c.place(items, height, 1e9)
		c.keep()
		c.space(10)
		c.picture(f, part, partScale, title, t)
		c.strips[len(c.strips)-1].glue = false
	}
	end()
}

func fullSizeFile(f render.Figure) string {
	if f.ID == "" {
		return "svg"
	}
	return f.ID + ".svg"
}

// drawable says whether a drawing has an area.
func drawable(d drawing.Drawing) bool {
	return d.Width > 0 && d.Height > 0 && !math.IsInf(d.Width*d.Height, 0)
}

// fit is the scale, in points per pixel and at most most, at which the drawing fits the room.
func fit(d drawing.Drawing, width, height, most float64) float64 {
	return math.Min(most, math.Min(width/d.Width, height/d.Height))
}

// smallestLetters is the size of the smallest text in pixels, 0 when there is none.
func smallestLetters(d drawing.Drawing) float64 {
	smallest := math.Inf(1)
	var look func(items []drawing.Item, m drawing.Matrix)
	look = func(items []drawing.Item, m drawing.Matrix) {
		for _, it := range items {
			switch v := it.(type) {
			case drawing.Group:
				look(v.Items, m.Mul(v.Matrix))
			case drawing.Text:
				if size := v.Size * m.ScaleFactor(); strings.TrimSpace(v.S) != "" && size > 0 {
					smallest = math.Min(smallest, size)
				}
			}
		}
	}
	look(d.Items, drawing.Matrix{})
	if math.IsInf(smallest, 1) {
		return 0
	}
	return smallest
}

// backTries are the ways tried to set the numbers of figures so that the last page does not hold a few rows
// only: in smaller type, and then as one whole, with less white space. The first is taken when none helps.
var backTries = [...]struct {
	zoom  float64
	whole bool
}{{0, false}, {0.96, false}, {0.92, false}, {0, true}, {0.96, true}, {0.92, true}}

// figureData is the last chapter: every figure's numbers as a table.
func (c *composer) figureData() {
	if len(c.figures) == 0 {
		return
	}
	const fewRows = 0.3 // of a page
	before, kids := *c, len(c.doc.kids)
	ahead := len(paginate(c.strips, a4()))
	for _, try := range backTries {
		c.figureTables(try.zoom)
		if !try.whole || c.whole(c.strips[len(before.strips):]) {
			sheets := paginate(c.strips, a4()) // it may begin below what stands before it
			height := 0.0
			for _, s := range sheets[len(sheets)-1].strips {
				height += s.height
			}
			if len(sheets) == ahead || height > room()*fewRows {
				return
			}
		}
		*c = before
		c.doc.kids = c.doc.kids[:kids]
	}
	c.figureTables(0)
}

func (c *composer) figureTables(zoom float64) {
	figures := c.figures
	c.at = c.doc.add("Sect")
	c.sectionHead(render.Section{Title: c.words.FigureData, ID: "figure-data"}, len(c.report.Sections), c.theme.Accent)
	c.paragraphs(c.words.FigureIntro, c.body(), "P")
	c.dense, c.zoom = true, zoom
	defer func() { c.dense, c.zoom = false, 0 }()
	told := map[int]bool{}
	for i, f := range figures {
		if told[i] {
			continue
		}
		data, joined := dataBeside(figures, i, told)
		c.space(20)
		c.flushGap()
		c.level = 2
		before := len(c.strips)
		title := f.Title
		if len(joined) > 0 {
			title = f.Beside
		}
		if strings.TrimSpace(title) == "" {
			title = f.ID
		}
		if strings.TrimSpace(title) != "" {
			c.heading(title, c.h3(), "H2")
			c.space(2)
		}
		if len(joined) > 0 || data.Caption == title {
			data.Caption = "" // said once is enough
		}
		c.table(data)
		if before < len(c.strips) {
			height := 0.0
			for _, s := range c.strips[before:] {
				height += s.height
			}
			c.strips[before].need = min(height, tableNeed)
			c.strips[before].anchor = dataAnchor(i)
			for _, k := range joined {
				c.strips[before].also = append(c.strips[before].also, dataAnchor(k))
			}
		}
	}
}

// tableNeed is the room that a page must have left for a table to begin on it, if it is that high.
const tableNeed = 120

// dataBeside gives the data of a figure, with that of later ones that may stand beside it in one table. It
// gives the indices of those, and notes that they are told.
func dataBeside(figures []render.Figure, at int, told map[int]bool) (data render.Table, joined []int) {
	data = figures[at].Data
	for k, f := range figures[at+1:] {
		columns := len(data.Columns) + len(f.Data.Columns) - 1
		alike := f.Beside != "" && f.Beside == figures[at].Beside && len(f.Data.Rows) == len(data.Rows) && len(f.Data.Columns) > 0 && columns <= besideColumns
		for i := 0; alike && i < len(data.Rows); i++ {
			alike = len(data.Rows[i]) == len(data.Columns) && len(f.Data.Rows[i]) == len(f.Data.Columns) && data.Rows[i][0] == f.Data.Rows[i][0]
		}
		if !alike {
			continue
		}
		joint := render.Table{Columns: slices.Concat(data.Columns, f.Data.Columns[1:])}
		for i := range data.Rows {
			joint.Rows = append(joint.Rows, slices.Concat(data.Rows[i], f.Data.Rows[i][1:]))
		}
		data, joined, told[at+1+k] = joint, append(joined, at+1+k), true
	}
	return data, joined
}

// besideColumns bounds how wide a table of several figures is.
const besideColumns = 7
