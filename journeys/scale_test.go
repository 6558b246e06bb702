package journeys

import (
	"fmt"
	"testing"
)

// A scale runs from its worst to its best end, so it may go down; without a length it is none, and a
// score lies between its ends whichever way it goes.
func TestScaleMayGoDown(t *testing.T) {
	for _, c := range []struct{ scale, value, want string }{
		{"{van: 1, tot: 5}", "2.1", ""}, {"{van: 5, tot: 1}", "2.1", ""}, {"{van: -100, tot: 100}", "-35", ""},
		{"{van: 5, tot: 1}", "5", ""}, {"{van: 5, tot: 1}", "5.1", "buiten-schaal"}, {"{van: 1, tot: 5}", "0", "buiten-schaal"}, {"{van: 3, tot: 3}", "3", "grenzen-omgekeerd"},
	} {
		_, problems := Parse("a.yaml", fmt.Appendf(nil, "klantreis: A\nfasen: [{fase: B, stappen: [{stap: C}]}]\nmetingen:\n- {meting: D, schaal: %s, punten: [{wanneer: 2021, waarde: %s}]}\n", c.scale, c.value))
		got := ""
		for _, p := range problems {
			if p.Severity == Error {
				got += p.Code
			}
		}
		if got != c.want {
			t.Errorf("%s with %s: %q, want %q", c.scale, c.value, got, c.want)
		}
	}
}
