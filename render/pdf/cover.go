package pdf

import (
	"fmt"
	"strings"

	"github.com/johnfercher/maroto/v2/pkg/consts/align"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
)

const (
	coverPaper = 424.0 // height of the wrapping paper, down to the middle of the ribbon
	coverBelow = 76.0  // from there to the first words, below the ribbon
	coverTails = 128.0 // height beside the tails of the bow, where words are narrow
	coverLeft  = 268   // width of the words there
	coverSlack = 8.0   // that stays below the words
	coverRise  = 170.0 // how far the ribbon goes up for a long text
)

// cover is the gift: wrapping paper with what customers say on it, a ribbon, and below it for whom it
// is, from whom and about what.
func (c *composer) cover() {
	format := a4()
	format.bare = true
	format.bottom = 54
	rise := min(coverRise, max(0, c.coverHeight()+coverSlack-(format.height-format.bottom-coverPaper-coverBelow)))
	middle := coverPaper - rise
	format.top = middle + coverBelow
	end := c.onFormat(format)
	c.pendingFresh = true
	c.at = c.doc.add("Sect")
	art := sketch{draw: func(p *provider, _ drawing.Box) {
		if p.pageNumber() == 1 {
			p.wrapping(middle, c.theme)
		}
	}}
	c.add(strip{height: 0.01, glue: true, art: art})
	c.logo()
	for _, l := range c.coverLines() {
		c.space(l.before)
		items, height := c.lines(l.text, l.style, c.at.add(l.role), 0, l.w, 0)
		c.place(items, height, 1e9)
	}
	end()
	c.at = c.doc
}

// coverLine is a text on the cover: how and how wide it is set, and the room above it.
type coverLine struct {
	text, role string
	style      style
	w          int
	before     float64
}

func (c *composer) heightOf(l coverLine) float64 {
	return l.before + float64(len(wrap(l.text, l.style.face, l.style.size, float64(l.w), c.warn)))*l.style.leading
}

// coverHeight is about what the words on the cover take.
func (c *composer) coverHeight() (height float64) {
	for _, l := range c.coverLines() {
		height += c.heightOf(l)
	}
	return height
}

// coverLines gives the texts of the cover in order.
func (c *composer) coverLines() (lines []coverLine) {
	r := c.report
	used, before := 0.0, 0.0
	say := func(text, role string, st style, after float64) {
		if strings.TrimSpace(text) == "" {
			return
		}
		l := coverLine{text, role, st, min(c.w, measure), before}
		if used < coverTails {
			l.w = coverLeft
		}
		used, before = used+c.heightOf(l), after
		lines = append(lines, l)
	}
	first := "P"
	if strings.TrimSpace(r.Title) == "" {
		first = "H1" // a document begins with a heading
	}
	quiet := style{font.Regular, 12.5, 18, c.theme.InkSoft, align.Left}
	to := style{font.SemiBold, 21, 27, c.theme.Accent, align.Left}
	for _, size := range []float64{21, 17, 14} {
		to.size, to.leading = size, size*1.28
		if len(wrap(r.Owner, to.face, size, coverLeft, c.warn)) <= 2 {
			break
		}
	}
	lead, from := c.words.CoverWords(strings.TrimSpace(r.Owner) != "", strings.TrimSpace(r.Author))
	say(lead, first, quiet, 1)
	say(r.Owner, "P", to, 2)
	say(from, "P", quiet, 0)
	before = max(26, coverTails-used) // the title stands below the tails, over the whole width
	used = coverTails
	title := style{font.Bold, 34, 40, c.theme.Ink, align.Left}
	for _, size := range []float64{34, 29, 24, 19} {
		title.size, title.leading = size, size*1.18
		if len(wrap(r.Title, title.face, size, measure, c.warn)) <= 2 {
			break
		}
	}
	say(r.Title, "H1", title, 10)
	text := c.body()
	if len(r.Title) > 200 {
		text = c.small()
	}
	about := joined(" · ", r.Municipality, r.Date)
	say(about, "P", text, 3)
	if r.Period == "" {
		before = 14
	} else {
		say(c.words.Period+": "+r.Period, "P", c.small(), 14)
	}
	for _, s := range r.Sections {
		if s.Kind == render.Cover && s.Where != render.DeckOnly {
			label, _ := splitCover(s.Blocks)
			for _, p := range label {
				for _, para := range strings.Split(strings.ReplaceAll(p.Text, "\r\n", "\n"), "\n\n") {
					say(para, "P", text, 6)
				}
			}
		}
	}
	return lines
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
