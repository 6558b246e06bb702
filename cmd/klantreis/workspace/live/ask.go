package live

import (
	"context"

	"klantreis/cmd/klantreis/workspace/api"
)

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
