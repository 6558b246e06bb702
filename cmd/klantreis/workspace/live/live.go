// Package live turns the text of a journey, as it is being typed, into what the page of the desk shows:
// faults, pictures with what can be clicked on them, the model behind forms, what a selector finds. It
// knows nothing of HTTP.
//
// Pictures are kept by what they depend on, so that only what changed is made again. Signals are read in
// the background (counting.go); until they have been counted, pictures show only what is known for
// certain. Sources behind a connection are left to the jobs: no edit of a text may ask a database.
package live

import (
	"context"
	"io/fs"
	"os"
	"sync"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render/flow/graphviz"
	"klantreis/render/words"
)

// Options are what a desk works with.
type Options struct {
	// Root is the folder that is open. Journeys are named by their paths below it, with slashes; nothing
	// outside it is opened, and nothing outside a journey's own folder by that journey.
	Root   *os.Root
	Folder string // where Root is, for the names of journeys and the keys of Cache
	Lang   words.Lang
	// Cache is that of the counts of a folder, kept between runs; nil: none but that of this desk.
	Cache func(folder string) evidence.Cache
	// Checks are the warnings that the command line adds to those of the file and its data: about what a text
	// says. They are asked for at every change; may be nil.
	Checks   func(j *journeys.Journey, folder fs.FS) journeys.Problems
	Compiled string // a folder for compiled code of the user's own; empty: in memory
	// Counted is told that signals of a journey have been counted, and that Render now says more. It is
	// called from a goroutine of the desk; may be nil.
	Counted func(path string)
	// Patience is how long Render waits for counts before it answers without them.
	Patience time.Duration
}

// Desk makes what the page shows. Its methods may be called side by side.
type Desk struct {
	Options
	pictures *kept // what was drawn, by what it was drawn from
	counts   *kept // entries of the cache of counts
	salt     []byte
	flows    *graphviz.Engine
	charts   chartRoom
	over     func(fs.FS) fs.FS // lies over the folders of journeys, in tests; nil: nothing
	now      func() time.Time
	ended    context.Context
	end      func()
	working  sync.WaitGroup

	mu       sync.Mutex
	journeys map[string]*state
	looked   looked // the file that was dropped last
}

// Bounds of what a desk remembers, in bytes.
const (
	maxPictures = 96 << 20
	maxCounts   = 64 << 20
)

// New makes a desk. Close ends what it does in the background.
func New(o Options) *Desk {
	d := &Desk{Options: o, pictures: newKept(maxPictures), counts: newKept(maxCounts), salt: freshSalt(),
		flows: graphviz.New(o.Compiled), now: time.Now, journeys: map[string]*state{}}
	d.ended, d.end = context.WithCancel(context.Background())
	return d
}

// Prepare starts, in the background, what the first flow and the first chart would wait seconds for on a slow or
// busy machine. Calling it is optional.
func (d *Desk) Prepare() {
	d.flows.Prepare()
	d.working.Add(1)
	go func() {
		defer d.working.Done()
		d.charts.prepare() // what is wrong with the engine is told by the first chart
	}()
}

// Close stops counting, waits until that has ended, and gives back what the desk holds.
func (d *Desk) Close() error {
	d.end()
	d.working.Wait()
	d.charts.close()
	return d.flows.Close()
}

// Forget drops what is known of a journey that is open no longer, and stops what is done for it.
func (d *Desk) Forget(path string) {
	d.mu.Lock()
	s := d.journeys[path]
	delete(d.journeys, path)
	d.mu.Unlock()
	if s != nil {
		s.stop()
	}
}

// state is what a desk knows of one journey.
type state struct {
	mu sync.Mutex // one picture of a journey is made at a time
	// shown are the parts of the views that wait for counts, as they were shown last.
	shown map[string][]api.Part
	full  *full // the latest text of which all signals were counted

	counting sync.Mutex // guards what follows, for a short time
	last     *reading   // of the latest text
	good     *reading   // of the latest text without faults
	run      *run       // nil: nothing is being counted
	told     *outcome   // of the latest run that ended
	asked    context.CancelFunc
}

func (d *Desk) state(path string) *state {
	d.mu.Lock()
	defer d.mu.Unlock()
	s := d.journeys[path]
	if s == nil {
		s = &state{shown: map[string][]api.Part{}}
		d.journeys[path] = s
	}
	return s
}

// latest is the text that was seen last; nil: none was.
func (s *state) latest() *reading {
	s.counting.Lock()
	defer s.counting.Unlock()
	return s.last
}

// saw remembers a text, and gives the latest one without faults; nil: there was none.
func (s *state) saw(r *reading) *reading {
	s.counting.Lock()
	defer s.counting.Unlock()
	s.last = r
	if r.usable() {
		s.good = r
	}
	return s.good
}

// Refused is an answer that cannot be given: why, and what to do. Codes: pad (no path of a file here),
// tekst (the text has faults), stap (no such step), bezet (the name of a source is taken), geen-gegevens (no
// file of signals), plaats (the text cannot be changed there), schijf (a file cannot be read or written).
type Refused struct{ api.Fault }

func (r Refused) Error() string { return r.Message }
