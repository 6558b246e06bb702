package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"klantreis/connect"
	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/insight"
	"klantreis/journeys/signals"
)

// material is what the insight is about: a journey with its sources, or raw files.
type material struct {
	id      string
	name    string  // of the raw files
	loaded  *loaded // the journey; nil: raw files
	path    string  // of the journey
	sources []insight.Source
	places  map[string]journeys.Source // by name
	root    *os.Root                   // nil: raw files
	tables  []*evidence.Rows           // behind connections
	files   *listing                   // the raw files
	guessed []journeys.Column          // of the raw files
}

func (m *material) close() {
	for _, t := range m.tables {
		t.Close()
	}
	if m.root != nil {
		m.root.Close()
	}
}

// openMaterial takes one folder with a journey, or one YAML file, for a journey, and anything else for
// files of signals.
func (a *app) openMaterial(args []string, o signalFlags, w signalWords) (*material, error) {
	for _, arg := range args {
		journey := journeys.IsYAML(arg)
		if info, err := os.Stat(arg); err == nil && info.IsDir() {
			found, err := journeysIn(arg)
			if err != nil {
				return nil, err
			}
			journey = len(found) > 0
		}
		if journey && len(args) > 1 {
			return nil, usageError{w.oneJourney}
		}
		if journey {
			return a.journeyMaterial(arg, o, w)
		}
	}
	return a.rawMaterial(args, o, w)
}

func (a *app) journeyMaterial(arg string, o signalFlags, w signalWords) (*material, error) {
	name, err := a.oneJourney(arg)
	if err != nil {
		return nil, err
	}
	l, err := a.load(name)
	if err != nil {
		return nil, err
	}
	if late := excusedReasons(l.problems); l.problems.HasErrors() {
		a.report(a.stderr, l, l.problems)
		return nil, errFaults
	} else if len(late) > 0 {
		a.report(a.stderr, l, late)
	}
	root, err := os.OpenRoot(l.folder)
	if err != nil {
		return nil, err
	}
	m := &material{id: l.journey.ID, loaded: l, path: name, root: root, places: map[string]journeys.Source{}}
	folder := root.FS()
	var faults journeys.Problems
	var away []string
	connector := connect.New(a.ctx, os.Getenv)
	for i, src := range l.journey.Sources {
		if src.Connection != "" {
			if why := a.words.notHere(src); why != "" {
				away = append(away, why)
				continue
			}
			table, problems := evidence.OpenRows(l.journey, i, connector)
			faults = append(faults, problems...)
			if table != nil {
				m.tables = append(m.tables, table)
				m.places[src.Name] = src
				m.sources = append(m.sources, insight.Source{Name: src.Name, Kind: src.Kind, Aside: evidence.Aside(l.journey, src.Name),
					Matcher: signals.NewMatcher(l.journey, src.Name), Read: a.rowReader(table, o.anyway)})
			}
			continue
		}
		data, problems := signals.Open(l.journey, src, folder)
		if problems.HasErrors() {
			faults = append(faults, problems...)
		}
		if data == nil {
			continue
		}
		pages := insight.GuessPages(data.Columns())
		data.Close()
		m.places[src.Name] = src
		m.sources = append(m.sources, insight.Source{Name: src.Name, Kind: src.Kind, File: src.File, Aside: pages != nil || evidence.Aside(l.journey, src.Name),
			Matcher: signals.NewMatcher(l.journey, src.Name), Pages: pages, Read: a.rereader(l.journey, src, folder, o.anyway, w)})
	}
	if faults.HasErrors() {
		m.close()
		a.report(a.stderr, l, faults.Sorted())
		return nil, errFaults
	}
	if len(away) > 0 && len(m.sources) == 0 {
		m.close()
		return nil, usageError{strings.Join(away, "\n")}
	}
	for _, why := range away {
		fmt.Fprintln(a.stderr, why)
	}
	return m, nil
}

// rawMaterial reads files of signals, as one source, of which nothing is known but the names of their
// columns.
func (a *app) rawMaterial(args []string, o signalFlags, w signalWords) (*material, error) {
	files, err := listFiles(args)
	if err != nil {
		return nil, err
	}
	if len(files.paths) == 0 {
		return nil, usageError{fmt.Sprintf(w.noFiles, strings.Join(args, ", "))}
	}
	if first, others := files.unlike(); len(others) > 0 {
		fmt.Fprintln(a.stderr, "klantreis: "+told(w.files.unlike, first, strings.Join(others, ", ")))
		return nil, errFaults
	}
	var folder fs.FS = files
	src := journeys.Source{Name: files.id(), File: files.name()} // no soort: it would be taken for a channel
	none := &journeys.Journey{Path: args[0]}
	m := &material{id: src.Name, name: src.File, places: map[string]journeys.Source{}, files: files}
	data, columns, err := a.openRaw(none, &src, folder, w)
	if err != nil {
		if problems, ok := err.(journeys.Problems); ok {
			return nil, a.unread(m, problems)
		}
		return nil, err
	}
	headers := data.Columns()
	pages := insight.GuessPages(headers)
	number := ""
	if pages == nil {
		number = totalsOf(data, columns)
	}
	data.Close()
	if number != "" {
		fmt.Fprintln(a.stderr, "klantreis: "+told(w.files.totals, args[0], src.Name, journeys.YAMLText(args[0]), journeys.YAMLText(columns[0].Header), src.Name, journeys.YAMLText(number)))
		return nil, errFaults
	}
	if !slices.ContainsFunc(columns, func(c journeys.Column) bool { return !slices.Contains(headers, c.Header) }) {
		m.guessed = columns // a known system needs no such line
	}
	m.places[src.Name] = src
	m.sources = []insight.Source{{Name: src.Name, Kind: src.Kind, File: src.File, Pages: pages,
		Aside: pages != nil && !hasField(columns, "tekst"), Read: a.rereader(none, src, folder, o.anyway, w)}}
	return m, nil
}

// openRaw opens a file of which nothing is known, with its columns as they are read.
func (a *app) openRaw(none *journeys.Journey, src *journeys.Source, folder fs.FS, w signalWords) (*signals.Data, []journeys.Column, error) {
	if headers, _ := signals.Headers(*src, folder); document(headers) {
		return nil, nil, usageError{told(w.files.noSignals, none.Path)}
	}
	data, problems := signals.Open(none, *src, folder)
	if data != nil {
		return data, data.Bound(), nil
	}
	headers, unread := signals.Headers(*src, folder)
	if unread != nil {
		return nil, nil, unread
	}
	if report := asReport(*src, folder); report != nil {
		src.Format = report.Format
		return a.openRaw(none, src, folder, w)
	}
	if slices.ContainsFunc(problems, func(p journeys.Problem) bool { return p.Code == "geen-kolommen" }) {
		if len(headers) == 1 {
			return nil, nil, usageError{told(w.files.noSignals, none.Path)}
		}
		return nil, nil, usageError{w.noColumns(src.File, headers)}
	}
	return nil, nil, problems
}

// asReport is the source read as a scheduled report of Matomo, of which the first line is a title; nil:
// that is not what it is.
func asReport(src journeys.Source, folder fs.FS) *journeys.Source {
	if src.Format != "" {
		return nil
	}
	src.Format = "matomo"
	headers, unread := signals.Headers(src, folder)
	if unread != nil || insight.GuessPages(headers) == nil {
		return nil
	}
	return &src
}

func hasField(columns []journeys.Column, field string) bool {
	for _, c := range columns {
		if c.Field == field {
			return true
		}
	}
	return false
}

// noise is the fault of a source of which too much is unreadable, at its place in the journey.
func (m *material) noise(t insight.TooManyUnreadable) journeys.Problem {
	src := m.places[t.Name]
	if src.Connection != "" {
		return journeys.Problem{Pos: src.At("verbinding"), Code: "veel-onleesbaar-verbinding", Args: []any{src.Name, t.Unreadable, t.Read + t.Unreadable}}
	}
	return journeys.Problem{Pos: src.At("bestand"), Code: "veel-onleesbaar", Args: evidence.UnreadableArgs(src, t.Unreadable, t.Read+t.Unreadable, t.Places, t.Blamed)}
}

// listing is some files, wherever they are, as one folder: by their names, in the order of these.
type listing struct {
	title string
	names []string
	paths []string
}

// listFiles finds the files that arguments mean: a file, a folder with files, or a pattern.
func listFiles(args []string) (*listing, error) {
	l := &listing{title: "bestanden"}
	for _, arg := range args {
		info, err := os.Stat(arg)
		found := []string{arg}
		switch {
		case err == nil && info.IsDir():
			if len(args) == 1 {
				l.title = filepath.Base(filepath.Clean(arg))
			}
			if found, err = visible(arg); err != nil {
				return nil, err
			}
		case err != nil && strings.ContainsAny(arg, "*?["):
			if found, err = filepath.Glob(arg); err != nil {
				return nil, err
			}
			found = slices.DeleteFunc(found, func(p string) bool { info, err := os.Stat(p); return err != nil || !info.Mode().IsRegular() })
		case err != nil:
			return nil, err
		}
		for _, p := range found {
			if slices.ContainsFunc(l.paths, func(o string) bool { return filepath.Clean(o) == filepath.Clean(p) }) {
				continue
			}
			name := filepath.Base(p)
			for n := 2; slices.Contains(l.names, name); n++ {
				name = fmt.Sprintf("%d-%s", n, filepath.Base(p))
			}
			l.names, l.paths = append(l.names, name), append(l.paths, p)
		}
	}
	return l, nil
}

// visible lists the files of a folder that are not hidden.
func visible(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var found []string
	for _, e := range entries {
		if e.Type().IsRegular() && !strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(e.Name(), "~$") {
			found = append(found, filepath.Join(folder, e.Name()))
		}
	}
	return found, nil
}

// name is what the source is called: its only file, or the folder of all.
func (l *listing) name() string {
	if len(l.paths) == 1 {
		return l.names[0]
	}
	return l.title
}

func (l *listing) id() string {
	name := l.name()
	if i := strings.IndexByte(name, '.'); i > 0 && len(l.paths) == 1 {
		name = name[:i] // kcc.csv.gz is kcc
	}
	if id := journeys.Slug(name); id != "" {
		return id
	}
	return "signalen"
}

// Open gives a file, or the folder of all.
func (l *listing) Open(name string) (fs.File, error) {
	if len(l.paths) > 1 && name == l.title {
		return &listed{listing: l}, nil
	}
	if len(l.paths) > 1 {
		name = strings.TrimPrefix(name, l.title+"/")
	}
	if i := slices.Index(l.names, name); i >= 0 {
		return os.Open(l.paths[i])
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// listed is the folder of a listing.
type listed struct{ *listing }

func (l *listed) Name() string       { return l.title }
func (l *listed) Size() int64        { return 0 }
func (l *listed) Mode() fs.FileMode  { return fs.ModeDir | 0o555 }
func (l *listed) ModTime() time.Time { return time.Time{} }
func (l *listed) IsDir() bool        { return true }
func (l *listed) Sys() any           { return nil }

func (l *listed) Read([]byte) (int, error)   { return 0, fs.ErrInvalid }
func (l *listed) Close() error               { return nil }
func (l *listed) Stat() (fs.FileInfo, error) { return l, nil }

// ReadDir gives all entries at once.
func (l *listed) ReadDir(int) ([]fs.DirEntry, error) {
	var all []fs.DirEntry
	for i, p := range l.paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, err
		}
		all = append(all, fs.FileInfoToDirEntry(renamed{info, l.names[i]}))
	}
	return all, nil
}

// renamed is a file under another name.
type renamed struct {
	fs.FileInfo
	name string
}

func (r renamed) Name() string { return r.name }
