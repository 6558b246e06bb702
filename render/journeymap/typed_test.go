package journeymap

import (
	"slices"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

// feelings are a journey of one phase whose steps feel as told.
func feelingsOf(emotions ...evidence.Emotion) fixture {
	j := &journeys.Journey{ID: "r", Title: "Reis", Phases: []journeys.Phase{{Title: "Fase"}}}
	ev := &evidence.Evidence{}
	for i, e := range emotions {
		id := string(rune('a' + i))
		j.Phases[0].Steps = append(j.Phases[0].Steps, journeys.Step{ID: id, Title: "Stap " + id, PainPoints: []string{"Het knelt"}})
		ev.Steps = append(ev.Steps, evidence.Step{ID: id, Emotion: e})
	}
	return fixture{j: j, ev: ev}
}

// curveStrokes are the dashes of the pieces of a curve, in its order.
func curveStrokes(items []drawing.Item) (all [][]float64) {
	for _, item := range items {
		switch g := item.(type) {
		case drawing.Group:
			if strings.HasPrefix(g.ID, "curve") {
				for _, it := range g.Items {
					if p, ok := it.(drawing.Path); ok && p.Stroke.Width > 0 {
						all = append(all, p.Stroke.Dash)
					}
				}
			}
			all = append(all, curveStrokes(g.Items)...)
		}
	}
	return all
}

// TestTypedFeelingIsNoLine holds that only what was measured at both ends is a solid line: in the wide form, in
// the narrow one, on slides and in the stamp; and that the key tells of the dashes.
func TestTypedFeelingIsNoLine(t *testing.T) {
	typed := evidence.Emotion{Kind: evidence.Typed, Value: -1}
	in := feelingsOf(derived(1, 0.2, 20), derived(0.5, 0.2, 20), typed, derived(-1, 0.2, 9), evidence.Emotion{}, derived(1, 0.3, 8)).input(words.Dutch)
	v := newView(in)
	want := []string{"solid", "dashed", "dashed", "dotted"}
	look := func(form string, d drawing.Drawing) {
		t.Helper()
		var got []string
		for _, dash := range curveStrokes(d.Items) {
			switch {
			case len(dash) == 0:
				got = append(got, "solid")
			case dash[0] < 1:
				got = append(got, "dotted")
			default:
				got = append(got, "dashed")
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: the curve is %v, want %v", form, got, want)
		}
	}
	wide := Wide(in, Whole)
	look("wide", wide)
	narrow := Narrow(in, Whole, 400)
	look("narrow", narrow)
	key := words.Dutch.ByTeam().KeyDashed
	for form, d := range map[string]drawing.Drawing{"wide": wide, "narrow": narrow} {
		if !strings.Contains(said(d), letters(key)) {
			t.Errorf("%s: the key does not say %q", form, key)
		}
		if !strings.Contains(said(d), letters("olgens het team")) {
			t.Errorf("%s: nothing says that the team says where it hurts", form)
		}
	}
	foot := ""
	for _, sc := range v.scenes(0) {
		foot += " " + said(sc.draw(render.Stadskamer(), "dia"))
	}
	if !strings.Contains(foot, letters(key)) {
		t.Errorf("no slide tells what the dashes mean")
	}
	measured := feelingsOf(derived(1, 0.2, 20), derived(0.5, 0.2, 20)).input(words.Dutch)
	if d := Narrow(measured, Whole, 400); strings.Contains(said(d), letters(key)) {
		t.Error("the key tells of dashes that are not there")
	}
}

// TestAdviceIsNotDone holds that what is only advised is never told as something that the municipality does.
func TestAdviceIsNotDone(t *testing.T) {
	f := feelingsOf(derived(1, 0.2, 20), derived(1, 0.2, 20))
	f.j.Phases[0].Steps[0].Systems = []string{"Website"}
	f.j.Advice = []journeys.Advice{{ID: "x", Title: "Doe iets", Step: "a", Status: "aangeboden"}, {ID: "y", Title: "Deed iets", Step: "b", Status: "gerealiseerd"}}
	var titles, texts string
	for _, sc := range newView(f.input(words.Dutch)).scenes(0) {
		titles += sc.title + "|"
		texts += said(sc.draw(render.Stadskamer(), "dia"))
	}
	if !strings.Contains(titles, "Wat de gemeente doet, en ons advies|") {
		t.Errorf("the slides are %q", titles)
	}
	for _, want := range []string{"Ons advies", "Al gedaan"} {
		if !strings.Contains(texts, letters(want)) {
			t.Errorf("no card is named %q", want)
		}
	}
}
