package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"klantreis/journeys"
	"klantreis/render/words"
)

// wrongFlag tells what is wrong with an option, and which one was likely meant.
func (a *app) wrongFlag(cmd *cobra.Command, err error) error {
	text := a.words.flagError(err)
	said, unknown := strings.CutPrefix(err.Error(), "unknown flag: --")
	if !unknown {
		return usageError{text}
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	})
	if a.words.lang == words.English {
		for name := range flagAliases {
			if cmd.Flags().Lookup(name) != nil {
				names = append(names, name)
			}
		}
	}
	said, _, _ = strings.Cut(said, "=")
	if meant := journeys.Nearest(said, names); meant != "" {
		text += a.words.pick(". Bedoelde u --%s?", ". Did you mean --%s?", meant)
	}
	return usageError{text}
}

// seeHelpOf points to the help of the command that was meant.
func (w cliWords) seeHelpOf(cmd *cobra.Command) string {
	if cmd == nil || !cmd.HasParent() {
		return w.seeHelp
	}
	name := cmd.Name()
	if w.lang == words.English && len(cmd.Aliases) > 0 {
		name = cmd.Aliases[0]
	}
	return w.pick("‘klantreis %s --help’ laat zien hoe het wel kan.", "‘klantreis %s --help’ shows how to use it.", name)
}
