package main

import (
	"context"
	"os"

	"github.com/spf13/cobra"

	"klantreis/journeys/quality"
	"klantreis/render"
	"klantreis/render/words"
)

func (a *app) qualityCommand() *cobra.Command {
	w := qualityWordsFor(a.words.lang)
	var out string
	cmd := &cobra.Command{
		Use: "kwaliteit REIS", Aliases: []string{"quality"}, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{w.needOne}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.quality(args[0], out) },
	}
	if a.words.lang == words.English {
		cmd.Use = "kwaliteit JOURNEY"
	}
	cmd.Flags().StringVar(&out, "uit", "", w.flagOut)
	return cmd
}

// quality reads all sources of a journey for what is wrong with them, and tells that.
func (a *app) quality(name, out string) error {
	name, err := a.oneJourney(name)
	if err != nil {
		return err
	}
	l, err := a.load(name)
	if err != nil {
		return err
	}
	if l.problems.HasErrors() {
		a.report(a.stderr, l, l.problems)
		return errFaults
	}
	root, err := os.OpenRoot(l.folder)
	if err != nil {
		return err
	}
	defer root.Close()
	reading, done := a.reading()
	found, problems := quality.Look(l.journey, root.FS(), reading)
	done()
	if a.ctx.Err() != nil {
		return context.Canceled
	}
	view := render.ComposeQuality(l.journey, found, a.words.lang)
	if err := a.tell(view, out, "kwaliteit-"+l.journey.ID, "kwaliteit.html"); err != nil {
		return err
	}
	if problems.HasErrors() {
		a.report(a.stderr, l, problems)
		return errFaults
	}
	return nil
}
