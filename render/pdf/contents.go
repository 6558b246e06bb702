package pdf

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/johnfercher/maroto/v2/pkg/consts/align"

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
	// The contents come after the cover, before the first chapter.
	kids := append([]kid{}, c.doc.kids[:1]...)
	kids = append(kids, kid{tag: toc.at})
	c.doc.kids = append(kids, c.doc.kids[1:]...)

	toc.pendingFresh = true
	toc.heading(c.words.Contents, c.h1(), "H1")
	toc.space(20)
	list := toc.at.add("TOC")
	cards := 0
	for _, s := range strips {
		if s.entry != nil && s.entry.level > 0 {
			cards++
		}
	}
	for _, s := range strips {
		if s.entry == nil || s.anchor == "" {
			continue
		}
		if s.entry.level > 0 && cards > mostSubLines {
			continue
		}
		toc.contentsLine(s.entry, s.anchor, list.add("TOCI"))
	}
	return toc.strips
}

// mostSubLines is the number of advice titles that the contents may name below their chapter.
const mostSubLines = 30

// contentsLine is a title, dots and a page number, all of it a link.
func (c *composer) contentsLine(e *entry, anchor string, parent *tag) {
	const numberWidth = 40
	st := style{font.SemiBold, 11.5, 18, c.theme.Ink, align.Left}
	if e.level > 0 {
		st.face, st.size, st.leading = font.Regular, 10, 15
		defer c.indent(18)()
	} else {
		c.space(11)
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
	c.space(4)
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
