// Package signals reads what customers said, from the sources that a journey names, and tells
// which of its selectors each record answers to.
//
// A reader turns a file into rows of named columns; there is one file per format and one line
// in the table of readers. Bind maps the columns to the fields of a Signal as the journey's
// `kolommen` say. Details of the contract that were left open, and what was chosen:
//
//   - Without `kolommen`, a column whose header equals a field's name (case and accents
//     ignored) is that field. With `kolommen`, only the named columns are read, but a column
//     called vertrouwelijk is always honoured.
//   - A record is tested in this order: unreadable, outside the period, confidential, selectors.
//   - An empty cell is an absent value, not an unreadable one, except for the tijdstip of a
//     source that has that column: without it the record cannot be placed in the period.
//   - A record of a source without tijdstip counts as inside the period.
//   - A record without channel has the soort of its source as channel.
//   - A known system (layouts) needs no `kolommen`: its fields are bound first, then columns with
//     the name of a field. With its own `formaat`, `kolommen` go before the layout field by field;
//     a layout that is only recognised by its columns gives way to `kolommen` as a whole.
//   - Without `kolommen`, layout, or a column that is called as a moment of a case, the columns are
//     guessed from names and contents, and the guess is a warning to paste. Where a column is called
//     tijdstip or tekst, only kanaal, onderwerp, aard, cijfer and vertrouwelijk are, from names.
//   - `bestand` may be a folder or a pattern with * ? [ ]: its files of one format, sorted by name,
//     are one source. A folder's hidden files and folders do not count. A later file without the
//     tijdstip of the first is an error, without another of its fields a warning.
//   - The endings .gz and .zst say that a file is compressed, around any format. What grows more
//     than 500 times, beyond 256 MB, is refused.
//   - `.json`, `.jsonl` and `.ndjson` are one format. Objects in objects are columns with dots; the
//     values of a list stand in one cell, with "; " between them.
//   - The same id twice in one source counts once, the first time; it is no part of gelezen. Ids are
//     compared by 64-bit sums of them, of which at most maxIDs are kept.
//   - A tijdstip outside 1900–2099 is unreadable. An hour that the clock skips is the hour after it.
//   - Of a workbook the first visible sheet counts; rows of one cell above the header are a title.
//   - Signalen: type SIG and MAI are a melding, REQ and QUE a vraag, COM a klacht; afgehandeld is
//     the moment of the current status when that closes the signal (o, a, s).
//   - Matomo: a row is a page, so a selector on it counts pages (which is warned for).
//   - People are left out while reading: emailadresKcm, medewerkerIdentificatie, hadBetrokkenActoren
//     (staff) and what stands under _expand (customers).
//   - A cell is trimmed; rows whose cells are all empty do not count.
//   - A cell that is not UTF-8 is Windows-1252, whatever its neighbours are.
//   - A record of a CSV file with filled cells beyond the header is unreadable: a separator in a text
//     that is not quoted moved its cells, so that a mark as confidential may stand elsewhere.
//   - A record of more than a megabyte is unreadable, and so is one with a quote that does not
//     close within that; reading goes on at the next line.
//
// Each gives the records one by one, as Signals; Fold gives them on all cores, as Records that
// cost no memory. Both give the same; Fold reads CSV in parts, compressed or not, one file after the
// other, and the other formats row by row.
// Data.With follows a reading and lets it be stopped in the middle of a file.
package signals

import (
	"strings"
	"time"

	"klantreis/journeys"
)

// Signal is one record. It may hold personal data: it never leaves the process.
type Signal struct {
	Line    int       // in its file, from 1; in a typed list, the position
	Time    time.Time // in Europe/Amsterdam; zero: undated
	Channel string    // folded
	Topic   string    // as written
	Text    string
	Nature  string // folded
	Score   float64
	Scored  bool
	Secret  bool // vertrouwelijk
	// Cells gives a field or column by name, as text; empty when absent.
	Cells func(name string) string
}

// Date is the local day of the signal.
func (s Signal) Date() journeys.Date { return journeys.DateOf(s.Time) }

// Dated reports whether the signal has a tijdstip.
func (s Signal) Dated() bool { return !s.Time.IsZero() }

// row is one record of a file as its reader gives it.
type row struct {
	line   int
	record int // of a CSV file: which record it is below the header, from 0, blank lines too
	cells  []string
	broken bool // the reader could not make sense of it
	rest   bool // no record: a place at which the reading could go on another time
}

// rows is what a reader makes of a file: its column headers, and the records in order. After the
// last one next gives io.EOF; another error means that the rest of the file cannot be read.
type rows struct {
	header []string
	next   func() (row, error)
	parts  *parts         // instead of next, where a format can be read on all cores; nil: it cannot
	notes  func() []fault // what to tell of the file once it has been read; may be nil
	// each visits the records of a table instead, quicker than next; nil for a file.
	each func(visit func(cells [][]byte) error) error
	stop func() // ends next early; nil for a file
	// widen reads the file once more, from another opening of it, for headers that its beginning does
	// not have, and gives all of them; nil: the header is complete.
	widen func(again input) []string
}

// bind finds out which column holds which field.
type binding struct {
	column map[string]int // field → index
	header map[string]int // folded header → index
}

// value reads a field or a column header.
func (b binding) value(cells []string, name string) string {
	i := b.at(name)
	if i < 0 || i >= len(cells) {
		return ""
	}
	return strings.TrimSpace(cells[i])
}

// at is the place of a field or a column header; -1: there is none.
func (b binding) at(name string) int {
	if i, ok := b.column[name]; ok {
		return i
	}
	if i, ok := b.header[journeys.FoldSpace(name)]; ok {
		return i
	}
	return -1
}

// signal reads one row; ok is false when its tijdstip or cijfer cannot be read.
func (b binding) signal(r row, kind string) (s Signal, ok bool) {
	get := func(field string) string {
		if _, bound := b.column[field]; !bound {
			return ""
		}
		return b.value(r.cells, field)
	}
	s = Signal{
		Line:    r.line,
		Channel: journeys.FoldSpace(get("kanaal")),
		Topic:   get("onderwerp"),
		Text:    get("tekst"),
		Nature:  journeys.FoldSpace(get("aard")),
		Secret:  isYes(get("vertrouwelijk")),
		Cells:   func(name string) string { return b.value(r.cells, name) },
	}
	if s.Channel == "" {
		s.Channel = journeys.FoldSpace(kind)
	}
	if _, dated := b.column["tijdstip"]; dated {
		if s.Time, ok = parseTime(get("tijdstip")); !ok {
			return s, false
		}
	}
	if score := get("cijfer"); score != "" {
		if s.Score, s.Scored = journeys.ParseNumber(score); !s.Scored {
			return s, false
		}
	}
	return s, !r.broken
}

// fault is the column that makes a row unreadable; noColumn: the row as a whole.
func (b binding) fault(r row) int {
	if r.broken {
		return noColumn
	}
	if i, dated := b.column["tijdstip"]; dated {
		if _, ok := journeys.ParseTime(cellAt(r.cells, i)); !ok {
			return i
		}
	}
	if i, scored := b.column["cijfer"]; scored && strings.TrimSpace(cellAt(r.cells, i)) != "" {
		return i
	}
	return noColumn
}

// isYes reads the ways in which a record is marked confidential.
func isYes(s string) bool {
	switch journeys.FoldSpace(s) {
	case "ja", "true", "1", "j", "waar", "yes", "y":
		return true
	}
	return false
}
