package journeymap

import (
	"math"

	"klantreis/journeys/difference"
	"klantreis/journeys/evidence"
	"klantreis/render/drawing"
)

const (
	// moodAside is how far the two faces of a column stand from its middle, so that they never
	// cover each other, nor the sign between them.
	moodAside   = 27.0
	shadeStep   = 4.0  // of the outline of the difference
	leastShade  = 2.0  // pixels of difference that can be seen
	leastForTag = 24.0 // height of the difference that has room for a sign
	diamond     = 15.0 // half the height of a wished face
)

// pairCurve is the lane with both emotion curves.
type pairCurve struct {
	box    drawing.Box
	label  card
	zero   float64
	axis   []block
	sides  [2]moodSide // current, wished
	shades []shade
	tags   []shadeTag
	chips  []moodChip
	notes  []moodNote
}

// moodChip tells how a step differs, with a sign; steps that cannot be compared have none.
type moodChip struct {
	column int
	box    drawing.Box
	sign   icon
	text   block
	role   role
}

// moodNote tells where a value of a step comes from.
type moodNote struct {
	column int
	block
}

// moodSide is the curve of one side.
type moodSide struct {
	points []moodPoint // step is the column
	pieces []piece
	bands  []drawing.Path
	known  [][4]drawing.Point // the pieces with a value at each step of theirs: they bound the difference
}

// shade is a stretch between the curves where the wished one is above (gain) or below the other.
type shade struct {
	path drawing.Path
	gain bool
}

// shadeTag is the sign of a difference in its middle.
type shadeTag struct {
	x, y float64
	gain bool
}

func planMoods(p *pair, g grid) *pairCurve {
	l := &pairCurve{}
	l.sides[0], l.sides[1] = p.side(g, 0), p.side(g, 1)
	if len(l.sides[0].points)+len(l.sides[1].points) == 0 {
		return nil
	}
	l.shade(p, g)
	l.placeValues(p)
	room := 2*g.mood + diamond + valueText.leading() + 8
	top, bottom := -room, room
	l.placePairNotes(p, g, bottom+2)
	for _, n := range l.notes {
		bottom = math.Max(bottom, n.y+n.height())
	}
	bottom += 4
	label := labelFor(g, p.w.FeelingLane, 58)
	height := math.Max(bottom-top, label.box.H)
	l.shift(-top)
	l.label = label
	l.label.shift(pageMargin, 0)
	l.label.box.H = height
	l.box = drawing.Box{X: g.x, W: g.width(), H: height}
	axis := curveLane{zero: l.zero}
	axis.placeAxis(g, p.words)
	l.axis = axis.axis
	return l
}

// side lays out the curve of one side, with zero at height 0. It runs level through a column, from
// where the one face stands to where the other does, so that both curves can be compared straight
// up and down. Where the current curve passes a step that moved, away or to here, it is dotted: the
// current journey does not go that way.
func (p *pair) side(g grid, which int) moodSide {
	var s moodSide
	y := func(value float64) float64 { return -g.mood * math.Max(-2, math.Min(2, value)) }
	var before *knot
	unknown := false
	last := 0 // number in the current journey of the step before
	for i, st := range p.c.Steps {
		e, there := st.Feeling.Before, st.Before != nil
		if which == 1 {
			e, there = st.Feeling.After, st.After != nil
		}
		if !there {
			continue
		}
		elsewhere := which == 0 && st.Step.Before.Number != last+1
		last = st.Step.Before.Number
		if !known(e) {
			unknown = true
			continue
		}
		k := knot{at: i, x: g.centre(i), y: y(e.Value), derived: e.Kind == evidence.Derived}
		k.low, k.high = k.y, k.y
		if k.derived {
			k.low, k.high = y(math.Min(e.Low, e.Value)), y(math.Max(e.High, e.Value))
		}
		face := k.x + moodAside*float64(2*which-1)
		s.points = append(s.points, moodPoint{step: i, x: face, y: k.y, low: k.low, high: k.high, r: faceRadius, emotion: e})
		if before != nil {
			s.join(*before, k, before.x+moodAside, k.x-moodAside, unknown || elsewhere, unknown)
		}
		s.join(k, k, k.x-moodAside, k.x+moodAside, false, false)
		before, unknown = &k, false
	}
	return s
}

// join draws from one value to the next, between two places. A gap has no value in between, so that
// nothing can be said about the difference there.
func (s *moodSide) join(k, n knot, from, to float64, dotted, gap bool) {
	c := segment(from, k.y, 0, to, n.y, 0)
	if last := len(s.pieces) - 1; last >= 0 && s.pieces[last].dotted == dotted { // one line, so that its dashes run on
		s.pieces[last].path = s.pieces[last].path.Cubic(c[1].X, c[1].Y, c[2].X, c[2].Y, c[3].X, c[3].Y)
	} else {
		s.pieces = append(s.pieces, piece{path: curvePath(c), dotted: dotted})
	}
	if !gap {
		s.known = append(s.known, c)
	}
	if k.derived && n.derived && !dotted {
		low := segment(from, k.low, 0, to, n.low, 0)
		band := curvePath(segment(from, k.high, 0, to, n.high, 0)).Line(low[3].X, low[3].Y).
			Cubic(low[2].X, low[2].Y, low[1].X, low[1].Y, low[0].X, low[0].Y).Closed()
		s.bands = append(s.bands, band)
	}
}

// placeValues puts each value at its face, away from the other one: the higher face has it above,
// the lower one below.
func (l *pairCurve) placeValues(p *pair) {
	for which := range l.sides {
		for i := range l.sides[which].points {
			pt := &l.sides[which].points[i]
			above := which == 1
			for _, other := range l.sides[1-which].points {
				if other.step == pt.step && other.y != pt.y {
					above = pt.y < other.y
				}
			}
			y := math.Max(pt.y+diamond, pt.low) + 3
			if above {
				y = math.Min(pt.y-diamond, pt.high) - 3 - valueText.leading()
			}
			text := p.lang.Signed(pt.emotion.Value, 1)
			w := valueText.width(text) + 4
			pt.value = oneLine(pt.x-w/2, y, w, text, valueText, [2]role{soft, accent}[which], drawing.Middle)
			pt.value.halo = true
		}
	}
}

// at is the height of the line over x; false where there is none, or no value along it.
func (s moodSide) at(x float64) (float64, bool) {
	for _, c := range s.known {
		if x >= c[0].X && x <= c[3].X {
			return yAt(c, (x-c[0].X)/(c[3].X-c[0].X)), true
		}
	}
	return 0, false
}

// shade finds the stretches between the curves, cut where they cross.
func (l *pairCurve) shade(p *pair, g grid) {
	var upper, lower []drawing.Point // of the stretch in hand: current and wished
	gain := false
	flush := func() {
		widest := 0.0
		for i := range upper {
			widest = math.Max(widest, math.Abs(upper[i].Y-lower[i].Y))
		}
		if widest >= leastShade {
			path := drawing.Polyline(upper...)
			for i := len(lower) - 1; i >= 0; i-- {
				path = path.Line(lower[i].X, lower[i].Y)
			}
			l.shades = append(l.shades, shade{path.Closed(), gain})
		}
		upper, lower = nil, nil
	}
	for x := g.x; x <= g.x+g.width(); x += shadeStep {
		was, ok1 := l.sides[0].at(x)
		becomes, ok2 := l.sides[1].at(x)
		if !ok1 || !ok2 {
			flush()
			continue
		}
		if now := becomes < was; len(upper) > 0 && now != gain {
			last := len(upper) - 1
			d1, d2 := lower[last].Y-upper[last].Y, becomes-was
			t := d1 / (d1 - d2)
			cross := drawing.Point{X: upper[last].X + shadeStep*t, Y: upper[last].Y + (was-upper[last].Y)*t}
			upper, lower = append(upper, cross), append(lower, cross)
			flush()
			upper, lower, gain = []drawing.Point{cross}, []drawing.Point{cross}, now
		} else if len(upper) == 0 {
			gain = now
		}
		upper, lower = append(upper, drawing.Point{X: x, Y: was}), append(lower, drawing.Point{X: x, Y: becomes})
	}
	flush()
	for i, s := range p.c.Steps {
		if s.Feeling.Direction != difference.Rises && s.Feeling.Direction != difference.Falls {
			continue
		}
		x := g.centre(i)
		was, ok1 := l.sides[0].at(x)
		becomes, ok2 := l.sides[1].at(x)
		if ok1 && ok2 && math.Abs(was-becomes) >= leastForTag {
			l.tags = append(l.tags, shadeTag{x, (was + becomes) / 2, becomes < was})
		}
	}
}

// placePairNotes tells under the curves how each step differs, and where its values come from.
func (l *pairCurve) placePairNotes(p *pair, g grid, y float64) {
	for i, s := range p.c.Steps {
		if text, r := p.verdict(s.Feeling); text != "" {
			w := noteStrong.width(text) + 30
			b := moodChip{column: i, box: drawing.Box{X: g.centre(i) - w/2, Y: y, W: w, H: 20}, sign: feelingSign(s.Feeling.Direction), role: r}
			b.text = oneLine(b.box.X+21, y+2.5, w-28, text, noteStrong, ink, drawing.Start)
			l.chips = append(l.chips, b)
		}
		row := y + 24
		for which, side := range []string{p.c.First, p.c.Second} {
			e, there := s.Feeling.Before, s.Before != nil
			if which == 1 {
				e, there = s.Feeling.After, s.After != nil
			}
			if there {
				text := side + ": " + p.origin(e)
				l.notes = append(l.notes, moodNote{i, oneLine(g.cardX(i), row, g.cardWidth(), text, note, soft, drawing.Middle)})
			}
			row += note.leading()
		}
	}
}

// origin tells in a word where a value comes from, as on the map.
func (p *pair) origin(e evidence.Emotion) string {
	switch e.Kind {
	case evidence.Derived:
		return "n = " + p.count(e.N)
	case evidence.Typed:
		return p.words.Typed
	}
	return p.words.NoScore
}

func feelingSign(d difference.Direction) icon {
	switch d {
	case difference.Rises:
		return signUp
	case difference.Falls:
		return signDown
	case difference.Within:
		return signAbout
	}
	return signSame
}

// verdict tells a difference in a few words, with its colour.
func (p *pair) verdict(f difference.Feeling) (string, role) {
	delta := p.lang.Signed(f.Delta, 1)
	switch f.Direction {
	case difference.Rises:
		return delta + " " + p.w.Rises, good
	case difference.Falls:
		return delta + " " + p.w.Falls, bad
	case difference.Within:
		return delta + " " + p.w.Within, soft
	case difference.Level:
		return p.w.Level, soft
	}
	return "", soft
}

// shift moves the whole lane down.
func (l *pairCurve) shift(dy float64) {
	l.box.Y += dy
	l.label.shift(0, dy)
	l.zero += dy
	for i := range l.axis {
		l.axis[i].y += dy
	}
	m := drawing.Translate(0, dy)
	for k := range l.sides {
		s := &l.sides[k]
		for i := range s.points {
			pt := &s.points[i]
			pt.y, pt.low, pt.high = pt.y+dy, pt.low+dy, pt.high+dy
			pt.value.y += dy
		}
		for i := range s.pieces {
			s.pieces[i].path = s.pieces[i].path.Transform(m)
		}
		for i := range s.bands {
			s.bands[i] = s.bands[i].Transform(m)
		}
	}
	for i := range l.shades {
		l.shades[i].path = l.shades[i].path.Transform(m)
	}
	for i := range l.tags {
		l.tags[i].y += dy
	}
	for i := range l.chips {
		l.chips[i].box.Y += dy
		l.chips[i].text.y += dy
	}
	for i := range l.notes {
		l.notes[i].y += dy
	}
}
