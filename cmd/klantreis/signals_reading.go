package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"sync"
	"sync/atomic"
	"time"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// reading watches how far the files have been read, and stops them when the program is interrupted.
type reading struct {
	ctx    context.Context
	read   atomic.Int64 // bytes
	passes atomic.Int64 // begun, of all sources together
	all    int64        // bytes of one pass
	number int          // sources
}

// rounds is how often insight reads each source.
const rounds = 3

func newReading(ctx context.Context) *reading { return &reading{ctx: ctx} }

// of reads a source from its beginning each time that it is called.
func (r *reading) of(j *journeys.Journey, src journeys.Source, folder fs.FS, anyway bool) func(func(*signals.Data)) error {
	return func(use func(*signals.Data)) error {
		r.passes.Add(1)
		data, problems := signals.Open(j, src, folder)
		if data == nil {
			return problems
		}
		use(data)
		if r.ctx.Err() != nil {
			return context.Canceled
		}
		var faults journeys.Problems
		for _, p := range data.Found() {
			if p.Severity == journeys.Error && !(anyway && p.Code == "bestand-veranderd") {
				faults = append(faults, p)
			}
		}
		if len(faults) > 0 {
			return faults
		}
		return nil
	}
}

// expect adds the files of a source to what will be read.
func (r *reading) expect(folder fs.FS, src journeys.Source) {
	r.number++
	if src.File == "" {
		return
	}
	names, problem := journeys.SourceFiles(folder, src.File, src.At("bestand"))
	if problem != nil {
		return
	}
	for _, name := range names {
		if info, err := fs.Stat(folder, name); err == nil {
			r.all += info.Size()
		}
	}
}

// show tells, on a terminal, how far it is when that takes more than a second; stop wipes it.
func (r *reading) show(out io.Writer, w signalWords) (stop func()) {
	line := newProgress(out, cliWords{}, 0)
	if line.out == nil || r.all == 0 {
		return func() {}
	}
	r.read.Store(0)
	begin, done := time.Now(), make(chan struct{})
	var ended sync.WaitGroup
	ended.Go(func() {
		tick := time.NewTicker(250 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
			}
			if passed := time.Since(begin); passed > time.Second {
				line.mu.Lock()
				line.show(r.line(passed, w))
				line.mu.Unlock()
			}
		}
	})
	return func() {
		close(done)
		ended.Wait()
		line.close()
	}
}

func (r *reading) line(passed time.Duration, w signalWords) string {
	share := min(0.99, float64(r.read.Load())/float64(rounds*r.all))
	round := min(rounds, (int(r.passes.Load())-1)/max(1, r.number)+1)
	text := fmt.Sprintf(w.reading, round, rounds, int(100*share))
	if left := time.Duration(float64(passed) * (1 - share) / max(share, 0.01)); share > 0.05 && left > time.Second {
		text += fmt.Sprintf(w.timeLeft, int(left.Round(time.Second).Seconds()))
	}
	return text
}

// watch lays the watch over a folder.
func (r *reading) watch(folder fs.FS) fs.FS { return watched{folder, r} }

type watched struct {
	fs.FS
	reading *reading
}

// Open opens a file that counts what is read of it.
func (w watched) Open(name string) (fs.File, error) {
	f, err := w.FS.Open(name)
	if err != nil {
		return nil, err
	}
	at, regular := f.(io.ReaderAt)
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() || !regular {
		return f, nil
	}
	return watchedFile{f, at, w.reading}, nil
}

// watchedFile ends as soon as the program is interrupted.
type watchedFile struct {
	fs.File
	at      io.ReaderAt
	reading *reading
}

func (f watchedFile) Read(b []byte) (int, error) {
	if f.reading.ctx.Err() != nil {
		return 0, context.Canceled
	}
	n, err := f.File.Read(b)
	f.reading.read.Add(int64(n))
	return n, err
}

// ReadAt reads at a place, as zip and Parquet do.
func (f watchedFile) ReadAt(b []byte, off int64) (int, error) {
	if f.reading.ctx.Err() != nil {
		return 0, context.Canceled
	}
	n, err := f.at.ReadAt(b, off)
	f.reading.read.Add(int64(n))
	return n, err
}
