package journeymap

import (
	"klantreis/render/drawing"
)

// face draws a mood: a filled disc for a value that was computed, an outlined square with round
// corners for one that was typed in. The mouth follows the value.
func face(x, y, value float64, typed bool, c, paper drawing.Color) []drawing.Item {
	return faceOf(faceRadius, x, y, value, typed, c, paper)
}

func faceOf(r, x, y, value float64, typed bool, c, paper drawing.Color) []drawing.Item {
	u := r / 12 // it was drawn 12 high
	var items []drawing.Item
	feature := paper
	if typed {
		feature = c
		items = append(items,
			drawing.Rect(x-r-1.5, y-r-1.5, 2*r+3, 2*r+3, 7*u).Filled(paper),
			drawing.Rect(x-r+1, y-r+1, 2*r-2, 2*r-2, 5*u).Filled(paper).Stroked(c, 2))
	} else {
		items = append(items, drawing.Circle(x, y, r+2).Filled(paper), drawing.Circle(x, y, r).Filled(c))
	}
	bend := value * 2.1
	at := func(dx, dy float64) (float64, float64) { return x + dx*u, y + dy*u }
	x1, y1 := at(-4.6, 4.4-bend*0.45)
	x2, y2 := at(-2, 4.4+bend*0.75)
	x3, _ := at(2, 0)
	x4, _ := at(4.6, 0)
	mouth := drawing.Path{}.Move(x1, y1).Cubic(x2, y2, x3, y2, x4, y1)
	mouth.Stroke = drawing.Stroke{Color: feature, Width: 1.9 * u, Round: true}
	return append(items,
		drawing.Circle(x-3.9*u, y-2.6*u, 1.5*u).Filled(feature), drawing.Circle(x+3.9*u, y-2.6*u, 1.5*u).Filled(feature), mouth)
}

// portrait is the customer: a friendly figure in the colours of the theme, of no sex, age or
// descent.
func (p painter) portrait(b drawing.Box) []drawing.Item {
	t := p.t
	m := drawing.Translate(b.X, b.Y).Mul(drawing.Scale(b.W / 64))
	pale := t.Accent.Over(t.Paper, 0.22)
	// The shoulders end on the circle around the figure.
	shoulders := drawing.Path{}.Move(10.2, 55).Cubic(11.5, 45.5, 20, 42, 32, 42).Cubic(44, 42, 52.5, 45.5, 53.8, 55).
		Cubic(41.5, 66.8, 22.5, 66.8, 10.2, 55).Closed()
	collar := drawing.Path{}.Move(25, 42.6).Cubic(27, 48.5, 37, 48.5, 39, 42.6).Cubic(36, 41.8, 28, 41.8, 25, 42.6).Closed()
	smile := drawing.Path{}.Move(26.2, 29).Cubic(28.5, 33.4, 35.5, 33.4, 37.8, 29)
	smile.Stroke = drawing.Stroke{Color: t.Accent, Width: 2 * b.W / 64, Round: true}
	var items []drawing.Item
	for _, path := range []drawing.Path{
		drawing.Circle(32, 32, 32).Filled(t.Accent), shoulders.Filled(pale), collar.Filled(t.Accent.Over(t.Paper, 0.45)),
		drawing.Circle(32, 25.5, 13).Filled(t.Paper),
		drawing.Circle(27.2, 24, 1.8).Filled(t.Accent), drawing.Circle(36.8, 24, 1.8).Filled(t.Accent), smile,
		drawing.Circle(23.6, 28.2, 2).Filled(pale), drawing.Circle(40.4, 28.2, 2).Filled(pale),
	} {
		items = append(items, path.Transform(m))
	}
	return items
}
