package main

import (
	"bytes"
	"fmt"
	"strings"

	"klantreis/render/words"
)

// importWords is what the command line says about reading files of other programs, in one language.
type importWords struct {
	use, short, long, example, flagOut, needOne, next string
	noKind, already                                   string
	notOverwritten, madeOf                            string
}

func importWordsFor(lang words.Lang) importWords {
	if lang == words.English {
		return importWords{
			use: "importeer FILE", short: "Make a journey of a file from another program",
			long: `Makes a klantreis file of a journey from another program. What kind of file it is, is seen from its
content: a journey diagram of Mermaid (also in a Markdown page), or a map of Enablement Map Studio
(kind: cjm). What could not be kept is told with its line. A feeling that came along was typed by
somebody; it is never shown as measured. Files that exist stay as they are.`,
			example: `  klantreis import journey.mmd
  klantreis import map.yaml --out journeys/passport
  klantreis import README.md --out passport.yaml
  klantreis import - --out - < journey.mmd`,
			flagOut: "write into this `folder` or .yaml file; - writes to the screen",
			needOne: "name one file to import, or - for what comes in",
			next:    "Next, look at what came of it:",
			noKind:  "‘%s’ is no file that can become a journey. Known are: %s.", already: "‘%s’ is a journey already; there is nothing to import.",
			notOverwritten: "‘%s’ exists already and was not touched; name another place with --out.", madeOf: "Made: %s (from %s, phases: %d, steps: %d).",
		}
	}
	return importWords{
		use: "importeer BESTAND", short: "Maak een klantreis van een bestand uit een ander programma",
		long: `Maakt een klantreisbestand van een reis uit een ander programma. Aan de inhoud is te zien wat het is: een
journey van Mermaid (ook in een Markdown-pagina), of een kaart van Enablement Map Studio (kind: cjm).
Wat niet bewaard kon worden, staat erbij met de regel. Een gevoel dat meekomt, heeft iemand ingevuld; het
staat nergens als gemeten. Bestanden die er al zijn, blijven zoals ze zijn.`,
		example: `  klantreis importeer reis.mmd
  klantreis importeer kaart.yaml --uit reizen/paspoort
  klantreis importeer README.md --uit paspoort.yaml
  klantreis importeer - --uit - < reis.mmd`,
		flagOut: "schrijf in deze `map` of dit .yaml-bestand; - schrijft op het scherm",
		needOne: "noem één bestand om te importeren, of - voor wat er binnenkomt",
		next:    "Kijk nu wat het geworden is:",
		noKind:  "van ‘%s’ kan geen klantreis worden gemaakt. Bekend zijn: %s.", already: "‘%s’ is al een klantreis; er valt niets te importeren.",
		notOverwritten: "‘%s’ bestaat al en is niet aangeraakt; noem met --uit een andere plaats.", madeOf: "Gemaakt: %s (uit %s, fasen: %d, stappen: %d).",
	}
}

func (w importWords) unknown(name string, src []byte, kinds []importer) string {
	if bytes.HasPrefix(src, []byte("klantreis:")) || bytes.Contains(src, []byte("\nklantreis:")) {
		return fmt.Sprintf(w.already, name)
	}
	var all []string
	for _, k := range kinds {
		all = append(all, k.name)
	}
	return fmt.Sprintf(w.noKind, name, strings.Join(all, ", "))
}

func (w importWords) exists(path string) string { return fmt.Sprintf(w.notOverwritten, path) }

func (w importWords) made(path, kind string, phases, steps int) string {
	return fmt.Sprintf(w.madeOf, path, kind, phases, steps)
}
