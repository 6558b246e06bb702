package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"klantreis/journeys"
)

// find lists the klantreis files that the arguments mean: files as they are, and of a folder
// every journey in it, sorted. "-" is standard input.
func (a *app) find(args []string) ([]string, error) {
	var files []string
	a.given = append(a.given, args...)
	for _, arg := range args {
		info, err := os.Stat(arg)
		if arg == "-" || err == nil && !info.IsDir() {
			files = append(files, arg)
			continue
		}
		if err != nil {
			return nil, err
		}
		found, err := journeysIn(arg)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf(a.words.noJourneys, arg)
		}
		files = append(files, found...)
	}
	return files, nil
}

// journeysIn walks a folder; hidden folders and what is no journey are passed over.
func journeysIn(root string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != root && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "node_modules"):
			return filepath.SkipDir
		case entry.IsDir() || !isYAML(path):
			return nil
		}
		if entry.Name() == "klantreis.yaml" || hasTitle(path) {
			found = append(found, path)
		}
		return nil
	})
	return found, err
}

func isYAML(path string) bool {
	ext := strings.ToLower(filepath.Ext(path))
	return ext == ".yaml" || ext == ".yml"
}

// hasTitle tells a journey from other YAML by its one required key, without parsing, so that a
// broken journey is found as well.
func hasTitle(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head, _ := io.ReadAll(io.LimitReader(f, 64<<10))
	return bytes.HasPrefix(head, []byte("klantreis:")) || bytes.Contains(head, []byte("\nklantreis:"))
}

// loaded is a journey with all that is known of it before anything is drawn.
type loaded struct {
	journey  *journeys.Journey
	source   []byte
	folder   string
	problems journeys.Problems

	styleFile   string // as it is called in messages
	styleSource []byte
	lists       *ownLists // nil: none were looked for
}

// load reads one journey, or standard input, which refers to files from the working folder.
func (a *app) load(name string) (*loaded, error) {
	if name != "-" {
		j, src, problems, err := journeys.Load(name)
		return &loaded{journey: j, source: src, folder: filepath.Dir(name), problems: problems}, err
	}
	src, err := io.ReadAll(io.LimitReader(a.stdin, journeys.MaxFileSize+1))
	if err != nil {
		return nil, err
	}
	j, problems := journeys.Parse("-", src)
	root, err := os.OpenRoot(".")
	if err != nil {
		return nil, err
	}
	defer root.Close()
	problems = append(problems, journeys.CheckFiles(j, root.FS())...)
	return &loaded{journey: j, source: src, folder: ".", problems: problems.Sorted()}, nil
}
