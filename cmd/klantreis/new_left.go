package main

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"

	"klantreis/examples"
	"klantreis/journeys"
)

// templateLeft warns of texts of the template in a journey that is about other signals: an invented
// municipality or quote would go into a gift of real data. The template as it was written is in order.
func templateLeft(j *journeys.Journey, folder fs.FS) journeys.Problems {
	own, _ := journeys.Parse("klantreis.yaml", templateFile("klantreis.yaml"))
	if readsOnly(j, own, templateFile, folder) {
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
		if part = strings.TrimSpace(part); strings.Contains(j.Summary, part) && !saidByExample(j, part, folder) {
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

// saidByExample tells whether an example says a text of its signals, and these are those signals: that they
// are invented is true then, and nothing that somebody forgot.
func saidByExample(j *journeys.Journey, text string, folder fs.FS) bool {
	for _, name := range examples.Names() {
		files, _ := examples.Files(name)
		// What differs in a file is seen without reading YAML, which counts for who types at the desk.
		differs := func(s journeys.Source) bool { return s.File != "" && !sameFile(s.File, files[s.File], folder) }
		if slices.ContainsFunc(j.Sources, differs) {
			continue
		}
		own, _ := journeys.Parse("klantreis.yaml", files["klantreis.yaml"])
		if strings.Contains(own.Summary, text) && readsOnly(j, own, func(name string) []byte { return files[name] }, folder) {
			return true
		}
	}
	return false
}

// readsOnly tells whether all that a journey reads are the sources of another one, unchanged. file gives the
// content of a file of that one, nil where it has none.
func readsOnly(j, own *journeys.Journey, file func(string) []byte, folder fs.FS) bool {
	for _, s := range j.Sources {
		known := own.Source(s.Name)
		switch {
		case known == nil:
			return false
		case s.File != "":
			if s.File != known.File || !sameFile(s.File, file(s.File), folder) {
				return false
			}
		case len(s.List) == 0 || !slices.EqualFunc(s.List, known.List, sameSignal):
			return false
		}
	}
	return len(j.Sources) > 0
}

// sameSignal compares two typed signals, wherever they stand in their files.
func sameSignal(a, b journeys.TypedSignal) bool {
	return slices.EqualFunc(a.Fields, b.Fields, func(x, y journeys.FieldValue) bool { return x.Field == y.Field && x.Value == y.Value })
}

// sameFile tells whether a file is there with the wanted content, of which there is some.
func sameFile(name string, wanted []byte, folder fs.FS) bool {
	f, err := folder.Open(name)
	if err != nil {
		return false
	}
	info, err := f.Stat()
	f.Close()
	if err != nil || len(wanted) == 0 || info.Size() != int64(len(wanted)) { // what is large is not read here
		return false
	}
	got, err := fs.ReadFile(folder, name)
	return err == nil && bytes.Equal(got, wanted)
}

// templateFile is a file of the template, which is embedded and so always there.
func templateFile(name string) []byte {
	content, err := template.ReadFile(path.Join("sjabloon", name))
	if err != nil {
		panic("klantreis: embedded template: " + err.Error())
	}
	return content
}
