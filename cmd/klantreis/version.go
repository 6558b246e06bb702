package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"
)

// version is set by a release build (-ldflags -X main.version=…).
var version = "ontwikkelversie"

func (a *app) versionCommand() *cobra.Command {
	var asJSON bool
	w := toolWordsFor(a.words.lang)
	cmd := &cobra.Command{
		Use: "versie", Aliases: []string{"version"}, Short: a.words.versionShort, Example: w.versionExample, Args: a.noArguments,
		RunE: func(*cobra.Command, []string) error {
			if asJSON {
				return a.writeAsJSON(struct {
					Version string `json:"versie"`
					Go      string `json:"go"`
					System  string `json:"systeem"`
					Machine string `json:"processor"`
				}{version, runtime.Version(), runtime.GOOS, runtime.GOARCH})
			}
			_, err := fmt.Fprintf(a.stdout, "klantreis %s (%s, %s/%s)\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, a.words.flagAsJSON())
	return cmd
}
