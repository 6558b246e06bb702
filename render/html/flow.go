package html

import (
	"slices"

	"klantreis/render"
)

// flow puts running text on as few slides as it needs, in two columns, and keeps what stands
// under one heading together where it can.
func (c *composer) flow(text []render.Block) {
	var on []render.Block
	for _, group := range groups(text) {
		both := slices.Concat(on, group)
		if _, ok := c.arrange(both); ok {
			on = both
			continue
		}
		if _, ok := c.arrange(group); ok {
			c.emit(on)
			on = group
			continue
		}
		on = c.pour(on, group)
	}
	c.emit(on)
}

// groups cuts text before every heading.
func groups(text []render.Block) [][]render.Block {
	var all [][]render.Block
	for i, b := range text {
		if isHeading(b) || i == 0 {
			all = append(all, nil)
		}
		last := &all[len(all)-1]
		*last = append(*last, b)
	}
	return all
}

// pour fills slides with a group that is more than one slide holds, and returns what is on the
// last, unfinished one. The heading is repeated on every slide.
func (c *composer) pour(on, group []render.Block) []render.Block {
	var heading []render.Block
	if h, ok := group[0].(render.Heading); ok {
		r := ruler{words: c.words}
		heading = []render.Block{render.Heading{Text: h.Text + r.continued()}}
	}
	column := ruler{width: columnWidth, scale: 1, words: c.words}
	fresh := len(on) == 0 // nothing on the slide but, perhaps, the repeated heading
	for queue := group; len(queue) > 0; {
		b := queue[0]
		if _, ok := c.arrange(slices.Concat(on, queue[:1])); ok {
			on, queue, fresh = slices.Concat(on, queue[:1]), queue[1:], false
			continue
		}
		if column.height(b) > c.room {
			if head, rest, ok := c.cut(on, b); ok {
				on, fresh = slices.Concat(on, []render.Block{head}), false
				queue = slices.Concat([]render.Block{rest}, queue[1:])
				continue
			}
		}
		if fresh { // higher than a slide and not to be cut: the browser lets it scroll
			on, queue = slices.Concat(on, queue[:1]), queue[1:]
		}
		c.emit(on)
		on, fresh = heading, true
	}
	if fresh {
		return nil
	}
	return on
}

// cut splits b so that its head still goes on the slide.
func (c *composer) cut(on []render.Block, b render.Block) (head, rest render.Block, ok bool) {
	r := ruler{width: columnWidth, scale: 1, words: c.words}
	// First into what is left of the left column, then of the right one.
	for k := len(on); k >= 0; k-- {
		room := c.room
		if used := r.stack(on[k:]); len(on[k:]) > 0 {
			room -= used + blockGap
		}
		if room < c.room/4 {
			continue
		}
		if head, rest, ok = r.split(b, room); ok {
			if _, fits := c.arrange(slices.Concat(on, []render.Block{head})); fits {
				return head, rest, true
			}
		}
	}
	return nil, nil, false
}

// arrange chooses columns and type size for text on one slide. It reports false when the text
// does not fit; the arrangement is then the best there is.
func (c *composer) arrange(blocks []render.Block) (s slide, ok bool) {
	for _, size := range scales {
		r := ruler{width: singleWidth, scale: size.factor, words: c.words}
		share := 0.55 // a single column looks lost when it is long
		if len(blocks) <= 2 {
			share = 1
		}
		if !r.crowds(blocks) && r.stack(blocks) <= c.room*share {
			return slide{Layout: "flow single", Scale: size.class, Left: blocks}, true
		}
		r.width = columnWidth
		if k, ok := r.balance(blocks, c.room); ok && (size.factor == 1 || !r.crowds(blocks)) {
			return slide{Scale: size.class, Left: blocks[:k], Right: blocks[k:]}, true
		}
	}
	r := ruler{width: columnWidth, scale: 1, words: c.words}
	k, _ := r.balance(blocks, c.room)
	return slide{Left: blocks[:k], Right: blocks[k:]}, false
}

// crowds tells whether a table would have to wrap its cells to fit.
func (r ruler) crowds(blocks []render.Block) bool {
	for _, b := range blocks {
		if t, ok := b.(render.Table); ok && tableWidth(t)*r.scale > r.width {
			return true
		}
	}
	return false
}

// balance finds the number of blocks in the left column that makes the higher column as low as
// possible. A heading never ends the left column, and a column that begins with a heading is
// worth some height. It reports false when the columns are higher than room.
func (r ruler) balance(blocks []render.Block, room float64) (left int, ok bool) {
	const bonus = 160
	left, best := len(blocks), r.stack(blocks)
	ok = best <= room
	for k := len(blocks) - 1; k > 0; k-- {
		if isHeading(blocks[k-1]) {
			continue
		}
		cost := max(r.stack(blocks[:k]), r.stack(blocks[k:]))
		fits := cost <= room
		if !isHeading(blocks[k]) {
			cost += bonus * r.scale
		}
		if fits && !ok || fits == ok && cost < best {
			left, best, ok = k, cost, fits
		}
	}
	return left, ok
}

func (c *composer) emit(blocks []render.Block) {
	if len(blocks) == 0 {
		return
	}
	s, _ := c.arrange(blocks)
	c.add(s)
}

// figure gives a picture a slide of its own, with its text beside or, for a wide picture, above
// it. Text that does not fit there goes on slides before and after it.
func (c *composer) figure(f render.Figure, before, after []render.Block) {
	if f.Drawing.Width <= 0 || f.Drawing.Height <= 0 {
		c.flow(before)
		if len(f.Data.Columns) > 0 {
			c.table(f.Data, nil)
		}
		c.flow(after)
		return
	}
	shown := c.lower(f)
	s := slide{Layout: "figure", Figure: c.newFigure(shown)}
	if shown.Drawing.Height != f.Drawing.Height {
		s.Figure.Option = ""
	}
	f = shown
	if s.Figure.Zoom {
		s.Layout = "figure zoom"
	}
	text := slices.Concat(before, after)
	const around = 120 // title and caption of the figure
	side := ruler{width: sideWidth, scale: 1, words: c.words}
	top := ruler{width: bodyWidth, scale: 1, words: c.words}
	// Beside the picture is room for nothing when the picture is that narrow anyway.
	free := (c.room-around)*f.Drawing.Width/f.Drawing.Height <= bodyWidth-columnGap-sideWidth
	fitsSide, fitsTop := side.stack(text) <= c.room, top.stack(text) <= c.room*0.15
	switch {
	case len(text) == 0:
	case fitsSide && free || fitsSide && !fitsTop && f.Chart != nil:
		s.Right = text
	case fitsTop:
		s.Lead = text
	default:
		c.flow(before)
		c.add(s)
		c.flow(after)
		return
	}
	c.add(s)
}
