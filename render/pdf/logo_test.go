package pdf

import (
	"bytes"
	"strings"
	"testing"

	"klantreis/render"
	"klantreis/render/drawing"
)

// TestLogo puts one figure more on the cover, with its words, and leaves the pages as they were.
func TestLogo(t *testing.T) {
	theme := render.Stadskamer()
	theme.Logo = render.Logo{Alt: "Logo van Oever", Drawing: drawing.Drawing{Width: 20, Height: 10, Items: []drawing.Item{drawing.Rect(0, 0, 20, 10, 0).Filled(theme.Accent)}}}
	var with bytes.Buffer
	if _, err := Write(&with, fixture(), theme); err != nil {
		t.Fatal(err)
	}
	without := write(t, fixture())
	figures := func(pdf []byte) (pages, figures int) {
		text := command(t, pdf, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
		return strings.Count(text, "/Type /Page\n"), strings.Count(text, "/S /Figure")
	}
	pagesWith, figuresWith := figures(with.Bytes())
	pages, drawn := figures(without)
	if pagesWith != pages || figuresWith != drawn+1 {
		t.Errorf("%d pages and %d figures with a logo, %d and %d without", pagesWith, figuresWith, pages, drawn)
	}
}
