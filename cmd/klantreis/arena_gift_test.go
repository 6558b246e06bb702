package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"html"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/arena"
)

// nasty are texts that become code in a spreadsheet, a page, a picture or a YAML file that is careless.
var nasty = []string{
	`=HYPERLINK("http://boos.example";"Klik")`, `+1+cmd|' /C calc'!A0`, `@ SUM(1+1)`, `-2+3 vind ik te duur`, `<script>alert(1)</script>`, `</text><script>alert(2)</script>`, `"><img src=x onerror=alert(3)>`,
	`x: *kapot`, `- nieuwe stap: {`, `# geen commentaar`, `'; DROP TABLE`, `!!binary nee`, `| blok`, `a;b;"c"`, `]]> en &amp; en &lt;`, `{{.Geheim}} ${HOME} $(id)`,
}

// TestArenaInTheGift: a session becomes evidence. What was said is a source that is counted, bottlenecks stand at their
// step of the map, mark and promises in the report, promises in the overview; and texts that were meant to do harm are
// only texts, wherever they come.
func TestArenaInTheGift(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	folder := filepath.Join(t.TempDir(), "reis")
	j, _ := journeys.Parse("klantreis.yaml", []byte(arenaJourney))
	day, _ := journeys.Moment("2026-11-22")
	r := arena.New(arena.PlanOf(j, day))
	do := func(e arena.Event) {
		t.Helper()
		if _, _, err := r.Apply(e); err != nil {
			t.Fatalf("%+v: %v", e, err)
		}
	}
	for who := 1; who <= 7; who++ {
		do(arena.Event{Kind: arena.Join, Who: who, Role: arena.Customer})
	}
	choice := arena.Choice{Title: "Arena: =1+1 </title> # x"}
	for i, text := range nasty {
		id := string(rune('a' + i))
		do(arena.Event{Kind: arena.Note, ID: id, Step: "wachten", Nature: "klacht", Text: text})
		choice.Bottlenecks = append(choice.Bottlenecks, arena.Bottleneck{ID: id})
		do(arena.Event{Kind: arena.Promise, ID: id, Text: text, Name: "Team " + text[:min(len(text), 30)], Day: "2027-01-01"})
	}
	do(arena.Event{Kind: arena.Note, ID: "mel", Step: "melden", Nature: "compliment", Text: "Ging snel, belde 06-12345678"})
	do(arena.Event{Kind: arena.Turn, Round: arena.Closing})
	for who := 1; who <= 7; who++ {
		do(arena.Event{Kind: arena.Mark, Who: who, Value: 8.5})
	}
	saved, err := r.Save("klantreis.yaml", []byte(arenaJourney), choice, func(string) bool { return false })
	if err != nil {
		t.Fatal(err)
	}
	after, problems := journeys.Parse("klantreis.yaml", saved.Journey)
	if len(problems) > 0 {
		t.Fatalf("%v\n%s", problems, saved.Journey)
	}
	for i, text := range nasty { // YAML gives back what was said
		if got := after.Arenas[0].Bottlenecks[i].Text; got != text {
			t.Errorf("%q became %q", text, got)
		}
		if got := after.Arenas[0].Promises[i].What; got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
	reader := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(saved.Signals, []byte("\ufeff"))))
	reader.Comma = ';'
	rows, err := reader.ReadAll()
	if err != nil || len(rows) != len(nasty)+2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("a spreadsheet calculates %q", cell)
			}
		}
	}
	file := filepath.Join(folder, "klantreis.yaml")
	for name, content := range map[string][]byte{"klantreis.yaml": saved.Journey, saved.File: saved.Signals} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(folder, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(folder, "uit")
	make := func(args ...string) {
		t.Helper()
		var stdout, stderr bytes.Buffer
		if code := run(context.Background(), args, strings.NewReader(""), &stdout, &stderr); code != 0 {
			t.Fatalf("%v: %d %s%s", args, code, stdout.String(), stderr.String())
		}
	}
	make("maak", file, "--uit", out)
	make("overzicht", folder, "--uit", filepath.Join(folder, "overzicht"))
	wants := map[string][]string{
		"uit/reis/klantreis.svg":             {"a;b;", "DROP TABLE"},
		"uit/reis/advies.html":               {"8,5", "7 deelnemers", "DROP TABLE", "n = 16 van 17 uit arena-2026-11-22"},
		"uit/reis/presentatie.html":          {"8,5", "DROP TABLE"},
		"overzicht/overzicht/overzicht.html": {"Toegezegd in klantarena", "DROP TABLE"},
	}
	for name, parts := range wants {
		content, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Error(err)
			continue
		}
		text := html.UnescapeString(string(content))
		for _, part := range parts {
			if !strings.Contains(strings.ReplaceAll(text, "\u00a0", " "), part) {
				t.Errorf("%s lacks %q", name, part)
			}
		}
		for _, evil := range []string{"<script>alert", "<img src=x", "</text><script"} {
			if bytes.Contains(content, []byte(evil)) {
				t.Errorf("%s holds %s as code", name, evil)
			}
		}
		if strings.Contains(text, "12345678") {
			t.Errorf("%s holds a telephone number", name)
		}
	}
	if pdf, err := os.ReadFile(filepath.Join(out, "reis", "advies.pdf")); err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) || bytes.Contains(pdf, []byte("/JavaScript")) {
		t.Errorf("advies.pdf: %v", err)
	}
	books, _ := filepath.Glob(filepath.Join(folder, "*", "*", "*.xlsx"))
	if len(books) == 0 {
		t.Error("no workbook")
	}
	for _, book := range books {
		z, err := zip.OpenReader(book)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			part, _ := f.Open()
			content, _ := io.ReadAll(part)
			part.Close()
			if bytes.Contains(content, []byte("<f>")) {
				t.Errorf("%s: %s holds a formula", book, f.Name)
			}
		}
		z.Close()
	}
	if keep := os.Getenv("KEEP_ARENA_GIFT"); keep != "" { // to look at
		if err := os.CopyFS(keep, os.DirFS(folder)); err != nil {
			t.Fatal(err)
		}
	}
}
