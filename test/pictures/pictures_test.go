package pictures

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"strings"
	"testing"

	d "klantreis/render/drawing"
)

// limits is how far a picture may be from our own PNG: on average, and in its worst tile.
type limits struct{ mean, worst float64 }

// most holds, per program, limits just above what was measured for the examples (in the comment
// the largest mean and worst). Nearly all that is left is how edges are smoothed: Chromium puts
// letters on whole pixels vertically, and poppler makes thin lines a pixel wide.
var most = map[string]limits{
	"librsvg":  {0.12, 0.16}, // 0.090 and 0.130: it takes Inter from the machine, which has kerning
	"Chromium": {0.40, 0.32}, // 0.306 and 0.281
	"poppler":  {0.26, 0.26}, // 0.219 and 0.204
}

// ofTorture is for the drawing of everything: where see-through things lie on each other programs
// round a colour to one side or the other, and a fading gradient is built up of steps in PDF.
var ofTorture = map[string]limits{
	"librsvg":  {0.10, 0.21}, // 0.064 and 0.179
	"Chromium": {0.40, 0.28}, // 0.124 and 0.093
	"poppler":  {0.22, 0.30}, // 0.156 and 0.271
}

// plain is from where a planted fault counts as plain to see, in the measure itself.
const plain = 0.35

func (l limits) exceededBy(d Difference) bool { return d.Mean > l.mean || d.Worst > l.worst }

// TestPicturesLookAlikeEverywhere draws every picture of the examples in four ways. Then it plants
// faults in a few of them and wants each to be found: a comparison that cannot fail proves nothing.
func TestPicturesLookAlikeEverywhere(t *testing.T) {
	if testing.Short() {
		t.Skip("PICTURES NOT COMPARED: -short")
	}
	s := newStudio(t)
	all := append(examples(t), torture())
	inBrowser := s.browser(t, all)
	for _, p := range all {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			bounds := most
			if p.name == torture().name {
				bounds = ofTorture
			}
			width, height := pixelWidth(p.Drawing)
			png := See(ours(t, p.Drawing, width))
			others := map[string]Seen{
				"librsvg": See(s.librsvg(t, p, width, height)), "Chromium": See(inBrowser[p.name]), "poppler": See(s.poppler(t, p, width, height)),
			}
			for name, other := range others {
				difference, err := Compare(png, other)
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				t.Logf("%-9s %v", name, difference)
				if bounds[name].exceededBy(difference) {
					t.Errorf("%s draws it otherwise than our PNG: %v, at most %v", name, difference, bounds[name])
				}
			}
			if tries, least := triesOf(p.name); tries > 0 {
				mustBeFound(t, p.Drawing, width, tries, least, png, others, bounds)
			}
		})
	}
}

// triesOf is the number of faults of each kind that are planted in a picture, and how many of all
// must be plain to see.
func triesOf(name string) (tries, least int) {
	switch {
	case name == torture().name, strings.HasPrefix(name, "verhuizen-grafiek-signalen"):
		return 4, 4
	case name == "energietoeslag-stroom":
		return 2, 2
	case name == "energietoeslag-klantreis": // most of its letters are too small here to be missed
		return 8, 3
	}
	return 0, 0
}

// mustBeFound plants each kind of fault in a drawing and wants it to exceed every limit.
func mustBeFound(t *testing.T, p d.Drawing, width, tries, least int, clean Seen, others map[string]Seen, bounds map[string]limits) {
	t.Helper()
	found := 0
	for _, f := range faults {
		n := f.count(p.Items)
		for i := range min(tries, n) {
			faulty := p
			var at d.Item
			faulty.Items, at = f.in(p.Items, (2*i+1)*n/(2*tries), p.Width/float64(width))
			img, err := d.Raster(faulty, width)
			if err != nil {
				t.Fatal(err)
			}
			seen := See(img)
			if difference, err := Compare(seen, clean); err != nil || difference.Worst < plain {
				continue // under another path, or hardly larger than a pixel
			}
			found++
			for name, other := range others {
				difference, err := Compare(seen, other)
				if err != nil || !bounds[name].exceededBy(difference) {
					t.Errorf("%s, and the comparison with %s does not notice: %v (%v)\n%.200v", f.name, name, difference, err, at)
				}
			}
		}
	}
	if found < least {
		t.Errorf("only %d planted faults are plain to see", found)
	}
}

func TestTheMeasureItself(t *testing.T) {
	canvas := func(paint func(*image.RGBA)) Seen {
		img := image.NewRGBA(image.Rect(0, 0, 100, 70))
		draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
		paint(img)
		return See(img)
	}
	box := func(x0, y0, x1, y1 int, c color.Color) func(*image.RGBA) {
		return func(img *image.RGBA) {
			draw.Draw(img, image.Rect(x0, y0, x1, y1), image.NewUniform(c), image.Point{}, draw.Over)
		}
	}
	ink := color.NRGBA{20, 33, 61, 255}
	empty, line, shifted := canvas(func(*image.RGBA) {}), canvas(box(20, 20, 70, 22, ink)), canvas(box(20, 23, 70, 25, ink))
	soft := canvas(func(img *image.RGBA) { // the same line, a third of a pixel lower
		box(20, 21, 70, 22, ink)(img)
		box(20, 20, 70, 21, color.NRGBA{20, 33, 61, 170})(img)
		box(20, 22, 70, 23, color.NRGBA{20, 33, 61, 85})(img)
	})
	for _, c := range []struct {
		name        string
		a, b        Seen
		least, most float64
	}{
		{"the same", line, line, 0, 0},
		{"edges smoothed otherwise", line, soft, 0.001, 0.3},
		{"moved by three pixels", line, shifted, plain, 9},
		{"missing", line, empty, plain, 9},
		{"a pale panel is missing", canvas(box(0, 0, 100, 70, color.NRGBA{253, 238, 236, 255})), empty, 0.8, 9},
		{"one shade in one channel", canvas(box(0, 0, 100, 70, color.NRGBA{254, 255, 255, 255})), empty, 0.001, 0.15},
	} {
		got, err := Compare(c.a, c.b)
		if err != nil || got.Worst < c.least || got.Worst > c.most {
			t.Errorf("%s: %v (%v), want %v to %v", c.name, got, err, c.least, c.most)
		}
		back, _ := Compare(c.b, c.a)
		if fmt.Sprint(back) != fmt.Sprint(got) {
			t.Errorf("%s: %v one way, %v the other", c.name, got, back)
		}
	}
	if _, err := Compare(line, See(image.NewRGBA(image.Rect(0, 0, 9, 9)))); err == nil {
		t.Error("pictures of two sizes are compared")
	}
	// Reference values: the colours of sRGB in CIELAB (D65), after Lindbloom.
	for _, c := range []struct {
		color color.NRGBA
		lab   [3]float32
	}{
		{color.NRGBA{255, 255, 255, 255}, [3]float32{100, 0, 0}}, {color.NRGBA{255, 0, 0, 255}, [3]float32{53.24, 80.09, 67.20}},
		{color.NRGBA{0, 0, 255, 255}, [3]float32{32.30, 79.19, -107.86}}, {color.NRGBA{119, 119, 119, 255}, [3]float32{50.03, 0, 0}},
	} {
		seen := canvas(box(0, 0, 100, 70, c.color))
		for k, want := range c.lab {
			if got := seen.lab[k][35*100+50]; got < want-0.15 || got > want+0.15 {
				t.Errorf("%v: channel %d of CIELAB is %.2f, want %.2f", c.color, k, got, want)
			}
		}
	}
}
