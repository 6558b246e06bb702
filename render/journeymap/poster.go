package journeymap

import (
	"fmt"
	"math"
	"strings"

	"klantreis/render/drawing"
)

// Paper is a sheet of ISO 216 that lies on its long side.
type Paper int

const (
	A3 Paper = iota
	A2
	A1
	A0
)

// Papers lists the papers that a poster is made for, smallest first.
func Papers() []Paper { return []Paper{A3, A2, A1, A0} }

// String is the paper's name: A3.
func (p Paper) String() string { return [...]string{"A3", "A2", "A1", "A0"}[p] }

// Width is the length of the paper's long side, in millimetres.
func (p Paper) Width() float64 { return [...]float64{420, 594, 841, 1189}[p] }

// Height is the length of the paper's short side, in millimetres.
func (p Paper) Height() float64 { return [...]float64{297, 420, 594, 841}[p] }

// ParsePaper reads the name of a paper, in capitals or not. The error names the papers there are.
func ParsePaper(name string) (Paper, error) {
	var names []string
	for _, p := range Papers() {
		if strings.EqualFold(strings.TrimSpace(name), p.String()) {
			return p, nil
		}
		names = append(names, p.String())
	}
	return 0, fmt.Errorf("paper %q is none of %s", name, strings.Join(names, ", "))
}

// Poster makes the whole map for a sheet of paper, which it fills with type as large as possible.
// The drawing has the paper's ratio exactly; one pixel of it is Paper.Width() / Drawing.Width
// millimetres when it is printed at its size.
func Poster(in Input, lens Lens, p Paper) drawing.Drawing {
	v := newView(in)
	v.lens = lens
	return draw(planPoster(v, p.Width()/p.Height()), v, in.Theme)
}

// Legible is the size of the smallest type of a drawing, in points, when it is printed as wide as
// the paper.
func Legible(d drawing.Drawing, p Paper) (points float64) {
	smallest := math.Inf(1)
	drawing.Walk(d.Items, func(it drawing.Item) {
		if t, ok := it.(drawing.Text); ok {
			smallest = math.Min(smallest, t.Size)
		}
	})
	if math.IsInf(smallest, 1) || d.Width <= 0 {
		return 0
	}
	return smallest * p.Width() / d.Width / 25.4 * 72
}

// Readable is the size of type, in points, below which nobody reads a poster with ease.
const Readable = 5.0

// PaperFor is the smallest paper on which all type of a drawing is Readable; false when even the
// largest is too small.
func PaperFor(d drawing.Drawing) (Paper, bool) {
	for _, p := range Papers() {
		if Legible(d, p) >= Readable {
			return p, true
		}
	}
	return A0, false
}
