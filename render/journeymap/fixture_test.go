package journeymap

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/words"
)

func share(v float64) *float64 { return &v }

// fixture is a journey with its evidence and the quotes that may be shown.
type fixture struct {
	j      *journeys.Journey
	ev     *evidence.Evidence
	quotes Quotes
}

func (f fixture) input(lang words.Lang) Input {
	return Input{f.j, f.ev, render.Stadskamer(), lang, f.quotes}
}

// approved shows what is marked as approved, as the caller of the package does after redaction.
func approved(s *journeys.Step) []render.Quote {
	var quotes []render.Quote
	for _, q := range s.Quotes {
		if q.Approved {
			quotes = append(quotes, render.Quote{Text: q.Text, Source: q.Source})
		}
	}
	return quotes
}

func derived(value, margin float64, n int) evidence.Emotion {
	return evidence.Emotion{Kind: evidence.Derived, Value: value, Low: value - margin, High: value + margin, N: n}
}

// allowance is the energy allowance in Utrecht with every feature of the map; the figures are
// invented.
func allowance() fixture {
	day := func(y int, m time.Month, d int) journeys.Date { return journeys.Date{Year: y, Month: m, Day: d} }
	type S = journeys.Step
	q := func(text, source string) journeys.Quote {
		return journeys.Quote{Text: text, Source: source, Approved: true}
	}
	sel := func(titles ...string) []journeys.Selector {
		var all []journeys.Selector
		for _, t := range titles {
			all = append(all, journeys.Selector{ID: journeys.Slug(t), Title: t})
		}
		return all
	}
	j := &journeys.Journey{
		ID: "energietoeslag", Title: "Energietoeslag aanvragen", Municipality: "Gemeente Utrecht", Owner: "Team Inkomen",
		Date: day(2022, 12, 1), Author: "Stadskamer", Period: journeys.Period{From: day(2022, 4, 1), To: day(2022, 11, 30)},
		Persona: journeys.Persona{Name: "Fatima", Situation: "Alleenstaande moeder met een deeltijdbaan en twee kinderen. De energierekening is verdubbeld.",
			Goal: "Weten wanneer het geld komt", Quote: "Ik heb alles ingestuurd, maar ik hoor niets."},
		OwnChannels: []journeys.OwnChannel{{Name: "huisbezoek", Icon: "gesprek"}},
		Phases: []journeys.Phase{
			{Title: "Ontdekken", Steps: []S{
				{ID: "rekening", Title: "Schrikt van de energierekening", Does: "Zoekt op internet naar hulp bij hoge kosten", Thinks: "Hoe ga ik dit betalen?", Emotion: share(-1)},
				{ID: "hoort", Title: "Hoort dat er een toeslag is", Channels: []string{"sociale-media", "brief"}, Does: "Leest een bericht van de buurtvereniging", Thinks: "Zou dat ook voor mij zijn?", Emotion: share(0.5),
					GoesWell: []string{"Wijkteams delen het bericht actief"}, Selectors: sel("Voor wie is de toeslag?", "Hoe hoog is het bedrag?")},
				{ID: "nakijken", Title: "Kijkt na of ze er recht op heeft", Channels: []string{"website"}, Does: "Vult de rekenhulp in op de website", Thinks: "Wat telt mee als inkomen?",
					PainPoints: []string{"De rekenhulp vraagt naar ‘bijzonder inkomen’ zonder uitleg"}, Selectors: sel("Wat telt mee als inkomen?", "Rekenhulp werkt niet", "Tel ik als alleenstaand?", "Waar vind ik de grens?"),
					Next: []journeys.Flow{{To: "aanvragen", Share: share(0.71)}, {To: "belt-vooraf", When: "inkomen wisselt", Share: share(0.19)}, {DropOut: "denkt dat het niet voor haar is", Share: share(0.10)}}},
			}},
			{Title: "Aanvragen", Steps: []S{
				{ID: "belt-vooraf", Title: "Belt met een vraag over de voorwaarden", Channels: []string{"telefoon", "balie"}, Does: "Wacht elf minuten in de wachtrij", Thinks: "Kan iemand het mij gewoon uitleggen?",
					GoesWell: []string{"De medewerker neemt de tijd"}, HumanContact: "telefoon 14 030", Selectors: sel("Wachttijd aan de telefoon", "Uitleg over voorwaarden"),
					Quotes: []journeys.Quote{q("De mevrouw aan de telefoon hielp mij er meteen doorheen.", "telefoon, mei 2022"), {Text: "niet akkoord"}}},
				{ID: "aanvragen", Title: "Vult het aanvraagformulier in", Channels: []string{"website"}, Does: "Logt in met DigiD en uploadt loonstroken", Thinks: "Is dit het goede bestand?",
					PainPoints: []string{"Uploaden lukt niet met de telefoon", "Na twintig minuten is alles weg"}, HumanContact: "hulp bij het formulier in de bibliotheek", Backstage: []string{"Controle op inkomen en woonadres"}, Systems: []string{"Open Formulieren"},
					Selectors: sel("Uploaden mislukt", "Formulier verloopt te snel", "Inloggen met DigiD lukt niet"),
					Quotes:    []journeys.Quote{q("Ik was net klaar met alle bestanden en toen moest ik weer inloggen.", "onderzoek, n = 84"), q("Op mijn telefoon gaat het niet.", "balie, juni 2022")},
					Next:      []journeys.Flow{{To: "ontvangst", Share: share(0.82)}, {To: "belt-vooraf", When: "uploaden lukt niet", Share: share(0.11)}, {DropOut: "stopt bij het uploaden", Share: share(0.07)}}},
				{ID: "ontvangst", Title: "Krijgt een ontvangstbevestiging", Channels: []string{"e-mail"}, Does: "Bewaart de e-mail", Thinks: "Mooi, het is gelukt.", Emotion: share(1.2),
					GoesWell: []string{"Bevestiging komt binnen een minuut"}, Backstage: []string{"Zaak wordt automatisch aangemaakt"}, Systems: []string{"Zaaksysteem"}},
			}},
			{Title: "Wachten", Steps: []S{
				{ID: "wachten", Title: "Wacht op het geld", Channels: []string{"website", "telefoon"}, Does: "Kijkt elke dag of er al iets is bijgeschreven", Thinks: "Wanneer komt het?",
					PainPoints: []string{"Nergens staat wanneer er betaald wordt"}, Backstage: []string{"Team Inkomen betaalt eens per twee weken uit"}, Systems: []string{"Uitkeringssysteem"}, HumanContact: "telefoon 14 030",
					Selectors: sel("Wanneer wordt de toeslag betaald?", "Is mijn aanvraag in behandeling?"),
					Quotes:    []journeys.Quote{q("Ik sta elke dag te kijken bij de pinautomaat.", "gesprek op de Markt, juni 2022")},
					Next:      []journeys.Flow{{To: "besluit", Share: share(0.65)}, {To: "bellen", When: "na twee weken nog niets", Share: share(0.31)}, {DropOut: "geeft het op", Share: share(0.04)}}},
				{ID: "bellen", Title: "Belt: hoe staat het ermee?", Channels: []string{"telefoon"}, Does: "Belt, soms voor de derde keer", Thinks: "Niemand weet het.",
					PainPoints: []string{"Het KCC ziet de betaaldatum niet"}, Backstage: []string{"KCC zet een terugbelverzoek uit"}, Systems: []string{"Uitkeringssysteem"}, Selectors: sel("Vraag naar de status", "Teruggebeld worden duurt lang"),
					Next: []journeys.Flow{{To: "bellen", Share: share(0.22)}, {To: "wachten", Share: share(0.5), When: "moet wachten"}, {To: "besluit", Share: share(0.28)}}},
				{ID: "besluit", Title: "Krijgt het besluit per brief", Channels: []string{"brief"}, Does: "Leest de brief twee keer", Thinks: "Wat betekent ‘ambtshalve’?",
					PainPoints: []string{"De brief is te moeilijk"}, Backstage: []string{"Besluit wordt nagekeken en verstuurd"}, Systems: []string{"Zaaksysteem"}, Selectors: sel("Brief is onduidelijk"),
					Next: []journeys.Flow{{To: "betaald", Share: share(0.93)}, {To: "bezwaar", When: "afwijzing", Share: share(0.07)}}},
			}},
			{Title: "Ontvangen en verder", Steps: []S{
				{ID: "betaald", Title: "Het geld staat op de rekening", Does: "Betaalt de achterstand", Thinks: "Eindelijk lucht.", GoesWell: []string{"Omschrijving op het afschrift is duidelijk"}, Selectors: sel("Bedankje"),
					Backstage: []string{"Betaling en controle"}, Systems: []string{"Betaalsysteem"}, Quotes: []journeys.Quote{q("Toen ik het zag heb ik even gehuild van opluchting.", "gesprek, juli 2022"), q("Fijn dat het zo duidelijk op het afschrift stond.", "onderzoek"), q("Dank jullie wel!", "e-mail")},
					Next: []journeys.Flow{{To: "terugkijken"}}},
				{ID: "bezwaar", Title: "Vraagt om een nieuwe beoordeling", Channels: []string{"brief", "huisbezoek"}, Does: "Schrijft een brief met hulp van het buurtteam", Thinks: "Ik wil weten waarom.", PainPoints: []string{"Geen naam of nummer in de brief"},
					HumanContact: "huisbezoek door het buurtteam", Backstage: []string{"Betaling en controle"}, Systems: []string{"Betaalsysteem"}, Selectors: sel("Bezwaar: waarom afgewezen?")},
				{ID: "terugkijken", Title: "Kijkt terug in het onderzoek", Channels: []string{"onderzoek"}, Does: "Vult vijf vragen in", Thinks: "Doen ze er iets mee?", Selectors: sel("Rapportcijfer en toelichting")},
			}},
		},
		Arenas: []journeys.Arena{{ID: "arena", Title: "Energie", Bottlenecks: []journeys.Bottleneck{{Step: "wachten", Text: "De een wacht een week en de ander twee maanden."}, {Step: "besluit", Text: "Niemand las de brief tot het eind."}}}},
		Advice: []journeys.Advice{
			{ID: "betaaldatum", Title: "Zet de betaaldatum bovenaan de webpagina", Step: "wachten"},
			{ID: "opslaan", Title: "Laat het formulier tussentijds opslaan", Step: "aanvragen"},
			{ID: "brief", Title: "Herschrijf de brief samen met klanten", Step: "besluit"},
			{ID: "terugkoppelen", Title: "Vertel inwoners wat er met hun signalen is gedaan"},
		},
	}
	counts := map[string]int{"hoort": 96, "nakijken": 402, "belt-vooraf": 311, "aanvragen": 745, "wachten": 1284, "bellen": 611, "besluit": 218, "betaald": 37, "bezwaar": 3, "terugkijken": 240}
	moods := map[string]evidence.Emotion{"nakijken": derived(-0.6, 0.25, 64), "belt-vooraf": derived(0.7, 0.4, 22), "aanvragen": derived(-0.9, 0.2, 84), "wachten": derived(-1.6, 0.15, 210), "bellen": derived(-1.4, 0.2, 118),
		"besluit": {Kind: evidence.None}, "betaald": derived(1.7, 0.3, 31), "bezwaar": {Kind: evidence.None}, "terugkijken": derived(0.4, 0.2, 240)}
	ev := &evidence.Evidence{Period: j.Period, Sources: []evidence.Source{
		{Name: "kcc", Kind: "telefoon", Read: 5012, OutsidePeriod: 120, Unclaimed: 1204}, {Name: "onderzoek", Kind: "onderzoek", Read: 412}, {Name: "gesprekken op de Markt", Kind: "gesprek", Read: 3, Typed: true}}}
	for _, s := range j.Steps() {
		rest := counts[s.ID]
		for i, g := range s.Selectors {
			n := rest
			if i+1 < len(s.Selectors) {
				n = rest * 6 / 10
			}
			rest -= n
			ev.Signals = append(ev.Signals, evidence.Signal{ID: g.ID, Title: g.Title, Step: s.ID, N: n})
		}
		e := moods[s.ID]
		if s.Emotion != nil {
			e = evidence.Emotion{Kind: evidence.Typed, Value: *s.Emotion}
		}
		ev.Steps = append(ev.Steps, evidence.Step{ID: s.ID, N: counts[s.ID], Emotion: e})
	}
	ev.LeadTimes = []evidence.LeadTime{
		{ID: "besluit", Title: "Van aanvraag tot besluit", Step: "wachten", Working: true, N: 240, Promised: true, Promise: 20,
			Spread: spreadOf(3, 12, 41, evidence.Share{Value: 0.71, Low: 0.65, High: 0.76, Known: true})},
		{ID: "betaling", Title: "Van besluit tot betaling", Step: "betaald", N: 3, Spread: spreadOf(1, 2, 3, evidence.Share{})},
	}
	ev.Advice = []evidence.Advice{
		{ID: "betaaldatum", Evidence: true, Reasons: []evidence.Reason{{Kind: "signaal", N: 770}, {Kind: "arena", N: 12}}},
		{ID: "opslaan", Evidence: true, Reasons: []evidence.Reason{{Kind: "signaal", N: 447}, {Kind: "signaal", N: 178}}},
		{ID: "brief"}, {ID: "terugkoppelen"},
	}
	return fixture{j, ev, approved}
}

var vocabulary = strings.Fields("aanvraag wacht brief balie de het een niet Arbeidsongeschiktheidsverzekeringsmaatschappij geld wanneer " +
	"formulier terugbelverzoek gemeente op in https://www.utrecht.nl/energietoeslag/aanvragen?jaar=2022 inkomensondersteuning weet belt")

// hostile texts must neither break the picture nor leave it.
var hostile = []string{
	"]]></script><b>vet</b> & \"aanhaling\"", "🙂🙂🙂👩‍👩‍👧‍👦 emoji 🎁", "مرحبا بالعالم العربي", "\u202Eomgekeerd\u202C en terug",
	strings.Repeat("W", 90), "日本語のテキストはここにあります", "a\tb\nc\x00d\u00ad", " ", "‘aha’ — “ja”…",
}

// random makes a journey of n steps from a seed, with any feature anywhere.
func random(seed uint64, n int) fixture {
	r := rand.New(rand.NewPCG(seed, 1))
	chance := func(p float64) bool { return r.Float64() < p }
	text := func(words int) string {
		if chance(0.06) {
			return hostile[r.IntN(len(hostile))]
		}
		var parts []string
		for range 1 + r.IntN(words) {
			parts = append(parts, vocabulary[r.IntN(len(vocabulary))])
		}
		return strings.Join(parts, " ")
	}
	list := func(p float64, words int) []string {
		var all []string
		for chance(p) && len(all) < 4 {
			all = append(all, text(words))
		}
		return all
	}
	channels := append(journeys.Channels(), "huisbezoek", strings.Repeat("lang-eigen-kanaal-", 4))
	j := &journeys.Journey{Title: text(14), Municipality: text(3), Owner: text(4), Author: text(3)}
	if chance(0.6) {
		j.Persona = journeys.Persona{Name: text(2), Situation: text(20), Goal: text(8), Quote: text(20)}
	}
	ev := &evidence.Evidence{}
	for range r.IntN(5) {
		ev.Sources = append(ev.Sources, evidence.Source{Name: text(3), Read: r.IntN(9000)})
	}
	for i := 0; i < n; {
		p := journeys.Phase{Title: text(6)}
		for range 1 + r.IntN(7) {
			if i >= n {
				break
			}
			s := journeys.Step{ID: fmt.Sprintf("s%d", i), Title: text(9), Does: text(10), Thinks: text(8)}
			for chance(0.55) && len(s.Channels) < 4 {
				s.Channels = append(s.Channels, channels[r.IntN(len(channels))])
			}
			e := evidence.Emotion{Kind: evidence.None}
			switch r.IntN(4) {
			case 0:
				v := r.Float64()*4 - 2
				s.Emotion, e = &v, evidence.Emotion{Kind: evidence.Typed, Value: v}
			case 1, 2:
				e = derived(r.Float64()*4-2, r.Float64(), 5+r.IntN(300))
			}
			s.GoesWell, s.PainPoints = list(0.3, 9), list(0.5, 9)
			s.Backstage, s.Systems = list(0.4, 6), list(0.4, 3)
			if chance(0.3) {
				s.HumanContact = text(5)
			}
			for chance(0.35) && len(s.Quotes) < 4 {
				s.Quotes = append(s.Quotes, journeys.Quote{Text: text(25), Source: text(5), Approved: true})
			}
			total := 0
			for k := range r.IntN(6) {
				g := journeys.Selector{ID: fmt.Sprintf("g%d-%d", i, k), Title: text(7)}
				s.Selectors = append(s.Selectors, g)
				c := r.IntN(900)
				total += c
				ev.Signals = append(ev.Signals, evidence.Signal{ID: g.ID, Title: g.Title, Step: s.ID, N: c})
			}
			for chance(0.3) && len(s.Next) < 4 {
				f := journeys.Flow{To: fmt.Sprintf("s%d", r.IntN(n)), When: text(4)}
				if chance(0.3) {
					f.To, f.DropOut = "", text(6)
				}
				if chance(0.7) {
					f.Share = share(r.Float64() / 3)
				}
				s.Next = append(s.Next, f)
			}
			ev.Steps = append(ev.Steps, evidence.Step{ID: s.ID, N: total, Emotion: e})
			if chance(0.15) {
				ev.LeadTimes = append(ev.LeadTimes, evidence.LeadTime{Title: text(6), Step: s.ID, N: r.IntN(40), Spread: spreadOf(1, float64(r.IntN(20)), 20+30*r.Float64(), evidence.Share{}), Promise: r.IntN(3) * 10, Working: chance(0.5)})
				last := &ev.LeadTimes[len(ev.LeadTimes)-1]
				last.Promised = last.Promise > 0
			}
			if chance(0.2) {
				j.Advice = append(j.Advice, journeys.Advice{ID: s.ID, Title: text(10), Step: s.ID})
			}
			if chance(0.1) {
				j.Arenas = append(j.Arenas, journeys.Arena{Bottlenecks: []journeys.Bottleneck{{Step: s.ID, Text: text(12)}}})
			}
			p.Steps = append(p.Steps, s)
			i++
		}
		j.Phases = append(j.Phases, p)
	}
	if chance(0.4) {
		j.Advice = append(j.Advice, journeys.Advice{Title: text(12)})
	}
	return fixture{j, ev, approved}
}

// doubled puts a journey twice after itself: 24 realistic steps.
func doubled(f fixture) fixture {
	g := allowance()
	rename := func(id string) string {
		if id == "" {
			return ""
		}
		return id + "-2"
	}
	for p := range g.j.Phases {
		for s := range g.j.Phases[p].Steps {
			st := &g.j.Phases[p].Steps[s]
			st.ID = rename(st.ID)
			for k := range st.Next {
				st.Next[k].To = rename(st.Next[k].To)
			}
		}
		f.j.Phases = append(f.j.Phases, g.j.Phases[p])
	}
	for _, s := range g.ev.Steps {
		s.ID = rename(s.ID)
		s.N /= 2
		f.ev.Steps = append(f.ev.Steps, s)
	}
	for _, s := range g.ev.Signals {
		s.Step, s.N = rename(s.Step), s.N/2
		f.ev.Signals = append(f.ev.Signals, s)
	}
	return f
}

// bare has one step and nothing else.
func bare() fixture {
	return fixture{&journeys.Journey{Title: "Paspoort ophalen", Phases: []journeys.Phase{{Title: "Ophalen", Steps: []journeys.Step{{ID: "haalt", Title: "Haalt het paspoort op"}}}}}, nil, nil}
}

// nasty has hostile text in every field.
func nasty() fixture {
	f := allowance()
	i := 0
	next := func(s *string) {
		if *s != "" {
			*s = hostile[i%len(hostile)]
			i++
		}
	}
	next(&f.j.Title)
	next(&f.j.Municipality)
	next(&f.j.Persona.Name)
	next(&f.j.Persona.Quote)
	for p := range f.j.Phases {
		next(&f.j.Phases[p].Title)
		for s := range f.j.Phases[p].Steps {
			st := &f.j.Phases[p].Steps[s]
			for _, field := range []*string{&st.Title, &st.Does, &st.Thinks, &st.HumanContact} {
				next(field)
			}
			for _, list := range [][]string{st.PainPoints, st.GoesWell, st.Backstage, st.Systems} {
				for k := range list {
					next(&list[k])
				}
			}
			for k := range st.Quotes {
				next(&st.Quotes[k].Text)
			}
			for k := range st.Next {
				next(&st.Next[k].DropOut)
				next(&st.Next[k].When)
			}
		}
	}
	for k := range f.ev.Signals {
		next(&f.ev.Signals[k].Title)
	}
	return f
}

// wordy has titles of ninety characters.
func wordy() fixture {
	f := allowance()
	for p := range f.j.Phases {
		f.j.Phases[p].Title = "Een fase met een naam die veel langer is dan iemand zou willen lezen op een poster, toch?"
		for s := range f.j.Phases[p].Steps {
			f.j.Phases[p].Steps[s].Title = "Wacht op de langverwachte inkomensondersteuningsbeschikking van de gemeentelijke afdeling"
		}
	}
	return f
}

func spreadOf(p10, p50, p90 float64, within evidence.Share) evidence.Spread {
	known := func(v float64) evidence.Count { return evidence.Count{Value: v, Known: true} }
	return evidence.Spread{P10: known(p10), P50: known(p50), P90: known(p90), Within: within, Longest: 2 * p90}
}
