package pushdown

import "testing"

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
