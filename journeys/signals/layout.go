package signals

import (
	"strings"

	"klantreis/journeys"
)

// layout tells how a known system calls the fields of a signal, so that a source needs no
// `kolommen`. With a format of its own, `kolommen` of the source go before it, field by field.
type layout struct {
	format string   // the `formaat` that implies it, if any
	signs  []string // the columns by which it is recognised in a file of any format
	fields []layoutField
}

// layoutField names the columns in which a field stands: the first that is filled counts.
type layoutField struct {
	field   string
	columns []string
}

// layouts lists the systems that are known by their columns.
func layouts() []layout {
	return []layout{signalenLayout, kissLayout, openKlantLayout, vngLayout, matomoLayout, openFormsLayout}
}

// layoutOf finds the layout of a file: as its format says, otherwise by its columns.
func layoutOf(format string, header []string) (layout, bool) {
	has := map[string]bool{}
	for _, h := range header {
		has[journeys.FoldSpace(h)] = true
	}
next:
	for _, l := range layouts() {
		if l.format != "" && l.format == format {
			return l, true
		}
		for _, sign := range l.signs {
			if !has[journeys.Fold(sign)] {
				continue next
			}
		}
		return l, true
	}
	return layout{}, false
}

// fill binds the fields of a layout that kolommen did not bind. A field that may stand in more
// than one column gets a column of its own behind the others.
func (l layout) fill(d *Data, b *binding) {
	for _, f := range l.fields {
		if _, bound := b.column[f.field]; bound {
			continue
		}
		var at []int
		for _, c := range f.columns {
			if i, ok := b.header[journeys.FoldSpace(c)]; ok {
				at = append(at, i)
			}
		}
		switch len(at) {
		case 0:
		case 1:
			b.column[f.field] = at[0]
		default:
			b.column[f.field] = len(d.rows.header)
			d.rows = firstFilled(d.rows, at)
		}
	}
}

// firstFilled adds a column that holds, of each row, the first of some cells that is filled.
func firstFilled(r rows, columns []int) rows {
	width := len(r.header)
	next := r.next
	r.parts, r.each = nil, nil // the new column is made row by row
	r.header = append(r.header[:width:width], "")
	r.next = func() (row, error) {
		rec, err := next()
		if err != nil || rec.broken {
			return rec, err
		}
		cells := make([]string, width+1)
		copy(cells, rec.cells[:min(len(rec.cells), width)])
		for _, i := range columns {
			if strings.TrimSpace(cells[i]) != "" {
				cells[width] = cells[i]
				break
			}
		}
		rec.cells = cells
		return rec, nil
	}
	return r
}
