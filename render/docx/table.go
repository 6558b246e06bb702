package docx

import (
	"fmt"
	"strings"

	"klantreis/render"
	"klantreis/render/font"
	"klantreis/render/office"
)

// table is rows of cells, with widths in points.
type table struct {
	caption string // tells what it is to who does not see it
	widths  []float64
	rows    []row
}

type row struct {
	head  bool // again on every page
	cells []cell
}

// cell is a text, or lines.
type cell struct {
	text        string
	bold, right bool
	lines       [][]run
}

const (
	cellSize  = 9.0 // points, of letters
	cellInset = 4.5 // points, left and right
)

// table writes rows under their titles, and a caption above.
func (d *document) table(t render.Table) {
	if len(t.Rows) == 0 || len(t.Columns) == 0 {
		return
	}
	d.say(paragraph{style: styleCaption, keep: true}, t.Caption)
	grid := table{caption: firstSaid(t.Caption, d.last()), widths: widths(t, columnWidth)}
	line := func(head bool, text func(i int) string) row {
		r := row{head: head}
		for i, c := range t.Columns {
			r.cells = append(r.cells, cell{text: text(i), right: c.Number})
		}
		return r
	}
	grid.rows = append(grid.rows, line(true, func(i int) string { return t.Columns[i].Title }))
	for _, cells := range t.Rows {
		grid.rows = append(grid.rows, line(false, func(i int) string {
			if i < len(cells) {
				return cells[i]
			}
			return ""
		}))
	}
	d.grid(grid)
}

// last is the heading that a table without a caption stands under.
func (d *document) last() string {
	if len(d.entries) == 0 {
		return d.title()
	}
	return d.entries[len(d.entries)-1].title
}

// widths divides room over columns by how much they hold; none becomes narrower than its longest word, as
// far as there is room.
func widths(t render.Table, room float64) []float64 {
	const most, longest = 260.0, 110.0
	wanted, least := make([]float64, len(t.Columns)), make([]float64, len(t.Columns))
	sumWanted, sumLeast := 0.0, 0.0
	for i, c := range t.Columns {
		look := func(text string, face font.Face) {
			wanted[i] = max(wanted[i], min(font.Width(office.Clean(text), face, cellSize), most))
			for _, word := range strings.Fields(text) {
				least[i] = max(least[i], min(font.Width(word, face, cellSize), longest))
			}
		}
		look(c.Title, font.Bold)
		for _, cells := range t.Rows {
			if i < len(cells) {
				look(cells[i], font.Regular)
			}
		}
		wanted[i] += 2*cellInset + 2
		least[i] += 2*cellInset + 2
		sumWanted, sumLeast = sumWanted+wanted[i], sumLeast+least[i]
	}
	all := make([]float64, len(t.Columns))
	for i := range all {
		switch {
		case sumWanted <= room:
			all[i] = wanted[i] * room / sumWanted
		case sumLeast >= room:
			all[i] = least[i] * room / sumLeast
		default: // what is left after the words goes to where most is wanted
			all[i] = least[i] + (wanted[i]-least[i])*(room-sumLeast)/(sumWanted-sumLeast)
		}
	}
	return all
}

// grid writes a table in our style. Rows are not cut by the end of a page.
func (d *document) grid(t table) {
	if d.fresh { // a table cannot begin a page by itself
		d.paragraph(paragraph{style: styleGap})
	}
	b := &d.body
	total := 0.0
	for _, w := range t.widths {
		total += w
	}
	fmt.Fprintf(b, `<w:tbl><w:tblPr><w:tblStyle w:val="%s"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="%s"/></w:tblPr><w:tblGrid>`, styleTable, twips(total), office.Escape(t.caption))
	for _, w := range t.widths {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, twips(w))
	}
	b.WriteString("</w:tblGrid>")
	for _, r := range t.rows {
		b.WriteString("<w:tr><w:trPr><w:cantSplit/>")
		style := styleCell
		if r.head {
			b.WriteString("<w:tblHeader/>")
			style = styleCellHead
		}
		b.WriteString("</w:trPr>")
		for i, c := range r.cells {
			fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, twips(t.widths[i]))
			lines := c.lines
			if len(lines) == 0 {
				lines = [][]run{nil}
				if office.Clean(c.text) != "" {
					lines[0] = []run{{text: c.text, bold: c.bold}}
				}
			}
			for _, runs := range lines {
				b.WriteString(d.paragraphXML(paragraph{style: style, runs: runs, right: c.right, keep: r.head}))
			}
			b.WriteString("</w:tc>")
		}
		b.WriteString("</w:tr>")
	}
	b.WriteString("</w:tbl>")
	b.WriteString(d.paragraphXML(paragraph{style: styleGap})) // two tables that touch become one
}
