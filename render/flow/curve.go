package flow

import (
	"math"

	"klantreis/render/drawing"
)

// path writes a piece as a path.
func (p piece) path() drawing.Path {
	path := drawing.Path{}.Move(p[0].X, p[0].Y)
	for i := 1; i+2 < len(p); i += 3 {
		path = path.Cubic(p[i].X, p[i].Y, p[i+1].X, p[i+1].Y, p[i+2].X, p[i+2].Y)
	}
	return path
}

// level makes a piece leave and arrive horizontally, as all lines meet the sides of boxes.
func (p piece) level() piece {
	q := append(piece{}, p...)
	n := len(q)
	reach := math.Min(18, math.Abs(q[n-1].X-q[0].X)/2)
	sign := 1.0
	if q[n-1].X < q[0].X {
		sign = -1
	}
	q[1] = drawing.Point{X: q[0].X + sign*math.Max(reach, sign*(q[1].X-q[0].X)), Y: q[0].Y}
	q[n-2] = drawing.Point{X: q[n-1].X - sign*math.Max(reach, sign*(q[n-1].X-q[n-2].X)), Y: q[n-1].Y}
	return q
}

// trim cuts a length off the end of a piece, at most its last curve.
func (p piece) trim(length float64) piece {
	n := len(p)
	if n < 4 || length <= 0 {
		return p
	}
	a, b, c, d := p[n-4], p[n-3], p[n-2], p[n-1]
	low, high := 0.0, 1.0
	for range 24 {
		mid := (low + high) / 2
		if q, _, _ := cut(a, b, c, d, mid); distance(q, d) > length {
			low = mid
		} else {
			high = mid
		}
	}
	end, h1, h2 := cut(a, b, c, d, high)
	return append(append(piece{}, p[:n-3]...), h1, h2, end)
}

// cut gives the first part of a Bézier up to t: its end and its two handles.
func cut(a, b, c, d drawing.Point, t float64) (end, h1, h2 drawing.Point) {
	mix := func(p, q drawing.Point) drawing.Point {
		return drawing.Point{X: p.X + (q.X-p.X)*t, Y: p.Y + (q.Y-p.Y)*t}
	}
	ab, bc, cd := mix(a, b), mix(b, c), mix(c, d)
	abc, bcd := mix(ab, bc), mix(bc, cd)
	return mix(abc, bcd), ab, abc
}

// arrow ends a line of the given width in an arrowhead. It returns the shortened line.
func (p piece) arrow(width float64) (line piece, head drawing.Path) {
	length := 7 + 1.9*width
	tip := p[len(p)-1]
	line = p.trim(length * 0.8)
	base := p.trim(length)
	from := base[len(base)-1]
	dx, dy := tip.X-from.X, tip.Y-from.Y
	d := math.Hypot(dx, dy)
	if d == 0 {
		return p, drawing.Path{}
	}
	dx, dy = dx/d, dy/d
	half := 3.4 + 1.1*width
	x, y := tip.X-dx*length, tip.Y-dy*length
	head = drawing.Polyline(tip, drawing.Point{X: x - dy*half, Y: y + dx*half}, drawing.Point{X: x + dy*half, Y: y - dx*half}).Closed()
	return line, head
}

// straight is a piece between two points that leaves and arrives horizontally.
func straight(a, b drawing.Point) piece {
	m := (a.X + b.X) / 2
	return piece{a, {X: m, Y: a.Y}, {X: m, Y: b.Y}, b}
}
