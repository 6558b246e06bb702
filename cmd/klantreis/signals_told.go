package main

import (
	"fmt"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/insight"
	"klantreis/render/words"
)

// toldWords are about what has to be known beside the findings.
type toldWords struct {
	add      string // %s journey, %s step, %s id, %s the ids of the steps
	numbers  string // %s journey
	channels string // %d signals
}

func (a *app) toldWords() toldWords {
	if a.words.lang == words.English {
		return toldWords{
			add:      "\nTo put a proposal with a step, type:\n  klantreis signals %s --add-to %s --proposal %s\nChoose the step yourself: %s. Use the id of a proposal: its number shifts once you have added one.\n",
			numbers:  "The numbers of the proposals may have shifted. ‘klantreis signals %s’ shows them again; the ids stay.",
			channels: "%d signals have a channel that Klantreis does not know. They do count, but the quality of the data gets a lower grade for it; ‘klantreis quality’ tells more of that for a journey.",
		}
	}
	return toldWords{
		add:      "\nZo zet u een voorstel bij een stap:\n  klantreis signalen %s --voeg-toe %s --voorstel %s\nKies zelf de stap: %s. Gebruik het id van een voorstel: het nummer verschuift als u er een hebt toegevoegd.\n",
		numbers:  "De nummers van de voorstellen kunnen nu verschoven zijn. ‘klantreis signalen %s’ laat ze opnieuw zien; de ids blijven gelijk.",
		channels: "%d signalen hebben een kanaal dat Klantreis niet kent. Ze tellen wel mee, maar de kwaliteit van de gegevens krijgt er een lager cijfer door; ‘klantreis kwaliteit’ zegt er bij een klantreis meer over.",
	}
}

// howToAdd is the command that puts the first proposal with a step, as it can be typed; empty: there is none.
func (a *app) howToAdd(m *material, f *insight.Findings) string {
	if m.loaded == nil || len(f.Proposals) == 0 || len(m.loaded.journey.Steps()) == 0 {
		return ""
	}
	var ids []string
	for _, s := range m.loaded.journey.Steps() {
		ids = append(ids, s.ID)
	}
	return told(a.toldWords().add, quotedArgument(m.path), ids[0], f.Proposals[0].Selector.ID, strings.Join(ids, ", "))
}

// journey is the journey, or one without anything in it where there are raw files alone.
func (m *material) journey() *journeys.Journey {
	if m.loaded == nil {
		return &journeys.Journey{Path: m.name}
	}
	return m.loaded.journey
}

// warnOf tells why records are left out, in the words of controleer, and how many have a channel that nobody knows.
func (a *app) warnOf(m *material, f *insight.Findings) {
	l := m.loaded
	if l == nil {
		l = &loaded{journey: m.journey()}
	}
	var all journeys.Problems
	for _, c := range f.Sources {
		src := m.places[c.Name]
		if c.Unreadable == 0 || src.Connection != "" {
			continue
		}
		all = append(all, journeys.Problem{Pos: src.At("bestand"), Severity: journeys.Warning, Code: "onleesbaar",
			Args: evidence.UnreadableArgs(src, c.Unreadable, c.Read+c.Unreadable, c.Places, c.Blamed)})
	}
	if m.files != nil {
		m.files.asTyped(all)
	}
	for i := range all {
		if all[i].Pos.File == "" {
			all[i].Pos.File = l.journey.Path
		}
	}
	a.reportEach(a.stderr, all, l.text)
	if f.Strange > 0 {
		fmt.Fprintf(a.stderr, a.toldWords().channels+"\n", f.Strange)
	}
}
