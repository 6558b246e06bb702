package main

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"klantreis/journeys"
	"klantreis/journeys/insight"
	"klantreis/journeys/signals"
)

// unlike lists the files, as they were typed, that have other columns than the first one: they cannot be
// read as one source. A file that cannot be read at all is left to its reader.
func (l *listing) unlike() (first string, others []string) {
	want := ""
	for i, name := range l.names {
		if ext := strings.ToLower(filepath.Ext(name)); ext == ".json" || ext == ".ndjson" || ext == ".jsonl" {
			continue // a field without value may be left out there
		}
		headers, unread := signals.Headers(journeys.Source{File: name}, single{l})
		if unread != nil {
			continue
		}
		switch got := kindOfColumns(headers, boundIn(name, single{l})); {
		case first == "":
			first, want = l.paths[i], got
		case got != want:
			others = append(others, l.paths[i])
		}
	}
	return first, others
}

// boundIn are the columns of a file that are known or guessed, alone.
func boundIn(name string, folder fs.FS) []journeys.Column {
	data, _ := signals.Open(&journeys.Journey{}, journeys.Source{Name: name, File: name}, folder)
	if data == nil {
		return nil
	}
	defer data.Close()
	return data.Bound()
}

// kindOfColumns is the same for files with the same columns, and for those of which the same columns tell
// something.
func kindOfColumns(headers []string, bound []journeys.Column) string {
	var telling []string
	for _, c := range bound {
		telling = append(telling, c.Field+"="+journeys.FoldSpace(c.Header))
	}
	if len(telling) == 0 {
		for _, h := range headers {
			telling = append(telling, journeys.FoldSpace(h))
		}
	}
	slices.Sort(telling)
	return fmt.Sprint(insight.GuessPages(headers) != nil, telling)
}

// single opens each file of a listing by its own name, however many there are.
type single struct{ *listing }

func (s single) Open(name string) (fs.File, error) {
	if i := slices.Index(s.names, name); i >= 0 {
		return (&listing{names: s.names[i : i+1], paths: s.paths[i : i+1]}).Open(name)
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// document tells by its first line that a file is no table, though that line could be the name of a column.
func document(headers []string) bool {
	return len(headers) == 1 && (strings.HasPrefix(headers[0], "%PDF") || strings.HasPrefix(headers[0], "# ") || strings.HasPrefix(headers[0], "<"))
}

// totalsOf is the column of numbers in a source that has no more than days and numbers: it counts, and
// tells nothing about one signal. Empty: it is not such a source.
func totalsOf(data *signals.Data, bound []journeys.Column) string {
	if len(bound) != 1 || bound[0].Field != "tijdstip" {
		return ""
	}
	var numbers []string
	for _, h := range data.Columns() {
		if h != bound[0].Header {
			numbers = append(numbers, h)
		}
	}
	if len(numbers) == 0 {
		return ""
	}
	t := &totals{all: true}
	for _, h := range numbers {
		t.columns = append(t.columns, data.Column(h))
	}
	data.Fold(func() signals.Part { return t }, func(signals.Part, int) {})
	if !t.all || t.rows == 0 {
		return ""
	}
	return numbers[0]
}

// totals tells whether all cells of its columns are numbers, over all records together.
type totals struct {
	columns []int
	lock    sync.Mutex
	rows    int
	all     bool
}

func (t *totals) Reset() {}

func (t *totals) Visit(r *signals.Record) {
	t.lock.Lock()
	defer t.lock.Unlock()
	t.rows++
	for _, c := range t.columns {
		_, number := signals.ParseNumber(r.Cell(c))
		t.all = t.all && number
	}
}

// asTyped names the files in problems as they were typed, where they are called by their place in a
// listing; what is about all of them names all, or the first and how many more.
func (l *listing) asTyped(problems journeys.Problems) {
	if len(l.paths) < 2 {
		return
	}
	all := strings.Join(l.paths, ", ")
	if len(l.paths) > 3 {
		all = fmt.Sprintf("%s … (+%d)", l.paths[0], len(l.paths)-1)
	}
	for i := range problems {
		args := slices.Clone(problems[i].Args)
		for k, arg := range args {
			text, ok := arg.(string)
			if !ok {
				continue
			}
			if text == l.title {
				args[k] = all
			} else if name, below := strings.CutPrefix(text, l.title+"/"); below {
				if n := slices.Index(l.names, name); n >= 0 {
					args[k] = l.paths[n]
				}
			}
		}
		problems[i].Args = args
	}
}
