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
		Sources: []insight.SourceCount{{Name: "kcc", File: "kcc.csv", Read: 60, Unreadable: 2, Places: []string{"4", "9"}, Texts: 57, Secret: 1}},
		N:       57, From: journeys.Date{Year: 2024, Month: 1, Day: 3}, To: journeys.Date{Year: 2024, Month: 4, Day: 30}, HasJourney: true, Unclaimed: 3,
		Topics: []insight.Topic{
			{Name: "Geld", N: 40, Months: months, Channels: []insight.Count{{Name: "telefoon", N: 38}, {Name: "overig", N: 2}}, Weekdays: [7]int{20, 16, 4},
				Words: []insight.Term{{Text: "uitbetaald", N: 20, Z: 4}, {Text: "wanneer", N: 30, Rest: 7, Z: 3, Odds: 2.5}}, Pairs: []insight.Term{{Text: "wanneer uitbetaald", N: 19, Z: 4}},
				Openings: []insight.Opening{{Word: "wanneer", N: 30, With: []insight.Count{{Name: "uitbetaald", N: 19}}}},
				Themes: []insight.Theme{{Words: []string{"wanneer", "uitbetaald"}, Example: "Wanneer is het er?", N: 25, Elsewhere: 11, Ways: 2, Questions: []insight.Question{
					{Words: []string{"wanneer", "toeslag", "uitbetaald"}, N: 15, Example: "Wanneer is … er?"}, {Words: []string{"wanneer", "geld"}, N: 10}}}}},
			{Name: nasty, N: 17},
		},
		Changes: insight.Changes{Units: 6, Tested: 12, From: journeys.Date{Year: 2023, Month: 11, Day: 1}, To: journeys.Date{Year: 2024, Month: 4, Day: 30},
			Found: []insight.Change{
				{Kind: insight.ChangingTheme, Text: "Wanneer is het er?", Topic: "Geld", Since: journeys.Date{Year: 2024, Month: 2, Day: 16}, Rises: true, Before: 3.5, After: 18, NBefore: 11, N: 44,
					Ratio: 5.1, Low: 2.5, High: 11, Series: []int{0, 3, 5, 2, 4, 18}},
				{Kind: insight.ChangingWord, Text: "uitbetaald", Topic: "Geld", Since: journeys.Date{Year: 2024, Month: 2, Day: 1}, Rises: true, Before: 9, After: 11.7, NBefore: 30, N: 40,
					Ratio: 1.3, Low: 1.1, High: 1.6, Series: []int{8, 9, 10, 11, 12, 12}},
				{Kind: insight.ChangingPair, Text: "nu uitbetaald", Topic: "Geld", Since: journeys.Date{Year: 2024, Month: 2, Day: 1}, Rises: true, Before: 9, After: 11.7, NBefore: 30, N: 40,
					Ratio: 1.3, Low: 1.1, High: 1.6, Series: []int{8, 9, 10, 11, 12, 12}},
				{Kind: insight.ChangingPair, Text: "nieuw iets", Since: journeys.Date{Year: 2024, Month: 4, Day: 16}, Rises: true, After: 9, N: 9, Ratio: math.Inf(1), Low: 3, High: math.Inf(1),
					Series: []int{0, 0, 0, 0, 0, 9}},
				{Kind: insight.ChangingTopic, Text: nasty, Since: journeys.Date{Year: 2024, Month: 3, Day: 1}, Before: 5, After: 0.7, NBefore: 15, N: 2, Ratio: 0.14, Low: 0.1, High: 0.5,
					Series: []int{5, 5, 5, 1, 1, 0}}}},
		Channels: []insight.Count{{Name: "telefoon", N: 55}, {Name: "overig", N: 2}},
		Proposals: []insight.Proposal{{Target: "wanneer, uitbetaald", Theme: true, Wanted: 25, N: 24, Hits: 22, Known: 8, Others: 9,
			Selector: journeys.Selector{Title: `Geld: "uitbeta"`, ID: "geld-uitbeta", Sources: []string{"kcc"}, Topic: "Geld", Words: []string{"uitbeta*"}}}},
		Pages: []insight.Page{{Name: "Uitleg", Visits: 1200, Left: 300, Low: 0.23, High: 0.27}},
	}
}

// TestInsightText compares what the terminal shows with files that people can read.
func TestInsightText(t *testing.T) {
	for _, c := range []struct {
		name, topic string
		lang        words.Lang
	}{{"alles", "", words.Dutch}, {"geld", "geld", words.Dutch}, {"english", "", words.English}} {
		view := render.ComposeInsight(findings(), c.topic, c.lang)
		var out bytes.Buffer
		if err := text.WriteInsight(&out, view); err != nil {
			t.Fatal(err)
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
}

// TestInsightPage holds that the page takes nothing in that could run, and names every picture.
func TestInsightPage(t *testing.T) {
	for _, theme := range []render.Theme{render.Stadskamer(), render.Singel()} {
		view := render.ComposeInsight(findings(), "", words.Dutch)
		var out bytes.Buffer
		if err := html.WriteInsight(&out, view, theme); err != nil {
			t.Fatal(err)
		}
		page := out.String()
		for _, bad := range []string{"<script", "style=\"", "http://", "%!", "--onderwerp", "--v"} {
			if strings.Contains(strings.ReplaceAll(page, "http://www.w3.org", ""), bad) {
				t.Errorf("the page holds %q", bad)
			}
		}
		if pictures, titles := strings.Count(page, "<svg"), strings.Count(page, "<title"); pictures != 1+4 || titles != pictures+1 {
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
