package main

import (
	"bytes"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"klantreis/journeys/assist"
)

func (a *app) formatCommand() *cobra.Command {
	w := editorWordsFor(a.words.lang)
	var check bool
	cmd := &cobra.Command{
		Use: "opmaak BESTAND…", Aliases: []string{"format"}, Short: w.formatShort, Long: w.formatLong, Example: w.formatExample,
		Args: a.needFiles,
		RunE: func(_ *cobra.Command, args []string) error { return a.format(args, check) },
	}
	cmd.Flags().BoolVar(&check, "controleer", false, w.flagCheck)
	return cmd
}

// format tidies journeys, or tells which ones are untidy. A file that cannot be read is named and left alone, and
// the others are done.
func (a *app) format(args []string, check bool) error {
	w := editorWordsFor(a.words.lang)
	files, err := a.find(args)
	if err != nil {
		return err
	}
	failed := false
	for _, name := range files {
		if name == "-" {
			return usageError{w.formatNoInput()}
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		out, ok := assist.Format(src)
		switch {
		case !ok:
			failed = true
			fmt.Fprintf(a.stderr, "%s: %s\n", name, w.formatBroken)
		case bytes.Equal(src, out):
			if !check {
				fmt.Fprintf(a.stdout, "%s: %s\n", name, w.formatFine)
			}
		case check:
			failed = true
			fmt.Fprintf(a.stdout, "%s: %s\n", name, w.formatUntidy)
		default:
			if err := writeWhole(name, out); err != nil {
				return err
			}
			fmt.Fprintf(a.stdout, "%s: %s\n", name, w.formatDone)
		}
	}
	if failed {
		return errFaults
	}
	return nil
}
