package live

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
	"klantreis/journeys/insight"
	"klantreis/journeys/signals"
)

// Upload is a file that was dropped on the page.
type Upload struct {
	ID   string
	Name string // as the user's system called it
	Disk string // where it lies now
}

// Drop looks at a file: how it would be read.
func (d *Desk) Drop(ctx context.Context, u Upload) (api.Dropped, error) {
	out, err := d.inspect(ctx, u, nil)
	if err == nil {
		d.looked.keep(u, out)
	}
	return out, err
}

// Look is Drop with choices of the user, for a journey.
func (d *Desk) Look(ctx context.Context, u Upload, q api.DropLook) (api.Dropped, error) {
	root, err := d.open(q.Path)
	if err != nil {
		return api.Dropped{}, err
	}
	defer root.Close()
	columns := q.Columns
	if q.Guess {
		columns = nil
	}
	out, known := d.looked.of(u)
	if !known || columns != nil {
		if out, err = d.inspect(ctx, u, columns); err != nil {
			return out, err
		}
	}
	out.Here = sameFile(root.FS(), u.Disk, out.Size)
	if out.Here != "" {
		out.Fields["bestand"] = out.Here
	}
	j, _ := journeys.Parse(q.Path, []byte(q.Text))
	out.Twin, out.Missing = beside(j, root.FS(), u, out.Size)
	if !j.Period.From.IsZero() || !j.Period.To.IsZero() {
		out.From, out.Until = "", ""
	}
	return out, nil
}

// inspect reads a file with columns that the user chose; nil: as it would be read by itself.
func (d *Desk) inspect(ctx context.Context, u Upload, columns map[string]string) (api.Dropped, error) {
	w := d.words()
	info, err := os.Stat(u.Disk)
	if err != nil || !info.Mode().IsRegular() {
		return api.Dropped{}, d.refuse("schijf", w.notRead)
	}
	name := fileName(u.Name)
	if isTalks(u.Disk) {
		return api.Dropped{}, d.refuse("gesprekken", w.talks(name))
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(firstBytes(u.Disk), []byte("\xEF\xBB\xBF")))) == 0 {
		return api.Dropped{}, d.refuse("geen-gegevens", w.emptyFile())
	}
	folder := single{name: name, disk: u.Disk}
	src := journeys.Source{Name: sourceName(name), File: name, Columns: columnsOf(columns)}
	headers, unread := signals.Headers(src, folder)
	switch {
	case unread.HasErrors() && unread[0].Code == "xlsx-oud":
		return api.Dropped{}, d.refuse("geen-gegevens", d.said(unread[0]))
	case noData(u.Disk, name):
		return api.Dropped{}, d.refuse("geen-gegevens", w.noData)
	case unread.HasErrors():
		return api.Dropped{}, d.refuse("geen-gegevens", d.said(unread[0]))
	case document(headers):
		return api.Dropped{}, d.refuse("geen-gegevens", w.noData)
	}
	// Of a report of Matomo the first line is a title: read as a table it has no columns that tell anything.
	if report := src; report.Format == "" && insight.GuessPages(headers) == nil && strings.HasSuffix(strings.ToLower(name), ".csv") {
		report.Format = "matomo"
		if found, unread := signals.Headers(report, folder); unread == nil && insight.GuessPages(found) != nil {
			src, headers = report, found
		}
	}
	out := api.Dropped{ID: u.ID, Name: u.Name, Size: info.Size(), Columns: []api.DropColumn{}, Problems: []string{}, Missing: []api.DropPlace{}, Source: src.Name}
	none := &journeys.Journey{Path: name}
	data, problems := signals.Open(none, src, folder)
	var bound []journeys.Column
	known := false
	if data != nil {
		bound = data.Bound()
		known = !slices.ContainsFunc(data.Found(), func(p journeys.Problem) bool { return p.Code == "kolommen-geraden" })
		data.With(signals.Options{Context: ctx})
		all := rowCount{}
		data.Fold(func() signals.Part { return &rowCount{} }, func(p signals.Part, _ int) { all.add(*p.(*rowCount)) })
		if ctx.Err() != nil {
			return api.Dropped{}, context.Canceled
		}
		out.Rows = all.n
		if all.dated {
			out.From, out.Until = signals.DateOf(all.first).String(), signals.DateOf(all.last).String()
		}
		problems = append(problems, data.Found()...)
	}
	for _, p := range problems {
		if p.Code != "kolommen-geraden" && p.Code != "bron-niet-gelezen" {
			out.Problems = append(out.Problems, d.said(p))
		}
	}
	if data != nil && out.Rows == 0 {
		out.Problems = append([]string{w.onlyHeading()}, out.Problems...)
	}
	out.Format, out.About = d.formatOf(src, u.Disk, name, headers)
	out.Kind = kindOf(name, headers)
	out.Columns = d.dropColumns(src, folder, headers, bound, columns, known, out.Rows)
	out.Fields = entryOf(src, out.Kind, path.Join("signalen", name), chosen(bound, columns, headers))
	return out, nil
}

// rowCount counts records, on all cores, and finds their first and last day.
type rowCount struct {
	n           int
	dated       bool
	first, last int // days since 1 January 1970
}

func (c *rowCount) Reset() { *c = rowCount{} }

func (c *rowCount) Visit(r *signals.Record) {
	one := rowCount{n: 1}
	if r.Dated && r.Readable && !r.Secret {
		one.dated, one.first, one.last = true, r.Day, r.Day
	}
	c.add(one)
}

func (c *rowCount) add(o rowCount) {
	switch {
	case !o.dated:
	case !c.dated:
		c.dated, c.first, c.last = true, o.first, o.last
	default:
		c.first, c.last = min(c.first, o.first), max(c.last, o.last)
	}
	c.n += o.n
}

// columnsOf puts choices in the order of the fields.
func columnsOf(chosen map[string]string) []journeys.Column {
	var all []journeys.Column
	for _, field := range journeys.Fields() {
		if header := chosen[field]; header != "" {
			all = append(all, journeys.Column{Field: field, Header: header})
		}
	}
	return all
}

// chosen are the columns as the entry of the source names them: what the user said, or else what was guessed.
// A known system, whose fields are made of several columns, needs none.
func chosen(bound []journeys.Column, columns map[string]string, headers []string) []journeys.Column {
	if columns != nil {
		return columnsOf(columns)
	}
	own := true
	for _, c := range bound {
		if !slices.Contains(headers, c.Header) {
			return nil
		}
		own = own && journeys.FoldSpace(c.Header) == c.Field
	}
	if own {
		return nil
	}
	return bound
}

// entryOf is the entry under `bronnen`.
func entryOf(src journeys.Source, kind, file string, columns []journeys.Column) map[string]any {
	fields := map[string]any{"soort": kind, "bestand": file}
	if src.Format != "" {
		fields["formaat"] = src.Format
	}
	if len(columns) > 0 {
		all := map[string]any{}
		for _, c := range columns {
			all[c.Field] = c.Header
		}
		fields["kolommen"] = all
	}
	return fields
}

// document tells by its first line that a file is no table, though that line could be the name of a column.
func document(headers []string) bool {
	return len(headers) == 0 || len(headers) == 1 && (strings.HasPrefix(headers[0], "%PDF") || strings.HasPrefix(headers[0], "# ") || strings.HasPrefix(headers[0], "<"))
}

// noData tells by its first bytes that what would be read as text is none.
func noData(disk, name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".xlsx", ".xlsm", ".zip", ".parquet", ".gz", ".zst":
		return false // their readers tell
	}
	head := firstBytes(disk)
	wide := bytes.HasPrefix(head, []byte{0xFF, 0xFE}) || bytes.HasPrefix(head, []byte{0xFE, 0xFF})
	return bytes.HasPrefix(head, []byte("%PDF")) || bytes.HasPrefix(head, []byte("PK\x03\x04")) || !wide && bytes.IndexByte(head, 0) >= 0
}

// firstBytes are enough of a file to see what it is.
func firstBytes(disk string) []byte {
	f, err := os.Open(disk)
	if err != nil {
		return nil
	}
	defer f.Close()
	head, _ := io.ReadAll(io.LimitReader(f, 64<<10))
	return head
}

// single is one file, wherever it lies, as a folder.
type single struct{ name, disk string }

func (s single) Open(name string) (fs.File, error) {
	if name != s.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return os.Open(s.disk)
}

// Stat is that of the file, by its name.
func (s single) Stat(name string) (fs.FileInfo, error) {
	if name != s.name {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
	}
	info, err := os.Stat(s.disk)
	if err != nil {
		return nil, err
	}
	return renamed{info, s.name}, nil
}

type renamed struct {
	fs.FileInfo
	name string
}

func (r renamed) Name() string { return r.name }

// sameFile finds a file in a journey's folder, or in a folder in it, with the very bytes of another; empty:
// there is none.
func sameFile(folder fs.FS, disk string, size int64) string {
	const deepest, most = 3, 5000
	found, seen := "", 0
	_ = fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error { // what cannot be read is not the same
		seen++
		switch {
		case seen > most:
			return fs.SkipAll
		case err != nil:
			return nil
		case entry.IsDir() && name != "." && (strings.HasPrefix(entry.Name(), ".") || strings.Count(name, "/") >= deepest):
			return fs.SkipDir
		case !entry.Type().IsRegular():
			return nil
		}
		if info, err := entry.Info(); err == nil && info.Size() == size && sameBytes(folder, name, disk) {
			found = name
			return fs.SkipAll
		}
		return nil
	})
	return found
}

func sameBytes(folder fs.FS, name, disk string) bool {
	a, err := folder.Open(name)
	if err != nil {
		return false
	}
	defer a.Close()
	b, err := os.Open(disk)
	if err != nil {
		return false
	}
	defer b.Close()
	one, other := make([]byte, 256<<10), make([]byte, 256<<10)
	for {
		n, err := io.ReadFull(a, one)
		m, _ := io.ReadFull(b, other)
		if !bytes.Equal(one[:n], other[:m]) {
			return false
		}
		if err != nil {
			return err == io.EOF || err == io.ErrUnexpectedEOF
		}
	}
}
