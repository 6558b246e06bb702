package journeys

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxListSize bounds a list of words of a municipality's own, in bytes.
const MaxListSize = 1 << 20

// ListLine is a line of a list of words: parts with bars between them.
type ListLine struct {
	Pos   Pos // of its first part
	Parts []string
}

// ListLines reads a list of words: per line as many parts as the form has, such as "woord | gewoon".
// Empty lines and what follows a # at the beginning of a line say nothing. All lines that have another
// number of parts, or nothing to look for, are told; those that are right are given.
func ListLines(name, text, form string) (lines []ListLine, problems Problems) {
	parts := strings.Count(form, "|") + 1
	for i, line := range strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n") {
		fault := func(at int, code string, args ...any) {
			problems = append(problems, Problem{Pos: Pos{name, i + 1, utf8.RuneCountInString(line[:at]) + 1}, Code: code, Args: args})
		}
		line = strings.TrimRightFunc(line, unicode.IsSpace)
		begin := len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
		if line == "" || line[begin] == '#' {
			continue
		}
		if !utf8.ValidString(line) {
			problems = append(problems, Problem{Pos: Pos{name, i + 1, 1}, Code: "lijst-tekens"})
			continue
		}
		cells := strings.Split(line, "|")
		switch {
		case len(cells) < parts:
			fault(len(line), "lijst-streep-ontbreekt", form)
		case len(cells) > parts:
			fault(len(strings.Join(cells[:parts], "|")), "lijst-streep-te-veel", form)
		case !findable(cells[0]):
			fault(begin, "lijst-zonder-woord", form)
		default:
			for k := range cells {
				cells[k] = strings.TrimSpace(cells[k])
			}
			lines = append(lines, ListLine{Pos{name, i + 1, begin + 1}, cells})
		}
	}
	return lines, problems
}

// findable tells whether words can be looked for: each has a letter or a digit, but for dots that stand
// for words between two others. A star alone would be found in every text.
func findable(words string) bool {
	all := strings.Fields(words)
	for i, w := range all {
		if w == "…" && i > 0 && i < len(all)-1 {
			continue
		}
		if strings.Contains(strings.TrimSuffix(w, "*"), "*") || !strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			return false
		}
	}
	return len(all) > 0
}
