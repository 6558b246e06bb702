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
	flagOut                                string
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
			flagOut: "write to this `file` instead of to the screen",
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
		flagOut:       "schrijf naar dit `bestand` in plaats van naar het scherm",
	}
}

func (w editorWords) noArguments(arg string) string {
	if w.lang == words.English {
		return fmt.Sprintf("this command takes no ‘%s’", arg)
	}
	return fmt.Sprintf("bij deze opdracht hoort geen ‘%s’", arg)
}
