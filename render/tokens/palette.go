package tokens

import (
	"cmp"
	"math"
	"slices"

	"klantreis/render"
	"klantreis/render/drawing"
)

// signature are the tokens that a brand is known by; the palette begins with them.
const signature = "button.primary-action.background-color color.accent-1.color-default color.primary.500 color.primary page-header.background-color link.color color.accent-2.color-default color.accent-3.color-default color.action-1.color-default color.action-2.color-default"

// brand lists the colours of the file that are colours (no greys, nothing nearly black or white),
// each once: those that the brand is known by, then the fullest first.
func (r *reader) brand(given map[string]*token) []drawing.Color {
	var first, rest []drawing.Color
	seen := map[drawing.Color]bool{}
	take := func(list *[]drawing.Color, c drawing.Color) {
		if !seen[c] && isChromatic(c) {
			seen[c] = true
			*list = append(*list, c)
		}
	}
	if c, from := r.find(signature, nil); from != nil {
		take(&first, c)
	}
	for _, field := range []string{"Header", "Accent"} {
		if from := given[field]; from != nil {
			c, _ := r.color(*from)
			take(&first, c)
		}
	}
	for _, t := range r.tokens {
		if c, ok := r.color(t); ok && !slices.ContainsFunc(words(t.path...), tells) {
			take(&rest, c)
		}
	}
	slices.SortStableFunc(rest, func(a, b drawing.Color) int { return cmp.Compare(b.OKLCH().C, a.OKLCH().C) })
	const most = 400
	return append(first, rest[:min(len(rest), most)]...)
}

// tells is for words of names whose colours say how something goes, not who speaks.
func tells(word string) bool {
	return slices.Contains([]string{"feedback", "alert", "positive", "negative", "success", "danger", "error", "warning", "invalid", "valid",
		"focus", "disabled", "hover", "active", "visited", "highlight"}, word)
}

// isChromatic: no grey, and nothing nearly black or white.
func isChromatic(c drawing.Color) bool {
	o := c.OKLCH()
	return o.C >= 0.06 && o.L > 0.22 && o.L < 0.9
}

// palette sets the colours of phases, series and ribbon. Those of the brand are taken in order as
// long as they stay apart from the ones before, for every kind of sight; what is missing comes
// from the theme below, and then from the circle of hues.
func palette(t *render.Theme, brand []drawing.Color, over render.Theme) {
	var spare, ownFills []drawing.Color
	for _, p := range over.Phases {
		ownFills = append(ownFills, p.Fill)
	}
	spare = slices.Concat(ownFills, over.Series, circle())
	fills := apart(len(over.Phases), dark(brand, t.Paper, 4.6), dark(spare, t.Paper, 4.6))
	t.Phases = nil
	for _, fill := range fills {
		t.Phases = append(t.Phases, render.Phase{Fill: fill, OnFill: white, Tint: fill.Over(t.Paper, 0.06)})
	}
	spare = slices.Concat(over.Series, ownFills, circle())
	ground := t.Paper // the darkest that series are drawn on
	for _, p := range t.Phases {
		for _, c := range []drawing.Color{t.Panel, p.Tint} {
			if drawing.Contrast(c, black) < drawing.Contrast(ground, black) {
				ground = c
			}
		}
	}
	t.Series = apart(len(over.Series), dark(brand, ground, 3.05), dark(spare, ground, 3.05))
	t.Ribbon = ribbon(t, brand)
}

// swatch is a colour that may be picked, with how it looks worked out once.
type swatch struct {
	color drawing.Color
	hue   float64
	looks drawing.Looks
}

// dark lowers the lightness of what would not stand out on the paper, and leaves out what then
// has no colour left to tell it by.
func dark(colors []drawing.Color, paper drawing.Color, least float64) []swatch {
	var all []swatch
	for _, c := range colors {
		look := c.OKLCH()
		for drawing.Contrast(c, paper) < least && look.L > 0 {
			look.L -= 0.01
			c = look.Color()
		}
		if o := c.OKLCH(); o.C >= 0.05 && o.L >= 0.35 {
			all = append(all, swatch{c, o.H, c.Looks()})
		}
	}
	return all
}

// apart picks n colours: first those of the brand with a hue of their own, then its other shades,
// then spare ones. It asks for a wide difference first and for less when that cannot be had; the
// last resort is whatever lies farthest from the others.
func apart(n int, brand, spare []swatch) []drawing.Color {
	var picked []swatch
	take := func(from []swatch, least, turn float64) {
		for _, s := range from {
			if len(picked) < n && s.hueFrom(picked) >= turn && s.distance(picked) >= least {
				picked = append(picked, s)
			}
		}
	}
	take(brand, 0.085, 25)
	take(brand, 0.065, 20)
	take(brand, 0.095, 0)
	take(brand, 0.075, 0)
	take(spare, 0.085, 0)
	take(spare, 0.075, 0)
	for len(picked) < n {
		picked = append(picked, slices.MaxFunc(spare, func(a, b swatch) int {
			return cmp.Compare(a.distance(picked), b.distance(picked))
		}))
	}
	var colors []drawing.Color
	for _, s := range picked {
		colors = append(colors, s.color)
	}
	return colors
}

// distance is how far a colour stays from the nearest other for those who see it least. People
// with three cones expect more of a difference than just to be able to see it.
func (s swatch) distance(others []swatch) float64 {
	const threeCones = 0.65
	nearest := math.Inf(1)
	for _, o := range others {
		nearest = math.Min(nearest, threeCones*s.looks.Difference(o.looks, drawing.Trichromat))
		for v := drawing.Protanope; v < drawing.Visions; v++ {
			nearest = math.Min(nearest, s.looks.Difference(o.looks, v))
		}
	}
	return nearest
}

// hueFrom is the angle to the nearest hue among the others, in degrees.
func (s swatch) hueFrom(others []swatch) float64 {
	nearest := 180.0
	for _, o := range others {
		nearest = math.Min(nearest, math.Abs(math.Mod(s.hue-o.hue+540, 360)-180))
	}
	return nearest
}

// circle is every hue at three lightnesses.
func circle() []drawing.Color {
	var all []drawing.Color
	for _, l := range []float64{0.42, 0.54, 0.34} {
		for h := 20.0; h < 380; h += 30 {
			all = append(all, drawing.OKLCH{L: l, C: 0.14, H: h}.Color())
		}
	}
	return all
}

// ribbon is the colour of the brand that differs most from the dark band, as a bow does from its
// wrapping.
func ribbon(t *render.Theme, brand []drawing.Color) drawing.Color {
	best, most := t.Ribbon, 0.0
	for _, c := range brand {
		o := c.OKLCH()
		if d := drawing.Difference(c, t.Header) + o.C; d > most && o.C > 0.1 && drawing.Contrast(c, t.Header) >= 3 {
			best, most = c, d
		}
	}
	return best
}
