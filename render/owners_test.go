package render

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render/words"
)

// parsed reads a journey without sources; faults of the file are the test's own business.
func parsed(t *testing.T, text string) (*journeys.Journey, *evidence.Evidence) {
	t.Helper()
	j, problems := journeys.Parse("reis.yaml", []byte(text))
	ev, found := evidence.Bind(j, fstest.MapFS{})
	if all := append(problems, found...); all.HasErrors() {
		t.Fatal(all)
	}
	return j, ev
}

const owned = `
klantreis: Eigenaren
eigenaar: Team  Inkomen
fasen: [{fase: A, stappen: [{stap: Een}, {stap: Twee}]}]
adviezen:
  - {advies: Van X, stap: een, eigenaar: X, winst: groot, moeite: klein}
  - {advies: Van x kort, stap: twee, eigenaar: X kort}
  - {advies: Ook van X, eigenaar: ' x '}
  - {advies: Van iedereen}
  - {advies: Geheim, eigenaar: Kort}
  - {advies: Vreemd, eigenaar: '!?'}
`

func TestOwners(t *testing.T) {
	j, _ := parsed(t, owned)
	var got []string
	for _, o := range Owners(j, "kort") {
		got = append(got, fmt.Sprintf("%s → %s", o.Name, o.Slug))
	}
	// X stands first, so that X kort may not have x-kort: that is X's short report.
	want := "X → x|X kort → x-kort-2|Team Inkomen → team-inkomen|Kort → kort-2|!? → zonder-eigenaar"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	files := map[string]bool{"kort": true}
	for _, o := range Owners(j, "kort") {
		for _, name := range []string{o.Slug, o.Slug + ShortSuffix} {
			if files[name] {
				t.Errorf("two files would be called %s", name)
			}
			files[name] = true
		}
	}
}

func TestEachOwnerGetsOnlyTheirAdvice(t *testing.T) {
	j, ev := parsed(t, owned)
	seen := map[string]int{}
	for _, o := range Owners(j) {
		r := ComposeFor(j, ev, words.Dutch, Pictures{}, o)
		if r.Owner != o.Name {
			t.Errorf("the gift of %q is addressed to %q", o.Name, r.Owner)
		}
		for _, s := range r.Sections {
			for _, b := range s.Blocks {
				card, ok := b.(AdviceCard)
				if !ok || s.Where == DeckOnly {
					continue
				}
				seen[card.Title]++
				if owner := strings.TrimSpace(card.Owner); owner != "" && !sameName(owner, o.Name) {
					t.Errorf("the gift of %s holds the advice of %s", o.Name, card.Owner)
				}
			}
		}
		if o.Name == "X" && !strings.Contains(dump(r), "nog 4 adviezen voor anderen") {
			t.Error("the gift of X does not say that there is more advice, for others")
		}
	}
	if len(seen) != len(j.Advice) {
		t.Errorf("advice in gifts: %v", seen)
	}
	for title, n := range seen {
		if n != 1 {
			t.Errorf("%q is given %d times", title, n)
		}
	}
}

func TestShortVersionsTellLessAndLess(t *testing.T) {
	text := "klantreis: Veel advies\nfasen: [{fase: A, stappen: [{stap: Een}]}]\nadviezen:\n"
	for i := range 12 {
		text += fmt.Sprintf("  - {advies: '%s %d', verwacht: '%s'}\n", strings.Repeat("Lang advies ", 8), i, strings.Repeat("Minder wachten en ", 9))
	}
	j, ev := parsed(t, text)
	versions := ComposeShort(j, ev, words.Dutch, nil)
	if len(versions) < 3 {
		t.Fatalf("%d versions", len(versions))
	}
	if !strings.Contains(dump(versions[0]), "En nog 7 adviezen in het hele rapport.") {
		t.Errorf("the first version does not count the rest:\n%s", dump(versions[0]))
	}
	before := 1 << 30
	for i, v := range versions {
		size := len(dump(v))
		if size > before || i == len(versions)-1 && size == before {
			t.Errorf("version %d tells more than the one before", i)
		}
		before = size
	}
}

// TestShortTellsWhatWasMeasured gives the measured effect of an advice as what it gave, and few
// advices as cards.
func TestShortTellsWhatWasMeasured(t *testing.T) {
	j, ev := parsed(t, "klantreis: Effect\nfasen: [{fase: A, stappen: [{stap: Een}]}]\nadviezen:\n"+
		"  - {advies: Gemeten}\n  - {advies: Vroeg, verwacht: Rust}\n  - {advies: Niets}\n")
	for i, e := range []evidence.Effect{{Measured: true, Verdict: evidence.Decrease, Ratio: 0.61}, {Measured: true, Verdict: evidence.TooEarly}, {Measured: true, Verdict: evidence.NoDifference, Ratio: 1.02}} {
		ev.Advice[i].Effect = e
	}
	table := dump(ComposeShort(j, ev, words.Dutch, nil)[0])
	for _, want := range []string{"1  Gemeten | gemeten: daling van 39% |", "2  Vroeg | Rust (te vroeg om te meten) |", "3  Niets | gemeten: geen verschil te zien |"} {
		if !strings.Contains(table, want) {
			t.Errorf("%q is missing from\n%s", want, table)
		}
	}
	j.Advice = j.Advice[:2]
	first := ComposeShort(j, ev, words.Dutch, nil)[0]
	cards := 0
	for _, b := range first.Sections[0].Blocks {
		if _, ok := b.(AdviceCard); ok {
			cards++
		}
	}
	if cards != 2 {
		t.Errorf("%d cards of 2 advices", cards)
	}
}
