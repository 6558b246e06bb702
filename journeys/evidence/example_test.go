package evidence_test

import (
	"fmt"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// Signals are counted beside the journey. Nothing outside the folder is opened.
func ExampleBind() {
	j, problems := journeys.Parse("klantreis.yaml", []byte(`
klantreis: Paspoort aanvragen
opgesteld: 2023-02-01
periode: {van: 2022-01-01, tot: 2022-12-31}
bronnen:
  kcc: {soort: telefoon, bestand: kcc.csv, kolommen: {tijdstip: Datum, tekst: Vraag}}
fasen:
  - fase: Wachten
    stappen:
      - stap: Wacht op bericht
        signalen: [{signaal: Wanneer is het klaar?, id: wanneer-klaar, bron: kcc, woorden: [klaar, ophalen]}]
`))
	if problems.HasErrors() {
		fmt.Println(problems)
		return
	}
	folder := fstest.MapFS{"kcc.csv": {Data: []byte("Datum;Vraag\n03-03-2022;Is mijn paspoort al klaar?\n04-03-2022;Wanneer kan ik het ophalen?\n05-03-2022;Wat kost een paspoort?\n")}}
	ev, problems := evidence.Bind(j, folder)
	fmt.Println(len(problems), "meldingen")
	for _, s := range ev.Signals {
		fmt.Println(s.ID, s.N)
	}
	// Output:
	// 0 meldingen
	// wanneer-klaar 2
}
