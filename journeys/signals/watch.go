package signals

import (
	"context"
	"io"
	"io/fs"
	"sync/atomic"

	"klantreis/journeys"
)

// Options are how the reading of a source is watched. They change nothing of what it gives.
type Options struct {
	Context  context.Context // when it is done, reading ends; nil: nothing ends it
	Progress func(Progress)  // told now and then how far it is, one call at a time; may be nil
}

// Progress is how far a source has been read.
type Progress struct {
	Source string
	Read   int64 // bytes of its files, as they lie there: compressed ones are counted so
	Total  int64 // bytes of all its files that are read: those known from an earlier run are not
	Rows   int   // records so far
}

// With has the reading watched. It has to be called before Each or Fold. When the context is done
// while they read, they end early, and Found has the problem "lezen-afgebroken".
func (d *Data) With(o Options) {
	if d.files == nil {
		return
	}
	w := d.files.watch
	w.options, w.source = o, d.files.source.Name
	if o.Progress == nil {
		return
	}
	for _, name := range append([]string{d.files.name}, d.files.rest...) {
		w.total += d.files.sizeOf(name)
	}
	if d.files.state == same {
		w.total -= d.files.sizeOf(d.files.name)
	}
}

// sizeOf is the size of a file, as far as that is known.
func (p *sourceFiles) sizeOf(name string) int64 {
	if clean, ok := journeys.LocalPath(name); ok && !p.table {
		if info, err := fs.Stat(p.folder, clean); err == nil {
			return info.Size()
		}
	}
	return 0
}

// watch follows the files of one source.
type watch struct {
	options Options
	source  string
	total   int64
	done    int64        // of total, the files that have been read
	told    int64        // of what was read, lately
	read    atomic.Int64 // several goroutines read
	rows    int
}

// passes leaves a file out that is not read after all.
func (w *watch) passes(size int64) {
	if w != nil && w.options.Progress != nil {
		w.total -= size
	}
}

// between has a file read in the middle of another; after tells that this is done.
func (w *watch) between(size int64) (after func()) {
	if w == nil {
		return func() {}
	}
	w.passes(-size)
	middle := w.read.Load() - w.done
	return func() {
		w.done += size
		w.read.Store(w.done + middle)
	}
}

// rewind forgets what was read of the open file, which is opened once more.
func (w *watch) rewind() {
	if w != nil {
		w.read.Store(w.done)
	}
}

// ends tells that a file has been read. Of some formats not all bytes are, of others some twice.
func (w *watch) ends(size int64) {
	if w == nil || w.options.Progress == nil {
		return
	}
	w.done += size
	w.read.Store(w.done)
	if w.told != w.done {
		w.add(0)
	}
}

// stopped tells why there is to be no more reading; nil: go on.
func (w *watch) stopped() error {
	if w == nil || w.options.Context == nil {
		return nil
	}
	return w.options.Context.Err()
}

// add counts records, and tells how far it is.
func (w *watch) add(rows int) {
	if w == nil || w.options.Progress == nil {
		return
	}
	w.rows += rows
	w.told = max(w.told, min(w.read.Load(), w.total)) // a file that is opened once more is no way back
	w.options.Progress(Progress{w.source, w.told, w.total, w.rows})
}

// over lays the watch over a file. Each reading of it is counted, and refused when there is to be
// no more.
func (w *watch) over(f fs.File) fs.File {
	if w == nil {
		return f
	}
	if at, ok := f.(io.ReaderAt); ok {
		return watchedAt{watched{f, w}, at}
	}
	return watched{f, w}
}

type watched struct {
	fs.File
	watch *watch
}

func (f watched) Read(b []byte) (int, error) {
	if err := f.watch.stopped(); err != nil {
		return 0, err
	}
	n, err := f.File.Read(b)
	f.watch.read.Add(int64(n))
	return n, err
}

type watchedAt struct {
	watched
	at io.ReaderAt
}

func (f watchedAt) ReadAt(b []byte, offset int64) (int, error) {
	if err := f.watch.stopped(); err != nil {
		return 0, err
	}
	n, err := f.at.ReadAt(b, offset)
	f.watch.read.Add(int64(n))
	return n, err
}
