package journeymap

import (
	"fmt"
	"math"

	"klantreis/render/drawing"
)

// The narrow form runs downwards: at the left the emotion as a curve down the page, beside it
// what there is to tell of each step. On a phone it is one sheet, as high as it needs; for
// standing paper it is cut between steps. narrow_step.go fills the steps, narrow_sheet.go stands
// them below each other, narrow_curve.go makes the curve, and narrow_draw.go draws it all.

// PhoneWidth is the width of the narrow form, in pixels, unless another is asked for.
const PhoneWidth = 420.0

const (
	leastNarrow = 340.0 // below it words no longer fit beside the curve
	twoColumns  = 600.0 // from it on a step is told in two columns
	phoneMargin = 10.0
	tailRoom    = 18.0 // between the curve and the cards, for the tails of balloons
	tileGap     = 7.0
	stopGap     = 14.0
	leastStop   = 78.0 // height of a step beside the curve: its face and value need it
)

// Narrow makes the map for a phone: width pixels wide (zero: PhoneWidth) and as high as it needs.
func Narrow(in Input, lens Lens, width float64) drawing.Drawing {
	v := newView(in)
	v.lens, v.id = lens, "klantreis-smal"
	if width <= 0 {
		width = PhoneWidth
	}
	t := newTall(v, math.Max(width, leastNarrow), phoneMargin)
	return t.draw(t.single(), in.Theme)
}

// Pages makes the map for standing paper: sheets that are width pixels wide and at most height
// pixels high, the first one at most first because a title stands above it. A sheet is higher only
// when one statement alone is.
func Pages(in Input, lens Lens, width, first, height float64) []drawing.Drawing {
	v := newView(in)
	v.lens = lens
	t := newTall(v, math.Max(width, leastNarrow), 1)
	t.refers = !v.has("cadeautjes")
	sheets := t.paginate(first, height)
	drawings := make([]drawing.Drawing, len(sheets))
	for i, sh := range sheets {
		part := *v
		part.id = fmt.Sprintf("klantreis-deel-%d", i+1)
		if n := len(sh.stops); n > 0 {
			part.cut(sh.stops[0].step, sh.stops[n-1].step+1)
		}
		part.part = t.partOf(i, len(sheets))
		sheetOf := *t
		sheetOf.title, sheetOf.desc, sheetOf.id = part.title(), part.tale(), part.id
		drawings[i] = sheetOf.draw(sh, in.Theme)
	}
	return drawings
}

// tall is the geometry of the narrow form, and what it shows.
type tall struct {
	v               *view
	id, title, desc string
	names           []string // of the channels, as on the wide form: their colours must agree
	width, margin   float64
	curveRoom       float64 // width of the room for the curve; 0: no step has an emotion
	mood            float64 // pixels for one point of emotion
	double          bool    // a step is told in two columns
	refers          bool    // advice is told elsewhere in the same document: a step has its numbers
}

func newTall(v *view, width, margin float64) *tall {
	t := &tall{v: v, id: v.id, title: v.title(), desc: v.tale(), width: width, margin: margin, double: width >= twoColumns}
	t.names, _ = v.channels(v.all)
	for _, s := range v.steps {
		if known(s.emotion) && v.has("beleving") {
			t.curveRoom, t.mood = 112, 20
			if t.double {
				t.curveRoom, t.mood = 120, 22
			}
		}
	}
	return t
}

// middle is the x of a neutral emotion.
func (t *tall) middle() float64 { return t.margin + t.curveRoom/2 }

// moodX is the x of an emotion, within the scale.
func (t *tall) moodX(value float64) float64 {
	return t.middle() + t.mood*math.Max(-2, math.Min(2, value))
}

// left and room are where the cards of the steps stand, and how wide.
func (t *tall) left() float64 {
	if t.curveRoom == 0 {
		return t.margin + 7
	}
	return t.margin + t.curveRoom + tailRoom
}

func (t *tall) room() float64 { return t.width - t.margin - 7 - t.left() }
