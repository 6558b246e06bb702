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
)

// deskGifts is the folder of gifts below the folder that is open, as on the command line.
const deskGifts = "uit"

// deskJobs are the works that the desk can do, by the same code as the commands. What those would write on a
// terminal goes nowhere; the page shows it.
func (a *app) deskJobs(folder string, root *os.Root) map[string]workspace.Work {
	d := deskWork{folder, root}
	job := func(work func(run *app, r api.JobRequest) (workspace.Result, error)) workspace.Work {
		return func(ctx context.Context, r api.JobRequest, tell func(string, int)) (workspace.Result, error) {
			run := &app{ctx: ctx, stdin: nil, stdout: io.Discard, stderr: io.Discard, words: a.words, follow: tell}
			tell(openWordsFor(a.words.lang).reading, -1)
			result, err := work(run, r)
			if err != nil && ctx.Err() != nil {
				err = context.Canceled
			}
			return result, asDeskError(err, a.words)
		}
	}
	return map[string]workspace.Work{
		"controleer": job(func(run *app, r api.JobRequest) (workspace.Result, error) { return d.check(run, r.Path) }),
		"maak": job(func(run *app, r api.JobRequest) (workspace.Result, error) {
			return d.make(run, r.Path, []string{"kaart", "stroom", "grafieken", "presentatie", "advies", "gegevens"})
		}),
		"presenteer": job(func(run *app, r api.JobRequest) (workspace.Result, error) {
			return d.make(run, r.Path, []string{"presentatie"})
		}),
		"overzicht": job(func(run *app, r api.JobRequest) (workspace.Result, error) { return d.overview(run, r.Path) }),
		"exporteer": job(d.export),
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

// alone gives a journey's file and id, when no other journey of the folder has that id: their gifts would lie in one
// folder.
func (d deskWork) alone(a *app, name string) (file, id string, err error) {
	file = d.whole(name)
	id = journeys.IDFromPath(file)
	if err := d.within(name, deskGifts, path.Join(deskGifts, id)); err != nil {
		return "", "", err
	}
	others, err := journeys.Find(d.root.FS(), func(string, error) error { return fs.SkipDir })
	if err != nil {
		return "", "", err
	}
	for _, other := range others {
		if other != name && journeys.IDFromPath(d.whole(other)) == id {
			return "", "", errors.New(a.words.sameID(id, name, other))
		}
	}
	return file, id, nil
}

func (d deskWork) make(a *app, name string, wanted []string) (workspace.Result, error) {
	file, id, err := d.alone(a, name)
	if err != nil {
		return workspace.Result{}, err
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
	for _, f := range g.files {
		if f.name != "" {
			result.Files = append(result.Files, deskMade(a.words.lang, f.name))
		}
	}
	return result, nil
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
		result.Files = append(result.Files, deskMade(a.words.lang, m))
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
