package words

import (
	"strings"
	"testing"

	"klantreis/journeys/evidence"
)

// TestEvenly holds that a longer time after a change is told per day, or per month of equal length, and that
// no small group can be reckoned back from it.
func TestEvenly(t *testing.T) {
	for _, c := range []struct {
		e          evidence.Effect
		said, kept string
	}{
		{evidence.Effect{Before: 1000, BeforeDays: 100, After: 900, AfterDays: 300}, "per dag: 10,0 en 3,0", ""},
		{evidence.Effect{Before: 60, BeforeDays: 100, After: 30, AfterDays: 300}, "per 30 dagen: 18,0 en 3,0", ""},
		{evidence.Effect{Before: 60, BeforeDays: 100, After: 0, AfterDays: 60}, "per 30 dagen: 18,0 en 0,0", ""},
		{evidence.Effect{Before: 60, BeforeDays: 100, After: 3, AfterDays: 60}, "", "per "},
		{evidence.Effect{Before: 60, BeforeDays: 100, After: 0, AfterDays: 0}, "", "per "},
	} {
		got := Dutch.Report().evenly(c.e)
		if !strings.Contains(got, c.said) || c.kept != "" && strings.Contains(got, c.kept) {
			t.Errorf("%+v: %q, want %q", c.e, got, c.said)
		}
	}
}
