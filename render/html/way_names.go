package html

import (
	"math"
	"strconv"

	"klantreis/render"
	"klantreis/render/font"
)

// The names below the whole way, in units; the style sheet repeats them.
const (
	namesRoom    = wayPanel - 40 - 24 // below the line that explains the way
	namesGap     = 24.0               // between columns, between rows of them, and above what stands below
	namesLeast   = 250.0              // the narrowest column
	namesNumber  = 46.0               // the number before a name
	mostAcross   = 10
	briefPadding = 24.0
	briefValue   = 130.0 // the number of a claim, beside its text
)

// wayNames are the steps of a way by name, in columns per phase, so that a room sees the whole before its parts.
// With too many to read, phases tell only which steps they have.
type wayNames struct {
	Class  string // how many phases stand beside each other, and in which type
	Phases []namedPhase
	Brief  bool // what stands beside the whole way fits below, in its brief form
}

type namedPhase struct {
	Title string
	Which string // "1–6", when Steps is empty
	Steps []namedStep
}

type namedStep struct {
	N     int
	Title string
	Tone  string
}

// names lays out all names, or else the phases alone; nil when those do not fit either.
func (c *composer) names(w render.Way) *wayNames {
	var all []namedPhase
	for i, s := range w.Stops {
		if i == 0 || s.Phase != w.Stops[i-1].Phase {
			all = append(all, namedPhase{Title: s.Phase})
		}
		p := &all[len(all)-1]
		p.Steps = append(p.Steps, namedStep{i + 1, s.Title, stopTone(s)})
	}
	brief := briefHeight(w.Whole)
	for _, try := range []struct{ room, scale float64 }{{namesRoom - brief, 1.2}, {namesRoom - brief, 1}, {namesRoom, 1}} {
		if n := fitNames(all, try.room, try.scale); n != nil {
			n.Brief = brief > 0 && try.room < namesRoom
			return n
		}
	}
	for i := range all {
		first, last := all[i].Steps[0].N, all[i].Steps[len(all[i].Steps)-1].N
		all[i].Which = strconv.Itoa(first)
		if last > first {
			all[i].Which += "–" + strconv.Itoa(last)
		}
		all[i].Steps = nil
	}
	n := fitNames(all, namesRoom-brief, 1)
	if n == nil {
		return fitNames(all, namesRoom, 1)
	}
	n.Brief = brief > 0
	return n
}

// fitNames chooses how many phases stand beside each other: as many as can, for the fewest rows.
func fitNames(all []namedPhase, room, scale float64) *wayNames {
	for rows := 1; rows <= 3; rows++ {
		across := (len(all) + rows - 1) / rows
		width := (bodyWidth - namesGap*float64(across-1)) / float64(max(1, across))
		if across == 0 || across > mostAcross || width < namesLeast {
			continue
		}
		total := -namesGap
		for i := 0; i < len(all); i += across {
			highest := 0.0
			for _, p := range all[i:min(i+across, len(all))] {
				highest = max(highest, phaseHeight(p, width, scale))
			}
			total += highest + namesGap
		}
		if total <= room {
			class := "k" + strconv.Itoa(across)
			if scale > 1 {
				class += " roomy"
			}
			return &wayNames{Class: class, Phases: all}
		}
	}
	return nil
}

func phaseHeight(p namedPhase, width, scale float64) float64 {
	r := ruler{width: width, scale: scale}
	h := r.text(p.Title, font.SemiBold, 26, 34, 16) + r.text(p.Which, font.Regular, 24, 32, 16)
	for _, s := range p.Steps {
		h += 6*scale + math.Max(32*scale, r.text(s.Title, font.Regular, 24, 32, namesNumber))
	}
	return h
}

// briefHeight is what the claims beside a whole way take in their brief form, with the gap above.
func briefHeight(claims []render.Claim) float64 {
	h := 0.0
	r := ruler{width: columnWidth - 2*briefPadding - briefValue - 24, scale: 1}
	for _, claim := range claims {
		h = max(h, briefPadding+r.text(claim.Text, font.SemiBold, 26, 34, 0)+r.text(claim.Basis, font.Regular, 24, 32, 140))
	}
	if h == 0 {
		return 0
	}
	return h + namesGap
}
