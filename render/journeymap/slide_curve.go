package journeymap

import (
	"math"
	"slices"

	"klantreis/journeys/evidence"
	"klantreis/render/drawing"
)

const (
	sideBySide = 5    // steps on one slide, at most
	scaleRoom  = 52.0 // at the left of the curve, for its scale
	leastMood  = 30.0 // height of one point of emotion
	mostMood   = 66.0
)

// feelings are the slides with the emotion curve, and what of the phase they tell.
type feelings struct {
	scenes []scene
	steps  map[int]bool // with a head on these slides
	quotes map[int]bool // steps whose first quote hangs at the curve
	texts  bool         // what the customer does and thinks stands there as well
}

// feelings tells how the customer lives through a phase: on as few slides as possible, then in the
// largest type. A slide without any known emotion is left out.
func (v *view) feelings(phase int) feelings {
	p := v.phases[phase]
	n := p.to - p.from
	for slides := (n + sideBySide - 1) / sideBySide; slides <= n; slides++ {
		least := feelings{}
		if !least.place(newBoard(v, leastScale), phase, slides, false) {
			continue // larger type fits even less
		}
		for _, scale := range scales() {
			for _, texts := range []bool{true, false} {
				f := feelings{}
				if f.place(newBoard(v, scale), phase, slides, texts) {
					return f
				}
			}
		}
	}
	return feelings{}
}

// place divides the steps evenly, with what the customer does and thinks when texts is set; false
// when they do not fit.
func (f *feelings) place(b board, phase, slides int, texts bool) bool {
	f.steps, f.quotes, f.texts = map[int]bool{}, map[int]bool{}, texts
	p := b.v.phases[phase]
	n := p.to - p.from
	for k := range slides {
		from, to := p.from+n*k/slides, p.from+n*(k+1)/slides
		felt := slices.ContainsFunc(b.v.steps[from:to], func(s stepView) bool { return s.emotion.Kind != evidence.None })
		if !felt {
			f.texts = f.texts && !b.v.speak(from, to)
			continue
		}
		sc, quoted, ok := b.feel(from, to, f.texts)
		if !ok {
			return slides == n && b.scale == leastScale && !f.texts // a step that is told elsewhere
		}
		sc.phase = phase
		f.scenes = append(f.scenes, sc)
		for i := from; i < to; i++ {
			f.steps[i] = true
		}
		for _, i := range quoted {
			f.quotes[i] = true
		}
	}
	return true
}

// speak says whether the customer does or thinks anything in the steps [from, to).
func (v *view) speak(from, to int) bool {
	for i := from; i < to; i++ {
		if len(v.doingParts(i)) > 0 {
			return true
		}
	}
	return false
}

// feel places the heads of the steps [from, to) side by side with the curve under them, and what
// the customer does and thinks between them when texts is set. It gives the steps that are quoted.
func (b board) feel(from, to int, texts bool) (sc scene, quoted []int, ok bool) {
	part := *b.v
	part.cut(from, to)
	part.steps = slices.Clone(part.steps)
	n := to - from
	g := grid{x: scaleRoom, n: n, column: (b.w - scaleRoom - slideAir) / float64(n)}
	sc.board = b
	var wanted []headOf
	for i := range n {
		wanted = append(wanted, headOf{from + i, g.cardWidth(), false})
	}
	cards, heads := b.heads(wanted)
	for i, head := range cards {
		head.shift(g.cardX(i), slideAir)
		sc.columns = append(sc.columns, column{step: from + i, entries: []entry{{tile: head}}})
	}
	y := slideAir + heads
	if texts {
		y = sc.placeTexts(&part, g, y)
	}
	if y > b.h*0.62 {
		return sc, nil, false
	}
	said := part.telling()
	least := min(1, len(said))
	if b.scale == leastScale && !texts {
		least = 0
	}
	room := b.h - y - slideAir - b.footRoom(b.v.lang.ByTeam().KeyDashed+".")
	for keep := len(said); keep >= least; keep-- {
		for i := range part.steps {
			part.steps[i].quotes = nil
			if slices.Contains(said[:keep], i) {
				part.steps[i].quotes = b.v.steps[from+i].quotes[:1]
			}
		}
		curve, fitted := part.curveIn(g, room)
		if curve == nil {
			continue
		}
		curve.shift(y + slideAir/2 - curve.box.Y)
		sc.curve = &layout{v: &part, grid: fitted, curve: curve}
		curve.placeScale(&part, fitted)
		for _, i := range said[:keep] {
			quoted = append(quoted, from+i)
		}
		sc.foot = b.footnote(sc.columns, sc.curve)
		return sc, quoted, true
	}
	return sc, nil, false
}

// placeTexts stands what the customer does and thinks under the heads and gives where it ends.
func (sc *scene) placeTexts(v *view, g grid, y float64) float64 {
	for _, what := range []string{"does", "thinks"} {
		row := 0.0
		for i := range sc.columns {
			c := &sc.columns[i]
			for _, p := range sc.v.doingParts(c.step) {
				if e, ok := p.build(sc.board, c.step, g.cardWidth(), 0, 1); ok && p.what == what {
					e.shift(g.cardX(i), y+slideAir-2)
					c.entries = append(c.entries, e)
					row = math.Max(row, e.box.H+slideAir-2)
				}
			}
		}
		y += row
	}
	return y
}

// telling lists the steps with quotes, those with the strongest emotion first.
func (v *view) telling() []int {
	var all []int
	for i, s := range v.steps {
		if len(s.quotes) > 0 {
			all = append(all, i)
		}
	}
	slices.SortStableFunc(all, func(a, b int) int {
		x, y := math.Abs(v.steps[a].emotion.Value), math.Abs(v.steps[b].emotion.Value)
		switch {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	return all
}

// curveIn makes the curve as high as room allows, from 0 down; nil when it does not fit. A balloon
// that changes sides may make a higher curve fit where a lower one does not, so all are tried.
func (v *view) curveIn(g grid, room float64) (*curveLane, grid) {
	for g.mood = mostMood; g.mood >= leastMood; g.mood -= 3 {
		if l := v.curveOf(g, room); l != nil {
			return l, g
		}
	}
	return nil, g
}

// curveOf makes the curve on a grid, in the middle of the room; nil when that is too low.
func (v *view) curveOf(g grid, room float64) *curveLane {
	if 4*g.mood > room {
		return nil
	}
	l := &curveLane{grid: true, large: true}
	sky := newSkyline(g, 0)
	l.draw(v, g, v.knots(g, 0), sky)
	l.placeValues(v, sky)
	l.placeFlag(v, g, sky)
	l.placeBalloons(v, g, sky)
	top, bottom := l.extent(g)
	l.placeOrigins(v, g, bottom)
	bottom += note.leading()
	if bottom-top > room {
		return nil
	}
	l.shift(-top + (room-bottom+top)/2)
	l.box = drawing.Box{X: g.x, W: g.width(), H: room}
	return l
}

// placeScale tells at the left what high and low mean.
func (l *curveLane) placeScale(v *view, g grid) {
	const room = scaleRoom - 8
	for i, value := range []float64{2, 0, -2} {
		y := l.zero - value*g.mood
		l.axis = append(l.axis,
			oneLine(2, y-15, room, v.lang.Signed(value, 0), noteStrong, ink, drawing.End),
			oneLine(2, y, room, v.words.Scale[i], note, soft, drawing.End))
	}
}
