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
