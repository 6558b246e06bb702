package signals

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"klantreis/journeys"
)

// afterFile gathers what can be told of a file only when it has been read.
func (p *sourceFiles) afterFile(r rows) (unchanged bool) {
	if unchanged = p.table || p.state == same; !unchanged {
		after, err := fingerprintOf(p.file)
		unchanged = err == nil && after == p.opened
		if err == nil && !unchanged {
			p.found = append(p.found, journeys.Problem{Pos: p.source.At("bestand"), Code: "bestand-veranderd", Args: []any{p.name}})
		}
	}
	if p.table { // its records have no order, and so no numbers
		p.bad.clear()
	}
	for i, line := range p.bad.lines[:min(len(p.bad.lines), maxNotedLines-len(p.unreadable))] {
		place := fmt.Sprint(line)
		if row := p.top + 1 + p.bad.records[i]; p.top > 0 && row != line {
			place += fmt.Sprintf(" (Excel %d)", row)
		}
		if p.several {
			place = path.Base(p.name) + ":" + place
		}
		p.unreadable = append(p.unreadable, place)
		p.blame(cellAt(r.header, p.bad.columns[i]), place, p.bad.shapes[i])
	}
	if example, ambiguous, likely := p.monthFirst(r); likely {
		p.warn("datums-amerikaans", p.name, example, ambiguous)
	}
	if p.long.n > 0 {
		list := strings.Join(strings.Fields(strings.Trim(fmt.Sprint(p.long.lines), "[]")), ", ")
		if p.long.n > len(p.long.lines) {
			list += " …"
		}
		p.warn("extra-kolommen", p.name, p.long.n, list)
	}
	if r.notes != nil {
		for _, n := range r.notes() {
			p.warn(n.code, append([]any{p.name}, n.args...)...)
		}
	}
	return unchanged
}

// Found are the problems that Each or Fold met: a file that is cut short or that was changed meanwhile,
// rows with too many cells, ids that came twice.
func (d *Data) Found() journeys.Problems {
	if d.files == nil {
		return nil
	}
	return d.files.found
}

// Unreadable gives the places of the first twenty unreadable records: their lines, with the file
// when the source has several.
func (d *Data) Unreadable() []string {
	if d.files == nil {
		return nil
	}
	return d.files.unreadable
}

// Blame tells which column keeps records from being read, and which of them.
type Blame struct {
	Column string // its header; empty: the row as a whole, such as a quote that is never closed
	Places []string
	NoDay  bool     // there is a date among them that does not exist, such as 31 February
	Shapes []string // what the first different values look like, without what they say; see shapeOf
}

// Blamed gives the same places as Unreadable by the column that is to blame, in the order in which
// the columns were met.
func (d *Data) Blamed() []Blame {
	if d.files == nil {
		return nil
	}
	return d.files.blamed
}

func (p *sourceFiles) blame(column, place, shape string) {
	i := slices.IndexFunc(p.blamed, func(b Blame) bool { return b.Column == column })
	if i < 0 {
		i = len(p.blamed)
		p.blamed = append(p.blamed, Blame{Column: column})
	}
	b := &p.blamed[i]
	b.Places = append(b.Places, place)
	shape, noDay := strings.CutPrefix(strings.TrimPrefix(shape, americanMark), noDayMark)
	b.NoDay = b.NoDay || noDay && column != ""
	if column != "" && len(b.Shapes) < maxShapes && !slices.Contains(b.Shapes, shape) {
		b.Shapes = append(b.Shapes, shape)
	}
}
