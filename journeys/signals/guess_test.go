package signals

import (
	"fmt"
	"strings"
	"testing"

	"klantreis/journeys"
)

func TestGuess(t *testing.T) {
	var rows strings.Builder
	for i := range 30 {
		fmt.Fprintf(&rows, "%d;%02d-03-2022;Kan ik mijn aanvraag nog wijzigen;%d;%d\n", 1000+i, i+1, i%9+1, i%9+1)
	}
	for name, c := range map[string]struct{ in, want string }{
		"names":        {"Zaaknummer;Aanmaakdatum;Omschrijving;Score;Kanaal\n1;01-02-2022;x;7;balie\n", "kolommen: {tijdstip: Aanmaakdatum, kanaal: Kanaal, tekst: Omschrijving, cijfer: Score}"},
		"contents":     {"A;B;C;D;Aantal\n" + rows.String(), "kolommen: {tijdstip: B, tekst: C, cijfer: D}"},
		"English":      {"Created At,Subject,Description\n2022-01-02,a,b\n", "kolommen: {tijdstip: Created At, onderwerp: Subject, tekst: Description}"},
		"best name":    {"Datum;Datum contact;Vraag\n;01-02-2022;x\n", "kolommen: {tijdstip: Datum, tekst: Vraag}"},
		"name lies":    {"Datum;Created;Vraag\nja;01-02-2022;x\n", "kolommen: {tijdstip: Created, tekst: Vraag}"},
		"score lies":   {"Score;Vraag\ngoed;x\n", "kolommen: {tekst: Vraag}"},
		"quotes":       {"\"Datum\";\"Vraag: wat, hoe?\"\n01-02-2022;hoe kan ik dit het beste doen\n", "kolommen: {tijdstip: Datum, tekst: \"Vraag: wat, hoe?\"}"},
		"cases":        {"ontvangen;bevestigd;Toelichting\n01-02-2022;03-02-2022;een hele lange zin die iets zegt\n", "2 - [telefoon||]"},
		"nothing":      {"a;b\n1;2\n", "geen-kolommen"},
		"one question": {"Vraag\nHoi\n", "kolommen: {tekst: Vraag}"},
	} {
		got := read(t, "bestand: a.csv", one("a.csv", []byte(c.in)))
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: %s", name, got)
			continue
		}
		// What is shown can be pasted, and then says the same without a warning.
		if line, found := strings.CutPrefix(c.want, "kolommen: "); found {
			pasted := read(t, "bestand: a.csv, kolommen: "+line, one("a.csv", []byte(c.in)))
			if !strings.HasPrefix(got, pasted) || strings.Contains(pasted, "geraden") {
				t.Errorf("%s: pasted %s, guessed %s", name, pasted, got)
			}
		}
	}
}

// TestYAMLText reads back every column name that is shown.
func TestYAMLText(t *testing.T) {
	for _, name := range []string{"Datum", "a: b", "a #b", "-", "ja", "no", "123", "1e3", "[x]", "é", "x,y", "`", "\"q\"", "'", "a\tb", "*x", "2022-01-02", "Datum (lokaal)", "a\\b", "{", "~", "%", "@", "&"} {
		j, problems := journeys.Parse("a.yaml", []byte("klantreis: A\nbronnen: {k: {soort: telefoon, bestand: a.csv, kolommen: {tekst: "+yamlText(name)+"}}}\nfasen: [{fase: B, stappen: [{stap: C}]}]\n"))
		if problems.HasErrors() || j.Sources[0].Columns[0].Header != name {
			t.Errorf("%q is written as %s: %v", name, yamlText(name), problems)
		}
	}
}
