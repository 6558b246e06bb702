package pdf

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/johnfercher/maroto/v2/pkg/consts/align"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
)

// contentsFrom is the number of pages from which a table of contents helps.
const contentsFrom = 7

// contents lays out the table of contents for the given strips; page numbers are filled in when
// it is drawn.
func (c *composer) contents(strips []strip) []strip {
	toc := &composer{report: c.report, theme: c.theme, lang: c.lang, words: c.words, warn: c.warn, doc: c.doc, w: gridWidth}
	toc.at = &tag{role: "Sect", title: c.words.Contents}
	c.doc.kids = slices.Insert(c.doc.kids, c.contentsKid, kid{tag: toc.at})

	cards := 0
	for _, s := range strips {
		if s.entry != nil && s.entry.level > 0 {
			cards++
		}
	}
	// The advice by name, or else the guide: both where they fit a page.
	for _, try := range []struct{ cards, guide bool }{{true, true}, {false, true}, {true, false}} {
		if try.cards && cards > mostSubLines {
			continue
		}
		toc.strips, toc.at.kids = nil, nil
		toc.contentsPage(strips, try.cards, try.guide)
		if toc.height() <= room() {
			return toc.strips
		}
	}
	toc.strips, toc.at.kids = nil, nil
	toc.contentsPage(strips, cards <= mostSubLines, false)
	return toc.strips
}

// contentsBelow is the contents of a short report, to stand below what is said first. Drop takes it out
// of the structure again, for where there is no room.
func (c *composer) contentsBelow(strips []strip, guide bool) (below []strip, drop func()) {
	toc := &composer{report: c.report, theme: c.theme, lang: c.lang, words: c.words, warn: c.warn, doc: c.doc, w: gridWidth, dense: true}
	toc.at = &tag{role: "Sect", title: c.words.Contents}
	c.doc.kids = slices.Insert(c.doc.kids, c.contentsKid, kid{tag: toc.at})
	toc.strips = []strip{{height: 30, gap: true}}
	toc.heading(c.words.Contents, c.h2(), "H1")
	toc.space(6)
	list := toc.at.add("TOC")
	for _, s := range strips {
		if s.entry != nil && s.anchor != "" && s.entry.level == 0 {
			toc.contentsLine(s.entry, s.anchor, list.add("TOCI"))
		}
	}
	if guide {
		toc.readingGuide()
	}
	toc.whole(toc.strips)
	return toc.strips, func() { c.doc.kids = slices.Delete(c.doc.kids, c.contentsKid, c.contentsKid+1) }
}

// height is what all strips take together.
func (c *composer) height() (sum float64) {
	for _, s := range c.strips {
		sum += s.height
	}
	return sum
}

// room is the height of a page of text.
func room() float64 {
	_, height := a4().content()
	return height
}

func (c *composer) contentsPage(strips []strip, cards, guide bool) {
	c.pendingFresh, c.gap = true, 0
	c.heading(c.words.Contents, c.h1(), "H1")
	c.space(16)
	list := c.at.add("TOC")
	for _, s := range strips {
		if s.entry == nil || s.anchor == "" || s.entry.level > 0 && !cards {
			continue
		}
		c.contentsLine(s.entry, s.anchor, list.add("TOCI"))
	}
	if guide {
		c.readingGuide()
	}
}

// readingGuide explains the marks and words of the report below its contents; the method at the back
// tells the same at length.
func (c *composer) readingGuide() {
	c.space(26)
	c.level = 1
	c.heading(c.words.Guide, c.h3(), "H2")
	c.space(4)
	var items []render.Fact
	for _, line := range c.words.GuideLines {
		items = append(items, render.Fact{Label: line[0], Value: line[1]})
	}
	c.facts(render.Facts{Items: items})
	c.gap = 0
}

// mostSubLines is the number of advice titles that the contents may name below their chapter.
const mostSubLines = 30

// contentsLine is a title, dots and a page number, all of it a link.
func (c *composer) contentsLine(e *entry, anchor string, parent *tag) {
	const numberWidth = 40
	st := style{font.SemiBold, 11, 16.5, c.theme.Ink, align.Left}
	after := 4.0
	switch {
	case e.level > 0:
		st.face, st.size, st.leading = font.Regular, 9.5, 14
		defer c.indent(18)()
	case c.dense:
		st.size, st.leading, after = 9.25, 13.5, 2
	default:
		c.space(7)
	}
	t := parent.add("Link")
	lines := wrap(e.title, st.face, st.size, float64(c.w-numberWidth-30), c.warn)
	for i, l := range lines {
		last := i == len(lines)-1
		said := e.title
		c.add(strip{height: st.leading, glue: !last, items: []item{{w: c.w, h: st.leading, comp: sketch{tag: t, draw: func(p *provider, b drawing.Box) {
			y := b.Y + st.size*1.15
			number := ""
			if last {
				number = c.lang.Int(p.numbers[anchor])
			}
			p.span(l.actual(), func() {
				p.text(drawing.Text{X: b.X, Y: y, S: l.drawn, Size: st.size, Face: st.face, Fill: st.color})
			})
			if last {
				p.dotLeader(b.X+font.Width(l.drawn, st.face, st.size)+8, b.X+b.W-font.Width(number, font.SemiBold, st.size)-8, y, c.theme.Line.Over(c.theme.InkSoft, 0.4))
				p.text(drawing.Text{X: b.X + b.W, Y: y, S: number, Size: st.size, Face: font.SemiBold, Anchor: drawing.End, Fill: c.theme.Accent})
			}
			p.linkTo(anchor, strings.TrimSpace(said+" "+number), b, t)
		}}}}})
	}
	c.space(after)
}

// dotLeader is a dotted line between a title and its number.
func (p *provider) dotLeader(from, to, y float64, c drawing.Color) {
	if to-from < 12 {
		return
	}
	line := drawing.Line(from, y-2.5, to, y-2.5).Stroked(c, 1.1, 0.01, 4.5)
	line.Stroke.Round = true
	p.path(line)
}

// footer is the running foot of a page: title and owner, date, page number.
func (c *composer) footer(format *pageFormat, number, total int) strip {
	width, _ := format.content()
	st := c.small()
	page := fmt.Sprintf(c.words.Page, c.lang.Int(number), c.lang.Int(total))
	foot := sketch{foot: true, draw: func(p *provider, b drawing.Box) {
		p.path(drawing.Line(b.X, b.Y, b.X+b.W, b.Y).Stroked(c.theme.Line, 0.6))
		y := b.Y + 18
		set := func(s string, face font.Face, x float64, anchor drawing.Anchor) {
			p.text(drawing.Text{X: x, Y: y, S: s, Size: st.size, Face: face, Anchor: anchor, Fill: st.color})
		}
		set(page, font.SemiBold, b.X+b.W, drawing.End)
		right := font.Width(page, font.SemiBold, st.size) + 20
		date, _ := prepare(c.report.Date, font.Regular, c.warn)
		if dateWidth := font.Width(date, font.Regular, st.size); dateWidth < b.W/3 {
			set(strings.Join(strings.Fields(date), " "), font.Regular, b.X+b.W-right, drawing.End)
			right += dateWidth + 20
		}
		title, _ := prepare(joined(" · ", c.report.Title, c.report.Owner), font.Regular, c.warn)
		set(shorten(title, font.Regular, st.size, b.W-right), font.Regular, b.X, drawing.Start)
	}}
	return strip{height: 30, items: []item{{w: width, h: 30, comp: foot}}}
}

// shorten cuts a running title to a width; the whole of it stands on the cover.
func shorten(s string, face font.Face, size, width float64) string {
	s = strings.Join(strings.Fields(s), " ")
	if font.Width(s, face, size) <= width {
		return s
	}
	room := width - font.Width("…", face, size)
	end, used := 0, 0.0
	for i, r := range s {
		if used += font.Width(string(r), face, size); used > room {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	return strings.TrimRight(s[:end], " ·") + "…"
}
