package html

import (
	"math"
	"strings"
	"testing"

	"klantreis/render"
	"klantreis/render/drawing"
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
