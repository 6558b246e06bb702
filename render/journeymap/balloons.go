package journeymap

import (
	"math"

	"klantreis/render/drawing"
)

const (
	mostQuotes     = 2  // in one balloon; the others are counted
	mostQuoteLines = 12 // of one balloon, sources included
	balloonPad     = 10
	balloonWidest  = 300.0
	balloonBroad   = 440.0 // the widest on a wide sheet
)

// balloon holds what customers said at one step and points at that moment of the curve.
type balloon struct {
	step   int
	box    drawing.Box
	blocks []block
	rule   float64       // y of the line between two quotes; 0: none
	tip    drawing.Point // where it points at
	above  bool          // the balloon hangs above its moment
}

func (b *balloon) shift(dy float64) {
	b.box.Y += dy
	b.tip.Y += dy
	if b.rule != 0 {
		b.rule += dy
	}
	for i := range b.blocks {
		b.blocks[i].y += dy
	}
}

// side says whether the balloon of a point hangs above it: above peaks, under valleys, so that
// it stands where the curve is not.
func (l *curveLane) side(i int) bool {
	for k, p := range l.points {
		if p.step != i {
			continue
		}
		around, n := 0.0, 0.0
		if k > 0 {
			around, n = around+l.points[k-1].y, n+1
		}
		if k+1 < len(l.points) {
			around, n = around+l.points[k+1].y, n+1
		}
		if n > 0 && math.Abs(around/n-p.y) > 6 {
			return p.y < around/n
		}
		return p.emotion.Value >= 0
	}
	return true
}

// placeValues puts each value next to its face: on the side away from its balloon, else where
// the curve leaves most room.
func (l *curveLane) placeValues(v *view, sky *skyline) {
	size := valueText
	if l.large {
		size = slideValue
	}
	for i := range l.points {
		p := &l.points[i]
		text := v.lang.Signed(p.emotion.Value, 1)
		above := l.side(p.step)
		if len(v.steps[p.step].quotes) > 0 {
			above = !above
		}
		box := p.box()
		y := box.Y + box.H + 3
		if above {
			y = box.Y - 3 - size.leading()
		}
		w := size.width(text) + 6
		p.value = oneLine(p.x-w/2, y, w, text, size, mood(p.emotion.Value), drawing.Middle)
		p.value.halo = true
		sky.cover(p.value.x, p.value.x+w, y, y+size.leading())
	}
}

// mood is the colour of a value.
func mood(value float64) role {
	value = math.Round(value*10) / 10 // as it is written next to it
	switch {
	case value < -0.5:
		return bad
	case value < 0.5:
		return warn
	}
	return good
}

// placeBalloons gives every step with quotes one balloon. On each side of the curve balloons
// share the width between them, and each comes as near to the curve as the ink below it lets it.
func (l *curveLane) placeBalloons(v *view, g grid, sky *skyline) {
	sides := map[bool][]int{}
	for i, s := range v.steps {
		if len(s.quotes) > 0 {
			above := l.side(i)
			sides[above] = append(sides[above], i)
		}
	}
	for _, above := range []bool{true, false} {
		steps := sides[above]
		for k, i := range steps {
			left, right := g.x+6, g.x+g.width()-6
			if k > 0 {
				left = (g.centre(steps[k-1])+g.centre(i))/2 + 4
			}
			if k+1 < len(steps) {
				right = (g.centre(steps[k+1])+g.centre(i))/2 - 4
			}
			b := v.newBalloon(i, right-left)
			b.above = above
			x := math.Max(left, math.Min(g.centre(i)-b.box.W/2, right-b.box.W))
			y := 0.0
			b.tip = drawing.Point{X: g.centre(i)}
			top, bottom := sky.between(x-6, x+b.box.W+6)
			moment, momentEnd := sky.between(b.tip.X-3, b.tip.X+3)
			if above {
				y = math.Min(top-14, moment-20) - b.box.H
				b.tip.Y = moment - 4
			} else {
				y = math.Max(bottom+14, momentEnd+20)
				b.tip.Y = momentEnd + 4
			}
			for n := range b.blocks {
				b.blocks[n].shift(x, y)
			}
			b.box.X, b.box.Y = x, y
			if b.rule != 0 {
				b.rule += y
			}
			l.balloons = append(l.balloons, b)
		}
	}
}

// newBalloon fills a balloon at (0, 0): as narrow as reads well, at most room wide.
func (v *view) newBalloon(i int, room float64) balloon {
	widest, narrow, flat := balloonWidest, 168.0, 0.55
	if v.form != partForm {
		widest, narrow, flat = balloonBroad, 200, 0.31
	}
	widest = math.Min(room, widest)
	var b balloon
	for w := math.Min(narrow, widest); ; w = math.Min(w+33, widest) {
		b = v.fillBalloon(i, w)
		if b.box.H <= w*flat || w >= widest {
			return b
		}
	}
}

func (v *view) fillBalloon(i int, width float64) balloon {
	b := balloon{step: i, box: drawing.Box{W: width, H: balloonPad - 1}}
	inner := width - 2*balloonPad
	put := func(text string, s style, r role) {
		bl := block{x: balloonPad, y: b.box.H, w: inner, style: s, role: r, lines: wrapped(text, s, inner)}
		if len(bl.lines) > 0 {
			b.blocks = append(b.blocks, bl)
			b.box.H += bl.height()
		}
	}
	shown, lines := 0, 0
	for _, q := range v.steps[i].quotes {
		if shown == mostQuotes {
			break
		}
		text := "“" + q.Text + "”"
		need := len(wrapped(text, thought, inner)) + len(wrapped(q.Source, note, inner))
		if lines+need > mostQuoteLines && !(shown == 0 && len(v.steps[i].quotes) == 1) {
			continue
		}
		if shown > 0 {
			b.rule = b.box.H + 5
			b.box.H += 10
		}
		put(text, thought, ink)
		put(q.Source, note, soft)
		lines += need
		shown++
	}
	if more := len(v.steps[i].quotes) - shown; more > 0 {
		if shown > 0 {
			b.box.H += 4
		}
		text := "+ " + v.words.MoreQuotes.Of(more, v.lang.Int(more))
		put(text, noteStrong, soft)
	}
	b.box.H += balloonPad - 1
	return b
}
