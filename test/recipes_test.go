package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"klantreis/test/building"
)

// recipeCommand finds what the recipes have Klantreis do.
var recipeCommand = regexp.MustCompile(`(?m)^\s*(?:- |run: |- run: |entry: )(klantreis [a-z].*)$`)

// TestRecipes reads the recipes and the hooks as YAML, and does what they have the program do, on a folder as
// they expect it.
func TestRecipes(t *testing.T) {
	dir := t.TempDir()
	program, err := building.Build("..", dir, building.Here(), "")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "reizen", "groetjes"), os.DirFS("../examples/groetjes-van-de-klant")); err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]int{"../docs/recepten/github.yaml": 2, "../docs/recepten/gitlab.yaml": 2, "../.pre-commit-hooks.yaml": 2, "../docs/recepten/pre-commit.yaml": 0} {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var value any
		if err := yaml.Unmarshal(content, &value); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		found := recipeCommand.FindAllStringSubmatch(string(content), -1)
		if len(found) != want {
			t.Errorf("%s: %d commands", file, len(found))
		}
		for _, m := range found {
			args := strings.Fields(m[1])[1:]
			if strings.Contains(m[0], "entry:") { // pre-commit adds the files
				args = append(args, "reizen/groetjes/klantreis.yaml")
			}
			cmd := exec.Command(program, args...)
			cmd.Dir = dir
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%s: %s: %v\n%s", file, m[1], err, out)
			}
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "uit", "groetjes", "advies.pdf")); err != nil {
		t.Error(err)
	}
}

// TestHooksTakeJourneys holds the ids that the recipe names to those of the hooks, and what they take.
func TestHooksTakeJourneys(t *testing.T) {
	var hooks []struct{ ID, Files string }
	content, err := os.ReadFile("../.pre-commit-hooks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(content, &hooks); err != nil || len(hooks) == 0 {
		t.Fatalf("%d hooks, %v", len(hooks), err)
	}
	recipe, err := os.ReadFile("../docs/recepten/pre-commit.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range hooks {
		files := regexp.MustCompile(h.Files)
		if !strings.Contains(string(recipe), "id: "+h.ID+"\n") || !files.MatchString("reizen/paspoort/klantreis.yaml") || !files.MatchString("klantreis.yaml") || files.MatchString("niet-klantreis.yaml") {
			t.Errorf("%s: %s", h.ID, h.Files)
		}
	}
}
