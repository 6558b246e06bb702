package render

import (
	"slices"
	"strings"

	"klantreis/journeys/evidence"
)

// appendix is for paper: sources, method, the flow, what happens behind the scenes, all figures.
func (c *composer) appendix() []Section {
	s := Section{ID: "bijlage", Title: c.story.Appendix, Kind: Appendix, Where: PaperOnly}
	s.Blocks = append(s.Blocks, Prose{c.story.AppendixIntro}, Heading{c.w.Sources})
	if len(c.ev.Sources) > 0 {
		t := c.sourceTable()
		t.Caption = ""             // the heading says it
		last := len(t.Columns) - 1 // the denominators are told below, where there is room for their words
		t.Columns = t.Columns[:last]
		for i := range t.Rows {
			t.Rows[i] = t.Rows[i][:last]
		}
		s.Blocks = append(s.Blocks, t)
		if d := c.denominators(); len(d.Items) > 0 {
			s.Blocks = append(s.Blocks, Prose{c.w.DenominatorsIntro()}, d)
		}
		s.Blocks = append(s.Blocks, c.askedOfSuppliers()...)
	} else {
		s.Blocks = append(s.Blocks, Callout{Text: c.w.NoSignals, Tone: Attention})
	}
	if len(c.ev.Sources) > 0 { // otherwise nothing was counted
		s.Blocks = append(append(s.Blocks, c.searched()...), Heading{c.w.Method}, List{Items: c.w.MethodText})
	}
	empty := len(s.Blocks)
	s.Blocks = append(s.Blocks, c.chart("grafiek-kanalen")...)
	if spreads := c.chart("grafiek-doorlooptijd-"); len(spreads) > 1 {
		s.Blocks = append(s.Blocks, spreads[1:]...)
	}
	_, kept := c.keptCharts()
	_, courses := c.courseParts()
	s.Blocks = slices.Concat(s.Blocks, kept, c.lateCases(func(l evidence.LeadTime) bool { return !c.pressing(l) }), c.slowCases(), courses, c.perMonth(false))
	s.Blocks = append(s.Blocks, c.otherMoments()...)
	if t := c.backstageTable(); len(t.Rows) > 0 {
		s.Blocks = append(s.Blocks, Heading{t.Caption}, t)
		s.Blocks[len(s.Blocks)-1] = Table{Columns: t.Columns, Rows: t.Rows}
	}
	if len(s.Blocks) == empty && len(c.j.Steps()) == 1 && len(c.ev.Sources) == 0 {
		return nil // page one says that there are no signals, and a table of one step says nothing more
	}
	s.Blocks = append(s.Blocks, Heading{c.w.Tables}, c.stepTable())
	if len(c.ev.Signals) > 0 {
		s.Blocks = append(s.Blocks, c.signalTable())
	}
	all := []Section{s}
	if f := c.pictures.Flow; len(f.Drawing.Items) > 0 && len(c.j.Steps()) > 1 { // one step goes nowhere
		all = append(all, Section{ID: "bijlage-stroom", Title: c.w.Flow, Kind: MapSection, Where: PaperOnly, Blocks: []Block{f}})
	}
	return all
}

// denominators tells what the signals of each source are a part of.
func (c *composer) denominators() Facts {
	var f Facts
	for _, s := range c.ev.Sources {
		if !s.Missing && !s.Aside {
			f.Items = append(f.Items, Fact{Label: s.Name, Value: c.w.Denominator(s.Denominator, s.Exposure)})
		}
	}
	return f
}

// backstageTable tells what the customer does not see, for the steps that say it.
func (c *composer) backstageTable() Table {
	t := Table{Caption: c.story.BackstageTable, Columns: []Column{{Title: c.w.ColStep}, {Title: c.story.Backs}, {Title: c.story.Systems}, {Title: c.story.HumanContact}}}
	for i, s := range c.j.Steps() {
		if len(s.Backstage)+len(s.Systems) > 0 || s.HumanContact != "" {
			t.Rows = append(t.Rows, []string{c.lang.Int(i+1) + "  " + s.Title, strings.Join(s.Backstage, "; "), strings.Join(s.Systems, ", "), s.HumanContact})
		}
	}
	return t
}
