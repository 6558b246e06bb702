package journeymap

import (
	"fmt"
	"math"
	"strings"

	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
	"klantreis/render"
	"klantreis/render/drawing"
)

// header is the dark band at the top.
type header struct {
	box    drawing.Box
	logo   drawing.Box // the plate under it; empty: none
	blocks []block
}

func planHeader(v *view, width float64) header {
	h := header{logo: plate(v, width)}
	right := math.Min(360, width*0.28)
	beside := 0.0 // of the logo
	if h.logo.W > 0 {
		beside = h.logo.W + logoGap
	}
	room := width - 2*pageMargin - right - 40 - beside
	y := 22.0
	put := func(text string, s style, r role) {
		b := block{x: pageMargin, y: y, w: room, style: s, role: r, lines: wrapped(text, s, room)}
		if len(b.lines) > 0 {
			h.blocks = append(h.blocks, b)
			y += b.height()
		}
	}
	at := 24.0
	aside := func(text string, s style, r role) {
		b := block{x: width - pageMargin - beside - right, y: at, w: right, style: s, role: r, anchor: drawing.End, lines: wrapped(text, s, right)}
		h.blocks = append(h.blocks, b)
		at += b.height() + 1
	}
	put(v.kicker(), bodyStrong, onHeaderSoft)
	y += 2
	put(v.j.Title, v.form.pageStyle(width), onHeader)
	y += 3
	put(v.subtitle(), pageSub, onHeaderSoft)
	if !v.j.Date.IsZero() {
		aside(fmt.Sprintf(v.words.Drawn, v.lang.Date(v.j.Date)), body, onHeaderSoft)
	}
	if v.j.Author != "" {
		aside(fmt.Sprintf(v.words.By, v.j.Author), body, onHeaderSoft)
	}
	if v.j.Owner != "" {
		aside(fmt.Sprintf(v.words.For, v.j.Owner), body, onHeaderSoft)
	}
	h.box = drawing.Box{W: width, H: math.Max(math.Max(y, at)+20, h.logo.Y+h.logo.H+logoTop)}
	return h
}

// kicker says whether this is the journey as it is or as it is wished for.
func (v *view) kicker() string {
	if k := v.lang.Lens().Kickers[v.lens]; k != "" {
		return v.words.Journey + " · " + k
	}
	if v.j.Variant == "gewenst" {
		return v.words.Wished
	}
	return v.words.Journey
}

// subtitle tells whose journey it is and what stands behind it.
func (v *view) subtitle() string {
	var parts []string
	add := func(s string) {
		if strings.TrimSpace(s) != "" {
			parts = append(parts, apart(strings.TrimSpace(s)))
		}
	}
	add(v.j.Municipality)
	add(v.j.Persona.Name)
	if len(v.ev.Sources) > 0 {
		add(v.lang.AtSteps(v.words.SignalNoun.Of(v.total(), v.count(v.total()))))
	} else {
		add(v.words.NoSignals)
	}
	period := v.ev.Period
	if period.IsZero() {
		period = v.j.Period
	}
	add(v.lang.Period(period))
	if v.lens == Proof {
		add(v.tally())
	}
	return strings.Join(parts, " · ")
}

// partTitle names the phases of a part.
func (v *view) partTitle() string {
	var titles []string
	for _, p := range v.phases {
		titles = append(titles, apart(p.title))
	}
	return strings.Join(titles, ", ")
}

// planTop places the persona and the key at y and gives where they end.
func (s *sheet) planTop(v *view, y float64) (bottom float64) { return s.placeTop(v, v.keys(s), y) }

// placeTop places the persona and a key next to each other, or on a narrow page under each other.
// Either may be absent.
func (s *sheet) placeTop(v *view, keys []keyItem, y float64) (bottom float64) {
	hasPersona := v.j.Persona.Name+v.j.Persona.Situation+v.j.Persona.Goal+v.j.Persona.Quote != ""
	inner := s.width - 2*pageMargin
	personaWidth, keyWidth := inner, inner
	beside := inner >= 900
	if hasPersona && len(keys) > 0 && beside {
		personaWidth = math.Min(math.Max(inner*0.5, 560), widestPersona)
		keyWidth = inner - personaWidth - 16
	}
	bottom = y
	if hasPersona {
		s.persona = personaFor(v, math.Min(personaWidth, widestPersona))
		s.persona.shift(pageMargin, y)
		bottom = y + s.persona.box.H
	}
	if len(keys) > 0 {
		s.key = keyFor(v, keys, keyWidth)
		if !beside && hasPersona {
			y = bottom + 10
		}
		s.key.shift(s.width-pageMargin-keyWidth, y)
		bottom = math.Max(bottom, y+s.key.box.H)
	}
	if !beside {
		return bottom
	}
	for _, c := range []*card{s.persona, s.key} {
		if c != nil {
			c.box.H = bottom - y
		}
	}
	return bottom
}

const widestPersona = 1320.0

// personaFor introduces the customer: who it is, what for and in own words, next to each other.
func personaFor(v *view, width float64) *card {
	p := v.j.Persona
	c := newCard(personaCard, -1, 1, width)
	const left, right, between, portrait = 98.0, 18.0, 26.0, 64.0
	c.marks = append(c.marks, mark{icon: iconPersona, box: drawing.Box{X: 18, Y: cardPadY + 2, W: portrait, H: portrait}})
	columns := []func(l, r float64){func(l, r float64) {
		c.add(v.words.Customer, noteStrong, soft, l, r)
		c.add(p.Name, personaName, ink, l, r)
		c.add(p.Situation, body, ink, l, r)
	}}
	goal := func(l, r float64) {
		if p.Goal != "" {
			c.add(v.words.Goal, noteStrong, soft, l, r)
			c.add(p.Goal, bodyStrong, ink, l, r)
		}
	}
	quote := func(l, r float64) {
		if p.Quote != "" {
			c.add("“"+language.Redact(p.Quote)+"”", thought, ink, l, r)
		}
	}
	switch {
	case p.Goal == "" && p.Quote == "":
	case width < 900 || p.Goal == "" || p.Quote == "":
		columns = append(columns, func(l, r float64) {
			goal(l, r)
			if p.Goal != "" {
				c.gap(4)
			}
			quote(l, r)
		})
	default:
		columns = append(columns, goal, func(l, r float64) {
			c.gap(noteStrong.leading()) // level with the goal
			quote(l, r)
		})
	}
	each := (width - left - right + between) / float64(len(columns))
	bottom := portrait + cardPadY + 4
	for k, put := range columns {
		c.box.H = cardPadY + 4
		x := left + each*float64(k)
		put(x, width-x-each+between)
		bottom = math.Max(bottom, c.box.H)
	}
	c.box.H = bottom + cardPadY - 2
	return c
}

// keyItem explains one sign of the map.
type keyItem struct {
	icon icon
	text string
}

// keys lists the signs that this map uses, and no others.
func (v *view) keys(s *sheet) []keyItem {
	var derived, byHand, gap, dashed, counted, shares, back, exits, gifts bool
	for _, s := range v.steps {
		switch s.emotion.Kind {
		case evidence.Derived:
			derived = true
		case evidence.Typed:
			byHand = true
		}
		counted = counted || s.counted
		exits = exits || len(s.exits) > 0
		gifts = gifts || len(s.advice) > 0
		for _, f := range s.flows {
			shares = shares || f.stated
		}
	}
	proof := v.lens == Proof
	words := v.lang.Lens()
	exits, gifts = exits && v.has("afhakers"), gifts && v.has("cadeautjes")
	shares = shares && v.has("kanalen")
	if !v.has("beleving") {
		derived, byHand = false, false
	}
	for _, l := range s.bands {
		if l.curve != nil {
			for _, p := range l.curve.pieces {
				gap, dashed = gap || p.dotted, dashed || p.dashed
			}
		}
		if l.channels != nil {
			for _, e := range l.channels.edges {
				back = back || e.kind != edgeNext
			}
		}
	}
	var items []keyItem
	for _, k := range []struct {
		show bool
		icon icon
		text string
	}{
		{derived, keyDerived, v.words.KeyDerived}, {byHand, keyTyped, v.words.KeyTyped}, {gap, keyGap, v.words.KeyGap}, {dashed, keyDashed, v.lang.ByTeam().KeyDashed},
		{counted, keyBadge, v.words.KeyBadge}, {shares, keyWidth, v.words.KeyWidth}, {back, keyBack, v.words.KeyBack},
		{exits, keyExit, v.words.KeyDropOut}, {gifts, keyGift, v.words.KeyAdvice},
		{proof, keyMeasured, words.KeyMeasured}, {proof, keyTypedCard, words.KeyTypedCard}, {proof && gifts, keyAssumed, words.KeyAssumption},
		{proof && v.graded() || v.doubtful(), keyGrade, v.lang.Grades().Key},
	} {
		if k.show {
			items = append(items, keyItem{k.icon, k.text})
		}
	}
	return items
}

// keyFor lays the items out in columns, read downwards.
func keyFor(v *view, items []keyItem, width float64) *card {
	c := newCard(legendCard, -1, 1, width)
	c.gap(4)
	c.add(v.words.Legend, noteStrong, soft, 16, 16)
	c.gap(5)
	const sign, columnWidth, pitch = 52.0, 286.0, 27.0
	columns := max(1, min(len(items), int((width-32)/columnWidth)))
	rows := (len(items) + columns - 1) / columns
	columns = (len(items) + rows - 1) / rows
	step := (width - 32) / float64(columns)
	top := c.box.H
	bottom := top
	for k := 0; k < columns; k++ {
		y := top
		for _, item := range items[min(k*rows, len(items)):min((k+1)*rows, len(items))] {
			left := 16 + float64(k)*step
			c.box.H = y + 2
			c.marks = append(c.marks, mark{icon: item.icon, box: drawing.Box{X: left, Y: y, W: 40, H: 20}})
			c.add(item.text, body, ink, left+sign, width-left-step+8)
			y = math.Max(c.box.H+4, y+pitch)
		}
		bottom = math.Max(bottom, y)
	}
	c.box.H = bottom + cardPadY - 4
	return c
}

// footer tells the sources, the rules for small groups and the advice for the whole journey.
type footer struct {
	rule   float64 // y of the line above
	blocks []block
	marks  []mark
}

func (f *footer) shift(dy float64) {
	f.rule += dy
	for i := range f.blocks {
		f.blocks[i].y += dy
	}
	for i := range f.marks {
		f.marks[i].box.Y += dy
	}
}

// adviceForAll is the advice that belongs to no step.
func (v *view) adviceForAll() []adviceView {
	var all []adviceView
	for number, i := range render.AdviceOrder(v.j) {
		if a := v.j.Advice[i]; a.Step == "" || v.j.Step(a.Step) == nil {
			all = append(all, adviceView{number + 1, a, v.ev.AdviceOf(a.ID)})
		}
	}
	return all
}

func planFooter(v *view, y, width float64) (footer, float64) {
	f := footer{rule: y}
	y += 12
	room := width - 2*pageMargin
	put := func(x, y, w float64, text string, s style, r role) float64 {
		b := block{x: x, y: y, w: w, style: s, role: r, lines: wrapped(text, s, w)}
		f.blocks = append(f.blocks, b)
		return y + b.height()
	}
	if all := v.adviceForAll(); v.has("cadeautjes") && len(all) > 0 {
		const text, widest = 46.0, 460.0
		columns := max(1, min(len(all), int(room/widest)))
		each := room / float64(columns)
		bottom := y
		for i, a := range all {
			if i%columns == 0 {
				y = bottom
			}
			x := pageMargin + each*float64(i%columns)
			f.marks = append(f.marks, mark{icon: iconGift, box: drawing.Box{X: x, Y: y - 2, W: 30, H: 30}, role: accent, text: v.lang.Int(a.number)})
			end := put(x+text, y, each-text-16, a.advice.Title, bodyStrong, ink)
			end = put(x+text, end, each-text-16, v.words.WholeJourney+" · "+v.basis(a), note, soft)
			bottom = math.Max(bottom, math.Max(end, y+30)+8)
		}
		y = bottom
	}
	line := func(text string) { y = put(pageMargin, y, math.Min(room, 1500), text, note, soft) }
	if len(v.ev.Sources) > 0 {
		y = f.sources(v, y, math.Min(room, 1500))
	}
	var notes []string
	if v.j.Variant == "gewenst" {
		notes = append(notes, v.words.IsWish)
	}
	if len(v.ev.Sources) > 0 {
		notes = append(notes, v.words.SmallGroups, v.words.CountedTwice)
	} else {
		notes = append(notes, v.words.NoEvidence)
	}
	if v.graded() {
		notes = append(notes, v.lang.Grades().Key+".")
	}
	if v.statesShares() {
		notes = append(notes, v.words.TypedShares)
	}
	line(strings.Join(notes, " "))
	return f, y + 18
}

// statesShares says whether the map shows percentages that somebody typed.
func (v *view) statesShares() bool {
	for _, s := range v.all {
		for _, f := range s.Next {
			if f.Share != nil && (v.has("kanalen") || f.To == "" && v.has("afhakers")) {
				return true
			}
		}
	}
	return false
}
