package pdf

import (
	"slices"

	"github.com/johnfercher/maroto/v2/pkg/core"

	"klantreis/render/drawing"
)

// pageFormat is a size of paper with its margins, in points. The footer stands in the lower
// margin.
type pageFormat struct {
	width, height            float64
	left, top, right, bottom float64
	bare                     bool // no footer
}

// The grid is 480 points wide on a standing page: twelve columns of forty, one maroto column
// unit a point.
const gridWidth = 480

func a4() *pageFormat {
	return &pageFormat{width: 595.28, height: 841.89, left: (595.28 - gridWidth) / 2, right: (595.28 - gridWidth) / 2, top: 54, bottom: 72}
}

// landscape is a page for a wide figure, on A4 or A3.
func landscape(a3 bool) *pageFormat {
	f := &pageFormat{width: 841.89, height: 595.28, top: 44, bottom: 62}
	wide := 752.0
	if a3 {
		f.width, f.height = 1190.55, 841.89
		wide = 1100
	}
	f.left = (f.width - wide) / 2
	f.right = f.left
	return f
}

// figurePage is a standing page for a figure, with smaller margins than text has.
func figurePage(a3 bool) *pageFormat {
	f := &pageFormat{width: 595.28, height: 841.89, top: 44, bottom: 62}
	wide := 520.0
	if a3 {
		f.width, f.height = 841.89, 1190.55
		wide = 752
	}
	f.left = (f.width - wide) / 2
	f.right = f.left
	return f
}

func (f *pageFormat) content() (width int, height float64) {
	return int(f.width - f.left - f.right + 0.5), f.height - f.top - f.bottom
}

// sheet is one page of strips.
type sheet struct {
	format *pageFormat
	strips []strip
}

// paginate cuts the column into pages. No strip is lost: one that is taller than a page, which
// the blocks avoid, stands alone on its page.
func paginate(strips []strip, standard *pageFormat) []sheet {
	p := paginator{standard: standard}
	for i := 0; i < len(strips); {
		j := i
		for j+1 < len(strips) && strips[j].glue && strips[j+1].format == strips[i].format && !strips[j+1].fresh {
			j++
		}
		p.chunk(strips[i:j+1], strips[j+1:])
		i = j + 1
	}
	p.turn()
	return p.sheets
}

type paginator struct {
	standard *pageFormat
	sheets   []sheet
	page     sheet
	used     float64
	content  bool // something else than gaps stands on the page
}

func (p *paginator) format(s strip) *pageFormat {
	if s.format != nil {
		return s.format
	}
	return p.standard
}

func (p *paginator) left() float64 {
	_, height := p.page.format.content()
	return height - p.used
}

// turn ends the page, without the empty space at its end.
func (p *paginator) turn() {
	if p.page.format == nil {
		return
	}
	n := len(p.page.strips)
	for n > 0 && p.page.strips[n-1].gap {
		n--
	}
	p.page.strips = p.page.strips[:n]
	if n > 0 {
		p.loosen()
		p.sheets = append(p.sheets, p.page)
	}
	p.page, p.used, p.content = sheet{}, 0, false
}

const (
	// mostSpace is how much wider the white space may become on a page that was composed as a whole.
	mostSpace = 1.5
	// looseFrom is the share of such a page that is filled at least; a shorter one ends where it ends.
	looseFrom = 0.6
)

// loosen shares what is left of a page that was composed as a whole over its white space, so that
// the page ends near its foot.
func (p *paginator) loosen() {
	used, space, whole := 0.0, 0.0, true
	for _, s := range p.page.strips {
		used += s.height
		if s.gap {
			space += s.height
		} else {
			whole = whole && s.whole
		}
	}
	_, full := p.page.format.content()
	if !whole || space == 0 || used < full*looseFrom {
		return
	}
	wider := min(mostSpace, 1+(full-1-used)/space)
	if wider <= 1 {
		return
	}
	p.page.strips = slices.Clone(p.page.strips)
	for i := range p.page.strips {
		if p.page.strips[i].gap {
			p.page.strips[i].height *= wider
		}
	}
}

// chunk places strips that are glued together.
func (p *paginator) chunk(chunk, rest []strip) {
	first := chunk[0]
	if p.page.format != nil && (p.page.format != p.format(first) || first.fresh) {
		p.turn()
	}
	if p.page.format == nil {
		p.page.format = p.format(first)
	}
	height := 0.0
	for _, s := range chunk {
		height += s.height
	}
	_, full := p.page.format.content()
	const slack = 0.01
	if height <= p.left()+slack && (first.need <= p.left() || !p.content) {
		p.put(chunk)
		return
	}
	if first.need <= p.left() && (p.shrinkInto(chunk, height) || p.squeeze(chunk, height)) {
		return
	}
	if height > full && (p.left() > full/3 || !p.content) {
		// Too tall for any page: fill this one and go on.
		p.fill(chunk)
		return
	}
	if p.content {
		p.turn()
		p.chunk(chunk, rest)
		return
	}
	if !p.shrinkInto(chunk, height) {
		p.fill(chunk)
	}
}

// shrinkInto makes the chunk's picture smaller when that saves a half-empty page.
func (p *paginator) shrinkInto(chunk []strip, height float64) bool {
	for i, s := range chunk {
		if s.shrink == nil {
			continue
		}
		if smaller, ok := s.shrink(s.height - (height - p.left())); ok {
			fitted := append([]strip(nil), chunk...)
			fitted[i] = smaller
			p.put(fitted)
			return true
		}
	}
	return false
}

// leastSpace is the share of the white space that stays on a page that is squeezed.
const leastSpace = 0.36

// squeeze narrows the white space of a page whose last whole section just does not fit it.
func (p *paginator) squeeze(chunk []strip, height float64) bool {
	if !chunk[0].whole {
		return false
	}
	space := 0.0
	for _, s := range slices.Concat(p.page.strips, chunk) {
		if s.gap {
			space += s.height
		}
	}
	_, full := p.page.format.content()
	over := p.used + height - full + 0.5
	if over > space*(1-leastSpace) {
		return false
	}
	narrower := 1 - over/space
	chunk = slices.Clone(chunk)
	for _, strips := range [][]strip{p.page.strips, chunk} {
		for i := range strips {
			if strips[i].gap {
				strips[i].height *= narrower
			}
		}
	}
	p.used = 0
	for _, s := range p.page.strips {
		p.used += s.height
	}
	p.put(chunk)
	return true
}

// fill places strips one by one over as many pages as they take.
func (p *paginator) fill(chunk []strip) {
	for _, s := range chunk {
		if p.content && s.height > p.left() {
			format := p.page.format
			p.turn()
			p.page.format = format
		}
		p.put([]strip{s})
	}
}

func (p *paginator) put(strips []strip) {
	for _, s := range strips {
		if !p.content {
			if s.gap {
				continue
			}
			for _, h := range p.continuation(s) {
				p.append(h)
			}
		}
		p.append(s)
		p.content = p.content || !s.gap
	}
}

func (p *paginator) append(s strip) {
	p.page.strips = append(p.page.strips, s)
	p.used += s.height
}

// continuation is what stands above a strip that a page starts with: the heads of its table, and
// room inside a box that goes on.
func (p *paginator) continuation(s strip) []strip {
	var above []strip
	if s.box != nil && p.boxStarted(s.box) {
		above = append(above, strip{height: s.box.pad * 0.7, box: s.box, format: s.format})
	}
	for _, h := range s.head {
		h.head = nil
		above = append(above, h)
	}
	return above
}

func (p *paginator) boxStarted(b *box) bool {
	if len(p.sheets) == 0 {
		return false
	}
	strips := p.sheets[len(p.sheets)-1].strips
	for i := len(strips) - 1; i >= 0; i-- {
		if strips[i].box == b {
			return true
		}
	}
	return false
}

// rows turns the sheet into maroto rows: the frames of boxes come before the strips they hold.
func (sh sheet) rows(next, previous *sheet) []core.Row {
	var rows []core.Row
	for i := 0; i < len(sh.strips); i++ {
		s := sh.strips[i]
		if s.art != nil {
			rows = append(rows, strip{items: []item{{w: 1, comp: s.art}}}.row())
		}
		if s.box != nil && (i == 0 || sh.strips[i-1].box != s.box) {
			height := 0.0
			j := i
			for ; j < len(sh.strips) && sh.strips[j].box == s.box; j++ {
				height += sh.strips[j].height
			}
			begins := i > 0 || previous == nil || len(previous.strips) == 0 || previous.strips[len(previous.strips)-1].box != s.box
			ends := j < len(sh.strips) || next == nil || len(next.strips) == 0 || next.strips[0].box != s.box
			frame := sketch{draw: func(p *provider, b drawing.Box) { p.frame(s.box, b, begins, ends) }}
			rows = append(rows, strip{items: []item{{x: s.box.x, w: s.box.w, h: height, comp: frame}}}.row())
		}
		rows = append(rows, s.row())
	}
	return rows
}

// frame draws a box, open where it goes on from or to another page.
func (p *provider) frame(b *box, at drawing.Box, begins, ends bool) {
	const beyond = 40 // open ends are drawn past the edge and clipped away
	whole := at
	if !begins {
		whole.Y, whole.H = whole.Y-beyond, whole.H+beyond
	}
	if !ends {
		whole.H += beyond
	}
	clip := drawing.Box{X: at.X - 10, Y: at.Y, W: at.W + 20, H: at.H}
	if begins {
		clip.Y, clip.H = clip.Y-2, clip.H+2
	}
	if ends {
		clip.H += 14
	}
	shape := drawing.Rect(whole.X, whole.Y, whole.W, whole.H, b.radius)
	if b.tail && ends {
		shape = balloon(whole, b.radius)
	}
	p.raw("q %sW n", p.outline(drawing.Rect(clip.X, clip.Y, clip.W, clip.H, 0).Segs))
	if b.fill.A != 0 {
		shape = shape.Filled(b.fill)
	}
	if b.border.A != 0 {
		var dash []float64
		if b.dashed {
			dash = []float64{5, 3.5}
		}
		shape = shape.Stroked(b.border, 0.9, dash...)
	}
	p.path(shape)
	if b.bar.A != 0 {
		p.raw("q %sW n", p.outline(shape.Segs))
		p.path(drawing.Rect(whole.X, whole.Y, 4, whole.H, 0).Filled(b.bar))
		p.raw("Q")
	}
	p.raw("Q")
}

// balloon is a rounded box with a tail at its lower left.
func balloon(b drawing.Box, r float64) drawing.Path {
	k := r * 0.4477
	x, y, right, bottom := b.X, b.Y, b.X+b.W, b.Y+b.H
	return drawing.Path{}.Move(x+r, y).
		Line(right-r, y).Cubic(right-k, y, right, y+k, right, y+r).
		Line(right, bottom-r).Cubic(right, bottom-k, right-k, bottom, right-r, bottom).
		Line(x+52, bottom).Cubic(x+46, bottom+7, x+38, bottom+11, x+30, bottom+12).Cubic(x+34, bottom+8, x+35, bottom+4, x+34, bottom).
		Line(x+r, bottom).Cubic(x+k, bottom, x, bottom-k, x, bottom-r).
		Line(x, y+r).Cubic(x, y+k, x+k, y, x+r, y).Closed()
}
