package pdf

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	d "klantreis/render/drawing"
	"klantreis/render/words"
)

// nastyJourneys are journeys at the edge of what people write.
func nastyJourneys() map[string]string {
	title := strings.Repeat("Negentig letters ", 5) + "is lang"
	long := fmt.Sprintf("klantreis: %s\neigenaar: %s\nopsteller: %s\ngemeente: %s\nfasen:\n  - fase: %s\n    stappen:\n", title, title, title, title, title)
	advice := "adviezen:\n"
	for i := range 60 {
		long += fmt.Sprintf("      - {stap: '%s %d', emotie: -1.5, doet: '%s', gaat-goed: ['%s', '%s'], pijnpunten: ['%s', '%s'], citaten: [{tekst: '%s %d', akkoord: true}]}\n",
			title, i, title, title, title, title, title, strings.Repeat("Dit is wat ik ervan vind. ", 15), i)
	}
	for i := range 12 {
		advice += fmt.Sprintf("  - {advies: '%s %d', stap: '%s', winst: groot, moeite: klein, verwacht: '%s', eigenaar: '%s %d'}\n", title, i, journeys.Slug(fmt.Sprintf("%s %d", title, i*3)), title, title, i)
	}
	return map[string]string{
		"één stap":     "klantreis: Klein\nfasen: [{fase: A, stappen: [{stap: B}]}]\n",
		"zonder":       "klantreis: Zonder signalen\nfasen: [{fase: A, stappen: [{stap: B, pijnpunten: [C], emotie: -1}]}]\nadviezen: [{advies: Doe iets, stap: b}]\n",
		"lang":         long + advice,
		"één woord":    "klantreis: " + strings.Repeat("Energietoeslagaanvraag", 12) + "\nfasen: [{fase: A, stappen: [{stap: B}]}]\nadviezen: [{advies: " + strings.Repeat("Energietoeslagaanvraag", 40) + ", verwacht: " + strings.Repeat("woord ", 900) + "}]\n",
		"geen citaten": "klantreis: Stil\neigenaar: Wij\nfasen: [{fase: A, stappen: [{stap: B, emotie: 1}, {stap: C, emotie: -2}]}]\nadviezen: [{advies: X, stap: c, status: gerealiseerd}]\n",
	}
}

func nasty(t *testing.T, text string) (*journeys.Journey, *evidence.Evidence) {
	t.Helper()
	j, problems := journeys.Parse("reis.yaml", []byte(text))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	ev, problems := evidence.Bind(j, os.DirFS(t.TempDir()))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return j, ev
}

// keepPDF writes a file to the folder that PICTURES names, to be looked at.
func keepPDF(t *testing.T, name string, pdf []byte) {
	if dir := os.Getenv("PICTURES"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name+".pdf"), pdf, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestShortIsAlwaysOnePage holds for every journey, and so for all its words.
func TestShortIsAlwaysOnePage(t *testing.T) {
	for name, text := range nastyJourneys() {
		t.Run(name, func(t *testing.T) {
			j, ev := nasty(t, text)
			var b bytes.Buffer
			if _, err := WriteShort(&b, render.ComposeShort(j, ev, words.Dutch, nil), render.Stadskamer()); err != nil {
				t.Fatal(err)
			}
			keepPDF(t, "kort-"+name, b.Bytes())
			info := command(t, b.Bytes(), "pdfinfo", "FILE")
			if !strings.Contains(info, "Pages:           1\n") || !strings.Contains(info, "(A4)") || !strings.Contains(info, "Tagged:          yes") {
				t.Errorf("not one tagged page of A4:\n%s", info)
			}
			command(t, b.Bytes(), "qpdf", "--check", "FILE")
			if text := command(t, b.Bytes(), "pdftotext", "FILE", "-"); !strings.Contains(squeeze(text), squeeze("Hoe we telden, staat in het hele rapport.")) {
				t.Errorf("the basis is not on the page:\n%s", text)
			}
		})
	}
}

// TestReportsAtTheEdge lays out whole reports of the nasty journeys: nothing outside its page, no
// page empty.
func TestReportsAtTheEdge(t *testing.T) {
	for name, text := range nastyJourneys() {
		t.Run(name, func(t *testing.T) {
			j, ev := nasty(t, text)
			r := render.Compose(j, ev, words.Dutch, render.Pictures{})
			c, sheets := laidOut(r)
			checkSheets(t, sheets)
			findInOrder(t, said(c, sheets), texts(r))
			if os.Getenv("PICTURES") != "" {
				keepPDF(t, "advies-"+name, write(t, r))
			}
		})
	}
}

func greetings() []render.Greeting {
	art := d.Drawing{Width: cardWidth, Height: cardHeight, Items: []d.Item{d.Rect(0, 0, cardWidth, cardHeight, 0).Filled(d.Hex("#dde"))}}
	var all []render.Greeting
	for i, quote := range []string{"Kort.", strings.Repeat("Een langer citaat. ", 22), strings.Repeat("ongelofelijklangwoord", 19), "Ë – “€” 🙂", "Vijf."} {
		all = append(all, render.Greeting{Quote: strings.TrimSpace(quote), Kind: "Een tip", Source: "in een gesprek, Griftpark", Motif: render.Motif(i), Art: art, From: strings.Repeat("Team ", 16),
			Lines: []render.Fact{{Label: "Het gaat over", Value: strings.Repeat("Stap ", 18)}, {Label: "Wat ermee gebeurde", Value: strings.Repeat("Advies ", 34)}}})
	}
	return all
}

func TestCards(t *testing.T) {
	head := render.Report{Lang: "nl", Title: "Groetjes", Municipality: "Utrecht", Date: "24 juli 2023"}
	for _, c := range []struct {
		name, pages, size string
		write             func(b *bytes.Buffer) error
	}{
		{"groetjes", "10", "419.53 x 297.64 pts", func(b *bytes.Buffer) error {
			_, err := WriteCards(b, head, greetings(), render.Stadskamer())
			return err
		}},
		{"groetjes-vel", "4", "841.89 x 595.28 pts", func(b *bytes.Buffer) error {
			_, err := WriteCardSheets(b, head, greetings(), render.Stadskamer())
			return err
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var a, b bytes.Buffer
			if err := c.write(&a); err != nil {
				t.Fatal(err)
			}
			if err := c.write(&b); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(a.Bytes(), b.Bytes()) {
				t.Error("two runs differ")
			}
			keepPDF(t, c.name, a.Bytes())
			info := command(t, a.Bytes(), "pdfinfo", "FILE")
			if !strings.Contains(info, "Pages:           "+c.pages+"\n") || !strings.Contains(info, c.size) {
				t.Errorf("want %s pages of %s:\n%s", c.pages, c.size, info)
			}
			command(t, a.Bytes(), "qpdf", "--check", "FILE")
			var want []string
			for _, g := range greetings() {
				want = append(want, "Groetjes van de klant", g.Kind, g.Quote, g.Source, g.Lines[0].Value, g.Lines[1].Value)
			}
			findInOrder(t, spoken(t, a.Bytes()), want)
		})
	}
	if _, err := WriteCards(&bytes.Buffer{}, head, nil, render.Stadskamer()); err == nil {
		t.Error("cards of nothing")
	}
}

// TestCardWordsStayOnTheCard looks at the places of all that is written.
func TestCardWordsStayOnTheCard(t *testing.T) {
	c := newComposer(render.Report{Lang: "nl"}, render.Stadskamer(), &warningList{})
	for i, g := range greetings() {
		s := c.cardSect(g)
		for side, items := range map[string][]item{"front": c.front(g, s, 0, 0, i, 5), "back": c.back(g, s, 0, 0)} {
			for _, it := range items {
				if it.x < 0 || float64(it.x+it.w) > cardWidth || it.y < 0 || it.y+it.h > cardHeight+0.01 {
					t.Errorf("card %d, %s: something at (%d, %.1f), %d × %.1f", i, side, it.x, it.y, it.w, it.h)
				}
			}
		}
	}
}
