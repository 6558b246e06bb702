package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"klantreis/journeys"
	"klantreis/journeys/insight"
	"klantreis/journeys/quality"
	"klantreis/render"
	"klantreis/render/html"
	"klantreis/render/text"
)

// signalFlags are the options of `signalen`.
type signalFlags struct {
	topic, out, addTo string
	from, to          string
	proposal          string // an id, or a number of the list
	json, anyway      bool
	yes               bool
}

func (a *app) signalsCommand() *cobra.Command {
	var o signalFlags
	w := signalWordsFor(a.words.lang)
	cmd := &cobra.Command{
		Use: "signalen BESTAND...", Aliases: []string{"signals"}, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{w.needOne}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.signals(args, o, w) },
	}
	cmd.Flags().StringVar(&o.topic, "onderwerp", "", w.flagTopic)
	cmd.Flags().BoolVar(&o.json, "json", false, w.flagJSON)
	cmd.Flags().StringVar(&o.from, "van", "", w.flagFrom)
	cmd.Flags().StringVar(&o.to, "tot", "", w.flagTo)
	cmd.Flags().StringVar(&o.out, "uit", "", w.flagOut)
	cmd.Flags().StringVar(&o.addTo, "voeg-toe", "", w.flagAdd)
	cmd.Flags().StringVar(&o.proposal, "voorstel", "", w.flagProposal)
	cmd.Flags().BoolVar(&o.yes, "ja", false, w.flagYes)
	cmd.Flags().BoolVar(&o.anyway, "toch", false, a.words.flagAnyway())
	return cmd
}

func (a *app) signals(args []string, o signalFlags, w signalWords) error {
	options := insight.Options{Anyway: o.anyway}
	if err := o.days(&options.Period, w); err != nil {
		return err
	}
	m, err := a.openMaterial(args, o, w)
	if err != nil {
		return err
	}
	defer m.close()
	if o.addTo != "" && m.loaded == nil {
		return usageError{w.addNeedsJourney}
	}
	if m.loaded != nil {
		period := m.loaded.journey.Period
		if options.Period.From.IsZero() {
			options.Period.From = period.From
		}
		if options.Period.To.IsZero() {
			options.Period.To = period.To
		}
	}
	options.Known = quality.KnownChannels(m.journey())
	f, err := a.lookAt(m, options)
	if err != nil {
		return a.unread(m, err)
	}
	if o.topic != "" && f.Topic(o.topic) == nil {
		return usageError{w.unknownTopic(o.topic, f)}
	}
	f.AdviceDone = m.loaded != nil && slices.ContainsFunc(m.loaded.journey.Advice, journeys.Advice.Closed)
	switch {
	case o.addTo != "":
		return a.addProposal(m, f, o, w)
	case o.json:
		if len(m.guessed) > 0 {
			fmt.Fprintln(a.stderr, columnsYAML(m.guessed))
		}
		if err := insight.WriteJSON(a.stdout, f, o.topic); err != nil || !m.empty(f) {
			return err
		}
		return errors.New(told(w.files.empty, m.name))
	}
	a.warnOf(m, f)
	view := render.ComposeInsight(f, o.topic, a.words.lang)
	if err := text.WriteInsight(a.stdout, view); err != nil {
		return err
	}
	if m.empty(f) {
		return errors.New(told(w.files.empty, m.name))
	}
	if m.loaded == nil {
		fmt.Fprint(a.stdout, m.nextStep(a.words.lang))
	}
	fmt.Fprint(a.stdout, a.howToAdd(m, f))
	if o.out == "" {
		return nil
	}
	var page bytes.Buffer
	if err := html.WriteInsight(&page, view, render.Stadskamer()); err != nil {
		return err
	}
	id := "signalen-" + m.id
	names, kept, err := a.saveComparison(o.out, id, []file{{name: "signalen.html", content: page.Bytes()}})
	if err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, "\n%s %s: %s\n", a.words.madeIn, filepath.Join(o.out, id), strings.Join(names, ", "))
	for _, name := range kept {
		fmt.Fprintf(a.stdout, "  - %s\n", a.words.keptAs(name))
	}
	return nil
}

// days reads --van and --tot.
func (o signalFlags) days(into *journeys.Period, w signalWords) error {
	for _, end := range []struct {
		text string
		into *journeys.Date
	}{{o.from, &into.From}, {o.to, &into.To}} {
		if end.text == "" {
			continue
		}
		day, ok := journeys.Moment(end.text)
		if when, dutch := journeys.ParseTime(end.text); !ok && dutch { // 01-10-2022, as in files
			day, ok = journeys.DateOf(when), true
		}
		if !ok {
			return usageError{fmt.Sprintf(w.badDate, end.text)}
		}
		*end.into = day
	}
	if !into.From.IsZero() && !into.To.IsZero() && into.To.Before(into.From) {
		return usageError{fmt.Sprintf(w.endBeforeBegin, o.to, o.from)}
	}
	return nil
}

// lookAt reads the material, and comes back at once when it is interrupted.
func (a *app) lookAt(m *material, options insight.Options) (*insight.Findings, error) {
	type outcome struct {
		f   *insight.Findings
		err error
	}
	ready := make(chan outcome, 1)
	go func() {
		f, err := insight.Read(m.sources, options)
		ready <- outcome{f, err}
	}()
	select {
	case <-a.ctx.Done():
		return nil, context.Canceled
	case out := <-ready:
		if a.ctx.Err() != nil {
			return nil, context.Canceled
		}
		return out.f, out.err
	}
}

// unread tells why signals could not be read, all faults at once.
func (a *app) unread(m *material, err error) error {
	var found journeys.Problems
	l := m.loaded
	if l == nil {
		l = &loaded{journey: &journeys.Journey{Path: m.name}}
	}
	for _, one := range flatten(err) {
		var problems journeys.Problems
		var noise insight.TooManyUnreadable
		switch {
		case errors.As(one, &problems):
			found = append(found, problems...)
		case errors.As(one, &noise):
			found = append(found, m.noise(noise))
		default:
			return err
		}
	}
	if m.files != nil {
		m.files.asTyped(found)
	}
	for i := range found {
		if found[i].Pos.File == "" {
			found[i].Pos.File = l.journey.Path
		}
	}
	a.report(a.stderr, l, found)
	return errFaults
}

// flatten takes joined errors apart.
func flatten(err error) []error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		return joined.Unwrap()
	}
	return []error{err}
}
