package evidence

import (
	"fmt"
	"slices"

	"klantreis/journeys"
)

// Empty tells that a source was read and that nothing in it counts: it has no records, or none in the
// period.
func (s Source) Empty() bool {
	return !s.Missing && s.Unreadable == 0 && s.Read == s.OutsidePeriod && (s.Read > 0 || !s.Typed)
}

// nothing warns for a source of which nothing counts, unless a fault tells why.
func (b *binder) nothing(i int, known journeys.Problems) journeys.Problems {
	s, src := b.sources[i], b.journey.Sources[i]
	if !s.Empty() || known.HasErrors() {
		return nil
	}
	p := journeys.Problem{Pos: src.At("bestand"), Severity: journeys.Warning, Code: "bron-leeg", Args: []any{src.Name, src.File}}
	switch {
	case src.Connection != "":
		p.Pos, p.Args[1] = src.At("verbinding"), "verbinding"
	case s.Typed:
		p.Pos, p.Args[1] = src.At("lijst"), "lijst"
	}
	if s.Read > 0 {
		p.Code = "bron-buiten-periode"
		p.Args = append(p.Args, s.Read, b.periodText())
	}
	return journeys.Problems{p}
}

// periodText writes the period behind a word: " 2022-01-01 – 2022-12-31".
func (b *binder) periodText() string {
	from, to := "…", "…"
	if d := b.journey.Period.From; !d.IsZero() {
		from = d.String()
	}
	if d := b.journey.Period.To; !d.IsZero() {
		to = d.String()
	}
	return fmt.Sprintf(" %s – %s", from, to)
}

// allEmpty tells whether it was said of all these sources that nothing in them counts.
func (b *binder) allEmpty(names []string) bool {
	return !slices.ContainsFunc(b.sources, func(s Source) bool { return slices.Contains(names, s.Name) && !s.Empty() })
}
