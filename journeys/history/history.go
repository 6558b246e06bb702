// Package history keeps what happened to the advice of a journey: one line of JSON for each change,
// in a file beside the journey (klantreis.yaml → klantreis.geschiedenis.jsonl). The contract of the
// journey has no key for it, and not every laptop has git; lines that are only ever added also travel
// well through git and through a shared folder.
package history

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"

	"klantreis/journeys"
)

// Change is what was written into an advice on a day. A zero field did not change.
type Change struct {
	On                  journeys.Date
	Advice              string // its id
	From, To            string // status; From is empty when there was none
	Since               journeys.Date
	Reason              string
	ReportedToKCC       journeys.Date
	ReportedToResidents journeys.Date
}

// line is a Change as it stands in the file.
type line struct {
	On        string `json:"op"`
	Advice    string `json:"advies"`
	From      string `json:"van,omitempty"`
	To        string `json:"naar,omitempty"`
	Since     string `json:"sinds,omitempty"`
	Reason    string `json:"reden,omitempty"`
	KCC       string `json:"kcc,omitempty"`
	Residents string `json:"inwoners,omitempty"`
}

// Path is where the history of a journey is kept.
func Path(journey string) string {
	return strings.TrimSuffix(journey, filepath.Ext(journey)) + ".geschiedenis.jsonl"
}

// maxSize is far more than people write down.
const maxSize = 8 << 20

// Parse reads a history. Lines that cannot be read are left out, with a warning for each; the rest
// comes in the order of the days, and of one day in the order of the file.
func Parse(name string, src []byte) ([]Change, journeys.Problems) {
	var all []Change
	var problems journeys.Problems
	if len(src) > maxSize {
		return nil, journeys.Problems{{Pos: journeys.Pos{File: name}, Severity: journeys.Warning, Code: "geschiedenis-te-groot", Args: []any{maxSize >> 20}}}
	}
	for i, text := range bytes.Split(bytes.TrimPrefix(src, []byte("\ufeff")), []byte("\n")) {
		text = bytes.TrimSpace(text)
		if len(text) == 0 {
			continue
		}
		c, ok := parseLine(text)
		if !ok {
			problems = append(problems, journeys.Problem{Pos: journeys.Pos{File: name, Line: i + 1, Column: 1}, Severity: journeys.Warning, Code: "geschiedenis-regel"})
			continue
		}
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(a, b Change) int { return strings.Compare(a.On.String(), b.On.String()) })
	return all, problems
}

func parseLine(text []byte) (c Change, ok bool) {
	var l line
	if json.Unmarshal(text, &l) != nil || l.Advice == "" || l.On == "" {
		return c, false
	}
	for _, status := range []string{l.From, l.To} {
		if status != "" && !slices.Contains(journeys.Statuses(), status) {
			return c, false
		}
	}
	c = Change{Advice: l.Advice, From: l.From, To: l.To, Reason: l.Reason}
	for _, d := range []struct {
		text string
		into *journeys.Date
	}{{l.On, &c.On}, {l.Since, &c.Since}, {l.KCC, &c.ReportedToKCC}, {l.Residents, &c.ReportedToResidents}} {
		if d.text == "" {
			continue
		}
		if *d.into, ok = journeys.Moment(d.text); !ok {
			return c, false
		}
	}
	return c, true
}

// Append gives a history with one more line, with the line ends that it has.
func Append(src []byte, c Change) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(line{c.On.String(), c.Advice, c.From, c.To, c.Since.String(), c.Reason, c.ReportedToKCC.String(), c.ReportedToResidents.String()})
	if err != nil {
		return nil, err
	}
	added := b.Bytes()
	if bytes.Contains(src, []byte("\r\n")) {
		added = bytes.ReplaceAll(added, []byte("\n"), []byte("\r\n"))
	}
	out := slices.Clone(src)
	if len(out) > 0 && out[len(out)-1] != '\n' {
		out = append(out, '\n')
	}
	return append(out, added...), nil
}

// Of lists the changes of one advice.
func Of(all []Change, advice string) []Change {
	var some []Change
	for _, c := range all {
		if c.Advice == advice {
			some = append(some, c)
		}
	}
	return some
}
