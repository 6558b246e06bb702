package main

import (
	"strings"

	"klantreis/journeys"
	"klantreis/render/words"
)

// proposalWords is what the command line says about a proposal of a group, in one language.
type proposalWords struct {
	flag, flagYes                        string
	comes, same                          string // %s the file
	numbers, notWritten, nothingDone     string
	alone, yesAlone, gain, effort, empty string
}

func proposalWordsFor(lang words.Lang) proposalWords {
	if lang == words.English {
		return proposalWords{
			flag: "take over the `file` that the board of the presentation saved (voorstel.yaml)", flagYes: "take the proposal over without asking",
			comes: "This changes in %s:", same: "Nothing changes: %s says already what the proposal says.",
			numbers:    "Advice is numbered by gain and effort, so numbers can change.",
			notWritten: "Nothing was written.", nothingDone: "Mend the proposal first; nothing was changed.",
			alone: "--proposal is about several advices: leave ADVICE, STATUS and the other options out", yesAlone: "--yes belongs to --proposal",
			gain: "winst", effort: "moeite", empty: "none",
		}
	}
	return proposalWords{
		flag: "neem het `bestand` over dat het bord van de presentatie bewaarde (voorstel.yaml)", flagYes: "neem het voorstel over zonder te vragen",
		comes: "Dit verandert in %s:", same: "Er verandert niets: wat in het voorstel staat, staat al in %s.",
		numbers:    "Adviezen zijn genummerd op winst en moeite. De nummers kunnen dus veranderen.",
		notWritten: "Er is niets geschreven.", nothingDone: "Verbeter eerst het voorstel; er is niets gewijzigd.",
		alone: "--voorstel gaat over meer adviezen: laat ADVIES, STATUS en de andere opties weg", yesAlone: "--ja hoort bij --voorstel",
		gain: "winst", effort: "moeite", empty: "geen",
	}
}

// moves tells what moves: "winst groot → klein, moeite klein → groot".
func (w proposalWords) moves(c journeys.Placed) string {
	var parts []string
	for _, m := range []struct{ what, from, to string }{{w.gain, c.GainWas, c.Gain}, {w.effort, c.EffortWas, c.Effort}} {
		if m.from == m.to {
			continue
		}
		if m.from == "" {
			m.from = w.empty
		}
		parts = append(parts, m.what+" "+m.from+" → "+m.to)
	}
	return strings.Join(parts, ", ")
}
