package render

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render/words"
)

func backings(t *testing.T, file string, lang words.Lang) []Backing {
	t.Helper()
	j, problems := journeys.Parse("reis.yaml", []byte(file))
	ev, found := evidence.Bind(j, fstest.MapFS{"kcc.csv": {Data: calls()}})
	if all := append(problems, found...); all.HasErrors() {
		t.Fatal(all)
	}
	return Backings(j, ev, lang)
}

// tell writes backings as reviewable text.
func tell(all []Backing) string {
	var b strings.Builder
	for _, v := range all {
		typed := ""
		if v.Typed {
			typed = " [typed]"
		}
		fmt.Fprintf(&b, "\n%s (%s, step %q)%s\n%s: %s\n", v.ID, v.Kind, v.Step, typed, v.Title, v.Value)
		for _, f := range v.Facts {
			fmt.Fprintf(&b, "  %s: %s", f.Label, f.Value)
			if f.Note != "" {
				fmt.Fprintf(&b, " (%s)", f.Note)
			}
			b.WriteByte('\n')
		}
		for _, q := range v.Quotes {
			fmt.Fprintf(&b, "  “%s” – %s\n", q.Text, q.Source)
		}
		if v.Note != "" {
			fmt.Fprintf(&b, "  %s\n", v.Note)
		}
	}
	return b.String()
}

func TestBackings(t *testing.T) {
	for _, lang := range []words.Lang{words.Dutch, words.English} {
		got := tell(backings(t, story, lang))
		golden(t, "backings-"+string(lang)+".txt", got)
	}
}

// TestBackingsKeepTheirPromises: what is secret stays so, everything has a value and facts, and
// what was typed says so.
func TestBackingsKeepTheirPromises(t *testing.T) {
	all := backings(t, story, words.Dutch)
	text := tell(all)
	for _, secret := range []string{"06-12345678", "jan@example.nl", "Niet goedgekeurd", "zelden gevraagd", "Alleen voor de spreker"} {
		if strings.Contains(text, secret) {
			t.Errorf("a backing holds %q", secret)
		}
	}
	seen := map[string]bool{}
	for _, b := range all {
		if seen[b.ID] {
			t.Errorf("two backings have the id %s", b.ID)
		}
		seen[b.ID] = true
		if b.Value == "" || b.Kind == "" || b.Title == "" {
			t.Errorf("%s lacks its value, kind or title: %+v", b.ID, b)
		}
		for _, f := range b.Facts {
			if f.Label == "" || f.Value == "" {
				t.Errorf("%s has an empty fact: %+v", b.ID, f)
			}
		}
		said := regexp.MustCompile(`(?i)ingevuld|aanname`).MatchString(tell([]Backing{b}))
		if b.Typed && !said {
			t.Errorf("%s is typed and does not say so", b.ID)
		}
	}
	for _, id := range []string{"stap:wachten", "signaal:wanneer-betaald", "beleving:belt", "doorlooptijd:tot-het-klaar-is", "advies:zonder-maten"} {
		if !seen[id] {
			t.Errorf("nothing stands behind %s", id)
		}
	}
}

// TestSmallGroupsCannotBeReckonedOut: the channels that are shown never leave a rest of one to
// four, and the number of a small signal is in no fact.
func TestSmallGroupsCannotBeReckonedOut(t *testing.T) {
	b := backer{composer: composer{lang: words.Dutch}}
	for _, c := range []struct {
		n    int
		per  []int
		want string
	}{
		{100, []int{60, 40}, "Balie 60, Chat 40"},
		{100, []int{97, 3}, ""},
		{100, []int{60, 37, 3}, "Balie 60"},
		{100, []int{50, 30, 15, 5}, "Balie 50, Chat 30, Brief 15"},
		{100, []int{50, 30, 18, 2}, "Balie 50, Chat 30"},
		{4, []int{4}, ""},
		{0, nil, ""},
	} {
		s := evidence.Signal{N: c.n}
		for i, n := range c.per {
			s.PerChannel = append(s.PerChannel, evidence.ChannelCount{Channel: []string{"balie", "chat", "brief", "e-mail"}[i], N: n})
		}
		if got := b.channels(s); got != c.want {
			t.Errorf("%v of %d: %q, want %q", c.per, c.n, got, c.want)
		}
	}
	for _, v := range backings(t, story, words.Dutch) {
		if v.ID == "signaal:te-weinig-om-te-tonen" {
			if text := tell([]Backing{v}); !strings.Contains(v.Value, "< 5") || strings.Contains(text, "Per 1.000") || strings.Contains(text, "Kanalen") {
				t.Errorf("a small signal shows too much: %s", text)
			}
		}
	}
}
