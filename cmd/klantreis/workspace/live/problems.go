package live

import (
	"fmt"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
	"klantreis/journeys/assist"
	"klantreis/render/words"
)

// problemsOf puts problems in the words of the page, with what they are about and what would mend them. What
// stands in another file than the journey's has no line here; its file is named in the message.
func problemsOf(all journeys.Problems, r *reading, lang words.Lang) []api.Problem {
	out := []api.Problem{}
	if len(all) == 0 {
		return out
	}
	text := []byte(r.text)
	span := assist.Spans(text)
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
		case one.Line >= 1:
			one.Column = max(one.Column, 1)
			about := span(p.Pos)
			one.EndColumn = one.Column + 1
			if about.End.Line == one.Line {
				one.EndColumn = max(one.EndColumn, about.End.Column)
			}
			if edit, ok := assist.Fix(text, p); ok && edit.Start.Line == edit.End.Line {
				one.Fix = &api.Fix{Title: fmt.Sprintf(wordsFor(lang).mend, edit.Text), Line: edit.Start.Line, Column: edit.Start.Column, EndColumn: edit.End.Column, Replacement: edit.Text}
			}
		}
		out = append(out, one)
	}
	return out
}
