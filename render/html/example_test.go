package html_test

import (
	"bytes"
	"fmt"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/html"
	"klantreis/render/words"
)

// The advice as one page without scripts, which opens from disk.
func ExampleWriteAdvice() {
	j, _ := journeys.Parse("klantreis.yaml", []byte(`
klantreis: Paspoort aanvragen
opgesteld: 2023-02-01
fasen: [{fase: Wachten, stappen: [{stap: Wacht op bericht, emotie: -1}]}]
adviezen: [{advies: Stuur een bericht als het klaarligt, stap: wacht-op-bericht}]
`))
	ev, _ := evidence.Bind(j, fstest.MapFS{})
	var page bytes.Buffer
	err := html.WriteAdvice(&page, render.Compose(j, ev, words.Dutch, render.Pictures{}), render.Stadskamer(), "advies.pdf")
	fmt.Println(err, bytes.Contains(page.Bytes(), []byte("Stuur een bericht als het klaarligt")), bytes.Contains(page.Bytes(), []byte("<script")))
	// Output: <nil> true false
}
