package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"klantreis/connect"
	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/privacy"
	"klantreis/journeys/pushdown"
	"klantreis/journeys/tone"
)

// bound is a journey with what its signals say, and all problems of its file and its data.
type bound struct {
	*loaded
	ev       *evidence.Evidence
	problems journeys.Problems
}

// bindFiles loads journeys and binds them. What keeps one from being loaded comes back with those that
// stand before it.
func (a *app) bindFiles(files []string, options dataOptions) ([]bound, error) {
	all, failed := a.loadAll(files)
	bounds, err := a.bind(all, options)
	if err != nil {
		return nil, err
	}
	return bounds, failed
}

// loadAll loads journeys, up to one that cannot be.
func (a *app) loadAll(files []string) (all []*loaded, err error) {
	for _, name := range files {
		l, err := a.load(name)
		if err != nil {
			return all, err
		}
		all = append(all, l)
	}
	return all, nil
}

// bind counts the signals of journeys, each file of one folder once, and gathers all problems of the
// files and their data. A journey that cannot be trusted adds only errors, because its warnings would
// follow from them.
func (a *app) bind(all []*loaded, options dataOptions) ([]bound, error) {
	bounds := make([]bound, len(all))
	var subjects []evidence.Subject
	var places []int
	reading, done := a.reading()
	connector := connect.New(a.ctx, os.Getenv)
	watch, fetched := a.fetching()
	connector.Watch = watch
	var open pushdown.Connector = connector
	if options.local {
		open = nil
	}
	lists := newOwnLists(a.given)
	for i, l := range all {
		if bounds[i] = (bound{l, &evidence.Evidence{}, slices.Clip(l.problems)}); len(l.journey.Steps()) == 0 {
			continue
		}
		kind, found := lists.toneOf(l.folder)
		l.lists = lists
		// Words are for klantreis taal, but who has a fault in them wants to know.
		bounds[i].problems = slices.Concat(bounds[i].problems, read(l.journey, kind), found, lists.wordFaults(l.folder))
		root, err := os.OpenRoot(l.folder)
		if err != nil {
			return nil, err
		}
		defer root.Close()
		bounds[i].problems = append(bounds[i].problems, templateLeft(l.journey, root.FS())...)
		subjects = append(subjects, evidence.Subject{Journey: l.journey, Folder: root.FS(), Place: placeOf(l.folder),
			Options: evidence.Options{Anyway: options.anyway, Reading: reading, Cache: options.cache.of(l.folder), Connector: open}})
		places = append(places, i)
	}
	outcomes := evidence.BindAll(subjects)
	done()
	fetched()
	if a.ctx.Err() != nil {
		return nil, context.Canceled
	}
	for k, outcome := range outcomes {
		b := &bounds[places[k]]
		b.ev = outcome.Evidence
		broken := b.loaded.problems.HasErrors()
		for _, p := range outcome.Problems {
			if broken && p.Severity != journeys.Error || reported(b.problems, p) {
				continue
			}
			b.problems = append(b.problems, p)
		}
		b.problems = b.problems.Sorted()
	}
	return bounds, nil
}

// read gives the warnings about what a journey says: personal data, how it sounds, whom it leaves out.
func read(j *journeys.Journey, kind *tone.List) journeys.Problems {
	return slices.Concat(privacy.Check(j), tone.Check(j, kind), tone.CheckHuman(j))
}

// placeOf names a folder in one way; empty: that cannot be done.
func placeOf(folder string) string {
	whole, err := filepath.Abs(folder)
	if err != nil {
		return ""
	}
	if real, err := filepath.EvalSymlinks(whole); err == nil {
		return real
	}
	return whole
}

// reported tells whether a file that is missing has been named already.
func reported(all journeys.Problems, p journeys.Problem) bool {
	for _, q := range all {
		if q.Pos == p.Pos && q.Code == p.Code {
			return true
		}
	}
	return false
}
