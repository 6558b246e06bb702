package flow

import (
	"klantreis/render/drawing"
)

var (
	outDash    = []float64{2.5, 4}
	repeatDash = []float64{9, 6}
)

// drawOuts draws what hangs below a step on a spine: drop-outs, dotted and marked by a cross, and
// lines that do not run through.
func (a *artist) drawOuts(i int, card drawing.Box) []drawing.Item {
	left, bottom := card.X+outIndent, card.Y+card.H
	spine := card.X + outIndent/2
	var items []drawing.Item
	from := bottom
	for _, o := range a.cells[i].outs {
		y := bottom + o.y + o.h/2
		color, dash, fill := a.theme.Bad, outDash, a.theme.BadSoft
		w, label, x := lineWidth(shareOf(o.share)), "", left+outPad+23
		if o.isJump {
			l := a.links[o.link]
			color, dash = a.style(l.kind)
			fill, w, x = a.theme.Paper, lineWidth(l.weight), left+outPad
			label = a.linkText(l, a.lang)
		} else {
			label = a.outText(i, a.steps[i].dropOuts[o.out], a.lang)
		}
		line := drawing.Path{}.Move(spine, from).Line(spine, y-7).Cubic(spine, y-3, spine+3, y, spine+5, y)
		_, head := piece{{X: left - 9, Y: y}, {X: left - 7, Y: y}, {X: left - 2, Y: y}, {X: left, Y: y}}.arrow(1)
		group := drawing.Group{Label: label, Items: []drawing.Item{
			line.Stroked(color, min(w, 4), dash...), head.Filled(color),
			drawing.Rect(left, bottom+o.y, card.W-outIndent, o.h, 7).Filled(fill).Stroked(color, 1.3, dash...),
		}}
		if !o.isJump {
			group.ID = a.id("afhaak-", a.steps[i].id)
			group.Items = append(group.Items, a.cross(left+outPad+8, y)...)
		}
		group.Items = append(group.Items, a.text(o.lines, x, y-height(o.lines)/2, drawing.Start, a.theme.Ink)...)
		items = append(items, group)
		from = y
	}
	return items
}

// cross is the sign of a drop-out.
func (a *artist) cross(x, y float64) []drawing.Item {
	const c = 3.4
	return []drawing.Item{
		drawing.Circle(x, y, 8.5).Filled(a.theme.Bad),
		drawing.Path{}.Move(x-c, y-c).Line(x+c, y+c).Move(x-c, y+c).Line(x+c, y-c).Stroked(a.theme.Paper, 2),
	}
}

// drawRepeat draws the way from a step to itself, above the step.
func (a *artist) drawRepeat(c *cell, whole, card drawing.Box) drawing.Item {
	warn := a.theme.Warn
	cx := card.X + card.W/2
	box := drawing.Box{X: cx - c.repeat.w/2, Y: whole.Y, W: c.repeat.w, H: c.repeat.h}
	y := box.Y + box.H/2
	right, left := card.X+card.W-18, card.X+18
	up := drawing.Path{}.Move(right, card.Y).Cubic(right, card.Y-24, right, y, box.X+box.W, y)
	down, head := piece{{X: box.X, Y: y}, {X: left, Y: y}, {X: left, Y: card.Y - 24}, {X: left, Y: card.Y}}.arrow(2.2)
	return drawing.Group{Items: []drawing.Item{
		up.Stroked(warn, 2.2, repeatDash...), down.path().Stroked(warn, 2.2, repeatDash...), head.Filled(warn),
		a.drawLabel(c.repeat, box, warn),
	}}
}

// shareOf is a share as lineWidth wants it.
func shareOf(s *float64) float64 {
	if s == nil {
		return -1
	}
	return *s
}
