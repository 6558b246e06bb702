package main

import (
	"context"
	"io/fs"
	"os"
	"path"
	"strings"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys/assist"
)

// deskHelp helps a person who types a journey at the desk, by the same code as `klantreis lsp`.
type deskHelp struct {
	root *os.Root
	lang string
}

func (h deskHelp) options(journey string) assist.Options {
	folder, err := fs.Sub(h.root.FS(), path.Dir(journey))
	if err != nil {
		folder = nil
	}
	return assist.Options{Lang: h.lang, Folder: folder}
}

// complete gives the proposals that replace the same part of the line as the first: the page shows one list.
func (h deskHelp) complete(_ context.Context, p api.Place) (api.Completions, error) {
	out := api.Completions{From: p.Column, Until: p.Column, Items: []api.Completion{}}
	kinds := map[assist.ItemKind]string{assist.Key: "key", assist.Value: "value", assist.Reference: "id", assist.File: "file"}
	for _, item := range assist.Complete([]byte(p.Text), assist.Place{Line: p.Line, Column: p.Column}, h.options(p.Path)) {
		if item.Start.Line != p.Line || item.End.Line != p.Line {
			continue
		}
		if len(out.Items) == 0 {
			out.From, out.Until = item.Start.Column, item.End.Column
		}
		if item.Start.Column == out.From && item.End.Column == out.Until {
			out.Items = append(out.Items, api.Completion{Label: item.Label, Insert: item.Text, Kind: kinds[item.Kind], Detail: item.Detail, Info: item.Documentation})
		}
	}
	return out, nil
}

// hover explains what stands at a place, with an example where there is one.
func (h deskHelp) hover(_ context.Context, p api.Place) (api.Hover, error) {
	help, ok := assist.Hover([]byte(p.Text), assist.Place{Line: p.Line, Column: p.Column}, h.options(p.Path))
	if !ok || help.Start.Line != p.Line {
		return api.Hover{}, nil
	}
	until := help.End.Column
	if help.End.Line != p.Line {
		until = help.Start.Column + 1
	}
	parts := []string{help.Title, help.Text, help.Example}
	text := strings.Join(deleteEmpty(parts), "\n")
	return api.Hover{Text: text, From: help.Start.Column, Until: until}, nil
}

func deleteEmpty(parts []string) (full []string) {
	for _, p := range parts {
		if p != "" {
			full = append(full, p)
		}
	}
	return full
}
