package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/insight"
)

// addProposal writes a proposed selector into the journey, after showing what changes.
func (a *app) addProposal(m *material, f *insight.Findings, o signalFlags, w signalWords) error {
	if o.proposal < 1 || o.proposal > len(f.Proposals) {
		return usageError{w.choose(len(f.Proposals))}
	}
	if m.loaded.journey.Step(o.addTo) == nil {
		var ids []string
		for _, s := range m.loaded.journey.Steps() {
			ids = append(ids, s.ID)
		}
		return usageError{w.unknownStep(o.addTo, journeys.Nearest(o.addTo, ids), ids)}
	}
	path, err := filepath.EvalSymlinks(m.path)
	if err != nil {
		return err
	}
	fresh, err := journeys.AddSelector(m.path, m.loaded.source, o.addTo, f.Proposals[o.proposal-1].Selector)
	if errors.Is(err, journeys.ErrLayout) {
		return errors.New(w.pasteYourself)
	}
	if err != nil {
		return fmt.Errorf(w.cannotAdd, err)
	}
	fmt.Fprint(a.stdout, lineDifference(m.path, m.loaded.source, fresh))
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

// lineDifference shows the lines that one insertion adds, with three lines around them, as diff -u does.
func lineDifference(name string, old, fresh []byte) string {
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
	first, last := max(0, from-3), min(tail, 3)
	fmt.Fprintf(&b, "--- %s\n+++ %s\n@@ -%d,%d +%d,%d @@\n", name, name, first+1, len(before)-tail+last-first, first+1, len(after)-tail+last-first)
	put := func(sign string, lines []string) {
		for _, l := range lines {
			b.WriteString(sign + strings.TrimSuffix(l, "\r") + "\n")
		}
	}
	put(" ", before[first:from])
	put("-", before[from:len(before)-tail])
	put("+", after[from:len(after)-tail])
	put(" ", before[len(before)-tail:len(before)-tail+last])
	return b.String()
}

// replaceFile writes the file aside and moves it in its place, with the rights that it had.
func replaceFile(path string, content []byte) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	aside, err := os.CreateTemp(filepath.Dir(path), ".klantreis-*")
	if err != nil {
		return err
	}
	defer os.Remove(aside.Name())
	_, err = aside.Write(content)
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
