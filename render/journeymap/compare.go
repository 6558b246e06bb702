package journeymap

import (
	"fmt"
	"math"

	"klantreis/journeys"
	"klantreis/journeys/difference"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

// Compare draws two journeys on one map: the current and the wished one, or two versions of one
// file. The columns stand in the order of the second one; a removed step stands where it was. The
// theme and the language are those of the second.
func Compare(before, after Input) drawing.Drawing {
	p := newPair(before, after)
	return drawPair(planPair(p), p, after.Theme)
}

// pair is what a comparison shows. Its view is a journey of the columns: all steps of both sides,
// so that the grid and the lanes of the map can be used as they are.
type pair struct {
	*view
	c    render.Comparison
	w    words.Compare
	part []difference.Phase // those with steps, as view.phases
}

func newPair(before, after Input) *pair {
	was, v := newView(before).steps, newView(after)
	p := &pair{view: v, c: render.Compare(before.Journey, after.Journey, before.Evidence, after.Evidence, after.Lang), w: after.Lang.Compare()}
	becomes := v.steps
	v.id, v.beside, v.steps, v.phases = "vergelijking", true, nil, nil
	i := 0
	for _, ph := range p.c.Phases {
		one := phaseView{number: ph.After.Number, title: p.phaseTitle(ph), from: len(v.steps)}
		if one.number == 0 {
			one.number = ph.Before.Number
		}
		for range ph.Steps {
			s := p.c.Steps[i]
			var st stepView
			if s.Before != nil {
				st = was[s.Step.Before.Number-1]
			}
			if s.After != nil {
				given := st.advice
				st = becomes[s.Step.After.Number-1]
				st.advice = p.joined(given, st.advice)
			}
			st.phase, st.number = len(v.phases), i+1
			v.steps = append(v.steps, st)
			i++
		}
		if one.to = len(v.steps); one.to > one.from {
			v.phases, p.part = append(v.phases, one), append(p.part, ph)
		}
	}
	v.all = v.steps
	return p
}

// joined is the advice of both sides, each once. That of the current journey keeps its number; what
// only the second one has gets none, because it could be taken for another.
func (p *pair) joined(was, becomes []adviceView) []adviceView {
	all := append([]adviceView{}, was...)
	known := map[string]bool{}
	for _, a := range p.c.Current.Advice {
		known[a.ID] = true
	}
	here := map[string]bool{}
	for _, a := range was {
		here[a.advice.ID] = true
	}
	for _, a := range becomes {
		if here[a.advice.ID] {
			continue
		}
		if !known[a.advice.ID] {
			a.number = 0
		}
		all = append(all, a)
	}
	return all
}

func (p *pair) phaseTitle(ph difference.Phase) string {
	switch {
	case ph.State == difference.Added:
		return fmt.Sprintf(p.w.PhaseNew, ph.Title())
	case ph.State == difference.Removed:
		return fmt.Sprintf(p.w.PhaseGone, ph.Title())
	case ph.Renamed():
		return fmt.Sprintf(p.w.PhaseWas, ph.Title(), ph.Before.Title)
	}
	return ph.Title()
}

// pairLayout is the map of a comparison with everything placed.
type pairLayout struct {
	*layout
	sheet
	chips []badge    // counts, in the header
	arrow [2]float64 // the arrow between the names of the two sides: x and y of its left end
	moods *pairCurve // nil: no step has an emotion
}

// arrowLength is that of the arrow between the names of the two sides.
const arrowLength = 30.0

// planPair places a comparison on a sheet that is clearly wider than high, where wider columns
// make it so.
func planPair(p *pair) *pairLayout {
	const ratio, passes = 1.5, 2
	l := placePair(p)
	for range passes {
		if now := l.width / l.height; now < ratio {
			p.view.narrow = l.width * math.Sqrt(ratio/now)
			l = placePair(p)
		}
	}
	return l
}

func placePair(p *pair) *pairLayout {
	g := newGrid(p.view)
	l := &pairLayout{layout: &layout{v: p.view, grid: g}, sheet: sheet{width: g.pageWidth()}}
	y := 0.0
	l.phases, y = planPhases(p.view, g, y)
	l.tints[0] = y + 4
	y += 16
	for _, s := range p.lanesAbove() {
		y = l.addLane(p.view, s, y)
	}
	if l.moods = planMoods(p, g); l.moods != nil {
		l.moods.shift(y)
		y += l.moods.box.H + laneGap
	}
	for _, s := range p.lanesBelow() {
		y = l.addLane(p.view, s, y)
	}
	l.tints[1] = y - 2

	bottom := l.planPairHeader(p) + 16
	bottom = l.placeTop(p.view, p.keys(l.moods), bottom)
	l.shift(bottom + 14)
	if l.moods != nil {
		l.moods.shift(bottom + 14)
	}
	l.footer, l.height = planPairFooter(p, l.tints[1]+14, l.width)
	return l
}

// planPairHeader places the names of both sides, the titles and the counts.
func (l *pairLayout) planPairHeader(p *pair) float64 {
	h := &l.header
	right := math.Min(360, l.width*0.28)
	room := l.width - 2*pageMargin - right - 40
	first := bodyStrong.width(p.c.First)
	h.blocks = append(h.blocks, oneLine(pageMargin, 20, first+2, p.c.First, bodyStrong, onHeader, drawing.Start))
	l.arrow = [2]float64{pageMargin + first + 12, 20 + bodyStrong.leading()/2}
	second := l.arrow[0] + arrowLength + 12
	h.blocks = append(h.blocks, oneLine(second, 20, bodyStrong.width(p.c.Second)+2, p.c.Second, bodyStrong, onHeader, drawing.Start))
	y := 20 + bodyStrong.leading() + 2
	put := func(text string, s style, r role) {
		b := block{x: pageMargin, y: y, w: room, style: s, role: r, lines: wrapped(text, s, room)}
		if len(b.lines) > 0 {
			h.blocks = append(h.blocks, b)
			y += b.height()
		}
	}
	put(p.c.Wished.Title, pageTitle, onHeader)
	if p.c.Current.Title != p.c.Wished.Title {
		put(p.c.First+": "+p.c.Current.Title, pageSub, onHeaderSoft)
	}
	y += 8
	x := pageMargin
	for _, chip := range p.countChips() {
		if w := chip.box.W; x > pageMargin && x+w > pageMargin+room {
			x, y = pageMargin, y+chip.box.H+6
		}
		chip.box.X, chip.box.Y = x, y
		chip.text.shift(x, y)
		l.chips = append(l.chips, chip)
		x += chip.box.W + 8
	}
	y += chipHeight
	at := 22.0
	aside := func(text string) {
		b := block{x: l.width - pageMargin - right, y: at, w: right, style: body, role: onHeaderSoft, anchor: drawing.End, lines: wrapped(text, body, right)}
		h.blocks = append(h.blocks, b)
		at += b.height() + 1
	}
	for i, j := range []*journeys.Journey{p.c.Current, p.c.Wished} {
		if !j.Date.IsZero() {
			aside([]string{p.c.First, p.c.Second}[i] + ": " + fmt.Sprintf(p.w.DrawnUp, p.lang.Date(j.Date)))
		}
	}
	if p.c.Wished.Author != "" {
		aside(fmt.Sprintf(p.words.By, p.c.Wished.Author))
	}
	if p.c.Wished.Owner != "" {
		aside(fmt.Sprintf(p.words.For, p.c.Wished.Owner))
	}
	h.box = drawing.Box{W: l.width, H: math.Max(y, at) + 18}
	return h.box.H
}

// chipHeight is that of a count in the header.
const chipHeight = 24.0

// countChips tell how many steps are new, gone, moved, changed and the same, at (0, 0).
func (p *pair) countChips() []badge {
	n := p.c.Counts()
	var chips []badge
	add := func(text string, r role) {
		w := bodyStrong.width(text) + 40
		b := badge{box: drawing.Box{W: w, H: chipHeight}, role: r}
		b.text = oneLine(28, (chipHeight-bodyStrong.leading())/2, w-38, text, bodyStrong, ink, drawing.Start)
		chips = append(chips, b)
	}
	if p.c.Same() {
		add(p.w.NoDifference, roleSame)
		return chips
	}
	for i, count := range []int{n.Added, n.Removed, n.Moved, n.Changed, n.Same} {
		if count > 0 {
			add(p.w.Counts[i].Of(count, p.lang.Int(count)), [...]role{roleNew, roleGone, roleMoved, roleChanged, roleSame}[i])
		}
	}
	return chips
}

// planPairFooter tells where the numbers come from, and that a wish is none.
func planPairFooter(p *pair, y, width float64) (footer, float64) {
	f := footer{rule: y}
	y += 12
	room := math.Min(width-2*pageMargin, 1500)
	put := func(text string, s style, r role) {
		b := block{x: pageMargin, y: y, w: room, style: s, role: r, lines: wrapped(text, s, room)}
		f.blocks = append(f.blocks, b)
		y += b.height()
	}
	if p.c.IsWish() {
		put(p.w.Wish, bodyStrong, ink)
		y += 3
	}
	for i, ev := range p.c.Evidence {
		side := []string{p.c.First, p.c.Second}[i]
		if len(ev.Sources) == 0 {
			put(fmt.Sprintf(p.w.NoBasis, side), note, soft)
			continue
		}
		list := ""
		for k, s := range ev.Sources {
			if k > 0 {
				list += " · "
			}
			list += apart(s.Name) + " (" + fmt.Sprintf(p.words.Read, p.count(s.Read)) + ")"
		}
		if when := p.lang.Period(ev.Period); when != "" {
			list += ", " + when
		}
		put(fmt.Sprintf(p.w.Basis, side, list), note, soft)
	}
	if n := p.c.Counts(); n.Moved+n.Removed > 0 {
		put(p.w.MovedFoot, note, soft)
	}
	put(p.words.SmallGroups+" "+p.words.TypedShares, note, soft)
	return f, y + 18
}
