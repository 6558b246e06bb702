package pdf

import (
	"strings"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
)

// onePage lays out a section that is to be seen at once: closer than others, with less white space
// where it is a little too long, and then in somewhat smaller type. What is far too long goes on
// over pages like any other section.
func (c *composer) onePage(s render.Section, index int, accent drawing.Color) {
	strips, parent, figures, fresh := len(c.strips), c.at, len(c.figures), c.pendingFresh
	kids := len(parent.kids)
	defer func() { c.dense, c.zoom = false, 0 }()
	for _, zoom := range []float64{0, 0.96, 0.92, 0.88, 0} {
		c.strips, parent.kids, c.figures = c.strips[:strips], parent.kids[:kids], c.figures[:figures]
		c.at, c.pendingFresh, c.gap, c.pendingNeed = parent, fresh, 0, 0
		c.dense, c.zoom = s.Kind != render.TalkSection, zoom
		c.sectionHead(s, index, accent)
		blocks := s.Blocks
		if p, ok := first(blocks).(render.Prose); ok && s.Kind == render.Summary {
			c.paragraphs(p.Text, c.lead(), "P")
			c.space(10)
			blocks = blocks[1:]
		}
		c.blocks(blocks)
		if c.whole(c.strips[strips:]) {
			return
		}
	}
}

func first(blocks []render.Block) render.Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[0]
}

// whole glues strips that fit a page, with narrower white space if need be, and reports whether
// they do.
func (c *composer) whole(strips []strip) bool {
	if len(strips) > 0 && strips[0].gap {
		strips = strips[1:] // it parts them from what stands above, if anything does
	}
	_, room := a4().content()
	fixed, space := 0.0, 0.0
	for i, s := range strips {
		switch {
		case s.format != nil || s.fresh && i > 0:
			return false // something in it needs a page of its own
		case s.gap:
			space += s.height
		default:
			fixed += s.height
		}
	}
	if fixed+space*leastSpace > room {
		return false
	}
	narrower := 1.0
	if fixed+space > room {
		narrower = (room - fixed - 1) / space
	}
	for i := range strips {
		strips[i].whole = true
		if strips[i].gap {
			strips[i].height *= narrower
		}
		strips[i].glue = strips[i].glue || i < len(strips)-1
	}
	return true
}

// overTitle is a chapter's title with a pill beside it that tells where in the journey it is.
func (c *composer) overTitle(s render.Section, st style, fill, ink drawing.Color, index int) {
	const widest = 200
	pills, high := c.chips([]chip{{text: s.Over, ink: ink, fill: fill}}, &tag{}, 0, widest, 0)
	wide := 0
	for _, it := range pills {
		wide = max(wide, it.w)
	}
	t := c.at.add("H1")
	items, height := c.lines(s.Title, st, t, 0, c.w-wide-12, 0)
	pills, _ = c.chips([]chip{{text: s.Over, ink: ink, fill: fill}}, c.at, c.w-wide, widest, 5)
	first := len(c.strips)
	c.flushGap()
	if len(c.strips) > first {
		first = len(c.strips)
	}
	c.place(append(items, pills...), max(height, high+5), 1e9)
	c.strips[first].anchor, c.strips[first].entry = anchorOf(s, index), &entry{level: 0, title: s.Title}
	c.keep()
	rule := sketch{draw: func(p *provider, b drawing.Box) {
		p.path(drawing.Rect(b.X, b.Y, b.W, 2.5, 1.2).Filled(fill))
	}}
	c.space(4)
	c.add(strip{height: 2.5, glue: true, items: []item{{w: c.w, h: 2.5, comp: rule}}})
	c.space(9)
}

// miniMatrix shows the place of one advice on the board; its labels say the same in words.
func (c *composer) miniMatrix(cell render.MatrixCell, x int, y float64, number drawing.Color) item {
	const side, gap = 13.0, 2.0
	return item{x: x, w: miniSide, y: y, h: miniSide, comp: sketch{draw: func(p *provider, b drawing.Box) {
		for gain := range 3 {
			for effort := range 3 {
				fill := c.theme.Panel.Over(c.theme.Line, 0.35)
				if gain == 2 && effort == 0 {
					fill = c.theme.GoodSoft
				}
				left, top := b.X+float64(effort)*(side+gap), b.Y+float64(2-gain)*(side+gap)
				p.path(drawing.Rect(left, top, side, side, 3).Filled(fill))
				if gain == cell.Gain && effort == cell.Effort {
					p.path(drawing.Circle(left+side/2, top+side/2, 4.6).Filled(number))
				}
			}
		}
	}}}
}

// miniSide is the width and height of a miniMatrix.
const miniSide = 43

// bar draws how large a number is in its cell, left of its digits.
func (c *composer) bar(share float64, x, w int, height float64) item {
	return item{x: x, w: w, y: c.cellGap(), h: height, comp: sketch{draw: func(p *provider, b drawing.Box) {
		p.path(drawing.Rect(b.X, b.Y+2.5, max(b.W*share, 1.5), b.H-5, 2).Filled(c.theme.Accent.Over(c.theme.Paper, 0.35)))
	}}}
}

// barRoom is the width that bars add to a column.
const barRoom = 46

// writeOn is room to write on: a prompt above ruled lines, or columns of them under their names.
func (c *composer) writeOn(v render.WriteOn) {
	const pitch, most = 27.0, 20
	c.space(8)
	c.within("Div", func(t *tag) {
		if strings.TrimSpace(v.Prompt) != "" {
			c.flushGap()
			c.pendingNeed = 90
			items, height := c.lines(v.Prompt, style{face: font.SemiBold, size: 10.5, leading: 15.5, color: c.theme.Ink}, t.add("P"), 0, c.w, 0)
			c.place(items, height, 1e9)
			c.keep()
		}
		widths := writeColumns(c.w, len(v.Columns))
		if len(v.Columns) > 0 {
			var items []item
			x, height := 0, 0.0
			for i, title := range v.Columns {
				lines, h := c.lines(title, c.label(), t.add("P"), x, widths[i]-tileGap, 0)
				items, height = append(items, lines...), max(height, h)
				x += widths[i]
			}
			c.place(items, height, 1e9)
			c.keep()
		}
		lines := min(v.Lines, most)
		for i := range lines {
			rule := strip{height: pitch, glue: i < lines-1}
			rule.items = append(rule.items, item{w: c.w, h: pitch, comp: sketch{draw: func(p *provider, b drawing.Box) {
				x := b.X
				for k, w := range widths {
					end := x + float64(w)
					if k < len(widths)-1 {
						end -= tileGap
					}
					p.path(drawing.Line(x, b.Y+b.H, end, b.Y+b.H).Stroked(c.theme.InkSoft, 0.5))
					x += float64(w)
				}
			}}})
			c.add(rule)
		}
	})
	c.space(14)
}

// writeColumns shares the width: the first column, what, gets half.
func writeColumns(w, n int) []int {
	if n < 2 {
		return []int{w}
	}
	widths := make([]int, n)
	widths[0] = w / 2
	for i := 1; i < n; i++ {
		widths[i] = (w - w/2) / (n - 1)
	}
	return widths
}
