package journeys

import (
	"fmt"
	"math"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// Severity says whether a problem keeps a journey from being used.
type Severity int

const (
	Error Severity = iota
	Warning
)

// String gives the contract's word: fout or waarschuwing.
func (s Severity) String() string {
	if s == Warning {
		return "waarschuwing"
	}
	return "fout"
}

// Problem is one fault in a file, as a value: where, what (a code of the catalogue with its
// arguments). Its words follow from the catalogue in a language of choice.
type Problem struct {
	Pos      Pos
	Severity Severity
	Code     string
	Args     []any
}

// Text gives what is wrong and what to do about it, in Dutch or, for "en", in English.
func (p Problem) Text(lang string) (message, advice string) {
	entry, ok := words(p.Code)
	if !ok {
		return p.Code, ""
	}
	text, args := entry.nl, make([]any, len(p.Args))
	if lang == "en" {
		text = entry.en
	}
	for i, a := range p.Args {
		args[i] = a
		switch v := a.(type) {
		case term:
			if lang == "en" {
				args[i] = terms[v]
			}
		case Reason:
			args[i] = v.In(lang)
		case Ratio:
			args[i] = v.in(lang)
		}
	}
	return fill(text.message, args), fill(text.advice, args)
}

// words looks a code up in the catalogues: of the file, of data, of connections.
func words(code string) (entry, bool) {
	for _, all := range catalogues() {
		if e, ok := all[code]; ok {
			return e, true
		}
	}
	return entry{}, false
}

func catalogues() []map[string]entry {
	return []map[string]entry{catalogue, dataCatalogue, connectionCatalogue, openKlantCatalogue, readingCatalogue, historyCatalogue,
		privacyCatalogue, toneCatalogue, importCatalogue, listCatalogue, proposalCatalogue, sameCatalogue, valueCatalogue}
}

// numbered is a choice by number in a template: of which argument, what goes with one, what with any other number.
var numbered = regexp.MustCompile(`\{(\d):([^|{}]+)\|([^|{}]+)\}`)

// fill replaces {0}, {1} … by the arguments, and {1:heeft|hebben} by what goes with one or with more of argument 1.
// An optional part in [[ ]] disappears when the argument it holds is empty: a hint that there is nothing to hint at
// is left out.
func fill(template string, args []any) string {
	values := make([]string, 0, 2*len(args))
	for i, a := range args {
		values = append(values, fmt.Sprintf("{%d}", i), fmt.Sprint(a))
	}
	template = numbered.ReplaceAllStringFunc(template, func(part string) string {
		m := numbered.FindStringSubmatch(part)
		if i, err := strconv.Atoi(m[1]); err == nil && i < len(args) && fmt.Sprint(args[i]) == "1" {
			return m[2]
		}
		return m[3]
	})
	replace := strings.NewReplacer(values...)
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(template, "[[")
		out.WriteString(replace.Replace(before))
		if !found {
			return out.String()
		}
		part, after, _ := strings.Cut(rest, "]]")
		empty := false
		for i, a := range args {
			if fmt.Sprint(a) == "" && strings.Contains(part, fmt.Sprintf("{%d}", i)) {
				empty = true
			}
		}
		if !empty {
			out.WriteString(replace.Replace(part))
		}
		template = after
	}
}

// Ratio is a contrast as an argument of a problem, written with one decimal that is never rounded
// up, so that 4.49 does not look like enough.
type Ratio float64

// in writes the ratio with the point or comma of the language.
func (r Ratio) in(lang string) string {
	s := strconv.FormatFloat(math.Floor(float64(r)*10+1e-9)/10, 'f', 1, 64)
	if lang != "en" {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

// Problems are all faults of one or more files.
type Problems []Problem

// HasErrors reports whether any of them keeps the journey from being used.
func (ps Problems) HasErrors() bool { return ps.Count(Error) > 0 }

// Count is the number of problems of one severity.
func (ps Problems) Count(s Severity) int {
	n := 0
	for _, p := range ps {
		if p.Severity == s {
			n++
		}
	}
	return n
}

// Sorted returns the problems in the order of the file.
func (ps Problems) Sorted() Problems {
	sorted := append(Problems(nil), ps...)
	sort.SliceStable(sorted, func(i, k int) bool {
		a, b := sorted[i].Pos, sorted[k].Pos
		if a.Line != b.Line {
			return a.Line < b.Line
		}
		return a.Column < b.Column
	})
	return sorted
}

// atMost keeps the first problems, with one that tells how many were left out.
func (ps Problems) atMost(most int) Problems {
	if len(ps) <= most {
		return ps
	}
	kept := append(Problems(nil), ps[:most]...)
	kept.add(ps[most].Pos, Error, "te-veel-fouten", len(ps)-most)
	return kept
}

// withCode keeps the problems of one kind.
func (ps Problems) withCode(code string) Problems {
	var kept Problems
	for _, p := range ps {
		if p.Code == code {
			kept = append(kept, p)
		}
	}
	return kept
}

func (ps *Problems) add(pos Pos, severity Severity, code string, args ...any) {
	*ps = append(*ps, Problem{Pos: pos, Severity: severity, Code: code, Args: args})
}

// secret finds a password in the address of a connection. It is made when a fault is shown.
var secret = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)://[^\s/@:'"]*:([^\s'"]+)@|[?&](?:password|passwd|pass|wachtwoord|sslpassword|token)=([^\s&'"]+)`)
})

// hidden puts dots in place of passwords, so that an excerpt on a screen or in a log does not tell them.
func hidden(line string) string {
	var out strings.Builder
	from := 0
	for _, m := range secret().FindAllStringSubmatchIndex(line, -1) {
		for group := 2; group < len(m); group += 2 {
			if begin, end := m[group], m[group+1]; begin >= 0 {
				out.WriteString(line[from:begin] + strings.Repeat("•", utf8.RuneCountInString(line[begin:end])))
				from = end
			}
		}
	}
	return out.String() + line[from:]
}

// Excerpt shows the line that a problem stands on, with a mark under its column. It is empty
// when the place is unknown. Tabs become single spaces, so that the mark stands right.
func Excerpt(src []byte, pos Pos) string {
	if pos.Line < 1 {
		return ""
	}
	lines := strings.Split(string(src), "\n")
	if pos.Line > len(lines) {
		return ""
	}
	runes := []rune(hidden(strings.ToValidUTF8(strings.TrimSuffix(lines[pos.Line-1], "\r"), "�")))
	for i, r := range runes {
		if r < ' ' {
			runes[i] = ' '
		}
	}
	column := max(pos.Column, 1)
	const before, width = 60, 100 // a long line is shown around its fault only
	start := 0
	if column > before+20 {
		start = column - before
	}
	end := min(len(runes), start+width)
	if start > len(runes) {
		start = len(runes)
	}
	lead, tail := "", ""
	if start > 0 {
		lead = "…"
	}
	if end < len(runes) {
		tail = "…"
	}
	number := fmt.Sprintf("%5d | ", pos.Line)
	mark := strings.Repeat(" ", len(number)-2) + "| " + strings.Repeat(" ", len([]rune(lead))+column-1-start) + "^"
	return number + lead + string(runes[start:end]) + tail + "\n" + mark
}

// Suggestion is what the author most likely meant, to be put in the place of the word at Pos; empty when the
// problem proposes nothing. An editor can offer it as a quick fix (assist.Fix).
func (p Problem) Suggestion() string {
	for _, a := range p.Args {
		if s, ok := a.(Suggestion); ok {
			return string(s)
		}
	}
	return ""
}
