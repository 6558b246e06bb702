package journeymap

import (
	"math"
	"slices"

	"klantreis/render/drawing"
)

const (
	pageMargin  = 26.0
	labelGap    = 10.0
	laneGap     = 12.0
	closeGap    = 6.0 // between lanes that tell of the same moment
	bandGap     = 40.0
	columnWidth = 176.0
	wholeLabel  = 250.0  // names of the lanes
	narrowest   = 1200.0 // of a page
	cardGap     = 10.0   // between cards side by side
	widestCard  = 560.0
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
	row    float64 // height of a row of channels
	hints  bool    // the lanes are explained, not only named
	n      int
}

func newGrid(v *view) grid {
	g := grid{n: len(v.steps), label: wholeLabel, mood: 52 + v.air.mood, row: rowHeight + v.air.row}
	column := columnWidth
	if v.form == posterForm {
		column = posterColumn
	}
	// Later bands do not explain again what the first one did.
	g.hints = v.first == 0
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
			if !v.beside && f.to >= v.first+len(v.steps) {
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

// layout is one band of the map, from its phases down, with everything placed and nothing
// coloured. Most maps have one band.
type layout struct {
	v        *view
	grid     grid
	phases   []phaseBox
	tints    [2]float64 // top and bottom of the coloured columns
	lanes    []lane
	channels *channelLane
	curve    *curveLane
	lines    []divider
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

// planBand places the phases and lanes of a view under each other, from 0 down.
func planBand(v *view) *layout {
	l := &layout{v: v, grid: newGrid(v)}
	y := 0.0
	l.phases, y = planPhases(v, l.grid, y)
	l.tints[0] = y + 4
	y += 16
	for _, s := range v.customerLanes() {
		y = l.addLane(v, s, y)
	}
	if v.has("kanalen") {
		l.channels = planChannels(v, l.grid)
	}
	if v.has("beleving") {
		l.curve = planCurve(v, l.grid)
	}
	if l.channels != nil {
		y = l.addDivider("contact", v.words.Interaction, y)
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
	return l
}

func (l *layout) addLane(v *view, s laneSpec, y float64) float64 {
	placed, ok := s.place(v, l.grid, y)
	if !ok {
		return y
	}
	l.lanes = append(l.lanes, placed)
	if s.close() {
		return y + placed.box.H + closeGap
	}
	return y + placed.box.H + laneGap
}

// close says whether a lane tells of the same things as the one after it.
func (s laneSpec) close() bool {
	switch s.name {
	case "stappen", "doet", "gaat-goed", "achter-de-schermen":
		return true
	}
	return false
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
	style := v.phaseStyle(g)
	height := style.leading() + 25
	for i, p := range v.phases {
		x, w := g.tint(p.from, p.to)
		b := phaseBox{phase: i, box: drawing.Box{X: x, Y: y, W: w}, first: i == 0, last: i == len(v.phases)-1}
		left, right := x+phaseNotch+9, x+w-8
		steps := v.words.StepNoun.Of(p.to-p.from, v.lang.Int(p.to-p.from))
		if p.counted {
			steps += " · " + v.words.SignalNoun.Of(p.n, v.count(p.n))
		}
		metaWidth := phaseMeta.width(steps) + 2
		b.title = block{x: left, w: right - left, style: style, role: onPhase, lines: wrapped(p.title, style, right-left)}
		if len(b.title.lines) == 1 && style.width(b.title.lines[0])+metaWidth+24 < right-left {
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

// phaseStyle is the largest type for the names of the phases in which each of them takes one
// line, so that all of them look alike.
func (v *view) phaseStyle(g grid) style {
	for _, s := range v.form.phaseStyles(g.pageWidth()) {
		fits := true
		for _, p := range v.phases {
			_, w := g.tint(p.from, p.to)
			fits = fits && len(wrapped(p.title, s, w-phaseNotch-17)) <= 1
		}
		if fits {
			return s
		}
	}
	return phaseTitle
}

// shift moves the whole band down.
func (l *layout) shift(dy float64) { l.open(math.Inf(-1), dy) }

// open moves all that begins at y or below it down.
func (l *layout) open(y, dy float64) {
	for i := range l.phases {
		if p := &l.phases[i]; p.box.Y >= y {
			p.box.Y += dy
			p.title.y += dy
			p.meta.y += dy
		}
	}
	if l.tints[0] >= y {
		l.tints[0] += dy
	}
	if l.tints[1] >= y {
		l.tints[1] += dy
	}
	for i := range l.lanes {
		if ln := &l.lanes[i]; ln.box.Y >= y {
			ln.box.Y += dy
			ln.label.shift(0, dy)
			for k := range ln.cards {
				ln.cards[k].shift(0, dy)
			}
		}
	}
	if l.channels != nil && l.channels.box.Y >= y {
		l.channels.move(dy)
	}
	if l.curve != nil && l.curve.box.Y >= y {
		l.curve.move(dy)
	}
	for i := range l.lines {
		if d := &l.lines[i]; d.text.y >= y {
			d.y += dy
			d.text.y += dy
		}
	}
}

// gaps are the heights at which room can be added between lanes, from top to bottom: not
// between a dividing line and the lane that it stands above.
func (l *layout) gaps() []float64 {
	var tops []float64
	for _, ln := range l.lanes {
		tops = append(tops, ln.box.Y)
	}
	if l.channels != nil {
		tops = append(tops, l.channels.box.Y)
	}
	if l.curve != nil {
		tops = append(tops, l.curve.box.Y)
	}
	for _, d := range l.lines {
		for i, top := range tops {
			if top > d.text.y && (top-d.text.y) < d.text.height()+2*laneGap {
				tops[i] = d.text.y
			}
		}
	}
	slices.Sort(tops)
	return tops[min(1, len(tops)):]
}
