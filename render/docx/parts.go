package docx

import (
	"fmt"
	"strings"

	"klantreis/journeys"
	"klantreis/render/font"
	"klantreis/render/words"
)

const (
	xmlHead    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	main       = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	namespaces = main + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`
	office     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	packaged   = "http://schemas.openxmlformats.org/package/2006/"
	form       = "application/vnd.openxmlformats-officedocument."
	rootRels   = `<Relationships xmlns="` + packaged + `relationships"><Relationship Id="rId1" Type="` + office + `officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="` + packaged + `relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="` + office + `extended-properties" Target="docProps/app.xml"/></Relationships>`
	app        = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Klantreis</Application></Properties>`

	contentTypes = `<Types xmlns="` + packaged + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="` + form + `extended-properties+xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="` + form + `wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="` + form + `wordprocessingml.styles+xml"/>` +
		`<Override PartName="/word/numbering.xml" ContentType="` + form + `wordprocessingml.numbering+xml"/><Override PartName="/word/settings.xml" ContentType="` + form + `wordprocessingml.settings+xml"/>` +
		`<Override PartName="/word/theme/theme1.xml" ContentType="` + form + `theme+xml"/>` +
		`<Override PartName="/word/header1.xml" ContentType="` + form + `wordprocessingml.header+xml"/><Override PartName="/word/header2.xml" ContentType="` + form + `wordprocessingml.header+xml"/>` +
		`<Override PartName="/word/footer1.xml" ContentType="` + form + `wordprocessingml.footer+xml"/><Override PartName="/word/footer2.xml" ContentType="` + form + `wordprocessingml.footer+xml"/></Types>`
)

// fixedRels are what every document refers to; pictures come after them.
var fixedRels = [...][2]string{{"styles", "styles.xml"}, {"numbering", "numbering.xml"}, {"settings", "settings.xml"}, {"theme", "theme/theme1.xml"},
	{"header", "header1.xml"}, {"footer", "footer1.xml"}, {"header", "header2.xml"}, {"footer", "footer2.xml"}}

func pictureID(i int) string { return fmt.Sprintf("rId%d", len(fixedRels)+1+i) }

func (d *document) rels() string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="` + packaged + `relationships">`)
	for i, link := range fixedRels {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s%s" Target="%s"/>`, i+1, office, link[0], link[1])
	}
	for i, p := range d.pictures {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%simage" Target="%s"/>`, pictureID(i), office, p.name)
	}
	b.WriteString("</Relationships>")
	return b.String()
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

// core tells what the file is. Its day is that of the journey, never that of the clock; a journey without
// a day gives none.
func (d *document) core() string {
	day, ok := d.lang.ParseDate(d.report.Date)
	dates := ""
	if ok && day != (journeys.Date{}) {
		for _, what := range []string{"created", "modified"} {
			dates += `<dcterms:` + what + ` xsi:type="dcterms:W3CDTF">` + day.String() + `T00:00:00Z</dcterms:` + what + `>`
		}
	}
	return `<cp:coreProperties xmlns:cp="` + packaged + `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>` + escape(d.title()) +
		`</dc:title><dc:subject>` + escape(fmt.Sprintf(d.words.Subject, d.title())) + `</dc:subject><dc:creator>` + escape(d.report.Author) + `</dc:creator>` + `<dc:language>` + d.tag() + `</dc:language>` + dates + `</cp:coreProperties>`
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
	page := runXML(run{text: before}) + field("PAGE", "1") + runXML(run{text: " " + clean(between) + " "}) + field("NUMPAGES", "1") + runXML(run{text: after})
	return `<w:ftr ` + namespaces + `>` + d.running(styleFooter, runXML(run{text: short(joined(" · ", d.report.Owner, d.report.Date), columnWidth*0.8)})+`<w:r><w:tab/></w:r>`+page) + `</w:ftr>`
}

// short cuts a running text to a width; the whole of it stands on the cover.
func short(s string, width float64) string {
	const size = 8.5
	s = clean(s)
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

// themeXML holds the colours of the house, so that a word processor offers them, and the typefaces.
func (d *document) themeXML() string {
	t := d.theme
	var colors strings.Builder
	color := func(name, value string) {
		fmt.Fprintf(&colors, `<a:%s><a:srgbClr val="%s"/></a:%s>`, name, value, name)
	}
	color("dk1", hex(t.Ink))
	color("lt1", hex(t.Paper))
	color("dk2", hex(t.Header))
	color("lt2", hex(t.Panel))
	accents := []string{hex(t.Accent), hex(t.Ribbon), hex(t.InkSoft), hex(t.Good), hex(t.Bad), hex(t.Warn)}
	for i, c := range accents {
		color(fmt.Sprintf("accent%d", i+1), c)
	}
	color("hlink", hex(t.Accent))
	color("folHlink", hex(t.Accent))
	const plain = `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
	const outline = `<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>`
	const effect = `<a:effectStyle><a:effectLst/></a:effectStyle>`
	const fonts = `<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>`
	return `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Klantreis"><a:themeElements><a:clrScheme name="Klantreis">` + colors.String() +
		`</a:clrScheme><a:fontScheme name="Klantreis"><a:majorFont>` + fonts + `</a:majorFont><a:minorFont>` + fonts + `</a:minorFont></a:fontScheme><a:fmtScheme name="Klantreis"><a:fillStyleLst>` + plain + plain + plain +
		`</a:fillStyleLst><a:lnStyleLst>` + outline + outline + outline + `</a:lnStyleLst><a:effectStyleLst>` + effect + effect + effect + `</a:effectStyleLst><a:bgFillStyleLst>` + plain + plain + plain + `</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
}
