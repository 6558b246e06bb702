package journeys

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"
)

// TestSameSignals holds which second sources count what was counted already.
func TestSameSignals(t *testing.T) {
	large := bytes.Repeat([]byte("2022-04-01;Wanneer?\n"), sampledWhole/10)
	changed := bytes.Clone(large)
	changed[len(changed)-2] = '!'
	folder := fstest.MapFS{
		"a.csv": {Data: []byte("Datum;Vraag\n2022-04-01;a\n")}, "kopie.csv": {Data: []byte("Datum;Vraag\n2022-04-01;a\n")},
		"b.csv": {Data: []byte("Datum;Vraag\n2022-04-01;b\n")}, "m/a.csv": {Data: []byte("Datum;Vraag\n2022-04-01;c\n")},
		"groot.csv": {Data: large}, "groot2.csv": {Data: large}, "groot3.csv": {Data: changed},
		"leeg.csv": {}, "leeg2.csv": {},
	}
	for name, c := range map[string]struct {
		first, second, more string
		want                string // what the message must hold; empty: no warning
	}{
		"same path":          {"a.csv", "a.csv", "", "‘een’: ‘a.csv’. Elk"},
		"same path, written": {"a.csv", `.\a.csv`, "", "‘een’: ‘.\\a.csv’. Elk"},
		"same bytes":         {"a.csv", "kopie.csv", "", "‘kopie.csv’ heeft dezelfde inhoud als ‘a.csv’"},
		"same size":          {"a.csv", "b.csv", "", ""},
		"in a folder":        {"m/a.csv", "m", "", "‘m/a.csv’"},
		"large":              {"groot.csv", "groot2.csv", "", "‘groot2.csv’ heeft dezelfde inhoud"},
		"large, last byte":   {"groot.csv", "groot3.csv", "", ""},
		"empty":              {"leeg.csv", "leeg2.csv", "", ""},
		"other column":       {"a.csv, kolommen: {tekst: Vraag}", "a.csv, kolommen: {tekst: Reactie}", "", ""},
		"same column":        {"a.csv, kolommen: {tekst: Vraag}", "a.csv, kolommen: {tekst: vraag, id: Nr}", "", "‘twee’"},
		"lead time":          {"a.csv", "a.csv", "doorlooptijden: [{doorlooptijd: D, bron: twee, van: a, tot: b}]\n", ""},
		"denominator":        {"a.csv, noemer: {bron: twee, veld: n}", "a.csv", "", ""},
	} {
		src := "klantreis: K\nbronnen:\n  een: {soort: telefoon, bestand: " + c.first + "}\n  twee: {soort: telefoon, bestand: " + c.second + "}\n" +
			"fasen: [{fase: F, stappen: [{stap: S, signalen: [{signaal: V, bron: een, woorden: [a]}]}]}]\n" + c.more
		j, problems := Parse("k.yaml", []byte(src))
		if len(problems) > 0 {
			t.Fatalf("%s: %v", name, problems)
		}
		got := ""
		for _, p := range CheckFiles(j, folder) {
			message, _ := p.Text("nl")
			if p.Code != "bron-dubbel" || p.Severity != Warning || p.Pos.Line != 4 {
				t.Errorf("%s: %v %s", name, p.Pos, message)
			}
			got += message
		}
		if got != "" && c.want == "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}
