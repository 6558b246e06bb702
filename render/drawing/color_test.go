package drawing

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestParseColor(t *testing.T) {
	for in, want := range map[string]Color{
		"#fc0": {255, 204, 0, 255}, "#FC08": {255, 204, 0, 136}, "#ffcc00": {255, 204, 0, 255}, " #ffcc0080 ": {255, 204, 0, 128},
		"rgb(1, 2, 3)": {1, 2, 3, 255}, "rgb(0 0 0 / 30%)": {0, 0, 0, 77}, "rgba(10%,20%,30%,0.5)": {26, 51, 77, 128},
		"hsl(0 0% 0%)": {0, 0, 0, 255}, "hsl(211 60% 35%)": {36, 87, 143, 255}, "hsl(0, 100%, 40%)": {204, 0, 0, 255},
		"hsl(48 100% 50%)": {255, 204, 0, 255}, "hsla(-120deg 100% 50% / 50%)": {0, 0, 255, 128}, "hsl(480 100% 50%)": {0, 255, 0, 255},
		"red": {255, 0, 0, 255}, "transparent": {},
	} {
		if got, err := ParseColor(in); err != nil || got != want {
			t.Errorf("%s: %v, %v; want %v", in, got, err, want)
		}
	}
	for _, in := range []string{"", "#", "#12", "#12345", "#ggg", "rgb()", "rgb(1,2)", "rgb(a,b,c)", "hsl(1 2%)", "hsl(x 0% 0%)", "lab(1 2 3)", "underline", "{a.b}", "12px", "hsl(nan 1% 1%)"} {
		if got, err := ParseColor(in); err == nil {
			t.Errorf("%q: %v, want an error", in, got)
		}
	}
}

// TestOKLCH compares with the published values of OKLab and goes there and back.
func TestOKLCH(t *testing.T) {
	for hex, want := range map[string]OKLCH{
		"#ffffff": {1, 0, 0}, "#000000": {0, 0, 0}, "#ff0000": {0.628, 0.2577, 29.23}, "#00ff00": {0.8664, 0.2948, 142.5}, "#0000ff": {0.452, 0.3132, 264.05},
	} {
		got := Hex(hex).OKLCH()
		if math.Abs(got.L-want.L) > 0.001 || math.Abs(got.C-want.C) > 0.001 || want.C > 0 && math.Abs(got.H-want.H) > 0.1 {
			t.Errorf("%s: %v, want %v", hex, got, want)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		c := Color{uint8(random.Uint32()), uint8(random.Uint32()), uint8(random.Uint32()), 255}
		if back := c.OKLCH().Color(); Difference(c, back) > 0.004 {
			t.Fatalf("%s came back as %s", c.Hex(), back.Hex())
		}
		o := c.OKLCH()
		o.L = 0.1 + 0.9*random.Float64() // darker than that, eight bits are too few
		got := o.Color().OKLCH()
		if math.Abs(got.L-o.L) > 0.02 {
			t.Fatalf("%v: lightness %v", o, got.L)
		}
	}
}

// TestSeenBy keeps grey grey, and holds that red and green come near each other without red or
// green cones, and blue and green without blue ones.
func TestSeenBy(t *testing.T) {
	for v := Trichromat; v < Visions; v++ {
		for _, hex := range []string{"#000000", "#808080", "#ffffff"} {
			if got := Hex(hex).SeenBy(v); Difference(got, Hex(hex)) > 0.01 {
				t.Errorf("%d: %s looks like %s", v, hex, got.Hex())
			}
		}
	}
	red, green := Hex("#b3261e"), Hex("#556b1f")
	for _, v := range []Vision{Protanope, Deuteranope} {
		if near, far := Difference(red.SeenBy(v), green.SeenBy(v)), Difference(red, green); near > far*0.6 {
			t.Errorf("vision %d keeps red and green %.2f apart, of %.2f", v, near, far)
		}
	}
	blue, teal := Hex("#2a7fd0"), Hex("#1f8f7a")
	if near, far := Difference(blue.SeenBy(Tritanope), teal.SeenBy(Tritanope)), Difference(blue, teal); near > far*0.7 {
		t.Errorf("a tritanope sees blue and green %.2f apart, of %.2f", near, far)
	}
	if got := Hex("#ffcc00").Grey(); got.R != got.G || math.Abs(Contrast(got, Hex("#ffcc00"))-1) > 0.02 {
		t.Errorf("grey of yellow: %s", got.Hex())
	}
}
