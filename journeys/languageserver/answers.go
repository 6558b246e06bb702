package languageserver

import (
	"bytes"
	"errors"
	"strings"

	"github.com/sourcegraph/jsonrpc2"

	"klantreis/journeys"
	"klantreis/journeys/assist"
)

// requestFailed is the protocol's code for a question that was understood and cannot be met.
const requestFailed = -32803

// asked is a question about a place, in this project's terms.
func (s *server) asked(f *file, q question) (lines, assist.Place) {
	l := newLines(f.src, s.utf32)
	return l, l.place(q.Position)
}

func (s *server) completion(f *file, q question) (any, error) {
	l, place := s.asked(f, q)
	o := assist.Options{Lang: s.options.Lang}
	if name := fileOf(f.uri); s.options.Folder != nil && name != "" {
		if folder, done, err := s.options.Folder(name); err == nil {
			defer done()
			o.Folder = folder
		}
	}
	list := completionList{IsIncomplete: true, Items: []completionItem{}} // what is proposed depends on the word
	for i, item := range assist.Complete(f.src, place, o) {
		c := completionItem{Label: item.Label, Kind: kinds[item.Kind], Detail: item.Detail, SortText: sortText(i),
			Documentation: item.Documentation, InsertTextMode: 1, InsertTextFormat: 1,
			TextEdit: textEdit{l.rangeOf(item.Range), item.Text}}
		if text := []rune(item.Text); s.snippets && item.Caret < len(text) {
			c.InsertTextFormat = 2
			c.TextEdit.NewText = snippet(string(text[:item.Caret])) + "$0" + snippet(string(text[item.Caret:]))
		}
		list.Items = append(list.Items, c)
	}
	return list, nil
}

// kinds are the protocol's numbers: property, value, reference, file.
var kinds = map[assist.ItemKind]int{assist.Key: 10, assist.Value: 12, assist.Reference: 18, assist.File: 17}

// sortText keeps the order of proposals, which editors would change into that of the alphabet.
func sortText(i int) string {
	return string([]byte{'a' + byte(i/676%26), 'a' + byte(i/26%26), 'a' + byte(i%26)})
}

// snippet writes a text so that a snippet shows it as it is.
func snippet(s string) string { return strings.NewReplacer(`\`, `\\`, `$`, `\$`, `}`, `\}`).Replace(s) }

func (s *server) hover(f *file, q question) (any, error) {
	l, place := s.asked(f, q)
	h, ok := assist.Hover(f.src, place, assist.Options{Lang: s.options.Lang})
	if !ok {
		return nil, nil
	}
	text := "**" + markdown(h.Title) + "**\n\n" + markdown(h.Text)
	if h.Example != "" {
		text += "\n\n```yaml\n" + h.Example + "\n```"
	}
	return hover{Contents: markupContent{"markdown", text}, Range: l.rangeOf(h.Range)}, nil
}

// markdown writes a text so that it is shown as it is.
func markdown(s string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`, "#", `\#`, "!", `\!`).Replace(s)
}

func (s *server) definition(f *file, q question) (any, error) {
	l, place := s.asked(f, q)
	r, ok := assist.Definition(f.src, place)
	if !ok {
		return nil, nil
	}
	return location{f.uri, l.rangeOf(r)}, nil
}

func (s *server) references(f *file, q question) (any, error) {
	l, place := s.asked(f, q)
	all := []location{}
	for i, r := range assist.References(f.src, place) {
		if i > 0 || q.Context.IncludeDeclaration {
			all = append(all, location{f.uri, l.rangeOf(r)})
		}
	}
	return all, nil
}

func (s *server) prepareRename(f *file, q question) (any, error) {
	l, place := s.asked(f, q)
	r, name, ok := assist.Renameable(f.src, place)
	if !ok {
		return nil, nil
	}
	return prepared{l.rangeOf(r), name}, nil
}

func (s *server) rename(f *file, q question) (any, error) {
	l, place := s.asked(f, q)
	edits, err := assist.Rename(f.src, place, q.NewName)
	var refusal assist.Refusal
	if errors.As(err, &refusal) {
		return nil, &jsonrpc2.Error{Code: requestFailed, Message: refusal.In(s.options.Lang)}
	} else if err != nil {
		return nil, err
	}
	return workspaceEdit{map[string][]textEdit{f.uri: l.edits(edits)}}, nil
}

func (s *server) actions(f *file, q question) (any, error) {
	l := newLines(f.src, s.utf32)
	actions := []codeAction{}
	for _, p := range s.problems(f) {
		edit, ok := assist.Fix(f.src, p)
		if !ok {
			continue
		}
		r := l.rangeOf(edit.Range)
		if after(r.Start, q.Range.End) || after(q.Range.Start, r.End) {
			continue
		}
		title := "Verander in ‘" + p.Suggestion() + "’"
		if s.options.Lang == "en" {
			title = "Change into ‘" + p.Suggestion() + "’"
		}
		actions = append(actions, codeAction{Title: title, Kind: "quickfix", IsPreferred: true, Diagnostics: []diagnostic{s.diagnostic(p, r)},
			Edit: workspaceEdit{map[string][]textEdit{f.uri: l.edits([]assist.Edit{edit})}}})
	}
	return actions, nil
}

// formatting gives the whole file anew, or nothing when it is tidy or cannot be tidied.
func (s *server) formatting(f *file, _ question) (any, error) {
	out, ok := assist.Format(f.src)
	if !ok || bytes.Equal(out, f.src) {
		return []textEdit{}, nil
	}
	end := position{Line: bytes.Count(f.src, []byte("\n")) + 1}
	return []textEdit{{protocolRange{End: end}, string(bytes.TrimPrefix(out, []byte("\ufeff")))}}, nil
}

func after(a, b position) bool {
	return a.Line > b.Line || a.Line == b.Line && a.Character > b.Character
}

func (s *server) symbols(f *file, _ question) (any, error) {
	return symbolsOf(newLines(f.src, s.utf32), assist.Outline(f.src)), nil
}

// symbolKinds are the protocol's numbers, which editors show as small pictures: a phase is a namespace, a step a
// class, a signal an event, advice a method, a source a file, the rest numbers and constants.
var symbolKinds = map[journeys.Thing]int{"": 3, journeys.ThingStep: 5, journeys.ThingSignal: 24, journeys.ThingAdvice: 6,
	journeys.ThingSource: 1, journeys.ThingMetric: 16, journeys.ThingLeadTime: 16, journeys.ThingArena: 19, journeys.ThingChannel: 14}

func symbolsOf(l lines, all []assist.Symbol) []documentSymbol {
	out := []documentSymbol{}
	for _, s := range all {
		name := s.Title
		if name == "" {
			name = "?"
		}
		out = append(out, documentSymbol{Name: name, Detail: s.ID, Kind: symbolKinds[s.Thing], Range: l.rangeOf(s.Whole),
			SelectionRange: l.rangeOf(s.Name), Children: symbolsOf(l, s.Children)})
	}
	return out
}
