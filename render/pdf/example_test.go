package pdf_test

import (
	"bytes"
	"fmt"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/pdf"
	"klantreis/render/words"
)

// The advice on paper, tagged for people who listen to it: the same report gives the same bytes.
func ExampleWrite() {
	j, _ := journeys.Parse("klantreis.yaml", []byte(`
klantreis: Paspoort aanvragen
opgesteld: 2023-02-01
fasen: [{fase: Wachten, stappen: [{stap: Wacht op bericht, emotie: -1}]}]
adviezen: [{advies: Stuur een bericht als het klaarligt, stap: wacht-op-bericht}]
`))
	ev, _ := evidence.Bind(j, fstest.MapFS{})
	report := render.Compose(j, ev, words.Dutch, render.Pictures{})
	var paper, again bytes.Buffer
	warnings, err := pdf.Write(&paper, report, render.Stadskamer())
	pdf.Write(&again, report, render.Stadskamer())
	fmt.Println(len(warnings), err, bytes.HasPrefix(paper.Bytes(), []byte("%PDF-")), bytes.Equal(paper.Bytes(), again.Bytes()))
	// Output: 0 <nil> true true
}
