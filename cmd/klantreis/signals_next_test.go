package main

import (
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/insight"
	"klantreis/render/words"
)

// TestNextStepCanBePasted reads the source that is to be pasted, whatever the columns are called.
func TestNextStepCanBePasted(t *testing.T) {
	columns := []journeys.Column{{Field: "tijdstip", Header: "Datum: dag, \"uur\""}, {Field: "tekst", Header: "- vraag # 1 'nu'"}, {Field: "kanaal", Header: "~"}}
	m := &material{sources: []insight.Source{{Name: "kcc-2022", File: "kcc #2, 2022.csv"}}, files: &listing{}, guessed: columns}
	for _, lang := range []words.Lang{words.Dutch, words.English} {
		said := m.nextStep(lang)
		_, rest, _ := strings.Cut(said, "\n\n")
		block, _, _ := strings.Cut(rest, "\n\n")
		j, problems := journeys.Parse("a.yaml", []byte("klantreis: A\n"+block+"\nfasen: [{fase: B, stappen: [{stap: C}]}]\n"))
		if problems.HasErrors() || len(j.Sources) != 1 || j.Sources[0].File != "signalen/kcc #2, 2022.csv" || len(j.Sources[0].Columns) != 3 {
			t.Fatalf("%v\n%s", problems, said)
		}
		for i, c := range j.Sources[0].Columns {
			if c.Field != columns[i].Field || c.Header != columns[i].Header {
				t.Errorf("%+v, want %+v", c, columns[i])
			}
		}
	}
}
