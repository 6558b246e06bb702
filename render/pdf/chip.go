package pdf

import (
	"strings"

	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
)

// chip is a small label in a pill.
type chip struct {
	text      string
	ink, fill drawing.Color
	dashed    bool
	tick      bool
}

const (
	chipHeight = 17
	chipPad    = 2.25 // above and below its text
	chipSize   = 8.5
	chipEnd    = 9 // right of its text
	chipGap    = 6 // between two
)

// chips sets pills side by side, over as many lines as they take; a text longer than a line is
// wrapped inside a pill of its own.
func (c *composer) chips(chips []chip, parent *tag, x, w int, y float64) (items []item, height float64) {
	st := style{face: font.SemiBold, size: chipSize, leading: 12.5}
	top, at := y, 0
	bottom := y
	for _, ch := range chips {
		if strings.TrimSpace(ch.text) == "" {
			continue
		}
		pad := ch.pad()
		lines := wrap(ch.text, st.face, st.size, float64(w-pad-chipEnd), c.warn)
		width := 0.0
		for _, l := range lines {
			width = max(width, font.Width(l.drawn, st.face, st.size))
		}
		wide := int(width+0.999) + pad + chipEnd
		if at > 0 && at+wide > w {
			top, at = bottom+4, 0
		}
		t := parent.add("P")
		lineTop := top
		for i, l := range lines {
			first, last := i == 0, i == len(lines)-1
			h := st.leading
			if first {
				h += chipPad
			}
			if last {
				h += chipPad
			}
			items = append(items, item{x: x + at, w: wide, y: lineTop, h: h, comp: pill{chip: ch, tag: t, line: l, first: first, last: last, pad: float64(pad), style: st}})
			lineTop += h
		}
		at += wide + chipGap
		bottom = max(bottom, top+float64(len(lines))*st.leading+2*chipPad)
	}
	return items, bottom - y
}

// chipsWidth is what chips take side by side on one line.
func (c *composer) chipsWidth(chips []chip) (width int) {
	for _, ch := range chips {
		if strings.TrimSpace(ch.text) == "" {
			continue
		}
		if width > 0 {
			width += chipGap
		}
		width += int(font.Width(ch.text, font.SemiBold, chipSize)+0.999) + ch.pad() + chipEnd
	}
	return width
}

// pad is the room left of a chip's text.
func (ch chip) pad() int {
	if ch.tick {
		return 19
	}
	return 8
}

// pill is one line of a chip.
type pill struct {
	bare
	chip        chip
	tag         *tag
	line        line
	first, last bool // of the chip's lines
	pad         float64
	style       style
}

func (l pill) Render(p core.Provider, cell *entity.Cell) {
	our := p.(*provider)
	b := drawing.Box{X: cell.X, Y: cell.Y, W: cell.Width, H: cell.Height}
	our.mark(l.tag, func() { our.span(l.line.actual(), func() { l.draw(our, b) }) })
}

func (l pill) draw(p *provider, b drawing.Box) {
	radius := chipHeight / 2.0
	if !l.first || !l.last {
		radius = 0
	}
	shape := drawing.Rect(b.X, b.Y, b.W, b.H, radius).Filled(l.chip.fill)
	if l.chip.dashed && l.first && l.last {
		shape = shape.Stroked(l.chip.ink, 0.8, 2.5, 2)
	}
	p.path(shape)
	top, st := b.Y, l.style
	if l.first {
		top += chipPad
	}
	if l.chip.tick && l.first {
		p.sign(render.Positive, b.X+10, top+st.leading/2, l.chip.ink)
	}
	baseline := top + (st.leading-st.size*(font.Ascent+font.Descent))/2 + st.size*font.Ascent
	p.text(drawing.Text{X: b.X + l.pad, Y: baseline, S: l.line.drawn, Size: st.size, Face: st.face, Fill: l.chip.ink})
}
