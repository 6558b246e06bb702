package signals

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// readCSV reads a CSV file in any of the forms that Excel and the usual exports write: UTF-8
// with or without byte-order mark, UTF-16 with one, Windows-1252; separated by ; , tab or |;
// quoted fields with doubled quotes and line ends inside; CRLF, LF or CR; a first line
// "sep=;"; blank lines and a title above the header. A quote that is never closed breaks its own record only, not the rest of the file.
func readCSV(in input) (rows, error) {
	f, err := openCSV(in.file)
	if err != nil {
		return rows{}, err
	}
	return f.rows(partSize), nil
}

// csvFile is a CSV file of which the header has been read.
type csvFile struct {
	header  []string
	comma   byte
	line    int       // on which rest begins
	top     int       // the row of the header in a spreadsheet, from 1
	records int       // read of rest, with blank lines
	rest    io.Reader // the records, in UTF-8 or Windows-1252
	first   int64     // byte of the file at which the records begin; -1: of a file in UTF-16
	short   bool      // a record was given up because the file ended
}

func openCSV(file io.Reader) (*csvFile, error) {
	under := file
	in := bufio.NewReaderSize(under, maxRecord)
	begin, err := in.Peek(1024)
	mark := int64(0) // bytes of a byte-order mark
	if err != nil && err != io.EOF {
		return nil, err
	}
	switch {
	case isBinary(begin):
		return nil, binaryFault(begin)
	case bytes.HasPrefix(begin, []byte{0xEF, 0xBB, 0xBF}):
		mark = 3
		in.Discard(3)
	case bytes.HasPrefix(begin, []byte{0xFF, 0xFE}), bytes.HasPrefix(begin, []byte{0xFE, 0xFF}):
		decoder := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
		mark = -1
		under = transform.NewReader(in, decoder)
		in = bufio.NewReaderSize(under, maxRecord)
	}
	begin, err = in.Peek(maxRecord)
	if err != nil && err != io.EOF {
		return nil, err
	}
	s := scanner{data: begin, final: err == io.EOF, line: 1}
	s.detectComma()
	f := &csvFile{comma: s.comma}
	above := 0
	if bytes.EqualFold(begin[:min(4, len(begin))], []byte("sep=")) {
		above = 1 // that line is no row of a spreadsheet
	}
	for s.next() {
		if cells := s.texts(); !blank(cells) {
			f.header, f.top = cells, s.start-above
			break
		}
	}
	for i, h := range f.header {
		f.header[i] = strings.TrimSpace(h)
	}
	if other := otherComma(begin[s.at:], s.comma, len(f.header)); other != 0 {
		return nil, fault{code: "ander-scheidingsteken", args: []any{signOf(s.comma), signOf(other)}}
	}
	f.line = s.line
	if f.first = -1; mark >= 0 {
		f.first = mark + int64(s.at)
	}
	in.Discard(s.at)
	f.rest = &drained{in, under}
	return f, nil
}

// drained gives what a buffer still holds, and then what it was filled from without it.
type drained struct {
	buffer *bufio.Reader
	under  io.Reader
}

func (d *drained) Read(b []byte) (int, error) {
	if held := d.buffer.Buffered(); held > 0 {
		return d.buffer.Read(b[:min(len(b), held)])
	}
	return d.under.Read(b)
}

// rows gives the records one by one, or all at once in parts of about size bytes; only one of
// the two can be used.
func (f *csvFile) rows(size int) rows {
	s := scanner{comma: f.comma, line: f.line}
	parts := newParts(f, size)
	var buffer []byte
	next := func() (row, error) {
		for {
			for s.next() {
				r := row{line: s.start, record: f.records, broken: s.broken || s.isShifted(len(f.header)), cells: s.texts()}
				f.records++
				if r.broken || !blank(r.cells) {
					return r, nil
				}
			}
			if s.final {
				return row{}, io.EOF
			}
			buffer = append(buffer[:0], s.data[s.at:]...)
			var p part
			var ok bool
			if p, ok = parts.next(buffer); !ok {
				return row{}, parts.err
			}
			buffer = p.data
			s.feed(p)
		}
	}
	return rows{header: f.header, next: next, parts: parts}
}

func blank(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// appendDecoded appends the text of a cell as UTF-8. What is not UTF-8 is taken for Windows-1252,
// line by line of each cell, so that a file in which both are mixed is read right as well.
func appendDecoded(b, text []byte) []byte {
	for len(text) > 0 {
		line := text
		if i := bytes.IndexByte(text, '\n'); i >= 0 {
			line = text[:i+1]
		}
		text = text[len(line):]
		if utf8.Valid(line) {
			b = append(b, line...)
			continue
		}
		for _, c := range line {
			b = utf8.AppendRune(b, charmap.Windows1252.DecodeByte(c))
		}
	}
	return b
}

// detectComma goes to the header and takes the separator that occurs most in it, outside quotes; a
// tie is for the semicolon, Excel's separator in Dutch. A line "sep=" above it settles the matter.
func (s *scanner) detectComma() {
	first := lineAt(s.data, s.at)
	if len(first) == 5 && bytes.EqualFold(first[:4], []byte("sep=")) && first[4] < 0x80 { // half a letter divides nothing
		s.comma = first[4]
		s.at = s.lineEnd(s.at + len(first))
		return
	}
	s.skipTitle()
	s.comma = commaOf(lineAt(s.data, s.at))
}

// mostTitle is how many lines may stand above a header.
const mostTitle = 20

// skipTitle goes past blank lines, and past a title above the header: lines with one filled cell,
// that a blank line divides from a line with several.
func (s *scanner) skipTitle() {
	header := *s // where it would be without a title
	ahead := *s
	title, divided := false, false
	for range mostTitle {
		line := lineAt(ahead.data, ahead.at)
		switch filled := filledCells(line); {
		case ahead.at+len(line) >= len(ahead.data) || bytes.Count(line, []byte{'"'})%2 == 1:
			*s = header
			return
		case filled == 0:
			divided = title
		case filled > 1 && !title:
			*s = ahead
			return
		case filled > 1 && divided:
			*s = ahead
			return
		case filled > 1:
			*s = header
			return
		case !title:
			header, title = ahead, true
		default:
			divided = false
		}
		ahead.at = ahead.lineEnd(ahead.at + len(line))
	}
	*s = header
}

// lineAt is the text from a place to the end of its line.
func lineAt(data []byte, at int) []byte {
	line := data[at:]
	if i := bytes.IndexAny(line, "\r\n"); i >= 0 {
		line = line[:i]
	}
	return line
}

// commaOf is the separator of a line.
func commaOf(line []byte) byte {
	most, best := 0, byte(';')
	for _, comma := range []byte{';', ',', '\t', '|'} {
		count, quoted := 0, false
		for _, c := range line {
			switch {
			case c == '"':
				quoted = !quoted
			case c == comma && !quoted:
				count++
			}
		}
		if count > most {
			best, most = comma, count
		}
	}
	return best
}

// otherComma finds out that the rows below a header have another separator than it has: none of the first
// ones has that of the header, and each has enough of one other to fill as many columns. 0: they do not.
func otherComma(rows []byte, comma byte, columns int) byte {
	if columns < 2 {
		return 0
	}
	other := byte(0)
	seen := 0
	for at := 0; at < len(rows) && seen < 20; {
		line := lineAt(rows, at)
		at += len(line) + 1
		if len(bytes.TrimSpace(line)) == 0 || at > len(rows) && seen > 0 { // the last may be cut off
			continue
		}
		mark := commaOf(line)
		found := bytes.Count(line, []byte{mark})
		if bytes.IndexByte(line, comma) >= 0 || found < columns-1 || columns == 2 && found > 1 || other != 0 && mark != other {
			return 0
		}
		other = mark
		seen++
	}
	if columns == 2 && seen < 3 { // a text with a comma in it looks like two columns
		return 0
	}
	return other
}

// signOf names a separator.
func signOf(comma byte) string {
	if comma == '\t' {
		return "tab"
	}
	return string(comma)
}

// filledCells counts the cells of a line that hold something.
func filledCells(line []byte) int {
	comma := commaOf(line)
	n, filled, quoted := 0, false, false
	for _, c := range line {
		switch {
		case c == '"':
			quoted = !quoted
		case c == comma && !quoted:
			filled = false
		case c != ' ' && c != '\t' && !filled:
			filled = true
			n++
		}
	}
	return n
}

// errBinary is what is called CSV and is no text.
var errBinary = errors.New("no text")

// binaryFault tells workbooks from other files that are no text.
func binaryFault(begin []byte) error {
	switch {
	case isOldOffice(begin):
		return fault{code: "xlsx-oud"}
	case isZip(begin) && (bytes.Contains(begin, []byte("[Content_Types].xml")) || bytes.Contains(begin, []byte("_rels/.rels")) || bytes.Contains(begin, []byte("xl/"))):
		return fault{code: "csv-is-excel"}
	}
	return errBinary
}

func isZip(begin []byte) bool       { return bytes.HasPrefix(begin, []byte("PK\x03\x04")) }
func isOldOffice(begin []byte) bool { return bytes.HasPrefix(begin, []byte("\xd0\xcf\x11\xe0")) }

// isBinary recognises a workbook or another file that is not text, by its first bytes.
func isBinary(content []byte) bool {
	if isZip(content) || isOldOffice(content) {
		return true // xlsx and other zip files; the old xls
	}
	utf16 := bytes.HasPrefix(content, []byte{0xFF, 0xFE}) || bytes.HasPrefix(content, []byte{0xFE, 0xFF})
	return !utf16 && bytes.IndexByte(content[:min(len(content), 1024)], 0) >= 0
}
