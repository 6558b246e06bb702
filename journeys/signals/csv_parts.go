package signals

import (
	"bytes"
	"io"
	"runtime"
	"slices"
	"sync"
)

// partSize is how many bytes of a file are one piece of work. Results do not depend on it.
const partSize = 256 << 10

// part is a run of bytes of a file that most likely begins and ends with a record.
type part struct {
	data   []byte
	number int // from 0
	final  bool
}

// parts cuts a stream into parts; any number of workers may ask for one.
type parts struct {
	file *csvFile
	size int

	mu     sync.Mutex
	number int
	rest   []byte // read, behind the last cut
	ended  bool
	err    error // why the stream ended early
}

func newParts(f *csvFile, size int) *parts { return &parts{file: f, size: size} }

// next gives the next part, behind the bytes that buffer holds and in its memory where that is
// enough; false: there is none, or the file cannot be read any further.
func (p *parts) next(buffer []byte) (part, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ended {
		return part{}, false
	}
	begin := len(buffer)
	data := slices.Grow(append(buffer, p.rest...), p.size)
	p.rest = p.rest[:0]
	for wanted := len(data) + p.size; len(data) < wanted && !p.ended; {
		n, err := p.file.rest.Read(data[len(data):wanted])
		data = data[:len(data)+n]
		if err != nil {
			p.ended = true
			if err != io.EOF {
				p.err = err
			}
		}
	}
	if !p.ended {
		cut := begin + p.cut(data[begin:])
		p.rest = append(p.rest, data[cut:]...)
		data = data[:cut]
	}
	p.number++
	return part{data: data, number: p.number - 1, final: p.ended && p.err == nil}, true
}

// cut finds the place behind the last record of data, as well as that can be told without
// knowing whether data begins within quotes: where a line ends that has as many cells as the
// header. A wrong guess costs time, nothing else.
func (p *parts) cut(data []byte) int {
	last := lastLine(data)
	for end, tries := last, 0; end > 0 && tries < 100; tries++ {
		begin := lastLine(data[:end-1])
		s := scanner{data: data[begin:end], comma: p.file.comma}
		if s.next() && !s.broken && s.at == end-begin && len(s.cells) == len(p.file.header) {
			return end
		}
		end = begin
	}
	if last == 0 {
		return len(data)
	}
	return last
}

// lastLine is the begin of the last line of data, 0 when there is one line only.
func lastLine(data []byte) int {
	if i := bytes.LastIndexByte(data, '\n'); i >= 0 {
		return i + 1
	}
	return bytes.LastIndexByte(data[:max(0, len(data)-1)], '\r') + 1
}

// relay passes from part to part, in order, what the next one has to know of the ones before.
type relay struct {
	mu      sync.Mutex
	passed  sync.Cond
	number  int    // of the part whose turn it is
	line    int    // on which that part begins
	records int    // before it
	carry   []byte // the begin of a record that the part before did not end
	skip    bool   // that part ended in a line that is given up
	short   bool   // a record was given up because the file ended
}

// wait returns when all parts before have been merged.
func (r *relay) wait(number int) {
	r.mu.Lock()
	for r.number != number {
		r.passed.Wait()
	}
	r.mu.Unlock()
}

// pass gives the turn to the next part.
func (r *relay) pass(s *scanner, records int) {
	r.mu.Lock()
	r.line += s.line
	r.records += records
	r.carry = append(r.carry[:0], s.data[s.at:]...)
	r.skip = s.skip
	r.short = r.short || s.short
	r.mu.Unlock()
	r.next()
}

// next gives the turn to the next part when that has to know nothing.
func (r *relay) next() {
	r.mu.Lock()
	r.number++
	r.mu.Unlock()
	r.passed.Broadcast()
}

// fold reads all parts on all cores and merges them in order. Each worker reads its part as if
// it began with a record; when its turn comes and that proves wrong, it reads it again. So it does
// when an id proves to have been there before.
func (p *parts) fold(fields *fields, seen *remarks, begin func() Part, merge func(p Part, before int)) error {
	r := &relay{line: p.file.line, records: p.file.records}
	r.passed.L = &r.mu
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) + 2 { // one may be waiting for the disk, one for its turn
		workers.Go(func() {
			w := worker{out: begin(), record: Record{fields: fields}, scan: scanner{comma: p.file.comma}}
			var buffer []byte
			for {
				piece, ok := p.next(buffer[:0])
				if !ok {
					return
				}
				w.read(piece, false, nil)
				r.wait(piece.number)
				if len(r.carry) > 0 || r.skip {
					piece.data = slices.Insert(piece.data, 0, r.carry...)
					w.read(piece, r.skip, nil)
				}
				if twice := w.twice(seen); len(twice) > 0 {
					w.read(piece, r.skip, twice)
				}
				buffer = piece.data
				merge(w.out, r.line)
				seen.long.merge(w.long, r.line, r.records)
				seen.bad.merge(w.bad, r.line, r.records)
				seen.watch.add(w.rows)
				r.pass(&w.scan, w.records)
			}
		})
	}
	workers.Wait()
	p.file.line, p.file.records, p.file.short = r.line, r.records, r.short
	return p.err
}

// worker reads parts into one Part.
type worker struct {
	out       Part
	scan      scanner
	record    Record
	long, bad lineNotes
	ids       []uint64 // of each record, when records have one
	rows      int
	records   int // with blank lines
}

// twice gives the places in ids of those that were there before.
func (w *worker) twice(seen *remarks) (places []int) {
	for i, sum := range w.ids {
		if seen.isTwice(sum) {
			places = append(places, i)
		}
	}
	return places
}

// read visits the records of a part, which may begin in a line that is given up, but for those at
// some places in ids; lines are counted from 0.
func (w *worker) read(p part, skip bool, without []int) {
	w.out.Reset()
	w.long.clear()
	w.bad.clear()
	w.ids, w.rows, w.records = w.ids[:0], 0, 0
	s := &w.scan
	s.feed(p)
	s.line, s.skip = 0, skip
	columns := w.record.fields.width
	for ; s.next(); w.records++ {
		if !s.broken && s.isBlank(0) {
			continue
		}
		if s.isShifted(columns) {
			w.long.add(s.start, w.records, noColumn, nil)
		}
		w.rows++
		w.record.scan(s)
		if !w.record.Readable {
			w.bad.add(s.start, w.records, w.record.fault, w.record.blamed)
		}
		if w.record.fields.id >= 0 {
			sum := uint64(0)
			if w.record.Readable {
				sum = w.record.idSum()
			}
			w.ids = append(w.ids, sum)
			if len(without) > 0 && without[0] == len(w.ids)-1 {
				without = without[1:]
				continue
			}
		}
		w.out.Visit(&w.record)
	}
}
