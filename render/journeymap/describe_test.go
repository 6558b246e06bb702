package journeymap

import (
	"fmt"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

func TestDescribe(t *testing.T) {
	f := allowance()
	var b strings.Builder
	for _, lang := range []words.Lang{words.Dutch, words.English} {
		alt, table := Describe(f.input(lang))
		fmt.Fprintf(&b, "%s\n\n%s\n", alt, table.Caption)
		for _, c := range table.Columns {
			fmt.Fprintf(&b, "%s | ", c.Title)
		}
		b.WriteString("\n")
		for _, row := range table.Rows {
			if len(row) != len(table.Columns) {
				t.Errorf("a row has %d cells for %d columns", len(row), len(table.Columns))
			}
			b.WriteString(strings.Join(row, " | ") + "\n")
		}
		b.WriteString("\n")
	}
	golden(t, "energietoeslag.words.txt", b.String())
}

// shown is all text of a drawing.
func shown(d drawing.Drawing) string {
	var b strings.Builder
	drawing.Walk(d.Items, func(it drawing.Item) {
		if x, ok := it.(drawing.Text); ok {
			b.WriteString(x.S + "\n")
		}
	})
	return b.String()
}

func TestSmallGroupsAndUnapprovedQuotesStayHidden(t *testing.T) {
	f := allowance()
	text := shown(Wide(f.input(words.Dutch), Whole))
	if strings.Contains(text, "niet akkoord") {
		t.Error("a quote without approval is shown")
	}
	if !strings.Contains(text, "< 5") {
		t.Error("the three objections do not show as < 5")
	}
	if !strings.Contains(text, "+ 1 ander citaat") {
		t.Error("the third quote of a step is not counted")
	}
	if with := shown(Wide(fixture{j: f.j, ev: f.ev}.input(words.Dutch), Whole)); strings.Contains(with, "pinautomaat") {
		t.Error("quotes are shown although the caller gave none")
	}
}

func TestPersonalDataLeavesThePersona(t *testing.T) {
	f := allowance()
	f.j.Persona.Quote = "Bel mij op 06 12345678"
	if text := shown(Wide(f.input(words.Dutch), Whole)); strings.Contains(text, "12345678") {
		t.Error("the persona's quote shows a telephone number")
	}
}

func TestEmptyLanesDisappear(t *testing.T) {
	f := bare()
	v := newView(f.input(words.Dutch))
	s := planWide(v)
	l := s.bands[0]
	if len(l.lanes) != 1 || l.channels != nil || l.curve != nil || len(l.lines) != 0 || s.key != nil {
		t.Errorf("a bare step has %d lanes, channels %v, curve %v, %d lines", len(l.lanes), l.channels, l.curve, len(l.lines))
	}
	if s.width < narrowest {
		t.Errorf("the page is only %v wide", s.width)
	}
	empty := &journeys.Journey{Title: "Leeg"}
	if d := Wide(fixture{j: empty}.input(words.Dutch), Whole); d.Height <= 0 {
		t.Errorf("a journey without phases gives %v × %v", d.Width, d.Height)
	}
}

func TestWhereCustomersGo(t *testing.T) {
	steps := func(next ...journeys.Flow) fixture {
		f := bare()
		f.j.Phases[0].Steps = []journeys.Step{{ID: "a", Title: "A", Next: next}, {ID: "b", Title: "B"}, {ID: "c", Title: "C"}}
		return f
	}
	for _, c := range []struct {
		name string
		next []journeys.Flow
		want string
	}{
		{"nothing said: the next step", nil, "b 1 implied"},
		{"a stated way takes the place of it", []journeys.Flow{{To: "c"}}, "c -1"},
		{"the rest goes on", []journeys.Flow{{To: "c", Share: share(0.25)}}, "c 0.25; b 0.75 implied"},
		{"drop-outs leave the rest", []journeys.Flow{{DropOut: "weg", Share: share(0.1)}}, "b 0.9 implied"},
		{"unknown drop-outs too", []journeys.Flow{{DropOut: "weg"}}, "b -1 implied"},
		{"all stated", []journeys.Flow{{To: "b", Share: share(0.6)}, {To: "c", Share: share(0.4)}}, "b 0.6; c 0.4"},
		{"everybody leaves", []journeys.Flow{{DropOut: "weg", Share: share(1)}}, ""},
		{"an unknown step is not drawn", []journeys.Flow{{To: "x", Share: share(1)}}, ""},
	} {
		f := steps(c.next...)
		v := newView(fixture{j: f.j}.input(words.Dutch))
		var got []string
		for _, fl := range v.steps[0].flows {
			text := fmt.Sprintf("%s %.4g", v.steps[fl.to].ID, fl.share)
			if fl.implied {
				text += " implied"
			}
			got = append(got, text)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
	}
}

func TestTextIsLegibleOnEveryTint(t *testing.T) {
	theme := render.Stadskamer()
	p := painter{t: theme}
	for i, phase := range theme.Phases {
		for _, r := range []role{ink, soft, good, bad, warn, accent} {
			if c := drawing.Contrast(p.color(r, i), phase.Tint); c < 4.5 {
				t.Errorf("role %d on the tint of phase %d has a contrast of %.2f", r, i, c)
			}
		}
		if c := drawing.Contrast(p.slate(), phase.Tint); c < 3 {
			t.Errorf("ways on the tint of phase %d have a contrast of %.2f", i, c)
		}
	}
	if c := drawing.Contrast(p.color(onHeaderSoft, 0), theme.Header); c < 4.5 {
		t.Errorf("quiet text in the header has a contrast of %.2f", c)
	}
}

func TestTheCurveShowsNoMoodThatNobodyFelt(t *testing.T) {
	f := random(7, 40)
	v := newView(fixture{j: f.j, ev: f.ev}.input(words.Dutch))
	g := newGrid(v)
	ks := v.knots(g, 0)
	for i := 1; i < len(ks); i++ {
		a, b := ks[i-1], ks[i]
		c := segment(a.x, a.y, a.slope, b.x, b.y, b.slope)
		for k := range 101 {
			if y := yAt(c, float64(k)/100); y < min(a.y, b.y)-1e-6 || y > max(a.y, b.y)+1e-6 {
				t.Fatalf("between %.1f and %.1f the curve reaches %.1f", a.y, b.y, y)
			}
		}
	}
}

func TestDrawIsTheSameEveryTime(t *testing.T) {
	f := random(5, 30)
	var first string
	for range 3 {
		var b strings.Builder
		if err := drawing.WriteSVG(&b, Wide(f.input(words.Dutch), Whole), drawing.SVGOptions{}); err != nil {
			t.Fatal(err)
		}
		if first == "" {
			first = b.String()
		}
		if b.String() != first {
			t.Fatal("two drawings of one journey differ")
		}
	}
}

func TestRightToLeftNamesLeaveNumbersAlone(t *testing.T) {
	if got := apart("مرحبا"); got != "مرحبا\u200e" {
		t.Errorf("got %q", got)
	}
	if got := clean("\u202Eabc\u202C\u200F 12"); got != "abc 12" {
		t.Errorf("clean leaves %q", got)
	}
}
