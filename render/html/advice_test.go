package html_test

import (
	"bytes"
	"html"
	"os"
	"regexp"
	"strings"
	"testing"

	"klantreis/render"
	"klantreis/render/drawing"
	deck "klantreis/render/html"
	"klantreis/test/browser/fixture"
)

func advice(t *testing.T, r render.Report, theme render.Theme) string {
	t.Helper()
	var b bytes.Buffer
	if err := deck.WriteAdvice(&b, r, theme, "advies.pdf"); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGoldenAdvice(t *testing.T) {
	got := reduce(advice(t, report(t, "gewoon"), render.Stadskamer()))
	const path = "testdata/advies.html"
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs from what is written now; run with -update and read the difference\n%s", path, firstDifference(string(want), got))
	}
}

// TestAdviceIsSafeAndWhole holds for every report, also for those that mean harm: no script runs,
// nothing comes from elsewhere, notes for the speaker stay away, and two runs are equal.
func TestAdviceIsSafeAndWhole(t *testing.T) {
	for _, n := range fixture.Reports() {
		page := advice(t, n.Report, render.Stadskamer())
		if page != advice(t, n.Report, render.Stadskamer()) {
			t.Errorf("%s: two runs differ", n.Name)
		}
		if strings.Contains(strings.ToLower(page), "<script") {
			t.Errorf("%s: there is a script on the page", n.Name)
		}
		policy := html.UnescapeString(regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)[1])
		style := regexp.MustCompile(`(?s)<style>(.*?)</style>`).FindStringSubmatch(page)[1]
		if !strings.HasPrefix(policy, "default-src 'none'; script-src 'none'; ") || !strings.Contains(policy, hash(style)) {
			t.Errorf("%s: the policy is %s", n.Name, policy)
		}
		for _, s := range n.Report.Sections {
			if n.Name == "gewoon" && s.Notes != "" && strings.Contains(page, html.EscapeString(s.Notes)) {
				t.Errorf("%s: a note for the speaker is on the page", n.Name)
			}
		}
	}
}

// other is a block that the page has no form for.
type other struct{ render.Block }

func TestAdviceRefusesABlockItCannotShow(t *testing.T) {
	r := render.Report{Lang: "nl", Sections: []render.Section{{ID: "s", Title: "S", Blocks: []render.Block{other{}}}}}
	if err := deck.WriteAdvice(&bytes.Buffer{}, r, render.Stadskamer(), ""); err == nil {
		t.Error("a block went missing in silence")
	}
}

// TestAdviceReadsInTheDark measures the colours of the dark scheme, for every theme that comes
// along and for houses of hard colours.
func TestAdviceReadsInTheDark(t *testing.T) {
	themes := map[string]render.Theme{"stadskamer": render.Stadskamer()}
	for _, brand := range []string{"#ffcc00", "#80a659", "#cc0000", "#000000", "#ffffff"} {
		theme := render.Stadskamer()
		theme.Accent, theme.Header = drawing.Hex(brand), drawing.Hex(brand)
		themes[brand], _ = theme.Mended()
	}
	rule := regexp.MustCompile(`prefers-color-scheme:dark\)\{:root\{(.*?)\}(.*)\}\n`)
	accent := regexp.MustCompile(`--accent-text:(#[0-9a-f]{6})`)
	for name, theme := range themes {
		colors := map[string]drawing.Color{}
		dark := rule.FindStringSubmatch(advice(t, report(t, "gewoon"), theme))
		for _, pair := range strings.Split(dark[1], ";") {
			if key, value, ok := strings.Cut(pair, ":"); ok {
				colors[strings.TrimPrefix(key, "--")] = drawing.Hex(value)
			}
		}
		fores := []string{"ink", "ink-soft", "theme-accent", "accent-text", "good", "bad", "warn"}
		for _, found := range accent.FindAllStringSubmatch(dark[2], -1) {
			colors[found[1]] = drawing.Hex(found[1])
			fores = append(fores, found[1])
		}
		for _, fore := range fores {
			for _, on := range []string{"paper", "panel"} {
				if c := drawing.Contrast(colors[fore], colors[on]); c < 4.5 {
					t.Errorf("%s: %s on %s is %.2f", name, fore, on, c)
				}
			}
		}
	}
}

// TestAdviceHasAFormForNarrowScreens draws the map and a chart twice: with ids of their own, and
// each with its words; and beside what is said, the small pictures that paper has too.
func TestAdviceHasAFormForNarrowScreens(t *testing.T) {
	theme := render.Stadskamer()
	picture := func(id string, width float64) render.Figure {
		return render.Figure{ID: id, Title: "Beeld " + id, Alt: "Wat " + id + " toont.", Drawing: drawing.Drawing{Width: width, Height: 40, Items: []drawing.Item{drawing.Rect(0, 0, width, 40, 0).Filled(theme.Accent)}}}
	}
	chart, narrow := picture("grafiek", 720), picture("smal", 360)
	chart.Chart, chart.Narrow = &render.Chart{}, &narrow.Drawing
	page := advice(t, render.Report{Lang: "nl", Title: "T", Sections: []render.Section{
		{ID: "reis", Title: "De klantreis", Narrow: &narrow, Blocks: []render.Block{picture("deel-1", 840), picture("deel-2", 840)}},
		{ID: "moment", Title: "Wachten", Over: "Stap 1 · Wachten", Phase: 1, Kind: render.MomentSection, Blocks: []render.Block{
			render.Claim{Value: "−0,8", Text: "Hoe het voelt", Basis: "n = 313", Scale: &render.Scale{From: -2, To: 2, Value: -0.8, Low: -0.9, High: -0.7}},
			chart,
			render.Claim{Value: "75%", Text: "Binnen de belofte", Basis: "n = 313", Scale: &render.Scale{To: 1, Value: 0.75, Low: 0.7, High: 0.8}}, // no mood
			render.Heading{Text: "Hoe vaak"},
			render.Table{Columns: []render.Column{{Title: "Signaal"}, {Title: "n", Number: true, Bars: []float64{10, 5}}}, Rows: [][]string{{"A", "10"}, {"B", "5"}}},
			render.AdviceCard{Number: 1, Title: "Bel", Place: &render.MatrixCell{Number: 1, Gain: 2}},
		}},
	}}, theme)
	seen := map[string]bool{}
	for _, id := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if seen[id[1]] {
			t.Errorf("the id %q is there twice", id[1])
		}
		seen[id[1]] = true
	}
	for want, n := range map[string]int{
		`class="figure wide-form"`: 2, `class="figure narrow-form"`: 1, `class="picture wide-form"`: 1, `class="picture narrow-form"`: 1, // the map and the chart
		`<svg class="scale"`: 2, `class="eye"`: 4, `class="part"`: 1, `<svg class="bar"`: 2, `<svg class="place"`: 1,
		`<caption class="visually-hidden" dir="auto">Hoe vaak</caption>`: 1,
		`data-head="n"`: 2, `>Wat grafiek toont.</desc>`: 2, `class="beside"`: 0,
	} {
		if got := strings.Count(page, want); got != n {
			t.Errorf("%s is there %d times, want %d", want, got, n)
		}
	}
	if !strings.Contains(page, `href="advies.pdf"`) {
		t.Error("the page does not name the paper form")
	}
}
