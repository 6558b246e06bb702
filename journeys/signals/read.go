package signals

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"klantreis/journeys"
)

// readers is the table of file formats: the contract's name, how a file's ending tells it, and
// the function that reads it.
var readers = []struct {
	format string
	ending string
	read   func(input) (rows, error)
}{
	{"csv", ".csv", readCSV},
}

// formatOf is the format of a source: as it says, otherwise by the file's ending; a file without
// a telling ending is taken for CSV.
func formatOf(s journeys.Source) string {
	if s.Format != "" {
		return s.Format
	}
	switch ending := strings.ToLower(path.Ext(s.File)); ending {
	case ".xlsx", ".parquet", ".ndjson":
		return ending[1:]
	case ".json", ".jsonl":
		return "ndjson"
	case ".zip":
		return "signalen"
	}
	return "csv"
}

// Data is a source opened for reading.
type Data struct {
	rows    rows
	binding binding
	kind    string
	list    []journeys.TypedSignal
	long    longRows // filled by Each and Fold
	close   func() error
}

// Long counts the rows, read so far, that have more columns than the header: a sign that a
// separator stands where it does not belong. It gives the lines of the first twenty.
func (d *Data) Long() (n int, lines []int) { return d.long.n, d.long.lines }

// Columns lists the headers of the source's file.
func (d *Data) Columns() []string { return d.rows.header }

// Has reports whether the source has a field or column of that name.
func (d *Data) Has(name string) bool {
	if d.rows.next == nil {
		return slices.Contains(journeys.Fields(), name)
	}
	return d.binding.has(name)
}

// Open prepares a source for reading. What keeps it from being used is a problem of the
// journey: a missing file or column, a format that is not read yet. The data is nil then.
func Open(j *journeys.Journey, s journeys.Source, folder fs.FS) (*Data, journeys.Problems) {
	if s.Has("lijst") || s.File == "" && s.Connection == "" {
		return &Data{kind: s.Kind, list: s.List}, nil
	}
	if s.Connection != "" {
		return nil, unread(s, s.At("verbinding"), "verbinding")
	}
	format := formatOf(s)
	read := reader(format)
	if read == nil {
		return nil, unread(s, s.At("bestand"), format)
	}
	in, problem := openFile(s, folder)
	if problem != nil {
		return nil, journeys.Problems{*problem}
	}
	rows, err := read(in)
	if err != nil {
		in.file.Close()
		if errors.Is(err, errBinary) {
			return nil, journeys.Problems{{Pos: s.At("bestand"), Code: "geen-csv", Args: []any{s.File}}}
		}
		return nil, journeys.Problems{journeys.FileProblem(folder, s.File, s.At("bestand"), err)}
	}
	d := &Data{rows: rows, kind: s.Kind, close: in.file.Close}
	bound, problems := bind(d, s)
	if bound == nil {
		in.file.Close()
	}
	return bound, problems
}

// input is a file of signals, opened.
type input struct {
	file fs.File // of os.Root, so it is an io.ReaderAt as well
	size int64
}

func reader(format string) func(input) (rows, error) {
	for _, r := range readers {
		if r.format == format {
			return r.read
		}
	}
	return nil
}

func unread(s journeys.Source, pos journeys.Pos, what string) journeys.Problems {
	return journeys.Problems{{Pos: pos, Severity: journeys.Warning, Code: "bron-niet-gelezen", Args: []any{s.Name, what}}}
}

func openFile(s journeys.Source, folder fs.FS) (input, *journeys.Problem) {
	fail := func(err error) (input, *journeys.Problem) {
		p := journeys.FileProblem(folder, s.File, s.At("bestand"), err)
		return input{}, &p
	}
	name, ok := journeys.LocalPath(s.File)
	if !ok {
		return input{}, &journeys.Problem{Pos: s.At("bestand"), Code: "pad-buiten-map", Args: []any{s.File}}
	}
	f, err := folder.Open(name)
	if err != nil {
		return fail(err)
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		f.Close()
		return fail(fmt.Errorf("geen gewoon bestand"))
	}
	return input{f, info.Size()}, nil
}

// bind maps columns to fields, as `kolommen` say or by name.
func bind(d *Data, s journeys.Source) (*Data, journeys.Problems) {
	var ps journeys.Problems
	b := binding{column: map[string]int{}, header: map[string]int{}}
	if len(d.rows.header) == 0 {
		return nil, append(ps, journeys.Problem{Pos: s.At("bestand"), Code: "leeg-gegevensbestand", Args: []any{s.File}})
	}
	for i, h := range d.rows.header {
		if _, taken := b.header[journeys.FoldSpace(h)]; !taken {
			b.header[journeys.FoldSpace(h)] = i
		}
	}
	all := strings.Join(d.rows.header, ", ")
	for _, c := range s.Columns {
		i, ok := b.header[journeys.FoldSpace(c.Header)]
		if !ok {
			ps = append(ps, journeys.Problem{Pos: c.Pos, Code: "kolom-ontbreekt",
				Args: []any{s.File, c.Header, journeys.Nearest(c.Header, d.rows.header), all}})
			continue
		}
		b.column[c.Field] = i
	}
	if i, ok := b.header["vertrouwelijk"]; ok && len(s.Columns) > 0 {
		if _, mapped := b.column["vertrouwelijk"]; !mapped {
			b.column["vertrouwelijk"] = i
			ps = append(ps, journeys.Problem{Pos: s.At("kolommen"), Severity: journeys.Warning, Code: "vertrouwelijk-kolom",
				Args: []any{s.File, d.rows.header[i]}})
		}
	}
	if len(s.Columns) == 0 {
		for _, field := range journeys.Fields() {
			if i, ok := b.header[field]; ok {
				b.column[field] = i
			}
		}
		if len(b.column) == 0 {
			ps = append(ps, journeys.Problem{Pos: s.At("bestand"), Code: "geen-kolommen", Args: []any{s.File, all}})
		}
	}
	if ps.HasErrors() {
		return nil, ps
	}
	d.binding = b
	return d, ps
}

// Each calls visit for every record of the source, in order. Readable is false for a record
// whose tijdstip or cijfer cannot be read; of such a signal only Line counts. Each can be called
// once. An error means that the rest of the source could not be read.
func (d *Data) Each(visit func(s Signal, readable bool)) error {
	if d.rows.next == nil {
		for i, t := range d.list {
			visit(typed(t, i+1, d.kind), true)
		}
		return nil
	}
	defer d.close()
	for {
		r, err := d.rows.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		d.noteLong(r)
		visit(d.binding.signal(r, d.kind))
	}
}

// typed reads a signal from a list in the journey itself; its values were checked there.
func typed(t journeys.TypedSignal, position int, kind string) Signal {
	b := binding{column: map[string]int{}}
	var cells []string
	for _, f := range t.Fields {
		b.column[f.Field] = len(cells)
		cells = append(cells, f.Value)
	}
	s, _ := b.signal(row{line: position, cells: cells}, kind)
	return s
}
