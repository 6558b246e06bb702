package plain

import (
	"embed"
	"strings"
	"testing"
)

//go:embed testdata/lettergrepen*.txt
var cutByHand embed.FS

// TestSyllables wants 97 in a hundred words right, of each list.
func TestSyllables(t *testing.T) {
	files, err := cutByHand.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		content, err := cutByHand.ReadFile("testdata/" + file.Name())
		if err != nil {
			t.Fatal(err)
		}
		_, list, _ := strings.Cut(string(content), "\n")
		words, wrong := strings.Fields(list), 0
		for _, w := range words {
			want := strings.Count(w, "-") + 1
			if got := Syllables(strings.ReplaceAll(w, "-", "")); got != want {
				wrong++
				t.Logf("%s: %d", w, got)
			}
		}
		t.Logf("%s: %d words, %d wrong", file.Name(), len(words), wrong)
		if len(words) < 100 || wrong*100 > 3*len(words) {
			t.Errorf("%s: %d of %d words are wrong", file.Name(), wrong, len(words))
		}
	}
}
