// Package journeymap draws the journey map: one poster on which phases, steps, channels, the
// emotion curve, what customers say and what happens behind the scenes stand above each other
// in lanes, step by step.
//
// It works in two passes. The layout (plan) measures every text with the embedded font, lets
// rows grow until all of it fits, and gives each thing a named box; the tests look at those
// boxes. The drawing (draw) only turns placed things into paths and text. Neither adds a number
// of its own: all come from the journey, as typed, or from its evidence.
package journeymap

import (
	"fmt"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

// Quotes gives the quotes of a step that may be shown: approved, and free of personal data. The
// caller decides; the map shows nothing else. A nil Quotes shows none.
type Quotes func(step *journeys.Step) []render.Quote

// Input is what every form of the map is drawn from.
type Input struct {
	Journey  *journeys.Journey
	Evidence *evidence.Evidence // nil: none
	Theme    render.Theme
	Lang     words.Lang
	Quotes   Quotes
}

// Lens chooses what the map is looked at for.
type Lens int

const (
	Whole     Lens = iota // everything
	Customer              // what the customer lives through, and nothing else
	Blueprint             // who does what: front stage, back stage, systems, with the lines between
	Proof                 // which claims are measured, which are typed and which are assumption
)

// Lenses lists them in the order in which they are offered.
var Lenses = [...]Lens{Whole, Customer, Blueprint, Proof}

// Wide makes the map for a screen: one sheet that is wider than high, near 16 to 9 where the
// journey allows it.
func Wide(in Input, lens Lens) drawing.Drawing {
	v := newView(in)
	v.lens = lens
	if lens != Whole {
		v.id += "-" + lens.String()
	}
	return draw(planWide(v), v, in.Theme)
}

// Phase draws one phase for a slide: what the customer lives through in it and what is heard of
// it, with the ways in and out at its edges. The phases count from zero; a number outside the
// journey, or a phase without steps, gives the whole map.
func Phase(in Input, phase int) drawing.Drawing {
	v := newView(in)
	for _, p := range v.phases {
		if p.number == phase+1 {
			v.cut(p.from, p.to)
			v.id = fmt.Sprintf("klantreis-fase-%d", p.number)
			v.part = fmt.Sprintf(v.words.PhaseOf, p.number, len(in.Journey.Phases))
			v.show = frontStage | voices
			v.narrow, v.bare = slideWidth, true
			break
		}
	}
	return draw(plan(v), v, in.Theme)
}

// slideWidth makes a phase about as wide for its height as a slide is.
const slideWidth = 1440
