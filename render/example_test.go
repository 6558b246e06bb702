package render_test

import (
	"fmt"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/words"
)

// A report is composed once, of typed blocks; the formats only write it down.
func ExampleCompose() {
	j, _ := journeys.Parse("klantreis.yaml", []byte(`
klantreis: Paspoort aanvragen
opgesteld: 2023-02-01
fasen: [{fase: Wachten, stappen: [{stap: Wacht op bericht, emotie: -1}]}]
adviezen: [{advies: Stuur een bericht als het klaarligt, stap: wacht-op-bericht, winst: groot, moeite: klein}]
`))
	ev, _ := evidence.Bind(j, fstest.MapFS{})
	report := render.Compose(j, ev, words.Dutch, render.Pictures{})
	fmt.Println(report.Title)
	for _, i := range render.AdviceOrder(j) {
		fmt.Println(j.Advice[i].Title)
	}
	// Output:
	// Paspoort aanvragen
	// Stuur een bericht als het klaarligt
}

// A house style that cannot be read is told of, and mended.
func ExampleTheme_Faults() {
	theme := render.Stadskamer()
	fmt.Println(len(theme.Faults()))
	// Output: 0
}
