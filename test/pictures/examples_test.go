package pictures

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/chart"
	d "klantreis/render/drawing"
	"klantreis/render/flow"
	"klantreis/render/flow/graphviz"
	"klantreis/render/font"
	"klantreis/render/journeymap"
	"klantreis/render/words"
)

// named is a picture with a name fit for a file.
type named struct {
	name string
	d.Drawing
}

// examples draws every picture of the examples.
func examples(t *testing.T) []named {
	t.Helper()
	files, err := filepath.Glob("../../examples/*/klantreis.yaml")
	if err != nil || len(files) < 5 {
		t.Fatalf("%d examples: %v", len(files), err)
	}
	engine := graphviz.New("")
	engine.Prepare()
	defer engine.Close()
	renderer, err := chart.NewRenderer()
	if err != nil {
		t.Fatal(err)
	}
	defer renderer.Close()
	theme := render.Stadskamer()
	var all []named
	for _, file := range files {
		j, _, _, err := journeys.Load(file)
		if err != nil {
			t.Fatal(err)
		}
		ev, _ := evidence.Bind(j, os.DirFS(filepath.Dir(file)))
		in := journeymap.Input{Journey: j, Evidence: ev, Theme: theme, Lang: words.Dutch, Quotes: render.Quotes(j, words.Dutch)}
		all = append(all, named{j.ID + "-klantreis", journeymap.Wide(in, journeymap.Whole)})
		picture, err := flow.Draw(t.Context(), engine, j, ev, theme, words.Dutch)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, named{j.ID + "-stroom", picture})
		for _, f := range render.Charts(j, ev, words.Dutch) {
			width, height := chart.Size(*f.Chart)
			picture, err := renderer.Draw(*f.Chart, theme, width, height)
			if err != nil {
				t.Fatal(err)
			}
			picture.Background = theme.Paper
			all = append(all, named{j.ID + "-" + f.ID, picture})
		}
	}
	return all
}

// torture holds each thing that a drawing can hold, where they meet: see-through on see-through,
// clips in turned groups, dashes on curves, halos, gradients with and without opacity.
func torture() named {
	ink, blue, red := d.Hex("#14213d"), d.Hex("#1d4fd7"), d.Hex("#b3261e")
	ramp := func(x1, y1, x2, y2 float64, colors ...d.Color) d.Paint {
		g := &d.Gradient{X1: x1, Y1: y1, X2: x2, Y2: y2}
		for i, c := range colors {
			g.Stops = append(g.Stops, d.Stop{Offset: float64(i) / float64(len(colors)-1), Color: c})
		}
		return d.Paint{Gradient: g}
	}
	painted := func(p d.Path, fill d.Paint) d.Path { p.Fill = fill; return p }
	round := func(p d.Path) d.Path { p.Stroke.Round = true; return p }
	wave := d.Path{}.Move(20, 300).Cubic(120, 180, 180, 420, 280, 300).Cubic(340, 230, 380, 360, 420, 300)
	zigzag := d.Polyline(d.Point{X: 470, Y: 260}, d.Point{X: 500, Y: 340}, d.Point{X: 530, Y: 260}, d.Point{X: 560, Y: 340}, d.Point{X: 575, Y: 262})
	star := d.Path{}
	for i := range 10 {
		sin, cos := math.Sincos(float64(i) * math.Pi / 5)
		r := 42 - 22*float64(i%2)
		if i == 0 {
			star = star.Move(640+r*sin, 300-r*cos)
		} else {
			star = star.Line(640+r*sin, 300-r*cos)
		}
	}
	ring := d.Circle(740, 300, 40)
	ring.Segs = append(ring.Segs, d.Rect(720, 280, 40, 40, 4).Segs...) // non-zero: no hole
	clip, inner := d.Ellipse(120, 60, 90, 44), d.Rect(60, 20, 80, 90, 30)
	items := []d.Item{
		painted(d.Rect(20, 20, 180, 80, 14), ramp(20, 20, 200, 100, blue, d.Hex("#fff"), red)),
		painted(d.Rect(220, 20, 180, 80, 0), ramp(0, 20, 0, 100, blue.Alpha(0.9), blue.Alpha(0.05))),
		painted(d.Rect(420, 20, 180, 80, 40), ramp(440, 0, 560, 0, ink, red)),
		painted(d.Rect(620, 20, 160, 80, 0), ramp(640, 30, 700, 90, red.Alpha(0.5), blue.Alpha(0.5), ink.Alpha(0.5))),
		d.Circle(80, 170, 46).Filled(red.Alpha(0.5)), d.Circle(120, 170, 46).Filled(blue.Alpha(0.5)).Stroked(ink.Alpha(0.4), 9),
		round(wave.Stroked(blue, 8)), wave.Stroked(red.Alpha(0.6), 3, 14, 5, 3, 5),
		round(zigzag).Stroked(ink, 9), zigzag.Transform(d.Translate(0, 90)).Stroked(red, 9),
		star.Closed().Filled(d.Hex("#fff4e0")).Stroked(ink, 2.5), ring.Filled(d.Hex("#15803d")),
		round(d.Line(30, 400, 430, 400)).Stroked(ink, 5, 0.01, 12), d.Line(30, 420, 430, 420).Stroked(ink, 0.6), d.Line(30, 432.5, 430, 437.5).Stroked(ink, 1),
		d.Group{Matrix: d.Matrix{A: 0.95, B: 0.31, C: -0.31, D: 0.95, E: 250, F: 110}, Clip: &clip, Items: []d.Item{
			d.Rect(0, 0, 240, 120, 0).Filled(d.Hex("#e8f5ec")),
			d.Group{Clip: &inner, Items: []d.Item{d.Rect(0, 0, 240, 120, 0).Filled(blue), d.Text{X: 100, Y: 70, S: "geknipt in geknipt", Size: 24, Face: font.Bold, Anchor: d.Middle, Fill: d.Hex("#fff")}}},
			d.Line(0, 0, 240, 120).Stroked(red, 6),
		}},
		d.Group{Matrix: d.Translate(520, 130), Items: []d.Item{
			d.Line(0, 30, 260, 30).Stroked(red, 3),
			d.Text{X: 10, Y: 36, S: "Halo op een lijn – € 800 ë", Size: 18, Face: font.SemiBold, Fill: ink, Halo: d.Hex("#f3f5f9"), HaloWidth: 6},
			d.Text{X: 260, Y: 70, S: "rechts en schuin", Size: 15, Face: font.Italic, Anchor: d.End, Fill: ink, Rotate: 12},
			d.Text{X: 130, Y: 66, S: "doorschijnend", Size: 20, Face: font.Bold, Anchor: d.Middle, Fill: blue.Alpha(0.35)},
		}},
		d.Text{X: 790, Y: 430, S: "omhoog langs de rand", Size: 13, Fill: ink, Rotate: -90},
	}
	for i, face := range font.Faces() {
		items = append(items, d.Text{X: 30, Y: 466 + 22*float64(i), S: fmt.Sprintf("De coördinator zei: “Morgen is ’t klaar” – ± 7,5%% van 1.204 bij %d px", 11+2*i), Size: 11 + 2*float64(i), Face: face, Fill: ink})
	}
	return named{"marteling", d.Drawing{Width: 800, Height: 560, Lang: "nl", Background: d.Hex("#f3f5f9"), Items: items}}
}

// pixelWidth is how wide a picture is drawn: large ones at about 1600 pixels, small ones at one
// and a half times their size, and so that the height is a whole number of pixels too, because
// every program rounds a broken one in its own way.
func pixelWidth(picture d.Drawing) (width, height int) {
	const most, search = 1600, 100
	from := int(math.Min(most, 1.5*picture.Width))
	best := math.Inf(1)
	for w := from; w > from-search; w-- {
		h := picture.Height * float64(w) / picture.Width
		if off := math.Abs(h - math.Round(h)); off < best-1e-9 {
			best, width, height = off, w, int(math.Round(h))
		}
	}
	return width, height
}
