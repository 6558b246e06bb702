package languageserver

import (
	"bytes"
	"unicode/utf8"

	"klantreis/journeys/assist"
)

// The structures of the protocol that are used here, with the protocol's names of the fields.

type position struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

type protocolRange struct {
	Start position `json:"start"`
	End   position `json:"end"`
}

type location struct {
	URI   string        `json:"uri"`
	Range protocolRange `json:"range"`
}

type textEdit struct {
	Range   protocolRange `json:"range"`
	NewText string        `json:"newText"`
}

type workspaceEdit struct {
	Changes map[string][]textEdit `json:"changes"`
}

type initialize struct {
	Capabilities struct {
		General struct {
			PositionEncodings []string `json:"positionEncodings"`
		} `json:"general"`
		TextDocument struct {
			Completion struct {
				CompletionItem struct {
					SnippetSupport bool `json:"snippetSupport"`
				} `json:"completionItem"`
			} `json:"completion"`
		} `json:"textDocument"`
	} `json:"capabilities"`
}

type didOpen struct {
	TextDocument struct {
		URI     string `json:"uri"`
		Version int    `json:"version"`
		Text    string `json:"text"`
	} `json:"textDocument"`
}

type didChange struct {
	TextDocument struct {
		URI     string `json:"uri"`
		Version int    `json:"version"`
	} `json:"textDocument"`
	ContentChanges []struct {
		Text string `json:"text"`
	} `json:"contentChanges"`
}

type inDocument struct {
	TextDocument struct {
		URI string `json:"uri"`
	} `json:"textDocument"`
}

// question holds the parameters of all questions about a file; each uses some.
type question struct {
	inDocument
	Position position      `json:"position"`
	Range    protocolRange `json:"range"`
	NewName  string        `json:"newName"`
	Context  struct {
		IncludeDeclaration bool `json:"includeDeclaration"`
	} `json:"context"`
}

type diagnostic struct {
	Range    protocolRange `json:"range"`
	Severity int           `json:"severity"` // 1 error, 2 warning
	Code     string        `json:"code"`
	Source   string        `json:"source"`
	Message  string        `json:"message"`
}

type publishDiagnostics struct {
	URI         string       `json:"uri"`
	Version     int          `json:"version,omitempty"`
	Diagnostics []diagnostic `json:"diagnostics"`
}

type completionList struct {
	IsIncomplete bool             `json:"isIncomplete"`
	Items        []completionItem `json:"items"`
}

type completionItem struct {
	Label            string   `json:"label"`
	Kind             int      `json:"kind"`
	Detail           string   `json:"detail,omitempty"`
	Documentation    string   `json:"documentation,omitempty"`
	SortText         string   `json:"sortText"`
	InsertTextFormat int      `json:"insertTextFormat"` // 1 text, 2 snippet
	InsertTextMode   int      `json:"insertTextMode"`   // 1: the indentation is right as it is
	TextEdit         textEdit `json:"textEdit"`
}

type markupContent struct {
	Kind  string `json:"kind"`
	Value string `json:"value"`
}

type hover struct {
	Contents markupContent `json:"contents"`
	Range    protocolRange `json:"range"`
}

type prepared struct {
	Range       protocolRange `json:"range"`
	Placeholder string        `json:"placeholder"`
}

type codeAction struct {
	Title       string        `json:"title"`
	Kind        string        `json:"kind"`
	Diagnostics []diagnostic  `json:"diagnostics"`
	IsPreferred bool          `json:"isPreferred"`
	Edit        workspaceEdit `json:"edit"`
}

type documentSymbol struct {
	Name           string           `json:"name"`
	Detail         string           `json:"detail,omitempty"`
	Kind           int              `json:"kind"`
	Range          protocolRange    `json:"range"`
	SelectionRange protocolRange    `json:"selectionRange"`
	Children       []documentSymbol `json:"children"`
}

// lines turns places of this project into positions of the protocol, which count from 0, and in UTF-16 units
// unless the editor takes characters.
type lines struct {
	all   [][]byte
	utf32 bool
}

func newLines(src []byte, utf32 bool) lines {
	return lines{bytes.Split(bytes.TrimPrefix(src, []byte("\ufeff")), []byte("\n")), utf32}
}

// units is how many units of the protocol a character is.
func (l lines) units(r rune) int {
	if !l.utf32 && r > 0xffff {
		return 2
	}
	return 1
}

func (l lines) place(p position) assist.Place {
	column := 1
	if p.Line >= 0 && p.Line < len(l.all) {
		rest := l.all[p.Line]
		for units := 0; units < p.Character && len(rest) > 0; column++ {
			r, n := utf8.DecodeRune(rest)
			units += l.units(r)
			rest = rest[n:]
		}
	}
	return assist.Place{Line: p.Line + 1, Column: column}
}

func (l lines) position(p assist.Place) position {
	out := position{Line: p.Line - 1}
	if out.Line < 0 || out.Line >= len(l.all) {
		return out
	}
	rest := l.all[out.Line]
	for column := 1; column < p.Column && len(rest) > 0; column++ {
		r, n := utf8.DecodeRune(rest)
		out.Character += l.units(r)
		rest = rest[n:]
	}
	return out
}

func (l lines) rangeOf(r assist.Range) protocolRange {
	return protocolRange{l.position(r.Start), l.position(r.End)}
}

func (l lines) edits(all []assist.Edit) []textEdit {
	out := []textEdit{}
	for _, e := range all {
		out = append(out, textEdit{l.rangeOf(e.Range), e.Text})
	}
	return out
}
