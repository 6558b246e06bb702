package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
	"sync"
	"time"

	"klantreis/cmd/klantreis/workspace"
	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/cmd/klantreis/workspace/live"
	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/tone"
)

// countPatience is how long a picture waits for counts, so that those of small sources come along at once.
const countPatience = 80 * time.Millisecond

// deskTools gives the desk of a folder what it cannot do itself. They are to be closed.
func (a *app) deskTools(folder string) (workspace.Tools, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return workspace.Tools{}, err
	}
	cache := dataFlags{}.options().cache
	kind := tone.Standard()
	var counted func(path string)
	desk := live.New(live.Options{
		Root: root, Folder: folder, Lang: a.words.lang, Compiled: cacheDir(), Patience: countPatience,
		Cache: func(of string) evidence.Cache { return cache.of(of) },
		Checks: func(j *journeys.Journey, f fs.FS) journeys.Problems {
			return slices.Concat(read(j, kind), templateLeft(j, f))
		},
		Counted: func(path string) { counted(path) },
	})
	desk.Prepare()
	upload := func(u workspace.Upload) live.Upload { return live.Upload{ID: u.ID, Name: u.Name, Disk: u.Disk} }
	begins := begins{a.words, desk.LittleMap}
	help := deskHelp{root, string(a.words.lang)}
	list := sync.OnceValue(begins.list) // the examples do not change
	go list()                           // before the page asks
	return workspace.Tools{
		Card:   toldOfTwo(desk.Card),
		Begins: func(context.Context) []api.Begin { return list() },
		Begun: func(_ context.Context, n api.NewJourney) (map[string][]byte, []string, error) {
			return begins.files(n)
		},
		Complete: help.complete, Hover: help.hover,
		Render: toldOf(desk.Render), Match: toldOf(desk.Match), Quotes: toldOf(desk.Quotes),
		Drop: func(ctx context.Context, u workspace.Upload) (api.Dropped, error) {
			return toldOf(desk.Drop)(ctx, upload(u))
		},
		Look: func(ctx context.Context, u workspace.Upload, q api.DropLook) (api.Dropped, error) {
			return toldOfTwo(desk.Look)(ctx, upload(u), q)
		},
		Add: func(ctx context.Context, u workspace.Upload, q api.DropAdd) (api.Edited, error) {
			return toldOfTwo(desk.Add)(ctx, upload(u), q)
		},
		Talks: a.deskTalks(deskWork{folder, root}),
		Jobs:  a.deskJobs(folder, root), Reveal: folderOpener(),
		Watch: func(tell func(string)) { counted = tell },
		Close: func() {
			desk.Close()
			cache.close()
			root.Close()
		},
	}, nil
}

// toldOf passes on what a tool refuses as what the desk may tell.
func toldOf[In, Out any](run func(context.Context, In) (Out, error)) func(context.Context, In) (Out, error) {
	return func(ctx context.Context, in In) (Out, error) {
		out, err := run(ctx, in)
		return out, asTold(err)
	}
}

func toldOfTwo[A, B, Out any](run func(context.Context, A, B) (Out, error)) func(context.Context, A, B) (Out, error) {
	return func(ctx context.Context, a A, b B) (Out, error) {
		out, err := run(ctx, a, b)
		return out, asTold(err)
	}
}

func asTold(err error) error {
	var refused live.Refused
	if errors.As(err, &refused) {
		return workspace.Told{Code: refused.Code, Message: refused.Message}
	}
	return err
}
