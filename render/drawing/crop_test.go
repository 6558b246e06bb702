package drawing

import "testing"

// TestCrop: what touches the box stays, moved to its corner; the rest and empty groups go.
func TestCrop(t *testing.T) {
	d := Drawing{Width: 200, Height: 200, Items: []Item{
		Rect(0, 0, 200, 200, 0).Filled(Hex("#fff")), // across all edges
		Group{ID: "weg", Items: []Item{Circle(150, 150, 10)}},
		Group{Matrix: Translate(-100, -100), Items: []Item{Circle(150, 150, 10), Circle(250, 250, 10)}},
		Line(60, 0, 60, 30).Stroked(Hex("#000"), 2),
		Text{X: 55, Y: 60, S: "binnen", Size: 10},
		Text{X: 55, Y: 20, S: "boven", Size: 10},
		Text{X: 20, Y: 60, S: "breed genoeg om erin te komen", Size: 10},
	}, Spots: []Spot{{"in", Box{50, 50, 10, 10}}, {"half", Box{35, 45, 10, 10}}}}
	got := d.Crop(Box{40, 40, 60, 60})
	if got.Width != 60 || got.Height != 60 {
		t.Errorf("size %v × %v", got.Width, got.Height)
	}
	if len(got.Spots) != 1 || got.Spots[0] != (Spot{"in", Box{10, 10, 10, 10}}) {
		t.Errorf("spots %v", got.Spots)
	}
	paths, texts := 0, ""
	Walk(got.Items, func(it Item) {
		switch v := it.(type) {
		case Path:
			paths++
		case Text:
			texts += v.S + " "
		}
	})
	if paths != 2 || texts != "binnen breed genoeg om erin te komen " {
		t.Errorf("%d paths and the texts %q", paths, texts)
	}
	if first := got.Items[0].(Group); first.Matrix != Translate(-40, -40) {
		t.Errorf("not moved to the corner: %v", first.Matrix)
	}
	if len(d.Items) != 7 || len(d.Items[1].(Group).Items) != 1 || len(d.Items[2].(Group).Items) != 2 {
		t.Error("the drawing itself changed")
	}
}
