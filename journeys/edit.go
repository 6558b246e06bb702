package journeys

import (
	"errors"
	"strings"
)

// What keeps a change from being made.
var (
	ErrNoStep = errors.New("no such step")
	ErrLayout = errors.New("the file is written in a way that cannot be changed safely here")
)

// AddSelector adds a selector to a step of a journey file, as the last one. Every other byte stays as it
// is. ErrNoStep and ErrLayout tell why it cannot be done; other errors are the Problems that the file would have.
func AddSelector(name string, src []byte, step string, s Selector) ([]byte, error) {
	j, before := Parse(name, src)
	at := j.Step(step)
	if at == nil {
		return nil, ErrNoStep
	}
	out, _, err := AddItem(name, src, Item{Kind: SelectorItem, Step: step, Index: len(at.Selectors)}, s.fields())
	if err != nil {
		return nil, err
	}
	if _, after := Parse(name, out); after.Count(Error) > before.Count(Error) {
		return nil, after
	}
	return out, nil
}

// YAML writes a selector as one item of a list under `signalen`, in the order of the contract, each
// line but the first preceded by indent spaces.
func (s Selector) YAML(indent int) string {
	return strings.TrimSpace(itemLines(s.fields(), indent))
}

// fields are the keys that are set.
func (s Selector) fields() []Field {
	var sources any = s.Sources
	if len(s.Sources) == 1 {
		sources = s.Sources[0]
	}
	var score []Field
	if s.Score != nil {
		if s.Score.From != nil {
			score = append(score, Field{"van", *s.Score.From})
		}
		if s.Score.To != nil {
			score = append(score, Field{"tot", *s.Score.To})
		}
	}
	var set []Field
	for _, f := range []Field{{"signaal", s.Title}, {"id", s.ID}, {"bron", sources}, {"onderwerp", s.Topic}, {"woorden", s.Words}, {"zonder", s.Without},
		{"kanaal", s.Channel}, {"cijfer", score}, {"aard", s.Nature}} {
		if !empty(f.Value) {
			set = append(set, f)
		}
	}
	return set
}

// Error tells all problems at once.
func (ps Problems) Error() string {
	var lines []string
	for _, p := range ps {
		message, _ := p.Text("nl")
		lines = append(lines, p.Pos.String()+": "+message)
	}
	return strings.Join(lines, "\n")
}
