// Command klantreis turns a klantreis file and the signals it names into a gift: a journey map,
// a flow, charts, a presentation and an advice report. It works offline.
//
// This package only wires: it reads the command line, asks the packages below for their work,
// and turns the outcome into an exit code: 0 fine, 1 the file has faults, 2 wrong usage.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run is the whole program, for main and for the tests.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{ctx: ctx, stdin: stdin, stdout: stdout, stderr: stderr, words: wordsFor(languageOf(args))}
	return a.execute(args)
}
