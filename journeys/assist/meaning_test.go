package assist

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"klantreis/journeys"
)

const whole = `klantreis: Reis
bronnen:
  kcc: {soort: telefoon, bestand: a.csv}
  "onze balie":
    soort: balie
    lijst: []
fasen:
  - fase: Wachten
    stappen:
      - stap: Wacht op geld
        id: wachten
        signalen:
          - signaal: Wanneer komt het?
            id: wanneer
            bron: [kcc, onze balie]
        naar: [{stap: belt-op, als: "lang, heel lang"}]
      - stap: Belt op
        citaten:
          - {tekst: Hallo, bron: "onze balie"}
        naar:
          - stap: wachten
doorlooptijden:
  - {doorlooptijd: Tot betaling, bron: kcc, van: ontvangen, tot: bevestigd, stap: wachten}
adviezen:
  - advies: Zeg het
    stap: wachten
    omdat: [wanneer, tot-betaling]
    effect: {signaal: wanneer}
`

// mark puts a cursor in front of the n-th occurrence (from 0) of a text.
func mark(t *testing.T, src, text string, n int) ([]byte, Place) {
	t.Helper()
	at := 0
	for range n + 1 {
		i := strings.Index(src[at:], text)
		if i < 0 {
			t.Fatalf("no %q", text)
		}
		at += i + 1
	}
	return withCursor(t, src[:at]+"‸"+src[at:])
}

func TestHover(t *testing.T) {
	for _, c := range []struct {
		text  string
		n     int
		title string
		about string
	}{
		{"fasen:", 0, "fasen", "De fasen van de reis"},
		{"signalen:", 0, "signalen", "Welke signalen"},
		{"wachten", 1, "Wacht op geld", "Stap ‘wachten’, regel 11"}, // 0 is the id itself
		{"tot-betaling", 0, "Tot betaling", "Doorlooptijd ‘tot-betaling’, regel 23"},
		{"kcc", 1, "kcc", "Bron ‘kcc’, regel 3"},
		{"als:", 0, "als", "Wanneer dit gebeurt"},
		{"heel lang", 0, "als", "Wanneer dit gebeurt"},
		{"telefoon", 0, "soort", "Langs welk kanaal"},
		{"ontvangen", 0, "van", "Het veld of de kolom met het begin"},
	} {
		src, place := mark(t, whole, c.text, c.n)
		h, ok := Hover(src, place, Options{})
		if !ok || h.Title != c.title || !strings.HasPrefix(h.Text, c.about) {
			t.Errorf("%s %d: %+v %v", c.text, c.n, h, ok)
		}
		if covered := cut(src, h.Range); !strings.Contains(covered, strings.Trim(c.text, ":")) {
			t.Errorf("%s %d: the range covers %q", c.text, c.n, covered)
		}
	}
	if h, ok := Hover([]byte("klantreis: A\nonzin: x\n"), Place{2, 3}, Options{}); ok {
		t.Errorf("an unknown key was explained: %+v", h)
	}
}

// cut is the text of a range.
func cut(src []byte, r Range) string {
	t := newText(src)
	return string(src[t.offset(r.Start):t.offset(r.End)])
}

func TestDefinition(t *testing.T) {
	for _, c := range []struct {
		text  string
		n     int
		place string // line:column of the name
		name  string
	}{
		{"belt-op", 0, "17:15", "Belt op"},
		{"wachten", 1, "11:13", "wachten"},
		{"wanneer", 1, "14:17", "wanneer"},
		{"tot-betaling", 0, "23:20", "Tot betaling"},
		{"kcc", 1, "3:3", "kcc"},
		{"onze balie", 1, "4:3", `"onze balie"`},
	} {
		src, place := mark(t, whole, c.text, c.n)
		r, ok := Definition(src, place)
		if got := fmt.Sprintf("%d:%d", r.Start.Line, r.Start.Column); !ok || got != c.place || cut(src, r) != c.name {
			t.Errorf("%s %d: %v %q at %s", c.text, c.n, ok, cut(src, r), got)
		}
	}
	src, place := mark(t, whole, "Hallo", 0)
	if r, ok := Definition(src, place); ok {
		t.Errorf("a text leads to %v", r)
	}
}

func TestRename(t *testing.T) {
	for _, c := range []struct {
		text    string
		n       int
		to      string
		places  int    // that changed
		refused string // or why not
		has     string // the result has this
	}{
		{"wachten", 0, "geduld", 4, "", "id: geduld"},
		{"wachten", 1, "geduld", 4, "", "- stap: geduld"},
		{"wanneer", 0, "tijd", 3, "", "omdat: [tijd, tot-betaling]"},
		{"Belt op", 0, "bellen", 2, "", "- stap: Belt op\n        id: bellen\n        citaten"},
		{"kcc", 0, "kcc 2", 3, "", "bron: [kcc 2, onze balie]"},
		{"onze balie", 1, "balie, 1", 3, "", `"balie, 1":`},
		{"wachten", 0, "belt-op", 0, "bestaat al", ""},
		{"wanneer", 0, "tot-betaling", 0, "bestaat al", ""},
		{"wanneer", 0, "Ook goed", 0, "kleine letters", ""},
		{"Tot betaling", 0, "x", 0, "volgt uit de titel", ""},
		{"Hallo", 0, "x", 0, "geen naam of id", ""},
		{"kcc", 0, "", 0, "geen naam", ""},
	} {
		src, place := mark(t, whole, c.text, c.n)
		edits, err := Rename(src, place, c.to)
		var refusal Refusal
		switch {
		case c.refused != "":
			if !errors.As(err, &refusal) || !strings.Contains(refusal.Dutch, c.refused) || refusal.English == "" {
				t.Errorf("%s to %q: %v %v", c.text, c.to, edits, err)
			}
			continue
		case err != nil || len(edits) != c.places:
			t.Errorf("%s to %q: %d edits, %v", c.text, c.to, len(edits), err)
			continue
		}
		out := Apply(src, edits...)
		if !strings.Contains(string(out), c.has) {
			t.Errorf("%s to %q:\n%s", c.text, c.to, out)
		}
		_, before := journeys.Parse("a.yaml", src)
		if _, after := journeys.Parse("a.yaml", out); len(after) != len(before) {
			t.Errorf("%s to %q: new faults: %v", c.text, c.to, after)
		}
	}
}

// TestFlowRename gives an id to what stands in brackets.
func TestFlowRename(t *testing.T) {
	src, place := withCursor(t, "klantreis: A\nfasen: [{fase: B, stappen: [{stap: Een ‸twee, naar: [{stap: een-twee}]}]}]\n")
	edits, err := Rename(src, place, "een")
	if out := string(Apply(src, edits...)); err != nil || !strings.Contains(out, "{stap: Een twee, id: een, naar: [{stap: een}]}") {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestOutline(t *testing.T) {
	var b strings.Builder
	var tell func(depth int, all []Symbol)
	tell = func(depth int, all []Symbol) {
		for _, s := range all {
			fmt.Fprintf(&b, "%s%s %s %s %d-%d\n", strings.Repeat("  ", depth), s.Thing, s.ID, s.Title, s.Whole.Start.Line, s.Whole.End.Line)
			if s.Name.Start.Line < s.Whole.Start.Line || s.Name.End.Line > s.Whole.End.Line {
				t.Errorf("the name of %s lies outside it", s.Title)
			}
			tell(depth+1, s.Children)
		}
	}
	tell(0, Outline([]byte(whole)))
	want := `bron kcc kcc 3-3
bron onze balie onze balie 4-6
  Wachten 8-21
  stap wachten Wacht op geld 10-16
    signaal wanneer Wanneer komt het? 13-15
  stap belt-op Belt op 17-21
doorlooptijd tot-betaling Tot betaling 23-23
advies zeg-het Zeg het 25-28
`
	if b.String() != want {
		t.Errorf("got\n%s", b.String())
	}
}

// TestFix puts right what "bedoelde u" is about, and then the fault is gone.
func TestFix(t *testing.T) {
	for name, c := range map[string]struct{ from, to string }{
		"key":               {"gemeent: Utrecht", "gemeente: Utrecht"},
		"choice":            {"variant: huidgi # nu", "variant: huidig # nu"},
		"choice in quotes":  {"variant: 'huidgi'", "variant: 'huidig'"},
		"field in brackets": {"bronnen: {kcc: {soort: telefon, lijst: []}}", "bronnen: {kcc: {soort: telefoon, lijst: []}}"},
		"column":            {"bronnen: {kcc: {soort: balie, bestand: a.csv, kolommen: {tijdstp: Datum}}}", "bronnen: {kcc: {soort: balie, bestand: a.csv, kolommen: {tijdstip: Datum}}}"},
		"reference":         {"adviezen: [{advies: A, stap: wachen}]", "adviezen: [{advies: A, stap: wachten}]"},
		"channel":           {"x-a: 1\nfasen: [{fase: A, stappen: [{stap: Wachten, kanalen: [balie, telefon]}]}]", "x-a: 1\nfasen: [{fase: A, stappen: [{stap: Wachten, kanalen: [balie, telefoon]}]}]"},
	} {
		src := "klantreis: A\n" + c.from + "\n"
		want := "klantreis: A\n" + c.to + "\n"
		if !strings.Contains(c.from, "fasen") {
			src, want = src+"fasen: [{fase: A, stappen: [{stap: Wachten}]}]\n", want+"fasen: [{fase: A, stappen: [{stap: Wachten}]}]\n"
		}
		_, problems := journeys.Parse("a.yaml", []byte(src))
		fixed := []byte(src)
		for _, p := range problems {
			if e, ok := Fix(fixed, p); ok {
				fixed = Apply(fixed, e)
			}
		}
		if _, after := journeys.Parse("a.yaml", fixed); string(fixed) != want || len(after) != 0 {
			t.Errorf("%s: %v\n%s", name, after, fixed)
		}
	}
}

// TestSpans: what is underlined is what the problem is about.
func TestSpans(t *testing.T) {
	src := []byte("klantreis: A\ngemeent: Utrecht # x\nvariant: \"erg oud\"\nopgesteld: 15-09-2022 # nee\nfasen: [{fase: A, stappen: [{stap: B, emotie: 3}]}]\n")
	_, problems := journeys.Parse("a.yaml", src)
	var got []string
	for _, p := range problems {
		got = append(got, p.Code+" "+cut(src, Span(src, p.Pos)))
	}
	want := `onbekende-sleutel gemeent, onbekende-waarde "erg oud", geen-datum 15-09-2022, buiten-schaal 3`
	if strings.Join(got, ", ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, ", "), want)
	}
}
