package journeymap

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/difference"
	"klantreis/journeys/evidence"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

// wished is the energy allowance as it is wished for: a step less, one more, one moved, moods typed.
func wished() fixture {
	f := allowance()
	f.ev, f.quotes = nil, nil
	f.j.ID, f.j.Variant, f.j.Advice = "energietoeslag-gewenst", "gewenst", nil
	for p := range f.j.Phases {
		for s := range f.j.Phases[p].Steps {
			st := &f.j.Phases[p].Steps[s]
			st.Emotion, st.Selectors, st.Quotes = share(1.5-float64(s)/2), nil, nil
			st.PainPoints = st.PainPoints[:len(st.PainPoints)/2]
		}
	}
	f.j.Phases[0].Title = "Gevonden worden"
	first, second := f.j.Phases[0].Steps, f.j.Phases[1].Steps
	f.j.Phases[0].Steps = []journeys.Step{first[0], second[1], first[2]}
	f.j.Phases[1].Steps = append([]journeys.Step{{ID: "datum", Title: "Ziet meteen de betaaldatum", Channels: []string{"website"}, Does: "Zet de datum in de agenda", Emotion: share(2)}}, second[0], second[2])
	return f
}

// comparisons are the pairs that every test looks at.
func comparisons() map[string][2]fixture {
	a := allowance()
	moodless := func() fixture {
		f := bare()
		f.j.Phases[0].Steps = append(f.j.Phases[0].Steps, journeys.Step{ID: "belt", Title: "Belt"})
		return f
	}
	dropped := wished() // a whole phase goes, and one comes
	dropped.j.Phases = append(dropped.j.Phases[1:], journeys.Phase{Title: "Nazorg", Steps: []journeys.Step{{ID: "na", Title: "Krijgt een belletje", Emotion: share(-2)}}})
	all := map[string][2]fixture{
		"wished": {a, wished()}, "same": {a, allowance()}, "back": {wished(), a}, "one against many": {bare(), random(3, 60)},
		"many against one": {random(3, 60), bare()}, "nothing shared": {a, bare()}, "no moods": {bare(), moodless()},
		"long": {wordy(), wished()}, "nasty": {nasty(), wished()}, "nasty back": {a, nasty()}, "phases": {a, dropped},
	}
	for seed := range uint64(6) { // two of a kind share most ids
		all[fmt.Sprintf("seed %d", seed)] = [2]fixture{random(seed, 12), random(seed+50, 14)}
	}
	return all
}

func TestComparisonsFitTheirPage(t *testing.T) {
	for name, c := range comparisons() {
		for _, lang := range []words.Lang{words.Dutch, words.English} {
			t.Run(name+" "+string(lang), func(t *testing.T) {
				before, after := c[0].input(lang), c[1].input(lang)
				p := newPair(before, after)
				l := planPair(p)
				for i := range p.phases {
					p.phases[i].number = i + 1 // the test names things by number
				}
				for i := range l.lanes { // it also names them by their kind, of which each lane has one on the map
					for k := range l.lanes[i].cards {
						if c := &l.lanes[i].cards[k]; c.kind != stepCard {
							c.kind = kind(i) + hearCard
						}
					}
				}
				shared := l.sheet
				shared.bands = []*layout{l.layout}
				check(t, &shared)
				checkMoods(t, l)
				checkDrawing(t, Compare(before, after))
			})
		}
	}
}

// checkMoods looks at the lane with both curves: nothing overlaps and nothing leaves it.
func checkMoods(t *testing.T, l *pairLayout) {
	t.Helper()
	m := l.moods
	if m == nil {
		return
	}
	var all []named
	for side, s := range m.sides {
		for _, pt := range s.points {
			all = append(all, named{name: fmt.Sprintf("face %d of side %d", pt.step, side), box: drawing.Box{X: pt.x - diamond, Y: pt.y - diamond, W: 2 * diamond, H: 2 * diamond}},
				named{name: fmt.Sprintf("value %d of side %d", pt.step, side), box: pt.value.extent()})
		}
	}
	for _, g := range m.tags {
		all = append(all, named{name: "sign", box: drawing.Box{X: g.x - 8, Y: g.y - 8, W: 16, H: 16}})
	}
	for _, c := range m.chips {
		all = append(all, named{name: fmt.Sprintf("chip %d", c.column), box: c.box})
	}
	for _, n := range m.notes {
		all = append(all, named{name: fmt.Sprintf("note %d", n.column), box: n.extent()})
	}
	for i, a := range all {
		if !a.box.Inside(m.box) {
			t.Errorf("%s leaves the lane: %+v of %+v", a.name, a.box, m.box)
		}
		for _, b := range all[i+1:] {
			if a.box.Overlaps(b.box) {
				t.Errorf("%s overlaps %s", a.name, b.name)
			}
		}
	}
}

func TestSameJourneysShowNoDifference(t *testing.T) {
	a := allowance()
	p := newPair(a.input(words.Dutch), allowance().input(words.Dutch))
	l := planPair(p)
	if len(l.moods.shades)+len(l.moods.tags) > 0 {
		t.Errorf("equal curves have %d differences between them", len(l.moods.shades))
	}
	for _, ch := range l.moods.chips {
		if ch.role != roleSame {
			t.Errorf("column %d differs: %v", ch.column, ch.text.lines)
		}
	}
	if alt, _ := DescribeComparison(a.input(words.English), a.input(words.English)); !strings.Contains(alt, "No difference") {
		t.Errorf("the description says %q", alt)
	}
}

// TestBetterIsAbove holds the shades against the values.
func TestBetterIsAbove(t *testing.T) {
	one := func(v float64) fixture {
		f := bare()
		f.j.Phases[0].Steps[0].Emotion = &v
		return f
	}
	for _, c := range []struct {
		before, after float64
		gain          bool
		want          difference.Direction
	}{{-1, 1, true, difference.Rises}, {2, 0.5, false, difference.Falls}} {
		p := newPair(one(c.before).input(words.Dutch), one(c.after).input(words.Dutch))
		l := planPair(p)
		if len(l.moods.shades) != 1 || l.moods.shades[0].gain != c.gain || len(l.moods.tags) != 1 || l.moods.tags[0].gain != c.gain {
			t.Errorf("%v to %v: %+v", c.before, c.after, l.moods.tags)
		}
		if got := p.c.Steps[0].Feeling.Direction; got != c.want {
			t.Errorf("%v to %v: %s", c.before, c.after, got)
		}
	}
}

// TestTypedStaysTyped: a value that somebody typed never gets the sign or the margin of a measured one.
func TestTypedStaysTyped(t *testing.T) {
	p := newPair(allowance().input(words.Dutch), wished().input(words.Dutch))
	l := planPair(p)
	for _, pt := range l.moods.sides[1].points {
		if pt.emotion.Kind != evidence.Typed || pt.low != pt.high {
			t.Errorf("the wish at column %d looks measured", pt.step)
		}
	}
	d := Compare(allowance().input(words.Dutch), wished().input(words.Dutch))
	if !strings.Contains(d.Desc, words.Dutch.Compare().Wish) {
		t.Error("the description does not say that a wish is no measurement")
	}
}

func TestComparisonGoldens(t *testing.T) {
	alt, data := DescribeComparison(allowance().input(words.Dutch), wished().input(words.Dutch))
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", alt)
	for _, row := range data.Rows {
		if len(row) != len(data.Columns) {
			t.Fatalf("%d cells under %d heads", len(row), len(data.Columns))
		}
		for i, cell := range row {
			if cell != "" {
				fmt.Fprintf(&b, "%s: %s\n", data.Columns[i].Title, cell)
			}
		}
		b.WriteString("\n")
	}
	name := filepath.Join("testdata", "vergelijking.words.txt")
	if *update {
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil || string(want) != b.String() {
		t.Errorf("%s differs (%v):\n%s", name, err, b.String())
	}
}
