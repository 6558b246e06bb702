package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"klantreis/journeys"
)

// snippet finds the pieces of YAML in a page. Those with a role ({bestand=…}) are whole files, which test/site makes.
var snippet = regexp.MustCompile("(?ms)^```yaml\n(.*?)^```$")

// whole are the parts of a journey that a piece of it is put in, each under its key at the top.
var whole = []struct{ key, text string }{
	{"klantreis", "klantreis: Proef\n"},
	{"periode", "periode: {van: 2022-01-01, tot: 2022-12-31}\n"},
	{"bronnen", `bronnen:
  kcc: {soort: telefoon, bestand: kcc.csv, kolommen: {tijdstip: Datum, onderwerp: Onderwerp, tekst: Vraag}}
  zaken: {soort: website, bestand: zaken.csv}
  meldingen: {soort: melding, bestand: meldingen.csv}
`},
	{"fasen", `fasen:
  - fase: Fase
    stappen:
      - stap: Bellen
        signalen: [{signaal: Wanneer betaald?, id: wanneer-betaald, bron: kcc, woorden: [betaald]}]
      - stap: Wachten
`},
}

// completed makes whole journeys of a piece: what begins at the margin stands at the top, what is indented is a source, a
// key of a source (each line by itself), or a key of a step. Pieces and journey have the indentation of the format.
func completed(piece string) []string {
	indent := len(piece) - len(strings.TrimLeft(piece, " "))
	with := func(key, text string) string {
		var b strings.Builder
		for _, part := range whole {
			switch {
			case part.key == key:
				b.WriteString(text)
			case key == "" && strings.Contains("\n"+piece, "\n"+part.key+":"): // the piece has it
			default:
				b.WriteString(part.text)
			}
		}
		return b.String()
	}
	switch indent {
	case 0:
		return []string{with("", "") + piece}
	case 2:
		text := "bronnen:\n" + piece
		if !strings.Contains(piece, "  kcc:") {
			text += "  kcc: {soort: telefoon, bestand: kcc.csv}\n"
		}
		return []string{with("bronnen", text)}
	case 4:
		var all []string
		for line := range strings.Lines(piece) {
			all = append(all, with("bronnen", "bronnen:\n  aanvragen: {soort: website, bestand: a.csv}\n  kcc:\n    soort: telefoon\n    bestand: kcc.csv\n    kolommen: {tijdstip: Datum, tekst: Vraag}\n"+line))
		}
		return all
	}
	for _, part := range whole {
		if part.key == "fasen" {
			text := part.text
			if strings.Contains(piece, "signalen:") { // two of one key would be a fault
				text = strings.Replace(text, "        signalen: [{signaal: Wanneer betaald?, id: wanneer-betaald, bron: kcc, woorden: [betaald]}]\n", "", 1)
			}
			return []string{with("fasen", text+piece)}
		}
	}
	return nil
}

// TestSnippets holds every piece of YAML that a page shows to the format, in a whole journey where it is a part of one.
func TestSnippets(t *testing.T) {
	pages := []string{"../docs/en/README.md"}
	for _, pattern := range []string{"../docs/*.md", "../docs/bronnen/*.md"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, found...)
	}
	tried := 0
	for _, page := range pages {
		content, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, at := range snippet.FindAllStringSubmatchIndex(string(content), -1) {
			piece, line := string(content[at[2]:at[3]]), 2+strings.Count(string(content[:at[0]]), "\n")
			for _, text := range completed(piece) {
				tried++
				_, problems := journeys.Parse("klantreis.yaml", []byte(text))
				for _, p := range problems {
					if p.Severity == journeys.Error {
						said, _ := p.Text("nl")
						t.Errorf("%s:%d: line %d of\n%s\n%s", page, line, p.Pos.Line, text, said)
					}
				}
			}
		}
	}
	if tried < 15 {
		t.Errorf("only %d pieces were tried", tried)
	}
	for _, wrong := range []string{"bronen:\n  kcc: {soort: telefoon}\n", "    noemers: 3\n", "        pijnpunt: [Te lang]\n", "  kcc:\n    sort: telefoon\n"} {
		for _, text := range completed(wrong) {
			if _, problems := journeys.Parse("klantreis.yaml", []byte(text)); !problems.HasErrors() {
				t.Errorf("no fault is found in\n%s", text)
			}
		}
	}
}
