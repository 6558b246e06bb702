package main

import (
	"context"
	"errors"
	"path"
	"path/filepath"

	"klantreis/cmd/klantreis/workspace"
	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/render/words"
)

// deskFile is what a file of the desk is, and what one does with it: the groups of api.MadeFile.Use.
type deskFile struct {
	use          string
	title, about [2]string // Dutch, English
}

// deskFiles are the files that the desk makes, by name. What is not in it is a picture for a text of one's own.
var deskFiles = map[string]deskFile{
	"advies.pdf": {"geven", [2]string{"Adviesrapport", "Advice report"}, [2]string{
		"Dit geeft u aan de eigenaar. Er staat in wat u vraagt, en op hoeveel signalen dat rust.",
		"This is what you give to the owner. It says what you ask, and how many signals that rests on."}},
	"presentatie.html": {"tonen", [2]string{"Presentatie", "Presentation"}, [2]string{
		"Om samen door te lopen. Blader met de pijltjes.", "To go through together. Turn the pages with the arrow keys."}},
	"klantreis.html": {"tonen", [2]string{"Kaart met uitleg bij elk getal", "Map that explains each number"}, [2]string{
		"Klik op een getal, en u ziet waar het vandaan komt.", "Click a number to see where it comes from."}},
	"advies.html": {"tonen", [2]string{"Advies als webpagina", "Advice as a web page"}, [2]string{
		"Hetzelfde als het adviesrapport, om op een scherm te lezen.", "The same as the advice report, to read on a screen."}},
	"overzicht.html": {"tonen", [2]string{"Overzicht als webpagina", "Overview as a web page"}, [2]string{
		"Alle klantreizen bij elkaar, om op een scherm te lezen.", "All journeys together, to read on a screen."}},
	"overzicht.pdf": {"tonen", [2]string{"Overzicht als PDF", "Overview as PDF"}, [2]string{
		"Hetzelfde, om te printen of te versturen.", "The same, to print or to send."}},
	"overzicht.xlsx": {"verder", [2]string{"Overzicht (Excel)", "Overview (Excel)"}, [2]string{
		"Om zelf in te sorteren en te zoeken.", "To sort and search in yourself."}},
	"advies.docx": {"verder", [2]string{"Advies (Word)", "Advice (Word)"}, [2]string{
		"Om zelf in verder te schrijven.", "To go on writing in."}},
	"klantreis.pptx": {"verder", [2]string{"Dia’s (PowerPoint)", "Slides (PowerPoint)"}, [2]string{
		"Om zelf dia’s van te kiezen en aan te passen.", "To choose slides from and change them."}},
	"klantreis.xlsx": {"verder", [2]string{"Werkboek (Excel)", "Workbook (Excel)"}, [2]string{
		"De stappen, de aantallen en de adviezen als tabellen.", "Steps, counts and advice as tables."}},
	"advies.md": {"verder", [2]string{"Tekst (Markdown)", "Text (Markdown)"}, [2]string{
		"Voor een wiki of een website.", "For a wiki or a website."}},
	"klantreis.svg":      {"beelden", [2]string{"Kaart (SVG)", "Map (SVG)"}, [2]string{}},
	"klantreis.png":      {"beelden", [2]string{"Kaart (PNG)", "Map (PNG)"}, [2]string{}},
	"klantreis-smal.svg": {"beelden", [2]string{"Kaart voor een telefoon", "Map for a phone"}, [2]string{}},
	"stroom.svg":         {"beelden", [2]string{"Stroom", "Flow"}, [2]string{}},
	"gegevens.json": {"nazien", [2]string{"Alle getallen (JSON)", "All numbers (JSON)"}, [2]string{
		"Elk getal met bron, periode en aantal. Voor een onderzoeker of een programma.",
		"Each number with source, period and count. For a researcher or a program."}},
}

// deskMade is a file as the page lists it.
func deskMade(lang words.Lang, name string) workspace.Made {
	f, known := deskFiles[name]
	at := 0
	if lang == words.English {
		at = 1
	}
	switch {
	case !known && path.Ext(name) == ".pdf":
		return workspace.Made{Name: name, Title: name, Use: "geven"}
	case !known:
		return workspace.Made{Name: name, Title: name, Use: "beelden"}
	}
	return workspace.Made{Name: name, Title: f.title[at], Use: f.use, About: f.about[at]}
}

// export writes a journey for another program, beside its gift.
func (d deskWork) export(a *app, r api.JobRequest) (workspace.Result, error) {
	name, id, err := d.alone(a, r.Path)
	if err != nil {
		return workspace.Result{}, err
	}
	w := exportWordsFor(a.words.lang)
	var kind exporter
	for _, e := range exporters() {
		if e.name == r.As && deskFiles[e.file].use == "verder" {
			kind = e
		}
	}
	if kind.write == nil {
		return workspace.Result{}, errors.New(w.unknown(r.As, "", "docx, pptx, xlsx, markdown"))
	}
	options := dataFlags{}.options()
	defer options.close()
	bounds, err := a.bindFiles([]string{name}, options)
	if err != nil {
		return workspace.Result{}, err
	}
	b := bounds[0]
	if b.problems.HasErrors() {
		return workspace.Result{Problems: a.deskProblems(name, b.problems)}, workspace.Told{Code: "fouten", Message: openWordsFor(a.words.lang).mendFirst}
	}
	content, notes, err := kind.write(a, b, w)
	if err != nil {
		return workspace.Result{}, err
	}
	if a.ctx.Err() != nil {
		return workspace.Result{}, context.Canceled
	}
	made, kept, err := a.saveAside(filepath.Join(d.folder, deskGifts), id, []file{{name: kind.file, content: content}}, func(string) bool { return false })
	if err != nil {
		return workspace.Result{}, err
	}
	for _, k := range kept {
		notes = append(notes, a.words.keptAs(k))
	}
	return workspace.Result{Problems: deskNotes(notes), Folder: path.Join(deskGifts, id), Files: []workspace.Made{deskMade(a.words.lang, made[0])}}, nil
}
