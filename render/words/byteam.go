package words

import "fmt"

// ByTeam says of what a team typed that the team says it, wherever it stands beside what was measured.
type ByTeam struct {
	said      string // %s: what was typed
	KeyDashed string // of a line between two feelings of which one was typed
	KeyLoose  string // of a dashed line from or to a feeling that nobody measured, on the way
	Sees      string // heads what is typed of a step
}

// ByTeam gives the words in the language.
func (l Lang) ByTeam() ByTeam {
	if l == English {
		return ByTeam{said: "%s, according to the team", KeyDashed: "Dashed line: from or to a typed feeling", KeyLoose: "Dashed: from or to a feeling that nobody measured", Sees: "What the team sees"}
	}
	return ByTeam{said: "%s, volgens het team", KeyDashed: "Streepjeslijn: van of naar een ingevuld gevoel", KeyLoose: "Streepjes: van of naar een gevoel dat niemand heeft gemeten", Sees: "Wat het team ziet"}
}

// Said names what was typed, with who says it: Pijnpunten, volgens het team.
func (w ByTeam) Said(what string) string { return fmt.Sprintf(w.said, what) }
