package flow

import (
	"math"
	"strings"

	"klantreis/journeys/evidence"
	"klantreis/render/font"
	"klantreis/render/words"
)

const (
	capHeight  = 6  // the coloured edge at the top of a step
	headRow    = 26 // number and badge
	axisDepth  = 40 // from the top of a card to its axis, where the main way meets it
	upperDepth = 14 // from the top of a card to the port above the axis
	cornerRoom = 12 // no line meets a card nearer to its corner

	outGap = 16 // between a card and its first drop-out
	outPad = 7
	signR  = 8 // the cross of a drop-out

	repeatGap   = 22 // between a step and the line of its repeat
	repeatInset = 28 // the repeat leaves so much of the upper side of its card, at the left
)

// cell is a step with all that belongs to it: the card, the repeat above it and the drop-outs
// below.
type cell struct {
	title, channels []line
	badge           string
	textHeight      float64 // of a card with its text
	cardHeight      float64 // the same, or more where many lines meet it
	repeat          *label
	outs            []outBox
	outIndent       float64 // drop-outs stand this far in, to the right of their lines
	above, below    float64 // room above and below the card
	up, down        float64 // room above and below the axis, with the labels of the lines
}

// outBox is a box below the card: a drop-out, or a line that is not drawn through.
type outBox struct {
	lines  []line
	y, h   float64 // y from the bottom of the card
	x      float64 // of its line, from the left side of the card
	weight float64
	out    int // index of the drop-out
	isJump bool
	link   int // index of the line
}

// label is the text at a line: reasons stand above the line, the share in a pill upon it.
type label struct {
	reason   []line
	pill     []line // one line or none
	w        float64
	up, down float64 // from the line
}

const pillPad = 7

func newLabel(reason []line, pill string, size, weight float64) *label {
	l := &label{reason: reason}
	half := lineWidth(weight) / 2
	l.down = half
	l.w = math.Ceil(width(reason))
	rise := half
	if pill != "" {
		l.pill = []line{{text: pill, face: font.Bold, size: size}}
		l.w = math.Max(l.w, l.pillWidth())
		rise = math.Max(half, l.pillHeight()/2)
		l.down = rise
	}
	l.up = rise
	if len(reason) > 0 {
		l.up = rise + 2 + height(reason)
	}
	return l
}

func (l *label) pillWidth() float64 {
	if len(l.pill) == 0 {
		return 0
	}
	return math.Ceil(width(l.pill)) + 2*pillPad
}

func (l *label) pillHeight() float64 {
	if len(l.pill) == 0 {
		return 0
	}
	return math.Ceil(l.pill[0].size*leading) + 2
}

// measure sizes all steps.
func (z sizes) measure(steps []step, lang words.Lang) []*cell {
	cells := make([]*cell, len(steps))
	for i, s := range steps {
		c := &cell{}
		inner := z.card - 2*z.pad
		c.title = wrap(s.title, font.SemiBold, z.title, inner, 6)
		c.channels = wrap(strings.Join(s.channelNames(lang), " · "), font.Regular, z.small, inner, 3)
		c.textHeight = math.Ceil(capHeight + 6 + headRow + height(c.title) + z.pad)
		if len(c.channels) > 0 {
			c.textHeight += math.Ceil(3 + height(c.channels))
		}
		c.cardHeight = c.textHeight
		if s.signals > 0 {
			c.badge = lang.Count(s.signals, evidence.MinGroup)
		}
		c.repeat = z.repeatLabel(s.repeats, lang)
		if c.repeat != nil {
			c.above = math.Ceil(c.repeat.up + c.repeat.down + repeatGap)
		}
		cells[i] = c
	}
	return cells
}

// repeatLabel is the text at the line from a step to itself.
func (z sizes) repeatLabel(repeats []repeat, lang words.Lang) *label {
	if len(repeats) == 0 {
		return nil
	}
	var reason []line
	var shares []string
	weight := -1.0
	for _, r := range repeats {
		reason = append(reason, wrap(r.when, font.Regular, z.small, z.card-repeatInset-12, z.lines)...)
		if r.share != nil {
			shares = append(shares, lang.Percent(*r.share))
			weight = math.Max(weight, 0) + *r.share
		}
	}
	if len(reason) == 0 {
		reason = wrap(lang.Flow().Again, font.Regular, z.small, z.card-repeatInset-12, 2)
	}
	if len(shares) > 2 {
		shares = append(shares[:2:2], "…")
	}
	return newLabel(reason, strings.Join(shares, " + "), z.small, weight)
}

// hang adds the drop-outs of a step, and the lines from it that are not drawn through, below its
// card.
func (p *planner) hang(i int) {
	c, s, w := p.cells[i], p.steps[i], p.lang.Flow()
	c.outs, c.below, c.outIndent = nil, 0, 0
	for k, o := range s.dropOuts {
		c.outs = append(c.outs, outBox{out: k, weight: shareOf(o.share)})
	}
	for k, l := range p.links {
		if l.from == i && p.jumps[k] {
			c.outs = append(c.outs, outBox{isJump: true, link: k, weight: l.weight})
		}
	}
	if len(c.outs) == 0 {
		return
	}
	c.outIndent = c.spread(p.card)
	room := p.card - c.outIndent - 2*outPad
	y := float64(outGap)
	for k := range c.outs {
		o := &c.outs[k]
		if o.isJump {
			l := p.links[o.link]
			text := "→ " + w.OnTo + " " + p.lang.Int(l.to+1)
			if l.kind == back {
				text = "← " + w.BackTo + " " + p.lang.Int(l.to+1)
			}
			if l.share != nil {
				text += ": " + p.lang.Percent(*l.share)
			}
			o.lines = append(wrap(text, font.SemiBold, p.small, room, 3), wrap(l.when, font.Regular, p.small, room, 2)...)
		} else {
			d := s.dropOuts[o.out]
			reason := d.reason
			if reason == "" {
				reason = w.NoReason
			}
			o.lines = wrap(reason, font.Regular, p.small, room-2*signR-5, p.lines)
			if d.share != nil {
				o.lines = append(o.lines, line{text: p.lang.Percent(*d.share), face: font.Bold, size: p.small})
			}
		}
		o.y, o.h = y, math.Max(math.Ceil(height(o.lines)+2*outPad-2), 2*signR+2*outPad)
		y += o.h + 7
	}
	c.below = y - 7
}

// spread sets the lines of what hangs below a card side by side, the lowest box's leftmost so that
// they do not cross. Where that takes too much room all come from one trunk. It returns how far the
// boxes stand in.
func (c *cell) spread(card float64) float64 {
	x, most := 8.0, 0.0
	for k := len(c.outs) - 1; k >= 0; k-- {
		half := lineWidth(c.outs[k].weight) / 2
		c.outs[k].x = x + half
		x += 2*half + 5
		most = math.Max(most, half)
	}
	if x > 0.32*card {
		for k := range c.outs {
			c.outs[k].x = 8 + most
		}
		x = 8 + 2*most + 5
	}
	return math.Ceil(x + headLength(2*most))
}

// shareOf is a share as lineWidth wants it.
func shareOf(s *float64) float64 {
	if s == nil {
		return -1
	}
	return *s
}
