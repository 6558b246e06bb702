package flow

import (
	"context"
	"math"
	"sync"

	"klantreis/render/drawing"
	"klantreis/render/flow/graphviz"
	"klantreis/render/font"
	"klantreis/render/words"
)

const (
	pageMargin  = 28
	panelPad    = 14 // a phase's panel stands out this far around its steps
	phaseHeader = 30 // one line of a phase's title
	gutter      = 26 // between bands, without wires
	endRadius   = 26
	lanePitch   = 11 // between parallel wires
	laneStart   = 12

	// Rough room for what split does not know yet.
	headerRoom, legendRoom, gutterRoom, wireRoom = 96, 50, 40, 60

	// maxWires is how many lines between bands may run through the margins, besides those from
	// one step to the next. Above it they are not drawn through but name their target.
	maxWires = 8

	narrowest, widest = 1.6, 2.4 // bounds of the ratio of width to height
)

func (z sizes) minWidth() float64 { return math.Max(960, 4.5*z.card) }

// planner turns a model into a page.
type planner struct {
	*model
	sizes
	lang   words.Lang
	cells  []*cell
	labels []*label // by link
	jumps  []bool   // by link: names its target instead of running to it
}

// page is the picture with every position, before anything is drawn. All positions are absolute.
type page struct {
	*planner
	w, h   float64
	header []line
	sub    []line
	top    float64 // height of the header
	bands  []*placed
	panels []panel
	lanes  laneOf                  // of the wires in the left margin
	wires  map[int][]drawing.Point // by link: corners, in the direction of the line

	legend       []legendItem
	legendTop    float64
	legendHeight float64
}

// panel is the part of a phase that stands in one band.
type panel struct {
	phase     int
	continued bool
	box       drawing.Box // with the header
	title     []line
	head      float64 // height of the header
}

func newPlanner(m *model, lang words.Lang) *planner {
	p := &planner{model: m, sizes: sizesFor(len(m.steps)), lang: lang, jumps: make([]bool, len(m.links))}
	p.cells = p.measure(m.steps, lang)
	for _, l := range m.links {
		p.labels = append(p.labels, p.linkLabel(l, lang))
	}
	return p
}

// layout places everything. How wide the wires make a page is known only when it is placed; a page
// that came out too wide for its type is placed anew with shorter bands.
func (p *planner) layout(ctx context.Context, engine *graphviz.Engine, title, sub string) (*page, error) {
	room := p.maxWidth() - 2*pageMargin - 2*wireRoom
	for try := 0; ; try++ {
		g, content, err := p.placePage(ctx, engine, room)
		if err != nil {
			return nil, err
		}
		if excess := content - p.maxWidth(); excess > 0 && try < 3 && room > 2*p.card {
			room -= excess
			continue
		}
		g.frame(title, sub, content)
		g.route()
		return g, nil
	}
}

// placePage places all but the header, the legend and the wires, in bands of about the given
// width. It returns the width that the page needs at least, margins included.
func (p *planner) placePage(ctx context.Context, engine *graphviz.Engine, room float64) (*page, float64, error) {
	g := &page{planner: p}
	bands := p.chooseBands(room)
	g.bands = make([]*placed, len(bands))
	errs := make([]error, len(bands))
	var group sync.WaitGroup
	for i, b := range bands {
		group.Go(func() { g.bands[i], errs[i] = p.place(ctx, engine, b) })
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, 0, err
		}
	}
	g.stack()
	g.leftLanes()
	g.alignLeft(pageMargin + g.lanes.width())
	right := 0.0
	for _, b := range g.bands {
		right = math.Max(right, b.right())
	}
	for _, pan := range g.panels {
		right = math.Max(right, pan.box.X+pan.box.W)
	}
	return g, right + pageMargin, nil
}

// stack puts the bands below each other from y 0 on, with the panels of the phases around their
// steps.
func (g *page) stack() {
	y := 0.0
	for _, b := range g.bands {
		from := len(g.panels)
		head := 0.0
		for i := b.first; i < b.last; i++ {
			box, phase := b.cells[i], g.steps[i].phase
			if n := len(g.panels); n == from || g.panels[n-1].phase != phase {
				g.panels = append(g.panels, panel{phase: phase, box: box, continued: i > 0 && g.steps[i-1].phase == phase})
				continue
			}
			pan := &g.panels[len(g.panels)-1]
			right := math.Max(pan.box.X+pan.box.W, box.X+box.W)
			pan.box.X = math.Min(pan.box.X, box.X)
			pan.box.W = right - pan.box.X
		}
		own := g.panels[from:]
		for i := range own {
			own[i].box.X -= panelPad
			own[i].box.W += 2 * panelPad
			own[i].title = wrap(g.phaseTitle(own[i]), font.SemiBold, g.title-1, own[i].box.W-2*panelPad, 3)
			head = math.Max(head, height(own[i].title)+12)
		}
		for i := range own {
			own[i].head, own[i].box.Y, own[i].box.H = head, y, head+2*g.pad+b.h
		}
		b.move(0, y+head+g.pad)
		y += head + 2*g.pad + b.h
		b.bottom = y
		y += gutter
		if len(b.exits) > 0 {
			y += float64(len(b.exits)-1)*lanePitch + 4
		}
	}
}

func (g *page) phaseTitle(pan panel) string {
	title := g.phases[pan.phase]
	if pan.continued {
		title += " (" + g.lang.Flow().Continued + ")"
	}
	return title
}

// alignLeft moves the bands so that their first columns stand in line, with all that enters them
// at x or to the right of it.
func (g *page) alignLeft(x float64) {
	leftmost := 0.0 // of what stands left of the first columns
	for _, b := range g.bands {
		leftmost = math.Min(leftmost, -panelPad)
		for _, s := range b.entries {
			leftmost = math.Min(leftmost, s.at.X-b.start(0))
		}
	}
	from := 0
	for _, b := range g.bands {
		dx := x - leftmost - b.start(0)
		b.move(dx, 0)
		for ; from < len(g.panels) && g.panels[from].box.Y < b.bottom; from++ {
			g.panels[from].box.X += dx
		}
	}
}

// frame adds the header and the legend, and room on the sides or above and below until the
// picture has a form that suits a screen and a sheet. The content is so wide, margins included.
func (g *page) frame(title, sub string, content float64) {
	bottom := 0.0
	if n := len(g.bands); n > 0 {
		bottom = g.bands[n-1].bottom
	}
	g.w = math.Max(content, g.minWidth())
	text := func() {
		g.header = wrap(title, font.Bold, 1.5*g.title, g.w-2*pageMargin, 2)
		g.sub = wrap(sub, font.Regular, g.small+1, g.w-2*pageMargin, 3)
		g.top = math.Ceil(20 + height(g.header) + 4 + height(g.sub) + 16)
		g.legend = g.legendItems()
		g.legendTop = g.top + 24 + bottom + 24
		g.h = g.legendTop + g.legendHeight + 20
	}
	text()
	if wide := math.Min(g.h*narrowest, g.maxWidth()); wide > g.w {
		g.w = wide
		text()
	}
	dx, dy := (g.w-content)/2, g.top+24
	if low := g.w / widest; low > g.h {
		dy += (low - g.h) / 2
		g.legendTop += low - g.h
		g.h = low
	}
	for _, b := range g.bands {
		b.move(dx, dy)
		b.bottom += dy
	}
	for i := range g.panels {
		g.panels[i].box.X += dx
		g.panels[i].box.Y += dy
	}
}

// start is the left side of a column.
func (b *placed) start(column int) float64 {
	x := math.Inf(1)
	for i, c := range b.column {
		if c == column {
			x = math.Min(x, b.cells[b.first+i].X)
		}
	}
	return x
}

// right is the right side of all that belongs to the band, wires included.
func (b *placed) right() float64 {
	x := 0.0
	for _, box := range b.cells {
		x = math.Max(x, box.X+box.W)
	}
	for _, box := range b.labels {
		x = math.Max(x, box.X+box.W)
	}
	for i := range b.exits {
		x = math.Max(x, b.rightLane(i))
	}
	for _, pieces := range b.pieces {
		for _, piece := range pieces {
			for _, q := range piece {
				x = math.Max(x, q.X)
			}
		}
	}
	return x
}

// move shifts all that graphviz has placed.
func (b *placed) move(dx, dy float64) {
	shift := func(boxes map[int]drawing.Box) {
		for i, box := range boxes {
			box.X, box.Y = box.X+dx, box.Y+dy
			boxes[i] = box
		}
	}
	shift(b.cells)
	shift(b.labels)
	for _, stubs := range [][]stub{b.entries, b.exits} {
		for i := range stubs {
			stubs[i].at.X, stubs[i].at.Y = stubs[i].at.X+dx, stubs[i].at.Y+dy
		}
	}
	for _, pieces := range b.pieces {
		for _, piece := range pieces {
			for i := range piece {
				piece[i].X, piece[i].Y = piece[i].X+dx, piece[i].Y+dy
			}
		}
	}
}

// cardBox is the box of a step itself, without its repeat and its drop-outs.
func (g *page) cardBox(b *placed, i int) drawing.Box {
	box := b.cells[i]
	box.Y += g.cells[i].above
	box.H = g.cells[i].cardHeight
	return box
}
