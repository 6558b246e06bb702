package journeymap

import (
	"fmt"
	"math"
	"slices"

	"klantreis/journeys"
	"klantreis/render/drawing"
)

// callout is the flag at the hardest moment of the journey.
type callout struct {
	step  int // index in the view
	box   drawing.Box
	text  block
	basis block         // that it was measured, and how often
	tip   drawing.Point // where it points at
	above bool
}

// hardest is the index in v.all of the step that evidence calls the hardest, −1 when there is none.
func (v *view) hardest() int {
	steps := make([]*journeys.Step, len(v.all))
	for i, s := range v.all {
		steps[i] = s.Step
	}
	worst := v.ev.Hardest(steps)
	return slices.IndexFunc(v.all, func(s stepView) bool { return worst != nil && s.Step == worst })
}

// placeFlag puts the flag beyond the value of the hardest moment, free of all ink so far.
func (l *curveLane) placeFlag(v *view, g grid, sky *skyline) {
	at := v.hardest() - v.first
	for _, p := range l.points {
		if p.step != at {
			continue
		}
		f := &callout{step: at, above: p.value.y < p.y, tip: drawing.Point{X: p.x, Y: p.value.y + p.value.height() + 2}}
		const left, right, padY = 27.0, 11.0, 6.0
		f.text = block{style: bodyStrong, role: onBad}
		w, room := v.lang.Poster(), math.Max(110, math.Min(240, g.column*1.3-left-right))
		f.text.lines = wrapped(w.Hardest, bodyStrong, room)
		f.basis = block{style: note, role: onBad, lines: wrapped(fmt.Sprintf(w.LowestMeasured, v.count(p.emotion.N)), note, room)}
		f.text.w = math.Max(f.text.extent().W, f.basis.extent().W)
		f.basis.w = f.text.w
		f.box.W, f.box.H = f.text.w+left+right, f.text.height()+f.basis.height()+2*padY
		f.box.X = clamp(p.x-f.box.W/2, g.x+6, g.x+g.width()-6-f.box.W)
		top, bottom := sky.between(f.box.X-6, f.box.X+f.box.W+6)
		f.box.Y = bottom + 12
		if f.above {
			f.box.Y = top - 12 - f.box.H
			f.tip.Y = p.value.y - 2
		}
		f.text.x, f.text.y = f.box.X+left, f.box.Y+padY
		f.basis.x, f.basis.y = f.text.x, f.text.y+f.text.height()
		sky.cover(f.box.X, f.box.X+f.box.W, f.box.Y, f.box.Y+f.box.H)
		sky.cover(p.x-2, p.x+2, f.box.Y, f.tip.Y)
		l.flag = f
	}
}

func (f *callout) shift(dy float64) {
	f.box.Y += dy
	f.tip.Y += dy
	f.text.y += dy
	f.basis.y += dy
}

// flag draws the flag with its pointer.
func (p painter) flag(f *callout) []drawing.Item {
	t, b := p.t, f.box
	edge, dir := b.Y, -1.0
	if f.above {
		edge, dir = b.Y+b.H, 1
	}
	tail := drawing.Path{}.Move(f.tip.X-7, edge-dir).Line(f.tip.X, edge+8*dir).Line(f.tip.X+7, edge-dir).Closed()
	pole := drawing.Line(b.X+12, b.Y+7, b.X+12, b.Y+7+15).Stroked(t.Paper, 1.8)
	cloth := drawing.Path{}.Move(b.X+12, b.Y+7).Line(b.X+21, b.Y+11).Line(b.X+12, b.Y+15).Closed()
	items := []drawing.Item{
		drawing.Line(f.tip.X, edge+8*dir, f.tip.X, f.tip.Y).Stroked(t.Bad, 1.3, 2, 3),
		drawing.Rect(b.X, b.Y, b.W, b.H, 6).Filled(t.Bad), tail.Filled(t.Bad), pole, cloth.Filled(t.Paper),
	}
	return append(items, p.blocks([]block{f.text, f.basis}, 0)...)
}

// warmth colours the room behind the curve, from good at the top to bad at the foot. Its colours
// are mixed with the tint of each phase rather than see-through: a fading gradient is built up of
// steps in PDF.
func (p painter) warmth(c *curveLane) []drawing.Item {
	const strong, faint = 0.16, 0.02
	top, bottom := c.zero-2.2*p.l.grid.mood, c.zero+2.2*p.l.grid.mood
	var items []drawing.Item
	for i, ph := range p.v.phases {
		x, w := p.l.grid.tint(ph.from, ph.to)
		tint := p.t.Phase(p.number(i)).Tint
		path := drawing.Rect(x, top, w, bottom-top, 0)
		path.Fill = drawing.Paint{Gradient: &drawing.Gradient{X1: x, Y1: top, X2: x, Y2: bottom, Stops: []drawing.Stop{
			{Offset: 0, Color: p.t.Good.Over(tint, strong)}, {Offset: 0.42, Color: p.t.Good.Over(tint, faint)},
			{Offset: 0.58, Color: p.t.Bad.Over(tint, faint)}, {Offset: 1, Color: p.t.Bad.Over(tint, strong)},
		}}}
		items = append(items, path)
	}
	return items
}
