package pdf

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"klantreis/render"
	d "klantreis/render/drawing"
	"klantreis/test/pdfcheck"
)

const (
	script = "]]></script><b>vet</b> (haakje \\ ) & <x>"
	emoji  = "🙂👩‍👩‍👧 hoera ☃"
	arabic = "مرحبا بالعالم"
	title  = "Een heel lange titel van precies negentig tekens, die nergens afgekapt mag worden, echt niet"
)

func long(n int) string { return strings.Repeat("x", n/2) + strings.Repeat("y", n-n/2) }

func many(word string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s%d ", word, i)
	}
	return strings.TrimSpace(b.String())
}

// hostile has in every field what a careless or malicious author may write.
func hostile() render.Report {
	nasty := func(i int) string {
		return []string{script, emoji, arabic, title, long(400), "\x00\x07 \t\r\n regel"}[i%6]
	}
	cell := func(i int) []string { return []string{nasty(i), nasty(i + 1), fmt.Sprint(i)} }
	var rows [][]string
	for i := range 12 {
		rows = append(rows, cell(i))
	}
	var blocks []render.Block
	for i := range 6 {
		blocks = append(blocks, render.Heading{Text: nasty(i)}, render.Prose{Text: nasty(i + 1)}, render.List{Items: []string{nasty(i), nasty(i + 2)}, Tone: render.Tone(i % 4)},
			render.Quote{Text: nasty(i), Source: nasty(i + 1)}, render.Facts{Items: []render.Fact{{Label: nasty(i), Value: nasty(i + 1), Note: nasty(i + 2)}}},
			render.Claim{Text: nasty(i), Value: nasty(i + 1), Basis: nasty(i + 2), Typed: i%2 == 0, Tone: render.Tone(i % 4)},
			render.Callout{Title: nasty(i), Text: nasty(i + 1), Tone: render.Tone(i % 4)},
			render.AdviceCard{Number: i + 1, Title: nasty(i), Step: nasty(i + 1), Basis: nasty(i + 2), Assumption: i%2 == 0, Gain: nasty(i + 3), Effort: nasty(i + 4), Owner: nasty(i), Status: nasty(i + 1), Expected: nasty(i + 5), Effect: nasty(i), EffectBasis: nasty(i + 2), Reason: nasty(i + 1), Feedback: nasty(i + 3)},
			render.Matrix{Title: nasty(i), Alt: nasty(i), GainLabel: nasty(i), EffortLabel: nasty(i), Levels: [3]string{nasty(i), nasty(i + 1), nasty(i + 2)}, Cells: []render.MatrixCell{{Number: 1, Gain: 9, Effort: -4, Title: nasty(i)}, {Number: 12345, Title: nasty(i + 4)}}},
			render.Figure{ID: nasty(i), Title: nasty(i), Alt: nasty(i), Caption: nasty(i + 1), Drawing: hostileDrawing(nasty(i)), Data: render.Table{Columns: []render.Column{{Title: nasty(i)}}, Rows: [][]string{{nasty(i)}}}},
			render.Table{Caption: nasty(i), Columns: []render.Column{{Title: nasty(i)}, {Title: nasty(i + 1)}, {Title: nasty(i + 2), Number: true}}, Rows: rows},
		)
	}
	return render.Report{Lang: "nl", ID: "x", Title: title + " " + script, Municipality: script, Owner: script, Author: emoji, Date: "morgen?", Period: script,
		Sections: []render.Section{{ID: "a", Title: title, Kind: render.PersonaSection, Blocks: blocks}, {ID: "a", Title: long(400), Kind: render.PhaseSection, Blocks: blocks[:4]}}}
}

func hostileDrawing(s string) d.Drawing {
	nan := math.NaN()
	empty := d.Path{}
	return d.Drawing{Width: 500, Height: 120, Items: []d.Item{
		d.Text{X: 20, Y: 40, S: s, Size: 14, Fill: d.Hex("#123"), Halo: d.Hex("#fff"), HaloWidth: 3},
		d.Path{}.Line(1, 1).Filled(d.Hex("#f00")), d.Path{}.Closed().Filled(d.Hex("#f00")),
		d.Rect(nan, 0, math.Inf(1), 10, 2).Filled(d.Hex("#0f0")), d.Line(0, 0, 10, 10).Stroked(d.Hex("#000"), 1, 0, 0),
		d.Path{Segs: d.Rect(1, 1, 8, 8, 1).Segs, Fill: d.Paint{Gradient: &d.Gradient{}}},
		d.Path{Segs: d.Rect(1, 1, 8, 8, 1).Segs, Fill: d.Paint{Gradient: &d.Gradient{Stops: []d.Stop{{Offset: 0, Color: d.Hex("#f00")}, {Offset: 0, Color: d.Hex("#0f08"[:4])}}}}},
		d.Group{Clip: &empty, Items: []d.Item{d.Text{S: "weg", Size: 9, Fill: d.Hex("#000")}}},
		d.Group{Matrix: d.Matrix{A: 0, D: 0, E: 3}, Items: []d.Item{d.Text{S: "plat", Size: 9, Fill: d.Hex("#000")}}},
		d.Text{X: 4, Y: 4, S: "nul", Size: 0, Fill: d.Hex("#000")},
	}}
}

func section(blocks ...render.Block) render.Report {
	return render.Report{Lang: "nl", Title: "Proef", Sections: []render.Section{{ID: "s", Title: "Proef", Blocks: blocks}}}
}

// extremes are reports that break a layout which did not think of them.
func extremes() map[string]render.Report {
	cards, cells := []render.Block{}, []render.MatrixCell{}
	for i := range 200 {
		cards = append(cards, render.AdviceCard{Number: i + 1, Title: fmt.Sprintf("Advies %d: %s", i+1, title), Basis: "812 signalen", Gain: "groot", Effort: "klein", Status: "aangeboden", Assumption: i%3 == 0})
		cells = append(cells, render.MatrixCell{Number: i + 1, Gain: 2, Effort: 0, Title: fmt.Sprintf("Advies %d", i+1)})
	}
	columns := []render.Column{{Title: "Maand"}, {Title: "Aantal", Number: true}, {Title: "Toelichting"}}
	var rows [][]string
	for i := range 500 {
		rows = append(rows, []string{fmt.Sprintf("rij %d", i), fmt.Sprint(i * 37), title})
	}
	wide := render.Table{Caption: "Breed"}
	row := []string{}
	for i := range 40 {
		wide.Columns = append(wide.Columns, render.Column{Title: fmt.Sprintf("Kolom %d", i)})
		row = append(row, fmt.Sprintf("waarde %d", i))
	}
	wide.Rows = [][]string{row, row}
	return map[string]render.Report{
		"empty":     {},
		"no blocks": {Title: "Leeg", Sections: []render.Section{{Title: "Niets"}, {Kind: render.MapSection}, {Kind: render.Summary, Title: "Ook niets"}}},
		"cards":     section(append([]render.Block{render.Matrix{Title: "Bord", Alt: "Bord", GainLabel: "Winst", EffortLabel: "Moeite", Cells: cells}}, cards...)...),
		"rows":      section(render.Table{Caption: "Lang", Columns: columns, Rows: rows}),
		"cell":      section(render.Table{Columns: columns, Rows: [][]string{{"a", "1", many("woord", 5000)}, {"b", "2", "kort"}}}),
		"columns":   section(wide),
		"ragged":    section(render.Table{Columns: columns[:1], Rows: [][]string{{"een", "twee", "drie"}, {}, {"", ""}}}),
		"essay":     section(render.Prose{Text: many("zin", 6000)}, render.Quote{Text: many("citaat", 3000)}, render.Callout{Title: "Lang", Text: many("let", 3000), Tone: render.Negative}, render.Claim{Text: many("bewering", 2000), Value: many("9", 300), Basis: "b"}, render.AdviceCard{Number: 1, Title: "Lang", Reason: many("reden", 3000)}),
		"cover":     {Lang: "en", Title: many("title", 400), Owner: many("owner", 80), Author: "A", Sections: []render.Section{{Kind: render.Cover, Blocks: []render.Block{render.Prose{Text: many("cover", 900)}}}}},
		"map":       {Lang: "nl", Title: "Kaart", Sections: []render.Section{{ID: "k", Title: "De reis", Kind: render.MapSection, Blocks: []render.Block{render.Prose{Text: "Vooraf."}, render.Figure{ID: "klantreis", Title: "Kaart", Alt: "Kaart", Drawing: mapDrawing(26)}, render.Prose{Text: "Daarna."}}}}},
		"tall":      section(render.Figure{Title: "Toren", Alt: "Toren", Drawing: d.Drawing{Width: 100, Height: 9000, Items: []d.Item{d.Rect(0, 0, 100, 9000, 0).Filled(d.Hex("#ccc"))}}}, render.Figure{Title: "Niets", Alt: "geen beeld"}),
	}
}

func TestExtremesAreValidAndKeepTheirWords(t *testing.T) {
	all := extremes()
	all["hostile"] = hostile()
	for name, r := range all {
		t.Run(name, func(t *testing.T) {
			pdf := write(t, r)
			check(t, pdf)
			if err := pdfcheck.Validate(pdf); err != nil {
				t.Error("pdfcpu:", err)
			}
			command(t, pdf, "qpdf", "--check", "FILE")
			got := squeeze(command(t, pdf, "pdftotext", "FILE", "-"))
			for _, s := range texts(r) {
				for _, word := range strings.Fields(s) {
					if w := squeeze(drawn(word)); len(w) < 12 && !strings.Contains(got, w) && !strings.Contains(got, squeeze(word)) {
						t.Fatalf("lost: %.120q", word)
					}
				}
			}
		})
	}
}

func TestWarningsNameWhatIsMissing(t *testing.T) {
	var b strings.Builder
	warnings, err := Write(&b, section(render.Prose{Text: "Fijn 🙂🙂 مر"}), render.Stadskamer())
	if err != nil {
		t.Fatal(err)
	}
	want := "3 tekens staan niet in het lettertype; op papier staat daar □: 🙂 (U+1F642), م (U+0645), ر (U+0631)"
	if len(warnings) != 1 || warnings[0] != want {
		t.Errorf("got %q, want %q", warnings, want)
	}
}
