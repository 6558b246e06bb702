package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/plain"
	"klantreis/journeys/tone"
)

// The lists of a municipality's own: text files beside a journey, or in a folder above it up to the one that
// was given. The nearest goes before.
const (
	toneFile = "toon.txt"
	wordFile = "woordenlijst.txt"
)

// ownLists finds and reads them. Each file is read once, and its faults are told with the first journey that
// uses it.
type ownLists struct {
	given []string // the arguments of the command
	tones map[string]*tone.List
	read  map[string]*ownFile
}

// ownFile is a list that was read.
type ownFile struct {
	text     string
	missing  bool
	problems journeys.Problems // of the file as a whole
	told     bool              // its faults have been given
}

func newOwnLists(given []string) *ownLists {
	return &ownLists{given: given, tones: map[string]*tone.List{"": tone.Standard()}, read: map[string]*ownFile{}}
}

// folders lists where the lists of a journey may lie, the farthest first.
func (o *ownLists) folders(folder string) []string {
	folder = filepath.Clean(folder)
	all := []string{folder}
	for _, arg := range o.given {
		arg = filepath.Clean(arg)
		inside, err := filepath.Rel(arg, folder)
		if err != nil || inside == "." || inside == ".." || strings.HasPrefix(inside, ".."+string(filepath.Separator)) {
			continue
		}
		if info, err := os.Stat(arg); err != nil || !info.IsDir() {
			continue
		}
		above := []string{arg}
		parts := strings.Split(inside, string(filepath.Separator))
		for i := range parts[:len(parts)-1] {
			above = append(above, filepath.Join(append([]string{arg}, parts[:i+1]...)...))
		}
		return append(above, folder)
	}
	return all
}

// file reads a list of a folder.
func (o *ownLists) file(folder, name string) (path string, f *ownFile) {
	path = filepath.Join(folder, name)
	if f := o.read[path]; f != nil {
		return path, f
	}
	f = &ownFile{}
	o.read[path] = f
	text, err := readList(folder, name)
	switch {
	case os.IsNotExist(err):
		f.missing = true
	case err != nil:
		f.problems = journeys.Problems{{Pos: journeys.Pos{File: path}, Code: "lijst-onleesbaar", Args: []any{name}}}
	}
	f.text = text
	return path, f
}

// readList reads an ordinary file of a folder; a link that leads out of it is refused.
func readList(folder, name string) (string, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return "", err
	}
	defer root.Close()
	f, err := root.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() || info.Size() > journeys.MaxListSize {
		return "", os.ErrInvalid
	}
	text, err := io.ReadAll(io.LimitReader(f, journeys.MaxListSize))
	return string(text), err
}

// toneOf gives the list by which a journey is read, and faults that were not told before.
func (o *ownLists) toneOf(folder string) (*tone.List, journeys.Problems) {
	var problems journeys.Problems
	key, list := "", o.tones[""]
	for _, where := range o.folders(folder) {
		path, f := o.file(where, toneFile)
		if f.missing {
			continue
		}
		key += path + "\x00"
		var found journeys.Problems
		if known := o.tones[key]; known != nil {
			list = known
		} else {
			list, found = list.With(path, f.text)
			o.tones[key] = list
		}
		problems = append(problems, o.tell(f, found)...)
	}
	return list, problems
}

// wordsOf gives the list by which the texts of a folder are read: that of Klantreis, then those that are
// found; and faults that were not told before.
func (o *ownLists) wordsOf(folder string) (*plain.List, journeys.Problems) {
	var problems journeys.Problems
	list := plain.Standard()
	for _, where := range o.folders(folder) {
		path, f := o.file(where, wordFile)
		if !f.missing {
			problems = append(problems, o.tell(f, list.Add(path, f.text))...)
		}
	}
	return list, problems
}

// wordFaults gives the faults in the lists of wordsOf that were not told before.
func (o *ownLists) wordFaults(folder string) journeys.Problems {
	var problems journeys.Problems
	for _, where := range o.folders(folder) {
		if path, f := o.file(where, wordFile); !f.missing {
			problems = append(problems, o.tell(f, (&plain.List{}).Add(path, f.text))...)
		}
	}
	return problems
}

// tell gives the faults of a file the first time.
func (o *ownLists) tell(f *ownFile, found journeys.Problems) journeys.Problems {
	if f.told {
		return nil
	}
	f.told = true
	return append(f.problems, found...)
}

// text is the source of a list in which a problem stands; nil: it stands in another file.
func (o *ownLists) text(pos journeys.Pos) []byte {
	if f := o.read[pos.File]; f != nil {
		return []byte(f.text)
	}
	return nil
}
