package docx

import (
	"fmt"
	"math"
	"strings"

	"klantreis/render/office"
)

// paragraph is a text in one style.
type paragraph struct {
	style  string
	runs   []run
	keep   bool   // stays with the next paragraph
	fresh  bool   // begins a page
	list   int    // its list, from 1; 0: none
	right  bool   // aligned right
	border string // colour of the line at the left, in place of that of the style
	dashed bool   // that line is dashed
	fill   string // colour behind it, in place of that of the style
	place  string // a bookmark over the whole text
}

// run is a stretch of text that looks the same.
type run struct {
	text, style string // style: of letters
	bold        bool
	color, fill string // RRGGBB
	tab, line   bool   // begins with a tab, or on a new line
	to          string // the bookmark that it leads to
}

// say writes a paragraph of one text, unless that is empty.
func (d *document) say(p paragraph, text string) {
	if office.Clean(text) != "" {
		p.runs = []run{{text: text}}
		d.paragraph(p)
	}
}

// prose writes running text; an empty line parts paragraphs.
func (d *document) prose(text, style string) {
	for _, para := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		d.say(paragraph{style: style}, para)
	}
}

func (d *document) paragraph(p paragraph) {
	p.fresh = p.fresh || d.fresh
	d.fresh = false
	d.body.WriteString(d.paragraphXML(p))
}

// paragraphXML writes properties in the order that the schema of the format asks for.
func (d *document) paragraphXML(p paragraph) string {
	var b strings.Builder
	b.WriteString("<w:p><w:pPr>")
	if p.style != "" {
		b.WriteString(`<w:pStyle w:val="` + p.style + `"/>`)
	}
	if p.keep {
		b.WriteString("<w:keepNext/>")
	}
	if p.fresh {
		b.WriteString("<w:pageBreakBefore/>")
	}
	if p.list > 0 {
		fmt.Fprintf(&b, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, p.list)
	}
	if p.border != "" {
		line := "single"
		if p.dashed {
			line = "dashed"
		}
		b.WriteString(`<w:pBdr><w:left w:val="` + line + `" w:sz="18" w:space="8" w:color="` + p.border + `"/></w:pBdr>`)
	}
	if p.fill != "" {
		b.WriteString(shading(p.fill))
	}
	if p.right {
		b.WriteString(`<w:jc w:val="right"/>`)
	}
	b.WriteString("</w:pPr>")
	if p.place != "" {
		d.marks++
		fmt.Fprintf(&b, `<w:bookmarkStart w:id="%d" w:name="%s"/>`, d.marks, p.place)
	}
	for _, r := range p.runs {
		b.WriteString(runXML(r))
	}
	if p.place != "" {
		fmt.Fprintf(&b, `<w:bookmarkEnd w:id="%d"/>`, d.marks)
	}
	b.WriteString("</w:p>")
	return b.String()
}

func runXML(r run) string {
	var b strings.Builder
	if r.to != "" {
		b.WriteString(`<w:hyperlink w:anchor="` + r.to + `" w:history="1">`)
		if r.style == "" {
			r.style = styleLink
		}
	}
	b.WriteString("<w:r><w:rPr>")
	if r.style != "" {
		b.WriteString(`<w:rStyle w:val="` + r.style + `"/>`)
	}
	if r.bold {
		b.WriteString("<w:b/>")
	}
	if r.color != "" {
		b.WriteString(`<w:color w:val="` + r.color + `"/>`)
	}
	if r.fill != "" {
		b.WriteString(shading(r.fill))
	}
	b.WriteString("</w:rPr>")
	if r.line {
		b.WriteString("<w:br/>")
	}
	if r.tab {
		b.WriteString("<w:tab/>")
	}
	lead, tail := "", ""
	if strings.HasPrefix(r.text, " ") {
		lead = " "
	}
	if strings.HasSuffix(r.text, " ") && office.Clean(r.text) != "" {
		tail = " "
	}
	b.WriteString(`<w:t xml:space="preserve">` + lead + office.Escape(r.text) + tail + `</w:t></w:r>`)
	if r.to != "" {
		b.WriteString("</w:hyperlink>")
	}
	return b.String()
}

// heading writes a title of a level from 1 to 3, and notes it for the list of contents.
func (d *document) heading(level int, text, bookmark string) {
	text = office.Clean(text)
	if text == "" {
		return
	}
	if bookmark == "" {
		bookmark = place("Toc", len(d.entries)+1)
	}
	d.level = level
	d.entries = append(d.entries, entry{level, text, bookmark})
	d.paragraph(paragraph{style: fmt.Sprintf("Heading%d", level), runs: []run{{text: text}}, place: bookmark})
}

// contentsList is a field that a word processor can make anew. What stands in it until then has links but no
// page numbers: only the program that lays out the pages knows those.
func (d *document) contentsList() string {
	var lines []entry
	for _, e := range d.entries {
		if e.level == 1 {
			lines = append(lines, e)
		}
	}
	if len(lines) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(`<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>`)
	b.WriteString(d.paragraphXML(paragraph{style: styleContents, runs: []run{{text: d.words.Contents}}, fresh: true}))
	for i, e := range lines {
		b.WriteString(`<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>`)
		if i == 0 {
			b.WriteString(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-1" \h \z \u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`)
		}
		b.WriteString(`<w:hyperlink w:anchor="` + e.place + `" w:history="1"><w:r><w:t xml:space="preserve">` + office.Escape(e.title) + `</w:t></w:r></w:hyperlink>`)
		if i == len(lines)-1 {
			b.WriteString(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
		}
		b.WriteString("</w:p>")
	}
	b.WriteString("</w:sdtContent></w:sdt>")
	b.WriteString(d.paragraphXML(paragraph{style: "Heading3", runs: []run{{text: d.words.Guide}}}))
	for _, line := range d.words.GuideLines {
		b.WriteString(d.factXML(line[0], []run{{text: line[1]}}, paragraph{}))
	}
	return b.String()
}

// field is a part that the word processor fills in; until then it says now.
func field(name, now string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + name + ` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>` + now + `</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

func shading(color string) string {
	return `<w:shd w:val="clear" w:color="auto" w:fill="` + color + `"/>`
}

// twips are twentieths of a point.
func twips(points float64) int { return int(math.Round(points * 20)) }
