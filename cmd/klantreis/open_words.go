package main

import "klantreis/render/words"

// openWords is what the command line says about the desk, in one language.
type openWords struct {
	lang                                        words.Lang
	use, short, long, example                   string
	flagPort, flagNoBrowser                     string
	oneFolder, badPort, noConfig, notAnswering  string
	openAlready, inBrowser, noBrowser, stopHint string
	noDocuments, pressEnter                     string
	reading, mendFirst, nothingYet              string
	stopped                                     string
}

func openWordsFor(lang words.Lang) openWords {
	if lang == words.English {
		return openWords{
			lang: lang, use: "open [FOLDER]",
			short: "Work on journeys in the browser",
			long: `Opens the desk of Klantreis in your browser, with the journeys of a folder; without FOLDER those of this
folder. There you make and change journeys, see at once what they become, and make the gift. All of it stays
on this computer: the page comes from this program, and only your browser can reach it. The desk ends with
the button Stop on the page, with Ctrl-C here, or half an hour after the last window was closed.`,
			example: `  klantreis open
  klantreis open journeys
  klantreis open journeys --no-browser`,
			flagPort: "`number` of the port; without this option one that is free", flagNoBrowser: "open no browser; only print the address",
			oneFolder: "name one folder, for example ‘klantreis open journeys’", badPort: "a port is a number from 1 to 65535",
			noConfig:     "this user has no folder for settings (HOME is not set), and drafts need one",
			notAnswering: "Klantreis is open already for this folder, but does not tell where. Close the other one and try again",
			openAlready:  "Klantreis is open already for this folder; this is one more window.",
			inBrowser:    "The desk opens in your browser. If it does not, open this address there (it works once):",
			noBrowser:    "The browser could not be opened. Open this address in it yourself (it works once):",
			stopHint:     "Stop with Ctrl-C, or with the button on the page.",
			stopped:      "Klantreis has stopped.",
			reading:      "reading signals", mendFirst: "There are errors in the journey. Mend those first; nothing was made.",
			noDocuments: "It is not known where your documents are; Klantreis opens this folder.", pressEnter: "Press Enter to close this window.",
			nothingYet: "There is no journey in this folder yet. Make one first.",
		}
	}
	return openWords{
		lang: lang, use: "open [MAP]",
		short: "Werk in de browser aan klantreizen",
		long: `Opent de werkplek van Klantreis in uw browser, met de klantreizen van een map; zonder MAP die van deze map.
Daar maakt en wijzigt u klantreizen, ziet u meteen wat het wordt, en maakt u het cadeautje. Alles blijft op
deze computer: de bladzijde komt uit dit programma, en alleen uw browser kan erbij. De werkplek stopt met de
knop Stoppen op de bladzijde, met Ctrl-C hier, of een half uur nadat het laatste venster dicht is.`,
		example: `  klantreis open
  klantreis open reizen
  klantreis open reizen --geen-browser`,
		flagPort: "`nummer` van de poort; zonder deze optie een die vrij is", flagNoBrowser: "open geen browser; toon alleen het adres",
		oneFolder: "noem één map, bijvoorbeeld ‘klantreis open reizen’", badPort: "een poort is een getal van 1 tot en met 65535",
		noConfig:     "deze gebruiker heeft geen map voor instellingen (HOME is niet gezet), en die is nodig voor concepten",
		notAnswering: "Klantreis is al open voor deze map, maar zegt niet waar. Sluit de andere en probeer het opnieuw",
		openAlready:  "Klantreis is al open voor deze map; dit is een venster erbij.",
		inBrowser:    "De werkplek gaat open in uw browser. Gebeurt dat niet? Open dan daar dit adres (het werkt één keer):",
		noBrowser:    "De browser ging niet open. Open dit adres zelf in uw browser (het werkt één keer):",
		stopHint:     "Stop met Ctrl-C, of met de knop op de bladzijde.",
		stopped:      "Klantreis is gestopt.",
		reading:      "signalen lezen", mendFirst: "Er staan fouten in de klantreis. Verbeter die eerst; er is niets gemaakt.",
		noDocuments: "Het is niet bekend waar uw documenten staan; Klantreis opent deze map.", pressEnter: "Druk op Enter om dit venster te sluiten.",
		nothingYet: "Er staat nog geen klantreis in deze map. Maak er eerst een.",
	}
}

func (w openWords) pick(dutch, english string, args ...any) string {
	return cliWords{lang: w.lang}.pick(dutch, english, args...)
}

func (w openWords) noFolder(folder string) string {
	return w.pick("de map ‘%s’ bestaat niet; maak haar eerst, of noem een andere", "the folder ‘%s’ does not exist; make it first, or name another", folder)
}

func (w openWords) notFolder(name string) string {
	return w.pick("‘%s’ is geen map; noem de map waar het in staat", "‘%s’ is no folder; name the folder that it is in", name)
}

func (w openWords) noPort(port int, why string) string {
	if port == 0 {
		return w.pick("de werkplek kan niet open: %s", "the desk cannot open: %s", why)
	}
	return w.pick("poort %d kan niet open (%s); noem een andere, of laat --poort weg", "port %d cannot open (%s); name another, or leave --port out", port, why)
}

func (w openWords) leftOut(file, why string) string {
	return w.pick("%s is overgeslagen: %s", "%s was left out: %s", file, why)
}
