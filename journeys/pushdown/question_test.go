package pushdown

import (
	"regexp"
	"testing"

	"klantreis/journeys"
)

func TestOneSelect(t *testing.T) {
	for question, want := range map[string]string{
		"SELECT a FROM b":                    "SELECT a FROM b",
		" select a from b ; \n":              " select a from b",
		"WITH x AS (SELECT 1) SELECT x":      "WITH x AS (SELECT 1) SELECT x",
		"SELECT ';' AS \"a;b\" -- niet ;":    "SELECT ';' AS \"a;b\"",
		"SELECT 'het''s; x', \"delete\"":     "SELECT 'het''s; x', \"delete\"",
		"SELECT 1 /* ; */":                   "SELECT 1",
		"SELECT 1; SELECT 2":                 "",
		"SELECT 1) AS x; DROP TABLE s; --":   "",
		"SELECT 1) UNION (SELECT 2":          "",
		"SELECT 1 FROM (SELECT 2":            "",
		"DELETE FROM s":                      "",
		"WITH x AS (DELETE FROM s) SELECT 1": "",
		"SELECT 1 INTO nieuw":                "",
		"SELECT 'open":                       "",
		`SELECT '\'; DROP TABLE s; --'`:      "",
		"SELECT 1 /* open":                   "",
		"":                                   "",
		"selecteer":                          "",
	} {
		if got, ok := OneSelect(question); ok && got != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", question, got, ok, want)
		}
	}
}

// TestNamedMonths: what has the form of a moment with the name of a month comes here to be read.
func TestNamedMonths(t *testing.T) {
	form := regexp.MustCompile(namedAny)
	for _, text := range []string{"15 maart 2024", "vrijdag 15 maart 2024 om 14:03 uur", "15-mrt-24", "vr. 15 mrt. 2024, 7:05", "1. december 2023 23:59:59"} {
		if _, ok := journeys.ParseTime(text); !ok || !form.MatchString(text) {
			t.Errorf("%q stays away", text)
		}
	}
	if form.MatchString("Ik wacht al 15 weken en bel 3 keer") {
		t.Error("a sentence comes")
	}
}
