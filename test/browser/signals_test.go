package browser

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/insight"
	"klantreis/journeys/signals"
	"klantreis/render"
	"klantreis/render/html"
	"klantreis/render/words"
)

// TestSignalsInBrowser opens what signalen.html tells of an example, of one topic, and of hardly anything.
func TestSignalsInBrowser(t *testing.T) {
	chromium := browser(t)
	dir := t.TempDir()
	all := findings(t, os.DirFS(filepath.Join("..", "..", "examples", "energietoeslag", "signalen")), "kcc.csv")
	visits := findings(t, os.DirFS(filepath.Join("..", "..", "examples", "energietoeslag", "signalen")), "web.csv")
	nothing := &insight.Findings{Sources: []insight.SourceCount{{Name: strings.Repeat("lang", 30), File: strings.Repeat("lang", 30) + ".csv"}}}
	var files []string
	for name, view := range map[string]render.Insight{"alles": render.ComposeInsight(all, "", words.Dutch), "onderwerp": render.ComposeInsight(all, "energietoeslag", words.English),
		"bezoeken": render.ComposeInsight(visits, "", words.Dutch), "niets": render.ComposeInsight(nothing, "", words.Dutch)} {
		var page bytes.Buffer
		if err := html.WriteInsight(&page, view, render.Stadskamer()); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, name+".html")
		if err := os.WriteFile(path, page.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	run(t, []string{"CHROMIUM=" + chromium, "PAGES=" + strings.Join(files, string(os.PathListSeparator))}, "node", "--test", "signals.test.mjs")
}

// findings are those of a raw file.
func findings(t *testing.T, folder fs.FS, file string) *insight.Findings {
	t.Helper()
	src := journeys.Source{Name: "bron", Kind: "telefoon", File: file}
	headers, problems := signals.Headers(src, folder)
	if problems != nil {
		t.Fatal(problems)
	}
	pages := insight.GuessPages(headers)
	f, err := insight.Read([]insight.Source{{Name: "bron", File: file, Pages: pages, Aside: pages != nil, Read: func(use func(*signals.Data)) error {
		data, problems := signals.Open(&journeys.Journey{}, src, folder)
		if data == nil {
			return problems
		}
		use(data)
		return nil
	}}}, insight.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}
