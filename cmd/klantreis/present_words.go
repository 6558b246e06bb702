package main

import (
	"strings"

	"klantreis/render/words"
)

// presentWords is what the command line says about presenting a journey, in one language.
type presentWords struct {
	lang                                               words.Lang
	use, short, long, example                          string
	flagParticipants, flagAddress, flagPort, flagNames string
	oneJourney, noOut, openYourself, noNetwork         string
}

func presentWordsFor(lang words.Lang) presentWords {
	if lang == words.English {
		return presentWords{
			lang: lang, use: "presenteer JOURNEY",
			short: "Present a journey, or hold a klantarena with it",
			long: `Makes the deck of a journey (uit/<id>/presentatie.html) and opens it in your browser.

With --participants it begins a klantarena: the facilitator's page opens in your browser, and from there the screen of
the room. People in the room take part with their telephones, on the same network, by the address or QR code on the
screen; nothing needs to be installed and the internet is not needed. Who has no telephone tells the facilitator. All
that happens is written at once to the folder klantarena beside the journey, so that after a fault you go on where you
were. At the end you choose what goes into the journey.`,
			example: `  klantreis present moving
  klantreis present moving/klantreis.yaml --participants
  klantreis present moving --participants --address 192.168.1.20 --port 8080`,
			flagParticipants: "begin a klantarena, with people in the room",
			flagAddress:      "`address` of this laptop that telephones open; without this option the likeliest one",
			flagPort:         "`number` of the port for telephones; without this option one that is free",
			flagNames:        "ask for names, and show who says what",
			oneJourney:       "name one journey, for example ‘klantreis present moving’",
			noOut:            "--out is for the deck; a klantarena is kept in the folder of the journey",
			openYourself:     "The browser could not be opened. Open this file yourself.",
			noNetwork:        "This laptop is on no network, so telephones cannot reach it. You can type for the room. Connect to a network and begin again to have telephones.",
		}
	}
	return presentWords{
		lang: lang, use: "presenteer REIS",
		short: "Presenteer een klantreis, of houd er een klantarena mee",
		long: `Maakt de presentatie van een klantreis (uit/<id>/presentatie.html) en opent die in uw browser.

Met --deelnemers begint een klantarena: de bladzijde van de begeleider gaat open in uw browser, en vanaf daar het
scherm van de zaal. Mensen in de zaal doen mee met hun telefoon, op hetzelfde netwerk, met het adres of de QR-code op
het scherm; er hoeft niets geïnstalleerd te worden en internet is niet nodig. Wie geen telefoon heeft, zegt het tegen
de begeleider. Alles wat gebeurt staat meteen in de map klantarena naast de klantreis, zodat u na een storing verder
gaat waar u was. Aan het eind kiest u wat er in de klantreis komt.`,
		example: `  klantreis presenteer verhuizen
  klantreis presenteer verhuizen/klantreis.yaml --deelnemers
  klantreis presenteer verhuizen --deelnemers --adres 192.168.1.20 --poort 8080`,
		flagParticipants: "begin een klantarena, met mensen in de zaal",
		flagAddress:      "`adres` van deze laptop dat telefoons openen; zonder deze optie het meest waarschijnlijke",
		flagPort:         "`nummer` van de poort voor telefoons; zonder deze optie een die vrij is",
		flagNames:        "vraag namen, en laat zien wie wat zegt",
		oneJourney:       "noem één klantreis, bijvoorbeeld ‘klantreis presenteer verhuizen’",
		noOut:            "--uit hoort bij de presentatie; een klantarena wordt bewaard in de map van de klantreis",
		openYourself:     "De browser ging niet open. Open dit bestand zelf.",
		noNetwork:        "Deze laptop zit op geen netwerk, dus telefoons kunnen er niet bij. U kunt wel typen voor de zaal. Verbind met een netwerk en begin opnieuw als u telefoons wilt.",
	}
}

func (w presentWords) pick(dutch, english string, args ...any) string {
	return cliWords{lang: w.lang}.pick(dutch, english, args...)
}

func (w presentWords) needParticipants(flag string) string {
	return w.pick("--%s hoort bij een klantarena; zet er --deelnemers bij", "--%s is for a klantarena; add --participants", flag)
}

func (w presentWords) notOne(n int, name string) string {
	if n < 2 {
		return w.pick("noem een bestand of een map, geen standaardinvoer", "name a file or a folder, not standard input")
	}
	return w.pick("in %s staan %d klantreizen; noem er één", "%s holds %d journeys; name one", name, n)
}

func (w presentWords) badAddress(address string, known []string) string {
	if len(known) == 0 {
		return w.pick("deze laptop heeft het adres %s niet en zit op geen netwerk", "this laptop does not have the address %s and is on no network", address)
	}
	return w.pick("deze laptop heeft het adres %s niet; kies uit: %s", "this laptop does not have the address %s; choose from: %s", address, strings.Join(known, ", "))
}

func (w presentWords) deckMade(file string) string {
	return w.pick("Gemaakt: %s", "Made: %s", file)
}

func (w presentWords) phones(address string) string {
	return w.pick("De klantarena is begonnen. Telefoons openen: %s", "The klantarena has begun. Telephones open: %s", address)
}
