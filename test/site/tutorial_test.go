package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestTutorial does literally what the tutorial says, as someone new would: in an empty folder with nothing but the
// program, an environment of nothing but a PATH to that folder, and the one file that the page hands out. All that
// the page says is printed, is printed.
func TestTutorial(t *testing.T) {
	need(t)
	made, err := program()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(root, "docs", "tutorial.md"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	binary, err := os.ReadFile(made)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, filepath.Base(made)), binary, 0o755); err != nil {
		t.Fatal(err)
	}
	f := follower{Dir: dir, Bin: dir, Skip: func(string) string { return "" }}
	f.Ready = func(dir, command string) error { // the reader downloads it where the page says
		if !strings.Contains(command, "kcc-parkeren.csv") {
			return nil
		}
		content, err := os.ReadFile(filepath.Join(root, "docs", "tutorial", "kcc-parkeren.csv"))
		if err != nil {
			return err
		}
		return save(filepath.Join(dir, "vergunning", "signalen", "kcc-parkeren.csv"), content)
	}
	if !strings.Contains(string(text), "[kcc-parkeren.csv](tutorial/kcc-parkeren.csv) en zet het in de map `vergunning/signalen`") {
		t.Error("the tutorial does not hand out its file as this test takes it")
	}
	f.page("docs/tutorial.md", string(text))
	for _, fault := range f.Faults {
		t.Error(fault)
	}
	if f.Ran != 7 {
		t.Errorf("%d commands were run", f.Ran)
	}
	gift, err := os.ReadDir(filepath.Join(dir, "uit", "vergunning"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range gift {
		names = append(names, file.Name())
	}
	for _, want := range []string{"klantreis.html", "advies.pdf", "presentatie.html"} {
		if !slices.Contains(names, want) {
			t.Errorf("the gift has no %s", want)
		}
	}
	advice, err := os.ReadFile(filepath.Join(dir, "uit", "vergunning", "advies.html"))
	if err != nil || !strings.Contains(string(advice), "Zet op de website hoe lang het duurt") || strings.Contains(string(advice), "drie weken geleden een parkeervergunning aangevraagd") {
		t.Errorf("the advice is not in its report, or what a customer said is: %v", err)
	}
}

// TestFollowing proves that what follows pages finds what is wrong with them.
func TestFollowing(t *testing.T) {
	dir := t.TempDir()
	for want, page := range map[string]string{
		"ended with 3":         "```console\nklantreis drie\n```\n",
		"ended with 0":         "```console {eindigt=1}\nklantreis\n```\n",
		"was not printed":      "```console\nklantreis\n```\n\n```text\nniets\n```\n",
		"more was printed":     "```console\nklantreis\n```\n\n```text\nEen\n```\n",
		"2 times":              "```yaml {bestand=\"a\"}\nx\nx\n```\n\n```yaml {zoek=\"a\"}\nx\n```\n\n```yaml {vervang}\ny\n```\n",
		"not a command":        "```console\nnietes\n```\n",
		"":                     "1. Typ:\n\n       klantreis\n\n```\nEen\n```\n\nof\n\n```console\nklantreis # uitleg\n```\n\n```text\nEen\n…\nDrie\n```\n",
		"no such file":         "```yaml {erbij=\"weg\"}\nx\n```\n",
		"which nobody printed": "    klantreis\n\n```\nwhich nobody printed\n```\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, "klantreis"), []byte("#!/bin/sh\n[ \"$1\" = drie ] && exit 3\necho Een; echo Twee; echo Drie\n"), 0o755); err != nil {
			t.Fatal(err)
		}
		f := follower{Dir: dir, Bin: dir, Skip: func(string) string { return "" }}
		f.page("p.md", page)
		got := strings.Join(f.Faults, "\n")
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: found %q, not %q", page, got, want)
		}
	}
}
