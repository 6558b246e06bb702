package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"klantreis/journeys"
	"klantreis/journeys/register"
	"klantreis/journeys/signals"
	"klantreis/render"
	"klantreis/render/html"
	"klantreis/render/pdf"
	"klantreis/render/xlsx"
)

// overviewFlags are the options of `overzicht`.
type overviewFlags struct {
	out, theme, asOf string
	json             bool
	data             dataFlags
}

func (a *app) overviewCommand() *cobra.Command {
	var o overviewFlags
	w := overviewWordsFor(a.words.lang)
	cmd := &cobra.Command{
		Use: w.use, Aliases: []string{"overview"}, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{w.needFolder}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.overview(args, o, w) },
	}
	cmd.Flags().StringVar(&o.asOf, "peildatum", "", w.flagAsOf)
	cmd.Flags().BoolVar(&o.json, "json", false, w.flagJSON)
	cmd.Flags().StringVar(&o.out, "uit", "uit", w.flagOut)
	cmd.Flags().Lookup("uit").DefValue = ""
	cmd.Flags().StringVar(&o.theme, "thema", "", a.words.flagTheme())
	o.data.add(cmd, a.words)
	return cmd
}

func (a *app) overview(args []string, o overviewFlags, w overviewWords) error {
	theme, err := a.themeNamed(o.theme)
	if err != nil {
		return err
	}
	var asOf journeys.Date
	if o.asOf != "" {
		day, ok := a.dayNamed(o.asOf)
		if !ok {
			return usageError{a.words.noDay("peildatum", o.asOf)}
		}
		asOf = day
	}
	files, err := a.find(args)
	if err != nil {
		return a.nothingFound(err, args, w)
	}
	entries, broken, err := a.entries(files, o.data)
	if err != nil {
		return err
	}
	r := register.New(entries, asOf)
	if o.json {
		err = register.WriteJSON(a.stdout, r, broken)
	} else {
		err = a.writeOverview(r, broken, o.out, theme, w)
	}
	if err == nil && len(broken) > 0 {
		return errFaults
	}
	return err
}

// nothingFound helps somebody whose folder holds no journey.
func (a *app) nothingFound(err error, args []string, w overviewWords) error {
	for _, arg := range args {
		if _, e := os.Stat(arg); e != nil {
			return err
		}
	}
	return fmt.Errorf("%w\n%s", err, w.begin)
}

// entries reads all journeys. Those with faults are told on standard error and left out.
func (a *app) entries(files []string, data dataFlags) (entries []register.Entry, broken []register.Broken, err error) {
	options := data.options()
	defer options.close()
	bounds, err := a.bindFiles(files, options)
	if err != nil {
		return nil, nil, err
	}
	progress := a.newProgress(len(files))
	defer progress.close()
	for i, b := range bounds {
		if a.ctx.Err() != nil {
			return nil, nil, context.Canceled
		}
		name, l, problems := files[i], b.loaded, b.problems
		if problems.HasErrors() {
			progress.close()
			a.report(a.stderr, l, problems)
			fmt.Fprintln(a.stderr)
			broken = append(broken, a.brokenFile(name, problems))
			continue
		}
		past, err := a.historyOf(name)
		if err != nil {
			return nil, nil, err
		}
		passed, err := a.passedOn(l)
		if err != nil {
			return nil, nil, err
		}
		progress.done(l.journey.ID)
		entries = append(entries, register.Entry{Journey: l.journey, Evidence: b.ev, History: past, Passed: passed})
	}
	return entries, broken, nil
}

func (a *app) passedOn(l *loaded) (register.Passed, error) {
	root, err := os.OpenRoot(l.folder)
	if err != nil {
		return register.Passed{}, err
	}
	defer root.Close()
	return register.PassedOn(l.journey, root.FS(), signals.Options{Context: a.ctx}), nil
}

func (a *app) brokenFile(name string, problems journeys.Problems) register.Broken {
	b := register.Broken{File: name, Faults: problems.Count(journeys.Error)}
	for _, p := range problems {
		if p.Severity == journeys.Error {
			message, _ := p.Text(string(a.words.lang))
			b.First = message
			if p.Pos.Line > 0 {
				b.First = a.words.pick("regel %d: %s", "line %d: %s", p.Pos.Line, message)
			}
			break
		}
	}
	return b
}

// overviewID is the folder of the overview, beside those of the gifts.
const overviewID = "overzicht"

func (a *app) writeOverview(r *register.Register, broken []register.Broken, out string, theme render.Theme, w overviewWords) error {
	v, names, kept, err := a.saveOverview(r, broken, out, theme)
	if err != nil {
		return err
	}
	for _, line := range v.Lead[1:] {
		fmt.Fprintln(a.stdout, line)
	}
	for _, t := range v.Tiles {
		fmt.Fprintf(a.stdout, "%5s  %s\n", t.Value, strings.TrimSuffix(t.Label+" ("+t.Note+")", " ()"))
	}
	for _, alert := range v.Alerts {
		fmt.Fprintf(a.stdout, "%s %s\n", a.words.attention, alert)
	}
	fmt.Fprintf(a.stdout, "\n%s %s: %s\n", a.words.madeIn, filepath.Join(out, overviewID), strings.Join(names, ", "))
	for _, name := range kept {
		fmt.Fprintf(a.stdout, "  - %s\n", a.words.keptAs(name))
	}
	return nil
}

// saveOverview writes the overview in its three forms. Kept are files of somebody else that stood in its way.
func (a *app) saveOverview(r *register.Register, broken []register.Broken, out string, theme render.Theme) (v render.Register, names, kept []string, err error) {
	var faults []render.BrokenJourney
	for _, b := range broken {
		b.File = inFolder(b.File)
		faults = append(faults, render.BrokenJourney(b))
	}
	r.AsOf.File = inFolder(r.AsOf.File)
	v = render.ComposeRegister(r, faults, a.words.lang)
	var files []file
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"overzicht.html", func(w io.Writer) error { return html.WriteRegister(w, v, theme) }},
		{"overzicht.pdf", func(w io.Writer) error { _, err := pdf.Write(w, v.Report(), theme); return err }},
		{"overzicht.xlsx", func(w io.Writer) error { return xlsx.WriteRegister(w, v, theme) }},
	} {
		var b bytes.Buffer
		if err := f.write(&b); err != nil {
			return v, nil, nil, fmt.Errorf("%s: %w", f.name, err)
		}
		files = append(files, file{name: f.name, content: b.Bytes()})
	}
	names, kept, err = a.saveAside(out, overviewID, files, func(name string) bool { return strings.HasPrefix(name, "overzicht.") })
	return v, names, kept, err
}

// saveAside writes the files aside and moves them in together. Ours tells which files of an earlier
// run are of the same kind.
func (a *app) saveAside(out, id string, files []file, ours func(name string) bool) (names, kept []string, err error) {
	o, err := openOutdir(out, id)
	if err != nil {
		return nil, nil, err
	}
	defer o.discard()
	for _, f := range files {
		if err := o.write(f.name, f.content); err != nil {
			return nil, nil, err
		}
		names = append(names, f.name)
	}
	if a.ctx.Err() != nil {
		return nil, nil, context.Canceled
	}
	kept, err = o.commit(ours)
	return names, kept, err
}

// inFolder is a file with the folder that it stands in, and no more: where on a machine that lies is
// nobody's business.
func inFolder(path string) string {
	if path == "" {
		return ""
	}
	return filepath.ToSlash(filepath.Join(filepath.Base(filepath.Dir(path)), filepath.Base(path)))
}
