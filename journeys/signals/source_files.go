package signals

import (
	"io"
	"io/fs"
	"slices"
	"strings"

	"klantreis/journeys"
)

// sourceFiles are the files of one source, which are read one after the other.
type sourceFiles struct {
	source  journeys.Source
	folder  fs.FS
	several bool
	table   bool     // no files, but a table behind a connection
	rested  func()   // see Data.Rests; may be nil
	rest    []string // not opened yet

	name   string  // the open file
	file   fs.File // nil: it is not read
	opened fingerprint
	number int // of the open file, from 1
	top    int // the row of its header in a spreadsheet; 0: it is no CSV file
	keeping

	columns    map[string]string // field → header of the first file
	found      journeys.Problems
	unreadable []string // places of the first twenty
	blamed     []Blame  // the same by column
	remarks
}

// remarks is what is noticed while records are read.
type remarks struct {
	long, bad lineNotes // of the open file: more cells than the header, unreadable
	ids       seenIDs   // of the whole source
	twice     int       // records with an id that was there before
	watch     *watch    // nil: nobody watches
}

// FilesOf lists the files of a source, sorted. Of a folder or a pattern they are those of one
// format: the source's, or the only one that there is.
func FilesOf(s journeys.Source, folder fs.FS) ([]string, *journeys.Problem) {
	names, problem := journeys.SourceFiles(folder, s.File, s.At("bestand"))
	if problem != nil || len(names) == 1 && names[0] == s.File {
		return names, problem
	}
	var formats, kept []string
	for _, name := range names {
		for _, r := range readers {
			if slices.Contains(r.endings, endingOf(name)) && (s.Format == "" || s.Format == r.format) {
				kept = append(kept, name)
				if !slices.Contains(formats, r.format) {
					formats = append(formats, r.format)
				}
				break
			}
		}
	}
	if len(formats) > 1 {
		return nil, &journeys.Problem{Pos: s.At("bestand"), Code: "formaten-door-elkaar", Args: []any{s.File, strings.Join(formats, ", ")}}
	}
	if len(kept) == 0 {
		return nil, &journeys.Problem{Pos: s.At("bestand"), Code: "geen-bestanden", Args: []any{s.File, 0}}
	}
	return kept, nil
}

// openRows opens a file and starts to read it; digest, if any, is taken of it.
func (p *sourceFiles) openRows(name, format string, digest *digested) (rows, input, journeys.Problems) {
	in, problem := openFile(p.source, p.folder, name)
	if problem != nil {
		return rows{}, in, journeys.Problems{*problem}
	}
	in.file = p.watch.over(in.file)
	if digest != nil {
		digest.File, in.file = in.file, digest
	}
	whole, err := unpack(name, in)
	if err == nil {
		var r rows
		if r, err = reader(format)(whole); err == nil {
			return r, whole, nil
		}
	}
	whole.file.Close()
	return rows{}, in, journeys.Problems{problemOf(p.folder, p.source, name, err)}
}

// widened gives all headers of the open file.
func (p *sourceFiles) widened(r rows) []string {
	in, problem := openFile(p.source, p.folder, p.name)
	if problem != nil {
		return r.header
	}
	again, err := unpack(p.name, in)
	defer again.file.Close()
	if err != nil {
		return r.header
	}
	return r.widen(again)
}

// Headers lists the headers of the (first) file of a source, whether or not they say what it holds.
func Headers(s journeys.Source, folder fs.FS) ([]string, journeys.Problems) {
	names, problem := FilesOf(s, folder)
	if problem != nil {
		return nil, journeys.Problems{*problem}
	}
	format := formatOf(s, names[0])
	if reader(format) == nil {
		return nil, unread(s, s.At("bestand"), format)
	}
	p := &sourceFiles{source: s, folder: folder}
	r, in, problems := p.openRows(names[0], format, nil)
	if problems != nil {
		return nil, problems
	}
	in.file.Close()
	return named(r.header), nil
}

// openNext opens the next file; rows.next is nil when it cannot be used.
func (d *Data) openNext() journeys.Problems {
	p := d.files
	d.rows, p.long, p.bad, p.top = rows{}, lineNotes{}, lineNotes{}, 0
	p.name, p.rest, p.guess, p.twiceBefore = p.rest[0], p.rest[1:], nil, p.twice
	format := formatOf(p.source, p.name)
	if reader(format) == nil {
		return unread(p.source, p.source.At("bestand"), format)
	}
	p.number++
	p.recall(p.name, p.number == 1)
	if p.state == same {
		d.rows, p.file, d.close = p.kept.rows(), nil, func() error { return nil }
		p.watch.passes(p.kept.Content.All.Size)
	} else if problems := d.openHere(format); problems != nil {
		return problems
	}
	problems := bind(d, p.name, format)
	if !problems.HasErrors() {
		problems = append(problems, p.sameColumns(d)...)
	}
	if problems.HasErrors() {
		d.close()
		d.rows = rows{}
	}
	return problems
}

// openHere opens the file whose turn it is.
func (d *Data) openHere(format string) journeys.Problems {
	p := d.files
	if p.bytes = nil; p.memory.Recall != nil && format == "csv" { // the other formats are not read from begin to end
		p.bytes = &digested{mark: -1}
		if p.state == grown {
			p.bytes.mark = p.kept.Content.All.Size
		}
	}
	r, in, problems := p.openRows(p.name, format, p.bytes)
	if problems != nil {
		return problems
	}
	var err error
	if p.opened, err = fingerprintOf(in.file); err != nil {
		in.file.Close()
		return journeys.Problems{problemOf(p.folder, p.source, p.name, err)}
	}
	if r.widen != nil {
		r.header = p.widened(r)
	}
	d.rows, p.file, d.close = r, in.file, in.file.Close
	if r.parts != nil {
		p.top = r.parts.file.top
	}
	p.header = slices.Clone(r.header)
	return nil
}

// sameColumns compares what a file has with the first one of its source: without its own days it
// would count in every period, without another field it would be found less than the others.
func (p *sourceFiles) sameColumns(d *Data) journeys.Problems {
	if p.columns == nil {
		p.columns = map[string]string{}
		for field, i := range d.binding.column {
			if p.columns[field] = d.rows.header[i]; p.columns[field] == "" {
				p.columns[field] = field
			}
		}
		return nil
	}
	var ps journeys.Problems
	for _, field := range journeys.Fields() {
		header, wanted := p.columns[field]
		if _, bound := d.binding.column[field]; !wanted || bound || len(d.rows.header) == 0 {
			continue
		}
		severity := journeys.Warning
		if field == "tijdstip" {
			severity = journeys.Error
		}
		all := named(d.rows.header)
		ps = append(ps, journeys.Problem{Pos: p.source.At("bestand"), Severity: severity, Code: "kolom-ontbreekt",
			Args: []any{p.name, header, journeys.Nearest(header, all), strings.Join(all, ", ")}})
	}
	return ps
}

// bindGuess binds the columns that were guessed, and says so.
func (d *Data) bindGuess(b *binding, name, format string) journeys.Problems {
	p := d.files
	if p.state == same {
		p.guess = p.kept.Guess
	} else {
		// A sample costs another opening: only when the names alone leave something to find.
		if mayGuess(b.column) || !p.table && guess(d.rows.header, [][]string{}, b.column) != nil {
			p.guess = guess(d.rows.header, d.sample(name, format), b.column)
		}
	}
	columns := p.guess
	if len(columns) == 0 {
		return nil
	}
	for _, c := range columns {
		b.column[c.Field] = b.header[journeys.FoldSpace(c.Header)]
	}
	return journeys.Problems{{Pos: origin(p.source), Severity: journeys.Warning, Code: "kolommen-geraden",
		Args: []any{name, columnsLine(columns)}}}
}

// sample reads the first rows of a file, by opening it once more; none of a table.
func (d *Data) sample(name, format string) [][]string {
	if d.files.table {
		return nil
	}
	r, in, problems := d.files.openRows(name, format, nil)
	if problems != nil {
		return nil
	}
	defer in.file.Close()
	read := d.files.watch.read.Load()
	defer d.files.watch.read.Store(read) // this is no progress
	sample := [][]string{}
	for len(sample) < guessSample {
		rec, err := r.next()
		if err != nil {
			break
		}
		if !rec.broken {
			sample = append(sample, rec.cells)
		}
	}
	return sample
}

// eachFile has the records of all files read. A file that cannot be read, or not to its end, does
// not keep the others from being looked at: all faults are found at once. After each file, done
// tells whether it could be read to its end, and did not change meanwhile.
func (d *Data) eachFile(read func() error, done func(well bool)) {
	p := d.files
	for {
		if d.rows.next != nil {
			err := read()
			if p.watch.stopped() != nil { // what else was met may follow from that
				d.close()
				p.found = append(p.found, journeys.Problem{Pos: p.source.At("bestand"), Code: "lezen-afgebroken", Args: []any{p.name}})
				return
			}
			if err != nil {
				p.found = append(p.found, problemOf(p.folder, p.source, p.name, err))
			}
			if p.state != same {
				p.watch.ends(p.sizeOf(p.name))
			}
			unchanged := p.afterFile(d.rows)
			done(err == nil && unchanged)
			d.close()
		}
		if len(p.rest) == 0 {
			break
		}
		p.found = append(p.found, p.once(d.openNext())...)
	}
	p.aboutIDs()
}

// aboutIDs tells what the ids of the whole source gave.
func (p *sourceFiles) aboutIDs() {
	name := p.source.File
	if p.table {
		name = tableName(p.source)
	}
	if p.twice > 0 {
		p.warn("dubbele-ids", name, p.twice)
	}
	if p.ids.full {
		p.warn("te-veel-ids", name, maxIDs)
	}
}

// once leaves out warnings that an earlier file of the source gave in the same words.
func (p *sourceFiles) once(problems journeys.Problems) journeys.Problems {
	return slices.DeleteFunc(problems, func(q journeys.Problem) bool {
		return q.Severity == journeys.Warning && slices.ContainsFunc(p.found, func(f journeys.Problem) bool {
			return f.Code == q.Code && len(f.Args) > 1 && len(q.Args) > 1 && slices.Equal(f.Args[1:], q.Args[1:])
		})
	})
}

func (p *sourceFiles) warn(code string, args ...any) {
	p.found = append(p.found, journeys.Problem{Pos: origin(p.source), Severity: journeys.Warning, Code: code, Args: args})
}

// eachRow visits the records of the open file.
func (d *Data) eachRow(visit func(s Signal, readable bool)) error {
	p := d.files
	_, hasID := d.binding.column["id"]
	n := 0
	for {
		r, err := d.rows.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if r.rest {
			continue
		}
		if n++; n%rowsPerPart == 0 {
			p.watch.add(rowsPerPart)
		}
		d.noteLong(r)
		s, readable := d.binding.signal(r, d.kind)
		if !readable {
			at := d.binding.fault(r)
			p.bad.add(s.Line, r.record, at, func() []byte { return []byte(strings.TrimSpace(cellAt(r.cells, at))) })
		} else if hasID && p.isTwice(idSum([]byte(s.Cells("id")))) {
			continue
		}
		visit(s, readable)
	}
}

// isTwice counts a record whose id was there before; an idSum of 0 is of no id.
func (m *remarks) isTwice(sum uint64) bool {
	if sum == 0 || !m.ids.again(sum) {
		return false
	}
	m.twice++
	return true
}

// named leaves out columns without a name.
func named(header []string) []string {
	return slices.DeleteFunc(slices.Clone(header), func(h string) bool { return h == "" })
}
