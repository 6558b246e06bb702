package journeys

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

const typedFile = `# Bovenaan
klantreis: Proef
bronnen:
  een:
    soort: gesprek
    lijst:   # opgeschreven
      # de eerste
      - {tijdstip: 2020-01-01, tekst: "Een, met komma"}   # weg hiermee
      - tijdstip: 2020-02-01
        tekst: >
          Twee
          # geen opmerking
      - {tijdstip: 2020-03-01, tekst: Twee en een half}
      # hoort bij drie
      - {tijdstip: 2022-01-01, tekst: Drie}

  twee:
    soort: gesprek
    lijst: [{tijdstip: 2020-01-01, tekst: "Vier ]"}, {tekst: Vijf},
      {tijdstip: 2020-01-01, tekst: Zes}]
  drie:
    soort: gesprek
    lijst:
    - {tijdstip: 2020-01-01, tekst: Zeven}
fasen: [{fase: A, stappen: [{stap: B}]}]
# einde`

func TestRemoveSignals(t *testing.T) {
	for _, c := range []struct {
		source string
		places []int
		gone   []string // lines that go; others must stay
		come   []string
	}{
		{"een", []int{0}, []string{`      - {tijdstip: 2020-01-01, tekst: "Een, met komma"}   # weg hiermee`}, nil},
		{"een", []int{1, 0}, []string{`      - {tijdstip: 2020-01-01, tekst: "Een, met komma"}   # weg hiermee`, "      - tijdstip: 2020-02-01", "        tekst: >", "          Twee", "          # geen opmerking"}, nil},
		{"een", []int{3}, []string{"      - {tijdstip: 2022-01-01, tekst: Drie}"}, nil},
		{"twee", []int{0}, []string{`    lijst: [{tijdstip: 2020-01-01, tekst: "Vier ]"}, {tekst: Vijf},`}, []string{"    lijst: [{tekst: Vijf},"}},
		{"twee", []int{0, 2}, []string{`    lijst: [{tijdstip: 2020-01-01, tekst: "Vier ]"}, {tekst: Vijf},`, "      {tijdstip: 2020-01-01, tekst: Zes}]"}, []string{"    lijst: [{tekst: Vijf}]"}},
		{"drie", []int{0}, []string{"    lijst:", "    - {tijdstip: 2020-01-01, tekst: Zeven}"}, []string{"    lijst: []"}},
	} {
		for _, ending := range []string{"\n", "\r\n"} {
			src := "\ufeff" + strings.ReplaceAll(typedFile, "\n", ending)
			out, err := RemoveSignals("a.yaml", []byte(src), c.source, c.places)
			if err != nil && strings.Contains(strings.Join(c.gone, ""), "# geen opmerking") && errors.Is(err, ErrLayout) {
				continue // a folded text that ends like a comment may be refused, never damaged
			}
			if err != nil {
				t.Errorf("%s %v: %v", c.source, c.places, err)
				continue
			}
			gone, come := linesBeyond(string(out), src, ending), linesBeyond(src, string(out), ending)
			if !slices.Equal(gone, c.gone) || !slices.Equal(come, c.come) {
				t.Errorf("%s %v: went\n%s\ncame\n%s", c.source, c.places, strings.Join(gone, "\n"), strings.Join(come, "\n"))
			}
		}
	}
	for _, c := range []struct {
		source string
		place  int
	}{{"vier", 0}, {"een", 4}, {"een", -1}} {
		if _, err := RemoveSignals("a.yaml", []byte(typedFile), c.source, []int{c.place}); !errors.Is(err, ErrLayout) {
			t.Errorf("%v: %v", c, err)
		}
	}
}

// FuzzRemoveSignals: what is left is the journey without those signals, or nothing is done.
func FuzzRemoveSignals(f *testing.F) {
	f.Add([]byte(typedFile), "een", 1)
	f.Add([]byte(strings.ReplaceAll(typedFile, "\n", "\r\n")), "twee", 2)
	f.Fuzz(func(t *testing.T, src []byte, source string, place int) {
		out, err := RemoveSignals("a.yaml", src, source, []int{place})
		if err != nil {
			return
		}
		old, _ := Parse("a.yaml", src)
		fresh, _ := Parse("a.yaml", out)
		if s := old.Source(source); s == nil || len(fresh.Sources) != len(old.Sources) || len(fresh.Source(source).List) != len(s.List)-1 {
			t.Fatalf("%q became %q", src, out)
		}
	})
}
