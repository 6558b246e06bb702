package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"klantreis/journeys"
	"klantreis/journeys/difference"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/journeymap"
	"klantreis/render/pdf"
	"klantreis/render/text"
)

func (a *app) compareCommand() *cobra.Command {
	var out, only, theme, paper string
	var asJSON bool
	var data dataFlags
	w := compareWordsFor(a.words.lang)
	cmd := &cobra.Command{
		Use: "vergelijk HUIDIG GEWENST", Aliases: []string{"compare"}, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usageError{w.needTwo}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if only != "" && only != "tekst" && only != "text" {
				return usageError{w.badOnly(only)}
			}
			look, err := a.themeNamed(theme)
			if err != nil {
				return err
			}
			sheet, err := a.paperOf(paper)
			if err != nil {
				return err
			}
			options := data.options()
			defer options.close()
			pair, err := a.loadPair(args, options)
			if err != nil {
				return err
			}
			if asJSON {
				d := difference.Compare(pair[0].journey, pair[1].journey)
				return difference.WriteJSON(a.stdout, d, pair[0].ev, pair[1].ev)
			}
			return a.compare(pair, out, only == "", look, sheet)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, w.flagJSON)
	cmd.Flags().StringVar(&out, "uit", "uit", w.flagOut)
	cmd.Flags().Lookup("uit").DefValue = ""
	cmd.Flags().StringVar(&only, "alleen", "", w.flagOnly)
	cmd.Flags().StringVar(&theme, "thema", "", a.words.flagTheme())
	cmd.Flags().StringVar(&paper, "papier", "A3", w.flagPaper)
	cmd.Flags().Lookup("papier").DefValue = "" // the text tells it, in the language
	data.add(cmd, a.words)
	return cmd
}

// loadPair reads and binds both journeys and tells the faults of both before it gives up.
func (a *app) loadPair(args []string, options dataOptions) (pair [2]bound, err error) {
	var names []string
	for _, arg := range args {
		name, err := a.oneJourney(arg)
		if err != nil {
			return pair, err
		}
		names = append(names, name)
	}
	all, err := a.bindFiles(names, options)
	failed := false
	for i, b := range all {
		if len(b.problems) > 0 {
			a.report(a.stderr, b.loaded, b.problems)
		}
		failed = failed || b.problems.HasErrors()
		pair[i] = b
	}
	if err != nil {
		return pair, err
	}
	if failed {
		return pair, errFaults
	}
	return pair, nil
}

// oneJourney is the journey that an argument means: of a folder its klantreis.yaml, or else the
// only journey in it.
func (a *app) oneJourney(arg string) (string, error) {
	own := filepath.Join(arg, "klantreis.yaml")
	if info, err := os.Stat(own); err == nil && info.Mode().IsRegular() {
		return own, nil
	}
	found, err := a.find([]string{arg})
	if err != nil {
		return "", err
	}
	if len(found) > 1 {
		return "", usageError{compareWordsFor(a.words.lang).choose(arg, strings.Join(found, ", "))}
	}
	return found[0], nil
}

// compare tells the difference and, when asked to, writes it with the picture into a folder.
func (a *app) compare(pair [2]bound, out string, files bool, look render.Theme, sheet journeymap.Paper) error {
	lang := a.words.lang
	if warning := compareWordsFor(lang).tooDifferent(pair[0].journey, pair[1].journey); warning != "" {
		fmt.Fprintln(a.stderr, warning)
	}
	var told bytes.Buffer
	c := render.Compare(pair[0].journey, pair[1].journey, pair[0].ev, pair[1].ev, lang)
	if err := text.WriteComparison(&told, c); err != nil {
		return err
	}
	if !files {
		_, err := a.stdout.Write(told.Bytes())
		return err
	}
	theme := pair[1].style(pair[0].style(look).Theme).Theme // that of the wished journey, else of the current one
	input := func(b bound) journeymap.Input {
		return journeymap.Input{Journey: b.journey, Evidence: b.ev, Theme: theme, Lang: lang, Quotes: render.Quotes(b.journey, lang)}
	}
	d := journeymap.Compare(input(pair[0]), input(pair[1]))
	var svg, png bytes.Buffer
	if err := drawing.WriteSVG(&svg, d, drawing.SVGOptions{EmbedFonts: true}); err != nil {
		return err
	}
	if err := writePNG(&png, d); err != nil {
		return err
	}
	var paper bytes.Buffer
	if err := a.compareOnPaper(&paper, pair, d, input, theme, sheet); err != nil {
		return err
	}
	id := "vergelijking-" + pair[1].journey.ID
	names, kept, err := a.saveComparison(out, id, []file{
		{name: "vergelijking.svg", content: svg.Bytes()}, {name: "vergelijking.png", content: png.Bytes()},
		{name: "vergelijking.pdf", content: paper.Bytes()}, {name: "vergelijking.txt", content: told.Bytes()},
	})
	if err != nil {
		return err
	}
	if _, err := a.stdout.Write(told.Bytes()); err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, "\n%s %s: %s\n", compareWordsFor(lang).madeIn, filepath.Join(out, id), strings.Join(names, ", "))
	if note := tooSmall(lang, d, sheet, max(len(pair[0].journey.Steps()), len(pair[1].journey.Steps()))); note != "" {
		fmt.Fprintf(a.stdout, "  - vergelijking.pdf: %s.\n", note)
	}
	for _, name := range kept {
		fmt.Fprintf(a.stdout, "  - %s\n", a.words.keptAs(name))
	}
	return nil
}

// compareOnPaper writes the picture on one sheet, with its data as a table behind it.
func (a *app) compareOnPaper(w io.Writer, pair [2]bound, d drawing.Drawing, input func(bound) journeymap.Input, theme render.Theme, sheet journeymap.Paper) error {
	alt, data := journeymap.DescribeComparison(input(pair[0]), input(pair[1]))
	f := render.Figure{ID: "vergelijking", Title: d.Title, Alt: alt, Drawing: d, Data: data}
	report := render.Compose(pair[1].journey, pair[1].ev, a.words.lang, render.Pictures{})
	report.Title = d.Title
	page := pdf.PosterPage{Width: sheet.Width(), Height: sheet.Height(), Figure: f}
	_, err := pdf.WritePoster(w, pdf.Poster{Report: report, Pages: []pdf.PosterPage{page}}, theme)
	return err
}

// tooDifferent warns of two journeys that share hardly a step.
func (w compareWords) tooDifferent(before, after *journeys.Journey) string {
	shared, least := 0, min(len(before.Steps()), len(after.Steps()))
	for _, s := range before.Steps() {
		if after.Step(s.ID) != nil {
			shared++
		}
	}
	if 3*shared >= least {
		return ""
	}
	return fmt.Sprintf(w.strangers, shared, least)
}

// saveComparison writes the files of a folder that holds nothing else of ours.
func (a *app) saveComparison(out, id string, files []file) (names, kept []string, err error) {
	return a.saveAside(out, id, files, func(string) bool { return true })
}
