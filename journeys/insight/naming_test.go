package insight

import (
	"slices"
	"testing"
)

// TestThemeIsNotNamedByAMinority is about forms: paper is a small part of it, so no question about paper
// may be its name, nor the title of a selector that counts all of it.
func TestThemeIsNotNamedByAMinority(t *testing.T) {
	var all []record
	for _, q := range []struct {
		times int
		text  string
	}{{34, "Moet mijn man het formulier ook ondertekenen?"}, {34, "Ik wil het formulier voor mijn buurman hebben."}, {22, "Kan ik het formulier op papier krijgen?"},
		{7, "Waar vind ik het formulier op papier?"}, {30, "Het formulier sluit steeds af."}, {25, "Het formulier geeft een foutmelding."}} {
		for i := range q.times {
			all = append(all, record{(7*i + len(q.text)) % 300, "Toeslag", q.text})
		}
	}
	for i := range 60 {
		all = append(all, record{5 * i, "Toeslag", []string{"Wanneer wordt de toeslag uitbetaald?", "Wanneer krijg ik de toeslag uitbetaald?"}[i%2]})
	}
	f := look(t, Options{}, all)
	seen := false
	for _, theme := range f.Topic("Toeslag").Themes {
		most := 0
		for _, q := range theme.Questions {
			most = max(most, q.N)
		}
		if !slices.Contains(theme.Shared, "formulier") {
			continue
		}
		if 2*most < theme.N {
			seen = true
			if theme.Example != "" {
				t.Errorf("a theme of %d is named %q", theme.N, theme.Example)
			}
			for _, p := range f.Proposals {
				if p.Theme && p.Wanted == theme.N && p.Selector.Title != "Toeslag: formulier" {
					t.Errorf("the proposal of %d is titled %q", p.Wanted, p.Selector.Title)
				}
			}
		}
	}
	if !seen {
		t.Errorf("no theme is about forms: %+v", f.Topic("Toeslag").Themes)
	}
	if first := f.Topic("Toeslag").Themes; !slices.ContainsFunc(first, func(t Theme) bool {
		return t.Example == "Wanneer wordt de toeslag uitbetaald?" || t.Example == "Wanneer krijg ik de toeslag uitbetaald?"
	}) {
		t.Error("a question that all ask has to stay the name")
	}
}
