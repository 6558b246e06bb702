package evidence

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
)

// TestDenominator holds the denominator of a whole period against sums made by hand, and names the
// warnings about it. June has 30 days and July 31; of the 5 signals the first is of 20 April.
func TestDenominator(t *testing.T) {
	const (
		list    = "[{maand: 2022-04, aantal: 300}, {maand: 2022-05, aantal: 310}, {maand: 2022-06, aantal: 600}, {maand: 2022-07, aantal: 900}]"
		months  = "{bron: maand, veld: n}"
		gap     = "{bron: gat, veld: n}"
		days    = "{bron: dag, veld: n}"
		undated = "{bron: los, veld: cijfer}"
	)
	folder := fstest.MapFS{
		"kcc.csv":   {Data: []byte("tijdstip;tekst\n" + calls("2022-04-20", 2) + calls("2022-06-01", 3))},
		"maand.csv": {Data: []byte("tijdstip;n\n2022-04-01;300\n2022-05-01;200\n2022-05-01;110\n2022-06-01;600\n2022-07-01;900\n")},
		"gat.csv":   {Data: []byte("tijdstip;n\n2022-04-01;300\n2022-06-01;600\n")},
		"dag.csv":   {Data: []byte("tijdstip;n\n2022-04-01;300\n2022-04-30;9\n2022-05-01;310\n2022-06-01;600\n2022-06-30;8\n")},
	}
	for _, c := range []struct {
		name, period, denominator string
		want                      float64 // 0: not known
		warnings                  string
	}{
		{"list, whole months", "van: 2022-04-01, tot: 2022-06-30", list, 1210, ""},
		{"list, begins within April", "van: 2022-04-10, tot: 2022-06-30", list, 300*21./30 + 310 + 600, ""},
		{"list, ends within June", "van: 2022-04-01, tot: 2022-06-02", list, 300 + 310 + 600*2./30, ""},
		{"list, some days of a month", "van: 2022-04-11, tot: 2022-04-20", list, 100, ""},
		{"list, May missing", "van: 2022-04-01, tot: 2022-06-30", "[{maand: 2022-04, aantal: 300}, {maand: 2022-06, aantal: 600}]", 0, "noemer-maanden"},
		{"list, a month of nothing", "van: 2022-04-01, tot: 2022-06-30", "[{maand: 2022-04, aantal: 300}, {maand: 2022-05, aantal: 0}, {maand: 2022-06, aantal: 600}]", 900, ""},
		{"list, open", "", list, 2110, ""},
		{"list, open, without June", "", "[{maand: 2022-04, aantal: 300}, {maand: 2022-05, aantal: 310}]", 0, "noemer-maanden"},
		{"list, begins within April, open", "van: 2022-04-10", list, 300*21./30 + 310 + 600 + 900, ""},
		{"rows of months, whole months", "van: 2022-04-01, tot: 2022-06-30", months, 1210, ""},
		{"rows of months, begins within April", "van: 2022-04-10, tot: 2022-06-30", months, 300*21./30 + 310 + 600, ""},
		{"rows of months, ends within June", "van: 2022-04-01, tot: 2022-06-02", months, 300 + 310 + 600*2./30, ""},
		{"rows of months, within one month", "van: 2022-04-11, tot: 2022-04-20", months, 100, ""},
		{"rows of months, open", "", months, 2110, ""},
		{"rows of months, one missing", "van: 2022-04-10, tot: 2022-06-30", gap, 600, "noemer-deel-maand"},
		{"rows of months, one missing, whole months", "van: 2022-04-01, tot: 2022-06-30", gap, 900, ""},
		{"rows of months, one without a date", "van: 2022-04-10, tot: 2022-06-30", undated, 7 + 4 + 6, "noemer-deel-maand"},
		{"rows of days", "van: 2022-04-10, tot: 2022-06-02", days, 919, ""},
	} {
		j, problems := journeys.Parse("a.yaml", []byte(`
klantreis: A
periode: {`+c.period+`}
bronnen:
  kcc: {soort: telefoon, bestand: kcc.csv, noemer: `+c.denominator+`}
  maand: {soort: website, bestand: maand.csv}
  dag: {soort: website, bestand: dag.csv}
  gat: {soort: website, bestand: gat.csv}
  los: {soort: gesprek, lijst: [{tijdstip: 2022-04-01, cijfer: 3}, {cijfer: 7}, {tijdstip: 2022-05-01, cijfer: 4}, {tijdstip: 2022-06-01, cijfer: 6}]}
fasen: [{fase: B, stappen: [{stap: C, signalen: [{signaal: D, bron: kcc, woorden: [wanneer]}]}]}]
`))
		ev, found := Bind(j, folder)
		var warnings []string
		for _, p := range append(problems, found...) {
			if p.Severity == journeys.Error {
				t.Fatal(c.name, p)
			}
			if strings.HasPrefix(p.Code, "noemer-") {
				warnings = append(warnings, p.Code)
			}
		}
		s := ev.Signals[0]
		if got := s.Denominator; math.Abs(got.Value-c.want) > 1e-9 || got.Known != (c.want > 0) || fmt.Sprint(warnings) != "["+c.warnings+"]" {
			t.Errorf("%s: %+v, warnings %v; want %g, %s", c.name, got, warnings, c.want, c.warnings)
		}
		sum, known := 0.0, c.period != "" && strings.Contains(c.period, "tot")
		for _, m := range s.Rates {
			sum, known = sum+m.Count.Value, known && m.Count.Known
		}
		if known && math.Abs(sum-s.Denominator.Value) > 1e-9 {
			t.Errorf("%s: the months add up to %g, the whole is %g", c.name, sum, s.Denominator.Value)
		}
	}
}

// TestMissingMonths keeps the months that are known when the whole is not, and tells why it is not.
func TestMissingMonths(t *testing.T) {
	j, _ := journeys.Parse("a.yaml", []byte(`
klantreis: A
periode: {van: 2022-04-01, tot: 2022-06-30}
bronnen: {kcc: {soort: telefoon, bestand: kcc.csv, noemer: [{maand: 2022-04, aantal: 300}, {maand: 2022-05, aantal: 100}]}}
fasen: [{fase: B, stappen: [{stap: C, signalen: [{signaal: D, bron: kcc, woorden: [wanneer]}]}]}]
`))
	ev, _ := Bind(j, fstest.MapFS{"kcc.csv": {Data: []byte("tijdstip;tekst\n" + calls("2022-04-20", 6) + calls("2022-06-02", 9))}})
	s := ev.Signals[0]
	if s.Rate().Known || s.Rate().Gap != MonthMissing || fmt.Sprint(s.Missing) != "[2022-06]" {
		t.Errorf("%+v, missing %v", s.Rate(), s.Missing)
	}
	var text strings.Builder
	if err := WriteJSON(&text, j, ev); err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{`"noemer": 400`, `"per_1000": null`, `"2022-04": 300`, `"waarde": 20,`, `"2022-06": "maand-ontbreekt"`} {
		if !strings.Contains(text.String(), part) {
			t.Errorf("gegevens.json lacks %s:\n%s", part, &text)
		}
	}
}

// TestSmallDenominator warns of a typed number that cannot well be the total of its source, with both numbers.
func TestSmallDenominator(t *testing.T) {
	folder := fstest.MapFS{"kcc.csv": {Data: []byte("tijdstip;tekst\n" + calls("2022-04-20", 50) + calls("2021-04-20", 90))}, "web.csv": {Data: []byte("tijdstip;n\n2022-04-01;20\n")}}
	for denominator, want := range map[string]string{
		"24": "De noemer van ‘kcc’ is 24, maar het aantal signalen in de periode is 50.", "25": "", "60": "",
		"[{maand: 2022-04, aantal: 12}]": "De noemer van ‘kcc’ is 12,", "{bron: web, veld: n}": "",
	} {
		j, problems := journeys.Parse("a.yaml", []byte(`
klantreis: A
periode: {van: 2022-04-01, tot: 2022-04-30}
bronnen: {kcc: {soort: telefoon, bestand: kcc.csv, noemer: `+denominator+`}, web: {soort: website, bestand: web.csv}}
fasen: [{fase: B, stappen: [{stap: C, signalen: [{signaal: D, bron: kcc, woorden: [wanneer]}]}]}]
`))
		_, found := Bind(j, folder)
		got := ""
		for _, p := range append(problems, found...) {
			if p.Code == "noemer-te-klein" {
				got, _ = p.Text("nl")
			}
		}
		if want == "" && got != "" || !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q", denominator, got)
		}
	}
}
