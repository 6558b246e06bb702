package journeymap

import (
	"fmt"
	"math"
)

// form is the kind of sheet that a view is drawn on. It decides how large titles are and how
// much of long lists is shown.
type form int

const (
	partForm   form = iota // slides, pages and what stands beside another journey
	wideForm               // the whole map on a screen
	posterForm             // the whole map on large paper
)

// largeSheet is the width from which a poster has its largest titles: they keep to the size of
// the page, because that is enlarged or reduced as a whole.
const largeSheet = 2200.0

// pageStyle is the type of the page's title.
func (f form) pageStyle(width float64) style {
	switch {
	case f == posterForm && width > largeSheet:
		return posterTitle
	case f != partForm && width > narrowest:
		return wideTitle
	}
	return pageTitle
}

// cardStyle is the type of the title of a step.
func (f form) cardStyle() style {
	switch f {
	case posterForm:
		return posterCard
	case wideForm:
		return wideCard
	}
	return cardTitle
}

// phaseStyles are the types for names of phases, largest first; phaseTitle comes after them.
func (f form) phaseStyles(width float64) []style {
	switch {
	case f == posterForm && width > largeSheet:
		return []style{posterPhase, widePhase}
	case f != partForm:
		return []style{widePhase}
	}
	return nil
}

// air is room that is added where a poster has more than the map needs.
type air struct {
	mood float64 // pixels to one point of emotion
	row  float64 // pixels to a row of channels
}

// sheet is a whole page with everything placed and nothing coloured.
type sheet struct {
	width, height float64
	header        header
	persona, key  *card
	bands         []*layout
	footer        footer
}

// planSheet places everything of a view; bands divide its steps.
func planSheet(v *view, bands []*view) *sheet {
	s := &sheet{}
	y := 0.0
	for _, b := range bands {
		l := planBand(b)
		l.shift(y)
		y = l.tints[1] + bandGap
		s.bands = append(s.bands, l)
		s.width = math.Max(s.width, l.grid.pageWidth())
	}
	bottom := y - bandGap

	// The bands are placed from 0 first, because the key above them explains what they show.
	s.header = planHeader(v, s.width)
	top := s.planTop(v, s.header.box.H+16) + 14
	if s.persona == nil && s.key == nil {
		top -= 2
	}
	for _, l := range s.bands {
		l.shift(top)
	}
	s.footer, s.height = planFooter(v, bottom+top+14, s.width)
	return s
}

// bandCuts divides the steps into ranges [from, to): whole phases together as long as they
// fit, and a phase that is too long into pieces of about the same size.
func bandCuts(phases []phaseView, most int) [][2]int {
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

// inBands divides a view over rows of phases under each other, at most most of them, of about
// the same number of steps. A phase is only divided when the rows would differ much otherwise.
func (v *view) inBands(most int) []*view {
	if most <= 1 || len(v.steps) < 2 {
		return []*view{v}
	}
	even := (len(v.steps) + most - 1) / most
	var best [][2]int
	for size := even; size <= len(v.steps); size++ {
		cuts := bandCuts(v.phases, size)
		if len(cuts) > most {
			continue
		}
		if best == nil {
			best = cuts
		}
		if v.cutsBetweenPhases(cuts) {
			if size <= even*3/2 {
				best = cuts
			}
			break
		}
	}
	bands := make([]*view, len(best))
	for i, c := range best {
		b := *v
		b.cut(c[0], c[1])
		if first := &b.phases[0]; i > 0 && v.phases[v.steps[c[0]].phase].from < c[0] {
			first.title = fmt.Sprintf(v.lang.Poster().Continued, first.title)
		}
		bands[i] = &b
	}
	return bands
}

// cutsBetweenPhases says whether every range begins where a phase does.
func (v *view) cutsBetweenPhases(cuts [][2]int) bool {
	starts := map[int]bool{}
	for _, p := range v.phases {
		starts[p.from] = true
	}
	for _, c := range cuts {
		if !starts[c[0]] {
			return false
		}
	}
	return true
}

// onWidth gives the views a page of a width.
func onWidth(bands []*view, width float64) []*view {
	for _, b := range bands {
		b.narrow = width
	}
	return bands
}

// longest is the number of steps of the band with most of them.
func longest(bands []*view) int {
	n := 1
	for _, b := range bands {
		n = max(n, len(b.steps))
	}
	return n
}

// widthFor is the width of a page on which the longest band has columns of the given width.
func widthFor(bands []*view, column float64) float64 {
	width := 0.0
	for _, b := range bands {
		g := newGrid(b)
		width = math.Max(width, g.x+column*float64(longest(bands))+g.gutter+pageMargin)
	}
	return math.Ceil(width)
}
