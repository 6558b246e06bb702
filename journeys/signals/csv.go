package signals

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// readCSV reads a CSV file in any of the forms that Excel and the usual exports write: UTF-8
// with or without byte-order mark, UTF-16 with one, Windows-1252; separated by ; , tab or |;
// quoted fields with doubled quotes and line ends inside; CRLF, LF or CR; a first line
// "sep=;". A quote that is never closed breaks its own record only, not the rest of the file.
func readCSV(in input) (rows, error) {
	data, err := io.ReadAll(in.file)
	if err != nil {
		return rows{}, err
	}
	if isBinary(data) {
		return rows{}, errBinary
	}
	return parseCSV(data), nil
}

func parseCSV(data []byte) rows {
	p := csvParser{data: decodeText(data), line: 1}
	p.comma = p.detectComma()
	header, ok := p.record()
	for ok && blank(header.cells) {
		header, ok = p.record()
	}
	for i, h := range header.cells {
		header.cells[i] = strings.TrimSpace(h)
	}
	return rows{
		header: header.cells,
		next: func() (row, error) {
			for {
				r, ok := p.record()
				if !ok {
					return row{}, io.EOF
				}
				if r.broken || !blank(r.cells) {
					return r, nil
				}
			}
		},
	}
}

func blank(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// decodeText gives the file as UTF-8. A file that is not UTF-8 is taken for Windows-1252, line
// by line, so that a file in which both are mixed is read right as well.
func decodeText(data []byte) []byte {
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		data = data[3:]
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		decoder := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
		if decoded, err := decoder.Bytes(data); err == nil {
			return decoded
		}
	}
	if utf8.Valid(data) {
		return data
	}
	var out bytes.Buffer
	decoder := charmap.Windows1252.NewDecoder()
	for len(data) > 0 {
		line := data
		if i := bytes.IndexByte(data, '\n'); i >= 0 {
			line = data[:i+1]
		}
		data = data[len(line):]
		if !utf8.Valid(line) {
			if decoded, err := decoder.Bytes(line); err == nil {
				line = decoded
			}
		}
		out.Write(line)
	}
	return out.Bytes()
}

type csvParser struct {
	data  []byte
	at    int
	line  int
	comma byte
}

// detectComma takes the separator that occurs most in the first line, outside quotes; a tie is
// for the semicolon, Excel's separator in Dutch.
func (p *csvParser) detectComma() byte {
	first := p.data
	if i := bytes.IndexAny(first, "\r\n"); i >= 0 {
		first = first[:i]
	}
	if rest, found := bytes.CutPrefix(first, []byte("sep=")); found && len(rest) == 1 {
		p.at = len(first)
		p.skipLineEnd()
		return rest[0]
	}
	best, most := byte(';'), 0
	for _, comma := range []byte{';', ',', '\t', '|'} {
		count, quoted := 0, false
		for _, c := range first {
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

// maxField bounds one quoted field; a longer one is a quote that was never closed.
const maxField = 1 << 20

// record reads the next record; ok is false at the end of the file.
func (p *csvParser) record() (r row, ok bool) {
	if p.at >= len(p.data) {
		return row{}, false
	}
	start, line := p.at, p.line
	r.line = line
	for {
		cell, closed := p.field()
		if !closed {
			// An unclosed quote: give this line up and go on with the next.
			p.at, p.line = start, line
			for p.at < len(p.data) && p.data[p.at] != '\n' && p.data[p.at] != '\r' {
				p.at++
			}
			p.skipLineEnd()
			return row{line: line, broken: true}, true
		}
		r.cells = append(r.cells, cell)
		if p.at >= len(p.data) {
			return r, true
		}
		if p.data[p.at] == p.comma {
			p.at++
			continue
		}
		p.skipLineEnd()
		return r, true
	}
}

func (p *csvParser) skipLineEnd() {
	if p.at < len(p.data) && p.data[p.at] == '\r' {
		p.at++
	}
	if p.at < len(p.data) && p.data[p.at] == '\n' {
		p.at++
	}
	p.line++
}

// field reads one field and stops at its separator, line end or the end of the file.
func (p *csvParser) field() (cell string, closed bool) {
	if p.at < len(p.data) && p.data[p.at] == '"' {
		return p.quoted()
	}
	start := p.at
	for p.at < len(p.data) {
		if c := p.data[p.at]; c == p.comma || c == '\n' || c == '\r' {
			break
		}
		p.at++
	}
	return string(p.data[start:p.at]), true
}

// quoted reads a field in quotes. A quote inside that is neither doubled nor followed by a
// separator is taken as it stands: some exports forget to double them.
func (p *csvParser) quoted() (cell string, closed bool) {
	p.at++
	var b strings.Builder
	for p.at < len(p.data) && b.Len() <= maxField {
		c := p.data[p.at]
		p.at++
		switch {
		case c == '"' && p.at < len(p.data) && p.data[p.at] == '"':
			b.WriteByte('"')
			p.at++
		case c == '"' && (p.at >= len(p.data) || p.data[p.at] == p.comma || p.data[p.at] == '\n' || p.data[p.at] == '\r'):
			return b.String(), true
		case c == '\r':
			if p.at < len(p.data) && p.data[p.at] == '\n' {
				p.at++
			}
			p.line++
			b.WriteByte('\n')
		case c == '\n':
			p.line++
			b.WriteByte('\n')
		default:
			b.WriteByte(c)
		}
	}
	return "", false
}
