// Package pdf writes the report on paper: the advice as a gift, an A4 document laid out with
// maroto's rows and columns on a provider of our own, whose every piece of content is tagged for
// assistive technology.
//
// The way through the package: compose.go turns blocks into strips, paginate.go cuts the strips
// into pages, provider.go and draw.go put them on paper through fpdf, finish.go adds what fpdf
// does not know: the structure tree, links, outline and metadata.
package pdf

import (
	"io"
	"slices"
	"time"

	"github.com/johnfercher/maroto/v2/pkg/components/page"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"
	"github.com/johnfercher/maroto/v2/pkg/props"

	"klantreis/render"
	"klantreis/render/font"
)

// Write writes the report as a PDF. The same report and theme give the same bytes. The warnings,
// in the report's language, name characters that the typeface lacks and figures whose letters
// are hard to read on paper; an error means that nothing useful was written.
func Write(w io.Writer, r render.Report, t render.Theme) (warnings []string, err error) {
	c := newComposer(r, t, &warningList{})
	c.compose()
	sheets := paginate(c.strips, a4())
	if len(sheets) >= contentsFrom && c.chapters() >= 3 {
		sheets = c.withContents(sheets)
	}
	return c.print(w, sheets, true)
}

// withContents adds the table of contents: below what is said first where that costs no page, else on
// a page of its own.
func (c *composer) withContents(without []sheet) []sheet {
	rest := slices.Clone(c.strips[c.contentsAt:])
	if len(rest) > 0 {
		rest[0].fresh = true
	}
	for _, guide := range []bool{true, false} {
		below, drop := c.contentsBelow(c.strips, guide)
		if sheets := paginate(slices.Concat(c.strips[:c.contentsAt], below, rest), a4()); len(sheets) == len(without) {
			return sheets
		}
		drop()
	}
	return paginate(slices.Concat(c.strips[:c.contentsAt], c.contents(c.strips), rest), a4())
}

// print draws the sheets and writes the finished document, with or without bookmarks.
func (c *composer) print(w io.Writer, sheets []sheet, bookmarks bool) (warnings []string, err error) {
	p, err := newProvider(c.date(), c.warn)
	if err != nil {
		return nil, err
	}
	outline := c.index(p, sheets)
	if !bookmarks {
		outline = nil
	}
	for i := range sheets {
		c.drawPage(p, sheets, i)
	}
	raw, err := p.GenerateBytes()
	if err != nil {
		return nil, err
	}
	if err := finish(w, raw, p, c, outline); err != nil {
		return nil, err
	}
	return c.warn.all(c.lang), nil
}

// chapters counts the lines that a table of contents would have at least.
func (c *composer) chapters() (n int) {
	for _, s := range c.strips {
		if s.entry != nil && s.entry.level == 0 {
			n++
		}
	}
	return n
}

// date is the report's own date; the clock is never read.
func (c *composer) date() time.Time {
	d, ok := c.lang.ParseDate(c.report.Date)
	if !ok {
		return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// index notes where everything stands that may be referred to.
func (c *composer) index(p *provider, sheets []sheet) []outlineItem {
	var outline []outlineItem
	for i, sh := range sheets {
		y := sh.format.height - sh.format.top
		for _, s := range sh.strips {
			for _, name := range append([]string{s.anchor}, s.also...) {
				if _, taken := p.numbers[name]; name != "" && !taken {
					p.numbers[name] = i + 1
					p.anchors[name] = place{page: i + 1, y: y + 12}
				}
			}
			if s.entry != nil {
				outline = append(outline, outlineItem{s.entry.level, s.entry.title, place{page: i + 1, y: y + 12}})
			}
			y -= s.height
		}
	}
	return outline
}

// drawPage renders one sheet as a maroto page: rows, room, footer.
func (c *composer) drawPage(p *provider, sheets []sheet, i int) {
	sh := sheets[i]
	var next, previous *sheet
	if i > 0 {
		previous = &sheets[i-1]
	}
	if i+1 < len(sheets) {
		next = &sheets[i+1]
	}
	width, height := sh.format.content()
	pg := page.New()
	pg.Add(sh.rows(next, previous)...)
	if !sh.format.bare {
		used := 0.0
		for _, s := range sh.strips {
			used += s.height
		}
		const footerHeight = 30
		room := height - used + sh.format.bottom - footerHeight - 22
		if room > 0 {
			pg.Add(strip{height: room}.row())
		}
		pg.Add(c.footer(sh.format, i+1, len(sheets)).row())
	}
	p.startPage(sh.format)
	pg.SetConfig(&entity.Config{
		MaxGridSize: width,
		Dimensions:  &entity.Dimensions{Width: sh.format.width, Height: sh.format.height},
		Margins:     &entity.Margins{Left: sh.format.left, Top: sh.format.top, Right: sh.format.right, Bottom: sh.format.bottom},
		DefaultFont: &props.Font{Family: family(font.Regular), Size: 10.5, Color: marotoColor(c.theme.Ink)},
	})
	pg.SetNumber(i+1, len(sheets))
	pg.Render(p, entity.Cell{X: sh.format.left, Y: sh.format.top, Width: float64(width), Height: height})
}

// outlineItem is a bookmark.
type outlineItem struct {
	level int
	title string
	at    place
}
