package signals

import (
	"runtime"
	"sync"

	"klantreis/journeys"
)

// OpenTable prepares records that come from a connection. Header names its columns; each visits
// the cells of all records, which are valid during the visit, until a visit gives an error. A
// connection that fails tells so itself. The format, if any, is the one whose layout the columns
// have; see layouts. Columns are guessed by their names only: no record is asked for that.
func OpenTable(s journeys.Source, format string, header []string, each func(visit func(cells [][]byte) error) error) (*Data, journeys.Problems) {
	rows := rows{header: header, each: each}
	rows.next, rows.stop = pulled(each)
	d := &Data{kind: s.Kind, rows: rows, files: &sourceFiles{source: s, name: tableName(s), table: true}}
	d.close = func() error { d.rows.stop(); return nil }
	problems := bind(d, tableName(s), format)
	if problems.HasErrors() {
		return nil, problems
	}
	d.files.found = append(problems, d.files.sameColumns(d)...)
	return d, nil
}

// tableName is what messages call the table of a source.
func tableName(s journeys.Source) string {
	switch {
	case s.Table != "":
		return s.Table
	case s.Query != "":
		return "vraag"
	}
	return s.Name
}

// origin is where a source says what it reads.
func origin(s journeys.Source) journeys.Pos {
	if s.Connection != "" {
		return s.At("verbinding")
	}
	return s.At("bestand")
}

// Name is what messages call the table.
func (d *Data) Name() string { return tableName(d.files.source) }

// Only has the table read with some of its columns, by their places; each gives the cells of those.
func (d *Data) Only(columns []int, each func(visit func(cells [][]byte) error) error) {
	var header []string
	place := map[int]int{}
	for _, c := range columns {
		place[c] = len(header)
		header = append(header, d.rows.header[c])
	}
	for _, names := range []map[string]int{d.binding.column, d.binding.header} {
		for name, at := range names {
			if now, kept := place[at]; kept {
				names[name] = now
			} else {
				delete(names, name)
			}
		}
	}
	d.rows = rows{header: header, each: each}
	d.rows.next, d.rows.stop = pulled(each)
}

// Rests has Fold call rested when each visits nil in the place of a record and all records before that
// have been merged. It does so only where records have an id.
func (d *Data) Rests(rested func()) { d.files.rested = rested }

// At is the place of the column that holds a field, or else has that header, among the columns of
// the table; -1: there is none.
func (d *Data) At(name string) int { return d.binding.at(name) }

// FieldAt is the place of the column that holds a field; -1: none does.
func (d *Data) FieldAt(field string) int {
	if i, ok := d.binding.column[field]; ok {
		return i
	}
	return -1
}

// Grouped is a record that stands for others in which nothing else differs: moment, channel and
// score are read as those of a file, without a channel it is the soort of the source. Dated tells
// whether the source has moments.
func Grouped(s journeys.Source, dated bool, moment, channel, score []byte) *Record {
	f := &fields{width: 3, time: -1, channel: 1, topic: -1, text: -1, nature: -1, secret: -1, score: 2, id: -1, kind: []byte(journeys.FoldSpace(s.Kind))}
	if dated {
		f.time = 0
	}
	r := &Record{fields: f}
	r.table([][]byte{moment, channel, score}, 1)
	return r
}

// batch is a run of records of a table: their cells, one after the other.
type batch struct {
	number int
	line   int // of the first, from 1
	data   []byte
	ends   []int // in data, of each cell
}

// batchSize is how many bytes a batch has at least, but for the last.
const batchSize = 256 << 10

func (b *batch) add(cells [][]byte) {
	for _, c := range cells {
		b.data = append(b.data, c...)
		b.ends = append(b.ends, len(b.data))
	}
}

// foldTable reads the records of a table on one core and looks at them on all, in batches that are
// merged in their order.
func (d *Data) foldTable(begin func() Part, merge func(p Part, before int)) error {
	width := len(d.rows.header)
	full, empty := make(chan *batch), make(chan *batch, runtime.GOMAXPROCS(0)+1)
	for range cap(empty) {
		empty <- &batch{}
	}
	turn := relay{}
	turn.passed.L = &turn.mu
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			p, r := begin(), Record{fields: d.fields()}
			cells := make([][]byte, width)
			for b := range full {
				p.Reset()
				bad := lineNotes{}
				from := 0
				for i, end := range b.ends {
					cells[i%width] = b.data[from:end:end]
					if from = end; i%width == width-1 {
						r.table(cells, b.line+i/width)
						if !r.Readable {
							bad.add(r.Line, 0, r.fault, r.blamed)
						}
						p.Visit(&r)
					}
				}
				turn.wait(b.number)
				merge(p, 0)
				d.files.bad.merge(bad, 0, 0)
				turn.next()
				empty <- b
			}
		})
	}
	b, number, line := <-empty, 0, 1
	send := func() {
		b.number, number = number, number+1
		full <- b
		b = <-empty
		b.line, b.data, b.ends = line, b.data[:0], b.ends[:0]
	}
	b.line = line
	err := d.rows.each(func(cells [][]byte) error {
		if cells == nil {
			return nil
		}
		b.add(cells)
		if line++; len(b.data) >= batchSize || len(b.ends) >= batchSize/8 {
			send()
		}
		return nil
	})
	send()
	close(full)
	workers.Wait()
	return err
}

// table takes a row of a table; its cells are not copied.
func (r *Record) table(cells [][]byte, line int) {
	r.buffer, r.cells, r.Line = r.buffer[:0], append(r.cells[:0], cells...), line
	r.read(true)
}

// InRange tests the score; without one a record is in no range, unless none is asked for.
func (r *Record) InRange(s *journeys.ScoreRange) bool { return s == nil || inRange(s, r) }
