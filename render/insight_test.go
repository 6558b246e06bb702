package render_test

import (
	"bytes"
	"flag"
	"math"
	"os"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/insight"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/html"
	"klantreis/render/text"
	"klantreis/render/words"
)

var updateInsight = flag.Bool("update-insight", false, "rewrite testdata/insight-*.txt")

// findings are invented, with texts that could break a page or a terminal.
func findings() *insight.Findings {
	month := func(m int, n int) insight.MonthCount {
		return insight.MonthCount{Month: journeys.Month{Year: 2024, Month: 1}.First().AddDays(31 * m).MonthOf(), N: n}
	}
	months := []insight.MonthCount{month(0, 12), month(1, 3), month(2, 0), month(3, 40)}
	nasty := `<script>alert(1)</script> "aanhaling" ` + "\x1b[31m" + strings.Repeat("lang", 20)
	return &insight.Findings{
		Sources: []insight.SourceCount{{Name: "kcc", File: "kcc.csv", Read: 60, Unreadable: 2, Lines: []int{4, 9}, Secret: 1}},
		N:       57, From: journeys.Date{Year: 2024, Month: 1, Day: 3}, To: journeys.Date{Year: 2024, Month: 4, Day: 30}, HasJourney: true, Unclaimed: 3,
		Topics: []insight.Topic{
			{Name: "Geld", N: 40, Months: months, Channels: []insight.Count{{Name: "telefoon", N: 38}, {Name: "overig", N: 2}}, Weekdays: [7]int{20, 16, 4},
				Words: []insight.Term{{Text: "uitbetaald", N: 20, Z: 4}, {Text: "wanneer", N: 30, Rest: 7, Z: 3, Odds: 2.5}}, Pairs: []insight.Term{{Text: "wanneer uitbetaald", N: 19, Z: 4}},
				Openings: []insight.Opening{{Word: "wanneer", N: 30, With: []insight.Count{{Name: "uitbetaald", N: 19}}}},
				Themes: []insight.Theme{{Words: []string{"wanneer", "uitbetaald"}, N: 25, Ways: 2, Questions: []insight.Question{
					{Words: []string{"wanneer", "toeslag", "uitbetaald"}, N: 15, Example: "Wanneer is het er? Bel [telefoonnummer]."}, {Words: []string{"wanneer", "geld"}, N: 10}}}}},
			{Name: nasty, N: 17},
		},
		Rises: insight.Rises{History: 5, Days: 30, Tested: 12, Last: journeys.Period{From: journeys.Date{Year: 2024, Month: 4, Day: 1}, To: journeys.Date{Year: 2024, Month: 4, Day: 30}},
			Found: []insight.Rise{{Kind: insight.RisingWord, Text: "uitbetaald", Topic: "Geld", N: 18, Expected: 3.5, Ratio: 5.1, Low: 2.5, High: 11, Series: []int{0, 3, 5, 2, 4, 18}},
				{Kind: insight.RisingPair, Text: "nieuw iets", N: 9, Ratio: math.Inf(1), Low: 3, High: math.Inf(1), Series: []int{0, 0, 0, 0, 0, 9}}}},
		Channels: []insight.Count{{Name: "telefoon", N: 55}, {Name: "overig", N: 2}},
		Proposals: []insight.Proposal{{Target: "wanneer, uitbetaald", Theme: true, Wanted: 25, N: 24, Hits: 22, Known: 1,
			Selector: journeys.Selector{Title: `Geld: "uitbeta"`, ID: "geld-uitbeta", Sources: []string{"kcc"}, Topic: "Geld", Words: []string{"uitbeta*"}}}},
		Pages: []insight.Page{{Name: "Uitleg", Visits: 1200, Left: 300, Low: 0.23, High: 0.27}},
	}
}

// TestInsightText compares what the terminal shows with files that people can read.
func TestInsightText(t *testing.T) {
	for _, c := range []struct {
		name, topic string
		examples    bool
		lang        words.Lang
	}{{"alles", "", false, words.Dutch}, {"geld", "geld", true, words.Dutch}, {"english", "", false, words.English}} {
		view, ok := render.ComposeInsight(findings(), c.topic, c.examples, c.lang)
		var out bytes.Buffer
		if err := text.WriteInsight(&out, view); err != nil || !ok {
			t.Fatal(err, ok)
		}
		name := "testdata/insight-" + c.name + ".txt"
		if *updateInsight {
			if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil || !bytes.Equal(want, out.Bytes()) {
			t.Errorf("%s differs (-update-insight rewrites it):\n%s", name, out.Bytes())
		}
		if !c.examples && strings.Contains(out.String(), "Wanneer is het er") {
			t.Error("an example was shown without being asked for")
		}
		for _, bad := range []string{"\x1b", "%!", "\t"} {
			if strings.Contains(out.String(), bad) {
				t.Errorf("%s holds %q", c.name, bad)
			}
		}
		for _, line := range strings.Split(out.String(), "\n") {
			if n := len([]rune(line)); n > 125 {
				t.Errorf("%s: a line of %d characters", c.name, n)
			}
		}
	}
	if _, ok := render.ComposeInsight(findings(), "nergens", false, words.Dutch); ok {
		t.Error("a topic that is not there was opened")
	}
}

// TestInsightPage holds that the page takes nothing in that could run, and names every picture.
func TestInsightPage(t *testing.T) {
	for _, theme := range []render.Theme{render.Stadskamer(), render.Singel()} {
		view, _ := render.ComposeInsight(findings(), "", false, words.Dutch)
		var out bytes.Buffer
		if err := html.WriteInsight(&out, view, theme); err != nil {
			t.Fatal(err)
		}
		page := out.String()
		for _, bad := range []string{"<script", "style=\"", "http://", "Wanneer is het er", "%!"} {
			if strings.Contains(strings.ReplaceAll(page, "http://www.w3.org", ""), bad) {
				t.Errorf("the page holds %q", bad)
			}
		}
		if pictures, titles := strings.Count(page, "<svg"), strings.Count(page, "<title"); pictures != 4-1 || titles != pictures+1 {
			t.Errorf("%d pictures, %d titles", pictures, titles)
		}
		if tables, heads := strings.Count(page, "<table"), strings.Count(page, "<caption"); tables == 0 || tables != heads {
			t.Errorf("%d tables, %d captions", tables, heads)
		}
		for _, s := range view.Sections {
			if strings.Count(page, `id="`+s.ID+`"`) != 1 {
				t.Errorf("section %s does not stand once", s.ID)
			}
		}
	}
}

// TestSparkline hides how small a small group is.
func TestSparkline(t *testing.T) {
	picture := func(n int) string {
		var out bytes.Buffer
		if err := drawing.WriteSVG(&out, render.Sparkline(render.Course{Values: []int{20, n, 30}}, render.Stadskamer()), drawing.SVGOptions{}); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	if picture(1) != picture(4) || picture(0) == picture(1) || picture(4) == picture(9) {
		t.Error("one and four differ, or none and one do not")
	}
}
