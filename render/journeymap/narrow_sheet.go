package journeymap

import (
	"fmt"
	"math"

	"klantreis/journeys/language"
	"klantreis/render/drawing"
)

// leaf is one page of the narrow form, or the whole of it.
type leaf struct {
	height       float64
	head         header
	dark         bool // the head is a dark band
	persona, key *card
	bars         []phaseBar
	stops        []stop
	top, bottom  float64 // of the way
	start        float64 // length of the way on the sheets before
	curve        backbone
	footer       *footer
}

// sheetEnd is left below the last step of a sheet.
const sheetEnd = 2.0

// phaseBar heads the steps of a phase over the full width.
type phaseBar struct {
	phase       int // index in the view
	again       bool
	box         drawing.Box
	title, meta block
	end         float64 // where the last step below it ends
}

// single is the form for a screen: everything on one sheet.
func (t *tall) single() leaf {
	var stops []stop
	for i := range t.v.steps {
		stops = append(stops, t.stops(i, 0)...)
	}
	sh := leaf{head: t.planHead(), dark: true}
	y := sh.head.box.H + 12
	room := t.width - 2*t.margin
	if c := t.persona(room); c != nil {
		c.shift(t.margin, y)
		sh.persona, y = c, y+c.box.H+10
	}
	if sh.key = t.key(room); sh.key != nil {
		sh.key.shift(t.margin, y)
		y += sh.key.box.H + 12
	}
	sh.place(t, stops, y, 0)
	sh.close(t, true)
	t.bend([]*leaf{&sh})
	return sh
}

// paginate cuts the way into sheets: as few as hold it, cut at phases where that costs little.
func (t *tall) paginate(first, height float64) []leaf {
	room := t.width - 2*t.margin
	head := t.runningHead("")
	body := height - head.box.H - 8 - sheetEnd
	begin := first - head.box.H - 8 - sheetEnd
	key := t.key(room)
	if key != nil {
		begin -= key.box.H + 12
	}
	tallestBar := 0.0
	for i := range t.v.phases {
		b := t.bar(i, true, 0)
		tallestBar = math.Max(tallestBar, b.box.H+stopGap)
	}
	var stops []stop
	for i := range t.v.steps {
		limit := body
		if i == 0 {
			limit = begin
		}
		stops = append(stops, t.stops(i, math.Max(limit-tallestBar, 200))...)
	}
	_, footer := t.planFooter(12)
	var sheets []leaf
	from := 0
	for _, to := range t.cuts(stops, begin, body, footer) {
		sheets = append(sheets, leaf{})
		sh := &sheets[len(sheets)-1]
		y := head.box.H + 8
		if from == 0 && to < len(stops) { // the customer fills what would stay empty
			if c := t.persona(room); c != nil && c.box.H+10 <= begin-t.wayHeight(stops[:to]) {
				c.shift(t.margin, y)
				sh.persona, y = c, y+c.box.H+10
			}
		}
		if from == 0 && key != nil {
			sh.key = key
			sh.key.shift(t.margin, y)
			y += key.box.H + 12
		}
		start := 0.0
		if last := len(sheets) - 2; last >= 0 {
			start = sheets[last].start + sheets[last].bottom - sheets[last].top
		}
		sh.place(t, stops[from:to], y, start)
		sh.close(t, to == len(stops))
		from = to
	}
	all := make([]*leaf, len(sheets))
	for i := range sheets {
		sheets[i].head = t.runningHead(t.partOf(i, len(sheets)))
		all[i] = &sheets[i]
	}
	t.bend(all)
	return sheets
}

func (t *tall) partOf(i, n int) string {
	if n < 2 {
		return ""
	}
	return fmt.Sprintf(t.v.words.PartOf, i+1, n)
}

// cuts gives the ends of the sheets in the stops: the fewest sheets, and among those the cuts that
// leave the pages most evenly filled and part the fewest phases.
func (t *tall) cuts(stops []stop, first, height, footer float64) []int {
	const sheetCost, phaseCost = 1e6, 130
	n := len(stops)
	cost, from := make([]float64, n+1), make([]int, n+1)
	for to := 1; to <= n; to++ {
		cost[to] = math.Inf(1)
		for i := to - 1; i >= 0; i-- {
			room := height
			if i == 0 {
				room = first
			}
			need := t.wayHeight(stops[i:to])
			if to == n {
				need += footer
			}
			slack := room - need
			if slack < 0 && to-i > 1 {
				break
			}
			c := cost[i] + sheetCost
			if slack > 0 && to < n {
				c += slack * slack / height
			}
			if to < n && t.v.steps[stops[to].step].phase == t.v.steps[stops[to-1].step].phase {
				c += phaseCost
			}
			if c < cost[to] {
				cost[to], from[to] = c, i
			}
		}
	}
	var ends []int
	for to := n; to > 0; to = from[to] {
		ends = append([]int{to}, ends...)
	}
	return ends
}

// wayHeight is what stops take on a sheet, with the bars of their phases.
func (t *tall) wayHeight(stops []stop) float64 {
	var sh leaf
	sh.place(t, append([]stop(nil), stops...), 0, 0)
	return sh.bottom
}

// place stands stops below each other from y, each phase under its bar. The tiles of stops are
// moved only once, so that measuring leaves them where they are.
func (sh *leaf) place(t *tall, stops []stop, y, start float64) {
	sh.top, sh.start = y, start
	phase := -1
	for k := range stops {
		s := &stops[k]
		least := 0.0
		if at := t.v.steps[s.step].phase; at != phase {
			if phase >= 0 {
				y += 4
			}
			again := s.again || t.v.phases[at].from < s.step
			b := t.bar(at, again, y)
			sh.bars = append(sh.bars, b)
			y += b.box.H + 10
			phase, least = at, 50
		}
		s.y = y
		if t.curveRoom > 0 && !s.again {
			s.h = math.Max(s.h, least+22)
			s.face = math.Max(s.face, least)
		}
		y += s.h + stopGap
		sh.bars[len(sh.bars)-1].end = y - stopGap/2
	}
	sh.stops, sh.bottom = stops, y-stopGap/2
}

// close settles the stops where they stand and ends the sheet, with the footer on the last.
func (sh *leaf) close(t *tall, last bool) {
	for k := range sh.stops {
		sh.stops[k].settle()
	}
	sh.height = sh.bottom + sheetEnd
	if last {
		sh.footer, sh.height = t.planFooter(sh.bottom + 12)
	}
}

// planFooter is the footer of the wide form, from edge to edge of the bars.
func (t *tall) planFooter(y float64) (*footer, float64) {
	out := pageMargin - t.margin
	f, bottom := planFooter(t.v, y, t.width+2*out)
	for i := range f.blocks {
		f.blocks[i].x -= out
	}
	for i := range f.marks {
		f.marks[i].box.X -= out
	}
	return &f, bottom
}

// bar is the heading of a phase at y.
func (t *tall) bar(phase int, again bool, y float64) phaseBar {
	v, p := t.v, t.v.phases[phase]
	b := phaseBar{phase: phase, again: again, box: drawing.Box{X: t.margin, Y: y, W: t.width - 2*t.margin}}
	title := p.title
	if again {
		title = v.lang.Narrow().Again(apart(clean(title)))
	}
	meta := v.words.StepNoun.Of(p.to-p.from, v.lang.Int(p.to-p.from))
	if p.counted && v.has("horen") {
		meta += " · " + v.words.SignalNoun.Of(p.n, v.count(p.n))
	}
	const pad = 13.0
	room := b.box.W - 2*pad
	x := t.margin + pad
	b.title = block{x: x, y: y + 7, w: room, style: phaseTitle, role: onPhase, lines: wrapped(title, phaseTitle, room)}
	bottom := b.title.y + b.title.height()
	if w := phaseMeta.width(meta) + 1; len(b.title.lines) < 2 && b.title.extent().W+w+14 < room {
		b.meta = oneLine(x+room-w, y+9, w, meta, phaseMeta, onPhase, drawing.End)
	} else {
		b.meta = block{x: x, y: bottom, w: room, style: phaseMeta, role: onPhase, lines: wrapped(meta, phaseMeta, room)}
		bottom += b.meta.height()
	}
	b.box.H = bottom + 7 - y
	return b
}

// planHead is the dark band above the form for a screen.
func (t *tall) planHead() header {
	v := t.v
	h := header{}
	y, room := 16.0, t.width-2*t.margin-8
	put := func(text string, s style, r role) {
		b := block{x: t.margin + 4, y: y, w: room, style: s, role: r, lines: wrapped(text, s, room)}
		if len(b.lines) > 0 {
			h.blocks = append(h.blocks, b)
			y += b.height() + 2
		}
	}
	put(v.kicker(), bodyStrong, onHeaderSoft)
	put(v.j.Title, partTitle, onHeader)
	put(v.subtitle(), body, onHeaderSoft)
	h.box = drawing.Box{W: t.width, H: y + 14}
	return h
}

// runningHead tells at the top of a page what it is a part of.
func (t *tall) runningHead(part string) header {
	const aside = 120.0
	room := t.width - 2*t.margin - aside
	h := header{blocks: []block{{x: t.margin, y: 0, w: room, style: noteStrong, role: soft, lines: wrapped(t.v.j.Title, noteStrong, room)}}}
	if part != "" {
		h.blocks = append(h.blocks, oneLine(t.width-t.margin-aside, 0, aside, part, noteStrong, soft, drawing.End))
	}
	h.box = drawing.Box{W: t.width, H: math.Max(h.blocks[0].height(), noteStrong.leading()) + 1}
	return h
}

// persona tells who the customer is; nil when nothing is known.
func (t *tall) persona(width float64) *card {
	v, p := t.v, t.v.j.Persona
	if p.Name+p.Situation+p.Goal+p.Quote == "" {
		return nil
	}
	if t.double {
		return personaFor(v, width)
	}
	const portrait, left = 40.0, 66.0
	c := newCard(personaCard, -1, 1, width)
	c.marks = append(c.marks, mark{icon: iconPersona, box: drawing.Box{X: 13, Y: 13, W: portrait, H: portrait}})
	c.add(v.words.Customer, noteStrong, soft, left, cardPadX)
	c.add(p.Name, cardTitle, ink, left, cardPadX)
	c.add(p.Situation, body, ink, left, cardPadX)
	if p.Goal != "" {
		c.gap(5)
		c.add(v.words.Goal, noteStrong, soft, left, cardPadX)
		c.add(p.Goal, bodyStrong, ink, left, cardPadX)
	}
	if p.Quote != "" {
		c.gap(5)
		c.add("“"+language.Redact(p.Quote)+"”", thought, ink, left, cardPadX)
	}
	c.box.H = math.Max(c.box.H+cardPadY, portrait+26)
	return c
}
