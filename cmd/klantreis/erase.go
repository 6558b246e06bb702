package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"klantreis/journeys"
	"klantreis/journeys/signals"
	"klantreis/render/words"
)

// eraseFlags are the options of `wis`, as typed.
type eraseFlags struct {
	age, on string
	yes     bool
}

func (a *app) eraseCommand() *cobra.Command {
	var o eraseFlags
	w := eraseWordsFor(a.words.lang)
	cmd := &cobra.Command{
		Use: "wis REIS --ouder-dan TIJD", Aliases: []string{"erase"}, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) != 1 || args[0] == "-":
				return usageError{w.needOne}
			case o.age == "":
				return usageError{w.needAge}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.erase(args[0], o, w) },
	}
	if a.words.lang == words.English {
		cmd.Use = "wis JOURNEY --ouder-dan TIME"
	}
	cmd.Flags().StringVar(&o.age, "ouder-dan", "", w.flagAge)
	cmd.Flags().StringVar(&o.on, "peildatum", "", w.flagOn)
	cmd.Flags().BoolVar(&o.yes, "ja", false, w.flagYes)
	return cmd
}

var ageForm = regexp.MustCompile(`^([1-9]\d{0,4})([dmjy])$`)

// daysBack counts back from a day: 24m, 2j or 400d. The day of the month is the last one where a month
// is too short.
func daysBack(from journeys.Date, said string) (journeys.Date, bool) {
	m := ageForm.FindStringSubmatch(strings.ToLower(strings.ReplaceAll(said, " ", "")))
	if m == nil {
		return from, false
	}
	n, _ := strconv.Atoi(m[1])
	switch m[2] {
	case "d":
		from = from.AddDays(-n)
	case "j", "y":
		n *= 12
		fallthrough
	default:
		first := time.Date(from.Year, from.Month, 1, 12, 0, 0, 0, time.UTC).AddDate(0, -n, 0)
		last := journeys.DateOf(first).MonthOf().Last()
		from = journeys.Date{Year: last.Year, Month: last.Month, Day: min(from.Day, last.Day)}
	}
	return from, from.Year > 0
}

// doomed is what is old of one source.
type doomed struct {
	source journeys.Source
	files  []signals.Ages
	places []int // in the list of a source that was typed
	list   signals.Ages
}

func (a *app) erase(name string, o eraseFlags, w eraseWords) error {
	today := journeys.DateOf(time.Now().In(journeys.Amsterdam()))
	if o.on != "" {
		day, ok := a.dayNamed(o.on)
		if !ok {
			return usageError{a.words.noDay("peildatum", o.on)}
		}
		today = day
	}
	before, ok := daysBack(today, o.age)
	if !ok {
		return usageError{fmt.Sprintf(w.badAge, o.age)}
	}
	path, err := a.oneJourney(name)
	if err != nil {
		return err
	}
	if path, err = filepath.EvalSymlinks(path); err != nil {
		return err
	}
	l, err := a.load(path)
	if err != nil {
		return err
	}
	if l.problems.HasErrors() {
		a.report(a.stderr, l, l.problems)
		return errFaults
	}
	root, err := os.OpenRoot(l.folder)
	if err != nil {
		return err
	}
	defer root.Close()
	fmt.Fprintf(a.stdout, w.border+"\n\n", a.words.lang.Date(before), a.words.lang.Date(today))
	all, problems := a.oldOf(l.journey, root, before)
	if a.ctx.Err() != nil {
		return context.Canceled
	}
	if problems.HasErrors() {
		a.report(a.stderr, l, problems)
		return errFaults
	}
	if a.tellOld(l.journey, all, w) == 0 {
		if err := cleanUp(l, all); err != nil {
			return err
		}
		fmt.Fprintln(a.stdout, w.nothing)
		return nil
	}
	fmt.Fprintln(a.stdout, w.forGood)
	if !o.yes {
		fmt.Fprint(a.stdout, w.ask)
		answer := strings.ToLower(a.answer())
		fmt.Fprintln(a.stdout)
		if answer != "ja" && answer != "j" && answer != "yes" && answer != "y" {
			fmt.Fprintln(a.stdout, w.kept)
			return nil
		}
	}
	if err := cleanUp(l, all); err != nil {
		return err
	}
	return a.eraseAll(l, path, root, all, before, w)
}

// cleanUp removes what earlier runs left beside the files of the sources.
func cleanUp(l *loaded, all []doomed) error {
	for _, d := range all {
		for _, f := range d.files {
			path, err := erasedPath(l, f)
			if err != nil {
				return err
			}
			if err := removeStale(filepath.Dir(path)); err != nil {
				return err
			}
		}
	}
	return nil
}

// oldOf looks for old records in everything that lies here.
func (a *app) oldOf(j *journeys.Journey, root *os.Root, before journeys.Date) ([]doomed, journeys.Problems) {
	var all []doomed
	var problems journeys.Problems
	for _, s := range j.Sources {
		d := doomed{source: s}
		switch {
		case s.Connection != "":
		case s.File != "":
			reading, done := a.reading()
			files, ps := signals.AgesOf(j, s, root.FS(), before, reading)
			done()
			d.files, problems = files, append(problems, ps...)
		default:
			d.list, d.places = signals.OldInList(s, before)
		}
		all = append(all, d)
	}
	return all, problems
}

// removable tells whether a file goes as a whole: all of its records are old, and its source has others.
func removable(f signals.Ages) bool { return f.Several && f.Old > 0 && f.Old == f.Records }

// tellOld shows what would go, in counts and days, and counts it.
func (a *app) tellOld(j *journeys.Journey, all []doomed, w eraseWords) (going int) {
	tell := func(name string, f signals.Ages, whole bool) {
		line := fmt.Sprintf(w.none, name, f.Records)
		if f.Old > 0 {
			line = fmt.Sprintf(w.some, name, f.Old, f.Records, a.words.lang.Date(f.First), a.words.lang.Date(f.Last))
		}
		fmt.Fprintln(a.stdout, "  "+printable(line))
		if whole {
			fmt.Fprintln(a.stdout, "    "+w.wholeFile)
		}
		if f.Undated > 0 {
			fmt.Fprintf(a.stdout, "    "+w.undated+"\n", f.Undated)
		}
		if f.Old > 0 && f.Whole != "" && !whole {
			fmt.Fprintln(a.stdout, "    "+w.whole[f.Whole])
			return
		}
		going += f.Old
	}
	for _, d := range all {
		fmt.Fprintln(a.stdout, printable(d.source.Name))
		switch {
		case d.source.Connection != "":
			fmt.Fprintln(a.stdout, "  "+w.connection)
		case d.source.File == "":
			tell(w.typed, d.list, false)
		}
		for _, f := range d.files {
			tell(f.Name, f, removable(f))
		}
	}
	fmt.Fprintln(a.stdout)
	return going
}

// eraseAll does what was told, one file after the other; each is whole before and after.
func (a *app) eraseAll(l *loaded, path string, root *os.Root, all []doomed, before journeys.Date, w eraseWords) error {
	fresh := l.source
	typed := 0
	for _, d := range all {
		for _, f := range d.files {
			if f.Old == 0 || f.Whole != "" && !removable(f) {
				continue
			}
			if err := a.eraseFile(l, root, d.source, f, before, w); err != nil {
				return err
			}
		}
		if len(d.places) == 0 {
			continue
		}
		out, err := journeys.RemoveSignals(path, fresh, d.source.Name, d.places)
		if err != nil {
			fmt.Fprintf(a.stderr, w.listLayout+"\n", d.source.Name)
			continue
		}
		fresh, typed = out, typed+len(d.places)
	}
	if typed > 0 {
		if now, err := os.ReadFile(path); err != nil || string(now) != string(l.source) {
			return usageError{w.changed}
		}
		if err := replaceFile(path, fresh); err != nil {
			return err
		}
		fmt.Fprintf(a.stdout, w.gone+"\n", path, typed)
	}
	fmt.Fprintln(a.stdout, w.elsewhere)
	return nil
}

// eraseFile takes the old records out of one file, or removes it.
func (a *app) eraseFile(l *loaded, root *os.Root, s journeys.Source, f signals.Ages, before journeys.Date, w eraseWords) error {
	path, err := erasedPath(l, f)
	if err != nil {
		return err
	}
	if removable(f) {
		again, problems := signals.AgesOfFile(l.journey, s, root.FS(), f.Name, before, signals.Options{Context: a.ctx})
		if problems.HasErrors() || again.Old != again.Records {
			return usageError{fmt.Sprintf(w.fileChanged, f.Name)}
		}
		if err := os.Remove(path); err != nil {
			return err
		}
		fmt.Fprintf(a.stdout, w.removed+"\n", f.Name, f.Old)
		return nil
	}
	err = rewriteFile(path, erasing, func(out io.Writer) error {
		gone, err := signals.WithoutOld(l.journey, s, root.FS(), f.Name, before, out, signals.Options{Context: a.ctx})
		switch {
		case err != nil:
			return err
		case gone.Old != f.Old || gone.Records != f.Records:
			return usageError{fmt.Sprintf(w.fileChanged, f.Name)}
		}
		return nil
	})
	if errors.Is(err, context.Canceled) {
		return context.Canceled
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, w.gone+"\n", f.Name, f.Old)
	return nil
}

// erasedPath is where a file of signals lies, whatever links to it.
func erasedPath(l *loaded, f signals.Ages) (string, error) {
	clean, _ := journeys.LocalPath(f.Name)
	return filepath.EvalSymlinks(filepath.Join(l.folder, filepath.FromSlash(clean)))
}

// erasing is the pattern of files that are written while records are erased.
const erasing = ".klantreis-wis-*"

// removeStale removes what was being written when an earlier run was killed: it holds records too. The
// next run does that, unless somebody says no to it.
func removeStale(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if ours, _ := filepath.Match(erasing, e.Name()); ours && e.Type().IsRegular() {
			if err := os.Remove(filepath.Join(folder, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
