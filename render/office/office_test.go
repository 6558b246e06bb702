package office

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/render/drawing"
)

// TestPackage holds that parts come out as they went in, and that every part of ours is XML.
func TestPackage(t *testing.T) {
	var out bytes.Buffer
	p := New(&out)
	p.Front([]Part{{"word/document.xml", "wordprocessingml.document.main"}}, Properties{Title: "<A> & \x00\nB", Language: "nl-NL", Day: journeys.Date{Year: 2022, Month: 9, Day: 15}})
	p.XML("word/theme/theme1.xml", Theme{Ink: drawing.Color{R: 1, G: 2, B: 3, A: 255}, Typeface: `"Ge&meente"`}.XML())
	p.XML("word/_rels/document.xml.rels", Relations(Relation{"image", "media/a.png"}, Relation{"theme", "theme/theme1.xml"}))
	p.Picture("word/media/a.png", []byte("PNG"))
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, _ := f.Open()
		content, err := io.ReadAll(r)
		if err != nil || f.Modified.Year() != 1979 { // so Go reads a part without a day
			t.Errorf("%s: %v, of %v", f.Name, err, f.Modified)
		}
		all[f.Name] = string(content)
		if strings.HasSuffix(f.Name, ".png") {
			continue
		}
		for d := xml.NewDecoder(bytes.NewReader(content)); ; {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v\n%s", f.Name, err, content)
			}
		}
	}
	for part, want := range map[string]string{
		"docProps/core.xml":            `<dc:title>&lt;A&gt; &amp; B</dc:title><dc:language>nl-NL</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">2022-09-15T00:00:00Z`,
		"word/theme/theme1.xml":        `<a:dk1><a:srgbClr val="010203"/>`,
		"word/_rels/document.xml.rels": `<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml"/>`,
		"_rels/.rels":                  `Target="word/document.xml"`,
		"[Content_Types].xml":          `PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"`,
		"word/media/a.png":             "PNG",
	} {
		if !strings.Contains(all[part], want) {
			t.Errorf("%s lacks %s:\n%s", part, want, all[part])
		}
	}
}

// TestWithoutDay holds that a file of no day says none.
func TestWithoutDay(t *testing.T) {
	if said := (Properties{Title: "A"}).xml(); strings.Contains(said, "dcterms:created") {
		t.Error(said)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

// TestFault holds that what cannot be written is told.
func TestFault(t *testing.T) {
	p := New(full{})
	p.Picture("a.png", make([]byte, 1<<20))
	p.XML("b.xml", "<b/>")
	if err := p.Close(); err == nil || !strings.Contains(err.Error(), "full") {
		t.Error(err)
	}
}

func TestTypefaceOf(t *testing.T) {
	for asked, want := range map[string]string{"": "Ours", " Open\nSans ": "Open Sans", strings.Repeat("x", 32): "Ours"} {
		if got := TypefaceOf(asked, "Ours"); got != want {
			t.Errorf("%q: %q", asked, got)
		}
	}
}
