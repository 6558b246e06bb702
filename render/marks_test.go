package render

import (
	"testing"

	"klantreis/journeys"
)

// TestRateOfMarks holds which selectors gather marks, of which a rate says nothing of customers.
func TestRateOfMarks(t *testing.T) {
	j, problems := journeys.Parse("reis.yaml", []byte(`klantreis: Cijfers
bronnen:
  enquete: {soort: onderzoek, bestand: e.csv, kolommen: {tijdstip: D, onderwerp: O, cijfer: C, tekst: T}}
  kcc: {soort: telefoon, bestand: k.csv, kolommen: {tijdstip: D, onderwerp: O, cijfer: C, tekst: T}}
fasen:
  - fase: A
    stappen:
      - stap: Een
        signalen:
          - {signaal: Cijfer voor het formulier, id: vraag, bron: enquete, onderwerp: formulier}
          - {signaal: Cijfers, id: cijfer, bron: kcc, cijfer: {van: 1, tot: 10}}
          - {signaal: Over het formulier, id: onderwerp, bron: kcc, onderwerp: formulier}
          - {signaal: Wachten, id: woorden, bron: enquete, woorden: [wachten]}
`))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	for id, want := range map[string]bool{"vraag": true, "cijfer": true, "onderwerp": false, "woorden": false} {
		if got := gathersMarks(j, id); got != want {
			t.Errorf("%s: %v", id, got)
		}
	}
}
