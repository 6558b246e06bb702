package journeys_test

import (
	"fmt"
	"strings"
	"testing/fstest"

	"klantreis/journeys"
)

const passport = `klantreis: Paspoort aanvragen
opgesteld: 2023-02-01
fasen:
  - fase: Aanvragen
    stappen:
      - stap: Maakt een afspraak
        kanalen: [website, telefoon]
        emotie: 1
  - fase: Wachten
    stappen:
      - stap: Haalt het paspoort op
        emotie: -1
adviezen:
  - advies: Stuur een bericht als het klaarligt
    stap: haalt-het-paspoort-op
`

// A file becomes a value; the ids that it leaves out are made of the titles.
func ExampleParse() {
	j, problems := journeys.Parse("klantreis.yaml", []byte(passport))
	fmt.Println(j.Title, "—", len(problems), "meldingen")
	for _, step := range j.Steps() {
		fmt.Println(step.ID)
	}
	// Output:
	// Paspoort aanvragen — 0 meldingen
	// maakt-een-afspraak
	// haalt-het-paspoort-op
}

// All faults come at once, with their places and with what to do.
func ExampleProblem_Text() {
	_, problems := journeys.Parse("klantreis.yaml", []byte("klantreis: Paspoort\nfasen:\n  - fase: Aanvragen\n    stapen:\n      - stap: Belt\n"))
	for _, p := range problems {
		message, advice := p.Text("nl")
		fmt.Printf("%s: %s [%s]\n", p.Pos, message, p.Code)
		fmt.Println("→", advice)
	}
	// Output:
	// klantreis.yaml:3:3: Deze klantreis heeft nog geen stappen. [geen-stappen]
	// → Voeg onder een fase ‘stappen:’ toe, met per stap een regel ‘- stap: …’.
	// klantreis.yaml:4:5: ‘stapen’ is geen sleutel van een fase. [onbekende-sleutel]
	// → Bedoelde u ‘stappen’? U kunt kiezen uit: fase, stappen. Eigen sleutels beginnen met ‘x-’.
}

// Journeys are found in a folder by what stands in them.
func ExampleFind() {
	folder := fstest.MapFS{
		"paspoort/klantreis.yaml": {Data: []byte(passport)},
		"paspoort/instelling.yml": {Data: []byte("kleur: rood\n")},
	}
	found, err := journeys.Find(folder, nil)
	fmt.Println(found, err)
	// Output: [paspoort/klantreis.yaml] <nil>
}

// A change keeps the rest of the file, to the byte.
func ExampleChangeAdvice() {
	src, _, err := journeys.ChangeAdvice("klantreis.yaml", []byte(passport), 0, journeys.AdviceChange{Status: "overgenomen"})
	added, kept := strings.CutPrefix(string(src), passport)
	fmt.Printf("%v %v %q", err, kept, added)
	// Output: <nil> true "    status: overgenomen\n"
}

// Words are compared without case and accents.
func ExampleFold() {
	fmt.Println(journeys.Fold("Coördinatie CAFÉ"))
	// Output: coordinatie cafe
}
