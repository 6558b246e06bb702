package text

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"klantreis/journeys"
	"klantreis/journeys/difference"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/words"
)

var update = flag.Bool("update", false, "rewrite the wanted output in the archives")

// TestArchives reads archives with two journeys and the wanted difference in one readable file:
// huidig.yaml, gewenst.yaml, and any of nl, en and json.
func TestArchives(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			sources := map[string][]byte{}
			for _, f := range archive.Files {
				sources[f.Name] = f.Data
			}
			load := func(name string) (*journeys.Journey, *evidence.Evidence) {
				j, problems := journeys.Parse(name, sources[name])
				ev, found := evidence.Bind(j, fstest.MapFS{})
				if all := append(problems, found...); all.HasErrors() {
					t.Fatal(all)
				}
				return j, ev
			}
			before, evBefore := load("huidig.yaml")
			after, evAfter := load("gewenst.yaml")
			for i, f := range archive.Files {
				var out bytes.Buffer
				switch f.Name {
				case "nl", "en":
					err = WriteComparison(&out, render.Compare(before, after, evBefore, evAfter, words.Lang(f.Name)))
				case "json":
					err = difference.WriteJSON(&out, difference.Compare(before, after), evBefore, evAfter)
				default:
					continue
				}
				if err != nil {
					t.Fatal(err)
				}
				if *update {
					archive.Files[i].Data = out.Bytes()
				} else if out.String() != string(f.Data) {
					t.Errorf("%s differs:\n%s", f.Name, out.String())
				}
			}
			if *update {
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// TestNothingSteersTheTerminal: what somebody typed as a title is text.
func TestNothingSteersTheTerminal(t *testing.T) {
	j := &journeys.Journey{Title: "Rood \x1b[31m en om\u202egekeerd\nregel", Phases: []journeys.Phase{{Title: "Een", Steps: []journeys.Step{{ID: "a", Title: "a"}}}}}
	var out bytes.Buffer
	if err := WriteComparison(&out, render.Compare(j, j, nil, nil, words.Dutch)); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(out.String(), "\x1b\u202e") || strings.Contains(out.String(), "\nregel") {
		t.Errorf("%q", out.String())
	}
}
