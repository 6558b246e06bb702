package live

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/signals"
)

// Counts come from the cache of evidence, which knows by itself what a count depends on. So each picture
// first binds its journey to a folder of which no file may be read. If nothing had to be read, all is
// known, at the cost of some arithmetic. If a file would have to be read, that is done in the background,
// and only fills the cache: the next picture finds it there.

// outcome is what is known of the signals of a text.
type outcome struct {
	sum      string   // of the text
	asks     string   // see asksOf
	unread   []string // sources of which nothing is in it, because they are still being read
	after    string   // with unread: what was counted before
	evidence *evidence.Evidence
	problems journeys.Problems
}

// run is a counting in the background.
type run struct {
	asks  string
	stop  context.CancelFunc
	ended chan struct{}
}

// counted gives what is known of a journey's signals now; with more to come, counting is true, and the
// evidence holds nothing of the sources that are still being read.
func (d *Desk) counted(ctx context.Context, s *state, r *reading, folder fs.FS) (known outcome, counting bool) {
	asks := asksOf(r.journey, folder)
	known = d.bind(r, folder, asks)
	if len(known.unread) == 0 {
		s.settle()
		s.full = fullOf(r.journey, known, folder)
		return known, false
	}
	s.counting.Lock()
	if s.told != nil && s.told.sum == r.sum && s.told.asks == asks { // of a file that no cache can keep
		told := *s.told
		s.counting.Unlock()
		return told, false
	}
	if s.run == nil || s.run.asks != asks {
		if s.run != nil {
			s.run.stop()
		}
		s.run = d.start(s, r, asks)
	}
	going := s.run
	s.counting.Unlock()
	if d.Patience > 0 {
		patience := time.NewTimer(d.Patience)
		defer patience.Stop()
		select {
		case <-going.ended:
			if now := d.bind(r, folder, asks); len(now.unread) == 0 {
				s.full = fullOf(r.journey, now, folder)
				return now, false
			}
		case <-patience.C:
		case <-ctx.Done():
		}
	}
	known.evidence = certain(r.journey, known, s.full, folder)
	if known.problems = nil; s.full != nil {
		known.after = s.full.name
	}
	return known, true
}

// settle stops a run that nobody waits for any longer.
func (s *state) settle() {
	s.counting.Lock()
	defer s.counting.Unlock()
	if s.run != nil {
		s.run.stop()
	}
	s.told = nil
}

// stop ends what is done for a journey.
func (s *state) stop() {
	s.counting.Lock()
	defer s.counting.Unlock()
	if s.run != nil {
		s.run.stop()
	}
	if s.asked != nil {
		s.asked()
	}
}

// bind counts without reading, as far as that can be done.
func (d *Desk) bind(r *reading, folder fs.FS, asks string) outcome {
	shut := &shutFolder{FS: folder, refused: map[string]bool{}}
	known := outcome{sum: r.sum, asks: asks}
	known.evidence, known.problems = evidence.BindWith(r.journey, shut, evidence.Options{Cache: d.cacheOf(r.path)})
	for _, s := range r.journey.Sources {
		if s.File == "" {
			continue
		}
		names, _ := signals.FilesOf(s, folder)
		if slices.ContainsFunc(names, func(n string) bool { clean, _ := journeys.LocalPath(n); return shut.refused[clean] }) {
			known.unread = append(known.unread, s.Name)
		}
	}
	return known
}

// start counts in the background.
func (d *Desk) start(s *state, r *reading, asks string) *run {
	ctx, stop := context.WithCancel(d.ended)
	now := &run{asks: asks, stop: stop, ended: make(chan struct{})}
	d.working.Add(1)
	go func() {
		defer d.working.Done()
		defer stop()
		told, ok := d.count(ctx, r)
		s.counting.Lock()
		if s.run == now {
			s.run = nil
		}
		if ok {
			told.asks = asks
			s.told = &told
		}
		s.counting.Unlock()
		close(now.ended)
		if ok && d.Counted != nil {
			d.Counted(r.path)
		}
	}()
	return now
}

// count reads; ok is false when it was stopped.
func (d *Desk) count(ctx context.Context, r *reading) (told outcome, ok bool) {
	root, err := d.open(r.path)
	if err != nil {
		return outcome{}, false
	}
	defer root.Close()
	ev, problems := evidence.BindWith(r.journey, d.folder(root), evidence.Options{Cache: d.cacheOf(r.path), Reading: signals.Options{Context: ctx}})
	return outcome{sum: r.sum, evidence: ev, problems: problems}, ctx.Err() == nil
}

// folder is what is read of a journey's folder; tests count there.
func (d *Desk) folder(root *os.Root) fs.FS {
	if d.over != nil {
		return d.over(root.FS())
	}
	return root.FS()
}

// cacheOf lays the memory of the desk over the user's own cache.
func (d *Desk) cacheOf(name string) evidence.Cache {
	dir := filepath.Join(d.Folder, filepath.FromSlash(path.Dir(name)))
	below := evidence.Cache{Salt: d.salt}
	if d.Cache != nil {
		if own := d.Cache(dir); own.Load != nil {
			below = own
		}
	}
	return evidence.Cache{Salt: below.Salt, Started: d.now(),
		Load: func(key string) []byte {
			if entry, ok := d.counts.get(dir + "\x00" + key).([]byte); ok {
				return entry
			}
			if below.Load == nil {
				return nil
			}
			entry := below.Load(key)
			if entry != nil {
				d.counts.put(dir+"\x00"+key, entry, len(entry))
			}
			return entry
		},
		Save: func(key string, entry []byte) {
			d.counts.put(dir+"\x00"+key, entry, len(entry))
			if below.Save != nil {
				below.Save(key, entry)
			}
		},
	}
}

// errShut is why a file of a shut folder cannot be read.
var errShut = errors.New("live: not to be read now")

// shutFolder is a folder whose files can be seen but not read. It remembers which ones somebody wanted to.
type shutFolder struct {
	fs.FS
	mu      sync.Mutex
	refused map[string]bool
}

func (f *shutFolder) Open(name string) (fs.File, error) {
	file, err := f.FS.Open(name)
	if err != nil {
		return nil, err
	}
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return file, nil
	}
	return &shutFile{file, f, name}, nil
}

// Stat sees a file without opening it.
func (f *shutFolder) Stat(name string) (fs.FileInfo, error) { return fs.Stat(f.FS, name) }

type shutFile struct {
	fs.File
	folder *shutFolder
	name   string
}

func (f *shutFile) refuse() (int, error) {
	f.folder.mu.Lock()
	defer f.folder.mu.Unlock()
	f.folder.refused[f.name] = true
	return 0, errShut
}

func (f *shutFile) Read([]byte) (int, error)          { return f.refuse() }
func (f *shutFile) ReadAt([]byte, int64) (int, error) { return f.refuse() }
