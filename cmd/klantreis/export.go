package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"klantreis/journeys"
	"klantreis/journeys/cjm"
	"klantreis/journeys/mermaid"
	"klantreis/journeys/model"
	"klantreis/render"
	"klantreis/render/csv"
	"klantreis/render/docx"
	"klantreis/render/flow/graphviz"
	"klantreis/render/markdown"
	"klantreis/render/pptx"
	"klantreis/render/xlsx"
)

// exporter writes a journey for one other program.
type exporter struct {
	name  string // after --als
	file  string // what is written
	write func(a *app, b bound, w exportWords) (content []byte, notes []string, err error)
}

// exporters are all forms that a journey can be exported to: one line each.
func exporters() []exporter {
	return []exporter{
		{"mermaid", "klantreis.mmd", exportMermaid},
		{"cjm", "klantreis.cjm.yaml", exportCJM},
		{"markdown", "advies.md", exportMarkdown},
		{"csv", "stappen.csv", exportCSV},
		{"xlsx", "klantreis.xlsx", exportXLSX},
		{"pptx", "klantreis.pptx", exportPPTX},
		{"docx", "advies.docx", exportDOCX},
		{"json", "model.json", exportJSON},
	}
}

func (a *app) exportCommand() *cobra.Command {
	w := exportWordsFor(a.words.lang)
	var as, out string
	var data dataFlags
	cmd := &cobra.Command{
		Use: w.use, Aliases: []string{"export"}, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{w.needOne}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			kinds := exporters()
			at := slices.IndexFunc(kinds, func(e exporter) bool { return e.name == as })
			if at < 0 {
				var names []string
				for _, k := range kinds {
					names = append(names, k.name)
				}
				return usageError{w.unknown(as, journeys.Nearest(as, names), strings.Join(names, ", "))}
			}
			options := data.options()
			defer options.close()
			return a.export(args[0], out, kinds[at], options, w)
		},
	}
	cmd.Flags().StringVar(&as, "als", "", w.flagAs)
	cmd.Flags().StringVar(&out, "uit", "uit", w.flagOut)
	cmd.Flags().Lookup("uit").DefValue = ""
	data.add(cmd, a.words)
	return cmd
}

// export binds a journey and writes it in one form.
func (a *app) export(name, out string, kind exporter, options dataOptions, w exportWords) error {
	name, err := a.oneJourney(name)
	if err != nil {
		return err
	}
	all, err := a.bindFiles([]string{name}, options)
	if err != nil {
		return err
	}
	b := all[0]
	if b.problems.HasErrors() {
		a.report(a.stderr, b.loaded, b.problems)
		return errFaults
	}
	content, notes, err := kind.write(a, b, w)
	if err != nil {
		return err
	}
	told := a.stdout
	if out == "-" {
		told = a.stderr // what is on the screen may be on its way to another program
		if _, err := a.stdout.Write(content); err != nil {
			return err
		}
	} else {
		made, kept, err := a.saveAside(out, b.journey.ID, []file{{name: kind.file, content: content}}, func(string) bool { return false })
		if err != nil {
			return err
		}
		fmt.Fprintf(told, "%s %s: %s\n", a.words.madeIn, filepath.Join(out, b.journey.ID), made[0])
		for _, name := range kept {
			fmt.Fprintf(told, "  - %s\n", a.words.keptAs(name))
		}
	}
	for _, n := range notes {
		fmt.Fprintf(told, "  - %s\n", n)
	}
	return nil
}

func exportMermaid(_ *app, b bound, w exportWords) ([]byte, []string, error) {
	content, left := mermaid.Write(b.journey, b.ev)
	return content, w.left(left.NoFeeling, left.Derived, w.derivedMermaid, w.noFeelingMermaid, left.Other), nil
}

func exportCJM(_ *app, b bound, w exportWords) ([]byte, []string, error) {
	content, left := cjm.Write(b.journey, b.ev)
	return content, w.left(left.NoFeeling, left.Rounded, w.roundedCJM, w.noFeelingCJM, left.Other), nil
}

func exportMarkdown(_ *app, b bound, w exportWords) ([]byte, []string, error) {
	var out bytes.Buffer
	err := markdown.Write(&out, render.Compose(b.journey, b.ev, w.lang, render.Pictures{Charts: render.Charts(b.journey, b.ev, w.lang)}))
	return out.Bytes(), nil, err
}

func exportCSV(_ *app, b bound, w exportWords) ([]byte, []string, error) {
	var out bytes.Buffer
	err := csv.Write(&out, render.ComposeTables(b.journey, b.ev, w.lang).Journey(), w.lang)
	return out.Bytes(), nil, err
}

func exportXLSX(_ *app, b bound, w exportWords) ([]byte, []string, error) {
	var out bytes.Buffer
	err := xlsx.WriteTables(&out, render.ComposeTables(b.journey, b.ev, w.lang), b.style(render.Stadskamer()).Theme)
	return out.Bytes(), nil, err
}

func exportPPTX(_ *app, b bound, w exportWords) ([]byte, []string, error) {
	var out bytes.Buffer
	err := pptx.Write(&out, render.ComposeSlides(b.journey, b.ev, w.lang), b.style(render.Stadskamer()).Theme)
	return out.Bytes(), nil, err
}

// exportDOCX draws the pictures of the advice first, in the house style of the journey.
func exportDOCX(a *app, b bound, w exportWords) ([]byte, []string, error) {
	engine := graphviz.New(cacheDir())
	defer engine.Close()
	g := &gift{loaded: b.loaded, ev: b.ev, lang: w.lang, cli: a.words, wanted: map[string]bool{"advies": true}, engine: engine, theme: b.style(render.Stadskamer()).Theme}
	if err := g.draw(a.ctx); err != nil {
		return nil, nil, err
	}
	var out bytes.Buffer
	err := docx.Write(&out, render.Compose(b.journey, b.ev, w.lang, g.pictures), g.theme)
	return out.Bytes(), []string{w.lang.Document().Contents}, err
}

func exportJSON(_ *app, b bound, _ exportWords) ([]byte, []string, error) {
	var out bytes.Buffer
	err := model.Write(&out, b.journey, b.ev)
	return out.Bytes(), nil, err
}
