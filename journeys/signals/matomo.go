package signals

import (
	"encoding/csv"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
)

// matomoLayout is Matomo, per page: the API's Actions.getExitPageUrls as CSV, and scheduled
// reports. One row is one page with its numbers of visits, and not one visit.
var matomoLayout = layout{
	format: "matomo",
	signs:  []string{"label", "nb_visits"},
	fields: []layoutField{
		{"tijdstip", []string{"date"}},
		{"onderwerp", []string{"label"}},
		{"tekst", []string{"metadata_url", "url", "label"}},
	},
}

// dateColumn comes first when several periods were asked for (date=2022-04-01,2022-11-30): their days
// or months, or the two ends of a week.
const dateColumn = "date"

var matomoPeriod = regexp.MustCompile(`^(?:From )?(\d{4}-\d{2})(-\d{2})?(?:[ ,].*)?$`)

// firstDay writes a period of Matomo by its first day; anything else stays as it is.
func firstDay(period string) string {
	m := matomoPeriod.FindStringSubmatch(period)
	switch {
	case m == nil:
		return period
	case m[2] == "":
		return m[1] + "-01"
	}
	return m[1] + m[2]
}

// sectionColumn is the column that tells in which section of a scheduled report a row stands.
const sectionColumn = "rapport"

// maxReport bounds a report of Matomo, which holds sums and is small.
const maxReport = 64 << 20

// readMatomo reads Matomo's CSV: UTF-16 with a byte-order mark, as the API gives it, or UTF-8,
// with commas. A scheduled report has several sections, each with a title on a line of its own, a
// header and rows; they become one table with the columns of all sections and one that names the
// section. A row that has more cells than its header is broken.
func readMatomo(in input) (rows, error) {
	text, err := textOf(io.LimitReader(in.file, maxReport+1))
	if err != nil {
		return rows{}, err
	}
	counted := &counter{r: text}
	t, err := matomoTable(counted)
	if err != nil {
		return rows{}, err
	}
	if counted.n > maxReport {
		return rows{}, fault{"rapport-te-groot", []any{maxReport >> 20}}
	}
	at := 0
	return rows{header: t.header, next: func() (row, error) {
		if at == len(t.rows) {
			return row{}, io.EOF
		}
		at++
		return t.rows[at-1], nil
	}}, nil
}

// matomoReport gathers the sections of a report.
type matomoReport struct {
	header   []string
	rows     []row
	sections bool
}

func matomoTable(text io.Reader) (matomoReport, error) {
	var t matomoReport
	var columns []int // of the section: where each of its cells goes
	title := ""
	var pending *row // a line of one cell after an empty one: a title, if a header follows at once
	flush := func() {
		if pending != nil && columns != nil {
			t.add(title, columns, *pending)
		}
		pending = nil
	}
	reader := csv.NewReader(text)
	reader.FieldsPerRecord, reader.LazyQuotes = -1, true
	for last := -1; ; {
		cells, err := reader.Read()
		var syntax *csv.ParseError
		if errors.As(err, &syntax) {
			t.rows = append(t.rows, row{line: syntax.StartLine, broken: true})
			continue
		}
		if err == io.EOF {
			flush()
			return t, nil
		}
		if err != nil {
			return t, err
		}
		line, _ := reader.FieldPos(0)
		r := row{line: line, cells: clean(cells)}
		if blank(r.cells) {
			continue
		}
		gap := line > last+1
		last = line
		switch {
		case pending != nil && !gap:
			title, t.sections, pending = pending.cells[0], true, nil
			columns = t.columnsOf(r.cells)
		case len(cells) == 1 && gap:
			flush()
			pending = &r
		case columns == nil:
			columns = t.columnsOf(r.cells)
		default:
			flush()
			t.add(title, columns, r)
		}
	}
}

// clean trims cells and makes them UTF-8; NUL bytes disappear.
func clean(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(c, "\uFFFD"), "\x00", ""))
	}
	return out
}

// columnsOf finds the place of each column of a section among those of all sections.
func (t *matomoReport) columnsOf(header []string) []int {
	if t.sections {
		t.place(sectionColumn)
	}
	var columns []int
	for _, name := range header {
		i := t.place(name)
		if slices.Contains(columns, i) {
			i = -1 // a name twice: the first counts
		}
		columns = append(columns, i)
	}
	return columns
}

func (t *matomoReport) place(name string) int {
	i := slices.Index(t.header, name)
	if i < 0 {
		i = len(t.header)
		t.header = append(t.header, name)
	}
	return i
}

func (t *matomoReport) add(title string, columns []int, r row) {
	cells := make([]string, len(t.header))
	if t.sections {
		cells[t.place(sectionColumn)] = title
	}
	for i, c := range r.cells {
		if i >= len(columns) {
			r.broken = r.broken || c != ""
			continue
		}
		if columns[i] >= 0 {
			if t.header[columns[i]] == dateColumn {
				c = firstDay(c)
			}
			cells[columns[i]] = c
		}
	}
	r.cells = cells
	t.rows = append(t.rows, r)
}
