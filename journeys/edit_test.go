package journeys

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

var added = Selector{Title: "Wanneer betaald?", ID: "wanneer-betaald", Sources: []string{"kcc"}, Topic: "energietoeslag", Words: []string{"uitbeta*", "gestort"}}

const addedFile = `# Bovenaan
klantreis: Proef   # titel
bronnen:
  kcc: {soort: telefoon, lijst: [{tekst: hoi}]}
fasen:
  - fase: Een
    stappen:
      - stap: Zoekt
        id: zoekt

        # hoort bij de volgende
      - stap: Wacht
        id: wacht
        signalen:   # hier
          - {signaal: Oud, id: oud, bron: kcc,
             woorden: [oud]}   # blijft
          # slot
        doet: Kijkt
      - {stap: Kort, id: kort}
      - stap: Rij
        signalen: [{signaal: Rijtje, bron: kcc}]
      - stap: Leeg
        signalen: []
      - stap: Niets
        signalen:   # nog niets
        # hoort bij doet
        doet: Kijkt
`

func TestAddSelector(t *testing.T) {
	for _, c := range []struct{ step, want string }{
		{"zoekt", "        id: zoekt\n        signalen:\n          - signaal: Wanneer betaald?\n            id: wanneer-betaald\n            bron: kcc\n" +
			"            onderwerp: energietoeslag\n            woorden: [uitbeta*, gestort]\n\n        # hoort"},
		{"wacht", "]}   # blijft\n          - signaal: Wanneer betaald?\n            id: wanneer-betaald\n            bron: kcc\n" +
			"            onderwerp: energietoeslag\n            woorden: [uitbeta*, gestort]\n          # slot\n        doet"},
		{"kort", "- {stap: Kort, id: kort, signalen: [{signaal: \"Wanneer betaald?\", id: wanneer-betaald, bron: kcc, onderwerp: energietoeslag, woorden: [uitbeta*, gestort]}]}"},
		{"rij", "signalen: [{signaal: Rijtje, bron: kcc}, {signaal: \"Wanneer betaald?\", id: wanneer-betaald, bron: kcc, onderwerp: energietoeslag, woorden: [uitbeta*, gestort]}]"},
		{"leeg", "        signalen:\n          - signaal: Wanneer betaald?\n            id: wanneer-betaald\n            bron: kcc\n" +
			"            onderwerp: energietoeslag\n            woorden: [uitbeta*, gestort]\n      - stap: Niets"},
		{"niets", "        signalen:   # nog niets\n          - signaal: Wanneer betaald?\n            id: wanneer-betaald\n            bron: kcc\n" +
			"            onderwerp: energietoeslag\n            woorden: [uitbeta*, gestort]\n        # hoort bij doet\n        doet: Kijkt\n"},
	} {
		for _, ending := range []string{"\n", "\r\n"} {
			src := strings.ReplaceAll(addedFile, "\n", ending)
			out, err := AddSelector("a.yaml", []byte(src), c.step, added)
			if err != nil {
				t.Errorf("%s: %v", c.step, err)
				continue
			}
			if want := strings.ReplaceAll(c.want, "\n", ending); !strings.Contains(string(out), want) {
				t.Errorf("%s: got\n%s", c.step, out)
			}
			if ending == "\r\n" && strings.Count(string(out), "\n") != strings.Count(string(out), "\r\n") {
				t.Errorf("%s: mixed line ends", c.step)
			}
		}
	}
	if _, err := AddSelector("a.yaml", []byte(addedFile), "nergens", added); !errors.Is(err, ErrNoStep) {
		t.Error(err)
	}
	double := added
	double.ID = "oud"
	if _, err := AddSelector("a.yaml", []byte(addedFile), "wacht", double); err == nil {
		t.Error("an id that is taken was accepted")
	}
}

// FuzzAddSelector holds that a change takes nothing away and parses.
func FuzzAddSelector(f *testing.F) {
	f.Add(addedFile, "wacht", "Wanneer: \"ja\"?", "uit*")
	f.Add("klantreis: A\nfasen: [{fase: B, stappen: [{stap: C}]}]", "c", "x", "- y")
	f.Fuzz(func(t *testing.T, src, step, title, word string) {
		s := Selector{Title: title, ID: "fuzz-id", Sources: []string{"kcc"}, Words: []string{word}}
		out, err := AddSelector("a.yaml", []byte(src), step, s)
		if err != nil {
			return
		}
		want, _ := Parse("a.yaml", []byte(src))
		got, _ := Parse("a.yaml", out)
		fresh := got.Step(step).Selectors
		if len(fresh) != len(want.Step(step).Selectors)+1 || fresh[len(fresh)-1].Title != strings.TrimSpace(clean(title)) {
			t.Fatalf("it is not the last one:\n%s", out)
		}
		got.Step(step).Selectors = fresh[:len(fresh)-1]
		withoutPlaces(reflect.ValueOf(want))
		withoutPlaces(reflect.ValueOf(got))
		if len(fresh) > 1 && !reflect.DeepEqual(want, got) {
			t.Fatalf("something else changed:\n%s", out)
		}
	})
}
