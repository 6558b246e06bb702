package room

import (
	"errors"

	"klantreis/journeys"
	"klantreis/journeys/arena"
)

// Words puts into words why something is not taken, in a language (nl, en).
func Words(lang string) func(error) string {
	return func(err error) string {
		for _, known := range []struct {
			err  error
			text journeys.Reason
		}{
			{arena.ErrRound, journeys.Reason{Dutch: "Dit kan niet in deze ronde.", English: "This cannot be done in this round."}},
			{arena.ErrEmpty, journeys.Reason{Dutch: "Er staat nog niets. Typ eerst een tekst.", English: "There is nothing yet. Type a text first."}},
			{arena.ErrLong, journeys.Reason{Dutch: "Deze tekst is te lang. Maak er twee briefjes van.", English: "This text is too long. Make two notes of it."}},
			{arena.ErrFull, journeys.Reason{Dutch: "U hebt er al genoeg. Haal er eerst een weg.", English: "You have enough already. Take one back first."}},
			{arena.ErrValue, journeys.Reason{Dutch: "Dit past hier niet. Kies een van de mogelijkheden.", English: "This does not fit here. Choose one of the possibilities."}},
			{arena.ErrUnknown, journeys.Reason{Dutch: "Dit is er niet (meer). Laad de bladzijde opnieuw.", English: "This is not there (any more). Load the page again."}},
			{arena.ErrOrder, journeys.Reason{Dutch: "Er ging iets mis bij het binnenkomen. Probeer het nog eens.", English: "Something went wrong when you came in. Try again."}},
			{arena.ErrNothing, journeys.Reason{Dutch: "Er is nog niets gezegd, dus er is niets te bewaren.", English: "Nothing has been said yet, so there is nothing to save."}},
			{journeys.ErrLayout, journeys.Reason{Dutch: "Het bestand van de klantreis is zo geschreven dat er niet veilig iets bij kan. Herstel eerst de fouten erin.", English: "The file of the journey is written in a way that nothing can be added safely. Mend its faults first."}},
			{errTooFast, journeys.Reason{Dutch: "Dat ging te snel. Uw telefoon stuurt het zo nog eens.", English: "That was too fast. Your phone will send it again."}},
			{errOther, journeys.Reason{Dutch: "Er is al een klantarena van een andere klantreis open. Sluit die eerst.", English: "A klantarena of another journey is open. Close that first."}},
			{errAddress, journeys.Reason{Dutch: "Deze laptop is op dat adres niet te bereiken. Kies een ander adres uit de lijst.", English: "This laptop cannot be reached at that address. Choose another from the list."}},
			{errPort, journeys.Reason{Dutch: "Deze poort is bezet. Kies een andere.", English: "This port is taken. Choose another."}},
			{errClosed, journeys.Reason{Dutch: "De klantarena is gesloten.", English: "The klantarena is closed."}},
		} {
			if errors.Is(err, known.err) {
				return known.text.In(lang)
			}
		}
		if text, known := keepingWords(err); known {
			return text.In(lang)
		}
		return journeys.Reason{Dutch: "De laptop kan het niet bewaren. Vraag de begeleider om hulp.", English: "The laptop cannot keep it. Ask the facilitator for help."}.In(lang)
	}
}
