package pdf

import (
	"math"
	"sort"

	"github.com/johnfercher/go-tree/node"
	"github.com/johnfercher/maroto/v2/pkg/components/col"
	"github.com/johnfercher/maroto/v2/pkg/components/row"
	"github.com/johnfercher/maroto/v2/pkg/components/text"
	"github.com/johnfercher/maroto/v2/pkg/consts/align"
	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"
	"github.com/johnfercher/maroto/v2/pkg/props"

	"klantreis/render/drawing"
	"klantreis/render/font"
)

// The report is laid out as one long column of strips. A strip is one maroto row that is never
// cut: a line of text, a line of a table row, a picture. What belongs together is glued; the
// paginator cuts the column between strips that are not.

// strip is one row and how it behaves at the edge of a page.
type strip struct {
	height float64
	items  []item
	style  *props.Cell // background and rules of the whole row

	glue   bool    // not parted from the next strip
	gap    bool    // empty; dropped at the top and the bottom of a page
	fresh  bool    // starts a page
	need   float64 // starts a page when less than this is left
	whole  bool    // begins a section that is worth less white space to stay on the page
	box    *box    // the frame it stands in
	head   []strip // repeated when a page starts with this strip
	shrink func(available float64) (strip, bool)
	format *pageFormat // nil: the standard page
	anchor string      // may be linked to
	also   []string    // by these names too
	entry  *entry      // stands in the outline and the table of contents
	art    core.Component
}

// item is a component in a column of the strip. Columns of a strip are apart or the same.
type item struct {
	x, w int     // points from the left margin
	y, h float64 // from the top of the strip, or of the group given to place
	comp core.Component
}

// entry is a line of the outline.
type entry struct {
	level int
	title string
}

// row makes the strip a maroto row; a column unit is a point.
func (s strip) row() core.Row {
	r := row.New(s.height)
	if s.height == 0 {
		r = row.New()
	}
	items := append([]item(nil), s.items...)
	sort.SliceStable(items, func(i, j int) bool { return items[i].x < items[j].x })
	at := 0
	for i := 0; i < len(items); {
		first := items[i]
		if first.x > at {
			r.Add(col.New(first.x - at))
		}
		column := col.New(first.w)
		for ; i < len(items) && items[i].x < first.x+first.w; i++ {
			column.Add(spot{dx: float64(items[i].x - first.x), item: items[i]})
		}
		r.Add(column)
		at = first.x + first.w
	}
	if s.style != nil {
		r.WithStyle(s.style)
	}
	return r
}

// bare is the part of maroto's core.Component that ours share: they are measured before maroto
// sees them.
type bare struct{}

func (bare) SetConfig(*entity.Config)                      {}
func (bare) GetHeight(core.Provider, *entity.Cell) float64 { return 0 }
func (bare) GetStructure() *node.Node[core.Structure] {
	return node.New(core.Structure{Type: "klantreis"})
}

// spot puts an item at its place in the column.
type spot struct {
	bare
	item
	dx float64
}

func (s spot) SetConfig(c *entity.Config) { s.comp.SetConfig(c) }

func (s spot) Render(p core.Provider, cell *entity.Cell) {
	s.comp.Render(p, &entity.Cell{X: cell.X + s.dx, Y: cell.Y + s.y, Width: float64(s.w), Height: s.h})
}

// textLine is maroto's text, marked with what it is and what it says.
type textLine struct {
	core.Component
	tag  *tag
	line line
}

func (t textLine) Render(p core.Provider, cell *entity.Cell) {
	our := p.(*provider)
	our.mark(t.tag, func() {
		our.span(t.line.actual(), func() { t.Component.Render(p, cell) })
	})
}

// sketch draws vectors. Without a tag it is decoration.
type sketch struct {
	bare
	tag  *tag
	foot bool // the running foot of a page
	draw func(p *provider, b drawing.Box)
}

func (s sketch) Render(p core.Provider, cell *entity.Cell) {
	our := p.(*provider)
	draw := func() { s.draw(our, drawing.Box{X: cell.X, Y: cell.Y, W: cell.Width, H: cell.Height}) }
	if s.foot {
		our.foot(draw)
		return
	}
	our.mark(s.tag, draw)
}

// style is how a text is set; leading is from baseline to baseline.
type style struct {
	face          font.Face
	size, leading float64
	color         drawing.Color
	align         align.Type
}

func (s style) in(c drawing.Color) style { s.color = c; return s }

func (s style) props() props.Text {
	return props.Text{
		Family: family(s.face), Size: s.size, Color: marotoColor(s.color), Align: s.align,
		Top: (s.leading - s.size*(font.Ascent+font.Descent)) / 2,
	}
}

// lines sets a text in a column of width w at (x, y) and gives the height it takes.
func (c *composer) lines(s string, st style, t *tag, x, w int, y float64) (items []item, height float64) {
	if c.zoom > 0 {
		st.size, st.leading = st.size*c.zoom, st.leading*c.zoom
	}
	for _, l := range wrap(s, st.face, st.size, float64(w), c.warn) {
		items = append(items, item{x: x, w: w, y: y + height, h: st.leading,
			comp: textLine{Component: text.New(l.drawn, st.props()), tag: t, line: l}})
		height += st.leading
	}
	return items, height
}

// place adds items to the column as strips, cut wherever no item is cut. Groups up to whole
// points high stay together; longer ones keep two strips at each end.
func (c *composer) place(items []item, height, whole float64) {
	if len(items) == 0 {
		return
	}
	sort.SliceStable(items, func(i, j int) bool { return items[i].y < items[j].y })
	var strips []strip
	from, until := 0.0, 0.0
	var current []item
	flush := func(to float64) {
		for i := range current {
			current[i].y -= from
		}
		strips = append(strips, strip{height: to - from, items: current})
		current, from = nil, to
	}
	const slack = 1e-6
	for _, it := range items {
		if len(current) > 0 && it.y >= until-slack {
			flush(it.y)
		}
		current = append(current, it)
		until = math.Max(until, it.y+it.h)
	}
	flush(math.Max(height, until))
	for i := range strips {
		last := len(strips) - 1
		strips[i].glue = i < last && (height <= whole || i == 0 || i == last-1)
		c.add(strips[i])
	}
}

// add appends one strip, after the space that was asked for.
func (c *composer) add(s strip) {
	c.flushGap()
	s.box, s.format = c.box, c.format
	c.shift(&s)
	if c.pendingNeed > 0 {
		s.need, c.pendingNeed = c.pendingNeed, 0
	}
	if c.pendingFresh {
		s.fresh, c.pendingFresh = true, false
	}
	c.strips = append(c.strips, s)
}

// shift moves a strip's items into the current column.
func (c *composer) shift(s *strip) {
	for i := range s.items {
		s.items[i].x += c.x
	}
}

// space asks for empty room before what comes next; the largest request counts.
func (c *composer) space(points float64) { c.gap = math.Max(c.gap, points) }

func (c *composer) flushGap() {
	if c.gap == 0 {
		return
	}
	gap := strip{height: c.gap, gap: true, box: c.box, format: c.format}
	if n := len(c.strips); n > 0 {
		gap.glue = c.strips[n-1].glue
		if c.strips[n-1].box != c.box {
			gap.box = nil
		}
	}
	c.gap = 0
	if len(c.strips) > 0 && !c.pendingFresh {
		c.strips = append(c.strips, gap)
	}
}

// keep glues what was added last to what comes next.
func (c *composer) keep() {
	if n := len(c.strips); n > 0 {
		c.strips[n-1].glue = true
	}
}

// box is a frame behind a run of strips.
type box struct {
	x, w         int
	fill, border drawing.Color
	bar          drawing.Color // a bar along the left side
	dashed       bool
	radius       float64
	tail         bool // a speech balloon's
	pad          float64
}

// open starts a box in the current column; padX insets what stands in it.
func (c *composer) open(b box, padX int, padY float64) {
	c.flushGap()
	b.x, b.w, b.pad = c.x, c.w, padY
	c.box = &b
	c.add(strip{height: padY, glue: true})
	c.stack = append(c.stack, [2]int{c.x, c.w})
	c.x, c.w = c.x+padX, c.w-2*padX
}

// close ends the box.
func (c *composer) close() {
	frame := c.stack[len(c.stack)-1]
	c.stack = c.stack[:len(c.stack)-1]
	c.x, c.w = frame[0], frame[1]
	c.gap = 0
	c.keep()
	c.add(strip{height: c.box.pad})
	c.box = nil
}

// indent narrows the column by points on the left until the returned function is called.
func (c *composer) indent(points int) (end func()) {
	x, w := c.x, c.w
	c.x, c.w = x+points, w-points
	return func() { c.x, c.w = x, w }
}
