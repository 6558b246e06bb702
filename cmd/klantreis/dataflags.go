package main

import (
	"time"

	"github.com/spf13/cobra"
)

// dataFlags are the flags of all commands that count signals.
type dataFlags struct{ anyway, noCache bool }

func (f *dataFlags) add(cmd *cobra.Command, w cliWords) {
	cmd.Flags().BoolVar(&f.anyway, "toch", false, w.flagAnyway())
	cmd.Flags().BoolVar(&f.noCache, "zonder-cache", false, w.flagNoCache())
}

// dataOptions say how the signals of a run are read. They are to be closed.
type dataOptions struct {
	anyway bool
	local  bool         // connections stay closed
	cache  *countsCache // nil: everything is read
}

func (f dataFlags) options() dataOptions {
	o := dataOptions{anyway: f.anyway}
	if !f.noCache {
		o.cache = openCache(time.Now())
	}
	return o
}

func (o dataOptions) close() { o.cache.close() }
