package quotes

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

const proof = `klantreis: Proef
opgesteld: 2023-01-01
periode: {van: 2022-01-01, tot: 2022-12-31}
bronnen: {kcc: {soort: telefoon, bestand: kcc.csv}}
fasen: [{fase: A, stappen: [{stap: B, signalen: [{signaal: W, bron: kcc, woorden: [wacht]}]}]}]
`

func find(t *testing.T, csv string, most int) Group {
	t.Helper()
	j, ps := journeys.Parse("a.yaml", []byte(proof))
	r, more := Find(j, fstest.MapFS{"kcc.csv": {Data: []byte(csv)}}, func(*journeys.Selector) bool { return true }, most, signals.Options{})
	if ps.HasErrors() || more.HasErrors() || len(r.Groups) != 1 {
		t.Fatal(ps, more)
	}
	return r.Groups[0]
}

// TestOrderDoesNotMatter: a large source gives the same, whatever the order of its records.
func TestOrderDoesNotMatter(t *testing.T) {
	var lines []string
	for i := range 4000 {
		lines = append(lines, fmt.Sprintf("%02d-%02d-2022;Ik wacht al %s weken op %s van de gemeente.", 1+i%28, 1+i%12, strings.Repeat("heel ", i%4), strings.Repeat("x", 3+i%9)+fmt.Sprint(i%97)))
	}
	head := "tijdstip;tekst\n"
	a := find(t, head+strings.Join(lines, "\n"), 5)
	for i, k := 0, len(lines)-1; i < k; i, k = i+1, k-1 {
		lines[i], lines[k] = lines[k], lines[i]
	}
	b := find(t, head+strings.Join(lines, "\n"), 5)
	if !reflect.DeepEqual(a.Proposals, b.Proposals) || a.N != 4000 || len(a.Proposals) == 0 {
		t.Errorf("%d %v\n%v", a.N, a.Proposals, b.Proposals)
	}
}

// TestLongText: of a long text, the sentence that was found.
func TestLongText(t *testing.T) {
	long := "Klant belt voor de derde keer. " + strings.Repeat("Er is van alles aan de hand met het dossier. ", 6) + "Ik wacht al weken op een brief van jullie. Bel 06-12345678."
	g := find(t, "tijdstip;tekst\n"+strings.Repeat("01-02-2022;"+long+"\n", 6), 3)
	if len(g.Proposals) != 1 || g.Proposals[0].Text != "Ik wacht al weken op een brief van jullie." {
		t.Errorf("%v", g.Proposals)
	}
}

// TestFew: four records are never quoted, five are.
func TestFew(t *testing.T) {
	for n, want := range map[int]int{0: 0, 4: 0, 5: 1} {
		if g := find(t, "tijdstip;tekst\n01-01-2022;anders\n"+strings.Repeat("01-02-2022;Ik wacht al weken op een brief van jullie.\n", n), 3); len(g.Proposals) != want || g.Few != (n < 5) {
			t.Errorf("%d records: %v", n, g)
		}
	}
}

// TestConsent: of a source that says who agreed, only those are proposed, and first; they are also when there are few.
func TestConsent(t *testing.T) {
	const head, no = "tijdstip;tekst;citeren\n", "01-02-2022;Ik wacht al weken op een brief van jullie.;nee\n01-02-2022;Niemand zegt iets, dus ik wacht maar.;\n"
	const yes = "01-02-2022;Fijn dat u vraagt hoe lang ik wacht op bericht.;ja\n"
	for csv, want := range map[string]int{head + strings.Repeat(no, 5): 0, head + strings.Repeat(no, 5) + yes: 1, head + yes: 1} {
		g := find(t, csv, 3)
		if len(g.Proposals) != want || want == 1 && (!g.Proposals[0].Agreed || !strings.HasPrefix(g.Proposals[0].Text, "Fijn")) {
			t.Errorf("%s%+v", csv, g)
		}
	}
}

func TestReadable(t *testing.T) {
	for text, want := range map[string]bool{
		"Ik wacht al weken op bericht.":              true,
		"IK WACHT AL WEKEN OP BERICHT":               false,
		"kl. belt 12-3 14:05 tbv 2022/45/99 1234 56": false,
		"status=open; team=KCC wacht op bericht":     false,
		"Nog niets gehoord":                          false,
		"Zie https://voorbeeld.nl voor het bericht":  false,
	} {
		if readable(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}
