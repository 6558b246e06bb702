package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"klantreis/connect"
	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/privacy"
	"klantreis/journeys/tone"
	"klantreis/render"
)

func (a *app) checkCommand() *cobra.Command {
	var asJSON, strict bool
	var data dataFlags
	cmd := &cobra.Command{
		Use: "controleer BESTAND…", Aliases: []string{"check"}, Short: a.words.checkShort, Long: a.words.checkLong, Example: a.words.checkExample,
		Args: a.needFiles,
		RunE: func(_ *cobra.Command, args []string) error {
			return a.check(args, asJSON, strict, data)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, a.words.flagJSON)
	cmd.Flags().BoolVar(&strict, "streng", false, a.words.flagStrict)
	data.add(cmd, a.words)
	return cmd
}

func (a *app) check(args []string, asJSON, strict bool, data dataFlags) error {
	files, err := a.find(args)
	if err != nil {
		if asJSON { // readers of --json count on an array, whatever happens
			a.writeJSON([]jsonProblem{{File: args[0], Severity: "fout", Code: "bestand", Message: a.words.ioError(err)}})
			return errFaults
		}
		return err
	}
	options := data.options()
	defer options.close()
	var all journeys.Problems
	for _, name := range files {
		l, err := a.load(name)
		if err != nil {
			return err
		}
		ev, problems, err := a.bind(l, options)
		if err != nil {
			return err
		}
		style := l.style(render.Stadskamer())
		problems = append(problems, style.Problems...)
		all = append(all, problems...)
		if !asJSON {
			a.report(a.stdout, l, problems)
			a.unclaimed(a.stdout, ev)
			if style.Font != "" {
				fmt.Fprintf(a.stdout, "%s %s\n", a.words.attention, a.words.otherFont(style.Font))
			}
		}
	}
	if asJSON {
		a.writeJSON(a.jsonProblems(all))
	}
	if all.HasErrors() || strict && len(all) > 0 {
		return errFaults
	}
	return nil
}

// bind counts the signals of a journey and gathers all problems of the file and its data. A
// journey that cannot be trusted adds only errors, because its warnings would follow from them.
func (a *app) bind(l *loaded, options dataOptions) (*evidence.Evidence, journeys.Problems, error) {
	if len(l.journey.Steps()) == 0 {
		return &evidence.Evidence{}, l.problems, nil
	}
	root, err := os.OpenRoot(l.folder)
	if err != nil {
		return nil, nil, err
	}
	defer root.Close()
	reading, done := a.reading()
	connector := connect.New(a.ctx, os.Getenv)
	watch, fetched := a.fetching()
	connector.Watch = watch
	o := evidence.Options{Anyway: options.anyway, Reading: reading, Cache: options.cache.of(l.folder), Connector: connector}
	if options.local {
		o.Connector = nil
	}
	ev, found := evidence.BindWith(l.journey, root.FS(), o)
	done()
	fetched()
	if a.ctx.Err() != nil {
		return nil, nil, context.Canceled
	}
	broken := l.problems.HasErrors()
	problems := append(l.problems, privacy.Check(l.journey)...)
	problems = append(problems, tone.Check(l.journey, tone.Standard())...)
	problems = append(problems, tone.CheckHuman(l.journey)...)
	for _, p := range found {
		if broken && p.Severity != journeys.Error || reported(problems, p) {
			continue
		}
		problems = append(problems, p)
	}
	return ev, problems.Sorted(), nil
}

// reported tells whether a file that is missing has been named already.
func reported(all journeys.Problems, p journeys.Problem) bool {
	for _, q := range all {
		if q.Pos == p.Pos && q.Code == p.Code {
			return true
		}
	}
	return false
}

// report writes the problems of one journey for people: where, what, the excerpt, what to do.
func (a *app) report(w io.Writer, l *loaded, problems journeys.Problems) {
	for _, p := range problems {
		message, advice := p.Text(string(a.words.lang))
		fmt.Fprintf(w, "%s: %s: %s [%s]\n", p.Pos, a.words.severity[p.Severity], message, p.Code)
		if excerpt := journeys.Excerpt(l.text(p.Pos), p.Pos); excerpt != "" {
			fmt.Fprintln(w, excerpt)
		}
		if advice != "" {
			fmt.Fprintf(w, "  %s: %s\n", a.words.whatToDo, advice)
		}
		fmt.Fprintln(w)
	}
	if len(problems) == 0 {
		fmt.Fprintf(w, "%s: %s\n", l.journey.Path, a.words.fine)
		return
	}
	fmt.Fprintf(w, "%s: %s\n", l.journey.Path, a.words.found(problems.Count(journeys.Error), problems.Count(journeys.Warning)))
}

// jsonProblem is the contract's form of a problem.
type jsonProblem struct {
	File     string `json:"bestand"`
	Line     int    `json:"regel"`
	Column   int    `json:"kolom"`
	Severity string `json:"ernst"`
	Code     string `json:"code"`
	Message  string `json:"melding"`
	Advice   string `json:"advies"`
}

func (a *app) jsonProblems(all journeys.Problems) []jsonProblem {
	list := []jsonProblem{}
	for _, p := range all {
		message, advice := p.Text(string(a.words.lang))
		list = append(list, jsonProblem{p.Pos.File, p.Pos.Line, p.Pos.Column, p.Severity.String(), p.Code, message, advice})
	}
	return list
}

func (a *app) writeJSON(list []jsonProblem) {
	encoder := json.NewEncoder(a.stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	encoder.Encode(list)
}
