package journeymap

import (
	"fmt"
	"strings"

	"klantreis/journeys/difference"
	"klantreis/render"
)

// DescribeComparison tells a comparison in words, for people who do not see it, and gives its steps
// as a table with one row each: what happened, where it stood and stands, what changes, and the
// experience on both sides with where it comes from.
func DescribeComparison(before, after Input) (alt string, data render.Table) {
	p := newPair(before, after)
	w, t := p.w, p.words.Table
	data = render.Table{Caption: w.PictureTable, Columns: []render.Column{
		{Title: t.Step}, {Title: w.ColDifference}, {Title: w.ColWas, Number: true}, {Title: w.ColBecomes, Number: true}, {Title: w.ColWhat},
		{Title: w.ColFeelingWas}, {Title: w.ColFeelingBecomes}, {Title: w.ColDelta},
	}}
	for i, s := range p.c.Steps {
		names, _ := p.states(s)
		was, becomes, delta := "", "", ""
		if s.Before != nil {
			was = p.c.Emotion(s.Feeling.Before)
		}
		if s.After != nil {
			becomes = p.c.Emotion(s.Feeling.After)
		}
		if text, _ := p.verdict(s.Feeling); text != "" {
			delta = text
		}
		data.Rows = append(data.Rows, []string{
			s.Title(), strings.Join(names, ", "), p.placed(s.Step.Before), p.placed(s.Step.After), p.changesOf(i), was, becomes, delta,
		})
	}
	return p.tale(), data
}

func (p *pair) placed(at difference.Place) string {
	if at.Number == 0 {
		return ""
	}
	return p.lang.Int(at.Number)
}

// changesOf tells in one line what changes at a step, but for the experience.
func (p *pair) changesOf(i int) string {
	var all []string
	for _, f := range p.c.Steps[i].Changes {
		if f.Key == "emotie" {
			continue
		}
		var parts []string
		add := func(name string, items ...string) {
			for _, item := range items {
				if item != "" {
					parts = append(parts, strings.ToLower(name)+" "+item)
				}
			}
		}
		switch {
		case f.Hidden:
			parts = append(parts, p.w.NotShown)
		case len(f.Removed)+len(f.Added)+len(f.Edited) > 0:
			add(p.w.Removed, f.Removed...)
			add(p.w.Added, f.Added...)
			add(p.w.Edited, f.Edited...)
		default:
			add(p.w.Was, f.From)
			add(p.w.Becomes, f.To)
		}
		all = append(all, f.Name+": "+strings.Join(parts, "; "))
	}
	return strings.Join(all, ". ")
}

// heading names the picture.
func (p *pair) heading() string {
	return fmt.Sprintf(p.w.Against, p.c.First, strings.ToLower(p.c.Second)) + ": " + p.c.Wished.Title
}

// tale is the description of the whole picture.
func (p *pair) tale() string {
	if p.c.Same() {
		return p.heading() + ". " + p.w.NoDifference
	}
	var counts []string
	for _, c := range p.countChips() {
		counts = append(counts, strings.Join(c.text.lines, " "))
	}
	text := p.heading() + ". " + fmt.Sprintf(p.w.TaleCounts, strings.Join(counts, ", "))
	best := -1
	for i, s := range p.c.Steps {
		if s.Feeling.Direction == difference.Rises && (best < 0 || s.Feeling.Delta > p.c.Steps[best].Feeling.Delta) {
			best = i
		}
	}
	if best >= 0 {
		s := p.c.Steps[best]
		text += " " + fmt.Sprintf(p.w.TaleStep, s.Title(), p.lang.Signed(s.Feeling.Delta, 1))
	}
	if p.c.IsWish() {
		text += " " + p.w.Wish
	}
	return text
}

// story tells one step in a few sentences: the label of its group.
func (p *pair) story(i int) string {
	s := p.c.Steps[i]
	names, _ := p.states(s)
	parts := []string{s.Title() + ": " + strings.Join(names, ", ")}
	for _, text := range []string{p.wasAt(s), p.changesOf(i)} {
		if text != "" {
			parts = append(parts, text)
		}
	}
	if text, _ := p.verdict(s.Feeling); text != "" {
		parts = append(parts, p.w.Feeling+": "+p.c.Emotion(s.Feeling.Before)+", "+strings.ToLower(p.w.Becomes)+" "+p.c.Emotion(s.Feeling.After))
	}
	return strings.Join(parts, ". ")
}
