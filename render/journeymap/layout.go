package journeymap

import (
	"fmt"
	"math"

	"klantreis/render/drawing"
)

const (
	pageMargin  = 26.0
	labelGap    = 10.0
	laneGap     = 12.0
	columnWidth = 176.0
	partColumn  = 150.0
	wholeLabel  = 190.0 // names of the lanes
	partLabel   = 148.0
	narrowest   = 1200.0 // of a page
	cardGap     = 10.0   // between cards side by side
	widestCard  = 400.0
	gutterWidth = 70.0
	puffs       = 13.0 // height of the puffs of a thought bubble
	phaseNotch  = 15.0
)

// grid places the columns of steps.
type grid struct {
	x      float64
	column float64
	gutter float64 // room at the right for the ways out of a part
	label  float64 // width of the names of the lanes
	mood   float64 // pixels for one point of emotion
	hints  bool    // the lanes are explained, not only named
	n      int
}

func newGrid(v *view) grid {
	g := grid{n: len(v.steps), label: wholeLabel, mood: 42}
	column := columnWidth
	if v.part != "" {
		g.label, g.mood, column = partLabel, 34, partColumn
	}
	g.hints = v.part == ""
	g.x = pageMargin + g.label + labelGap
	if v.leaves() {
		g.gutter = gutterWidth
	}
	g.column = math.Max(column, (v.narrow-g.x-g.gutter-pageMargin)/float64(max(g.n, 1)))
	return g
}

// leaves says whether ways lead out of a part to later steps.
func (v *view) leaves() bool {
	for _, s := range v.steps {
		for _, f := range s.flows {
			if v.show&frontStage != 0 && f.to >= v.first+len(v.steps) {
				return true
			}
		}
	}
	return false
}

func (g grid) width() float64        { return g.column*float64(max(g.n, 1)) + g.gutter }
func (g grid) centre(i int) float64  { return g.x + (float64(i)+0.5)*g.column }
func (g grid) cardWidth() float64    { return math.Min(g.column-cardGap, widestCard) }
func (g grid) cardX(i int) float64   { return g.centre(i) - g.cardWidth()/2 }
func (g grid) columnX(i int) float64 { return g.x + float64(i)*g.column }
func (g grid) pageWidth() float64    { return g.x + g.width() + pageMargin }

// tint is the room of the columns [from, to), with the gutter behind the last one.
func (g grid) tint(from, to int) (x, w float64) {
	x, w = g.columnX(from)+2, g.column*float64(to-from)-4
	if to == g.n {
		w += g.gutter
	}
	return x, w
}

// layout is the whole map with everything placed and nothing coloured.
type layout struct {
	width, height float64
	grid          grid
	header        header
	persona, key  *card
	phases        []phaseBox
	tints         [2]float64 // top and bottom of the coloured columns
	lanes         []lane
	channels      *channelLane
	curve         *curveLane
	lines         []divider
	footer        footer
}

// phaseBox is the arrow of one phase.
type phaseBox struct {
	phase       int
	box         drawing.Box
	title, meta block
	first, last bool
}

// divider is a dashed line between two worlds, with its name in the left column.
type divider struct {
	name string
	y    float64
	text block
}

// plan places everything of a view.
func plan(v *view) *layout {
	g := newGrid(v)
	l := &layout{grid: g, width: g.pageWidth()}

	// The lanes are placed from 0 first, because the key above them explains what they show.
	y := 0.0
	l.phases, y = planPhases(v, g, y)
	l.tints[0] = y + 4
	y += 16
	for _, s := range v.customerLanes() {
		y = l.addLane(v, s, y)
	}
	front := v.show&frontStage != 0
	if front {
		if v.has("kanalen") {
			l.channels = planChannels(v, g)
		}
		if v.has("beleving") {
			l.curve = planCurve(v, g)
		}
	}
	if l.channels != nil {
		if !v.bare {
			y = l.addDivider("contact", v.words.Interaction, y)
		}
		l.channels.move(y)
		y += l.channels.box.H + laneGap
	}
	if l.curve != nil {
		l.curve.move(y)
		y += l.curve.box.H + laneGap
	}
	for _, s := range v.voiceLanes() {
		y = l.addLane(v, s, y)
	}
	line, before := y, len(l.lanes)
	y = l.addDivider("zicht", v.words.Visibility, y)
	for _, s := range v.backstageLanes() {
		if v.lens == Blueprint && s.name == "systemen" && len(l.lanes) > before {
			y = l.addDivider("intern", v.lang.Lens().Internal, y)
		}
		y = l.addLane(v, s, y)
	}
	if len(l.lanes) == before { // nothing behind the line: no line
		l.lines, y = l.lines[:len(l.lines)-1], line
	}
	for _, s := range v.outcomeLanes() {
		y = l.addLane(v, s, y)
	}
	l.tints[1] = y - 2

	if v.bare {
		l.shift(pageMargin)
		l.footer, l.height = planFooter(v, l.tints[1]+10, l.width)
		return l
	}
	l.header = planHeader(v, l.width)
	var bottom float64
	l.persona, l.key, bottom = planTop(v, l, l.header.box.H+16, l.width)
	if l.persona == nil && l.key == nil {
		bottom -= 2
	}
	l.shift(bottom + 14)
	l.footer, l.height = planFooter(v, l.tints[1]+14, l.width)
	return l
}

func (l *layout) addLane(v *view, s laneSpec, y float64) float64 {
	placed, ok := s.place(v, l.grid, y)
	if !ok {
		return y
	}
	l.lanes = append(l.lanes, placed)
	return y + placed.box.H + laneGap
}

func (l *layout) addDivider(name, text string, y float64) float64 {
	d := divider{name: name, text: block{x: pageMargin + 4, y: y + 1, w: l.grid.label - 8, style: noteStrong, role: ink}}
	d.text.lines = wrapped(text, noteStrong, d.text.w)
	h := d.text.height()
	d.y = y + 1 + h/2
	l.lines = append(l.lines, d)
	return y + h + 2 + laneGap
}

// planPhases places the arrows of the phases at y.
func planPhases(v *view, g grid, y float64) ([]phaseBox, float64) {
	boxes := make([]phaseBox, len(v.phases))
	height := 46.0
	for i, p := range v.phases {
		x, w := g.tint(p.from, p.to)
		b := phaseBox{phase: i, box: drawing.Box{X: x, Y: y, W: w}, first: i == 0, last: i == len(v.phases)-1}
		left, right := x+phaseNotch+9, x+w-8
		steps := v.words.StepNoun.Of(p.to-p.from, v.lang.Int(p.to-p.from))
		if p.counted && v.part == "" {
			steps += " · " + v.words.SignalNoun.Of(p.n, v.count(p.n))
		}
		metaWidth := phaseMeta.width(steps) + 2
		b.title = block{x: left, w: right - left, style: phaseTitle, role: onPhase, lines: wrapped(p.title, phaseTitle, right-left)}
		if len(b.title.lines) == 1 && phaseTitle.width(b.title.lines[0])+metaWidth+24 < right-left {
			b.title.w = right - left - metaWidth - 12
			b.meta = oneLine(right-metaWidth, 0, metaWidth, steps, phaseMeta, onPhase, drawing.End)
		} else {
			b.meta = block{x: left, w: right - left, style: phaseMeta, role: onPhase, lines: wrapped(steps, phaseMeta, right-left)}
			height = math.Max(height, b.title.height()+b.meta.height()+18)
		}
		height = math.Max(height, b.title.height()+20)
		boxes[i] = b
	}
	for i := range boxes {
		b := &boxes[i]
		b.box.H = height
		if b.meta.anchor == drawing.End {
			b.title.y = y + (height-b.title.height())/2
			b.meta.y = y + (height-b.meta.height())/2
		} else {
			b.title.y = y + (height-b.title.height()-b.meta.height())/2
			b.meta.y = b.title.y + b.title.height()
		}
	}
	return boxes, y + height
}

// shift moves everything between header and footer down.
func (l *layout) shift(dy float64) {
	for i := range l.phases {
		p := &l.phases[i]
		p.box.Y += dy
		p.title.y += dy
		p.meta.y += dy
	}
	l.tints[0], l.tints[1] = l.tints[0]+dy, l.tints[1]+dy
	for i := range l.lanes {
		ln := &l.lanes[i]
		ln.box.Y += dy
		ln.label.shift(0, dy)
		for k := range ln.cards {
			ln.cards[k].shift(0, dy)
		}
	}
	if l.channels != nil {
		l.channels.move(dy)
	}
	if l.curve != nil {
		l.curve.move(dy)
	}
	for i := range l.lines {
		l.lines[i].y += dy
		l.lines[i].text.y += dy
	}
}

// stepName is the name of a thing at a step, for tests and ids.
func stepName(what string, v *view, i int) string {
	return fmt.Sprintf("%s-%d", what, v.steps[i].number)
}
