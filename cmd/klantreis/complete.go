package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"klantreis/journeys"
	"klantreis/render"
	"klantreis/render/journeymap"
)

// This file lets a shell complete what somebody types. The shell's script asks `klantreis __complete …`,
// which cobra answers with the functions below.

// shells are those that a script can be written for.
var shells = []string{"bash", "zsh", "fish", "powershell"}

func (a *app) completionCommand() *cobra.Command {
	w := toolWordsFor(a.words.lang)
	return &cobra.Command{
		Use: "aanvullen SHELL", Aliases: []string{"completion"}, Short: w.short, Long: w.long, Example: w.example, ValidArgs: shells,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{w.needShell}
			}
			if !slices.Contains(shells, args[0]) {
				return usageError{fmt.Sprintf(w.noSuchShell, args[0])}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return writeCompletion(cmd.Root(), args[0], a.stdout) },
	}
}

func writeCompletion(root *cobra.Command, shell string, w io.Writer) error {
	switch shell {
	case "bash":
		return root.GenBashCompletionV2(w, true)
	case "zsh":
		return root.GenZshCompletion(w)
	case "fish":
		return root.GenFishCompletion(w, true)
	}
	return root.GenPowerShellCompletionWithDesc(w)
}

// completer gives what may stand where the shell asks; args are the arguments before it.
type completer = cobra.CompletionFunc

// completions tells cobra what may follow the commands and options, when this run is a question of a shell:
// cobra keeps what it is told about options for as long as the program runs.
func (a *app) completions(root *cobra.Command, args []string) error {
	if len(args) == 0 || args[0] != cobra.ShellCompRequestCmd && args[0] != cobra.ShellCompNoDescRequestCmd {
		return nil
	}
	journey, none := endings("yaml", "yml"), cobra.FixedCompletions(nil, cobra.ShellCompDirectiveNoFileComp)
	for name, complete := range map[string]completer{
		"controleer": journey, "maak": journey, "opmaak": journey, "terugkoppeling": first(journey), "kwaliteit": first(journey),
		"privacyverslag": first(journey), "exporteer": first(journey), "wis": first(journey), "citaten": a.completeSignal(journey), "status": a.completeAdvice(journey),
		"vergelijk": func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 1 {
				return none(cmd, args, typed)
			}
			return journey(cmd, args, typed)
		},
		"overzicht": folders, "open": folders, "nieuw": folders, "importeer": first(endings("mmd", "mermaid", "md", "yaml", "yml")),
		"versie": none, "schema": none, "lsp": none,
	} {
		cmd, _, err := root.Find([]string{name})
		if err != nil {
			return err
		}
		cmd.ValidArgsFunction = complete
	}
	for _, cmd := range append(root.Commands(), root) {
		for name, complete := range a.flagCompletions(cmd) {
			if f := cmd.Flag(name); f != nil && cmd.LocalFlags().Lookup(name) != nil {
				if err := cmd.RegisterFlagCompletionFunc(name, complete); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// flagCompletions are the values of options, by the name of the option.
func (a *app) flagCompletions(cmd *cobra.Command) map[string]completer {
	fixed := func(names ...string) completer {
		return cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp)
	}
	var only, papers, exports []string
	for _, p := range parts {
		only = append(only, a.words.either(p.name, p.english))
	}
	for _, p := range journeymap.Papers() {
		papers = append(papers, p.String())
	}
	for _, e := range exporters() {
		exports = append(exports, e.name)
	}
	all := map[string]completer{
		"taal": fixed("nl", "en"), "thema": fixed(themeNames()...), "als": fixed(exports...), "uit": folders, "woordenlijst": endings("txt"),
		"alleen": several(only), "lens": several(a.words.lensNames()), "papier": several(append(slices.Clone(papers), a.words.slidesName())),
		"sinds": fixed("vandaag"), "kcc": fixed("vandaag"), "inwoners": fixed("vandaag"), "op": fixed("vandaag"), "peildatum": fixed("vandaag"),
	}
	if cmd.Name() == "vergelijk" { // one of each
		all["alleen"], all["papier"] = fixed(a.words.either("tekst", "text")), fixed(papers...)
	}
	if cmd.Name() == "schema" { // a file
		delete(all, "uit")
	}
	return all
}

// endings lets the shell propose folders, and files with these endings.
func endings(of ...string) completer {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return of, cobra.ShellCompDirectiveFilterFileExt
	}
}

func folders(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// first completes one argument, and nothing after it.
func first(complete completer) completer {
	return func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return complete(cmd, args, typed)
	}
}

// several completes the last of names with commas between them, and leaves out those that stand there already.
func several(names []string) completer {
	return func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndex(typed, ",")+1]
		var all []string
		for _, name := range names {
			if !slices.Contains(strings.Split(before, ","), name) {
				all = append(all, before+name)
			}
		}
		return all, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
}

// named is the journey that was named before; nil: there is none to read. A shell shows no messages.
func (a *app) named(arg string) *journeys.Journey {
	path, err := a.oneJourney(arg)
	if err != nil {
		return nil
	}
	j, _, _, err := journeys.Load(path)
	if err != nil {
		return nil
	}
	return j
}

// completeAdvice completes a journey, one of its advice, and a status.
func (a *app) completeAdvice(journey completer) completer {
	return func(cmd *cobra.Command, args []string, typed string) (all []string, _ cobra.ShellCompDirective) {
		switch len(args) {
		case 0:
			return journey(cmd, args, typed)
		case 1:
			if j := a.named(args[0]); j != nil {
				for _, i := range render.AdviceOrder(j) {
					all = append(all, cobra.CompletionWithDesc(j.Advice[i].ID, printable(j.Advice[i].Title)))
				}
			}
		case 2:
			for _, s := range journeys.Statuses() {
				all = append(all, s)
			}
		}
		return all, cobra.ShellCompDirectiveNoFileComp
	}
}

// completeSignal completes a journey and one of its signals.
func (a *app) completeSignal(journey completer) completer {
	return func(cmd *cobra.Command, args []string, typed string) (all []string, _ cobra.ShellCompDirective) {
		if len(args) == 0 {
			return journey(cmd, args, typed)
		}
		if j := a.named(args[0]); j != nil && len(args) == 1 {
			for _, s := range j.Steps() {
				for _, sel := range s.Selectors {
					all = append(all, cobra.CompletionWithDesc(sel.ID, printable(sel.Title)))
				}
			}
		}
		return all, cobra.ShellCompDirectiveNoFileComp
	}
}
