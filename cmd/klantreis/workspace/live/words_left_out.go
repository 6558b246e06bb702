package live

import (
	"fmt"
	"strings"

	"klantreis/journeys/evidence"
)

// fellAway says why records of a source do not count; empty: all do. With a group of fewer than
// evidence.MinGroup no group has a number: how many fell away in all is known, so one gives the other. Rows
// that cannot be read were never among the read.
func (w deskWords) fellAway(s evidence.Source) string {
	few := func(n int) bool { return n > 0 && n < evidence.MinGroup }
	masked := few(s.Confidential) || few(s.OutsidePeriod)
	var parts []string
	add := func(n int, what string) {
		switch {
		case n > 0 && masked:
			parts = append(parts, what)
		case n > 0:
			parts = append(parts, w.lang.Int(n)+" "+what)
		}
	}
	add(s.Confidential, w.either("vertrouwelijk", "confidential"))
	add(s.OutsidePeriod, w.either("buiten de periode", "outside the period"))
	var out []string
	if len(parts) > 0 {
		out = append(out, fmt.Sprintf(w.either("Niet meegeteld: %s.", "Not counted: %s."), strings.Join(parts, ", ")))
	}
	if n := s.Unreadable; n > 0 {
		out = append(out, fmt.Sprintf(w.either("Niet te lezen: %s.", "Could not be read: %s."), w.lang.Int(n)+" "+w.rows(n)))
	}
	return strings.Join(out, " ")
}

func (w deskWords) rows(n int) string {
	if n == 1 {
		return w.either("regel", "row")
	}
	return w.either("regels", "rows")
}
