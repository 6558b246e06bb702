package pdf

import (
	"math"

	"klantreis/render/drawing"
)

// gradient fills the outline. fpdf knows gradients of two colours without alpha that run on past
// their ends; further stops are laid over the earlier ones from where they start, so that no
// seam shows between them.
func (p *provider) gradient(outline string, path drawing.Path) {
	g := path.Fill.Gradient
	stops := g.Stops
	if len(stops) == 0 {
		return
	}
	for i := 1; i < len(stops); i++ {
		if stops[i].Color.A != stops[0].Color.A {
			p.fade(outline, path)
			return
		}
	}
	p.raw("q %sW n", outline)
	p.alpha(stops[0].Color)
	box := pathBox(path.Segs)
	if len(stops) == 1 || math.Hypot(g.X2-g.X1, g.Y2-g.Y1) < 1e-9 {
		p.raw("%s rg %sf", rgb(stops[len(stops)-1].Color), p.outline(drawing.Rect(box.X, box.Y, box.W, box.H, 0).Segs))
	}
	opaque := stops[0].Color.A == 255
	for i := 0; i+1 < len(stops); i++ {
		p.raw("q")
		if i > 0 {
			p.raw("%sW n", p.outline(band(g, box, stops[i].Offset, math.Inf(1))))
		}
		if !opaque && i+2 < len(stops) { // see-through bands must not overlap
			p.raw("%sW n", p.outline(band(g, box, math.Inf(-1), stops[i+1].Offset)))
		}
		p.ramp(g, stops[i], stops[i+1], box)
		p.raw("Q")
	}
	p.raw("Q")
}

// ramp paints the colours between two stops over the whole box.
func (p *provider) ramp(g *drawing.Gradient, a, b drawing.Stop, box drawing.Box) {
	at := func(t float64) (x, y float64) { return g.X1 + (g.X2-g.X1)*t, g.Y1 + (g.Y2-g.Y1)*t }
	x1, y1 := at(a.Offset)
	x2, y2 := at(b.Offset)
	// A square keeps right angles right: fpdf stretches the unit square over the box.
	side := math.Max(math.Max(box.W, box.H), 1e-3)
	unit := func(x, y float64) (float64, float64) { return (x - box.X) / side, 1 - (y-box.Y)/side }
	ux1, uy1 := unit(x1, y1)
	ux2, uy2 := unit(x2, y2)
	p.f.LinearGradient(box.X, box.Y, side, side,
		int(a.Color.R), int(a.Color.G), int(a.Color.B), int(b.Color.R), int(b.Color.G), int(b.Color.B), ux1, uy1, ux2, uy2)
}

// fade fills with a gradient whose opacity changes. Between two stops it lays half-planes over
// each other, each adding a little, which leaves no seams as strips side by side would.
func (p *provider) fade(outline string, path drawing.Path) {
	const steps = 40
	g := path.Fill.Gradient
	box := pathBox(path.Segs)
	p.raw("q %sW n", outline)
	stops := append([]drawing.Stop{{Offset: math.Inf(-1), Color: g.Stops[0].Color}}, g.Stops...)
	stops = append(stops, drawing.Stop{Offset: math.Inf(1), Color: g.Stops[len(g.Stops)-1].Color})
	for i := 0; i+1 < len(stops); i++ {
		a, b := stops[i], stops[i+1]
		if b.Offset <= a.Offset {
			continue
		}
		p.raw("q %sW n", p.outline(band(g, box, a.Offset, b.Offset)))
		if a.Color.A == b.Color.A || math.IsInf(a.Offset, 0) || math.IsInf(b.Offset, 0) {
			p.wash(box, a.Color, float64(a.Color.A)/255)
			p.raw("Q")
			continue
		}
		rising := b.Color.A > a.Color.A
		covered := 0.0
		for k := 0; k < steps; k++ {
			t := (float64(k) + 0.5) / steps
			if !rising {
				t = 1 - t
			}
			want := (float64(a.Color.A)*(1-t) + float64(b.Color.A)*t) / 255
			add := (want - covered) / (1 - covered)
			edge := a.Offset + (b.Offset-a.Offset)*float64(k)/steps
			half := band(g, box, edge, b.Offset)
			if !rising {
				half = band(g, box, a.Offset, b.Offset-(b.Offset-a.Offset)*float64(k)/steps)
			}
			if add > 0.0005 && covered < 1 {
				p.raw("q %sW n", p.outline(half))
				p.wash(box, b.Color.Over(a.Color, t), add)
				p.raw("Q")
				covered = want
			}
		}
		p.raw("Q")
	}
	p.raw("Q")
}

// wash paints the box in one colour with an opacity.
func (p *provider) wash(box drawing.Box, c drawing.Color, opacity float64) {
	if opacity <= 0 {
		return
	}
	p.raw("q")
	p.alpha(c.Alpha(opacity))
	p.raw("%s rg %sf Q", rgb(c), p.outline(drawing.Rect(box.X, box.Y, box.W, box.H, 0).Segs))
}

// band is the stripe across the gradient's axis between two offsets, wide enough for the box.
func band(g *drawing.Gradient, box drawing.Box, from, to float64) []drawing.Seg {
	dx, dy := g.X2-g.X1, g.Y2-g.Y1
	length := math.Max(math.Hypot(dx, dy), 1e-9)
	reach := math.Hypot(box.W, box.H) + math.Hypot(g.X1-box.X, g.Y1-box.Y) + length
	limit := func(t float64) float64 { return math.Max(-reach, math.Min(reach, t*length)) }
	ux, uy := dx/length, dy/length
	corner := func(along, across float64) drawing.Point {
		return drawing.Point{X: g.X1 + ux*along - uy*across, Y: g.Y1 + uy*along + ux*across}
	}
	a, b := limit(from), limit(to)
	return drawing.Polyline(corner(a, -reach), corner(b, -reach), corner(b, reach), corner(a, reach)).Closed().Segs
}

func pathBox(segs []drawing.Seg) drawing.Box {
	low, high := drawing.Point{X: math.Inf(1), Y: math.Inf(1)}, drawing.Point{X: math.Inf(-1), Y: math.Inf(-1)}
	for _, s := range segs {
		n := 1
		switch s.Op {
		case drawing.CubicTo:
			n = 3
		case drawing.Close:
			n = 0
		}
		for _, q := range s.P[:n] {
			low = drawing.Point{X: math.Min(low.X, q.X), Y: math.Min(low.Y, q.Y)}
			high = drawing.Point{X: math.Max(high.X, q.X), Y: math.Max(high.Y, q.Y)}
		}
	}
	if low.X > high.X {
		return drawing.Box{}
	}
	return drawing.Box{X: low.X, Y: low.Y, W: high.X - low.X, H: high.Y - low.Y}
}
