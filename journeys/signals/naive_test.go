package signals

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"klantreis/journeys"
)

// The slow and plain ways that the fast ones are held against.

// naive gives what Matcher.Match should.
func naive(selectors []compiled, s Signal) []int {
	var found []int
	text, topic := journeys.FoldSpace(s.Text), journeys.FoldSpace(s.Topic)
	for _, c := range selectors {
		if c.channel != "" && c.channel != s.Channel || c.nature != "" && c.nature != s.Nature || c.topic != "" && c.topic != topic {
			continue
		}
		if c.score != nil && (!s.Scored || c.score.From != nil && s.Score < *c.score.From || c.score.To != nil && s.Score > *c.score.To) {
			continue
		}
		if len(c.words) > 0 && !anyIn(text, c.words) || anyIn(text, c.without) {
			continue
		}
		found = append(found, c.index)
	}
	return found
}

func anyIn(text string, ps []pattern) bool {
	for _, p := range ps {
		if p.in(text) {
			return true
		}
	}
	return false
}

// in looks for the pattern as whole words of a folded text. A word is a run of letters and
// digits; the words of a phrase stand apart by white space, which both texts write as one space.
func (p pattern) in(text string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], p.text)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(p.text)
		if edge(text, start) && (p.prefix || edge(text, end)) {
			return true
		}
		_, n := utf8.DecodeRuneInString(text[start:])
		from = start + n
	}
}

// edge reports whether no word runs across position i of the text.
func edge(text string, i int) bool {
	if i == 0 || i == len(text) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i:])
	return !journeys.IsWordRune(before) || !journeys.IsWordRune(after)
}

// slowCSV reads a file byte by byte, all of it in memory.
type slowCSV struct {
	data  []byte
	at    int
	line  int
	comma byte
}

// slowRead gives what openCSV and its rows should, of a file that is UTF-8 or UTF-16.
func slowRead(data []byte) (header []string, records []row) {
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		data = data[3:]
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		data, _ = io.ReadAll(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Reader(bytes.NewReader(data)))
	}
	s := scanner{data: data}
	s.detectComma()
	p := slowCSV{data: data, at: s.at, line: 1 + s.line, comma: s.comma}
	for {
		r, ok := p.record()
		switch {
		case !ok:
			return header, records
		case header == nil && blank(r.cells), !r.broken && blank(r.cells):
		case header == nil:
			header = r.cells
			for i, h := range header {
				header[i] = strings.TrimSpace(h)
			}
		default:
			r.broken = r.broken || len(r.cells) > len(header) && !blank(r.cells[len(header):])
			records = append(records, r)
		}
	}
}

func (p *slowCSV) record() (r row, ok bool) {
	if p.at >= len(p.data) {
		return row{}, false
	}
	start, line := p.at, p.line
	r.line = line
	for {
		cell, closed := p.field()
		if !closed || p.at-start > maxRecord {
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

func (p *slowCSV) skipLineEnd() {
	if p.at < len(p.data) && p.data[p.at] == '\r' {
		p.at++
	}
	if p.at < len(p.data) && p.data[p.at] == '\n' {
		p.at++
	}
	p.line++
}

func (p *slowCSV) field() (cell string, closed bool) {
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
	return string(appendDecoded(nil, p.data[start:p.at])), true
}

func (p *slowCSV) quoted() (cell string, closed bool) {
	p.at++
	var b []byte
	for p.at < len(p.data) {
		c := p.data[p.at]
		p.at++
		switch {
		case c == '"' && p.at < len(p.data) && p.data[p.at] == '"':
			b = append(b, '"')
			p.at++
		case c == '"' && (p.at >= len(p.data) || p.data[p.at] == p.comma || p.data[p.at] == '\n' || p.data[p.at] == '\r'):
			return string(appendDecoded(nil, b)), true
		case c == '\r':
			if p.at < len(p.data) && p.data[p.at] == '\n' {
				p.at++
			}
			p.line++
			b = append(b, '\n')
		case c == '\n':
			p.line++
			b = append(b, '\n')
		default:
			b = append(b, c)
		}
	}
	return "", false
}
