package cjm

import (
	"bytes"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

var update = flag.Bool("update", false, "rewrite what the archives in testdata expect")

// TestRead holds what becomes of the maps in testdata: each archive has a file as Enablement Map Studio
// writes it, the klantreis made of it, what is told, and that klantreis as a map again.
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
			yaml, problems := Read(archive.Files[0].Name, archive.Files[0].Data)
			var told bytes.Buffer
			for _, p := range problems {
				message, _ := p.Text("nl")
				fmt.Fprintf(&told, "%s %s: %s\n", p.Pos, p.Severity, message)
			}
			got := []txtar.File{archive.Files[0], {Name: "klantreis.yaml", Data: yaml}, {Name: "meldingen.txt", Data: told.Bytes()}}
			if !problems.HasErrors() {
				j := valid(t, yaml)
				ev, _ := evidence.Bind(j, os.DirFS(t.TempDir()))
				again, left := Write(j, ev)
				got = append(got, txtar.File{Name: "terug.yaml", Data: again})
				holdSchema(t, again)
				if third, _ := Read("klantreis.yaml", again); left.NoFeeling+left.Rounded == 0 && !bytes.Equal(third, yaml) {
					t.Errorf("what was written reads otherwise:\n%s", third)
				}
			}
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

func valid(t testing.TB, yaml []byte) *journeys.Journey {
	t.Helper()
	j, problems := journeys.Parse("klantreis.yaml", yaml)
	for _, p := range problems {
		if message, _ := p.Text("nl"); p.Code != "lege-fase" && p.Code != "id-vorm" {
			t.Errorf("made a file with a problem: %s %s\n%s", p.Pos, message, yaml)
		}
	}
	return j
}

// holdSchema holds a document against what cjm.json of Enablement Map Studio asks.
func holdSchema(t *testing.T, src []byte) {
	t.Helper()
	documents, problems := journeys.Documents("terug.yaml", src)
	if problems != nil || len(documents) != 1 {
		t.Fatal(problems, len(documents))
	}
	d := documents[0]
	if d.Get("kind").Text != "cjm" || !bytes.Contains(src, []byte("\nversion: '1.0'\n")) || !strings.HasPrefix(d.Get("id").Text, "cjm:") || d.Get("persona").Get("name").Text == "" {
		t.Errorf("not the head of a map:\n%s", src)
	}
	var phases []string
	for _, p := range d.Get("phases").Items {
		if slices.Contains(phases, p.Get("id").Text) || p.Get("name").Text == "" {
			t.Errorf("a phase without an id of its own or a name: %+v", p)
		}
		phases = append(phases, p.Get("id").Text)
	}
	for _, a := range d.Get("actions").Items {
		score, ok := journeys.ParseNumber(a.Get("emotion_score").Text)
		if a.Get("id").Text == "" || a.Get("name").Text == "" || !slices.Contains(phases, a.Get("phase").Text) || !ok || score != math.Round(score) || math.Abs(score) > 2 {
			t.Errorf("an action that the schema refuses: %+v", a)
		}
	}
}

// TestExamples writes the five examples and reads them back: phases, steps, thoughts and channels stay,
// and feelings but for what whole numbers cannot say.
func TestExamples(t *testing.T) {
	for _, dir := range []string{"energietoeslag", "groetjes-van-de-klant", "klantenservice", "persoonlijk-contact", "verhuizen"} {
		folder := filepath.Join("..", "..", "examples", dir)
		j, _, problems, err := journeys.Load(filepath.Join(folder, "klantreis.yaml"))
		if err != nil || problems.HasErrors() {
			t.Fatal(err, problems)
		}
		ev, _ := evidence.Bind(j, os.DirFS(folder))
		src, _ := Write(j, ev)
		holdSchema(t, src)
		yaml, problems := Read("reis.yaml", src)
		if problems != nil {
			t.Fatal(problems)
		}
		back := valid(t, yaml)
		if back.Title != j.Title || back.Persona.Name != j.Persona.Name || len(back.Phases) != len(j.Phases) || len(back.Steps()) != len(j.Steps()) {
			t.Fatalf("%s came back as %q with %d phases", j.Title, back.Title, len(back.Phases))
		}
		for i, s := range j.Steps() {
			b := back.Steps()[i]
			if b.Title != s.Title || b.ID != s.ID || b.Thinks != s.Thinks || !slices.Equal(b.Channels, s.Channels) {
				t.Errorf("%+v came back as %+v", s, b)
			}
			want := math.Round(ev.Step(s.ID).Emotion.Value)
			if b.Emotion == nil || *b.Emotion != want {
				t.Errorf("%s: the feeling %v came back as %v", s.ID, want, b.Emotion)
			}
		}
	}
}

func TestRefuses(t *testing.T) {
	for text, code := range map[string]string{
		"kind: sbp\nid: x\n": "cjm-geen", "": "cjm-geen", "kind: cjm\nactions: []\n": "cjm-leeg", "kind: cjm\nactions: [\n": "yaml",
		"kind: cjm\nname: caf\xe9\n": "geen-utf8", "- a\n- b\n": "cjm-geen", "kind: cjm\nphases: 3\nactions: {a: b}\n": "cjm-leeg",
	} {
		yaml, problems := Read("x.yaml", []byte(text))
		if yaml != nil || !problems.HasErrors() || !slices.ContainsFunc(problems, func(p journeys.Problem) bool { return p.Code == code }) {
			t.Errorf("%q: made %q, told %v", text, yaml, problems)
		}
	}
}

// FuzzRead holds that whatever is read becomes a valid file or an error.
func FuzzRead(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range names {
		if archive, err := txtar.ParseFile(name); err == nil {
			f.Add(archive.Files[0].Data)
		}
	}
	f.Add([]byte("kind: cjm\nactions: [&a {id: x, touchpoints: [x-y, '<<', \"\\0\"]}, *a, {name: ja, emotion_score: 1e9}]\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		yaml, problems := Read("x.yaml", src)
		if problems.HasErrors() != (yaml == nil) {
			t.Fatalf("%v and %q", problems, yaml)
		}
		if yaml != nil {
			valid(t, yaml)
		}
		for _, p := range problems {
			if message, _ := p.Text("nl"); message == p.Code {
				t.Errorf("no words for %s", p.Code)
			}
		}
	})
}
