package journeymap

import (
	"math"

	"klantreis/journeys/evidence"
	"klantreis/render/drawing"
)

// backbone is the emotion curve of a sheet, which runs downwards: more to the right is happier.
type backbone struct {
	moments []moment
	pieces  []piece
	bands   []drawing.Path
	scale   []block // the numbers and words of the scale, below each bar
	ink     []drawing.Point
}

// moment is the emotion of one step.
type moment struct {
	step          int // index in the view
	x, y          float64
	low, high     float64 // x of the interval's ends; both x when there is none
	emotion       evidence.Emotion
	value, origin block
}

// box is the face.
func (m moment) box() drawing.Box {
	const r = faceRadius + 1.5
	return drawing.Box{X: m.x - r, Y: m.y - r, W: 2 * r, H: 2 * r}
}

// known says whether the moment has a face.
func (m moment) known() bool { return m.emotion.Kind != evidence.None }

// bend draws the curve over all sheets as one: a way that leaves a sheet goes on, on the next,
// where it left.
func (t *tall) bend(sheets []*leaf) {
	if t.curveRoom == 0 {
		return
	}
	// The curve is reckoned lying down, as on the wide form: x runs along the way.
	var ks []knot
	for _, sh := range sheets {
		for _, s := range sh.stops {
			e := t.v.steps[s.step].emotion
			if s.again || e.Kind == evidence.None {
				continue
			}
			k := knot{at: s.step, x: sh.start + s.y + s.face - sh.top, y: t.moodX(e.Value)}
			k.low, k.high = k.y, k.y
			if e.Kind == evidence.Derived {
				k.derived = true
				k.low, k.high = t.moodX(math.Min(e.Low, e.Value)), t.moodX(math.Max(e.High, e.Value))
			}
			ks = append(ks, k)
		}
	}
	tangents(ks, func(k *knot) (float64, *float64) { return k.y, &k.slope })
	tangents(ks, func(k *knot) (float64, *float64) { return k.low, &k.lowS })
	tangents(ks, func(k *knot) (float64, *float64) { return k.high, &k.highS })
	for _, sh := range sheets {
		sh.curve.draw(ks, sh)
		t.moments(sh)
	}
}

// draw takes what lies on the sheet from the curve through all knots.
func (c *backbone) draw(ks []knot, sh *leaf) {
	from, to := sh.start+6, sh.start+sh.bottom-sh.top-2                            // it comes from behind the bar
	stand := drawing.Translate(0, sh.top-sh.start).Mul(drawing.Matrix{B: 1, C: 1}) // x and y change places
	for i := 0; i+1 < len(ks); i++ {
		k, n := ks[i], ks[i+1]
		line, ok := within(segment(k.x, k.y, k.slope, n.x, n.y, n.slope), from, to)
		if !ok {
			continue
		}
		c.pieces = append(c.pieces, stretch(curvePath(line).Transform(stand), k, n))
		c.trace(line, stand)
		if joined(k, n) {
			high, _ := within(segment(k.x, k.high, k.highS, n.x, n.high, n.highS), from, to)
			low, _ := within(segment(k.x, k.low, k.lowS, n.x, n.low, n.lowS), from, to)
			band := curvePath(high).Line(low[3].X, low[3].Y).Cubic(low[2].X, low[2].Y, low[1].X, low[1].Y, low[0].X, low[0].Y).Closed()
			c.bands = append(c.bands, band.Transform(stand))
		}
	}
}

// trace notes where the line's ink is, for the labels beside it.
func (c *backbone) trace(line [4]drawing.Point, stand drawing.Matrix) {
	n := max(2, int((line[3].X-line[0].X)/4))
	for i := range n + 1 {
		at := float64(i) / float64(n)
		c.ink = append(c.ink, stand.Apply(drawing.Point{X: line[0].X + (line[3].X-line[0].X)*at, Y: yAt(line, at)}))
	}
}

// moments places the faces of a sheet with their values.
func (t *tall) moments(sh *leaf) {
	c := &sh.curve
	var taken []drawing.Box
	for _, b := range sh.bars {
		t.placeScale(c, b.box.Y+b.box.H)
	}
	for _, b := range c.scale {
		taken = append(taken, b.extent())
	}
	for _, s := range sh.stops {
		if s.again {
			continue
		}
		m := moment{step: s.step, x: t.middle(), y: s.y + s.face, emotion: t.v.steps[s.step].emotion}
		if m.known() {
			m.x = t.moodX(m.emotion.Value)
		}
		m.low, m.high = m.x, m.x
		if m.emotion.Kind == evidence.Derived {
			m.low, m.high = t.moodX(math.Min(m.emotion.Low, m.emotion.Value)), t.moodX(math.Max(m.emotion.High, m.emotion.Value))
		}
		c.moments = append(c.moments, m)
		if m.known() {
			taken = append(taken, m.box())
		}
	}
	for i := range c.moments {
		m := &c.moments[i]
		speaks := false
		for _, s := range sh.stops {
			speaks = speaks || s.step == m.step && s.speaker >= 0 && s.tiles[s.speaker].look == speech
		}
		t.label(c, m, speaks, taken)
		for _, b := range []block{m.value, m.origin} {
			if len(b.lines) > 0 {
				taken = append(taken, b.extent())
			}
		}
	}
}

// placeScale tells below a bar what left and right mean.
func (t *tall) placeScale(c *backbone, y float64) {
	const half = 17.0
	from := len(c.scale)
	for i, value := range []float64{2, 0, -2} {
		x := t.moodX(value)
		c.scale = append(c.scale, oneLine(x-half, y+2, 2*half, t.v.lang.Signed(value, 0), noteStrong, soft, drawing.Middle))
		if value != 0 {
			c.scale = append(c.scale, oneLine(x-half, y+17, 2*half, t.v.words.Scale[i], note, soft, drawing.Middle))
		}
	}
	for i := range c.scale[from:] {
		c.scale[from+i].halo = true // the curve may pass here
	}
}

// label puts value and origin of a moment where there is most room: beside the face, or a little
// above or below it.
func (t *tall) label(c *backbone, m *moment, speaks bool, taken []drawing.Box) {
	text := t.v.words.NoScore
	switch m.emotion.Kind {
	case evidence.Derived:
		text = "n = " + t.v.count(m.emotion.N)
	case evidence.Typed:
		text = t.v.words.Typed
	}
	value, above := t.v.lang.Signed(m.emotion.Value, 1), valueText.leading()
	f := m.box()
	if !m.known() {
		value, above = "", 0
		f = drawing.Box{X: m.x, Y: m.y}
	}
	w := math.Max(valueText.width(value), note.width(text)) + 1
	high := above + note.leading()
	up := high / 2
	left, right := t.margin+1, t.margin+t.curveRoom-1
	best, cost := drawing.Box{}, math.Inf(1)
	try := func(x, y, extra float64) {
		b := drawing.Box{X: x, Y: y, W: w, H: high}
		sum := extra
		if over := math.Max(left-b.X, b.X+b.W-right); over > 0 {
			sum += 1000 + 100*over
		}
		wide := drawing.Box{X: b.X - 2, Y: b.Y - 1, W: b.W + 4, H: b.H + 2}
		for _, o := range taken {
			if wide.Overlaps(o) {
				sum += 500
			}
		}
		for _, p := range c.ink {
			if (drawing.Box{X: p.X - 2, Y: p.Y - 2, W: 4, H: 4}).Overlaps(b) {
				sum += 6
			}
		}
		if (drawing.Box{X: m.low - 1, Y: m.y - 5, W: m.high - m.low + 2, H: 10}).Overlaps(b) {
			sum += 40
		}
		if speaks && (drawing.Box{X: m.x, Y: m.y - 2, W: right - m.x, H: 4}).Overlaps(b) {
			sum += 40
		}
		if sum < cost {
			best, cost = b, sum
		}
	}
	for _, y := range []float64{m.y - up, f.Y + f.H + 2, f.Y - high - 1, f.Y + f.H - 6, f.Y - high + 8} {
		extra := math.Abs(y+up-m.y) / 20
		for _, x := range []float64{f.X - w - 4, f.X + f.W + 4, left, right - w, m.low - w - 5, m.high + 5} {
			try(x, y, extra)
		}
	}
	anchor, room := drawing.Start, best
	if best.X+best.W/2 < m.x {
		anchor = drawing.End
	}
	m.value = oneLine(room.X, room.Y, room.W, value, valueText, mood(m.emotion.Value), anchor)
	m.origin = oneLine(room.X, room.Y+above, room.W, text, note, soft, anchor)
	m.value.halo, m.origin.halo = true, true
}
