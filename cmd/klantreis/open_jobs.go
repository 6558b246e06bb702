package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"klantreis/cmd/klantreis/workspace"
	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
	"klantreis/journeys/register"
	"klantreis/render"
	"klantreis/render/words"
)

// deskGifts is the folder of gifts below the folder that is open, as on the command line.
const deskGifts = "uit"

// deskJobs are the works that the desk can do, by the same code as the commands. What those would write on a
// terminal goes nowhere; the page shows it.
func (a *app) deskJobs(folder string, root *os.Root) map[string]workspace.Work {
	d := deskWork{folder, root}
	job := func(work func(run *app, path string) (workspace.Result, error)) workspace.Work {
		return func(ctx context.Context, r api.JobRequest, tell func(string, int)) (workspace.Result, error) {
			run := &app{ctx: ctx, stdin: nil, stdout: io.Discard, stderr: io.Discard, words: a.words, follow: tell}
			tell(openWordsFor(a.words.lang).reading, -1)
			result, err := work(run, r.Path)
			if err != nil && ctx.Err() != nil {
				err = context.Canceled
			}
			return result, asDeskError(err, a.words)
		}
	}
	return map[string]workspace.Work{
		"controleer": job(d.check),
		"maak": job(func(run *app, path string) (workspace.Result, error) {
			return d.make(run, path, []string{"kaart", "stroom", "grafieken", "presentatie", "advies", "gegevens"})
		}),
		"presenteer": job(func(run *app, path string) (workspace.Result, error) {
			return d.make(run, path, []string{"presentatie"})
		}),
		"overzicht": job(d.overview),
	}
}

// asDeskError puts an error in the words of the command line, without the folder's place on this machine.
func asDeskError(err error, w cliWords) error {
	var told workspace.Told
	var place *fs.PathError
	var held blocked
	switch {
	case err == nil, errors.As(err, &told), errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &held):
		return workspace.Told{Code: "bestand", Message: w.blocked(held, held.name)}
	case errors.As(err, &place):
		return workspace.Told{Code: "bestand", Message: w.ioError(&fs.PathError{Op: place.Op, Path: filepath.Base(place.Path), Err: place.Err})}
	}
	return workspace.Told{Code: "fout", Message: w.ioError(err)}
}

// deskWork is the folder that works are about.
type deskWork struct {
	folder string
	root   *os.Root
}

func (d deskWork) whole(name string) string { return filepath.Join(d.folder, filepath.FromSlash(name)) }

// within refuses a name that a link leads out of the folder.
func (d deskWork) within(names ...string) error {
	for _, name := range names {
		if _, err := d.root.Stat(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

func (d deskWork) check(a *app, name string) (workspace.Result, error) {
	if err := d.within(name); err != nil {
		return workspace.Result{}, err
	}
	options := dataFlags{}.options()
	defer options.close()
	bounds, err := a.bindFiles([]string{d.whole(name)}, options)
	if err != nil {
		return workspace.Result{}, err
	}
	b := bounds[0]
	style := b.style(render.Stadskamer())
	problems := append(b.problems, style.Problems...)
	result := workspace.Result{Problems: a.deskProblems(d.whole(name), problems)}
	if problems.HasErrors() {
		return result, nil
	}
	var told []string
	if line := a.words.lang.Report().Unclaimed(b.ev); line != "" {
		told = append(told, line)
	}
	result.Problems = append(result.Problems, deskNotes(append(told, a.words.journeyNotes(b.journey, b.ev, style.Font)...))...)
	return result, nil
}

// deskNotes are sentences that deserve attention, as the page shows them.
func deskNotes(notes []string) []api.Problem {
	var out []api.Problem
	for _, note := range notes {
		out = append(out, api.Problem{Severity: "warning", Code: "let-op", Message: note})
	}
	return out
}

func (d deskWork) make(a *app, name string, wanted []string) (workspace.Result, error) {
	file, id := d.whole(name), journeys.IDFromPath(d.whole(name))
	if err := d.within(name, deskGifts, path.Join(deskGifts, id)); err != nil {
		return workspace.Result{}, err
	}
	others, err := journeys.Find(d.root.FS(), func(string, error) error { return fs.SkipDir })
	if err != nil {
		return workspace.Result{}, err
	}
	for _, other := range others {
		if other != name && journeys.IDFromPath(d.whole(other)) == id {
			return workspace.Result{}, errors.New(a.words.sameID(id, name, other))
		}
	}
	theme, err := a.themeNamed("")
	if err != nil {
		return workspace.Result{}, err
	}
	options := dataFlags{}.options()
	defer options.close()
	o := order{wanted: map[string]bool{}, look: theme, data: options}
	for _, part := range wanted {
		o.wanted[part] = true
	}
	gifts, faulty, err := a.loadGifts([]string{file}, o)
	if err != nil {
		return workspace.Result{}, err
	}
	if len(faulty) > 0 {
		return workspace.Result{Problems: a.deskProblems(file, faulty[0].problems)}, workspace.Told{Code: "fouten", Message: openWordsFor(a.words.lang).mendFirst}
	}
	if err := a.makeGifts(gifts, filepath.Join(d.folder, deskGifts), o); err != nil {
		return workspace.Result{}, err
	}
	g := gifts[0]
	result := workspace.Result{Problems: a.deskProblems(file, g.found), Folder: path.Join(deskGifts, id)}
	result.Problems = append(result.Problems, deskNotes(a.words.notes(g))...)
	titles := openWordsFor(a.words.lang).titles
	for _, f := range g.files {
		if f.name != "" {
			result.Files = append(result.Files, workspace.Made{Name: f.name, Title: titleOf(titles, f.name)})
		}
	}
	return result, nil
}

func titleOf(titles map[string]string, name string) string {
	if title := titles[name]; title != "" {
		return title
	}
	return name
}

func (d deskWork) overview(a *app, name string) (workspace.Result, error) {
	names := []string{name}
	if name == "" {
		var err error
		if names, err = journeys.Find(d.root.FS(), func(string, error) error { return fs.SkipDir }); err != nil {
			return workspace.Result{}, err
		}
	}
	w := openWordsFor(a.words.lang)
	if len(names) == 0 {
		return workspace.Result{}, workspace.Told{Code: "leeg", Message: w.nothingYet}
	}
	if err := d.within(append(slices.Clone(names), deskGifts, path.Join(deskGifts, overviewID))...); err != nil {
		return workspace.Result{}, err
	}
	files := make([]string, len(names))
	for i, n := range names {
		files[i] = d.whole(n)
	}
	entries, broken, err := a.entries(files, dataFlags{})
	if err != nil {
		return workspace.Result{}, err
	}
	theme, err := a.themeNamed("")
	if err != nil {
		return workspace.Result{}, err
	}
	today, _ := a.dayNamed("vandaag") // waiting counts to the day on which somebody looks, as on the cards
	_, made, kept, err := a.saveOverview(register.New(entries, today), broken, filepath.Join(d.folder, deskGifts), theme)
	if err != nil {
		return workspace.Result{}, err
	}
	result := workspace.Result{Folder: path.Join(deskGifts, overviewID)}
	for _, b := range broken {
		result.Problems = append(result.Problems, api.Problem{Severity: "error", Code: "overgeslagen", Message: w.leftOut(inFolder(b.File), b.First)})
	}
	for _, k := range kept {
		result.Problems = append(result.Problems, deskNotes([]string{a.words.keptAs(k)})...)
	}
	for _, m := range made {
		result.Files = append(result.Files, workspace.Made{Name: m, Title: titleOf(w.titles, m)})
	}
	return result, nil
}

// deskProblems puts problems in the form of the page. What stands in another file has no line here.
func (a *app) deskProblems(file string, all journeys.Problems) []api.Problem {
	out := make([]api.Problem, 0, len(all))
	for _, p := range all {
		message, help := p.Text(string(a.words.lang))
		one := api.Problem{Line: p.Pos.Line, Column: p.Pos.Column, EndColumn: p.Pos.Column + 1, Severity: "error", Code: p.Code, Message: message, Help: help}
		if p.Severity == journeys.Warning {
			one.Severity = "warning"
		}
		if p.Pos.File != file {
			one.Line, one.Column, one.EndColumn = 0, 0, 0
			if p.Pos.File != "" {
				one.Message = inFolder(p.Pos.File) + ": " + message
			}
		}
		out = append(out, one)
	}
	return out
}

// giftTitles are what the files of a gift are, for people.
func giftTitles(w cliWords) map[string]string {
	dutch := map[string]string{"advies.pdf": "Adviesrapport (PDF)", "advies.html": "Adviesrapport (webpagina)", "presentatie.html": "Presentatie",
		"klantreis.html": "Kaart met uitleg bij elk getal", "klantreis.svg": "Kaart (SVG)", "klantreis.png": "Kaart (PNG)", "klantreis-smal.svg": "Kaart voor een telefoon",
		"stroom.svg": "Stroom", "gegevens.json": "Gegevens (JSON)", "overzicht.html": "Overzicht (webpagina)", "overzicht.pdf": "Overzicht (PDF)", "overzicht.xlsx": "Overzicht (Excel)"}
	english := map[string]string{"advies.pdf": "Advice report (PDF)", "advies.html": "Advice report (web page)", "presentatie.html": "Presentation",
		"klantreis.html": "Map that explains each number", "klantreis.svg": "Map (SVG)", "klantreis.png": "Map (PNG)", "klantreis-smal.svg": "Map for a phone",
		"stroom.svg": "Flow", "gegevens.json": "Data (JSON)", "overzicht.html": "Overview (web page)", "overzicht.pdf": "Overview (PDF)", "overzicht.xlsx": "Overview (Excel)"}
	if w.lang == words.English {
		return english
	}
	return dutch
}
