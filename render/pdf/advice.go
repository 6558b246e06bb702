package pdf

import (
	"strconv"
	"strings"

	"github.com/johnfercher/maroto/v2/pkg/consts/align"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
)

// card is one advice. What rests on no evidence looks different: a dashed frame and the word.
func (c *composer) card(a render.AdviceCard) {
	const textX = 42
	c.space(10)
	c.flushGap()
	frame := box{fill: c.theme.Paper, border: c.theme.Line.Over(c.theme.InkSoft, 0.75), radius: 10}
	number := c.theme.Accent
	if a.Assumption {
		frame.fill, frame.border, frame.dashed = c.theme.WarnSoft.Over(c.theme.Paper, 0.45), c.theme.Warn, true
		number = c.theme.Warn
	}
	c.within("Sect", func(t *tag) {
		t.title = a.Title
		padY := 9.0
		if c.dense {
			padY = 7
		}
		c.open(frame, 18, padY)
		first := len(c.strips)
		var items []item
		wide := c.w - textX // of what stands beside the small board
		if a.Place != nil {
			wide -= miniSide + 14
			items = append(items, c.miniMatrix(*a.Place, c.w-miniSide, 0, number))
		}
		title, h := c.lines(a.Title, c.h3(), t.add(c.headingRole()), textX, wide, 3)
		y := h + 3
		if a.Number > 0 {
			items = append(items, item{w: 28, h: 28, comp: sketch{tag: t.add("P"), draw: func(p *provider, b drawing.Box) {
				p.numberDot(a.Number, b.X+14, b.Y+12.5, 13, number, c.theme.Paper)
			}}})
		}
		items = append(items, title...)
		labels, fields := c.cardChips(a), c.cardFields(a)
		if owner := c.ownerChip(a); owner.text != "" {
			// Beside the others where that takes no second line.
			if c.chipsWidth(append(labels, owner)) <= wide {
				labels = append(labels, owner)
			} else {
				fields = append([]cardField{{c.words.Owner, a.Owner, false}}, fields...)
			}
		}
		chips, h := c.chips(labels, t, textX, wide, y+chipsAbove)
		if h > 0 {
			y += h + chipsAbove
		}
		items = append(items, chips...)
		apart := 4.0
		if c.dense {
			apart = 2.5
		}
		if y += apart + 1; a.Place != nil {
			y = max(y, miniSide+2)
		}
		for i := 0; i < len(fields); i++ {
			f := fields[i]
			if strings.TrimSpace(f.value) == "" {
				continue
			}
			if half := (c.w - textX) / 2; i+1 < len(fields) && c.shortField(f, half) && c.shortField(fields[i+1], half) {
				one, h := c.field(f, t, textX, half, y+apart)
				two, _ := c.field(fields[i+1], t, textX+half, half, y+apart)
				items = append(append(items, one...), two...)
				y += h + apart
				i++
				continue
			}
			more, h := c.field(f, t, textX, c.w-textX, y+apart)
			items = append(items, more...)
			y += h + apart
		}
		c.place(items, max(y, 28), 360)
		c.strips[first-1].anchor = cardAnchor(a.Number)
		if strings.TrimSpace(a.Title) != "" && a.Number > 0 {
			c.strips[first-1].entry = &entry{level: 1, title: strconv.Itoa(a.Number) + "  " + a.Title}
		}
		c.close()
	})
	if c.dense {
		c.space(9)
	} else {
		c.space(14)
	}
}

func cardAnchor(number int) string { return "advice-" + strconv.Itoa(number) }

type cardField struct {
	label, value string
	strong       bool
}

func (c *composer) cardFields(a render.AdviceCard) []cardField {
	w := c.words
	return []cardField{
		{w.Step, a.Step, false}, {w.Basis, a.Basis, false}, {w.Expected, a.Expected, false},
		{w.Measure, a.Measure, false}, {w.Effect, a.Effect, true}, {w.EffectBasis, a.EffectBasis, false}, {w.Reason, a.Reason, false}, {w.Feedback, a.Feedback, false},
	}
}

func (c *composer) cardChips(a render.AdviceCard) []chip {
	var chips []chip
	quiet := func(label, value string) {
		if strings.TrimSpace(value) != "" {
			chips = append(chips, chip{text: label + ": " + value, ink: c.theme.Ink, fill: c.theme.Panel})
		}
	}
	if a.Assumption {
		chips = append(chips, chip{text: c.words.Assumption, ink: c.theme.Warn, fill: c.theme.WarnSoft, dashed: true})
	}
	quiet(c.words.Gain, a.Gain)
	quiet(c.words.Effort, a.Effort)
	if strings.TrimSpace(a.Status) != "" {
		status := chip{text: a.Status, ink: c.theme.Accent, fill: c.theme.Accent.Over(c.theme.Paper, 0.1)}
		if a.Done {
			status = chip{text: a.Status, ink: c.theme.Good, fill: c.theme.GoodSoft, tick: true}
		}
		chips = append(chips, status)
	}
	return chips
}

// ownerChip says whom an advice is for; empty: nobody was named.
func (c *composer) ownerChip(a render.AdviceCard) chip {
	return chip{text: strings.TrimSpace(a.Owner), ink: c.theme.Ink, fill: c.theme.Line.Over(c.theme.Paper, 0.6)}
}

// chipsAbove is the room between a title and the chips below it.
const chipsAbove = 4

// labelWidth is the room for the name of a field.
const labelWidth = 84

// fieldStyle is the type of what a field says.
func (c *composer) fieldStyle() style {
	st := style{face: font.Regular, size: 9.5, leading: 13.5, color: c.theme.Ink}
	if c.dense {
		st.size, st.leading = 9.25, 12.75
	}
	return st
}

// shortField tells whether a field takes one line of the given width, with room to spare.
func (c *composer) shortField(f cardField, w int) bool {
	st := c.fieldStyle()
	return strings.TrimSpace(f.value) != "" && !f.strong && font.Width(f.value, st.face, st.size) <= float64(w-labelWidth-10)
}

// field is a label with its text beside it.
func (c *composer) field(f cardField, parent *tag, x, w int, y float64) (items []item, height float64) {
	t := parent.add("P")
	st := c.fieldStyle()
	label, h1 := c.lines(f.label, c.label(), t.add("Span"), x, labelWidth-8, y+(st.leading-12.5)/2+(st.size-8.5)*0.35)
	if f.strong {
		st.face = font.SemiBold
	}
	value, h2 := c.lines(f.value, st, t.add("Span"), x+labelWidth, w-labelWidth, y)
	return append(label, value...), max(h1, h2)
}

// numberDot draws a number on a disc; the disc stays, the number shrinks.
func (p *provider) numberDot(n int, x, y, r float64, fill, ink drawing.Color) {
	p.path(drawing.Circle(x, y, r).Filled(fill))
	s := strconv.Itoa(n)
	size := r * 0.95
	for font.Width(s, font.Bold, size) > r*1.6 {
		size *= 0.9
	}
	p.text(drawing.Text{X: x, Y: y + size*0.36, S: s, Size: size, Face: font.Bold, Anchor: drawing.Middle, Fill: ink})
}

// matrix is the board of gain against effort, and what its numbers stand for.
func (c *composer) matrix(m render.Matrix) {
	c.space(10)
	c.within("Div", func(t *tag) {
		c.flushGap()
		if strings.TrimSpace(m.Title) != "" {
			items, height := c.lines(m.Title, c.h3(), t.add("P"), 0, c.w, 0)
			c.place(items, height, 1e9)
			c.keep()
			c.space(8)
		}
		board := c.board(m)
		figure := t.add("Figure")
		figure.alt = firstSaid(m.Alt, m.Title, c.chapter, c.title())
		c.add(strip{height: board.height, items: []item{{w: c.w, h: board.height, comp: sketch{tag: figure, draw: func(p *provider, b drawing.Box) {
			rect := p.rect(b)
			figure.bbox = &rect
			board.draw(p, c, b)
		}}}}})
		c.keep()
		c.space(12)
		c.matrixLegend(m, t)
	})
	c.space(20)
}

// matrixLegend names the numbers, in two columns, each leading to its card.
func (c *composer) matrixLegend(m render.Matrix, parent *tag) {
	if len(m.Cells) == 0 {
		return
	}
	list := parent.add("L")
	list.count = true
	st := style{face: font.Regular, size: 9.25, leading: 13, color: c.theme.Ink, align: align.Left}
	half := (c.w - 20) / 2
	rows := (len(m.Cells) + 1) / 2
	type entry struct {
		items  []item
		height float64
	}
	entries := make([]entry, len(m.Cells))
	for i, cell := range m.Cells {
		li := list.add("LI")
		x := 0
		if i >= rows {
			x = half + 20
		}
		number := sketch{tag: li.add("Lbl"), draw: func(p *provider, b drawing.Box) {
			p.numberDot(cell.Number, b.X+8, b.Y+6.5, 8, c.theme.Accent, c.theme.Paper)
		}}
		target := li.add("LBody").add("Link")
		lines, h := c.lines(cell.Title, st, target, x+24, half-24, 0)
		if len(lines) > 0 {
			area := sketch{draw: func(p *provider, b drawing.Box) {
				if _, ok := p.numbers[cardAnchor(cell.Number)]; ok {
					p.linkTo(cardAnchor(cell.Number), strconv.Itoa(cell.Number)+" "+cell.Title, b, target)
				}
			}}
			lines[0].comp = both{lines[0].comp, area}
		}
		lines = append(lines, item{x: x, w: 20, h: st.leading + 2, comp: number})
		if strings.TrimSpace(cell.Note) != "" {
			note, more := c.lines(cell.Note, c.small(), li.add("LBody"), x+24, half-24, h)
			lines, h = append(lines, note...), h+more
		}
		entries[i] = entry{lines, max(h, st.leading) + 7}
	}
	for i := range rows {
		items, height := entries[i].items, entries[i].height
		if i+rows < len(entries) {
			items = append(append([]item(nil), items...), entries[i+rows].items...)
			height = max(height, entries[i+rows].height)
		}
		c.place(items, height, 200)
		if i == 0 || i == rows-2 {
			c.keep()
		}
	}
}
