package words

import (
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

func TestSlowestTellsNoFew(t *testing.T) {
	for _, c := range []struct {
		n, of, all int
		want, not  string
	}{
		{40, 60, 100, "Daarvan gingen er 40 over ‘Afval’ (40%); van de andere zaken 10%.", "< "},
		{100, 120, 100, "Daarvan gingen ze alle over ‘Afval’ (100%); van de andere zaken 10%.", "100 over"},
		{98, 118, 100, "Daarvan gingen ze bijna alle over ‘Afval’ (meer dan 95%)", "98"},
		{40, 42, 100, "van de andere zaken minder dan 5 zaken.", "1%"},
		{40, 40, 100, "van de andere zaken 0%.", "minder"},
	} {
		text := Dutch.Report().Slowest(evidence.LeadTime{Title: "Duur", Slowest: evidence.Slowest{Than: 9, N: c.all, Rest: 200,
			Shared: []evidence.SharedTrait{{Kind: evidence.ByTopic, Name: "Afval", N: c.n, Of: c.of}}}})
		if !strings.Contains(text, c.want) || strings.Contains(text, c.not) {
			t.Errorf("%d of %d: %s", c.n, c.of, text)
		}
	}
	if text := English.Report().Slowest(evidence.LeadTime{Slowest: evidence.Slowest{N: 9, Coarse: true}}); !strings.Contains(text, "In month they do not differ") {
		t.Error(text)
	}
}

func TestSpreadThatIsNotKnown(t *testing.T) {
	known := func(v float64) evidence.Count { return evidence.Count{Value: v, Known: true} }
	w := Dutch.Report()
	for want, s := range map[string]evidence.Spread{
		"De helft is klaar binnen 1 werkdag, negen op de tien binnen 9 werkdagen.":                                                 {P50: known(1), P90: known(9), Longest: 40},
		"De helft is klaar binnen 2 werkdagen. Negen op de tien duurt langer dan 40 werkdagen: hoeveel langer is nog niet bekend.": {P50: known(2), Longest: 40},
		"Na 40 werkdagen is nog niet de helft klaar.":                                                                              {P10: known(2), Longest: 40},
	} {
		if got := w.Spread(s, true); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestLateCases(t *testing.T) {
	w, on := Dutch.Report(), journeys.Date{Year: 2022, Month: 11, Day: 30}
	for _, c := range []struct {
		late, open int
		ages       []string
		want       string
	}{
		{12, 30, []string{"5 1 tot 7 dagen te laat", "7 meer dan 30 dagen te laat"}, "Op 30 november 2022 waren 12 van de 30 open zaken al over de belofte van 1 dag heen: 5 1 tot 7 dagen te laat, 7 meer dan 30 dagen te laat."},
		{1, 30, nil, "Op 30 november 2022 waren < 5 van de 30 open zaken al over de belofte van 1 dag heen."},
		{3, 30, nil, "Op 30 november 2022 waren < 5 van de 30 open zaken al over de belofte van 1 dag heen."},
		{30, 30, nil, "Op 30 november 2022 waren alle 30 open zaken al over de belofte van 1 dag heen."},
	} {
		if got := w.TooLate(c.late, c.open, "1 dag", on, c.ages); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

func TestChanged(t *testing.T) {
	m := func(kind evidence.ChangeKind, from, to float64, c evidence.Change) evidence.Metric {
		c.Kind, c.By = kind, to-from
		return evidence.Metric{Span: 9, Points: []evidence.MetricPoint{{Value: from}, {Value: to}}, Change: c}
	}
	for _, c := range []struct {
		metric evidence.Metric
		want   string
	}{
		{m(evidence.NoSamples, 6.4, 8.6, evidence.Change{}), "Van 6,4 (2018) naar 8,6 (2021): 2,2 hoger. Hoeveel mensen antwoordden (n), is niet van beide bekend. Dus weten we niet of dit toeval kan zijn."},
		{m(evidence.Higher, 6.4, 8.6, evidence.Change{Low: 1.1, High: 3.4}), "Van 6,4 (2018) naar 8,6 (2021): 2,2 hoger, met een marge van hoogstens +1,1 tot +3,4. Dat is meer dan toeval, hoe ver de antwoorden ook uiteenliepen."},
		{m(evidence.Unsure, 6.9, 6.9, evidence.Change{Low: -1, High: 1}), "Van 6,9 (2018) naar 6,9 (2021): even hoog, met een marge van hoogstens −1,0 tot +1,0. Dat kan toeval zijn."},
		{m(evidence.NoChange, 6.9, 7, evidence.Change{}), ""},
	} {
		if got := Dutch.Report().Changed(c.metric, "2018", "2021"); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
	easy := m(evidence.Lower, 3.9, 2.1, evidence.Change{Low: -2.1, High: -1.4})
	easy.LowIsBest = true
	if got := English.Report().Changed(easy, "2018", "2021"); !strings.HasPrefix(got, "From 3.9 (2018) to 2.1 (2021): 1.8 lower (lower is better here), with a margin of at most −2.1 to −1.4. That is more than chance") {
		t.Error(got)
	}
}
