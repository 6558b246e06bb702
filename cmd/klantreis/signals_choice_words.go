package main

import (
	"fmt"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/insight"
)

// shownIDs is how many ids a message lists.
const shownIDs = 5

// choose tells how a proposal is chosen, when what was typed is none.
func (w signalWords) choose(choice string, all []insight.Proposal, j *journeys.Journey) string {
	for _, step := range j.Steps() {
		for _, s := range step.Selectors {
			if s.ID == choice {
				return fmt.Sprintf(w.choice.there, choice, step.ID)
			}
		}
	}
	if len(all) == 0 {
		return w.noProposals
	}
	var ids []string
	for _, p := range all {
		ids = append(ids, p.Selector.ID)
	}
	text := ""
	if choice != "" {
		text = fmt.Sprintf(w.choice.unknown, choice)
		if meant := journeys.Nearest(choice, ids); meant != "" {
			text += fmt.Sprintf(w.stepMeant, meant)
		}
		text += " "
	}
	return printable(text + fmt.Sprintf(w.choice.how, len(all), strings.Join(ids[:min(len(ids), shownIDs)], ", ")))
}

// needsID refuses to write what a number means without asking, and gives the command that does write.
func (w signalWords) needsID(journey, step string, s journeys.Selector) string {
	return told(w.choice.needsID, s.Title, quotedArgument(journey), step, s.ID)
}

// quotedArgument is a word as a command line takes it.
func quotedArgument(word string) string {
	if strings.ContainsAny(word, " '()&;$`\"") {
		return `"` + word + `"`
	}
	return word
}

// choiceWords are about which proposal is meant.
type choiceWords struct {
	unknown string // %s what was typed
	there   string // %s id, %s step
	how     string // %d numbers, %s ids
	comes   string // %s step, %s journey
	needsID string // %s title, %s journey, %s step, %s id
}

func dutchChoice() choiceWords {
	return choiceWords{
		unknown: "het voorstel ‘%s’ is er niet.",
		there:   "het voorstel ‘%s’ staat al in de klantreis, bij stap %s",
		how:     "Kies met --voorstel een id uit de lijst, of een nummer van 1 tot en met %d (in de lijst staan de grootste; met --onderwerp ziet u er meer). De eerste zijn: %s",
		comes:   "Bij stap ‘%s’ komt erbij, in %s:",
		needsID: "een nummer kan verschuiven, en met --ja wordt niets gevraagd. Nu is dit het voorstel ‘%s’. Wilt u dat? Typ dan:\n  klantreis signalen %s --voeg-toe %s --voorstel %s --ja",
	}
}

func englishChoice() choiceWords {
	return choiceWords{
		unknown: "there is no proposal ‘%s’.",
		there:   "the proposal ‘%s’ is in the journey already, at step %s",
		how:     "Choose with --voorstel an id from the list, or a number from 1 to %d (the list shows the largest; --onderwerp shows more). The first are: %s",
		comes:   "To step ‘%s’ is added, in %s:",
		needsID: "a number can shift, and with --ja nothing is asked. Now it is the proposal ‘%s’. If you want that, type:\n  klantreis signals %s --voeg-toe %s --voorstel %s --ja",
	}
}
