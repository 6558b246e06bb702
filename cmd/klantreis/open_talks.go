package main

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"klantreis/cmd/klantreis/workspace"
	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
	"klantreis/journeys/talk"
)

// talks adds what a telephone gave to a journey that is being typed, as `gesprek --verzamel` does to its file: personal data
// is taken out, each talk counts once, and with any fault nothing is written. The text is saved by who types it.
func (d deskWork) talks(a *app, r api.TalksRequest) (api.TalksAdded, error) {
	w := talkWordsFor(a.words.lang)
	refuse := func(message string) (api.TalksAdded, error) {
		return api.TalksAdded{}, workspace.Told{Code: "gesprekken", Message: sentence(message) + " " + w.nothingDone}
	}
	if _, problems := journeys.Parse(r.Path, []byte(r.Text)); problems.HasErrors() {
		return api.TalksAdded{}, workspace.Told{Code: "fouten", Message: openWordsFor(a.words.lang).mendFirst}
	}
	all, faults := talk.Read([]byte(r.Talks))
	if len(faults) > 0 {
		return refuse(faults[0].Why.In(string(a.words.lang)))
	}
	beside := path.Join(path.Dir(r.Path), talk.CSV)
	if err := d.within(path.Dir(r.Path), path.Dir(beside), beside); err != nil {
		return api.TalksAdded{}, asDeskError(err, a.words)
	}
	root, err := d.root.OpenRoot(path.Dir(r.Path))
	if err != nil {
		return api.TalksAdded{}, asDeskError(err, a.words)
	}
	defer root.Close()
	old, err := root.ReadFile(filepath.FromSlash(talk.CSV))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return api.TalksAdded{}, asDeskError(err, a.words)
	}
	saved, err := talk.Add(r.Path, []byte(r.Text), old, all)
	switch {
	case errors.Is(err, talk.ErrOther):
		return refuse(w.other)
	case errors.Is(err, talk.ErrStep):
		return refuse(w.stepGone(strings.TrimPrefix(err.Error(), talk.ErrStep.Error()+": ")))
	case err != nil:
		return refuse(w.layout)
	}
	if err := keepTalks(root, d.whole(path.Dir(r.Path)), old, saved); err != nil {
		return api.TalksAdded{}, asDeskError(err, a.words)
	}
	out := api.TalksAdded{Text: string(saved.Journey), Line: 1, Said: w.added(saved.New, saved.Known, talk.CSV) + " " + w.removeFiles}
	if j, _ := journeys.Parse(r.Path, saved.Journey); j != nil {
		for _, s := range j.Sources {
			if s.File == talk.CSV {
				out.Line = s.Pos.Line
			}
		}
	}
	return out, nil
}

// sentence begins with a capital and ends with a point. A text may begin with a quotation mark, which has several bytes.
func sentence(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + strings.TrimSuffix(text[size:], ".") + "."
}

func (a *app) deskTalks(d deskWork) func(context.Context, api.TalksRequest) (api.TalksAdded, error) {
	return func(ctx context.Context, r api.TalksRequest) (api.TalksAdded, error) {
		return d.talks(&app{ctx: ctx, words: a.words}, r)
	}
}
