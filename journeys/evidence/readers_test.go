package evidence

import (
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
)

// TestDenominatorsOfReaders counts per month and from another source, whatever its format.
func TestDenominatorsOfReaders(t *testing.T) {
	folder := fstest.MapFS{
		"kiss.json":     {Data: []byte(`{"results":[{"id":"1","startdatum":"2022-04-30T22:30:00Z","specifiekeVraag":"wanneer","gespreksresultaat":""}]}`)},
		"matomo.csv":    {Data: []byte("label,nb_visits\n/a,1200\n/b,800\n")},
		"bezoek.json":   {Data: []byte(`[{"tijdstip":"2022-04-01","n":{"bezoeken":10}},{"tijdstip":"2022-05-01","n":{"bezoeken":30.5}},{"tijdstip":"2022-06-01","n":{"bezoeken":99}}]`)},
		"m/2022-04.csv": {Data: []byte("tijdstip;bezoeken\n2022-04-01;7\n")},
		"m/2022-05.csv": {Data: []byte("bezoeken;tijdstip\n8;2022-05-01\n")},
	}
	for denominator, want := range map[string]float64{
		"{bron: web, veld: nb_visits}":    2000,
		"{bron: json, veld: n.bezoeken}":  40.5,
		"{bron: maanden, veld: bezoeken}": 15,
		"[{maand: 2022-04, aantal: 100}, {maand: 2022-05, aantal: 50}, {maand: 2022-07, aantal: 1}]": 150,
	} {
		j, problems := journeys.Parse("a.yaml", []byte(`
klantreis: A
periode: {van: 2022-04-01, tot: 2022-05-31}
bronnen:
  kcc: {soort: telefoon, bestand: kiss.json, formaat: kiss, noemer: `+denominator+`}
  web: {soort: website, bestand: matomo.csv, formaat: matomo}
  json: {soort: website, bestand: bezoek.json}
  maanden: {soort: website, bestand: m}
fasen: [{fase: B, stappen: [{stap: C, signalen: [{signaal: D, bron: kcc, woorden: [wanneer]}]}]}]
`))
		ev, found := Bind(j, folder)
		if problems = append(problems, found...); problems.HasErrors() {
			t.Fatal(problems)
		}
		if got := ev.Signals[0]; got.N != 1 || !got.Denominator.Known || got.Denominator.Value != want || got.PerMonth[0].Month.String() != "2022-05" {
			t.Errorf("%s: %+v", denominator, got)
		}
	}
}

// TestAnyway lets data through that cannot be trusted only when that was asked for.
func TestAnyway(t *testing.T) {
	j, _ := journeys.Parse("a.yaml", []byte("klantreis: A\nbronnen: {kcc: {soort: telefoon, bestand: a.csv}}\nfasen: [{fase: B, stappen: [{stap: C}]}]\n"))
	for bad, want := range map[int]journeys.Severity{5: journeys.Warning, 6: journeys.Error} {
		folder := fstest.MapFS{"a.csv": {Data: []byte("tijdstip\n" + strings.Repeat("2022-01-01\n", 100-bad) + strings.Repeat("x\n", bad))}}
		if _, found := Bind(j, folder); len(found) != 1 || found[0].Severity != want {
			t.Errorf("%d of 100 unreadable: %v", bad, found)
		}
		if _, found := BindWith(j, folder, Options{Anyway: true}); len(found) != 1 || found[0].Severity != journeys.Warning {
			t.Errorf("%d of 100 unreadable, anyway: %v", bad, found)
		}
	}
}
