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
// descent, with something to say.
func (p painter) portrait(b drawing.Box) []drawing.Item {
	t := p.t
	m := drawing.Translate(b.X, b.Y).Mul(drawing.Scale(b.W / 64))
	skin, deep := t.Accent.Over(t.Paper, 0.30), t.Header
	line := func(path drawing.Path, width float64) drawing.Path {
		path.Stroke = drawing.Stroke{Color: deep, Width: width * b.W / 64, Round: true}
		return path
	}
	// The shoulders end on the circle around the figure.
	shoulders := drawing.Path{}.Move(10.8, 55.5).Cubic(12, 44, 20, 41, 32, 41).Cubic(44, 41, 52, 44, 53.2, 55.5).
		Cubic(41.5, 66.8, 22.5, 66.8, 10.8, 55.5).Closed()
	neck := drawing.Path{}.Move(27, 34).Line(37, 34).Line(37, 42).Cubic(35, 46, 29, 46, 27, 42).Closed()
	cap := drawing.Path{}.Move(18.6, 24).Cubic(17, 6, 47, 6, 45.4, 24).Cubic(41, 17.5, 34, 16, 28, 17.5).Cubic(23, 18.5, 20, 20.5, 18.6, 24).Closed()
	smile := drawing.Path{}.Move(26.8, 29.6).Cubic(29, 33.2, 35, 33.2, 37.2, 29.6)
	paths := []drawing.Path{
		drawing.Circle(32, 32, 32).Filled(t.Accent.Over(t.Paper, 0.13)),
		shoulders.Filled(t.Accent), neck.Filled(t.Accent.Over(t.Paper, 0.42)),
		drawing.Ellipse(32, 25, 12.6, 14).Filled(skin), cap.Filled(deep),
		drawing.Circle(27.4, 25, 1.5).Filled(deep), drawing.Circle(36.6, 25, 1.5).Filled(deep),
		line(smile, 1.8),
	}
	var items []drawing.Item
	for _, path := range paths {
		items = append(items, path.Transform(m))
	}
	return items
}
