package pdf

import (
	"io"
	"testing"

	"klantreis/render"
)

func benchmark(b *testing.B, r render.Report) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Write(io.Discard, r, render.Stadskamer()); err != nil {
			b.Fatal(err)
		}
	}
}

// The fixture makes 12 pages. The goal is 150 ms and 60 MB.
func BenchmarkWrite12Pages(b *testing.B) { benchmark(b, fixture()) }

// Chapters of the fixture, over and over, make about 200 pages. The goal is 2 s.
func BenchmarkWrite200Pages(b *testing.B) {
	r := fixture()
	once := r.Sections[2:]
	for range 21 {
		r.Sections = append(r.Sections, once...)
	}
	benchmark(b, r)
}

func BenchmarkPosterA1Of24Steps(b *testing.B) {
	p := poster(papers["A1"], 24)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := WritePoster(io.Discard, p, render.Stadskamer()); err != nil {
			b.Fatal(err)
		}
	}
}
