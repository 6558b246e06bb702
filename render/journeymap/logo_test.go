package journeymap

import (
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

// TestLogo keeps the plate inside the header and clear of the texts, whatever the logo's shape.
func TestLogo(t *testing.T) {
	for _, size := range [][2]float64{{20, 10}, {1000, 10}, {10, 1000}, {1, 1}} {
		for _, title := range []string{"Reis", strings.Repeat("Een lange titel ", 12)} {
			theme := render.Stadskamer()
			theme.Logo = render.Logo{Alt: "Logo van Oever", Drawing: drawing.Drawing{
				Width: size[0], Height: size[1], Items: []drawing.Item{drawing.Rect(0, 0, size[0], size[1], 0).Filled(theme.Accent)}}}
			j := &journeys.Journey{Title: title, Author: "Klantenservice en klanten samen", Owner: "Team Dienstverlening",
				Phases: []journeys.Phase{{Title: "Een", Steps: []journeys.Step{{Title: "Begin", ID: "begin"}}}}}
			v := newView(Input{Journey: j, Theme: theme, Lang: words.Dutch})
			h := planHeader(v, narrowest)
			if h.logo.W <= 0 || h.logo.Y < 0 || h.logo.Y+h.logo.H > h.box.H || h.logo.X+h.logo.W > narrowest {
				t.Errorf("%v: the plate %v lies outside the header %v", size, h.logo, h.box)
			}
			for _, b := range h.blocks {
				if (drawing.Box{X: b.x, Y: b.y, W: b.w, H: b.height()}).Overlaps(h.logo) {
					t.Errorf("%v: text %q at %v, %v runs under the logo %v", size, b.lines, b.x, b.y, h.logo)
				}
			}
			var svg strings.Builder
			if err := drawing.WriteSVG(&svg, Wide(Input{Journey: j, Theme: theme, Lang: words.Dutch}, Whole), drawing.SVGOptions{}); err != nil || !strings.Contains(svg.String(), "Logo van Oever") {
				t.Errorf("the logo has no words: %v", err)
			}
		}
	}
}
