package docx

import (
	"fmt"
	"strings"

	"klantreis/render/drawing"
	"klantreis/render/font"
	"klantreis/render/office"
	"klantreis/render/words"
)

const (
	main       = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	namespaces = main + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`
)

// fixedParts are what every document has, with their types.
var fixedParts = []office.Part{
	{Name: "word/document.xml", Type: "wordprocessingml.document.main"}, {Name: "word/styles.xml", Type: "wordprocessingml.styles"},
	{Name: "word/numbering.xml", Type: "wordprocessingml.numbering"}, {Name: "word/settings.xml", Type: "wordprocessingml.settings"},
	{Name: "word/theme/theme1.xml", Type: "theme"},
	{Name: "word/header1.xml", Type: "wordprocessingml.header"}, {Name: "word/header2.xml", Type: "wordprocessingml.header"},
	{Name: "word/footer1.xml", Type: "wordprocessingml.footer"}, {Name: "word/footer2.xml", Type: "wordprocessingml.footer"},
}

// fixedRels are what every document refers to; pictures come after them.
var fixedRels = [...]office.Relation{
	{Kind: "styles", Target: "styles.xml"}, {Kind: "numbering", Target: "numbering.xml"}, {Kind: "settings", Target: "settings.xml"}, {Kind: "theme", Target: "theme/theme1.xml"},
	{Kind: "header", Target: "header1.xml"}, {Kind: "footer", Target: "footer1.xml"}, {Kind: "header", Target: "header2.xml"}, {Kind: "footer", Target: "footer2.xml"},
}

func pictureID(i int) string { return fmt.Sprintf("rId%d", len(fixedRels)+1+i) }

func (d *document) rels() string {
	all := fixedRels[:]
	for _, p := range d.pictures {
		all = append(all, office.Relation{Kind: "image", Target: p.name})
	}
	return office.Relations(all...)
}

// sectionEnd closes pages of one shape, upright or on their side. The first of all pages has no header: it
// is the cover.
func (d *document) sectionEnd(sideways bool) string {
	w, h, turned := pageWidth, pageHeight, ""
	if sideways {
		w, h, turned = h, w, ` w:orient="landscape"`
	}
	first := ""
	if !d.covered {
		first, d.covered = "<w:titlePg/>", true
	}
	return fmt.Sprintf(`<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:headerReference w:type="first" r:id="rId7"/><w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId8"/><w:type w:val="nextPage"/><w:pgSz w:w="%d" w:h="%d"%s/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="510" w:footer="510" w:gutter="0"/>%s</w:sectPr>`,
		twips(w), twips(h), turned, twips(marginTop), twips(marginSide), twips(marginFoot), twips(marginSide), first)
}

// about tells what the file is, by the day of the journey.
func (d *document) about() office.Properties {
	day, _ := d.lang.ParseDate(d.report.Date)
	return office.Properties{Title: d.title(), Subject: fmt.Sprintf(d.words.Subject, d.title()), Author: d.report.Author, Language: d.tag(), Day: day}
}

// settings say nothing that depends on the reader: hyphens where lines are short, spelling in the language of
// the styles.
func (d *document) settings() string {
	decimal, list := ",", ";"
	if d.lang == words.English {
		decimal, list = ".", ","
	}
	return `<w:settings ` + main + `><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/>` +
		`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="` + d.tag() + `"/><w:decimalSymbol w:val="` + decimal + `"/><w:listSeparator w:val="` + list + `"/></w:settings>`
}

// header is the running title; footer for whom it is, of what day, and the number of the page.
func (d *document) header() string {
	return `<w:hdr ` + namespaces + `>` + d.running(styleHeader, runXML(run{text: short(d.title(), columnWidth*0.6)})+`<w:r><w:tab/></w:r>`+runXML(run{text: short(d.report.Municipality, columnWidth*0.37)})) + `</w:hdr>`
}

func (d *document) footer() string {
	before, rest, _ := strings.Cut(d.words.Page, "%s")
	between, after, _ := strings.Cut(rest, "%s")
	page := runXML(run{text: before}) + field("PAGE", "1") + runXML(run{text: " " + office.Clean(between) + " "}) + field("NUMPAGES", "1") + runXML(run{text: after})
	return `<w:ftr ` + namespaces + `>` + d.running(styleFooter, runXML(run{text: short(joined(" · ", d.report.Owner, d.report.Date), columnWidth*0.8)})+`<w:r><w:tab/></w:r>`+page) + `</w:ftr>`
}

// short cuts a running text to a width; the whole of it stands on the cover.
func short(s string, width float64) string {
	const size = 8.5
	s = office.Clean(s)
	if font.Width(s, font.Regular, size) <= width {
		return s
	}
	used, kept := font.Width("…", font.Regular, size), ""
	for _, r := range s {
		if used += font.Width(string(r), font.Regular, size); used > width {
			break
		}
		kept += string(r)
	}
	return strings.TrimRight(kept, " ·") + "…"
}

func (d *document) running(style, runs string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + runs + `</w:p>`
}

// bare is the header or footer of the cover: empty.
func bare(kind, style string) string {
	return `<w:` + kind + ` ` + namespaces + `><w:p><w:pPr><w:pStyle w:val="` + style + `"/><w:pBdr><w:top w:val="nil"/><w:bottom w:val="nil"/></w:pBdr></w:pPr></w:p></w:` + kind + `>`
}

// themeXML holds the colours of the house, so that a word processor offers them, and the typeface.
func (d *document) themeXML() string {
	t := d.theme
	return office.Theme{Ink: t.Ink, Paper: t.Paper, Header: t.Header, Panel: t.Panel, Link: t.Accent, Typeface: t.Typeface,
		Accents: [...]drawing.Color{t.Accent, t.Ribbon, t.InkSoft, t.Good, t.Bad, t.Warn}}.XML()
}
