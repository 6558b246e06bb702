package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	street "klantreis/cmd/klantreis/talk"
	"klantreis/journeys"
	"klantreis/journeys/talk"
)

func (a *app) talkCommand() *cobra.Command {
	var o street.Options
	var out string
	var collect []string
	w := talkWordsFor(a.words.lang)
	cmd := &cobra.Command{
		Use: w.use, Aliases: []string{"talk"}, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return usageError{w.needJourney}
			case len(args) > 1 && len(collect) == 0:
				return usageError{w.tooMany}
			case (out == "") == (len(collect) == 0):
				return usageError{w.oneOfBoth}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if out != "" {
				return a.talkPage(args[0], out, o, w)
			}
			return a.collectTalks(args[0], append(collect, args[1:]...), w)
		},
	}
	cmd.Flags().StringVar(&out, "uit", "", w.flagOut)
	cmd.Flags().StringVar(&o.Question, "vraag", "", w.flagQuestion)
	cmd.Flags().StringVar(&o.Step, "stap", "", w.flagStep)
	cmd.Flags().StringSliceVar(&o.Departments, "afdelingen", nil, w.flagDepartments)
	cmd.Flags().StringSliceVar(&collect, "verzamel", nil, w.flagCollect)
	return cmd
}

// soundJourney reads a journey that has no faults.
func (a *app) soundJourney(arg string) (*loaded, error) {
	name, err := a.oneJourney(arg)
	if err != nil {
		return nil, err
	}
	l, err := a.load(name)
	if err != nil {
		return nil, err
	}
	if l.problems.HasErrors() {
		a.report(a.stderr, l, l.problems)
		return nil, errFaults
	}
	return l, nil
}

// talkPage writes the page for a telephone.
func (a *app) talkPage(arg, out string, o street.Options, w talkWords) error {
	l, err := a.soundJourney(arg)
	if err != nil {
		return err
	}
	if o.Step != "" && l.journey.Step(o.Step) == nil {
		return usageError{w.noStep(o.Step, l.journey)}
	}
	o.Lang, o.Title, o.Journey = string(a.words.lang), l.journey.Title, l.journey.ID
	if o.Question = strings.TrimSpace(o.Question); o.Question == "" {
		o.Question = street.Question(o.Lang)
	}
	page, err := street.Page(o)
	if err != nil {
		return err
	}
	// An older page may be replaced; another file, a journey say, may not.
	switch old, err := os.ReadFile(out); {
	case err == nil && !strings.Contains(string(old), `<script type="application/json" id="plan">`):
		return errors.New(w.taken(out))
	case err == nil:
		err = replaceFile(out, page)
		if err != nil {
			return err
		}
	case errors.Is(err, fs.ErrNotExist):
		if err := writeNew(out, page); err != nil {
			return err
		}
	default:
		return err
	}
	fmt.Fprintf(a.stdout, w.made+"\n", out, arg)
	return nil
}

// collectTalks adds what telephones gave to a journey: all files or none.
func (a *app) collectTalks(arg string, files []string, w talkWords) error {
	l, err := a.soundJourney(arg)
	if err != nil {
		return err
	}
	var all []talk.Talk
	bad := false
	for _, name := range files {
		src, err := readAtMost(name, talk.MostBytes)
		if err != nil {
			fmt.Fprintf(a.stderr, "%s: %s\n", name, a.words.ioError(err))
			bad = true
			continue
		}
		talks, faults := talk.Read(src)
		for _, f := range faults {
			bad = true
			fmt.Fprintln(a.stderr, w.fault(name, f))
		}
		all = append(all, talks...)
	}
	if bad {
		fmt.Fprintln(a.stderr, w.nothingDone)
		return errFaults
	}
	path, folder := l.journey.Path, l.folder
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	old, err := root.ReadFile(filepath.FromSlash(talk.CSV))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	saved, err := talk.Add(path, l.source, old, all)
	switch {
	case errors.Is(err, talk.ErrOther):
		return errors.New(w.other)
	case errors.Is(err, talk.ErrStep):
		return errors.New(w.stepGone(strings.TrimPrefix(err.Error(), talk.ErrStep.Error()+": ")))
	case err != nil:
		return errors.New(w.layout)
	}
	if err := keepTalks(root, folder, old, saved); err != nil {
		return err
	}
	if string(saved.Journey) != string(l.source) {
		if err := replaceFile(path, saved.Journey); err != nil {
			return err
		}
	}
	fmt.Fprintln(a.stdout, w.added(saved.New, saved.Known, filepath.Join(folder, filepath.FromSlash(talk.CSV))))
	if string(saved.Journey) != string(l.source) {
		fmt.Fprint(a.stdout, w.inFile(path), newLines(l.source, saved.Journey))
	}
	fmt.Fprintln(a.stdout, w.removeFiles)
	return nil
}

// keepTalks writes the source, aside first.
func keepTalks(root *os.Root, folder string, old []byte, saved talk.Saved) error {
	name := filepath.FromSlash(talk.CSV)
	if saved.New == 0 {
		return nil
	}
	if err := root.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	if old == nil {
		return writeNew(filepath.Join(folder, name), saved.Talks)
	}
	return replaceFile(filepath.Join(folder, name), saved.Talks)
}

// readAtMost reads a file that should not be large; one byte more than allowed tells that it is.
func readAtMost(name string, most int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most+1))
}

// newLines are the lines of a file that were not in it before.
func newLines(old, fresh []byte) string {
	before := map[string]int{}
	for line := range strings.Lines(string(old)) {
		before[line]++
	}
	var b strings.Builder
	for line := range strings.Lines(string(fresh)) {
		if before[line]--; before[line] < 0 {
			b.WriteString(printable(strings.TrimRight(line, "\r\n")) + "\n")
		}
	}
	return b.String()
}

// stepIDs lists the steps of a journey, for a message.
func stepIDs(j *journeys.Journey) string {
	var ids []string
	for _, s := range j.Steps() {
		ids = append(ids, s.ID)
	}
	return strings.Join(ids, ", ")
}
