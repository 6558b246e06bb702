package render

import (
	"cmp"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/register"
	"klantreis/render/words"
)

// Register is the overview of all journeys of an organisation, ready to be written in any format.
type Register struct {
	Lang     words.Lang
	Title    string
	AsOf     journeys.Date // zero: not known
	Lead     []string
	Tiles    []Fact // the figures at the top
	Alerts   []string
	Sections []RegisterSection
}

// RegisterSection is a chapter of it: a table, or what to say in its place.
type RegisterSection struct {
	ID, Title string
	Sheet     string // of a workbook; empty: not in one
	Notes     []string
	Hint      string // what can be done with the table on a screen
	Columns   []RegisterColumn
	Rows      []RegisterRow
	Empty     string  // said where there are no rows
	Shown     int     // of the rows, where there is no room for all; 0: all
	More      string  // said when not all rows are shown
	Choose    []int   // columns by which a page can choose rows; nil: it has no choice
	Paper     []Block // what stands on paper in place of the table; nil: the table itself
}

// RegisterColumn is a column of such a table.
type RegisterColumn struct {
	Title string
	Kind  CellKind
	Width float64 // in letters, for a workbook
	Extra bool    // only in a workbook
}

// CellKind tells what the cells of a column are.
type CellKind int

const (
	TextCell CellKind = iota
	NumberCell
	DateCell
	ShareCell // a part of one, written as a percentage
)

// RegisterCell is one cell: what is shown, and the value by which it sorts.
type RegisterCell struct {
	Text   string
	Number float64
	Known  bool // Number is a value
	Date   journeys.Date
	Tone   Tone
}

// RegisterRow is one row, with what can be unfolded below it.
type RegisterRow struct {
	Cells    []RegisterCell
	Details  []Fact
	Timeline []Fact // Label is the day, or empty
}

// BrokenJourney is a file that cannot take part.
type BrokenJourney struct {
	File   string
	Faults int
	First  string
}

// registerComposer puts a register into words.
type registerComposer struct {
	r    *register.Register
	lang words.Lang
	w    words.Register
}

// ComposeRegister decides what the overview shows.
func ComposeRegister(r *register.Register, broken []BrokenJourney, lang words.Lang) Register {
	c := registerComposer{r, lang, lang.Register()}
	v := Register{Lang: lang, Title: c.w.Title, AsOf: r.AsOf.Day, Lead: []string{c.w.Why, c.w.AsOf(r.AsOf)}}
	for _, t := range c.w.Tiles(r.Totals) {
		v.Tiles = append(v.Tiles, Fact{Value: t[0], Label: t[1], Note: t[2]})
	}
	if text := c.w.EmptyJourneys(r.Totals.Empty); text != "" {
		v.Alerts = append(v.Alerts, text)
	}
	if len(broken) > 0 {
		v.Alerts = append(v.Alerts, c.w.BrokenFiles(len(broken)))
		v.Sections = append(v.Sections, c.broken(broken))
	}
	v.Sections = append(v.Sections, c.late(), c.advice())
	v.Sections = append(v.Sections, c.promises()...)
	v.Sections = append(v.Sections, c.journeys(), c.owners(), c.passed(), c.themes(), c.history(), c.method())
	return v
}

func text(s string) RegisterCell { return RegisterCell{Text: s} }

func (c registerComposer) number(n int) RegisterCell {
	return RegisterCell{Text: c.lang.Int(n), Number: float64(n), Known: true}
}

func (c registerComposer) day(d journeys.Date) RegisterCell {
	return RegisterCell{Text: c.w.Day(d), Date: d}
}

func (c registerComposer) journey(i int) string { return c.r.Entries[i].Journey.Title }

// numberOf is the number that an advice has on the map and in the report of its journey.
func (c registerComposer) numberOf(a register.Advice) int {
	return slices.Index(AdviceOrder(c.r.Entries[a.Entry].Journey), a.Index) + 1
}

// inOrder lists the advice by journey, and of one journey by its numbers.
func (c registerComposer) inOrder() []register.Advice {
	all := slices.Clone(c.r.Advice)
	slices.SortStableFunc(all, func(a, b register.Advice) int {
		return cmp.Or(cmp.Compare(a.Entry, b.Entry), cmp.Compare(c.numberOf(a), c.numberOf(b)))
	})
	return all
}

func (c registerComposer) broken(all []BrokenJourney) RegisterSection {
	s := RegisterSection{ID: "kapot", Title: c.w.Broken, Sheet: c.w.ColFaults, Notes: []string{c.w.BrokenNote},
		Columns: []RegisterColumn{{Title: c.w.ColFile, Width: 40}, {Title: c.w.ColFaults, Kind: NumberCell, Width: 9}, {Title: c.w.ColFirst, Width: 90}}}
	for _, b := range all {
		s.Rows = append(s.Rows, RegisterRow{Cells: []RegisterCell{text(b.File), c.number(b.Faults), text(b.First)}})
	}
	return s
}

func (c registerComposer) late() RegisterSection {
	w := c.w
	s := RegisterSection{ID: "te-lang", Title: w.Late, Notes: []string{w.LateNote}, Empty: w.NoLate,
		Columns: []RegisterColumn{{Title: w.ColAdvice}, {Title: w.ColJourney}, {Title: w.ColOwner}, {Title: w.ColOffered, Kind: DateCell}, {Title: w.ColWaited, Kind: NumberCell}}}
	if c.r.AsOf.Day.IsZero() {
		s.Empty = w.AsOf(c.r.AsOf)
	}
	late := slices.DeleteFunc(c.inOrder(), func(a register.Advice) bool { return !a.Late() })
	slices.SortStableFunc(late, func(a, b register.Advice) int { return b.Waited - a.Waited })
	for _, a := range late {
		s.Rows = append(s.Rows, RegisterRow{Cells: []RegisterCell{text(a.Title), text(c.journey(a.Entry)), text(c.ownerName(a.Owner)), c.day(a.Offered), c.number(a.Waited)}})
	}
	if len(s.Rows) == 0 {
		s.Notes = nil
	}
	return s
}

func (c registerComposer) ownerName(name string) string { return cmp.Or(name, c.w.Nobody) }

func (c registerComposer) advice() RegisterSection {
	w := c.w
	s := RegisterSection{ID: "adviezen", Title: w.Advice, Sheet: w.SheetAdvice, Hint: w.AdviceNote, Empty: w.NoAdvice, Choose: []int{4, 5},
		Columns: []RegisterColumn{{Title: w.ColJourney, Width: 30}, {Title: w.ColID, Width: 20, Extra: true}, {Title: w.ColNumber, Kind: NumberCell, Width: 6}, {Title: w.ColAdvice, Width: 48}, {Title: w.ColOwner, Width: 24},
			{Title: w.ColStatus, Width: 20}, {Title: w.ColSince, Kind: DateCell, Width: 12}, {Title: w.ColEffect, Width: 34}, {Title: w.ColChange, Kind: ShareCell, Width: 13, Extra: true},
			{Title: w.ColLow, Kind: ShareCell, Width: 9, Extra: true}, {Title: w.ColHigh, Kind: ShareCell, Width: 9, Extra: true}, {Title: w.ColKCC, Kind: DateCell, Width: 20},
			{Title: w.ColResidents, Kind: DateCell, Width: 24}, {Title: w.ColOffered, Kind: DateCell, Width: 12, Extra: true}, {Title: w.ColReason, Width: 40, Extra: true}}}
	for _, a := range c.inOrder() {
		s.Rows = append(s.Rows, c.adviceRow(a))
	}
	s.Paper = c.adviceOnPaper()
	return s
}

func (c registerComposer) adviceRow(a register.Advice) RegisterRow {
	e := c.r.Entries[a.Entry]
	number := c.numberOf(a)
	card := (&composer{j: e.Journey, ev: e.Evidence, lang: c.lang, w: c.lang.Report(), story: c.lang.Story()}).card(number, a.Advice)
	status := text(c.lang.Report().Statuses[a.Status])
	switch {
	case a.Closed():
		status.Tone = Positive
	case a.Late():
		status.Tone = Attention
	}
	effect, shares := c.effect(a)
	row := RegisterRow{Cells: []RegisterCell{text(c.journey(a.Entry)), text(a.ID), c.number(number), text(a.Title), text(c.ownerName(a.Owner)), status, c.day(a.Since), effect,
		shares[0], shares[1], shares[2], c.day(a.ReportedToKCC), c.day(a.ReportedToResidents), c.day(a.Offered), text(a.Reason)}}
	d := c.lang.Deck()
	for _, f := range []Fact{{Label: d.Step, Value: card.Step}, {Label: d.Basis, Value: card.Basis}, {Label: d.Expected, Value: card.Expected}, {Label: d.Effect, Value: card.Effect}, {Label: d.Reason, Value: card.Reason}} {
		if f.Value != "" {
			row.Details = append(row.Details, f)
		}
	}
	row.Timeline = c.timeline(a)
	return row
}

// effect is what may be said of an advice in a cell, with the change and its bounds as shares.
func (c registerComposer) effect(a register.Advice) (cell RegisterCell, shares [3]RegisterCell) {
	e := a.Effect
	switch {
	case !e.Measured && !a.Closed():
		return text("–"), shares
	case !e.Measured:
		return text(c.w.NotMeasured), shares
	}
	cell = text(c.w.Change(e))
	switch e.Verdict {
	case "daling":
		cell.Tone = Positive
		if a.Doubtful() {
			cell.Text += c.w.Doubtful()
			cell.Tone = Attention
		}
	case "stijging":
		cell.Tone = Negative
	}
	if e.Ratio > 0 && e.Verdict != "te-vroeg" {
		for i, ratio := range []float64{e.Ratio, e.Low, e.High} {
			shares[i] = RegisterCell{Text: c.lang.Signed((ratio-1)*100, 0) + "%", Number: ratio - 1, Known: true}
		}
	}
	return cell, shares
}

// timeline puts what the file tells and what its history tells in the order of the days.
func (c registerComposer) timeline(a register.Advice) []Fact {
	type event struct {
		day  journeys.Date
		what string
	}
	events := []event{{a.Offered, c.w.MadeOn()}, {a.Since, c.w.Live()}, {a.ReportedToKCC, c.w.ToldKCC()}, {a.ReportedToResidents, c.w.ToldResidents()}}
	last := ""
	for _, h := range a.History {
		told := h
		told.Since, told.ReportedToKCC, told.ReportedToResidents = journeys.Date{}, journeys.Date{}, journeys.Date{} // they have a day of their own
		if what := c.w.Happened(told); what != "" {
			events = append(events, event{h.On, what})
		}
		last = cmp.Or(h.To, last)
	}
	events = slices.DeleteFunc(events, func(e event) bool { return e.day.IsZero() })
	slices.SortStableFunc(events, func(x, y event) int { return strings.Compare(x.day.String(), y.day.String()) })
	var all []Fact
	for _, e := range events {
		all = append(all, Fact{Label: c.w.Day(e.day), Value: e.what})
	}
	if last != "" && last != a.Status {
		all = append(all, Fact{Value: c.w.Now(a.Status)})
	}
	return all
}
