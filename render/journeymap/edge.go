package journeymap

import (
	"math"

	"klantreis/render/drawing"
)

// edge is a connection between two steps, as a line with an arrow.
type edge struct {
	from, to int // indices in view.all
	kind     edgeKind
	width    float64
	path     drawing.Path
	tip, dir drawing.Point // the arrow's point and its direction, length 1
	pill     *pill
}

type edgeKind int

const (
	edgeNext edgeKind = iota // forward
	edgeBack                 // to an earlier step
	edgeSelf                 // the same step again
)

// pill is a label on an edge.
type pill struct {
	box  drawing.Box
	text block
}

func (e *edge) shift(dy float64) {
	e.path = e.path.Transform(drawing.Translate(0, dy))
	e.tip.Y += dy
	if e.pill != nil {
		e.pill.box.Y += dy
		e.pill.text.y += dy
	}
}

// arrow is the length of an arrow's head.
func (e edge) arrow() float64 { return 7 + e.width*0.9 }

// edgeWidth draws a share as a width from 1.6 to 7 pixels; an unknown share is in between.
func edgeWidth(share float64) float64 {
	if share < 0 {
		return 2.6
	}
	return 1.6 + 5.4*share
}

// onRing is a point of the ring around a node, out pixels beside its middle, on the side of y.
func onRing(n node, out, y float64) drawing.Point {
	up := math.Copysign(math.Sqrt(nodeRing*nodeRing-out*out), y-n.y)
	return drawing.Point{X: n.x + out, Y: n.y + up}
}

// near is the distance from a track within which a way comes in at a slant, because there is no
// room for a bend and an arrow above each other.
const near = 34.0

// leave starts a way backwards: from the node's left shoulder round to the track at y.
func leave(n node, y float64) (path drawing.Path, x float64) {
	if math.Abs(y-n.y) < near {
		p := onRing(n, -11, y)
		return path.Move(p.X, p.Y).Cubic(p.X-5, p.Y+(y-p.Y)*0.6, p.X-11, y, p.X-24, y), p.X - 24
	}
	p := onRing(n, -6, y)
	bend := math.Copysign(22, n.y-y)
	return path.Move(p.X, p.Y).Line(p.X, y+bend).Cubic(p.X, y+bend*0.3, p.X-7, y, p.X-22, y), p.X - 22
}

// arrive ends a way backwards at the node's right shoulder, coming along the track at y.
func (r *router) arrive(e *edge, path drawing.Path, n node, y float64) drawing.Path {
	if math.Abs(y-n.y) < near {
		p := onRing(n, 12, y)
		const s = 0.7071
		up := math.Copysign(s, n.y-y)
		e.tip, e.dir = p, drawing.Point{X: -s, Y: up}
		back := e.arrow() - 1
		end := drawing.Point{X: p.X + s*back, Y: p.Y - up*back}
		return path.Cubic(n.x+34, y, end.X+s*6, end.Y-up*6, end.X, end.Y)
	}
	p := onRing(n, 6, y)
	up := math.Copysign(1, n.y-y)
	e.tip, e.dir = p, drawing.Point{Y: up}
	end := p.Y - up*(e.arrow()-1)
	bend := math.Min(22, math.Abs(end-y)) * up
	return path.Line(p.X+22, y).Cubic(p.X+7, y, p.X, y+bend*0.3, p.X, y+bend).Line(p.X, end)
}
