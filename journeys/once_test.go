package journeys

import (
	"fmt"
	"strings"
	"testing"
)

// TestOneCauseOneFault has each mistake told once, with what to type.
func TestOneCauseOneFault(t *testing.T) {
	for name, c := range map[string]struct{ source, quote, want, says string }{
		"no month":  {"bestand: k.csv, noemer: [{maand: 2022-12, aantal: 3}, {maand: 2022-13, aantal: 3}]", "akkoord: true", "[geen-maand]", "2022-13"},
		"neither":   {"verbinding: 'postgres://h/d'", "akkoord: true", "[tabel-of-vraag]", "één van de twee nodig"},
		"agreed":    {"bestand: k.csv", "akkoord: ja", "[]", ""},
		"what else": {"bestand: k.csv", "akkoord: misschien", "[geen-ja-nee]", "ja of nee"},
	} {
		_, problems := Parse("a.yaml", []byte("klantreis: A\nbronnen: {k: {soort: telefoon, "+c.source+
			"}}\nfasen: [{fase: B, stappen: [{stap: C, citaten: [{tekst: D, bron: k, "+c.quote+"}]}]}]\n"))
		codes, text := []string{}, ""
		for _, p := range problems {
			codes = append(codes, p.Code)
			message, advice := p.Text("nl")
			text += message + " " + advice
		}
		if fmt.Sprint(codes) != c.want || !strings.Contains(text, c.says) {
			t.Errorf("%s: %v %s", name, codes, text)
		}
	}
}
