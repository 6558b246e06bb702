package render

import (
	"fmt"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
)

// searched tells what was counted, so that a reader can do it again: of each signal where was looked, what for,
// and what that gave. It shows selectors as they were written, and never a text of a customer.
func (c *composer) searched() []Block {
	w := c.lang.Searched()
	t := Table{Columns: []Column{{Title: c.w.ColSignal}, {Title: c.w.ColSource}, {Title: w.For}, {Title: "n", Number: true}, {Title: c.story.ColOf, Number: true}}}
	for _, step := range c.j.Steps() {
		for i := range step.Selectors {
			sel := &step.Selectors[i]
			sig, ok := c.ev.Signal(sel.ID)
			if !ok {
				continue
			}
			of := "–"
			if sig.Denominator.Known {
				of = c.lang.Number(sig.Denominator.Value, 0)
			}
			t.Rows = append(t.Rows, []string{sel.Title, strings.Join(sel.Sources, ", "), c.lookedFor(sel), c.lang.Count(sig.N, evidence.MinGroup), of})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	blocks := []Block{Heading{w.Title}, Prose{w.Intro(c.lang.Period(c.ev.Period))}, t}
	if columns := c.columnsSearched(); len(columns.Items) > 0 {
		blocks = append(blocks, Prose{w.Columns}, columns)
	}
	return blocks
}

// columnsSearched tells of each source in which of its columns was looked: woorden in ‘Vraag’. What a source does
// not name is looked up by the field's own name.
func (c *composer) columnsSearched() Facts {
	var facts Facts
	for i := range c.j.Sources {
		src := &c.j.Sources[i]
		var columns []string
		for _, field := range c.fieldsSearched(src.Name) {
			header := field
			for _, named := range src.Columns {
				if named.Field == field {
					header = named.Header
				}
			}
			columns = append(columns, fmt.Sprintf(c.lang.Searched().In, c.lang.Searched().Fields[field], header))
		}
		if len(columns) > 0 {
			facts.Items = append(facts.Items, Fact{Label: src.Name, Value: strings.Join(columns, ", ")})
		}
	}
	return facts
}

// fieldsSearched are the fields that any signal looks at in a source, each once.
func (c *composer) fieldsSearched(source string) []string {
	used := map[string]bool{}
	for _, step := range c.j.Steps() {
		for i := range step.Selectors {
			if sel := &step.Selectors[i]; slices.Contains(sel.Sources, source) {
				for _, field := range selectedFields(sel) {
					used[field] = true
				}
			}
		}
	}
	return slices.DeleteFunc([]string{"onderwerp", "tekst", "kanaal", "cijfer", "aard"}, func(field string) bool { return !used[field] })
}

// selectedFields are the fields that a selector looks at, in the order of lookedFor.
func selectedFields(sel *journeys.Selector) []string {
	var fields []string
	for _, f := range []struct {
		name string
		used bool
	}{
		{"onderwerp", sel.Topic != ""}, {"tekst", len(sel.Words)+len(sel.Without) > 0}, {"kanaal", sel.Channel != ""},
		{"cijfer", sel.Score != nil}, {"aard", sel.Nature != ""},
	} {
		if f.used {
			fields = append(fields, f.name)
		}
	}
	return fields
}

// lookedFor tells the conditions of a selector, as they were written.
func (c *composer) lookedFor(sel *journeys.Selector) string {
	w := c.lang.Searched()
	var all []string
	add := func(label, value string) {
		if value != "" {
			all = append(all, label+": "+language.Redact(value))
		}
	}
	add(w.Topic, sel.Topic)
	add(w.Words, strings.Join(sel.Words, ", "))
	add(w.Without, strings.Join(sel.Without, ", "))
	add(w.Channel, sel.Channel)
	if s := sel.Score; s != nil {
		var ends []string
		if s.From != nil {
			ends = append(ends, fmt.Sprintf(w.From, c.score(*s.From)))
		}
		if s.To != nil {
			ends = append(ends, fmt.Sprintf(w.To, c.score(*s.To)))
		}
		add(w.Score, strings.Join(slices.DeleteFunc(ends, func(s string) bool { return s == "" }), " "))
	}
	add(w.Nature, sel.Nature)
	if len(all) == 0 {
		return w.Everything
	}
	return strings.Join(all, " · ")
}

// score writes a bound as short as it can be: 5, or 5,5.
func (c *composer) score(v float64) string {
	if v == float64(int(v)) {
		return c.lang.Number(v, 0)
	}
	return c.lang.Number(v, 1)
}
