package main

import (
	"bytes"
	"fmt"
	"html"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"klantreis/journeys"
	"klantreis/render"
	"klantreis/render/drawing"
	page "klantreis/render/html"
	"klantreis/render/journeymap"
	"klantreis/render/pdf"
	"klantreis/render/words"
	"klantreis/test/pdfcheck"
)

// TestAdviceIsTheSameOnPaperAndOnScreen makes the advice of every example as a PDF and as a page.
// The PDF must be sound by PDF/UA-1 and PDF/A-2a, and both must say all blocks in their order.
func TestAdviceIsTheSameOnPaperAndOnScreen(t *testing.T) {
	for _, id := range []string{"energietoeslag", "groetjes-van-de-klant", "klantenservice", "persoonlijk-contact", "verhuizen"} {
		for _, lang := range []words.Lang{words.Dutch, words.English} {
			t.Run(id+" "+string(lang), func(t *testing.T) {
				r := exampleReport(t, id, lang)
				var paper, screen bytes.Buffer
				if _, err := pdf.Write(&paper, r, render.Stadskamer()); err != nil {
					t.Fatal(err)
				}
				if err := page.WriteAdvice(&screen, r, render.Stadskamer(), "advies.pdf"); err != nil {
					t.Fatal(err)
				}
				d, err := pdfcheck.Open(paper.Bytes())
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range d.Faults() {
					t.Error(f)
				}
				if err := pdfcheck.Validate(paper.Bytes()); err != nil {
					t.Error("pdfcpu:", err)
				}
				inOrder(t, "advies.pdf", strings.Join(d.Text(), " "), blockTexts(r))
				inOrder(t, "advies.html", pageText(screen.String()), blockTexts(r))
			})
		}
	}
}

// exampleReport composes the report of an example; its charts are not drawn, which takes longer
// than all the rest.
func exampleReport(t *testing.T, id string, lang words.Lang) render.Report {
	t.Helper()
	ev := bindExample(t, id)
	j, _, _, err := journeys.Load(filepath.Join("..", "examples", id, "klantreis.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	in := journeymap.Input{Journey: j, Evidence: ev, Theme: render.Stadskamer(), Lang: lang, Quotes: render.Quotes(j, lang)}
	alt, data := journeymap.Describe(in)
	w := lang.Report()
	pictures := render.Pictures{
		Map:    render.Figure{ID: "klantreis", Title: w.Journey, Alt: alt, Caption: w.JourneyCaption, Drawing: journeymap.Wide(in, journeymap.Whole), Data: data},
		Charts: render.Charts(j, ev, lang),
	}
	const width = 840
	first, height := pdf.FullPage(width)
	for i, d := range journeymap.Pages(in, journeymap.Customer, width, first, height) {
		pictures.Pages = append(pictures.Pages, render.Figure{ID: fmt.Sprint("deel-", i+1), Title: w.Journey, Alt: d.Desc, Drawing: d})
	}
	for i := range pictures.Charts {
		box := drawing.Rect(0, 0, 400, 60, 4).Filled(render.Stadskamer().Accent)
		pictures.Charts[i].Drawing = drawing.Drawing{Width: 400, Height: 60, Items: []drawing.Item{box}}
	}
	return render.Compose(j, ev, lang, pictures)
}

// blockTexts lists what every block of the report on paper says, in order.
func blockTexts(r render.Report) (all []string) {
	add := func(s ...string) { all = append(all, s...) }
	for _, s := range r.Sections {
		if s.Where == render.DeckOnly {
			continue
		}
		if s.Kind != render.Cover {
			add(s.Title)
		}
		for _, b := range s.Blocks {
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
				for _, row := range v.Rows {
					add(row...)
				}
			case render.Figure:
				add(v.Caption)
			case render.AdviceCard:
				add(v.Title)
			case render.Matrix:
				add(v.Title)
			case render.Callout:
				add(v.Title, v.Text)
			case render.WriteOn:
				add(v.Prompt)
				add(v.Columns...)
			}
		}
	}
	return all
}

var (
	unseen = regexp.MustCompile(`(?s)<(style|svg|details)\b.*?</(style|svg|details)>`)
	tags   = regexp.MustCompile(`<[^>]*>`)
)

// pageText is what a page says, without its pictures and the tables behind them.
func pageText(s string) string {
	return html.UnescapeString(tags.ReplaceAllString(unseen.ReplaceAllString(s, " "), " "))
}

func inOrder(t *testing.T, name, text string, want []string) {
	t.Helper()
	squeeze := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) || r == '-' || r == '\u00AD' {
				return -1
			}
			return r
		}, s)
	}
	rest := squeeze(text)
	for _, s := range want {
		at := strings.Index(rest, squeeze(s))
		if at < 0 {
			t.Errorf("%s: lost or out of order: %.120q\nafter %.80q", name, s, rest)
			return
		}
		rest = rest[at+len(squeeze(s)):]
	}
}
