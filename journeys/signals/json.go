package signals

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
)

// readJSON reads records from JSON in the forms in which systems export them: one object a line
// (NDJSON), an array of objects, the pages of an API with the envelope {count, next, previous,
// results}, and pages or arrays after each other. Objects in objects become columns with dots;
// the values of an array stand in one cell, with "; " between them. What is no object is a broken
// record; a fault inside a line of NDJSON breaks that line only.
//
// Columns are those of the first records (jsonAhead bytes). Of a longer file they are looked for up
// to its end before it is read (rows.widen): a field such as vertrouwelijk may be rare. A column
// that was not found then is told in a note, because nothing can be bound to it any more.
func readJSON(in input) (rows, error) {
	text, err := textOf(in.file)
	if err != nil {
		return rows{}, err
	}
	return newJSONRecords(text).rows()
}

// Records are records of JSON that come from no file.
type Records struct {
	Header []string
	// Next gives the cells of a record, none for what is no record, and io.EOF after the last.
	// Errors of the stream come back as they are.
	Next func() ([]string, error)
	// Late are the columns that a record had first when the header was complete, and the line of
	// that record. They were not read.
	Late func() (columns []string, line int)
	// Line is that of the stream on which the last record began, from 1.
	Line func() int
}

// JSONRecords reads records as readJSON does, with so many bytes ahead to know the columns.
func JSONRecords(stream io.Reader, ahead int) (Records, error) {
	p := newJSONRecords(stream)
	p.most = ahead
	r, err := p.rows()
	line := 0
	return Records{Header: r.header, Late: func() ([]string, int) { return p.late, p.lateAt }, Line: func() int { return line }, Next: func() ([]string, error) {
		rec, err := r.next()
		line = rec.line
		if rec.broken {
			return nil, err
		}
		return rec.cells, err
	}}, err
}

func newJSONRecords(text io.Reader) *jsonRecords {
	return &jsonRecords{scan: newJSONScanner(text), index: map[string]int{}, most: jsonAhead}
}

// rows reads ahead, to know the columns.
func (p *jsonRecords) rows() (rows, error) {
	var ahead []row
	size, whole := 0, false
	for size < p.most {
		r, err := p.next()
		if err == io.EOF {
			whole = true
			break
		}
		if err != nil {
			return rows{}, err
		}
		ahead = append(ahead, r)
		size += 64
		for _, c := range r.cells {
			size += len(c) + 16
		}
	}
	p.closed = true
	r := rows{header: p.header, notes: p.notes, next: func() (row, error) {
		if len(ahead) > 0 {
			r := ahead[0]
			ahead = ahead[1:]
			return r, nil
		}
		return p.next()
	}}
	if !whole {
		r.widen = p.widen
	}
	return r, nil
}

// widen reads the same file, opened once more, for its columns. What is wrong with the file is found
// when its records are read.
func (p *jsonRecords) widen(again input) []string {
	text, err := textOf(again.file)
	if err != nil {
		return p.header
	}
	all := &jsonRecords{scan: newJSONScanner(text), index: map[string]int{}}
	for err == nil {
		_, err = all.next()
	}
	for _, column := range all.header {
		if _, known := p.index[column]; !known {
			p.index[column] = len(p.header)
			p.header = append(p.header, column)
		}
	}
	return p.header
}

const (
	jsonAhead      = 8 << 20
	maxJSONColumns = 2000
)

// jsonRecords finds the records in a stream of JSON.
type jsonRecords struct {
	scan    *jsonScanner
	header  []string
	index   map[string]int // column → position
	most    int            // bytes that are read ahead
	closed  bool           // no column can be added any more
	late    []string       // columns that came too late
	lateAt  int
	inside  []byte // the arrays ('[') and envelopes ('{') around the records
	started bool   // an element of the innermost array has been read

	cells    []string
	path     []byte
	pending  []jsonMember // count, next and previous, until it is known whether this is a page
	counted  int          // what the envelopes say that there are
	inPages  int          // records found in envelopes
	anyPages bool
}

func (p *jsonRecords) notes() []fault {
	var all []fault
	if len(p.late) > 0 {
		all = append(all, fault{"late-kolommen", []any{strings.Join(p.late, ", "), p.lateAt}})
	}
	if p.anyPages && p.counted > p.inPages {
		all = append(all, fault{"export-onvolledig", []any{p.inPages, p.counted}})
	}
	return all
}

// next gives the next record.
func (p *jsonRecords) next() (row, error) {
	for {
		if len(p.inside) == 0 {
			c, err := p.scan.space()
			if err != nil {
				return row{}, err
			}
			if c == '[' {
				p.open('[')
				continue
			}
			r, found, err := p.record(c)
			var syntax fault
			if errors.As(err, &syntax) && syntax.code == errSyntax.code && len(p.inside) == 0 || err == io.ErrUnexpectedEOF && len(p.inside) == 0 {
				if err := p.scan.skipLine(); err != nil && err != io.EOF {
					return row{}, err
				}
				return row{line: r.line, broken: true}, nil
			}
			if err != nil || found {
				return r, p.placed(err)
			}
			continue
		}
		r, found, err := p.element()
		if err != nil || found {
			return r, p.placed(err)
		}
	}
}

// placed adds the line to a fault of syntax.
func (p *jsonRecords) placed(err error) error {
	var syntax fault
	if errors.As(err, &syntax) && syntax.code == errSyntax.code {
		return fault{errSyntax.code, []any{p.scan.line}}
	}
	return err
}

func (p *jsonRecords) open(kind byte) {
	if kind == '[' {
		p.scan.at++
	}
	p.inside = append(p.inside, kind)
	p.started = false
}

// element reads what comes next in the innermost array, or goes on after an array of results.
func (p *jsonRecords) element() (r row, found bool, err error) {
	c, err := p.scan.inside()
	if err != nil {
		return row{}, false, err
	}
	switch {
	case p.inside[len(p.inside)-1] == '{':
		p.inside = p.inside[:len(p.inside)-1]
		p.started = true
		return row{}, false, p.restOfEnvelope()
	case c == ']':
		p.scan.at++
		p.inside = p.inside[:len(p.inside)-1]
		p.started = true
		return row{}, false, nil
	case p.started && c != ',':
		return row{}, false, errSyntax
	case p.started:
		p.scan.at++
		if c, err = p.scan.inside(); err != nil {
			return row{}, false, err
		}
		if c == ']' {
			return row{}, false, errSyntax
		}
	}
	p.started = true
	if c == '[' {
		if len(p.inside) >= maxJSONDepth {
			return row{}, false, errSyntax
		}
		p.open('[')
		return row{}, false, nil
	}
	return p.record(c)
}

// record reads one value as a record. Found is false when it turned out to be an envelope, whose
// results come next.
func (p *jsonRecords) record(c byte) (r row, found bool, err error) {
	r.line = p.scan.line
	p.cells, p.pending = make([]string, len(p.header)), p.pending[:0]
	p.path, p.scan.overlong = p.path[:0], false
	if c != '{' {
		if err := p.value(c, 0, false); err != nil {
			return r, false, err
		}
		r.broken = true
		return r, true, nil
	}
	err = p.members(0, false, p.pageMember(p.mayBePage()))
	if err == errPage {
		p.anyPages = true
		for _, m := range p.pending {
			p.count(m.key, m.text)
		}
		p.inside = append(p.inside, '{')
		p.open('[')
		return r, false, nil
	}
	if err == nil {
		err = p.settle()
	}
	if err != nil {
		return r, false, err
	}
	if slices.Contains(p.inside, '{') {
		p.inPages++
	}
	r.cells, r.broken = p.cells, p.scan.overlong
	return r, true, nil
}

// errPage ends the reading of an object as a record: it is a page of them.
var errPage = errors.New("a page of results")

// mayBePage tells whether an object here may hold records: it does not stand in one that does.
func (p *jsonRecords) mayBePage() bool {
	return !slices.Contains(p.inside, '{') && len(p.inside) < maxJSONDepth-1
}

// jsonMember is a key with a plain value.
type jsonMember struct{ key, text string }

// pageMember looks at the keys of an object that may turn out to be a page: it does so by an
// array of results after nothing but count, next and previous.
func (p *jsonRecords) pageMember(page bool) func(key string, c byte) (bool, error) {
	return func(key string, c byte) (handled bool, err error) {
		switch {
		case !page:
			return false, nil
		case key == "results" && c == '[':
			return true, errPage
		case (key == "count" || key == "next" || key == "previous") && c != '[' && c != '{':
			p.path = append(p.path[:0], 0) // no column has such a name
			err := p.value(c, 1, false)
			p.pending, p.path = append(p.pending, jsonMember{key, string(p.scan.text)}), p.path[:0]
			return true, err
		}
		page = false
		return false, p.settle()
	}
}

// settle stores what was set aside for a page in an object that is none.
func (p *jsonRecords) settle() error {
	for _, m := range p.pending {
		p.path, p.scan.text = append(p.path[:0], m.key...), append(p.scan.text[:0], m.text...)
		if err := p.set(false); err != nil {
			return err
		}
	}
	p.pending, p.path = p.pending[:0], p.path[:0]
	return nil
}

// count notes how many records the API says that there are.
func (p *jsonRecords) count(key, text string) {
	if n, err := strconv.Atoi(text); key == "count" && err == nil && n > p.counted {
		p.counted = n
	}
}

// restOfEnvelope reads what follows the results of a page.
func (p *jsonRecords) restOfEnvelope() error {
	scan := p.scan
	p.cells = nil
	for {
		c, err := scan.inside()
		if err != nil {
			return err
		}
		scan.at++
		if c == '}' {
			return nil
		}
		if c != ',' {
			return errSyntax
		}
		if c, err = scan.inside(); err != nil {
			return err
		}
		key, c, err := p.key(c)
		if err != nil {
			return err
		}
		p.path = append(p.path[:0], 0)
		if err := p.value(c, 1, false); err != nil {
			return err
		}
		p.count(key, string(scan.text))
	}
}
