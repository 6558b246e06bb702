package journeymap

import (
	"math"

	"klantreis/render/drawing"
)

// look is how a tile is drawn.
type look int

const (
	asCard   look = iota // as its kind of card
	speech               // a balloon with its tail towards the curve
	thinking             // a bubble with its puffs towards the curve
	plain                // without a box
	divides              // a dashed line with its name
)

// tile is one statement, or a few of one kind, about a step.
type tile struct {
	card
	what   string // names it, for tests
	look   look
	chips  []chip
	turns  []turn
	bubble drawing.Box // of a thought within a card; zero: none
	rule   float64     // y of the line between two quotes; 0: none
	tip    drawing.Point
}

// chip is a channel: its picture on a disc, and its name.
type chip struct {
	channel
	disc drawing.Box
	text block
}

// turn is the arrow of a way that does not lead to the next step.
type turn struct {
	kind edgeKind
	box  drawing.Box
}

func (t *tile) shift(dx, dy float64) {
	t.card.shift(dx, dy)
	for i := range t.chips {
		c := &t.chips[i]
		c.disc.X, c.disc.Y = c.disc.X+dx, c.disc.Y+dy
		c.text.shift(dx, dy)
	}
	for i := range t.turns {
		t.turns[i].box.X, t.turns[i].box.Y = t.turns[i].box.X+dx, t.turns[i].box.Y+dy
	}
	t.bubble.X, t.bubble.Y = t.bubble.X+dx, t.bubble.Y+dy
	if t.rule != 0 {
		t.rule += dy
	}
}

// stop is a step on the way down, or a part of one that is too high for its page.
type stop struct {
	step    int // index in the view
	again   bool
	y, h    float64
	tiles   []tile
	face    float64 // from y to the moment on the curve
	speaker int     // index in tiles of what points at the moment, −1: none
}

// telling holds the tiles of a step by where they go.
type telling struct {
	left, right []tile
	last        []tile // over the full width, or side by side
}

// stops tells step i: one stop, or more when it is higher than limit (0: none).
func (t *tall) stops(i int, limit float64) []stop {
	all := t.tell(i)
	var stops []stop
	for {
		s := stop{step: i, again: len(stops) > 0, speaker: -1}
		rest := t.fill(&s, all, limit)
		stops = append(stops, s)
		if len(rest.left)+len(rest.right)+len(rest.last) == 0 {
			return stops
		}
		all = rest
	}
}

// fill stands tiles below each other in a stop and gives those that no longer fit. At least one
// tile is placed, however high.
func (t *tall) fill(s *stop, all telling, limit float64) (rest telling) {
	head := t.headTile(s.step, s.again)
	head.shift(t.left(), 0)
	s.tiles = append(s.tiles, head)
	top := head.box.H
	fits := func(y, h float64) bool { return limit <= 0 || y+tileGap+h <= limit || len(s.tiles) == 1 }
	stack := func(tiles []tile, x float64) (left []tile, bottom float64) {
		y := top
		for k, tl := range tiles {
			if !fits(y, tl.box.H) {
				return tiles[k:], y
			}
			tl.shift(x, y+tileGap)
			s.tiles = append(s.tiles, tl)
			y = tl.box.Y + tl.box.H
		}
		return nil, y
	}
	var a, b float64
	rest.left, a = stack(all.left, t.left())
	if rest.right, b = all.right, top; len(all.right) > 0 {
		rest.right, b = stack(all.right, t.left()+t.column()+tileGap)
	}
	top = math.Max(a, b)
	if rest.last = all.last; len(rest.left)+len(rest.right) == 0 {
		rest.last, top = t.stackLast(s, all.last, top, fits)
	}
	s.h = top
	t.setFace(s, head)
	return rest
}

// stackLast places what stands over the full width. A dividing line stays with what follows it,
// and neighbours that share a row stay together.
func (t *tall) stackLast(s *stop, tiles []tile, y float64, fits func(y, h float64) bool) ([]tile, float64) {
	for k := 0; k < len(tiles); {
		row := []tile{tiles[k]}
		if tiles[k].look != divides {
			for k+len(row) < len(tiles) && row[0].box.W+tiles[k+len(row)].box.W <= t.room() {
				row = append(row, tiles[k+len(row)])
			}
		}
		h := 0.0
		for _, tl := range row {
			h = math.Max(h, tl.box.H)
		}
		need := h
		if row[0].look == divides && k+1 < len(tiles) {
			need += tileGap + tiles[k+1].box.H
		}
		if !fits(y, need) {
			return tiles[k:], y
		}
		x := t.left()
		for _, tl := range row {
			tl.box.H = h
			tl.shift(x, y+tileGap)
			x += tl.box.W + tileGap
			s.tiles = append(s.tiles, tl)
		}
		y += tileGap + h
		k += len(row)
	}
	return nil, y
}

// setFace finds the height of the moment: next to the first thing that is said or thought there,
// else next to the step's title.
func (t *tall) setFace(s *stop, head tile) {
	s.face = math.Min(head.box.H/2, 40)
	for k, tl := range s.tiles {
		if tl.look == speech || tl.look == thinking {
			s.face, s.speaker = tl.box.Y+math.Min(tl.box.H/2, 26), k
			break
		}
	}
	if t.curveRoom > 0 && !s.again {
		s.h = math.Max(s.h, leastStop)
	}
}

// settle moves the tiles of a stop to where it stands, and points balloons at their moment.
func (s *stop) settle() {
	for k := range s.tiles {
		tl := &s.tiles[k]
		tl.shift(0, s.y)
		if tl.look != speech && tl.look != thinking {
			continue
		}
		b := tl.box
		tl.tip = drawing.Point{X: b.X, Y: b.Y + math.Min(b.H/2, 26)}
		if k == s.speaker {
			tl.tip.Y = math.Max(b.Y+14, math.Min(s.y+s.face, b.Y+b.H-14))
		}
	}
}

// column is the width of one of the columns in which a step is told.
func (t *tall) column() float64 {
	if t.double {
		return (t.room() - tileGap) / 2
	}
	return t.room()
}

// tell makes the tiles of a step, unplaced. A single one takes the full width.
func (t *tall) tell(i int) telling {
	all := t.tellIn(i, t.column())
	if t.double && len(all.left)+len(all.right) == 1 {
		all = t.tellIn(i, t.room())
		all.left, all.right = append(all.left, all.right...), nil
	}
	return all
}

// tellIn makes the tiles of a step, in columns w wide.
func (t *tall) tellIn(i int, w float64) telling {
	v := t.v
	var all telling
	right := &all.right
	if !t.double {
		right = &all.left
	}
	add := func(to *[]tile, tl tile, ok bool) {
		if ok {
			*to = append(*to, tl)
		}
	}
	named := func(to *[]tile, lane, name string, build func(v *view, i int, c *card) bool) {
		if v.has(lane) {
			tl, ok := t.namedTile(i, w, name, build)
			add(to, tl, ok)
		}
	}
	lanes := v.words
	if v.has("beleving") {
		tl, ok := t.speechTile(i, w)
		add(&all.left, tl, ok)
		if !t.double && v.has("denkt") { // in two columns there is room for it beside the title
			tl, ok = t.thoughtTile(i, w)
			add(&all.left, tl, ok)
		}
	}
	named(right, "onderbouwing", v.lang.Lens().Grounds.Name, groundCards)
	named(right, "horen", lanes.Hear.Name, hearCards)
	named(&all.left, "gaat-goed", t.unsigned(t.v.lang.ByTeam().Said(lanes.GoesWell.Name)), wellCards)
	named(&all.left, "pijnpunten", t.unsigned(t.v.lang.ByTeam().Said(lanes.PainPoints.Name)), painCards)
	named(right, "klantarena", t.unsigned(lanes.Arena.Name), arenaCards)
	named(right, "teksten", t.unsigned(v.lang.Lens().Texts.Name), textCards)
	named(right, "menselijk", t.unsigned(lanes.Human.Name), humanCards)
	named(right, "doorlooptijd", t.unsigned(lanes.LeadTimes.Name), leadCards)
	tl, ok := t.turnTile(i, w)
	add(&all.left, tl, ok)
	named(&all.left, "afhakers", t.unsigned(lanes.DropOuts.Name), exitCards)
	named(right, "cadeautjes", t.unsigned(lanes.Advice.Name), adviceCards)
	if t.refers {
		tl, ok := t.namedTile(i, w, "", adviceNumbers)
		add(right, tl, ok)
	}
	if t.double {
		all.balance()
	}
	if v.has("achter-de-schermen") {
		all.last = t.backTiles(i)
	}
	if v.lens == Blueprint && len(v.steps[i].Channels) > 0 {
		all.left = append([]tile{t.dividerTile(lanes.Interaction, w), t.channelTile(i, w)}, all.left...)
	}
	return all
}

// balance moves what may stand in either column out of the longer one, from its end, as long as
// that makes the step clearly lower. What is said and heard keeps its place.
func (a *telling) balance() {
	const worthMoving = 12
	height := func(tiles []tile) (h float64) {
		for _, tl := range tiles {
			h += tl.box.H + tileGap
		}
		return h
	}
	for range 3 {
		from, to := &a.left, &a.right
		if height(*from) < height(*to) {
			from, to = to, from
		}
		n := len(*from)
		if n == 0 {
			return
		}
		tl := (*from)[n-1]
		if tl.look == speech || tl.look == thinking || tl.kind == hearCard ||
			height(*to)+tl.box.H+tileGap+worthMoving > height(*from) {
			return
		}
		*from, *to = (*from)[:n-1], append(*to, tl)
	}
}
