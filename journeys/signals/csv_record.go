package signals

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// maxRecord bounds one record of CSV, and one value of the other formats, in bytes. A longer record
// is broken, most likely by a quote that was never closed.
const maxRecord = 1 << 20

// scanner cuts bytes into records without copying them.
type scanner struct {
	data  []byte
	at    int // where the next record begins
	line  int // of at
	comma byte
	final bool // data ends where the file ends, so its last record is complete
	skip  bool // at lies in a line that is given up
	short bool // a record was given up only because data ends

	start    int  // line of the last record
	broken   bool // the last record was given up
	cells    []cell
	opened   int // where the last field begins that did not end
	unclosed int // no quote closes between there and here
	marked   bool
	marks    marks // of data, when marked
	end      int   // of marks.ends: none before it is in the next record
}

// cell is a piece of data, without the quotes around it.
type cell struct {
	from, to int
	quoted   bool
}

// feed gives the scanner a next piece of the file.
func (s *scanner) feed(p part) {
	s.data, s.at, s.final, s.opened, s.unclosed, s.short = p.data, 0, p.final, 0, 0, false
	s.end = 0
	s.marked = s.marks.mark(p.data, s.comma)
}

// next reads a record into cells. It is false when there is no whole record left: at the end of
// the file, or when data has to be continued from at.
func (s *scanner) next() bool {
	if s.skip && !s.skipLine() || s.at >= len(s.data) {
		return false
	}
	s.broken, s.start = false, s.line
	data, comma, ends := s.data, s.comma, s.marks.ends
	cells, i, line, end := s.cells[:0], s.at, s.line, s.end
	for s.marked && int(ends[end]) < i {
		end++
	}
	for {
		if s.marked {
			cells, i, end = s.run(cells, i, end)
		}
		c, whole := cell{from: i}, true
		switch {
		case i < len(data) && data[i] == '"':
			c, whole = s.quoted(i)
			i = c.to + 1
			if whole {
				line += s.lineEnds(c, end)
			}
			if s.marked {
				for end < len(ends) && int(ends[end]) <= i {
					end++ // that at i is this cell's
				}
			}
		case s.marked:
			i = int(ends[end])
			end++
			whole = i < len(data) || s.final
			c.to = i
		default:
			i = s.plain(i)
			whole = i < len(data) || s.final
			c.to = i
		}
		if !whole || i-s.at > maxRecord {
			return s.incomplete()
		}
		cells = append(cells, c)
		if i < len(data) && data[i] == comma {
			i++
			continue
		}
		s.cells = cells
		s.end = end
		if i >= len(data) {
			s.at, s.line = i, line
			return true
		}
		if data[i] == '\r' && i+1 == len(data) && !s.final {
			return false // a line feed may follow
		}
		s.line = line
		s.at = s.lineEnd(i)
		return true
	}
}

// run goes past the cells from i on that have no quotes around them and end in a separator.
func (s *scanner) run(cells []cell, i, end int) ([]cell, int, int) {
	data, comma, ends := s.data, s.comma, s.marks.ends
	for i < len(data) && data[i] != '"' {
		to := int(ends[end])
		if to >= len(data) || data[to] != comma {
			break
		}
		cells = append(cells, cell{from: i, to: to})
		end++
		i = to + 1
	}
	return cells, i, end
}

// incomplete gives the first line of a record up that does not end, or waits for more data.
func (s *scanner) incomplete() bool {
	if len(s.data)-s.at <= maxRecord {
		if !s.final {
			return false
		}
		s.short = true
	}
	s.cells, s.broken, s.skip = s.cells[:0], true, true
	s.skipLine()
	return true
}

// skipLine goes to the next line; false: data ends before it.
func (s *scanner) skipLine() bool {
	i := s.at
	for i < len(s.data) && s.data[i] != '\n' && s.data[i] != '\r' {
		i++
	}
	if s.at = i; !s.final && (i == len(s.data) || s.data[i] == '\r' && i+1 == len(s.data)) {
		return false
	}
	s.skip = false
	s.at = s.lineEnd(i)
	return true
}

// lineEnd goes past the line end at i.
func (s *scanner) lineEnd(i int) int {
	s.line++
	if i < len(s.data) && s.data[i] == '\r' {
		i++
	}
	if i < len(s.data) && s.data[i] == '\n' {
		i++
	}
	return i
}

// plain finds the end of a field without quotes: a separator, a line end or the end of data. It
// looks at eight bytes at once: the highest bit of a byte of found is set when that byte is the
// separator or below 14, exactly so for the first such byte.
func (s *scanner) plain(i int) int {
	data, commas := s.data, ones*uint64(s.comma)
	for i+8 <= len(data) {
		x := binary.LittleEndian.Uint64(data[i:])
		y := x ^ commas
		found := ((y-ones)&^y | (x-ones*('\r'+1))&^x) & highs
		if found == 0 {
			i += 8
			continue
		}
		i += bits.TrailingZeros64(found) / 8
		if c := data[i]; c == s.comma || c == '\n' || c == '\r' {
			return i
		}
		i++
	}
	for i < len(data) && data[i] != s.comma && data[i] != '\n' && data[i] != '\r' {
		i++
	}
	return i
}

// quoted reads a field in quotes that begins at i; whole is false when data ends before it does.
// A quote inside that is neither doubled nor followed by a separator is taken as it stands: some
// exports forget to double them.
func (s *scanner) quoted(i int) (c cell, whole bool) {
	c = cell{from: i + 1, to: len(s.data), quoted: true}
	end := min(len(s.data), c.from+maxRecord)
	for i = c.from; ; {
		// Quotes at the very begin pair up in another way than they did for that field, and before it
		// nothing is known.
		if i >= s.opened && i < min(s.unclosed, end) && s.data[i] != '"' {
			i = s.unclosed
		}
		if i = s.nextQuote(i, end); i >= end {
			s.opened, s.unclosed = c.from, i
			return c, false
		}
		switch {
		case i+1 == len(s.data):
			c.to = i
			return c, s.final
		case s.data[i+1] == '"':
			i += 2
		case s.data[i+1] == s.comma || s.data[i+1] == '\n' || s.data[i+1] == '\r':
			c.to = i
			return c, true
		default:
			i++
		}
	}
}

// nextQuote is the first quote from one place up to another; the farthest of the two when there is none.
func (s *scanner) nextQuote(from, to int) int {
	if from >= to {
		return from
	}
	if s.marked {
		return nextQuote(s.marks.blocks, from, to)
	}
	if n := bytes.IndexByte(s.data[from:to], '"'); n >= 0 {
		return from + n
	}
	return to
}

// lineEnds counts LF, CR and CRLF in a cell; end is the first of marks.ends that may be in it.
func (s *scanner) lineEnds(c cell, end int) (n int) {
	i := s.nextEnd(c.from, end)
	for ; i < c.to; i = s.nextEnd(i+1, end) {
		if s.data[i] == '\n' || s.data[i] == '\r' && (i+1 == c.to || s.data[i+1] != '\n') {
			n++
		}
		end++
	}
	return n
}

// nextEnd is the first separator or line end from i on, that may be the one called end in marks.ends.
func (s *scanner) nextEnd(i, end int) int {
	if s.marked {
		return int(s.marks.ends[end])
	}
	return s.plain(i)
}

// value gives a cell as UTF-8, line ends as LF and doubled quotes as one. It is a piece of data
// where that is possible; otherwise it is put behind b, which is given back grown.
func (s *scanner) value(c cell, b []byte) (value, grown []byte) {
	text := s.data[c.from:c.to:c.to]
	high := !s.marked || isHigh(s.marks.blocks, c.from, c.to)
	if !c.quoted && !high {
		return text, b
	}
	begin := len(b)
	if c.quoted && s.nextQuote(c.from, c.to) < c.to {
		b = appendSingled(b, text)
		text = b[begin:]
	}
	if c.quoted && bytes.IndexByte(text, '\r') >= 0 {
		begin = len(b)
		b = appendLines(b, text)
		text = b[begin:]
	}
	if high && !isUTF8(text) {
		begin = len(b)
		b = appendDecoded(b, text)
		text = b[begin:]
	}
	return text[:len(text):len(text)], b
}

// appendSingled appends a text with each pair of quotes as one.
func appendSingled(b, text []byte) []byte {
	for {
		i := bytes.IndexByte(text, '"') + 1
		if i == 0 {
			return append(b, text...)
		}
		b = append(b, text[:i]...)
		if i < len(text) && text[i] == '"' {
			i++
		}
		text = text[i:]
	}
}

// appendLines appends a text with LF for each CR and CRLF.
func appendLines(b, text []byte) []byte {
	for {
		i := bytes.IndexByte(text, '\r')
		if i < 0 {
			return append(b, text...)
		}
		b = append(append(b, text[:i]...), '\n')
		if i++; i < len(text) && text[i] == '\n' {
			i++
		}
		text = text[i:]
	}
}

// isUTF8 is utf8.Valid, faster for a text with few letters outside ASCII.
func isUTF8(text []byte) bool {
	for i := 0; i < len(text); {
		if i+8 <= len(text) {
			if x := binary.LittleEndian.Uint64(text[i:]) & highs; x == 0 {
				i += 8
				continue
			} else {
				i += bits.TrailingZeros64(x) / 8
			}
		} else if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 {
			return false
		}
		i += n
	}
	return true
}

// texts copies the cells of the last record.
func (s *scanner) texts() []string {
	if s.broken {
		return nil
	}
	cells := make([]string, len(s.cells))
	for i, c := range s.cells {
		text, _ := s.value(c, nil)
		cells[i] = string(text)
	}
	return cells
}

// isShifted reports whether the last record holds something beyond the columns of the header.
func (s *scanner) isShifted(columns int) bool {
	return len(s.cells) > columns && !s.isBlank(columns)
}

// isBlank reports whether the last record holds nothing but white space from some column on.
func (s *scanner) isBlank(column int) bool {
	for _, c := range s.cells[column:] {
		text := s.data[c.from:c.to]
		if len(text) > 0 && text[0] > ' ' && text[0] < utf8.RuneSelf {
			return false
		}
		if text, _ := s.value(c, nil); len(bytes.TrimSpace(text)) > 0 {
			return false
		}
	}
	return true
}
