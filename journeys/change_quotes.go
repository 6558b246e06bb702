package journeys

import (
	"errors"
	"strings"
)

// ErrNoQuote says that no quote begins on that line.
var ErrNoQuote = errors.New("no such quote")

// AddQuotes writes approved quotes behind those that a step has. Nothing else changes. ErrNoStep and
// ErrLayout tell why it cannot be done; faults that the file did not have before are Problems, and then nothing is
// to be written.
func AddQuotes(name string, src []byte, step string, quotes []Quote) ([]byte, error) {
	j, before := Parse(name, src)
	at := j.Step(step)
	if at == nil {
		return nil, ErrNoStep
	}
	out := src
	for i, q := range quotes {
		text := strings.Join(strings.Fields(q.Text), " ")
		if text == "" {
			return nil, ErrLayout
		}
		var err error
		out, _, err = AddItem(name, out, Item{Kind: QuoteItem, Step: step, Index: len(at.Quotes) + i}, []Field{{"tekst", text}, {"bron", q.Source}, {"akkoord", true}})
		if err != nil {
			return nil, err
		}
	}
	_, after := Parse(name, out)
	if fresh := after.beyond(before); fresh.HasErrors() {
		return nil, fresh
	}
	return out, nil
}

// ApproveQuote sets `akkoord: true` of the quote that begins on a line, and touches nothing else.
func ApproveQuote(name string, src []byte, line int) ([]byte, error) {
	j, before := Parse(name, src)
	for _, s := range j.Steps() {
		for i, q := range s.Quotes {
			if q.Pos.Line != line && q.At("tekst").Line != line || q.Approved {
				continue
			}
			out, _, err := SetFields(name, src, Item{Kind: QuoteItem, Step: s.ID, Index: i}, []Field{{"akkoord", true}})
			if err != nil {
				return nil, err
			}
			if _, after := Parse(name, out); after.beyond(before).HasErrors() {
				return nil, after.beyond(before)
			}
			return out, nil
		}
	}
	return nil, ErrNoQuote
}
