package plain

import (
	_ "embed"
	"strings"
	"testing"
)

//go:embed testdata/lettergrepen.txt
var cutByHand string

// TestSyllables wants 97 in a hundred words right.
func TestSyllables(t *testing.T) {
	_, list, _ := strings.Cut(cutByHand, "\n")
	words, wrong := strings.Fields(list), 0
	for _, w := range words {
		want := strings.Count(w, "-") + 1
		if got := Syllables(strings.ReplaceAll(w, "-", "")); got != want {
			wrong++
			t.Logf("%s: %d", w, got)
		}
	}
	t.Logf("%d words, %d wrong", len(words), wrong)
	if len(words) < 500 || wrong*100 > 3*len(words) {
		t.Errorf("%d of %d words are wrong", wrong, len(words))
	}
}
