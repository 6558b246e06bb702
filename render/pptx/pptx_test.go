package pptx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

// decks are the slides of the examples, and of journeys that are hard to lay out.
func decks(t *testing.T) map[string]render.Slides {
	t.Helper()
	all := map[string]render.Slides{}
	for _, dir := range []string{"energietoeslag", "groetjes-van-de-klant", "klantenservice", "persoonlijk-contact", "verhuizen"} {
		folder := filepath.Join("..", "..", "examples", dir)
		j, _, problems, err := journeys.Load(filepath.Join(folder, "klantreis.yaml"))
		if err != nil || problems.HasErrors() {
			t.Fatal(err, problems)
		}
		ev, _ := evidence.Bind(j, os.DirFS(folder))
		all[dir] = render.ComposeSlides(j, ev, words.Dutch)
	}
	made := func(name, yaml string, lang words.Lang) {
		j, problems := journeys.Parse(name+".yaml", []byte(yaml))
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		ev, _ := evidence.Bind(j, os.DirFS(t.TempDir()))
		all[name] = render.ComposeSlides(j, ev, lang)
	}
	made("klein", "klantreis: Klein\nfasen: [{fase: Enige, stappen: [{stap: Stap}]}]\n", words.English)
	var many strings.Builder
	long := "Een titel van ruim negentig tekens <b> & \"aanhalingstekens\" die nergens ophoudt en doorgaat"
	fmt.Fprintf(&many, "klantreis: %q\nfasen:\n", long)
	for i := range 6 {
		fmt.Fprintf(&many, "  - fase: %q\n    stappen:\n", long)
		for k := range 10 {
			fmt.Fprintf(&many, "      - {stap: %q, id: s%d-%d, doet: %q, denkt: %q, emotie: %d, pijnpunten: [%q, %q], notities: %q}\n", long, i, k, long, long, k%5-2, long, long, "x\t😀")
		}
	}
	many.WriteString("adviezen:\n")
	for i := range 25 {
		fmt.Fprintf(&many, "  - {advies: %q, id: a%d, eigenaar: %q}\n", long, i, long)
	}
	made("veel", many.String(), words.Dutch)
	return all
}

func written(t *testing.T, v render.Slides) []byte {
	t.Helper()
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := Write(b, v, render.Stadskamer()); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two runs differ")
	}
	return first.Bytes()
}

var overrides = regexp.MustCompile(`PartName="/([^"]+)"`)

// TestPackage holds the files to the rules of the package: every part is well-formed XML and has a type,
// every relation leads to a part, and no id of a shape is used twice on a slide.
func TestPackage(t *testing.T) {
	for name, v := range decks(t) {
		content := written(t, v)
		z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			t.Fatal(name, err)
		}
		parts := map[string]string{}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			text, _ := io.ReadAll(r)
			if parts[f.Name] != "" {
				t.Errorf("%s: %s stands there twice", name, f.Name)
			}
			parts[f.Name] = string(text)
		}
		typed := map[string]bool{}
		for _, m := range overrides.FindAllStringSubmatch(parts["[Content_Types].xml"], -1) {
			typed[m[1]] = true
			if parts[m[1]] == "" {
				t.Errorf("%s: a type for %s, which is not there", name, m[1])
			}
		}
		for file, text := range parts {
			if !typed[file] && !strings.HasSuffix(file, ".rels") && !strings.HasSuffix(file, ".png") && file != "[Content_Types].xml" {
				t.Errorf("%s: %s has no type", name, file)
			}
			ids := map[string]bool{}
			for d := xml.NewDecoder(strings.NewReader(text)); ; {
				token, err := d.Token()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatalf("%s: %s: %v", name, file, err)
				}
				start, ok := token.(xml.StartElement)
				if !ok {
					continue
				}
				for _, a := range start.Attr {
					if start.Name.Local == "cNvPr" && a.Name.Local == "id" {
						if ids[a.Value] {
							t.Errorf("%s: %s uses id %s twice", name, file, a.Value)
						}
						ids[a.Value] = true
					}
					if start.Name.Local == "Relationship" && a.Name.Local == "Target" {
						base := path.Dir(path.Dir(file))
						if target := path.Join(base, a.Value); parts[target] == "" {
							t.Errorf("%s: %s leads to %s, which is not there", name, file, target)
						}
					}
				}
			}
		}
	}
}

// TestSays holds that the slides say what the journey says: a title of every slide, every step, and in the
// notes what the numbers rest on.
func TestSays(t *testing.T) {
	v := decks(t)["verhuizen"]
	content := written(t, v)
	z, _ := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	var slides, notes strings.Builder
	for _, f := range z.File {
		r, _ := f.Open()
		text, _ := io.ReadAll(r)
		switch {
		case strings.HasPrefix(f.Name, "ppt/slides/slide"):
			slides.Write(text)
			if strings.Count(string(text), `<p:ph type="title"/>`) != 1 {
				t.Errorf("%s has not one title", f.Name)
			}
		case strings.HasPrefix(f.Name, "ppt/notesSlides/notesSlide"):
			notes.Write(text)
		}
	}
	for _, p := range v.Phases {
		for _, s := range p.Steps {
			if !strings.Contains(slides.String(), escape(s.Title)) {
				t.Errorf("no slide says %s", s.Title)
			}
			for _, line := range strings.Split(s.Notes, "\n") {
				if !strings.Contains(notes.String(), escape(line)) {
					t.Errorf("no notes say %s", line)
				}
			}
		}
	}
	if !strings.Contains(notes.String(), "2019") || !strings.Contains(notes.String(), "5.500") {
		t.Error("the notes do not tell period and denominator")
	}
}

// TestFits holds that the texts of cards fit at a size that can be read, where the steps are like those
// of the examples.
func TestFits(t *testing.T) {
	all := decks(t)
	delete(all, "veel")
	d := &deck{theme: render.Stadskamer(), words: words.Dutch.Slides()}
	for name, v := range all {
		for _, p := range v.Phases {
			for _, s := range p.Steps {
				if size := d.size(s, d.cardWidth(1)); size < readable {
					t.Errorf("%s: step %s needs letters of %v points", name, s.Title, size)
				}
			}
		}
	}
}

// TestOpens lets LibreOffice open the slides and turn them into pages: as many as there are slides, with
// every title on them.
func TestOpens(t *testing.T) {
	if testing.Short() {
		t.Skip("NOT OPENED IN LIBREOFFICE: -short")
	}
	for _, tool := range []string{"soffice", "pdftotext", "pdfinfo"} {
		if _, err := exec.LookPath(tool); err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatal(err)
			}
			t.Skip("NOT OPENED IN LIBREOFFICE: " + err.Error())
		}
	}
	dir := t.TempDir()
	args := []string{"--headless", "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profiel")), "--convert-to", "pdf", "--outdir", dir}
	all := decks(t)
	count := map[string]int{}
	for name, v := range all {
		content := written(t, v)
		file := filepath.Join(dir, name+".pptx")
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
		z, _ := zip.NewReader(bytes.NewReader(content), int64(len(content)))
		for _, f := range z.File {
			if ok, _ := path.Match("ppt/slides/slide*.xml", f.Name); ok {
				count[name]++
			}
		}
	}
	if out, err := exec.CommandContext(t.Context(), "soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	for name, v := range all {
		file := filepath.Join(dir, name+".pdf")
		info, err := exec.CommandContext(t.Context(), "pdfinfo", file).Output()
		if err != nil {
			t.Fatalf("%s cannot be opened: %v", name, err)
		}
		if want := fmt.Sprint(count[name]); !regexp.MustCompile(`(?m)^Pages:\s+` + want + `$`).Match(info) {
			t.Errorf("%s: %s slides became\n%s", name, want, info)
		}
		text, err := exec.CommandContext(t.Context(), "pdftotext", "-raw", file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		squeezed := strings.Join(strings.Fields(string(text)), "")
		for _, p := range v.Phases {
			for _, s := range p.Steps {
				if !strings.Contains(squeezed, strings.Join(strings.Fields(s.Title), "")) {
					t.Errorf("%s: no page says %s", name, s.Title)
				}
			}
		}
	}
}

// TestHouseStyle holds that slides take colours, typeface and logo of a house, and that shapes ask for colours by
// their names in the theme, so that another theme changes them.
func TestHouseStyle(t *testing.T) {
	theme := render.Stadskamer()
	theme.Header = drawing.Color{R: 1, G: 2, B: 3, A: 255}
	theme.Typeface = "Gemeente & Sans"
	theme.Logo = render.Logo{Drawing: drawing.Drawing{Width: 20, Height: 10, Items: []drawing.Item{drawing.Rect(0, 0, 20, 10, 0)}}, Alt: "Het <wapen>"}
	var out bytes.Buffer
	if err := Write(&out, decks(t)["klein"], theme); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, _ := f.Open()
		text, _ := io.ReadAll(r)
		parts[f.Name] = string(text)
	}
	for part, want := range map[string][]string{
		"ppt/theme/theme1.xml":             {`<a:dk2><a:srgbClr val="010203"/>`, `typeface="Gemeente &amp; Sans"`},
		"ppt/slides/slide1.xml":            {`descr="Het &lt;wapen&gt;"`, `<a:schemeClr val="tx2"/>`, `r:embed="rId2"`},
		"ppt/slides/_rels/slide1.xml.rels": {`Id="rId2"`, "../media/beeld1.png"},
		"ppt/media/beeld1.png":             {"PNG"},
	} {
		for _, s := range want {
			if !strings.Contains(parts[part], s) {
				t.Errorf("%s does not have %s", part, s)
			}
		}
	}
}
