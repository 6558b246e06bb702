package room

import (
	"strconv"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/arena"
)

// UndoWords names an event in the list of what can be taken back, in a language (nl, en).
func UndoWords(lang string) func(arena.Event, arena.Plan) string {
	names := map[arena.Kind]journeys.Reason{
		arena.Turn: {Dutch: "Andere ronde", English: "Another round"}, arena.Timer: {Dutch: "Klok gestart", English: "Timer started"}, arena.Pause: {Dutch: "Klok stilgezet", English: "Timer stopped"},
		arena.Hide: {Dutch: "Briefje verborgen of getoond", English: "Note hidden or shown"}, arena.Group: {Dutch: "Briefjes bij elkaar gezet", English: "Notes grouped"},
		arena.Ungroup: {Dutch: "Briefje losgemaakt", English: "Note taken out of its group"}, arena.Promise: {Dutch: "Toezegging", English: "Promise"}, arena.Drop: {Dutch: "Toezegging weg", English: "Promise removed"},
		arena.Score: {Dutch: "Gevoel", English: "Feeling"}, arena.Word: {Dutch: "Woord", English: "Word"}, arena.Note: {Dutch: "Briefje", English: "Note"}, arena.Answer: {Dutch: "Antwoord", English: "Answer"},
		arena.Vote: {Dutch: "Stem", English: "Vote"}, arena.Mark: {Dutch: "Cijfer", English: "Mark"}, arena.Join: {Dutch: "Iemand erbij geteld", English: "Somebody counted in"},
	}
	rounds := map[arena.Round]journeys.Reason{
		arena.Welcome: {Dutch: "Welkom", English: "Welcome"}, arena.Telling: {Dutch: "De klanten vertellen", English: "Customers tell"}, arena.Asking: {Dutch: "De buitenring vraagt", English: "The outer ring asks"},
		arena.Swapped: {Dutch: "De ringen wisselen", English: "The rings swap"}, arena.Voting: {Dutch: "Stemmen", English: "Voting"}, arena.Promising: {Dutch: "Toezeggingen", English: "Promises"},
		arena.Closing: {Dutch: "Een cijfer", English: "A mark"}, arena.Ended: {Dutch: "Afgelopen", English: "Ended"},
	}
	feelings := map[float64]journeys.Reason{-2: {Dutch: "boos", English: "angry"}, -1: {Dutch: "lastig", English: "annoying"}, 0: {Dutch: "gewoon", English: "ordinary"},
		1: {Dutch: "fijn", English: "pleasant"}, 2: {Dutch: "blij", English: "happy"}}
	return func(e arena.Event, p arena.Plan) string {
		name := names[e.Kind].In(lang)
		var about []string
		add := func(text string) {
			if text != "" {
				about = append(about, text)
			}
		}
		add(titleOf(p.Steps, e.Step))
		add(titleOf(p.Advice, e.Advice))
		switch e.Kind {
		case arena.Turn:
			add(rounds[e.Round].In(lang))
		case arena.Score:
			add(feelings[e.Value].In(lang))
		case arena.Mark:
			add(strconv.FormatFloat(e.Value, 'f', -1, 64))
		case arena.Timer:
			if e.Value == 0 {
				name = journeys.Reason{Dutch: "Klok weg", English: "Timer removed"}.In(lang)
			}
		}
		add(e.Text)
		if len(about) == 0 {
			return name
		}
		return name + ": " + strings.Join(about, ", ")
	}
}

// titleOf is the title of a step or an advice; empty when there is none of that id.
func titleOf(items []arena.Item, id string) string {
	for _, i := range items {
		if i.ID == id {
			return i.Title
		}
	}
	return ""
}
