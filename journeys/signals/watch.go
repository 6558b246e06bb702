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
	Total  int64 // bytes of all its files
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
		if clean, ok := journeys.LocalPath(name); ok {
			if info, err := fs.Stat(d.files.folder, clean); err == nil {
				w.total += info.Size()
			}
		}
	}
}

// watch follows the files of one source.
type watch struct {
	options Options
	source  string
	total   int64
	read    atomic.Int64 // several goroutines read
	rows    int
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
	w.options.Progress(Progress{w.source, min(w.read.Load(), w.total), w.total, w.rows})
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
