package pdf

import (
	"fmt"
	"strings"

	"github.com/johnfercher/maroto/v2/pkg/consts/align"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
	"klantreis/render/words"
)

// composer lays the report's blocks out as strips and builds the structure tree beside them.
type composer struct {
	report render.Report
	theme  render.Theme
	lang   words.Lang
	words  words.Paper
	warn   *warningList

	doc *tag // Document
	at  *tag // the element that new content belongs to

	strips []strip
	stack  [][2]int // columns outside the open box
	x, w   int      // the current column
	gap    float64
	box    *box
	format *pageFormat

	pendingNeed  float64
	pendingFresh bool
	level        int    // of the last heading
	chapter      string // title of the section
	sections     int
	figures      []render.Figure // whose data goes to the back
	used         float64         // height taken on the landscape page before a wide figure

	dense       bool              // a page that must hold much: smaller type, less room
	zoom        float64           // of all type; 0: none
	extents     map[[2]int]extent // what sections take, by section and zoom
	contentsAt  int               // the strip before which the table of contents goes
	contentsKid int               // and the child of Document
}

func newComposer(r render.Report, t render.Theme, warn *warningList) *composer {
	lang := words.Dutch
	if r.Lang == string(words.English) {
		lang = words.English
	}
	doc := &tag{role: "Document"}
	return &composer{report: r, theme: t, lang: lang, words: lang.Paper(), warn: warn, doc: doc, at: doc, w: gridWidth}
}

// The type scale, in points.
func (c *composer) body() style  { return style{font.Regular, 10.5, 16, c.theme.Ink, align.Left} }
func (c *composer) lead() style  { return style{font.Regular, 11.5, 17.5, c.theme.Ink, align.Left} }
func (c *composer) small() style { return style{font.Regular, 8.5, 12.5, c.theme.InkSoft, align.Left} }
func (c *composer) label() style { return style{font.SemiBold, 8.5, 12.5, c.theme.InkSoft, align.Left} }
func (c *composer) h1() style    { return style{font.Bold, 25, 31, c.theme.Ink, align.Left} }
func (c *composer) h2() style    { return style{font.SemiBold, 14.5, 20, c.theme.Ink, align.Left} }
func (c *composer) h3() style    { return style{font.SemiBold, 12, 17, c.theme.Ink, align.Left} }
func (c *composer) cell() style  { return style{font.Regular, 9.25, 13.5, c.theme.Ink, align.Left} }

// measure is the widest column for running text: about seventy characters.
const measure = 420

// compose lays out the whole report, without the table of contents.
func (c *composer) compose() {
	c.cover()
	c.contentsHere()
	shown := 0
	sections := c.report.Sections
	for i := 0; i < len(sections); i++ {
		s := sections[i]
		if s.Where == render.DeckOnly {
			continue
		}
		if n := c.sharePage(sections, i); n > 0 {
			i, shown = i+n-1, shown+n
			continue
		}
		if s.Kind == render.Cover {
			if _, s.Blocks = splitCover(s.Blocks); len(s.Blocks) == 0 {
				continue
			}
		}
		c.section(s, i)
		if shown == 0 && s.Kind == render.Summary {
			c.contentsHere() // what to decide on comes first
		}
		shown++
	}
	if shown == 0 {
		c.pendingFresh = true
		c.at = c.doc.add("Sect")
		c.paragraphs(c.words.NoSections, c.body(), "P")
	}
	c.figureData()
}

// section starts a chapter: on a fresh page where the kind asks for it, and else after white
// space when enough of the page is left.
func (c *composer) section(s render.Section, index int) {
	c.sections++
	c.gap = 0
	switch s.Kind {
	case render.Summary, render.MapPages, render.AdviceSection, render.Appendix:
		c.pendingFresh = true
	default:
		c.pendingFresh = c.sections == 1
	}
	c.at = c.doc.add("Sect")
	c.at.title = s.Title
	accent := c.accentOf(s)
	blocks := s.Blocks
	if s.Kind == render.MapSection {
		c.wideSection(s, index, accent)
		return
	}
	if s.Kind == render.MapPages {
		c.fullPages(s, index, accent)
		return
	}
	switch s.Kind {
	case render.Summary, render.MomentSection, render.TalkSection:
		c.onePage(s, index, accent)
		return
	}
	c.sectionHead(s, index, accent)
	if s.Kind == render.Appendix {
		c.dense = true
		c.blocks(blocks)
		c.dense = false
		return
	}
	if s.Kind == render.PersonaSection {
		c.persona(blocks, accent)
		return
	}
	c.blocks(blocks)
}

// contentsHere notes the place of the table of contents.
func (c *composer) contentsHere() { c.contentsAt, c.contentsKid = len(c.strips), len(c.doc.kids) }

// sectionHead is the chapter's title under a bar in its colour.
func (c *composer) sectionHead(s render.Section, index int, accent drawing.Color) {
	c.level, c.chapter = 1, s.Title
	if !c.pendingFresh {
		c.space(sectionGap)
		c.flushGap()
		c.pendingNeed = 230
	}
	if strings.TrimSpace(s.Title) == "" { // it goes on with the chapter before it
		if strings.TrimSpace(s.Over) != "" {
			c.paragraphs(s.Over, c.label(), "P")
			c.keep()
		}
		return
	}
	st := c.h1()
	if len([]rune(s.Title)) > 60 || s.Kind == render.MomentSection {
		st.size, st.leading = 20, 26
	}
	if strings.TrimSpace(s.Over) != "" {
		ink := c.theme.Paper
		if s.Phase > 0 && len(c.theme.Phases) > 0 {
			ink = c.theme.Phase(s.Phase - 1).OnFill
		}
		c.overTitle(s, st, accent, ink, index)
		return
	}
	bar := sketch{draw: func(p *provider, b drawing.Box) {
		p.path(drawing.Rect(b.X, b.Y, 44, 4, 2).Filled(accent))
	}}
	c.add(strip{height: 16, glue: true, items: []item{{w: 44, h: 4, comp: bar}},
		anchor: anchorOf(s, index), entry: &entry{level: 0, title: s.Title}})
	c.heading(s.Title, st, "H1")
	c.space(14)
}

func anchorOf(s render.Section, index int) string {
	return fmt.Sprintf("section-%d-%s", index, s.ID)
}

// heading sets a title that stays with what follows.
func (c *composer) heading(s string, st style, role string) {
	t := c.at.add(role)
	items, height := c.lines(s, st, t, 0, c.w, 0)
	c.place(items, height, 1e9)
	c.keep()
}

// headingRole is the role one level below the last heading, so that no level is skipped.
func (c *composer) headingRole() string { return fmt.Sprintf("H%d", min(c.level+1, 6)) }

// paragraphs sets running text; an empty line parts paragraphs.
func (c *composer) paragraphs(s string, st style, role string) {
	w := min(c.w, measure)
	for i, para := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n\n") {
		if strings.TrimSpace(para) == "" {
			continue
		}
		if i > 0 {
			c.space(st.leading * 0.55)
		}
		items, height := c.lines(para, st, c.at.add(role), 0, w, 0)
		c.place(items, height, 3*st.leading)
	}
}

// blocks lays out the blocks of a section in order.
func (c *composer) blocks(blocks []render.Block) {
	for i := 0; i < len(blocks); i++ {
		if c.beside(blocks[i:]) {
			i++
			continue
		}
		c.block(blocks[i])
		_, below := first(blocks[max(0, i-1):]).(render.Heading)
		if p, ok := blocks[i].(render.Prose); ok && (i == 0 || below) && i+1 < len(blocks) && len(p.Text) < 300 {
			c.keep() // an introduction does not stand alone
		}
	}
}

func (c *composer) block(b render.Block) {
	switch v := b.(type) {
	case render.Prose:
		c.paragraphs(v.Text, c.body(), "P")
		c.space(10)
	case render.Heading:
		if strings.TrimSpace(v.Text) == "" {
			return
		}
		st := c.h2()
		before, after := 24.0, 8.0
		if c.dense {
			st.size, st.leading, before, after = 12, 16, 11, 4
		}
		c.space(before)
		c.flushGap()
		c.pendingNeed = 90
		c.level = 2
		c.heading(v.Text, st, "H2")
		c.space(after)
	case render.List:
		c.list(v)
	case render.Quote:
		c.quote(v)
	case render.Facts:
		c.facts(v)
	case render.Claim:
		c.claim(v)
	case render.Table:
		c.table(v)
	case render.Figure:
		c.figure(v)
	case render.AdviceCard:
		c.card(v)
	case render.Matrix:
		c.matrix(v)
	case render.Callout:
		c.callout(v)
	case render.WriteOn:
		c.writeOn(v)
	case render.PageBreak:
		c.gap = 0
		c.pendingFresh = true
	}
}
