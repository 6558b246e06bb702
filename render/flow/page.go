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
	pageMargin = 28
	panelPad   = 14 // a phase's panel stands out this far around its steps
	chipRoom   = 40 // one line of a phase's title
	gutter     = 22 // between bands, without wires
	endRadius  = 26

	// Rough room for what split does not know yet.
	headerRoom, legendRoom, gutterRoom, wireRoom = 96, 80, 50, 60

	narrowest, widest = 1.6, 2.4 // bounds of the ratio of width to height
)

func (z sizes) minWidth() float64 { return math.Max(960, 4.5*z.card) }

// planner turns a model into a page.
type planner struct {
	*model
	sizes
	lang   words.Lang
	cells  []*cell
	labels []*label // by link: their size, about
	jumps  []bool   // by link: names its target instead of running to it
}

// page is the picture with every position, before anything is drawn. All positions are absolute.
type page struct {
	*planner
	w, h      float64
	header    []line
	sub       []line
	top       float64 // height of the header
	bands     []*placed
	panels    []panel
	ends      []ends  // by link
	wires     []*wire // by link
	crossings []crossing
	refused   []int // links for which no way was found

	legend       []legendItem
	note         []line
	legendTop    float64
	legendHeight float64
}

// panel is the part of a phase that stands in one band.
type panel struct {
	phase     int
	continued bool
	box       drawing.Box
	title     []line
	chip      drawing.Box
}

func newPlanner(m *model, z sizes, lang words.Lang) *planner {
	p := &planner{model: m, sizes: z, lang: lang, jumps: make([]bool, len(m.links))}
	p.cells = p.measure(m.steps, lang)
	for i := range p.cells {
		p.hang(i)
	}
	for _, l := range m.links {
		pill := ""
		if l.share != nil {
			pill = lang.Percent(*l.share)
		}
		p.labels = append(p.labels, newLabel(wrap(l.when, font.Regular, p.small, p.sizes.label, p.lines), pill, p.small, l.weight))
	}
	return p
}

// layout places everything, in that density of the possible ones which gives the best form.
func layout(ctx context.Context, engine *graphviz.Engine, m *model, lang words.Lang, title, sub string) (*page, error) {
	var best *page
	least := math.Inf(1)
	for n, z := range sizesFor(len(m.steps)) {
		g, err := newPlanner(m, z, lang).layout(ctx, engine, title, sub)
		if err != nil {
			return nil, err
		}
		if off := math.Abs(math.Log(g.w/g.h/aspect)) + 0.08*float64(n); off < least {
			best, least = g, off
		}
	}
	return best, nil
}

// mostTries bounds how often a page is placed anew.
const mostTries = 8

// layout places everything. How wide the wires make a page is known only when it is placed; a page
// that came out too wide for its type is placed anew with shorter bands. Lines for which there was
// no way name their target instead, on a page placed anew.
func (p *planner) layout(ctx context.Context, engine *graphviz.Engine, title, sub string) (*page, error) {
	room := p.maxWidth() - 2*pageMargin - wireRoom
	for try := 0; ; try++ {
		g := &page{planner: p}
		for _, b := range p.chooseBands(room) {
			g.bands = append(g.bands, &placed{band: b})
		}
		if err := g.placeBands(ctx, engine); err != nil {
			return nil, err
		}
		content := g.assemble()
		if len(g.refused) > 0 && try < mostTries {
			for _, k := range g.refused {
				p.jump(k)
			}
			continue
		}
		if excess := content - p.maxWidth(); excess > 0 && try < mostTries && room > 2*p.card {
			room -= excess + 20*float64(try)
			p.noJumps()
			continue
		}
		g.frame(title, sub, content)
		return g, nil
	}
}

// placeBands asks Graphviz for the heights of everything, band by band.
func (g *page) placeBands(ctx context.Context, engine *graphviz.Engine) error {
	g.fit()
	errs := make([]error, len(g.bands))
	var group sync.WaitGroup
	for i, b := range g.bands {
		group.Go(func() { g.bands[i], errs[i] = g.place(ctx, engine, b.band) })
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// assemble routes all lines and puts the bands below each other from y 0 on. It returns the width
// that the page needs, margins included.
func (g *page) assemble() (width float64) {
	g.wires = make([]*wire, len(g.links))
	for k := range g.wires {
		g.wires[k] = &wire{}
	}
	left, widest := 0.0, 0.0
	for _, b := range g.bands {
		g.assignPorts(b)
	}
	for _, b := range g.bands {
		g.routeBand(b)
		g.widths(b)
		left, widest = math.Max(left, b.channels[0].w), math.Max(widest, g.natural(b))
	}
	for _, b := range g.bands {
		g.spread(b, left, widest-g.natural(b))
		g.raise(b)
	}
	thick := g.routeGutters()
	y := 0.0
	for n, b := range g.bands {
		if n > 0 {
			for _, c := range g.crossings {
				for i, at := range []int{c.from, c.to} {
					if r := c.runs[i]; r != nil && at == n {
						r.at += y + gutter/2
					}
				}
			}
			y += gutter + thick[n]
		}
		y = g.stack(b, y)
	}
	lanes := g.routeLanes(-14)
	margin := 0.0
	if lanes > 0 {
		margin = lanes + 14
	}
	g.shift(pageMargin+margin, 0)
	return pageMargin + margin + left + widest + pageMargin
}

// stack sets a band below y, with the panels of the phases around their steps, and returns its
// bottom.
func (g *page) stack(b *placed, y float64) float64 {
	own := g.bandPanels(b)
	head := 0.0
	for _, pan := range own {
		head = math.Max(head, pan.chip.H)
	}
	dy := y + head + chipGap + b.roof - b.top
	for i := range b.axis {
		b.axis[i] += dy
	}
	for _, r := range b.levels {
		r.at += dy
	}
	for _, r := range b.loops {
		r.at += y + head + 8
	}
	for _, pan := range own {
		top := y
		if !b.roofed(pan.box) {
			top = pan.box.Y + dy - chipGap - head
		}
		pan.box.H += pan.box.Y + dy + panelPad - top
		pan.box.Y = top
		pan.box.X -= panelPad
		pan.box.W += 2 * panelPad
		pan.chip.X, pan.chip.Y, pan.chip.H = pan.box.X, top, head
		g.panels = append(g.panels, pan)
	}
	return b.bottom + dy + panelPad
}

// chipGap is the room between the title of a phase and its steps.
const chipGap = 12

// bandPanels gathers the phases of a band with the boxes of all that belongs to them.
func (g *page) bandPanels(b *placed) []panel {
	var own []panel
	for i := b.first; i < b.last; i++ {
		x, y, phase, c := b.x[b.at(i)], b.axis[i-b.first], g.steps[i].phase, g.cells[i]
		if n := len(own); n == 0 || own[n-1].phase != phase {
			pan := panel{phase: phase, box: drawing.Box{X: x, Y: y}, continued: i > 0 && g.steps[i-1].phase == phase}
			pan.title = wrap(g.phaseTitle(pan), font.SemiBold, g.title-1, g.card-4, 3)
			pan.chip.W, pan.chip.H = math.Ceil(width(pan.title))+2*panelPad, height(pan.title)+10
			own = append(own, pan)
		}
		top := math.Max(axisDepth+c.above, c.up-30) // a label may stand beside the title
		own[len(own)-1].include(x, g.card, y-top, y+c.down)
	}
	for k, via := range b.via {
		for n, y := range via {
			x, half := b.x[b.at(g.links[k].from)+1+n], g.lane(k)/2
			for i := range own {
				if x >= own[i].box.X-1 && x < own[i].box.X+own[i].box.W {
					own[i].include(x, 0, y-half, y+half)
				}
			}
		}
	}
	return own
}

func (p *panel) include(x, w, top, bottom float64) {
	b := &p.box
	right, low := math.Max(b.X+b.W, x+w), math.Max(b.Y+b.H, bottom)
	b.X, b.Y = math.Min(b.X, x), math.Min(b.Y, top)
	b.W, b.H = right-b.X, low-b.Y
}

// roofed reports whether a loop runs above a box.
func (b *placed) roofed(box drawing.Box) bool {
	for _, r := range b.loops {
		if r.hi > box.X-panelPad && r.lo < box.X+box.W+panelPad {
			return true
		}
	}
	return false
}

// shift moves all that is placed.
func (g *page) shift(dx, dy float64) {
	moved := map[*run]bool{}
	for _, w := range g.wires {
		for _, l := range w.legs {
			switch {
			case moved[l.run]:
			case l.upright:
				l.run.at += dx
			default:
				l.run.at += dy
			}
			moved[l.run] = true
		}
		w.roofAt += dx
	}
	for _, b := range g.bands {
		for c := range b.x {
			b.x[c] += dx
		}
		for c := range b.channels {
			b.channels[c].x += dx
		}
		for i := range b.axis {
			b.axis[i] += dy
		}
	}
	for i := range g.panels {
		for _, box := range []*drawing.Box{&g.panels[i].box, &g.panels[i].chip} {
			box.X += dx
			box.Y += dy
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

// frame adds the header and the legend, and room on the sides or above and below until the picture
// has a form that suits a screen and a sheet. The content is so wide, margins included.
func (g *page) frame(title, sub string, content float64) {
	bottom := 0.0
	for _, pan := range g.panels {
		bottom = math.Max(bottom, pan.box.Y+pan.box.H)
	}
	g.w = math.Max(content, g.minWidth())
	text := func() {
		g.header = wrap(title, font.Bold, 1.5*g.title, g.w-2*pageMargin, 2)
		g.sub = wrap(sub, font.Regular, g.small+1, g.w-2*pageMargin, 3)
		g.top = math.Ceil(20 + height(g.header) + 4 + height(g.sub) + 16)
		g.legendItems()
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
	g.shift(dx, dy)
	g.join()
}

// cardBox is the box of a step itself, without its repeat and its drop-outs, or that of the end.
func (g *page) cardBox(i int) drawing.Box {
	b := g.bands[g.bandOf(i)]
	x, y := b.x[b.at(i)], b.axis[i-b.first]
	if i == len(g.cells) {
		return drawing.Box{X: x, Y: y - endRadius, W: 2 * endRadius, H: 2 * endRadius}
	}
	return drawing.Box{X: x, Y: y - axisDepth, W: g.card, H: g.cells[i].cardHeight}
}
