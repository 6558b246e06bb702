package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"klantreis/journeys"
	"klantreis/render"
)

// takeProposal takes over where a group put advice on the board of a presentation, after showing what changes.
func (a *app) takeProposal(path string, src []byte, j *journeys.Journey, o statusFlags) error {
	w := proposalWordsFor(a.words.lang)
	proposal, err := readProposal(o.proposal)
	if err != nil {
		return err
	}
	tell := func(problems journeys.Problems) {
		a.reportEach(a.stderr, problems, func(journeys.Pos) []byte { return proposal })
	}
	places, problems := journeys.ParseProposal(o.proposal, proposal)
	var fresh []byte
	var changes []journeys.Placed
	if !problems.HasErrors() {
		var more journeys.Problems
		fresh, changes, more, err = journeys.PlaceAdvice(path, src, places)
		problems = append(problems, more...).Sorted()
	}
	tell(problems)
	switch {
	case errors.Is(err, journeys.ErrLayout):
		return errors.New(statusWordsFor(a.words.lang).layout)
	case err != nil:
		return err
	case problems.HasErrors():
		fmt.Fprintln(a.stderr, w.nothingDone)
		return errFaults
	case len(changes) == 0:
		fmt.Fprintf(a.stdout, w.same+"\n", path)
		return nil
	}
	fmt.Fprintf(a.stdout, w.comes+"\n", path)
	order := render.AdviceOrder(j)
	for _, c := range changes {
		advice := j.Advice[c.Index]
		fmt.Fprintln(a.stdout, printable(fmt.Sprintf("  %d. %s [%s]: %s", slices.Index(order, c.Index)+1, advice.Title, advice.ID, w.moves(c))))
	}
	fmt.Fprintf(a.stdout, "\n%s\n%s\n", changedLines(src, fresh), w.numbers)
	if !o.yes && !a.confirmed(signalWordsFor(a.words.lang)) {
		fmt.Fprintln(a.stdout, w.notWritten)
		return nil
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, src) {
		return usageError{statusWordsFor(a.words.lang).changed}
	}
	if err := replaceFile(path, fresh); err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, statusWordsFor(a.words.lang).written+"\n", path)
	return nil
}

// readProposal reads no more than a file of a journey may have; the parser tells of one that is larger.
func readProposal(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, journeys.MaxFileSize+1))
}
