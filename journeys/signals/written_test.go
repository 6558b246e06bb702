package signals

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
)

// FuzzWritten holds the search in texts as they stand in a file against the plain one in what the plain
// reading makes of them. Words stand apart by |, selectors by lines; the text is the last column but one.
func FuzzWritten(f *testing.F) {
	f.Add("id|7up*\nwie \"zegt\"|'s\nÉÉN", "a;Id;é\nb;\"zij zei: \"\"id\"\"\r\n7UPs\";1\nwie \"\"zegt\"\"; wie\tzegt ;\"")
	f.Add("id|twee w", "a;Id;é\nb;twee\n  W;ü\n")
	f.Add("toeslag|wanneer betaald|bet*", strings.Repeat("x;Wanneer\n;\"wanneer \n betaald; en\";\u20ac\nz;wanneer bet\xe9;toeslag\n", 5))
	j, _ := journeys.Parse("a.yaml", []byte("klantreis: A\nbronnen: {kcc: {soort: telefoon, bestand: kcc.csv, kolommen: {tekst: tekst}}}\nfasen: [{fase: B, stappen: [{stap: C}]}]\n"))
	f.Fuzz(func(t *testing.T, words, body string) {
		var selectors []compiled
		for i, line := range strings.Split(words, "\n") {
			selectors = append(selectors, compiled{index: i, words: patterns(strings.Split(line, "|"))})
		}
		if len(selectors) > 20 || strings.Contains(body, "\x00") {
			return
		}
		data := "nummer;tekst;meer\n" + body
		header, records := slowRead([]byte(data))
		if !slices.Equal(header, []string{"nummer", "tekst", "meer"}) {
			return
		}
		var want, got []string
		for _, r := range records {
			found := "unreadable"
			if !r.broken {
				text := ""
				if len(r.cells) > 1 {
					text = r.cells[1]
				}
				found = fmt.Sprint(naive(selectors, Signal{Text: text}))
			}
			want = append(want, found)
		}
		if _, err := openCSV(strings.NewReader(data)); errors.As(err, &fault{}) {
			return // FuzzCSV holds what is refused
		}
		d, problems := Open(j, j.Sources[0], fstest.MapFS{"kcc.csv": {Data: []byte(data)}})
		if d == nil {
			t.Fatal(problems)
		}
		m := newMatcher(selectors)
		d.Fold(func() Part { return &foundPart{matching: m.NewMatching()} }, func(p Part, _ int) {
			got = append(got, p.(*foundPart).found...)
		})
		if !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	})
}

// foundPart writes down what each record answers to.
type foundPart struct {
	matching *Matching
	found    []string
}

func (p *foundPart) Visit(r *Record) {
	if !r.Readable {
		p.found = append(p.found, "unreadable")
		return
	}
	p.found = append(p.found, fmt.Sprint(p.matching.Match(r)))
}

func (p *foundPart) Reset() { p.found = p.found[:0] }
