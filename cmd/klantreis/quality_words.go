package main

import "klantreis/render/words"

// qualityWords is what the command line says about the quality of data, in one language.
type qualityWords struct {
	short, long, example, flagOut, needOne string
}

func qualityWordsFor(lang words.Lang) qualityWords {
	if lang == words.English {
		return qualityWords{
			short: "Tell how good the data of each source is, and what to ask the supplier",
			long: `Reads the sources of a journey and tells, in plain words, what is wrong with them: missing and
impossible dates, records that came twice, unknown channels, empty topics, times without delivery,
categories that came or went. Each source gets a grade, A to D, by a rule that is shown with it. The
report holds counts, no texts of customers. Sources behind a connection are not read. Nothing changes.`,
			example: `  klantreis quality moving
  klantreis quality moving --uit page`,
			flagOut: "also write a page (HTML) into this `folder`",
			needOne: "name one journey: a file or its folder",
		}
	}
	return qualityWords{
		short: "Vertel hoe goed de gegevens van elke bron zijn, en wat u de leverancier vraagt",
		long: `Leest de bronnen van een klantreis en vertelt in gewone woorden wat eraan mankeert: ontbrekende en
onmogelijke datums, dubbele records, onbekende kanalen, lege onderwerpen, tijden zonder levering,
categorieën die kwamen of gingen. Elke bron krijgt een letter, van A tot en met D, naar een regel die
erbij staat. In het verslag staan aantallen, en geen teksten van klanten. Bronnen achter een verbinding
worden niet gelezen. Er verandert niets.`,
		example: `  klantreis kwaliteit verhuizen
  klantreis kwaliteit verhuizen --uit pagina`,
		flagOut: "schrijf ook een pagina (HTML) in deze `map`",
		needOne: "noem één klantreis: een bestand of de map ervan",
	}
}
