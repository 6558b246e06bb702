package journeymap

import (
	"math"

	"klantreis/render/drawing"
	"klantreis/render/font"
)

const (
	littleHeight = 118.0
	littleBar    = 20.0 // with the name of a phase
	littleType   = 10.5
	littleDot    = 4.0
)

// Little makes the map as small as a stamp, for an overview of journeys: its phases as bands of colour, as
// wide as they have steps, and through them the curve of what customers feel. Only the names of phases
// that fit are in it; the rest is in the description.
func Little(in Input, width float64) drawing.Drawing {
	v := newView(in)
	p := painter{t: in.Theme, v: v}
	n := float64(max(len(v.steps), 1))
	column := width / n
	var items []drawing.Item
	for i, ph := range v.phases {
		x, w := float64(ph.from)*column, float64(ph.to-ph.from)*column
		colors := in.Theme.Phase(p.number(i))
		items = append(items,
			drawing.Rect(x+0.5, 0, w-1, littleBar, 3).Filled(colors.Fill),
			drawing.Rect(x+0.5, littleBar+1, w-1, littleHeight-littleBar-1, 3).Filled(colors.Tint))
		title := clean(ph.title)
		if font.Width(title, font.SemiBold, littleType) <= w-9 {
			items = append(items, drawing.Text{X: x + w/2, Y: littleBar - 6, S: title, Size: littleType, Face: font.SemiBold, Anchor: drawing.Middle, Fill: colors.OnFill})
		}
	}
	middle := littleBar + (littleHeight-littleBar)/2
	unit := (littleHeight - littleBar - 4*littleDot) / 4
	items = append(items, drawing.Line(1, middle, width-1, middle).Stroked(in.Theme.InkSoft.Over(in.Theme.Paper, 0.45), 1, 2, 3))
	var points []drawing.Point
	var dots []drawing.Item
	dot := math.Max(1.6, math.Min(littleDot, column*0.32))
	for i, s := range v.steps {
		x := (float64(i) + 0.5) * column
		if !known(s.emotion) {
			dots = append(dots, drawing.Circle(x, middle, dot*0.6).Filled(in.Theme.InkSoft.Over(in.Theme.Paper, 0.45)))
			continue
		}
		at := drawing.Point{X: x, Y: middle - unit*math.Max(-2, math.Min(2, s.emotion.Value))}
		points = append(points, at)
		dots = append(dots, drawing.Circle(at.X, at.Y, dot+1).Filled(in.Theme.Paper), drawing.Circle(at.X, at.Y, dot).Filled(p.color(mood(s.emotion.Value), 0)))
	}
	if len(points) > 1 {
		line := drawing.Path{}.Move(points[0].X, points[0].Y)
		for k := 1; k < len(points); k++ {
			half := (points[k].X - points[k-1].X) / 2
			line = line.Cubic(points[k-1].X+half, points[k-1].Y, points[k].X-half, points[k].Y, points[k].X, points[k].Y)
		}
		line.Stroke = drawing.Stroke{Color: in.Theme.Accent, Width: 2, Round: true}
		items = append(items, line)
	}
	return drawing.Drawing{ID: "klantreis-klein", Width: width, Height: littleHeight, Title: clean(v.title()), Desc: clean(v.tale()), Lang: string(v.lang), Items: append(items, dots...)}
}
