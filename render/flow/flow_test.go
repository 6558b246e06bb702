package flow

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
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
	p := newPlanner(build(j, counted(j)), words.Dutch)
	g, err := p.layout(context.Background(), engine(), j.Title, "")
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
		"nasty": nasty(), "one": grid(1), "sixty": grid(60), "eighty": random(1, 80, 200), "most": grid(MaxSteps),
	}
	for seed := range int64(24) {
		n := 1 + int(seed*7)%23
		all[fmt.Sprint("random ", seed)] = random(seed, n, int(seed)%3*n/2)
	}
	return all
}

func TestNothingOverlaps(t *testing.T) {
	for name, j := range samples() {
		t.Run(name, func(t *testing.T) { checkPage(t, lay(t, j)) })
	}
}

type named struct {
	name string
	box  drawing.Box
}

func checkPage(t *testing.T, g *page) {
	var boxes []named
	for _, b := range g.bands {
		for i := b.first; b.holds(i); i++ {
			boxes = append(boxes, named{fmt.Sprint("step ", i+1), b.cells[i]})
			if i < len(g.cells) && (math.Abs(b.cells[i].H-g.cells[i].height()) > 2 || math.Abs(b.cells[i].W-g.card) > 1) {
				t.Errorf("step %d is placed as %v, must be %v × %v", i+1, b.cells[i], g.card, g.cells[i].height())
			}
		}
		for k := range g.links {
			if box, ok := b.labels[k]; ok {
				boxes = append(boxes, named{fmt.Sprint("label ", k), box})
				if text := g.labels[k]; width(text.lines) > box.W-labelPad || height(text.lines) > box.H {
					t.Errorf("label %d at %v is too small for %v", k, box, text.lines)
				}
			}
		}
	}
	labels, steps := 0, 0
	inner := drawing.Box{X: pageMargin / 2, Y: g.top, W: g.w - pageMargin, H: g.legendTop - g.top}
	for i, a := range boxes {
		if strings.HasPrefix(a.name, "label") {
			labels++
		} else {
			steps++
		}
		if !a.box.Inside(inner) {
			t.Errorf("%s at %v lies outside the page %v", a.name, a.box, inner)
		}
		for _, b := range boxes[:i] {
			if a.box.Overlaps(b.box) {
				t.Errorf("%s at %v overlaps %s at %v", a.name, a.box, b.name, b.box)
			}
		}
	}
	want := 0
	for k := range g.links {
		if g.labels[k] != nil {
			want++
		}
	}
	ends := 0
	if g.ends() {
		ends = 1
	}
	if labels != want || steps != len(g.steps)+ends {
		t.Errorf("%d labels and %d steps are placed, want %d and %d", labels, steps, want, len(g.steps)+ends)
	}
	for i, a := range g.panels {
		for _, b := range g.panels[:i] {
			if a.box.Overlaps(b.box) {
				t.Errorf("the panels %v and %v overlap", a.box, b.box)
			}
		}
	}
	checkLines(t, g, boxes, inner)
}

// checkLines follows every line: it is in one piece, ends where it should and passes no step.
func checkLines(t *testing.T, g *page, boxes []named, inner drawing.Box) {
	a := artist{page: g, theme: render.Stadskamer(), ids: map[string]bool{}}
	for k, l := range g.links {
		if g.jumps[k] {
			continue
		}
		line, _ := a.track(k, 1)
		if len(line.Segs) == 0 {
			t.Errorf("line %d (%d → %d) is not drawn", k, l.from+1, l.to+1)
			continue
		}
		for _, q := range points(line) {
			if at := (drawing.Box{X: q.X, Y: q.Y}); !at.Inside(inner) {
				t.Errorf("line %d (%d → %d) leaves the page at %v", k, l.from+1, l.to+1, q)
				break
			}
			if name := hits(g, boxes, l, q); name != "" {
				t.Errorf("line %d (%d → %d) runs through %s at %v", k, l.from+1, l.to+1, name, q)
				break
			}
		}
		first, last := line.Segs[0].P[0], line.Segs[len(line.Segs)-1].End()
		for _, b := range g.bands {
			for _, end := range []struct {
				step int
				at   drawing.Point
			}{{l.from, first}, {l.to, last}} {
				if b.holds(end.step) && !touches(b.cells[end.step], end.at) {
					t.Errorf("line %d (%d → %d) must touch step %d, is at %v", k, l.from+1, l.to+1, end.step+1, end.at)
				}
			}
		}
	}
}

// hits names a step, not one of its own, that a line runs through at q. A line may graze one.
func hits(g *page, boxes []named, l link, q drawing.Point) string {
	const slack = 6
	for _, b := range boxes {
		own := b.name == fmt.Sprint("step ", l.from+1) || b.name == fmt.Sprint("step ", l.to+1)
		inside := q.X > b.box.X+slack && q.X < b.box.X+b.box.W-slack && q.Y > b.box.Y+slack && q.Y < b.box.Y+b.box.H-slack
		if !own && inside && strings.HasPrefix(b.name, "step") {
			return b.name
		}
	}
	return ""
}

// touches reports whether q lies on a side of the box, but for the length of an arrowhead.
func touches(b drawing.Box, q drawing.Point) bool {
	const slack = 9
	wide := drawing.Box{X: b.X - slack, Y: b.Y - slack, W: b.W + 2*slack, H: b.H + 2*slack}
	at := drawing.Box{X: q.X, Y: q.Y}
	return at.Inside(wide) && (q.X < b.X+slack || q.X > b.X+b.W-slack)
}

// points samples a path.
func points(p drawing.Path) []drawing.Point {
	var all []drawing.Point
	var at drawing.Point
	for _, s := range p.Segs {
		for i := 1; i <= 20; i++ {
			t := float64(i) / 20
			switch s.Op {
			case drawing.CubicTo:
				q, _, _ := cut(at, s.P[0], s.P[1], s.P[2], t)
				all = append(all, q)
			case drawing.LineTo:
				all = append(all, drawing.Point{X: at.X + (s.P[0].X-at.X)*t, Y: at.Y + (s.P[0].Y-at.Y)*t})
			}
		}
		at = s.End()
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
	for _, j := range []*journeys.Journey{allowance(), grid(60), random(1, 80, 200), grid(MaxSteps)} {
		b.Run(fmt.Sprint(len(j.Steps()), " steps"), func(b *testing.B) {
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
