package journeymap

import (
	"fmt"
	"strconv"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/drawing"
)

// draw makes the picture of a sheet: what lies behind first, then in reading order the head, the
// customer, the key, the curve, and phase by phase its steps.
func (t *tall) draw(sh leaf, theme render.Theme) drawing.Drawing {
	p := tallPainter{painter{t: theme, v: t.v}, t}
	items := []drawing.Item{p.behind(sh), p.head(sh)}
	if sh.persona != nil {
		items = append(items, drawing.Group{ID: "klant", Label: t.v.words.Customer, Items: p.card(*sh.persona, 0)})
	}
	if sh.key != nil {
		items = append(items, drawing.Group{ID: "legenda", Label: t.v.words.Legend, Items: p.card(*sh.key, 0)})
	}
	if len(sh.curve.moments) > 0 {
		items = append(items, p.curve(sh.curve))
	}
	ids := map[string]bool{}
	for _, b := range sh.bars {
		items = append(items, p.phase(b, sh, ids))
	}
	if f := sh.footer; f != nil {
		foot := []drawing.Item{drawing.Line(t.margin, f.rule, t.width-t.margin, f.rule).Stroked(theme.Line, 1)}
		for _, m := range f.gifts {
			foot = append(foot, p.mark(m, 0)...)
		}
		items = append(items, drawing.Group{ID: "voet", Label: t.v.words.Sources, Items: append(foot, p.blocks(f.blocks, 0)...)})
	}
	return drawing.Drawing{
		ID: t.id, Width: t.width, Height: sh.height, Title: clean(t.title), Desc: clean(t.desc),
		Lang: string(t.v.lang), Background: theme.Paper, Items: items, Spots: sh.spots(t.v), Rooms: sh.rooms(t),
	}
}

// spots gathers the places that stand for something measured, in reading order.
func (sh leaf) spots(v *view) []drawing.Spot {
	var all []drawing.Spot
	for _, s := range sh.stops {
		for _, tl := range s.tiles {
			all = append(all, tl.spots...)
		}
		for _, m := range sh.curve.moments {
			if m.step == s.step && m.known() && !s.again {
				all = append(all, drawing.Spot{For: render.BackingID(render.BackingEmotion, v.steps[s.step].ID), Box: m.box()})
			}
		}
	}
	return all
}

// tallPainter draws what only the narrow form has.
type tallPainter struct {
	painter
	tall *tall
}

// behind holds the tints of the phases and the lines of the scale.
func (p tallPainter) behind(sh leaf) drawing.Item {
	t := p.tall
	var items []drawing.Item
	for _, b := range sh.bars {
		top := b.box.Y + b.box.H/2
		items = append(items, drawing.Rect(b.box.X, top, b.box.W, b.end-top, 8).Filled(p.t.Phase(p.number(b.phase)).Tint))
		if t.curveRoom == 0 {
			continue
		}
		for _, value := range []float64{-2, -1, 0, 1, 2} {
			line := drawing.Line(t.moodX(value), b.box.Y+b.box.H+34, t.moodX(value), b.end-4)
			if value == 0 {
				items = append(items, line.Stroked(p.t.InkSoft.Over(p.t.Paper, 0.45), 1.5))
			} else {
				items = append(items, line.Stroked(p.t.Line, 1))
			}
		}
	}
	return drawing.Group{ID: "achtergrond", Items: items}
}

func (p tallPainter) head(sh leaf) drawing.Item {
	var items []drawing.Item
	if sh.dark {
		items = append(items, drawing.Rect(0, 0, p.tall.width, sh.head.box.H, 0).Filled(p.t.Header))
	}
	return drawing.Group{ID: "kop", Label: clean(p.tall.title), Items: append(items, p.blocks(sh.head.blocks, 0)...)}
}

func (p tallPainter) curve(c backbone) drawing.Item {
	return drawing.Group{ID: "curve", Items: append(p.mood(c.bands, c.pieces), p.blocks(c.scale, 0)...)}
}

// phase is the bar of a phase with the steps below it.
func (p tallPainter) phase(b phaseBar, sh leaf, ids map[string]bool) drawing.Item {
	ph, at := p.v.phases[b.phase], p.number(b.phase)
	items := []drawing.Item{drawing.Rect(b.box.X, b.box.Y, b.box.W, b.box.H, 6).Filled(p.t.Phase(at).Fill)}
	items = append(items, p.block(b.title, at)...)
	items = append(items, p.block(b.meta, at)...)
	for _, s := range sh.stops {
		if p.v.steps[s.step].phase == b.phase {
			items = append(items, p.stop(s, sh.curve, at, ids))
		}
	}
	label := fmt.Sprintf("%s: %s", fmt.Sprintf(p.v.words.PhaseOf, ph.number, len(p.v.j.Phases)), ph.title)
	return drawing.Group{ID: uniqueID(ids, "fase-"+strconv.Itoa(ph.number)), Label: clean(label), Items: items}
}

// stop is a step: its moment on the curve and its tiles.
func (p tallPainter) stop(s stop, c backbone, phase int, ids map[string]bool) drawing.Item {
	st := p.v.steps[s.step]
	var items []drawing.Item
	for k, tl := range s.tiles {
		if k == s.speaker && tl.look == speech {
			items = append(items, p.leader(tl, s, c)...)
		}
	}
	for _, m := range c.moments {
		if m.step == s.step && !s.again {
			items = append(items, p.moment(m)...)
		}
	}
	for _, tl := range s.tiles {
		items = append(items, p.tile(tl, phase)...)
	}
	id := journeys.Slug(st.ID)
	if id == "" {
		id = strconv.Itoa(st.number)
	}
	return drawing.Group{
		ID: uniqueID(ids, "stap-"+id), Label: clean(p.v.story(s.step)), Items: items,
		Data: map[string]string{"stap": st.ID, "nummer": strconv.Itoa(st.number)},
	}
}

// leader is the fine line from a balloon to the face that speaks.
func (p tallPainter) leader(tl tile, s stop, c backbone) []drawing.Item {
	for _, m := range c.moments {
		if m.step == s.step && m.known() {
			return []drawing.Item{drawing.Line(m.x+faceRadius+3, m.y, tl.tip.X-speechTail, tl.tip.Y).Stroked(p.t.Accent, 1.3, 2, 3)}
		}
	}
	return nil
}

func (p tallPainter) moment(m moment) []drawing.Item {
	var items []drawing.Item
	if m.known() {
		color := p.color(mood(m.emotion.Value), 0)
		if m.high-m.low > 0.5 {
			for _, x := range []float64{m.low, m.high} {
				items = append(items, drawing.Line(x, m.y-5, x, m.y+5).Stroked(color, 2))
			}
			items = append(items, drawing.Line(m.low, m.y, m.high, m.y).Stroked(color, 2))
		}
		items = append(items, face(m.x, m.y, m.emotion.Value, m.emotion.Kind == evidence.Typed, color, p.t.Paper)...)
	}
	items = append(items, p.block(m.value, 0)...)
	return append(items, p.block(m.origin, 0)...)
}

func (p tallPainter) tile(tl tile, phase int) []drawing.Item {
	b, line := tl.box, p.t.InkSoft.Over(p.t.Paper, 0.35)
	var items []drawing.Item
	switch tl.look {
	case asCard:
		items = p.card(tl.card, phase)
	case speech:
		shape := drawing.Rect(b.X+0.5, b.Y+0.5, b.W-1, b.H-1, 10)
		if p.tall.curveRoom > 0 {
			shape = sideBubble(b, 10, tl.tip.Y)
		}
		items = append(items, shape.Filled(p.t.Paper).Stroked(p.t.Accent, 1.3))
		if tl.rule != 0 {
			items = append(items, drawing.Line(b.X+balloonPad, tl.rule, b.X+b.W-balloonPad, tl.rule).Stroked(p.t.Line, 1))
		}
		items = append(items, p.blocks(tl.blocks, phase)...)
	case thinking:
		items = append(items, drawing.Rect(b.X+0.5, b.Y+0.5, b.W-1, b.H-1, 15).Filled(p.t.Paper).Stroked(line, 1))
		if p.tall.curveRoom > 0 {
			items = append(items,
				drawing.Circle(b.X-6.5, tl.tip.Y, 4).Filled(p.t.Paper).Stroked(line, 1),
				drawing.Circle(b.X-14, tl.tip.Y-2.5, 2.4).Filled(p.t.Paper).Stroked(line, 1))
		}
		items = append(items, p.blocks(tl.blocks, phase)...)
	case divides:
		items = p.blocks(tl.blocks, phase)
		right := 0.0
		for _, bl := range tl.blocks {
			e := bl.extent()
			right = max(right, e.X+e.W)
		}
		y := b.Y + b.H/2
		items = append(items, drawing.Line(right+8, y, b.X+b.W, y).Stroked(p.t.Ink, 1.4, 7, 5))
	default:
		items = p.blocks(tl.blocks, phase)
	}
	if b := tl.bubble; b.W > 0 {
		y := b.Y + b.H/2
		items = append(items, drawing.Rect(b.X+0.5, b.Y+0.5, b.W-1, b.H-1, 12).Filled(drawing.Color{}).Stroked(line, 1),
			drawing.Circle(b.X-5.5, y, 3).Filled(p.t.Paper).Stroked(line, 1), drawing.Circle(b.X-12, y-2, 2).Filled(p.t.Paper).Stroked(line, 1))
	}
	for _, c := range tl.chips {
		items = append(items, p.chip(c)...)
	}
	for _, tr := range tl.turns {
		items = append(items, p.turn(tr)...)
	}
	return items
}

// chip is a channel in the colour that it has on the wide form.
func (p tallPainter) chip(c chip) []drawing.Item {
	b := c.disc
	items := []drawing.Item{drawing.Circle(b.X+b.W/2, b.Y+b.H/2, b.W/2).Filled(p.channelColor(c.channel))}
	items = append(items, p.channelSign(c.channel, drawing.Box{X: b.X + b.W*0.2, Y: b.Y + b.H*0.2, W: b.W * 0.6, H: b.H * 0.6}, p.t.Paper)...)
	return append(items, p.block(c.text, 0)...)
}

// turn is the sign of a way that is not the next step: a hook up for back, a hook down for on, a
// loop for the same step again.
func (p tallPainter) turn(tr turn) []drawing.Item {
	x, y := tr.box.X, tr.box.Y
	e := edge{kind: tr.kind, width: 1.8}
	way := drawing.Path{}
	switch tr.kind {
	case edgeBack:
		way = way.Move(x, y+14).Line(x+6, y+14).Cubic(x+10, y+14, x+12, y+12, x+12, y+8)
		e.tip, e.dir = drawing.Point{X: x + 12, Y: y}, drawing.Point{Y: -1}
	case edgeSelf:
		way = way.Move(x+12, y+9).Cubic(x+12, y+13, x+10, y+15, x+7, y+15).Cubic(x-1, y+15, x-1, y+3, x+6, y+3)
		e.tip, e.dir = drawing.Point{X: x + 14, Y: y + 3}, drawing.Point{X: 1}
	default:
		way = way.Move(x, y+2).Line(x+6, y+2).Cubic(x+10, y+2, x+12, y+4, x+12, y+8)
		e.tip, e.dir = drawing.Point{X: x + 12, Y: y + 16}, drawing.Point{Y: 1}
	}
	color := p.edgeColor(tr.kind)
	way.Stroke = drawing.Stroke{Color: color, Width: e.width, Round: true}
	return []drawing.Item{way, arrowHead(e).Filled(color)}
}

// speechTail is how far the tail of a balloon sticks out at its left.
const speechTail = 11.0

// sideBubble is a box with round corners and a tail at its left, at height y.
func sideBubble(b drawing.Box, r, y float64) drawing.Path {
	const k, half = 0.45, 7.0
	l, tp, rt, bt := b.X, b.Y, b.X+b.W, b.Y+b.H
	return drawing.Path{}.Move(l+r, tp).Line(rt-r, tp).Cubic(rt-r*k, tp, rt, tp+r*k, rt, tp+r).
		Line(rt, bt-r).Cubic(rt, bt-r*k, rt-r*k, bt, rt-r, bt).
		Line(l+r, bt).Cubic(l+r*k, bt, l, bt-r*k, l, bt-r).
		Line(l, min(y+half, bt-r)).Line(l-speechTail, y).Line(l, max(y-half, tp+r)).
		Line(l, tp+r).Cubic(l, tp+r*k, l+r*k, tp, l+r, tp).Closed()
}
