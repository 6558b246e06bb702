package signals

import (
	"slices"
	"strings"

	"klantreis/journeys"
)

// pagesAsSignals warns for a selector on Matomo, which would count pages and not visits.
func pagesAsSignals(j *journeys.Journey, s journeys.Source) journeys.Problems {
	if s.Format != "matomo" { // by its ending no file is one
		return nil
	}
	for _, sel := range All(j) {
		if slices.Contains(sel.Sources, s.Name) {
			return journeys.Problems{{Pos: sel.Pos, Severity: journeys.Warning, Code: "matomo-telt-paginas", Args: []any{sel.Title, s.Name}}}
		}
	}
	return nil
}

// WithoutColumn warns for selectors that ask for something of which the source has no column, so that
// they can find nothing there; and for those that would count pages.
func WithoutColumn(j *journeys.Journey, s journeys.Source, d *Data) (ps journeys.Problems) {
	if d.files == nil { // a list in the journey has all fields
		return nil
	}
	if !d.files.table {
		ps = pagesAsSignals(j, s)
	}
	all := strings.Join(d.Columns(), ", ")
	for _, sel := range All(j) {
		if !slices.Contains(sel.Sources, s.Name) {
			continue
		}
		for _, ask := range []struct {
			key, field string
			asked      bool
		}{
			{"onderwerp", "onderwerp", sel.Topic != ""},
			{"woorden", "tekst", len(sel.Words) > 0},
			// A record without channel has the soort of its source as channel.
			{"kanaal", "kanaal", sel.Channel != "" && journeys.FoldSpace(sel.Channel) != journeys.FoldSpace(s.Kind)},
			{"aard", "aard", sel.Nature != ""},
			{"cijfer", "cijfer", sel.Score != nil},
		} {
			if _, bound := d.files.columns[ask.field]; ask.asked && !bound {
				ps = append(ps, journeys.Problem{Pos: sel.At(ask.key), Severity: journeys.Warning, Code: "signaal-zonder-kolom",
					Args: []any{sel.Title, ask.key, s.Name, ask.field, all}})
			}
		}
	}
	return ps
}
