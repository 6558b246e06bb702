package text

import (
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"klantreis/journeys/evidence"
	"klantreis/render"
)

const (
	lineWidth = 100 // characters of a table, as wide as a terminal usually is
	leastCell = 12
	between   = "  "
)

// WriteInsight writes what stands out in signals, table by table.
func WriteInsight(out io.Writer, v render.Insight) error {
	t := &writer{}
	t.line(0, "%s", v.Title)
	for _, l := range v.Lead {
		t.wrapped(l)
	}
	if len(v.Story) > 0 {
		t.heading(v.Lang.InsightStory().Title)
	}
	for _, l := range v.Story {
		t.wrapped(l)
	}
	for _, s := range v.Sections {
		t.heading(s.Title)
		for _, n := range s.Notes {
			t.wrapped(n)
		}
		t.table(s)
		if s.Hint != "" {
			t.wrapped(s.Hint)
		}
		if s.Code != "" {
			t.WriteString("\n")
			t.line(2, "%s", s.CodeTitle)
			for _, l := range strings.Split(s.Code, "\n") {
				t.line(4+len(l)-len(strings.TrimLeft(l, " ")), "%s", l)
			}
		}
	}
	_, err := out.Write(t.Bytes())
	return err
}

func (t *writer) wrapped(text string) {
	for _, l := range wrap(text, lineWidth-2) {
		t.line(2, "%s", l)
	}
}

// table writes rows under their heads; a cell that is too long goes on below itself.
func (t *writer) table(s render.InsightSection) {
	if len(s.Table.Rows) == 0 {
		return
	}
	var head []string
	for _, c := range s.Table.Columns {
		head = append(head, c.Title)
	}
	rows := append([][]string{head}, s.Table.Rows...)
	widths := columnWidths(rows)
	for i, row := range rows {
		line := t.row(row, widths, s.Table.Columns)
		if i > 0 && i <= len(s.Courses) && len(s.Courses[i-1].Values) > 0 {
			line[0] += between + bars(s.Courses[i-1])
		}
		for _, l := range line {
			t.WriteString("  " + strings.TrimRight(l, " ") + "\n")
		}
	}
}

// columnWidths gives the columns the width of their longest cell, and takes from the widest ones until
// the table fits.
func columnWidths(rows [][]string) []int {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	room := lineWidth - 2 - len(between)*(len(widths)-1)
	for {
		total, widest := 0, 0
		for i, w := range widths {
			total += w
			if w > widths[widest] {
				widest = i
			}
		}
		if total <= room || widths[widest] <= leastCell {
			return widths
		}
		widths[widest]--
	}
}

func (t *writer) row(cells []string, widths []int, columns []render.Column) []string {
	wrapped := make([][]string, len(cells))
	most := 1
	for i, cell := range cells {
		wrapped[i] = wrap(plain(cell), widths[i])
		most = max(most, len(wrapped[i]))
	}
	lines := make([]string, most)
	for n := range lines {
		for i, w := range widths {
			part := ""
			if n < len(wrapped[i]) {
				part = wrapped[i][n]
			}
			pad := strings.Repeat(" ", max(0, w-utf8.RuneCountInString(part)))
			if columns[i].Number {
				part = pad + part
			} else {
				part += pad
			}
			if i > 0 {
				lines[n] += between
			}
			lines[n] += part
		}
	}
	return lines
}

// wrap breaks a text at white space, and a word only when it is longer than a line.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= width {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for line = word; utf8.RuneCountInString(line) > width; {
			runes := []rune(line)
			lines, line = append(lines, string(runes[:width])), string(runes[width:])
		}
	}
	return append(lines, line)
}

// bars draws a course in characters; groups too small to be shown have one height, and a part of a month
// is a shade.
func bars(c render.Course) string {
	values := c.Values
	levels := []rune("▁▂▃▄▅▆▇█")
	most := max(evidence.MinGroup, slices.Max(values))
	var b strings.Builder
	for i, n := range values {
		switch {
		case n > 0 && c.Part(i):
			b.WriteRune('░')
		case n == 0:
			b.WriteByte(' ')
		case n < evidence.MinGroup:
			b.WriteRune(levels[0])
		default:
			b.WriteRune(levels[min(len(levels)-1, n*len(levels)/(most+1))])
		}
	}
	return b.String()
}
