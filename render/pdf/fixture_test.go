package pdf

import (
	"fmt"
	"math"

	"klantreis/render"
	d "klantreis/render/drawing"
	"klantreis/render/font"
)

// chartDrawing is a small bar chart by hand, with a gradient, a dash, a clip and a halo.
func chartDrawing(id string) d.Drawing {
	t := render.Stadskamer()
	var items []d.Item
	items = append(items, d.Line(170, 20, 170, 250).Stroked(t.Line, 1))
	labels := []string{"Wanneer betaald?", "Hoe vraag ik het aan?", "Brief niet begrepen", "Code kwijt", "Verkeerd bedrag"}
	for i, l := range labels {
		y := 30 + float64(i)*44
		w := 460 * math.Pow(0.72, float64(i))
		bar := d.Rect(170, y, w, 28, 4)
		bar.Fill = d.Paint{Gradient: &d.Gradient{X1: 170, X2: 170 + w, Stops: []d.Stop{{Offset: 0, Color: t.Series[0]}, {Offset: 1, Color: t.Accent}}}}
		items = append(items, bar,
			d.Text{X: 160, Y: y + 19, S: l, Size: 13, Anchor: d.End, Fill: t.Ink},
			d.Text{X: 178 + w, Y: y + 19, S: fmt.Sprint(812 - 130*i), Size: 13, Face: font.SemiBold, Fill: t.Ink})
	}
	goal := d.Line(420, 12, 420, 256).Stroked(t.Bad, 1.6, 5, 4)
	items = append(items, goal, d.Text{X: 420, Y: 240, S: "belofte – 5 werkdagen", Size: 12, Anchor: d.Middle, Fill: t.Bad, Halo: t.Paper, HaloWidth: 4})
	return d.Drawing{ID: id, Width: 720, Height: 270, Title: "Meest gestelde vragen", Desc: "Staafdiagram", Lang: "nl", Background: t.Paper, Items: items}
}

// mapDrawing is a wide journey map with steps, a see-through band and a curve.
func mapDrawing(steps int) d.Drawing {
	t := render.Stadskamer()
	width := 150 + 124*float64(steps)
	items := []d.Item{d.Rect(0, 0, width, 64, 0).Filled(t.Header),
		d.Text{X: 24, Y: 40, S: "Energietoeslag aanvragen", Size: 22, Face: font.Bold, Fill: t.OnHeader}}
	var curve, area d.Path
	for i := range steps {
		x := 150 + 124*float64(i)
		p := t.Phase(i / 4)
		items = append(items, d.Rect(x, 84, 120, 480, 0).Filled(p.Tint), d.Rect(x+4, 92, 112, 70, 6).Filled(t.Paper).Stroked(p.Fill, 1.2))
		for k, l := range font.Wrap(fmt.Sprintf("Stap %d: wacht op het besluit", i+1), font.SemiBold, 12, 96) {
			items = append(items, d.Text{X: x + 12, Y: 112 + 15*float64(k), S: l, Size: 12, Face: font.SemiBold, Fill: t.Ink})
		}
		y := 330 + 70*math.Sin(float64(i)*0.9)
		if i == 0 {
			curve, area = curve.Move(x+60, y), area.Move(x+60, 460).Line(x+60, y)
		} else {
			py := 330 + 70*math.Sin(float64(i-1)*0.9)
			curve = curve.Cubic(x-20, py, x+10, y, x+60, y)
			area = area.Cubic(x-20, py, x+10, y, x+60, y)
		}
		items = append(items, d.Text{X: x + 60, Y: y - 14, S: fmt.Sprintf("+%d,%d", i%2, i%10), Size: 11, Anchor: d.Middle, Fill: t.Ink, Halo: p.Tint, HaloWidth: 3})
	}
	area = area.Line(150+124*float64(steps-1)+60, 460).Closed()
	area.Fill = d.Paint{Gradient: &d.Gradient{Y1: 250, Y2: 460, Stops: []d.Stop{{Offset: 0, Color: t.Accent.Alpha(0.45)}, {Offset: 1, Color: t.Accent.Alpha(0)}}}}
	curve.Stroke = d.Stroke{Color: t.Accent, Width: 3, Round: true}
	clip := d.Rect(150, 84, width-150, 480, 0)
	items = append(items, d.Group{Label: "Beleving", Clip: &clip, Items: []d.Item{area, curve}},
		d.Text{X: 40, Y: 400, S: "Beleving", Size: 14, Face: font.SemiBold, Fill: t.Ink, Rotate: -90})
	return d.Drawing{ID: "klantreis", Width: width, Height: 590, Title: "Klantreis", Desc: "De reis", Lang: "nl", Background: t.Paper, Items: items}
}

// fixture is a report as an energietoeslag journey gives it, with every kind of block.
func fixture() render.Report {
	t := render.Stadskamer()
	data := render.Table{Caption: "Signalen per stap, april tot en met november 2022", Columns: []render.Column{{Title: "Signaal"}, {Title: "Bron"}, {Title: "Aantal", Number: true}, {Title: "Per 1.000 contacten", Number: true}},
		Rows: [][]string{{"Wanneer wordt de toeslag betaald?", "kcc", "812", "19,7"}, {"Hoe vraag ik het aan?", "kcc, website", "682", "16,6"},
			{"De brief is niet te begrijpen", "balie-gesprekken", "552", "13,4"}, {"Code kwijt", "website", "422", "10,2"}, {"Verkeerd bedrag: € 800 verwacht, € 500 gekregen", "kcc", "292", "7,1"}}}
	fact := func(l, v, n string) render.Fact { return render.Fact{Label: l, Value: v, Note: n} }
	return render.Report{
		Lang: "nl", ID: "energietoeslag", Title: "Energietoeslag aanvragen", Municipality: "Gemeente Utrecht", Owner: "Team Inkomen",
		Author: "Stadskamer", Date: "1 december 2022", Period: "1 april 2022 tot en met 30 november 2022",
		Sections: []render.Section{
			{ID: "omslag", Title: "Omslag", Kind: render.Cover, Notes: "GEHEIM: alleen voor de presentator", Blocks: []render.Block{
				render.Prose{Text: "Dit kregen we van inwoners terug over de energietoeslag, en dit kunt u er morgen mee doen."}}},
			{ID: "deck", Title: "Alleen in de presentatie", Where: render.DeckOnly, Blocks: []render.Block{render.Prose{Text: "NIET OP PAPIER"}}},
			{ID: "samenvatting", Title: "Samenvatting", Kind: render.Summary, Blocks: []render.Block{
				render.Prose{Text: "Inwoners krijgen hun energietoeslag meestal binnen een week. Ze weten alleen niet wanneer het geld komt, en bellen daarom. Eén zin op de webpagina scheelt honderden telefoontjes."},
				render.Heading{Text: "Wat goed gaat"},
				render.List{Tone: render.Positive, Items: []string{"Het besluit komt bij zeven van de tien mensen binnen een week.", "De medewerkers aan de balie nemen de tijd; inwoners noemen dat zelf.", "Wie de app gebruikt, is in één keer klaar."}},
				render.Heading{Text: "Wat knelt"},
				render.Claim{Value: "812", Text: "keer vroegen inwoners wanneer de toeslag wordt betaald.", Basis: "KCC, n = 812 van 41.200 contacten, 1 april tot en met 30 november 2022", Tone: render.Negative},
				render.Claim{Value: "7 van 10", Text: "mensen die bellen, hebben de webpagina al gelezen.", Basis: "Ingevuld door Team Inkomen, geen meting", Typed: true, Tone: render.Attention},
				render.Callout{Title: "Begin hier", Text: "Zet de betaaldatum bovenaan de webpagina. Dat kost een uur en helpt morgen al.", Tone: render.Positive},
			}},
			{ID: "persona", Title: "Fatima", Kind: render.PersonaSection, Blocks: []render.Block{
				render.Facts{Items: []render.Fact{fact("Situatie", "Alleenstaande moeder met een deeltijdbaan", ""), fact("Doel", "Weten wanneer het geld komt", ""), fact("Gesproken", "12 inwoners", "Klantarena, 28 maart 2022, n = 12 inwoners en 14 medewerkers")}},
				render.Quote{Text: "Ik heb alles ingestuurd, maar ik hoor niets. Ik sta elke dag te kijken bij de pinautomaat.", Source: "Gesprek aan de balie, 12 juni 2022 – met toestemming"},
				render.Prose{Text: "Fatima regelt haar zaken ’s avonds op haar telefoon. Ze leest de brief van de gemeente twee keer en begrijpt dan nog niet of ze iets moet doen. Haar buurvrouw kreeg het geld al, zij nog niet. Dat maakt haar onzeker."},
			}},
			{ID: "kaart", Title: "De reis in één beeld", Kind: render.MapSection, Blocks: []render.Block{
				render.Figure{ID: "klantreis", Title: "Klantreis energietoeslag", Alt: "De reis heeft acht stappen; de beleving zakt bij het wachten.", Caption: "KCC, website en balie, n = 5.012 signalen, april tot en met november 2022", Drawing: mapDrawing(9), Data: data}}},
			{ID: "wachten", Title: "Wachten", Kind: render.PhaseSection, Accent: t.Phase(3).Fill, Blocks: []render.Block{
				render.Prose{Text: "Na het insturen begint het wachten. De gemeente besluit snel, maar vertelt niet wanneer ze betaalt. Inwoners vullen dat gat zelf in: ze bellen, lopen langs de balie, of vragen het aan de buren. Elke week dat het langer duurt, neemt het aantal telefoontjes toe. De coördinator – zelf ook inwoner – noemt het “de stille week”."},
				render.Heading{Text: "Wat inwoners vragen"},
				render.Figure{ID: "grafiek-vragen", Title: "Meest gestelde vragen", Alt: "Staafdiagram: 812 keer wanneer betaald, 682 keer hoe aanvragen.", Caption: "KCC, n = 2.760, april tot en met november 2022", Drawing: chartDrawing("grafiek-vragen"), Data: data},
				render.List{Tone: render.Negative, Items: []string{"Nergens staat wanneer er betaald wordt.", "De brief noemt een datum die al voorbij is, waardoor mensen denken dat hun aanvraag is afgewezen en opnieuw beginnen."}},
				render.List{Items: []string{"Team Inkomen betaalt eens per twee weken uit.", "Het uitkeringssysteem toont geen betaaldatum."}},
				render.Callout{Title: "Wat we niet weten", Text: "Mensen die niet bellen en niet langskomen, staan niet in deze cijfers.", Tone: render.Attention},
			}},
			{ID: "bewijs", Title: "Waar het op rust", Kind: render.EvidenceSection, Blocks: []render.Block{
				render.Prose{Text: "Elke uitspraak in dit cadeautje rust op signalen die u zelf kunt nalopen."}, data,
				render.Facts{Items: []render.Fact{fact("kcc", "5.012 gelezen", "3 onleesbaar, 120 buiten de periode, 1.204 zonder stap"), fact("website", "1.830 gelezen", "geen onleesbare rijen")}},
				render.Callout{Text: "Groepen kleiner dan 5 tonen we niet.", Tone: render.Neutral},
			}},
			{ID: "adviezen", Title: "Adviezen", Kind: render.AdviceSection, Blocks: []render.Block{
				render.Prose{Text: "Klein beginnen mag. De adviezen staan op volgorde van winst tegen moeite."},
				render.Matrix{Title: "Winst tegen moeite", Alt: "Advies 1 heeft grote winst en kleine moeite.", GainLabel: "Winst", EffortLabel: "Moeite", Levels: [3]string{"klein", "middel", "groot"},
					Cells: []render.MatrixCell{{Number: 1, Gain: 2, Effort: 0, Title: "Zet de betaaldatum bovenaan de webpagina"}, {Number: 2, Gain: 2, Effort: 1, Title: "Stuur een bericht zodra er betaald is"}, {Number: 3, Gain: 1, Effort: 2, Title: "Herschrijf de brief samen met inwoners, en toets hem daarna met vijf mensen aan de balie"}}},
				render.AdviceCard{ID: "betaaldatum", Number: 1, Title: "Zet de betaaldatum bovenaan de webpagina", Step: "Wacht op het geld", Basis: "812 vragen aan het KCC, n = 812 van 41.200", Gain: "groot", Effort: "klein", Owner: "Team Inkomen", Status: "gerealiseerd", Done: true, Expected: "Minder vragen aan de telefoon", Effect: "38% minder vragen (30% tot 45%), samenhang en geen bewijs van oorzaak", Feedback: "KCC op 1 oktober 2022, inwoners op 15 oktober 2022"},
				render.AdviceCard{ID: "bericht", Number: 2, Title: "Stuur een bericht zodra er betaald is", Step: "Wacht op het geld", Basis: "Aanname: geen signaal genoemd", Assumption: true, Gain: "groot", Effort: "middel", Owner: "Team Inkomen", Status: "niet overgenomen", Expected: "Mensen hoeven niet te kijken", Reason: "Het systeem kan nog geen berichten sturen; in 2023 komt er een nieuw systeem."},
				render.AdviceCard{ID: "brief", Number: 3, Title: "Herschrijf de brief samen met inwoners, en toets hem daarna met vijf mensen aan de balie", Basis: "552 gesprekken aan de balie", Gain: "middel", Effort: "groot", Owner: "Communicatie", Status: "in uitvoering"},
			}},
			{ID: "bijlage", Title: "Bijlage", Kind: render.Appendix, Where: render.PaperOnly, Notes: "geheim", Blocks: []render.Block{
				render.Heading{Text: "Hoe we gemeten hebben"}, render.Prose{Text: "We tellen elk signaal één keer. Woorden vergelijken we zonder hoofdletters en accenten: café en CAFE zijn gelijk."},
				render.PageBreak{}, render.Heading{Text: "Verantwoording"}, render.Prose{Text: "Opgesteld door de Stadskamer. Bedragen in €; naïef gerekend, coëfficiënt 0,62."}}},
		},
	}
}
