package html_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"flag"
	"html"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"klantreis/render"
	"klantreis/render/drawing"
	deck "klantreis/render/html"
	"klantreis/test/browser/fixture"
)

var update = flag.Bool("update", false, "write the goldens")

// script stands for ECharts, which these tests do not run.
const script = "window.echarts = { init() { throw new Error('not here'); } };\n"

func write(t *testing.T, r render.Report, assets deck.Assets) string {
	t.Helper()
	var b bytes.Buffer
	if err := deck.WriteDeck(&b, r, render.Stadskamer(), assets); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func withCharts(r render.Report) deck.Assets {
	return deck.Assets{ChartScript: []byte(script), Options: fixture.Options(r)}
}

// TestGolden holds the page without its style, scripts and pictures, so that a change in it can
// be read.
func TestGolden(t *testing.T) {
	for _, name := range []string{"gewoon", "een-stap"} {
		r := report(t, name)
		got := reduce(write(t, r, withCharts(r)))
		path := "testdata/" + name + ".html"
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
}

func report(t *testing.T, name string) render.Report {
	t.Helper()
	for _, n := range fixture.Reports() {
		if n.Name == name {
			return n.Report
		}
	}
	t.Fatalf("no report %q", name)
	return render.Report{}
}

func reduce(page string) string {
	for _, cut := range []struct{ pattern, with string }{
		{`(?s)<style>.*?</style>`, "<style>…</style>"},
		{`(?s)<script>.*?</script>`, "<script>…</script>"},
		{`sha256-[A-Za-z0-9&#;+/]+=*`, "sha256-…"},
		{`(?s)(<svg[^>]*>).*?</svg>`, "$1…</svg>"},
	} {
		page = regexp.MustCompile(cut.pattern).ReplaceAllString(page, cut.with)
	}
	return page
}

func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "- " + a[i] + "\n+ " + b[i]
		}
	}
	return "one is longer than the other"
}

func TestSameBytes(t *testing.T) {
	for _, n := range fixture.Reports() {
		if write(t, n.Report, withCharts(n.Report)) != write(t, n.Report, withCharts(n.Report)) {
			t.Errorf("%s: two decks of the same report differ", n.Name)
		}
	}
}

// TestPolicy checks that the policy allows exactly the style and the scripts of the page.
func TestPolicy(t *testing.T) {
	r := fixture.Energietoeslag()
	for _, c := range []struct {
		name    string
		assets  deck.Assets
		scripts int
		inline  bool
	}{
		{"with charts", withCharts(r), 3, true},
		{"without a script", deck.Assets{Options: fixture.Options(r)}, 2, false},
		{"without options", deck.Assets{ChartScript: []byte(script)}, 2, false},
	} {
		page := write(t, r, c.assets)
		policy := html.UnescapeString(regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)[1])
		if !strings.HasPrefix(policy, "default-src 'none'; ") {
			t.Errorf("%s: policy does not begin with nothing: %s", c.name, policy)
		}
		allowed := regexp.MustCompile(`'sha256-[^']+'`).FindAllString(regexp.MustCompile(`script-src [^;]*`).FindString(policy), -1)
		var found []string
		for _, m := range regexp.MustCompile(`(?s)<script>(.*?)</script>`).FindAllStringSubmatch(page, -1) {
			found = append(found, hash(m[1]))
		}
		slices.Sort(allowed)
		slices.Sort(found)
		if len(found) != c.scripts || !slices.Equal(allowed, found) {
			t.Errorf("%s: the policy allows %v, the page has %v", c.name, allowed, found)
		}
		style := regexp.MustCompile(`(?s)<style>(.*?)</style>`).FindAllStringSubmatch(page, -1)
		if len(style) != 1 || !strings.Contains(policy, hash(style[0][1])) {
			t.Errorf("%s: the policy does not allow the style sheet: %s", c.name, policy)
		}
		if got := strings.Contains(policy, "'unsafe-inline'"); got != c.inline {
			t.Errorf("%s: unsafe-inline %v, want %v", c.name, got, c.inline)
		}
		if script := regexp.MustCompile(`script-src [^;]*`).FindString(policy); strings.Contains(script, "unsafe") {
			t.Errorf("%s: %s", c.name, script)
		}
	}
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// TestNothingFromElsewhere finds addresses other than the names of XML vocabularies.
func TestNothingFromElsewhere(t *testing.T) {
	r := fixture.Energietoeslag()
	page := write(t, r, withCharts(r))
	for _, m := range regexp.MustCompile(`(?i)https?://[^"' <)]*`).FindAllString(page, -1) {
		if m != "http://www.w3.org/2000/svg" {
			t.Errorf("the page names %s", m)
		}
	}
	for _, m := range regexp.MustCompile(`(?i)(?:src|href|action|poster|data)="([^"]*)"|url\(([^)]*)\)|@import.*`).FindAllStringSubmatch(page, -1) {
		if target := m[1] + m[2]; !strings.HasPrefix(target, "#") && !strings.HasPrefix(target, "data:") {
			t.Errorf("the page loads %s", m[0])
		}
	}
}

// TestHostile puts markup into every text of a report and looks whether any of it came alive.
func TestHostile(t *testing.T) {
	r := report(t, "vijandig")
	page := write(t, r, withCharts(r))
	scripts := strings.Count(page, "<script")
	if ends := strings.Count(page, "</script"); ends != scripts {
		t.Errorf("%d scripts begin and %d end", scripts, ends)
	}
	checkHostile(t, page)
	if regexp.MustCompile(`<[^>]*\son[a-z]+=[^>]*>`).MatchString(regexp.MustCompile(`(?s)<script.*?</script>|"[^"]*"`).ReplaceAllString(page, `""`)) {
		t.Error("an element has an event handler")
	}
	for _, m := range regexp.MustCompile(`(?s)<script type="application/json"[^>]*>(.*?)</script>`).FindAllStringSubmatch(page, -1) {
		var option any
		if err := json.Unmarshal([]byte(m[1]), &option); err != nil {
			t.Errorf("an option is no longer JSON: %v", err)
		}
	}
}

// TestUniqueIDs also checks that what refers to an id finds it.
func TestUniqueIDs(t *testing.T) {
	for _, n := range fixture.Reports() {
		page := write(t, n.Report, withCharts(n.Report))
		seen := map[string]bool{}
		for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if seen[m[1]] {
				t.Errorf("%s: two elements have the id %q", n.Name, m[1])
			}
			seen[m[1]] = true
		}
		for _, m := range regexp.MustCompile(`(?:aria-labelledby|data-option)="([^"]*)"|href="#([^"]*)"|url\(#([^)]*)\)`).FindAllStringSubmatch(page, -1) {
			for _, id := range strings.Fields(m[1] + m[2] + m[3]) {
				if !seen[id] {
					t.Errorf("%s: nothing has the id %q", n.Name, id)
				}
			}
		}
	}
}

func TestWhatIsShown(t *testing.T) {
	r := fixture.Energietoeslag()
	page := write(t, r, withCharts(r))
	if strings.Contains(page, "Alleen op papier") {
		t.Error("the deck shows a section that is for paper")
	}
	for _, text := range []string{"Een cadeautje van de klant", "Team Inkomen", "ingevuld", "aanname", "Toon als tabel", "Begin met wat goed gaat", "Gemeten effect"} {
		if !strings.Contains(page, text) {
			t.Errorf("the deck does not say %q", text)
		}
	}
	english := write(t, report(t, "engels"), deck.Assets{})
	for _, text := range []string{`<html lang="en">`, "A gift from the customer", "Next slide"} {
		if !strings.Contains(english, text) {
			t.Errorf("the English deck does not say %q", text)
		}
	}
	for _, text := range []string{"Volgende", "Voor<", "dia’s"} {
		if strings.Contains(english, text) {
			t.Errorf("the English deck says %q", text)
		}
	}
}

// TestNothingLost checks that splitting over slides keeps every row, item and word.
func TestNothingLost(t *testing.T) {
	r := report(t, "lang")
	page := html.UnescapeString(write(t, r, deck.Assets{}))
	for i := 1; i <= 40; i++ {
		if item := regexp.MustCompile(`<li[^>]*>` + regexp.QuoteMeta(strconv.Itoa(i)+". "+fixture.Long)); !item.MatchString(page) {
			t.Errorf("item %d is gone", i)
		}
		if !strings.Contains(page, ">kcc-"+strconv.Itoa(i)+"<") {
			t.Errorf("row %d is gone", i)
		}
	}
	// The sentence stands ninety times in each of eight texts: the cover, a fact, a quote, the text
	// at the map, a phase, the basis of a claim, a callout and the figures.
	const sentence = "Dit is een zin over het wachten op geld."
	if got, want := strings.Count(page, sentence), 8*90; got != want {
		t.Errorf("%d sentences, want %d", got, want)
	}
}

func TestRefused(t *testing.T) {
	for name, assets := range map[string]deck.Assets{
		"script that ends its element": {ChartScript: []byte(`"</SCRIPT>"`)},
		"script with a comment":        {ChartScript: []byte(`"<!--"`)},
		"option that is not JSON":      {Options: map[string][]byte{"x": []byte("{a:1}")}},
	} {
		var b bytes.Buffer
		if err := deck.WriteDeck(&b, render.Report{}, render.Stadskamer(), assets); err == nil || b.Len() > 0 {
			t.Errorf("%s: error %v and %d bytes", name, err, b.Len())
		}
	}
}

func BenchmarkWriteDeck(b *testing.B) {
	r := fixture.Energietoeslag()
	assets := withCharts(r)
	for b.Loop() {
		if err := deck.WriteDeck(&bytes.Buffer{}, r, render.Stadskamer(), assets); err != nil {
			b.Fatal(err)
		}
	}
}

// TestLogo shows the logo on the cover with its words, and nothing without one.
func TestLogo(t *testing.T) {
	theme := render.Stadskamer()
	theme.Logo = render.Logo{Alt: "Logo van <Oever>", Drawing: drawing.Drawing{Width: 20, Height: 10, Items: []drawing.Item{drawing.Rect(0, 0, 20, 10, 0).Filled(theme.Accent)}}}
	var with, without bytes.Buffer
	r := report(t, "een-stap")
	if err := deck.WriteDeck(&with, r, theme, withCharts(r)); err != nil {
		t.Fatal(err)
	}
	if err := deck.WriteDeck(&without, r, render.Stadskamer(), withCharts(r)); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(with.String(), `<div class="logo">`); n != 1 || !strings.Contains(with.String(), "Logo van &lt;Oever&gt;") {
		t.Errorf("%d logos", n)
	}
	if strings.Contains(without.String(), `<div class="logo">`) {
		t.Error("a logo out of nothing")
	}
}

// TestPhaseSlides: each picture of a phase has a slide of its own that says what it tells; a title
// that is too long for one line takes two smaller ones, so that the picture keeps its size.
func TestPhaseSlides(t *testing.T) {
	picture := func(id, title string) render.Figure {
		return render.Figure{ID: id, Title: title, Alt: title, Drawing: drawing.Drawing{Width: 1870, Height: 876, Items: []drawing.Item{drawing.Circle(9, 9, 9)}}}
	}
	long := "Wachten tot de aanvraag overal is verwerkt en iedereen de brief heeft"
	r := render.Report{Title: "Reis", Lang: "nl", Sections: []render.Section{
		{ID: "fase-1", Title: "Vragen", Kind: render.PhaseSection, Blocks: []render.Block{picture("fase-1-dia-1", "Zo beleeft Fatima het"), picture("fase-1-dia-2", "Wat we horen")}},
		{ID: "fase-2", Title: long, Kind: render.PhaseSection, Blocks: []render.Block{picture("fase-2-dia-1", "Wat we horen")}},
	}}
	page := write(t, r, deck.Assets{})
	for _, want := range []string{
		`<h2 id="fase-1" dir="auto"><bdi>Vragen · Zo beleeft Fatima het</bdi> <span class="part">1 van 2</span></h2>`,
		`<h2 dir="auto"><bdi>Vragen · Wat we horen</bdi> <span class="part">2 van 2</span></h2>`,
		`<bdi>` + long + ` · Wat we horen</bdi></h2>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if n := strings.Count(page, " phase long "); n != 1 {
		t.Errorf("%d slides have a long title, want 1", n)
	}
}

// checkHostile wants the hostile text to be on the page, and to be nothing but text.
func checkHostile(t *testing.T, page string) {
	t.Helper()
	if n := strings.Count(page, "</style"); n != 1 {
		t.Errorf("%d style sheets end", n)
	}
	for _, alive := range []string{"<b onclick", "<!--", "]]></"} {
		if strings.Contains(page, alive) {
			t.Errorf("the page contains %s", alive)
		}
	}
	if !strings.Contains(html.UnescapeString(page), fixture.Hostile) {
		t.Error("the text itself is gone")
	}
}
