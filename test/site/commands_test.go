package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
)

// pages lists every page of Markdown that a user may read.
func pages(t *testing.T) []string {
	t.Helper()
	names := []string{"README.md", "CONTRIBUTING.md", "examples/README.md"}
	err := filepath.WalkDir(filepath.Join(root, "docs"), func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".md") && !strings.Contains(filepath.ToSlash(path), "docs/site/") {
			name, _ := filepath.Rel(root, path)
			names = append(names, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// skips tells why a command is not run here; each of these has a test of its own, or changes the repository.
func skips(command string) string {
	for _, s := range []struct{ begins, why string }{
		{"go run ./cmd/klantreis ", ""}, // run as the program that was built
		{"go run ./test", "runs all tests, or is one: each is called by go test or .ci/run"},
		{"go run ./examples/generator", "writes the examples again: TestGenerated of examples/generator compares them"},
		{"go test", "a test of its own"},
		{"go run", "part of the tests, or of making a release"},
		{"CGO_ENABLED=0 go build", "this test builds the program itself"},
		{"pdftoppm", "the gallery does this"},
		{"npm ", "TestPage of test/desk does this"},
		{"cd ", "belongs to npm"},
		{"klantreis open", "serves until it is stopped: TestFlows of test/desk, and its --help is run"},
		{"klantreis presenteer", "opens a browser: testdata/presenteer.txtar, and its --help is run"},
		{"klantreis lsp", "talks to an editor: test/editor, and its --help is run"},
	} {
		if strings.HasPrefix(command, s.begins) {
			return s.why
		}
	}
	return ""
}

// inlineCommand finds commands in running text.
var inlineCommand = regexp.MustCompile("`(klantreis [a-z][^`]*)`")

// TestCommands runs every command of every page, each page in a folder of its own that holds what the page takes
// for granted, with a PATH of nothing but the program and no address of a proxy or a name server.
func TestCommands(t *testing.T) {
	need(t)
	made, err := program()
	if err != nil {
		t.Fatal(err)
	}
	var total sync.Mutex
	ran, skipped := 0, 0
	t.Cleanup(func() { t.Logf("%d commands of the documentation run, %d not", ran, skipped) })
	for _, name := range pages(t) {
		if name == "docs/tutorial.md" {
			continue // TestTutorial
		}
		t.Run(strings.ReplaceAll(strings.TrimSuffix(name, ".md"), "/", "-"), func(t *testing.T) {
			t.Parallel()
			content, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
			if err != nil {
				t.Fatal(err)
			}
			f := follower{Dir: t.TempDir(), Bin: filepath.Dir(made), Ready: ready}
			f.Skip = func(command string) string {
				if command == "klantreis maak examples" { // the longest: its gifts are also those of the gallery
					if _, err := given(); err != nil {
						t.Error(err)
					}
					f.Ran++
					return "run once for all tests"
				}
				why := skips(command)
				if why != "" && strings.HasPrefix(command, "klantreis ") {
					f.run(name, strings.Join(strings.Fields(command)[:2], " ")+" --help", 0)
				}
				return why
			}
			text := strings.ReplaceAll(string(content), "go run ./cmd/klantreis ", "klantreis ")
			f.page(name, text)
			for i, line := range strings.Split(text, "\n") {
				for _, m := range inlineCommand.FindAllStringSubmatch(line, -1) {
					f.inline(name, i+1, m[1])
				}
			}
			for _, fault := range f.Faults {
				t.Error(fault)
			}
			for _, s := range f.Skipped {
				t.Log("NOT RUN:", s)
			}
			total.Lock()
			defer total.Unlock()
			ran, skipped = ran+f.Ran, skipped+len(f.Skipped)
		})
	}
}

// inline tries a command of the running text: with --help, which refuses an option that it does not know but not
// the lack of what it works on.
func (f *follower) inline(name string, line int, command string) {
	command = strings.NewReplacer("…", "", "<id>", "").Replace(command)
	if strings.Contains(command, "|") {
		return
	}
	f.run(fmt.Sprintf("%s:%d", name, line), command+" --help", 0)
}

// ready makes what a command takes for granted: the journeys and files that the manual speaks of.
func ready(dir, command string) error {
	if wanted, err := os.ReadFile(filepath.Join(dir, "proef", "klantreis.yaml")); err == nil && strings.Contains(string(wanted), "signalen.zip") {
		if err := save(filepath.Join(dir, "proef", "signalen.zip"), meldingen()); err != nil {
			return err
		}
	}
	place := func(name, example string) error {
		to := filepath.Join(dir, name)
		if _, err := os.Stat(to); err == nil || !strings.Contains(command, name) {
			return nil
		}
		return os.CopyFS(to, os.DirFS(filepath.Join(root, "examples", example)))
	}
	for name, example := range map[string]string{"examples": ".", "verhuizen": "verhuizen", "klantreizen/verhuizen": "verhuizen", "paspoort": "persoonlijk-contact", "passport": "persoonlijk-contact"} {
		if strings.Contains(command, " nieuw ") || strings.Contains(command, " new ") {
			break
		}
		if err := place(name, example); err != nil {
			return err
		}
	}
	if strings.Contains(command, "paspoort-gewenst.yaml") { // a copy, as the manual says
		now, err := os.ReadFile(filepath.Join(dir, "paspoort", "klantreis.yaml"))
		if err != nil {
			return err
		}
		if err := save(filepath.Join(dir, "paspoort", "paspoort-gewenst.yaml"), append(now, "\nvariant: gewenst\n"...)); err != nil {
			return err
		}
	}
	for name, content := range files() {
		word := name
		if strings.HasPrefix(name, "export") {
			word = strings.SplitN(name, "/", 2)[0]
		}
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil || !slices.Contains(strings.FieldsFunc(command, func(r rune) bool { return r == ' ' || r == '/' }), filepath.Base(word)) {
			continue
		}
		if err := save(filepath.Join(dir, name), content); err != nil {
			return err
		}
	}
	return nil
}

// files are those that commands name, by their names.
func files() map[string][]byte {
	table := []byte("Datum;Onderwerp;Vraag\n" + strings.Repeat("03-01-2022;Toeslag;Wanneer komt het geld?\n04-01-2022;Toeslag;Hoe vraag ik het aan?\n", 5))
	var packed, letter bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write(table)
	z.Close()
	d := zip.NewWriter(&letter)
	w, _ := d.Create("word/document.xml")
	w.Write([]byte(`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>U krijgt deze brief betreffende uw aanvraag.</w:t></w:r></w:p></w:body></w:document>`))
	d.Close()
	return map[string][]byte{
		"kcc.csv": table, "export-2022/2022-01.csv": table, "export/kcc-2022-01.csv.gz": packed.Bytes(), "brief.docx": letter.Bytes(),
		"reis.mmd": []byte("journey\n  title Paspoort\n  section Aanvragen\n    Afspraak maken: 3: Noor\n"),
	}
}

// meldingen is an export of Signalen, as a zip.
func meldingen() []byte {
	var b bytes.Buffer
	m := zip.NewWriter(&b)
	for name, text := range map[string]string{
		"091500UTC_signals.csv":    "id,signal_uuid,source,text,incident_date_start,created_at,category_assignment_id,status_id,location_id\n1,a1,online,De container is vol,2022-09-15 12:00:00+00,2022-09-15 12:03:00+00,7,42,\n",
		"091500UTC_categories.csv": "id,main,sub,departments,_signal_id\n7,Afval,Container vol,ASC,1\n",
		"091500UTC_statuses.csv":   "id,text,_signal_id,state_display,created_at,state\n42,,1,Afgehandeld,2022-09-20 08:00:00+00,o\n",
	} {
		w, _ := m.Create(name)
		w.Write([]byte(text))
	}
	m.Close()
	return b.Bytes()
}
