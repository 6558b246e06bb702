package privacy

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
	"klantreis/journeys/signals"
)

// TestSurveyCountsEveryPart reads a file that is cut into many parts, and wants each record once.
func TestSurveyCountsEveryPart(t *testing.T) {
	const n = 20000
	var b strings.Builder
	b.WriteString("Datum;Vraag;Naam\n")
	for i := range n {
		text := "wanneer komt het"
		if i%100 == 0 {
			text = "bel 06-12345678 of 06-87654321"
		}
		fmt.Fprintf(&b, "01-02-2022;%s, ik wacht al heel lang op een antwoord;Piet Jansen\n", text)
	}
	j, problems := journeys.Parse("reis.yaml", []byte("klantreis: A\nbronnen: {k: {soort: telefoon, bestand: k.csv, kolommen: {tijdstip: Datum, tekst: Vraag}}}\nfasen: [{fase: B, stappen: [{stap: C}]}]\n"))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	r, problems := Survey(j, fstest.MapFS{"k.csv": {Data: []byte(b.String())}}, &evidence.Evidence{}, signals.Options{})
	if problems.HasErrors() || len(r.Sources) != 1 {
		t.Fatal(problems, r)
	}
	s := r.Sources[0]
	if s.Read != n || len(s.Columns) != 3 {
		t.Fatalf("%d read, %d columns", s.Read, len(s.Columns))
	}
	if got, want := fmt.Sprint(s.Columns[1].Found), fmt.Sprint([]Found{{language.Phone, n / 100, n / 50}}); got != want {
		t.Errorf("question: %s, want %s", got, want)
	}
	if got, want := fmt.Sprint(s.Columns[2].Found), fmt.Sprint([]Found{{language.Name, n, n}}); got != want || !s.Columns[2].Person || s.Columns[2].Field != "" {
		t.Errorf("name: %s, want %s; %+v", got, want, s.Columns[2])
	}
}
