package journeymap

import (
	"fmt"
	"math"
	"strings"

	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
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
	if v.part != "" {
		y = 14
		put(v.j.Title, bodyStrong, onHeaderSoft)
		put(v.part+" · "+v.partTitle(), partTitle, onHeader)
		aside(v.aside, pageSub, onHeader)
		h.box = drawing.Box{W: width, H: math.Max(y, at) + 14}
		return h
	}
	put(v.kicker(), bodyStrong, onHeaderSoft)
	y += 2
	put(v.j.Title, pageTitle, onHeader)
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
		add(v.words.SignalNoun.Of(v.total(), v.count(v.total())))
	} else {
		add(v.words.NoSignals)
	}
	period := v.ev.Period
	if period.IsZero() {
		period = v.j.Period
	}
	add(v.lang.Period(period))
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

// planTop places the persona and the key next to each other, or one above the other where the
// page is narrow. Either may be absent.
func planTop(v *view, l *layout, y, width float64) (persona, key *card, bottom float64) {
	keys := v.keys(l)
	if v.part != "" && v.first > 0 {
		keys = nil // the first sheet explains the signs
	}
	hasPersona := v.part == "" && v.j.Persona.Name+v.j.Persona.Situation+v.j.Persona.Goal+v.j.Persona.Quote != ""
	inner := width - 2*pageMargin
	personaWidth, keyWidth := inner, inner
	if hasPersona && len(keys) > 0 {
		personaWidth = math.Min(math.Max(inner*0.52, 560), 1000)
		keyWidth = inner - personaWidth - 16
	}
	bottom = y
	if hasPersona {
		persona = personaFor(v, math.Min(personaWidth, 1000))
		persona.shift(pageMargin, y)
		bottom = y + persona.box.H
	}
	if len(keys) > 0 {
		key = keyFor(v, keys, keyWidth)
		key.shift(width-pageMargin-keyWidth, y)
		bottom = math.Max(bottom, y+key.box.H)
	}
	for _, c := range []*card{persona, key} {
		if c != nil {
			c.box.H = bottom - y
		}
	}
	return persona, key, bottom
}

func personaFor(v *view, width float64) *card {
	p := v.j.Persona
	c := newCard(personaCard, -1, 1, width)
	c.gap(4)
	c.marks = append(c.marks, mark{icon: iconPerson, box: drawing.Box{X: 16, Y: 14, W: 56, H: 56}, role: accent})
	left := 88.0
	mid := left + (width-left-16)*0.44
	column := func(x, right float64, texts ...func(left, right float64)) float64 {
		c.box.H = cardPadY + 4
		for _, t := range texts {
			t(x, right)
		}
		return c.box.H
	}
	a := column(left, width-mid+18,
		func(l, r float64) { c.add(v.words.Customer, noteStrong, soft, l, r) },
		func(l, r float64) { c.add(p.Name, personaName, ink, l, r) },
		func(l, r float64) { c.add(p.Situation, body, ink, l, r) })
	b := column(mid, 16,
		func(l, r float64) {
			if p.Goal != "" {
				c.add(v.words.Goal, noteStrong, soft, l, r)
				c.add(p.Goal, bodyStrong, ink, l, r)
				c.gap(6)
			}
		},
		func(l, r float64) {
			if p.Quote != "" {
				c.add("“"+language.Redact(p.Quote)+"”", thought, ink, l, r)
			}
		})
	c.box.H = math.Max(math.Max(a, b), 74) + cardPadY
	return c
}

// keyItem explains one sign of the map.
type keyItem struct {
	icon icon
	text string
}

// keys lists the signs that this map uses, and no others.
func (v *view) keys(l *layout) []keyItem {
	var derived, typed, gap, counted, shares, back, exits, gifts bool
	for _, s := range v.steps {
		switch s.emotion.Kind {
		case evidence.Derived:
			derived = true
		case evidence.Typed:
			typed = true
		}
		counted = counted || s.counted
		exits = exits || len(s.exits) > 0
		gifts = gifts || len(s.advice) > 0
		for _, f := range s.flows {
			shares = shares || f.stated
		}
	}
	if l.curve != nil {
		for _, p := range l.curve.pieces {
			gap = gap || p.dotted
		}
	}
	if l.channels != nil {
		for _, e := range l.channels.edges {
			back = back || e.kind != edgeNext
		}
	}
	var items []keyItem
	for _, k := range []struct {
		show bool
		icon icon
		text string
	}{
		{derived, keyDerived, v.words.KeyDerived}, {typed, keyTyped, v.words.KeyTyped}, {gap, keyGap, v.words.KeyGap},
		{counted, keyBadge, v.words.KeyBadge}, {shares, keyWidth, v.words.KeyWidth}, {back, keyBack, v.words.KeyBack},
		{exits, keyExit, v.words.KeyDropOut}, {gifts, keyGift, v.words.KeyAdvice},
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
	const sign, columnWidth = 52.0, 250.0
	columns := max(1, min(len(items), int((width-32)/columnWidth)))
	rows := (len(items) + columns - 1) / columns
	step := (width - 32) / float64(columns)
	top := c.box.H
	bottom := top
	for k := 0; k < columns; k++ {
		y := top
		for _, item := range items[min(k*rows, len(items)):min((k+1)*rows, len(items))] {
			left := 16 + float64(k)*step
			c.box.H = y + 2
			c.marks = append(c.marks, mark{icon: item.icon, box: drawing.Box{X: left, Y: y, W: 40, H: 20}, text: "1"})
			c.add(item.text, body, ink, left+sign, width-left-step+8)
			y = math.Max(c.box.H+2, y+21)
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
	gifts  []mark
}

func planFooter(v *view, y, width float64) (footer, float64) {
	f := footer{rule: y}
	y += 12
	room := width - 2*pageMargin
	put := func(left float64, text string, s style, r role) {
		b := block{x: pageMargin + left, y: y, w: math.Min(room-left, 1500), style: s, role: r}
		b.lines = wrapped(text, s, b.w)
		f.blocks = append(f.blocks, b)
		y += b.height()
	}
	if v.part == "" {
		for i, a := range v.j.Advice {
			if a.Step != "" && v.j.Step(a.Step) != nil {
				continue
			}
			f.gifts = append(f.gifts, mark{icon: iconGift, box: drawing.Box{X: pageMargin, Y: y - 2, W: 30, H: 30}, role: accent, text: v.lang.Int(i + 1)})
			top := y
			put(46, a.Title, bodyStrong, ink)
			put(46, v.words.WholeJourney+" · "+v.basis(adviceView{i + 1, a, v.ev.AdviceOf(a.ID)}), note, soft)
			y = math.Max(y, top+30) + 8
		}
	}
	if v.part == "" && len(v.ev.Sources) > 0 {
		var parts []string
		for _, s := range v.ev.Sources {
			parts = append(parts, apart(s.Name)+" ("+fmt.Sprintf(v.words.Read, v.count(s.Read))+")")
		}
		put(0, v.words.Sources+": "+strings.Join(parts, " · "), note, soft)
	}
	if len(v.ev.Sources) > 0 {
		put(0, v.words.SmallGroups+" "+v.words.CountedTwice, note, soft)
	} else {
		put(0, v.words.NoEvidence, note, soft)
	}
	return f, y + 18
}
