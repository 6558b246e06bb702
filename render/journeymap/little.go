package journeymap

import (
	"math"
	"strings"

	"klantreis/journeys/evidence"
	"klantreis/render/drawing"
	"klantreis/render/font"
)

const (
	littleHeight = 118.0
	littleBar    = 20.0 // with the name of a phase
	littleType   = 10.5
	littleDot    = 4.0
)

// Little makes the map as small as a stamp, for an overview of journeys: its phases as bands of colour, as
// wide as they have steps, and through them the curve of what customers feel, dotted past steps of which
// that is not known and dashed from and to those where somebody typed it. Names of phases are cut off where they have to be; all is in the description.
func Little(in Input, width float64) drawing.Drawing { return little(newView(in), in, width, false) }

// LittleUncounted is Little of a journey whose signals were not counted yet. It says so, and draws no curve:
// one of typed feelings alone would change by itself once the signals are counted.
func LittleUncounted(in Input, width float64) drawing.Drawing {
	return little(newView(in), in, width, true)
}

func little(v *view, in Input, width float64, uncounted bool) drawing.Drawing {
	p := painter{t: in.Theme, v: v}
	n := float64(max(len(v.steps), 1))
	column := width / n
	var items []drawing.Item
	for i, ph := range v.phases {
		x, w := float64(ph.from)*column, float64(ph.to-ph.from)*column
		colors := in.Theme.Phase(p.number(i))
		items = append(items,
			drawing.Rect(x+0.5, 0, w-1, littleBar, 3).Filled(colors.Fill),
			drawing.Rect(x+0.5, littleBar+1, w-1, littleHeight-littleBar-1, 3).Filled(colors.Tint))
		if title := cutOff(clean(ph.title), w-9); title != "" {
			items = append(items, drawing.Text{X: x + w/2, Y: littleBar - 6, S: title, Size: littleType, Face: font.SemiBold, Anchor: drawing.Middle, Fill: colors.OnFill})
		}
	}
	middle := littleBar + (littleHeight-littleBar)/2
	unit := (littleHeight - littleBar - 4*littleDot) / 4
	items = append(items, drawing.Line(1, middle, width-1, middle).Stroked(in.Theme.InkSoft.Over(in.Theme.Paper, 0.45), 1, 2, 3))
	type moment struct {
		drawing.Point
		step int
	}
	var points []moment
	var dots []drawing.Item
	dot := math.Max(1.6, math.Min(littleDot, column*0.32))
	for i, s := range v.steps {
		x := (float64(i) + 0.5) * column
		if uncounted || !known(s.emotion) {
			dots = append(dots, drawing.Circle(x, middle, dot*0.6).Filled(in.Theme.InkSoft.Over(in.Theme.Paper, 0.45)))
			continue
		}
		at := drawing.Point{X: x, Y: middle - unit*math.Max(-2, math.Min(2, s.emotion.Value))}
		points = append(points, moment{at, i})
		dots = append(dots, drawing.Circle(at.X, at.Y, dot+1).Filled(in.Theme.Paper), drawing.Circle(at.X, at.Y, dot).Filled(p.color(mood(s.emotion.Value), 0)))
	}
	for k := 1; k < len(points); k++ {
		from, to := points[k-1], points[k]
		half := (to.X - from.X) / 2
		line := drawing.Path{}.Move(from.X, from.Y).Cubic(from.X+half, from.Y, to.X-half, to.Y, to.X, to.Y)
		line.Stroke = drawing.Stroke{Color: in.Theme.Accent, Width: 2, Round: true}
		if to.step > from.step+1 {
			line.Stroke.Dash = []float64{0.1, 4.5}
		} else if v.steps[from.step].emotion.Kind == evidence.Typed || v.steps[to.step].emotion.Kind == evidence.Typed {
			line.Stroke.Width, line.Stroke.Dash = 1.6, []float64{4, 4.5}
		}
		items = append(items, line)
	}
	tale := v.tale()
	if uncounted {
		tale = v.outline() + " " + v.lang.Uncounted() + "."
		items = append(items, drawing.Text{X: width / 2, Y: littleHeight - 9, S: v.lang.Uncounted(), Size: littleType, Face: font.Regular, Anchor: drawing.Middle, Fill: in.Theme.InkSoft})
	}
	return drawing.Drawing{ID: "klantreis-klein", Width: width, Height: littleHeight, Title: clean(v.title()), Desc: clean(tale), Lang: string(v.lang), Items: append(items, dots...)}
}

// cutOff is a name as far as it fits, with an ellipsis; empty: too little of it would.
func cutOff(name string, room float64) string {
	const least = 4
	if font.Width(name, font.SemiBold, littleType) <= room {
		return name
	}
	letters := []rune(name)
	for n := len(letters) - 1; n >= least; n-- {
		if cut := strings.TrimRight(string(letters[:n]), " -") + "…"; font.Width(cut, font.SemiBold, littleType) <= room {
			return cut
		}
	}
	return ""
}
