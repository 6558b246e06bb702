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

// StripSteps is the number of steps that stay legible next to each other on standing A4: with
// it, the smallest type is printed at about 6 points.
const StripSteps = 4

// tallest is how much higher than wide a sheet may be to fill standing A4 with legible type.
const tallest = 1.25

// Strips cuts the map into sheets for paper that is not as wide as a poster: parts of at most
// perStrip steps (zero: StripSteps), preferably where a phase ends, and of each part one sheet
// with what the customer lives through and one with what is heard and done, or two where one would
// be too high. All sheets have the
// width that perStrip steps need, so that type is equally large on all of them.
func Strips(in Input, perStrip int) []drawing.Drawing {
	if perStrip <= 0 {
		perStrip = StripSteps
	}
	type half struct {
		v *view
		l *sheet
	}
	var sheets []half
	for _, c := range stripCuts(newView(in).phases, perStrip) {
		lay := func(show sections) half {
			v := newView(in)
			v.cut(c[0], c[1])
			v.narrow = stripWidth(perStrip)
			v.show, v.aside = show, v.words.Lived
			if show != frontStage {
				v.aside = v.words.Behind
			}
			v.part = v.aside // some text: the sheet is a part; its number follows when all are known
			return half{v, plan(v)}
		}
		halves := []half{lay(frontStage), lay(voices | service | backStage | outcome)}
		if halves[1].l.height > tallest*halves[1].l.width {
			halves = []half{halves[0], lay(voices), lay(service | backStage | outcome)}
		}
		for _, s := range halves {
			if s.v.show == frontStage || s.l.bands[0].full() {
				sheets = append(sheets, s)
			}
		}
	}
	drawings := make([]drawing.Drawing, len(sheets))
	for i, s := range sheets {
		s.v.id = fmt.Sprintf("klantreis-deel-%d", i+1)
		s.v.part = fmt.Sprintf(s.v.words.PartOf, i+1, len(sheets))
		drawings[i] = draw(plan(s.v), s.v, in.Theme)
	}
	return drawings
}

// stripWidth is the width of a sheet with the given number of steps and a way out.
func stripWidth(steps int) float64 {
	return 2*pageMargin + partLabel + labelGap + gutterWidth + partColumn*float64(steps)
}

// stripCuts divides the steps into ranges [from, to): whole phases together as long as they
// fit, and a phase that is too long into pieces of about the same size.
func stripCuts(phases []phaseView, most int) [][2]int {
	var cuts [][2]int
	for _, p := range phases {
		n := p.to - p.from
		if last := len(cuts) - 1; last >= 0 && p.to-cuts[last][0] <= most {
			cuts[last][1] = p.to
			continue
		}
		pieces := (n + most - 1) / most
		for k := range pieces {
			cuts = append(cuts, [2]int{p.from + n*k/pieces, p.from + n*(k+1)/pieces})
		}
	}
	return cuts
}
