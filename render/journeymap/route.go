package journeymap

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"klantreis/render/drawing"
)

// stubLength is how far a way to another band goes on from its step.
const stubLength = 190.0

// router draws the connections: neighbours directly, all others along tracks half way between
// the rows of channels, where no step stands.
type router struct {
	lane   *channelLane
	v      *view
	g      grid
	tracks []track
	taken  []drawing.Box // nodes and pills
}

// track is a horizontal line; runs are the stretches in use.
type track struct {
	y    float64
	runs [][2]float64
}

func (r *router) route() {
	rows := r.lane.rows
	for i := 1; i < len(rows); i++ {
		r.tracks = append(r.tracks, track{y: (rows[i-1].y + rows[i].y) / 2})
	}
	for k := range 2 { // above and below all rows; more are added when they are full
		r.tracks = append(r.tracks, track{y: rows[0].y - r.g.row/2 - 4 - 15*float64(k)})
		if k == 0 {
			r.tracks = append(r.tracks, track{y: rows[len(rows)-1].y + r.g.row/2})
		}
	}
	for _, n := range r.lane.nodes {
		r.taken = append(r.taken, n.box())
	}
	for _, s := range r.lane.spines {
		r.taken = append(r.taken, drawing.Box{X: s.x - 3, Y: s.top, W: 6, H: s.bottom - s.top})
	}
	// Straight ways first: they cannot move. Then short detours before long ones.
	type way struct {
		from int
		flow flowView
	}
	var ways []way
	for i := range r.v.steps {
		for _, f := range r.v.steps[i].flows {
			ways = append(ways, way{r.v.first + i, f})
		}
	}
	span := func(w way) int {
		if d := w.flow.to - w.from; d > 0 {
			return d
		} else {
			return 1 - d
		}
	}
	slices.SortStableFunc(ways, func(a, b way) int { return span(a) - span(b) })
	for _, w := range ways {
		e := edge{from: w.from, to: w.flow.to, width: edgeWidth(w.flow.share)}
		var at [][2]float64
		switch d := w.flow.to - w.from; {
		case d == 0:
			e.kind = edgeSelf
			at = r.loop(&e)
		case d == 1 && r.inside(w.flow.to):
			at = r.direct(&e)
		case d < 0:
			e.kind = edgeBack
			at = r.detour(&e)
		default:
			at = r.detour(&e)
		}
		r.label(&e, w.flow, at)
		r.lane.edges = append(r.lane.edges, e)
	}
	if r.v.first > 0 {
		r.entrance()
	}
	r.fit()
}

func (r *router) inside(step int) bool {
	return step >= r.v.first && step < r.v.first+len(r.v.steps)
}

func (r *router) nodesOf(step int) []node {
	var found []node
	for _, n := range r.lane.nodes {
		if n.step == step-r.v.first {
			found = append(found, n)
		}
	}
	return found
}

// main is the node of a step on the channel that was named first: nothing is known of which of
// its channels a way takes.
func (r *router) main(step int) node {
	var first node
	for k, n := range r.nodesOf(step) {
		if channels := r.v.all[step].Channels; k == 0 || len(channels) > 0 && r.lane.rows[n.row].name == channels[0] {
			first = n
		}
	}
	return first
}

// direct joins neighbours.
func (r *router) direct(e *edge) [][2]float64 {
	a, b := r.main(e.from), r.main(e.to)
	x1, x2 := a.x+nodeRing, b.x-nodeRing-1
	e.tip, e.dir = drawing.Point{X: x2, Y: b.y}, drawing.Point{X: 1}
	x2 -= e.arrow() - 1
	mid := (x1 + x2) / 2
	e.path = drawing.Path{}.Move(x1, a.y).Cubic(mid, a.y, mid, b.y, x2, b.y)
	var at [][2]float64
	for _, t := range []float64{0.5, 0.42, 0.58, 0.34, 0.66} {
		u := 1 - t
		at = append(at, [2]float64{
			u*u*u*x1 + 3*u*t*mid + t*t*t*x2,
			u*u*u*a.y + 3*u*u*t*a.y + 3*u*t*t*b.y + t*t*t*b.y,
		})
	}
	return at
}

// loop returns to the same step.
func (r *router) loop(e *edge) [][2]float64 {
	n := r.main(e.from)
	// It stands on the right shoulder: ways back to earlier steps leave from the left one.
	from, to := onRing(n, 1, n.y-1), onRing(n, 13, n.y-1)
	e.tip, e.dir = to, drawing.Point{Y: 1}
	top := n.y - nodeRing - 22
	e.path = drawing.Path{}.Move(from.X, from.Y).Cubic(from.X-3, top, to.X+3, top, to.X, to.Y-e.arrow()+1)
	for i := range r.tracks { // other ways keep clear of the loop
		if t := &r.tracks[i]; t.y < n.y && t.y > n.y-50 {
			t.runs = append(t.runs, [2]float64{n.x - 40, n.x + 40})
		}
	}
	return [][2]float64{{n.x + 26, top + 2}, {n.x + 30, top - 8}, {n.x - 34, top + 4}}
}

// detour leads over a track to any other step, or to the edge of the part.
func (r *router) detour(e *edge) [][2]float64 {
	dir := 1.0
	if e.to < e.from {
		dir = -1
	}
	half := r.g.column / 2
	sx, tx := r.g.centre(e.from-r.v.first), r.g.x+8
	switch {
	case r.inside(e.to):
		tx = r.g.centre(e.to - r.v.first)
	case dir > 0:
		tx = r.g.x + r.g.width() - 6
	}
	if !r.inside(e.to) { // to another band: a stub says enough
		tx = clamp(tx, sx-stubLength, sx+stubLength)
	}
	y := r.claim(math.Min(sx, tx)-half+1, math.Max(sx, tx)+half-1, r.meanRow(e.from, e.to))
	a := r.main(e.from)

	var path drawing.Path
	var from, to float64 // the level stretch
	switch {
	case dir < 0:
		path, from = leave(a, y)
	case r.inside(e.to):
		from = sx + half
		path = path.Move(a.x+nodeRing, a.y).Cubic(a.x+half*0.75, a.y, a.x+half*0.5, y, from, y)
	default: // a way out has little room
		from = sx + 44
		path = path.Move(a.x+nodeRing, a.y).Cubic(a.x+32, a.y, a.x+26, y, from, y)
	}
	switch {
	case !r.inside(e.to):
		e.tip, e.dir = drawing.Point{X: tx, Y: y}, drawing.Point{X: dir}
		path = path.Line(tx-dir*(e.arrow()-1), y)
		to = tx - dir*e.arrow()
	case dir < 0:
		b := r.main(e.to)
		to = b.x + 40
		path = r.arrive(e, path.Line(to, y), b, y)
	default:
		b := r.main(e.to)
		to = tx - half
		x2 := b.x - nodeRing - 1
		e.tip, e.dir = drawing.Point{X: x2, Y: b.y}, drawing.Point{X: 1}
		path = path.Line(to, y).Cubic(b.x-half*0.5, y, b.x-half*0.75, b.y, x2-e.arrow()+1, b.y)
	}
	e.path = path
	return r.along(from, to, y)
}

// along offers places for a label on a level stretch: its middle, then the gaps between columns.
func (r *router) along(from, to, y float64) [][2]float64 {
	at := [][2]float64{}
	for i := range r.v.steps {
		if x := r.g.x + float64(i)*r.g.column; x > math.Min(from, to) && x < math.Max(from, to) {
			at = append(at, [2]float64{x, y})
		}
	}
	mid := (from + to) / 2
	slices.SortStableFunc(at, func(p, q [2]float64) int {
		return int(math.Copysign(1, math.Abs(p[0]-mid)-math.Abs(q[0]-mid)))
	})
	return append(at, [2]float64{mid, y}, [2]float64{(from + mid) / 2, y}, [2]float64{(to + mid) / 2, y},
		[2]float64{(2*from + mid) / 3, y}, [2]float64{(2*to + mid) / 3, y})
}

func (r *router) meanRow(from, to int) float64 {
	sum, n := 0.0, 0.0
	for _, step := range []int{from, to} {
		if r.inside(step) {
			for _, m := range r.nodesOf(step) {
				sum, n = sum+m.y, n+1
			}
		}
	}
	return sum / math.Max(n, 1)
}

// claim takes the free track nearest to a height, or opens a new one above all.
func (r *router) claim(low, high, near float64) float64 {
	best, distance := -1, math.Inf(1)
	top := math.Inf(1)
	for i, t := range r.tracks {
		top = math.Min(top, t.y)
		free := !slices.ContainsFunc(t.runs, func(run [2]float64) bool { return run[0] < high && low < run[1] })
		if d := math.Abs(t.y - near); free && d < distance {
			best, distance = i, d
		}
	}
	if best < 0 {
		r.tracks = append(r.tracks, track{y: top - 19})
		best = len(r.tracks) - 1
	}
	r.tracks[best].runs = append(r.tracks[best].runs, [2]float64{low, high})
	return r.tracks[best].y
}

// label puts the share, the condition where there is room, and for targets outside the part
// their number, on a free place of the edge.
func (r *router) label(e *edge, f flowView, at [][2]float64) {
	share, when, to := "", "", ""
	if f.stated {
		share = r.v.lang.Percent(f.share)
	}
	if e.kind != edgeSelf && (e.to-e.from > 1 || e.to < e.from-1) {
		when = f.when
	}
	widest := 1.8 * r.g.column
	if !r.inside(e.to) {
		to = fmt.Sprintf(r.v.words.ToStep, e.to+1)
		widest = stubLength - 40
	}
	join := func(parts ...string) string {
		return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
	}
	var texts []string // the shorter ones where there is no room for more
	for _, text := range []string{join(share, to, when), join(share, to), to} {
		if text != "" && !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	for _, text := range texts {
		text = clean(text)
		w := noteStrong.width(text) + 14
		if w > widest {
			continue
		}
		for _, p := range at {
			box := drawing.Box{X: p[0] - w/2, Y: p[1] - 8.5, W: w, H: 17}
			wide := drawing.Box{X: box.X - 3, Y: box.Y - 1, W: box.W + 6, H: box.H + 2}
			if box.X < r.g.x+2 || box.X+box.W > r.g.x+r.g.width()-2 || slices.ContainsFunc(r.taken, wide.Overlaps) {
				continue
			}
			r.taken = append(r.taken, box)
			e.pill = &pill{box: box, text: oneLine(box.X, box.Y+1, w, text, noteStrong, ink, drawing.Middle)}
			return
		}
	}
}

// entrance shows that a part of the map begins in the middle: a stub from the left edge.
func (r *router) entrance() {
	n := r.nodesOf(r.v.first)
	if len(n) == 0 {
		return
	}
	e := edge{from: r.v.first - 1, to: r.v.first, width: 3}
	x2 := n[0].x - nodeRing - 1
	e.tip, e.dir = drawing.Point{X: x2, Y: n[0].y}, drawing.Point{X: 1}
	e.path = drawing.Line(r.g.x+4, n[0].y, x2-e.arrow()+1, n[0].y)
	for _, f := range r.v.all[r.v.first-1].flows {
		if f.to == r.v.first {
			r.lane.edges = append(r.lane.edges, e)
			return
		}
	}
}

// fit moves everything down when tracks had to be added above, and keeps pills inside the lane.
func (r *router) fit() {
	top := 0.0
	for _, e := range r.lane.edges {
		if e.pill != nil {
			top = math.Max(top, 4-e.pill.box.Y)
		}
		for _, s := range e.path.Segs {
			top = math.Max(top, 6-s.End().Y)
		}
	}
	if top > 0 {
		r.lane.shift(top)
		r.lane.box.H += top
	}
	for _, e := range r.lane.edges {
		if e.pill != nil {
			r.lane.box.H = math.Max(r.lane.box.H, e.pill.box.Y+e.pill.box.H+6)
		}
	}
}
