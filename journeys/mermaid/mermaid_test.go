package mermaid

import (
	"bytes"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

var update = flag.Bool("update", false, "rewrite what the archives in testdata expect")

// TestRead holds what becomes of the diagrams in testdata: each archive has a text, the file that is made
// of it and what is told. What is made has to be a journey without errors.
func TestRead(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no archives", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			in := archive.Files[0]
			if archive.Comment != nil && bytes.Contains(archive.Comment, []byte("CRLF")) {
				in.Data = append([]byte("\ufeff"), bytes.ReplaceAll(in.Data, []byte("\n"), []byte("\r\n"))...)
			}
			yaml, problems := Read(in.Name, in.Data)
			if !problems.HasErrors() {
				valid(t, yaml)
			}
			got := []txtar.File{archive.Files[0], {Name: "klantreis.yaml", Data: yaml}, {Name: "meldingen.txt", Data: told(problems)}}
			if *update {
				archive.Files = got
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			for i, f := range got {
				if i >= len(archive.Files) || !bytes.Equal(bytes.TrimSpace(f.Data), bytes.TrimSpace(archive.Files[i].Data)) {
					t.Errorf("%s differs (-update rewrites it):\n%s", f.Name, f.Data)
				}
			}
		})
	}
}

func told(ps journeys.Problems) []byte {
	var b bytes.Buffer
	for _, p := range ps {
		message, advice := p.Text("nl")
		fmt.Fprintf(&b, "%s %s: %s\n  %s\n", p.Pos, p.Severity, message, advice)
	}
	return b.Bytes()
}

// valid refuses a file that is no journey, and gives what it says.
func valid(t testing.TB, yaml []byte) *journeys.Journey {
	t.Helper()
	j, problems := journeys.Parse("klantreis.yaml", yaml)
	for _, p := range problems {
		if message, _ := p.Text("nl"); p.Code != "lege-fase" {
			t.Errorf("made a file with a problem: %s %s\n%s", p.Pos, message, yaml)
		}
	}
	return j
}

func TestRefuses(t *testing.T) {
	for name, c := range map[string]struct{ text, code string }{
		"another diagram": {"%% x\nflowchart LR\n a --> b\n", "mermaid-geen-journey"},
		"nothing":         {"", "mermaid-geen-journey"},
		"prose":           {"Beste collega,\n", "mermaid-geen-journey"},
		"a longer word":   {"journeys\n a: 3\n", "mermaid-geen-journey"},
		"only a title":    {"journey\ntitle Leeg\n", "mermaid-leeg"},
		"not UTF-8":       {"journey\n caf\xe9: 3\n", "geen-utf8"},
		"too large":       {"journey\n" + strings.Repeat("a: 3\n", journeys.MaxFileSize/5), "bestand-te-groot"},
	} {
		yaml, problems := Read("x.mmd", []byte(c.text))
		if yaml != nil || !problems.HasErrors() || problems[0].Code != c.code {
			t.Errorf("%s: made %q, told %v", name, yaml, problems)
		}
	}
	_, problems := Read("x.mmd", []byte("journey\n caf\xe9: 3\n"))
	if got := problems[0].Pos.String(); got != "x.mmd:2:5" {
		t.Error("the bad letter is said to stand at", got)
	}
}

func TestRecognise(t *testing.T) {
	for text, want := range map[string]bool{
		"journey\n a: 3": true, "---\ntitle: x\n---\n  journey\n": true, "%% c\njourney": true, "%%{init: {}}%%\njourney": true,
		"# Page\n\n```mermaid\njourney\n a: 3\n```\n": true, "# Page\n```mermaid\nflowchart LR\n```\n": false,
		"```\njourney\n```": false, "flowchart LR": false, "kind: cjm\n": false, "": false, "\xff": false,
	} {
		if got := Recognise([]byte(text)); got != want {
			t.Errorf("Recognise(%q) = %v", text, got)
		}
	}
}

// nasty are titles that mean something to Mermaid, or are hard to draw.
var nasty = []string{
	"Belt 14 030: keuze 2", "Loket #3", "#", "Wacht; en wacht", `Zegt "ja" en 'nee'`, "journey", "Title of the letter", "section 1", "accTitle: x", "accDescr { x }",
	"100% zeker", "%% weg", "50%%", "%%{init: {}}%%", "regel één\nregel twee", "😀 blij 👩‍👩‍👧", "日本語のステップ", "<b>vet</b> & <script>alert(1)</script>", "#35; en #quot;",
	strings.Repeat("Zeer lange titel ", 6), "{ } [ ] ( )", "---", "a, b, c", `C:\pad\naar`, "`code`", "ﬂ°°35¶ß", "Lifestyle: #1;", "}%%", "3", "ja", "- streep", "style x:#1; y",
}

// TestNasty writes titles that mean something to Mermaid and reads them back.
func TestNasty(t *testing.T) {
	for _, title := range nasty {
		s := journeys.Sketch{Title: title, Summary: title, Persona: journeys.Persona{Name: title}}
		step := journeys.SketchStep{}
		step.Title = title
		s.Phases = []journeys.SketchPhase{{Title: title, Steps: []journeys.SketchStep{step, step}}}
		roundTrip(t, valid(t, s.YAML()))
	}
}

// TestRoundTrip writes the five examples and reads them back: phases, steps and feelings stay.
func TestRoundTrip(t *testing.T) {
	for _, dir := range []string{"energietoeslag", "groetjes-van-de-klant", "klantenservice", "persoonlijk-contact", "verhuizen"} {
		folder := filepath.Join("..", "..", "examples", dir)
		j, _, problems, err := journeys.Load(filepath.Join(folder, "klantreis.yaml"))
		if err != nil || problems.HasErrors() {
			t.Fatal(err, problems)
		}
		roundTrip(t, j)
	}
}

func roundTrip(t *testing.T, j *journeys.Journey) {
	t.Helper()
	dir := filepath.Dir(j.Path)
	ev, _ := evidence.Bind(j, os.DirFS(dir))
	text, _ := Write(j, ev)
	yaml, problems := Read("reis.mmd", text)
	if problems.HasErrors() {
		t.Fatalf("%s\n%s", problems.Error(), text)
	}
	for _, p := range problems {
		if p.Code != "mermaid-namen" && p.Code != "mermaid-zonder-klant" {
			message, _ := p.Text("nl")
			t.Errorf("%s %s\n%s", p.Pos, message, text)
		}
	}
	back := valid(t, yaml)
	if back.Title != oneLine(j.Title) || len(back.Phases) != len(j.Phases) {
		t.Fatalf("%q with %d phases became %q with %d", j.Title, len(j.Phases), back.Title, len(back.Phases))
	}
	for i, p := range j.Phases {
		b := back.Phases[i]
		if b.Title != oneLine(p.Title) || len(b.Steps) != len(p.Steps) {
			t.Fatalf("phase %q became %q with %d steps", p.Title, b.Title, len(b.Steps))
		}
		for k, s := range p.Steps {
			feeling := ev.Step(s.ID).Emotion
			got := b.Steps[k].Emotion
			if b.Steps[k].Title != oneLine(s.Title) {
				t.Errorf("step %q became %q", s.Title, b.Steps[k].Title)
			}
			if (feeling.Kind == evidence.None) != (got == nil) || got != nil && math.Abs(*got-feeling.Value) > 0.0051 {
				t.Errorf("step %q: the feeling %+v became %v", s.Title, feeling, got)
			}
		}
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestWriteSame holds that the same journey gives the same bytes.
func TestWriteSame(t *testing.T) {
	j, _, _, err := journeys.Load("../../examples/verhuizen/klantreis.yaml")
	if err != nil {
		t.Fatal(err)
	}
	ev, _ := evidence.Bind(j, os.DirFS("../../examples/verhuizen"))
	one, left := Write(j, ev)
	two, again := Write(j, ev)
	if !bytes.Equal(one, two) || !reflect.DeepEqual(left, again) {
		t.Error("two writings differ")
	}
}

// FuzzRead holds that whatever is read becomes a valid file or an error with a place.
func FuzzRead(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range names {
		if archive, err := txtar.ParseFile(name); err == nil {
			f.Add(archive.Files[0].Data)
		}
	}
	for _, title := range nasty {
		f.Add([]byte("journey\n" + title + ": 3: " + title))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		yaml, problems := Read("x.mmd", src)
		if problems.HasErrors() != (yaml == nil) {
			t.Fatalf("%v and %q", problems, yaml)
		}
		if yaml != nil {
			valid(t, yaml)
		}
		lines := strings.Count(strings.ReplaceAll(strings.ReplaceAll(string(src), "\r\n", "\n"), "\r", "\n"), "\n") + 1
		for _, p := range problems {
			if p.Pos.Line > lines || p.Pos.Line < 1 && p.Code != "bestand-te-groot" {
				t.Errorf("%s is not in a file of %d lines", p.Pos, lines)
			}
			if message, _ := p.Text("nl"); message == p.Code {
				t.Errorf("no words for %s", p.Code)
			}
		}
	})
}
