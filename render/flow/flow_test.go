package flow

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"klantreis/journeys"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/flow/graphviz"
	"klantreis/render/words"
)

// engine is shared by all tests, so that the module is compiled once.
var engine = sync.OnceValue(func() *graphviz.Engine { return graphviz.New("") })

func lay(t testing.TB, j *journeys.Journey) *page {
	t.Helper()
	g, err := layout(context.Background(), engine(), build(j, counted(j)), words.Dutch, j.Title, "")
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func draw(t testing.TB, j *journeys.Journey, lang words.Lang) drawing.Drawing {
	t.Helper()
	d, err := Draw(context.Background(), engine(), j, counted(j), render.Stadskamer(), lang)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// samples are the journeys that every rule below must hold for.
func samples() map[string]*journeys.Journey {
	all := map[string]*journeys.Journey{
		"allowance": allowance(), "moving": moving(), "passport": passport(), "complaint": complaint(), "long": long(),
		"nasty": nasty(), "one": grid(1), "sixty": grid(60), "eighty": random(1, 80, 200), "most": grid(MaxSteps), "complete": complete(24), "star": star(MaxSteps),
	}
	for seed := range int64(40) {
		n := 1 + int(seed*33)%80
		all[fmt.Sprint("random ", seed)] = random(seed, n, int(seed)%4*n/2)
	}
	return all
}

func TestTextStaysOnThePage(t *testing.T) {
	for name, j := range samples() {
		d := draw(t, j, words.English)
		ids := map[string]bool{}
		drawing.Walk(d.Items, func(it drawing.Item) {
			switch v := it.(type) {
			case drawing.Text:
				if v.Left() < 0 || v.Left()+v.Width() > d.Width || v.Y < v.Size*0.7 || v.Y > d.Height {
					t.Errorf("%s: %q at %.0f, %.0f leaves the page of %.0f × %.0f", name, v.S, v.X, v.Y, d.Width, d.Height)
				}
				if small := v.Size * 1800 / max(1800, d.Width); small < 12-1e-9 {
					t.Errorf("%s: %q is set in %.1f pixels on a page 1800 wide", name, v.S, small)
				}
			case drawing.Group:
				if v.ID != "" && ids[v.ID] {
					t.Errorf("%s: the id %q is used twice", name, v.ID)
				}
				ids[v.ID] = true
			}
		})
		if d.Width/d.Height > widest+0.01 {
			t.Errorf("%s: %.0f × %.0f is too wide", name, d.Width, d.Height)
		}
	}
}

func TestRealisticJourneysSuitAScreen(t *testing.T) {
	for _, j := range []*journeys.Journey{allowance(), moving(), passport(), complaint()} {
		d := draw(t, j, words.Dutch)
		if form := d.Width / d.Height; form < narrowest-0.01 || form > widest+0.01 {
			t.Errorf("%s: %.0f × %.0f is no form for a screen", j.Title, d.Width, d.Height)
		}
	}
}

func TestBadgesAreSpots(t *testing.T) {
	j := allowance()
	d := draw(t, j, words.Dutch)
	var got []string
	for _, s := range d.Spots {
		got = append(got, s.For)
		if s.Box.W <= 0 || !s.Box.Inside(drawing.Box{W: d.Width, H: d.Height}) {
			t.Errorf("the spot %v is no place on the page", s)
		}
	}
	var want []string
	for i, s := range j.Steps() {
		if counted(j).Steps[i].N > 0 {
			want = append(want, render.BackingID(render.BackingStep, s.ID))
		}
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got the spots %v, want %v", got, want)
	}
}

// TestKindsDifferWithoutColour holds the kinds of lines against each other in width and dashes, and
// each against the grounds that it runs over.
func TestKindsDifferWithoutColour(t *testing.T) {
	a := artist{theme: render.Stadskamer()}
	kinds := map[string]link{
		"main": {main: true, weight: 0.5}, "side": {kind: choice, weight: 0.5}, "back": {kind: back, weight: 0.5}, "unknown": {main: true, weight: -1},
	}
	grounds := []drawing.Color{a.theme.Paper}
	for i := range a.theme.Phases {
		grounds = append(grounds, a.theme.Phase(i).Tint)
	}
	dashes := map[string]bool{}
	for name, l := range kinds {
		color, dash := a.style(l)
		dashes[fmt.Sprint(dash)] = true
		for _, ground := range grounds {
			if c := drawing.Contrast(color, ground); c < 3 {
				t.Errorf("%s on %v: contrast %.2f", name, ground, c)
			}
		}
	}
	if len(dashes) != 3 {
		t.Errorf("lines back, known lines and unknown ones must differ in dashes: %v", dashes)
	}
	if lineWidth(0) != 2 || lineWidth(1) != 14 || lineWidth(3) != 14 || lineWidth(-1) != 2 {
		t.Error("widths run from 2 to 14")
	}
}

func TestLegendSaysThatSharesAreTyped(t *testing.T) {
	for _, c := range []struct {
		lang words.Lang
		want string
	}{{words.Dutch, "niet gemeten"}, {words.English, "not measured"}} {
		found := false
		drawing.Walk(draw(t, allowance(), c.lang).Items, func(it drawing.Item) {
			v, ok := it.(drawing.Text)
			found = found || ok && strings.Contains(v.S, c.want)
		})
		if !found {
			t.Errorf("the picture in %s does not say %q", c.lang, c.want)
		}
	}
}

func TestSameInputSameBytes(t *testing.T) {
	for _, j := range []*journeys.Journey{allowance(), random(3, 30, 60)} {
		var first bytes.Buffer
		if err := drawing.WriteSVG(&first, draw(t, j, words.Dutch), drawing.SVGOptions{}); err != nil {
			t.Fatal(err)
		}
		for range 3 {
			var again bytes.Buffer
			if err := drawing.WriteSVG(&again, draw(t, j, words.Dutch), drawing.SVGOptions{}); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(first.Bytes(), again.Bytes()) {
				t.Fatalf("%s: two drawings differ", j.Title)
			}
		}
	}
}

func TestLimits(t *testing.T) {
	if _, err := Draw(context.Background(), engine(), grid(MaxSteps+1), nil, render.Stadskamer(), words.Dutch); !errors.Is(err, ErrTooLarge) {
		t.Errorf("too many steps: %v", err)
	}
	if _, err := Draw(context.Background(), engine(), random(1, 40, 2*MaxLinks), nil, render.Stadskamer(), words.Dutch); !errors.Is(err, ErrTooLarge) {
		t.Errorf("too many lines: %v", err)
	}
	if _, err := Draw(context.Background(), engine(), complete(40), nil, render.Stadskamer(), words.Dutch); !errors.Is(err, ErrTooLarge) {
		t.Errorf("every step leads to every other: %v", err)
	}
	notice := Notice(grid(MaxSteps+1), render.Stadskamer(), words.Dutch)
	if !strings.Contains(notice.Desc, "200 stappen") || !strings.Contains(notice.Desc, "tabel") {
		t.Errorf("the notice says %q", notice.Desc)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Draw(ctx, engine(), allowance(), nil, render.Stadskamer(), words.Dutch); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled context: %v", err)
	}
	if _, err := Draw(context.Background(), engine(), &journeys.Journey{Title: "Leeg"}, nil, render.Stadskamer(), words.Dutch); err != nil {
		t.Errorf("a journey without steps: %v", err)
	}
}

func TestWaysOn(t *testing.T) {
	j := journey("Wegen", phase("A",
		at("a", "A", ""),
		at("b", "B", "", out("weg", share(4))),
		at("c", "C", "", to("e", "soms", share(31)), out("weg", share(4))),
		at("d", "D", "", to("a", "", nil), to("nergens", "", nil)),
		at("e", "E", "", to("nergens", "", share(50))),
		at("f", "F", "", out("allemaal weg", share(100)))))
	m := build(j, nil)
	var got []string
	for _, l := range m.links {
		got = append(got, fmt.Sprintf("%d-%d %s rest=%v %.2f", l.from+1, l.to+1, l.kind.id(), l.rest, l.weight))
	}
	want := []string{
		"1-2 verder rest=false 1.00", // nothing said: all go on
		"2-3 verder rest=false 0.96", // all who stay go on
		"3-4 verder rest=true 0.65",  // the others go on
		"3-5 keuze rest=false 0.31",
		"4-1 terug rest=false 1.00",
		"5-6 verder rest=false 1.00", // a line to nowhere is as good as none
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestDescribe(t *testing.T) {
	alt, table := Describe(allowance(), nil, words.Dutch)
	for _, want := range []string{
		"11 stappen in 4 fasen", "31%", "na twee weken nog niets",
		"Bij stap 7 ‘Wacht op het geld’ haakt 4% af (geeft op).",
		"Van stap 8 ‘Belt waar het geld blijft’ gaat 64% terug naar stap 7 ‘Wacht op het geld’ (moet nog even wachten).",
	} {
		if !strings.Contains(alt, want) {
			t.Errorf("the text alternative lacks %q:\n%s", want, alt)
		}
	}
	for i, row := range table.Rows {
		if len(row) != len(table.Columns) {
			t.Errorf("row %d has %d cells", i, len(row))
		}
	}
	if got := strings.Join(table.Rows[1], "|"); got != "2 Zoekt of het ook voor haar is|4 Vult het formulier in|het is duidelijk|58%|Keuze of omweg" {
		t.Errorf("row 2 is %s", got)
	}
	if alt, _ := Describe(passport(), nil, words.Dutch); !strings.Contains(alt, "geen keuzes") {
		t.Errorf("a plain journey: %s", alt)
	}
}

func BenchmarkDraw(b *testing.B) {
	for _, j := range []*journeys.Journey{allowance(), grid(60), random(1, 80, 200), grid(MaxSteps), random(2, MaxSteps, 150), complete(24)} {
		b.Run(fmt.Sprint(len(j.Steps()), " steps, ", len(build(j, nil).links), " lines"), func(b *testing.B) {
			draw(b, j, words.Dutch)
			for b.Loop() {
				draw(b, j, words.Dutch)
			}
		})
	}
}

// BenchmarkCold includes compiling the module, into a new cache.
func BenchmarkCold(b *testing.B) {
	j := allowance()
	for b.Loop() {
		e := graphviz.New(b.TempDir())
		if _, err := Draw(context.Background(), e, j, nil, render.Stadskamer(), words.Dutch); err != nil {
			b.Fatal(err)
		}
		if err := e.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
