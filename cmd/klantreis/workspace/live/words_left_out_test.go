package live

import (
	"testing"

	"klantreis/journeys/evidence"
	"klantreis/render/words"
)

func TestFellAway(t *testing.T) {
	for want, s := range map[string]evidence.Source{
		"": {Read: 10},
		"Niet meegeteld: vertrouwelijk, buiten de periode.":        {Read: 5069, Confidential: 4, OutsidePeriod: 11},
		"Niet meegeteld: 6 vertrouwelijk. Niet te lezen: 1 regel.": {Read: 10, Confidential: 6, Unreadable: 1},
		"Niet te lezen: 1.200 regels.":                             {Read: 10, Unreadable: 1200},
	} {
		if got := wordsFor(words.Dutch).fellAway(s); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
	if got := wordsFor(words.English).fellAway(evidence.Source{Read: 9, OutsidePeriod: 5}); got != "Not counted: 5 outside the period." {
		t.Error(got)
	}
}
