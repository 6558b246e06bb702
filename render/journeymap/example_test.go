package journeymap_test

import (
	"bytes"
	"fmt"

	"klantreis/journeys"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/journeymap"
	"klantreis/render/words"
)

// The map of a journey, as SVG.
func ExampleWide() {
	j, _ := journeys.Parse("klantreis.yaml", []byte(`
klantreis: Paspoort aanvragen
fasen:
  - {fase: Aanvragen, stappen: [{stap: Maakt een afspraak, emotie: 1}]}
  - {fase: Wachten, stappen: [{stap: Wacht op bericht, emotie: -1}]}
`))
	d := journeymap.Wide(journeymap.Input{Journey: j, Theme: render.Stadskamer(), Lang: words.Dutch}, journeymap.Whole)
	var svg bytes.Buffer
	err := drawing.WriteSVG(&svg, d, drawing.SVGOptions{})
	fmt.Println(d.Title, err, bytes.Contains(svg.Bytes(), []byte("Wacht op bericht")))
	// Output: Paspoort aanvragen <nil> true
}
