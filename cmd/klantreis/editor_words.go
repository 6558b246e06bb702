package main

import (
	"fmt"

	"klantreis/render/words"
)

// editorWords is what the command line says about text editors, in one language.
type editorWords struct {
	lang                                   words.Lang
	schemaShort, schemaLong, schemaExample string
	serverShort, serverLong, serverExample string
	formatShort, formatLong, formatExample string
	formatBroken, formatFine, formatUntidy string
	formatDone, flagOut, flagCheck         string
}

func editorWordsFor(lang words.Lang) editorWords {
	if lang == words.English {
		return editorWords{
			lang:        lang,
			schemaShort: "Give text editors the format, as a JSON Schema",
			schemaLong: `Writes the format of a journey file as a JSON Schema (draft 2020-12). With it, a text editor such as VS
Code (with the YAML extension) proposes keys, explains them and shows faults. ‘klantreis new’ puts it beside a
new journey already. For an older journey: write it in the journey's folder and put this line at the top:
  # yaml-language-server: $schema=.klantreis.schema.json`,
			schemaExample: `  klantreis schema
  klantreis schema --uit moving/.klantreis.schema.json
  klantreis schema --taal en`,
			serverShort: "Help a text editor while you type (language server)",
			serverLong: `A text editor that knows language servers (LSP) starts this command and talks to it over standard input and
output. It gives faults, proposals, explanation, an outline, going to what is referred to, renaming of ids, and
corrections. It uses no internet. You need not start it yourself.`,
			serverExample: `  klantreis lsp
  klantreis lsp --taal en`,
			formatShort: "Tidy the indentation of a journey",
			formatLong: `Makes the indentation of a journey file even (two spaces a level) and takes needless white space away. Words,
quotes, comments and their order stay; that is checked before anything is written. A file with faults in its
layout stays as it is: ‘klantreis check’ tells what is wrong with it.`,
			formatExample: `  klantreis format moving
  klantreis format --check moving`,
			formatBroken: "not changed: the layout of this file has faults; see ‘klantreis check’", formatFine: "was tidy",
			formatUntidy: "is not tidy; ‘klantreis format’ tidies it", formatDone: "tidied",
			flagOut: "write to this `file` instead of to the screen", flagCheck: "change nothing; exit code 1 when a file is not tidy",
		}
	}
	return editorWords{
		lang:        lang,
		schemaShort: "Geef teksteditors de opbouw van het bestand, als JSON Schema",
		schemaLong: `Schrijft hoe een klantreisbestand is opgebouwd, als JSON Schema (draft 2020-12). Daarmee stelt een teksteditor
zoals VS Code (met de extensie YAML) sleutels voor, legt ze uit en toont fouten. ‘klantreis nieuw’ zet dit al
naast een nieuwe klantreis. Voor een oudere klantreis: schrijf het in de map van de klantreis en zet bovenaan:
  # yaml-language-server: $schema=.klantreis.schema.json`,
		schemaExample: `  klantreis schema
  klantreis schema --uit verhuizen/.klantreis.schema.json`,
		serverShort: "Help een teksteditor terwijl u typt (language server)",
		serverLong: `Een teksteditor die language servers (LSP) kent, start deze opdracht en praat ermee over standaardinvoer en
standaarduitvoer. Zo krijgt u fouten, voorstellen, uitleg, een overzicht, naar de plek springen waar een id naar
verwijst, ids hernoemen, en verbeteringen. Er is geen internet voor nodig. U hoeft dit niet zelf te starten.`,
		serverExample: `  klantreis lsp`,
		formatShort:   "Zet het inspringen van een klantreis recht",
		formatLong: `Maakt het inspringen van een klantreisbestand overal gelijk (twee spaties per niveau) en haalt overbodig wit weg.
Woorden, aanhalingstekens, uitleg achter # en de volgorde blijven; dat wordt nagekeken voordat er iets geschreven
wordt. Een bestand met fouten in de opbouw blijft zoals het is: ‘klantreis controleer’ zegt wat er mis is.`,
		formatExample: `  klantreis opmaak verhuizen
  klantreis opmaak --controleer verhuizen`,
		formatBroken: "niet veranderd: in de opbouw van dit bestand zitten fouten; zie ‘klantreis controleer’", formatFine: "was al netjes",
		formatUntidy: "is niet netjes; ‘klantreis opmaak’ zet het recht", formatDone: "rechtgezet",
		flagOut: "schrijf naar dit `bestand` in plaats van naar het scherm", flagCheck: "verander niets; de uitkomst is 1 als een bestand niet netjes is",
	}
}

func (w editorWords) noArguments(arg string) string {
	if w.lang == words.English {
		return fmt.Sprintf("this command takes no ‘%s’", arg)
	}
	return fmt.Sprintf("bij deze opdracht hoort geen ‘%s’", arg)
}

func (w editorWords) formatNoInput() string {
	if w.lang == words.English {
		return "name a file: standard input cannot be tidied"
	}
	return "noem een bestand: standaardinvoer kan niet worden rechtgezet"
}
