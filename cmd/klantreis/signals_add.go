package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/insight"
)

// addProposal writes a proposed selector into the journey, after showing what changes.
func (a *app) addProposal(m *material, f *insight.Findings, o signalFlags, w signalWords) error {
	proposal := chosenProposal(f.Proposals, o.proposal)
	step := m.loaded.journey.Step(o.addTo)
	if step == nil {
		var ids []string
		for _, s := range m.loaded.journey.Steps() {
			ids = append(ids, s.ID)
		}
		return usageError{w.unknownStep(o.addTo, journeys.Nearest(o.addTo, ids), ids)}
	}
	if proposal == nil {
		return usageError{w.choose(o.proposal, f.Proposals, m.loaded.journey)}
	}
	if o.yes && o.proposal != proposal.Selector.ID {
		return usageError{w.needsID(m.path, o.addTo, proposal.Selector)}
	}
	path, err := filepath.EvalSymlinks(m.path)
	if err != nil {
		return err
	}
	fresh, err := journeys.AddSelector(m.path, m.loaded.source, o.addTo, proposal.Selector)
	if errors.Is(err, journeys.ErrLayout) {
		return errors.New(w.pasteYourself)
	}
	if err != nil {
		return fmt.Errorf(w.cannotAdd, err)
	}
	fmt.Fprint(a.stdout, told(w.choice.comes, step.Title, m.path)+"\n\n"+addedLines(m.loaded.source, fresh)+"\n")
	if !o.yes && !a.confirmed(w) {
		fmt.Fprintln(a.stdout, w.notWritten)
		return nil
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, m.loaded.source) {
		return usageError{w.changedMeanwhile}
	}
	if err := replaceFile(path, fresh); err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, w.added+"\n", o.addTo, m.path)
	fmt.Fprintln(a.stdout, told(a.toldWords().numbers, quotedArgument(m.path)))
	return nil
}

// chosenProposal finds a proposal by its id, or else by its number in the list; nil: neither.
func chosenProposal(all []insight.Proposal, choice string) *insight.Proposal {
	for i := range all {
		if all[i].Selector.ID == choice {
			return &all[i]
		}
	}
	if n, err := strconv.Atoi(choice); err == nil && n >= 1 && n <= len(all) {
		return &all[n-1]
	}
	return nil
}

// confirmed asks; no answer is no.
func (a *app) confirmed(w signalWords) bool {
	fmt.Fprint(a.stdout, w.ask)
	answer := make([]byte, 0, 8)
	for one := make([]byte, 1); len(answer) < 8; {
		if n, err := io.ReadFull(a.stdin, one); n == 0 || err != nil || one[0] == '\n' {
			break
		}
		answer = append(answer, one[0])
	}
	fmt.Fprintln(a.stdout)
	switch strings.ToLower(strings.TrimSpace(string(answer))) {
	case "j", "ja", "y", "yes":
		return true
	}
	return false
}

// addedLines are the lines that one insertion adds; with what stood on the line, where it was made inside one.
func addedLines(old, fresh []byte) string {
	before, after := strings.Split(string(old), "\n"), strings.Split(string(fresh), "\n")
	from := 0
	for from < len(before) && from < len(after) && before[from] == after[from] {
		from++
	}
	tail := 0
	for tail < len(before)-from && tail < len(after)-from && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	var b strings.Builder
	for _, l := range after[from : len(after)-tail] {
		b.WriteString(printable(strings.TrimSuffix(l, "\r")) + "\n")
	}
	return b.String()
}

// replaceFile writes the file aside and moves it in its place, with the rights that it had.
func replaceFile(path string, content []byte) error {
	return rewriteFile(path, ".klantreis-*", func(out io.Writer) error {
		_, err := out.Write(content)
		return err
	})
}

// rewriteFile has the new file written aside, under a name of that pattern, and moves it in its place, with the rights that it had.
// After an error, or when the program is killed, the old file is as it was.
func rewriteFile(path, pattern string, write func(io.Writer) error) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	aside, err := os.CreateTemp(filepath.Dir(path), pattern)
	if err != nil {
		return err
	}
	defer os.Remove(aside.Name())
	err = write(aside)
	for _, step := range []func() error{func() error { return aside.Chmod(info.Mode().Perm()) }, aside.Sync, aside.Close} {
		if e := step(); err == nil {
			err = e
		}
	}
	if err != nil {
		return err
	}
	return os.Rename(aside.Name(), path)
}
