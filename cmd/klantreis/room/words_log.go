package room

import (
	"errors"
	"fmt"
	"io/fs"

	"klantreis/journeys"
)

var (
	errTorn  = errors.New("the log ended in half an event")
	errNoLog = errors.New("the log cannot be opened")
)

// keepingWords says what is wrong with the log of a session, and what to do.
func keepingWords(err error) (text journeys.Reason, known bool) {
	var line errLog
	switch {
	case errors.Is(err, errTorn):
		return journeys.Reason{
			Dutch:   "De laptop stopte de vorige keer midden in het bewaren. Eén bijdrage was nog niet bevestigd en is weggelaten; de telefoon stuurt die vanzelf opnieuw.",
			English: "The laptop stopped last time while it was keeping something. One contribution was not confirmed yet and was left out; the phone sends it again by itself."}, true
	case errors.As(err, &line):
		return journeys.Reason{
			Dutch:   fmt.Sprintf("Het logboek van vandaag, in de map klantarena naast de klantreis, is beschadigd bij regel %d. Er is niets aan veranderd. Bewaar een kopie, of begin een nieuwe klantarena.", line.line),
			English: fmt.Sprintf("The log of today, in the folder klantarena beside the journey, is damaged at line %d. Nothing in it was changed. Keep a copy, or begin a new klantarena.", line.line)}, true
	case diskFull(err):
		return journeys.Reason{
			Dutch:   "De schijf van de laptop is vol: er wordt niets meer bewaard. Maak ruimte vrij, sluit de klantarena en open die weer. Wat bevestigd was staat er dan nog, en de telefoons sturen de rest opnieuw.",
			English: "The disk of the laptop is full: nothing is kept any more. Make room, close the klantarena and open it again. What was confirmed is still there then, and the phones send the rest again."}, true
	case errors.Is(err, errNoLog) && errors.Is(err, fs.ErrPermission):
		return journeys.Reason{
			Dutch:   "De laptop mag niet schrijven in de map klantarena naast de klantreis. Zet de klantreis in een map waarin u mag schrijven.",
			English: "The laptop may not write in the folder klantarena beside the journey. Put the journey in a folder in which you may write."}, true
	case errors.Is(err, errNoLog):
		return journeys.Reason{
			Dutch:   "Het logboek in de map klantarena naast de klantreis gaat niet open. Kijk of die map er nog is en of u erin mag schrijven.",
			English: "The log in the folder klantarena beside the journey cannot be opened. See whether that folder is still there and whether you may write in it."}, true
	}
	return text, false
}
