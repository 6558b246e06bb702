package journeymap

import (
	"math"
	"slices"
)

const (
	mostColumns  = 5
	leastColumn  = 150.0 // width in which words still fit
	widestColumn = 400.0
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

// columns tells steps on slides, side by side: on as few slides as hold them, then in the largest
// type with which they are no more.
func (v *view) columns(piles []pile) []scene {
	if len(piles) == 0 {
		return nil
	}
	fewest := newBoard(v, leastScale).pack(piles)
	for _, scale := range scales() {
		b := newBoard(v, scale)
		if p := b.pack(piles); p.fits == fewest.fits && len(p.slides) <= len(fewest.slides) {
			var scenes []scene
			for k, spans := range p.slides {
				scenes = append(scenes, b.place(spans, p.columns[k]))
			}
			return scenes
		}
	}
	return nil
}

// packing divides spans over slides.
type packing struct {
	slides  [][]span
	columns []int // on each slide
	fits    bool  // nothing is higher than a slide
}

// pack tries every number of columns and takes the one with the fewest slides, then with the
// widest columns. What is higher than a slide on its own stands on one anyway.
func (b board) pack(piles []pile) packing {
	var best packing
	for columns := 1; columns <= mostColumns; columns++ {
		if columns > 1 && b.columnWidth(columns) < leastColumn {
			break
		}
		p := b.packIn(piles, columns)
		if best.slides == nil || p.fits && (!best.fits || len(p.slides) < len(best.slides)) {
			best = p
		}
	}
	for k, spans := range best.slides { // slides with room left get wider columns
		used := 0
		var on []pile
		for _, s := range spans {
			used += len(s.slots)
			if at := slices.IndexFunc(piles, func(p pile) bool { return p.step == s.step }); !s.again && !s.more {
				on = append(on, piles[at])
			}
		}
		if used < best.columns[k] && len(on) == len(spans) {
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
	head := 0.0
	for _, p := range piles {
		head = math.Max(head, math.Max(b.head(p.step, w, false).box.H, b.head(p.step, w, true).box.H))
	}
	room := b.h - head - 2*slideAir - b.footRoom()
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
	heads, used := 0.0, 0
	for _, s := range spans {
		n := float64(len(s.slots))
		head := b.head(s.step, n*w+(n-1)*slideAir, s.again)
		heads, used = math.Max(heads, head.box.H), used+len(s.slots)
		sc.columns = append(sc.columns, column{step: s.step, again: s.again, entries: []entry{{tile: head}}})
	}
	x := (b.w - float64(used)*w - float64(used-1)*slideAir) / 2
	top := slideAir + heads
	room := b.h - top - slideAir - b.footRoom()
	rows := newRows(spans, room)
	for k, s := range spans {
		c := &sc.columns[k]
		c.entries[0].box.H = heads
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
	}
	sc.foot = b.footnote(sc.columns, nil)
	return sc
}

// rows are the heights at which parts of one kind stand side by side; empty when steps differ too
// much for that.
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
	if y > room {
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
