package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"klantreis/journeys"
	"klantreis/journeys/language"
	"klantreis/journeys/quotes"
	"klantreis/render/words"
)

// quoteFlags are the options of `citaten`, as typed.
type quoteFlags struct {
	most            int
	choose, approve string
	json            bool
}

// mostQuotes bounds --aantal.
const mostQuotes = 20

func (a *app) quotesCommand() *cobra.Command {
	var o quoteFlags
	w := quoteWordsFor(a.words.lang)
	cmd := &cobra.Command{
		Use: "citaten REIS [SIGNAAL]", Aliases: []string{"quotes"}, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) == 0 || len(args) > 2:
				return usageError{w.needOne}
			case args[0] == "-":
				return usageError{w.noInput}
			case o.most < 1 || o.most > mostQuotes:
				return usageError{fmt.Sprintf(w.badNumber, mostQuotes)}
			case o.choose != "" && o.approve != "" || o.json && o.choose+o.approve != "":
				return usageError{w.oneOf}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.quotes(args, o, w) },
	}
	if a.words.lang == words.English {
		cmd.Use = "citaten JOURNEY [SIGNAL]"
	}
	cmd.Flags().IntVar(&o.most, "aantal", 3, w.flagMost)
	cmd.Flags().Lookup("aantal").DefValue = "0" // the text tells it, in the language
	cmd.Flags().StringVar(&o.choose, "kies", "", w.flagChoose)
	cmd.Flags().StringVar(&o.approve, "akkoord", "", w.flagApprove)
	cmd.Flags().BoolVar(&o.json, "json", false, w.flagJSON)
	return cmd
}

func (a *app) quotes(args []string, o quoteFlags, w quoteWords) error {
	path, err := a.oneJourney(args[0])
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
	if _, problems := journeys.Parse(path, l.source); problems.HasErrors() {
		a.report(a.stderr, l, problems)
		return errFaults
	}
	if o.approve != "" {
		return a.approveQuotes(l, path, o.approve, w)
	}
	want, err := wantedSelector(l.journey, args[1:], w)
	if err != nil {
		return err
	}
	root, err := os.OpenRoot(l.folder)
	if err != nil {
		return err
	}
	defer root.Close()
	reading, done := a.reading()
	found, problems := quotes.Find(l.journey, root.FS(), want, o.most, reading)
	done()
	if a.ctx.Err() != nil {
		return context.Canceled
	}
	if problems.HasErrors() {
		a.report(a.stderr, l, problems)
		return errFaults
	}
	var all []chosenQuote
	for _, g := range found.Groups {
		for _, p := range g.Proposals {
			all = append(all, chosenQuote{g.Step, journeys.Quote{Text: p.Text, Source: p.Source}})
		}
	}
	switch {
	case o.json:
		return a.quotesJSON(found)
	case o.choose != "":
		return a.writeQuotes(l, path, all, o.choose, w)
	}
	a.tellQuotes(l.journey, found, args[0], w)
	if f, ok := a.stdin.(*os.File); ok && len(all) > 0 && term.IsTerminal(int(f.Fd())) {
		fmt.Fprint(a.stdout, "\n"+w.ask)
		if answer := a.answer(); answer != "" {
			return a.writeQuotes(l, path, all, answer, w)
		}
		fmt.Fprintln(a.stdout, w.none)
	}
	return nil
}

// chosenQuote is a quote with the step that it belongs to.
type chosenQuote struct {
	step  *journeys.Step
	quote journeys.Quote
}

// wantedSelector tells which selectors to look at: the one of that id or title, or all.
func wantedSelector(j *journeys.Journey, args []string, w quoteWords) (func(*journeys.Selector) bool, error) {
	var ids []string
	n := 0
	said := ""
	if len(args) > 0 {
		said = args[0]
	}
	want := func(s *journeys.Selector) bool {
		return said == "" || s.ID == said || journeys.FoldSpace(s.Title) == journeys.FoldSpace(said)
	}
	for _, step := range j.Steps() {
		for i := range step.Selectors {
			ids = append(ids, step.Selectors[i].ID)
			if want(&step.Selectors[i]) {
				n++
			}
		}
	}
	switch {
	case len(ids) == 0:
		return nil, usageError{w.noSignals}
	case n == 0:
		return nil, usageError{w.noSuchSignal(said, journeys.Nearest(said, ids), ids)}
	}
	return want, nil
}

// tellQuotes shows what could be quoted, and what waits in the file.
func (a *app) tellQuotes(j *journeys.Journey, found quotes.Result, name string, w quoteWords) {
	fmt.Fprintln(a.stdout, w.notShown)
	number := 0
	taken := false
	for _, g := range found.Groups {
		fmt.Fprintf(a.stdout, "\n%s\n", printable(fmt.Sprintf(w.group, g.Selector.Title, g.Selector.ID, g.Step.Title)))
		switch {
		case g.Few && len(g.Proposals) == 0:
			fmt.Fprintf(a.stdout, "  %s\n", w.few)
		case len(g.Proposals) == 0:
			fmt.Fprintf(a.stdout, "  %s\n", w.nothing)
		}
		for _, p := range g.Proposals {
			number++
			line := fmt.Sprintf(w.proposal, p.Text, p.Source)
			if p.Agreed {
				line += w.agreed
			}
			fmt.Fprintf(a.stdout, "%3d. %s\n", number, printable(line))
			taken = taken || p.Redacted
		}
	}
	waiting := false
	for _, s := range j.Steps() {
		for _, q := range s.Quotes {
			if q.Approved {
				continue
			}
			if !waiting {
				fmt.Fprintf(a.stdout, "\n%s\n", w.waiting)
			}
			waiting = true
			fmt.Fprintf(a.stdout, "  %s\n", printable(fmt.Sprintf(w.waits, q.Pos.Line, language.Redact(q.Text), s.Title)))
		}
	}
	fmt.Fprintln(a.stdout)
	if len(found.Away) > 0 {
		fmt.Fprintf(a.stdout, w.away+"\n", strings.Join(found.Away, ", "))
	}
	if taken {
		fmt.Fprintln(a.stdout, w.redacted)
	}
	if number > 0 {
		fmt.Fprintf(a.stdout, w.read+"\n"+w.howTo+"\n", name)
	}
	if waiting {
		fmt.Fprintf(a.stdout, w.howApprove+"\n", name)
	}
}

// quotesJSON writes the proposals, and of no other signal its text.
func (a *app) quotesJSON(found quotes.Result) error {
	type proposal struct {
		Number   int    `json:"nummer"`
		Text     string `json:"tekst"`
		Source   string `json:"bron"`
		Redacted bool   `json:"weggelaten"`
		Agreed   bool   `json:"toestemming"`
	}
	type group struct {
		Signal    string     `json:"signaal"`
		Step      string     `json:"stap"`
		Few       bool       `json:"te_weinig"`
		Proposals []proposal `json:"voorstellen"`
	}
	list := []group{}
	number := 0
	for _, g := range found.Groups {
		out := group{g.Selector.ID, g.Step.ID, g.Few, []proposal{}}
		for _, p := range g.Proposals {
			number++
			out.Proposals = append(out.Proposals, proposal{number, p.Text, p.Source, p.Redacted, p.Agreed})
		}
		list = append(list, out)
	}
	encoder := json.NewEncoder(a.stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(list)
}

// numbersIn reads "1,3" or "1 3": each number once; bad is the part that is no number from 1 on.
func numbersIn(said string) (all []int, bad string) {
	for _, part := range strings.FieldsFunc(said, func(r rune) bool { return r == ',' || r == ' ' }) {
		n, err := strconv.Atoi(part)
		if err != nil || n < 1 {
			return nil, part
		}
		if !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	return all, ""
}

// writeQuotes writes the chosen ones into the file.
func (a *app) writeQuotes(l *loaded, path string, all []chosenQuote, said string, w quoteWords) error {
	numbers, bad := numbersIn(said)
	if bad == "" && len(numbers) > 0 && slices.Max(numbers) > len(all) {
		bad = strconv.Itoa(slices.Max(numbers))
	}
	if bad != "" || len(numbers) == 0 {
		return usageError{w.noSuchNumber(bad, len(all))}
	}
	fresh := l.source
	for _, step := range l.journey.Steps() {
		var these []journeys.Quote
		for _, n := range numbers {
			if all[n-1].step.ID == step.ID {
				these = append(these, all[n-1].quote)
			}
		}
		if len(these) == 0 {
			continue
		}
		var err error
		if fresh, err = journeys.AddQuotes(path, fresh, step.ID, these); err != nil {
			return a.cannotWrite(l, path, err, w)
		}
	}
	return a.replaceJourney(l, path, fresh, w)
}

// approveQuotes approves the waiting quotes that begin on the given lines.
func (a *app) approveQuotes(l *loaded, path, said string, w quoteWords) error {
	lines, bad := numbersIn(said)
	if bad != "" || len(lines) == 0 {
		return usageError{fmt.Sprintf(w.noSuchLine, said)}
	}
	slices.SortFunc(lines, func(x, y int) int { return y - x }) // from below, so that lines keep their numbers
	fresh := l.source
	for _, line := range lines {
		var err error
		fresh, err = journeys.ApproveQuote(path, fresh, line)
		if errors.Is(err, journeys.ErrNoQuote) {
			return usageError{fmt.Sprintf(w.noSuchLine, strconv.Itoa(line))}
		}
		if err != nil {
			return a.cannotWrite(l, path, err, w)
		}
	}
	return a.replaceJourney(l, path, fresh, w)
}

func (a *app) cannotWrite(l *loaded, path string, err error, w quoteWords) error {
	var problems journeys.Problems
	switch {
	case errors.As(err, &problems):
		a.report(a.stderr, l, withoutPlace(problems, path))
		return errFaults
	case errors.Is(err, journeys.ErrLayout):
		return errors.New(w.layout)
	}
	return err
}

// replaceJourney puts the new file in the place of the old one, unless somebody changed that.
func (a *app) replaceJourney(l *loaded, path string, fresh []byte, w quoteWords) error {
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, l.source) {
		return usageError{w.changed}
	}
	fmt.Fprint(a.stdout, changedLines(l.source, fresh))
	if err := replaceFile(path, fresh); err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, w.written+"\n", path)
	return nil
}

// answer reads one line from the terminal.
func (a *app) answer() string {
	var line []byte
	for one := make([]byte, 1); len(line) < 200; {
		if n, err := a.stdin.Read(one); n == 0 || err != nil || one[0] == '\n' {
			break
		}
		line = append(line, one[0])
	}
	return strings.TrimSpace(string(line))
}
