package journeys

import (
	"slices"
	"testing"
)

// TestEveryProblemHasAdvice holds each message to saying what to do, also when nothing is known that it could hint at.
func TestEveryProblemHasAdvice(t *testing.T) {
	given := []string{"toon-bevel", "toon-overdrijving", "toon-verwijt"} // the list of words gives the advice with the word
	for _, all := range catalogues() {
		for code := range all {
			for _, lang := range []string{"nl", "en"} {
				p := Problem{Code: code, Args: slices.Repeat([]any{""}, 12)}
				if _, advice := p.Text(lang); advice == "" && !slices.Contains(given, code) {
					t.Errorf("%s (%s): nothing to do", code, lang)
				}
			}
		}
	}
}
