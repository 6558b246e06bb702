package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"klantreis/journeys"
	"klantreis/journeys/history"
	"klantreis/render"
	"klantreis/render/words"
)

// statusFlags are the options of `status`, as typed.
type statusFlags struct {
	since, reason, kcc, residents, on string
	json                              bool
	proposal                          string
	yes                               bool
}

func (a *app) statusCommand() *cobra.Command {
	var o statusFlags
	w := statusWordsFor(a.words.lang)
	cmd := &cobra.Command{
		Use: "status REIS [ADVIES [STATUS]]", Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return usageError{w.needJourney}
			case len(args) > 3:
				return usageError{w.tooMany}
			case args[0] == "-":
				return usageError{w.noInput}
			case o.json && (len(args) > 2 || o != statusFlags{json: true}):
				return usageError{a.words.jsonReads()}
			case o.proposal != "" && (len(args) > 1 || o != statusFlags{proposal: o.proposal, yes: o.yes}):
				return usageError{proposalWordsFor(a.words.lang).alone}
			case o.yes && o.proposal == "":
				return usageError{proposalWordsFor(a.words.lang).yesAlone}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.status(args, o, w) },
	}
	if a.words.lang == words.English {
		cmd.Use = "status JOURNEY [ADVICE [STATUS]]"
	}
	cmd.Flags().StringVar(&o.since, "sinds", "", w.flagSince)
	cmd.Flags().StringVar(&o.reason, "reden", "", w.flagReason)
	cmd.Flags().StringVar(&o.kcc, "kcc", "", w.flagKCC)
	cmd.Flags().StringVar(&o.residents, "inwoners", "", w.flagResidents)
	cmd.Flags().StringVar(&o.on, "op", "", w.flagOn)
	cmd.Flags().StringVar(&o.proposal, "voorstel", "", proposalWordsFor(a.words.lang).flag)
	cmd.Flags().BoolVar(&o.yes, "ja", false, proposalWordsFor(a.words.lang).flagYes)
	cmd.Flags().BoolVar(&o.json, "json", false, a.words.flagAsJSON())
	return cmd
}

func (a *app) status(args []string, o statusFlags, w statusWords) error {
	path, err := a.oneJourney(args[0])
	if err != nil {
		return err
	}
	if path, err = filepath.EvalSymlinks(path); err != nil {
		return err
	}
	j, src, _, err := journeys.Load(path)
	if err != nil {
		return err
	}
	if _, problems := journeys.Parse(path, src); problems.HasErrors() { // files that it names need not be here
		a.report(a.stderr, &loaded{journey: j, source: src}, problems)
		fmt.Fprintln(a.stderr, w.fixFirst)
		return errFaults
	}
	if len(j.Advice) == 0 && !o.json {
		return usageError{fmt.Sprintf(w.noAdvice, path)}
	}
	if o.proposal != "" {
		return a.takeProposal(path, src, j, o)
	}
	past, err := a.historyOf(path)
	if err != nil {
		return err
	}
	if len(args) == 1 && o.json {
		return a.adviceJSON(j, past, render.AdviceOrder(j))
	}
	if len(args) == 1 && o == (statusFlags{}) {
		a.listAdvice(j)
		fmt.Fprintf(a.stdout, "\n"+w.listHint+"\n", args[0])
		return nil
	}
	if len(args) == 1 {
		return usageError{w.tooFew()}
	}
	index, err := a.oneAdvice(j, args[1])
	if err != nil {
		return err
	}
	if o.json {
		return a.adviceJSON(j, past, []int{index})
	}
	change, on, err := a.adviceChange(args[2:], o)
	if err != nil {
		return err
	}
	if change == (journeys.AdviceChange{}) {
		a.tellAdvice(j, index, past, w)
		return nil
	}
	return a.writeStatus(path, src, j, index, change, on, w)
}

// adviceLine names an advice as lists of it do: number, status, title, id.
func (a *app) adviceLine(j *journeys.Journey, number, index int) string {
	advice := j.Advice[index]
	status := a.words.lang.Report().Statuses[advice.Status]
	if !advice.Since.IsZero() {
		status += ", " + a.words.lang.Report().Since(advice.Since)
	}
	return printable(fmt.Sprintf("%d. %s [%s]: %s", number, advice.Title, advice.ID, status))
}

func (a *app) adviceLines(j *journeys.Journey) []string {
	var lines []string
	for n, i := range render.AdviceOrder(j) {
		lines = append(lines, a.adviceLine(j, n+1, i))
	}
	return lines
}

func (a *app) listAdvice(j *journeys.Journey) {
	for _, line := range a.adviceLines(j) {
		fmt.Fprintln(a.stdout, line)
	}
}

// tellAdvice shows one advice with what happened to it.
func (a *app) tellAdvice(j *journeys.Journey, index int, past []history.Change, w statusWords) {
	number := slices.Index(render.AdviceOrder(j), index) + 1
	fmt.Fprintln(a.stdout, a.adviceLine(j, number, index))
	advice := j.Advice[index]
	if told := a.words.lang.Report().Told(advice.ReportedToKCC, advice.ReportedToResidents); told != "" {
		fmt.Fprintf(a.stdout, "%s: %s\n", a.words.lang.Deck().Feedback, told)
	}
	if advice.Reason != "" {
		fmt.Fprintf(a.stdout, "%s: %s\n", a.words.lang.Deck().Reason, printable(advice.Reason))
	}
	if some := history.Of(past, advice.ID); len(some) > 0 {
		fmt.Fprintln(a.stdout, w.history+":")
		for _, c := range some {
			fmt.Fprintf(a.stdout, "  %s  %s\n", c.On, printable(a.words.lang.Register().Happened(c)))
		}
	}
}

// oneAdvice finds the advice that an argument means: by id, by number, or by a part of the title that
// only one has.
func (a *app) oneAdvice(j *journeys.Journey, said string) (int, error) {
	order := render.AdviceOrder(j)
	var ids []string
	for i, advice := range j.Advice {
		if advice.ID == said {
			return i, nil
		}
		ids = append(ids, advice.ID)
	}
	if n, err := strconv.Atoi(said); err == nil && n >= 1 && n <= len(order) {
		return order[n-1], nil
	}
	part := journeys.FoldSpace(said)
	var found []int
	var lines []string
	for n, i := range order {
		if part != "" && (strings.Contains(journeys.FoldSpace(j.Advice[i].Title), part) || strings.Contains(journeys.Fold(j.Advice[i].ID), part)) {
			found = append(found, i)
			lines = append(lines, a.adviceLine(j, n+1, i))
		}
	}
	switch len(found) {
	case 0:
		return 0, usageError{a.words.noSuchAdvice(said, journeys.Nearest(said, ids), a.adviceLines(j))}
	case 1:
		return found[0], nil
	}
	return 0, usageError{a.words.severalAdvice(said, lines)}
}

// adviceChange reads the status and the options.
func (a *app) adviceChange(args []string, o statusFlags) (c journeys.AdviceChange, on journeys.Date, err error) {
	if len(args) == 1 {
		if c.Status = a.statusNamed(args[0]); c.Status == "" {
			return c, on, usageError{a.words.noSuchStatus(args[0], journeys.Nearest(args[0], journeys.Statuses()))}
		}
	}
	c.Reason = strings.Join(strings.Fields(o.reason), " ")
	on = journeys.DateOf(time.Now().In(journeys.Amsterdam()))
	for _, d := range []struct {
		flag, text string
		into       *journeys.Date
	}{{"sinds", o.since, &c.Since}, {"kcc", o.kcc, &c.ReportedToKCC}, {"inwoners", o.residents, &c.ReportedToResidents}, {"op", o.on, &on}} {
		if d.text == "" {
			continue
		}
		day, ok := a.dayNamed(d.text)
		if !ok {
			return c, on, usageError{a.words.noDay(d.flag, d.text)}
		}
		*d.into = day
	}
	if on.Before(c.Since) {
		return c, on, usageError{fmt.Sprintf(statusWordsFor(a.words.lang).future, c.Since, on)}
	}
	return c, on, nil
}

// statusNamed is the status of that name, in either language; "": there is none.
func (a *app) statusNamed(said string) string {
	plain := func(s string) string { return strings.ReplaceAll(journeys.FoldSpace(s), " ", "-") }
	for _, s := range journeys.Statuses() {
		for _, lang := range []words.Lang{words.Dutch, words.English} {
			if plain(said) == s || plain(said) == plain(lang.Report().Statuses[s]) {
				return s
			}
		}
	}
	return ""
}

// dayNamed reads a day: 2022-09-15, 15-09-2022 or vandaag.
func (a *app) dayNamed(said string) (journeys.Date, bool) {
	if s := journeys.Fold(said); s == "vandaag" || s == "today" {
		return journeys.DateOf(time.Now().In(journeys.Amsterdam())), true
	}
	t, ok := journeys.ParseTime(said)
	return journeys.DateOf(t), ok
}

// writeStatus writes the change into the file, and then into its history.
func (a *app) writeStatus(path string, src []byte, j *journeys.Journey, index int, change journeys.AdviceChange, on journeys.Date, w statusWords) error {
	fresh, warnings, err := journeys.ChangeAdvice(path, src, index, change)
	var problems journeys.Problems
	switch {
	case errors.As(err, &problems):
		a.report(a.stderr, &loaded{journey: j, source: src}, byFlag(withoutPlace(problems, path)))
		return errFaults
	case errors.Is(err, journeys.ErrLayout):
		return errors.New(w.layout)
	case err != nil:
		return err
	case bytes.Equal(fresh, src):
		fmt.Fprintf(a.stdout, w.sameAlready+"\n", path)
		return nil
	}
	past, err := os.ReadFile(history.Path(path))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	advice := j.Advice[index]
	step := history.Change{On: on, Advice: advice.ID, Since: change.Since, Reason: change.Reason, ReportedToKCC: change.ReportedToKCC, ReportedToResidents: change.ReportedToResidents}
	if change.Status != "" && change.Status != advice.Status {
		step.From, step.To = advice.Status, change.Status
	}
	if past, err = history.Append(past, step); err != nil {
		return err
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, src) {
		return usageError{w.changed}
	}
	fmt.Fprint(a.stdout, changedLines(src, fresh))
	if err := replaceFile(path, fresh); err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, w.written+"\n", path)
	if err := a.writeHistory(history.Path(path), past); err != nil {
		return fmt.Errorf(w.noHistory, a.words.ioError(err))
	}
	for _, p := range byFlag(warnings) {
		message, advice := p.Text(string(w.lang))
		fmt.Fprintf(a.stdout, "%s %s %s\n", a.words.attention, message, advice)
	}
	return nil
}

// writeHistory replaces the history, or begins one.
func (a *app) writeHistory(path string, content []byte) error {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			return err
		}
	}
	return replaceFile(path, content)
}

// historyOf reads what was kept of a journey's advice, and tells of lines that cannot be read.
func (a *app) historyOf(path string) ([]history.Change, error) {
	name := history.Path(path)
	src, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	all, problems := history.Parse(name, src)
	for _, p := range problems {
		message, advice := p.Text(string(a.words.lang))
		fmt.Fprintf(a.stderr, "%s: %s: %s %s [%s]\n", p.Pos, a.words.severity[p.Severity], message, advice, p.Code)
	}
	return all, nil
}

// withoutPlace takes the place in a file that was never written from problems.
func withoutPlace(ps journeys.Problems, file string) journeys.Problems {
	ps = slices.Clone(ps)
	for i := range ps {
		ps[i].Pos = journeys.Pos{File: file}
	}
	return ps
}

// byFlag has problems say which option mends them, where the file would say which line.
func byFlag(ps journeys.Problems) journeys.Problems {
	ps = slices.Clone(ps)
	for i := range ps {
		switch ps[i].Code {
		case "reden-verplicht":
			ps[i].Code = "status-reden"
		case "sinds-ontbreekt":
			ps[i].Code = "status-sinds"
		}
	}
	return ps
}

// changedLines shows which lines went and which came.
func changedLines(old, fresh []byte) string {
	before, after := strings.Split(string(old), "\n"), strings.Split(string(fresh), "\n")
	from, tail := 0, 0
	for from < min(len(before), len(after)) && before[from] == after[from] {
		from++
	}
	for tail < min(len(before), len(after))-from && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	before, after = before[from:len(before)-tail], after[from:len(after)-tail]
	var b strings.Builder
	for _, side := range []struct {
		sign        string
		these, them []string
	}{{"− ", before, after}, {"+ ", after, before}} {
		for _, line := range side.these {
			if !slices.Contains(side.them, line) {
				b.WriteString(side.sign + printable(strings.TrimSuffix(line, "\r")) + "\n")
			}
		}
	}
	return b.String()
}
