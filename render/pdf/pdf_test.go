package pdf

import (
	"bytes"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"klantreis/render"
	"klantreis/render/font"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func write(t testing.TB, r render.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	warnings, err := Write(&b, r, render.Stadskamer())
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range warnings {
		t.Log(w)
	}
	return b.Bytes()
}

// command feeds a PDF to a tool of poppler or qpdf. Without the tool the test is skipped, except
// where the environment says that it must be there.
func command(t testing.TB, pdf []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("SKIPPED: %s is not installed, so nothing was checked", name)
	}
	file := filepath.Join(t.TempDir(), "advies.pdf")
	if err := os.WriteFile(file, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = file
		}
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

func TestWriteIsAValidFile(t *testing.T) {
	pdf := write(t, fixture())
	check(t, pdf)
	if out := command(t, pdf, "qpdf", "--check", "FILE"); strings.Contains(out, "WARNING") {
		t.Error(out)
	}
	fonts := strings.Split(strings.TrimSpace(command(t, pdf, "pdffonts", "FILE")), "\n")
	if len(fonts) != 6 {
		t.Errorf("want the four faces of Inter, got\n%s", strings.Join(fonts, "\n"))
	}
	for _, line := range fonts[min(2, len(fonts)):] {
		if f := strings.Fields(line); len(f) < 7 || f[len(f)-5] != "yes" || f[len(f)-4] != "yes" || f[len(f)-3] != "yes" {
			t.Errorf("font is not embedded, subset and mapped to Unicode: %s", line)
		}
	}
	info := command(t, pdf, "pdfinfo", "FILE")
	for _, want := range []string{"Title:           Energietoeslag aanvragen", "Author:          Stadskamer", "Tagged:          yes", "CreationDate:    Thu Dec  1"} {
		if !strings.Contains(info, want) {
			t.Errorf("pdfinfo lacks %q:\n%s", want, info)
		}
	}
}

func TestWriteTwiceGivesTheSameBytes(t *testing.T) {
	a := write(t, fixture())
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, processors := range []int{1, 2, 7} {
		runtime.GOMAXPROCS(processors)
		if !bytes.Equal(a, write(t, fixture())) {
			t.Errorf("a run on %d processors differs", processors)
		}
	}
}

func TestWriteReportsAWriterThatFails(t *testing.T) {
	if _, err := Write(failing{}, fixture(), render.Stadskamer()); err == nil {
		t.Error("no error")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestGoldenText(t *testing.T) {
	got := command(t, write(t, fixture()), "pdftotext", "-layout", "FILE", "-")
	var lines []string
	for _, l := range strings.Split(strings.ReplaceAll(got, "\f", "\n────────\n"), "\n") {
		lines = append(lines, strings.TrimRight(l, " "))
	}
	got = strings.Join(lines, "\n")
	name := filepath.Join("testdata", "fixture.txt")
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the text on paper changed; look at it and run with -update\n%s", firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			was := "(end)"
			if i < len(b) {
				was = b[i]
			}
			return "got  " + a[i] + "\nwant " + was
		}
	}
	return "text is missing at the end"
}

// squeeze drops what wrapping changes: white space and hyphens.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \n\r\t\f\u00A0\u00AD-", r) {
			return -1
		}
		return r
	}, s)
}

// spoken is the document's text in the order of the structure tree, as a screen reader goes.
func spoken(t *testing.T, pdf []byte) string {
	t.Helper()
	var b strings.Builder
	for _, line := range strings.Split(command(t, pdf, "pdfinfo", "-struct-text", "FILE"), "\n") {
		line = strings.TrimSpace(line)
		if len(line) > 1 && line[0] == '"' && line[len(line)-1] == '"' {
			b.WriteString(line[1 : len(line)-1])
		}
	}
	return squeeze(b.String())
}

// texts lists what a reader must find, in reading order.
func texts(r render.Report) []string {
	out := []string{r.Title, r.Municipality, r.Period}
	for _, s := range r.Sections {
		if s.Where == render.DeckOnly {
			continue
		}
		if s.Kind != render.Cover {
			out = append(out, s.Title)
			if strings.TrimSpace(s.Title) != "" { // it stands with the title, or not at all
				out = append(out, s.Over)
			}
		}
		for _, b := range s.Blocks {
			if f, ok := b.(render.Figure); ok {
				if f.Title == s.Title {
					f.Title = "" // the chapter's title says it
				}
				if s.Kind == render.MapPages && drawable(f.Drawing) {
					f.Title, f.Caption = "", "" // the picture fills its page
				}
				b = f
			}
			out = append(out, blockTexts(b)...)
		}
	}
	return out
}

func blockTexts(b render.Block) (out []string) {
	add := func(s ...string) { out = append(out, s...) }
	switch v := b.(type) {
	case render.Prose:
		add(v.Text)
	case render.Heading:
		add(v.Text)
	case render.List:
		add(v.Items...)
	case render.Quote:
		add(v.Text, v.Source)
	case render.Facts:
		for _, f := range v.Items {
			add(f.Label, f.Value, f.Note)
		}
	case render.Claim:
		add(v.Value, v.Text, v.Basis)
	case render.Table:
		add(v.Caption)
		for _, c := range v.Columns {
			add(c.Title)
		}
		for _, r := range v.Rows {
			add(r...)
		}
	case render.Figure:
		add(v.Title, v.Caption)
	case render.AdviceCard:
		add(v.Title, v.Gain, v.Effort, v.Status)
		add(v.Owner, v.Step)
		add(v.Basis, v.Expected, v.Measure, v.Effect, v.EffectBasis, v.Reason, v.Feedback)
	case render.Matrix:
		add(v.Title)
		for _, cell := range v.Cells {
			add(cell.Title, cell.Note)
		}
	case render.Callout:
		add(v.Title, v.Text)
	case render.WriteOn:
		add(v.Prompt)
		add(v.Columns...)
	}
	return out
}

func TestEveryTextIsReadInOrder(t *testing.T) {
	rest := spoken(t, write(t, fixture()))
	if strings.Contains(rest, "GEHEIM") || strings.Contains(rest, "NIETOPPAPIER") {
		t.Error("notes or a section for the deck stand on paper")
	}
	findInOrder(t, rest, texts(fixture()))
}

// findInOrder looks for each text after the one before it.
func findInOrder(t *testing.T, rest string, want []string) {
	t.Helper()
	for _, s := range want {
		key := squeeze(drawn(s))
		at := strings.Index(rest, key)
		if at < 0 {
			t.Errorf("lost or out of order: %.120q\nafter %.80q", s, rest)
			continue
		}
		rest = rest[at+len(key):]
	}
}

// drawn is how a text stands on paper.
func drawn(s string) string {
	out, _ := prepare(s, font.Regular, &warningList{})
	return out
}

func TestReplacedCharactersAreStillRead(t *testing.T) {
	pdf := write(t, section(render.Prose{Text: "Fijn geregeld 🙂 dank, مرحبا en een burgerzakenmedewerkersvergaderingsverslag van de energietoeslagaanvraagbehandelaarsvereniging"}))
	got := command(t, pdf, "pdftotext", "FILE", "-")
	for _, want := range "🙂مرحبا" {
		if !strings.ContainsRune(got, want) {
			t.Errorf("%c is gone from\n%s", want, got)
		}
	}
	if !strings.Contains(got, "\u00AD\n") && !strings.Contains(got, "energietoeslagaanvraagbehandelaarsvereniging") {
		t.Errorf("a hyphen that wrapping added is not marked as one:\n%s", got)
	}
}

func TestTaggedStructure(t *testing.T) {
	tree := command(t, write(t, fixture()), "pdfinfo", "-struct", "FILE")
	for _, want := range []string{"Document", "H1", "H2", "TOC", "TOCI", "Link", "LBody", "THead", "TH", "TD", "Figure", "Caption", "BlockQuote"} {
		if !strings.Contains(tree, want) {
			t.Errorf("the structure tree has no %s", want)
		}
	}
	if strings.Contains(tree, "H3 ") && !strings.Contains(tree, "H2 ") {
		t.Error("a heading level is skipped")
	}
}
