package signals

import (
	"strings"

	"klantreis/journeys"
)

// A file is said to have the month first only when that is likely: at least minMonthFirst values can be
// nothing else, they are at least one in maxPerMonthFirst of the dated rows, and at least timesDayFirst as
// many as those that can only have the day first. One slip of the pen is a row that cannot be read, no more.
const minMonthFirst, maxPerMonthFirst, timesDayFirst = 3, 100, 3

// maxDatesLooked bounds how many records are read once more to tell.
const maxDatesLooked = 100_000

// monthFirst tells whether the dates of the open file seem to have the month first. It reads the file once
// more, and only when enough of the noted unreadable dates make it worth while.
func (p *sourceFiles) monthFirst(r rows) (example, ambiguous string, likely bool) {
	noted, shape, header := 0, "", ""
	for i, s := range p.bad.shapes {
		if rest, ok := strings.CutPrefix(s, americanMark); ok {
			if noted++; noted == 1 {
				shape, header = rest, cellAt(r.header, p.bad.columns[i])
			}
		}
	}
	if noted < minMonthFirst || p.table || header == "" {
		return "", "", false
	}
	again, in, problems := p.openRows(p.name, formatOf(p.source, p.name), nil)
	if problems != nil {
		return "", "", false
	}
	defer in.file.Close()
	read := p.watch.read.Load()
	defer p.watch.read.Store(read) // this is no progress
	column := noColumn
	for i, h := range again.header {
		if journeys.FoldSpace(h) == journeys.FoldSpace(header) {
			column = i
		}
	}
	dated, month, day := 0, 0, 0
	for looked := 0; looked < maxDatesLooked; looked++ {
		rec, err := again.next()
		if err != nil {
			break
		}
		value := strings.TrimSpace(cellAt(rec.cells, column))
		switch _, readable := journeys.ParseTime(value); {
		case readable && dayFirst.MatchString(value):
			day++
			dated++
		case readable:
			dated++
		case american.MatchString(value):
			month++
			dated++
		}
	}
	if month < minMonthFirst || month*maxPerMonthFirst < dated || month < timesDayFirst*day {
		return "", "", false
	}
	example, ambiguous = likeShape(shape)
	return example, ambiguous, true
}

// likeShape gives dates in the form of a shape such as 9/99/9999: one that can only have the month first,
// and one that may have it.
func likeShape(shape string) (example, ambiguous string) {
	sep := "/"
	if strings.Contains(shape, "-") {
		sep = "-"
	}
	parts := strings.SplitN(shape, sep, 3)
	month, both, year := "3", "4", "2022"
	if len(parts[0]) == 2 {
		month, both = "11", "12"
	}
	if last := parts[len(parts)-1]; len(last) < 4 || last[2] != '9' {
		year = "22"
	}
	return month + sep + "15" + sep + year, month + sep + both + sep + year
}
