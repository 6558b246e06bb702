package pdf

import (
	"fmt"
	"math"

	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
)

// both renders two components in the same cell.
type both struct {
	core.Component
	second core.Component
}

func (b both) Render(p core.Provider, cell *entity.Cell) {
	b.Component.Render(p, cell)
	b.second.Render(p, cell)
}

// board is the measured matrix: three by three cells with numbered dots.
type board struct {
	m      render.Matrix
	radius float64
	rows   [3]float64 // heights, from large gain to small
	cells  [3][3][]int
	height float64
}

const (
	boardLeft   = 62 // room for the gain's labels
	boardBottom = 40 // and the effort's
	boardCell   = 58
	boardDense  = 44 // where much stands on the page
	boardGap    = 4
	boardMost   = 470 // height of the cells together, so that the board stays on a page
)

// board measures the matrix. Dots get smaller when many share a cell; what does not fit even
// then is counted, and named in the legend as all are.
func (c *composer) board(m render.Matrix) board {
	b := board{m: m}
	for _, cell := range m.Cells {
		gain, effort := min(max(cell.Gain, 0), 2), min(max(cell.Effort, 0), 2)
		b.cells[2-gain][effort] = append(b.cells[2-gain][effort], cell.Number)
	}
	width := b.cellWidth(float64(c.w))
	for _, b.radius = range []float64{12, 10, 8.5} {
		b.height = 0
		for r, row := range b.cells {
			b.rows[r] = boardCell
			if c.dense {
				b.rows[r] = boardDense
			}
			for _, numbers := range row {
				perLine := math.Floor((width - 16) / (2*b.radius + 4))
				lines := math.Ceil(float64(len(numbers)) / perLine)
				b.rows[r] = math.Max(b.rows[r], lines*(2*b.radius+4)+16)
			}
			b.height += b.rows[r]
		}
		if b.height <= boardMost {
			break
		}
	}
	if b.height > boardMost {
		b.height = 0
		for r := range b.rows {
			b.rows[r] = math.Min(b.rows[r], boardMost/3)
			b.height += b.rows[r]
		}
	}
	b.height += 2*boardGap + boardBottom
	return b
}

func (b board) cellWidth(width float64) float64 { return (width - boardLeft - 2*boardGap) / 3 }

func (b board) draw(p *provider, c *composer, at drawing.Box) {
	t := c.theme
	width := b.cellWidth(at.W)
	tints := [3][3]drawing.Color{ // large gain for little effort is the corner to start in
		{t.GoodSoft, t.GoodSoft.Over(t.Panel, 0.55), t.Panel},
		{t.GoodSoft.Over(t.Panel, 0.55), t.Panel, t.Panel},
		{t.Panel, t.Panel, t.Panel},
	}
	y := at.Y
	for r := range 3 {
		for k := range 3 {
			x := at.X + boardLeft + float64(k)*(width+boardGap)
			cell := drawing.Box{X: x, Y: y, W: width, H: b.rows[r]}
			p.path(drawing.Rect(cell.X, cell.Y, cell.W, cell.H, 6).Filled(tints[r][k]))
			b.dots(p, c, cell, b.cells[r][k])
		}
		p.fitText(b.m.Levels[2-r], drawing.Box{X: at.X + 16, Y: y, W: boardLeft - 24, H: b.rows[r]}, drawing.End, 9, font.Regular, t.InkSoft, c.warn)
		y += b.rows[r] + boardGap
	}
	for k := range 3 {
		x := at.X + boardLeft + float64(k)*(width+boardGap)
		p.fitText(b.m.Levels[k], drawing.Box{X: x, Y: y, W: width, H: 16}, drawing.Middle, 9, font.Regular, t.InkSoft, c.warn)
	}
	p.fitText(b.m.EffortLabel, drawing.Box{X: at.X + boardLeft, Y: y + 17, W: at.W - boardLeft, H: 16}, drawing.Middle, 9.5, font.SemiBold, t.Ink, c.warn)
	middle := at.Y + (b.height-boardBottom)/2
	gain := shorten(b.m.GainLabel, font.SemiBold, 9.5, b.height-boardBottom)
	p.textAt(drawing.Text{X: at.X + 9, Y: middle, S: gain, Size: 9.5, Face: font.SemiBold, Anchor: drawing.Middle, Fill: t.Ink, Rotate: -90}, drawing.Matrix{})
}

// dots sets the numbers of a cell in lines, the lines in the middle.
func (b board) dots(p *provider, c *composer, cell drawing.Box, numbers []int) {
	if len(numbers) == 0 {
		return
	}
	pitch := 2*b.radius + 4
	perLine := int((cell.W - 16) / pitch)
	lines := (len(numbers) + perLine - 1) / perLine
	room := int((cell.H - 8) / pitch)
	rest := 0
	if lines > room {
		lines = room
		rest = len(numbers) - (perLine*lines - 2)
		numbers = numbers[:perLine*lines-2]
	}
	inLine := min(perLine, len(numbers))
	left := cell.X + (cell.W-float64(inLine)*pitch)/2 + pitch/2
	top := cell.Y + (cell.H-float64(lines)*pitch)/2 + pitch/2
	for i, n := range numbers {
		p.numberDot(n, left+float64(i%perLine)*pitch, top+float64(i/perLine)*pitch, b.radius, c.theme.Accent, c.theme.Paper)
	}
	if rest > 0 {
		s := fmt.Sprintf(c.words.More, c.lang.Int(rest))
		p.text(drawing.Text{X: left + float64(perLine-2)*pitch + pitch/2, Y: top + float64(lines-1)*pitch + 3, S: s, Size: 8.5, Face: font.SemiBold, Anchor: drawing.Middle, Fill: c.theme.Ink})
	}
}

// fitText sets a short label in the middle of a box's height. The labels are words of the
// program; one that does not fit is cut off.
func (p *provider) fitText(s string, b drawing.Box, anchor drawing.Anchor, size float64, face font.Face, ink drawing.Color, warn *warningList) {
	lines := wrap(s, face, size, b.W, warn)
	if most := max(1, int(b.H/(size*1.25))); len(lines) > most {
		lines = lines[:most]
		lines[most-1].drawn = shorten(lines[most-1].drawn+" …", face, size, b.W)
		lines[most-1].original = lines[most-1].drawn
	}
	x := b.X
	switch anchor {
	case drawing.Middle:
		x += b.W / 2
	case drawing.End:
		x += b.W
	}
	y := b.Y + (b.H-float64(len(lines))*size*1.25)/2 + size
	for _, l := range lines {
		p.span(l.actual(), func() {
			p.text(drawing.Text{X: x, Y: y, S: l.drawn, Size: size, Face: face, Anchor: anchor, Fill: ink})
		})
		y += size * 1.25
	}
}
