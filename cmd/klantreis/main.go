// Command klantreis turns a klantreis file and the signals it names into a gift: a journey map,
// a flow, charts, a presentation and an advice report. It works offline.
//
// This package only wires: it reads the command line, asks the packages below for their work,
// and turns the outcome into an exit code: 0 fine, 1 the file has faults, 2 wrong usage.
package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/spf13/cobra"
)

func main() {
	cobra.MousetrapHelpText = "" // on Windows it would refuse a double click, which opens the desk here
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := exitFine
	if s := started(); s.clicked() {
		code = runClicked(ctx, s.args[1:])
	} else {
		code = run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	}
	stop()
	os.Exit(code)
}

// run is the whole program, for main and for the tests.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{ctx: ctx, stdin: stdin, stdout: stdout, stderr: stderr, words: wordsFor(languageOf(args))}
	return a.execute(args)
}

// runClicked opens the desk for a person who sees no command line. When it fails, the window stays until
// they have read why.
func runClicked(ctx context.Context, args []string) int {
	if len(args) == 0 {
		folder, err := deskFolder()
		if err != nil {
			fmt.Fprintln(os.Stderr, openWordsFor(languageOf(nil)).noDocuments)
			folder = "."
		}
		args = []string{folder}
	}
	code := run(ctx, append([]string{"open"}, args...), os.Stdin, os.Stdout, os.Stderr)
	if code != exitFine {
		fmt.Fprintln(os.Stderr, openWordsFor(languageOf(nil)).pressEnter)
		bufio.NewReader(os.Stdin).ReadString('\n')
	}
	return code
}
