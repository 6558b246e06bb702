package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"strings"
	"testing"
)

var updatePage = flag.Bool("update-page", false, "write docs/opdrachten.md again")

const commandsIntro = `# Alle opdrachten

Deze bladzijde komt uit het programma zelf: dit is wat ` + "`klantreis --help`" + ` en ` + "`klantreis <opdracht> --help`" + ` zeggen. Wat u waarvoor
gebruikt, leest u in de [handleiding](handleiding.md). In de voorbeelden is ` + "`verhuizen`" + ` een map met een klantreis.
`

// commandsPage is what every command says of itself, as a page.
func commandsPage(t *testing.T) string {
	t.Helper()
	help := func(args ...string) string {
		var out bytes.Buffer
		root := (&app{ctx: context.Background(), words: wordsFor("nl"), stdout: &out, stderr: &out}).root()
		root.SetOut(&out)
		root.SetErr(&out)
		root.SetArgs(append(args, "--help"))
		if err := root.Execute(); err != nil {
			t.Fatal(args, err)
		}
		return "```text\n" + strings.TrimSpace(out.String()) + "\n```\n"
	}
	var b strings.Builder
	b.WriteString(commandsIntro + "\n" + help())
	for _, c := range (&app{ctx: context.Background(), words: wordsFor("nl")}).root().Commands() {
		if !c.Hidden {
			b.WriteString("\n## " + c.Name() + "\n\n" + help(c.Name()))
		}
	}
	return b.String()
}

// TestCommandsPage holds the page of the documentation to what the commands say. To write it again:
// go test ./cmd/klantreis -run TestCommandsPage -update-page.
func TestCommandsPage(t *testing.T) {
	const file = "../../docs/opdrachten.md"
	want := commandsPage(t)
	if *updatePage {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(file); err != nil || string(got) != want {
		t.Errorf("%s is not what the commands say (%v); write it again with -update-page", file, err)
	}
}
