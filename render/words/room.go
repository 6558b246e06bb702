package words

import "strconv"

// InRoom holds the words of the deck that are used while it is shown to a group.
type InRoom struct {
	Way   string
	Scale [2]string // what a high and a low place on the way mean

	Voice                           string
	Speaker, SpeakerHelp, NextSlide string
	Clock, Elapsed, Restart, Alone  string

	Loose, Pick, Placed, Help  string // of the board; Placed: title, gain, effort
	Propose, Nothing, Reset    string
	ProposalTitle, ProposalHow string
	Copy, Copied, Save         string
	Comment, Was               string // in the proposal: what it is of; what it was

	HandoutNotes string
	lang         Lang
}

// InRoom gives the words in the language.
func (l Lang) InRoom() InRoom {
	if l == English {
		return InRoom{lang: l,
			Way: "The journey, step by step", Scale: [2]string{"feels good", "chafes"},
			Voice:   "In the customer’s words",
			Speaker: "Speaker’s window", SpeakerHelp: "speaker’s window: notes, clock and next slide", NextSlide: "Next",
			Clock: "Time", Elapsed: "Talking for", Restart: "Start again at 0:00", Alone: "The presentation is closed or cannot be reached.",
			Loose: "No place yet", Pick: "Choose a place: click on a box, or use the arrow keys. Escape puts it back.",
			Placed: "%s: gain %s, effort %s", Help: "Drag advice to where the group puts it. Or click on its number, then on a box.",
			Propose: "Make a proposal", Nothing: "Nothing was moved.", Reset: "Put all back",
			ProposalTitle: "Proposal of the group", ProposalHow: "Copy these lines, or save them as a file. Whoever keeps the journey drops that file on it in Klantreis, or types: klantreis status JOURNEY --proposal voorstel.yaml",
			Copy: "Copy", Copied: "Copied", Save: "Save as voorstel.yaml", Comment: "Proposal for gain (winst) and effort (moeite), made with", Was: "was",
			HandoutNotes: "Print with speaker’s notes",
		}
	}
	return InRoom{lang: l,
		Way: "De reis, stap voor stap", Scale: [2]string{"voelt goed", "wringt"},
		Voice:   "In de woorden van de klant",
		Speaker: "Venster voor de spreker", SpeakerHelp: "venster voor de spreker: notities, klok en volgende dia", NextSlide: "Hierna",
		Clock: "Tijd", Elapsed: "Bezig", Restart: "Begin opnieuw bij 0:00", Alone: "De presentatie is dicht of niet te bereiken.",
		Loose: "Nog geen plek", Pick: "Kies een plek: klik op een vak, of gebruik de pijltjes. Escape zet het terug.",
		Placed: "%s: winst %s, moeite %s", Help: "Sleep een advies naar waar de groep het zet. Of klik op het nummer en daarna op een vak.",
		Propose: "Maak een voorstel", Nothing: "Er is niets verplaatst.", Reset: "Zet alles terug",
		ProposalTitle: "Voorstel van de groep", ProposalHow: "Kopieer deze regels, of bewaar ze als bestand. Wie de reis bijhoudt, sleept dat bestand op de reis in Klantreis, of typt: klantreis status REIS --voorstel voorstel.yaml",
		Copy: "Kopieer", Copied: "Gekopieerd", Save: "Bewaar als voorstel.yaml", Comment: "Voorstel voor winst en moeite, gemaakt bij", Was: "was",
		HandoutNotes: "Afdrukken met notities van de spreker",
	}
}

// WayAlt tells what the way shows.
func (w InRoom) WayAlt(steps, phases int) string {
	count := func(n int, one, many string) string {
		if n == 1 {
			return "1 " + one
		}
		return strconv.Itoa(n) + " " + many
	}
	if w.lang == English {
		return count(steps, "step", "steps") + " in " + count(phases, "phase", "phases") + ". The higher, the better a step feels. Next takes you to a step."
	}
	return count(steps, "stap", "stappen") + " in " + count(phases, "fase", "fasen") + ". Hoe hoger, hoe beter een stap voelt. Met ‘volgende’ gaat u naar een stap."
}
