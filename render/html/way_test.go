package html

import (
	"math"
	"strings"
	"testing"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
	"klantreis/render/words"
)

func stops(n int) render.Way {
	w := render.Way{ID: "reis", Title: "De reis"}
	for i := range n {
		s := render.Stop{Title: strings.Repeat("Lange titel ", 7), Phase: "Fase " + string(rune('A'+i/4)), Value: float64(i%7) - 3, Known: true}
		for range 5 {
			s.Claims = append(s.Claims, render.Claim{Text: strings.Repeat("Wat we horen ", 4), Value: "812×", Basis: "bron: kcc · n = 812"})
		}
		s.Voice = &render.Quote{Text: strings.Repeat("Ik hoor niets. ", 1+4*i%30), Source: "in een gesprek"}
		w.Stops = append(w.Stops, s)
	}
	return w
}

// TestWayFits holds for few stops and for many: none leaves the drawing or lies on another, and a panel
// holds no more than fits.
func TestWayFits(t *testing.T) {
	for _, n := range []int{1, 2, 12, 36, 60} {
		c := &composer{words: words.Dutch.Deck(), ids: map[string]bool{}}
		v := c.newWay(stops(n))
		for i, p := range v.Points {
			if p.X-p.R < 0 || p.X+p.R > bodyWidth || p.Y-p.R < 44 || p.Y+p.R > wayHeight {
				t.Errorf("%d stops: number %d lies at %v, %v with radius %v", n, p.N, p.X, p.Y, p.R)
			}
			if i > 0 && p.X-v.Points[i-1].X < 2*p.R {
				t.Errorf("%d stops: number %d lies on the one before", n, p.N)
			}
			if p.Number && p.R < 15 {
				t.Errorf("%d stops: no room for number %d", n, p.N)
			}
			for _, line := range p.Name {
				if y := p.Y + line.Y; y < 20 || y > wayHeight-6 || len(p.Name) > 2 || font.Width(line.Text, font.SemiBold, nameSize) > nameWidth {
					t.Errorf("%d stops: the name of number %d lies at %v: %q", n, p.N, y, line.Text)
				}
			}
			if left, right := p.X*v.Zoom, (bodyWidth-p.X)*v.Zoom; min(left, right) < nameWidth/2 {
				t.Errorf("%d stops: no room for the name of number %d", n, p.N)
			}
			r := ruler{width: columnWidth, scale: 1, words: c.words}
			if h := r.stack(p.Claims); h > wayPanel-100 {
				t.Errorf("%d stops: the evidence of number %d is %v high", n, p.N, h)
			}
		}
		width := 0.0
		for _, p := range v.Phases {
			width += p.Width
		}
		if math.Abs(width-bodyWidth) > 1 {
			t.Errorf("%d stops: the phases are %v wide", n, width)
		}
	}
}

// TestNothingTooSmallToRead leaves out a map of which the type is small on a screen, and keeps its text.
func TestNothingTooSmallToRead(t *testing.T) {
	at := func(size, zoom float64) render.Figure {
		text := drawing.Text{S: "Wacht op het geld", Size: size}
		return render.Figure{Drawing: drawing.Drawing{Width: zoomWidth, Height: zoomHeight,
			Items: []drawing.Item{drawing.Group{Matrix: drawing.Matrix{A: zoom, D: zoom}, Items: []drawing.Item{text}}}}}
	}
	for _, c := range []struct {
		size, zoom float64
		kept       bool
	}{{24, 1, true}, {12, 2, true}, {23, 1, false}, {24, 0.9, false}} {
		s := render.Section{Kind: render.MapSection, Blocks: []render.Block{at(c.size, c.zoom)}}
		if _, ok := forScreen(s); ok != c.kept {
			t.Errorf("type of %v enlarged %v: kept %v, want %v", c.size, c.zoom, ok, c.kept)
		}
	}
	s := render.Section{Kind: render.MapSection, Blocks: []render.Block{render.Prose{Text: "Blijft"}, at(5, 1)}}
	if got, ok := forScreen(s); !ok || len(got.Blocks) != 1 {
		t.Errorf("the text beside a small map is lost: %v %v", got.Blocks, ok)
	}
}

// TestNamesOfTheWay shows all steps by name where a room can read them, and which each phase has where not.
func TestNamesOfTheWay(t *testing.T) {
	c := &composer{words: words.Dutch.Deck()}
	way := func(n, perPhase int, title string) render.Way {
		w := render.Way{Whole: []render.Claim{{Text: "Dit moment doet het meeste pijn", Value: "−0,8", Basis: "n = 12"}}}
		for i := range n {
			w.Stops = append(w.Stops, render.Stop{Title: title, Phase: "Fase " + string(rune('A'+i/perPhase))})
		}
		return w
	}
	for _, want := range []struct {
		way   render.Way
		class string
		names bool
		which string
	}{
		{way(1, 1, "Belt"), "k1 roomy", true, ""},
		{way(12, 3, "Wacht op bericht"), "k4 roomy", true, ""},
		{way(60, 6, "Wacht op bericht"), "k5", false, "1–6"},
		{way(12, 3, strings.Repeat("Lange titel ", 8)), "k4", false, "1–3"},
	} {
		got := c.names(want.way)
		if got == nil || got.Class != want.class || !got.Brief || (len(got.Phases[0].Steps) > 0) != want.names || got.Phases[0].Which != want.which {
			t.Errorf("%d steps ‘%.12s’: %+v", len(want.way.Stops), want.way.Stops[0].Title, got)
		}
	}
	if c.names(way(200, 1, "Wacht")) != nil {
		t.Error("two hundred phases are named on one slide")
	}
}
