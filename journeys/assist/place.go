package assist

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// text is a file with the places of its lines.
type text struct {
	src   []byte
	lines []int // where each line begins
}

func newText(src []byte) text {
	t := text{src: src, lines: []int{0}}
	for i, c := range src {
		if c == '\n' {
			t.lines = append(t.lines, i+1)
		}
	}
	return t
}

// line is a line without its end; n counts from 0.
func (t text) line(n int) []byte {
	end := len(t.src)
	if n+1 < len(t.lines) {
		end = t.lines[n+1] - 1
	}
	return bytes.TrimSuffix(t.src[t.lines[n]:end], []byte("\r"))
}

// offset turns a place into one in the bytes.
func (t text) offset(p Place) int {
	if p.Line < 1 {
		return 0
	}
	if p.Line > len(t.lines) {
		return len(t.src)
	}
	line := t.line(p.Line - 1)
	at := 0
	for column := 1; column < p.Column && at < len(line); column++ {
		_, n := utf8.DecodeRune(line[at:])
		at += n
	}
	if p.Line == 1 && at == 0 && bytes.HasPrefix(line, []byte("\ufeff")) {
		at = 3
	}
	return t.lines[p.Line-1] + at
}

// place turns a place in the bytes into a line and a column. A byte order mark has no width.
func (t text) place(at int) Place {
	line := sort.SearchInts(t.lines, at+1) - 1
	before := t.src[t.lines[line]:at]
	if line == 0 {
		before = bytes.TrimPrefix(before, []byte("\ufeff"))
	}
	return Place{line + 1, utf8.RuneCount(before) + 1}
}

func (t text) rangeOf(from, to int) Range { return Range{t.place(from), t.place(max(from, to))} }

// Apply makes edits that do not overlap, in any order.
func Apply(src []byte, edits ...Edit) []byte {
	t := newText(src)
	sorted := append([]Edit(nil), edits...)
	sort.SliceStable(sorted, func(i, k int) bool {
		return t.offset(sorted[i].Start) < t.offset(sorted[k].Start)
	})
	var out []byte
	at := 0
	for _, e := range sorted {
		from, to := t.offset(e.Start), t.offset(e.End)
		out = append(append(out, src[at:max(at, from)]...), e.Text...)
		at = max(at, to)
	}
	return append(out, src[at:]...)
}
