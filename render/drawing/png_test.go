package drawing

import (
	"bytes"
	"image"
	"image/png"
	"math"
	"math/rand/v2"
	"testing"

	"klantreis/render/font"
)

// TestEncodePNG reads back with the standard decoder what our encoder wrote, for heights around
// the size of a strip.
func TestEncodePNG(t *testing.T) {
	for _, height := range []float64{1, stripRows - 1, stripRows, stripRows + 1, 3*stripRows + 7} {
		d := Drawing{Width: 90, Height: height, Background: Hex("#fff4e0"), Items: []Item{
			Rect(3, 0.5, 40, height, 6).Filled(Hex("#1d4fd7")),
			Line(0, 0, 90, height).Stroked(Hex("#b3261e"), 3, 6, 4),
			Text{X: 45, Y: height / 2, S: "Één", Size: 14, Face: font.Bold, Anchor: Middle, Fill: Hex("#14213d")},
		}}
		want, err := Raster(d, 133)
		if err != nil {
			t.Fatal(err)
		}
		random := rand.New(rand.NewPCG(1, uint64(height)))
		for i := 0; i < len(want.Pix); i += 400 { // noise, which does not compress
			want.Pix[i] = byte(random.Uint32())
		}
		var b bytes.Buffer
		if err := encodePNG(&b, want); err != nil {
			t.Fatal(err)
		}
		got, err := png.Decode(&b)
		if err != nil {
			t.Fatalf("height %v: %v", height, err)
		}
		for y := range want.Bounds().Dy() {
			for x := range want.Bounds().Dx() {
				r, g, bl, a := got.At(x, y).RGBA()
				if w := want.RGBAAt(x, y); byte(r>>8) != w.R || byte(g>>8) != w.G || byte(bl>>8) != w.B || a != 0xffff {
					t.Fatalf("height %v: pixel %d,%d differs", height, x, y)
				}
			}
		}
	}
}

// TestRasterBandsJoin draws what crosses the bands in which a raster is made, and compares with
// one that is made whole.
func TestRasterBandsJoin(t *testing.T) {
	d := Drawing{Width: 300, Height: 2000, Items: []Item{
		Circle(150, 1000, 140).Filled(Hex("#15803d")),
		Line(0, 0, 300, 2000).Stroked(Hex("#b3261e"), 5, 30, 7),
		Group{Clip: &Path{Segs: Rect(40, 100, 200, 1800, 30).Segs}, Items: []Item{Rect(0, 0, 300, 1300, 0).Filled(Hex("#1d4fd7").Alpha(0.4))}},
		Path{Segs: Rect(200, 900, 80, 300, 10).Segs, Fill: Paint{Gradient: &Gradient{Y1: 900, Y2: 1200, Stops: []Stop{{0, Hex("#ffffff")}, {1, Hex("#14213d")}}}}},
	}}
	want, err := rasterIn(d, 300, 1)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Raster(d, 300)
	if err != nil {
		t.Fatal(err)
	}
	far := 0
	for i := range want.Pix {
		if diff := int(want.Pix[i]) - int(got.Pix[i]); diff > 16 || diff < -16 { // small boxes are filled in fixed point
			far++
		}
	}
	if far > 0 {
		t.Errorf("%d bytes differ", far)
	}
}

// TestDashesStayInStep looks at the end of a long line with a pattern that is no whole number of
// 64ths of a pixel.
func TestDashesStayInStep(t *testing.T) {
	const n = 200
	pattern := []float64{3.01, 2.02}
	segs := dashed(Line(0, 0, n*5.03+3.01, 0).Segs, pattern, 1)
	last := segs[len(segs)-2]
	if len(segs) != 2*(n+1) || last.Op != MoveTo || math.Abs(last.P[0].X-n*5.03) > 1e-6 {
		t.Errorf("%d steps, the last dash starts at %v, want %v", len(segs), last.P[0].X, n*5.03)
	}
	for _, path := range []Path{Line(0, 0, math.Inf(1), 0), Line(0, 0, math.NaN(), 4), Line(0, 0, 1e12, 0), {}} {
		if got := dashed(path.Segs, pattern, 1); len(got) != len(path.Segs) {
			t.Errorf("a line that cannot be cut becomes %d steps", len(got))
		}
	}
}

// TestOutlinesOnEachOtherStaySoft draws one pale edge, and the same a hundred times in one path.
func TestOutlinesOnEachOtherStaySoft(t *testing.T) {
	bar := Rect(10.8, 5, 20, 10, 0).Filled(Hex("#000"))
	line := Line(5, 20.9, 35, 20.9).Stroked(Hex("#000"), 1)
	pile, lines := bar, line
	for range 99 {
		pile.Segs = append(pile.Segs[:len(pile.Segs):len(pile.Segs)], bar.Segs...)
		lines.Segs = append(lines.Segs[:len(lines.Segs):len(lines.Segs)], line.Segs...)
	}
	draw := func(items ...Item) *image.RGBA {
		img, err := Raster(Drawing{Width: 40, Height: 30, Items: items}, 40)
		if err != nil {
			t.Fatal(err)
		}
		return img
	}
	one, hundred := draw(bar, line), draw(pile, lines)
	for i, v := range one.Pix {
		if w := hundred.Pix[i]; max(v, w)-min(v, w) > 1 {
			t.Fatalf("pixel %d, %d: %d alone, %d in a pile", i/4%40, i/4/40, v, w)
		}
	}
	hole := bar
	hole.Segs = append(hole.Segs[:len(hole.Segs):len(hole.Segs)], Polyline(Point{12, 6}, Point{12, 14}, Point{29, 14}, Point{29, 6}).Closed().Segs...)
	if got := draw(hole).RGBAAt(20, 10); got.R != 255 {
		t.Errorf("a hole is filled: %v", got)
	}
}
