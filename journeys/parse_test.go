package journeys

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

var wantComment = regexp.MustCompile(`# want(?:@(\d+))? (fout|waarschuwing) ([a-z0-9-]+)`)

// TestFaults reads files whose lines say in a comment which problem they want: "# want fout
// onbekende-sleutel", or "# want@12 …" to name the column too. Nothing else may be reported.
func TestFaults(t *testing.T) {
	files, err := filepath.Glob("testdata/faults/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fault files: %v", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			folder := fstest.MapFS{"signalen/kcc.csv": {Data: []byte("Datum\n")}, "teksten/brief.txt": {Data: []byte("Beste")}}
			j, problems := Parse(name, src)
			problems = append(problems, CheckFiles(j, folder)...)
			got := map[string]bool{}
			for _, p := range problems {
				got[fmt.Sprintf("%d %s %s", p.Pos.Line, p.Severity, p.Code)] = true
				got[fmt.Sprintf("%d@%d %s %s", p.Pos.Line, p.Pos.Column, p.Severity, p.Code)] = true
			}
			wanted := map[string]bool{}
			for i, line := range strings.Split(string(src), "\n") {
				for _, m := range wantComment.FindAllStringSubmatch(line, -1) {
					key := fmt.Sprintf("%d %s %s", i+1, m[2], m[3])
					wanted[key] = true
					if m[1] != "" {
						key = fmt.Sprintf("%d@%s %s %s", i+1, m[1], m[2], m[3])
					}
					if !got[key] {
						t.Errorf("line %d: %s %s was not reported (or at another column)", i+1, m[2], m[3])
					}
				}
			}
			for _, p := range problems {
				if !wanted[fmt.Sprintf("%d %s %s", p.Pos.Line, p.Severity, p.Code)] {
					message, _ := p.Text("nl")
					t.Errorf("not wanted: %s: %s %s: %s", p.Pos, p.Severity, p.Code, message)
				}
			}
		})
	}
}

// TestBadBytes holds the files that cannot say what they want in a comment.
func TestBadBytes(t *testing.T) {
	for name, c := range map[string]struct{ src, want string }{
		"empty":           {"", "1:1 leeg-bestand"},
		"only a comment":  {"# niets\n", "1:1 leeg-bestand"},
		"tab":             {"klantreis: A\nfasen:\n\t- fase: B\n", "3:1 tab"},
		"bad utf-8":       {"klantreis: A\nfasen: [{fase: \"caf\xe9\"}]\n", "2:20 geen-utf8"},
		"two documents":   {"klantreis: A\nfasen: [{fase: B, stappen: [{stap: C}]}]\n---\nklantreis: D\n", "3:1 twee-documenten"},
		"a list":          {"- klantreis: A\n", "1:1 geen-blok"},
		"open bracket":    {"klantreis: A\nfasen: [{fase: B\n", "2:8 yaml"},
		"unknown anchor":  {"klantreis: A\nfasen: *b\n", "2:8 yaml"},
		"too large":       {"klantreis: " + strings.Repeat("a", MaxFileSize), " bestand-te-groot"},
		"merge":           {"klantreis: A\nklant: &k {naam: B}\nfasen: [{fase: C, stappen: [{<<: *k, stap: D}]}]\n", "3:30 samenvoegen"},
		"billion laughs":  {bomb(), "te-veel-waarden"},
		"cyclic alias":    {"klantreis: A\nfasen: &f [{fase: B, stappen: *f}]\n", ""},
		"complex key":     {"klantreis: A\n? [a, b]\n: c\nfasen: [{fase: B, stappen: [{stap: C}]}]\n", "2:3 sleutel-geen-tekst"},
		"NUL in a quote":  {"klantreis: \"A\\0B\"\nfasen: [{fase: B, stappen: [{stap: C}]}]\n", ""},
		"byte-order mark": {"\ufeffklantreis: A\nfasen: [{fase: B, stappen: [{stap: C}]}]\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := Parse("reis.yaml", []byte(c.src))
			var got []string
			for _, p := range problems {
				got = append(got, strings.TrimPrefix(strings.TrimPrefix(p.Pos.String(), "reis.yaml"), ":")+" "+p.Code)
			}
			if !strings.Contains(strings.Join(got, "\n"), c.want) || c.want == "" && name != "cyclic alias" && len(got) > 0 {
				t.Errorf("got %q, want %q", got[:min(5, len(got))], c.want)
			}
		})
	}
}

// bomb is a small file that would be billions of values with its aliases followed.
func bomb() string {
	var b strings.Builder
	b.WriteString("klantreis: A\nfasen: [{fase: B, stappen: [{stap: C}]}]\nx-a: &a [{stap: D}, {stap: E}]\n")
	b.WriteString("adviezen:\n")
	b.WriteString("- &b0 {advies: F, omdat: [q, q, q, q, q, q, q, q, q, q]}\n")
	for i := 0; i < 60000; i++ {
		b.WriteString("- *b0\n")
	}
	return b.String()
}

func TestMinimalJourney(t *testing.T) {
	j, problems := Parse("map/verhuizen.yaml", []byte("klantreis: Verhuizen\nfasen:\n  - fase: Doorgeven\n    stappen:\n      - stap: Vult het formulier in\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if j.ID != "verhuizen" || j.Steps()[0].ID != "vult-het-formulier-in" {
		t.Errorf("ids: %q, %q", j.ID, j.Steps()[0].ID)
	}
	if got := j.Steps()[0].At("stap"); got.Line != 5 || got.Column != 15 {
		t.Errorf("position of the step's title: %v", got)
	}
}

func TestQuestionMarksAreText(t *testing.T) {
	j, problems := Parse("a.yaml", []byte("klantreis: Wat?\nfasen: [{fase: Hoe ver?, stappen: [{stap: \"Echt?\", denkt: Hoe? Zo?!, pijnpunten: [Waarom?, Wat nu??]}]}]\n"))
	s := j.Steps()
	if len(problems) > 0 || j.Title != "Wat?" || j.Phases[0].Title != "Hoe ver?" || s[0].Title != "Echt?" || s[0].Thinks != "Hoe? Zo?!" || s[0].PainPoints[1] != "Wat nu??" {
		t.Errorf("%v %+v", problems, j.Phases)
	}
}

func TestIDFromPath(t *testing.T) {
	for path, want := range map[string]string{
		"examples/energietoeslag/klantreis.yaml": "energietoeslag",
		`C:\reizen\Parkeren\klantreis.yaml`:      "Parkeren",
		"reizen/Élan vital.yaml":                 "Élan vital",
		"klantreis.yaml":                         "klantreis",
		"../klantreis.yaml":                      "klantreis",
		"-":                                      "klantreis",
	} {
		if got := IDFromPath(path); got != want {
			t.Errorf("IDFromPath(%q) = %q, want %q", path, got, want)
		}
	}
}

// TestEveryProblemHasWords keeps the catalogue complete in both languages.
func TestEveryProblemHasWords(t *testing.T) {
	seen := map[string]bool{}
	for _, all := range catalogues() {
		for code, e := range all {
			for lang, s := range map[string]sentence{"nl": e.nl, "en": e.en} {
				if s.message == "" || s.advice == "" {
					t.Errorf("%s has no %s words", code, lang)
				}
			}
			if seen[code] {
				t.Errorf("%s stands in two catalogues", code)
			}
			seen[code] = true
		}
	}
	source, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	used := regexp.MustCompile(`(?:Error|Warning|n|key|item|value|second), "([a-z0-9]+(?:-[a-z0-9]+)+)"`)
	for _, name := range source {
		content, _ := os.ReadFile(name)
		for _, m := range used.FindAllStringSubmatch(string(content), -1) {
			if !seen[m[1]] && name != "parse_test.go" && m[1] != "kanalen-eigen" {
				t.Errorf("%s uses %q, which the catalogue does not have", name, m[1])
			}
		}
	}
	for _, term := range []term{"een stap", "een lijst", "niets", "advies"} {
		if terms[term] == "" {
			t.Errorf("%q has no English", term)
		}
	}
}

func TestTextLeavesOutEmptyHints(t *testing.T) {
	p := Problem{Code: "onbekende-sleutel", Args: []any{"kanaalen", term("een stap"), "", "stap, id"}}
	if _, advice := p.Text("nl"); strings.Contains(advice, "Bedoelde") || !strings.Contains(advice, "stap, id") {
		t.Errorf("advice: %q", advice)
	}
	p.Args[2] = "kanalen"
	if message, advice := p.Text("en"); !strings.Contains(advice, "Did you mean ‘kanalen’?") || !strings.Contains(message, "a step") {
		t.Errorf("%q %q", message, advice)
	}
}

func TestExcerpt(t *testing.T) {
	src := []byte("een: 1\n  twee: \tx\n" + strings.Repeat("é", 200) + "\n")
	if got := Excerpt(src, Pos{Line: 2, Column: 9}); got != "    2 |   twee:  x\n      |         ^" {
		t.Errorf("got\n%s", got)
	}
	long := Excerpt(src, Pos{Line: 3, Column: 150})
	line, mark, _ := strings.Cut(long, "\n")
	if at := len([]rune(mark)) - 1; []rune(line)[at] != 'é' || !strings.Contains(line, "…") {
		t.Errorf("got\n%s", long)
	}
	if Excerpt(src, Pos{Line: 99, Column: 1}) != "" || Excerpt(src, Pos{}) != "" {
		t.Error("a place outside the file has no excerpt")
	}
}

func TestLocalPath(t *testing.T) {
	for in, want := range map[string]string{
		"signalen/kcc.csv": "signalen/kcc.csv", `signalen\kcc.csv`: "signalen/kcc.csv", "./a.csv": "a.csv", "a/../b.csv": "b.csv",
	} {
		if got, ok := LocalPath(in); !ok || got != want {
			t.Errorf("LocalPath(%q) = %q, %v", in, got, ok)
		}
	}
	for _, in := range []string{"", "../x", "a/../../x", "/etc/passwd", `C:\x`, "c:x", `\\server\x`, "..", "."} {
		if got, ok := LocalPath(in); ok {
			t.Errorf("LocalPath(%q) = %q leads out of the folder", in, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/faults/*.yaml")
	for _, name := range files {
		src, _ := os.ReadFile(name)
		f.Add(src)
	}
	f.Add([]byte("klantreis: A\nfasen: [{fase: B, stappen: [{stap: C, naar: [{afhaken: x, aandeel: 31%}]}]}]\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		j, problems := Parse("f.yaml", src)
		for _, p := range problems {
			if message, _ := p.Text("nl"); message == p.Code {
				t.Errorf("no words for %s", p.Code)
			}
			Excerpt(src, p.Pos)
		}
		if !problems.HasErrors() && len(j.Steps()) == 0 {
			t.Error("a journey without faults has a step")
		}
	})
}
