package journeymap

import (
	"slices"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

// lane is a row of cards with its name at the left.
type lane struct {
	name    string // for ids
	label   card
	box     drawing.Box // the row in the grid
	cards   []card
	natural bool // cards keep their own height; otherwise all are as high as the row
}

// lanes builds every lane of cards that has something to show, unplaced.
type laneSpec struct {
	name    string
	words   words.MapLane
	natural bool
	build   func(v *view, g grid) []card
}

// The lanes above the line of contact. The steps head every drawing.
func (v *view) customerLanes() []laneSpec {
	steps := v.words.Steps
	if v.heard >= smallest {
		steps.Hint += " " + v.words.StepBar
	}
	return v.through([]laneSpec{
		{"stappen", steps, false, stepCards},
		{"doet", v.words.Does, false, perStep(doesCards)},
		{"denkt", v.words.Thinks, true, perStep(thinksCards)},
		{"onderbouwing", v.lang.Lens().Grounds, false, perStep(groundCards)},
	})
}

// The lanes between the curve and the line of visibility.
func (v *view) voiceLanes() []laneSpec {
	return v.through([]laneSpec{
		{"horen", v.words.Hear, true, perStep(hearCards)},
		{"gaat-goed", v.words.GoesWell, false, perStep(wellCards)},
		{"pijnpunten", v.words.PainPoints, false, perStep(painCards)},
		{"klantarena", v.words.Arena, false, perStep(arenaCards)},
		{"teksten", v.lang.Lens().Texts, false, perStep(textCards)},
		{"menselijk", v.words.Human, false, perStep(humanCards)},
		{"doorlooptijd", v.words.LeadTimes, true, perStep(leadCards)},
	})
}

// The lanes that the customer does not see.
func (v *view) backstageLanes() []laneSpec {
	return v.through([]laneSpec{
		{"achter-de-schermen", v.words.Backstage, false, spanning(backstageCard, iconGear, func(s stepView) []string { return s.Backstage })},
		{"systemen", v.words.Systems, false, spanning(systemCard, iconSystem, func(s stepView) []string { return s.Systems })},
	})
}

// The lanes with what follows from it all.
func (v *view) outcomeLanes() []laneSpec {
	return v.through([]laneSpec{
		{"afhakers", v.words.DropOuts, false, perStep(dropOutCards)},
		{"cadeautjes", v.words.Advice, true, perStep(adviceCards)},
	})
}

// perStep builds at most one card for each step.
func perStep(build func(v *view, i int, c *card) bool) func(v *view, g grid) []card {
	return func(v *view, g grid) []card {
		var cards []card
		for i := range v.steps {
			c := newCard(0, i, 1, g.cardWidth())
			if build(v, i, c) {
				done := c.end()
				done.shift(g.cardX(i), 0)
				cards = append(cards, done)
			}
		}
		return cards
	}
}

// place makes the lane's label and stands its cards at y. An empty lane gives false.
func (s laneSpec) place(v *view, g grid, y float64) (lane, bool) {
	l := lane{name: s.name, natural: s.natural, cards: s.build(v, g)}
	if len(l.cards) == 0 {
		return l, false
	}
	l.label = labelFor(g, s.words, 0)
	h := l.label.box.H
	for _, c := range l.cards {
		h = max(h, c.box.H)
	}
	l.box = drawing.Box{X: g.x, Y: y, W: g.width(), H: h}
	l.label.shift(pageMargin, y)
	l.label.box.H = h
	for i := range l.cards {
		c := &l.cards[i]
		c.shift(0, y)
		if !l.natural {
			c.stretch(h)
		}
	}
	return l, true
}

// stretch makes a card h high; bars of steps and drop-outs stay at its foot.
func (c *card) stretch(h float64) {
	extra := h - c.box.H
	c.box.H = h
	if c.kind == stepCard {
		for i := range c.bars {
			c.bars[i].box.Y += extra
		}
	}
	if c.kind == backstageCard || c.kind == systemCard || c.kind == humanCard {
		for i := range c.blocks {
			c.blocks[i].y += extra / 2
		}
		for i := range c.marks {
			c.marks[i].box.Y += extra / 2
		}
	}
}

// labelFor makes the label of a lane; right is room kept free at its right side.
func labelFor(g grid, w words.MapLane, right float64) card {
	c := newCard(labelCard, -1, 1, g.label)
	c.gap(-2)
	c.add(w.Name, laneName, ink, 14, 12)
	if g.hints {
		c.gap(1)
		c.add(w.Hint, laneHint, soft, 14, 8+right)
	}
	return c.end()
}

// stepCards are the steps themselves: number, badge, title and a bar for the signals.
func stepCards(v *view, g grid) []card {
	var cards []card
	for i, s := range v.steps {
		c := newCard(stepCard, i, 1, g.cardWidth())
		c.gap(4)
		c.blocks = append(c.blocks, oneLine(cardPadX, c.box.H+1, 40, twoDigits(s.number), valueText, number, drawing.Start))
		if s.counted {
			c.badges = append(c.badges, newBadge(c.box.W-9, c.box.H, v.count(s.n), onHeader).warning(v.doubted(i)))
			c.spots = append(c.spots, drawing.Spot{For: render.BackingID(render.BackingStep, s.ID), Box: c.badges[0].box})
		}
		c.gap(badgeHeight + 6)
		c.add(s.Title, v.form.cardStyle(), ink, cardPadX, cardPadX)
		if v.heard >= smallest {
			c.gap(10)
			share := 0.0
			if s.n >= smallest {
				share = float64(s.n) / float64(v.heard)
			}
			c.bars = append(c.bars, bar{box: drawing.Box{X: cardPadX, Y: c.box.H, W: c.box.W - 2*cardPadX, H: 5}, share: share, role: number})
			c.gap(6)
		}
		done := c.end()
		done.shift(g.cardX(i), 0)
		cards = append(cards, done)
	}
	return cards
}

func twoDigits(n int) string {
	s := words.Dutch.Int(n)
	if len(s) == 1 {
		s = "0" + s
	}
	return s
}

func doesCards(v *view, i int, c *card) bool {
	c.kind = doesCard
	c.add(v.steps[i].Does, body, ink, cardPadX, cardPadX)
	return len(c.blocks) > 0
}

// thinksCards are thought bubbles: the puffs that lead up to the step need room above.
func thinksCards(v *view, i int, c *card) bool {
	c.kind = thinksCard
	c.gap(puffs)
	c.add(v.steps[i].Thinks, thought, ink, cardPadX+2, cardPadX+2)
	return len(c.blocks) > 0
}

// spanning builds cards of short lists; neighbouring steps of one phase with the same list
// share one wide card.
func spanning(k kind, ic icon, list func(stepView) []string) func(v *view, g grid) []card {
	return func(v *view, g grid) []card {
		var cards []card
		for i := 0; i < len(v.steps); {
			items := list(v.steps[i])
			to := i + 1
			for to < len(v.steps) && v.steps[to].phase == v.steps[i].phase && slices.Equal(list(v.steps[to]), items) {
				to++
			}
			if len(items) > 0 {
				width := g.cardX(to-1) + g.cardWidth() - g.cardX(i)
				c := newCard(k, i, to-i, width)
				for n, item := range items {
					if n > 0 {
						c.gap(6)
					}
					item = clean(item)
					left := cardPadX + 22.0
					room := width - left - cardPadX
					// A short line on a wide card stands in the middle, its icon next to it.
					if w := bodyStrong.width(item); to-i > 1 && w < room {
						left += (room - w) / 2
					}
					y, before := c.box.H, len(c.blocks)
					c.add(item, bodyStrong, ink, left, cardPadX)
					if len(c.blocks) > before {
						c.marks = append(c.marks, mark{icon: ic, box: drawing.Box{X: left - 22, Y: y, W: 16, H: 16}, role: soft})
					}
				}
				if len(c.blocks) > 0 {
					done := c.end()
					done.shift(g.cardX(i), 0)
					cards = append(cards, done)
				}
			}
			i = to
		}
		return cards
	}
}
