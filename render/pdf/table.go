package pdf

import (
	"math"
	"slices"
	"strings"

	"github.com/johnfercher/maroto/v2/pkg/consts/align"
	"github.com/johnfercher/maroto/v2/pkg/consts/border"
	"github.com/johnfercher/maroto/v2/pkg/props"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
)

const (
	mostColumns = 9   // side by side; a wider table is set in parts
	bigCells    = 170 // rows higher than this may be cut between lines
)

// table sets a table over the full width. Its head is repeated on every page; a row is only cut
// when it is very high.
func (c *composer) table(t render.Table) {
	columns := len(t.Columns)
	for _, r := range t.Rows {
		columns = max(columns, len(r)) // a cell without a column is not lost
	}
	if columns == 0 {
		return
	}
	if len(t.Rows) == 0 && !slices.ContainsFunc(t.Columns, func(c render.Column) bool { return strings.TrimSpace(c.Title) != "" }) {
		c.paragraphs(t.Caption, c.label().in(c.theme.Ink), "P") // a table without cells is none
		return
	}
	if columns > mostColumns {
		c.tableParts(t, columns)
		return
	}
	c.space(6)
	st := c.cell()
	if columns > 6 || c.dense {
		st.size, st.leading = 8.75, 12
	}
	pad := cellPad(columns)
	widths := c.columnWidths(t, columns, st)
	c.within("Table", func(table *tag) {
		if strings.TrimSpace(t.Caption) != "" {
			items, height := c.lines(t.Caption, c.label().in(c.theme.Ink), table.add("Caption"), 0, c.w, 0)
			c.place(items, height, 1e9)
			c.keep()
			c.space(5)
		}
		top := table
		if len(t.Rows) > 0 { // without rows below it, a head is a row like others
			top = table.add("THead")
		}
		head := c.tableHead(t, columns, widths, st, top.add("TR"))
		body := table.add("TBody")
		for i, r := range t.Rows {
			tr := body.add("TR")
			var items []item
			height := 0.0
			x := 0
			for k := range columns {
				cell := st
				if k < len(t.Columns) && t.Columns[k].Number {
					cell.align = align.Right
				}
				td := tr.add("TD")
				if k == 0 && k < len(r) && namesRow(t, r[0]) {
					td.role, td.scope = "TH", "Row"
				}
				if k < len(t.Columns) && i < len(t.Columns[k].Bars) && k < len(r) {
					if largest := slices.Max(t.Columns[k].Bars); largest > 0 && t.Columns[k].Bars[i] > 0 {
						items = append(items, c.bar(t.Columns[k].Bars[i]/largest, x+pad, barRoom-8, st.leading))
					}
				}
				if k < len(r) {
					lines, h := c.lines(r[k], cell, td, x+pad, widths[k]-2*pad, c.cellGap())
					items = append(items, lines...)
					height = max(height, h)
				}
				x += widths[k]
			}
			if len(items) == 0 {
				items, height = []item{{w: 1, h: st.leading, y: c.cellGap(), comp: sketch{draw: nothing}}}, st.leading
			}
			style := &props.Cell{}
			if i%2 == 1 {
				style = &props.Cell{BackgroundColor: marotoColor(c.theme.Panel)}
			}
			before := len(c.strips)
			c.place(items, height+2*c.cellGap(), bigCells)
			for k := before; k < len(c.strips); k++ {
				c.strips[k].style = style
				if i > 0 || k > before {
					c.strips[k].head = head
				}
			}
			if i == 0 || i == len(t.Rows)-2 {
				c.keep() // no row alone under the head or on the next page
			}
		}
		if n := len(c.strips); n > 0 && len(t.Rows) > 0 {
			c.add(strip{height: 1, style: c.ruleBelow(c.theme.Line, 0.8)})
			c.strips[n-1].glue = true
		}
	})
	c.space(18)
}

// namesRow says whether a row's first cell tells what the row is about.
func namesRow(t render.Table, first string) bool {
	return len(t.Columns) > 1 && !t.Columns[0].Number && strings.TrimSpace(first) != ""
}

// cellGap is the room above and below a cell's text.
func (c *composer) cellGap() float64 {
	if c.dense {
		return 2.5
	}
	return 4
}

// cellPad is the room left and right of a cell's text.
func cellPad(columns int) int {
	if columns > 6 {
		return 4
	}
	return 7
}

// tableParts sets a very wide table as several, each with the first column.
func (c *composer) tableParts(t render.Table, columns int) {
	pick := func(cells []string, from, to int) []string {
		var out []string
		if len(cells) > 0 {
			out = append(out, cells[0])
		} else {
			out = append(out, "")
		}
		for i := from; i < to && i < len(cells); i++ {
			out = append(out, cells[i])
		}
		return out
	}
	for from := 1; from < columns; from += mostColumns - 1 {
		to := min(from+mostColumns-1, columns)
		part := render.Table{Caption: t.Caption}
		if from > 1 {
			part.Caption = joined(" – ", t.Caption, c.words.Continued)
		}
		for i := range t.Columns {
			if i == 0 || i >= from && i < to {
				part.Columns = append(part.Columns, t.Columns[i])
			}
		}
		for _, r := range t.Rows {
			part.Rows = append(part.Rows, pick(r, from, to))
		}
		c.table(part)
	}
}

// tableHead adds the head and returns it as it is repeated: the same, as an artifact.
func (c *composer) tableHead(t render.Table, columns int, widths []int, st style, tr *tag) []strip {
	titled := false
	for _, col := range t.Columns {
		titled = titled || strings.TrimSpace(col.Title) != ""
	}
	if !titled {
		return nil
	}
	pad := cellPad(columns)
	set := func(tagged bool) {
		var items []item
		height := 0.0
		x := 0
		for k := range columns {
			title := ""
			head := style{face: font.SemiBold, size: st.size - 0.25, leading: st.leading, color: c.theme.Ink}
			if head.size < 8.5 {
				head.size = 8.5
			}
			if k < len(t.Columns) {
				title = t.Columns[k].Title
				if t.Columns[k].Number {
					head.align = align.Right
				}
			}
			var th *tag
			if tagged {
				th = tr.add("TH")
				th.scope = "Column"
			}
			lines, h := c.lines(title, head, th, x+pad, widths[k]-2*pad, c.cellGap())
			items = append(items, lines...)
			height = max(height, h)
			x += widths[k]
		}
		before := len(c.strips)
		c.place(items, height+2*c.cellGap(), 1e9)
		for k := before; k < len(c.strips); k++ {
			c.strips[k].glue = true
		}
		c.strips[len(c.strips)-1].style = c.ruleBelow(c.theme.Ink, 1)
	}
	c.flushGap()
	set(true)
	if len(c.strips) == 0 {
		return nil
	}
	// The copy is made by laying the head out once more and taking it off the column again.
	mark := len(c.strips)
	set(false)
	repeated := append([]strip(nil), c.strips[mark:]...)
	c.strips = c.strips[:mark]
	height := 0.0
	for _, s := range repeated {
		height += s.height
	}
	if height > 240 {
		return nil // a head this high would eat every page
	}
	return repeated
}

// columnWidths shares the width: every column gets its longest word where that is possible, and
// the rest goes to the columns that have much to say.
func (c *composer) columnWidths(t render.Table, columns int, st style) []int {
	pad := cellPad(columns)
	least, most := make([]float64, columns), make([]float64, columns)
	look := func(k int, s string, face font.Face) {
		whole := font.Width(s, face, st.size)
		most[k] = max(most[k], min(whole, 330))
		for _, word := range font.Words(s) {
			least[k] = max(least[k], min(font.Width(word, face, st.size), 110))
		}
	}
	for k, col := range t.Columns {
		look(k, col.Title, font.SemiBold)
	}
	for _, r := range t.Rows {
		for k, s := range r {
			look(k, s, font.Regular)
		}
	}
	total, need, want := float64(c.w), 0.0, 0.0
	for k := range columns {
		least[k] += 2*float64(pad) + 1
		most[k] = max(most[k]+2*float64(pad)+1, least[k])
		if k < len(t.Columns) && len(t.Columns[k].Bars) > 0 {
			least[k], most[k] = least[k]+barRoom, most[k]+barRoom
		}
		need += least[k]
		want += most[k]
	}
	widths := make([]float64, columns)
	limit := widest(least, total)
	for k := range widths {
		switch {
		case need >= total:
			widths[k] = min(least[k], limit)
		case want <= total:
			widths[k] = most[k] + (total-want)*most[k]/want
		default:
			widths[k] = least[k]
		}
	}
	if need < total && want > total {
		c.shareRest(t, widths, most, total-need)
	}
	out := make([]int, columns)
	used := 0
	for k, w := range widths {
		out[k] = max(int(w), 2*pad+4)
		used += out[k]
	}
	if rest := c.w - used; rest > 0 {
		out[columns-1] += rest
	}
	return out
}

// wholeNumbers is the width up to which a column of numbers is not broken over lines.
const wholeNumbers = 150

// shareRest widens columns towards most, in place: numbers first, for a broken number is hard to
// read, unless there are many; then no column more than it has to say. Long columns count by their root: a column ten
// times longer needs no ten times the width.
func (c *composer) shareRest(t render.Table, widths, most []float64, rest float64) {
	var open []int
	for k := range widths {
		lacks := most[k] - widths[k]
		if k < len(t.Columns) && t.Columns[k].Number && len(widths) <= 6 && most[k] <= wholeNumbers && lacks <= rest/2 {
			widths[k], rest = most[k], rest-lacks
		} else {
			open = append(open, k)
		}
	}
	for len(open) > 0 && rest > 0 {
		roots := 0.0
		for _, k := range open {
			roots += math.Sqrt(most[k] - widths[k])
		}
		given, left := 0.0, open[:0:0]
		for _, k := range open {
			lacks := most[k] - widths[k]
			if lacks <= rest*math.Sqrt(lacks)/roots {
				given += lacks
				widths[k] = most[k]
			} else {
				left = append(left, k)
			}
		}
		if len(left) == len(open) {
			for _, k := range open {
				widths[k] += rest * math.Sqrt(most[k]-widths[k]) / roots
			}
			return
		}
		open, rest = left, rest-given
	}
}

// widest is the width that no column may pass for all of them to fit in total: the columns with the
// longest words give way first, so that short words stay whole.
func widest(widths []float64, total float64) float64 {
	sorted := slices.Sorted(slices.Values(widths))
	for i, w := range sorted {
		if share := total / float64(len(sorted)-i); w > share {
			return share
		}
		total -= w
	}
	return math.Inf(1)
}

// ruleBelow is a row with a hairline under it.
func (c *composer) ruleBelow(color drawing.Color, width float64) *props.Cell {
	return &props.Cell{BorderType: border.Bottom, BorderColor: marotoColor(color), BorderThickness: width}
}

// nothing keeps the room of a row without text.
func nothing(*provider, drawing.Box) {}
