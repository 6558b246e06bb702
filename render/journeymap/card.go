package journeymap

import (
	"klantreis/render"
	"klantreis/render/drawing"
)

// kind tells what a card is, and so how it is drawn.
type kind int

const (
	labelCard kind = iota // names a lane, in the left column
	stepCard
	doesCard
	thinksCard
	hearCard
	wellCard
	painCard
	arenaCard
	adviceCard
	humanCard
	leadCard
	backstageCard
	systemCard
	dropOutCard
	personaCard
	legendCard
	groundCard
	textCard
)

func (k kind) String() string {
	return [...]string{"label", "step", "does", "thinks", "hear", "well", "pain", "arena", "advice", "human", "lead",
		"backstage", "system", "dropout", "persona", "legend", "ground", "text"}[k]
}

// card is one placed box with its contents. Everything in it lies within the box.
type card struct {
	kind   kind
	step   int // index in the view, −1: none
	span   int // columns
	box    drawing.Box
	blocks []block
	bars   []bar
	ranges []rangeBar
	marks  []mark
	badges []badge
	spots  []drawing.Spot
}

// bar shows a share of its box.
type bar struct {
	box   drawing.Box
	share float64
	role  role
	up    bool // stands, growing from its foot
}

// rangeBar shows a spread on a line from 0: x positions within the box.
type rangeBar struct {
	box            drawing.Box
	low, mid, high float64
	promise        float64 // NaN-free: below 0 means none
}

// mark is a small picture in a card.
type mark struct {
	icon icon
	box  drawing.Box
	role role
	text string // shown on the gift
}

// badge is a pill with the number of signals behind a statement.
type badge struct {
	box   drawing.Box
	text  block
	role  role
	icon  bool
	grade string // a letter before the pill, when the data warns; empty: none
}

const (
	badgeHeight = 18
	cardPadX    = 11
	cardPadY    = 9
)

func newCard(k kind, step, span int, width float64) *card {
	return &card{kind: k, step: step, span: span, box: drawing.Box{W: width, H: cardPadY}}
}

// add puts wrapped text at the card's end, with the given room left and right.
func (c *card) add(text string, s style, r role, left, right float64) {
	b := block{x: c.box.X + left, y: c.box.Y + c.box.H, w: c.box.W - left - right, style: s, role: r}
	b.lines = wrapped(text, s, b.w)
	if len(b.lines) == 0 {
		return
	}
	c.blocks = append(c.blocks, b)
	c.box.H += b.height()
}

// pair puts a name at the left and its value at the right of one line, or of two where they do
// not fit next to each other.
func (c *card) pair(name, value string) {
	room := c.box.W - 2*cardPadX
	c.add(name, note, soft, cardPadX, cardPadX)
	if note.width(name)+noteStrong.width(value)+8 <= room {
		c.box.H -= note.leading()
	}
	for _, line := range wrapped(value, noteStrong, room) {
		c.blocks = append(c.blocks, oneLine(c.box.X+cardPadX, c.box.Y+c.box.H, room, line, noteStrong, ink, drawing.End))
		c.box.H += note.leading()
	}
}

// pairs puts names with their values under each other, or two on a line where they fit.
func (c *card) pairs(all [][2]string) {
	half := (c.box.W-3*cardPadX)/2 - 8
	for _, p := range all {
		if note.width(p[0])+noteStrong.width(p[1]) > half {
			for _, p := range all {
				c.pair(p[0], p[1])
			}
			return
		}
	}
	for k, p := range all {
		left := c.box.X + cardPadX + float64(k%2)*(half+8+cardPadX)
		c.blocks = append(c.blocks,
			oneLine(left, c.box.Y+c.box.H, half+8, p[0], note, soft, drawing.Start),
			oneLine(left, c.box.Y+c.box.H, half+8, p[1], noteStrong, ink, drawing.End))
		if k%2 == 1 || k+1 == len(all) {
			c.box.H += note.leading()
		}
	}
}

// spot marks what stands between y and the card's end as a place to ask after a thing.
func (c *card) spot(y float64, what, id string) {
	c.spots = append(c.spots, drawing.Spot{For: render.BackingID(what, id), Box: drawing.Box{X: c.box.X + 4, Y: y - 2, W: c.box.W - 8, H: c.box.Y + c.box.H - y + 4}})
}

func (c *card) gap(h float64) { c.box.H += h }

func (c *card) end() card {
	c.box.H += cardPadY
	return *c
}

// newBadge makes a pill that ends at right and starts at y.
func newBadge(right, y float64, text string, r role) badge {
	w := noteStrong.width(text) + 27
	b := badge{box: drawing.Box{X: right - w, Y: y, W: w, H: badgeHeight}, role: r, icon: true}
	b.text = oneLine(b.box.X+19, y+1.5, w-26, text, noteStrong, onHeader, drawing.Start)
	return b
}

func (c *card) shift(dx, dy float64) {
	move := func(b *drawing.Box) { b.X, b.Y = b.X+dx, b.Y+dy }
	move(&c.box)
	for i := range c.blocks {
		c.blocks[i].shift(dx, dy)
	}
	for i := range c.bars {
		move(&c.bars[i].box)
	}
	for i := range c.ranges {
		move(&c.ranges[i].box)
	}
	for i := range c.marks {
		move(&c.marks[i].box)
	}
	for i := range c.badges {
		move(&c.badges[i].box)
		c.badges[i].text.shift(dx, dy)
	}
	for i := range c.spots {
		move(&c.spots[i].Box)
	}
}
