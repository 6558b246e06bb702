package journeymap

import (
	"math"
	"slices"
)

const (
	mostColumns  = 5
	leastColumn  = 150.0 // width in which words still fit
	widestColumn = 400.0
	mostHole     = 64.0 // left open in a column where its neighbours have more to tell
)

// pile is what there is to tell of a step.
type pile struct {
	step  int // index in the journey
	parts []part
}

// span is a step on a slide: its head over one column, or over several next to each other.
type span struct {
	step  int
	again bool
	more  bool // it goes on, on the next slide
	slots [][]entry
}

// columns tells steps on slides, side by side: on as few slides as hold them, then with as many
// steps in a single column as possible, so that their rows align. Each slide then gets the largest
// type with which it holds the same.
func (v *view) columns(piles []pile) []scene {
	if len(piles) == 0 {
		return nil
	}
	b := newBoard(v, leastScale)
	best := b.pack(piles)
	var scenes []scene
	for k, spans := range best.slides {
		scenes = append(scenes, b.enlarged(spans, best.columns[k], piles))
	}
	return scenes
}

// enlarged places a slide in the largest type. One with a part of a step keeps the smallest.
func (b board) enlarged(spans []span, columns int, piles []pile) scene {
	one := packing{slides: [][]span{spans}, columns: []int{columns}, fits: true}
	on, whole := pilesOf(spans, piles)
	for _, scale := range scales() {
		if !whole || scale == leastScale {
			break
		}
		larger := newBoard(b.v, scale)
		if p := larger.pack(on); !one.better(p) {
			return larger.place(p.slides[0], p.columns[0])
		}
	}
	return b.place(spans, columns)
}

// pilesOf finds what stands on a slide; whole says that nothing of it goes on elsewhere.
func pilesOf(spans []span, piles []pile) (on []pile, whole bool) {
	whole = true
	for _, s := range spans {
		at := slices.IndexFunc(piles, func(p pile) bool { return p.step == s.step })
		on, whole = append(on, piles[at]), whole && !s.again && !s.more
	}
	return on, whole
}

// packing divides spans over slides.
type packing struct {
	slides  [][]span
	columns []int // on each slide
	fits    bool  // nothing is higher than a slide
}

// broad is the number of columns that steps take beyond their first.
func (p packing) broad() int {
	n := 0
	for _, spans := range p.slides {
		for _, s := range spans {
			n += len(s.slots) - 1
			if s.again {
				n++
			}
		}
	}
	return n
}

func (p packing) better(q packing) bool {
	switch {
	case q.slides == nil || p.fits != q.fits:
		return q.slides == nil || p.fits
	case len(p.slides) != len(q.slides):
		return len(p.slides) < len(q.slides)
	}
	return p.broad() < q.broad()
}

// pack tries every number of columns, the widest first. What is higher than a slide on its own
// stands on one anyway.
func (b board) pack(piles []pile) packing {
	var best packing
	for columns := 1; columns <= mostColumns; columns++ {
		if columns > 1 && b.columnWidth(columns) < leastColumn {
			break
		}
		if p := b.packIn(piles, columns); p.better(best) {
			best = p
		}
	}
	for k, spans := range best.slides { // slides with room left get wider columns
		used := 0
		for _, s := range spans {
			used += len(s.slots)
		}
		if on, whole := pilesOf(spans, piles); whole && used < best.columns[k] {
			if p := b.packIn(on, used); p.fits && len(p.slides) == 1 {
				best.slides[k], best.columns[k] = p.slides[0], used
			}
		}
	}
	return best
}

func (b board) columnWidth(columns int) float64 {
	n := float64(columns)
	return math.Min(widestColumn, (b.w-2*slideAir-(n-1)*slideAir)/n)
}

// packIn divides piles over slides of a fixed number of columns, in order.
func (b board) packIn(piles []pile, columns int) packing {
	w := b.columnWidth(columns)
	var wanted []headOf
	for _, p := range piles {
		wanted = append(wanted, headOf{p.step, w, false}, headOf{p.step, w, true})
	}
	_, head := b.heads(wanted)
	room := b.h - head - 2*slideAir - b.footRoom(b.v.lang.Slide().TypedShares)
	all := packing{fits: room > 0}
	var now []span
	free := columns
	flush := func() {
		if len(now) > 0 {
			all.slides, all.columns = append(all.slides, now), append(all.columns, columns)
		}
		now, free = nil, columns
	}
	for _, p := range piles {
		slots, fits := b.fill(p, w, room)
		all.fits = all.fits && fits
		if len(slots) > free && len(slots) <= columns {
			flush()
		}
		for again := false; len(slots) > 0; again = true {
			n := min(len(slots), free)
			now = append(now, span{p.step, again, n < len(slots), slots[:n]})
			slots, free = slots[n:], free-n
			if free == 0 {
				flush()
			}
		}
	}
	flush()
	return all
}

// fill stands the parts of a step below each other in as many columns as they need. A list is
// only divided where a whole column does not hold it. It reports false when a single item is
// higher than the room.
func (b board) fill(p pile, w, room float64) (slots [][]entry, fits bool) {
	var now []entry
	y := 0.0
	fits = true
	next := func() {
		slots, now, y = append(slots, now), nil, 0
	}
	for _, part := range p.parts {
		for from := 0; from < part.items; {
			to := part.items
			if part.most > 0 {
				to = min(to, from+part.most)
			}
			e, ok := part.build(b, p.step, w, from, to)
			for ; ok && y+slideAir+e.box.H > room; e, ok = part.build(b, p.step, w, from, to) {
				if len(now) > 0 && (slideAir+e.box.H <= room || to-from == 1) {
					next()
					continue
				}
				if to-from == 1 {
					fits = false
					break
				}
				to--
			}
			from = to
			if !ok {
				continue
			}
			e.order = part.order
			now = append(now, e)
			y += slideAir + e.box.H
		}
	}
	if len(now) > 0 || len(slots) == 0 {
		next()
	}
	return slots, fits
}

// place stands spans next to each other on a slide.
func (b board) place(spans []span, columns int) scene {
	w := b.columnWidth(columns)
	sc := scene{board: b}
	used := 0
	var wanted []headOf
	for _, s := range spans {
		n := float64(len(s.slots))
		wanted = append(wanted, headOf{s.step, n*w + (n-1)*slideAir, s.again})
		used += len(s.slots)
	}
	cards, heads := b.heads(wanted)
	x := (b.w - float64(used)*w - float64(used-1)*slideAir) / 2
	top := slideAir + heads
	room := b.h - top - slideAir - b.footRoom(b.v.lang.Slide().TypedShares)
	rows := newRows(spans, room)
	for k, s := range spans {
		c := column{step: s.step, again: s.again, entries: []entry{{tile: cards[k]}}}
		c.entries[0].shift(x, slideAir)
		for _, slot := range s.slots {
			y := 0.0
			for n, e := range slot {
				if at, ok := rows.top[e.order]; ok && (n == 0 || slot[n-1].order != e.order) {
					y = at
				}
				if h, ok := rows.height[e.order]; ok && e.level {
					e.box.H = h
				}
				e.shift(x, top+y+slideAir)
				y += slideAir + e.box.H
				c.entries = append(c.entries, e)
			}
			x += w + slideAir
		}
		sc.columns = append(sc.columns, c)
	}
	sc.foot = b.footnote(sc.columns, nil)
	return sc
}

// rows are the heights at which parts of one kind stand side by side; empty when the steps on a
// slide differ too much for that.
type rows struct {
	top, height map[int]float64 // by order of the part
}

func newRows(spans []span, room float64) rows {
	r := rows{top: map[int]float64{}, height: map[int]float64{}}
	last := 0
	for _, s := range spans {
		if len(s.slots) != 1 {
			return rows{}
		}
		high := map[int]float64{}
		for _, e := range s.slots[0] {
			if high[e.order] > 0 {
				high[e.order] += slideAir
			}
			high[e.order] += e.box.H
			r.height[e.order] = math.Max(r.height[e.order], high[e.order])
			last = max(last, e.order)
		}
	}
	y, n := 0.0, 0
	for order := 1; order <= last; order++ {
		if h := r.height[order]; h > 0 {
			r.top[order] = y
			y, n = y+slideAir+h, n+1
		}
	}
	if y > room || r.widestHole(spans) > mostHole {
		return rows{}
	}
	// What is left comes between the rows, a little.
	more := math.Min(slideAir, (room-y)/math.Max(1, float64(n)))
	n = 0
	for order := 1; order <= last; order++ {
		if _, ok := r.top[order]; ok {
			r.top[order] += more * float64(n)
			n++
		}
	}
	return r
}

// widestHole is the most room that the rows leave open in a column, between two parts or above the
// first.
func (r rows) widestHole(spans []span) float64 {
	widest := 0.0
	for _, s := range spans {
		y, before := 0.0, 0
		for _, e := range s.slots[0] {
			if e.order != before {
				widest = math.Max(widest, r.top[e.order]-y)
				y, before = r.top[e.order], e.order
			}
			y += slideAir + e.box.H
		}
	}
	return widest
}
