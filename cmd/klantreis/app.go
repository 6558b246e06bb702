package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"klantreis/journeys"
	"klantreis/render/words"
)

// app is one run of the program.
type app struct {
	ctx            context.Context
	stdin          io.Reader
	stdout, stderr io.Writer
	words          cliWords
	given          []string // what find was asked for: a municipality's own lists may lie there
	// follow is told how far the work is, of 100; nil: a line on the terminal tells it. It may be called from
	// any goroutine.
	follow func(stage string, done int)
}

// The exit codes.
const (
	exitFine  = 0
	exitFault = 1
	exitUsage = 2
)

// errFaults ends a command that has already told what is wrong.
var errFaults = errors.New("faults reported")

// usageError is a command line that cannot be meant.
type usageError struct{ message string }

func (e usageError) Error() string { return e.message }

// flagAliases are the English names of the flags.
var flagAliases = map[string]string{"lang": "taal", "out": "uit", "question": "vraag", "step": "stap", "departments": "afdelingen", "collect": "verzamel", "only": "alleen", "strict": "streng", "theme": "thema", "paper": "papier",
	"topic": "onderwerp", "add-to": "voeg-toe", "proposal": "voorstel", "yes": "ja", "anyway": "toch", "no-cache": "zonder-cache",
	"port": "poort", "no-browser": "geen-browser",
	"word-list": "woordenlijst", "per-owner": "per-eigenaar", "short": "kort", "card": "kaartje",
	"since": "sinds", "reason": "reden", "residents": "inwoners", "on": "op", "as-of": "peildatum",
	"as": "als", "number": "aantal", "choose": "kies", "approve": "akkoord", "older-than": "ouder-dan", "check": "controleer"}

// languageOf looks for --taal before the command line is read, because the help is in that
// language too.
func languageOf(args []string) words.Lang {
	for i, arg := range args {
		name, value, found := strings.Cut(arg, "=")
		if name != "--taal" && name != "--lang" {
			continue
		}
		if !found && i+1 < len(args) {
			value = args[i+1]
		}
		if value == "en" {
			return words.English
		}
	}
	return words.Dutch
}

func (a *app) execute(args []string) int {
	root := a.root()
	root.SetArgs(args)
	if err := a.completions(root, args); err != nil {
		fmt.Fprintf(a.stderr, "klantreis: %v\n", err)
		return exitFault
	}
	cmd, err := root.ExecuteContextC(a.ctx)
	var usage usageError
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errFaults):
		return exitFault
	case errors.As(err, &usage):
		fmt.Fprintf(a.stderr, "klantreis: %s\n%s\n", usage.message, a.words.seeHelpOf(cmd))
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(a.stderr, a.words.interrupted)
		return exitFault
	}
	fmt.Fprintf(a.stderr, "klantreis: %s\n", a.words.ioError(err))
	return exitFault
}

func (a *app) root() *cobra.Command {
	w := a.words
	root := &cobra.Command{
		Use: "klantreis", Short: w.rootShort, Long: w.rootLong, Example: w.rootExample,
		SilenceErrors: true, SilenceUsage: true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			var names []string
			for _, c := range cmd.Commands() {
				if !c.Hidden {
					names = append(names, c.Name())
				}
			}
			meant := journeys.Nearest(args[0], names)
			for _, name := range names {
				if meant == "" && len(args[0]) > 1 && strings.HasPrefix(name, args[0][:2]) { // maken, controle
					meant = name
				}
			}
			return usageError{w.unknownCommand(args[0], meant, strings.Join(names, ", "))}
		},
	}
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetIn(a.stdin)
	var lang string
	root.PersistentFlags().StringVar(&lang, "taal", "nl", w.flagLang)
	root.PersistentFlags().Lookup("taal").DefValue = "" // the text tells it, in the language
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		if lang != "nl" && lang != "en" {
			return usageError{w.badLang(lang)}
		}
		return nil
	}
	root.SetGlobalNormalizationFunc(func(_ *pflag.FlagSet, name string) pflag.NormalizedName {
		if dutch, ok := flagAliases[name]; ok {
			name = dutch
		}
		return pflag.NormalizedName(name)
	})
	root.SetFlagErrorFunc(a.wrongFlag)
	root.SetUsageTemplate(w.usageTemplate)
	root.SetHelpTemplate("{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}\n\n{{end}}{{.UsageString}}")
	root.SetHelpCommand(&cobra.Command{Hidden: true, Use: "help", RunE: func(cmd *cobra.Command, args []string) error {
		if target, _, err := root.Find(args); err == nil {
			return target.Help()
		}
		return root.Help()
	}})
	for _, command := range []func() *cobra.Command{a.newCommand, a.openCommand, a.checkCommand, a.makeCommand, a.compareCommand, a.signalsCommand,
		a.overviewCommand, a.statusCommand, a.feedbackCommand, a.privacyCommand, a.plainCommand, a.quotesCommand, a.eraseCommand, a.qualityCommand,
		a.importCommand, a.exportCommand, a.schemaCommand, a.formatCommand, a.languageServerCommand, a.talkCommand, a.completionCommand,
		a.versionCommand} {
		root.AddCommand(command())
	}
	for _, c := range append(root.Commands(), root) {
		c.InitDefaultHelpFlag()
		c.DisableFlagsInUseLine = true
		c.Flags().Lookup("help").Usage = w.flagHelp
	}
	return root
}

// needFiles refuses a command line without anything to work on.
func (a *app) needFiles(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usageError{a.words.noFiles}
	}
	return nil
}
