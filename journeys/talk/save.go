package talk

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/arena"
)

// Source is the name of the source of collected talks, and CSV where they lie, below the folder of the journey.
const (
	Source = "gesprekken"
	CSV    = "signalen/gesprekken.csv"
)

var header = []string{"id", "tijdstip", "onderwerp", "aard", "tekst", "plaats", "doorgezet", "citeren"}

// Why talks cannot be added.
var (
	ErrOther = errors.New("there is another file or source of that name")
	ErrStep  = errors.New("the journey has no such step")
)

// Saved is a journey with talks: its file, and the file of the source.
type Saved struct {
	Journey    []byte
	Talks      []byte // CSV, all of them, those of before first
	New, Known int    // talks that were added, and that were there already
}

// Add puts talks with those that were collected before. The journey file changes only when it does not name the
// source or the signal of a step yet. Old is the CSV that is there; nil: none.
func Add(name string, src, old []byte, talks []Talk) (Saved, error) {
	j, _ := journeys.Parse(name, src)
	out := Saved{Journey: src}
	source := j.Source(Source)
	if source != nil && (source.File != CSV || source.Kind != "gesprek") {
		return out, ErrOther
	}
	rows, seen, err := known(old)
	if err != nil {
		return out, err
	}
	fresh := slices.Clone(talks)
	slices.SortStableFunc(fresh, func(a, b Talk) int { return strings.Compare(a.Day+a.ID, b.Day+b.ID) }) // not by which phone was first
	var steps []string
	for _, t := range fresh {
		if t.Step != "" && j.Step(t.Step) == nil {
			return out, fmt.Errorf("%w: %s", ErrStep, t.Step)
		}
		if t.Step != "" && !slices.Contains(steps, t.Step) {
			steps = append(steps, t.Step)
		}
		if seen[t.ID] {
			out.Known++
			continue
		}
		seen[t.ID] = true
		out.New++
		quote := "nee"
		if t.Quote {
			quote = "ja"
		}
		rows = append(rows, []string{t.ID, t.Day, t.Step, t.Nature, arena.Harmless(t.Text), arena.Harmless(t.Place), arena.Harmless(t.Forward), quote})
	}
	out.Talks = old
	if len(talks) == 0 {
		return out, nil
	}
	if out.New > 0 {
		if out.Talks, err = written(rows); err != nil {
			return out, err
		}
	}
	return out, out.name(name, j, source == nil, steps)
}

// name puts the source and a signal for each step in the journey, where they are not there.
func (s *Saved) name(name string, j *journeys.Journey, source bool, steps []string) (err error) {
	change := func(fresh []byte, _ journeys.Pos, failed error) {
		if err == nil {
			if err = failed; err == nil {
				s.Journey = fresh
			}
		}
	}
	if source {
		var columns []journeys.Field
		for _, field := range header[1 : len(header)-1] {
			columns = append(columns, journeys.Field{Key: field, Value: field})
		}
		change(journeys.AddItem(name, s.Journey, journeys.Item{Kind: journeys.SourceItem, Name: Source}, []journeys.Field{
			{Key: "soort", Value: "gesprek"}, {Key: "bestand", Value: CSV}, {Key: "kolommen", Value: columns}}))
	}
	for _, step := range j.Steps() {
		asked := slices.ContainsFunc(step.Selectors, func(s journeys.Selector) bool { return slices.Contains(s.Sources, Source) })
		if slices.Contains(steps, step.ID) && !asked {
			change(journeys.AddItem(name, s.Journey, journeys.Item{Kind: journeys.SelectorItem, Step: step.ID, Index: len(step.Selectors)}, []journeys.Field{
				{Key: "signaal", Value: "Gezegd op straat"}, {Key: "id", Value: Source + "-" + step.ID}, {Key: "bron", Value: Source}, {Key: "onderwerp", Value: step.ID}}))
		}
	}
	return err
}

// known reads the talks that were collected before, with their ids.
func known(old []byte) (rows [][]string, seen map[string]bool, err error) {
	seen = map[string]bool{}
	if old == nil {
		return nil, seen, nil
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(old, []byte("\ufeff"))))
	r.Comma, r.FieldsPerRecord = ';', len(header)
	all, err := r.ReadAll()
	if err != nil || len(all) == 0 || !slices.Equal(all[0], header) {
		return nil, nil, errors.Join(ErrOther, err)
	}
	for _, row := range all[1:] {
		seen[row[0]] = true
	}
	return all[1:], seen, nil
}

func written(rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = ';', true
	w.Write(header)
	w.WriteAll(rows)
	return b.Bytes(), w.Error()
}
