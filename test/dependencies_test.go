package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestDependenciesAreExplained holds go.mod and every package.json against the table in ARCHITECTURE.md: each
// direct dependency has one row, with no cell left empty, and no row is of something that is gone.
func TestDependenciesAreExplained(t *testing.T) {
	content, err := os.ReadFile("../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, found := strings.Cut(string(content), "## Dependencies, and why\n")
	if !found {
		t.Fatal("ARCHITECTURE.md has no table of dependencies")
	}
	section, _, _ = strings.Cut(section, "\n## ")
	rows := map[string]bool{} // the names between backquotes in a first cell
	for _, line := range strings.Split(section, "\n") {
		cells := strings.Split(strings.Trim(line, "|"), "|")
		if !strings.HasPrefix(line, "|") || !strings.Contains(cells[0], "`") {
			continue
		}
		if len(cells) != 6 {
			t.Errorf("%d cells: %s", len(cells), line)
			continue
		}
		for _, cell := range cells {
			if strings.TrimSpace(cell) == "" {
				t.Errorf("an empty cell: %s", line)
			}
		}
		for i, name := range strings.Split(cells[0], "`") {
			if i%2 == 1 {
				rows[name] = false
			}
		}
	}
	needed := directModules(t)
	for _, name := range npmPackages(t) {
		needed = append(needed, name)
	}
	for _, name := range needed {
		if _, known := rows[name]; !known {
			t.Errorf("`%s` does not stand in the table of ARCHITECTURE.md", name)
		}
		rows[name] = true
	}
	for name, used := range rows {
		if !used {
			t.Errorf("`%s` stands in the table of ARCHITECTURE.md, and nothing asks for it", name)
		}
	}
}

// directModules are the modules that go.mod asks for itself.
func directModules(t *testing.T) (names []string) {
	t.Helper()
	cmd := exec.Command("go", "mod", "edit", "-json")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var mod struct {
		Require []struct {
			Path     string
			Indirect bool
		}
	}
	if err := json.Unmarshal(out, &mod); err != nil || len(mod.Require) == 0 {
		t.Fatalf("go.mod: %v", err)
	}
	for _, r := range mod.Require {
		if !r.Indirect {
			names = append(names, r.Path)
		}
	}
	return names
}

// npmPackages are the packages that the files package.json of the project ask for.
func npmPackages(t *testing.T) (names []string) {
	t.Helper()
	cmd := exec.Command("git", "ls-files", "--", "*package.json")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	files := strings.Fields(string(out))
	if len(files) == 0 {
		t.Fatal("no package.json")
	}
	for _, file := range files {
		content, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(file)))
		if err != nil {
			t.Fatal(err)
		}
		var p struct{ Dependencies, DevDependencies, OptionalDependencies map[string]string }
		if err := json.Unmarshal(content, &p); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, all := range []map[string]string{p.Dependencies, p.DevDependencies, p.OptionalDependencies} {
			for name := range all {
				names = append(names, name)
			}
		}
	}
	return names
}
