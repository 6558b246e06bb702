package difference

import (
	"encoding/json"
	"io"
	"math"

	"klantreis/journeys/evidence"
)

// The types below are the shape of --json, in the words of the file format. Null stands for what
// is not there.
type (
	dataDifference struct {
		Before dataSide     `json:"huidig"`
		After  dataSide     `json:"gewenst"`
		Same   bool         `json:"gelijk"`
		Counts dataCounts   `json:"aantallen"`
		About  []dataChange `json:"klantreis"`
		Phases []dataPhase  `json:"fasen"`
		Steps  []dataStep   `json:"stappen"`
		Advice []dataAdvice `json:"adviezen"`
	}
	dataSide struct {
		ID      string `json:"id"`
		Title   string `json:"klantreis"`
		Variant string `json:"variant"`
	}
	dataCounts struct {
		Added   int `json:"nieuw"`
		Removed int `json:"vervalt"`
		Moved   int `json:"verplaatst"`
		Changed int `json:"gewijzigd"`
		Same    int `json:"gelijk"`
	}
	dataChange struct {
		Field   string   `json:"veld"`
		From    string   `json:"was"`
		To      string   `json:"wordt"`
		Removed []string `json:"af"`
		Added   []string `json:"bij"`
		Edited  []string `json:"anders"`
	}
	dataPhase struct {
		State State   `json:"soort"`
		From  *string `json:"was"`
		To    *string `json:"wordt"`
	}
	dataPlace struct {
		Number int    `json:"nummer"`
		Title  string `json:"stap"`
		Phase  string `json:"fase"`
	}
	dataStep struct {
		ID      string       `json:"id"`
		State   State        `json:"soort"`
		Moved   bool         `json:"verplaatst"`
		Changed bool         `json:"gewijzigd"`
		Before  *dataPlace   `json:"was"`
		After   *dataPlace   `json:"wordt"`
		Changes []dataChange `json:"velden"`
		Feeling dataFeeling  `json:"emotie"`
	}
	dataFeeling struct {
		Before    dataEmotion `json:"was"`
		After     dataEmotion `json:"wordt"`
		Direction Direction   `json:"richting"`
		Delta     *float64    `json:"verschil"`
	}
	dataEmotion struct {
		Value  *float64             `json:"waarde"`
		Low    *float64             `json:"van"`
		High   *float64             `json:"tot"`
		N      int                  `json:"n"`
		Origin evidence.EmotionKind `json:"herkomst"`
	}
	dataAdvice struct {
		ID      string       `json:"id"`
		Title   string       `json:"advies"`
		State   State        `json:"soort"`
		Changes []dataChange `json:"velden"`
	}
)

// WriteJSON writes a difference with the feelings on both sides, in its order. Numbers have at
// most three decimals.
func WriteJSON(w io.Writer, d Difference, before, after *evidence.Evidence) error {
	counts := d.Counts()
	data := dataDifference{
		Before: dataSide(d.Before), After: dataSide(d.After), Same: d.Same(), Counts: dataCounts(counts), About: dataChanges(d.About),
		Phases: []dataPhase{}, Steps: []dataStep{}, Advice: []dataAdvice{},
	}
	for _, p := range d.Phases {
		one := dataPhase{State: p.State}
		if p.State != Added {
			one.From = &p.Before.Title
		}
		if p.State != Removed {
			one.To = &p.After.Title
		}
		data.Phases = append(data.Phases, one)
	}
	for _, s := range d.Steps() {
		var b, a evidence.Emotion
		one := dataStep{ID: s.ID, State: s.State, Moved: s.Moved, Changed: s.Changed(), Changes: dataChanges(s.Changes)}
		if s.State != Added {
			place := dataPlace(s.Before)
			one.Before, b = &place, before.Step(s.ID).Emotion
		}
		if s.State != Removed {
			place := dataPlace(s.After)
			one.After, a = &place, after.Step(s.ID).Emotion
		}
		f := Feel(b, a)
		one.Feeling = dataFeeling{Before: dataEmotionOf(b), After: dataEmotionOf(a), Direction: f.Direction}
		if f.Direction != Unknown {
			one.Feeling.Delta = rounded(f.Delta)
		}
		data.Steps = append(data.Steps, one)
	}
	for _, a := range d.Advice {
		data.Advice = append(data.Advice, dataAdvice{a.ID, a.Title, a.State, dataChanges(a.Changes)})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(data)
}

func dataChanges(changes []Change) []dataChange {
	list := []dataChange{}
	for _, c := range changes {
		list = append(list, dataChange{c.Field, c.From, c.To, filled(c.Removed), filled(c.Added), filled(c.Edited)})
	}
	return list
}

// filled turns no list into an empty one, so that readers find an array.
func filled(list []string) []string { return append([]string{}, list...) }

func dataEmotionOf(e evidence.Emotion) dataEmotion {
	d := dataEmotion{N: e.N, Origin: e.Kind}
	if !known(e) {
		return dataEmotion{Origin: evidence.None}
	}
	d.Value = rounded(e.Value)
	if e.Kind == evidence.Derived {
		d.Low, d.High = rounded(e.Low), rounded(e.High)
	}
	return d
}

func rounded(v float64) *float64 {
	v = math.Round(v*1000) / 1000
	return &v
}
