// Package csv writes a table as a file that a spreadsheet opens with a double click, in a Dutch Excel too:
// UTF-8 with a byte order mark, semicolons, lines that end in CRLF, days as 15-09-2022, and a decimal comma
// where the language has one. A text that a spreadsheet would take for a formula gets an apostrophe before it
// (see OWASP, "CSV injection"); numbers and days need none.
package csv

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode"

	"klantreis/render"
	"klantreis/render/words"
)

// Write writes the titles of the columns, then the rows. It fails when w does.
func Write(w io.Writer, s render.RegisterSection, lang words.Lang) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = ';', true
	var titles []string
	for _, c := range s.Columns {
		titles = append(titles, safe(c.Title))
	}
	if err := out.Write(titles); err != nil {
		return err
	}
	for _, row := range s.Rows {
		record := make([]string, len(row.Cells))
		for i, cell := range row.Cells {
			record[i] = value(s.Columns[i].Kind, cell, lang)
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// value writes a cell as what it is, without separators between thousands.
func value(kind render.CellKind, c render.RegisterCell, lang words.Lang) string {
	switch {
	case (kind == render.NumberCell || kind == render.ShareCell) && c.Known:
		v := strconv.FormatFloat(c.Number, 'f', -1, 64)
		if lang != words.English {
			v = strings.Replace(v, ".", ",", 1)
		}
		return v
	case kind == render.DateCell && !c.Date.IsZero():
		return c.Date.Time().Format("02-01-2006")
	}
	return safe(c.Text)
}

// safe keeps a spreadsheet from running a text. White space and invisible signs before an equals sign do
// not keep it from that, so they do not count here either; nor do the wide forms of Asian keyboards.
func safe(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' {
			return ' '
		}
		return r
	}, strings.ReplaceAll(s, "\r\n", "\n"))
	first := strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) })
	for _, sign := range []string{"=", "+", "-", "@", "＝", "＋", "－", "＠", "−", "|", "%"} {
		if strings.HasPrefix(first, sign) {
			return "'" + s
		}
	}
	return s
}
