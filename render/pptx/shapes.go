package pptx

import (
	"fmt"
	"math"
	"strings"

	"klantreis/render"
	"klantreis/render/font"
	"klantreis/render/office"
)

// paragraph is one paragraph of a shape: a bold lead, then text.
type paragraph struct {
	lead, text string
	size       float64 // points
	bold       bool
	color      string  // as deck.color writes it
	gap        float64 // points below
}

// shape is a rectangle, rounded or oval, with or without text. Places are points.
type shape struct {
	name       string
	x, y, w, h float64
	fill       string // as deck.color writes it; empty: none
	round      bool
	oval       bool
	title      bool // the title of the slide, which readers of a screen jump to
	middle     bool // text in the middle of the height
	center     bool
	decorative bool // says nothing that is not said elsewhere
	inset      float64
	text       []paragraph
	lang       string
}

// leading is the height of a line against the size of its letters.
const leading = 1.2

// fit gives the largest size, in half points from most down to least, at which paragraphs fit in a box.
func fit(all []paragraph, w, h, most, least float64) float64 {
	for size := most; size > least; size -= 0.5 {
		if height(all, w, size) <= h {
			return size
		}
	}
	return least
}

func height(all []paragraph, w, size float64) float64 {
	total := 0.0
	for _, p := range all {
		face := font.Regular
		if p.bold || p.lead != "" {
			face = font.Bold
		}
		total += float64(len(font.Wrap(p.lead+p.text, face, size, w)))*size*leading + p.gap
	}
	return total
}

func (s *slide) next() int { s.last++; return s.last }

func (s *slide) shape(p shape) {
	placeholder, form := "", "rect"
	switch {
	case p.title:
		placeholder = `<p:ph type="title"/>`
	case p.round:
		form = "roundRect"
	case p.oval:
		form = "ellipse"
	}
	kind := ""
	if p.fill == "" && !p.title {
		kind = ` txBox="1"`
	}
	extra := ""
	if p.decorative {
		extra = `<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>`
	}
	adjust := "<a:avLst/>"
	if p.round {
		adjust = `<a:avLst><a:gd name="adj" fmla="val 4000"/></a:avLst>`
	}
	fill := "<a:noFill/>"
	if p.fill != "" {
		fill = solid(p.fill)
	}
	anchor := "t"
	if p.middle {
		anchor = "ctr"
	}
	fmt.Fprintf(&s.shapes, `<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s">%s</p:cNvPr><p:cNvSpPr%s/><p:nvPr>%s</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="%s">%s</a:prstGeom>%s<a:ln><a:noFill/></a:ln></p:spPr>`,
		s.next(), escape(p.name), extra, kind, placeholder, office.EMU(p.x), office.EMU(p.y), office.EMU(p.w), office.EMU(p.h), form, adjust, fill)
	inset := office.EMU(p.inset)
	fmt.Fprintf(&s.shapes, `<p:txBody><a:bodyPr wrap="square" lIns="%d" tIns="%d" rIns="%d" bIns="%d" anchor="%s"><a:noAutofit/></a:bodyPr><a:lstStyle/>`, inset, inset, inset, inset, anchor)
	align := "l"
	if p.center {
		align = "ctr"
	}
	for _, t := range p.text {
		s.shapes.WriteString(paragraphXML(t, align, p.lang))
	}
	if len(p.text) == 0 {
		s.shapes.WriteString("<a:p/>")
	}
	s.shapes.WriteString("</p:txBody></p:sp>")
}

func paragraphXML(p paragraph, align, lang string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<a:p><a:pPr algn="%s"><a:spcAft><a:spcPts val="%d"/></a:spcAft></a:pPr>`, align, int(p.gap*100))
	run := func(text string, bold bool) {
		if text == "" {
			return
		}
		weight := ""
		if bold {
			weight = ` b="1"`
		}
		fmt.Fprintf(&b, `<a:r><a:rPr lang="%s" sz="%d"%s dirty="0">%s<a:latin typeface="+mn-lt"/></a:rPr><a:t>%s</a:t></a:r>`, lang, int(math.Round(p.size*100)), weight, solid(p.color), escape(text))
	}
	run(p.lead, true)
	run(p.text, p.bold)
	b.WriteString("</a:p>")
	return b.String()
}

// grid is a table laid out on pages.
type grid struct {
	widths []float64
	size   float64
	pages  []gridPage
}

type gridPage struct {
	from, to int // rows
	heights  []float64
}

const cellInset = 4 // points

// layout gives columns a width by how much they hold, and rows a page.
func layout(t render.Table, width, height float64) grid {
	g := grid{size: 12}
	weights, total := make([]float64, len(t.Columns)), 0.0
	for i, c := range t.Columns {
		longest := font.Width(c.Title, font.Bold, g.size)
		for _, row := range t.Rows {
			longest = max(longest, min(font.Width(row[i], font.Regular, g.size), 420))
		}
		weights[i] = longest + 2*cellInset + 4
		total += weights[i]
	}
	for i, w := range weights {
		word := font.Width(t.Columns[i].Title, font.Bold, g.size)
		for _, row := range t.Rows {
			for _, one := range strings.Fields(row[i]) {
				word = max(word, min(font.Width(one, font.Regular, g.size), 160))
			}
		}
		g.widths = append(g.widths, max(w*width/total, min(w, word+2*cellInset+6)))
	}
	sum := 0.0
	for _, w := range g.widths {
		sum += w
	}
	for i := range g.widths {
		g.widths[i] *= width / sum
	}
	rowHeight := func(cells []string, face font.Face) float64 {
		most := 1
		for i, c := range cells {
			most = max(most, len(font.Wrap(c, face, g.size, g.widths[i]-2*cellInset)))
		}
		return float64(most)*g.size*leading + 2*cellInset
	}
	var titles []string
	for _, c := range t.Columns {
		titles = append(titles, c.Title)
	}
	head := rowHeight(titles, font.Bold)
	page, used := gridPage{heights: []float64{head}}, head
	for i, row := range t.Rows {
		h := rowHeight(row, font.Regular)
		if used+h > height && page.to > page.from {
			g.pages = append(g.pages, page)
			page, used = gridPage{from: i, to: i, heights: []float64{head}}, head
		}
		page.to, used = i+1, used+h
		page.heights = append(page.heights, h)
	}
	g.pages = append(g.pages, page)
	return g
}

// grid writes rows of a table as a native table with a header row.
func (s *slide) grid(t render.Table, g grid, page gridPage, d *deck) {
	total := 0.0
	for _, h := range page.heights {
		total += h
	}
	fmt.Fprintf(&s.shapes, `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="%d" name="Tabel" descr="%s"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1" bandRow="1"/><a:tblGrid>`,
		s.next(), escape(t.Caption), office.EMU(margin), office.EMU(bandHeight+20), office.EMU(slideWidth-2*margin), office.EMU(total))
	for _, w := range g.widths {
		fmt.Fprintf(&s.shapes, `<a:gridCol w="%d"/>`, office.EMU(w))
	}
	s.shapes.WriteString("</a:tblGrid>")
	row := func(cells []string, h float64, fill, ink string, bold bool) {
		fmt.Fprintf(&s.shapes, `<a:tr h="%d">`, office.EMU(h))
		for i, c := range cells {
			align := "l"
			if t.Columns[i].Number {
				align = "r"
			}
			fmt.Fprintf(&s.shapes, `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>%s</a:txBody><a:tcPr marL="%d" marR="%d" marT="%d" marB="%d">%s</a:tcPr></a:tc>`,
				paragraphXML(paragraph{text: c, size: g.size, bold: bold, color: ink}, align, d.lang), office.EMU(cellInset), office.EMU(cellInset), office.EMU(cellInset), office.EMU(cellInset), solid(fill))
		}
		s.shapes.WriteString("</a:tr>")
	}
	var titles []string
	for _, c := range t.Columns {
		titles = append(titles, c.Title)
	}
	row(titles, page.heights[0], d.color(d.theme.Header), d.color(d.theme.OnHeader), true)
	for i := page.from; i < page.to; i++ {
		fill := d.theme.Paper
		if i%2 == 1 {
			fill = d.theme.Panel
		}
		row(t.Rows[i], page.heights[i-page.from+1], d.color(fill), d.color(d.theme.Ink), false)
	}
	s.shapes.WriteString("</a:tbl></a:graphicData></a:graphic></p:graphicFrame>")
}

// solid is a fill with a colour of deck.color.
func solid(color string) string { return `<a:solidFill>` + color + `</a:solidFill>` }

// escape writes a text for XML, on one line. A space at its end stays: a lead stands apart from its text.
func escape(s string) string {
	out := office.Escape(s)
	if strings.HasSuffix(s, " ") {
		out += " "
	}
	return out
}
