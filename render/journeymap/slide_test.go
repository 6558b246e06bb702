package journeymap

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"klantreis/render/drawing"
	"klantreis/render/words"
)

// flat gives a drawing without its scaled and moved groups: everything in its own pixels.
func flat(d drawing.Drawing) drawing.Drawing {
	var open func(items []drawing.Item, m drawing.Matrix) []drawing.Item
	open = func(items []drawing.Item, m drawing.Matrix) (out []drawing.Item) {
		for _, it := range items {
			switch v := it.(type) {
			case drawing.Group:
				n := m.Mul(v.Matrix)
				v.Matrix, v.Items = drawing.Matrix{}, open(v.Items, n)
				out = append(out, v)
			case drawing.Path:
				out = append(out, v.Transform(m))
			case drawing.Text:
				at := m.Apply(drawing.Point{X: v.X, Y: v.Y})
				v.X, v.Y, v.Size = at.X, at.Y, v.Size*m.ScaleFactor()
				out = append(out, v)
			}
		}
		return out
	}
	d.Items = open(d.Items, drawing.Matrix{})
	return d
}

// onScreen checks what holds for a slide as it is shown at 1920 × 1080.
func onScreen(t *testing.T, d drawing.Drawing) {
	t.Helper()
	checkDrawing(t, d)
	drawing.Walk(d.Items, func(it drawing.Item) {
		if x, ok := it.(drawing.Text); ok && x.Size < 24-1e-9 {
			t.Errorf("%s: %q is %.1f pixels high", d.ID, x.S, x.Size)
		}
	})
	page := drawing.Box{W: d.Width, H: d.Height}
	for _, s := range d.Spots {
		if !s.Box.Inside(page) {
			t.Errorf("%s: the spot of %s leaves the slide: %+v", d.ID, s.For, s.Box)
		}
	}
}

// solid lists what must not cover anything else on a slide, and the texts in each of those things.
func (sc scene) solid() (solid, contents []named) {
	put := func(name string, b drawing.Box, blocks ...block) {
		solid = append(solid, named{name, b, "slide"})
		for k, bl := range blocks {
			if len(bl.lines) > 0 {
				contents = append(contents, named{fmt.Sprintf("%s text %d", name, k), bl.extent(), name})
			}
		}
	}
	for _, c := range sc.columns {
		for k, e := range c.entries {
			name := fmt.Sprintf("%s %d.%d", e.what, c.step+1, k)
			blocks := e.blocks
			for _, ch := range e.chips {
				blocks = append(blocks[:len(blocks):len(blocks)], ch.text)
				contents = append(contents, named{name + " disc", ch.disc, name})
			}
			put(name, e.box, blocks...)
			for _, b := range e.bars {
				contents = append(contents, named{name + " bar", b.box, name})
			}
			for _, b := range e.badges {
				contents = append(contents, named{name + " badge", b.box, name})
			}
		}
	}
	if l := sc.curve; l != nil {
		c := l.curve
		for _, p := range c.points {
			put(fmt.Sprintf("face %d", p.step), p.box())
			put(fmt.Sprintf("value %d", p.step), p.value.extent())
		}
		for k, o := range c.origins {
			put(fmt.Sprintf("origin %d", k), o.extent())
		}
		for k, o := range c.axis {
			put(fmt.Sprintf("scale %d", k), o.extent())
		}
		if c.flag != nil {
			put("flag", c.flag.box, c.flag.text, c.flag.basis)
		}
		for _, b := range c.balloons {
			put(fmt.Sprintf("balloon %d", b.step), b.box, b.blocks...)
		}
	}
	put("foot", sc.foot.extent())
	return solid, contents
}

func checkScene(t *testing.T, what string, sc scene) {
	t.Helper()
	page := drawing.Box{W: sc.w, H: sc.h}
	solid, contents := sc.solid()
	parents := map[string]drawing.Box{}
	for i, a := range solid {
		parents[a.name] = a.box
		if a.box.W > 0 && !a.box.Inside(page) {
			t.Errorf("%s: %s leaves the slide: %+v of %+v", what, a.name, a.box, page)
		}
		for _, b := range solid[i+1:] {
			if a.box.Overlaps(b.box) {
				t.Errorf("%s: %s overlaps %s: %+v %+v", what, a.name, b.name, a.box, b.box)
			}
		}
	}
	for i, a := range contents {
		if !a.box.Inside(parents[a.in]) {
			t.Errorf("%s: %s leaves it: %+v of %+v", what, a.name, a.box, parents[a.in])
		}
		for _, b := range contents[i+1:] {
			if a.in == b.in && a.box.Overlaps(b.box) {
				t.Errorf("%s: %s overlaps %s: %+v %+v", what, a.name, b.name, a.box, b.box)
			}
		}
	}
}

func slideSamples() map[string]fixture {
	all := map[string]fixture{"allowance": allowance(), "bare": bare(), "nasty": nasty(), "wordy": wordy()}
	for seed, n := range []int{1, 2, 3, 5, 8, 13, 34, 80} {
		all[fmt.Sprintf("seed %d, %d steps", 20+seed, n)] = random(uint64(20+seed), n)
	}
	all["ordinary"] = ordinary(24)
	long := allowance()
	s := &long.j.Phases[1].Steps[1]
	for k := range 40 {
		s.PainPoints = append(s.PainPoints, fmt.Sprintf("Pijnpunt nummer %d van een lange lijst die op geen enkele dia past", k))
	}
	all["40 pain points"] = long
	return all
}

// TestSlidesHoldEverything: nothing leaves a slide or covers anything else, all type is large
// enough, a step stands only where there is something to tell, and all that was typed is told.
func TestSlidesHoldEverything(t *testing.T) {
	for name, f := range slideSamples() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			lang := words.Dutch
			if len(f.j.Phases)%2 == 1 {
				lang = words.English
			}
			in := f.input(lang)
			v := newView(in)
			own := lang.Slide()
			for i, p := range v.phases {
				var drawings []drawing.Drawing
				for k, sc := range v.scenes(i) {
					checkScene(t, fmt.Sprintf("phase %d slide %d", p.number, k+1), sc)
					for _, c := range sc.columns {
						if sc.curve == nil && len(c.entries) == 1 && (sc.title == own.Hears || ofMunicipality(sc.title, lang)) {
							t.Errorf("nothing is told of step %d on %q", c.step+1, sc.title)
						}
					}
					d := sc.draw(in.Theme, "dia")
					if d.Width != SlideWidth || d.Height != SlideHeight || d.Desc == "" {
						t.Errorf("phase %d slide %d is %v × %v, described as %q", p.number, k+1, d.Width, d.Height, d.Desc)
					}
					onScreen(t, flat(d))
					drawings = append(drawings, d)
				}
				checkTold(t, v, p, drawings)
			}
		})
	}
}

// ofMunicipality tells whether a title names what the municipality does, or what is advised there.
func ofMunicipality(title string, lang words.Lang) bool {
	for k := range 8 {
		if lang.Serves().Title(k&1 > 0, k&2 > 0, k&4 > 0) == title {
			return true
		}
	}
	return false
}

// checkTold looks for all that was typed of a phase, in its pictures and in their descriptions.
func checkTold(t *testing.T, v *view, p phaseView, drawings []drawing.Drawing) {
	t.Helper()
	told := ""
	for _, d := range drawings {
		told += letters(d.Desc)
	}
	seen := said(drawings...)
	look := func(text string) {
		t.Helper()
		if !strings.Contains(seen, letters(text)) {
			t.Errorf("phase %d: %q is on no slide", p.number, text)
		}
	}
	hear := func(text string) {
		t.Helper()
		look(text)
		if !strings.Contains(told, strings.TrimSuffix(letters(text), ".")) {
			t.Errorf("phase %d: %q is in no description", p.number, text)
		}
	}
	for _, s := range v.steps[p.from:p.to] {
		for _, list := range [][]string{{s.Title, s.Does, s.Thinks, s.HumanContact}, s.GoesWell, s.PainPoints, s.Backstage, s.Systems} {
			for _, text := range list {
				hear(text)
			}
		}
		for _, q := range s.quotes {
			hear(q.Text)
			hear(q.Source)
		}
		for _, e := range s.exits {
			hear(e.DropOut)
		}
		for _, b := range s.arena {
			hear(b.Text)
		}
		for _, a := range s.advice {
			hear(a.advice.Title)
		}
		for _, l := range s.leads {
			hear(l.Title)
		}
		for _, c := range s.Channels {
			hear(v.words.Channel(c))
		}
		for _, fl := range s.flows {
			if fl.to != s.number {
				look(fl.when)
			}
		}
		if s.counted {
			look(v.count(s.n))
		}
	}
}

func TestSheetsOfSlides(t *testing.T) {
	for name, f := range map[string]fixture{"allowance": allowance(), "bare": bare(), "nasty": nasty(), "wordy": wordy(), "8 wild steps": random(4, 8)} {
		in := f.input(words.English)
		var slides []Slide
		for i, p := range in.Journey.Phases {
			all := Slides(in, i)
			for k, s := range all {
				if s.Title == "" || (k == 0) != (len(s.Data.Rows) == len(p.Steps)) {
					t.Errorf("%s: phase %d slide %d: title %q, %d rows of data", name, i+1, k+1, s.Title, len(s.Data.Rows))
				}
			}
			slides = append(slides, all...)
		}
		sheets := SlideSheets(in)
		if len(sheets) != len(slides) {
			t.Fatalf("%s: %d sheets of %d slides", name, len(sheets), len(slides))
		}
		for i, d := range sheets {
			if d.Width != 1920 || d.Height != 1080 || len(d.Spots) != len(slides[i].Drawing.Spots) {
				t.Errorf("%s: sheet %d is %v × %v with %d spots", name, i+1, d.Width, d.Height, len(d.Spots))
			}
			if !strings.Contains(said(d), letters(slides[i].Title)) {
				t.Errorf("%s: sheet %d has no title", name, i+1)
			}
			onScreen(t, flat(d))
		}
	}
}

func TestSlidesOfNothing(t *testing.T) {
	in := allowance().input(words.Dutch)
	for _, phase := range []int{-1, len(in.Journey.Phases)} {
		if s := Slides(in, phase); s != nil {
			t.Errorf("phase %d has %d slides", phase, len(s))
		}
	}
	in.Journey.Phases[1].Steps = nil
	if s := Slides(in, 1); s != nil {
		t.Errorf("a phase without steps has %d slides", len(s))
	}
	if got := Slides(in, 2)[0].Drawing.Title; !strings.HasPrefix(got, "Wachten") {
		t.Errorf("phase 3 is called %q", got)
	}
}

// TestTheCurveGoesOnAtTheEdges: a slide's curve enters where the one before left.
func TestTheCurveGoesOnAtTheEdges(t *testing.T) {
	v := newView(ordinary(12).input(words.Dutch))
	b := newBoard(v, leastScale)
	left, _, ok1 := b.feel(2, 4, false)
	right, _, ok2 := b.feel(4, 6, false)
	if !ok1 || !ok2 {
		t.Fatal("does not fit")
	}
	height := func(sc scene, p drawing.Point) float64 { return (sc.curve.curve.zero - p.Y) / sc.curve.grid.mood }
	last := left.curve.curve.pieces[len(left.curve.curve.pieces)-1].path.Segs
	first := right.curve.curve.pieces[0].path.Segs
	if a, b := height(left, last[len(last)-1].End()), height(right, first[0].End()); math.Abs(a-b) > 0.03 {
		t.Errorf("the curve leaves at %.2f and comes back at %.2f", a, b)
	}
}

func TestLayoutOfSlides(t *testing.T) {
	var out strings.Builder
	in := allowance().input(words.Dutch)
	v := newView(in)
	for i := range v.phases {
		for k, sc := range v.scenes(i) {
			fmt.Fprintf(&out, "fase %d dia %d: %s, × %.1f\n", i+1, k+1, sc.title, sc.scale)
			solid, _ := sc.solid()
			for _, s := range solid {
				fmt.Fprintf(&out, "  %-20s x %4.0f  y %4.0f  w %4.0f  h %4.0f\n", s.name, s.box.X, s.box.Y, s.box.W, s.box.H)
			}
			for _, line := range sc.foot.lines {
				fmt.Fprintf(&out, "  %s\n", line)
			}
		}
	}
	golden(t, "energietoeslag.dias.txt", out.String())
	out.Reset()
	for i := range v.phases {
		for _, s := range Slides(in, i) {
			fmt.Fprintln(&out, s.Drawing.Title+"\n  "+strings.ReplaceAll(s.Drawing.Desc, ". ", ".\n  "))
		}
	}
	golden(t, "energietoeslag.dias.words.txt", out.String())
}

func TestSlidePictures(t *testing.T) {
	if *pictures == "" {
		return // only for a person who wants to look
	}
	for name, f := range map[string]fixture{"12": allowance(), "lang": wordy(), "1": bare(), "vijandig": nasty(), "60": random(3, 60), "8": ordinary(8)} {
		for k, d := range SlideSheets(f.input(words.Dutch)) {
			if k < 14 {
				writePicture(t, fmt.Sprintf("dia-%s-%02d", name, k+1), d)
			}
		}
	}
}

func BenchmarkSlides(b *testing.B) {
	for name, f := range map[string]fixture{"24 steps": ordinary(24), "60 wild steps": random(8, 60)} {
		in := f.input(words.Dutch)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				SlideSheets(in)
			}
		})
	}
}
