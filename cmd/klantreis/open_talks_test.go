package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/render/words"
)

// TestDeskTalks holds the talks that are dropped on the desk to what the command does: once each, without personal data,
// and with a fault nothing at all; and never by way of a link out of the folder.
func TestDeskTalks(t *testing.T) {
	folder := t.TempDir()
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	a := &app{ctx: t.Context(), words: wordsFor(words.Dutch)}
	d := deskWork{folder, root}
	if err := os.Mkdir(filepath.Join(folder, "reis"), 0o755); err != nil {
		t.Fatal(err)
	}
	const text = "klantreis: Verhuizen   # van ons\nfasen:\n  - fase: Een\n    stappen:\n      - stap: Meldt\n        id: melden\n"
	const talks = `{"klantreis-gesprek":1,"stap":"melden","gesprekken":[{"id":"00000000000000000001","dag":"2026-11-02","tekst":"Bel mij op 06-12345678","aard":"tip","plaats":"Markt","doorgezet":"","citeren":true}]}`
	csv := filepath.Join(folder, "reis", "signalen", "gesprekken.csv")
	ask := func(text, talks string) (api.TalksAdded, error) {
		return d.talks(a, api.TalksRequest{Path: "reis/klantreis.yaml", Text: text, Talks: talks})
	}
	for what, in := range map[string][2]string{
		"a journey with a fault":   {"klantreis: [", talks},
		"a step that is not there": {strings.Replace(text, "id: melden", "id: anders", 1), talks},
		"half a file":              {text, talks[:len(talks)-5]},
		"another file":             {text, `{"klantreis-gesprek":2}`},
	} {
		if _, err := ask(in[0], in[1]); err == nil {
			t.Errorf("%s is taken", what)
		}
		if _, err := os.Stat(csv); err == nil {
			t.Fatalf("%s wrote something", what)
		}
	}
	added, err := ask(text, talks)
	if err != nil || !strings.Contains(added.Text, "# van ons") || !strings.Contains(added.Text, "gesprekken.csv") || !strings.Contains(added.Said, "1 gesprek erbij") || added.Line < 2 {
		t.Fatalf("%+v %v", added, err)
	}
	kept, err := os.ReadFile(csv)
	if err != nil || strings.Contains(string(kept), "12345678") || !strings.Contains(string(kept), "Markt") {
		t.Errorf("%s %v", kept, err)
	}
	again, err := ask(added.Text, talks)
	if err != nil || again.Text != added.Text || !strings.Contains(again.Said, "stond er al") {
		t.Errorf("%+v %v", again, err)
	}
	outside := t.TempDir()
	if err := os.RemoveAll(filepath.Dir(csv)); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Dir(csv)); err != nil {
		t.Skip("no links here:", err)
	}
	if _, err := ask(text, talks); err == nil {
		t.Error("a link leads out of the folder")
	}
	if left, _ := os.ReadDir(outside); len(left) > 0 {
		t.Errorf("%v outside the folder", left)
	}
}

func TestSentence(t *testing.T) {
	for text, want := range map[string]string{"": "", "er mist een dag.": "Er mist een dag.", "‘a.json’ is leeg": "‘a.json’ is leeg."} {
		if got := sentence(text); got != want {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}
