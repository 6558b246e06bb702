package words

import (
	"regexp"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/register"
	"klantreis/journeys/statistics"
)

// plural is one of something, written as if there were several.
var plural = regexp.MustCompile(`(?:^|[^0-9.,])1 (?:\pL+ )?(?:signalen|zaken|maanden|dagen|adviezen|punten|signals|cases|months|days|advices|points) |\b1 (?:zijn|horen|are|belong)\b`)

// TestOne: one of a thing is written as one, in both languages.
func TestOne(t *testing.T) {
	points := func(n, special int) (p []statistics.Point) {
		for i := range n {
			point := statistics.Point{Above: true}
			if i >= n-special {
				point.Cause = statistics.Outside
			}
			p = append(p, point)
		}
		return p
	}
	for _, l := range []Lang{Dutch, English} {
		w, r := l.Report(), l.Register()
		said := []string{l.Story().Lead(1, ""), w.Looked(1), w.BeforeAfter("Vraag", 9, 1, 9, 1), l.Feedback().Asked("Vraag", 1, journeys.Period{}), r.doubtfulTotal(register.Totals{Doubtful: 1})}
		said = append(said, w.Doubts([]evidence.Doubt{{Kind: evidence.SourceEnded, Days: 1}, {Kind: evidence.SourceGap, Days: 1}})...)
		for _, held := range []int{0, 1, 2, 3} {
			for special := range held + 1 {
				all := points(6+held, special)
				said = append(said, w.ProcessStory(statistics.Process{Points: all, Parts: []statistics.Part{{To: len(all), Base: 6, Special: special}}}, w.ProcessUnit(false)))
			}
		}
		said = append(said, w.ProcessStory(statistics.Process{Points: points(6, 1), Parts: []statistics.Part{{To: 6, Base: 6, Special: 1}}}, ""))
		said = append(said, w.Slowest(evidence.LeadTime{Title: "Tijd", Slowest: evidence.Slowest{N: 9, Rest: 1, Than: 1}}))
		for _, tile := range r.Tiles(register.Totals{Journeys: 1, Advice: 1, Answered: 1, Realised: 1, Judged: 1, Improved: 1, Late: 1, Undated: 1}) {
			said = append(said, tile[0]+" "+tile[1]+" "+tile[2])
		}
		for _, s := range said {
			if plural.MatchString(s + " ") {
				t.Errorf("%s", s)
			}
		}
	}
	for _, s := range []string{"we luisterden naar 1 signalen", "1 bekeken signalen", "1 zijn te laat", "of 1 advices"} {
		if !plural.MatchString(s + " ") {
			t.Errorf("%q goes unseen", s)
		}
	}
}
