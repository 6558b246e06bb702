// Package text writes what the pictures show as plain text, for a terminal, a mail or a screen
// reader.
package text

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"

	"klantreis/journeys"
	"klantreis/journeys/difference"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/words"
)

// writer gathers lines, without the characters that steer a terminal or turn the direction of text.
type writer struct {
	bytes.Buffer
	c render.Comparison
	w words.Compare
}

func (t *writer) line(indent int, format string, args ...any) {
	t.WriteString(strings.Repeat(" ", indent) + strings.Join(strings.Fields(plain(fmt.Sprintf(format, args...))), " ") + "\n")
}

// plain takes out the characters that steer a terminal.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.C, r):
			return -1
		}
		return r
	}, s)
}

// heading starts a part; an empty line stands before it.
func (t *writer) heading(text string) {
	t.WriteString("\n")
	t.line(0, "%s", text)
}

// WriteComparison writes a comparison: what is new, gone, moved and changed, and where the
// experience rises and falls, each value with where it comes from.
func WriteComparison(out io.Writer, c render.Comparison) error {
	t := &writer{c: c, w: c.Lang.Compare()}
	t.head()
	if !c.Same() {
		t.added()
		t.removed()
		t.moved()
		t.changed()
		t.phases()
		t.about()
		t.advice()
	}
	t.feelings()
	_, err := out.Write(t.Bytes())
	return err
}

func (t *writer) head() {
	c, w, m := t.c, t.w, t.c.Lang.Map()
	t.line(0, w.Against, c.First, strings.ToLower(c.Second))
	for i, j := range []*journeys.Journey{c.Current, c.Wished} {
		steps := len(j.Steps())
		line := fmt.Sprintf("%s: %s (%s), %s", [2]string{c.First, c.Second}[i], j.Title, j.ID, m.StepNoun.Of(steps, c.Lang.Int(steps)))
		if !j.Date.IsZero() {
			line += ", " + fmt.Sprintf(w.DrawnUp, c.Lang.Date(j.Date))
		}
		t.line(2, "%s", line)
	}
	t.WriteString("\n")
	if c.Same() {
		t.line(0, "%s", w.NoDifference)
		return
	}
	t.line(0, "%s.", Counts(c))
}

// Counts tells in one line how many steps are new, gone, moved, changed and the same.
func Counts(c render.Comparison) string {
	n := c.Counts()
	var parts []string
	for i, count := range []int{n.Added, n.Removed, n.Moved, n.Changed, n.Same} {
		if count > 0 {
			parts = append(parts, c.Lang.Compare().Counts[i].Of(count, c.Lang.Int(count)))
		}
	}
	return strings.Join(parts, ", ")
}

// each calls for the steps that pass, under a heading when there are any.
func (t *writer) each(heading string, wanted func(render.ComparedStep) bool, tell func(render.ComparedStep)) {
	first := true
	for _, s := range t.c.Steps {
		if !wanted(s) {
			continue
		}
		if first {
			t.heading(heading)
			first = false
		}
		tell(s)
	}
}

func (t *writer) added() {
	t.each(t.w.NewSteps, func(s render.ComparedStep) bool { return s.State == difference.Added }, func(s render.ComparedStep) {
		t.line(2, "+ %d. %s, %s", s.Step.After.Number, s.Title(), fmt.Sprintf(t.w.InPhase, s.Step.After.Phase))
		for _, f := range []struct{ key, text string }{{"doet", s.After.Does}, {"denkt", s.After.Thinks}} {
			if f.text != "" {
				t.line(6, "%s: %s", t.w.Field(f.key), f.text)
			}
		}
	})
}

func (t *writer) removed() {
	t.each(t.w.GoneSteps, func(s render.ComparedStep) bool { return s.State == difference.Removed }, func(s render.ComparedStep) {
		t.line(2, "− %s, %s", s.Title(), fmt.Sprintf(t.w.WasStepIn, s.Step.Before.Number, s.Step.Before.Phase))
		for _, p := range s.Before.PainPoints {
			t.line(6, "%s: %s", t.w.LeftWithStep, p)
		}
	})
}

func (t *writer) moved() {
	t.each(t.w.MovedSteps, func(s render.ComparedStep) bool { return s.Moved }, func(s render.ComparedStep) {
		t.line(2, "↔ %s: %s, %s", s.Title(), fmt.Sprintf(t.w.WasStep, s.Step.Before.Number), fmt.Sprintf(t.w.BecomesStep, s.Step.After.Number))
		for _, f := range s.Changes {
			if f.Key == "fase" {
				t.field(6, f)
			}
		}
	})
}

func (t *writer) changed() {
	t.each(t.w.ChangedSteps, func(s render.ComparedStep) bool { return s.State == difference.Kept && s.Changed() }, func(s render.ComparedStep) {
		t.line(2, "* %d. %s", s.Step.After.Number, s.Title())
		for _, f := range s.Changes {
			if f.Key != "fase" {
				t.field(6, f)
			}
		}
	})
}

// field writes one change: a text as was and becomes, a list item by item.
func (t *writer) field(indent int, f render.FieldChange) {
	w := t.w
	if f.Hidden {
		t.line(indent, "%s: %s", f.Name, w.NotShown)
		return
	}
	t.line(indent, "%s", f.Name)
	if len(f.Removed)+len(f.Added)+len(f.Edited) == 0 {
		from, to := f.From, f.To
		if from == "" {
			from = "(" + w.Nothing + ")"
		}
		if to == "" {
			to = "(" + w.Nothing + ")"
		}
		t.line(indent+2, "%s: %s", w.Was, from)
		t.line(indent+2, "%s: %s", w.Becomes, to)
		return
	}
	removed := w.Removed
	if f.Key == "pijnpunten" {
		removed = w.Solved
	}
	for _, part := range []struct {
		name  string
		items []string
	}{{removed, f.Removed}, {w.Added, f.Added}, {w.Edited, f.Edited}} {
		for _, item := range part.items {
			t.line(indent+2, "%s: %s", part.name, item)
		}
	}
}

func (t *writer) phases() {
	var lines []string
	for _, p := range t.c.Phases {
		switch {
		case p.State == difference.Added:
			lines = append(lines, "+ "+fmt.Sprintf(t.w.PhaseNew, p.Title()))
		case p.State == difference.Removed:
			lines = append(lines, "− "+fmt.Sprintf(t.w.PhaseGone, p.Title()))
		case p.Renamed():
			lines = append(lines, "* "+fmt.Sprintf(t.w.PhaseWas, p.Title(), p.Before.Title))
		}
	}
	if len(lines) > 0 {
		t.heading(t.w.Phases)
	}
	for _, l := range lines {
		t.line(2, "%s", l)
	}
}

func (t *writer) about() {
	if len(t.c.About) > 0 {
		t.heading(t.w.About)
	}
	for _, f := range t.c.About {
		t.field(2, f)
	}
}

func (t *writer) advice() {
	if !t.c.AdviceRepeated() {
		if n := len(t.c.Current.Advice); n > 0 {
			t.heading(t.w.Advice)
			t.line(2, t.w.AdviceNotRepeated, t.c.Lang.Int(n), t.c.First)
		}
		return
	}
	first := true
	for _, a := range t.c.Advice {
		if a.State == difference.Kept && len(a.Changes) == 0 {
			continue
		}
		if first {
			t.heading(t.w.Advice)
			first = false
		}
		switch a.State {
		case difference.Added:
			t.line(2, "+ %s (%s)", a.Title, t.w.AdviceNew)
		case difference.Removed:
			t.line(2, "− %s (%s)", a.Title, t.w.AdviceGone)
		default:
			t.line(2, "* %s", a.Title)
			for _, f := range a.Changes {
				t.field(6, f)
			}
		}
	}
}

// feelings tells where the curve rises and falls, and what cannot be said.
func (t *writer) feelings() {
	w := t.w
	var felt []render.ComparedStep // on at least one side
	for _, s := range t.c.Steps {
		if hasValue(s.Feeling.Before) || hasValue(s.Feeling.After) {
			felt = append(felt, s)
		}
	}
	if len(felt) == 0 {
		return
	}
	t.heading(w.Feeling + ", " + w.FeelingScale)
	for _, part := range []struct {
		direction difference.Direction
		heading   string
	}{{difference.Rises, w.RisesAt}, {difference.Falls, w.FallsAt}, {difference.Within, w.WithinAt}, {difference.Level, w.LevelAt}, {difference.Unknown, w.NotKnownAt}} {
		first := true
		for _, s := range felt {
			if s.Feeling.Direction != part.direction {
				continue
			}
			if first {
				t.line(2, "%s", part.heading)
				first = false
			}
			line := fmt.Sprintf("%s: %s, %s", s.Title(), t.emotion(t.c.First, s.Before != nil, s.Feeling.Before), t.emotion(t.c.Second, s.After != nil, s.Feeling.After))
			if part.direction != difference.Unknown && part.direction != difference.Level {
				line += " → " + t.c.Lang.Signed(s.Feeling.Delta, 1)
			}
			t.line(4, "%s", line)
		}
	}
	if t.c.IsWish() {
		t.line(2, "%s", w.Wish)
	}
}

func hasValue(e evidence.Emotion) bool {
	return e.Kind == evidence.Typed || e.Kind == evidence.Derived
}

// emotion writes a value with where it comes from; a dash where the step is not there.
func (t *writer) emotion(side string, there bool, e evidence.Emotion) string {
	if !there {
		return strings.ToLower(side) + " –"
	}
	return strings.ToLower(side) + " " + t.c.Emotion(e)
}
