package docx

import (
	"fmt"
	"strings"

	"klantreis/render/office"
)

// Names by which paragraphs refer to styles. Those of a word processor itself have the ids that it gives them.
const (
	styleNormal      = "Normal"
	styleTitle       = "Title"
	styleQuote       = "Quote"
	styleCaption     = "Caption"
	styleList        = "ListBullet"
	styleContents    = "TOCHeading"
	styleHeader      = "Header"
	styleFooter      = "Footer"
	styleLink        = "Hyperlink"
	styleFor         = "KlantreisVoor"
	styleOwner       = "KlantreisEigenaar"
	styleAbout       = "KlantreisOver"
	styleOver        = "KlantreisBoven"
	styleFact        = "KlantreisFeit"
	styleFactLine    = "KlantreisRegel"
	styleClaim       = "KlantreisBewering"
	styleClaimBasis  = "KlantreisBeweringBron"
	styleSource      = "KlantreisBron"
	styleQuoteSource = "KlantreisCitaatBron"
	styleSourceText  = "KlantreisBronTekst"
	styleBox         = "KlantreisKader"
	styleCell        = "KlantreisCel"
	styleCellHead    = "KlantreisCelKop"
	styleGap         = "KlantreisWit"
	stylePicture     = "KlantreisBeeld"
	styleWriteOn     = "KlantreisSchrijfregel"
	styleMark        = "KlantreisMerk"
	styleNumber      = "KlantreisGetal"
	styleTable       = "KlantreisTabel"
)

// factSize is the size of letters of a fact, in points.
const factSize = 10

// style is one style of paragraphs, or of letters.
type style struct {
	id, name, based, next string
	letters               bool   // of letters, not of paragraphs
	quick                 bool   // offered in the gallery
	paragraph, run        string // properties
}

// styles lists all styles; a change in one changes the document.
func (d *document) styles() string {
	t, n := d.theme, d.own.Styles
	ink, soft, accent, line := office.Hex(t.Ink), office.Hex(t.InkSoft), office.Hex(t.Accent), office.Hex(t.Line)
	head, onHead := office.Hex(t.Header), office.Hex(t.OnHeader)
	room := func(before, after float64) string {
		return fmt.Sprintf(`<w:spacing w:before="%d" w:after="%d"/>`, twips(before), twips(after))
	}
	letters := func(size float64, color string) string {
		return fmt.Sprintf(`<w:color w:val="%s"/><w:sz w:val="%d"/><w:szCs w:val="%d"/>`, color, int(size*2), int(size*2))
	}
	const keep = "<w:keepNext/><w:keepLines/>"
	tab := fmt.Sprintf(`<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>`, twips(columnWidth))
	dots := fmt.Sprintf(`<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="%d"/></w:tabs>`, twips(columnWidth))
	hang := fmt.Sprintf(`<w:ind w:left="%d" w:hanging="%d"/>`, twips(labelWidth), twips(labelWidth))
	beside := `<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="` + accent + `"/></w:pBdr>`
	inset := fmt.Sprintf(`<w:ind w:left="%d"/>`, twips(12))
	const bold = "<w:b/><w:bCs/>"
	edge := func(side string, space int) string {
		return fmt.Sprintf(`<w:%s w:val="single" w:sz="48" w:space="%d" w:color="%s"/>`, side, space, head)
	}
	all := []style{
		{id: styleTitle, name: "Title", next: styleNormal, quick: true, run: bold + letters(30, onHead),
			paragraph: keep + "<w:pBdr>" + edge("top", 14) + edge("left", 6) + edge("bottom", 14) + edge("right", 6) + "</w:pBdr>" + shading(head) + "<w:suppressAutoHyphens/>" + room(40, 20) + inset + `<w:contextualSpacing/>`},
		{id: "Heading1", name: "heading 1", next: styleNormal, quick: true, paragraph: keep + "<w:suppressAutoHyphens/>" + room(24, 8) + `<w:outlineLvl w:val="0"/>`, run: bold + letters(20, head)},
		{id: "Heading2", name: "heading 2", next: styleNormal, quick: true, paragraph: keep + "<w:suppressAutoHyphens/>" + room(16, 5) + `<w:outlineLvl w:val="1"/>`, run: bold + letters(14, ink)},
		{id: "Heading3", name: "heading 3", next: styleNormal, quick: true, paragraph: keep + "<w:suppressAutoHyphens/>" + room(12, 4) + `<w:outlineLvl w:val="2"/>`, run: bold + letters(11.5, ink)},
		{id: styleQuote, name: "Quote", quick: true, paragraph: "<w:keepLines/>" + room(6, 3) + `<w:ind w:left="340" w:right="340"/>`, run: "<w:i/><w:iCs/>" + letters(12, ink)},
		{id: styleCaption, name: "caption", quick: true, paragraph: keep + room(12, 4), run: bold + letters(10, ink)},
		{id: styleList, name: "List Bullet", quick: true, paragraph: room(0, 4)},
		{id: styleContents, name: "TOC Heading", next: styleNormal, paragraph: keep + room(0, 10), run: bold + letters(20, head)},
		{id: "TOC1", name: "toc 1", next: styleNormal, paragraph: dots + room(5, 2), run: bold + letters(10.5, ink)},
		{id: "TOC2", name: "toc 2", next: styleNormal, paragraph: dots + room(0, 2) + `<w:ind w:left="280"/>`, run: letters(9.5, ink)}, // for who wants more levels
		{id: styleHeader, name: "header", paragraph: `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="` + line + `"/></w:pBdr>` + tab + room(0, 0), run: letters(8.5, soft)},
		{id: styleFooter, name: "footer", paragraph: `<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="` + line + `"/></w:pBdr>` + tab + room(0, 0), run: letters(8.5, soft)},
		{id: styleFor, name: n.For, paragraph: keep + room(0, 2), run: letters(13, soft)},
		{id: styleOwner, name: n.Owner, paragraph: keep + "<w:suppressAutoHyphens/>" + room(0, 2), run: bold + letters(22, accent)},
		{id: styleAbout, name: n.About, paragraph: room(0, 8), run: letters(11, soft)},
		{id: styleOver, name: n.Over, paragraph: keep + room(22, 0), run: bold + letters(9.5, soft)},
		{id: styleFact, name: n.Fact, quick: true, paragraph: fmt.Sprintf(`<w:tabs><w:tab w:val="left" w:pos="%d"/></w:tabs>`, twips(labelWidth)) + room(0, 4) + hang, run: letters(factSize, ink)},
		{id: styleFactLine, name: n.Fact + " 2", based: styleNormal, paragraph: keep + room(0, 4), run: letters(factSize, ink)},
		{id: styleClaim, name: n.Claim, quick: true, paragraph: keep + beside + room(8, 0) + inset, run: letters(10.5, ink)},
		{id: styleClaimBasis, name: n.Claim + " 2", paragraph: "<w:keepLines/>" + beside + room(0, 8) + inset},
		{id: styleSource, name: n.Source, quick: true, paragraph: room(0, 4), run: letters(8.5, soft)},
		{id: styleQuoteSource, name: n.Source + " 2", based: styleSource, paragraph: room(0, 10) + `<w:ind w:left="340" w:right="340"/>`},
		{id: styleBox, name: n.Box, quick: true, paragraph: "<w:keepLines/>" + beside + shading(office.Hex(t.Panel)) + room(0, 0) + inset},
		{id: styleCell, name: n.Cell, quick: true, paragraph: "<w:widowControl/>" + room(2, 2), run: letters(cellSize, ink)},
		{id: styleCellHead, name: n.CellHead, based: styleCell, paragraph: "<w:suppressAutoHyphens/>", run: bold + letters(cellSize, onHead)},
		{id: styleGap, name: n.Cell + " 2", paragraph: `<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>`},
		{id: stylePicture, name: n.Picture, paragraph: `<w:spacing w:before="0" w:after="80" w:line="240" w:lineRule="auto"/>`},
		{id: styleWriteOn, name: n.WriteOn, paragraph: `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="` + soft + `"/><w:between w:val="single" w:sz="4" w:space="1" w:color="` + soft + `"/></w:pBdr><w:spacing w:before="160" w:after="0"/>`},
		{id: styleSourceText, name: n.Source + " 3", letters: true, run: letters(8.5, soft)},
		{id: styleMark, name: n.Mark, letters: true, quick: true, run: bold + `<w:color w:val="` + office.Hex(t.Warn) + `"/><w:sz w:val="18"/><w:bdr w:val="dashed" w:sz="4" w:space="0" w:color="` + office.Hex(t.Warn) + `"/>` + shading(office.Hex(t.WarnSoft))},
		{id: styleNumber, name: n.Number, letters: true, run: bold + `<w:sz w:val="32"/><w:szCs w:val="32"/>`},
		{id: styleLink, name: "Hyperlink", letters: true, run: `<w:color w:val="` + accent + `"/><w:u w:val="single"/>`},
	}
	var b strings.Builder
	b.WriteString(`<w:styles ` + main + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/>` + letters(10.5, ink) + `<w:lang w:val="` + d.tag() + `" w:eastAsia="` + d.tag() + `" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`)
	for _, s := range all {
		s.write(&b)
	}
	rule := func(side string) string {
		return fmt.Sprintf(`<w:%s w:val="single" w:sz="4" w:space="0" w:color="%s"/>`, side, line)
	}
	fmt.Fprintf(&b, `<w:style w:type="table" w:customStyle="1" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>%s%s%s</w:tblBorders><w:tblCellMar><w:left w:w="%d" w:type="dxa"/><w:right w:w="%d" w:type="dxa"/></w:tblCellMar></w:tblPr>`+
		`<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="%s"/></w:rPr><w:tcPr>%s<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr><w:tblStylePr w:type="band2Horz"><w:tcPr>%s</w:tcPr></w:tblStylePr></w:style>`,
		styleTable, n.Table, rule("top"), rule("bottom"), rule("insideH"), twips(cellInset), twips(cellInset), onHead, shading(head), shading(office.Hex(t.Panel)))
	b.WriteString("</w:styles>")
	return b.String()
}

func (s style) write(b *strings.Builder) {
	kind, own := "paragraph", ""
	if s.letters {
		kind = "character"
	}
	if strings.HasPrefix(s.id, "Klantreis") {
		own = ` w:customStyle="1"`
	}
	based := s.based
	if based == "" && !s.letters {
		based = styleNormal
	}
	fmt.Fprintf(b, `<w:style w:type="%s"%s w:styleId="%s"><w:name w:val="%s"/>`, kind, own, s.id, office.Escape(s.name))
	if based != "" {
		b.WriteString(`<w:basedOn w:val="` + based + `"/>`)
	}
	if s.next != "" {
		b.WriteString(`<w:next w:val="` + s.next + `"/>`)
	}
	if s.quick {
		b.WriteString("<w:qFormat/>")
	}
	if s.paragraph != "" {
		b.WriteString("<w:pPr>" + s.paragraph + "</w:pPr>")
	}
	if s.run != "" {
		b.WriteString("<w:rPr>" + s.run + "</w:rPr>")
	}
	b.WriteString("</w:style>")
}

// numbering holds a list for each tone: the shape of the mark tells it, not its colour alone.
func (d *document) numbering() string {
	var lists, uses strings.Builder
	for i, mark := range []string{"•", "✓", "✗", "!"} {
		color, face := office.Hex(d.theme.Accent), "Arial"
		switch i {
		case 1:
			color, face = office.Hex(d.theme.Good), "Segoe UI Symbol"
		case 2:
			color, face = office.Hex(d.theme.Bad), "Segoe UI Symbol"
		case 3:
			color = office.Hex(d.theme.Warn)
		}
		fmt.Fprintf(&lists, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr><w:rPr><w:rFonts w:ascii="%s" w:hAnsi="%s" w:cs="%s" w:hint="default"/><w:b/><w:color w:val="%s"/></w:rPr></w:lvl></w:abstractNum>`, i, mark, face, face, face, color)
		fmt.Fprintf(&uses, `<w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>`, i+1, i)
	}
	return `<w:numbering ` + main + `>` + lists.String() + uses.String() + `</w:numbering>`
}
