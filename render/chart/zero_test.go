package chart

import (
	"testing"

	"klantreis/render"
)

// TestLinesOfNothing draws months whose only shown values are zero: the small ones are hidden.
func TestLinesOfNothing(t *testing.T) {
	c := render.Chart{ID: "grafiek-maanden", Kind: render.Lines, Lang: "nl", Unit: "signalen",
		Categories: []string{"jan ’24", "feb ’24", "mrt ’24"},
		Series: []render.Series{
			{Name: "Bewijs", Values: []float64{3, 1, 0}, Missing: []bool{true, true, false}},
			{Name: "Kenteken", Values: []float64{1, 1, 0}, Missing: []bool{true, true, false}},
		}}
	if _, err := Option(c, render.Stadskamer()); err != nil {
		t.Fatal(err)
	}
	r, err := NewRenderer()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	width, height := Size(c)
	if _, err := r.Draw(c, render.Stadskamer(), width, height); err != nil {
		t.Fatal(err)
	}
}
