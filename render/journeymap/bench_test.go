package journeymap

import (
	"io"
	"testing"

	"klantreis/render/drawing"
	"klantreis/render/words"
)

func BenchmarkDraw24StepsAsSVG(b *testing.B) {
	f := doubled(allowance())
	for b.Loop() {
		d := Wide(f.input(words.Dutch), Whole)
		if err := drawing.WriteSVG(io.Discard, d, drawing.SVGOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDraw24StepsAsPNG(b *testing.B) {
	f := doubled(allowance())
	for b.Loop() {
		if err := drawing.WritePNG(io.Discard, Wide(f.input(words.Dutch), Whole), 3940); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPoster24Steps(b *testing.B) {
	f := doubled(allowance())
	for b.Loop() {
		Poster(f.input(words.Dutch), Whole, A1)
	}
}
