package words

import (
	"strings"
	"testing"

	"klantreis/journeys/evidence"
	"klantreis/journeys/register"
)

// TestDoubtful: letters and the overview say what could explain a decrease otherwise, and only then.
func TestDoubtful(t *testing.T) {
	told := func(kinds ...evidence.DoubtKind) string {
		e := evidence.Effect{Measured: true, Verdict: evidence.Decrease, Ratio: 0.6, Low: 0.5, High: 0.7}
		for _, k := range kinds {
			e.Doubts = append(e.Doubts, evidence.Doubt{Kind: k})
		}
		return Dutch.Feedback().Effect("Wanneer betaald?", e)
	}
	for kind, want := range map[evidence.DoubtKind]string{
		evidence.MovedChannel: "op een andere plek", evidence.SourceEnded: "misten in die tijd", evidence.SourceGap: "misten in die tijd",
		evidence.WholeSource: "ook minder", evidence.Renamed: "anders op", evidence.AlreadyThere: "voordat we dit deden",
		evidence.NoSeason: "Dat past bij wat we deden", evidence.Alike: "Dat past bij wat we deden",
	} {
		if got := told(evidence.NoMonths, kind); !strings.Contains(got, want) {
			t.Errorf("%s: %s", kind, got)
		}
	}
	if got := told(); !strings.Contains(got, "Dat past bij wat we deden") {
		t.Error(got)
	}
	tiles := Dutch.Register().Tiles(register.Totals{Advice: 3, Realised: 3, Judged: 3, Improved: 1, Doubtful: 2})
	if note := tiles[3][2]; !strings.HasSuffix(note, "bij 2 is er een daling, maar met een kanttekening") {
		t.Error(note)
	}
}
