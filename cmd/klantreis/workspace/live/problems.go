package live

import (
	"strings"
	"unicode"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
	"klantreis/render/words"
)

// problemsOf puts problems in the words of the page. What stands in another file than the journey's has no
// line here; its file is named in the message.
func problemsOf(all journeys.Problems, r *reading, lang words.Lang) []api.Problem {
	lines := strings.Split(r.text, "\n")
	out := []api.Problem{}
	for _, p := range all {
		message, help := p.Text(string(lang))
		one := api.Problem{Line: p.Pos.Line, Column: p.Pos.Column, Severity: "error", Code: p.Code, Message: message, Help: help}
		if p.Severity == journeys.Warning {
			one.Severity = "warning"
		}
		switch {
		case p.Pos.File != r.path:
			one.Line, one.Column = 0, 0
			if p.Pos.File != "" {
				one.Message = p.Pos.String() + ": " + message
			}
		case one.Line >= 1 && one.Line <= len(lines):
			one.Column = max(one.Column, 1)
			one.EndColumn = endOf([]rune(strings.TrimSuffix(lines[one.Line-1], "\r")), one.Column)
		}
		out = append(out, one)
	}
	return out
}

// endOf is the column behind the key or value that begins at a column of a line of YAML, at least one
// further.
func endOf(line []rune, column int) int {
	at := column - 1
	if at >= len(line) {
		return column + 1
	}
	end := len(line)
	switch first := line[at]; {
	case first == '"' || first == '\'':
		for i := at + 1; i < len(line); i++ {
			if line[i] == first {
				end = i + 1
				break
			}
		}
	case first == '{' || first == '[':
	default:
		flow := strings.ContainsAny(string(line[:at]), "{[")
		for i := at; i < len(line); i++ {
			blank := i+1 == len(line) || unicode.IsSpace(line[i+1])
			if line[i] == ':' && blank || line[i] == '#' && i > at && unicode.IsSpace(line[i-1]) || flow && strings.ContainsRune(",}]", line[i]) {
				end = i
				break
			}
		}
	}
	for end > at+1 && unicode.IsSpace(line[end-1]) {
		end--
	}
	return max(end, at+1) + 1
}
