package signals

import (
	"bytes"
	"io"
	"slices"

	"klantreis/journeys"
)

// Part gathers what a run of consecutive records says.
type Part interface {
	// Visit adds a record, which holds its values during the call only.
	Visit(r *Record)
	// Reset empties the part for other records.
	Reset()
}

// Fold reads all records of the source, on all cores where its format allows. Each worker has a
// Part of its own, made by begin and reset after use; merge takes each filled part, one at a time
// and in the order of the records, with the number to add to the Line of its records. Fold can be
// called once, instead of Each, and fails as Each does.
func (d *Data) Fold(begin func() Part, merge func(p Part, before int)) error {
	f := d.fields()
	switch {
	case d.rows.parts != nil:
		defer d.close()
		long, err := d.rows.parts.fold(f, begin, merge)
		d.long = long
		return err
	case d.rows.next == nil:
		p, r := begin(), Record{fields: f}
		for i, t := range d.list {
			r.strings(typedRow(t, i+1))
			p.Visit(&r)
		}
		merge(p, 0)
		return nil
	}
	defer d.close()
	return d.foldRows(f, begin(), merge)
}

// foldRows reads a format that gives one row after the other.
func (d *Data) foldRows(f *fields, p Part, merge func(p Part, before int)) error {
	const rowsPerPart = 4096
	r := Record{fields: f}
	for n := 1; ; n++ {
		next, err := d.rows.next()
		if err != nil {
			merge(p, 0)
			if err == io.EOF {
				err = nil
			}
			return err
		}
		d.noteLong(next)
		r.strings(next)
		p.Visit(&r)
		if n%rowsPerPart == 0 {
			merge(p, 0)
			p.Reset()
		}
	}
}

func (d *Data) noteLong(r row) {
	if columns := len(d.rows.header); len(r.cells) > columns && !blank(r.cells[columns:]) {
		d.long.add(r.line)
	}
}

// longRows counts the rows that have more cells than the header, and keeps the first lines.
type longRows struct {
	n     int
	lines []int
}

const maxLongLines = 20

func (l *longRows) add(line int) {
	if l.n++; len(l.lines) < maxLongLines {
		l.lines = append(l.lines, line)
	}
}

func (l *longRows) clear() { l.n, l.lines = 0, l.lines[:0] }

func (l *longRows) merge(part longRows, before int) {
	l.n += part.n
	for _, line := range part.lines[:min(len(part.lines), maxLongLines-len(l.lines))] {
		l.lines = append(l.lines, before+line)
	}
}

// fields are the columns of a source that hold the fields of a signal; -1: none.
type fields struct {
	header                                            []string
	time, channel, topic, text, nature, secret, score int
	kind                                              []byte // folded
	typed                                             bool   // from a list in the journey
}

func (d *Data) fields() *fields {
	column := func(field string) int {
		if d.rows.next == nil {
			return slices.Index(journeys.Fields(), field)
		}
		if i, ok := d.binding.column[field]; ok {
			return i
		}
		return -1
	}
	return &fields{
		header: d.Columns(), kind: []byte(journeys.FoldSpace(d.kind)), typed: d.rows.next == nil,
		time: column("tijdstip"), channel: column("kanaal"), topic: column("onderwerp"), text: column("tekst"),
		nature: column("aard"), secret: column("vertrouwelijk"), score: column("cijfer"),
	}
}

// Column finds a field or column by name, for Record.Cell; -1 when there is none.
func (d *Data) Column(name string) int {
	if d.rows.next == nil {
		return slices.Index(journeys.Fields(), name)
	}
	if i, ok := d.binding.column[name]; ok {
		return i
	}
	if i, ok := d.binding.header[journeys.FoldSpace(name)]; ok {
		return i
	}
	return -1
}

// typedRow lays a signal from the journey itself out in the order of journeys.Fields.
func typedRow(t journeys.TypedSignal, position int) row {
	r := row{line: position, cells: make([]string, len(journeys.Fields()))}
	for _, f := range t.Fields {
		if i := slices.Index(journeys.Fields(), f.Field); i >= 0 {
			r.cells[i] = f.Value
		}
	}
	return r
}

// Record is one record while it is visited: a Signal that costs no memory. It may hold personal
// data: it never leaves the process.
type Record struct {
	Line     int  // see Fold
	Readable bool // its tijdstip and cijfer could be read; otherwise only Line counts
	Dated    bool
	Day      int // local day, since 1 January 1970; when Dated
	Score    float64
	Scored   bool
	Secret   bool // vertrouwelijk

	fields                       *fields
	csv                          *scanner // gives the cells, or else
	cells                        [][]byte // of a format that gives strings
	buffer                       []byte   // holds decoded and folded values
	channel, nature, topic, text lazy
}

// lazy is a value that is made when it is asked for.
type lazy struct {
	value []byte
	known bool
}

// scan takes the last record of a scanner.
func (r *Record) scan(s *scanner) {
	r.csv, r.Line = s, s.start
	r.read(!s.broken)
}

// strings takes a row of another format.
func (r *Record) strings(next row) {
	r.buffer, r.cells = r.buffer[:0], r.cells[:0]
	for _, c := range next.cells {
		r.buffer = append(r.buffer, c...)
	}
	from := 0
	for _, c := range next.cells {
		r.cells = append(r.cells, r.buffer[from:from+len(c):from+len(c)])
		from += len(c)
	}
	r.Line = next.line
	r.read(!next.broken)
}

// read fills what every record is tested for.
func (r *Record) read(whole bool) {
	if r.csv != nil {
		r.buffer = r.buffer[:0]
	}
	r.Readable, r.Dated, r.Scored, r.Secret = whole, false, false, false
	r.channel, r.nature, r.topic, r.text = lazy{}, lazy{}, lazy{}, lazy{}
	if !whole {
		return
	}
	if r.fields.time >= 0 {
		moment := r.Cell(r.fields.time)
		r.Day, r.Dated = ParseDay(moment)
		r.Readable = r.Dated || r.fields.typed && len(moment) == 0
	}
	if score := r.Cell(r.fields.score); len(score) > 0 {
		r.Score, r.Scored = ParseNumber(score)
		r.Readable = r.Readable && r.Scored
	}
	if secret := r.Cell(r.fields.secret); len(secret) > 0 {
		r.Secret = isYes(string(secret))
	}
}

// Cell is the text of a column, without white space around it; empty when absent.
func (r *Record) Cell(column int) []byte {
	switch {
	case column < 0:
		return nil
	case r.csv == nil && column < len(r.cells):
		return bytes.TrimSpace(r.cells[column])
	case r.csv != nil && column < len(r.csv.cells):
		var value []byte
		value, r.buffer = r.csv.value(r.csv.cells[column], r.buffer)
		return bytes.TrimSpace(value)
	}
	return nil
}

// Channel is the channel, folded; the soort of the source when the record names none.
func (r *Record) Channel() []byte {
	if !r.channel.known {
		if r.channel = r.folded(r.fields.channel); len(r.channel.value) == 0 {
			r.channel.value = r.fields.kind
		}
	}
	return r.channel.value
}

// Topic is the topic as written.
func (r *Record) Topic() []byte {
	if !r.topic.known {
		r.topic = lazy{r.Cell(r.fields.topic), true}
	}
	return r.topic.value
}

func (r *Record) natureFolded() []byte {
	if !r.nature.known {
		r.nature = r.folded(r.fields.nature)
	}
	return r.nature.value
}

func (r *Record) textCell() []byte {
	if !r.text.known {
		r.text = lazy{r.Cell(r.fields.text), true}
	}
	return r.text.value
}

func (r *Record) folded(column int) lazy {
	value := r.Cell(column)
	from := len(r.buffer)
	r.buffer = journeys.AppendFoldSpace(r.buffer, value)
	return lazy{r.buffer[from:len(r.buffer):len(r.buffer)], true}
}
