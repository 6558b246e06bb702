package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"klantreis/journeys"
	"klantreis/render"
	"klantreis/render/chart"
	"klantreis/render/drawing"
	"klantreis/render/flow"
	"klantreis/render/flow/graphviz"
	"klantreis/render/font"
	"klantreis/render/journeymap"
	"klantreis/render/tokens"
	"klantreis/render/words"
)

// hostile is a house style in which nothing can be read as it stands.
const hostile = `{"neon": {"document": {"background-color": "#ccff00", "color": "#ffee00"}, "link": {"color": "#ffcc00"}, "page-header": {"background-color": "#00e5ff"},
	"surface": {"background-color": "#ff66cc"}, "form-field-description": {"color": "#ffb3b3"}, "separator": {"color": "#ffff00"},
	"feedback": {"success": {"color": "#80ff80"}, "danger": {"color": "#ff8080"}, "warning": {"color": "#ffcc00"}},
	"alert": {"ok": {"background-color": "#66ff66"}, "error": {"background-color": "#ff5555"}, "warning": {"background-color": "#ffaa00"}},
	"color": {"a": "#fff000", "b": "#00ff00", "c": "#ff00ff", "d": "#00ffff", "e": "#ffa500"}}}`

// TestContrast looks at the finished pictures of all examples, in our themes, in a house style and
// in a hostile one: every text, and every line that says something, stands out from what lies
// under it.
func TestContrast(t *testing.T) {
	themes := render.Themes()
	themes = append(themes, tokens.Read([]byte(hostile), nil, "neon", "neon", render.Stadskamer()).Theme)
	rietmeer, err := tokens.Load(os.DirFS("../examples/klantenservice"), "huisstijl/rietmeer.tokens.json", "rietmeer", render.Singel())
	if err != nil || len(rietmeer.Problems) > 0 {
		t.Fatal(err, rietmeer.Problems)
	}
	themes = append(themes, rietmeer.Theme)
	themes[2].Name, themes[3].Name = "neon", "rietmeer"
	engine := graphviz.New("")
	defer engine.Close()
	charts, err := chart.NewRenderer()
	if err != nil {
		t.Fatal(err)
	}
	defer charts.Close()
	for _, id := range []string{"energietoeslag", "groetjes-van-de-klant", "klantenservice", "persoonlijk-contact", "verhuizen"} {
		ev := bindExample(t, id)
		j, _, _, err := journeys.Load(filepath.Join("..", "examples", id, "klantreis.yaml"))
		if err != nil {
			t.Fatal(err)
		}
		for _, theme := range themes {
			in := journeymap.Input{Journey: j, Evidence: ev, Theme: theme, Lang: words.Dutch, Quotes: render.Quotes(j, words.Dutch)}
			for _, lens := range journeymap.Lenses {
				checkContrast(t, id+" kaart "+lens.String()+" "+theme.Name, journeymap.Wide(in, lens), theme)
			}
			checkContrast(t, id+" smal "+theme.Name, journeymap.Narrow(in, journeymap.Whole, 0), theme)
			d, err := flow.Draw(context.Background(), engine, j, ev, theme, words.Dutch)
			if err != nil {
				t.Fatal(err)
			}
			checkContrast(t, id+" stroom "+theme.Name, d, theme)
			for _, f := range render.Charts(j, ev, words.Dutch) {
				width, height := chart.Size(*f.Chart)
				d, err := charts.Draw(*f.Chart, theme, width, height)
				if err != nil {
					t.Fatal(err)
				}
				d.Background = theme.Paper
				checkContrast(t, id+" "+f.ID+" "+theme.Name, d, theme)
			}
		}
	}
}

// TestContrastCheckFindsFaults keeps the check itself honest.
func TestContrastCheckFindsFaults(t *testing.T) {
	h := drawing.Hex
	box := drawing.Rect(0, 0, 100, 100, 0)
	text := drawing.Text{X: 10, Y: 50, S: "Tekst", Size: 14, Fill: h("#777777")}
	for name, c := range map[string]struct {
		items []drawing.Item
		want  int
	}{
		"on paper":         {[]drawing.Item{drawing.Text{X: 10, Y: 50, S: "Tekst", Size: 14, Fill: h("#767676")}}, 0},
		"too pale":         {[]drawing.Item{text}, 1},
		"on a dark box":    {[]drawing.Item{box.Filled(h("#333333")), text}, 1},
		"under a glass":    {[]drawing.Item{box.Filled(h("#000000").Alpha(0.3)), text}, 1},
		"beside the box":   {[]drawing.Item{drawing.Rect(60, 0, 9, 9, 0).Filled(h("#777777")), drawing.Text{X: 10, Y: 50, S: "Tekst", Size: 14, Fill: h("#000000")}}, 0},
		"moved on the box": {[]drawing.Item{box.Filled(h("#000000")), drawing.Group{Matrix: drawing.Translate(0, 200), Items: []drawing.Item{drawing.Text{X: 10, Y: -150, S: "Tekst", Size: 14, Fill: h("#111111")}}}}, 1},
		"large":            {[]drawing.Item{drawing.Text{X: 10, Y: 50, S: "Tekst", Size: 24, Fill: h("#949494")}}, 0},
		"a pale line":      {[]drawing.Item{drawing.Line(0, 50, 100, 50).Stroked(h("#aaaaaa"), 3)}, 1},
	} {
		look := looker{paper: h("#ffffff")}
		look.items(c.items, drawing.Matrix{}, nil)
		if len(look.faults) != c.want {
			t.Errorf("%s: %v, want %d", name, look.faults, c.want)
		}
	}
}

func checkContrast(t *testing.T, name string, d drawing.Drawing, theme render.Theme) {
	t.Helper()
	look := looker{paper: d.Background, quiet: []drawing.Color{theme.Line, theme.Paper, theme.InkSoft.Over(theme.Paper, 0.45)}} // the last: zero of the curve
	look.items(d.Items, drawing.Matrix{}, nil)
	const most = 4
	for i, f := range look.faults {
		if i == most {
			t.Errorf("%s: and %d more", name, len(look.faults)-most)
			break
		}
		t.Errorf("%s: %s", name, f)
	}
}

// looker goes over a drawing in the order in which it is painted and remembers what lies where.
type looker struct {
	paper  drawing.Color
	quiet  []drawing.Color // of lines that only divide, or keep crossing lines apart
	layers []layer
	faults []string
}

// layer is one fill, flattened.
type layer struct {
	outline, clip []drawing.Point
	box           drawing.Box
	color         drawing.Color
}

func (l *looker) items(items []drawing.Item, m drawing.Matrix, clip []drawing.Point) {
	for _, item := range items {
		switch v := item.(type) {
		case drawing.Group:
			inner, own := m.Mul(v.Matrix), clip
			if v.Clip != nil {
				own = flatten(v.Clip.Segs, inner)
			}
			l.items(v.Items, inner, own)
		case drawing.Path:
			l.stroke(v, m)
			l.fill(v, m, clip)
		case drawing.Text:
			l.text(v, m)
		}
	}
}

func (l *looker) fill(p drawing.Path, m drawing.Matrix, clip []drawing.Point) {
	if p.Fill.None() {
		return
	}
	c := p.Fill.Color
	if g := p.Fill.Gradient; g != nil {
		c = g.Stops[len(g.Stops)/2].Color
	}
	outline := flatten(p.Segs, m)
	l.layers = append(l.layers, layer{outline, clip, bounds(outline), c})
}

// stroke looks at lines without a fill that are too wide for a hairline, halfway their segments.
func (l *looker) stroke(p drawing.Path, m drawing.Matrix) {
	c := p.Stroke.Color
	if p.Stroke.None() || !p.Fill.None() || p.Stroke.Width*m.ScaleFactor() < 1.5 || c.A < 255 {
		return
	}
	for _, q := range l.quiet {
		if c == q {
			return
		}
	}
	points := flatten(p.Segs, m)
	for i := 1; i < len(points); i += max(1, len(points)/4) {
		at := drawing.Point{X: (points[i-1].X + points[i].X) / 2, Y: (points[i-1].Y + points[i].Y) / 2}
		on := l.under(at)
		if c == on { // not a line but the gap that it leaves where it crosses another
			return
		}
		if ratio := drawing.Contrast(c, on); ratio < 3 {
			l.faults = append(l.faults, fmt.Sprintf("a line %s on %s at %.0f, %.0f: %.2f", c.Hex(), on.Hex(), at.X, at.Y, ratio))
			return
		}
	}
}

func (l *looker) text(t drawing.Text, m drawing.Matrix) {
	size := t.Size * m.ScaleFactor()
	least := 4.5
	if size >= 24 || size >= 18.66 && (t.Face == font.Bold || t.Face == font.SemiBold) {
		least = 3
	}
	for _, share := range []float64{0.05, 0.5, 0.95} {
		x, y := t.Left()+share*t.Width()-t.X, -0.3*t.Size
		sin, cos := math.Sincos(t.Rotate * math.Pi / 180)
		at := m.Apply(drawing.Point{X: t.X + x*cos - y*sin, Y: t.Y + x*sin + y*cos})
		on := l.under(at)
		if t.HaloWidth >= 2 && t.Halo.A == 255 {
			on = t.Halo
		}
		if ratio := drawing.Contrast(t.Fill.Over(on, float64(t.Fill.A)/255), on); ratio < least {
			l.faults = append(l.faults, fmt.Sprintf("%q %s on %s at %.0f, %.0f: %.2f", t.S, t.Fill.Hex(), on.Hex(), at.X, at.Y, ratio))
			return
		}
	}
}

// under is the colour that has been painted at a place so far.
func (l *looker) under(p drawing.Point) drawing.Color {
	c := l.paper
	for _, layer := range l.layers {
		b := layer.box
		if p.X < b.X || p.X > b.X+b.W || p.Y < b.Y || p.Y > b.Y+b.H || !inside(p, layer.outline) || layer.clip != nil && !inside(p, layer.clip) {
			continue
		}
		c = layer.color.Over(c, float64(layer.color.A)/255)
	}
	return c
}

// flatten cuts curves into short lines. Outlines after the first are joined to it, which the
// even-odd rule takes for what it is.
func flatten(segs []drawing.Seg, m drawing.Matrix) []drawing.Point {
	var points []drawing.Point
	var at drawing.Point
	for _, s := range segs {
		switch s.Op {
		case drawing.Close:
			continue
		case drawing.CubicTo:
			const pieces = 8
			for i := 1; i <= pieces; i++ {
				t := float64(i) / pieces
				u := 1 - t
				mix := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
				points = append(points, m.Apply(drawing.Point{X: mix(at.X, s.P[0].X, s.P[1].X, s.P[2].X), Y: mix(at.Y, s.P[0].Y, s.P[1].Y, s.P[2].Y)}))
			}
		default:
			points = append(points, m.Apply(s.P[0]))
		}
		at = s.End()
	}
	return points
}

func inside(p drawing.Point, outline []drawing.Point) bool {
	in := false
	for i, a := range outline {
		b := outline[(i+1)%len(outline)]
		if (a.Y > p.Y) != (b.Y > p.Y) && p.X < a.X+(p.Y-a.Y)/(b.Y-a.Y)*(b.X-a.X) {
			in = !in
		}
	}
	return in
}

func bounds(points []drawing.Point) drawing.Box {
	low, high := drawing.Point{X: math.Inf(1), Y: math.Inf(1)}, drawing.Point{X: math.Inf(-1), Y: math.Inf(-1)}
	for _, p := range points {
		low = drawing.Point{X: math.Min(low.X, p.X), Y: math.Min(low.Y, p.Y)}
		high = drawing.Point{X: math.Max(high.X, p.X), Y: math.Max(high.Y, p.Y)}
	}
	return drawing.Box{X: low.X, Y: low.Y, W: high.X - low.X, H: high.Y - low.Y}
}
