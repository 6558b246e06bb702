package main

import (
	"fmt"
	"strings"
	"time"

	"klantreis/journeys/signals"
)

// readingLine shows on a terminal how far a source has been read, when that takes long.
type readingLine struct {
	*progress
	now         func() time.Time
	source      string
	begin, last time.Time
}

// The line appears after a while, and changes no more often than can be read.
const (
	readingPatience = time.Second
	readingPause    = 200 * time.Millisecond
)

// reading gives what the reading of signals is watched with, and what clears the line afterwards.
func (a *app) reading() (o signals.Options, done func()) {
	line := &readingLine{progress: a.newProgress(0), now: time.Now}
	o.Context = a.ctx
	if line.out == nil && line.progress.tell == nil {
		return o, func() {}
	}
	o.Progress = line.tell
	return o, line.close
}

func (r *readingLine) tell(p signals.Progress) {
	now := r.now()
	if p.Source != r.source || r.begin.IsZero() {
		r.source, r.begin, r.last = p.Source, now, time.Time{}
	}
	spent := now.Sub(r.begin)
	if spent < readingPatience || now.Sub(r.last) < readingPause || p.Total == 0 {
		return
	}
	r.last = now
	share := min(1, float64(p.Read)/float64(p.Total))
	left := time.Duration(-1)
	if share > 0 {
		left = time.Duration(float64(spent) * (1 - share) / share)
	}
	const width = 20
	full := int(share * width)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.progress.tell != nil { // half of the work is left when all is read
		r.progress.tell(shortened(p.Source, 20)+": "+r.words.readingRows(p.Rows, left), int(50*share))
	}
	r.show(fmt.Sprintf("%s  [%s%s] %3d%%  %s", shortened(p.Source, 20), strings.Repeat("█", full), strings.Repeat("░", width-full),
		int(100*share), r.words.readingRows(p.Rows, left)))
}

// shortened cuts a name off, so that the line stays a line.
func shortened(name string, most int) string {
	if letters := []rune(name); len(letters) > most {
		return string(letters[:most-1]) + "…"
	}
	return name
}
