package main

import (
	"fmt"

	"klantreis/render/words"
)

// compareWords is what the command line says about comparing, in one language.
type compareWords struct {
	short, long, example string
	flagJSON, flagOut    string
	flagOnly, needTwo    string
	flagPaper            string
	onlyText             string
	several, madeIn      string
	strangers            string // shared steps, steps of the shorter journey
}

func compareWordsFor(lang words.Lang) compareWords {
	if lang == words.English {
		return compareWords{
			short: "Compare the current journey with the wished one",
			long: `Puts two journeys next to each other: the current and the wished one, or two versions of one file.
Steps are the same when their id is the same. It tells what is new, removed, moved and changed,
and where the experience rises and falls. It draws both in one picture, in the folder
uit/vergelijking-<id of the wished journey>: vergelijking.svg, .png, .pdf and .txt. Of a folder it
takes klantreis.yaml.`,
			example: `  klantreis compare moving moving/moving-wished.yaml
  klantreis compare old.yaml new.yaml --only text
  klantreis compare old.yaml new.yaml --paper A1 --theme singel
  klantreis compare moving/klantreis.yaml moving/moving-wished.yaml --json`,
			flagJSON:  "write the difference as JSON, and no files",
			flagOut:   "`folder` for the comparison; without this option the folder uit",
			flagOnly:  "with the `word` text: only tell the difference, write no files",
			flagPaper: "`paper` of vergelijking.pdf: A3 (without this option), A2, A1 or A0",
			needTwo:   "name two journeys: first the current one, then the wished one",
			onlyText:  "‘%s’ is not possible here; choose text, or leave --only out",
			several:   "there are several journeys in %s; name the file: %s",
			madeIn:    "Made in",
			strangers: "Note: only %d of %d steps have an id in both journeys. Are these two really versions of one journey? Keep the id of a step that stays.",
		}
	}
	return compareWords{
		short: "Vergelijk de huidige klantreis met de gewenste",
		long: `Legt twee klantreizen naast elkaar: de huidige en de gewenste, of twee versies van één bestand.
Stappen zijn dezelfde als hun id hetzelfde is. Het zegt wat nieuw is, vervalt, verplaatst en
gewijzigd is, en waar de beleving stijgt en daalt. Het tekent beide op één plaat, in de map
uit/vergelijking-<id van de gewenste reis>: vergelijking.svg, .png, .pdf en .txt. Van een map neemt
het klantreis.yaml.`,
		example: `  klantreis vergelijk verhuizen verhuizen/verhuizen-gewenst.yaml
  klantreis vergelijk oud.yaml nieuw.yaml --alleen tekst
  klantreis vergelijk oud.yaml nieuw.yaml --papier A1 --thema singel
  klantreis vergelijk verhuizen/klantreis.yaml verhuizen/verhuizen-gewenst.yaml --json`,
		flagJSON:  "schrijf het verschil als JSON, en geen bestanden",
		flagOut:   "`map` waarin de vergelijking komt; zonder deze optie de map uit",
		flagOnly:  "met het `woord` tekst: noem alleen het verschil, schrijf geen bestanden",
		flagPaper: "`papier` van vergelijking.pdf: A3 (zonder deze optie), A2, A1 of A0",
		needTwo:   "noem twee klantreizen: eerst de huidige, dan de gewenste",
		onlyText:  "‘%s’ kan hier niet; kies tekst, of laat --alleen weg",
		several:   "er staan meer klantreizen in %s; noem het bestand: %s",
		madeIn:    "Gemaakt in",
		strangers: "Let op: maar %d van de %d stappen staan met hetzelfde id in beide reizen. Horen deze twee wel bij elkaar? Laat bij een stap die blijft het id staan.",
	}
}

func (w compareWords) badOnly(part string) string { return fmt.Sprintf(w.onlyText, part) }

func (w compareWords) choose(folder, files string) string {
	return fmt.Sprintf(w.several, folder, files)
}
