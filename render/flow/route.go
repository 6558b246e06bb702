package flow

import (
	"math"
	"slices"

	"klantreis/render/drawing"
)

// All lines consist of level and upright stretches. A line leaves a step at the right, or at the
// top when it goes back; runs up or down in the channel between two columns; passes a column at the
// height that Graphviz kept free for it, or above all steps in the roof of the band, or in the
// gutter between two bands; and comes to a step at the left, or from the top. Hence no line can run
// through a step or a label.

// beyond stands for a place outside of a band, above when negative and below when positive.
const beyond = 1e6

// leg is one stretch of a wire; legs are level and upright in turn.
type leg struct {
	upright bool
	run     *run
}

// wire is a line with all its stretches.
type wire struct {
	legs    []leg
	arrival []leg           // the last legs, in the band of the target when that is another
	points  []drawing.Point // corners, in the direction of the line
	roofAt  float64         // middle of the label in the roof
}

// channel is the space left of a column, or right of the last.
type channel struct {
	runs  []*run
	links []int   // of the runs
	zone  float64 // room for labels, at its left
	entry float64 // room for arrowheads and tags, at its right
	thick float64 // of the runs
	x     float64 // left side
	w     float64
}

const (
	stubRoom  = panelPad + 6 // between a card and the labels of the lines that leave it
	entryRoom = 24           // for an arrowhead
	tagGap    = 6
)

// routeBand finds the stretches of all lines in a band, as far as they lie in it.
func (g *page) routeBand(b *placed) {
	b.channels = make([]channel, b.columns+1)
	for k, l := range g.links {
		w, e := g.wires[k], g.ends[k]
		way := g.way(b.band, k)
		if way == absent {
			continue
		}
		var out, in float64 // heights at both ends
		if b.holds(l.from) {
			out = b.axis[l.from-b.first] + e.out.at
			if e.side != nil && !e.out.top {
				c := &b.channels[b.at(l.from)+1]
				c.zone = math.Max(c.zone, e.side.w)
			}
		}
		if b.holds(l.to) {
			in = b.axis[l.to-b.first] + e.in.at
			if e.tag != nil && !e.in.top {
				c := &b.channels[b.at(l.to)]
				c.entry = math.Max(c.entry, e.tag.pillWidth()+tagGap)
			}
		}
		half := lineWidth(l.weight) / 2
		switch way {
		case across:
			g.routeAcross(b, k, out, in)
		case over:
			if !e.out.top {
				w.add(false, b.level(out))
				w.add(true, b.upright(b.at(l.from)+1, k, &run{lo: -beyond, hi: out, before: []float64{out}, half: half}))
			} else {
				w.add(true, &run{})
			}
			roof := &run{half: half}
			b.loops, b.loopLinks = append(b.loops, roof), append(b.loopLinks, k)
			w.add(false, roof)
			if !e.in.top {
				w.add(true, b.upright(b.at(l.to), k, &run{lo: -beyond, hi: in, after: []float64{in}, half: half}))
				w.add(false, b.level(in))
			} else {
				w.add(true, &run{})
			}
		case leaving:
			r := &run{lo: out, hi: beyond, before: []float64{out}, half: half}
			if l.kind == back {
				r.lo, r.hi = -beyond, out
			}
			w.add(false, b.level(out))
			w.add(true, b.upright(b.at(l.from)+1, k, r))
		case coming:
			r := &run{lo: -beyond, hi: in, after: []float64{in}, half: half}
			if l.kind == back {
				r.lo, r.hi = in, beyond
			}
			w.arrival = []leg{{true, b.upright(b.at(l.to), k, r)}, {false, b.level(in)}}
		}
	}
	for c := range b.channels {
		ch := &b.channels[c]
		var stuck []int
		ch.thick, stuck = pack(ch.runs)
		for _, i := range stuck {
			g.refused = append(g.refused, ch.links[i])
		}
	}
}

func (w *wire) add(upright bool, r *run) { w.legs = append(w.legs, leg{upright, r}) }

// routeAcross leads a line to the right, from column to column.
func (g *page) routeAcross(b *placed, k int, out, in float64) {
	w, l := g.wires[k], g.links[k]
	y := out
	w.add(false, b.level(y))
	for n, next := range append(slices.Clone(b.via[k]), in) {
		if math.Abs(next-y) <= slack {
			continue // not worth a bend
		}
		r := &run{lo: math.Min(y, next), hi: math.Max(y, next), before: []float64{y}, after: []float64{next}, half: lineWidth(l.weight) / 2}
		w.add(true, b.upright(b.at(l.from)+1+n, k, r))
		w.add(false, b.level(next))
		y = next
	}
}

// level is a stretch at a height that is known.
func (b *placed) level(y float64) *run {
	r := &run{at: y}
	b.levels = append(b.levels, r)
	return r
}

func (b *placed) upright(column, link int, r *run) *run {
	c := &b.channels[column]
	c.runs, c.links = append(c.runs, r), append(c.links, link)
	return r
}

// widths sizes the channels of a band.
func (g *page) widths(b *placed) {
	for c := range b.channels {
		ch := &b.channels[c]
		if c > 0 {
			ch.w += stubRoom + ch.zone
		}
		if ch.thick > 0 {
			ch.w += ch.thick + 8
		}
		if c < b.columns {
			ch.w += ch.entry + entryRoom
		}
		switch {
		case c == 0 || c == b.columns && len(ch.runs) == 0 && ch.zone == 0:
			ch.w = math.Max(ch.w, panelPad)
		case c < b.columns && g.phaseAt(b, c-1) != g.phaseAt(b, c):
			ch.w = math.Max(ch.w, 2*panelPad+24)
		}
	}
}

// phaseAt is the phase of a column, or −1 for the end.
func (g *page) phaseAt(b *placed, column int) int {
	for i := b.first; i < b.last; i++ {
		if b.at(i) == column {
			return g.steps[i].phase
		}
	}
	return -1
}

// columnWidth is the width of what stands in a column.
func (g *page) columnWidth(b *placed, column int) float64 {
	if g.phaseAt(b, column) < 0 {
		return 2 * endRadius
	}
	return g.card
}

// natural is the width of a band from its first column on.
func (g *page) natural(b *placed) float64 {
	w := 0.0
	for c := range b.columns {
		w += g.columnWidth(b, c) + b.channels[c+1].w
	}
	return w
}

// spread gives the columns of a band their places, the first at x, with room to spare shared out
// over the channels between them.
func (g *page) spread(b *placed, x, spare float64) {
	b.x = make([]float64, b.columns)
	b.channels[0].x = x - b.channels[0].w
	each := 0.0
	if b.columns > 1 {
		each = math.Min(spare/float64(b.columns-1), mostSpare)
	}
	for c := range b.columns {
		if c > 0 {
			b.channels[c].w += each
			x += b.channels[c].w
		}
		b.x[c] = x
		x += g.columnWidth(b, c)
		b.channels[c+1].x = x
	}
	for c := range b.channels {
		ch := &b.channels[c]
		from, to := ch.x, ch.x+ch.w
		if c > 0 {
			from += stubRoom + ch.zone
		}
		if c < b.columns {
			to -= ch.entry + entryRoom
		}
		start := (from + to - ch.thick) / 2
		switch c {
		case 0:
			start = to - ch.thick
		case b.columns:
			start = from + 8
		}
		for _, r := range ch.runs {
			r.at += start
		}
	}
	for k, w := range g.wires {
		e, l := g.ends[k], g.links[k]
		if g.way(b.band, k) != over {
			continue
		}
		if e.out.top {
			w.legs[0].run.at = b.x[b.at(l.from)] + e.out.at
		}
		if e.in.top {
			w.legs[len(w.legs)-1].run.at = b.x[b.at(l.to)] + e.in.at
		}
	}
}

// mostSpare bounds how far the columns of a short band are drawn apart.
const mostSpare = 150

// raise stacks the loops of a band above its steps, with their labels where no other wire comes.
func (g *page) raise(b *placed) {
	for n, r := range b.loops {
		legs := g.wires[b.loopLinks[n]].legs
		a, z := legs[0].run.at, legs[len(legs)-1].run.at
		if !legs[0].upright {
			a = legs[1].run.at
		}
		if !legs[len(legs)-1].upright {
			z = legs[len(legs)-2].run.at
		}
		r.lo, r.hi, r.after = math.Min(a, z), math.Max(a, z), []float64{a, z}
	}
	pack(b.loops)
	for n, r := range b.loops {
		k := b.loopLinks[n]
		text := g.ends[k].roof
		if text == nil {
			continue
		}
		var others []float64
		for _, o := range b.loops {
			if o.at < r.at {
				others = append(others, o.after...)
			}
		}
		for _, ch := range b.channels {
			for i, o := range ch.runs {
				if o.lo == -beyond && g.way(b.band, ch.links[i]) != over {
					others = append(others, o.at)
				}
			}
		}
		wide := g.texts(b.band, k, math.Min(r.hi-r.lo-2*roofInset, widestRoof)).roof
		middle, ok := spot(r.lo+roofInset, r.hi-roofInset, wide.w, others)
		if ok {
			text = wide
		} else if middle, ok = spot(r.lo+roofInset, r.hi-roofInset, text.w, others); !ok {
			g.refused = append(g.refused, k)
		}
		g.ends[k].roof = text
		g.wires[k].roofAt = middle
		r.low, r.high = math.Max(0, text.up-r.half), math.Max(0, text.down-r.half)
	}
	thick, _ := pack(b.loops)
	if len(b.loops) > 0 {
		b.roof = thick + 26
	}
}

const (
	roofInset  = 10  // between a bend and the text of a loop
	widestRoof = 190 // text at a loop
)

// spot finds the middle of a free stretch of width w between lo and hi, the nearest to their
// middle.
func spot(lo, hi, w float64, taken []float64) (middle float64, ok bool) {
	centre := (lo + hi) / 2
	for off := 0.0; off <= (hi-lo-w)/2; off += 3 {
		for _, x := range []float64{centre - off, centre + off} {
			if !slices.ContainsFunc(taken, func(t float64) bool { return math.Abs(t-x) < w/2+11 }) {
				return x, true
			}
		}
	}
	return centre, false
}
