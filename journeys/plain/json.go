package plain

import (
	"encoding/json"
	"io"
	"math"
)

// The types below are the shape of `taal --json`. The sentences themselves are not in it; a line or, of a
// file that has none, the number of the sentence tells where to look.
type (
	dataText struct {
		File      string        `json:"bestand"`
		Sentences int           `json:"zinnen"`
		Words     int           `json:"woorden"`
		Flesch    *float64      `json:"flesch_douma"` // null: too short to say
		Counts    map[Kind]int  `json:"aantallen"`
		Remarks   []dataRemarks `json:"opmerkingen"`
	}
	dataRemarks struct {
		Line     *int    `json:"regel"`
		Sentence int     `json:"zin"`
		Kind     Kind    `json:"soort"`
		Word     *string `json:"woord"`
		Instead  *string `json:"gewoner"`
		Count    *int    `json:"aantal"`
	}
)

// WriteJSON writes what was found in texts for programs; names and texts go in pairs. Of a text it only
// repeats single words, made fit to be shown by shown.
func WriteJSON(w io.Writer, names []string, texts []Text, shown func(string) string) error {
	list := []dataText{}
	for i, t := range texts {
		out := dataText{File: names[i], Sentences: len(t.Sentences), Words: t.Words, Counts: map[Kind]int{}, Remarks: []dataRemarks{}}
		if score, ok := t.FleschDouma(); ok {
			score = math.Round(score*10) / 10
			out.Flesch = &score
		}
		for k, s := range t.Sentences {
			for _, f := range s.Findings {
				one := dataRemarks{Sentence: k + 1, Kind: f.Kind}
				if HasLines(names[i]) {
					one.Line = &s.Line
				}
				if f.Kind == HardWord || f.Kind == LongWord || f.Kind == Unexplained {
					word := shown(s.Text[f.Start:f.End])
					one.Word = &word
				}
				if f.Instead != "" {
					one.Instead = &f.Instead
				}
				if f.Count > 0 {
					one.Count = &f.Count
				}
				out.Counts[f.Kind]++
				out.Remarks = append(out.Remarks, one)
			}
		}
		list = append(list, out)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(list)
}
