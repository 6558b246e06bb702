package main

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"klantreis/cmd/klantreis/workspace"
	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/examples"
	"klantreis/journeys"
)

// begins are the starting points of a new journey.
type begins struct {
	words     cliWords
	littleMap func(text string) string
}

// The names of starting points that are no example.
const (
	beginEmpty    = "leeg"
	beginTemplate = "sjabloon"
	beginText     = "tekst"
)

// emptyJourney is the least that is a journey; the title and the date are filled in.
const emptyJourney = `klantreis: Nieuwe klantreis
opgesteld: 2000-01-01

fasen:
  - fase: Eerste fase
    stappen:
      - stap: Eerste stap
`

func (b begins) list() []api.Begin {
	w := b.words
	all := []api.Begin{
		{ID: beginEmpty, Title: w.pick("Leeg", "Empty"), About: w.pick("Een fase en een stap. De rest vult u zelf in.", "One phase and one step. You fill in the rest.")},
		{ID: beginTemplate, Title: w.pick("Klein voorbeeld met uitleg", "Small example that explains itself"),
			About: w.pick("Een korte reis met signalen, en bij elke regel wat die betekent.", "A short journey with signals, and at each line what it means."),
			Map:   b.littleMap(string(templateFile("klantreis.yaml")))},
		{ID: beginText, Title: w.pick("Geplakte tekst", "Pasted text"),
			About: w.pick("Een klantreis die u al heeft, als Mermaid (journey) of cjm.", "A journey that you have already, as Mermaid (journey) or cjm.")},
	}
	for _, name := range examples.Names() {
		files, _ := examples.Files(name)
		text := string(files["klantreis.yaml"])
		j, _ := journeys.Parse("klantreis.yaml", []byte(text))
		all = append(all, api.Begin{ID: name, Title: w.pick("Voorbeeld: %s", "Example: %s", j.Title), About: w.exampleAbout(name), Map: b.littleMap(text)})
	}
	return all
}

// files gives the files of a new journey with the title that was asked for.
func (b begins) files(n api.NewJourney) (files map[string][]byte, notes []string, err error) {
	switch n.Begin {
	case beginEmpty:
		files = map[string][]byte{"klantreis.yaml": []byte(emptyJourney)}
	case beginTemplate:
		files = map[string][]byte{}
		err = fs.WalkDir(template, "sjabloon", func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			content, err := template.ReadFile(path)
			files[strings.TrimPrefix(filepath.ToSlash(path), "sjabloon/")] = content
			return err
		})
	case beginText:
		var text []byte
		text, notes, err = b.pasted(n.Text)
		files = map[string][]byte{"klantreis.yaml": text}
	default:
		var known bool
		if files, known = examples.Files(n.Begin); !known {
			return nil, nil, workspace.ErrNoBegin
		}
	}
	if err != nil {
		return nil, nil, err
	}
	fields := []journeys.Field{{Key: "klantreis", Value: n.Title}}
	if n.Begin == beginEmpty {
		fields = append(fields, journeys.Field{Key: "opgesteld", Value: time.Now().Format(time.DateOnly)})
	}
	files["klantreis.yaml"], _, err = journeys.SetFields("klantreis.yaml", files["klantreis.yaml"], journeys.Item{Kind: journeys.JourneyItem}, fields)
	return files, notes, err
}

// pasted turns a text of another program into a journey, and tells what of it could not be kept.
func (b begins) pasted(pasted string) (text []byte, notes []string, err error) {
	w := b.words
	if strings.TrimSpace(pasted) == "" {
		return nil, nil, workspace.Told{Code: "tekst", Message: w.pick("Plak eerst een tekst.", "Paste a text first.")}
	}
	kinds := importers()
	at := slices.IndexFunc(kinds, func(i importer) bool { return i.recognise([]byte(pasted)) })
	if at < 0 || len(pasted) > journeys.MaxFileSize {
		return nil, nil, workspace.Told{Code: "tekst", Message: w.pick("Deze tekst is geen klantreis die Klantreis kan lezen. Plak een diagram van Mermaid dat begint met ‘journey’, of een bestand met ‘kind: cjm’.",
			"This text is no journey that Klantreis can read. Paste a Mermaid diagram that begins with ‘journey’, or a file with ‘kind: cjm’.")}
	}
	text, problems := kinds[at].read("", []byte(pasted))
	for _, p := range problems {
		message, help := p.Text(string(w.lang))
		if p.Pos.Line > 0 {
			message = w.pick("Regel %d: %s", "Line %d: %s", p.Pos.Line, message)
		}
		if p.Severity == journeys.Error {
			return nil, nil, workspace.Told{Code: "tekst", Message: strings.TrimSpace(message + " " + help)}
		}
		notes = append(notes, message)
	}
	return text, notes, nil
}

// exampleAbout says in a sentence what an example shows.
func (w cliWords) exampleAbout(name string) string {
	switch name {
	case "energietoeslag":
		return w.pick("Het rijkste voorbeeld: zes bronnen, en een effect dat gemeten is.", "The richest example: six sources, and an effect that was measured.")
	case "verhuizen":
		return w.pick("Met een klantarena, en hoe lang het duurt voor iedereen.", "With a klantarena, and how long it takes for everybody.")
	case "klantenservice":
		return w.pick("Klachten terugbellen, met een huisstijl en cijfers door de tijd.", "Calling back about complaints, with a house style and marks over time.")
	case "persoonlijk-contact":
		return w.pick("Naast elke digitale stap een mens, met brieven in gewone taal.", "A person beside each digital step, with letters in plain language.")
	}
	return w.pick("Zonder bestanden: gesprekken op straat, met de hand ingevuld.", "Without files: talks on the street, typed by hand.")
}
