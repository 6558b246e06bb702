package workspace

import (
	"fmt"

	"klantreis/render/words"
)

// catalogue is what the server says to a person, in one language.
type catalogue struct{ lang words.Lang }

func (c catalogue) pick(dutch, english string, args ...any) string {
	if c.lang == words.English {
		dutch = english
	}
	if len(args) == 0 {
		return dutch
	}
	return fmt.Sprintf(dutch, args...)
}

func (c catalogue) notHere() string {
	return c.pick("Deze bladzijde hoort bij een andere keer dat Klantreis draaide. Open Klantreis opnieuw.",
		"This page belongs to another run of Klantreis. Open Klantreis again.")
}

func (c catalogue) foreign() string {
	return c.pick("Dit verzoek komt niet van de werkplek van Klantreis en is geweigerd.",
		"This request does not come from the desk of Klantreis and was refused.")
}

func (c catalogue) badPath(path string) string {
	return c.pick("‘%s’ is geen bestand dat Klantreis hier kan openen. Kies een klantreis uit de lijst.",
		"‘%s’ is no file that Klantreis can open here. Choose a journey from the list.", path)
}

func (c catalogue) gone(path string) string {
	return c.pick("‘%s’ is er niet meer. Het is misschien verplaatst of verwijderd.",
		"‘%s’ is no longer there. Perhaps it was moved or removed.", path)
}

func (c catalogue) tooLarge(most int64) string {
	return c.pick("Dit is te groot: er past hooguit %d MB.", "This is too large: at most %d MB fits.", most>>20)
}

func (c catalogue) notUTF8(path string) string {
	return c.pick("‘%s’ is niet opgeslagen als UTF-8. Sla het in een teksteditor op als UTF-8 en open het opnieuw.",
		"‘%s’ was not saved as UTF-8. Save it as UTF-8 in a text editor and open it again.", path)
}

func (c catalogue) mayNot(path string) string {
	return c.pick("‘%s’ mag niet gelezen of geschreven worden. Is het in een ander programma open, of alleen-lezen?",
		"‘%s’ may not be read or written. Is it open in another program, or read-only?", path)
}

func (c catalogue) notRead() string {
	return c.pick("Dit verzoek is niet te lezen.", "This request cannot be read.")
}

func (c catalogue) notYet() string {
	return c.pick("Dit kan in deze versie niet.", "This version cannot do this.")
}

func (c catalogue) failed(why string) string {
	return c.pick("Het is niet gelukt: %s", "It did not work: %s", why)
}

func (c catalogue) noBegin() string {
	return c.pick("Dit beginpunt is er niet. Kies een ander.", "There is no such starting point. Choose another.")
}

func (c catalogue) noTitle() string {
	return c.pick("Geef de klantreis een titel van hooguit 200 tekens.", "Give the journey a title of at most 200 characters.")
}

func (c catalogue) busy() string {
	return c.pick("Er staan al veel taken klaar. Wacht tot er een klaar is.", "Many tasks are waiting already. Wait until one has ended.")
}

func (c catalogue) noJob() string {
	return c.pick("Deze taak is er niet meer.", "This task is no longer there.")
}

func (c catalogue) noReveal() string {
	return c.pick("De map gaat niet vanzelf open. Kopieer het pad en open de map zelf.", "The folder does not open by itself. Copy the path and open the folder yourself.")
}

func (c catalogue) waiting() string {
	return c.pick("wacht op een andere taak", "waits for another task")
}
func (c catalogue) stopped() string { return c.pick("Gestopt.", "Stopped.") }

func (c catalogue) noDrop() string {
	return c.pick("Dit bestand is er niet meer. Zet het opnieuw op de bladzijde.", "This file is no longer there. Drop it on the page again.")
}

func (c catalogue) opening() string {
	return c.pick("Klantreis gaat open…", "Klantreis is opening…")
}
func (c catalogue) goOn() string { return c.pick("Ga verder", "Go on") }

func (c catalogue) noItem() string {
	return c.pick("Dit staat niet meer in de tekst. Kijk in de tekst wat er veranderd is.", "This is no longer in the text. Look in the text for what changed.")
}

func (c catalogue) taken() string {
	return c.pick("Deze naam is al in gebruik. Kies een andere.", "This name is in use already. Choose another.")
}

func (c catalogue) layout() string {
	return c.pick("Dit stuk staat zo in het bestand dat Klantreis het niet veilig kan wijzigen. Wijzig het in de tekst.",
		"This part is written in such a way that Klantreis cannot change it safely. Change it in the text.")
}

func (c catalogue) openFromDesk() string {
	return c.pick("Open dit bestand vanaf de werkplek, of uit de map ‘uit’.", "Open this file from the desk, or from the folder ‘uit’.")
}
