package postcard

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"klantreis/render"
	"klantreis/render/drawing"
)

// motifs are all pictures.
var motifs = []render.Motif{render.MotifCity, render.MotifPark, render.MotifLetter, render.MotifPhone, render.MotifScreen, render.MotifDesk, render.MotifFlowers, render.MotifMobile, render.MotifTalk}

// TestDraw draws every picture for many quotes: all the size of a card, the same every time, and
// not all the same. With PICTURES set to a folder they are also written there, to be looked at.
func TestDraw(t *testing.T) {
	for _, m := range motifs {
		different := map[string]bool{}
		for i := range 8 {
			g := render.Greeting{Quote: fmt.Sprintf("Citaat nummer %d", i), Motif: m}
			a, b := svg(t, g), svg(t, g)
			if a != b {
				t.Fatalf("motif %d: two drawings differ", m)
			}
			different[a] = true
			if dir := os.Getenv("PICTURES"); dir != "" && i < 3 {
				var png bytes.Buffer
				if err := drawing.WritePNG(&png, Draw(g, render.Stadskamer()), 840); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("card-%d-%d.png", m, i)), png.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
		if len(different) < 4 {
			t.Errorf("motif %d: only %d of 8 quotes give a picture of their own", m, len(different))
		}
	}
}

func svg(t *testing.T, g render.Greeting) string {
	t.Helper()
	d := Draw(g, render.Stadskamer())
	if d.Width < 419 || d.Width > 420 || d.Height < 297 || d.Height > 298 {
		t.Errorf("a picture of %.1f × %.1f is no lying A6", d.Width, d.Height)
	}
	var b bytes.Buffer
	if err := drawing.WriteSVG(&b, d, drawing.SVGOptions{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
