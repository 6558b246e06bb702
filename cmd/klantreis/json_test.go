package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"regexp"
	"sort"
	"strings"
	"testing"
)

// TestJSONIsDocumented holds every command with --json against docs/json.md: each has a section there, and
// each key that it writes of the examples stands in that section.
func TestJSONIsDocumented(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	doc, err := os.ReadFile("../../docs/json.md")
	if err != nil {
		t.Fatal(err)
	}
	moving, wished := "../../examples/energietoeslag", "../../examples/energietoeslag/energietoeslag-gewenst.yaml"
	kcc := moving + "/signalen/kcc.csv"
	runs := map[string][]string{
		"controleer": {"../../examples", "testdata/slecht/klantreis.yaml"}, "signalen": {kcc}, "overzicht": {"../../examples"}, "status": {moving}, "kwaliteit": {moving},
		"taal": {moving}, "privacyverslag": {moving}, "citaten": {moving}, "vergelijk": {moving, wished}, "versie": nil,
	}
	a := &app{ctx: context.Background(), words: wordsFor("nl")}
	for _, cmd := range a.root().Commands() {
		if _, run := runs[cmd.Name()]; (cmd.Flags().Lookup("json") != nil) != run {
			t.Errorf("%s: --json and this test know different things", cmd.Name())
		}
	}
	for name, args := range runs {
		t.Run(name, func(t *testing.T) {
			var out, told bytes.Buffer
			if code := run(context.Background(), append([]string{name, "--json"}, args...), nil, &out, &told); code == exitUsage {
				t.Fatal(told.String())
			}
			var value any
			if err := json.Unmarshal(out.Bytes(), &value); err != nil {
				t.Fatalf("%v\n%s", err, told.String())
			}
			section := regexp.MustCompile(`(?ms)^## ` + name + `\n(.*?)(\n## |\z)`).FindSubmatch(doc)
			if section == nil {
				t.Fatal("no section")
			}
			keys := map[string]bool{}
			keysOf(value, keys)
			var all []string
			for key := range keys {
				all = append(all, key)
			}
			sort.Strings(all)
			if len(all) == 0 {
				t.Error("nothing was written")
			}
			for _, key := range all {
				if !strings.Contains(string(section[1]), "`"+key+"`") {
					t.Errorf("`%s` is not described", key)
				}
			}
		})
	}
}

// keysOf gathers the keys of a value, without months.
func keysOf(value any, into map[string]bool) {
	month := regexp.MustCompile(`^\d{4}-\d\d$`)
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			keysOf(one, into)
		}
	case map[string]any:
		for key, one := range v {
			if !month.MatchString(key) {
				into[key] = true
			}
			keysOf(one, into)
		}
	}
}

// TestModelIsDocumented holds the keys at the top of model.json to docs/json.md.
func TestModelIsDocumented(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	doc, err := os.ReadFile("../../docs/json.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, found := strings.Cut(string(doc), "## De hele klantreis: model.json\n")
	section, _, _ = strings.Cut(section, "\n## ")
	var out, told bytes.Buffer
	if code := run(context.Background(), []string{"exporteer", "../../examples/verhuizen", "--als", "json", "--uit", "-"}, nil, &out, &told); code != 0 || !found {
		t.Fatal(found, told.String())
	}
	var value map[string]any
	if err := json.Unmarshal(out.Bytes(), &value); err != nil {
		t.Fatal(err)
	}
	for key := range value {
		if !strings.Contains(section, "`"+key+"`") {
			t.Errorf("`%s` is not described", key)
		}
		if part, ok := value[key].(map[string]any); ok && key == "klantreis" {
			for key := range part {
				if !strings.Contains(section, "`"+key+"`") {
					t.Errorf("`%s` of klantreis is not described", key)
				}
			}
		}
	}
}
