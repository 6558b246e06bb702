package signals

import (
	"bytes"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// sheet reads the rows of one worksheet.
type sheet struct {
	book  *workbook
	xml   *xmlScanner
	line  int
	width int
}

// Excel's own limits.
const (
	maxSheetRows    = 1 << 20
	maxSheetColumns = 1 << 14
)

// headerSearch is how many rows a title above the header may take.
const headerSearch = 15

// header finds the row with the names of the columns, and gives the rows that were read to find it
// and belong behind it. The first filled row is it, unless that has one cell and a later one more.
func (s *sheet) header() (header []string, ahead []row, err error) {
	var seen []row
	best := -1
	for len(seen) < headerSearch {
		r, err := s.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, nil, err
		}
		seen = append(seen, r)
		if filled(r.cells) > 1 {
			best = len(seen) - 1
			break
		}
	}
	if best < 0 {
		if len(seen) == 0 {
			return nil, nil, nil
		}
		best = 0
	}
	for _, c := range seen[best].cells {
		header = append(header, strings.TrimSpace(c))
	}
	for len(header) > 0 && header[len(header)-1] == "" {
		header = header[:len(header)-1]
	}
	return header, seen[best+1:], nil
}

func filled(cells []string) int {
	n := 0
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}

// next gives the next row that holds anything.
func (s *sheet) next() (row, error) {
	for {
		kind, err := s.xml.next()
		if err == io.EOF {
			// The file ended before </worksheet>, or behind it without our seeing it.
			return row{}, io.ErrUnexpectedEOF
		}
		if err != nil {
			return row{}, err
		}
		if kind == xmlClose && (s.xml.is("sheetData") || s.xml.is("worksheet")) ||
			kind == xmlOpen && s.xml.is("sheetData") && s.xml.selfClosing() {
			return row{}, io.EOF
		}
		if kind != xmlOpen || !s.xml.is("row") {
			continue
		}
		s.line++
		if n, err := strconv.Atoi(string(s.xml.attr("r"))); err == nil && n >= s.line {
			s.line = n
		}
		if s.line > maxSheetRows {
			return row{}, errXML
		}
		if s.xml.selfClosing() {
			continue
		}
		r, err := s.row()
		if err != nil {
			return row{}, unexpected(err)
		}
		if r.broken || !blank(r.cells) {
			return r, nil
		}
	}
}

// row reads the cells up to the end of a row.
func (s *sheet) row() (row, error) {
	r := row{line: s.line, cells: make([]string, 0, s.width)}
	for {
		kind, err := s.xml.next()
		if err != nil {
			return r, err
		}
		if kind == xmlClose && s.xml.is("row") {
			s.width = max(s.width, len(r.cells))
			return r, nil
		}
		if kind != xmlOpen || !s.xml.is("c") {
			continue
		}
		column := len(r.cells)
		if at := columnOf(s.xml.attr("r")); at >= column {
			column = at
		}
		if column >= maxSheetColumns {
			return r, errXML
		}
		text, ok, err := s.cell()
		if err != nil {
			return r, err
		}
		r.broken = r.broken || !ok
		if text == "" {
			continue
		}
		for len(r.cells) < column {
			r.cells = append(r.cells, "")
		}
		r.cells = append(r.cells, text)
	}
}

// columnOf reads the letters of a reference such as AB12, from 0; −1 when there are none.
func columnOf(reference []byte) int {
	n := 0
	for _, c := range reference {
		if c < 'A' || c > 'Z' || n > maxSheetColumns {
			break
		}
		n = 26*n + int(c-'A') + 1
	}
	return n - 1
}

// cell reads the cell that was opened; ok is false when it refers to a text that is not there.
func (s *sheet) cell() (text string, ok bool, err error) {
	x := s.xml
	kind, style := string(x.attr("t")), x.attr("s")
	date := false
	if n, err := strconv.Atoi(string(style)); err == nil && n >= 0 && n < len(s.book.dates) {
		date = s.book.dates[n]
	}
	x.text = x.text[:0]
	if x.selfClosing() {
		return "", true, nil
	}
	for {
		opened, err := x.next()
		if err != nil {
			return "", false, err
		}
		if opened == xmlClose {
			x.keep = false
			if x.is("c") {
				text, ok = s.value(kind, x.text, date)
				return text, ok, nil
			}
			continue
		}
		switch {
		case x.selfClosing():
		case x.is("v"):
			x.keep = true
		case x.is("is"):
			if err := x.richText("is"); err != nil {
				return "", false, err
			}
		}
	}
}

// richText gathers the texts inside an element up to its end, without the pronunciation (rPh).
func (x *xmlScanner) richText(until string) error {
	spoken := false
	for {
		kind, err := x.next()
		if err != nil {
			x.keep = false
			return unexpected(err)
		}
		x.keep = false
		switch {
		case kind == xmlClose && x.is(until):
			return nil
		case x.is("rPh") && !x.selfClosing():
			spoken = kind == xmlOpen
		case x.is("t") && kind == xmlOpen && !x.selfClosing():
			x.keep = !spoken
		}
	}
}

// value writes a cell as text.
func (s *sheet) value(kind string, raw []byte, date bool) (string, bool) {
	switch kind {
	case "s":
		i, err := strconv.Atoi(string(bytes.TrimSpace(raw)))
		if err != nil {
			return "", false
		}
		text, ok := s.book.strings.at(i)
		return unescapeExcel(text), ok
	case "str", "inlineStr":
		return unescapeExcel(string(raw)), true
	case "b":
		if string(bytes.TrimSpace(raw)) == "1" {
			return "true", true
		}
		return "false", true
	case "e", "d":
		return string(bytes.TrimSpace(raw)), true
	}
	text := string(bytes.TrimSpace(raw))
	if text == "" {
		return "", true
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return text, err == nil
	}
	if date {
		if moment, ok := excelTime(v, s.book.from1904); ok {
			return moment, true
		}
	}
	if len(text) > 15 || strings.ContainsAny(text, "eE") {
		text = strconv.FormatFloat(v, 'f', -1, 64)
	}
	return text, true
}

// excelTime writes a serial day of Excel. The calendar of 1900 has a 29 February 1900 that never
// was, so days before 1 March 1900 are one off. A number below 1 is a time without a day.
func excelTime(serial float64, from1904 bool) (string, bool) {
	const lastDay = 2958466 // 1 January 10000
	if serial < 0 || serial >= lastDay {
		return "", false
	}
	seconds := int64(math.Round(serial * 24 * 60 * 60))
	day := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case from1904:
		day = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case serial < 1:
		return day.Add(time.Duration(seconds) * time.Second).Format("15:04:05"), true
	case serial < 60:
		day = day.AddDate(0, 0, 1)
	}
	moment := day.AddDate(0, 0, int(seconds/86400)).Add(time.Duration(seconds%86400) * time.Second)
	if moment.Hour() == 0 && moment.Minute() == 0 && moment.Second() == 0 {
		return moment.Format("2006-01-02"), true
	}
	return moment.Format("2006-01-02T15:04:05"), true
}

// unescapeExcel reads the way in which Excel writes control characters: _x000D_.
func unescapeExcel(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 || len(s) < i+7 {
			return b.String() + s
		}
		v, err := strconv.ParseUint(s[i+2:i+6], 16, 16)
		if err != nil || s[i+6] != '_' {
			b.WriteString(s[:i+2])
			s = s[i+2:]
			continue
		}
		b.WriteString(s[:i])
		b.WriteRune(rune(v))
		s = s[i+7:]
	}
}
