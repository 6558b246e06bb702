package journeymap

import (
	"math"

	"klantreis/journeys/evidence"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

const (
	faceRadius = 14.0
	marginRoom = 12.0 // beside a face, for its interval
)

// curveLane is the emotion curve with the balloons that point at it.
type curveLane struct {
	box      drawing.Box
	label    card
	zero     float64 // y of emotion 0; NaN-free
	axis     []block // the ends and the middle of the scale
	points   []moodPoint
	pieces   []piece
	bands    []drawing.Path
	origins  []block // one for each step: where its value comes from
	balloons []balloon
	flag     *callout
	grid     bool // false: no step has an emotion, only balloons stand here
	large    bool // of a slide: faces and values for the back row
}

// moodPoint is the emotion of one step.
type moodPoint struct {
	step      int // index in the view
	x, y      float64
	low, high float64 // y of the interval's ends, high above low; both y when there is none
	lone      bool    // no band runs to a neighbour: the interval stands beside the face
	r         float64 // of the face
	emotion   evidence.Emotion
	value     block
}

// box is the face with its interval.
func (p moodPoint) box() drawing.Box {
	top, bottom := math.Min(p.y-p.r-1.5, p.high-1), math.Max(p.y+p.r+1.5, p.low+1)
	b := drawing.Box{X: p.x - p.r - 1.5, Y: top, W: 2*p.r + 3, H: bottom - top}
	if p.lone {
		b.W += marginRoom
	}
	return b
}

// piece is a stretch of the curve between two known points; dotted when steps between them have
// no value, dashed when somebody typed one of the two: what lies between was not measured.
type piece struct {
	path           drawing.Path
	dotted, dashed bool
}

// stretch is the piece from one known value to the next.
func stretch(path drawing.Path, k, n knot) piece {
	gap := n.at != k.at+1
	return piece{path: path, dotted: gap, dashed: !gap && !(k.derived && n.derived)}
}

// knot is a known value on the whole journey's curve, in the coordinates of the drawing.
type knot struct {
	at          int // index in view.all
	x, y        float64
	low, high   float64
	derived     bool
	slope       float64
	lowS, highS float64
}

// knots finds the known values of the whole journey. Those outside the part bend the curve at
// its edges.
func (v *view) knots(g grid, zero float64) []knot {
	y := func(value float64) float64 { return zero - g.mood*math.Max(-2, math.Min(2, value)) }
	var ks []knot
	for i, s := range v.all {
		e := s.emotion
		if e.Kind == evidence.None {
			continue
		}
		k := knot{at: i, x: g.centre(i - v.first), y: y(e.Value)}
		k.low, k.high = k.y, k.y
		if e.Kind == evidence.Derived {
			k.derived = true
			k.low, k.high = y(math.Min(e.Low, e.Value)), y(math.Max(e.High, e.Value))
		}
		ks = append(ks, k)
	}
	tangents(ks, func(k *knot) (float64, *float64) { return k.y, &k.slope })
	tangents(ks, func(k *knot) (float64, *float64) { return k.low, &k.lowS })
	tangents(ks, func(k *knot) (float64, *float64) { return k.high, &k.highS })
	return ks
}

// tangents are Fritsch and Carlson's: between two knots the curve never leaves their range, so
// it shows no high or low that nobody felt.
func tangents(ks []knot, of func(*knot) (float64, *float64)) {
	secant := func(i int) float64 {
		a, _ := of(&ks[i])
		b, _ := of(&ks[i+1])
		return (b - a) / (ks[i+1].x - ks[i].x)
	}
	for i := range ks {
		_, m := of(&ks[i])
		if i == 0 || i == len(ks)-1 {
			*m = 0
			continue
		}
		before, after := secant(i-1), secant(i)
		if before*after <= 0 {
			*m = 0
			continue
		}
		*m = 2 * before * after / (before + after)
	}
}

// segment is the cubic between two knots; its x runs evenly with t.
func segment(x1, y1, m1, x2, y2, m2 float64) [4]drawing.Point {
	h := (x2 - x1) / 3
	return [4]drawing.Point{{X: x1, Y: y1}, {X: x1 + h, Y: y1 + m1*h}, {X: x2 - h, Y: y2 - m2*h}, {X: x2, Y: y2}}
}

// within cuts a segment to [left, right]; false when nothing is left.
func within(c [4]drawing.Point, left, right float64) ([4]drawing.Point, bool) {
	x1, x2 := c[0].X, c[3].X
	if x2 <= left || x1 >= right {
		return c, false
	}
	from, to := math.Max(0, (left-x1)/(x2-x1)), math.Min(1, (right-x1)/(x2-x1))
	_, c = split(c, from)
	c, _ = split(c, (to-from)/(1-from))
	return c, true
}

// split is de Casteljau's.
func split(c [4]drawing.Point, t float64) (head, tail [4]drawing.Point) {
	mix := func(a, b drawing.Point) drawing.Point {
		return drawing.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
	}
	ab, bc, cd := mix(c[0], c[1]), mix(c[1], c[2]), mix(c[2], c[3])
	abc, bcd := mix(ab, bc), mix(bc, cd)
	mid := mix(abc, bcd)
	return [4]drawing.Point{c[0], ab, abc, mid}, [4]drawing.Point{mid, bcd, cd, c[3]}
}

func yAt(c [4]drawing.Point, t float64) float64 {
	u := 1 - t
	return u*u*u*c[0].Y + 3*u*u*t*c[1].Y + 3*u*t*t*c[2].Y + t*t*t*c[3].Y
}

// skyline is the highest and lowest ink over each stretch of the lane.
type skyline struct {
	left, step  float64
	top, bottom []float64
}

func newSkyline(g grid, zero float64) *skyline {
	s := &skyline{left: g.x, step: 8}
	n := int(g.width()/s.step) + 2
	s.top, s.bottom = make([]float64, n), make([]float64, n)
	for i := range s.top {
		s.top[i], s.bottom[i] = zero, zero
	}
	return s
}

func (s *skyline) index(x float64) int {
	return max(0, min(len(s.top)-1, int((x-s.left)/s.step)))
}

// cover marks a box as inked.
func (s *skyline) cover(x1, x2, top, bottom float64) {
	for i := s.index(x1); i <= s.index(x2); i++ {
		s.top[i] = math.Min(s.top[i], top)
		s.bottom[i] = math.Max(s.bottom[i], bottom)
	}
}

// between is the highest and lowest ink over [x1, x2].
func (s *skyline) between(x1, x2 float64) (top, bottom float64) {
	top, bottom = math.Inf(1), math.Inf(-1)
	for i := s.index(x1); i <= s.index(x2); i++ {
		top, bottom = math.Min(top, s.top[i]), math.Max(bottom, s.bottom[i])
	}
	return top, bottom
}

// planCurve places the lane at 0; nil when there is neither an emotion nor a quote.
func planCurve(v *view, g grid) *curveLane {
	l := &curveLane{}
	ks := v.knots(g, 0)
	quoted := false
	for _, s := range v.steps {
		l.grid = l.grid || s.emotion.Kind != evidence.None
		quoted = quoted || len(s.quotes) > 0
	}
	if !l.grid && !quoted {
		return nil
	}
	sky := newSkyline(g, 0)
	if l.grid {
		l.draw(v, g, ks, sky)
	}
	l.placeValues(v, sky)
	l.placeFlag(v, g, sky)
	l.placeBalloons(v, g, sky)

	top, bottom := l.extent(g)
	if l.grid {
		l.placeOrigins(v, g, bottom)
		bottom += note.leading() + 6
	}
	name, room := v.words.Emotion, 58.0
	if !l.grid {
		name, room = v.words.Quotes, 0
	}
	l.label = labelFor(g, name, room)
	height := math.Max(bottom-top, l.label.box.H)
	l.shift(-top)
	l.box = drawing.Box{X: g.x, W: g.width(), H: height}
	l.label.shift(pageMargin, 0)
	l.label.box.H = height
	if l.grid {
		l.placeAxis(g, v.words)
	}
	return l
}

// extent is what the scale, the faces and all that points at them take.
func (l *curveLane) extent(g grid) (top, bottom float64) {
	if l.grid {
		top, bottom = -2*g.mood-16, 2*g.mood+16
	}
	for _, p := range l.points {
		top, bottom = math.Min(top, p.value.y-4), math.Max(bottom, p.value.y+p.value.height()+4)
		b := p.box()
		top, bottom = math.Min(top, b.Y-4), math.Max(bottom, b.Y+b.H+4)
	}
	for _, b := range l.balloons {
		top, bottom = math.Min(top, b.box.Y-6), math.Max(bottom, b.box.Y+b.box.H+6)
	}
	if f := l.flag; f != nil {
		top, bottom = math.Min(top, f.box.Y-6), math.Max(bottom, f.box.Y+f.box.H+6)
	}
	return top, bottom
}

// draw makes the curve and its bands around zero at height 0.
func (l *curveLane) draw(v *view, g grid, ks []knot, sky *skyline) {
	left, right := g.x+2, g.x+g.width()-2
	for i, k := range ks {
		if at := k.at - v.first; at >= 0 && at < len(v.steps) {
			p := moodPoint{step: at, x: k.x, y: k.y, low: k.low, high: k.high, r: faceRadius, emotion: v.steps[at].emotion}
			if l.large {
				p.r = slideFace
			}
			p.lone = k.low-k.high > 0.5 && !(i > 0 && joined(ks[i-1], k)) && !(i+1 < len(ks) && joined(k, ks[i+1]))
			l.points = append(l.points, p)
			b := p.box()
			sky.cover(b.X, b.X+b.W, b.Y, b.Y+b.H)
		}
		if i+1 == len(ks) {
			break
		}
		n := ks[i+1]
		c, ok := within(segment(k.x, k.y, k.slope, n.x, n.y, n.slope), left, right)
		if !ok {
			continue
		}
		l.pieces = append(l.pieces, stretch(curvePath(c), k, n))
		cover(sky, c, 4)
		if joined(k, n) {
			high, _ := within(segment(k.x, k.high, k.highS, n.x, n.high, n.highS), left, right)
			low, _ := within(segment(k.x, k.low, k.lowS, n.x, n.low, n.lowS), left, right)
			band := curvePath(high).Line(low[3].X, low[3].Y).Cubic(low[2].X, low[2].Y, low[1].X, low[1].Y, low[0].X, low[0].Y).Closed()
			l.bands = append(l.bands, band)
			cover(sky, high, 2)
			cover(sky, low, 2)
		}
	}
}

// joined says whether a band runs between two known values.
func joined(a, b knot) bool { return a.derived && b.derived && b.at == a.at+1 }

func curvePath(c [4]drawing.Point) drawing.Path {
	return drawing.Path{}.Move(c[0].X, c[0].Y).Cubic(c[1].X, c[1].Y, c[2].X, c[2].Y, c[3].X, c[3].Y)
}

func cover(sky *skyline, c [4]drawing.Point, half float64) {
	n := max(2, int((c[3].X-c[0].X)/sky.step)+1)
	for i := range n + 1 {
		t := float64(i) / float64(n)
		x, y := c[0].X+(c[3].X-c[0].X)*t, yAt(c, t)
		sky.cover(x-sky.step/2, x+sky.step/2, y-half, y+half)
	}
}

// placeOrigins tells under the curve where each value comes from.
func (l *curveLane) placeOrigins(v *view, g grid, y float64) {
	for i, s := range v.steps {
		text, r := v.words.NoScore, soft
		switch s.emotion.Kind {
		case evidence.Derived:
			text, r = "n = "+v.count(s.emotion.N), ink
		case evidence.Typed:
			text = v.words.Typed
		}
		l.origins = append(l.origins, oneLine(g.cardX(i), y, g.cardWidth(), text, note, r, drawing.Middle))
	}
}

// placeAxis labels the scale in the lane's label, at its right side.
func (l *curveLane) placeAxis(g grid, w words.Map) {
	for i, value := range []float64{2, 0, -2} {
		y := l.zero - value*g.mood - laneHint.leading()/2
		text := words.Dutch.Signed(value, 0)
		l.axis = append(l.axis, oneLine(pageMargin+g.label-54, y-7.5, 44, text, noteStrong, ink, drawing.End))
		l.axis = append(l.axis, oneLine(pageMargin+g.label-64, y+7.5, 54, w.Scale[i], laneHint, soft, drawing.End))
	}
}

// move shifts the whole lane down.
func (l *curveLane) move(dy float64) {
	l.box.Y += dy
	l.label.shift(0, dy)
	for i := range l.axis {
		l.axis[i].y += dy
	}
	l.shift(dy)
}

// shift moves everything in the lane but its label.
func (l *curveLane) shift(dy float64) {
	l.zero += dy
	for i := range l.points {
		p := &l.points[i]
		p.y, p.low, p.high = p.y+dy, p.low+dy, p.high+dy
		p.value.y += dy
	}
	m := drawing.Translate(0, dy)
	for i := range l.pieces {
		l.pieces[i].path = l.pieces[i].path.Transform(m)
	}
	for i := range l.bands {
		l.bands[i] = l.bands[i].Transform(m)
	}
	for i := range l.origins {
		l.origins[i].y += dy
	}
	for i := range l.balloons {
		l.balloons[i].shift(dy)
	}
	if l.flag != nil {
		l.flag.shift(dy)
	}
}
