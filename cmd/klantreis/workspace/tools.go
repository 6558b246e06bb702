package workspace

import (
	"context"
	"errors"

	"klantreis/cmd/klantreis/workspace/api"
)

// Tools does what needs more than a server: pictures, changes, counts. A tool that is nil is answered with
// 501. Paths that reach a tool were looked at (checkPath) and name something below the folder that is open;
// tools open them through os.Root, so that a link cannot lead out of it. Texts have ends of lines as one character.
type Tools struct {
	// Card tells of one journey what its card shows, from the text on disk; Path and Draft are the server's.
	Card func(ctx context.Context, path, text string) (api.Card, error)
	// Begins are the starting points besides the empty one and the pasted text.
	Begins func(ctx context.Context) []api.Begin
	// Begun gives the files of a new journey, named from the folder that they will be in; the journey is
	// klantreis.yaml. ErrNoBegin: there is no such starting point.
	Begun func(ctx context.Context, n api.NewJourney) (files map[string][]byte, notes []string, err error)

	Render   func(ctx context.Context, r api.RenderRequest) (api.Rendering, error)
	Complete func(ctx context.Context, p api.Place) (api.Completions, error)
	Hover    func(ctx context.Context, p api.Place) (api.Hover, error)
	Match    func(ctx context.Context, m api.MatchRequest) (api.Match, error)
	Quotes   func(ctx context.Context, q api.QuotesRequest) (api.Quotes, error)

	// Drop tells how a dropped file would be read; Look the same with choices of the user; Add gives the text
	// with the entry in bronnen, and copies the file into the journey's folder when the user said so.
	Drop func(ctx context.Context, u Upload) (api.Dropped, error)
	Look func(ctx context.Context, u Upload, q api.DropLook) (api.Dropped, error)
	Add  func(ctx context.Context, u Upload, q api.DropAdd) (api.Edited, error)

	// Talks adds what a telephone gave of talks on the street.
	Talks func(ctx context.Context, r api.TalksRequest) (api.TalksAdded, error)

	// Jobs are the works that take longer, by JobRequest.Kind.
	Jobs map[string]Work
	// Reveal shows a folder in the program of the system for that; nil: this system cannot.
	Reveal func(folder string) error
	// Watch is called once, when the server begins; what it is given tells that the signals of a journey were counted.
	Watch func(counted func(path string))
	// Close ends what the tools hold open.
	Close func()
}

// Upload is a file that was dropped on the page.
type Upload struct {
	ID   string
	Name string // as the user's system called it
	Disk string // where it lies now, outside the folder that is open
}

// Work does a job. Tell may be called from any goroutine; done is of 100, −1 where that is not known.
type Work func(ctx context.Context, r api.JobRequest, tell func(stage string, done int)) (Result, error)

// Result is what a job gives.
type Result struct {
	Problems []api.Problem
	Folder   string // below the folder that is open, with slashes; where the files lie
	Files    []Made
}

// Made is a file in the folder of a result; Use and About are those of api.MadeFile.
type Made struct{ Name, Title, Use, About string }

// Told is an error whose text is for the person at the desk, in the language of the run.
type Told struct {
	Code    string
	Message string
}

func (t Told) Error() string { return t.Message }

// ErrNoBegin says that there is no such starting point.
var ErrNoBegin = errors.New("no such starting point")
