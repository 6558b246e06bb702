package difference

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// random makes a journey of at most n steps in random phases, with ids and contents that two
// journeys are likely to share.
func random(r *rand.Rand, n int) *journeys.Journey {
	pick := func(all ...string) string { return all[r.IntN(len(all))] }
	list := func() (items []string) {
		for r.IntN(2) == 0 {
			items = append(items, pick("a", "b", "c"))
		}
		return items
	}
	j := &journeys.Journey{Title: pick("Een", "Twee"), Variant: pick("huidig", "gewenst", "")}
	ids := r.Perm(n)
	for len(ids) > 0 {
		p := journeys.Phase{Title: pick("Horen", "Wachten", "Krijgen")}
		k := r.IntN(len(ids) + 1)
		for _, id := range ids[:k] {
			if r.IntN(5) == 0 {
				continue // some steps are only on one side
			}
			s := journeys.Step{ID: fmt.Sprint("s", id), Title: pick("Belt", "Leest"), Channels: list(), PainPoints: list(), Thinks: pick("", "Wat nu?")}
			if r.IntN(2) == 0 {
				v := float64(r.IntN(5) - 2)
				s.Emotion = &v
			}
			if r.IntN(3) == 0 {
				s.Next = []journeys.Flow{{To: pick("s0", "s1")}}
			}
			p.Steps = append(p.Steps, s)
		}
		ids = ids[k:]
		j.Phases = append(j.Phases, p)
	}
	for i := range r.IntN(3) {
		j.Advice = append(j.Advice, journeys.Advice{ID: fmt.Sprint("a", i), Title: pick("Bel", "Schrijf"), Status: pick("", "besproken")})
	}
	return j
}

func each(t *testing.T, test func(t *testing.T, a, b *journeys.Journey)) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 7))
		a, b := random(r, 1+r.IntN(12)), random(r, 1+r.IntN(12))
		test(t, a, b)
		if t.Failed() {
			t.Fatalf("with seed %d", seed)
		}
	}
}

func TestNothingDiffersFromItself(t *testing.T) {
	each(t, func(t *testing.T, a, _ *journeys.Journey) {
		if d := Compare(a, a); !d.Same() || d.Counts().Same != len(a.Steps()) {
			t.Errorf("%+v", d)
		}
	})
}

// ids lists the steps that pass, sorted.
func ids(d Difference, wanted func(Step) bool) []string {
	var all []string
	for _, s := range d.Steps() {
		if wanted(s) {
			all = append(all, s.ID)
		}
	}
	slices.Sort(all)
	return all
}

func TestSwappingSidesSwapsAddedAndRemoved(t *testing.T) {
	each(t, func(t *testing.T, a, b *journeys.Journey) {
		there, back := Compare(a, b), Compare(b, a)
		for _, pair := range [][2]State{{Added, Removed}, {Removed, Added}, {Kept, Kept}} {
			x := ids(there, func(s Step) bool { return s.State == pair[0] })
			y := ids(back, func(s Step) bool { return s.State == pair[1] })
			if !slices.Equal(x, y) {
				t.Errorf("%s %v, back %s %v", pair[0], x, pair[1], y)
			}
		}
		for i, f := range there.About {
			if i < len(back.About) && a.Variant == b.Variant && (f.From != back.About[i].To || f.To != back.About[i].From) {
				t.Errorf("%+v, back %+v", f, back.About[i])
			}
		}
		if there.Same() != back.Same() {
			t.Errorf("same %v, back %v", there.Same(), back.Same())
		}
	})
}

// TestOrder holds the merged order against both journeys: after is whole and in its order, every
// step of before is there once, and what did not move keeps before's order as well.
func TestOrder(t *testing.T) {
	each(t, func(t *testing.T, a, b *journeys.Journey) {
		d := Compare(a, b)
		var after, unmoved []int
		seen := map[int]bool{}
		for _, s := range d.Steps() {
			if s.After.Number > 0 {
				after = append(after, s.After.Number)
			}
			if n := s.Before.Number; n > 0 {
				if seen[n] {
					t.Errorf("step %d of before occurs twice", n)
				}
				seen[n] = true
				if s.State == Kept && !s.Moved {
					unmoved = append(unmoved, n)
				}
			}
		}
		if len(after) != len(b.Steps()) || !slices.IsSorted(after) || len(seen) != len(a.Steps()) {
			t.Errorf("after %v, %d of before", after, len(seen))
		}
		if !slices.IsSorted(unmoved) {
			t.Errorf("these did not move, yet stand in another order: %v", unmoved)
		}
	})
}

// TestFewestMoves compares the longest run with one found by trying all.
func TestFewestMoves(t *testing.T) {
	one := func(order []int) *journeys.Journey {
		p := journeys.Phase{Title: "Een"}
		for _, i := range order {
			p.Steps = append(p.Steps, journeys.Step{ID: fmt.Sprint(i), Title: fmt.Sprint(i)})
		}
		return &journeys.Journey{Phases: []journeys.Phase{p}}
	}
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 3))
		n := 1 + r.IntN(9)
		order := r.Perm(n)
		straight := make([]int, n)
		for i := range straight {
			straight[i] = i
		}
		longest := 0
		for set := range 1 << n {
			last, size, rising := -1, 0, true
			for i, v := range order {
				if set>>i&1 == 1 {
					rising, last, size = rising && v > last, v, size+1
				}
			}
			if rising {
				longest = max(longest, size)
			}
		}
		if moved := Compare(one(straight), one(order)).Counts().Moved; moved != n-longest {
			t.Errorf("%v: %d moved, want %d", order, moved, n-longest)
		}
	}
}

func TestMovedToAnotherPhase(t *testing.T) {
	j := func(first, second []string) *journeys.Journey {
		j := &journeys.Journey{Phases: []journeys.Phase{{Title: "Een"}, {Title: "Twee"}}}
		for i, list := range [][]string{first, second} {
			for _, id := range list {
				j.Phases[i].Steps = append(j.Phases[i].Steps, journeys.Step{ID: id, Title: id})
			}
		}
		return j
	}
	d := Compare(j([]string{"a", "b"}, []string{"c"}), j([]string{"a"}, []string{"b", "c"}))
	if moved := ids(d, func(s Step) bool { return s.Moved }); !slices.Equal(moved, []string{"b"}) {
		t.Errorf("moved %v", moved)
	}
	s := d.Steps()[1]
	if s.Changed() || len(s.Changes) != 1 || s.Changes[0].From != "Een" || s.Changes[0].To != "Twee" {
		t.Errorf("%+v", s)
	}
}

func TestImpliedWaysAreNoChange(t *testing.T) {
	j := func(next ...journeys.Flow) *journeys.Journey {
		return &journeys.Journey{Phases: []journeys.Phase{{Title: "Een", Steps: []journeys.Step{{ID: "a", Title: "a", Next: next}, {ID: "b", Title: "b"}}}}}
	}
	if d := Compare(j(), j(journeys.Flow{To: "b"})); !d.Same() {
		t.Errorf("writing out what happens anyway is a difference: %+v", d.Steps())
	}
	if d := Compare(j(), j(journeys.Flow{DropOut: "stopt"})); d.Same() {
		t.Error("a drop-out is no difference")
	}
}

func TestFeel(t *testing.T) {
	typed := func(v float64) evidence.Emotion { return evidence.Emotion{Kind: evidence.Typed, Value: v} }
	measured := func(v, margin float64) evidence.Emotion {
		return evidence.Emotion{Kind: evidence.Derived, Value: v, Low: v - margin, High: v + margin, N: 20}
	}
	for _, c := range []struct {
		before, after evidence.Emotion
		want          Direction
	}{
		{typed(-1), typed(1), Rises}, {typed(1), typed(-1), Falls}, {typed(1), typed(1.04), Level}, {typed(1), evidence.Emotion{Kind: evidence.None}, Unknown},
		{evidence.Emotion{}, typed(0), Unknown}, {measured(-1, 0.2), typed(1), Rises}, {measured(0, 0.6), typed(0.5), Within},
		{measured(0, 0.3), measured(0.5, 0.3), Within}, {measured(0.5, 0.1), measured(-0.5, 0.1), Falls},
	} {
		if got := Feel(c.before, c.after).Direction; got != c.want {
			t.Errorf("%+v to %+v: %s, want %s", c.before, c.after, got, c.want)
		}
	}
}

// TestHiddenStaysHidden: quotes and notes are named as changed and never repeated.
func TestHiddenStaysHidden(t *testing.T) {
	j := func(text string) *journeys.Journey {
		s := journeys.Step{ID: "a", Title: "a", Quotes: []journeys.Quote{{Text: "citaat-" + text}}, Notes: "notitie-" + text}
		return &journeys.Journey{Persona: journeys.Persona{Quote: "klant-" + text}, Phases: []journeys.Phase{{Title: "Een", Steps: []journeys.Step{s}}}}
	}
	before, after := j("GEHEIM"), j("ANDERS")
	d := Compare(before, after)
	if len(d.Steps()[0].Changes) != 2 || len(d.About) != 1 {
		t.Errorf("%+v %+v", d.Steps()[0].Changes, d.About)
	}
	var b bytes.Buffer
	if err := WriteJSON(&b, d, &evidence.Evidence{}, &evidence.Evidence{}); err != nil {
		t.Fatal(err)
	}
	if !json.Valid(b.Bytes()) || bytes.Contains(b.Bytes(), []byte("GEHEIM")) || bytes.Contains(b.Bytes(), []byte("ANDERS")) {
		t.Errorf("%s", b.String())
	}
}

func TestManySteps(t *testing.T) {
	j := &journeys.Journey{Phases: []journeys.Phase{{Title: "Een"}}}
	k := &journeys.Journey{Phases: []journeys.Phase{{Title: "Een"}}}
	const n = 20000 // a quadratic way would take minutes
	for i := range n {
		j.Phases[0].Steps = append(j.Phases[0].Steps, journeys.Step{ID: fmt.Sprint(i)})
		k.Phases[0].Steps = append(k.Phases[0].Steps, journeys.Step{ID: fmt.Sprint(n - 1 - i)})
	}
	if got := Compare(j, k).Counts().Moved; got != n-1 {
		t.Errorf("%d moved", got)
	}
}
