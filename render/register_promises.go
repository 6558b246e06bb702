package render

import "cmp"

// promises is what was undertaken in klantarenas; there is no such chapter when nothing was.
func (c registerComposer) promises() []RegisterSection {
	if len(c.r.Promises) == 0 {
		return nil
	}
	w, t := c.w, c.lang.Promises()
	s := RegisterSection{ID: "toezeggingen", Title: t.Title, Sheet: t.Sheet, Notes: []string{t.Note},
		Columns: []RegisterColumn{{Title: t.Until, Kind: DateCell, Width: 12}, {Title: t.What, Width: 60}, {Title: t.Who, Width: 26}, {Title: w.ColJourney, Width: 30}, {Title: t.Arena, Width: 30}, {Title: t.Made, Kind: DateCell, Width: 12}}}
	for _, p := range c.r.Promises {
		until := c.day(p.When)
		if p.Past {
			until.Text += " (" + t.Past + ")"
			until.Tone = Attention
		}
		s.Rows = append(s.Rows, RegisterRow{Cells: []RegisterCell{until, text(p.What), text(cmp.Or(p.Who, w.Nobody)), text(c.journey(p.Entry)), text(p.Arena), c.day(p.Made)}})
	}
	return []RegisterSection{s}
}
