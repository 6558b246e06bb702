package render

import (
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

// ratedCharts gives the charts over time of ratedEvidence.
func ratedCharts(t *testing.T, denominator string) map[string]Figure {
	t.Helper()
	j, ev := ratedEvidence(t, denominator)
	figures := map[string]Figure{}
	for _, f := range Charts(j, ev, words.Dutch) {
		figures[f.ID] = f
	}
	return figures
}

// ratedEvidence binds calls in four months, of which the first lies in the period for half.
func ratedEvidence(t *testing.T, denominator string) (*journeys.Journey, *evidence.Evidence) {
	t.Helper()
	lines := func(day string, n int) string { return strings.Repeat(day+";wanneer\n", n) }
	folder := fstest.MapFS{
		"kcc.csv": {Data: []byte("tijdstip;tekst\n" + lines("2022-04-20", 30) + lines("2022-05-10", 20) + lines("2022-06-01", 3) + lines("2022-07-31", 8))},
		"web.csv": {Data: []byte("tijdstip;nb_visits\n2022-04-01;1000\n2022-05-01;800\n2022-06-01;700\n2022-07-01;4\n")},
	}
	j, problems := journeys.Parse("a.yaml", []byte(`
klantreis: A
periode: {van: 2022-04-16, tot: 2022-07-31}
bronnen:
  kcc: {soort: telefoon, bestand: kcc.csv, noemer: `+denominator+`}
  web: {soort: website, bestand: web.csv}
fasen: [{fase: B, stappen: [{stap: C, signalen: [{signaal: Wanneer, bron: kcc, woorden: [wanneer]}]}]}]
adviezen: [{advies: Zeg het, stap: c, omdat: [wanneer]}]
`))
	ev, found := evidence.Bind(j, folder)
	if all := append(problems, found...); all.HasErrors() {
		t.Fatal(all)
	}
	return j, ev
}

// TestMonthlyRates shows what is known of a month, marks what is half, hides what is small and says
// what is missing.
func TestMonthlyRates(t *testing.T) {
	f := ratedCharts(t, "{bron: web, veld: nb_visits}")["grafiek-per-1000-1"]
	if f.Chart == nil {
		t.Fatal("no chart of rates")
	}
	if got, want := strings.Join(f.Chart.Categories, " "), "apr ’22* mei ’22 jun ’22 jul ’22"; got != want {
		t.Errorf("months %s, want %s", got, want)
	}
	if got := f.Chart.Unit; got != "signalen per 1.000 bezoeken" {
		t.Errorf("unit %s", got)
	}
	want := [][]string{
		{"apr ’22*", "500", "60,0 (40,5 tot 85,7)"}, {"mei ’22", "800", "25,0 (15,3 tot 38,6)"},
		{"jun ’22", "700", "–"}, {"jul ’22", "4", "niet bekend"},
	}
	for i, row := range f.Data.Rows {
		if strings.Join(row, "|") != strings.Join(want[i], "|") {
			t.Errorf("row %q, want %q", row, want[i])
		}
		if missing := i != 1; f.Chart.Series[0].Missing[i] != missing {
			t.Errorf("%s: missing %v", row[0], !missing)
		}
	}
	for _, part := range []string{
		"Bron: kcc", "n = 61 bekeken signalen", "16 april 2022 tot en met 31 juli 2022", "noemer: 2.004 bezoeken, geteld uit web",
		"Maanden met 1 tot 4 signalen zijn niet getoond.", "In jul ’22 is de noemer kleiner dan het aantal signalen.",
		"* Deze maand valt maar voor een deel in de periode; de noemer is naar het aantal dagen verdeeld. Zo’n maand staat in de tabel, en niet in de lijn.",
	} {
		if !strings.Contains(f.Caption, part) {
			t.Errorf("the caption lacks %q: %s", part, f.Caption)
		}
	}
}

// TestNoMonthlyRates says in words why there are none.
func TestNoMonthlyRates(t *testing.T) {
	for denominator, why := range map[string]string{
		"5000": "van ‘kcc’ is alleen een totaal bekend, niet het aantal per maand.",
		"[{maand: 2022-06, aantal: 2}, {maand: 2022-07, aantal: 900}]":                                                          "de noemer van ‘kcc’ is voor te weinig maanden bekend.",
		"[{maand: 2022-04, aantal: 20}, {maand: 2022-05, aantal: 1}, {maand: 2022-06, aantal: 1}, {maand: 2022-07, aantal: 2}]": "de noemer van ‘kcc’ is kleiner dan het aantal signalen.",
		"[{maand: 2019-07, aantal: 900}]": "de noemer van ‘kcc’ is voor te weinig maanden bekend.",
	} {
		figures := ratedCharts(t, denominator)
		if _, drawn := figures["grafiek-per-1000-1"]; drawn {
			t.Errorf("%s: a chart of rates", denominator)
		}
		caption := figures["grafiek-maanden"].Caption
		if !strings.Contains(caption, "Per 1.000, per maand, kan hier niet: "+why) {
			t.Errorf("%s: %s", denominator, caption)
		}
	}
}

// TestOfHowMany tells of an advice how many signals of how many stand behind it, and over which time.
func TestOfHowMany(t *testing.T) {
	r := composed(t, words.Dutch)
	for _, s := range r.Sections {
		for _, b := range s.Blocks {
			if card, ok := b.(AdviceCard); ok && card.Number == 1 {
				if want := "Wanneer betaald? (240 van 247 signalen uit kcc)"; !strings.Contains(card.Basis, want) || !strings.HasSuffix(card.Basis, "geteld over april–november 2022") {
					t.Errorf("basis %q", card.Basis)
				}
			}
		}
	}
}

// TestDenominatorLacksMonths tells of a whole period of how many months the denominator is missing, and
// gives no rate of those that are there.
func TestDenominatorLacksMonths(t *testing.T) {
	_, ev := ratedEvidence(t, "[{maand: 2022-04, aantal: 900}, {maand: 2022-05, aantal: 800}]")
	r := rates{ev, words.Dutch, words.Dutch.Report()}
	if got, want := r.basis(ev.Signals[0]), "niet per 1.000: van 2 maanden ontbreekt de noemer"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := r.denominator([]string{"kcc"}, ev.Signals[0].Denominator), "niet bekend: van 2 maanden ontbreekt de noemer"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestRatesOnPaper shows the chart per 1,000 in the report; the counts, which also rise when there are
// more customers, follow in the appendix.
func TestRatesOnPaper(t *testing.T) {
	j, ev := ratedEvidence(t, "{bron: web, veld: nb_visits}")
	charts := Charts(j, ev, words.Dutch)
	for i := range charts {
		charts[i].Drawing.Items = []drawing.Item{drawing.Text{}}
	}
	var ids []string
	for _, s := range Compose(j, ev, words.Dutch, Pictures{Charts: charts}).Sections {
		for _, b := range s.Blocks {
			if f, ok := b.(Figure); ok && s.Where == PaperOnly && (strings.HasPrefix(f.ID, "grafiek-per-1000") || f.ID == "grafiek-maanden") {
				ids = append(ids, s.ID+": "+f.ID)
			}
		}
	}
	if got := strings.Join(ids, ", "); got != "verloop: grafiek-per-1000-1, bijlage: grafiek-maanden" {
		t.Errorf("figures %q", got)
	}
}

// TestHalfMonthIsNoFall keeps a month that lies in the period only in part out of the line of counts: in the
// table it stays.
func TestHalfMonthIsNoFall(t *testing.T) {
	f := ratedCharts(t, "{bron: web, veld: nb_visits}")["grafiek-maanden"]
	if f.Chart == nil {
		t.Fatal("no chart over months")
	}
	s := f.Chart.Series[0]
	if !s.Missing[0] || s.Missing[1] || !s.Missing[2] || s.Missing[3] {
		t.Errorf("missing %v, want the half month and the small one", s.Missing)
	}
	if f.Data.Rows[0][1] != "30" || !strings.Contains(f.Caption, "Zo’n maand staat in de tabel, en niet in de lijn.") || !strings.Contains(f.Alt, "mei ’22, met 20") {
		t.Errorf("%v\n%s\n%s", f.Data.Rows, f.Caption, f.Alt)
	}
}
