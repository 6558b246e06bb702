package journeymap

import (
	"math"
	"slices"
	"strings"

	"klantreis/render"
	"klantreis/render/drawing"
)

const (
	tilePadY  = 7.0
	chipDisc  = 20.0
	turnArrow = 16.0
)

// headTile heads a step: number, title, number of signals, what the customer does and by which
// channels. Two columns stand next to each other where there is room.
func (t *tall) headTile(i int, again bool) tile {
	v, s := t.v, t.v.steps[i]
	w := t.room()
	c := newCard(stepCard, i, 1, w)
	c.box.H = 13
	c.blocks = append(c.blocks, oneLine(cardPadX, c.box.H+1, 40, twoDigits(s.number), valueText, number, drawing.Start))
	left := cardPadX + valueText.width(twoDigits(s.number)) + 9
	right, badgeLeft := float64(cardPadX), w-cardPadX
	if s.counted && !again {
		b := newBadge(w-9, c.box.H, v.count(s.n), onHeader).warning(v.doubted(i))
		c.badges = append(c.badges, b)
		c.spots = append(c.spots, drawing.Spot{For: render.BackingID(render.BackingStep, s.ID), Box: b.box})
		right, badgeLeft = w-b.box.X+8, b.box.X-8
	}
	tl := tile{what: "step"}
	title := s.Title
	if again {
		tl.what, title = "step again", v.lang.Narrow().Again(apart(clean(title)))
	}
	aside := v.has("denkt") && len(wrapped(s.Thinks, thought, 60)) > 0
	beside := t.double && !again && v.lens != Blueprint && (len(s.Channels) > 0 || aside)
	below := float64(cardPadX)
	if beside {
		right, below = w-t.column()+4, w-t.column()+4
	}
	c.add(title, cardTitle, ink, left, right)
	if !again {
		c.gap(2)
		c.add(s.Does, body, ink, left, below)
	}
	bottom := c.box.H
	if !again && v.lens != Blueprint {
		if beside {
			x := t.column() + tileGap
			if tl.chips, bottom = t.chips(s, x+cardPadX, badgeLeft, 12); len(tl.chips) > 0 {
				bottom += 5
			} else if len(c.badges) > 0 {
				bottom += badgeHeight + 6
			}
			if aside {
				bottom = tl.think(c, s.Thinks, x+9, w-9-x-9, bottom)
			}
		} else {
			tl.chips, bottom = t.chips(s, left, w-cardPadX, c.box.H+7)
		}
	}
	c.box.H = math.Max(bottom, c.box.H)
	if v.heard >= smallest && v.has("horen") && !again {
		c.gap(8)
		share := 0.0
		if s.n >= smallest {
			share = float64(s.n) / float64(v.heard)
		}
		c.bars = append(c.bars, bar{box: drawing.Box{X: cardPadX, Y: c.box.H, W: w - 2*cardPadX, H: 4}, share: share, role: number})
	}
	tl.card = c.end()
	return tl
}

// think puts a thought in a bubble of its own within a card and gives where the bubble ends.
func (t *tile) think(c *card, text string, x, w, y float64) float64 {
	b := block{x: x + 13, y: y + 4, w: w - 24, style: thought, role: ink, lines: wrapped(text, thought, w-24)}
	c.blocks = append(c.blocks, b)
	t.bubble = drawing.Box{X: x, Y: y, W: math.Min(w, b.extent().W+26), H: b.height() + 8}
	return y + t.bubble.H
}

// chips stands the channels of a step next to each other from left to right, as many rows as they
// need from y, and gives where they end.
func (t *tall) chips(s stepView, left, right, y float64) ([]chip, float64) {
	var all []chip
	x := left
	row := y
	bottom := y
	for _, name := range s.Channels {
		text := t.v.words.Channel(name)
		lines := wrapped(text, body, right-left-chipDisc-7)
		if len(lines) == 0 {
			continue
		}
		b := block{style: body, lines: lines}
		w := chipDisc + 6 + b.extent().W
		if x > left && x+w > right {
			x, row = left, bottom+4
		}
		h := math.Max(chipDisc, b.height())
		b.x, b.y, b.w = x+chipDisc+6, row+(h-b.height())/2, b.extent().W+0.5
		all = append(all, chip{t.v.channel(name, t.names), drawing.Box{X: x, Y: row + (h-chipDisc)/2, W: chipDisc, H: chipDisc}, b})
		bottom = math.Max(bottom, row+h)
		x += w + 14
	}
	return all, bottom
}

// channelTile holds the channels apart from the step, below the line of contact.
func (t *tall) channelTile(i int, w float64) tile {
	c := newCard(doesCard, i, 1, w)
	tl := tile{what: "channels"}
	tl.chips, c.box.H = t.chips(t.v.steps[i], cardPadX, w-cardPadX, tilePadY)
	c.box.H += tilePadY
	tl.card = *c
	return tl
}

// namedTile is a card of the wide form, with the name of its lane above what it says. An empty
// name is for cards whose sign the key explains.
func (t *tall) namedTile(i int, w float64, name string, build func(v *view, i int, c *card) bool) (tile, bool) {
	c := newCard(labelCard, i, 1, w)
	c.box.H = tilePadY
	if !build(t.v, i, c) {
		return tile{}, false
	}
	c.box.H += tilePadY
	if name == "" {
		return tile{card: *c, what: c.kind.String()}, true
	}
	label := block{x: cardPadX, y: tilePadY - 2, w: w - 2*cardPadX, style: noteStrong, role: soft, lines: wrapped(name, noteStrong, w-2*cardPadX)}
	head := label.height()
	c.shift(0, head)
	c.box.Y, c.box.H = 0, c.box.H+head
	c.blocks = append([]block{label}, c.blocks...)
	return tile{card: *c, what: c.kind.String()}, true
}

// unsigned gives the name for a card that bears a sign: none on paper, where room is dear and the
// key is near.
func (t *tall) unsigned(name string) string {
	if t.double {
		return ""
	}
	return name
}

// speechTile is what customers said at this step.
func (t *tall) speechTile(i int, w float64) (tile, bool) {
	if len(t.v.steps[i].quotes) == 0 {
		return tile{}, false
	}
	b := t.v.fillBalloon(i, w)
	return tile{card: card{kind: labelCard, step: i, span: 1, box: b.box, blocks: b.blocks}, what: "balloon", look: speech, rule: b.rule}, true
}

func (t *tall) thoughtTile(i int, w float64) (tile, bool) {
	c := newCard(labelCard, i, 1, w)
	c.box.H = tilePadY
	c.add(t.v.steps[i].Thinks, thought, ink, cardPadX+3, cardPadX)
	c.box.H += tilePadY
	return tile{card: *c, what: "thinks", look: thinking}, len(c.blocks) > 0
}

// turnTile tells where customers go when that is not the next step.
func (t *tall) turnTile(i int, w float64) (tile, bool) {
	v := t.v
	c := newCard(labelCard, i, 1, w)
	c.box.H = 2
	tl := tile{what: "turns", look: plain}
	jumps := slices.ContainsFunc(v.steps[i].flows, func(f flowView) bool { return f.to != i+1 })
	for _, f := range v.steps[i].flows {
		if !jumps || f.to == i+1 && !f.stated { // who goes on to the next step needs no telling
			continue
		}
		share, kind := "", edgeNext
		if f.stated {
			share = v.lang.Percent(f.share)
		}
		switch {
		case f.to < i:
			kind = edgeBack
		case f.to == i:
			kind = edgeSelf
		}
		if len(tl.turns) > 0 {
			c.gap(4)
		}
		tl.turns = append(tl.turns, turn{kind, drawing.Box{X: cardPadX, Y: c.box.H, W: turnArrow, H: turnArrow}})
		c.add(v.lang.Narrow().Jump(share, i+1, f.to+1, apart(strings.TrimSpace(clean(f.when)))), body, ink, cardPadX+22, cardPadX)
	}
	c.box.H += 2
	tl.card = *c
	return tl, len(tl.turns) > 0
}

// exitCards tell which share of the customers stops here, and why.
func exitCards(v *view, i int, c *card) bool {
	c.kind = leadCard // a plain card
	for _, e := range v.steps[i].exits {
		if len(c.marks) > 0 {
			c.gap(6)
		}
		share, r := v.words.UnknownShare, soft
		if e.Share != nil {
			share, r = v.lang.Percent(math.Max(0, math.Min(1, *e.Share))), bad
		}
		y := c.box.H
		c.marks = append(c.marks, mark{icon: iconExit, box: drawing.Box{X: cardPadX, Y: y, W: 16, H: 16}, role: bad})
		room := bodyStrong.width(share) + 8
		if text := clean(e.DropOut); len(wrapped(text, body, 60)) > 0 {
			c.add(text, body, ink, cardPadX+22, cardPadX+room)
			c.blocks = append(c.blocks, oneLine(c.box.W-cardPadX-room, y, room, share, bodyStrong, r, drawing.End))
		} else {
			c.add(share, bodyStrong, r, cardPadX+22, cardPadX)
		}
		c.box.H = math.Max(c.box.H, y+bodyStrong.leading())
	}
	return len(c.marks) > 0
}

// backTiles stand below the line of what the customer sees.
func (t *tall) backTiles(i int) []tile {
	v, s := t.v, t.v.steps[i]
	w := t.room()
	back, systems := itemCards(backstageCard, iconGear, s.Backstage), itemCards(systemCard, iconSystem, s.Systems)
	if t.double && back != nil && systems != nil {
		w = t.column()
	}
	var all []tile
	for _, part := range []struct {
		name  string
		build func(v *view, i int, c *card) bool
	}{{t.unsigned(v.words.Backstage.Name), back}, {t.unsigned(v.words.Systems.Name), systems}} {
		if part.build == nil {
			continue
		}
		if tl, ok := t.namedTile(i, w, part.name, part.build); ok {
			all = append(all, tl)
		}
	}
	if len(all) == 0 {
		return nil
	}
	return append([]tile{t.dividerTile(v.words.Visibility, t.room())}, all...)
}

// itemCards builds a list of short names, each with the same picture; nil for an empty list.
func itemCards(k kind, ic icon, items []string) func(v *view, i int, c *card) bool {
	if len(items) == 0 {
		return nil
	}
	return func(_ *view, _ int, c *card) bool {
		c.kind = k
		return markedItems(c, items, ic, soft)
	}
}

// dividerTile is a dashed line between two worlds, with its name.
func (t *tall) dividerTile(name string, w float64) tile {
	c := newCard(labelCard, -1, 1, w)
	c.box.H = 0
	c.add(name, noteStrong, ink, 2, 34)
	return tile{card: *c, what: "line", look: divides}
}
