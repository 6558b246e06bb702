package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"sort"
	"time"

	"klantreis/test/building"
)

// readFirst tells people who unpack the archive where to begin, in Dutch and in English.
//
//go:embed LEES-MIJ.txt
var readFirst []byte

// firstPage is that page for a system: Windows' own editor long wanted its own ends of lines.
func firstPage(t building.Target) entry {
	text := readFirst
	if t.System == "windows" {
		text = bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))
	}
	return entry{name: "LEES-MIJ.txt", content: text}
}

// papers are what lies beside the program in every archive, by name.
func (r release) papers(dir, source string, day time.Time) ([]entry, error) {
	var all []entry
	for _, name := range []string{"LICENSE", "NOTICE"} {
		content, err := os.ReadFile(filepath.Join(r.root, name))
		if err != nil {
			return nil, err
		}
		all = append(all, entry{name: name, content: content})
	}
	texts, err := r.run("run", "./test/supply", "texts")
	if err != nil {
		return nil, err
	}
	all = append(all, entry{name: "licenties.txt", content: texts})
	scripts, err := r.completion(dir)
	if err != nil {
		return nil, err
	}
	all = append(all, scripts...)
	pages := filepath.Join(dir, "man")
	if err := os.Mkdir(pages, 0o755); err != nil {
		return nil, err
	}
	if _, err := r.run("test", "-count=1", "-run", "^TestManual$", building.Program, "-manual", pages, "-manual-date", day.Format(time.DateOnly)); err != nil {
		return nil, err
	}
	site := filepath.Join(dir, "site")
	if err := r.site(site); err != nil {
		return nil, err
	}
	parts := []struct{ folder, as string }{{pages, "man"}, {site, "documentatie"}}
	examples, err := filepath.Glob(filepath.Join(source, "examples", "*", "klantreis.yaml"))
	if err != nil {
		return nil, err
	}
	for _, journey := range examples {
		folder := filepath.Dir(journey)
		parts = append(parts, struct{ folder, as string }{folder, "voorbeelden/" + filepath.Base(folder)})
	}
	for _, part := range parts {
		files, err := entries(part.folder, part.as)
		if err != nil {
			return nil, err
		}
		all = append(all, files...)
	}
	sort.Slice(all, func(i, k int) bool { return all[i].name < all[k].name })
	return all, nil
}

// completion are the scripts for shells.
func (r release) completion(dir string) ([]entry, error) {
	here := filepath.Join(dir, "here")
	if err := os.Mkdir(here, 0o755); err != nil {
		return nil, err
	}
	program, err := building.Build(r.root, here, building.Here(), r.version)
	if err != nil {
		return nil, err
	}
	var all []entry
	for shell, name := range map[string]string{"bash": "klantreis.bash", "zsh": "_klantreis", "fish": "klantreis.fish", "powershell": "klantreis.ps1"} {
		script, err := exec.Command(program, "aanvullen", shell).Output()
		if err != nil {
			return nil, fmt.Errorf("klantreis aanvullen %s: %w", shell, err)
		}
		all = append(all, entry{name: "aanvullen/" + name, content: script})
	}
	return all, nil
}

// entries are all files under a folder, which must hold some.
func entries(folder, as string) ([]entry, error) {
	var all []entry
	in := os.DirFS(folder)
	err := fs.WalkDir(in, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(in, name)
		all = append(all, entry{name: path.Join(as, name), content: content})
		return err
	})
	if err == nil && len(all) == 0 {
		err = fmt.Errorf("nothing was made for %s", as)
	}
	return all, err
}
