package render

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/quality"
	"klantreis/journeys/signals"
	"klantreis/render/words"
)

// flawed has something of every kind: its journey, and the file of its first source.
func flawed(t *testing.T) (*journeys.Journey, fstest.MapFS) {
	t.Helper()
	j, ps := journeys.Parse("reis.yaml", []byte(`
klantreis: Wachten op geld
opgesteld: 2023-01-01
periode: {van: 2022-01-01, tot: 2022-12-31}
bronnen:
  kcc: {soort: telefoon, bestand: kcc.csv, kolommen: {tijdstip: Datum, tekst: Vraag, onderwerp: Onderwerp, kanaal: Kanaal, cijfer: Cijfer}}
  goed: {soort: balie, bestand: goed.csv, kolommen: {tijdstip: Datum, tekst: Vraag}}
  straat: {soort: gesprek, lijst: [{tijdstip: 2022-06-12, tekst: Ik wist het niet.}]}
  ver: {soort: balie, verbinding: "postgres://lezer@dwh/kcc", tabel: contacten}
  weg: {soort: balie, bestand: weg.csv}
fasen: [{fase: A, stappen: [{stap: B, signalen: [{signaal: C, bron: [kcc, goed], woorden: [vraag]}]}]}]
`))
	if ps.HasErrors() {
		t.Fatal(ps)
	}
	var kcc, good strings.Builder
	kcc.WriteString("Datum;Vraag;Onderwerp;Kanaal;Cijfer\n")
	good.WriteString("Datum;Vraag\n")
	for n := range 365 {
		day := signals.DateOf(18993 + n).String()
		fmt.Fprintf(&good, "%s;Vraag nummer %d van dit jaar\n", day, n)
		if n >= 200 && n < 230 {
			continue
		}
		topic := "Toeslag van J. de Vries, tel. 06-12345678"
		if n > 120 {
			topic = "Minima"
		}
		fmt.Fprintf(&kcc, "%s;Vraag nummer %d van dit jaar;%s;telefoon;7\n", day, n, topic)
		fmt.Fprintf(&kcc, "%s;Nog een vraag, nummer %d;Anders;balie;6\n", day, n)
	}
	kcc.WriteString(strings.Repeat(";Zonder datum;Minima;telefoon;5\n", 12) +
		strings.Repeat("31-02-2022;Die dag is er niet;Minima;telefoon;5\n", 9) +
		strings.Repeat("2024-01-01;Dat moet nog komen;Minima;telefoon;5\n", 6) +
		strings.Repeat("2022-05-05;Een cijfer dat geen cijfer is;Minima;telefoon;veel\n", 3) +
		strings.Repeat("2022-05-06;;;telefoon;5\n", 8) +
		strings.Repeat("2022-05-07;Steeds weer hetzelfde verhaal;Minima;telefoon;5\n", 7) +
		strings.Repeat("2022-05-08;Kort;;postduif;5\n", 80))
	return j, fstest.MapFS{"kcc.csv": {Data: []byte(kcc.String())}, "goed.csv": {Data: []byte(good.String())}}
}

func TestComposeQuality(t *testing.T) {
	j, folder := flawed(t)
	found, _ := quality.Look(j, folder, signals.Options{})
	for _, lang := range []words.Lang{words.Dutch, words.English} {
		view := ComposeQuality(j, found, lang)
		var b strings.Builder
		fmt.Fprintf(&b, "%s\n%s\n\n", view.Title, strings.Join(view.Lead, "\n"))
		for _, line := range view.Story {
			fmt.Fprintf(&b, "- %s\n", line)
		}
		for _, s := range view.Sections {
			fmt.Fprintf(&b, "\n%s (%s)\n", s.Title, s.ID)
			for _, note := range s.Notes {
				fmt.Fprintf(&b, "  %s\n", note)
			}
			var titles []string
			for _, c := range s.Table.Columns {
				titles = append(titles, c.Title)
			}
			fmt.Fprintf(&b, "  | %s\n", strings.Join(titles, " | "))
			for _, row := range s.Table.Rows {
				fmt.Fprintf(&b, "    %s\n", strings.Join(row, " | "))
			}
		}
		got := b.String()
		for _, private := range []string{"Vries", "12345678", "Steeds weer"} {
			if strings.Contains(got, private) {
				t.Errorf("%s is told", private)
			}
		}
		file := filepath.Join("testdata", "quality-"+string(lang)+".txt")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs:\n%s", file, got)
		}
	}
}
