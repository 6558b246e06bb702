package browser

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klantreis/render"
	"klantreis/render/html"
	"klantreis/render/words"
	"klantreis/test/browser/fixture"
)

// TestRegisterInBrowser opens overviews of none, one, nasty and many journeys, and a page of letters.
func TestRegisterInBrowser(t *testing.T) {
	chromium := browser(t)
	dir := t.TempDir()
	var files []string
	save := func(name string, page bytes.Buffer, err error) {
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		path := filepath.Join(dir, name+".html")
		if err := os.WriteFile(path, page.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	for _, n := range fixture.Registers() {
		var page bytes.Buffer
		err := html.WriteRegister(&page, n.Register, render.Stadskamer())
		save(n.Name, page, err)
	}
	var letters bytes.Buffer
	err := html.WriteLetters(&letters, "Verhuizen", fixture.Letters(), words.Dutch, render.Stadskamer())
	save("brieven", letters, err)
	run(t, []string{"CHROMIUM=" + chromium, "PAGES=" + strings.Join(files, string(os.PathListSeparator))}, "node", "--test", "register.test.mjs")
}
