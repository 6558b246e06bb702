package pdf

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"klantreis/render"
	d "klantreis/render/drawing"
)

// laidOut composes and paginates a report without drawing it.
func laidOut(r render.Report) (*composer, []sheet) {
	c := newComposer(r, render.Stadskamer(), &warningList{})
	c.compose()
	return c, paginate(c.strips, a4())
}

// said gathers what the pages say, by element of the structure tree in reading order.
func said(c *composer, sheets []sheet) string {
	lines := map[*tag]*strings.Builder{}
	add := func(t *tag, s string) {
		if t == nil {
			return
		}
		if lines[t] == nil {
			lines[t] = &strings.Builder{}
		}
		lines[t].WriteString(s)
	}
	for _, sh := range sheets {
		for _, s := range sh.strips {
			for _, it := range s.items {
				comp := it.comp
				if b, ok := comp.(both); ok {
					comp = b.Component
				}
				switch v := comp.(type) {
				case textLine:
					add(v.tag, v.line.drawn)
				case pill:
					add(v.tag, v.line.drawn)
				}
			}
		}
	}
	var out strings.Builder
	var walk func(t *tag)
	walk = func(t *tag) {
		if b := lines[t]; b != nil {
			out.WriteString(b.String())
		}
		for _, k := range t.kids {
			if k.tag != nil {
				walk(k.tag)
			}
		}
	}
	walk(c.doc)
	return squeeze(out.String())
}

// checkSheets holds for every report: nothing stands outside the page's margins, headings do not
// stand alone at the foot of a page, and no page is empty.
func checkSheets(t *testing.T, sheets []sheet) {
	t.Helper()
	for i, sh := range sheets {
		width, height := sh.format.content()
		used := 0.0
		for _, s := range sh.strips {
			used += s.height
			for _, it := range s.items {
				if it.x < 0 || it.x+it.w > width+1 {
					t.Errorf("page %d: something from %d to %d on a page %d wide", i+1, it.x, it.x+it.w, width)
				}
				if it.y < -1e-6 || it.y+it.h > s.height+100 {
					t.Errorf("page %d: something from %.1f to %.1f in a strip %.1f high", i+1, it.y, it.y+it.h, s.height)
				}
			}
		}
		if used > height+0.1 {
			t.Errorf("page %d: %.1f points of content in %.1f", i+1, used, height)
		}
		if len(sh.strips) == 0 {
			t.Errorf("page %d is empty", i+1)
			continue
		}
		if last := sh.strips[len(sh.strips)-1]; last.entry != nil && i+1 < len(sheets) && used < height/2 {
			t.Errorf("page %d ends with a heading", i+1)
		}
	}
}

func TestExtremesLoseNothing(t *testing.T) {
	all := extremes()
	all["hostile"], all["fixture"] = hostile(), fixture()
	for name, r := range all {
		t.Run(name, func(t *testing.T) {
			c, sheets := laidOut(r)
			checkSheets(t, sheets)
			if name != "columns" { // set in parts, so in another order
				findInOrder(t, said(c, sheets), texts(r))
			}
		})
	}
}

// FuzzReport lays out and writes random reports: no panic, no fault, no text lost.
func FuzzReport(f *testing.F) {
	for seed := range uint64(12) {
		f.Add(seed, "Gewone tekst – “met” € en ë")
	}
	f.Add(uint64(99), script+emoji+arabic)
	f.Fuzz(func(t *testing.T, seed uint64, text string) {
		if len(text) > 3000 {
			return
		}
		rng := rand.New(rand.NewPCG(seed, 1))
		r := randomReport(rng, anyWord(rng, text))
		c, sheets := laidOut(r)
		checkSheets(t, sheets)
		findInOrder(t, said(c, sheets), texts(r))
		write(t, r)
	})
}

// anyWord gives texts of all lengths, some of them the given one.
func anyWord(rng *rand.Rand, text string) func() string {
	return func() string {
		switch rng.IntN(6) {
		case 0:
			return ""
		case 1:
			return text
		case 2:
			return many("woord", rng.IntN(400))
		case 3:
			return fmt.Sprint(rng.IntN(100000))
		}
		return many("kort", 1+rng.IntN(14))
	}
}

// randomReport makes a report with any blocks in any order, whose texts come from word.
func randomReport(rng *rand.Rand, word func() string) render.Report {
	some := func(n int) (out []string) {
		for range rng.IntN(n) {
			out = append(out, word())
		}
		return out
	}
	table := func() render.Table {
		t := render.Table{Caption: word()}
		n := 1 + rng.IntN(7)
		for i := range n {
			t.Columns = append(t.Columns, render.Column{Title: word(), Number: i%3 == 1})
		}
		for range rng.IntN(20) {
			row := make([]string, n)
			for i := range row {
				row[i] = word()
			}
			t.Rows = append(t.Rows, row)
		}
		return t
	}
	scale := func() *render.Scale {
		if rng.IntN(2) == 0 {
			return nil
		}
		return &render.Scale{From: -2, To: rng.Float64()*6 - 3, Value: rng.Float64()*8 - 4, Low: -rng.Float64() * 3, High: rng.Float64() * 3}
	}
	figure := func() render.Figure {
		size := 60 + rng.Float64()*1400
		return render.Figure{ID: "f", Title: word(), Alt: word(), Caption: word(), Data: table(),
			Drawing: d.Drawing{Width: size, Height: 40 + rng.Float64()*900, Items: []d.Item{d.Text{X: 4, Y: 20, S: "tekst", Size: 6 + rng.Float64()*14, Fill: d.Hex("#000")}}}}
	}
	block := func() render.Block {
		tone := render.Tone(rng.IntN(4))
		switch rng.IntN(12) {
		case 0:
			return render.Heading{Text: word()}
		case 1:
			return render.List{Items: some(8), Tone: tone}
		case 2:
			return render.Quote{Text: "Citaat " + word(), Source: word()}
		case 3:
			return render.Facts{Items: []render.Fact{{Label: word(), Value: word(), Note: word()}, {Label: word(), Value: word()}}}
		case 4:
			return render.Claim{Text: word(), Value: word(), Basis: word(), Typed: rng.IntN(2) == 0, Tone: tone, Scale: scale()}
		case 5:
			return table()
		case 6:
			return figure()
		case 7:
			return render.AdviceCard{Number: rng.IntN(30), Title: word(), Step: word(), Basis: word(), Assumption: rng.IntN(2) == 0, Gain: word(), Effort: word(), Owner: word(), Status: word(), Done: rng.IntN(2) == 0, Expected: word(), Measure: word(), Place: &render.MatrixCell{Gain: rng.IntN(3), Effort: rng.IntN(3)}, Effect: word(), EffectBasis: word(), Reason: word(), Feedback: word()}
		case 8:
			m := render.Matrix{Title: word(), Alt: word(), GainLabel: word(), EffortLabel: word()}
			for i := range rng.IntN(40) {
				m.Cells = append(m.Cells, render.MatrixCell{Number: i, Gain: rng.IntN(3), Effort: rng.IntN(3), Title: word()})
			}
			return m
		case 9:
			return render.Callout{Title: word(), Text: word(), Tone: tone}
		case 10:
			return render.WriteOn{Prompt: word(), Columns: some(5), Lines: rng.IntN(40)}
		}
		return render.Prose{Text: word()}
	}
	r := render.Report{Lang: []string{"nl", "en", ""}[rng.IntN(3)], Title: word(), Owner: word(), Author: word(), Date: "1 december 2022", Municipality: word(), Period: word()}
	for i := range rng.IntN(6) {
		s := render.Section{ID: fmt.Sprint(i), Title: word(), Kind: []render.SectionKind{render.Plain, render.Summary, render.PersonaSection, render.MapSection, render.MapPages, render.PhaseSection, render.EvidenceSection, render.AdviceSection, render.Appendix, render.MomentSection, render.TalkSection}[rng.IntN(11)], Phase: rng.IntN(9), Over: []string{"", word()}[rng.IntN(2)]}
		for range rng.IntN(7) {
			b := block()
			if f, ok := b.(render.Figure); ok && s.Kind == render.MapPages { // these are pictures and nothing else
				f.Title, f.Caption, f.Data = "", "", render.Table{}
				b = f
			}
			s.Blocks = append(s.Blocks, b)
		}
		r.Sections = append(r.Sections, s)
	}
	return r
}

func TestMapPagesFillTheirPages(t *testing.T) {
	const width = 760
	first, height := FullPage(width)
	s := render.Section{ID: "kaart", Title: "De klantreis", Kind: render.MapPages}
	for i, h := range []float64{first, height, height / 3, 2 * height} {
		sheet := d.Drawing{Width: width, Height: h, Items: []d.Item{d.Text{X: 10, Y: 20, S: fmt.Sprint("blad ", i+1), Size: 11, Fill: d.Hex("#000000")}}}
		s.Blocks = append(s.Blocks, render.Figure{ID: fmt.Sprint("deel-", i+1), Alt: "Deel", Drawing: sheet})
	}
	_, sheets := laidOut(render.Report{Lang: "nl", Title: "Kaart", Sections: []render.Section{s}})
	var got []string
	for _, sh := range sheets[1:] { // behind the cover
		for _, st := range sh.strips {
			for _, it := range st.items {
				if figure, ok := it.comp.(sketch); ok && figure.tag != nil && figure.tag.alt != "" {
					got = append(got, fmt.Sprintf("%d × %.0f of %.0f wide", it.w, it.h, sh.format.width))
				}
			}
		}
	}
	want := "520 × 674 of 595 wide, 520 × 736 of 595 wide, 520 × 245 of 595 wide, 261 × 736 of 595 wide"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got %s\nwant %s", s, want)
	}
}
