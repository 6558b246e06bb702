package render

import (
	"math"
	"math/rand/v2"
	"testing"

	d "klantreis/render/drawing"
)

func TestThemesHaveNoFaults(t *testing.T) {
	for _, theme := range Themes() {
		for _, f := range theme.Faults() {
			t.Errorf("%s: %s", theme.Name, f)
		}
		if again, ok := ThemeNamed(theme.Name); !ok || again.Name != theme.Name {
			t.Errorf("%s is not found by its name", theme.Name)
		}
	}
	if _, ok := ThemeNamed("oranje"); ok {
		t.Error("found a theme that is not there")
	}
}

// TestThemesAreApart holds the colours of phases and series apart for everybody (0.02 is just
// visible), and neighbouring phases in grey.
func TestThemesAreApart(t *testing.T) {
	for _, theme := range Themes() {
		var fills []d.Color
		for _, p := range theme.Phases {
			fills = append(fills, p.Fill)
		}
		for name, colors := range map[string][]d.Color{"phases": fills, "series": theme.Series} {
			for v := d.Trichromat; v < d.Visions; v++ {
				for i, a := range colors {
					for _, b := range colors[i+1:] {
						if far := d.Difference(a.SeenBy(v), b.SeenBy(v)); far < 0.07 {
							t.Errorf("%s, %s, vision %d: %s and %s are %.3f apart", theme.Name, name, v, a.Hex(), b.Hex(), far)
						}
					}
				}
			}
		}
		for i, a := range fills {
			b := fills[(i+1)%len(fills)]
			if far := math.Abs(a.Grey().OKLCH().L - b.Grey().OKLCH().L); far < 0.03 {
				t.Errorf("%s: %s and its neighbour %s are %.3f apart in grey", theme.Name, a.Hex(), b.Hex(), far)
			}
		}
	}
}

// TestMended draws colours at random and wants a theme without faults, with each change listed
// and what was fine left alone.
func TestMended(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 7))
	for round := range 300 {
		own := Stadskamer().copied()
		for _, r := range own.roles() {
			if random.IntN(3) > 0 {
				*r.color = d.Color{R: uint8(random.Uint32()), G: uint8(random.Uint32()), B: uint8(random.Uint32()), A: 255}
			}
		}
		before := map[string]d.Color{}
		for _, r := range own.roles() {
			before[r.name] = *r.color
		}
		mended, changes := own.Mended()
		if faults := mended.Faults(); len(faults) > 0 {
			t.Fatalf("round %d: %v", round, faults)
		}
		for _, c := range changes {
			if c.From != before[c.Role] || c.Is <= c.Was {
				t.Fatalf("round %d: %+v", round, c)
			}
			from, to := c.From.OKLCH(), c.To.OKLCH()
			if (to.L > from.L) != c.Lighter {
				t.Fatalf("round %d: %+v moved the wrong way", round, c)
			}
			if turn := math.Abs(math.Mod(from.H-to.H+540, 360) - 180); turn > 12 && to.C > 0.05 && from.C > 0.05 {
				t.Fatalf("round %d: %+v turned its hue by %.0f°", round, c, turn)
			}
			delete(before, c.Role)
		}
		for _, r := range mended.copied().roles() {
			if was, kept := before[r.name]; kept && was != *r.color {
				t.Fatalf("round %d: %s changed without a word", round, r.name)
			}
		}
	}
	if _, changes := Stadskamer().Mended(); len(changes) > 0 {
		t.Errorf("a good theme was changed: %v", changes)
	}
}

func TestMendedKeepsTheOriginal(t *testing.T) {
	theme := Stadskamer()
	theme.Series[1], theme.Phases[0].Fill = d.Hex("#ffee00"), d.Hex("#ffcc00")
	mended, changes := theme.Mended()
	if theme.Series[1] != d.Hex("#ffee00") || theme.Phases[0].Fill != d.Hex("#ffcc00") {
		t.Error("mending changed the theme that was given")
	}
	if len(changes) != 2 || mended.Series[1] == theme.Series[1] {
		t.Errorf("changes: %v", changes)
	}
}
