package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"
)

// version is set by a release build (-ldflags -X main.version=…).
var version = "ontwikkelversie"

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "versie", Aliases: []string{"version"}, Short: a.words.versionShort, Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(a.stdout, "klantreis %s (%s, %s/%s)\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
