package main

import (
	"context"
	"os"

	"github.com/spf13/cobra"

	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
	"klantreis/journeys/quality"
	"klantreis/render"
	"klantreis/render/words"
)

func (a *app) qualityCommand() *cobra.Command {
	w := qualityWordsFor(a.words.lang)
	var out string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "kwaliteit REIS", Aliases: []string{"quality"}, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{w.needOne}
			}
			if asJSON && out != "" {
				return usageError{a.words.jsonAlone("uit")}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.quality(args[0], out, asJSON) },
	}
	if a.words.lang == words.English {
		cmd.Use = "kwaliteit JOURNEY"
	}
	cmd.Flags().StringVar(&out, "uit", "", w.flagOut)
	cmd.Flags().BoolVar(&asJSON, "json", false, a.words.flagAsJSON())
	return cmd
}

// quality reads all sources of a journey for what is wrong with them, and tells that.
func (a *app) quality(name, out string, asJSON bool) error {
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
	if asJSON {
		err = quality.WriteJSON(a.stdout, found, evidence.MinGroup, language.Redact)
	} else {
		err = a.tell(render.ComposeQuality(l.journey, found, a.words.lang), out, "kwaliteit-"+l.journey.ID, "kwaliteit.html")
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
