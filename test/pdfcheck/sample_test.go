package pdfcheck

import (
	"bytes"
	"testing"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/pdf"
)

// sample is a document with one of everything that the checks look at.
func sample(t *testing.T) []byte {
	t.Helper()
	theme := render.Stadskamer()
	table := render.Table{Caption: "Signalen", Columns: []render.Column{{Title: "Signaal"}, {Title: "Aantal", Number: true}}, Rows: [][]string{{"Wanneer betaald?", "812"}, {"Code kwijt – € 5", "42"}}}
	bar := drawing.Rect(10, 20, 160, 30, 4)
	bar.Fill = drawing.Paint{Gradient: &drawing.Gradient{X1: 10, X2: 170, Stops: []drawing.Stop{{Offset: 0, Color: theme.Accent}, {Offset: 1, Color: theme.Good}}}}
	picture := drawing.Drawing{Width: 300, Height: 80, Items: []drawing.Item{bar, drawing.Circle(200, 40, 12).Filled(theme.Bad.Alpha(0.4)), drawing.Text{X: 20, Y: 40, S: "812 keer", Size: 14, Fill: theme.Ink}}}
	blocks := []render.Block{
		render.Prose{Text: "De brief noemt een datum die al voorbij is – “te laat” – en € 800 in plaats van € 500. Coördinatie ontbreekt."},
		render.Heading{Text: "Wat knelt"}, render.List{Items: []string{"Nergens staat wanneer er betaald wordt.", "Niemand belt terug."}, Tone: render.Negative},
		table, render.Figure{ID: "f", Title: "Vragen", Alt: "Staaf: 812 keer gevraagd.", Caption: "KCC, n = 812", Drawing: picture, Data: table},
		render.Quote{Text: "Ik hoor niets.", Source: "Balie"}, render.Callout{Title: "Let op", Text: "Klein getal.", Tone: render.Attention},
	}
	r := render.Report{Lang: "nl", ID: "proef", Title: "Proef & meer", Owner: "Team Inkomen", Author: "Stadskamer", Date: "1 december 2022"}
	for _, title := range []string{"Een", "Twee", "Drie", "Vier", "Vijf", "Zes", "Zeven"} {
		r.Sections = append(r.Sections, render.Section{ID: title, Title: title, Kind: render.Summary, Blocks: blocks})
	}
	r.Sections = append(r.Sections, render.Section{ID: "adviezen", Title: "Adviezen", Kind: render.AdviceSection, Blocks: []render.Block{
		render.AdviceCard{Number: 1, Title: "Noem de datum", Basis: "812 vragen", Gain: "groot", Effort: "klein"}}})
	var b bytes.Buffer
	if _, err := pdf.Write(&b, r, theme); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
