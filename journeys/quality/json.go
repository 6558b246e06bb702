package quality

import (
	"encoding/json"
	"io"
	"math"

	"klantreis/journeys"
)

// The types below are the shape of `kwaliteit --json`. Null stands for what is not known, and for a count
// of records that is too small to show.
type (
	dataSource struct {
		Name       string         `json:"bron"`
		Connection bool           `json:"verbinding"` // it is not read for this
		Failed     bool           `json:"onleesbaar"`
		Grade      *Grade         `json:"letter"`
		Records    int            `json:"records"`
		Unusable   *int           `json:"onbruikbaar"`
		From       *string        `json:"van"`
		To         *string        `json:"tot"`
		Days       int            `json:"dagen"`
		Findings   []dataFinding  `json:"bevindingen"`
		Gaps       []dataSpan     `json:"gaten"`
		Drifts     []dataCategory `json:"verloop"`
		PartTwice  bool           `json:"dubbel_deels"`
	}
	dataFinding struct {
		Kind  Kind     `json:"soort"`
		N     *int     `json:"n"`
		Of    int      `json:"van"`
		Share *float64 `json:"aandeel"`
		Grade *Grade   `json:"letter"`
	}
	dataSpan struct {
		From     string `json:"van"`
		To       string `json:"tot"`
		Expected int    `json:"verwacht"`
	}
	dataCategory struct {
		Field    string `json:"veld"`
		Name     string `json:"naam"`
		N        int    `json:"n"`
		Came     bool   `json:"gekomen"`
		On       string `json:"op"`
		Expected int    `json:"verwacht"`
	}
)

// WriteJSON writes what Look found for programs, as an array in the order of the journey. Counts of records
// from 1 up to least are null, with their share; shown makes a name of a category fit to be shown.
func WriteJSON(w io.Writer, all []Source, least int, shown func(string) string) error {
	list := []dataSource{}
	for _, s := range all {
		out := dataSource{Name: s.Name, Connection: s.Connection, Failed: s.Failed, Grade: graded(s.Grade), Records: s.Records, Unusable: small(s.Unusable, least),
			From: day(s.First), To: day(s.Last), Days: s.Days, Findings: []dataFinding{}, Gaps: []dataSpan{}, Drifts: []dataCategory{}, PartTwice: s.PartTwice}
		if s.Failed {
			out.Grade = nil
		}
		for _, f := range s.Findings {
			one := dataFinding{Kind: f.Kind, N: small(f.N, least), Of: f.Of, Grade: graded(f.Grade)}
			if f.Kind == Gap { // days, no records
				one.N = &f.N
			}
			if one.N != nil && f.Of > 0 {
				share := math.Round(float64(f.N)/float64(f.Of)*1e6) / 1e6
				one.Share = &share
			}
			out.Findings = append(out.Findings, one)
		}
		for _, g := range s.Gaps {
			out.Gaps = append(out.Gaps, dataSpan{g.From.String(), g.To.String(), g.Expected})
		}
		for _, d := range s.Drifts {
			out.Drifts = append(out.Drifts, dataCategory{d.Field, shown(d.Name), d.N, d.Came, d.On.String(), d.Expected})
		}
		list = append(list, out)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(list)
}

func small(n, least int) *int {
	if n > 0 && n < least {
		return nil
	}
	return &n
}

func graded(g Grade) *Grade {
	if g == "" {
		return nil
	}
	return &g
}

func day(d journeys.Date) *string {
	if d.IsZero() {
		return nil
	}
	s := d.String()
	return &s
}
