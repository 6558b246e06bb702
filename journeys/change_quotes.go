package journeys

import (
	"bytes"
	"errors"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// ErrNoQuote says that no quote begins on that line.
var ErrNoQuote = errors.New("no such quote")

// AddQuotes writes approved quotes behind those that a step has; in a list in brackets before them.
// Nothing else changes, which is checked as Edit.Apply does. ErrNoStep and ErrLayout tell why it
// cannot be done; faults that the file did not have before are Problems, and then nothing is to be
// written.
func AddQuotes(name string, src []byte, step string, quotes []Quote) ([]byte, error) {
	if len(quotes) == 0 {
		return src, nil
	}
	j, before := Parse(name, src)
	out := src
	at := j.Step(step)
	if at == nil {
		return nil, ErrNoStep
	}
	if inBrackets(src, at) { // each goes before the last one
		quotes = slices.Clone(quotes)
		slices.Reverse(quotes)
	}
	for _, q := range quotes {
		j, _ := Parse(name, out)
		var err error
		if out, err = addQuote(out, j, j.Step(step), q); err != nil {
			return nil, err
		}
	}
	_, after := Parse(name, out)
	if fresh := after.beyond(before); fresh.HasErrors() {
		return nil, fresh
	}
	return out, nil
}

// inBrackets tells whether the quotes of a step stand in brackets, or will.
func inBrackets(src []byte, step *Step) bool {
	pos := step.Pos
	if step.Has("citaten") {
		pos = step.At("citaten")
	}
	text := bytes.TrimPrefix(src, []byte("\ufeff"))
	at, ok := offset(text, pos)
	return ok && (text[at] == '[' || text[at] == '{')
}

func addQuote(src []byte, j *Journey, step *Step, q Quote) ([]byte, error) {
	text := bytes.TrimPrefix(src, []byte("\ufeff"))
	want := (&decoder{}).document(text)
	q.Text = strings.Join(strings.Fields(q.Text), " ")
	item := "{tekst: " + scalar(q.Text) + ", bron: " + scalar(q.Source) + ", akkoord: true}"
	out, ok := insertItem(text, step.Node, newItem{key: "citaten", filled: len(step.Quotes) > 0, lines: func(int) string { return "- " + item }, inline: item})
	if !ok || want == nil || q.Text == "" {
		return nil, ErrLayout
	}
	owner := find(want, stepPath(j, step.ID))
	if owner == nil || !putQuote(owner, q) {
		return nil, ErrLayout
	}
	comments := commentLines((&decoder{}).document(text))
	got := (&decoder{}).document(out)
	if got == nil || !sameTree(want, got, 0) || !slices.Equal(comments, commentLines(got)) {
		return nil, ErrLayout
	}
	return slices.Concat(src[:len(src)-len(text)], out), nil
}

// stepPath leads from the top of a file to a step.
func stepPath(j *Journey, id string) []string {
	for i, phase := range j.Phases {
		for k, s := range phase.Steps {
			if s.ID == id {
				return []string{"fasen", strconv.Itoa(i), "stappen", strconv.Itoa(k)}
			}
		}
	}
	return nil
}

// putQuote makes the change in the tree, at the place where the text has it.
func putQuote(step *yaml.Node, q Quote) bool {
	text := func(v string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: v, Tag: "!!str"} }
	item := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Content: []*yaml.Node{
		text("tekst"), text(q.Text), text("bron"), text(q.Source), text("akkoord"), {Kind: yaml.ScalarNode, Value: "true", Tag: "!!bool"}}}
	list := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Content: []*yaml.Node{item}}
	_, old := child(step, "citaten")
	switch {
	case old == nil && step.Style&yaml.FlowStyle != 0:
		step.Content = append([]*yaml.Node{text("citaten"), list}, step.Content...)
	case old == nil:
		step.Content = append(step.Content, text("citaten"), list)
	case isNull(old) && old.Anchor == "":
		*old = *list
	case old.Kind != yaml.SequenceNode || old.Anchor != "":
		return false
	case old.Style&yaml.FlowStyle != 0:
		old.Content = append([]*yaml.Node{item}, old.Content...)
	default:
		old.Content = append(old.Content, item)
	}
	return true
}

// ApproveQuote sets `akkoord: true` of the quote that begins on a line, and touches nothing else.
func ApproveQuote(name string, src []byte, line int) ([]byte, error) {
	j, before := Parse(name, src)
	for _, s := range j.Steps() {
		for i, q := range s.Quotes {
			if q.Pos.Line != line && q.At("tekst").Line != line || q.Approved {
				continue
			}
			path := append(stepPath(j, s.ID), "citaten", strconv.Itoa(i), "akkoord")
			out, err := Edit{Path: path, Value: "true", Order: []string{"tekst", "bron", "akkoord"}, Bare: true}.Apply(src)
			if err != nil {
				return nil, err
			}
			fresh, after := Parse(name, out)
			if more := after.beyond(before); more.HasErrors() {
				return nil, more
			}
			if step := fresh.Step(s.ID); step == nil || len(step.Quotes) != len(s.Quotes) || !step.Quotes[i].Approved {
				return nil, ErrLayout
			}
			return out, nil
		}
	}
	return nil, ErrNoQuote
}
