package drawing

import "math"

// Point is a position in pixels.
type Point struct{ X, Y float64 }

// Op is what a segment does.
type Op int

const (
	MoveTo  Op = iota // to P[0]
	LineTo            // to P[0]
	CubicTo           // by the handles P[0] and P[1] to P[2]
	Close
)

// Seg is one step of a path, in absolute coordinates.
type Seg struct {
	Op Op
	P  [3]Point
}

// End is the point that the segment arrives at; Close has none.
func (s Seg) End() Point {
	if s.Op == CubicTo {
		return s.P[2]
	}
	return s.P[0]
}

// Move, Line and Cubic return the path with one more segment.
func (p Path) Move(x, y float64) Path { return p.with(Seg{MoveTo, [3]Point{{x, y}}}) }
func (p Path) Line(x, y float64) Path { return p.with(Seg{LineTo, [3]Point{{x, y}}}) }
func (p Path) Cubic(x1, y1, x2, y2, x, y float64) Path {
	return p.with(Seg{CubicTo, [3]Point{{x1, y1}, {x2, y2}, {x, y}}})
}

// Closed returns the path closed to its last Move.
func (p Path) Closed() Path { return p.with(Seg{Op: Close}) }

func (p Path) with(s Seg) Path {
	p.Segs = append(p.Segs[:len(p.Segs):len(p.Segs)], s)
	return p
}

// Filled returns the path with a fill of one colour.
func (p Path) Filled(c Color) Path {
	p.Fill = Solid(c)
	return p
}

// Stroked returns the path with a line of one colour.
func (p Path) Stroked(c Color, width float64, dash ...float64) Path {
	p.Stroke = Stroke{Color: c, Width: width, Dash: dash, Round: p.Stroke.Round}
	return p
}

// kappa places the handles of a cubic that follows a quarter circle of radius 1.
const kappa = 0.5522847498

// Rect is an axis-parallel box with corners rounded by r.
func Rect(x, y, w, h, r float64) Path {
	r = math.Max(0, math.Min(r, math.Min(w, h)/2))
	if r == 0 {
		return Path{Segs: []Seg{
			{MoveTo, [3]Point{{x, y}}}, {LineTo, [3]Point{{x + w, y}}},
			{LineTo, [3]Point{{x + w, y + h}}}, {LineTo, [3]Point{{x, y + h}}}, {Op: Close},
		}}
	}
	k := r * (1 - kappa)
	cubic := func(x1, y1, x2, y2, x, y float64) Seg { return Seg{CubicTo, [3]Point{{x1, y1}, {x2, y2}, {x, y}}} }
	line := func(x, y float64) Seg { return Seg{LineTo, [3]Point{{x, y}}} }
	return Path{Segs: []Seg{
		{MoveTo, [3]Point{{x + r, y}}},
		line(x+w-r, y), cubic(x+w-k, y, x+w, y+k, x+w, y+r),
		line(x+w, y+h-r), cubic(x+w, y+h-k, x+w-k, y+h, x+w-r, y+h),
		line(x+r, y+h), cubic(x+k, y+h, x, y+h-k, x, y+h-r),
		line(x, y+r), cubic(x, y+k, x+k, y, x+r, y), {Op: Close},
	}}
}

// Circle is a full circle around (cx, cy).
func Circle(cx, cy, r float64) Path { return Ellipse(cx, cy, r, r) }

// Ellipse is a full ellipse with its axes along x and y.
func Ellipse(cx, cy, rx, ry float64) Path {
	kx, ky := rx*kappa, ry*kappa
	return Path{Segs: []Seg{
		{MoveTo, [3]Point{{cx + rx, cy}}},
		{CubicTo, [3]Point{{cx + rx, cy + ky}, {cx + kx, cy + ry}, {cx, cy + ry}}},
		{CubicTo, [3]Point{{cx - kx, cy + ry}, {cx - rx, cy + ky}, {cx - rx, cy}}},
		{CubicTo, [3]Point{{cx - rx, cy - ky}, {cx - kx, cy - ry}, {cx, cy - ry}}},
		{CubicTo, [3]Point{{cx + kx, cy - ry}, {cx + rx, cy - ky}, {cx + rx, cy}}},
		{Op: Close},
	}}
}

// Line is a single straight line; give it a stroke.
func Line(x1, y1, x2, y2 float64) Path { return Path{}.Move(x1, y1).Line(x2, y2) }

// Polyline joins points; give it a stroke, or close and fill it.
func Polyline(points ...Point) Path {
	var p Path
	for i, q := range points {
		if i == 0 {
			p = p.Move(q.X, q.Y)
		} else {
			p = p.Line(q.X, q.Y)
		}
	}
	return p
}

// Transform returns the path with every point mapped by m; stroke and paint stay as they are.
func (p Path) Transform(m Matrix) Path {
	segs := make([]Seg, len(p.Segs))
	for i, s := range p.Segs {
		for k := range s.P {
			s.P[k] = m.Apply(s.P[k])
		}
		segs[i] = s
	}
	p.Segs = segs
	return p
}

// Box is an axis-parallel rectangle.
type Box struct{ X, Y, W, H float64 }

// Overlaps reports whether two boxes share an area; touching sides do not count.
func (b Box) Overlaps(c Box) bool {
	const slack = 1e-6
	return b.X+b.W > c.X+slack && c.X+c.W > b.X+slack && b.Y+b.H > c.Y+slack && c.Y+c.H > b.Y+slack
}

// Inside reports whether b lies within c.
func (b Box) Inside(c Box) bool {
	const slack = 1e-6
	return b.X >= c.X-slack && b.Y >= c.Y-slack && b.X+b.W <= c.X+c.W+slack && b.Y+b.H <= c.Y+c.H+slack
}
