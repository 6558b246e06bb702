package flow

import (
	"math"
	"strings"

	"klantreis/journeys/evidence"
	"klantreis/render/drawing"
	"klantreis/render/font"
	"klantreis/render/words"
)

// sizes is one of three densities. Small is the smallest type in the picture; a picture no wider
// than maxWidth keeps it at 12 pixels or more when it is shown 1800 pixels wide.
type sizes struct {
	card         float64 // width of a step
	title, small float64 // type
	label        float64 // width of the text at a line
	gapX, gapY   float64 // between columns, and between boxes in a column
	pad          float64 // in a card, and above and below the graph of a band
	lines        int     // the most lines in a condition or a reason
}

func sizesFor(steps int) sizes {
	switch {
	case steps <= 9:
		return sizes{card: 204, title: 16, small: 13, label: 118, gapX: 28, gapY: 30, pad: 16, lines: 5}
	case steps <= 16:
		return sizes{card: 180, title: 15, small: 13, label: 104, gapX: 26, gapY: 24, pad: 14, lines: 5}
	case steps <= 34:
		return sizes{card: 156, title: 13.5, small: 12.5, label: 92, gapX: 22, gapY: 18, pad: 11, lines: 3}
	}
	return sizes{card: 134, title: 13, small: 12, label: 84, gapX: 19, gapY: 14, pad: 8, lines: 3}
}

// inset is the room at the left and right side in a card.
func (z sizes) inset() float64 { return z.pad * 0.75 }

func (z sizes) maxWidth() float64 { return 1800 * z.small / 12 }

const (
	leading    = 1.28 // line height as a share of the size
	discRadius = 12
	barHeight  = 5 // the coloured edge at the top of a step
	outGap     = 12
	outIndent  = 26 // drop-outs stand this far in from the left side of their step
	outPad     = 8
	repeatGap  = 20 // between a step and the label of its repeat
	labelPad   = 6
)

// line is one line of text in a box.
type line struct {
	text string
	face font.Face
	size float64
	soft bool
}

func height(lines []line) float64 {
	h := 0.0
	for _, l := range lines {
		h += l.size * leading
	}
	return h
}

func width(lines []line) float64 {
	w := 0.0
	for _, l := range lines {
		w = math.Max(w, font.Width(l.text, l.face, l.size))
	}
	return w
}

// wrap breaks text into at most limit lines; what does not fit ends in an ellipsis. The whole
// text remains in the labels for people who do not see the picture.
func wrap(text string, face font.Face, size, width float64, limit int) []line {
	broken := font.Wrap(text, face, size, width)
	if len(broken) > limit {
		broken = broken[:limit]
		last := []rune(strings.TrimSuffix(broken[limit-1], "-"))
		for len(last) > 0 && font.Width(string(last)+"…", face, size) > width {
			last = last[:len(last)-1]
		}
		broken[limit-1] = strings.TrimRight(string(last), " ") + "…"
	}
	lines := make([]line, len(broken))
	for i, s := range broken {
		lines[i] = line{text: s, face: face, size: size}
	}
	return lines
}

// cell is a step as graphviz sees it: the card, the repeat above it and the drop-outs below.
type cell struct {
	title, channels []line
	badge           string
	short           bool // the badge is a number only, which the legend explains
	cardHeight      float64
	repeat          *label
	outs            []outBox
	above, below    float64 // room above and below the card
	w               float64
}

func (c *cell) height() float64 { return c.above + c.cardHeight + c.below }

// outBox is a box below the card: a drop-out, or a line that is not drawn through.
type outBox struct {
	lines  []line
	y, h   float64 // y from the bottom of the card
	share  *float64
	out    int // index of the drop-out
	isJump bool
	link   int // index of the line
}

// label is the text at a line.
type label struct {
	lines []line
	w, h  float64
}

func newLabel(lines []line) *label {
	if len(lines) == 0 {
		return nil
	}
	return &label{lines: lines, w: math.Ceil(width(lines)) + 2*labelPad, h: math.Ceil(height(lines)) + 2*labelPad - 4}
}

// measure sizes all steps. Either all numbers of signals say what they count, or none does.
func (z sizes) measure(steps []step, lang words.Lang) []*cell {
	w := lang.Flow()
	cells := make([]*cell, len(steps))
	short := false
	for i, s := range steps {
		cells[i] = z.cell(s, lang)
		if s.signals > 0 {
			noun := w.Signals
			if s.signals == 1 && evidence.MinGroup <= 1 {
				noun = w.Signal
			}
			cells[i].badge = lang.Count(s.signals, evidence.MinGroup) + " " + noun
			short = short || width(badgeLine(cells[i].badge, z.small))+16+2*discRadius+6 > z.card-2*z.inset()
		}
	}
	for i, s := range steps {
		if short && s.signals > 0 {
			cells[i].badge, cells[i].short = lang.Count(s.signals, evidence.MinGroup), true
		}
	}
	return cells
}

func (z sizes) cell(s step, lang words.Lang) *cell {
	w := lang.Flow()
	c := &cell{w: z.card}
	inner := z.card - 2*z.inset()
	c.title = wrap(s.title, font.SemiBold, z.title, inner, 7)
	c.channels = wrap(strings.Join(s.channels, " · "), font.Regular, z.small, inner, 3)
	c.cardHeight = math.Ceil(barHeight + 1.75*z.pad + 1 + 2*discRadius + height(c.title))
	if len(c.channels) > 0 {
		c.cardHeight += math.Ceil(4 + height(c.channels))
	}
	var lines []line
	for _, r := range s.repeats {
		lines = append(lines, z.condition(r.when, r.share, lang, z.card-60)...)
	}
	if len(s.repeats) > 0 {
		if len(lines) == 0 {
			lines = wrap(w.Again, font.Regular, z.small, z.card-60, 3)
		}
		c.repeat = newLabel(lines)
		c.above = c.repeat.h + repeatGap
	}
	for k, o := range s.dropOuts {
		box := outBox{share: o.share, out: k}
		reason := o.reason
		if reason == "" {
			reason = w.NoReason
		}
		box.lines = wrap(reason, font.Regular, z.small, z.card-outIndent-2*outPad-22, z.lines)
		if o.share != nil {
			box.lines = append(box.lines, line{text: lang.Percent(*o.share), face: font.Bold, size: z.small})
		}
		c.hang(box)
	}
	return c
}

// condition is the text at a line: when it is taken, and by how many.
func (z sizes) condition(when string, share *float64, lang words.Lang, room float64) []line {
	lines := wrap(when, font.Regular, z.small, room, 5)
	if share != nil {
		lines = append(lines, line{text: lang.Percent(*share), face: font.Bold, size: z.small})
	}
	return lines
}

// linkLabel is the text at a line between two steps. A line back always says where it leads, so
// that it differs from the others by more than its colour.
func (z sizes) linkLabel(l link, lang words.Lang) *label {
	w := lang.Flow()
	lines := z.condition(l.when, l.share, lang, z.label)
	if l.rest {
		lines = wrap(w.Others, font.Regular, z.small, z.label, 2)
	}
	if l.kind == back {
		lines = append(lines, wrap("← "+w.BackTo+" "+lang.Int(l.to+1), font.SemiBold, z.small, z.label, 2)...)
	}
	return newLabel(lines)
}

// jump puts a line that is not drawn through in a box below the card.
func (c *cell) jump(p *planner, k int) {
	l := p.links[k]
	sign := "→ "
	if l.kind == back {
		sign = "← "
	}
	text := sign + p.lang.Flow().GoesTo + " " + p.lang.Int(l.to+1)
	if l.kind == back {
		text = sign + p.lang.Flow().BackTo + " " + p.lang.Int(l.to+1)
	}
	if l.share != nil {
		text += ": " + p.lang.Percent(*l.share)
	}
	room := c.w - outIndent - 2*outPad
	lines := wrap(text, font.SemiBold, p.small, room, 2)
	lines = append(lines, wrap(l.when, font.Regular, p.small, room, 2)...)
	c.hang(outBox{lines: lines, link: k, isJump: true})
}

// hang adds a box below the card.
func (c *cell) hang(box outBox) {
	box.y = c.below + 6
	if len(c.outs) == 0 {
		box.y = outGap
	}
	box.h = math.Ceil(height(box.lines) + 2*outPad - 2)
	c.below = box.y + box.h
	c.outs = append(c.outs, box)
}

// box is a placed rectangle with its centre line helpers.
func boxAt(cx, cy, w, h float64) drawing.Box {
	return drawing.Box{X: cx - w/2, Y: cy - h/2, W: w, H: h}
}
