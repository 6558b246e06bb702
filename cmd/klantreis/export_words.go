package main

import (
	"fmt"

	"klantreis/render/words"
)

// exportWords is what the command line says about writing for other programs, in one language.
type exportWords struct {
	lang                                                       words.Lang
	use, short, long, example, flagAs, flagOut, needOne        string
	noKind, noForm, meant                                      string
	noFeelingMermaid, derivedMermaid, noFeelingCJM, roundedCJM string // each with how many steps
	other                                                      string
}

func exportWordsFor(lang words.Lang) exportWords {
	if lang == words.English {
		return exportWords{
			lang: lang,
			use:  "exporteer JOURNEY", short: "Write a journey for another program: Mermaid, cjm, Markdown, CSV, Excel, PowerPoint, Word, JSON",
			long: `Writes a journey with what its signals say in the form of another program. Every number has its source,
its n and its period with it. Quotes appear only when they were approved, without personal data; texts of
signals never do. What the other program has no room for is told.

  mermaid    a journey diagram, for pages that draw Mermaid
  cjm        a map for Enablement Map Studio
  markdown   the whole advice as text
  csv        the steps with their counts, for a spreadsheet (semicolons, UTF-8)
  xlsx       a workbook with sheets for the journey, the evidence and the advice
  pptx       slides of native shapes and texts, one or more for each phase, with notes
  docx       the whole advice as a Word document, to go on writing in
  json       the whole journey with its evidence, for a program`,
			example: `  klantreis export moving --as mermaid
  klantreis export moving --as markdown --out advice
  klantreis export moving --as json --out - | jq .klantreis`,
			flagAs:  "`form`: mermaid, cjm, markdown, csv, xlsx, pptx, docx or json",
			flagOut: "write into this `folder`, in one named after the journey (uit if you leave it out); - writes to the screen",
			needOne: "name one journey: a file or its folder",
			noForm:  "name the form with --as: %s",
			noKind:  "‘%s’ is no form to export to; choose from %s.", meant: " Did you mean ‘%s’?",
			noFeelingMermaid: "Steps without a known feeling: %d. Mermaid cannot leave it out and draws them in the middle (3).",
			derivedMermaid:   "Steps whose feeling comes from signals: %d. A comment in the file tells from how many scores.",
			noFeelingCJM:     "Steps without a known feeling: %d. Enablement Map Studio cannot leave it out; they are 0 there.",
			roundedCJM:       "Steps whose feeling was rounded to a whole number: %d. A comment in the file tells what it was.",
			other:            "Signals, quotes, advice and other fields that this form does not have were left out.",
		}
	}
	return exportWords{
		lang: lang,
		use:  "exporteer REIS", short: "Schrijf een klantreis voor een ander programma: Mermaid, cjm, Markdown, CSV, Excel, PowerPoint, Word, JSON",
		long: `Schrijft een klantreis, met wat de signalen zeggen, in de vorm van een ander programma. Bij elk getal staan
de bron, het aantal en de periode. Citaten staan er alleen in met akkoord, zonder persoonsgegevens; teksten
van signalen nooit. Waar het andere programma geen plaats voor heeft, staat erbij.

  mermaid    een journey, voor pagina's die Mermaid tekenen
  cjm        een kaart voor Enablement Map Studio
  markdown   het hele advies als tekst
  csv        de stappen met hun aantallen, voor Excel (puntkomma's, UTF-8)
  xlsx       een werkmap met bladen voor de reis, het bewijs en de adviezen
  pptx       dia's met vormen en teksten van PowerPoint zelf, een of meer per fase, met notities
  docx       het hele advies als Word-document, om in verder te schrijven
  json       de hele klantreis met het bewijs, voor een programma`,
		example: `  klantreis exporteer verhuizen --als mermaid
  klantreis exporteer verhuizen --als markdown --uit advies
  klantreis exporteer verhuizen --als json --uit - | jq .klantreis`,
		flagAs:  "`vorm`: mermaid, cjm, markdown, csv, xlsx, pptx, docx of json",
		flagOut: "schrijf in deze `map`, in een map met de naam van de reis (uit als u niets noemt); - schrijft op het scherm",
		needOne: "noem één klantreis: een bestand of de map ervan",
		noForm:  "noem met --als de vorm: %s",
		noKind:  "‘%s’ is geen vorm om naar te exporteren; kies uit %s.", meant: " Bedoelde u ‘%s’?",
		noFeelingMermaid: "Stappen zonder bekend gevoel: %d. Mermaid kan het niet weglaten en tekent ze in het midden (3).",
		derivedMermaid:   "Stappen met een gevoel uit signalen: %d. Een opmerking in het bestand zegt uit hoeveel cijfers.",
		noFeelingCJM:     "Stappen zonder bekend gevoel: %d. Enablement Map Studio kan het niet weglaten; daar staat 0.",
		roundedCJM:       "Stappen met een gevoel dat is afgerond op een heel getal: %d. Een opmerking in het bestand zegt wat het was.",
		other:            "Signalen, citaten, adviezen en andere velden die deze vorm niet heeft, zijn weggelaten.",
	}
}

func (w exportWords) unknown(as, meant, all string) string {
	if as == "" {
		return fmt.Sprintf(w.noForm, all)
	}
	s := fmt.Sprintf(w.noKind, as, all)
	if meant != "" {
		s += fmt.Sprintf(w.meant, meant)
	}
	return s
}

// left tells what a form had no room for.
func (w exportWords) left(noFeeling, changed int, changedWords, noFeelingWords string, other bool) []string {
	var notes []string
	if changed > 0 {
		notes = append(notes, fmt.Sprintf(changedWords, changed))
	}
	if noFeeling > 0 {
		notes = append(notes, fmt.Sprintf(noFeelingWords, noFeeling))
	}
	if other {
		notes = append(notes, w.other)
	}
	return notes
}
