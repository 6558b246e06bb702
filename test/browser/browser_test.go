// Package browser tests the presentation where it is used: in a browser. The tests themselves
// are in deck.test.mjs; here the pages are made and node is started.
package browser

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"klantreis/render"
	"klantreis/render/chart"
	"klantreis/render/html"
	"klantreis/test/browser/fixture"
)

func TestDeckInBrowser(t *testing.T) {
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
	run(t, []string{"CHROMIUM=" + chromium, "DECK=" + strings.Join(decks, string(os.PathListSeparator))}, "node", "--test")
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
