package journeys

import "strings"

// Text is a text that the author of a journey wrote in whole words: what can hold personal data by
// accident, and what readers have to understand.
type Text struct {
	Pos   Pos
	Text  string
	Shown bool // it can stand in an output
}

// Texts lists the texts in the order of the file. What is meant to be known by everybody, and is no
// sentence, is not among them: owners, municipal telephone numbers, who promised something.
func (j *Journey) Texts() []Text {
	var all []Text
	add := func(pos Pos, text string, shown bool) {
		if strings.TrimSpace(text) != "" {
			all = append(all, Text{pos, text, shown})
		}
	}
	add(j.At("samenvatting"), j.Summary, true)
	add(j.Persona.At("citaat"), j.Persona.Quote, true)
	for _, s := range j.Sources {
		for _, signal := range s.List {
			for _, f := range signal.Fields {
				if f.Field == "tekst" || f.Field == "onderwerp" {
					add(f.Pos, f.Value, false)
				}
			}
		}
	}
	for _, s := range j.Steps() {
		add(s.At("doet"), s.Does, true)
		add(s.At("denkt"), s.Thinks, true)
		for _, list := range []struct {
			key   string
			texts []string
		}{{"gaat-goed", s.GoesWell}, {"pijnpunten", s.PainPoints}, {"achter-de-schermen", s.Backstage}} {
			for _, text := range list.texts {
				add(s.At(list.key), text, true)
			}
		}
		add(s.At("notities"), s.Notes, true)
	}
	for _, a := range j.Arenas {
		for _, b := range a.Bottlenecks {
			add(b.At("tekst"), b.Text, true)
		}
	}
	for _, a := range j.Advice {
		add(a.At("advies"), a.Title, true)
		add(a.At("verwacht"), a.Expected, true)
		add(a.At("reden"), a.Reason, true)
	}
	return all
}
