package pdf

import (
	"math"

	"klantreis/render/drawing"
)

// readableParts cuts a drawing into parts whose letters are legible: on A4 where its height
// allows that, else on A3, and then as large as the paper takes them.
func readableParts(d drawing.Drawing) (format *pageFormat, parts []drawing.Drawing, scale float64) {
	const room = 60 // for the title and the footer's distance
	for _, a3 := range []bool{false, true} {
		format = landscape(a3)
		w, h := format.content()
		highest := math.Min(wideMost, (h-room)/d.Height)
		scale = math.Min(highest, legible/smallestLetters(d))
		parts = cut(d, float64(w)/scale)
		widest := 0.0
		for _, p := range parts {
			widest = math.Max(widest, p.Width)
		}
		scale = math.Min(highest, float64(w)/widest)
		if smallestLetters(d)*scale >= legible*0.98 {
			break
		}
	}
	return format, parts, scale
}

const (
	// titleRoom and captionRoom are what a figure's title and what stands under it take of the
	// height of its own page.
	titleRoom   = 27
	captionRoom = 62
)

// paperFor is the page of its own that a figure needs to be read, nil when it can stand in the
// column: the first of A4 and A3, standing or lying, on which its letters are legible. A figure
// that is too large for any gets an overview on A4 when it can be cut into parts, else the A3 that
// shows it largest. above is the height of what stands over it.
func paperFor(d drawing.Drawing, above float64) *pageFormat {
	letters := smallestLetters(d)
	if letters == 0 || letters*columnScale(d) >= nearlyLegible {
		return nil
	}
	on := func(f *pageFormat) float64 {
		w, h := f.content()
		return fit(d, float64(w), h-captionRoom-above, wideMost)
	}
	for _, a3 := range []bool{false, true} {
		papers := []*pageFormat{figurePage(a3), landscape(a3)}
		if d.Width > d.Height { // the shape of the figure first: it fills its page best
			papers[0], papers[1] = papers[1], papers[0]
		}
		for _, f := range papers {
			if letters*on(f) >= nearlyLegible {
				return f
			}
		}
	}
	cuts := d.Width > 2*d.Height // a strip; a poster does not get better by cutting
	standing, lying := figurePage(!cuts), landscape(!cuts)
	if on(standing) > on(lying) {
		return standing
	}
	return lying
}

// cut divides a drawing into parts no wider than width, at places where few words stand.
func cut(d drawing.Drawing, width float64) []drawing.Drawing {
	if width <= 0 || d.Width <= width {
		return []drawing.Drawing{d}
	}
	const most = 40
	n := int(math.Ceil(d.Width / width))
	if n > most {
		n, width = most, d.Width/most
	}
	spans := spansOf(d.Items, drawing.Matrix{}, width/2, nil)
	var parts []drawing.Drawing
	from := 0.0
	for d.Width-from > width+0.5 && len(parts) < 2*most {
		// Parts of about equal width, moved at most a fifth to find a gap between the words.
		remaining := math.Ceil((d.Width - from) / width)
		ideal := from + (d.Width-from)/remaining
		best, fewest := ideal, math.MaxInt
		for step := 0.0; step <= width*0.2; step += 2 {
			for _, x := range []float64{ideal + step, ideal - step} {
				if x-from > width || x <= from+width/4 {
					continue
				}
				crossed := 0
				for _, s := range spans {
					if s.from < x && x < s.to {
						crossed += s.weight
					}
				}
				if crossed < fewest {
					best, fewest = x, crossed
				}
			}
		}
		parts = append(parts, slice(d, from, best))
		from = best
	}
	return append(parts, slice(d, from, d.Width))
}

func slice(d drawing.Drawing, from, to float64) drawing.Drawing {
	part := d
	part.Width = to - from
	part.Items = []drawing.Item{drawing.Group{Matrix: drawing.Translate(-from, 0), Items: d.Items}}
	return part
}

// span is what a cut may go through: from left to right, and how bad that is.
type span struct {
	from, to float64
	weight   int
}

// spansOf lists the words and the small shapes; what is wider than wide is background.
func spansOf(items []drawing.Item, m drawing.Matrix, wide float64, spans []span) []span {
	for _, it := range items {
		switch v := it.(type) {
		case drawing.Group:
			spans = spansOf(v.Items, m.Mul(v.Matrix), wide, spans)
		case drawing.Text:
			left, right := m.Apply(drawing.Point{X: v.Left(), Y: v.Y}), m.Apply(drawing.Point{X: v.Left() + v.Width(), Y: v.Y})
			spans = append(spans, span{math.Min(left.X, right.X), math.Max(left.X, right.X), 5})
		case drawing.Path:
			if b := pathBox(v.Transform(m).Segs); b.W < wide {
				spans = append(spans, span{b.X, b.X + b.W, 1})
			}
		}
	}
	return spans
}
