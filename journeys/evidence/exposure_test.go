package evidence

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/statistics"
)

// rated binds one selector, and gives its rates as text: month, days, n, denominator, per 1,000 or
// the reason why not.
func rated(t *testing.T, denominator, more string, folder fstest.MapFS) (Signal, string) {
	t.Helper()
	folder["kcc.csv"] = &fstest.MapFile{Data: []byte("tijdstip;tekst\n" + calls("2022-04-20", 6) + calls("2022-05-10", 30) + calls("2022-06-01", 7))}
	j, problems := journeys.Parse("a.yaml", []byte(`
klantreis: A
periode: {van: 2022-04-16, tot: 2022-06-10}
bronnen:
  kcc: {soort: telefoon, bestand: kcc.csv, noemer: `+denominator+`}
`+more+`
fasen: [{fase: B, stappen: [{stap: C, signalen: [{signaal: D, bron: kcc, woorden: [wanneer]}]}]}]
`))
	ev, found := Bind(j, folder)
	if problems = append(problems, found...); problems.HasErrors() {
		t.Fatal(problems)
	}
	var text []string
	for _, m := range ev.Signals[0].Rates {
		line := fmt.Sprintf("%s %d %d/%g", m.Month, m.Days, m.N, m.Count.Value)
		if m.Rate.Known {
			line += fmt.Sprintf(" %.1f", m.Rate.Value)
		} else {
			line += " " + string(m.Rate.Gap)
		}
		text = append(text, line)
	}
	if half := fmt.Sprint(ev.HalfMonths); half != "[2022-04 2022-06]" {
		t.Errorf("half months: %s", half)
	}
	return ev.Signals[0], strings.Join(text, "; ")
}

func calls(day string, n int) string { return strings.Repeat(day+";wanneer\n", n) }

// TestExposure sets counts against each form of denominator, in a period that begins and ends within
// a month.
func TestExposure(t *testing.T) {
	files := fstest.MapFS{
		"maand.csv":   {Data: []byte("tijdstip;bezoeken\n2022-04-01;3000\n2022-05-01;3100\n2022-06-01;900\n2022-07-01;99\n")},
		"dag.csv":     {Data: []byte("tijdstip;bezoeken\n2022-04-02;500\n2022-04-29;400\n2022-05-03;1000\n2022-06-30;9\n")},
		"zaken.csv":   {Data: []byte("Nr;tijdstip\nZ1;2022-04-20\n" + cases(100, "2022-05-03"))},
		"zonder.csv":  {Data: []byte("pagina;bezoeken\n/a;3000\n")},
		"anders.json": {Data: []byte(`[{"tijdstip":"2022-05-01","geheim":"ja","bezoeken":1},{"tijdstip":"2022-05-02","bezoeken":500}]`)},
	}
	sources := `
  maand: {soort: website, bestand: maand.csv}
  dag: {soort: website, bestand: dag.csv}
  zaken: {soort: balie, bestand: zaken.csv, kolommen: {id: Nr, tijdstip: tijdstip}}
  zonder: {soort: website, bestand: zonder.csv, kolommen: {onderwerp: pagina}}
  anders: {soort: website, bestand: anders.json, kolommen: {tijdstip: tijdstip, vertrouwelijk: geheim}}
  getypt: {soort: gesprek, lijst: [{tijdstip: 2022-05-01, cijfer: 50}, {cijfer: 8}]}`
	// The totals are 43 calls of what the months add up to, reckoned by hand: 4 + 29 + 20 and
	// 1500 + 3100 + 300; a source with days counts its rows in the period.
	for _, c := range []struct{ denominator, total, months string }{
		{"100", "430.0", "2022-04 15 6/0 alleen-totaal; 2022-05 31 30/0 alleen-totaal; 2022-06 10 7/0 alleen-totaal"},
		{"[{maand: 2022-04, aantal: 300}, {maand: 2022-05, aantal: 600}]", "maand-ontbreekt", "2022-04 15 6/150 40.0; 2022-05 31 30/600 50.0; 2022-06 10 7/0 maand-ontbreekt"},
		{"[{maand: 2022-04, aantal: 8}, {maand: 2022-05, aantal: 29}, {maand: 2022-06, aantal: 60}]", "811.3", "2022-04 15 6/4 noemer-kleiner; 2022-05 31 30/29 noemer-kleiner; 2022-06 10 7/20 350.0"},
		{"[{maand: 2021-04, aantal: 300}]", "maand-ontbreekt", "2022-04 15 6/0 maand-ontbreekt; 2022-05 31 30/0 maand-ontbreekt; 2022-06 10 7/0 maand-ontbreekt"},
		{"{bron: maand, veld: bezoeken}", "8.8", "2022-04 15 6/1500 4.0; 2022-05 31 30/3100 9.7; 2022-06 10 7/300 23.3"},
		{"{bron: dag, veld: bezoeken}", "30.7", "2022-04 15 6/400 15.0; 2022-05 31 30/1000 30.0; 2022-06 10 7/0 maand-ontbreekt"},
		{"{bron: zaken, veld: id}", "425.7", "2022-04 15 6/1 noemer-kleiner; 2022-05 31 30/100 300.0; 2022-06 10 7/0 maand-ontbreekt"},
		{"{bron: zaken, veld: nr}", "425.7", "2022-04 15 6/1 noemer-kleiner; 2022-05 31 30/100 300.0; 2022-06 10 7/0 maand-ontbreekt"},
		{"{bron: zonder, veld: bezoeken}", "14.3", "2022-04 15 6/0 geen-datums; 2022-05 31 30/0 geen-datums; 2022-06 10 7/0 geen-datums"},
		{"{bron: anders, veld: bezoeken}", "86.0", "2022-04 15 6/0 maand-ontbreekt; 2022-05 31 30/500 60.0; 2022-06 10 7/0 maand-ontbreekt"},
		{"{bron: getypt, veld: cijfer}", "741.4", "2022-04 15 6/0 geen-datums; 2022-05 31 30/0 geen-datums; 2022-06 10 7/0 geen-datums"},
	} {
		s, months := rated(t, c.denominator, sources, files)
		total := string(s.Rate().Gap)
		if s.Rate().Known {
			total = fmt.Sprintf("%.1f", s.Rate().Value)
		}
		if total != c.total || months != c.months {
			t.Errorf("%s\n got %s: %s\nwant %s: %s", c.denominator, total, months, c.total, c.months)
		}
	}
	s, months := rated(t, "3", "", files)
	if s.Rate().Gap != TooSmall {
		t.Errorf("a denominator of 3: %v, %s", s.Rate(), months)
	}
}

func cases(n int, day string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Y%d;%s\n", i, day)
	}
	return b.String()
}

// TestMatomoExposure takes visits per month from an export of several periods.
func TestMatomoExposure(t *testing.T) {
	s, months := rated(t, "{bron: web, veld: nb_visits}", "  web: {soort: website, bestand: web.csv, formaat: matomo}",
		fstest.MapFS{"web.csv": {Data: []byte("date,label,nb_visits,exit_nb_visits\n2022-04,/a,900,40\n2022-04,/b,100,9\n2022-05,/a,600,1\n2022-06,/a,300,1")}})
	if want := "2022-04 15 6/500 12.0; 2022-05 31 30/600 50.0; 2022-06 10 7/100 70.0"; months != want {
		t.Errorf("%v, %s, want %s", s.Denominator, months, want)
	}
}

// TestSharedExposure counts a denominator once that two sources of a selector share, and knows none
// as soon as one of them has none.
func TestSharedExposure(t *testing.T) {
	folder := fstest.MapFS{
		"a.csv":   {Data: []byte("tijdstip;tekst\n" + calls("2022-04-20", 6))},
		"b.csv":   {Data: []byte("tijdstip;tekst\n" + calls("2022-04-21", 4))},
		"web.csv": {Data: []byte("tijdstip;bezoeken\n2022-04-03;100\n2022-04-09;100\n")},
	}
	for _, c := range []struct {
		second string
		want   Rate
	}{
		{"{bron: web, veld: Bezoeken}", Rate{Value: 50, Known: true}},
		{"[{maand: 2022-04, aantal: 200}]", Rate{Value: 25, Known: true}},
		{"200", Rate{Gap: OnlyTotal}},
	} {
		j, _ := journeys.Parse("a.yaml", []byte(`
klantreis: A
periode: {van: 2022-04-01, tot: 2022-04-30}
bronnen:
  a: {soort: telefoon, bestand: a.csv, noemer: {bron: web, veld: bezoeken}}
  b: {soort: chat, bestand: b.csv, noemer: `+c.second+`}
  web: {soort: website, bestand: web.csv}
fasen: [{fase: B, stappen: [{stap: C, signalen: [{signaal: D, bron: [a, b], woorden: [wanneer]}]}]}]
`))
		ev, found := Bind(j, folder)
		if found.HasErrors() {
			t.Fatal(found)
		}
		got := ev.Signals[0].Rates[0].Rate
		if got.Value != c.want.Value || got.Known != c.want.Known || got.Gap != c.want.Gap {
			t.Errorf("%s: %+v", c.second, got)
		}
	}
}

// TestPoisson holds the interval of a count against R 4.2.2: poisson.test(n)$conf.int.
func TestPoisson(t *testing.T) {
	for _, c := range []struct {
		n         int
		low, high float64
	}{{0, 0, 3.688879}, {1, 0.02531781, 5.571643}, {10, 4.795389, 18.39036}, {137, 115.0179, 161.9571}} {
		low, high := statistics.PoissonInterval(c.n)
		if math.Abs(low-c.low) > 1e-4*(1+c.low) || math.Abs(high-c.high) > 1e-4*c.high {
			t.Errorf("%d: %g–%g, want %g–%g", c.n, low, high, c.low, c.high)
		}
	}
}

// TestAmounts reads amounts as a Dutch Excel writes them, and not the line that adds them up.
func TestAmounts(t *testing.T) {
	for in, want := range map[string]float64{
		"pagina;bezoeken\n/a;1.234\n/b;2.000,5\n/c;12\nTotaal;3.246,5\n":    3246.5,
		"pagina;bezoeken\n/a;1.234.567\n/b;0.125\n/c;1,5\nEindtotaal:;99\n": 1234568.625,
		"pagina;bezoeken\n/a;12.34\ntotaal bezoek;5\n/c;-\n":                17.34,
	} {
		s, _ := rated(t, "{bron: web, veld: bezoeken}", "  web: {soort: website, bestand: web.csv, kolommen: {onderwerp: pagina}}",
			fstest.MapFS{"web.csv": {Data: []byte(in)}})
		if s.Denominator.Value != want {
			t.Errorf("%q: %v, want %v", in, s.Denominator.Value, want)
		}
	}
}
