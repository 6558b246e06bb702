package live

import (
	"fmt"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/render/words"
)

// deskWords are the sentences of this package.
type deskWords struct {
	lang                                                      words.Lang
	noPath                                                    string
	errorsOne, errorsMany                                     string // %d
	noSources, bareOne, bareMany, effectKnown, none           string
	noSuchStep, textFaults, noSignals, fewFound, nothingToSay string
	mend                                                      string
	awayOnly                                                  string
	connected                                                 string
	noData, notRead, notChanged, cannotWrite, taken           string
}

func (d *Desk) words() deskWords { return wordsFor(d.Lang) }

func (d *Desk) refuse(code, message string) error {
	return Refused{api.Fault{Code: code, Message: message}}
}

func (w deskWords) either(dutch, english string) string {
	if w.lang == words.English {
		return english
	}
	return dutch
}

func wordsFor(lang words.Lang) deskWords {
	w := deskWords{lang: lang}
	e := w.either
	w.noPath = e("Dit bestand staat niet in de map die open is. Kies een klantreis uit de lijst.", "This file is not in the folder that is open. Choose a journey from the list.")
	w.errorsOne = e("Er staat 1 fout in het bestand. Open de klantreis om die te zien.", "There is 1 error in the file. Open the journey to see it.")
	w.errorsMany = e("Er staan %d fouten in het bestand. Open de klantreis om ze te zien.", "There are %d errors in the file. Open the journey to see them.")
	w.noSources = e("Er zijn nog geen signalen: voeg een bron toe.", "There are no signals yet: add a source.")
	w.bareOne = e("De stap ‘%s’ heeft nog geen signalen.", "The step ‘%s’ has no signals yet.")
	w.bareMany = e("%d stappen hebben nog geen signalen.", "%d steps have no signals yet.")
	w.effectKnown = e("Advies ‘%s’ is gerealiseerd: het effect staat in de kaart.", "Advice ‘%s’ went live: its effect is on the map.")
	w.none = e("Er zijn nog geen adviezen.", "There is no advice yet.")
	w.noSuchStep = e("Deze stap staat niet in de tekst. Kies een stap op de kaart.", "This step is not in the text. Choose a step on the map.")
	w.textFaults = e("Er staan nog fouten in de tekst. Los die eerst op.", "There are still errors in the text. Solve those first.")
	w.noSignals = e("Deze stap heeft nog geen signalen om citaten uit te halen. Voeg eerst een signaal toe.", "This step has no signals to take quotes from. Add a signal first.")
	w.fewFound = e("Er zijn minder dan 5 signalen gevonden. Daaruit laten we geen citaten zien: ze kunnen iemand aanwijzen.", "Fewer than 5 signals were found. We show no quotes of so few: they could point at somebody.")
	w.nothingToSay = e("In de signalen staan geen zinnen die als citaat kunnen dienen.", "The signals hold no sentences that can serve as a quote.")
	w.awayOnly = e("Deze signalen staan achter een verbinding. Van daar halen we geen teksten op.", "These signals are behind a connection. No texts are fetched from there.")
	w.connected = e("Deze bron staat achter een verbinding. Die wordt gelezen als u de klantreis controleert of het cadeautje maakt.", "This source is behind a connection. It is read when you check the journey or make the gift.")
	w.noData = e("Dit is geen bestand met signalen. Klantreis leest CSV, Excel (.xlsx), JSON, Parquet en een ZIP van Signalen.", "This is no file of signals. Klantreis reads CSV, Excel (.xlsx), JSON, Parquet and a ZIP of Signalen.")
	w.notRead = e("Dit bestand kan niet worden gelezen.", "This file cannot be read.")
	w.notChanged = e("De tekst kan hier niet vanzelf worden gewijzigd. Typ de bron zelf onder ‘bronnen’.", "The text cannot be changed here by itself. Type the source under ‘bronnen’.")
	w.mend = e("Maak er ‘%s’ van", "Make it ‘%s’")
	w.taken = e("Er is al een bron met de naam ‘%s’. Kies een andere naam.", "There is a source called ‘%s’ already. Choose another name.")
	w.cannotWrite = e("Het bestand kan niet naast de klantreis worden gezet: %s.", "The file cannot be put beside the journey: %s.")
	return w
}

func (w deskWords) phase(n, of int, title string) string {
	return fmt.Sprintf(w.either("Fase %d van %d: %s", "Phase %d of %d: %s"), n, of, title)
}

func (w deskWords) step(n int, title string) string {
	return fmt.Sprintf(w.either("Stap %d: %s", "Step %d: %s"), n, title)
}

func (w deskWords) signal(title string) string {
	return fmt.Sprintf(w.either("Signaal: %s", "Signal: %s"), title)
}

func (w deskWords) advice(title string) string {
	return fmt.Sprintf(w.either("Advies: %s", "Advice: %s"), title)
}

// late tells of advice that was offered, and that waits longer for an answer than the overview has patience.
func (w deskWords) late(titles []string, since string) string {
	if len(titles) == 1 {
		return fmt.Sprintf(w.either("Het advies ‘%s’ wacht sinds %s op een antwoord.", "The advice ‘%s’ has waited for an answer since %s."), titles[0], since)
	}
	return fmt.Sprintf(w.either("%d adviezen wachten sinds %s op een antwoord.", "%d pieces of advice have waited for an answer since %s."), len(titles), since)
}

// notOffered tells of advice without a status.
func (w deskWords) notOffered(titles []string) string {
	if len(titles) == 1 {
		return fmt.Sprintf(w.either("Het advies ‘%s’ is nog niet aangeboden.", "The advice ‘%s’ was not offered yet."), titles[0])
	}
	return fmt.Sprintf(w.either("%d adviezen zijn nog niet aangeboden.", "%d pieces of advice were not offered yet."), len(titles))
}
