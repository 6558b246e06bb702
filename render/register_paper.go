package render

import (
	"cmp"
)

// adviceOnPaper gives each journey a table of its own: a sheet of paper has no room for all columns.
func (c registerComposer) adviceOnPaper() []Block {
	w := c.w
	var blocks []Block
	all := c.inOrder()
	for i, a := range all {
		if i == 0 || all[i-1].Entry != a.Entry {
			e := c.r.Entries[a.Entry].Journey
			heading := e.Title
			if !e.Date.IsZero() {
				heading += ", " + c.lang.Date(e.Date)
			}
			blocks = append(blocks, Heading{heading}, Table{Columns: []Column{{Title: w.ColNumber, Number: true}, {Title: w.ColAdvice}, {Title: w.ColOwner}, {Title: w.ColStatus}, {Title: w.ColEffect}, {Title: w.ColTold}}})
		}
		t := blocks[len(blocks)-1].(Table)
		status := c.lang.Report().Statuses[a.Status]
		if !a.Since.IsZero() {
			status += ", " + c.lang.Report().Since(a.Since)
		}
		effect, _ := c.effect(a)
		told := cmp.Or(c.lang.Report().Told(a.ReportedToKCC, a.ReportedToResidents), "–")
		t.Rows = append(t.Rows, []string{c.lang.Int(c.numberOf(a)), a.Title, c.ownerName(a.Owner), status, effect.Text, told})
		blocks[len(blocks)-1] = t
	}
	return blocks
}

// Report is the overview as blocks, for formats that lay out pages.
func (v Register) Report() Report {
	w := v.Lang.Register()
	r := Report{Lang: string(v.Lang), ID: "overzicht", Title: v.Title, Date: v.Lang.Date(v.AsOf)}
	var cover []Block
	for _, l := range v.Lead {
		cover = append(cover, Prose{l})
	}
	figures := Section{ID: "cijfers", Title: w.Subtitle, Kind: EvidenceSection}
	for _, t := range v.Tiles {
		figures.Blocks = append(figures.Blocks, Claim{Value: t.Value, Text: t.Label, Basis: cmp.Or(t.Note, w.Subtitle)})
	}
	for _, a := range v.Alerts {
		figures.Blocks = append(figures.Blocks, Callout{Text: a, Tone: Attention})
	}
	r.Sections = append(r.Sections, Section{ID: "voorblad", Title: v.Title, Kind: Cover, Blocks: cover}, figures)
	for _, s := range v.onPaper() {
		section := Section{ID: s.ID, Title: s.Title, Kind: EvidenceSection}
		for _, n := range s.Notes {
			section.Blocks = append(section.Blocks, Prose{n})
		}
		if len(s.Rows) == 0 && s.Empty != "" {
			section.Blocks = append(section.Blocks, Prose{s.Empty})
		}
		switch {
		case len(s.Rows) > 0 && s.Paper != nil:
			section.Blocks = append(section.Blocks, s.Paper...)
		case len(s.Rows) > 0:
			section.Blocks = append(section.Blocks, s.paper())
			if s.More != "" {
				section.Blocks = append(section.Blocks, Prose{s.More})
			}
		}
		r.Sections = append(r.Sections, section)
	}
	return r
}

// onPaper puts all advice last: it is what one looks up, and it can be long.
func (v Register) onPaper() []RegisterSection {
	var first, last []RegisterSection
	for _, s := range v.Sections {
		switch {
		case s.Title == "":
		case s.Paper != nil:
			last = append(last, s)
		default:
			first = append(first, s)
		}
	}
	return append(first, last...)
}

// paper is the table as far as there is room for it.
func (s RegisterSection) paper() Table {
	var t Table
	for _, c := range s.Columns {
		if !c.Extra {
			t.Columns = append(t.Columns, Column{Title: c.Title, Number: c.Kind == NumberCell})
		}
	}
	for _, row := range s.Visible() {
		var cells []string
		for i, cell := range row.Cells {
			if !s.Columns[i].Extra {
				cells = append(cells, cell.Text)
			}
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

// Visible are the rows that a page shows.
func (s RegisterSection) Visible() []RegisterRow {
	if s.Shown > 0 {
		return s.Rows[:min(s.Shown, len(s.Rows))]
	}
	return s.Rows
}
