package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/signals"
)

// rounds is how often insight reads each source.
const rounds = 3

// rereader reads a source from its beginning each time that it is called, with a line that tells how far
// it is.
func (a *app) rereader(j *journeys.Journey, src journeys.Source, folder fs.FS, anyway bool, w signalWords) func(func(*signals.Data)) error {
	round := 0
	return func(use func(*signals.Data)) error {
		round++
		data, problems := signals.Open(j, src, folder)
		if data == nil {
			return problems
		}
		watch, done := a.reading()
		if tell := watch.Progress; tell != nil {
			watch.Progress = func(p signals.Progress) {
				p.Source = fmt.Sprintf(w.round, round, rounds, p.Source)
				tell(p)
			}
		}
		data.With(watch)
		use(data)
		done()
		if a.ctx.Err() != nil {
			return context.Canceled
		}
		var faults journeys.Problems
		for _, p := range data.Found() {
			if p.Severity == journeys.Error && !(anyway && p.Code == "bestand-veranderd") {
				faults = append(faults, p)
			}
		}
		if len(faults) > 0 {
			return faults
		}
		return nil
	}
}

// rowReader reads a table each time that it is called.
func (a *app) rowReader(table *evidence.Rows, anyway bool) func(func(*signals.Data)) error {
	return func(use func(*signals.Data)) error {
		err := table.Read(use)
		if a.ctx.Err() != nil {
			return context.Canceled
		}
		var problems journeys.Problems
		if anyway && errors.As(err, &problems) && problems[0].Code == "tabel-veranderd" {
			return nil
		}
		return err
	}
}

// excusedReasons makes warnings of advice that names a signal that is not there, and gives those: it may be
// the very signal that is looked for.
func excusedReasons(problems journeys.Problems) (late journeys.Problems) {
	for i := range problems {
		if problems[i].Code == "onbekende-reden" {
			problems[i].Severity = journeys.Warning
			late = append(late, problems[i])
		}
	}
	return late
}
