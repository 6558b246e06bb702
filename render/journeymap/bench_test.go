package journeymap

import (
	"io"
	"testing"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

func BenchmarkDraw24StepsAsSVG(b *testing.B) {
	f, theme := doubled(allowance()), render.Stadskamer()
	for b.Loop() {
		d := Draw(f.j, f.ev, theme, words.Dutch, f.quotes)
		if err := drawing.WriteSVG(io.Discard, d, drawing.SVGOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDraw24StepsAsPNG(b *testing.B) {
	f, theme := doubled(allowance()), render.Stadskamer()
	for b.Loop() {
		if err := drawing.WritePNG(io.Discard, Draw(f.j, f.ev, theme, words.Dutch, f.quotes), 3940); err != nil {
			b.Fatal(err)
		}
	}
}
