package docx

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
	"unicode"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/office"
	"klantreis/render/words"
)

// sketch is a drawing with letters of a size.
func sketch(w, h, letters float64, says string) drawing.Drawing {
	grey := drawing.Color{R: 90, G: 90, B: 120, A: 255}
	return drawing.Drawing{Width: w, Height: h, Background: drawing.Color{R: 255, G: 255, B: 255, A: 255}, Items: []drawing.Item{
		drawing.Rect(4, 4, w-8, h-8, 6).Filled(drawing.Color{R: 220, G: 228, B: 240, A: 255}),
		drawing.Text{X: 20, Y: h / 2, S: says, Size: letters, Fill: grey},
	}}
}

// hostile is text that no part of the file may stumble over.
const hostile = "]]> <w:p> &amp; \"'\x00\x07\x1b\ufffe 😀 مرحبا שלום e\u0301\u00ad\u200d \xff"

// reports are a real report with plain pictures, one of each block with hostile texts, and an empty one.
func reports(t testing.TB) map[string]render.Report {
	folder := filepath.Join("..", "..", "examples", "verhuizen")
	j, _, problems, err := journeys.Load(filepath.Join(folder, "klantreis.yaml"))
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	ev, _ := evidence.Bind(j, os.DirFS(folder))
	pictures := render.Pictures{Charts: render.Charts(j, ev, words.Dutch)}
	for i := range pictures.Charts {
		pictures.Charts[i].Drawing = sketch(200, 60, 12, "grafiek")
	}
	for i := range 2 {
		pictures.Pages = append(pictures.Pages, render.Figure{Title: "Klantreis", Alt: fmt.Sprintf("Deel %d van de reis.", i+1), Drawing: sketch(420, 600, 12, "kaart")})
	}
	pictures.Flow = render.Figure{ID: "stroom", Title: "Stroom", Alt: "De stroom.", Caption: "Welke weg klanten kiezen.", Drawing: sketch(2200, 1000, 14, "stroom"),
		Data: render.Table{Columns: []render.Column{{Title: "Van"}, {Title: "Naar"}}, Rows: [][]string{{"een", "twee"}}}}
	return map[string]render.Report{
		"verhuizen": render.Compose(j, ev, words.Dutch, pictures), "engels": render.Compose(j, ev, words.English, pictures),
		"leeg": {}, "lastig": everything(hostile), "lang": everything(strings.Repeat("Een titel van ruim negentig tekens die nergens ophoudt ", 3) + strings.Repeat("x", 150)),
	}
}

// everything has one of each block, with the same text everywhere.
func everything(s string) render.Report {
	table := render.Table{Caption: s, Columns: []render.Column{{Title: s}, {Title: s, Number: true}, {Title: "n", Number: true}}, Rows: [][]string{{s, s, "1"}, {"", "", ""}, {s}}}
	figure := render.Figure{ID: "f", Title: s, Alt: s, Caption: s, Drawing: sketch(600, 200, 12, s), Data: table}
	small := figure
	small.Drawing = sketch(2200, 500, 11, s)
	none := figure
	none.Drawing = drawing.Drawing{}
	blocks := []render.Block{
		render.Prose{Text: s + "\n\n" + s}, render.Heading{Text: s}, render.List{Items: []string{s, "", s}}, render.List{Items: []string{s}, Tone: render.Positive}, render.List{Items: []string{s}, Tone: render.Negative},
		render.List{Items: []string{s}, Tone: render.Attention}, render.Quote{Text: s, Source: s}, render.Quote{Text: s}, render.Quote{}, render.Facts{Items: []render.Fact{{Label: s, Value: s, Note: s}, {Label: "l", Note: s}, {}}},
		render.Claim{Text: s, Value: s, Basis: s, Typed: true, Tone: render.Negative}, render.Claim{Text: s, Basis: s}, table, render.Table{}, figure, small, none,
		render.AdviceCard{Number: 3, Title: s, Step: s, Basis: s, Assumption: true, Gain: s, Effort: s, Owner: s, Status: s, Expected: s, Measure: s, Effect: s, EffectBasis: s, Reason: s, Feedback: s},
		render.AdviceCard{Number: 3, Title: s}, render.AdviceCard{},
		render.Matrix{Title: s, Alt: s, GainLabel: s, EffortLabel: s, Levels: [3]string{s, s, s}, Cells: []render.MatrixCell{{Number: 3, Title: s, Note: s, Gain: 2}, {Number: 9, Title: s}}, Loose: []render.MatrixCell{{Number: 4, Title: s}}},
		render.Callout{Title: s, Text: s, Tone: render.Attention}, render.Callout{Text: s}, render.WriteOn{Prompt: s, Lines: 2}, render.WriteOn{Prompt: s, Columns: []string{s, s}, Lines: 2}, render.PageBreak{},
		render.Table{Columns: table.Columns, Rows: table.Rows},
	}
	return render.Report{Lang: "nl", ID: "x", Title: s, Municipality: s, Owner: s, Author: s, Date: "1 maart 2026", Period: s, Sections: []render.Section{
		{Kind: render.Cover, Blocks: []render.Block{render.Prose{Text: s}, table}}, {Title: s, Over: s, Phase: 2, Kind: render.Summary, Blocks: blocks},
		{Title: s, Kind: render.MapPages, Blocks: []render.Block{figure, none}}, {Title: s, Blocks: []render.Block{small}}, {Title: "Dia", Where: render.DeckOnly, Blocks: []render.Block{render.Prose{Text: "alleen op de dia"}}}, {Over: s}, {},
	}}
}

// made keeps what was written: drawing pictures takes most of the time.
var made = map[string][]byte{}

func written(t testing.TB, name string, r render.Report) []byte {
	t.Helper()
	if made[name] == nil {
		var out bytes.Buffer
		if err := Write(&out, r, render.Stadskamer()); err != nil {
			t.Fatal(err)
		}
		made[name] = out.Bytes()
	}
	return made[name]
}

// TestAgain holds that the same report gives the same bytes.
func TestAgain(t *testing.T) {
	r := reports(t)["lastig"]
	var again bytes.Buffer
	if err := Write(&again, r, render.Stadskamer()); err != nil || !bytes.Equal(again.Bytes(), written(t, "lastig", r)) {
		t.Errorf("two runs differ; %v", err)
	}
}

// parts unpacks a file.
func parts(t testing.TB, content []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if _, twice := all[f.Name]; err != nil || twice {
			t.Fatalf("%s: %v, or twice", f.Name, err)
		}
		all[f.Name] = string(text)
	}
	return all
}

// TestPackage holds the files to the rules of the package: every part is well-formed XML and has a type, every
// relation leads to a part, ids are used once, links lead to bookmarks, styles exist, and every picture
// has words.
func TestPackage(t *testing.T) {
	for name, r := range reports(t) {
		all := parts(t, written(t, name, r))
		for _, m := range regexp.MustCompile(`PartName="/([^"]+)"`).FindAllStringSubmatch(all["[Content_Types].xml"], -1) {
			if all[m[1]] == "" {
				t.Errorf("%s: a type for %s, which is not there", name, m[1])
			}
		}
		values := map[string][]string{} // of attributes, by element and name
		for file, text := range all {
			if path.Ext(file) == ".png" {
				continue
			}
			if !strings.Contains(all["[Content_Types].xml"], `"/`+file+`"`) && path.Ext(file) != ".rels" && file != "[Content_Types].xml" {
				t.Errorf("%s: %s has no type", name, file)
			}
			for d := xml.NewDecoder(strings.NewReader(text)); ; {
				token, err := d.Token()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatalf("%s: %s: %v", name, file, err)
				}
				if start, ok := token.(xml.StartElement); ok {
					for _, a := range start.Attr {
						values[start.Name.Local+" "+a.Name.Local] = append(values[start.Name.Local+" "+a.Name.Local], a.Value)
						if start.Name.Local == "Relationship" && a.Name.Local == "Target" && all[path.Join(path.Dir(path.Dir(file)), a.Value)] == "" {
							t.Errorf("%s: %s leads to %s, which is not there", name, file, a.Value)
						}
					}
				}
			}
		}
		known := func(what string) map[string]bool {
			seen := map[string]bool{}
			for _, v := range values[what] {
				seen[v] = true
			}
			return seen
		}
		for _, what := range []string{"docPr id", "bookmarkStart id", "bookmarkStart name", "style styleId", "style name"} {
			if len(known(what)) != len(values[what]) {
				t.Errorf("%s: a %s is used twice", name, what)
			}
		}
		for use, definition := range map[string]string{"hyperlink anchor": "bookmarkStart name", "pStyle val": "style styleId", "rStyle val": "style styleId", "tblStyle val": "style styleId", "basedOn val": "style styleId",
			"blip embed": "Relationship Id", "headerReference id": "Relationship Id", "footerReference id": "Relationship Id", "numId val": "num numId"} {
			there := known(definition)
			for _, v := range values[use] {
				if !there[v] {
					t.Errorf("%s: %s %q is no %s", name, use, v, definition)
				}
			}
		}
		if len(values["docPr descr"]) != len(values["docPr id"]) {
			t.Errorf("%s: a picture without a text alternative", name)
		}
		for _, v := range values["docPr descr"] {
			if v == "" {
				t.Errorf("%s: a picture with an empty text alternative", name)
			}
		}
		if n := strings.Count(all["word/document.xml"], "<w:tbl>"); n != strings.Count(all["word/document.xml"], "<w:tblHeader/>") {
			t.Errorf("%s: %d tables, not each with a header", name, n)
		}
	}
}

// said lists all texts of a report that paper shows.
func said(r render.Report) (all []string) {
	add := func(texts ...string) {
		for _, s := range texts {
			for _, para := range strings.Split(s, "\n\n") {
				if s = office.Clean(para); s != "" {
					all = append(all, s)
				}
			}
		}
	}
	table := func(t render.Table) {
		for _, cells := range t.Rows {
			add(cells...)
		}
		for _, c := range t.Columns {
			if len(t.Rows) > 0 {
				add(c.Title)
			}
		}
	}
	add(r.Title, r.Municipality, r.Owner, r.Author, r.Date, r.Period)
	for _, s := range r.Sections {
		if s.Where == render.DeckOnly {
			continue
		}
		if s.Kind != render.Cover {
			add(s.Title, s.Over)
		}
		for _, b := range s.Blocks {
			switch b := b.(type) {
			case render.Prose:
				add(b.Text)
			case render.Heading:
				add(b.Text)
			case render.List:
				add(b.Items...)
			case render.Quote:
				if office.Clean(b.Text) != "" {
					add(b.Text, b.Source)
				}
			case render.Facts:
				for _, f := range b.Items {
					add(f.Label, f.Value, f.Note)
				}
			case render.Claim:
				add(b.Text, b.Value, b.Basis)
			case render.Table:
				table(b)
			case render.Figure:
				if s.Kind != render.MapPages {
					add(b.Title, b.Caption)
					table(b.Data)
				}
			case render.AdviceCard:
				add(b.Title, b.Step, b.Basis, b.Gain, b.Effort, b.Owner, b.Status, b.Expected, b.Measure, b.Effect, b.EffectBasis, b.Reason, b.Feedback)
			case render.Matrix:
				add(b.Title)
				for _, c := range b.Cells {
					add(c.Title, c.Note)
				}
			case render.Callout:
				add(b.Title, b.Text)
			case render.WriteOn:
				add(b.Prompt)
				add(b.Columns...)
			}
		}
	}
	return all
}

// plain is the text of a part of the file.
func plain(t testing.TB, part string) string {
	t.Helper()
	var b strings.Builder
	for d := xml.NewDecoder(strings.NewReader(part)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := token.(xml.CharData); ok {
			b.Write(text)
		}
	}
}

// TestSays holds that the document says all that the report says, marks what is an assumption or was typed, has
// no day of the clock, and keeps what is for the deck away.
func TestSays(t *testing.T) {
	for name, r := range reports(t) {
		all := parts(t, written(t, name, r))
		text := plain(t, all["word/document.xml"])
		for _, s := range said(r) {
			if !strings.Contains(text, s) {
				t.Errorf("%s does not say %q", name, s)
			}
		}
		if strings.Contains(text, "alleen op de dia") {
			t.Errorf("%s says what is for the deck alone", name)
		}
		if r.Date != "" && strings.Count(all["docProps/core.xml"], "W3CDTF") != 2 || r.Date == "" && strings.Contains(all["docProps/core.xml"], "dcterms:created") {
			t.Errorf("%s: %s", name, all["docProps/core.xml"])
		}
	}
	real := parts(t, written(t, "verhuizen", reports(t)["verhuizen"]))
	for part, want := range map[string][]string{
		"word/document.xml":  {"\u00a0aanname\u00a0", "\u00a0ingevuld\u00a0", ` TOC \o "1-1"`, `w:w="11906" w:h="16838"`, `w:w="16838" w:h="11906" w:orient="landscape"`, "De cijfers als tabel", `descr="Deel 2 van de reis."`},
		"word/styles.xml":    {`<w:lang w:val="nl-NL"`, `<w:name w:val="heading 1"/>`, `<w:name w:val="Title"/>`, `<w:name w:val="Quote"/>`, `<w:name w:val="caption"/>`},
		"word/footer1.xml":   {" PAGE ", " NUMPAGES "},
		"docProps/core.xml":  {"2020-01-20T00:00:00Z", "<dc:language>nl-NL"},
		"word/numbering.xml": {"✓", "✗"},
	} {
		for _, s := range want {
			if !strings.Contains(real[part], s) {
				t.Errorf("%s lacks %q", part, s)
			}
		}
	}
	if english := parts(t, written(t, "engels", reports(t)["engels"])); !strings.Contains(english["word/styles.xml"], `<w:lang w:val="en-GB"`) {
		t.Error("English is spelled as Dutch")
	}
}

// letters leaves what tells words apart in what a page shows: no spaces, and no hyphens, which come with lines.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '-' || r == '\u00ad' || r == '\u200d' || r == '‐' {
			return -1
		}
		return r
	}, s)
}

// TestOpens lets LibreOffice open the documents and turn them into pages, and reads there what the report says.
func TestOpens(t *testing.T) {
	if testing.Short() {
		t.Skip("NOT OPENED IN LIBREOFFICE: -short")
	}
	for _, tool := range []string{"soffice", "pdftotext"} {
		if _, err := exec.LookPath(tool); err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatal(err)
			}
			t.Skip("NOT OPENED IN LIBREOFFICE: " + err.Error())
		}
	}
	dir := t.TempDir()
	args := []string{"--headless", "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profiel")), "--convert-to", "pdf", "--outdir", dir}
	all := reports(t)
	delete(all, "engels") // differs in words only
	for name, r := range all {
		file := filepath.Join(dir, name+".docx")
		if err := os.WriteFile(file, written(t, name, r), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	if out, err := exec.CommandContext(t.Context(), "soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	for name, r := range all {
		// Between the running title and the foot, so that a text that goes on overleaf is one text.
		out, err := exec.CommandContext(t.Context(), "pdftotext", "-raw", "-x", "0", "-y", "60", "-W", "850", "-H", "725", filepath.Join(dir, name+".pdf"), "-").Output()
		if err != nil {
			t.Fatalf("%s cannot be opened: %v", name, err)
		}
		text := letters(string(out))
		if len(text) < 10 {
			t.Errorf("%s: no text on its pages", name)
		}
		if name != "verhuizen" { // what is hostile is drawn from right to left, or not in the typeface
			continue
		}
		for _, s := range said(r) {
			if !strings.Contains(text, letters(s)) {
				t.Errorf("%s: no page says %q", name, s)
			}
		}
	}
}

// FuzzText holds that any text becomes well-formed XML that says it.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", hostile, "a\n\nb", "\u2028\u0085\u00a0", "<![CDATA[x]]>", "{ TOC }"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var out bytes.Buffer
		r := render.Report{Title: s, Author: s, Owner: s, Sections: []render.Section{{Title: s, Over: s, Blocks: []render.Block{
			render.Prose{Text: s}, render.Claim{Text: s, Basis: s, Value: s}, render.AdviceCard{Number: 1, Title: s, Basis: s}, render.Table{Caption: s, Columns: []render.Column{{Title: s}}, Rows: [][]string{{s}}}}}}}
		if err := Write(&out, r, render.Stadskamer()); err != nil {
			t.Fatal(err)
		}
		all := parts(t, out.Bytes())
		for name, part := range all {
			text := plain(t, part)
			if name == "word/document.xml" && !strings.Contains(text, office.Clean(s)) {
				t.Errorf("%q is not there", office.Clean(s))
			}
		}
	})
}
