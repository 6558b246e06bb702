package render

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

// TestSearched holds that a reader of the report can count again: each selector stands there as it was written,
// with where was looked, n and the denominator; and no text of a customer does.
func TestSearched(t *testing.T) {
	folder := fstest.MapFS{"kcc.csv": {Data: []byte("Datum;Vraag;Cijfer;kanaal\n" + strings.Repeat("2022-05-01;Wanneer betaald geheim;4;balie\n", 7) + "2022-05-01;Stilte geheim;9;\n")}}
	j, problems := journeys.Parse("a.yaml", []byte(`
klantreis: A
periode: {van: 2022-04-01, tot: 2022-07-31}
bronnen:
  kcc: {soort: telefoon, bestand: kcc.csv, kolommen: {tijdstip: Datum, tekst: Vraag, cijfer: Cijfer, kanaal: kanaal}, noemer: 900}
fasen:
  - fase: B
    stappen:
      - stap: C
        signalen:
          - {signaal: Wanneer, bron: kcc, woorden: [wanneer betaald, uitbeta*], zonder: [bijstand], kanaal: balie, cijfer: {tot: 5.5}}
          - {signaal: Stil, bron: kcc, woorden: [stilte]}
          - {signaal: Alles, bron: kcc}
`))
	ev, found := evidence.Bind(j, folder)
	if all := append(problems, found...); all.HasErrors() {
		t.Fatal(all)
	}
	want := [][]string{
		{"Wanneer", "kcc", "één van deze woorden: wanneer betaald, uitbeta* · zonder: bijstand · kanaal: balie · cijfer: tot en met 5,5", "7", "900"},
		{"Stil", "kcc", "één van deze woorden: stilte", "< 5", "900"},
		{"Alles", "kcc", "alles", "8", "900"},
	}
	var got [][]string
	for _, s := range Compose(j, ev, words.Dutch, Pictures{}).Sections {
		at := slices.IndexFunc(s.Blocks, func(b Block) bool { return b == Block(Heading{words.Dutch.Searched().Title}) })
		if at >= 0 && s.Where == PaperOnly {
			got = s.Blocks[at+2].(Table).Rows
			if text := s.Blocks[at+1].(Prose).Text; !strings.Contains(text, "Periode: 1 april 2022") {
				t.Errorf("no period: %q", text)
			}
			if facts := s.Blocks[at+4].(Facts).Items; len(facts) != 1 || facts[0].Label != "kcc" || facts[0].Value != "woorden in ‘Vraag’, kanaal in ‘kanaal’, cijfer in ‘Cijfer’" {
				t.Errorf("columns %q", facts)
			}
		}
	}
	if len(got) != len(want) {
		t.Fatalf("rows %q", got)
	}
	for i, row := range got {
		if !slices.Equal(row, want[i]) {
			t.Errorf("row %q, want %q", row, want[i])
		}
		if strings.Contains(strings.Join(row, " "), "geheim") {
			t.Errorf("a customer's text stands in %q", row)
		}
	}
}

// TestSmallGift holds that a journey of one step, with nothing counted, has no pages that say nothing: no flow,
// no way of counting, no table of one line.
func TestSmallGift(t *testing.T) {
	j, problems := journeys.Parse("a.yaml", []byte("klantreis: A\nfasen: [{fase: B, stappen: [{stap: C}]}]\n"))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	ev, _ := evidence.Bind(j, fstest.MapFS{})
	flow := Figure{ID: "stroom", Drawing: drawing.Drawing{Items: []drawing.Item{drawing.Text{}}}}
	for _, s := range Compose(j, ev, words.Dutch, Pictures{Flow: flow}).Sections {
		switch s.ID {
		case "bijlage", "bijlage-stroom", "stroom":
			t.Errorf("a section %q with %d blocks", s.ID, len(s.Blocks))
		}
	}
}
