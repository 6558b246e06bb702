package workspace

import (
	"io/fs"
	"regexp"
	"testing"
)

// TestGuestPages: telephones get all that their pages name, and nothing of the desk.
func TestGuestPages(t *testing.T) {
	guest := GuestPages()
	for _, name := range []string{"index.html", "desk.js", "regie.html", "regie.js", "zaal.html", "zaal.js", "licenses.txt", ".", "page", "../server.go"} {
		if _, err := fs.ReadFile(guest, name); err == nil {
			t.Errorf("%s is given to telephones", name)
		}
	}
	for _, from := range []string{"guest.html", "door.html", "guest.css"} {
		text, err := fs.ReadFile(guest, from)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range regexp.MustCompile(`(?:href="|src="|url\()"?/?([a-z0-9-]+\.[a-z0-9]+)`).FindAllSubmatch(text, -1) {
			if _, err := fs.ReadFile(guest, string(found[1])); err != nil {
				t.Errorf("%s names %s: %v", from, found[1], err)
			}
		}
	}
}
