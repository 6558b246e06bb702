package signals

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"klantreis/journeys"
)

// readers is the table of file formats: the contract's name, how a file's ending tells it, and
// the function that reads it.
var readers = []struct {
	format  string
	endings []string // the first reader that has a file's ending reads it, unless `formaat` says otherwise
	read    func(input) (rows, error)
}{
	{"csv", []string{".csv", ".tsv"}, readCSV},
	{"xlsx", []string{".xlsx", ".xlsm"}, readXLSX},
	{"ndjson", []string{".ndjson", ".jsonl", ".json"}, readJSON},
	{"parquet", []string{".parquet"}, readParquet},
	{"signalen", []string{".zip"}, readSignalen},
	{"kiss", []string{".json", ".ndjson", ".jsonl"}, readJSON},
	{"openklant", []string{".json", ".ndjson", ".jsonl"}, readJSON},
	{"matomo", []string{".csv"}, readMatomo},
}

// formatOf is the format of a file of a source: as the source says, otherwise by the file's
// ending; a file without a telling ending is taken for CSV.
func formatOf(s journeys.Source, name string) string {
	if s.Format != "" {
		return s.Format
	}
	for _, r := range readers {
		if slices.Contains(r.endings, endingOf(name)) {
			return r.format
		}
	}
	return "csv"
}

// IsText tells whether a file of a source is a CSV file, of which a line need not be a row.
func IsText(s journeys.Source, name string) bool { return formatOf(s, name) == "csv" }

// Data is a source opened for reading.
type Data struct {
	rows    rows
	binding binding
	kind    string
	list    []journeys.TypedSignal
	files   *sourceFiles // of a source of files; nil: a list
	asked   []string     // what Column was asked for
	close   func() error
}

// Columns lists the headers of the source's (first) file.
func (d *Data) Columns() []string { return named(d.rows.header) }

// Bound lists the fields that the source has in its (first) file, in the order of journeys.Fields,
// with the headers of their columns; a column that was made of several has the field's own name.
func (d *Data) Bound() []journeys.Column {
	var all []journeys.Column
	for _, field := range journeys.Fields() {
		if d.files == nil {
			all = append(all, journeys.Column{Field: field, Header: field})
		} else if header, ok := d.files.columns[field]; ok {
			all = append(all, journeys.Column{Field: field, Header: header})
		}
	}
	return all
}

// Close lets go of a source that is not read after all; Each and Fold close what they read.
func (d *Data) Close() {
	if d.files != nil {
		d.close()
	}
}

// Has reports whether the source has a field or column of that name.
func (d *Data) Has(name string) bool {
	if d.files == nil {
		return slices.Contains(journeys.Fields(), name)
	}
	return d.binding.at(name) >= 0
}

// Open prepares a source for reading. What keeps it from being used is a problem of the
// journey: a missing file or column, a format that is not read yet. The data is nil then; what is
// odd but no hindrance comes with Found. Of several files, the first is opened here.
func Open(j *journeys.Journey, s journeys.Source, folder fs.FS) (*Data, journeys.Problems) {
	return OpenWith(j, s, folder, Memory{})
}

// OpenWith is Open for a caller that remembers what reading a file gave; it needs FoldKept.
func OpenWith(j *journeys.Journey, s journeys.Source, folder fs.FS, memory Memory) (*Data, journeys.Problems) {
	if s.Has("lijst") || s.File == "" && s.Connection == "" {
		return &Data{kind: s.Kind, list: s.List}, nil
	}
	if s.Connection != "" {
		return nil, unread(s, s.At("verbinding"), "verbinding")
	}
	names, problem := FilesOf(s, folder)
	if problem != nil {
		return nil, journeys.Problems{*problem}
	}
	d := &Data{kind: s.Kind, files: &sourceFiles{source: s, folder: folder, rest: names, several: len(names) > 1,
		keeping: keeping{memory: memory}, remarks: remarks{watch: &watch{}}}}
	problems := d.openNext()
	if d.rows.next == nil {
		return nil, problems
	}
	d.files.found = problems
	return d, nil
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

// openFile opens one file of a source; name is its path as typed.
func openFile(s journeys.Source, folder fs.FS, name string) (input, *journeys.Problem) {
	fail := func(err error) (input, *journeys.Problem) {
		p := journeys.FileProblem(folder, name, s.At("bestand"), err)
		return input{}, &p
	}
	clean, ok := journeys.LocalPath(name)
	if !ok {
		return input{}, &journeys.Problem{Pos: s.At("bestand"), Code: "pad-buiten-map", Args: []any{name}}
	}
	f, err := folder.Open(clean)
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

// bind maps columns to fields: as `kolommen` say, as the layout of a known system, by name, or by
// a guess.
func bind(d *Data, name, format string) journeys.Problems {
	var ps journeys.Problems
	s := d.files.source
	b := binding{column: map[string]int{}, header: map[string]int{}}
	for i, h := range d.rows.header {
		if isStaff([]byte(h)) {
			d.rows.header[i] = ""
		}
		if _, taken := b.header[journeys.FoldSpace(h)]; !taken && d.rows.header[i] != "" {
			b.header[journeys.FoldSpace(h)] = i
		}
	}
	if len(b.header) == 0 {
		return append(ps, journeys.Problem{Pos: origin(s), Code: "leeg-gegevensbestand", Args: []any{name}})
	}
	if h, glued := gluedHeader(d.rows.header); glued && !slices.ContainsFunc(s.Columns, func(c journeys.Column) bool { return journeys.FoldSpace(c.Header) == journeys.FoldSpace(h) }) {
		return append(ps, journeys.Problem{Pos: origin(s), Code: "alles-in-een-kolom", Args: []any{name, h}})
	}
	all := strings.Join(named(d.rows.header), ", ")
	for _, c := range s.Columns {
		i, ok := b.header[journeys.FoldSpace(c.Header)]
		if !ok {
			ps = append(ps, journeys.Problem{Pos: c.Pos, Code: "kolom-ontbreekt",
				Args: []any{name, c.Header, journeys.Nearest(c.Header, named(d.rows.header)), all}})
			continue
		}
		b.column[c.Field] = i
	}
	layout, known := layoutOf(format, d.rows.header)
	known = known && (!d.files.table || layout.format == format) // a table that happens to look like one may not be one
	if known && (len(s.Columns) == 0 || layout.format == format) {
		layout.fill(d, &b)
	}
	if i, ok := b.header["vertrouwelijk"]; ok && len(s.Columns) > 0 {
		if _, mapped := b.column["vertrouwelijk"]; !mapped {
			b.column["vertrouwelijk"] = i
			ps = append(ps, journeys.Problem{Pos: s.At("kolommen"), Severity: journeys.Warning, Code: "vertrouwelijk-kolom",
				Args: []any{name, d.rows.header[i]}})
		}
	}
	if len(s.Columns) == 0 {
		for _, field := range journeys.Fields() {
			if _, bound := b.column[field]; bound {
				continue
			}
			if i, ok := b.header[field]; ok {
				b.column[field] = i
			}
		}
		if !known {
			ps = append(ps, d.bindGuess(&b, name, format)...)
		}
		if len(b.column) == 0 {
			ps = append(ps, journeys.Problem{Pos: origin(s), Code: "geen-kolommen", Args: []any{name, all}})
		}
	}
	d.binding = b
	return ps
}

// Each calls visit for every record of the source, in order. Readable is false for a record
// whose tijdstip or cijfer cannot be read; of such a signal only Line counts. Each can be called
// once. What was found on the way, a file that could not be read to its end among it, is in
// Found afterwards.
func (d *Data) Each(visit func(s Signal, readable bool)) {
	if d.files == nil {
		for i, t := range d.list {
			visit(typed(t, i+1, d.kind), true)
		}
		return
	}
	d.eachFile(func() error { return d.eachRow(visit) }, func(bool) {})
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
