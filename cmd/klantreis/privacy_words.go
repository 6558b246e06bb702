package main

import "klantreis/render/words"

// privacyWords is what the command line says about personal data, in one language.
type privacyWords struct {
	short, long, example, flagOut, needOne string
}

func privacyWordsFor(lang words.Lang) privacyWords {
	if lang == words.English {
		return privacyWords{
			short: "Tell the privacy officer what personal data the sources hold",
			long: `Reads every cell of the sources of a journey and tells, per column, what looks like personal data: how
often and of which kind, what is never shown, what is left out, and which columns are not needed at
all. The report holds counts and places, no personal data. Nothing is changed.`,
			example: `  klantreis privacyverslag moving
  klantreis privacyverslag moving/klantreis.yaml --uit page`,
			flagOut: "also write a page (HTML) into this `folder`",
			needOne: "name one journey: a file or its folder",
		}
	}
	return privacyWords{
		short: "Vertel de privacy-functionaris welke persoonsgegevens in de bronnen staan",
		long: `Leest elke cel van de bronnen van een klantreis en vertelt per kolom wat op persoonsgegevens lijkt: hoe
vaak en van welke soort, wat nooit te zien is, wat is weggelaten, en welke kolommen helemaal niet
nodig zijn. In het verslag staan aantallen en plaatsen, geen persoonsgegevens. Er verandert niets.`,
		example: `  klantreis privacyverslag verhuizen
  klantreis privacyverslag verhuizen/klantreis.yaml --uit pagina`,
		flagOut: "schrijf ook een pagina (HTML) in deze `map`",
		needOne: "noem één klantreis: een bestand of de map ervan",
	}
}
