package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra/doc"
	"github.com/spf13/pflag"
)

// manualFolder is where TestManual leaves the pages; the release asks for that. They are made here, and not by
// the program, so that it need not carry a writer of manuals.
var (
	manualFolder = flag.String("manual", "", "write the man pages into this folder")
	manualDate   = flag.String("manual-date", "2022-12-01", "the day on the man pages")
)

// manualHeadings are cobra's headings and their Dutch. mandb and man know NAAM as the first section.
var manualHeadings = strings.NewReplacer(".SH NAME", ".SH NAAM", ".SH SYNOPSIS", ".SH GEBRUIK", ".SH DESCRIPTION", ".SH BESCHRIJVING", ".SH OPTIONS INHERITED FROM PARENT COMMANDS",
	".SH ALGEMENE OPTIES", ".SH OPTIONS", ".SH OPTIES", ".SH EXAMPLE", ".SH VOORBEELDEN", ".SH SEE ALSO", ".SH ZIE OOK",
	`\fP[=false]`, `\fP`, `\fP=[]`, `\fP`, `\fP=""`, `\fP`) // what an option is without a value stands in its text

// literal escapes what the writer of the pages, which reads Markdown, would take for marks: uit/<id>.
var literal = strings.NewReplacer("<", `\<`, "*", `\*`, "_", `\_`)

// described writes a description for the writer of the pages: what is indented stands as it is, in the rest
// nothing is a mark.
func described(long string) string {
	lines := strings.Split(long, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "  ") {
			lines[i] = "  " + line
		} else {
			lines[i] = literal.Replace(line)
		}
	}
	return strings.Join(lines, "\n")
}

// option is one of cobra's options in a page: a line with its names, a line with a tab and what it does.
var option = regexp.MustCompile(`(?m)(?:^\.PP\n)?^(\\fB-.*)\n\t(.*)$`)

// manual gives the man pages by their file names.
func manual(t *testing.T, day time.Time) map[string]string {
	t.Helper()
	dir := t.TempDir()
	root := (&app{ctx: context.Background(), words: wordsFor("nl")}).root()
	root.DisableAutoGenTag = true // it names the day of today
	for _, c := range append(root.Commands(), root) {
		c.Long = described(c.Long)
		c.Flags().VisitAll(func(f *pflag.Flag) { f.Usage = literal.Replace(f.Usage) })
	}
	if err := doc.GenManTree(root, &doc.GenManHeader{Title: "KLANTREIS", Section: "1", Date: &day, Source: "Klantreis", Manual: "Klantreis"}, dir); err != nil {
		t.Fatal(err)
	}
	pages := map[string]string{}
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		content, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		pages[f.Name()] = strings.Replace(option.ReplaceAllString(manualHeadings.Replace(string(content)), ".TP\n$1\n$2"),
			fmt.Sprintf("%q", day.Format("Jan 2006")), fmt.Sprintf("%q", day.Format(time.DateOnly)), 1)
	}
	return pages
}

// TestManual makes a page for every command, the same each time, with what its --help says.
func TestManual(t *testing.T) {
	day, err := time.Parse(time.DateOnly, *manualDate)
	if err != nil {
		t.Fatal(err)
	}
	pages, again := manual(t, day), manual(t, day)
	root := (&app{ctx: context.Background(), words: wordsFor("nl")}).root()
	for _, c := range root.Commands() {
		if c.Hidden {
			continue
		}
		page, ok := pages["klantreis-"+c.Name()+".1"]
		if !ok {
			t.Errorf("%s has no page", c.Name())
			continue
		}
		for _, want := range []string{".SH NAAM", ".SH GEBRUIK", ".SH VOORBEELDEN", "klantreis-" + c.Name(), c.Short} {
			if !strings.Contains(plainPage(page), plainPage(want)) {
				t.Errorf("the page of %s lacks %q", c.Name(), want)
			}
		}
	}
	for name, want := range map[string]string{"klantreis-maak.1": "een map uit/<id> met", "klantreis-status.1": "<naam>.geschiedenis.jsonl"} {
		if !strings.Contains(plainPage(pages[name]), want) {
			t.Errorf("%s lacks %q", name, want)
		}
	}
	for name, page := range pages {
		if again[name] != page {
			t.Errorf("%s differs between two runs", name)
		}
		if i := strings.Index(page, ".SH "); i < 0 || strings.Contains(page, ".SH OPTIONS") || strings.Contains(page, "[=") || strings.Contains(page, "Auto generated") {
			t.Errorf("%s:\n%.300s", name, page)
		}
		if !strings.Contains(page, fmt.Sprintf("%q", day.Format(time.DateOnly))) {
			t.Errorf("%s lacks its date", name)
		}
	}
	lintManual(t, pages)
	if *manualFolder == "" {
		return
	}
	for name, page := range pages {
		if err := os.WriteFile(filepath.Join(*manualFolder, name), []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// lintManual lets mandoc, which shows man pages on other systems than Linux, judge the pages. That a line of the
// source is long is no fault.
func lintManual(t *testing.T, pages map[string]string) {
	t.Helper()
	if _, err := exec.LookPath("mandoc"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Error(err)
		}
		t.Log("MAN PAGES NOT JUDGED: ", err)
		return
	}
	dir := t.TempDir()
	args := []string{"-T", "lint", "-W", "warning"}
	for name, page := range pages {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(page), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	if out, err := exec.Command("mandoc", args...).CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("mandoc: %v\n%s", err, out)
	}
}

// plainPage takes the escapes of roff away.
func plainPage(s string) string {
	return strings.NewReplacer(`\-`, "-", `\&`, "", `\[u2026]`, "…", `\(aq`, "'").Replace(s)
}
