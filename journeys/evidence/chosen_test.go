package evidence

import (
	"testing"
	"testing/fstest"

	"klantreis/journeys"
)

// TestChosen counts the scores that were only looked for because of the score. A score that another selector of the
// step finds as well was not; that of another step changes nothing.
func TestChosen(t *testing.T) {
	j, problems := journeys.Parse("a.yaml", []byte(`
klantreis: A
bronnen: {kcc: {soort: telefoon, bestand: kcc.csv}}
fasen:
  - fase: B
    stappen:
      - {stap: C, signalen: [{signaal: Laag, bron: kcc, cijfer: {tot: 5}}, {signaal: Geld, bron: kcc, woorden: [geld]}]}
      - {stap: D, signalen: [{signaal: Alles, bron: kcc, onderwerp: e}]}
`))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	files := fstest.MapFS{"kcc.csv": {Data: []byte("id,onderwerp,tekst,cijfer\n1,e,geld,2\n2,e,brief,3\n3,e,brief,4\n4,e,geld,9\n5,e,geld,8\n6,e,brief,9\n")}}
	ev, problems := Bind(j, files)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	for i, want := range []struct{ n, chosen int }{{5, 2}, {6, 0}} {
		if e := ev.Steps[i].Emotion; e.N != want.n || e.Chosen != want.chosen {
			t.Errorf("step %d: %d scores, %d chosen; want %+v", i+1, e.N, e.Chosen, want)
		}
	}
}
