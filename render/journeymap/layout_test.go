package journeymap

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
	"klantreis/render/words"
)

var update = flag.Bool("update", false, "write the golden files anew")

// named is one placed thing: its box, and the name of what it must lie in.
type named struct {
	name string
	box  drawing.Box
	in   string
}

// things lists everything that must not cover anything else, and separately the contents of
// cards, which must lie in them.
func things(s *sheet) (solid, contents []named) {
	band, v := "", (*view)(nil)
	put := func(name string, b drawing.Box) { solid = append(solid, named{band + name, b, "page"}) }
	step := func(what string, i int) string { return fmt.Sprintf("%s %d", what, v.steps[i].number) }
	inside := func(parent string, blocks []block, rest ...drawing.Box) {
		parent = band + parent
		for k, b := range blocks {
			contents = append(contents, named{fmt.Sprintf("%s text %d", parent, k+1), b.extent(), parent})
		}
		for k, b := range rest {
			contents = append(contents, named{fmt.Sprintf("%s part %d", parent, k+1), b, parent})
		}
	}
	card := func(name string, c card) {
		put(name, c.box)
		var rest []drawing.Box
		for _, b := range c.bars {
			rest = append(rest, b.box)
		}
		for _, r := range c.ranges {
			rest = append(rest, r.box)
		}
		for _, b := range c.badges {
			rest = append(rest, b.box)
		}
		for _, m := range c.marks {
			if len(outline(m.icon)) > 0 { // signs of the key may stand closer than their squares
				rest = append(rest, m.box)
			}
		}
		blocks := c.blocks
		if c.kind == dropOutCard { // the share stands above its bar, within the bar's square
			rest = nil
		}
		inside(name, blocks, rest...)
	}
	if s.header.box.H > 0 {
		put("header", s.header.box)
		inside("header", s.header.blocks)
	}
	if s.persona != nil {
		card("persona", *s.persona)
	}
	if s.key != nil {
		card("key", *s.key)
	}
	for k, l := range s.bands {
		v = l.v
		if k > 0 {
			band = fmt.Sprintf("band %d ", k+1)
		}
		bandThings(l, v, put, inside, card, step)
	}
	band = ""
	for k, b := range s.footer.blocks {
		put(fmt.Sprintf("footer %d", k+1), b.extent())
	}
	for k, m := range s.footer.marks {
		put(fmt.Sprintf("footer mark %d", k+1), m.box)
	}
	return solid, contents
}

// bandThings lists what stands in one band.
func bandThings(l *layout, v *view, put func(string, drawing.Box), inside func(string, []block, ...drawing.Box), card func(string, card), step func(string, int) string) {
	for _, p := range l.phases {
		name := fmt.Sprintf("phase %d", v.phases[p.phase].number)
		put(name, p.box)
		inside(name, []block{p.title, p.meta})
	}
	for _, ln := range l.lanes {
		card("lane "+ln.name, ln.label)
		for _, c := range ln.cards {
			card(step(c.kind.String(), c.step), c)
		}
	}
	if c := l.channels; c != nil {
		put("lane channels", c.label.box)
		blocks := c.label.blocks
		for _, r := range c.rows {
			blocks = append(blocks, r.text)
		}
		inside("lane channels", blocks)
		for k, n := range c.nodes {
			put(fmt.Sprintf("%s.%d", step("node", n.step), k), n.box())
		}
		for k, e := range c.edges {
			if e.pill != nil {
				name := fmt.Sprintf("pill %d-%d.%d", e.from+1, e.to+1, k)
				put(name, e.pill.box)
				inside(name, []block{e.pill.text})
			}
		}
	}
	if c := l.curve; c != nil {
		put("lane curve", c.label.box)
		inside("lane curve", append(append([]block{}, c.label.blocks...), c.axis...))
		for _, p := range c.points {
			put(step("face", p.step), p.box())
			put(step("value", p.step), p.value.extent())
		}
		for i, o := range c.origins {
			put(step("origin", i), o.extent())
		}
		if f := c.flag; f != nil {
			put("flag", f.box)
			inside("flag", []block{f.text, f.basis})
		}
		for _, b := range c.balloons {
			put(step("balloon", b.step), b.box)
			inside(step("balloon", b.step), b.blocks)
		}
	}
	for _, d := range l.lines {
		put("line "+d.name, d.text.extent())
	}
}

// check reports every fault of a layout.
func check(t *testing.T, l *sheet) {
	t.Helper()
	page := drawing.Box{W: l.width, H: l.height}
	solid, contents := things(l)
	parents := map[string]drawing.Box{"page": page}
	faults := 0
	fault := func(format string, args ...any) {
		if faults++; faults < 12 {
			t.Errorf(format, args...)
		}
	}
	for _, s := range solid {
		if _, twice := parents[s.name]; twice {
			fault("two things are called %q", s.name)
		}
		parents[s.name] = s.box
	}
	for i, a := range solid {
		if !a.box.Inside(page) {
			fault("%s leaves the page: %+v of %+v", a.name, a.box, page)
		}
		for _, b := range solid[i+1:] {
			if a.box.Overlaps(b.box) {
				fault("%s overlaps %s: %+v %+v", a.name, b.name, a.box, b.box)
			}
		}
	}
	byParent := map[string][]named{}
	for _, c := range contents {
		if c.box.W > 0 && c.box.H > 0 && !c.box.Inside(parents[c.in]) {
			fault("%s leaves it: %+v of %+v", c.name, c.box, parents[c.in])
		}
		for _, other := range byParent[c.in] {
			if c.box.Overlaps(other.box) {
				fault("%s overlaps %s: %+v %+v", c.name, other.name, c.box, other.box)
			}
		}
		byParent[c.in] = append(byParent[c.in], c)
	}
	for _, band := range l.bands {
		if c := band.channels; c != nil {
			for _, e := range c.edges {
				for _, s := range c.spines {
					if e.pill != nil && (drawing.Box{X: s.x - 1, Y: s.top, W: 2, H: s.bottom - s.top}).Overlaps(e.pill.box) {
						fault("the label of %d-%d stands under the channels of step %d", e.from+1, e.to+1, s.step+1)
					}
				}
			}
		}
		c, v := band.curve, band.v
		if c == nil {
			continue
		}
		for _, p := range c.pieces {
			s := p.path.Segs
			cubic := [4]drawing.Point{s[0].P[0], s[1].P[0], s[1].P[1], s[1].P[2]}
			for k := range 41 {
				at := float64(k) / 40
				x, y := cubic[0].X+(cubic[3].X-cubic[0].X)*at, yAt(cubic, at)
				for _, b := range c.balloons {
					if (drawing.Box{X: x - 1, Y: y - 1, W: 2, H: 2}).Overlaps(b.box) {
						fault("the balloon of step %d covers the curve at %.0f, %.0f", v.steps[b.step].number, x, y)
					}
				}
			}
		}
	}
}

// checkDrawing looks at the finished picture: every line of text within the page and on no other.
func checkDrawing(t *testing.T, d drawing.Drawing) {
	t.Helper()
	var boxes []named
	ids := map[string]bool{}
	drawing.Walk(d.Items, func(it drawing.Item) {
		switch x := it.(type) {
		case drawing.Text:
			if x.Size < 11 {
				t.Errorf("%q is only %v pixels high", x.S, x.Size)
			}
			boxes = append(boxes, named{name: x.S, box: drawing.Box{X: x.Left(), Y: x.Y - 0.74*x.Size, W: x.Width(), H: 0.94 * x.Size}})
		case drawing.Group:
			if x.ID != "" && ids[x.ID] {
				t.Errorf("id %q occurs twice", x.ID)
			}
			ids[x.ID] = true
		case drawing.Path:
			for _, s := range x.Segs {
				for _, p := range s.P {
					if math.IsNaN(p.X+p.Y) || math.IsInf(p.X+p.Y, 0) {
						t.Fatalf("a path has no place: %+v", s)
					}
				}
				if s.Op != drawing.Close && !(drawing.Box{X: s.End().X, Y: s.End().Y}).Inside(drawing.Box{X: -1, Y: -1, W: d.Width + 2, H: d.Height + 2}) {
					t.Errorf("a path leaves the page at %+v", s.End())
				}
			}
		}
	})
	faults := 0
	for i, a := range boxes {
		if !a.box.Inside(drawing.Box{W: d.Width, H: d.Height}) {
			t.Errorf("text %q leaves the page", a.name)
		}
		for _, b := range boxes[i+1:] {
			if a.box.Overlaps(b.box) && faults < 10 {
				faults++
				t.Errorf("text %q overlaps %q: %+v %+v", a.name, b.name, a.box, b.box)
			}
		}
	}
}

func onPaper(p Paper) func(*view) *sheet {
	return func(v *view) *sheet { return planPoster(v, p.Width()/p.Height()) }
}

func TestNothingOverlapsAndNothingLeavesThePage(t *testing.T) {
	all := map[string]fixture{"allowance": allowance(), "24 steps": doubled(allowance()), "bare": bare(), "nasty": nasty(), "wordy": wordy(), "graded": graded(wordy())}
	for seed, n := range []int{1, 2, 3, 5, 8, 13, 21, 34, 48, 80} {
		all[fmt.Sprintf("seed %d, %d steps", seed, n)] = random(uint64(seed), n)
	}
	for name, f := range all {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			lang := words.Dutch
			if len(f.j.Phases)%2 == 1 {
				lang = words.English
			}
			forms := []func(*view) *sheet{planWide, onPaper(A1)}
			if len(f.j.Steps()) < 30 { // the papers hardly differ in ratio
				forms = append(forms, onPaper(A3))
			}
			for k, place := range forms {
				for _, lens := range Lenses {
					if lens != Whole && k != 0 {
						continue
					}
					v := newView(f.input(lang))
					v.lens = lens
					l := place(v)
					check(t, l)
					checkDrawing(t, draw(l, v, render.Stadskamer()))
				}
			}
		})
	}
}

func TestTextStaysWithinItsRoom(t *testing.T) {
	for seed := range uint64(6) {
		f := random(100+seed, 20)
		v := newView(f.input(words.Dutch))
		l := planWide(v)
		look := func(what string, blocks []block) {
			for _, b := range blocks {
				size, _, face := b.style.spec()
				for _, line := range b.lines {
					if w := font.Width(line, face, size); w > b.w+0.01 {
						t.Errorf("seed %d: %q in %s is %.1f wide, its room %.1f", seed, line, what, w, b.w)
					}
				}
			}
		}
		look("header", l.header.blocks)
		look("footer", l.footer.blocks)
		for _, ln := range l.bands[0].lanes {
			look("label of "+ln.name, ln.label.blocks)
			for _, c := range ln.cards {
				look(ln.name, c.blocks)
			}
		}
		for _, p := range l.bands[0].phases {
			look("phase", []block{p.title, p.meta})
		}
		for _, b := range l.bands[0].curve.balloons {
			look("balloon", b.blocks)
		}
	}
}

func TestLayoutOfTheAllowance(t *testing.T) {
	f := allowance()
	l := planWide(newView(f.input(words.Dutch)))
	var b strings.Builder
	fmt.Fprintf(&b, "page %.0f × %.0f\n", l.width, l.height)
	solid, contents := things(l)
	within := map[string]int{}
	for _, c := range contents {
		within[c.in]++
	}
	for _, s := range solid {
		fmt.Fprintf(&b, "%-26s x %6.0f  y %6.0f  w %6.0f  h %6.0f  parts %d\n", s.name, s.box.X, s.box.Y, s.box.W, s.box.H, within[s.name])
	}
	golden(t, "energietoeslag.layout.txt", b.String())
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		a, b := strings.Split(got, "\n"), strings.Split(string(want), "\n")
		for i := 0; i < len(a) && i < len(b); i++ {
			if a[i] != b[i] {
				t.Fatalf("%s differs at line %d (-update writes it anew):\n got  %s\n want %s", name, i+1, a[i], b[i])
			}
		}
		t.Fatalf("%s has %d lines, want %d", name, len(a), len(b))
	}
}
