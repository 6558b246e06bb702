package pdf

import (
	"bytes"
	"image"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	d "klantreis/render/drawing"
	"klantreis/render/font"
)

// everything is a drawing with each thing that a drawing can hold.
func everything() d.Drawing {
	ink, blue, red := d.Hex("#14213d"), d.Hex("#1d4fd7"), d.Hex("#b3261e")
	stops := []d.Stop{{Offset: 0, Color: blue}, {Offset: 0.5, Color: d.Hex("#ffffff")}, {Offset: 1, Color: red}}
	three := d.Rect(20, 20, 160, 60, 10)
	three.Fill = d.Paint{Gradient: &d.Gradient{X1: 40, X2: 150, Stops: stops}}
	diagonal := d.Rect(200, 20, 160, 60, 0)
	diagonal.Fill = d.Paint{Gradient: &d.Gradient{X1: 200, Y1: 20, X2: 260, Y2: 80, Stops: stops[:2]}}
	fade := d.Rect(20, 100, 160, 80, 0)
	fade.Fill = d.Paint{Gradient: &d.Gradient{Y1: 100, Y2: 180, Stops: []d.Stop{{Offset: 0, Color: blue.Alpha(0.8)}, {Offset: 0.7, Color: blue.Alpha(0.1)}, {Offset: 1, Color: blue.Alpha(0.6)}}}}
	veil := d.Rect(200, 100, 160, 80, 0)
	veil.Fill = d.Paint{Gradient: &d.Gradient{X1: 210, X2: 350, Stops: []d.Stop{{Offset: 0, Color: red.Alpha(0.5)}, {Offset: 0.4, Color: ink.Alpha(0.5)}, {Offset: 1, Color: blue.Alpha(0.5)}}}}
	curve := d.Path{}.Move(30, 260).Cubic(90, 160, 140, 340, 200, 230)
	curve.Stroke = d.Stroke{Color: blue, Width: 6, Round: true}
	zigzag := d.Polyline(d.Point{X: 220, Y: 210}, d.Point{X: 250, Y: 270}, d.Point{X: 280, Y: 210}, d.Point{X: 310, Y: 270}).Stroked(red, 8)
	clip := d.Circle(420, 60, 40)
	turn := d.Matrix{A: 0.9, B: 0.3, C: -0.3, D: 0.9, E: 470, F: 120}
	return d.Drawing{Width: 600, Height: 300, Background: d.Hex("#f3f5f9"), Items: []d.Item{
		three, diagonal, fade, veil, curve, zigzag,
		d.Line(330, 220, 590, 220).Stroked(ink, 3, 12, 6),
		d.Circle(380, 250, 22).Filled(red.Alpha(0.5)), d.Circle(400, 250, 22).Filled(blue.Alpha(0.5)).Stroked(ink.Alpha(0.4), 5),
		d.Group{Clip: &clip, Items: []d.Item{d.Rect(380, 20, 80, 40, 0).Filled(blue), d.Text{X: 384, Y: 80, S: "Geknipt", Size: 22, Face: font.Bold, Fill: red}}},
		d.Group{Matrix: turn, Items: []d.Item{d.Rect(0, 0, 90, 50, 8).Filled(d.Hex("#fff4e0")).Stroked(ink, 2), d.Text{X: 45, Y: 30, S: "Gedraaid", Size: 16, Anchor: d.Middle, Fill: ink}}},
		d.Text{X: 460, Y: 245, S: "Halo – € ë", Size: 18, Face: font.SemiBold, Fill: ink, Halo: d.Hex("#ffffff"), HaloWidth: 6},
		d.Text{X: 580, Y: 290, S: "rechts", Size: 14, Face: font.Italic, Anchor: d.End, Fill: ink},
		d.Text{X: 580, Y: 200, S: "omhoog", Size: 14, Fill: ink, Rotate: -90},
	}}
}

func TestDrawingLooksLikeItsRaster(t *testing.T) {
	drawing := everything()
	p, err := newProvider(time.Date(2022, 12, 1, 0, 0, 0, 0, time.UTC), &warningList{})
	if err != nil {
		t.Fatal(err)
	}
	p.startPage(&pageFormat{width: drawing.Width, height: drawing.Height})
	p.drawing(drawing, d.Matrix{})
	pdf, err := p.GenerateBytes()
	if err != nil {
		t.Fatal(err)
	}
	const width = 1200
	want, err := d.Raster(drawing, width)
	if err != nil {
		t.Fatal(err)
	}
	got := pageImage(t, pdf, width)
	if got.Bounds() != want.Bounds() {
		t.Fatalf("sizes differ: %v and %v", got.Bounds(), want.Bounds())
	}
	// A missing letter or dash makes a difference of 30 and more, antialiasing one of a few.
	const patch, most = 12, 16.0
	worst, at := 0.0, image.Point{}
	for y := 0; y < want.Bounds().Dy(); y += patch {
		for x := 0; x < width; x += patch {
			if v := difference(got, want, image.Rect(x, y, x+patch, y+patch).Intersect(want.Bounds())); v > worst {
				worst, at = v, image.Pt(x, y)
			}
		}
	}
	if worst > most {
		t.Errorf("at %v the page differs from the raster by %.1f of 255", at, worst)
	}
}

// pageImage draws the first page width pixels wide.
func pageImage(t *testing.T, pdf []byte, width int) image.Image {
	t.Helper()
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		command(t, pdf, "pdftoppm") // skips or fails
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "a.pdf")
	if err := os.WriteFile(file, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	command(t, pdf, "pdftoppm", "-r", "144", "-png", "-singlefile", file, filepath.Join(dir, "a"))
	raw, err := os.ReadFile(filepath.Join(dir, "a.png"))
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if img.Bounds().Dx() != width {
		t.Fatalf("page is %d pixels wide, want %d", img.Bounds().Dx(), width)
	}
	if name := os.Getenv("KEEP_PAGE"); name != "" {
		os.WriteFile(name, raw, 0o644)
	}
	return img
}

// difference is how far the mean colours of two pictures in a rectangle are apart, which a shift
// of half a pixel hardly changes.
func difference(a, b image.Image, r image.Rectangle) float64 {
	var sum [3]float64
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			sum[0] += float64(r1) - float64(r2)
			sum[1] += float64(g1) - float64(g2)
			sum[2] += float64(b1) - float64(b2)
		}
	}
	return (math.Abs(sum[0]) + math.Abs(sum[1]) + math.Abs(sum[2])) / 257 / 3 / math.Max(1, float64(r.Dx()*r.Dy()))
}

func TestWidthsAgreeWithThePDF(t *testing.T) {
	p, err := newProvider(time.Date(2022, 12, 1, 0, 0, 0, 0, time.UTC), &warningList{})
	if err != nil {
		t.Fatal(err)
	}
	p.startPage(a4())
	const s = "Wanneer wordt de energietoeslag – € 800,00 – betaald? “Morgen”, zei de coördinator."
	for _, face := range font.Faces() {
		p.setFont(face, 10.5)
		if got, want := p.f.GetStringWidth(s), font.Width(s, face, 10.5); math.Abs(got-want) > want*0.002 {
			t.Errorf("face %d: the PDF makes it %.2f wide, we measured %.2f", face, got, want)
		}
	}
}
