package html

import (
	"math"
	"strconv"
	"strings"

	"klantreis/render"
	"klantreis/render/font"
)

// The way is drawn in a box of the stage, in its units. Two lines of the style sheet repeat the height, and
// way.js the width of the box.
const (
	wayHeight = 340.0
	wayMiddle = 172.0 // where a feeling of 0 lies
	wayRise   = 36.0  // per point of feeling: above the highest and below the lowest stop is room for a name
	wayEdge   = 90.0  // left and right of the outer stops
	wayPanel  = 450.0 // below it, for a stop
	wayType   = 26.0
	mostTold  = 36    // stops with a number that can be read
	nearApart = 400.0 // between two stops when the camera is near
	nearRound = 26.0  // the radius of a stop when the camera is near
	nameWidth = 370.0 // of the name beside a stop
	nameSize  = 24.0
)

// wayView is a way made ready for the page.
type wayView struct {
	render.Way
	DOM    string
	Zoom   float64 // how much wider the camera sees the way from nearby
	Phases []wayPhase
	Points []wayPoint
	Loose  bool      // some path is
	Names  *wayNames // all steps by name; nil: they do not fit
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
	Loose     bool // the path: nobody measured the feeling at one of its ends
	Title     string
	Name      []nameLine // the title beside the stop, shortened
	Phase     string
	Does      string
	Known     bool
	Tone      string // class: a stop that feels good, or hurts
	Claims    []render.Block
	Voice     *render.Quote
	VoiceSize string // class: the longer, the smaller
	Number    bool
}

// nameLine is a line of a name, at its height from the stop.
type nameLine struct {
	Y    float64
	Text string
}

func (c *composer) newWay(w render.Way) *wayView {
	v := &wayView{Way: w, DOM: c.unique("reis-" + w.ID)}
	edge := wayEdge
	if float64(len(w.Stops)-1)*nearApart <= bodyWidth-nearApart { // the camera sees all from nearby
		edge = nearApart / 2
	}
	gap := (bodyWidth - 2*edge) / float64(max(1, len(w.Stops)-1))
	v.Zoom = round(max(1, nearApart/gap))
	radius := math.Round(max(6, min(nearRound, gap*0.36)))
	for i, s := range w.Stops {
		p := wayPoint{N: i + 1, X: round(edge + gap*float64(i)), R: radius, Title: s.Title, Phase: s.Phase, Does: s.Does,
			Known: s.Known, Voice: s.Voice, Number: len(w.Stops) <= mostTold, VoiceSize: voiceSize(s.Voice), Tone: stopTone(s)}
		if len(w.Stops) == 1 {
			p.X = bodyWidth / 2
		}
		p.Y = height(s)
		if i > 0 {
			before := v.Points[i-1]
			half := number((before.X + p.X) / 2)
			p.Loose = !measured(s) || !measured(w.Stops[i-1])
			v.Loose = v.Loose || p.Loose
			p.Path = "M" + number(before.X) + " " + number(before.Y) + "C" + half + " " + number(before.Y) + " " + half + " " + number(p.Y) + " " + number(p.X) + " " + number(p.Y)
		}
		p.Claims = c.fitting(s)
		p.Name = nameBeside(w.Stops, i)
		v.Points = append(v.Points, p)
	}
	v.phases(gap)
	v.Names = c.names(w)
	return v
}

// measured tells whether the feeling of a stop was.
func measured(s render.Stop) bool { return s.Known && !s.Typed }

// height is where a stop lies: the better it feels, the higher.
func height(s render.Stop) float64 {
	return round(wayMiddle - wayRise*max(-2, min(2, s.Value)))
}

// stopTone is the class of a stop by what it feels like; half a point from neutral is neither.
func stopTone(s render.Stop) string {
	switch {
	case !s.Known:
		return "unknown"
	case s.Value >= 0.5:
		return "up"
	case s.Value <= -0.5:
		return "down"
	}
	return ""
}

// nameBeside puts the title of a stop where the line does not run: above a top, below a valley. It takes two lines.
func nameBeside(stops []render.Stop, i int) []nameLine {
	const most, line = 2, 30.0
	all := font.Wrap(stops[i].Title, font.SemiBold, nameSize, nameWidth)
	if len(all) > most {
		last := all[most-1]
		for last != "" && font.Width(last+"…", font.SemiBold, nameSize) > nameWidth {
			letters := []rune(last)
			last = string(letters[:len(letters)-1])
		}
		all = append(all[:most-1:most-1], strings.TrimRight(last, " ,.;:-")+"…")
	}
	around, n := 0.0, 0.0
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(stops) {
			around, n = around+height(stops[k]), n+1
		}
	}
	first := nearRound + 28
	if n == 0 || height(stops[i]) <= around/n {
		first = -nearRound - 10 - line*float64(len(all)-1)
	}
	var lines []nameLine
	for k, text := range all {
		lines = append(lines, nameLine{first + line*float64(k), text})
	}
	return lines
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
