package main

import (
	"klantreis/journeys/signals"
	"klantreis/render/words"
)

// eraseWords is what the command line says about erasing old signals, in one language.
type eraseWords struct {
	short, long, example         string
	flagAge, flagOn, flagYes     string
	needOne, needAge             string
	badAge                       string // %s what was said
	border                       string // %s first day that stays, %s today
	none                         string // %s file, %d records
	some                         string // %s file, %d old, %d records, %s first day, %s last day
	typed, wholeFile, connection string
	undated                      string // %d records
	whole                        map[signals.Whole]string
	nothing, forGood, ask, kept  string
	gone, removed                string // %s file, %d records
	elsewhere, changed           string
	fileChanged, listLayout      string // %s file, %s source
}

func eraseWordsFor(lang words.Lang) eraseWords {
	if lang == words.English {
		return eraseWords{
			short: "Erase old signals from the files of a journey",
			long: `Erases the signals that are older than a time you name from the files of a journey. First you see per
source how many that are, from which days; nothing happens until you say yes. All other records stay
exactly as they are, to the byte. No copy is left behind: what is gone, is gone.

A CSV file (also .gz and .zst), JSON with one record a line, and signals typed under ‘lijst’ lose only
their old records. Of a folder with a file per month, a file in which everything is old is removed as
a whole. Excel, Parquet, zip and other JSON cannot be taken apart: make a new export of those. Records
without a readable date stay. Sources behind a connection are not touched. Comments in the journey file
stay as well, so look through those yourself.`,
			example: `  klantreis wis moving --ouder-dan 24m
  klantreis wis moving --ouder-dan 2j --as-of 2024-01-01
  klantreis wis moving --ouder-dan 400d --ja`,
			flagAge: "`time`: 24m (months), 2j (years) or 400d (days)", flagOn: "count back from this `day`; without this option today", flagYes: "erase without asking",
			needOne: "name one journey: a file or its folder", needAge: "say how old: --ouder-dan 24m", badAge: "--ouder-dan takes a time like 24m, 2j or 400d, but it says ‘%s’",
			border: "Old is what is from before %s, counted back from %s.",
			none:   "%s: old: none of %d records", some: "%s: old: %d of %d records, from %s up to and including %s",
			typed: "typed into the journey file", wholeFile: "All its records are old: the file is removed.",
			connection: "behind a connection: not touched; ask the administrator of that system",
			undated:    "Without a readable date, and kept: %d.",
			whole: map[signals.Whole]string{
				signals.WholeFormat:  "This kind of file cannot be taken apart. Make a new export without the old records, or remove the file.",
				signals.WholeJSON:    "This JSON does not have one record a line. Make a new export without the old records, or remove the file.",
				signals.WholeUTF16:   "This text is in UTF-16. Save it as UTF-8 (CSV) first, or make a new export without the old records.",
				signals.WholeColumns: "No single column holds the tijdstip, so records cannot be taken out one by one. Make a new export without the old ones.",
			},
			nothing: "There is nothing to erase.", forGood: "This cannot be undone, and no copy is left behind.", ask: "Erase? Type yes: ", kept: "Nothing was erased.",
			gone: "%s: %d erased.", removed: "%s: removed as a whole (%d erased).",
			elsewhere:   "Copies elsewhere (back-ups, mail, the system of the supplier) were not touched.",
			changed:     "the journey file has changed meanwhile; run the command again",
			fileChanged: "%s has changed meanwhile; run the command again",
			listLayout:  "Not erased: the list of source ‘%s’ is written in a way that cannot be changed safely. Remove its old signals yourself in a text editor.",
		}
	}
	return eraseWords{
		short: "Wis oude signalen uit de bestanden van een klantreis",
		long: `Wist de signalen die ouder zijn dan een tijd die u noemt uit de bestanden van een klantreis. Eerst ziet u
per bron hoeveel het er zijn, en van welke dagen; er gebeurt niets tot u ja zegt. Alle andere records
blijven precies wat ze zijn, tot op de byte. Er blijft geen kopie achter: weg is weg.

Een CSV-bestand (ook .gz en .zst), JSON met één record per regel en signalen die onder ‘lijst’ staan,
raken alleen hun oude records kwijt. Van een map met een bestand per maand wordt een bestand waarin
alles oud is in zijn geheel verwijderd. Excel, Parquet, zip en andere JSON zijn niet in delen te
wijzigen: maak daarvan een nieuwe export. Records zonder leesbare datum blijven staan. Bronnen achter
een verbinding blijven zoals ze zijn. Ook opmerkingen in het klantreisbestand blijven staan: kijk die
zelf na.`,
		example: `  klantreis wis verhuizen --ouder-dan 24m
  klantreis wis verhuizen --ouder-dan 2j --peildatum 2024-01-01
  klantreis wis verhuizen --ouder-dan 400d --ja`,
		flagAge: "`tijd`: 24m (maanden), 2j (jaren) of 400d (dagen)", flagOn: "tel terug vanaf deze `dag`; zonder deze optie vandaag", flagYes: "wis zonder te vragen",
		needOne: "noem één klantreis: een bestand of de map ervan", needAge: "zeg hoe oud: --ouder-dan 24m", badAge: "bij --ouder-dan hoort een tijd zoals 24m, 2j of 400d, maar er staat ‘%s’",
		border: "Oud is wat van voor %s is, teruggeteld vanaf %s.",
		none:   "%s: oud: geen van de %d records", some: "%s: oud: %d van de %d records, van %s tot en met %s",
		typed: "getypt in het klantreisbestand", wholeFile: "Alle records zijn oud: het bestand wordt verwijderd.",
		connection: "achter een verbinding: blijft zoals het is; vraag het de beheerder van dat systeem",
		undated:    "Zonder leesbare datum, en die blijven dus staan: %d.",
		whole: map[signals.Whole]string{
			signals.WholeFormat:  "Dit soort bestand is niet in delen te wijzigen. Maak een nieuwe export zonder de oude records, of verwijder het bestand.",
			signals.WholeJSON:    "In deze JSON staat niet één record per regel. Maak een nieuwe export zonder de oude records, of verwijder het bestand.",
			signals.WholeUTF16:   "Deze tekst staat in UTF-16. Bewaar haar eerst als UTF-8 (CSV), of maak een nieuwe export zonder de oude records.",
			signals.WholeColumns: "Het tijdstip staat niet in één kolom; records zijn er niet een voor een uit te halen. Maak een nieuwe export zonder de oude.",
		},
		nothing: "Er is niets te wissen.", forGood: "Dit is niet terug te draaien, en er blijft geen kopie achter.", ask: "Wissen? Typ ja: ", kept: "Er is niets gewist.",
		gone: "%s: %d gewist.", removed: "%s: in zijn geheel verwijderd (%d gewist).",
		elsewhere:   "Kopieën op andere plaatsen (back-ups, mail, het systeem van de leverancier) zijn niet gewist.",
		changed:     "het klantreisbestand is intussen veranderd; geef de opdracht nog eens",
		fileChanged: "%s is intussen veranderd; geef de opdracht nog eens",
		listLayout:  "Niet gewist: de lijst van bron ‘%s’ staat zo in het bestand dat hij niet veilig te wijzigen is. Haal de oude signalen er zelf uit in een teksteditor.",
	}
}
