package render

import (
	"cmp"
	"slices"
	"strings"

	"klantreis/journeys/register"
)

func (c registerComposer) journeys() RegisterSection {
	w := c.w
	s := RegisterSection{ID: "klantreizen", Title: w.Journeys, Sheet: w.SheetJourneys, Notes: []string{w.JourneysNote},
		Columns: []RegisterColumn{{Title: w.ColJourney, Width: 36}, {Title: w.ColID, Width: 24, Extra: true}, {Title: w.ColMunicipality, Width: 22, Extra: true}, {Title: w.ColOwner, Width: 26}, {Title: w.ColOffered, Kind: DateCell, Width: 12},
			{Title: w.ColCount, Kind: NumberCell, Width: 10}, {Title: w.ColAnswered, Kind: NumberCell, Width: 12}, {Title: w.ColRealised, Kind: NumberCell, Width: 13}, {Title: w.ColImproved, Kind: NumberCell, Width: 21}, {Title: w.ColLate, Kind: NumberCell, Width: 18}}}
	for i, e := range c.r.Entries {
		var advice, answered, realised, improved, late int
		for _, a := range c.r.Advice {
			if a.Entry != i {
				continue
			}
			advice++
			answered += one(a.Answered())
			realised += one(a.Closed())
			improved += one(a.Improved())
			late += one(a.Late())
		}
		title := e.Journey.Title
		if e.Journey.Variant == "gewenst" {
			title += " (" + w.Wished + ")"
		}
		s.Rows = append(s.Rows, RegisterRow{Cells: []RegisterCell{text(title), text(e.Journey.ID), text(e.Journey.Municipality), text(cmp.Or(e.Journey.Owner, w.Nobody)), c.day(e.Journey.Date),
			c.number(advice), c.number(answered), c.number(realised), c.number(improved), c.number(late)}})
	}
	return s
}

func one(holds bool) int {
	if holds {
		return 1
	}
	return 0
}

func (c registerComposer) owners() RegisterSection {
	w := c.w
	s := RegisterSection{ID: "eigenaren", Title: w.Owners, Sheet: w.SheetOwners, Notes: []string{w.OwnersNote}, Empty: w.NoAdvice,
		Columns: []RegisterColumn{{Title: w.ColOwner, Width: 30}, {Title: w.ColJourneys, Kind: NumberCell, Width: 12}, {Title: w.ColCount, Kind: NumberCell, Width: 10}, {Title: w.ColAnswered, Kind: NumberCell, Width: 12},
			{Title: w.ColRefused, Kind: NumberCell, Width: 18}, {Title: w.ColRealised, Kind: NumberCell, Width: 13}, {Title: w.ColImproved, Kind: NumberCell, Width: 21}, {Title: w.ColLate, Kind: NumberCell, Width: 18}}}
	for _, o := range c.r.Owners {
		s.Rows = append(s.Rows, RegisterRow{Cells: []RegisterCell{text(c.ownerName(o.Name)), c.number(len(o.Journeys)), c.number(o.Advice), c.number(o.Answered),
			c.number(o.Refuse), c.number(o.Realised), c.number(o.Improved), c.number(o.Late)}})
	}
	if len(s.Rows) == 0 {
		s.Notes = nil
	}
	return s
}

func (c registerComposer) passed() RegisterSection {
	w := c.w
	s := RegisterSection{ID: "doorgezet", Title: w.Passed, Sheet: w.ColDepartment, Empty: w.NoPassed,
		Columns: []RegisterColumn{{Title: w.ColDepartment, Width: 30}, {Title: w.ColSignals, Kind: NumberCell, Width: 11}, {Title: w.ColJourneys, Width: 60}}}
	for _, d := range c.r.Passed {
		var names []string
		for _, i := range d.Journeys {
			names = append(names, c.journey(i))
		}
		s.Rows = append(s.Rows, RegisterRow{Cells: []RegisterCell{text(d.Name), c.number(d.N), text(c.few(names))}})
	}
	if len(s.Rows) > 0 {
		s.Notes = append(s.Notes, w.PassedNote)
	} else if c.r.PassedFew > 0 {
		s.Empty = ""
	}
	for _, note := range []string{w.PassedFew(c.r.PassedFew), w.PassedUncounted(c.r.PassedUncounted)} {
		if note != "" {
			s.Notes = append(s.Notes, note)
		}
	}
	return s
}

// few names the first of a list, and how many more there are.
func (c registerComposer) few(names []string) string {
	const most = 6
	names = slices.Compact(slices.Clone(names))
	if len(names) > most {
		return strings.Join(names[:most], ", ") + " " + c.w.AndMore(len(names)-most)
	}
	return strings.Join(names, ", ")
}

// shownThemes is how many themes a page has room for; the workbook has all.
const shownThemes = 24

func (c registerComposer) themes() RegisterSection {
	w := c.w
	s := RegisterSection{ID: "themas", Title: w.Themes, Sheet: w.SheetThemes, Notes: []string{w.ThemesNote}, Empty: w.NoThemes,
		Columns: []RegisterColumn{{Title: w.ColTheme, Width: 36}, {Title: w.ColKind, Width: 14}, {Title: w.ColJourneys, Kind: NumberCell, Width: 12}, {Title: w.ColWhy, Width: 100}}}
	themes := slices.Clone(c.r.Themes)
	if len(themes) > shownThemes { // the largest of each kind come first, so that no kind crowds out the others
		rank := map[register.ThemeKind]int{}
		place := map[int]int{}
		for i, t := range themes {
			place[i] = rank[t.Kind]
			rank[t.Kind]++
		}
		order := make([]int, len(themes))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int { return place[a] - place[b] })
		for i, k := range order {
			themes[i] = c.r.Themes[k]
		}
		s.Shown, s.More = shownThemes, w.MoreThemes(shownThemes, len(themes))
	}
	for _, t := range themes {
		s.Rows = append(s.Rows, RegisterRow{Cells: []RegisterCell{text(t.Name), text(w.Kinds[t.Kind]), c.number(t.Journeys()), text(w.WhySame(t, c.few(t.Shared), c.places(t)))}})
	}
	if len(s.Rows) == 0 {
		s.Notes = nil
	}
	return s
}

// places names where a theme was found: each journey once, the first six.
func (c registerComposer) places(t register.Theme) string {
	var names []string
	last := -1
	for _, p := range t.Places {
		if p.Entry != last {
			what := p.What
			if t.Kind == register.SameOwner {
				what = ""
			}
			names = append(names, c.w.In(c.journey(p.Entry), p.Step, what))
		}
		last = p.Entry
	}
	return c.few(names)
}

// history is a sheet of its own in a workbook; on paper and on the page it stands with each advice.
func (c registerComposer) history() RegisterSection {
	w := c.w
	s := RegisterSection{ID: "geschiedenis", Sheet: w.SheetHistory,
		Columns: []RegisterColumn{{Title: w.ColWhen, Kind: DateCell, Width: 12}, {Title: w.ColJourney, Width: 30}, {Title: w.ColAdvice, Width: 48}, {Title: w.ColWhat, Width: 60}}}
	for _, a := range c.inOrder() {
		for _, h := range a.History {
			s.Rows = append(s.Rows, RegisterRow{Cells: []RegisterCell{c.day(h.On), text(c.journey(a.Entry)), text(a.Title), text(w.Happened(h))}})
		}
	}
	return s
}

func (c registerComposer) method() RegisterSection {
	s := RegisterSection{ID: "zo-tellen-we", Title: c.w.Method, Sheet: c.w.SheetExplain, Columns: []RegisterColumn{{Title: c.w.ColTerm, Width: 24}, {Title: c.w.ColMeaning, Width: 110}}}
	for _, m := range c.w.Methods {
		s.Rows = append(s.Rows, RegisterRow{Cells: []RegisterCell{text(m[0]), text(m[1])}})
	}
	return s
}
