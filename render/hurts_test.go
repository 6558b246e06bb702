package render

import (
	"strings"
	"testing"

	"klantreis/journeys/evidence"
	"klantreis/render/words"
)

// TestOneMomentHurtsMost holds that the deck, the report, its short version and the map point at the
// same step, and that a typed feeling is only told where nothing was measured, and says so.
func TestOneMomentHurtsMost(t *testing.T) {
	derived := func(v float64, n int) evidence.Emotion {
		return evidence.Emotion{Kind: evidence.Derived, Value: v, Low: v - 0.1, High: v + 0.1, N: n}
	}
	typed := evidence.Emotion{Kind: evidence.Typed, Value: -2}
	for _, c := range []struct {
		name    string
		felt    []evidence.Emotion
		want    string
		flagged bool // on the map
		typed   bool
	}{
		{"measured before typed", []evidence.Emotion{typed, derived(-0.5, 66), derived(1, 44)}, "Twee", true, false},
		{"few scores are no comparison", []evidence.Emotion{derived(-0.5, 66), derived(-1.5, evidence.MinGroup), derived(1, 44)}, "Een", true, false},
		{"only one was measured", []evidence.Emotion{typed, derived(-0.5, 66), typed}, "Twee", false, false},
		{"a margin over zero is no pain", []evidence.Emotion{typed, {Kind: evidence.Derived, Value: -0.03, Low: -0.38, High: 0.33, N: 34}, derived(1, 44)}, "Een", false, true},
		{"zero as it is shown is no pain", []evidence.Emotion{typed, {Kind: evidence.Derived, Value: -0.04, Low: -0.06, High: -0.02, N: 3400}, derived(1, 44)}, "Een", false, true},
		{"the lowest of those that hurt", []evidence.Emotion{{Kind: evidence.Derived, Value: -0.6, Low: -1.4, High: 0.2, N: 10}, derived(-0.5, 66), derived(1, 44)}, "Twee", true, false},
		{"nothing was measured below zero", []evidence.Emotion{typed, derived(0.5, 66), derived(1, 66)}, "Een", false, true},
	} {
		j, ev := parsed(t, "klantreis: Pijn\nfasen: [{fase: A, stappen: [{stap: Een}, {stap: Twee}, {stap: Drie}]}]\nadviezen: [{advies: Bel, stap: een, eigenaar: KCC}]\n")
		for i, s := range j.Steps() {
			for k := range ev.Steps {
				if ev.Steps[k].ID == s.ID {
					ev.Steps[k].Emotion = c.felt[i]
				}
			}
		}
		if s := ev.Hardest(j.Steps()); (s != nil) != c.flagged || s != nil && s.Title != c.want {
			t.Errorf("%s: the map flags %v", c.name, s)
		}
		title := words.Dutch.Story().HurtsMeasured()
		if c.typed {
			title = words.Dutch.Story().HurtsMost + " (volgens het team)"
		}
		check := func(where, got string, isTyped bool) {
			t.Helper()
			if got != c.want || isTyped != c.typed {
				t.Errorf("%s: %s points at %q, typed %v", c.name, where, got, isTyped)
			}
		}
		pages := 0
		whole := Compose(j, ev, words.Dutch, Pictures{})
		gift := ComposeFor(j, ev, words.Dutch, Pictures{}, Owners(j)[0])
		for _, s := range append(whole.Sections, gift.Sections...) {
			for i, b := range s.Blocks {
				if h, ok := b.(Heading); ok && s.Kind == Summary && h.Text == title {
					pages++
					claim := s.Blocks[i+1].(Claim)
					check(s.ID, claim.Text, claim.Typed)
				}
			}
		}
		if pages < 3 { // an owner's gift may call another moment its own, with another title
			t.Errorf("%s: %d pages have the title %q", c.name, pages, title)
		}
		for _, r := range ComposeShort(j, ev, words.Dutch, nil) {
			for _, b := range r.Sections[0].Blocks {
				if claim, ok := b.(Claim); ok {
					if at, found := strings.CutPrefix(claim.Text, title+": "); found {
						check("the short version", at, claim.Typed)
						pages++
					}
				}
			}
		}
		if pages < 6 {
			t.Errorf("%s: the short versions do not name the moment", c.name)
		}
	}
}

// TestNeutralIsNoMoment holds that a feeling around zero is called neither the worst nor the best moment.
func TestNeutralIsNoMoment(t *testing.T) {
	for _, felt := range []evidence.Emotion{
		{Kind: evidence.Derived, Value: -0.03, Low: -0.38, High: 0.33, N: 34},
		{Kind: evidence.Derived, Value: 0.6, Low: -0.1, High: 1.3, N: 6},
		{Kind: evidence.Typed, Value: -0.04},
	} {
		j, ev := parsed(t, "klantreis: Neutraal\nfasen: [{fase: A, stappen: [{stap: Een}, {stap: Twee}]}]\nadviezen: [{advies: Bel, stap: een, eigenaar: KCC}]\n")
		ev.Steps[0].Emotion = felt
		texts := []string{dump(Compose(j, ev, words.Dutch, Pictures{})), dump(ComposeFor(j, ev, words.Dutch, Pictures{}, Owners(j)[0]))}
		for _, r := range ComposeShort(j, ev, words.Dutch, nil) {
			texts = append(texts, dump(r))
		}
		w := words.Dutch.Story()
		for _, text := range texts {
			for _, title := range []string{w.HurtsMost, w.HurtsMeasured(), w.HurtsYours(), w.BestMoment} {
				if strings.Contains(text, title) {
					t.Errorf("%+v: %q is told", felt, title)
				}
			}
		}
	}
}

// TestAsksEvidenceFirst holds the order and the sentence of what is to be decided, in the gift for all
// and in that of one owner.
func TestAsksEvidenceFirst(t *testing.T) {
	j, ev := parsed(t, "klantreis: Vragen\nfasen: [{fase: A, stappen: [{stap: Een}]}]\nadviezen:\n"+
		"  - {advies: Gok, winst: groot, moeite: klein, eigenaar: X}\n  - {advies: Zwaar, winst: groot, moeite: groot, eigenaar: Y}\n  - {advies: Licht, winst: middel, moeite: klein, eigenaar: X}\n")
	for i, a := range j.Advice {
		ev.Advice[i].Evidence = a.Title != "Gok"
	}
	asked := func(r Report) (titles []string, sentence string, columns int) {
		for _, s := range r.Sections {
			for i, b := range s.Blocks {
				if h, ok := b.(Heading); ok && s.ID == "samenvatting" && h.Text == words.Dutch.Story().Asks {
					sentence = s.Blocks[i+1].(Prose).Text
					table := s.Blocks[i+2].(Table)
					for _, row := range table.Rows {
						titles = append(titles, row[0]+" = "+row[1])
					}
					columns = len(table.Columns)
				}
			}
		}
		return titles, sentence, columns
	}
	titles, sentence, columns := asked(Compose(j, ev, words.Dutch, Pictures{}))
	if got := strings.Join(titles, "; "); got != "2  Licht = –; 3  Zwaar = –; 1  Gok (aanname) = –" || columns != 4 || !strings.Contains(sentence, "van wie het is") {
		t.Errorf("for all: %s, %d columns, %q", got, columns, sentence)
	}
	titles, sentence, columns = asked(ComposeFor(j, ev, words.Dutch, Pictures{}, Owner{Name: "X"}))
	if got := strings.Join(titles, "; "); got != "2  Licht = –; 1  Gok (aanname) = –" || columns != 3 || !strings.Contains(sentence, "wie het doet") {
		t.Errorf("for X: %s, %d columns, %q", got, columns, sentence)
	}
}

// TestWhoSaidNoGetsAShortGift holds that nothing is asked of an owner who took nothing over, and that the
// reason is told.
func TestWhoSaidNoGetsAShortGift(t *testing.T) {
	j, ev := parsed(t, "klantreis: Nee\nfasen: [{fase: A, stappen: [{stap: Een}]}]\nadviezen:\n"+
		"  - {advies: Stuur een kalender, eigenaar: Afval, status: niet-overgenomen, reden: Er is geen geld}\n  - {advies: Bel, eigenaar: KCC}\n")
	gift := ComposeFor(j, ev, words.Dutch, Pictures{}, Owner{Name: "Afval"})
	text := dump(gift)
	if len(gift.Sections) != 2 {
		t.Errorf("%d sections", len(gift.Sections))
	}
	for _, want := range []string{"Stuur een kalender", "Er is geen geld", "Dank u wel", "praten we graag verder", "nog 1 advies voor een ander"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing from\n%s", want, text)
		}
	}
	if strings.Contains(text, words.Dutch.Story().Asks) {
		t.Error("something is asked of who said no")
	}
	if n := len(ComposeFor(j, ev, words.Dutch, Pictures{}, Owner{Name: "KCC"}).Sections); n <= 2 {
		t.Errorf("%d sections for who is still asked", n)
	}
}

// TestNounSaysSource holds that a source named after what it holds is not named twice.
func TestNounSaysSource(t *testing.T) {
	for _, c := range []struct {
		sources []string
		want    bool
	}{{[]string{"Zaken"}, true}, {[]string{"zaakarchief"}, false}, {[]string{"zaken", "kcc"}, false}, {nil, false}} {
		if got := words.SaidAlready("zaken", c.sources); got != c.want {
			t.Errorf("%v: %v", c.sources, got)
		}
	}
}
