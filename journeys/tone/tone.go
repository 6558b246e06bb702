// Package tone looks at how an advice sounds. An advice is a gift and no rap on the knuckles: it says
// what customers meet and what could help, not who is to blame. Everything here is a warning with a
// kinder way to say it; nothing is forbidden.
package tone

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/language"
)

//go:embed toon.txt
var standard string

// List holds words that blame, order or exaggerate, each with why and what to say instead.
type List struct{ entries []entry }

type entry struct {
	find         finder // in folded text
	reason, kind string
}

// Standard is the list that comes with Klantreis.
func Standard() *List {
	l := &List{}
	if err := l.Add(standard); err != nil {
		panic(err) // a test reads it
	}
	return l
}

// Add reads a list: per line "woorden | waarom | liever". The error names the first line that is not of
// this form.
func (l *List) Add(text string) error {
	for i, line := range strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		parts := strings.Split(line, "|")
		if len(parts) != 3 || strings.TrimSpace(parts[0]) == "" {
			return fmt.Errorf("regel %d: ‘%s’ is geen regel zoals ‘woorden | waarom | liever’", i+1, line)
		}
		l.entries = append(l.entries, entry{pattern(parts[0]), strings.TrimSpace(parts[2]), strings.TrimSpace(parts[1])})
	}
	return nil
}

// pattern finds the words as whole words; "…" stands for up to five words, a star for any end.
func pattern(words string) finder {
	var parts []string
	longest := ""
	for _, w := range strings.Fields(journeys.Fold(words)) {
		switch {
		case w == "…":
			parts = append(parts, `(?:[\p{L}\p{N}]+[ ,]+){0,5}?`)
			continue
		case strings.HasSuffix(w, "*"):
			w = strings.TrimSuffix(w, "*")
			longest = longer(longest, w)
			w = regexp.QuoteMeta(w) + `[\p{L}]*`
		default:
			longest = longer(longest, w)
			w = regexp.QuoteMeta(w)
		}
		parts = append(parts, w+`(?:[ ,]+|$|[^\p{L}\p{N}])`)
	}
	return finder{regexp.MustCompile(`(?:^|[^\p{L}\p{N}])` + strings.Join(parts, "")), longest}
}

func longer(a, b string) string {
	if len(b) > len(a) {
		return b
	}
	return a
}

// finder looks for a pattern where its longest word is; most texts have none of the words of a list, and
// that is seen fifty times as soon.
type finder struct {
	*regexp.Regexp
	longest string
}

// FindStringIndex is that of the pattern.
func (f finder) FindStringIndex(s string) []int {
	if !strings.Contains(s, f.longest) {
		return nil
	}
	return f.Regexp.FindStringIndex(s)
}

// Check gives the warnings about the advice and the pain points of a journey, and about a gift that
// says nothing that goes well.
func Check(j *journeys.Journey, list *List) journeys.Problems {
	var ps journeys.Problems
	warn := func(pos journeys.Pos, code string, args ...any) {
		ps = append(ps, journeys.Problem{Pos: pos, Severity: journeys.Warning, Code: code, Args: args})
	}
	// look warns once for words that two lines of the list find.
	look := func(pos journeys.Pos, text string, kinds ...string) {
		folded, end := journeys.Fold(text), -1
		for _, e := range list.entries {
			m := e.find.FindStringIndex(folded)
			if m == nil || len(kinds) > 0 && !slices.Contains(kinds, kindCode(e.kind)) || m[0] < end {
				continue
			}
			end = m[1]
			warn(pos, "toon-"+kindCode(e.kind), strings.Trim(folded[m[0]:m[1]], " ,.;:!?‘’'\"()"), e.reason)
		}
	}
	for _, a := range j.Advice {
		look(a.At("advies"), a.Title)
		look(a.At("verwacht"), a.Expected, "verwijt", "bevel") // what is hoped for may be great
		for _, f := range language.Find(a.Title + "\n" + a.Expected) {
			if f.Kind == language.Name {
				warn(a.At("advies"), "toon-naam")
				break
			}
		}
		if len(a.Because) == 0 && orders(a.Title) {
			warn(a.At("advies"), "toon-zonder-reden")
		}
	}
	for _, s := range j.Steps() {
		for _, p := range s.PainPoints {
			look(s.At("pijnpunten"), p, "verwijt")
		}
	}
	if len(j.Advice) > 0 && !praises(j) {
		warn(j.Advice[0].At("advies"), "toon-geen-compliment")
	}
	return ps
}

// kindCode is the last part of a problem's code; a kind of a municipality's own making is blame.
func kindCode(kind string) string {
	switch kind {
	case "overdrijving", "bevel":
		return kind
	}
	return "verwijt"
}

var must = regexp.MustCompile(`(?:^|[^\p{L}])(?:moet|moeten|dient|dienen|verplicht)(?:[^\p{L}]|$)`)

var regret = regexp.MustCompile(`had(?:den)? (?:\p{L}+ )?moeten`)

// orders tells whether an advice says that something must be done; what should have been done is blame.
func orders(title string) bool {
	return must.MatchString(regret.ReplaceAllString(journeys.Fold(title), ""))
}

// praises tells whether some step says what goes well, or a customer pays a compliment.
func praises(j *journeys.Journey) bool {
	for _, s := range j.Steps() {
		if len(s.GoesWell) > 0 {
			return true
		}
		for _, selector := range s.Selectors {
			if selector.Nature == "compliment" {
				return true
			}
		}
	}
	return false
}
