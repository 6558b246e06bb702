package main

import "klantreis/render/words"

// overviewWords is what the command line says about the overview, in one language.
type overviewWords struct {
	use, short, long, example   string
	flagAsOf, flagJSON, flagOut string
	needFolder, begin           string
}

func overviewWordsFor(lang words.Lang) overviewWords {
	if lang == words.English {
		return overviewWords{
			use:   "overzicht FOLDER…",
			short: "Overview of all journeys: what became of every advice",
			long: `Puts all journeys of a folder together: every advice with its owner, status, measured effect and who
was told; what nobody answered for 60 days; what returns in several journeys; and which department
received what. It writes overzicht.html, .pdf and .xlsx in the folder uit/overzicht.

Days are counted to the last date in the files, or to --as-of. Journeys with faults are named and
left out; the exit code is then 1.`,
			example: `  klantreis overview journeys
  klantreis overview journeys --as-of today --out gifts
  klantreis overview journeys --json`,
			flagAsOf: "`day` to which waiting is counted, or ‘today’; without this option the last date in the files", flagJSON: "write the overview as JSON, and no files",
			flagOut: "`folder` for the overview; without this option the folder uit", needFolder: "name the folder with your journeys, for example ‘klantreis overview journeys’",
			begin: "Begin one with: klantreis new moving",
		}
	}
	return overviewWords{
		use:   "overzicht MAP…",
		short: "Overzicht van alle klantreizen: wat er van elk advies kwam",
		long: `Zet alle klantreizen van een map bij elkaar: elk advies met eigenaar, status, gemeten effect en wie
het hoorde; waar na 60 dagen nog niemand op reageerde; wat in meer klantreizen terugkomt; en welke
afdeling wat kreeg. Het schrijft overzicht.html, .pdf en .xlsx in de map uit/overzicht.

Dagen tellen tot de laatste datum in de bestanden, of tot --peildatum. Klantreizen met fouten worden
genoemd en doen niet mee; de uitkomst is dan 1.`,
		example: `  klantreis overzicht klantreizen
  klantreis overzicht klantreizen --peildatum vandaag --uit cadeautjes
  klantreis overzicht klantreizen --json`,
		flagAsOf: "`dag` tot waar het wachten telt, of ‘vandaag’; zonder deze optie de laatste datum in de bestanden", flagJSON: "schrijf het overzicht als JSON, en geen bestanden",
		flagOut: "`map` waarin het overzicht komt; zonder deze optie de map uit", needFolder: "noem de map met uw klantreizen, bijvoorbeeld ‘klantreis overzicht klantreizen’",
		begin: "Begin er een met: klantreis nieuw verhuizen",
	}
}
