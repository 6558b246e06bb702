package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"klantreis/journeys"
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
	bound, failed := a.bindFiles(files, options)
	var all journeys.Problems
	for _, b := range bound {
		style := b.style(render.Stadskamer())
		problems := append(b.problems, style.Problems...)
		all = append(all, problems...)
		if !asJSON {
			a.report(a.stdout, b.loaded, problems)
			a.unclaimed(a.stdout, b.ev)
			if style.Font != "" {
				fmt.Fprintf(a.stdout, "%s %s\n", a.words.attention, a.words.otherFont(style.Font))
			}
			if !problems.HasErrors() { // what belongs nowhere is told per source already
				a.attend(a.words.journeyNotes(b.journey, b.ev, ""))
			}
		}
	}
	if failed != nil {
		return failed
	}
	if asJSON {
		a.writeJSON(a.jsonProblems(all))
	}
	if all.HasErrors() || strict && len(all) > 0 {
		return errFaults
	}
	return nil
}

// report writes the problems of one journey for people: where, what, the excerpt, what to do.
func (a *app) report(w io.Writer, l *loaded, problems journeys.Problems) {
	a.reportEach(w, problems, l.text)
	if len(problems) == 0 {
		fmt.Fprintf(w, "%s: %s\n", l.journey.Path, a.words.fine)
		return
	}
	fmt.Fprintf(w, "%s: %s\n", l.journey.Path, a.words.found(problems.Count(journeys.Error), problems.Count(journeys.Warning)))
}

// reportEach writes problems for people; text gives the source of the file in which one stands.
func (a *app) reportEach(w io.Writer, problems journeys.Problems, text func(journeys.Pos) []byte) {
	for _, p := range problems {
		message, advice := p.Text(string(a.words.lang))
		fmt.Fprintf(w, "%s: %s: %s [%s]\n", p.Pos, a.words.severity[p.Severity], message, p.Code)
		if excerpt := journeys.Excerpt(text(p.Pos), p.Pos); excerpt != "" {
			fmt.Fprintln(w, excerpt)
		}
		if advice != "" {
			fmt.Fprintf(w, "  %s: %s\n", a.words.whatToDo, advice)
		}
		fmt.Fprintln(w)
	}
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
