package journeymap

import (
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

// TestLittle holds the small map to its size, and its names to the bands that they stand on.
func TestLittle(t *testing.T) {
	f := allowance()
	long := *f.j
	long.Phases = []journeys.Phase{{Title: strings.Repeat("Wachten op bericht ", 5), Steps: f.j.Phases[0].Steps[:1]}, {Title: "W", Steps: f.j.Phases[1].Steps}}
	for _, j := range []*journeys.Journey{f.j, doubled(allowance()).j, &long, {Title: "Leeg"}} {
		in := f.input(words.Dutch)
		in.Journey = j
		if d := LittleUncounted(in, 280); !strings.Contains(d.Desc, "nog niet geteld") || strings.Contains(d.Desc, "gevoel") {
			t.Errorf("%s: %q", j.Title, d.Desc)
		}
		d := Little(in, 280)
		if d.Width != 280 || d.Title == "" || d.Desc == "" {
			t.Errorf("%s: %v wide, %q", j.Title, d.Width, d.Title)
		}
		drawing.Walk(d.Items, func(it drawing.Item) {
			if text, ok := it.(drawing.Text); ok && (text.Left() < 0 || text.Left()+text.Width() > d.Width || text.Size < 10) {
				t.Errorf("%s: %q does not fit", j.Title, text.S)
			}
		})
	}
}
