package chart

import (
	"testing"

	"klantreis/render"
)

func BenchmarkNewRenderer(b *testing.B) {
	for b.Loop() {
		r, err := NewRenderer()
		if err != nil {
			b.Fatal(err)
		}
		if err := r.Prepare(); err != nil {
			b.Fatal(err)
		}
		r.Close()
	}
}

func benchmarkDraw(b *testing.B, id string) {
	r, _ := NewRenderer()
	defer r.Close()
	if err := r.Prepare(); err != nil {
		b.Fatal(err)
	}
	for _, c := range samples() {
		if c.ID != id {
			continue
		}
		w, h := Size(c)
		for b.Loop() {
			if _, err := r.Draw(c, render.Stadskamer(), w, h); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkDrawBars(b *testing.B)    { benchmarkDraw(b, "bars") }
func BenchmarkDrawBoxes(b *testing.B)   { benchmarkDraw(b, "boxes") }
func BenchmarkDrawStacked(b *testing.B) { benchmarkDraw(b, "stacked") }
