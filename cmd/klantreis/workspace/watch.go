package workspace

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"sync"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
)

// watch sees what happens to the files of the folder outside the desk. It asks, twice a second, when each
// journey and each folder last changed: no system of notices is asked, because those differ from system to
// system and are silent on the network drives that a municipality works on.
type watch struct {
	root *os.Root
	hub  *hub

	mu    sync.Mutex
	files map[string]seen      // the journeys
	dirs  map[string]time.Time // folders in which one may appear
	slow  time.Time            // when the whole folder was last walked
}

// seen is a file as it was looked at. Its version is computed only when the rest differs.
type seen struct {
	size    int64
	mod     time.Time
	version string
}

const (
	lookEvery = 500 * time.Millisecond
	// mostDirs are looked at each time; of larger folders the rest waits for walkEvery.
	mostDirs  = 500
	walkEvery = 15 * time.Second
	// mostJourneys of one folder are listed; who opens a whole disk gets the first of them.
	mostJourneys = 500
	deepest      = 12   // folders below each other
	mostWalked   = 5000 // folders of one walk
	// restFactor is how much longer than it looked the watch rests, so that a slow network drive is not kept busy.
	restFactor = 20
)

func newWatch(root *os.Root, hub *hub) *watch {
	w := &watch{root: root, hub: hub, files: map[string]seen{}, dirs: map[string]time.Time{}}
	w.walk()
	return w
}

func (w *watch) run(ctx context.Context, every time.Duration) {
	if every <= 0 {
		every = lookEvery
	}
	rest := every
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(rest):
		}
		begin := time.Now()
		w.look()
		rest = max(every, restFactor*time.Since(begin))
	}
}

// list gives the journeys as they were last seen, in order.
func (w *watch) list() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Sorted(maps.Keys(w.files))
}

// folders gives the folders in which a journey may appear.
func (w *watch) folders() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Sorted(maps.Keys(w.dirs))
}

// all gives the versions of all journeys as events.
func (w *watch) all() []api.Event {
	w.mu.Lock()
	defer w.mu.Unlock()
	var events []api.Event
	for _, name := range slices.Sorted(maps.Keys(w.files)) {
		events = append(events, api.Event{Kind: "disk", Path: name, Version: w.files[name].version})
	}
	return events
}

// saved notes what the desk wrote itself, so that it is no news.
func (w *watch) saved(name, version string) {
	info, err := w.root.Stat(name)
	if err != nil {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.files[name] = seen{info.Size(), info.ModTime(), version}
}

// look tells what changed since the last time.
func (w *watch) look() {
	w.mu.Lock()
	before, dirs := maps.Clone(w.files), maps.Clone(w.dirs)
	slow := w.slow
	w.mu.Unlock()

	for name, old := range before {
		now, err := w.see(name, old)
		if err != nil && !errors.Is(err, fs.ErrNotExist) || err == nil && now == old {
			continue
		}
		w.mu.Lock()
		if w.files[name] != old { // the desk wrote it meanwhile
			w.mu.Unlock()
			continue
		}
		if err == nil {
			w.files[name] = now
		} else {
			delete(w.files, name)
		}
		w.mu.Unlock()
		if now.version != old.version {
			w.hub.send(api.Event{Kind: "disk", Path: name, Version: now.version})
			w.hub.send(api.Event{Kind: "journeys"})
		}
	}
	walk := time.Since(slow) > walkEvery
	for name, old := range dirs {
		if info, err := w.root.Stat(name); err != nil || !info.ModTime().Equal(old) {
			walk = true
		}
	}
	if walk && w.walk() {
		w.hub.send(api.Event{Kind: "journeys"})
	}
}

// see looks at a file, and reads it when its size or time differs.
func (w *watch) see(name string, old seen) (seen, error) {
	info, err := w.root.Stat(name)
	if err != nil {
		return seen{}, err
	}
	now := seen{info.Size(), info.ModTime(), old.version}
	// A file that changed just now may change again within what the clock of the disk can tell.
	if now == old && time.Since(now.mod) > 2*time.Second {
		return old, nil
	}
	content, err := readFile(w.root, name)
	if err != nil {
		return seen{}, err
	}
	now.version = version(content)
	return now, nil
}

// walk looks for journeys in the whole folder, and tells whether others are there than before.
func (w *watch) walk() (changed bool) {
	dirs := map[string]time.Time{}
	names, _ := journeys.Find(shallow{w.root.FS(), dirs, new(int)}, func(string, error) error { return fs.SkipDir })
	found := map[string]bool{}
	for _, name := range names[:min(len(names), mostJourneys)] {
		found[name] = true
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	for name := range w.files {
		if !found[name] {
			delete(w.files, name)
			changed = true
		}
	}
	for name := range found {
		if _, known := w.files[name]; !known {
			s, err := w.see(name, seen{})
			if err != nil { // it is listed, with what is wrong with it
				s = seen{}
			}
			w.files[name], changed = s, true
		}
	}
	w.dirs, w.slow = dirs, time.Now()
	return changed
}

// shallow is a folder whose deepest parts are empty, and that notes which folders were looked into.
type shallow struct {
	fs.FS
	dirs   map[string]time.Time
	walked *int
}

func (s shallow) Stat(name string) (fs.FileInfo, error) { return fs.Stat(s.FS, name) }

func (s shallow) ReadDir(name string) ([]fs.DirEntry, error) {
	if *s.walked++; depth(name) > deepest || *s.walked > mostWalked {
		return nil, nil
	}
	if len(s.dirs) < mostDirs {
		if info, err := fs.Stat(s.FS, name); err == nil {
			s.dirs[name] = info.ModTime()
		}
	}
	return fs.ReadDir(s.FS, name)
}

func depth(name string) int {
	n := 0
	for ; name != "."; name = path.Dir(name) {
		n++
	}
	return n
}
