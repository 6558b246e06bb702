package journeymap

import (
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
)

// part is something to tell about a step: one statement, or a list that may go on elsewhere.
type part struct {
	what  string
	order int // its row where steps stand side by side
	items int
	most  int // items in one card; 0: all
	build func(b board, i int, w float64, from, to int) (entry, bool)
}

// entry is a part, or a piece of one, that is ready to stand somewhere.
type entry struct {
	tile
	order int
	level bool   // as high as its neighbours in the same row
	typed bool   // holds percentages that nobody measured
	tells string // the same in words
}

// cardPart is a part that the map shows as a card. narrow gives the view in which step i has only
// the items [from, to); nil when the part is told whole.
func cardPart(what, name string, items int, tells func(from, to int) string, narrow func(s *stepView, from, to int), build func(v *view, i int, c *card) bool) part {
	return part{what: what, items: items, build: func(b board, i int, w float64, from, to int) (entry, bool) {
		t := *b.t
		if narrow != nil {
			part := *b.v
			part.steps = slices.Clone(part.steps)
			narrow(&part.steps[i], from, to)
			t.v = &part
		}
		tl, ok := t.namedTile(i, w, name, build)
		tl.what = what
		return entry{tile: tl, tells: tells(from, to)}, ok
	}}
}

// listPart is a list of texts with a sign before each.
func listPart(what, name string, texts []string, k kind, ic icon, r role) part {
	p := part{what: what, items: len(texts)}
	p.build = func(b board, i int, w float64, from, to int) (entry, bool) {
		tl, ok := b.t.namedTile(i, w, name, func(_ *view, _ int, c *card) bool {
			c.kind = k
			return markedItems(c, texts[from:to], ic, r)
		})
		tl.what = what
		return entry{tile: tl, level: true, tells: name + ": " + strings.Join(texts[from:to], "; ")}, ok
	}
	return p
}

// inOrder numbers the rows of parts and drops those with nothing in them.
func inOrder(parts ...part) []part {
	var all []part
	for k, p := range parts {
		p.order = k + 1
		if p.items > 0 {
			all = append(all, p)
		}
	}
	return all
}

// some is 1 for a text with something in it.
func some(text string) int {
	if strings.TrimSpace(clean(text)) == "" {
		return 0
	}
	return 1
}

func (v *view) doingParts(i int) []part {
	s := v.steps[i]
	does := cardPart("does", "", some(s.Does), func(int, int) string { return s.Does }, nil, doesCards)
	build := does.build
	does.build = func(b board, i int, w float64, from, to int) (entry, bool) {
		e, ok := build(b, i, w, from, to)
		e.level = true
		return e, ok
	}
	return inOrder(does, cardPart("thinks", "", some(s.Thinks), func(int, int) string { return "“" + s.Thinks + "”" }, nil, thinksCards))
}

// hearingParts are what is heard and seen of a step. quoted says that its first quote stands at
// the curve.
func (v *view) hearingParts(i int, quoted bool) []part {
	s, w, own := v.steps[i], v.words, v.lang.Slide()
	heard := v.heardAt(i)
	top := min(len(heard), v.form.topSignals())
	quotes := s.quotes
	if quoted {
		quotes = quotes[1:]
	}
	parts := []part{cardPart("hear", own.Signals, top, func(from, to int) string {
		return own.Signals + ": " + v.signalTexts(stepView{signals: heard[from:to]})
	}, func(s *stepView, from, to int) {
		if s.signals = heard[from:to]; to == top {
			s.signals = heard[from:] // the others are counted
		}
	}, hearCards)}
	parts = append(parts, part{what: "quote", items: len(quotes), most: 1, build: func(b board, i int, width float64, from, to int) (entry, bool) {
		only := *b.v
		only.steps = slices.Clone(only.steps)
		only.steps[i].quotes = quotes[from:to]
		t := *b.t
		t.v = &only
		tl, ok := t.speechTile(i, width)
		return entry{tile: tl, tells: own.Says + ": “" + quotes[from].Text + "” " + quotes[from].Source}, ok
	}})
	var arena []string
	for _, b := range s.arena {
		arena = append(arena, language.Redact(b.Text))
	}
	exits := cardPart("exits", w.DropOuts.Name, len(s.exits), func(from, to int) string {
		return w.DropOuts.Name + ": " + v.exitTexts(stepView{exits: s.exits[from:to]})
	}, func(s *stepView, from, to int) { s.exits = s.exits[from:to] }, exitCards)
	return inOrder(append(parts,
		listPart("well", v.lang.ByTeam().Said(w.GoesWell.Name), s.GoesWell, wellCard, iconCheck, good),
		listPart("pain", v.lang.ByTeam().Said(w.PainPoints.Name), s.PainPoints, painCard, iconPain, bad),
		listPart("arena", w.Arena.Name, arena, arenaCard, "arena", accent),
		sharesOf(exits, slices.ContainsFunc(s.exits, func(f journeys.Flow) bool { return f.Share != nil })),
		v.turnPart(i))...)
}

// sharesOf marks a part in which percentages stand that were typed in.
func sharesOf(p part, stated bool) part {
	build := p.build
	p.build = func(b board, i int, w float64, from, to int) (entry, bool) {
		e, ok := build(b, i, w, from, to)
		e.typed = stated
		return e, ok
	}
	return p
}

// turnPart tells where customers go when that is not the next step.
func (v *view) turnPart(i int) part {
	flows := v.steps[i].flows
	items := 0
	for _, f := range flows {
		if f.to != i+1 {
			items = 1
		}
	}
	stated := slices.ContainsFunc(flows, func(f flowView) bool { return f.stated })
	return sharesOf(part{what: "turns", items: items, build: func(b board, i int, w float64, _, _ int) (entry, bool) {
		tl, ok := b.t.turnTile(i, w)
		var texts []string
		for _, bl := range tl.blocks {
			texts = append(texts, strings.Join(bl.lines, " "))
		}
		return entry{tile: tl, tells: strings.Join(texts, "; ")}, ok
	}}, stated)
}

// servingParts are what the municipality does at a step, and what it could do.
func (v *view) servingParts(i int) []part {
	s, w := v.steps[i], v.words
	var human []string
	if some(s.HumanContact) > 0 {
		human = []string{s.HumanContact}
	}
	leads := cardPart("lead", w.LeadTimes.Name, len(s.leads), func(from, to int) string {
		var texts []string
		for _, lt := range s.leads[from:to] {
			texts = append(texts, v.leadText(lt))
		}
		return w.LeadTimes.Name + ": " + strings.Join(texts, "; ")
	}, func(s *stepView, from, to int) { s.leads = s.leads[from:to] }, leadCards)
	return inOrder(
		listPart("human", w.Human.Name, human, humanCard, iconHuman, good),
		leads,
		listPart("backstage", w.Backstage.Name, s.Backstage, backstageCard, iconGear, soft),
		listPart("systems", w.Systems.Name, s.Systems, systemCard, iconSystem, soft),
		v.advicePart(i, "advice", v.lang.Serves().Advice, func(a adviceView) bool { return !a.advice.Closed() }),
		v.advicePart(i, "done", v.lang.Serves().Done, func(a adviceView) bool { return a.advice.Closed() }))
}

// advicePart is the advice of a step that fits: what was carried out is no advice any more.
func (v *view) advicePart(i int, what, name string, fits func(adviceView) bool) part {
	var advice []adviceView
	for _, a := range v.steps[i].advice {
		if fits(a) {
			advice = append(advice, a)
		}
	}
	p := cardPart(what, name, len(advice), func(from, to int) string {
		var texts []string
		for _, a := range advice[from:to] {
			texts = append(texts, v.lang.Int(a.number)+" "+a.advice.Title+" ("+v.basis(a)+")")
		}
		return name + ": " + strings.Join(texts, "; ")
	}, func(s *stepView, from, to int) { s.advice = advice[from:to] }, adviceCards)
	p.most = 4 // what the card of the map holds
	return p
}

// served names a slide for what of the municipality stands on it.
func (v *view) served(columns []column) string {
	var serves, advice, done bool
	for _, c := range columns {
		for _, e := range c.entries {
			switch e.what {
			case "advice":
				advice = true
			case "done":
				done = true
			case "human", "lead", "backstage", "systems":
				serves = true
			}
		}
	}
	return v.lang.Serves().Title(serves, advice, done)
}

// leadText tells a lead time in words.
func (v *view) leadText(lt evidence.LeadTime) string {
	switch {
	case lt.Missing != "" || lt.N == 0:
		return lt.Title + " (" + v.words.NotMeasured + ")"
	case lt.N < smallest:
		return lt.Title + " (" + v.words.TooFewCases + ")"
	}
	return lt.Title + " (" + v.words.Half + " " + v.reached(lt, lt.Spread.P50) + ", " + v.words.NineOfTen + " " + v.reached(lt, lt.Spread.P90) + ", n = " + v.count(lt.N) + ")"
}
