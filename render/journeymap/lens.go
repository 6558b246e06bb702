package journeymap

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/drawing"
)

// Names of the lenses, as a command line and a file name bear them.
func (l Lens) String() string { return [...]string{"alles", "klant", "blauwdruk", "bewijs"}[l] }

// has says whether the lens shows a lane.
func (v *view) has(lane string) bool {
	var shown []string
	switch v.lens {
	case Customer:
		shown = []string{"stappen", "doet", "denkt", "kanalen", "beleving", "gaat-goed", "pijnpunten", "klantarena", "doorlooptijd", "afhakers"}
	case Blueprint:
		shown = []string{"stappen", "doet", "teksten", "kanalen", "menselijk", "doorlooptijd", "achter-de-schermen", "systemen"}
	case Proof:
		shown = []string{"stappen", "onderbouwing", "beleving", "horen", "gaat-goed", "pijnpunten", "klantarena", "doorlooptijd", "afhakers", "cadeautjes"}
	default: // all but those of a lens's own
		return lane != "teksten" && lane != "onderbouwing"
	}
	return slices.Contains(shown, lane)
}

// through keeps the lanes that the lens shows.
func (v *view) through(specs []laneSpec) []laneSpec {
	return slices.DeleteFunc(specs, func(s laneSpec) bool { return !v.has(s.name) })
}

// basis tells how the content of a card came about.
type basis int

const (
	noBasis basis = iota
	measured
	typed
	assumed
)

// basisOf tells it of a card. Advice is looked at one by one.
func (v *view) basisOf(c card) basis {
	switch c.kind {
	case hearCard, leadCard:
		return measured
	case wellCard, painCard, arenaCard, dropOutCard:
		return typed
	}
	return noBasis
}

// claims counts what is said about a step by how it came about.
type claims struct{ measured, typed, assumed int }

func (c claims) all() int { return c.measured + c.typed + c.assumed }

func (v *view) claims(i int) claims {
	s := v.steps[i]
	var c claims
	switch s.emotion.Kind {
	case evidence.Derived:
		c.measured++
	case evidence.Typed:
		c.typed++
	}
	for _, g := range s.signals {
		if g.N > 0 {
			c.measured++
		}
	}
	for _, lt := range s.leads {
		if lt.Missing == "" && lt.N >= smallest {
			c.measured++
		}
	}
	c.typed += len(s.GoesWell) + len(s.PainPoints) + len(s.arena) + len(s.exits)
	for _, a := range s.advice {
		if !a.basis.Evidence {
			c.assumed++
		}
	}
	return c
}

// tally tells in one line how all claims of the map came about.
func (v *view) tally() string {
	var sum claims
	for i := range v.steps {
		c := v.claims(i)
		sum.measured, sum.typed, sum.assumed = sum.measured+c.measured, sum.typed+c.typed, sum.assumed+c.assumed
	}
	w := v.lang.Lens()
	parts := []string{w.MeasuredN.Of(sum.measured, v.lang.Int(sum.measured)), w.TypedN.Of(sum.typed, v.lang.Int(sum.typed))}
	if sum.assumed > 0 {
		parts = append(parts, w.AssumptionN.Of(sum.assumed, v.lang.Int(sum.assumed)))
	}
	return strings.Join(parts, ", ")
}

// groundCards show for a step how many of its claims were measured, typed and assumed: the
// numbers in words and signs, and as the parts of one bar.
func groundCards(v *view, i int, c *card) bool {
	c.kind = groundCard
	n := v.claims(i)
	w := v.lang.Lens()
	if n.all() == 0 {
		c.add(w.NothingGathered, note, soft, cardPadX, cardPadX)
		return true
	}
	room := c.box.W - 2*cardPadX
	x := float64(cardPadX)
	for _, part := range []struct {
		n    int
		role role
	}{{n.measured, accent}, {n.typed, typedShare}, {n.assumed, warn}} {
		width := room * float64(part.n) / float64(n.all())
		if part.n > 0 {
			c.bars = append(c.bars, bar{box: drawing.Box{X: x, Y: c.box.H, W: max(width-2, 3), H: 8}, share: 1, role: part.role})
		}
		x += width
	}
	c.gap(14)
	for _, line := range []struct {
		n    int
		icon icon
		role role
		word string
	}{{n.measured, iconMeasured, accent, w.Measured}, {n.typed, iconPencil, soft, w.Typed}, {n.assumed, iconQuestion, warn, w.Assumption}} {
		if line.n == 0 {
			continue
		}
		y := c.box.H
		c.add(v.lang.Int(line.n)+" "+line.word, body, ink, cardPadX+22, cardPadX)
		c.marks = append(c.marks, mark{icon: line.icon, box: drawing.Box{X: cardPadX, Y: y, W: 16, H: 16}, role: line.role})
		c.gap(1)
	}
	if letter, word := render.WorstGrade(v.ev, v.steps[i].Step, v.lang); letter != "" {
		c.gap(2)
		y := c.box.H
		c.add(fmt.Sprintf(v.lang.Grades().Data, word), body, ink, cardPadX+22, cardPadX)
		c.marks = append(c.marks, mark{icon: iconGrade, box: drawing.Box{X: cardPadX, Y: y, W: gradeSize, H: gradeSize}, text: letter})
	}
	return true
}

// textCards name the letters, forms and pages of a step by their file, without folder and ending.
func textCards(v *view, i int, c *card) bool {
	c.kind = textCard
	var names []string
	for _, file := range v.steps[i].Texts {
		name := path.Base(strings.ReplaceAll(file, `\`, "/"))
		name = strings.TrimSuffix(name, path.Ext(name))
		names = append(names, strings.TrimSpace(strings.NewReplacer("-", " ", "_", " ").Replace(name)))
	}
	return markedItems(c, names, "brief", soft)
}
