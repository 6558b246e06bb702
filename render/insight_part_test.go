package render_test

import (
	"bytes"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/insight"
	"klantreis/render"
	"klantreis/render/html"
	"klantreis/render/text"
	"klantreis/render/words"
)

// TestPartMonths holds that a month of which the data have a part only is no fall.
func TestPartMonths(t *testing.T) {
	f := findings()
	f.From, f.To = journeys.Date{Year: 2024, Month: 1, Day: 30}, journeys.Date{Year: 2024, Month: 4, Day: 2}
	f.HasJourney = false
	view := render.ComposeInsight(f, "", words.Dutch)
	var out bytes.Buffer
	if err := text.WriteInsight(&out, view); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"januari 2024, april 2024", "░▁ ░"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, &out)
		}
	}
	if strings.Contains(out.String(), "--voeg-toe") {
		t.Error("a hint that needs a journey")
	}
	f.From.Day, f.To.Day = 2, 29 // a weekend is missing at most
	view = render.ComposeInsight(f, "", words.Dutch)
	if c := view.Sections[0].Courses[0]; c.FirstPart || c.LastPart || len(view.Sections[0].Notes) > 0 {
		t.Errorf("whole months are parts: %+v", c)
	}
}

// TestMoreProposals tells that there are more than are shown, and the page names each cell for a narrow screen.
func TestMoreProposals(t *testing.T) {
	f := findings()
	for range 30 {
		f.Proposals = append(f.Proposals, insight.Proposal{Target: "Geld", N: 9, Hits: 9, Wanted: 9, Selector: journeys.Selector{Title: "Geld", ID: "geld"}})
	}
	var out bytes.Buffer
	if err := html.WriteInsight(&out, render.ComposeInsight(f, "", words.Dutch), render.Stadskamer()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"de 12 grootste van de 31 voorstellen", `data-head="Signalen"`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q", want)
		}
	}
}

// TestAtLeast holds that a number is the least there is where another group may ask the same.
func TestAtLeast(t *testing.T) {
	f := findings()
	for _, c := range []struct {
		word string
		want bool
	}{{"uitbetaling", true}, {"formulier", false}} {
		f.Topics[0].Themes = append(f.Topics[0].Themes[:1:1], insight.Theme{Words: []string{c.word}, N: 6, Ways: 1})
		story := strings.Join(render.ComposeInsight(f, "", words.Dutch).Story, " ")
		if strings.Contains(story, "Dat zijn minstens 25 signalen") != c.want {
			t.Errorf("%s: %s", c.word, story)
		}
	}
}
