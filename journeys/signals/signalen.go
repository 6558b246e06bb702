package signals

import (
	"archive/zip"
	"encoding/csv"
	"errors"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// signalenLayout is Signalen (Amsterdam): the columns that readSignalen gives.
var signalenLayout = layout{
	format: "signalen",
	signs:  []string{"signal_uuid", "incident_date_start", "created_at"},
	fields: []layoutField{
		{"id", []string{"id"}},
		{"tijdstip", []string{"created_at"}},
		{"kanaal", []string{"source"}},
		{"onderwerp", []string{"categories.sub", "categories.main"}},
		{"tekst", []string{"text"}},
		{"aard", []string{"aard"}},
		{"plaats", []string{"locations.stadsdeel", "locations.buurt_code"}},
		{"afdeling", []string{"categories.departments"}},
		{"ontvangen", []string{"created_at"}},
		{"afgehandeld", []string{"afgehandeld"}},
	},
}

// signalenPart is a table of the export that is joined to the signals, on the id that a signal
// holds now: the table itself keeps the history. Only these columns are read; of locations no
// address and no coordinates.
type signalenPart struct {
	name, suffix string
	key          string // column of signals that points here; empty: this table points to signals
	columns      []string
}

func signalenParts() []signalenPart {
	return []signalenPart{
		{"categories", "_categories.csv", "category_assignment_id", []string{"main", "sub", "departments"}},
		{"statuses", "_statuses.csv", "status_id", []string{"state", "state_display", "created_at"}},
		{"locations", "_locations.csv", "location_id", []string{"stadsdeel", "buurt_code"}},
		{"kto", ".csv", "", []string{"is_satisfied", "text", "text_extra", "submitted_at"}},
	}
}

// signalenNatures are the types of Signalen as aard.
func signalenNature(kind string) string {
	switch strings.ToUpper(strings.TrimSpace(kind)) {
	case "SIG", "MAI":
		return "melding"
	case "REQ", "QUE":
		return "vraag"
	case "COM":
		return "klacht"
	}
	return ""
}

// signalenDone are the states in which a signal needs no more work: afgehandeld, geannuleerd and
// (for a divided one) gesplitst.
func signalenDone(state string) bool { return state == "o" || state == "a" || state == "s" }

// readSignalen reads the CSV export of Signalen: a zip of tables, known by how their names end.
// The table of signals streams by; to each row are joined its current category, status and
// location and the last customer survey, as columns "categories.sub" and so on. The table
// `reporters`, which holds personal data, is never opened, nor is any other that is not named here.
func readSignalen(in input) (rows, error) {
	at, size, err := in.random()
	if err != nil {
		return rows{}, err
	}
	archive, err := zip.NewReader(at, size)
	if err != nil {
		return rows{}, zipFault(err)
	}
	signals := signalenFile(archive, "_signals.csv")
	if signals == nil {
		return rows{}, fault{code: "signalen-zonder-meldingen"}
	}
	main, err := openTable(signals)
	if err != nil {
		return rows{}, err
	}
	if len(main.header) == 0 {
		return rows{next: main.next}, nil
	}
	joins, err := signalenJoins(archive, main)
	if err != nil {
		return rows{}, err
	}
	header := append([]string(nil), main.header...)
	for _, j := range joins {
		for _, c := range j.columns {
			header = append(header, j.name+"."+c)
		}
	}
	header = append(header, "aard", "afgehandeld")
	kind := main.column("type")
	next := func() (row, error) {
		r, err := main.next()
		if err != nil || r.broken {
			return r, err
		}
		cells := make([]string, 0, len(header))
		for i := range main.header {
			cells = append(cells, cellAt(r.cells, i))
		}
		done := ""
		for _, j := range joins {
			joined := j.rows[cellAt(r.cells, j.on)]
			for i := range j.columns {
				cells = append(cells, cellAt(joined, i))
			}
			if j.name == "statuses" && signalenDone(strings.ToLower(cellAt(joined, 0))) {
				done = cellAt(joined, 2)
			}
		}
		r.cells = append(cells, signalenNature(cellAt(r.cells, kind)), done)
		return r, nil
	}
	return rows{header: header, next: next}, nil
}

func cellAt(cells []string, i int) string {
	if i < 0 || i >= len(cells) {
		return ""
	}
	return cells[i]
}

// signalenFile finds a table by the end of its name: 091500UTC_signals.csv; that of the survey holds
// the environment as well: 091500UTC_kto-feedback-PRODUCTION.csv.
func signalenFile(archive *zip.Reader, suffix string) *zip.File {
	for _, f := range archive.File {
		name := strings.ToLower(path.Base(strings.ReplaceAll(f.Name, `\`, "/")))
		bare := strings.TrimPrefix(suffix, "_")
		feedback := strings.Contains(name, "kto-feedback") && strings.HasSuffix(name, ".csv")
		if suffix == ".csv" && feedback || suffix != ".csv" && (strings.HasSuffix(name, suffix) || name == bare) {
			return f
		}
	}
	return nil
}

// zipFault tells a zip that is cut short or damaged from one that cannot be read.
func zipFault(err error) error {
	switch {
	case errors.Is(err, zip.ErrFormat), errors.Is(err, zip.ErrChecksum), errors.Is(err, zip.ErrAlgorithm):
		return fault{code: "zip-kapot"}
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fault{code: "zip-kapot"}
	}
	return err
}

// join is a table held in memory by its key.
type join struct {
	signalenPart
	on   int // column of signals
	rows map[string][]string
}

func signalenJoins(archive *zip.Reader, main *zipTable) ([]join, error) {
	var joins []join
	for _, part := range signalenParts() {
		on := main.column(part.key)
		if part.key == "" {
			on = main.column("id")
		}
		file := signalenFile(archive, part.suffix)
		if file == nil || on < 0 {
			continue
		}
		table, err := openTable(file)
		if err != nil {
			return nil, err
		}
		j := join{part, on, map[string][]string{}}
		key := table.column("id")
		if part.key == "" {
			key = table.column("_signal_id")
		}
		if err := j.load(table, key); err != nil {
			return nil, err
		}
		joins = append(joins, j)
	}
	return joins, nil
}

// load holds a table; equal values are held once. Of two rows with the same key, the last counts.
func (j *join) load(t *zipTable, key int) error {
	held := map[string]string{}
	for {
		r, err := t.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if r.broken || cellAt(r.cells, key) == "" {
			continue
		}
		cells := make([]string, len(j.columns))
		for i, c := range j.columns {
			v := cellAt(r.cells, t.column(c))
			if same, ok := held[v]; ok {
				v = same
			} else if len(v) < 100 && len(held) < 1<<16 {
				v = strings.Clone(v)
				held[v] = v
			}
			cells[i] = v
		}
		j.rows[strings.Clone(cellAt(r.cells, key))] = cells
	}
}

// zipTable is a CSV table in a zip, as a stream.
type zipTable struct {
	header []string
	index  map[string]int
	csv    *csv.Reader
}

func openTable(f *zip.File) (*zipTable, error) {
	if isBomb(int64(f.UncompressedSize64), int64(f.CompressedSize64)) {
		return nil, fault{code: "inpakbom"}
	}
	content, err := f.Open()
	if err != nil {
		return nil, zipFault(err)
	}
	text, err := textOf(io.LimitReader(content, int64(f.UncompressedSize64)+1))
	if err != nil {
		return nil, zipFault(err)
	}
	t := &zipTable{csv: csv.NewReader(text), index: map[string]int{}}
	t.csv.FieldsPerRecord, t.csv.LazyQuotes = -1, true
	r, err := t.next()
	if err == io.EOF {
		return t, nil
	}
	if err != nil {
		return nil, err
	}
	for i, h := range r.cells {
		t.header = append(t.header, strings.TrimSpace(h))
		if _, twice := t.index[t.header[i]]; !twice {
			t.index[t.header[i]] = i
		}
	}
	return t, nil
}

// column is the place of a column; -1 when it is not there.
func (t *zipTable) column(name string) int {
	if i, ok := t.index[name]; ok {
		return i
	}
	return -1
}

func (t *zipTable) next() (row, error) {
	cells, err := t.csv.Read()
	var syntax *csv.ParseError
	if errors.As(err, &syntax) {
		return row{line: syntax.StartLine, broken: true}, nil
	}
	if err == io.EOF {
		return row{}, io.EOF
	}
	if err != nil {
		return row{}, zipFault(err)
	}
	for i, c := range cells {
		if !utf8.ValidString(c) {
			cells[i], _ = charmap.Windows1252.NewDecoder().String(c)
		}
	}
	line, _ := t.csv.FieldPos(0)
	return row{line: line, cells: cells, broken: len(t.header) > 0 && len(cells) != len(t.header)}, nil
}
