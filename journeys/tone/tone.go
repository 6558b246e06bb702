// Package tone looks at how an advice sounds. An advice is a gift and no rap on the knuckles: it says
// what customers meet and what could help, not who is to blame. Everything here is a warning with a
// kinder way to say it; nothing is forbidden.
package tone

import (
	_ "embed"
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
	words        string // folded
	find         finder // in folded text
	reason, kind string
}

// Form is a line of a list.
const Form = "woorden | waarom | liever"

// Standard is the list that comes with Klantreis.
func Standard() *List {
	l := &List{}
	if ps := l.Add("toon.txt", standard); len(ps) > 0 {
		panic(ps[0].Code) // a test reads it
	}
	return l
}

// With is a list with another laid over it, and what is wrong with that; the list itself stays as it was.
func (l *List) With(name, text string) (*List, journeys.Problems) {
	more := &List{entries: slices.Clone(l.entries)}
	return more, more.Add(name, text)
}

// Add reads a list: per line "woorden | waarom | liever". Words that are there already get the new reason
// and advice; with nothing behind the last bar they are taken off. Lines that are not of this form are told,
// the others count.
func (l *List) Add(name, text string) journeys.Problems {
	lines, problems := journeys.ListLines(name, text, Form)
	for _, line := range lines {
		words := strings.Join(strings.Fields(journeys.Fold(line.Parts[0])), " ")
		at := slices.IndexFunc(l.entries, func(e entry) bool { return e.words == words })
		e := entry{words, pattern(words), line.Parts[2], line.Parts[1]}
		switch {
		case e.reason == "" && at >= 0:
			l.entries = slices.Delete(l.entries, at, at+1)
		case e.reason == "": // it was not there
		case at >= 0:
			l.entries[at] = e
		default:
			l.entries = append(l.entries, e)
		}
	}
	return problems
}

// pattern finds folded words as whole words; "…" stands for up to five words, a star for any end.
func pattern(words string) finder {
	var parts []string
	longest := ""
	for _, w := range strings.Fields(words) {
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
