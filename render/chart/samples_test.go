package chart

import (
	"fmt"
	"math"

	"klantreis/render"
)

// samples are charts of every kind, as they come out of real journeys and at their worst.
func samples() []render.Chart {
	months := []string{"apr ’22", "mei ’22", "jun ’22", "jul ’22", "aug ’22", "sep ’22", "okt ’22", "nov ’22", "dec ’22", "jan ’23", "feb ’23", "mrt ’23", "apr ’23", "mei ’23"}
	list := []render.Chart{
		{ID: "bars", Kind: render.HorizontalBars, Title: "Waarover inwoners contact opnemen", Unit: "signalen", Lang: "nl",
			Categories: []string{
				"Wanneer wordt de toeslag betaald?",
				"Heb ik recht op de energietoeslag als ik een deeltijdbaan heb en in een studentenhuis woon?",
				"Waar vind ik het formulier?",
				"Ik heb alles ingestuurd, maar ik hoor niets",
				"Ik krijg een brief die ik niet begrijp",
				"DigiD werkt niet",
				"Compliment over de balie",
			},
			Series: []render.Series{{Name: "signalen", Values: []float64{2812, 1204, 640, 388, 120, 41, 7}}}},
		{ID: "bars-one", Kind: render.HorizontalBars, Title: "Eén signaal", Unit: "signalen", Lang: "nl",
			Categories: []string{"Wanneer wordt de toeslag betaald?"}, Series: []render.Series{{Name: "signalen", Values: []float64{12}}}},
		{ID: "bars-hostile", Kind: render.HorizontalBars, Title: "]]></script><b>{b}", Unit: "<signalen>", Lang: "nl",
			Categories: []string{"</script><script>alert(1)</script>", "{b} en {c} en {a|rijk} $& $1", "]]></script><b>{@value}", "🙂 emoji 👩‍👩‍👧 en 日本語", "مرحبا بالعالم", "Arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersbijeenkomstverslag", "", "a\x01b\nc"},
			Series: []render.Series{{Name: "{a0}", Values: []float64{9, 8, 7, 6, 5, 4, 0, 2}, Missing: []bool{false, false, false, false, false, false, true, false},
				Labels: []string{"{b}", "$&", "{c0}", "</text>", "12 🙂", "4", "onbekend", "2"}}}},
		{ID: "bars-line", Kind: render.HorizontalBars, Title: "Tevredenheid", Unit: "cijfer", Lang: "nl",
			Categories: []string{"Balie", "Telefoon", "Website"}, Series: []render.Series{{Name: "2022", Values: []float64{8.1, 7.25, 5.9}}, {Name: "2023", Values: []float64{8.3, 7, 6.4}}},
			Line: &render.Threshold{Value: 7, Label: "streefcijfer 7,0"}},
		{ID: "columns", Kind: render.Columns, Title: "Kanalen", Unit: "signalen", Lang: "nl",
			Categories: []string{"telefoon", "website", "balie", "e-mail", "sociale media"}, Series: []render.Series{{Name: "signalen", Values: []float64{12412, 6020, 880, 310, 45}}}},
		{ID: "columns-one", Kind: render.Columns, Title: "Eén kanaal", Unit: "signalen", Lang: "nl",
			Categories: []string{"telefoon"}, Series: []render.Series{{Name: "signalen", Values: []float64{31}}}},
		{ID: "columns-long", Kind: render.Columns, Title: "Afdelingen", Unit: "signalen", Lang: "nl",
			Categories: []string{"Werk en Inkomen, team Bijzondere bijstand en toeslagen", "Burgerzaken", "Vergunningen, toezicht en handhaving openbare ruimte", "Belastingen"},
			Series:     []render.Series{{Name: "signalen", Values: []float64{120, 88, 31, 9}}}},
		{ID: "stacked", Kind: render.StackedColumns, Title: "Signalen per maand en kanaal", Unit: "signalen", Lang: "nl", Categories: months,
			Series: []render.Series{
				{Name: "telefoon", Values: []float64{310, 402, 388, 290, 275, 812, 702, 401, 322, 300, 280, 260, 240, 220}},
				{Name: "website", Values: []float64{120, 132, 101, 134, 90, 230, 210, 182, 191, 150, 120, 90, 100, 80}},
				{Name: "balie", Values: []float64{22, 18, 19, 23, 29, 33, 31, 20, 18, 15, 9, 8, 7, 6}},
				{Name: "e-mail en contactformulier", Values: []float64{60, 72, 81, 54, 40, 130, 110, 82, 91, 50, 20, 30, 40, 50}},
			},
			Marks: []render.Mark{{At: 5, Label: "betaaldatum op de website"}, {At: 7, Label: "nieuwe brief met uitleg over de betaling"}}},
		{ID: "lines", Kind: render.Lines, Title: "Signalen per maand", Unit: "signalen", Lang: "nl", Categories: months,
			Series: []render.Series{{Name: "Wanneer wordt de toeslag betaald?", Values: []float64{31, 120, 188, 290, 275, 812, 702, 401, 322, 0, 280, 1260, 1240, 1220},
				Missing: []bool{false, false, false, false, false, false, false, false, false, true, false, false, false, false}}},
			Marks: []render.Mark{{At: 0, Label: "start van de regeling en alles wat daarbij hoort"}, {At: 5, Label: "betaaldatum op de website"}, {At: 6, Label: "nieuwe brief"}, {At: 13, Label: "bericht in de MijnUtrecht-app"}}},
		{ID: "scores", Kind: render.Lines, Title: "Rapportcijfer", Unit: "rapportcijfer", Lang: "nl", Categories: []string{"2018", "2019", "2020", "2021", "2022"},
			Series: []render.Series{{Name: "Rapportcijfer", Values: []float64{6.4, 6.9, 0, 8.6, 8.4}, Missing: []bool{false, false, true, false, false}}},
			Range:  [2]float64{1, 10}, Line: &render.Threshold{Value: 7, Label: "streefcijfer 7,0"}},
		{ID: "lines-many", Kind: render.Lines, Title: "Zes lijnen", Unit: "signalen", Lang: "nl", Categories: months[:8], Series: manyLines(7, 8)},
		{ID: "lines-named", Kind: render.Lines, Title: "Vier lijnen", Unit: "signalen", Lang: "nl", Categories: months[:8], Series: manyLines(4, 8),
			Line: &render.Threshold{Value: 40, Label: "wat het team aankan"}},
		{ID: "lines-long", Kind: render.Lines, Title: "Vijf jaar", Unit: "signalen", Lang: "nl"},
		{ID: "line-one", Kind: render.Lines, Title: "Eén maand", Unit: "signalen", Lang: "nl", Categories: months[:1], Series: []render.Series{{Name: "a", Values: []float64{3}}}},
		{ID: "boxes", Kind: render.Boxes, Title: "Van doorgeven tot bevestigd", Unit: "werkdagen", Lang: "nl",
			Series: []render.Series{{Name: "Van doorgeven tot bevestigd", Values: cases(1400, 3)}}, Line: &render.Threshold{Value: 5, Label: "belofte: 5 werkdagen"}},
		{ID: "boxes-many", Kind: render.Boxes, Title: "Doorlooptijden", Unit: "dagen", Lang: "nl",
			Series: []render.Series{{Name: "Van aanvraag tot besluit", Values: cases(240, 8)}, {Name: "Van bezwaar tot hoorzitting bij de onafhankelijke commissie bezwaarschriften van de gemeente", Values: cases(9, 20)}, {Name: "Van melding tot herstel", Values: []float64{1}}, {Name: "Nog niets", Values: nil}},
			Line:   &render.Threshold{Value: 14, Label: "belofte: 14 dagen"}},
		{ID: "boxes-thousands", Kind: render.Boxes, Title: "Van melding tot herstel", Unit: "dagen", Lang: "nl",
			Series: []render.Series{{Name: "Van melding tot herstel", Values: cases(12000, 6)}}},
		{ID: "boxes-open", Kind: render.Boxes, Title: "Van klacht tot telefoontje", Unit: "werkdagen", Lang: "nl",
			Series: []render.Series{
				{Name: "Van klacht tot telefoontje", Values: []float64{0, 1, 2, 5, 9, 30, 60}, Times: []int{12, 40, 21, 7, 5, 4, 1}, Open: []bool{false, false, false, false, true, true, true},
					Summary: &render.BoxSummary{Quantiles: []float64{0, 1, 1, 2, 12}, Text: "de helft binnen 1 werkdag, 9 van de 10 binnen 12 werkdagen"}},
				{Name: "Van klacht tot oplossing", Values: []float64{3, 80}, Times: []int{30, 40}, Open: []bool{false, true}, Summary: &render.BoxSummary{Text: "nog niet de helft klaar na 80 werkdagen"}}},
			Line: &render.Threshold{Value: 1, Label: "belofte: 1 werkdag"}},
		{ID: "kept", Kind: render.Lines, Title: "Belofte gehaald per maand", Unit: "% binnen 1 werkdag", Lang: "nl", Categories: months[:6], Range: [2]float64{0, 100},
			Series: []render.Series{{Name: "Belofte", Values: []float64{61, 70, 0, 74, 100, 96}, Missing: []bool{false, false, true, false, false, false}, Labels: []string{"61%", "70%", "", "74%", "100%", "96%"},
				Low: []float64{40, 55, 0, 60, 88, 91}, High: []float64{78, 82, 0, 85, 100, 98}}},
			Marks: []render.Mark{{At: 1, Label: "bel binnen een dag"}, {At: 5, Label: "bel ook op zaterdag"}}},
		{ID: "empty", Kind: render.StackedColumns, Title: "Niets", Lang: "nl"},
	}
	for i := range list {
		if list[i].ID == "lines-long" {
			s := render.Series{Name: "signalen"}
			for m := range 60 {
				list[i].Categories = append(list[i].Categories, months[(m+9)%12][:3]+fmt.Sprintf(" ’%02d", 18+m/12))
				s.Values = append(s.Values, math.Round(200+150*math.Sin(float64(m)/4)+float64(m*7%31)))
			}
			list[i].Series = []render.Series{s}
		}
	}
	forty := render.Chart{ID: "bars-forty", Kind: render.HorizontalBars, Title: "Veertig signalen", Unit: "signalen", Lang: "nl"}
	s := render.Series{Name: "signalen"}
	for i := range 40 {
		forty.Categories = append(forty.Categories, fmt.Sprintf("Signaal nummer %d over de aanvraag", i+1))
		s.Values = append(s.Values, float64((40-i)*(40-i)))
	}
	forty.Series = []render.Series{s}
	columns := forty
	columns.ID, columns.Kind, columns.Categories = "stacked-forty", render.StackedColumns, nil
	for i := range 40 {
		columns.Categories = append(columns.Categories, fmt.Sprintf("week %d", i+1))
	}
	return append(list, forty, columns)
}

func manyLines(n, points int) []render.Series {
	var list []render.Series
	for i := range n {
		s := render.Series{Name: []string{"telefoon", "website", "balie", "e-mail en contactformulier", "chat", "brief", "sociale media"}[i]}
		for k := range points {
			s.Values = append(s.Values, float64(10*(i%3)+(k*7+i*3)%17))
		}
		list = append(list, s)
	}
	return list
}

// cases are lead times in whole days with a long tail.
func cases(n int, middle float64) []float64 {
	values := make([]float64, n)
	for i := range values {
		u := (float64(i) + 0.5) / float64(n)
		values[i] = math.Round(middle * math.Exp(1.1*math.Tan((u-0.5)*2.4)/1.5))
		values[i] = math.Min(values[i], 60)
	}
	return values
}
