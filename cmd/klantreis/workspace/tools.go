package workspace

import (
	"context"
	"io/fs"

	"klantreis/cmd/klantreis/workspace/api"
)

// Tools does what needs more than a server: pictures, changes, counts. A tool that is nil is answered with
// 501. Paths that reach a tool were looked at (checkPath) and lie below the folder that is open; folder is
// that folder through os.Root, so that a link cannot lead out of it.
type Tools struct {
	// Card tells of one journey what its card shows, from the text on disk; Path and Draft are the server's.
	Card func(ctx context.Context, folder fs.FS, path string, text []byte) api.Card
	// Begins are the starting points besides the empty one and the pasted text.
	Begins func(ctx context.Context) []api.Begin
	// Begun gives the files of a new journey, named from the folder that they will be in; the journey is
	// klantreis.yaml. ErrUnknownBegin: there is no such starting point. ErrText: the text could not be read.
	Begun func(ctx context.Context, n api.NewJourney) (files map[string][]byte, notes []string, err error)

	Render   func(ctx context.Context, r api.RenderRequest) (api.Rendering, error)
	Edit     func(ctx context.Context, r api.EditRequest) (api.Edited, error)
	Complete func(ctx context.Context, p api.Place) (api.Completions, error)
	Hover    func(ctx context.Context, p api.Place) (api.Hover, error)
	Match    func(ctx context.Context, m api.MatchRequest) (api.Match, error)
	Quotes   func(ctx context.Context, q api.QuotesRequest) (api.Quotes, error)

	// Drop reads a dropped file, which lies at file outside the folder, as it would be read with these choices.
	Drop func(ctx context.Context, file string, name string, look api.DropLook) (api.Dropped, error)
	// Add gives the text with the entry in bronnen. File is how the entry names the signals, from the journey.
	Add func(ctx context.Context, file string, name string, add api.DropAdd) (api.Edited, error)

	// Jobs are the works that take longer, by JobRequest.Kind.
	Jobs map[string]Work
	// Watch is called once, when the server begins; what it is given tells that the signals of a journey were counted.
	Watch func(counted func(path string))
	// Close ends what the tools hold open.
	Close func()
}

// Work does a job. Tell may be called from any goroutine; done is of 100, −1 where that is not known.
type Work func(ctx context.Context, r api.JobRequest, tell func(stage string, done int)) (Result, error)

// Result is what a job gives.
type Result struct {
	Problems []api.Problem
	Folder   string // below the folder that is open, with slashes; where the files lie
	Files    []Made
}

// Made is a file in the folder of a result.
type Made struct{ Name, Title string }

// Told is an error whose text is for the person at the desk, in the language of the run.
type Told struct {
	Code    string
	Message string
}

func (t Told) Error() string { return t.Message }
