package journeys

import (
	"strings"
	"testing"
)

// TestOneIsNoPlural holds that messages speak of one row as of one.
func TestOneIsNoPlural(t *testing.T) {
	for _, c := range []struct {
		code       string
		n          any
		want, also string
	}{
		{"extra-kolommen", 1, "heeft 1 regel meer kolommen", "telt deze regel niet mee"},
		{"extra-kolommen", 2, "hebben 2 regels meer kolommen", "tellen deze regels niet mee"},
		{"onleesbaar", 1, "is 1 van 40 regels niet te lezen", "Deze regel telt niet mee"},
		{"onleesbaar", 11, "zijn 11 van 40 regels niet te lezen", "Deze regels tellen niet mee"},
	} {
		message, advice := Problem{Code: c.code, Args: []any{"a.csv", c.n, 40, "7", "", "", "", ""}}.Text("nl")
		if !strings.Contains(message, c.want) || !strings.Contains(advice, c.also) {
			t.Errorf("%s of %v: %s %s", c.code, c.n, message, advice)
		}
	}
}
