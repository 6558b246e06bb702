package journeymap

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

// ordinary journeys of n steps, made of the twelve of the allowance again and again.
func ordinary(n int) fixture {
	f := allowance()
	var phases []journeys.Phase
	for i := 0; n > 0; i++ {
		p := f.j.Phases[i%len(f.j.Phases)]
		p.Steps = append([]journeys.Step{}, p.Steps[:min(n, len(p.Steps))]...)
		for k := range p.Steps {
			if i >= len(f.j.Phases) { // later ones lead to their next step only
				p.Steps[k].ID, p.Steps[k].Next = fmt.Sprintf("%s-%d", p.Steps[k].ID, i), nil
			}
		}
		n -= len(p.Steps)
		phases = append(phases, p)
	}
	f.j.Phases = phases
	return f
}

func TestAWideMapIsWide(t *testing.T) {
	for n := 8; n <= 60; n += 4 {
		d := Wide(ordinary(n).input(words.Dutch), Whole)
		if d.Width < 1.5*d.Height {
			t.Errorf("%d steps are %.0f × %.0f", n, d.Width, d.Height)
		}
	}
}

func TestAPosterHasTheRatioOfItsPaper(t *testing.T) {
	for _, p := range Papers() {
		for _, n := range []int{1, 3, 12, 40} {
			d := Poster(ordinary(n).input(words.Dutch), Whole, p)
			if math.Abs(d.Width/d.Height-p.Width()/p.Height()) > 1e-9 {
				t.Errorf("%d steps on %s are %v × %v", n, p, d.Width, d.Height)
			}
		}
	}
}

func TestThePosterIsFilled(t *testing.T) {
	for _, n := range []int{3, 8, 12, 24, 60} {
		s := planPoster(newView(ordinary(n).input(words.Dutch)), A1.Width()/A1.Height())
		lowest := 0.0
		last := s.bands[len(s.bands)-1]
		for _, ln := range last.lanes {
			lowest = max(lowest, ln.box.Y+ln.box.H)
		}
		if void := s.footer.rule - lowest; void > 0.06*s.height {
			t.Errorf("%d steps leave %.0f of %.0f pixels empty at the foot", n, void, s.height)
		}
	}
}

func TestManyStepsStandInBandsThatEndWithAPhase(t *testing.T) {
	v := newView(ordinary(60).input(words.Dutch))
	s := planPoster(v, A1.Width()/A1.Height())
	if len(s.bands) < 2 {
		t.Fatalf("60 steps stand in %d band", len(s.bands))
	}
	at := 0
	for _, l := range s.bands {
		if l.v.first != at {
			t.Errorf("a band begins at step %d, after step %d", l.v.first+1, at)
		}
		at += len(l.v.steps)
		if strings.Contains(l.v.phases[0].title, "vervolg") {
			t.Errorf("a phase is divided before step %d", l.v.first+1)
		}
	}
	if at != 60 {
		t.Errorf("the bands show %d of 60 steps", at)
	}
	text := shown(Poster(ordinary(60).input(words.Dutch), Whole, A1))
	if next := fmt.Sprintf("stap %d", s.bands[1].v.first+1); !strings.Contains(text, next) {
		t.Errorf("the way out of the first band does not say %q", next)
	}
}

func TestAPhaseThatIsTooLongGoesOn(t *testing.T) {
	f := ordinary(40)
	all := f.j.Steps()
	long := journeys.Phase{Title: "Alles"}
	for _, s := range all {
		long.Steps = append(long.Steps, *s)
	}
	f.j.Phases = []journeys.Phase{long}
	bands := newView(f.input(words.Dutch)).inBands(2)
	if len(bands) != 2 || bands[1].phases[0].title != "Alles (vervolg)" || len(bands[0].steps) != 20 {
		t.Errorf("40 steps of one phase give %d bands", len(bands))
	}
}

func TestLegible(t *testing.T) {
	d := drawing.Drawing{Width: 841, Items: []drawing.Item{drawing.Text{S: "a", Size: 25.4}, drawing.Text{S: "b", Size: 30}}}
	if got := Legible(d, A1); math.Abs(got-72) > 1e-9 {
		t.Errorf("an inch is %v points", got)
	}
	if got := Legible(drawing.Drawing{Width: 10}, A1); got != 0 {
		t.Errorf("no type is %v points", got)
	}
	small := Poster(ordinary(60).input(words.Dutch), Whole, A3)
	if p, ok := PaperFor(small); Legible(small, A3) >= Readable || !ok || p != A0 {
		t.Errorf("60 steps: %.1f points on A3, asks for %v, %v", Legible(small, A3), p, ok)
	}
	if d := Poster(allowance().input(words.Dutch), Whole, A1); Legible(d, A1) < 7.5 {
		t.Errorf("the allowance has type of %.1f points on A1", Legible(d, A1))
	}
}

func TestParsePaper(t *testing.T) {
	for _, p := range Papers() {
		for _, name := range []string{p.String(), strings.ToLower(p.String())} {
			if got, err := ParsePaper(name); err != nil || got != p {
				t.Errorf("%s is read as %v, %v", name, got, err)
			}
		}
	}
	for _, name := range []string{"", "A4", "poster"} {
		if _, err := ParsePaper(name); err == nil {
			t.Errorf("%q is a paper", name)
		}
	}
}

func TestTheHardestMomentIsMeasured(t *testing.T) {
	for _, c := range []struct {
		name  string
		moods []evidence.Emotion
		want  int
	}{
		{"the lowest", []evidence.Emotion{derived(-1, 0.1, 40), derived(-1.5, 0.1, 40), derived(1, 0.1, 40)}, 1},
		{"what was typed does not count", []evidence.Emotion{derived(-1, 0.1, 40), {Kind: evidence.Typed, Value: -2}, derived(1, 0.1, 40)}, 0},
		{"too few scores do not count", []evidence.Emotion{derived(-1, 0.1, 40), derived(-2, 0.1, evidence.EnoughScores-1), derived(1, 0.1, 40)}, 0},
		{"one step is no comparison", []evidence.Emotion{derived(-1, 0.1, 40), {Kind: evidence.Typed, Value: 1}}, -1},
		{"nobody is unhappy", []evidence.Emotion{derived(0.2, 0.1, 40), derived(1, 0.1, 40)}, -1},
		{"nothing is known", []evidence.Emotion{{}, {}}, -1},
	} {
		v := &view{ev: &evidence.Evidence{}}
		for i, e := range c.moods {
			step := &journeys.Step{ID: fmt.Sprint(i)}
			v.all = append(v.all, stepView{Step: step, emotion: e})
			v.ev.Steps = append(v.ev.Steps, evidence.Step{ID: step.ID, Emotion: e})
		}
		if got := v.hardest(); got != c.want {
			t.Errorf("%s: got %d, want %d", c.name, got, c.want)
		}
	}
	f := allowance()
	if text := shown(Wide(f.input(words.Dutch), Whole)); strings.Count(text, "Laagst gemeten") != 1 {
		t.Error("the hardest moment is not called out once")
	}
	f.ev = nil
	if text := shown(Wide(f.input(words.Dutch), Whole)); strings.Contains(text, "Laagst gemeten") {
		t.Error("a hardest moment is called out without evidence")
	}
}

func TestAChannelHasOneColourInEveryPicture(t *testing.T) {
	f := ordinary(60)
	order := map[string]int{}
	look := func(s *sheet) {
		for _, l := range s.bands {
			for _, r := range l.channels.rows {
				if was, seen := order[r.name]; seen && was != r.order {
					t.Errorf("%q has colour %d and %d", r.name, was, r.order)
				}
				order[r.name] = r.order
			}
		}
	}
	look(planWide(newView(f.input(words.Dutch))))
	look(planPoster(newView(f.input(words.Dutch)), A3.Width()/A3.Height()))
	v := newView(f.input(words.Dutch))
	for i := range v.phases {
		for _, sc := range v.scenes(i) {
			for _, c := range sc.columns {
				for _, ch := range c.entries[0].chips {
					if was, seen := order[ch.name]; seen && was != ch.order {
						t.Errorf("%q has colour %d and %d", ch.name, was, ch.order)
					}
				}
			}
		}
	}
}

func TestLettersOfOwnChannels(t *testing.T) {
	v := newView(bare().input(words.Dutch))
	all := []string{"website", "wijkkrant", "buurthuis", "wijkteam", ""}
	for name, want := range map[string]string{"buurthuis": "B", "wijkkrant": "Wk", "wijkteam": "Wt"} {
		if got := v.letters(name, all); got != want {
			t.Errorf("%s has the letters %q, want %q", name, got, want)
		}
	}
}

func TestLayoutOfPosters(t *testing.T) {
	for name, f := range map[string]fixture{"energietoeslag.a1.txt": allowance(), "zestig.a1.txt": ordinary(60)} {
		s := planPoster(newView(f.input(words.Dutch)), A1.Width()/A1.Height())
		var b strings.Builder
		fmt.Fprintf(&b, "page %.0f × %.0f, %d bands, %.2f points on A1\n", s.width, s.height, len(s.bands),
			Legible(Poster(f.input(words.Dutch), Whole, A1), A1))
		solid, _ := things(s)
		for _, x := range solid {
			if strings.Contains(x.name, "lane") || strings.Contains(x.name, "phase") || strings.Contains(x.name, "flag") || !strings.ContainsAny(x.name, "0123456789") {
				fmt.Fprintf(&b, "%-30s x %6.0f  y %6.0f  w %6.0f  h %6.0f\n", x.name, x.box.X, x.box.Y, x.box.W, x.box.H)
			}
		}
		golden(t, name, b.String())
	}
}

// TestHeaderNamesItsCount holds that the number of signals at steps is not taken for all that were read.
func TestHeaderNamesItsCount(t *testing.T) {
	f := allowance()
	if text := strings.Join(strings.Fields(shown(Wide(f.input(words.Dutch), Whole))), " "); !strings.Contains(text, "signalen bij een stap") {
		t.Error("the header does not say which signals it counts")
	}
}
