package insight

import (
	"bufio"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// generated are the sentences that the generator of the examples draws from for one question, as one pattern.
func generated(t *testing.T, name string) *regexp.Regexp {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "examples", "generator", "energietoeslag_teksten.go"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []string
	inside := false
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := strings.TrimSpace(lines.Text())
		switch {
		case line == name+" = []string{":
			inside = true
		case line == "}":
			inside = false
		case inside:
			text, err := strconv.Unquote(strings.TrimSuffix(line, ","))
			if err != nil {
				t.Fatal(err)
			}
			choices := strings.NewReplacer(`\{`, "(?:", `\}`, ")", `\|`, "|")
			all = append(all, choices.Replace(regexp.QuoteMeta(text)))
		}
	}
	if len(all) == 0 {
		t.Fatalf("no sentences of %s", name)
	}
	return regexp.MustCompile(strings.Join(all, "|"))
}

// TestKnownTruth holds the largest question of the example, and the selector that is proposed for it, against
// what the generator meant: "when is it paid". The selector counts as a journey would count it.
func TestKnownTruth(t *testing.T) {
	f, err := Read([]Source{kcc(t)}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	theme := f.Topics[0].Themes[0]
	for _, q := range theme.Questions {
		for _, stranger := range []string{"nloggen", "DigiD", "oorwaarden", "afgewezen"} {
			if strings.Contains(q.Example, stranger) {
				t.Errorf("%q came under %q", q.Example, theme.Example)
			}
		}
	}
	var chosen *Proposal
	for i := range f.Proposals {
		if f.Proposals[i].Theme && f.Proposals[i].Target == theme.Example {
			chosen = &f.Proposals[i]
		}
	}
	if chosen == nil {
		t.Fatal("nothing is proposed for the largest question")
	}
	meant := generated(t, "whenPaid")
	j := &journeys.Journey{Phases: []journeys.Phase{{Steps: []journeys.Step{{Selectors: []journeys.Selector{chosen.Selector}}}}}}
	matcher := signals.NewMatcher(j, "kcc")
	found, right, all := 0, 0, 0
	if err := kcc(t).Read(func(d *signals.Data) {
		d.Each(func(one signals.Signal, readable bool) {
			if !readable || one.Secret || one.Topic != chosen.Selector.Topic {
				return
			}
			is := meant.MatchString(one.Text)
			if is {
				all++
			}
			if len(matcher.Match(one)) > 0 {
				found++
				if is {
					right++
				}
			}
		})
	}); err != nil {
		t.Fatal(err)
	}
	if found != chosen.Hits+chosen.Others {
		t.Errorf("the proposal says %d and %d, a journey counts %d", chosen.Hits, chosen.Others, found)
	}
	t.Logf("%v: %d of %d are meant, of %d", chosen.Selector.Words, right, found, all)
	if precision, recall := share(right, found), share(right, all); precision < 0.95 || recall < 0.58 {
		t.Errorf("%v: precision %.2f, recall %.2f", chosen.Selector.Words, precision, recall)
	}
	if n := theme.N; n < 950 || n > all {
		t.Errorf("the theme has %d signals; %d ask it", n, all)
	}
}
