package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"klantreis/render"
	"klantreis/render/html"
	"klantreis/render/text"
)

func (a *app) feedbackCommand() *cobra.Command {
	var out, theme string
	var data dataFlags
	w := feedbackWordsFor(a.words.lang)
	cmd := &cobra.Command{
		Use: w.use, Aliases: []string{"feedback"}, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return usageError{w.needJourney}
			case len(args) > 2:
				return usageError{w.tooMany}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			look, err := a.themeNamed(theme)
			if err != nil {
				return err
			}
			return a.feedback(args, out, look, data, w)
		},
	}
	cmd.Flags().StringVar(&out, "uit", "uit", w.flagOut)
	cmd.Flags().Lookup("uit").DefValue = ""
	cmd.Flags().StringVar(&theme, "thema", "", a.words.flagTheme())
	data.add(cmd, a.words)
	return cmd
}

func (a *app) feedback(args []string, out string, theme render.Theme, data dataFlags, w feedbackWords) error {
	name, err := a.oneJourney(args[0])
	if err != nil {
		return err
	}
	options := data.options()
	defer options.close()
	bounds, err := a.bindFiles([]string{name}, options)
	if err != nil {
		return err
	}
	l, ev, problems := bounds[0].loaded, bounds[0].ev, bounds[0].problems
	if problems.HasErrors() {
		a.report(a.stderr, l, problems)
		return errFaults
	}
	letters := render.Letters(l.journey, ev, a.words.lang)
	if len(args) == 2 {
		index, err := a.oneAdvice(l.journey, args[1])
		if err != nil {
			return err
		}
		for _, one := range letters {
			if render.AdviceOrder(l.journey)[one.Number-1] == index {
				letters = []render.AdviceLetters{one}
				break
			}
		}
	}
	files, err := a.letterFiles(l, letters, l.style(theme).Theme)
	if err != nil {
		return err
	}
	if len(files) > 0 {
		if err := a.saveLetters(l, files, out, args, w); err != nil {
			return err
		}
	}
	a.notReady(letters, w)
	if len(files) == 0 {
		fmt.Fprintln(a.stdout, w.none)
		if len(args) == 2 {
			return errFaults
		}
	}
	return nil
}

// letterFiles are the page and the texts; nothing, where no letter is ready.
func (a *app) letterFiles(l *loaded, letters []render.AdviceLetters, theme render.Theme) ([]file, error) {
	var texts []file
	for _, one := range letters {
		for _, letter := range one.Letters {
			var b bytes.Buffer
			if err := text.WriteLetter(&b, letter); err != nil {
				return nil, err
			}
			texts = append(texts, file{name: letter.ID + ".txt", content: b.Bytes()})
		}
	}
	if len(texts) == 0 {
		return nil, nil
	}
	var page bytes.Buffer
	if err := html.WriteLetters(&page, l.journey.Title, letters, a.words.lang, theme); err != nil {
		return nil, err
	}
	return append([]file{{name: "terugkoppeling.html", content: page.Bytes()}}, texts...), nil
}

func (a *app) saveLetters(l *loaded, files []file, out string, args []string, w feedbackWords) error {
	id := "terugkoppeling-" + l.journey.ID
	all := len(args) == 1 // letters of one advice leave those of the others
	names, kept, err := a.saveAside(out, id, files, func(string) bool { return all })
	if err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, "%s %s: %s\n", a.words.madeIn, filepath.Join(out, id), strings.Join(names, ", "))
	for _, name := range kept {
		fmt.Fprintf(a.stdout, "  - %s\n", a.words.keptAs(name))
	}
	fmt.Fprintf(a.stdout, w.sent+"\n", args[0])
	return nil
}

// notReady names the advice that cannot be told back yet, with what is missing.
func (a *app) notReady(letters []render.AdviceLetters, w feedbackWords) {
	head := "\n" + w.notReady + "\n"
	for _, one := range letters {
		for _, missing := range one.Missing {
			fmt.Fprintf(a.stdout, "%s  %d. %s: %s\n", head, one.Number, printable(one.Title), missing)
			head = ""
		}
	}
}
