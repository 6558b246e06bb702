package main

import (
	"io/fs"
	"path/filepath"
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

// pasted turns a text of somebody else's program into a journey.
func (b begins) pasted(string) (text []byte, notes []string, err error) {
	return nil, nil, workspace.Told{Code: "tekst", Message: b.words.pick("Deze tekst kan deze versie nog niet lezen.", "This version cannot read this text yet.")}
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
