package main

import (
	"bytes"
	"fmt"
	"path/filepath"

	"klantreis/render"
	"klantreis/render/html"
	"klantreis/render/text"
)

// tell writes tables to the terminal and, when a folder is named, as a page into the folder id in it.
func (a *app) tell(view render.Insight, out, id, page string) error {
	if err := text.WriteInsight(a.stdout, view); err != nil || out == "" {
		return err
	}
	var content bytes.Buffer
	if err := html.WriteInsight(&content, view, render.Stadskamer()); err != nil {
		return err
	}
	names, kept, err := a.saveComparison(out, id, []file{{name: page, content: content.Bytes()}})
	if err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, "\n%s %s: %s\n", a.words.madeIn, filepath.Join(out, id), names[0])
	for _, name := range kept {
		fmt.Fprintf(a.stdout, "  - %s\n", a.words.keptAs(name))
	}
	return nil
}
