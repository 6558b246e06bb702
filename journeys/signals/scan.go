package signals

import (
	"bytes"
	"io"
	"slices"
	"unicode/utf8"

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
// called once, instead of Each, and what it met on the way is in Found as well.
func (d *Data) Fold(begin func() Part, merge func(p Part, before int)) {
	if d.files == nil {
		p, r := begin(), Record{fields: d.fields()}
		for i, t := range d.list {
			r.strings(typedRow(t, i+1))
			p.Visit(&r)
		}
		merge(p, 0)
		return
	}
	d.eachFile(func() error { return d.fold(begin, merge) }, func(bool) {})
}

// fold reads the open file.
func (d *Data) fold(begin func() Part, merge func(p Part, before int)) error {
	if d.rows.parts != nil {
		return d.rows.parts.fold(d.fields(), &d.files.remarks, begin, merge)
	}
	if d.rows.each != nil && d.FieldAt("id") < 0 { // ids are compared in the order of the records
		return d.foldTable(begin, merge)
	}
	return d.foldRows(begin(), merge)
}

// rowsPerPart is how many records of a format that gives one after the other are merged at once.
const rowsPerPart = 4096

// foldRows reads such a format.
func (d *Data) foldRows(p Part, merge func(p Part, before int)) error {
	r := Record{fields: d.fields()}
	for n := 1; ; n++ {
		next, err := d.rows.next()
		if err != nil {
			merge(p, 0)
			if err == io.EOF {
				err = nil
			}
			return err
		}
		if next.rest {
			if d.files.rested != nil {
				merge(p, 0)
				p.Reset()
				d.files.rested()
			}
			continue
		}
		d.noteLong(next)
		r.strings(next)
		if !r.Readable {
			d.files.bad.add(r.Line, next.record, r.fault, r.blamed)
		} else if d.files.isTwice(r.idSum()) {
			continue
		}
		p.Visit(&r)
		if n%rowsPerPart == 0 {
			merge(p, 0)
			p.Reset()
			d.files.watch.add(rowsPerPart)
		}
	}
}

func (d *Data) noteLong(r row) {
	if columns := len(d.rows.header); len(r.cells) > columns && !blank(r.cells[columns:]) {
		d.files.long.add(r.line, r.record, noColumn, nil)
	}
}

// lineNotes counts rows and keeps the lines of the first ones, with the column that is to blame.
type lineNotes struct {
	n       int
	lines   []int
	columns []int    // of each line; noColumn: the row as a whole
	records []int    // of each line: which record it is, from 0, blank lines too; 0 where lines are not those of a text
	shapes  []string // of each line: what the blamed value looks like; see shapeOf
}

const noColumn = -1

const maxNotedLines = 20

// add notes a line; value is that of the column.
func (l *lineNotes) add(line, record, column int, value func() []byte) {
	if l.n++; len(l.lines) < maxNotedLines {
		l.lines = append(l.lines, line)
		l.columns = append(l.columns, column)
		l.records = append(l.records, record)
		shape := ""
		if column != noColumn && value != nil {
			shape = shapeOf(value())
		}
		l.shapes = append(l.shapes, shape)
	}
}

func (l *lineNotes) clear() {
	l.n, l.lines, l.columns, l.records, l.shapes = 0, l.lines[:0], l.columns[:0], l.records[:0], l.shapes[:0]
}

func (l *lineNotes) merge(part lineNotes, before, records int) {
	l.n += part.n
	for i, line := range part.lines[:min(len(part.lines), maxNotedLines-len(l.lines))] {
		l.lines = append(l.lines, before+line)
		l.columns = append(l.columns, part.columns[i])
		l.records = append(l.records, records+part.records[i])
		l.shapes = append(l.shapes, part.shapes[i])
	}
}

// fields are the columns of a file that hold the fields of a signal; -1: none.
type fields struct {
	width                                                 int // of the header
	time, channel, topic, text, nature, secret, score, id int
	asked                                                 []int  // by number of Data.asked
	kind                                                  []byte // folded
	typed                                                 bool   // from a list in the journey
}

// fields of the open file; they may stand elsewhere in the next one of the same source.
func (d *Data) fields() *fields {
	column := func(field string) int {
		if d.files == nil {
			return slices.Index(journeys.Fields(), field)
		}
		if i, ok := d.binding.column[field]; ok {
			return i
		}
		return -1
	}
	f := &fields{
		width: len(d.rows.header), kind: []byte(journeys.FoldSpace(d.kind)), typed: d.files == nil,
		time: column("tijdstip"), channel: column("kanaal"), topic: column("onderwerp"), text: column("tekst"),
		nature: column("aard"), secret: column("vertrouwelijk"), score: column("cijfer"), id: column("id"),
	}
	for _, name := range d.asked {
		if d.files == nil {
			f.asked = append(f.asked, column(name))
		} else {
			f.asked = append(f.asked, d.binding.at(name))
		}
	}
	return f
}

// Column gives a field or column, by name, a number for Record.Cell; -1 when the source (in its
// first file) has none. It has to be asked before Fold.
func (d *Data) Column(name string) int {
	if !d.Has(name) {
		return -1
	}
	if i := slices.Index(d.asked, name); i >= 0 {
		return i
	}
	d.asked = append(d.asked, name)
	return len(d.asked) - 1
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

	fault                        int // the column that makes it unreadable; noColumn: the row as a whole
	fields                       *fields
	csv                          *scanner // gives the cells, or else
	cells                        [][]byte // of a format that gives strings
	buffer                       []byte   // holds decoded and folded values
	channel, nature, topic, text lazy
	channelMark                  uint32
	channels, natures            foldCache
}

// lazy is a value that is made when it is asked for.
type lazy struct {
	value []byte
	known bool
}

// scan takes the last record of a scanner.
func (r *Record) scan(s *scanner) {
	r.csv, r.Line = s, s.start
	r.read(!s.broken && !s.isShifted(r.fields.width))
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
	r.Readable, r.Dated, r.Score, r.Scored, r.Secret = whole, false, 0, false, false
	r.channel, r.nature, r.topic, r.text = lazy{}, lazy{}, lazy{}, lazy{}
	r.fault = noColumn
	if !whole {
		return
	}
	if r.fields.time >= 0 {
		if r.Day, r.Dated = fixedDay(r.written(r.fields.time)); !r.Dated {
			moment := r.cell(r.fields.time)
			r.Day, r.Dated = ParseDay(moment)
			if r.Readable = r.Dated || r.fields.typed && len(moment) == 0; !r.Readable {
				r.fault = r.fields.time
			}
		}
	}
	if score := r.cell(r.fields.score); len(score) > 0 {
		if r.Score, r.Scored = ParseNumber(score); !r.Scored && r.Readable {
			r.Readable, r.fault = false, r.fields.score
		}
	}
	if secret := r.cell(r.fields.secret); len(secret) > 0 {
		r.Secret = isYes(string(secret))
	}
}

// written is a column of a CSV file as it stands there, within its quotes; nil of other formats.
func (r *Record) written(column int) []byte {
	if r.csv == nil || column < 0 || column >= len(r.csv.cells) {
		return nil
	}
	c := r.csv.cells[column]
	return r.csv.data[c.from:c.to]
}

// Cell is the text of a column as Data.Column numbers it, without white space around it; empty
// when absent.
func (r *Record) Cell(column int) []byte {
	if column < 0 {
		return nil
	}
	return r.cell(r.fields.asked[column])
}

// Yes tells whether a column, as Data.Column numbers it, says ja.
func (r *Record) Yes(column int) bool { return isYes(string(r.Cell(column))) }

// blamed is the value that makes the record unreadable.
func (r *Record) blamed() []byte { return r.cell(r.fault) }

// idSum is that of the record's id.
func (r *Record) idSum() uint64 { return idSum(r.cell(r.fields.id)) }

// cell is the text of a column of the file.
func (r *Record) cell(column int) []byte {
	switch {
	case column < 0:
		return nil
	case r.csv == nil && column < len(r.cells):
		return trimmed(r.cells[column])
	case r.csv != nil && column < len(r.csv.cells):
		if c := r.csv.cells[column]; c.from == c.to {
			return nil
		}
		var value []byte
		value, r.buffer = r.csv.value(r.csv.cells[column], r.buffer)
		return trimmed(value)
	}
	return nil
}

// trimmed is bytes.TrimSpace, faster where there is nothing to trim.
func trimmed(text []byte) []byte {
	if n := len(text); n == 0 || text[0]-'!' < utf8.RuneSelf-'!' && text[n-1]-'!' < utf8.RuneSelf-'!' {
		return text
	}
	return bytes.TrimSpace(text)
}

// Channel is the channel, folded; the soort of the source when the record names none.
func (r *Record) Channel() []byte {
	if !r.channel.known {
		r.readChannel()
	}
	return r.channel.value
}

func (r *Record) readChannel() {
	entry := r.folded(r.fields.channel, &r.channels)
	if r.channel, r.channelMark = (lazy{entry.folded, true}), entry.mark; len(r.channel.value) == 0 {
		r.channel.value = r.fields.kind
	}
}

// ChannelMark is a number that stands for the channel: as long as a Record goes from one record to the next,
// those with the same number have the same channel.
func (r *Record) ChannelMark() uint32 {
	if !r.channel.known {
		r.readChannel()
	}
	return r.channelMark
}

// Topic is the topic as written.
func (r *Record) Topic() []byte {
	if !r.topic.known {
		r.topic = lazy{r.cell(r.fields.topic), true}
	}
	return r.topic.value
}

func (r *Record) natureFolded() []byte {
	if !r.nature.known {
		r.nature = lazy{r.folded(r.fields.nature, &r.natures).folded, true}
	}
	return r.nature.value
}

func (r *Record) textCell() []byte {
	if !r.text.known {
		r.text = lazy{r.cell(r.fields.text), true}
	}
	return r.text.value
}

// writtenText is the text as it stands in a CSV file, quotes doubled and with any line ends, and where that
// is; ok is false where that is not known. The bytes behind it may be read.
func (r *Record) writtenText() (text []byte, c cell, ok bool) {
	if r.csv == nil || !r.csv.marked || r.fields.text < 0 || r.fields.text >= len(r.csv.cells) {
		return nil, c, false
	}
	c = r.csv.cells[r.fields.text]
	return r.csv.data[c.from:c.to], c, true
}

// folded is the text of a column of the file, folded.
func (r *Record) folded(column int, known *foldCache) *foldEntry {
	if r.csv == nil || column < 0 || column >= len(r.csv.cells) || r.csv.cells[column].quoted {
		value := r.cell(column)
		entry := known.entry(value)
		if !bytes.Equal(entry.written, value) {
			known.fold(entry, value, value)
		}
		return entry
	}
	c := r.csv.cells[column]
	written := r.csv.data[c.from:c.to]
	entry := known.entry(written)
	if !bytes.Equal(entry.written, written) {
		known.fold(entry, written, r.cell(column))
	}
	return entry
}

// foldCache folds the values of a column that has few different ones, and remembers some. What it gives
// holds until the next call.
type foldCache struct {
	entries [64]foldEntry
	folds   uint32 // so far
}

type foldEntry struct {
	written, folded []byte
	mark            uint32 // which fold it was; 0: none, of an empty text
}

// entry is where a value is, if it is there.
func (c *foldCache) entry(written []byte) *foldEntry {
	n := len(written)
	if n == 0 {
		return &c.entries[0]
	}
	return &c.entries[(n+3*int(written[0])+5*int(written[n-1]))%len(c.entries)]
}

// fold remembers a value as it was written and folded.
func (c *foldCache) fold(e *foldEntry, written, value []byte) {
	c.folds++
	e.mark = c.folds
	e.written = append(e.written[:0], written...)
	e.folded = journeys.AppendFoldSpace(e.folded[:0], value)
}
