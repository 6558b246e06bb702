package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// embeddedLicence finds the licences of what is embedded in the program, which lie beside it.
var embeddedLicence = regexp.MustCompile(`^(?:(?:LICENSE|NOTICE)\..+|licenses\.txt)$`)

// writeTexts writes the text of every licence of what is linked or embedded. Equal texts are written once.
func writeTexts(out io.Writer, root string, modules []module) error {
	type text struct {
		of      []string
		content string
	}
	var all []*text
	known := map[string]*text{}
	add := func(of, content string) {
		content = strings.TrimSpace(strings.ReplaceAll(content, "\r\n", "\n"))
		if t := known[content]; t != nil {
			t.of = append(t.of, of)
			return
		}
		t := &text{[]string{of}, content}
		known[content] = t
		all = append(all, t)
	}
	for _, m := range modules {
		for _, content := range m.texts {
			add(m.Path+" "+m.Version, content)
		}
	}
	for _, part := range []string{"cmd/klantreis/workspace/page", "journeys", "render"} { // folders whose files are embedded
		err := filepath.WalkDir(filepath.Join(root, part), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !embeddedLicence.MatchString(d.Name()) {
				return err
			}
			content, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			name, err := filepath.Rel(root, path)
			add(filepath.ToSlash(name), string(content))
			return err
		})
		if err != nil {
			return err
		}
	}
	for _, t := range all {
		if _, err := fmt.Fprintf(out, "%s\n%s\n\n%s\n\n", strings.Repeat("=", 78), strings.Join(t.of, "\n"), t.content); err != nil {
			return err
		}
	}
	return nil
}
