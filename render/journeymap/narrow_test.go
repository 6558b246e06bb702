package journeymap

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

// samples are journeys that put the narrow form to the test.
func samples() map[string]fixture {
	without := allowance()
	without.ev, without.quotes = nil, nil
	all := map[string]fixture{"allowance": allowance(), "24 steps": doubled(allowance()), "bare": bare(), "nasty": nasty(), "wordy": wordy(), "graded": graded(wordy()), "without": without}
	for seed, n := range []int{1, 2, 3, 5, 8, 13, 21, 34, 60} {
		all[fmt.Sprintf("seed %d, %d steps", seed, n)] = random(uint64(seed), n)
	}
	return all
}

// standing lists everything of a sheet that must not cover anything else, and apart what must lie
// in one of those things.
func standing(t *tall, sh *leaf) (solid, contents []named) {
	put := func(name string, b drawing.Box) { solid = append(solid, named{name, b, "page"}) }
	within := func(parent string, c *card) {
		for k, b := range c.blocks {
			contents = append(contents, named{fmt.Sprintf("%s text %d", parent, k+1), b.extent(), parent})
		}
		for k, b := range c.bars {
			contents = append(contents, named{fmt.Sprintf("%s bar %d", parent, k+1), b.box, parent})
		}
		for k, b := range c.badges {
			contents = append(contents, named{fmt.Sprintf("%s badge %d", parent, k+1), b.box, parent})
		}
		for k, m := range c.marks {
			if len(outline(m.icon)) > 0 {
				contents = append(contents, named{fmt.Sprintf("%s mark %d", parent, k+1), m.box, parent})
			}
		}
	}
	for k, b := range sh.head.blocks {
		put(fmt.Sprintf("head %d", k), b.extent())
	}
	for name, c := range map[string]*card{"persona": sh.persona, "key": sh.key} {
		if c != nil {
			put(name, c.box)
			within(name, c)
		}
	}
	for _, b := range sh.bars {
		name := fmt.Sprintf("phase %d", t.v.phases[b.phase].number)
		put(name, b.box)
		within(name, &card{blocks: []block{b.title, b.meta}})
	}
	for k, s := range sh.stops {
		for n := range s.tiles {
			tl := &s.tiles[n]
			name := fmt.Sprintf("%s %d.%d.%d", tl.what, t.v.steps[s.step].number, k, n)
			put(name, tl.box)
			within(name, &tl.card)
			for c, ch := range tl.chips {
				contents = append(contents, named{fmt.Sprintf("%s disc %d", name, c), ch.disc, name}, named{fmt.Sprintf("%s channel %d", name, c), ch.text.extent(), name})
			}
			for c, tr := range tl.turns {
				contents = append(contents, named{fmt.Sprintf("%s turn %d", name, c), tr.box, name})
			}
		}
	}
	for k, b := range sh.curve.scale {
		put(fmt.Sprintf("scale %d", k), b.extent())
	}
	for _, m := range sh.curve.moments {
		number := t.v.steps[m.step].number
		if m.known() {
			put(fmt.Sprintf("face %d", number), m.box())
			put(fmt.Sprintf("value %d", number), m.value.extent())
		}
		put(fmt.Sprintf("origin %d", number), m.origin.extent())
	}
	if sh.footer != nil {
		for k, b := range sh.footer.blocks {
			put(fmt.Sprintf("footer %d", k+1), b.extent())
		}
		for k, m := range sh.footer.marks {
			put(fmt.Sprintf("footer mark %d", k+1), m.box)
		}
	}
	return solid, contents
}

// checkSheet reports what lies on other things or outside its place.
func checkSheet(t *testing.T, what string, ta *tall, sh *leaf) {
	t.Helper()
	page := drawing.Box{W: ta.width, H: sh.height}
	solid, contents := standing(ta, sh)
	parents := map[string]drawing.Box{}
	for i, a := range solid {
		parents[a.name] = a.box
		if !a.box.Inside(page) {
			t.Errorf("%s: %s leaves the page: %+v of %+v", what, a.name, a.box, page)
		}
		for _, b := range solid[i+1:] {
			if a.box.Overlaps(b.box) {
				t.Errorf("%s: %s overlaps %s: %+v %+v", what, a.name, b.name, a.box, b.box)
			}
		}
	}
	inside := map[string][]named{}
	for _, c := range contents {
		if c.box.W <= 0 || c.box.H <= 0 {
			continue
		}
		if !c.box.Inside(parents[c.in]) {
			t.Errorf("%s: %s leaves it: %+v of %+v", what, c.name, c.box, parents[c.in])
		}
		for _, other := range inside[c.in] {
			if c.box.Overlaps(other.box) {
				t.Errorf("%s: %s overlaps %s: %+v %+v", what, c.name, other.name, c.box, other.box)
			}
		}
		inside[c.in] = append(inside[c.in], c)
	}
	for _, p := range sh.curve.pieces {
		for _, s := range p.path.Segs {
			if x := s.End().X; x < ta.margin || x > ta.margin+ta.curveRoom {
				t.Errorf("%s: the curve leaves its room at %.1f", what, x)
			}
		}
	}
}

const (
	pageWidth  = 760.0
	firstPage  = 985.0
	pageHeight = 1075.0
)

func TestNothingOverlapsOnTheNarrowForm(t *testing.T) {
	for name, f := range samples() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, lens := range Lenses {
				v := newView(f.input(words.Dutch))
				v.lens = lens
				for _, width := range []float64{leastNarrow, PhoneWidth, pageWidth} {
					if lens != Whole && width != PhoneWidth {
						continue
					}
					ta := newTall(v, width, phoneMargin)
					sh := ta.single()
					what := fmt.Sprintf("lens %d, %.0f wide", lens, width)
					checkSheet(t, what, ta, &sh)
					checkDrawing(t, ta.draw(sh, render.Stadskamer()))
				}
			}
			lang := words.Dutch
			if len(f.j.Phases)%2 == 1 {
				lang = words.English
			}
			ta := newTall(newView(f.input(lang)), pageWidth, 1)
			for i, sh := range ta.paginate(firstPage, pageHeight) {
				checkSheet(t, fmt.Sprintf("page %d", i+1), ta, &sh)
				room := pageHeight
				if i == 0 {
					room = firstPage
				}
				if sh.height > room && (len(sh.stops) > 1 || len(sh.stops[0].tiles) > 4) {
					t.Errorf("page %d is %.0f high of %.0f, with %d steps", i+1, sh.height, room, len(sh.stops))
				}
			}
			for _, d := range Pages(f.input(lang), Whole, pageWidth, firstPage, pageHeight) {
				checkDrawing(t, d)
			}
		})
	}
}

// said gathers the letters of drawings, without the places where lines were broken.
func said(drawings ...drawing.Drawing) string {
	var b strings.Builder
	for _, d := range drawings {
		drawing.Walk(d.Items, func(it drawing.Item) {
			if x, ok := it.(drawing.Text); ok {
				b.WriteString(letters(x.S))
			}
		})
	}
	return b.String()
}

// letters drops spaces and hyphens, which wrapping adds and removes.
func letters(s string) string {
	return strings.NewReplacer(" ", "", "-", "", "\u00a0", "", "\u200e", "", "\t", "", "\n", "").Replace(clean(s))
}

func TestTheNarrowFormLosesNoText(t *testing.T) {
	for name, f := range samples() {
		in := f.input(words.Dutch)
		v := newView(in)
		phone := said(Narrow(in, Whole, 0))
		// Low pages force steps apart as well.
		for form, got := range map[string]string{
			"phone": phone, "pages": said(Pages(in, Whole, pageWidth, firstPage, pageHeight)...), "low pages": said(Pages(in, Whole, pageWidth, 420, 420)...),
		} {
			look := func(text string) {
				if !strings.Contains(got, letters(text)) {
					t.Errorf("%s, %s: %q is nowhere", name, form, text)
				}
			}
			for _, s := range v.steps {
				look(s.Title)
				look(s.Does)
				look(s.Thinks)
				look(s.HumanContact)
				for _, list := range [][]string{s.GoesWell, s.PainPoints, s.Backstage, s.Systems} {
					for _, text := range list {
						look(text)
					}
				}
				for _, e := range s.exits {
					look(e.DropOut)
				}
				for _, b := range s.arena {
					look(b.Text)
				}
				for _, a := range s.advice[:min(len(s.advice), 4)] {
					look(a.advice.Title)
				}
				for _, l := range s.leads {
					look(l.Title)
				}
				for _, c := range s.Channels {
					look(v.words.Channel(c))
				}
				for _, fl := range s.flows {
					if fl.to != s.number {
						look(fl.when)
					}
				}
			}
		}
	}
}

func TestLensesOfTheNarrowForm(t *testing.T) {
	in := allowance().input(words.Dutch)
	shows := func(lens Lens, text string, want bool) {
		t.Helper()
		if got := strings.Contains(said(Narrow(in, lens, 0)), letters(text)); got != want {
			t.Errorf("lens %d shows %q: %v", lens, text, got)
		}
	}
	for _, text := range []string{"Uitkeringssysteem", "Besluit wordt nagekeken", "Zet de betaaldatum bovenaan", "geeft het op", "Grens van wat de klant ziet"} {
		shows(Whole, text, true)
	}
	for _, text := range []string{"Uitkeringssysteem", "Besluit wordt nagekeken", "Zet de betaaldatum bovenaan", "Grens van wat de klant ziet", "Uploaden mislukt"} {
		shows(Customer, text, false)
	}
	for _, text := range []string{"Onderbouwing", "Uploaden mislukt", "Zet de betaaldatum bovenaan", "geeft het op", "Ik sta elke dag te kijken"} {
		shows(Proof, text, true)
	}
	for _, text := range []string{"Uitkeringssysteem", "Wanneer komt het?"} {
		shows(Proof, text, false)
	}
	shows(Customer, "Ik sta elke dag te kijken", true)
	shows(Customer, "geeft het op", true)
	for _, text := range []string{"Ik sta elke dag te kijken", "Wanneer komt het?", "Uploaden mislukt", "Zet de betaaldatum bovenaan"} {
		shows(Blueprint, text, false)
	}
	for _, text := range []string{"Kijkt elke dag of er al iets", "telefoon 14 030", "Uitkeringssysteem", "Contact met de gemeente", "Grens van wat de klant ziet", "Van aanvraag tot besluit"} {
		shows(Blueprint, text, true)
	}
}

// TestTheCurveGoesOnWhereItLeft looks at where the curve crosses from page to page.
func TestTheCurveGoesOnWhereItLeft(t *testing.T) {
	ta := newTall(newView(doubled(allowance()).input(words.Dutch)), pageWidth, 1)
	sheets := ta.paginate(firstPage, pageHeight)
	for i := 1; i < len(sheets); i++ {
		before, after := sheets[i-1].curve.pieces, sheets[i].curve.pieces
		if len(before) == 0 || len(after) == 0 {
			continue
		}
		s := before[len(before)-1].path.Segs
		from, to := s[len(s)-1].End(), after[0].path.Segs[0].End()
		if math.Abs(from.X-to.X) > 3 {
			t.Errorf("the curve leaves page %d at x = %.1f and comes back at %.1f", i, from.X, to.X)
		}
	}
}

func TestLayoutOfTheNarrowAllowance(t *testing.T) {
	var b strings.Builder
	show := func(title string, ta *tall, sh *leaf) {
		fmt.Fprintf(&b, "%s %.0f × %.0f\n", title, ta.width, sh.height)
		for _, bar := range sh.bars {
			fmt.Fprintf(&b, "  %-24s y %6.0f  h %6.0f\n", "phase "+bar.title.lines[0], bar.box.Y, bar.box.H)
		}
		for _, s := range sh.stops {
			fmt.Fprintf(&b, "  step %-19d y %6.0f  h %6.0f  moment %6.0f\n", s.step+1, s.y, s.h, s.y+s.face)
			for _, tl := range s.tiles {
				fmt.Fprintf(&b, "    %-22s y %6.0f  h %6.0f  x %6.0f  w %6.0f\n", tl.what, tl.box.Y, tl.box.H, tl.box.X, tl.box.W)
			}
		}
	}
	in := allowance().input(words.Dutch)
	phone := newTall(newView(in), PhoneWidth, phoneMargin)
	sh := phone.single()
	show("phone", phone, &sh)
	paper := newTall(newView(in), pageWidth, 1)
	for i, sh := range paper.paginate(firstPage, pageHeight) {
		show(fmt.Sprintf("page %d", i+1), paper, &sh)
	}
	golden(t, "energietoeslag.smal.txt", b.String())
}

func TestNarrowIsTheSameEveryTime(t *testing.T) {
	in := random(5, 30).input(words.Dutch)
	var first string
	for range 3 {
		var b strings.Builder
		for _, d := range append(Pages(in, Whole, pageWidth, firstPage, pageHeight), Narrow(in, Whole, 0)) {
			if err := drawing.WriteSVG(&b, d, drawing.SVGOptions{}); err != nil {
				t.Fatal(err)
			}
		}
		if first == "" {
			first = b.String()
		}
		if b.String() != first {
			t.Fatal("two drawings of one journey differ")
		}
	}
}

func TestSpotsOfTheNarrowForm(t *testing.T) {
	in := allowance().input(words.Dutch)
	for _, s := range Wide(in, Whole).Spots {
		found := false
		for _, n := range Narrow(in, Whole, 0).Spots {
			found = found || n.For == s.For
		}
		if !found {
			t.Errorf("the wide form tells of %s, the narrow one does not", s.For)
		}
	}
}

func BenchmarkPages(b *testing.B) {
	in := random(3, 60).input(words.Dutch)
	for b.Loop() {
		Pages(in, Whole, pageWidth, firstPage, pageHeight)
	}
}
