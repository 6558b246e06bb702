package render_test

import (
	"strings"
	"testing"

	"klantreis/journeys/insight"
	"klantreis/render"
	"klantreis/render/words"
)

// TestInsightTellsWhatItDoesNotKnow holds the sentences without which a reader takes a number for another one.
func TestInsightTellsWhatItDoesNotKnow(t *testing.T) {
	notes := func(f *insight.Findings, id string) string {
		for _, s := range render.ComposeInsight(f, "", words.Dutch).Sections {
			if s.ID == id {
				return strings.Join(s.Notes, " ")
			}
		}
		return ""
	}
	f := findings()
	if n := notes(f, "kanalen"); !strings.Contains(n, "‘Overig’ zijn kanalen met minder dan 5 signalen of") {
		t.Errorf("nothing explains the rest of the channels: %q", n)
	}
	f.Channels = f.Channels[:1]
	if n := notes(f, "kanalen"); n != "" {
		t.Errorf("there is no rest to explain: %q", n)
	}
	const unaware = "Het effect van een advies staat in het rapport."
	for _, found := range [][]insight.Change{f.Changes.Found, nil} {
		f.Changes.Found = found
		for _, done := range []bool{false, true} {
			f.AdviceDone = done
			if n := notes(f, "daalt"); strings.Contains(n, unaware) != done {
				t.Errorf("advice carried out %v: %q", done, n)
			}
		}
	}
}

// TestThemeIsToldByWordsAndWordings is a theme that no question stands for.
func TestThemeIsToldByWordsAndWordings(t *testing.T) {
	f := findings()
	theme := &f.Topics[0].Themes[0]
	theme.Example, theme.Shared = "", []string{"formulier"}
	theme.Questions = []insight.Question{{N: 9, Example: "Kan het formulier op papier?"}, {N: 7, Example: "Het formulier sluit af."}, {N: 5, Example: "Wie tekent?"}}
	const such = "‘Kan het formulier op papier?’ (9) en ‘Het formulier sluit af.’ (7)"
	view := render.ComposeInsight(f, "", words.Dutch)
	if story := strings.Join(view.Story, " "); !strings.Contains(story, "De meeste vragen gaan over ‘formulier’: 25 signalen, zoals "+such+".") {
		t.Error(story)
	}
	for _, s := range view.Sections {
		if s.ID == "vragen" && s.Table.Rows[0][1] != "formulier, zoals "+such {
			t.Error(s.Table.Rows[0])
		}
	}
}
