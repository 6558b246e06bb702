package workspace

import (
	"encoding/json"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

func jsonText(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

// FuzzPath holds what is let through to what it promises: below the folder, on every system.
func FuzzPath(f *testing.F) {
	for _, seed := range badPaths(nil, "/tmp/geheim.yaml") {
		f.Add(seed)
	}
	f.Add("reis/klantreis.yaml")
	f.Add("één reis/Klantreis 2.yml")
	f.Fuzz(func(t *testing.T, name string) {
		if !checkPath(name) {
			return
		}
		if path.Clean(name) != name || path.IsAbs(name) || !filepath.IsLocal(filepath.FromSlash(name)) || strings.ContainsAny(name, "\\:\x00\r\n") {
			t.Errorf("%q is let through", name)
		}
		for _, part := range strings.Split(name, "/") {
			if strings.Trim(part, ". ") == "" || part != strings.TrimRight(part, ". ") {
				t.Errorf("%q is let through", name)
			}
		}
	})
}

// TestPathsOfPeople takes the names that people give.
func TestPathsOfPeople(t *testing.T) {
	for _, name := range []string{"klantreis.yaml", "reis/klantreis.yaml", "Één reis/Klantreis (2).yml", "console/communicatie.yaml", "a/b/c/d.YAML", "com10.yaml"} {
		if !journeyPath(name) {
			t.Errorf("%q is refused", name)
		}
	}
}
