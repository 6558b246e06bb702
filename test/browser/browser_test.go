// Package browser tests the pages where they are used: in a browser. The tests themselves are in
// deck.test.mjs, map.test.mjs and advice.test.mjs; here the pages are made and node is started.
package browser

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/chart"
	"klantreis/render/drawing"
	"klantreis/render/html"
	"klantreis/render/journeymap"
	"klantreis/render/words"
	"klantreis/test/browser/fixture"
)

// browser finds Chromium and what drives it, and gives its path.
func browser(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("NOT TESTED IN A BROWSER: -short")
	}
	chromium := os.Getenv("CHROMIUM")
	if chromium == "" {
		chromium = "/usr/bin/chromium"
	}
	for _, tool := range []string{"node", "npm", chromium} {
		if _, err := exec.LookPath(tool); err != nil {
			missing(t, tool+" is missing: "+err.Error())
		}
	}
	if _, err := os.Stat("node_modules"); err != nil {
		run(t, nil, "npm", "ci", "--ignore-scripts")
	}
	return chromium
}

func TestDeckInBrowser(t *testing.T) {
	chromium := browser(t)
	dir := t.TempDir()
	var decks []string
	for _, n := range fixture.Reports() {
		var page bytes.Buffer
		assets := html.Assets{ChartScript: chart.Script(), Options: fixture.Options(n.Report)}
		if err := html.WriteDeck(&page, n.Report, render.Stadskamer(), assets); err != nil {
			t.Fatalf("%s: %v", n.Name, err)
		}
		path := filepath.Join(dir, n.Name+".html")
		if err := os.WriteFile(path, page.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		decks = append(decks, path)
	}
	run(t, []string{"CHROMIUM=" + chromium, "DECK=" + strings.Join(decks, string(os.PathListSeparator))}, "node", "--test", "deck.test.mjs")
}

func TestAdviceInBrowser(t *testing.T) {
	chromium := browser(t)
	dir := t.TempDir()
	var files []string
	for _, n := range append(fixture.Reports(), fixture.Named{Name: "voorbeeld", Report: exampleAdvice(t)}) {
		var page bytes.Buffer
		if err := html.WriteAdvice(&page, n.Report, render.Stadskamer(), "advies.pdf"); err != nil {
			t.Fatalf("%s: %v", n.Name, err)
		}
		path := filepath.Join(dir, n.Name+".html")
		if err := os.WriteFile(path, page.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	run(t, []string{"CHROMIUM=" + chromium, "ADVICE=" + strings.Join(files, string(os.PathListSeparator))}, "node", "--test", "advice.test.mjs")
}

func TestMapInBrowser(t *testing.T) {
	chromium := browser(t)
	dir := t.TempDir()
	pages := append(fixture.MapPages(), fixture.NamedMap{Name: "kaart-voorbeeld", Page: example(t)})
	var files []string
	for _, n := range pages {
		var page bytes.Buffer
		if err := html.WriteMap(&page, n.Page, render.Stadskamer()); err != nil {
			t.Fatalf("%s: %v", n.Name, err)
		}
		path := filepath.Join(dir, n.Name+".html")
		if err := os.WriteFile(path, page.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	run(t, []string{"CHROMIUM=" + chromium, "MAPS=" + strings.Join(files, string(os.PathListSeparator))}, "node", "--test", "map.test.mjs")
}

// example is the page of a real journey, with a real drawing.
func example(t *testing.T) html.MapPage {
	t.Helper()
	dir := filepath.Join("..", "..", "examples", "energietoeslag")
	j, _, problems, err := journeys.Load(filepath.Join(dir, "klantreis.yaml"))
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	ev, _ := evidence.Bind(j, os.DirFS(dir))
	in := journeymap.Input{Journey: j, Evidence: ev, Theme: render.Stadskamer(), Lang: words.Dutch, Quotes: render.Quotes(j, words.Dutch)}
	alt, data := journeymap.Describe(in)
	var pictures []render.Figure
	for i, lens := range journeymap.Lenses {
		pictures = append(pictures, render.Figure{ID: "klantreis-" + lens.String(), Title: in.Lang.Lens().Names[i], Alt: alt, Data: data, Drawing: journeymap.Wide(in, lens)})
	}
	narrow := render.Figure{ID: "klantreis-smal", Title: j.Title, Alt: alt, Drawing: journeymap.Narrow(in, journeymap.Whole, 0)}
	return html.MapPage{Lang: words.Dutch, Title: j.Title, Pictures: pictures, Narrow: narrow,
		Backings: render.Backings(j, ev, words.Dutch), Sources: render.SourceTable(j, ev, words.Dutch)}
}

// exampleAdvice is the advice on a real journey, with real drawings.
func exampleAdvice(t *testing.T) render.Report {
	t.Helper()
	dir := filepath.Join("..", "..", "examples", "energietoeslag")
	j, _, problems, err := journeys.Load(filepath.Join(dir, "klantreis.yaml"))
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	ev, _ := evidence.Bind(j, os.DirFS(dir))
	in := journeymap.Input{Journey: j, Evidence: ev, Theme: render.Stadskamer(), Lang: words.Dutch, Quotes: render.Quotes(j, words.Dutch)}
	alt, _ := journeymap.Describe(in)
	pictures := render.Pictures{Charts: render.Charts(j, ev, words.Dutch),
		Narrow: render.Figure{ID: "klantreis-smal", Title: j.Title, Alt: alt, Drawing: journeymap.Narrow(in, journeymap.Customer, 360)}}
	for _, d := range journeymap.Pages(in, journeymap.Customer, 840, 900, 1000) {
		pictures.Pages = append(pictures.Pages, render.Figure{ID: d.ID, Title: j.Title, Alt: d.Desc, Drawing: d})
	}
	renderer, err := chart.NewRenderer()
	if err != nil {
		t.Fatal(err)
	}
	defer renderer.Close()
	draw := func(c render.Chart, width, height float64) drawing.Drawing {
		d, err := renderer.Draw(c, in.Theme, width, height)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for i := range pictures.Charts {
		f := &pictures.Charts[i]
		width, height := chart.Size(*f.Chart)
		f.Drawing = draw(*f.Chart, width, height)
		width, height = chart.PhoneSize(*f.Chart)
		narrow := draw(*f.Chart, width, height)
		f.Narrow = &narrow
	}
	return render.Compose(j, ev, words.Dutch, pictures)
}

// missing skips the test loudly, and fails it where everything must be there.
func missing(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatal(why)
	}
	t.Skip("NOT TESTED IN A BROWSER: " + why)
}

func run(t *testing.T, env []string, name string, args ...string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Env = append(os.Environ(), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}
