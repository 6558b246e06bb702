package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"klantreis/cmd/klantreis/workspace"
	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/examples"
	"klantreis/journeys"
)

// TestBegins makes a sound journey of every starting point, with the title that was asked for.
func TestBegins(t *testing.T) {
	b := begins{dutch(), func(string) string { return "<svg/>" }}
	titles := []string{"Parkeren", `Een "titel": met # en ' erin`, "- nee", "123", "ja", "{x}"}
	for i, begin := range b.list() {
		if begin.ID == beginText {
			continue
		}
		title := titles[i%len(titles)]
		files, _, err := b.files(api.NewJourney{Title: title, Begin: begin.ID})
		if err != nil {
			t.Fatalf("%s: %v", begin.ID, err)
		}
		folder := t.TempDir()
		for name, content := range files {
			at := filepath.Join(folder, filepath.FromSlash(name))
			os.MkdirAll(filepath.Dir(at), 0o755)
			if err := os.WriteFile(at, content, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		j, _, problems, err := journeys.Load(filepath.Join(folder, "klantreis.yaml"))
		if err != nil || problems.HasErrors() || j.Title != title || len(j.Steps()) == 0 {
			t.Errorf("%s: %v %v %q", begin.ID, err, problems, j.Title)
		}
		if begin.ID == beginEmpty && j.Date.IsZero() {
			t.Error("the empty journey has no date")
		}
	}
	const diagram = "journey\n  title Naar het gemeentehuis\n  section Heen\n    Fietst: 5: Noor\n    Zoekt de balie: 2: Noor\n"
	files, _, err := b.files(api.NewJourney{Title: "Naar de balie", Begin: beginText, Text: diagram})
	if j, problems := journeys.Parse("klantreis.yaml", files["klantreis.yaml"]); err != nil || problems.HasErrors() || j.Title != "Naar de balie" || len(j.Steps()) != 2 {
		t.Errorf("%v %v %s", err, problems, files["klantreis.yaml"])
	}
	var told workspace.Told
	for _, text := range []string{"", " \n", "graph TD\n A-->B", "\x00\xff"} {
		if _, _, err := b.files(api.NewJourney{Title: "X", Begin: beginText, Text: text}); !errors.As(err, &told) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, _, err := b.files(api.NewJourney{Title: "X", Begin: "../verhuizen"}); !errors.Is(err, workspace.ErrNoBegin) {
		t.Errorf("%v", err)
	}
}

// TestExamplesInside holds the examples in the program to those in the repository.
func TestExamplesInside(t *testing.T) {
	for _, name := range examples.Names() {
		inside, ok := examples.Files(name)
		if !ok || len(inside) < 2 {
			t.Fatalf("%s: %d files", name, len(inside))
		}
		for file, content := range inside {
			if on, err := os.ReadFile(filepath.Join("../../examples", name, filepath.FromSlash(file))); err != nil || !bytes.Equal(on, content) {
				t.Errorf("%s/%s differs: %v", name, file, err)
			}
		}
		j, problems := journeys.Parse("klantreis.yaml", inside["klantreis.yaml"])
		if problems.HasErrors() {
			t.Errorf("%s: %v", name, problems)
		}
		for _, s := range j.Sources {
			if s.File != "" && inside[s.File] == nil {
				t.Errorf("%s lacks %s", name, s.File)
			}
		}
	}
	if _, ok := examples.Files("generator"); ok {
		t.Error("the generator is no example")
	}
}
