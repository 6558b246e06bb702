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
