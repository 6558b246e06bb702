package html

import (
	"math"
	"strconv"
	"strings"

	"klantreis/render"
	"klantreis/render/font"
)

// The way is drawn in a box of the stage, in its units. Two lines of the style sheet repeat the height.
const (
	wayHeight = 330.0
	wayMiddle = 190.0 // where a feeling of 0 lies
	wayRise   = 52.0  // per point of feeling
	wayEdge   = 90.0  // left and right of the outer stops
	wayPanel  = 450.0 // below it, for a stop
	wayType   = 26.0
	mostTold  = 36 // stops with a number that can be read
)

// wayView is a way made ready for the page.
type wayView struct {
	render.Way
	DOM    string
	Phases []wayPhase
	Points []wayPoint
}

// wayPhase is a stretch of the way; Label is empty when it does not fit.
type wayPhase struct {
	X, Width, Middle float64
	Label            string
	Odd              bool
}

// wayPoint is a stop; Path leads to it from the stop before, empty at the first.
type wayPoint struct {
	N         int
	X, Y, R   float64
	Path      string
	Title     string
	Phase     string
	Does      string
	Known     bool
	Claims    []render.Block
	Voice     *render.Quote
	VoiceSize string // class: the longer, the smaller
	Number    bool
}

func (c *composer) newWay(w render.Way) *wayView {
	v := &wayView{Way: w, DOM: c.unique("reis-" + w.ID)}
	gap := (bodyWidth - 2*wayEdge) / float64(max(1, len(w.Stops)-1))
	radius := math.Round(max(6, min(26, gap*0.36)))
	for i, s := range w.Stops {
		p := wayPoint{N: i + 1, X: round(wayEdge + gap*float64(i)), R: radius, Title: s.Title, Phase: s.Phase, Does: s.Does,
			Known: s.Known, Voice: s.Voice, Number: len(w.Stops) <= mostTold, VoiceSize: voiceSize(s.Voice)}
		if len(w.Stops) == 1 {
			p.X = bodyWidth / 2
		}
		p.Y = round(wayMiddle - wayRise*max(-2, min(2, s.Value)))
		if i > 0 {
			before := v.Points[i-1]
			half := number((before.X + p.X) / 2)
			p.Path = "M" + number(before.X) + " " + number(before.Y) + "C" + half + " " + number(before.Y) + " " + half + " " + number(p.Y) + " " + number(p.X) + " " + number(p.Y)
		}
		p.Claims = c.fitting(s)
		v.Points = append(v.Points, p)
	}
	v.phases(gap)
	return v
}

// phases lays a band behind the stops of each phase.
func (v *wayView) phases(gap float64) {
	for i := 0; i < len(v.Points); {
		n := i
		for n < len(v.Points) && v.Points[n].Phase == v.Points[i].Phase {
			n++
		}
		from, to := max(0, v.Points[i].X-gap/2), min(bodyWidth, v.Points[n-1].X+gap/2)
		if i == 0 {
			from = 0
		}
		if n == len(v.Points) {
			to = bodyWidth
		}
		p := wayPhase{X: round(from), Width: round(to - from), Middle: round((from + to) / 2), Label: v.Points[i].Phase, Odd: len(v.Phases)%2 == 1}
		if font.Width(p.Label, font.SemiBold, wayType) > p.Width-16 {
			p.Label = ""
		}
		v.Phases = append(v.Phases, p)
		i = n
	}
}

// fitting keeps as much of the evidence of a stop as its panel holds: rather less than smaller.
func (c *composer) fitting(s render.Stop) []render.Block {
	r := ruler{width: columnWidth, scale: 1, words: c.words}
	room := wayPanel - r.text("99 "+s.Title, font.Bold, 40, 48, 74) - 34 - r.text(s.Does, font.Regular, 32, 44, 0) - 2*16
	var blocks []render.Block
	for _, claim := range s.Claims {
		if r.stack(append(blocks[:len(blocks):len(blocks)], claim)) <= room {
			blocks = append(blocks, claim)
		}
	}
	return blocks
}

// voiceSize is the class with the largest type in which a quote fits beside its step.
func voiceSize(q *render.Quote) string {
	if q == nil {
		return ""
	}
	r := ruler{width: columnWidth - 96, scale: 1}
	for _, s := range []struct {
		class      string
		size, line float64
	}{{"voice", 52, 66}, {"voice smaller", 40, 52}, {"voice small", 32, 42}} {
		if r.text(q.Text, font.Italic, s.size, s.line, 0)+r.text(q.Source, font.Regular, 24, 34, 0) <= wayPanel-140 {
			return s.class
		}
	}
	return "voice small long"
}

func round(v float64) float64 { return math.Round(v*10) / 10 }

func number(v float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(round(v), 'f', 1, 64), ".0")
}
