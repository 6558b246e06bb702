package assist

import "klantreis/journeys"

// Span is what a problem is about: the word that begins at its place, or the rest of the line.
func Span(src []byte, p journeys.Pos) Range { return open(src).span(p) }

// Spans is Span for many problems of one file.
func Spans(src []byte) func(journeys.Pos) Range { return open(src).span }

func (d *document) span(p journeys.Pos) Range {
	from := d.offset(Place{p.Line, max(p.Column, 1)})
	way := d.path(from)
	to := from
	if len(way) > 0 {
		last := way[len(way)-1]
		switch v := last.entry.value; {
		case last.onKey && last.entry.keyFrom == from:
			to = last.entry.keyTo
		case v != nil && v.from == from && len(v.entries) == 0 && !v.block:
			to = v.to
		}
	}
	if to <= from { // to the end of the line, without white space
		line := d.line(d.place(from).Line - 1)
		to = d.lines[d.place(from).Line-1] + len(line)
		for to > from && blank(d.src[to-1]) {
			to--
		}
	}
	return d.rangeOf(from, to)
}

// Fix is the edit that does what a problem proposes ("bedoelde u"); false: it proposes nothing that can be put
// in the place of what stands there.
func Fix(src []byte, p journeys.Problem) (Edit, bool) {
	meant := p.Suggestion()
	if meant == "" {
		return Edit{}, false
	}
	d := open(src)
	r := d.span(p.Pos)
	from := d.offset(r.Start)
	if from < len(src) && (src[from] == '"' || src[from] == '\'') {
		return Edit{r, string(src[from]) + meant + string(src[from])}, true
	}
	return Edit{r, plain(meant)}, true
}
