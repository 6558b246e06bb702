package docx_test

import (
	"bytes"
	"fmt"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/docx"
	"klantreis/render/words"
)

// The advice to go on writing in: the same report gives the same bytes.
func ExampleWrite() {
	j, _ := journeys.Parse("klantreis.yaml", []byte(`
klantreis: Paspoort aanvragen
opgesteld: 2023-02-01
fasen: [{fase: Wachten, stappen: [{stap: Wacht op bericht, emotie: -1}]}]
adviezen: [{advies: Stuur een bericht als het klaarligt, stap: wacht-op-bericht}]
`))
	ev, _ := evidence.Bind(j, fstest.MapFS{})
	report := render.Compose(j, ev, words.Dutch, render.Pictures{})
	var document, again bytes.Buffer
	err := docx.Write(&document, report, render.Stadskamer())
	docx.Write(&again, report, render.Stadskamer())
	fmt.Println(err, bytes.HasPrefix(document.Bytes(), []byte("PK")), bytes.Equal(document.Bytes(), again.Bytes()))
	// Output: <nil> true true
}
