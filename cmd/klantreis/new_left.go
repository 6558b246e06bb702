package main

import (
	"bytes"
	"io/fs"
	"path"
	"strings"

	"klantreis/journeys"
)

// templateLeft warns of texts of the template in a journey that is about other signals: an invented
// municipality or quote would go into a gift of real data. The template as it was written is in order.
func templateLeft(j *journeys.Journey, folder fs.FS) journeys.Problems {
	own, _ := journeys.Parse("klantreis.yaml", templateFile("klantreis.yaml"))
	if ownSignals(j, own, folder) {
		return nil
	}
	var ps journeys.Problems
	warn := func(at journeys.Pos, text string) {
		ps = append(ps, journeys.Problem{Pos: at, Severity: journeys.Warning, Code: "sjabloon-tekst", Args: []any{text}})
	}
	if j.Municipality == own.Municipality {
		warn(j.At("gemeente"), j.Municipality)
	}
	for _, part := range strings.SplitAfter(own.Summary, ". ") {
		if part = strings.TrimSpace(part); strings.Contains(j.Summary, part) {
			warn(j.At("samenvatting"), part)
			break
		}
	}
	if j.Persona.Quote != "" && j.Persona.Quote == own.Persona.Quote {
		warn(j.Persona.At("citaat"), j.Persona.Quote)
	}
	quotes := map[string]bool{}
	for _, step := range own.Steps() {
		for _, q := range step.Quotes {
			quotes[q.Text] = true
		}
	}
	for _, step := range j.Steps() {
		for _, q := range step.Quotes {
			if quotes[q.Text] {
				warn(q.At("tekst"), q.Text)
			}
		}
		if strings.Contains(step.HumanContact, "14 0xx") {
			warn(step.At("menselijk-contact"), step.HumanContact)
		}
	}
	return ps
}

// ownSignals tells whether all that a journey reads is the file of the template, unchanged.
func ownSignals(j, own *journeys.Journey, folder fs.FS) bool {
	wanted := templateFile(own.Sources[0].File)
	for _, s := range j.Sources {
		if s.File == "" {
			return false
		}
		f, err := folder.Open(s.File)
		if err != nil {
			return false
		}
		info, err := f.Stat()
		f.Close()
		if err != nil || info.Size() != int64(len(wanted)) { // what is large is not read here
			return false
		}
		if got, err := fs.ReadFile(folder, s.File); err != nil || !bytes.Equal(got, wanted) {
			return false
		}
	}
	return len(j.Sources) > 0
}

// templateFile is a file of the template, which is embedded and so always there.
func templateFile(name string) []byte {
	content, err := template.ReadFile(path.Join("sjabloon", name))
	if err != nil {
		panic("klantreis: embedded template: " + err.Error())
	}
	return content
}
