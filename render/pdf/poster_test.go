package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"klantreis/render"
	d "klantreis/render/drawing"
)

// papers are the lying sheets on which posters are printed, in millimetres.
var papers = map[string][2]float64{"A3": {420, 297}, "A2": {594, 420}, "A1": {841, 594}, "A0": {1189, 841}}

// poster is a map of n steps on paper of which the drawing has the shape.
func poster(paper [2]float64, n int) Poster {
	m := mapDrawing(n)
	m.Height = m.Width * paper[1] / paper[0]
	m.Desc = "Klantreis in vierentwintig stappen; de beleving zakt bij het wachten."
	r := fixture()
	var data render.Table
	for _, s := range r.Sections {
		if s.Kind == render.MapSection {
			data = s.Blocks[0].(render.Figure).Data
		}
	}
	return Poster{Report: r, Pages: []PosterPage{{Width: paper[0], Height: paper[1], Figure: render.Figure{ID: "klantreis", Title: "Klantreis", Drawing: m, Data: data}}}}
}

func writePoster(t testing.TB, p Poster) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := WritePoster(&b, p, render.Stadskamer()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPosterIsOfRealSize(t *testing.T) {
	for name, paper := range papers {
		t.Run(name, func(t *testing.T) {
			pdf := writePoster(t, poster(paper, 24))
			w, h := math.Round(paper[0]*72/25.4*100)/100, math.Round(paper[1]*72/25.4*100)/100
			if want := fmt.Sprintf("/MediaBox [0 0 %.2f %.2f]", w, h); !bytes.Contains(pdf, []byte(want)) {
				t.Errorf("the file has no %s", want)
			}
			info := command(t, pdf, "pdfinfo", "-f", "1", "-l", "1", "FILE")
			_, size, _ := strings.Cut(strings.Join(strings.Fields(info), " "), "Page 1 size: ")
			var gotW, gotH float64
			if _, err := fmt.Sscanf(size, "%f x %f pts", &gotW, &gotH); err != nil || math.Abs(gotW-w) > 0.011 || math.Abs(gotH-h) > 0.011 {
				t.Errorf("pdfinfo says %.30q, want %.2f x %.2f", size, w, h)
			}
		})
	}
}

func TestPosterIsAccessibleAndAllVectors(t *testing.T) {
	p := poster(papers["A1"], 24)
	p.Pages[0].Figure.Drawing.Desc += " \\ ( € ë 🙂"
	pdf := writePoster(t, p)
	check(t, pdf)
	if out := command(t, pdf, "qpdf", "--check", "FILE"); strings.Contains(out, "WARNING") {
		t.Error(out)
	}
	fonts := strings.Split(strings.TrimSpace(command(t, pdf, "pdffonts", "FILE")), "\n")
	if len(fonts) < 3 {
		t.Errorf("no fonts:\n%s", strings.Join(fonts, "\n"))
	}
	for _, line := range fonts[min(2, len(fonts)):] {
		if f := strings.Fields(line); len(f) < 7 || f[len(f)-5] != "yes" || f[len(f)-4] != "yes" || f[len(f)-3] != "yes" {
			t.Errorf("font is not embedded, subset and mapped to Unicode: %s", line)
		}
	}
	if images := strings.Split(strings.TrimSpace(command(t, pdf, "pdfimages", "-list", "FILE")), "\n"); len(images) > 2 {
		t.Errorf("the poster has raster pictures:\n%s", strings.Join(images, "\n"))
	}
	text := command(t, pdf, "pdftotext", "-f", "1", "-l", "1", "FILE", "-")
	for i := range 24 {
		if want := fmt.Sprintf("Stap %d: wacht", i+1); !strings.Contains(text, want) {
			t.Errorf("%q cannot be searched for", want)
		}
	}
	tree := command(t, pdf, "pdfinfo", "-struct-text", "FILE")
	for _, want := range []string{"Document", "Figure", "Table", "TH", "Wanneer wordt de toeslag betaald?", "Stap 24"} {
		if !strings.Contains(tree, want) {
			t.Errorf("the structure has no %q", want)
		}
	}
	plain := command(t, pdf, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	for _, want := range []string{"/Alt " + pdfText(p.Pages[0].Figure.Drawing.Desc), "/BBox [", "/Lang ", "/DisplayDocTitle true", "<pdfuaid:part>1</pdfuaid:part>"} {
		if !strings.Contains(plain, want) {
			t.Errorf("the file has no %q", want)
		}
	}
	for _, unwanted := range []string{"/Outlines", "/Subtype /Image"} {
		if strings.Contains(plain, unwanted) {
			t.Errorf("the file has %q", unwanted)
		}
	}
	info := command(t, pdf, "pdfinfo", "FILE")
	for _, want := range []string{"Title:           Energietoeslag aanvragen", "Subject:         Poster van de klantreis", "Tagged:          yes", "CreationDate:    Thu Dec  1", "Pages:           2"} {
		if !strings.Contains(info, want) {
			t.Errorf("pdfinfo lacks %q:\n%s", want, info)
		}
	}
}

// pdfText is a text string as qpdf writes it out.
func pdfText(s string) string { return strings.ToLower(hexText(s)) }

func TestPosterTwiceGivesTheSameBytes(t *testing.T) {
	if !bytes.Equal(writePoster(t, poster(papers["A2"], 9)), writePoster(t, poster(papers["A2"], 9))) {
		t.Error("two runs differ")
	}
}

func TestPosterOfSeveralSheets(t *testing.T) {
	p := poster(papers["A3"], 9)
	second := poster(papers["A0"], 9).Pages[0]
	p.Pages = append(p.Pages, second) // the same figure: its data comes once
	pdf := writePoster(t, p)
	info := command(t, pdf, "pdfinfo", "-f", "1", "-l", "9", "FILE")
	if !strings.Contains(info, "Pages:           3") || !strings.Contains(info, "3370.39 x 2383.94") {
		t.Errorf("want an A3, an A0 and a sheet of data:\n%s", info)
	}
}

func TestPosterTakesAnything(t *testing.T) {
	for i, s := range []string{script, emoji, arabic, title, long(400), "\x00\x07 \t\r\n regel", ""} {
		p := poster([2]float64{200, 48 + float64(i)}, 1)
		p.Report = hostile()
		p.Pages[0].Figure = render.Figure{ID: s, Title: s, Alt: s, Drawing: hostileDrawing(s), Data: render.Table{Caption: s, Columns: []render.Column{{Title: s}}, Rows: [][]string{{s, s}}}}
		pdf := writePoster(t, p)
		check(t, pdf)
		command(t, pdf, "qpdf", "--check", "FILE")
		text := squeeze(command(t, pdf, "pdftotext", "FILE", "-"))
		for _, word := range strings.Fields(s) {
			if w := squeeze(drawn(word)); len(w) < 12 && !strings.Contains(text, w) && !strings.Contains(text, squeeze(word)) {
				t.Errorf("lost: %q", word)
			}
		}
		// A screen reader stops at a figure without an alternative.
		if tree := command(t, pdf, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-"); !strings.Contains(tree, "/Alt ") {
			t.Errorf("%.20q: the figure has no text alternative", s)
		}
	}
}

func TestPosterSaysWhatIsHardToRead(t *testing.T) {
	p := poster(papers["A3"], 60)
	warnings, err := WritePoster(io.Discard, p, render.Stadskamer())
	if err != nil || len(warnings) != 1 || !strings.Contains(warnings[0], "leest moeilijk") {
		t.Errorf("got %q, %v", warnings, err)
	}
}

func TestPosterRefusesWhatCannotBeDrawn(t *testing.T) {
	ok := poster(papers["A3"], 1).Pages[0]
	none, flat, huge, odd := ok, ok, ok, ok
	none.Figure.Drawing = d.Drawing{}
	flat.Height = 0
	huge.Width = 5081
	odd.Width = math.NaN()
	for _, pages := range [][]PosterPage{nil, {none}, {flat}, {huge}, {odd}, {ok, flat}} {
		var b bytes.Buffer
		if _, err := WritePoster(&b, Poster{Pages: pages}, render.Stadskamer()); !errors.Is(err, errNoPoster) || b.Len() > 0 {
			t.Errorf("%d pages: %v, %d bytes written", len(pages), err, b.Len())
		}
	}
	if _, err := WritePoster(failing{}, Poster{Pages: []PosterPage{ok}}, render.Stadskamer()); err == nil {
		t.Error("no error from a writer that fails")
	}
}
