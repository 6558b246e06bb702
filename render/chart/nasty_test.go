package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"klantreis/render"
	"klantreis/render/drawing"
)

// TestDrawNasty draws what nobody means to ask for, in every kind: it must come out as a picture
// with its texts inside, however dull.
func TestDrawNasty(t *testing.T) {
	long := strings.Repeat("Ondernemingsvergunningaanvraagprocedure ", 3)
	value := func(f func(i int) float64, n int) []float64 {
		list := make([]float64, n)
		for i := range list {
			list[i] = f(i)
		}
		return list
	}
	names := func(n int, pattern string) []string {
		list := make([]string, n)
		for i := range list {
			list[i] = fmt.Sprintf(pattern, i)
		}
		return list
	}
	one := func(n int, pattern string, f func(i int) float64) render.Chart {
		return render.Chart{Categories: names(n, pattern), Series: []render.Series{{Name: "signalen", Values: value(f, n)}}}
	}
	many := render.Chart{Categories: names(3, "cat %d"), Marks: []render.Mark{{At: 0, Label: long}, {At: 0, Label: "a"}, {At: 1, Label: long}, {At: 2, Label: long}, {At: 2, Label: ""}}}
	for i := range 12 {
		many.Series = append(many.Series, render.Series{Name: fmt.Sprintf("%s %d", long, i%10), Values: []float64{float64(i), 0, 5}, Missing: []bool{i%2 == 0, i%3 == 0, false}})
	}
	charts := map[string]render.Chart{
		"zeros":       one(3, "cat %d", func(int) float64 { return 0 }),
		"huge":        one(3, "cat %d", func(i int) float64 { return math.Pow(10, float64(4*i+4)) }),
		"tiny":        one(3, "cat %d", func(i int) float64 { return 0.0001 * float64(i+1) }),
		"negative":    one(4, "cat %d", func(i int) float64 { return float64(i-2) * 10 }),
		"all below":   one(3, "cat %d", func(i int) float64 { return -float64(i + 1) }),
		"long":        one(4, long+"%d", func(i int) float64 { return float64(i) }),
		"two hundred": one(200, "categorie %d", func(i int) float64 { return float64(i % 17) }),
		"same names":  {Categories: []string{"a", "a", ""}, Series: []render.Series{{Name: "", Values: []float64{1, 2, 3}}, {Name: "", Values: []float64{1, 2, 3}}}},
		"many series": many,
		"out of range": {Categories: names(3, "%d"), Range: [2]float64{1, 10}, Series: []render.Series{{Values: []float64{-3, 5, 14}}},
			Line: &render.Threshold{Value: 30, Label: long}},
		"line below":    {Categories: names(2, "%d"), Series: []render.Series{{Values: []float64{3, 5}}}, Line: &render.Threshold{Value: -5, Label: "belofte"}},
		"no categories": {Series: []render.Series{{Name: "leeg"}}},
		"no series":     {Categories: names(3, "%d")},
		"all missing":   {Categories: names(2, "%d"), Series: []render.Series{{Values: []float64{math.NaN(), 1}, Missing: []bool{true, true}}}},
		"words":         {Title: "{a}", Categories: []string{"{value}", "__proto__", "constructor"}, Series: []render.Series{{Name: "__proto__", Values: []float64{1, 2, 3}, Labels: []string{"", "{b}", long}}}},
	}
	r, err := NewRenderer()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for name, c := range charts {
		for kind := render.HorizontalBars; kind <= render.Boxes; kind++ {
			c.ID, c.Kind, c.Unit, c.Lang = fmt.Sprintf("%s %d", name, kind), kind, "signalen", "en"
			w, h := Size(c)
			d, err := r.Draw(c, render.Stadskamer(), w, h)
			if err != nil {
				t.Errorf("%s: %v", c.ID, err)
				continue
			}
			drawing.Walk(d.Items, func(it drawing.Item) {
				v, ok := it.(drawing.Text)
				if ok && (v.Left() < -1 || v.Left()+v.Width() > w+1 || v.Y < 0 || v.Y > h+1) {
					t.Errorf("%s: %q leaves the picture: %.0f to %.0f of %.0f, %.0f of %.0f", c.ID, v.S, v.Left(), v.Left()+v.Width(), w, v.Y, h)
				}
			})
			save(t, "nasty "+c.ID, d)
		}
	}
}
