package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"klantreis/journeys"
)

// find lists the klantreis files that the arguments mean: files as they are, and of a folder
// every journey in it, sorted. "-" is standard input.
func (a *app) find(args []string) ([]string, error) {
	var files []string
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

// journeysIn lists the journeys of a folder.
func journeysIn(root string) ([]string, error) {
	found, err := journeys.Find(os.DirFS(root), nil)
	var path *fs.PathError
	if errors.As(err, &path) { // named from the folder
		return nil, &fs.PathError{Op: path.Op, Path: filepath.Join(root, path.Path), Err: path.Err}
	}
	for i, name := range found {
		found[i] = filepath.Join(root, filepath.FromSlash(name))
	}
	return found, err
}

// loaded is a journey with all that is known of it before anything is drawn.
type loaded struct {
	journey  *journeys.Journey
	source   []byte
	folder   string
	problems journeys.Problems

	styleFile   string // as it is called in messages
	styleSource []byte
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
