package main

import (
	"context"
	"os"

	"github.com/spf13/cobra"

	"klantreis/journeys/privacy"
	"klantreis/render"
)

func (a *app) privacyCommand() *cobra.Command {
	w := privacyWordsFor(a.words.lang)
	var out string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "privacyverslag REIS", Aliases: []string{"privacy-report"}, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{w.needOne}
			}
			if asJSON && out != "" {
				return usageError{a.words.jsonAlone("uit")}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.privacyReport(args[0], out, asJSON) },
	}
	cmd.Flags().StringVar(&out, "uit", "", w.flagOut)
	cmd.Flags().BoolVar(&asJSON, "json", false, a.words.flagAsJSON())
	return cmd
}

// privacyReport reads all sources of a journey for what is personal in them, and tells that.
func (a *app) privacyReport(name, out string, asJSON bool) error {
	name, err := a.oneJourney(name)
	if err != nil {
		return err
	}
	bounds, err := a.bindFiles([]string{name}, dataOptions{anyway: true, local: true})
	if err != nil {
		return err
	}
	l, ev, problems := bounds[0].loaded, bounds[0].ev, bounds[0].problems
	if l.problems.HasErrors() {
		a.report(a.stderr, l, problems)
		return errFaults
	}
	root, err := os.OpenRoot(l.folder)
	if err != nil {
		return err
	}
	defer root.Close()
	reading, done := a.reading()
	found, problems := privacy.Survey(l.journey, root.FS(), ev, reading)
	done()
	if a.ctx.Err() != nil {
		return context.Canceled
	}
	if asJSON {
		err = privacy.WriteJSON(a.stdout, found)
	} else {
		err = a.tell(render.ComposePrivacy(l.journey, found, a.words.lang), out, "privacy-"+l.journey.ID, "privacyverslag.html")
	}
	if err != nil {
		return err
	}
	if problems.HasErrors() {
		a.report(a.stderr, l, problems)
		return errFaults
	}
	return nil
}
