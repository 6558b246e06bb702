package main

import (
	"fmt"
	"path"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/insight"
	"klantreis/render/words"
)

// empty tells whether raw files hold no record at all, whatever the period.
func (m *material) empty(f *insight.Findings) bool {
	n := 0
	for _, s := range f.Sources {
		n += s.Read + s.Unreadable + s.Secret + s.Undated + s.Other
	}
	return m.loaded == nil && n == 0
}

// nextWords are the words of nextStep.
type nextWords struct {
	text  string // %s folder, %s source
	kinds string
}

const nextStepDutch = `
Zo gaat u verder
  1. Begin een klantreis:            klantreis nieuw mijn-reis
  2. Kopieer uw signalen naar:       %s
  3. Zet in mijn-reis/klantreis.yaml deze bron, in plaats van die van het voorbeeld:

%s
  4. Zie wat u kunt toevoegen:       klantreis signalen mijn-reis
     Onderaan staat dan het commando om een voorstel bij een stap te zetten.
`

const nextStepEnglish = `
How to go on
  1. Begin a journey:                klantreis new mijn-reis
  2. Copy your signals to:           %s
  3. Put this source in mijn-reis/klantreis.yaml, in the place of that of the example:

%s
  4. See what you can add:           klantreis signals mijn-reis
     At the end stands the command that puts a proposal with a step.
`

// nextStep tells how to go on from raw files: the source to paste, and the commands.
func (m *material) nextStep(lang words.Lang) string {
	next := nextWords{nextStepDutch, "   # een gok; of balie, e-mail, chat, brief …"}
	if lang == words.English {
		next = nextWords{nextStepEnglish, "   # a guess; or balie, e-mail, chat, brief …"}
	}
	src := m.sources[0]
	kind, where := "telefoon", path.Join("signalen", src.File)
	if src.Pages != nil {
		kind = "website"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "bronnen:\n  %s:\n    soort: %s", journeys.YAMLText(src.Name), kind)
	if kind == "telefoon" {
		b.WriteString(next.kinds)
	}
	fmt.Fprintf(&b, "\n    bestand: %s\n", journeys.YAMLText(printable(where)))
	if format := m.places[src.Name].Format; format != "" {
		fmt.Fprintf(&b, "    formaat: %s\n", format)
	}
	if len(m.guessed) > 0 {
		fmt.Fprintf(&b, "    %s\n", columnsYAML(m.guessed))
	}
	folder := path.Join("mijn-reis", path.Dir(where))
	if len(m.files.paths) > 1 {
		folder = path.Join("mijn-reis", where)
	}
	return fmt.Sprintf(next.text, folder, b.String())
}

// columnsYAML is which column holds which field, as a line to paste.
func columnsYAML(columns []journeys.Column) string {
	var parts []string
	for _, c := range columns {
		parts = append(parts, c.Field+": "+journeys.YAMLText(c.Header))
	}
	return printable("kolommen: {" + strings.Join(parts, ", ") + "}")
}
