// Package docx writes a report as a Word document to go on working with: headings, lists, tables and
// pictures in styles that can be changed in one place, a list of contents, page numbers, and a text
// alternative for every picture, with its numbers as a table at the back. The form is Office Open XML
// (ECMA-376, WordprocessingML), of which it uses little: it has no macros and points at no other file.
//
// Pictures are PNG. Word also reads SVG, but draws the pale edge around letters over them.
//
// Lengths are points where nothing else is said, 72 to the inch; in the file they are twips (a twentieth of a
// point), half points for letters, and English Metric Units (12,700 to the point) for pictures.
package docx

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"klantreis/render"
	"klantreis/render/office"
	"klantreis/render/words"
)

// A4, with the margins of a letter.
const (
	pageWidth, pageHeight = 595.3, 841.9
	marginSide            = 56.7
	marginTop, marginFoot = 70.9, 65.2
	columnWidth           = pageWidth - 2*marginSide
	columnHeight          = pageHeight - marginTop - marginFoot
)

// Write writes what the report has for paper. The bytes depend on the arguments only: the day in the file is
// that of the report. It fails when a picture cannot be drawn or w cannot be written.
func Write(w io.Writer, r render.Report, t render.Theme) error {
	lang := words.Dutch
	if r.Lang == string(words.English) {
		lang = words.English
	}
	d := &document{report: r, theme: t, lang: lang, words: lang.Paper(), own: lang.Document()}
	d.placed = map[int]bool{}
	for _, s := range r.Sections {
		for _, b := range s.Blocks {
			if a, ok := b.(render.AdviceCard); ok && s.Where != render.DeckOnly && a.Number > 0 {
				d.placed[a.Number] = false
			}
		}
	}
	d.cover()
	d.sections()
	d.figureData()
	if d.err != nil {
		return d.err
	}
	return d.save(w)
}

// document is a file being made.
type document struct {
	report render.Report
	theme  render.Theme
	lang   words.Lang
	words  words.Paper
	own    words.Document

	body     strings.Builder
	contents int       // where in the body the list of contents goes
	entries  []entry   // of that list
	pictures []picture // files
	figures  []render.Figure
	headed   [2]int       // where the last chapter's title begins and ends in the body
	level    int          // of the last heading
	fresh    bool         // the next paragraph begins a page
	shapes   int          // ids of pictures
	marks    int          // ids of bookmarks
	titled   int          // pictures that have a number
	covered  bool         // the cover has been told to have no header
	placed   map[int]bool // numbers of advice that have a card; true: written
	err      error
}

// entry is a line in the list of contents.
type entry struct {
	level        int
	title, place string
}

// picture is an image file.
type picture struct {
	name    string
	content []byte
}

func (d *document) tag() string {
	if d.lang == words.English {
		return "en-GB"
	}
	return "nl-NL"
}

// title is never empty: a document must have one.
func (d *document) title() string {
	if t := office.Clean(d.report.Title); t != "" {
		return t
	}
	return d.words.GiftOnly
}

// cover says for whom it is, from whom and about what.
func (d *document) cover() {
	r := d.report
	d.logo()
	lead, from := d.words.CoverWords(office.Clean(r.Owner) != "", office.Clean(r.Author))
	d.paragraph(paragraph{style: styleFor, runs: []run{{text: lead}}})
	d.say(paragraph{style: styleOwner}, r.Owner)
	d.say(paragraph{style: styleFor}, from)
	d.paragraph(paragraph{style: styleTitle, runs: []run{{text: d.title()}}})
	d.say(paragraph{style: styleAbout}, joined(" · ", r.Municipality, r.Date))
	if office.Clean(r.Period) != "" {
		d.say(paragraph{style: styleAbout}, d.words.Period+": "+r.Period)
	}
	for _, s := range r.Sections {
		if s.Kind != render.Cover || s.Where == render.DeckOnly {
			continue
		}
		for _, b := range s.Blocks {
			if p, ok := b.(render.Prose); ok {
				d.prose(p.Text, styleNormal)
			}
		}
	}
	d.contents = d.body.Len()
}

// sections writes the chapters. What is to be decided stands before the list of contents, as on paper.
func (d *document) sections() {
	shown := 0
	for _, s := range d.report.Sections {
		blocks := s.Blocks
		if s.Kind == render.Cover {
			blocks = slices.DeleteFunc(slices.Clone(blocks), func(b render.Block) bool { _, prose := b.(render.Prose); return prose })
		}
		if s.Where == render.DeckOnly || s.Kind == render.Cover && len(blocks) == 0 {
			continue
		}
		d.section(s, blocks, shown)
		if shown == 0 && s.Kind == render.Summary {
			d.contents, d.fresh = d.body.Len(), true
		}
		shown++
	}
	if shown == 0 {
		d.say(paragraph{}, d.words.NoSections)
	}
}

func (d *document) section(s render.Section, blocks []render.Block, shown int) {
	switch s.Kind {
	case render.Summary, render.MapSection, render.MapPages, render.AdviceSection, render.TalkSection, render.Appendix:
		d.fresh = true
	default:
		d.fresh = d.fresh || shown == 0
	}
	d.headed[0] = d.body.Len()
	over := paragraph{style: styleOver, keep: true}
	if office.Clean(s.Over) != "" {
		r := run{text: s.Over}
		if s.Phase > 0 && len(d.theme.Phases) > 0 {
			look := d.theme.Phase(s.Phase - 1)
			r.text, r.fill, r.color = " "+office.Clean(s.Over)+" ", office.Hex(look.Fill), office.Hex(look.OnFill)
		}
		over.runs = []run{r}
		d.paragraph(over)
	}
	if office.Clean(s.Title) != "" {
		d.heading(1, s.Title, "")
	}
	d.headed[1] = d.body.Len()
	d.level = 1
	room := columnHeight - 70 // below the heading
	for i, b := range blocks {
		f, picture := b.(render.Figure)
		if s.Kind == render.MapPages && picture && drawable(f.Drawing) {
			d.fullPage(f, room)
			room = columnHeight - 4
			continue
		}
		if p, ok := b.(render.Prose); ok && i+1 < len(blocks) && introduces(blocks, i) {
			d.say(paragraph{keep: true}, p.Text)
			continue
		}
		d.block(b)
	}
}

// introduces tells whether a text stands between a title and what it is about, and should not stand alone at
// the foot of a page.
func introduces(blocks []render.Block, i int) bool {
	p := blocks[i].(render.Prose)
	below := i == 0
	if !below {
		_, below = blocks[i-1].(render.Heading)
	}
	return below && len(p.Text) < 300 && !strings.Contains(p.Text, "\n\n")
}

// save puts all parts in one file, in a fixed order and without dates.
func (d *document) save(w io.Writer) error {
	body := d.body.String()
	body = body[:d.contents] + d.contentsList() + body[d.contents:]
	z := office.New(w)
	z.Front(fixedParts, d.about())
	z.XML("word/document.xml", `<w:document `+namespaces+`><w:body>`+body+d.sectionEnd(false)+`</w:body></w:document>`)
	z.XML("word/_rels/document.xml.rels", d.rels())
	z.XML("word/styles.xml", d.styles())
	z.XML("word/numbering.xml", d.numbering())
	z.XML("word/settings.xml", d.settings())
	z.XML("word/theme/theme1.xml", d.themeXML())
	z.XML("word/header1.xml", d.header())
	z.XML("word/footer1.xml", d.footer())
	z.XML("word/header2.xml", bare("hdr", styleHeader))
	z.XML("word/footer2.xml", bare("ftr", styleFooter))
	for _, p := range d.pictures {
		z.Picture("word/"+p.name, p.content)
	}
	return z.Close()
}

func joined(sep string, parts ...string) string {
	var some []string
	for _, p := range parts {
		if p = office.Clean(p); p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, sep)
}

// place is the name of a bookmark.
func place(kind string, i int) string { return fmt.Sprintf("_%s_%d", kind, i) }
