package render

import (
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render/words"
)

// TestChosenScoresAreTold says beside a feeling how many of its scores were looked for because they are low, on the
// page of the step and at a glance; beside a typed feeling, which has none, nothing.
func TestChosenScoresAreTold(t *testing.T) {
	j, problems := journeys.Parse("a.yaml", []byte(`
klantreis: A
bronnen: {kcc: {soort: telefoon, bestand: kcc.csv}}
fasen:
  - fase: B
    stappen:
      - {stap: C, signalen: [{signaal: Laag, bron: kcc, cijfer: {tot: 5}}, {signaal: Geld, bron: kcc, woorden: [geld]}]}
      - {stap: D, emotie: -1, signalen: [{signaal: Lager, bron: kcc, cijfer: {tot: 4}}]}
`))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	ev, problems := evidence.Bind(j, fstest.MapFS{"kcc.csv": {Data: []byte("id,tekst,cijfer\n1,geld,2\n2,brief,3\n3,brief,4\n4,brief,3\n5,brief,2\n6,brief,1\n7,geld,9\n")}})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	c := &composer{j: j, ev: ev, lang: words.Dutch, w: words.Dutch.Report(), story: words.Dutch.Story()}
	const note = "let op: 5 daarvan zijn gezocht om hun hoogte"
	steps := j.Steps()
	for _, basis := range []string{c.feeling(steps[0]).Basis, c.briefFeeling(steps[0]).Basis} {
		if !strings.Contains(basis, note) {
			t.Errorf("%q does not tell it", basis)
		}
	}
	if basis := c.feeling(steps[1]).Basis; strings.Contains(basis, "let op") {
		t.Errorf("typed: %q", basis)
	}
}
