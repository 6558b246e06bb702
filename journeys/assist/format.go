package assist

import (
	"bytes"
	"strings"

	"klantreis/journeys"
)

// Format gives the file with tidy white space: two spaces of indentation for each level, lists too, one space
// behind a dash, no white space at the end of lines, at most one empty line, and a line end at the end. Words, quotes,
// comments, line ends and the places where lines break stay. It is proved, not hoped, that the result says
// the same (journeys.SameContent); ok is false for a file that cannot be read, or in which that proof fails.
func Format(src []byte) (out []byte, ok bool) {
	f := formatter{document: open(src)}
	f.moves = make([]move, len(f.lines))
	f.place(f.root, 0)
	out = f.write()
	if !journeys.SameContent(src, out) {
		return src, false
	}
	return out, true
}

// formatter collects where each line goes.
type formatter struct {
	*document
	moves []move
}

// move is what becomes of a line.
type move struct {
	known bool // an entry of a block begins here
	by    int  // columns to the right
	gap   int  // bytes of white space behind a dash that go, from dash on
	dash  int
	text  bool // within a text of several lines, which keeps its empty lines and its ends
}

// place puts a block in a column.
func (f *formatter) place(n *node, column int) {
	if n == nil || n.flow {
		return
	}
	f.keepText(n)
	for _, e := range n.entries {
		f.begin(e.keyFrom, column)
		v := e.value
		if v == nil {
			continue
		}
		if n.form == list && len(v.entries) > 0 && !v.flow && f.lineOf(e.keyFrom) == f.lineOf(v.from) {
			if line := f.lineOf(e.keyFrom); v.from > e.keyFrom+2 {
				f.moves[line].dash, f.moves[line].gap = e.keyFrom+2, v.from-e.keyFrom-2
			}
		}
		f.place(v, column+2)
	}
}

// lineOf is the line of a place, from 0.
func (f *formatter) lineOf(at int) int { return f.document.place(at).Line - 1 }

// begin puts the line in a column that an entry begins at.
func (f *formatter) begin(at, column int) {
	line := f.lineOf(at)
	lead := f.src[f.lines[line]:at]
	if line == 0 {
		lead = bytes.TrimPrefix(lead, []byte("\ufeff"))
	}
	if len(bytes.TrimLeft(lead, " ")) == 0 {
		f.moves[line].known, f.moves[line].by = true, column-len(lead)
	}
}

// keepText marks the lines of a text after its first.
func (f *formatter) keepText(n *node) {
	if n.form != scalar {
		return
	}
	for line := f.lineOf(n.from) + 1; line <= f.lineOf(n.to); line++ {
		f.moves[line].text = true
	}
}

// write moves the lines. A line on which nothing begins goes along with the one before it; a comment with the
// line that it stands above.
func (f *formatter) write() []byte {
	var b bytes.Buffer
	by, empty := 0, 0
	next := f.nextKnown()
	var open []int // lines of entries, each indented further than the one before
	for i, m := range f.moves {
		line := f.line(i)
		ending := "\n"
		if end := f.lines[i] + len(line); end < len(f.src) && f.src[end] == '\r' {
			ending = "\r\n"
		}
		if m.gap > 0 {
			at := m.dash - f.lines[i]
			line = append(append([]byte{}, line[:at]...), line[at+m.gap:]...)
		}
		body := bytes.TrimLeft(line, " ")
		indent := len(line) - len(body)
		if !m.text {
			body = bytes.TrimRight(body, " \t")
		}
		if len(body) == 0 && !m.text {
			if empty++; empty == 1 && b.Len() > 0 && i < len(f.moves)-1 {
				b.WriteString(ending)
			}
			continue
		}
		empty = 0
		shift := by
		switch {
		case m.known:
			by, shift = m.by-m.gap, m.by
			for len(open) > 0 && f.indent(open[len(open)-1]) >= indent {
				open = open[:len(open)-1]
			}
			open = append(open, i)
		case len(body) > 0 && body[0] == '#' && !m.text:
			shift = f.commentShift(next[i], open, indent)
		}
		if len(body) > 0 {
			b.WriteString(strings.Repeat(" ", max(0, indent+shift)))
			b.Write(body)
		}
		if i < len(f.moves)-1 || len(body) > 0 {
			b.WriteString(ending)
		}
	}
	return append(bytes.TrimRight(b.Bytes(), "\r\n"), lineEnd(f.src)...)
}

// commentShift moves a comment along with the next entry when it stands above it, and otherwise with the entry
// before it that is indented as far, or less: of those that are open, the innermost. Comments at the margin stay there.
func (f *formatter) commentShift(next int, open []int, indent int) int {
	if next >= 0 && f.indent(next) == indent {
		return f.moves[next].by
	}
	for i := len(open) - 1; i >= 0 && indent > 0; i-- {
		if f.indent(open[i]) <= indent {
			return f.moves[open[i]].by
		}
	}
	return 0
}

// nextKnown gives for each line the first one after it on which an entry begins; -1: there is none.
func (f *formatter) nextKnown() []int {
	next := make([]int, len(f.moves))
	following := -1
	for i := len(f.moves) - 1; i >= 0; i-- {
		next[i] = following
		if f.moves[i].known {
			following = i
		}
	}
	return next
}

func (f *formatter) indent(line int) int {
	text := f.line(line)
	return len(text) - len(bytes.TrimLeft(text, " "))
}

func lineEnd(src []byte) string {
	if bytes.Contains(src, []byte("\r\n")) {
		return "\r\n"
	}
	return "\n"
}
