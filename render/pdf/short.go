package pdf

import (
	"errors"
	"io"
	"strings"

	"github.com/johnfercher/maroto/v2/pkg/consts/align"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
)

var errNothing = errors.New("pdf: nothing to write")

// WriteShort writes the first of the versions that fits one side of A4, in normal type or somewhat
// smaller; the last one is made as small as it needs. Its title stands on a band of wrapping paper.
// The same versions and theme give the same bytes.
func WriteShort(w io.Writer, versions []render.Report, t render.Theme) (warnings []string, err error) {
	for i, r := range versions {
		zooms := []float64{0, 0.95, 0.9}
		if i == len(versions)-1 {
			zooms = append(zooms, 0.8, 0.7, 0.6, 0.5, 0.4)
		}
		for _, zoom := range zooms {
			c := newComposer(r, t, &warningList{})
			if c.short(zoom) {
				return c.print(w, paginate(c.strips, a4()), false)
			}
		}
	}
	return nil, errNothing
}

// short lays out the page and reports whether it is one.
func (c *composer) short(zoom float64) bool {
	const bandRoom = 22 // below the words on the band
	format := a4()
	format.bare, format.top, format.bottom = true, 34, 36
	end := c.onFormat(format)
	c.dense, c.zoom, c.pendingFresh = true, zoom, true
	c.at = c.doc.add("Sect")
	c.at.title = c.report.Title
	_, room := format.content()
	white := c.theme.OnHeader
	narrow := c.w
	c.w -= 104 // the bow
	set := func(s string, st style, role string) {
		if strings.TrimSpace(s) == "" {
			return
		}
		items, height := c.lines(s, st, c.at.add(role), 0, c.w, 0)
		c.place(items, height, 1e9)
		c.keep()
	}
	band := 0.0 // known when the page is drawn
	c.add(strip{height: 0.01, glue: true, art: sketch{draw: func(p *provider, _ drawing.Box) { p.band(band, c.theme) }}})
	role := "P"
	if strings.TrimSpace(c.report.Title) == "" {
		role = "H1"
	}
	set(c.giftLine(), style{font.SemiBold, 10, 15, white, align.Left}, role)
	c.space(3)
	title := style{font.Bold, 23, 28, white, align.Left}
	for len(wrap(c.report.Title, title.face, title.size, float64(c.w), c.warn)) > 2 && title.size > 14 {
		title.size, title.leading = title.size-1.5, title.leading-1.8
	}
	set(c.report.Title, title, "H1")
	c.space(3)
	set(joined(" · ", c.report.Municipality, c.report.Date), style{font.Regular, 9, 13, white, align.Left}, "P")
	c.w, c.level = narrow, 1
	band = format.top + c.height() + bandRoom
	c.space(bandRoom + 16)
	c.flushGap()
	c.strips[len(c.strips)-1].gap, c.strips[len(c.strips)-1].glue = false, true
	for _, s := range c.report.Sections {
		blocks, last := s.Blocks, render.Prose{}
		if p, ok := blocks[max(0, len(blocks)-1)].(render.Prose); ok {
			blocks, last = blocks[:len(blocks)-1], p
		}
		c.blocks(blocks)
		if strings.TrimSpace(last.Text) != "" {
			c.space(12)
			items, height := c.lines(last.Text, c.small(), c.at.add("P"), 0, c.w, 0)
			c.place(items, height, 1e9)
		}
	}
	end()
	fixed, space := 0.0, 0.0
	for _, s := range c.strips {
		if s.gap {
			space += s.height
		} else {
			fixed += s.height
		}
	}
	const least = 0.5 // of the white space
	if fixed+space*least > room {
		return false
	}
	if over := fixed + space - room + 1; over > 0 {
		for i := range c.strips {
			if c.strips[i].gap {
				c.strips[i].height *= 1 - over/space
			}
		}
	}
	for i := range c.strips[:len(c.strips)-1] {
		c.strips[i].glue = true
	}
	return true
}

// band is the wrapping paper at the top of a page, with the ribbon and a small bow at its right.
func (p *provider) band(height float64, t render.Theme) {
	const wide, scale = 34.0, 0.46
	w := p.page.width
	x, y := w-82, height*0.46
	clip := p.outline(drawing.Rect(0, 0, w, height, 0).Segs)
	p.raw("q %sW n", clip)
	p.path(drawing.Rect(0, 0, w, height, 0).Filled(t.OnHeader.Over(t.Header, 0.045)))
	dot := t.Ribbon.Over(t.Header, 0.4)
	for row := 0; float64(row)*30 < height; row++ {
		for column := 0; column < 19; column++ {
			p.path(drawing.Circle(float64(column)*34+float64(row%2)*17-6, float64(row)*30+12, 1.5).Filled(dot))
		}
	}
	// The words stand on plain paper.
	p.path(drawing.Rect(0, 0, x-wide/2-62, height, 0).Filled(t.OnHeader.Over(t.Header, 0.045)))
	p.ribbon(drawing.Box{X: x - wide/2, Y: 0, W: wide, H: height}, true, t)
	p.raw("Q")
	p.raw("q %sW n", p.outline(drawing.Rect(0, 0, w, height+30, 0).Segs))
	p.bow(x, y, scale, t)
	p.raw("Q")
}
