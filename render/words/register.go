package words

import (
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/history"
	"klantreis/journeys/register"
)

// Register holds the words of the overview of all journeys.
type Register struct {
	lang Lang

	Title, Subtitle, Why                              string
	Advice, Late, Journeys, Owners, Passed            string // headings of sections
	Themes, Broken, Method                            string
	NoLate, NoAdvice, NoThemes, NoPassed, NoneWaiting string
	LateNote, AdviceNote, JourneysNote, OwnersNote    string
	PassedNote, ThemesNote, BrokenNote                string
	ColJourney, ColNumber, ColAdvice, ColOwner        string
	ColStatus, ColSince, ColEffect, ColKCC            string
	ColResidents, ColOffered, ColWaited, ColReason    string
	ColCount, ColAnswered, ColRealised, ColImproved   string
	ColRefused, ColDepartment, ColSignals, ColTheme   string
	ColKind, ColWhy, ColFile, ColFaults, ColFirst     string
	ColMunicipality, ColLate, ColVerdict, ColID       string
	ColLow, ColHigh, ColChange, ColJourneys, ColTerm  string
	ColMeaning, ColWhen, ColWhat, ColTold             string
	Verdicts                                          map[evidence.Verdict]string
	NotMeasured, NotRealised, Nobody, Wished          string
	Kinds                                             map[register.ThemeKind]string
	Timeline, Details, Filter, FilterHint, AllOf      string
	Shown, NoneShown, SortHint, Skip, Contents, Made  string
	Explain, SheetAdvice, SheetExplain, SheetJourneys string
	SheetOwners, SheetThemes, SheetHistory            string
	Sorted                                            string // after a column's title: %s
	Methods                                           [][2]string
}

// Register gives the words of the overview in the language.
func (l Lang) Register() Register {
	if l == English {
		return englishRegister()
	}
	return Register{
		lang: Dutch, Title: "Overzicht van alle cadeautjes", Subtitle: "Alle klantreizen en adviezen bij elkaar",
		Why:    "Een klantreis is pas klaar als er iets beter gaat. Daarom staat hier wat er met elk advies gebeurde.",
		Advice: "Alle adviezen", Late: "Wacht nog op antwoord", Journeys: "Alle klantreizen", Owners: "Wie kreeg wat?", Passed: "Waar gingen signalen heen?",
		Themes: "Wat komt vaker terug?", Broken: "Deze bestanden kloppen nog niet", Method: "Zo tellen we",
		NoLate: "Geen enkel advies wacht langer dan 60 dagen op antwoord.", NoAdvice: "Er staat nog geen advies in deze klantreizen. Zet het onder ‘adviezen’ in het bestand.",
		NoThemes: "We vonden niets dat in meer klantreizen terugkomt.", NoPassed: "In de signalen staat niet naar welke afdeling ze zijn doorgezet (het veld ‘doorgezet’).",
		LateNote: "Op deze adviezen kwam na 60 dagen nog geen reactie. We tellen vanaf de dag dat de klantreis is opgesteld.", AdviceNote: "Klik op een advies voor het bewijs en wat er wanneer gebeurde.",
		JourneysNote: "Elke klantreis met wat er van de adviezen kwam.", OwnersNote: "Staat bij een advies geen eigenaar, dan telt het bij de eigenaar van de klantreis.",
		PassedNote: "Zo veel signalen zijn doorgezet naar een afdeling, in alle klantreizen samen.", ThemesNote: "Wat in meer klantreizen terugkomt, kunt u misschien in één keer oplossen. Bij elk thema staat waarom wij het hetzelfde noemen.",
		BrokenNote: "Ze tellen niet mee in dit overzicht. ‘klantreis controleer’ zegt wat u kunt doen.",
		ColJourney: "Klantreis", ColNumber: "Nr.", ColAdvice: "Advies", ColOwner: "Eigenaar", ColStatus: "Status", ColSince: "Sinds", ColEffect: "Effect", ColKCC: "KCC weet het sinds",
		ColResidents: "Inwoners weten het sinds", ColOffered: "Opgesteld", ColWaited: "Dagen", ColReason: "Reden", ColCount: "Adviezen", ColAnswered: "Beantwoord", ColRealised: "Gerealiseerd",
		ColImproved: "Gemeten verbetering", ColRefused: "Niet overgenomen", ColDepartment: "Afdeling", ColSignals: "Signalen", ColTheme: "Thema", ColKind: "Soort", ColWhy: "Waarom hetzelfde",
		ColFile: "Bestand", ColFaults: "Fouten", ColFirst: "De eerste", ColMunicipality: "Gemeente", ColLate: "Wacht op antwoord", ColVerdict: "Oordeel", ColID: "Id", ColLow: "Van", ColHigh: "Tot",
		ColChange: "Verandering", ColJourneys: "Klantreizen", ColTerm: "Kolom", ColMeaning: "Betekenis", ColWhen: "Wanneer", ColWhat: "Wat", ColTold: "Verteld aan",
		Verdicts:    map[evidence.Verdict]string{evidence.Decrease: "daling", evidence.Increase: "stijging", evidence.NoDifference: "geen verschil te zien", evidence.TooEarly: "te vroeg om te zeggen"},
		NotMeasured: "niet gemeten", NotRealised: "nog niet gerealiseerd", Nobody: "nog niemand", Wished: "gewenst",
		Kinds:    map[register.ThemeKind]string{register.SameTopic: "onderwerp", register.SameWords: "zoekwoorden", register.SameSystem: "systeem", register.SameOwner: "eigenaar", register.SimilarAdvice: "advies"},
		Timeline: "Wat er gebeurde", Details: "Meer over dit advies", Filter: "Zoek in de adviezen", FilterHint: "een woord uit het advies, de klantreis of de eigenaar", AllOf: "alle",
		Shown: "%s van %s adviezen", NoneShown: "Geen advies past hierbij.", SortHint: "Klik op de naam van een kolom om te sorteren.", Skip: "Ga naar de inhoud", Contents: "Op deze pagina",
		Made: "Gemaakt met Klantreis uit de bestanden zelf.", Explain: "Uitleg", SheetAdvice: "Adviezen", SheetExplain: "Uitleg", SheetJourneys: "Klantreizen", SheetOwners: "Eigenaren",
		SheetThemes: "Komt vaker terug", SheetHistory: "Geschiedenis", Sorted: "Sorteer op %s",
		Methods: [][2]string{
			{"Advies", "Eén advies uit een klantreis, met het nummer dat het op de kaart en in het rapport heeft."},
			{"Beantwoord", "Iemand reageerde: het advies is besproken, (deels) overgenomen, niet overgenomen, in uitvoering of gerealiseerd."},
			{"Gerealiseerd", "De status is ‘gerealiseerd’ of ‘teruggekoppeld’. Dat vult het team zelf in."},
			{"Gemeten verbetering", "Het advies is gerealiseerd, en het signaal dat erbij hoort daalde daarna. Dat is een samenhang, geen bewijs van oorzaak. Kan iets anders de daling verklaren (een bron die stil was, alles wat mee daalde, een ander kanaal dat steeg)? Dan telt het apart, als ‘daling, maar met een kanttekening’."},
			{"Effect", "Het aantal signalen na de verandering vergeleken met ervoor, met het bereik waarin de verandering met 95% zekerheid ligt. ‘Niet gemeten’: bij het advies staat geen signaal of geen datum."},
			{"Terugkoppeling", "De dag waarop het KCC en de inwoners hoorden wat er met hun signaal gebeurde. Dat vult het team zelf in."},
			{"Wacht op antwoord", "Er kwam na 60 dagen nog geen reactie, geteld vanaf de dag dat de klantreis is opgesteld."},
			{"Thema", "Iets wat in meer dan één klantreis staat: hetzelfde onderwerp of woord in de signalen, hetzelfde systeem, dezelfde eigenaar, of een advies met voor minstens de helft dezelfde woorden. Gewenste klantreizen doen niet mee."},
			{"Afdeling", "Waar een signaal naartoe ging (het veld ‘doorgezet’). Afdelingen met minder dan 5 signalen noemen we niet, want dat kan één persoon zijn."},
		},
	}
}

// AsOf tells on which day is reckoned, and where that day comes from.
func (w Register) AsOf(d register.Dated) string {
	switch {
	case d.Day.IsZero():
		return w.lang.pick("In geen van de bestanden staat een datum. Zonder peildatum tellen we geen dagen; geef er een met --peildatum.",
			"None of the files holds a date. Without a day to count to no days are counted; give one with --as-of.")
	case d.File == "":
		return w.lang.pick("Peildatum: %s.", "As of: %s.", w.lang.Date(d.Day))
	}
	return w.lang.pick("Peildatum: %s. Dat is de laatste datum in de bestanden (%s).", "As of: %s. That is the last date in the files (%s).", w.lang.Date(d.Day), d.File)
}

// Happened tells one change of an advice.
func (w Register) Happened(c history.Change) string {
	var parts []string
	statuses := w.lang.Report().Statuses
	switch {
	case c.To != "" && c.From != "":
		parts = append(parts, w.lang.pick("van ‘%s’ naar ‘%s’", "from ‘%s’ to ‘%s’", statuses[c.From], statuses[c.To]))
	case c.To != "":
		parts = append(parts, w.lang.pick("status: %s", "status: %s", statuses[c.To]))
	}
	if !c.Since.IsZero() {
		parts = append(parts, w.lang.Report().Since(c.Since))
	}
	if told := w.lang.Report().Told(c.ReportedToKCC, c.ReportedToResidents); told != "" {
		parts = append(parts, w.lang.pick("teruggekoppeld: %s", "reported back: %s", told))
	}
	if c.Reason != "" {
		parts = append(parts, w.lang.pick("reden: %s", "reason: %s", c.Reason))
	}
	return strings.Join(parts, "; ")
}

// Made, Live, ToldKCC, ToldResidents and Now are the events that the journey itself tells.
func (w Register) MadeOn() string { return w.lang.pick("klantreis opgesteld", "journey drawn up") }
func (w Register) Live() string   { return w.lang.pick("verandering ingegaan", "change went live") }
func (w Register) ToldKCC() string {
	return w.lang.pick("verteld aan het KCC", "told to the contact centre")
}
func (w Register) ToldResidents() string {
	return w.lang.pick("verteld aan inwoners", "told to residents")
}

// Now tells the status of the file where the history ends with another one.
func (w Register) Now(status string) string {
	return w.lang.pick("nu: %s (in het bestand gewijzigd)", "now: %s (changed in the file)", w.lang.Report().Statuses[status])
}

// Change tells a measured effect in a few words: daling van 38% (30 tot 45%).
func (w Register) Change(e evidence.Effect) string {
	share := func(ratio float64) string {
		if e.Verdict == evidence.Increase {
			return w.lang.Percent(ratio - 1)
		}
		return w.lang.Percent(1 - ratio)
	}
	switch e.Verdict {
	case evidence.Decrease:
		return w.lang.pick("daling van %s (%s tot %s)", "decrease of %s (%s to %s)", share(e.Ratio), share(e.High), share(e.Low))
	case evidence.Increase:
		return w.lang.pick("stijging van %s (%s tot %s)", "increase of %s (%s to %s)", share(e.Ratio), share(e.Low), share(e.High))
	}
	return w.Verdicts[e.Verdict]
}

// Tiles are the figures at the top: a value, what it counts, and a remark.
func (w Register) Tiles(t register.Totals) [][3]string {
	of := func(n int) string {
		if t.Advice == 0 {
			return ""
		}
		return w.lang.pick("van %s", "of %s", w.lang.advices(n))
	}
	wished := ""
	if t.Wished > 0 {
		wished = w.lang.pick("waarvan %s gewenste", "of which %s wished", w.lang.Int(t.Wished))
	}
	measured := ""
	if t.Realised > 0 {
		measured = w.lang.pick("van %s gerealiseerd; bij %s valt er iets over te zeggen", "of %s realised; of %s something can be said", w.lang.Int(t.Realised), w.lang.Int(t.Judged)) + w.doubtfulTotal(t)
	}
	told := ""
	if t.Realised > 0 {
		told = w.lang.pick("van %s gerealiseerd", "of %s realised", w.lang.Int(t.Realised))
	}
	late := w.lang.pick("na 60 dagen nog geen antwoord", "no answer after 60 days")
	if t.Undated > 0 {
		late += w.lang.pick("; van %s is de dag niet bekend", "; of %s the day is not known", w.lang.Int(t.Undated))
	}
	return [][3]string{
		{w.lang.Int(t.Journeys), w.journeys(t.Journeys), wished},
		{w.lang.Int(t.Answered), w.lang.pick("beantwoord", "answered"), of(t.Advice)},
		{w.lang.Int(t.Realised), w.lang.pick("gerealiseerd", "realised"), of(t.Advice)},
		{w.lang.Int(t.Improved), w.lang.pick("met gemeten verbetering", "with a measured improvement"), measured},
		{w.lang.Int(t.ToldBoth), w.lang.pick("verteld aan KCC én inwoners", "told to contact centre and residents"), told},
		{w.lang.Int(t.Late), w.lang.pick("wacht nog op antwoord", "still awaiting an answer"), late},
	}
}

func (w Register) journeys(n int) string {
	if n == 1 {
		return w.lang.pick("klantreis", "journey")
	}
	return w.lang.pick("klantreizen", "journeys")
}

// WhySame is the reason for calling something in several journeys the same theme. Shared are words
// that they have in common.
func (w Register) WhySame(t register.Theme, shared, places string) string {
	switch t.Kind {
	case register.SameTopic:
		return w.lang.pick("Signalen gaan over hetzelfde onderwerp: %s.", "Signals are about the same topic: %s.", places)
	case register.SameWords:
		return w.lang.pick("Signalen worden gezocht met dezelfde woorden (%s): %s.", "Signals are looked for with the same words (%s): %s.", shared, places)
	case register.SameSystem:
		return w.lang.pick("Stappen draaien op hetzelfde systeem: %s.", "Steps run on the same system: %s.", places)
	case register.SameOwner:
		return w.lang.pick("Dezelfde eigenaar krijgt advies uit: %s.", "The same owner receives advice from: %s.", places)
	}
	return w.lang.pick("De adviezen hebben minstens de helft van hun woorden gemeen (%s): %s.", "The advices share at least half of their words (%s): %s.", shared, places)
}

// In names where a theme was found: ‘Verhuizen’ (stap ‘Wacht’).
func (w Register) In(journey, step, what string) string {
	switch {
	case step != "":
		return w.lang.pick("‘%s’ (stap ‘%s’)", "‘%s’ (step ‘%s’)", journey, step)
	case what != "":
		return "‘" + journey + "’ (‘" + what + "’)"
	}
	return "‘" + journey + "’"
}

// AndMore ends a list that is too long to tell.
func (w Register) AndMore(n int) string {
	return w.lang.pick("en nog %s", "and %s more", w.lang.Int(n))
}

// MoreThemes tells that not all themes are shown here.
func (w Register) MoreThemes(shown, all int) string {
	return w.lang.pick("Hier staan de %s grootste van de %s thema’s; in overzicht.xlsx staan ze allemaal.", "These are the %s largest of the %s themes; overzicht.xlsx has them all.", w.lang.Int(shown), w.lang.Int(all))
}

// PassedFew tells how many departments are not named.
func (w Register) PassedFew(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return w.lang.pick("Eén afdeling kreeg minder dan 5 signalen; die noemen we niet.", "One department received fewer than 5 signals; it is not named.")
	}
	return w.lang.pick("%s afdelingen kregen minder dan 5 signalen; die noemen we niet.", "%s departments received fewer than 5 signals; they are not named.", w.lang.Int(n))
}

// PassedUncounted tells which sources were not counted.
func (w Register) PassedUncounted(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return w.lang.pick("Niet geteld, want achter een verbinding: %s.", "Not counted, because behind a connection: %s.", strings.Join(names, ", "))
}

// EmptyJourneys tells how many journeys have no advice.
func (w Register) EmptyJourneys(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return w.lang.pick("Bij één klantreis staat nog geen advies.", "One journey has no advice yet.")
	}
	return w.lang.pick("Bij %s klantreizen staat nog geen advies.", "%s journeys have no advice yet.", w.lang.Int(n))
}

// BrokenFiles tells how many files could not take part.
func (w Register) BrokenFiles(n int) string {
	if n == 1 {
		return w.lang.pick("Eén bestand klopt nog niet en telt niet mee.", "One file has faults and does not count.")
	}
	return w.lang.pick("%s bestanden kloppen nog niet en tellen niet mee.", "%s files have faults and do not count.", w.lang.Int(n))
}

// Day writes a day for a cell of a table: 15-09-2022 in Dutch, 2022-09-15 in English.
func (w Register) Day(d journeys.Date) string {
	if d.IsZero() || w.lang == English {
		return d.String()
	}
	return d.Time().Format("02-01-2006")
}

func englishRegister() Register {
	return Register{
		lang: English, Title: "Overview of all gifts", Subtitle: "All journeys and advice together",
		Why:    "A journey is only done when something improves. That is why this tells what became of every advice.",
		Advice: "All advice", Late: "Still awaiting an answer", Journeys: "All journeys", Owners: "Who received what?", Passed: "Where did signals go?",
		Themes: "What returns?", Broken: "These files have faults", Method: "How we count",
		NoLate: "No advice has waited longer than 60 days for an answer.", NoAdvice: "There is no advice in these journeys yet. Put it under ‘adviezen’ in the file.",
		NoThemes: "Nothing was found that returns in several journeys.", NoPassed: "The signals do not say to which department they were passed on (the field ‘doorgezet’).",
		LateNote: "Nobody reacted to this advice within 60 days, counted from the day on which the journey was drawn up.", AdviceNote: "Open an advice for its evidence and what happened when.",
		JourneysNote: "Each journey with what became of its advice.", OwnersNote: "Advice without an owner counts for the owner of the journey.",
		PassedNote: "So many signals were passed on to a department, in all journeys together.", ThemesNote: "What returns in several journeys may be solved once. Each theme says why we call it the same.",
		BrokenNote: "They do not count in this overview. ‘klantreis check’ tells what to do.",
		ColJourney: "Journey", ColNumber: "No.", ColAdvice: "Advice", ColOwner: "Owner", ColStatus: "Status", ColSince: "Since", ColEffect: "Effect", ColKCC: "Contact centre told on",
		ColResidents: "Residents told on", ColOffered: "Drawn up", ColWaited: "Days", ColReason: "Reason", ColCount: "Advices", ColAnswered: "Answered", ColRealised: "Realised",
		ColImproved: "Measured improvement", ColRefused: "Not taken over", ColDepartment: "Department", ColSignals: "Signals", ColTheme: "Theme", ColKind: "Kind", ColWhy: "Why the same",
		ColFile: "File", ColFaults: "Faults", ColFirst: "The first", ColMunicipality: "Municipality", ColLate: "Awaiting answer", ColVerdict: "Verdict", ColID: "Id", ColLow: "From", ColHigh: "To",
		ColChange: "Change", ColJourneys: "Journeys", ColTerm: "Column", ColMeaning: "Meaning", ColWhen: "When", ColWhat: "What", ColTold: "Told",
		Verdicts:    map[evidence.Verdict]string{evidence.Decrease: "decrease", evidence.Increase: "increase", evidence.NoDifference: "no difference to be seen", evidence.TooEarly: "too early to say"},
		NotMeasured: "not measured", NotRealised: "not realised yet", Nobody: "nobody yet", Wished: "wished",
		Kinds:    map[register.ThemeKind]string{register.SameTopic: "topic", register.SameWords: "search words", register.SameSystem: "system", register.SameOwner: "owner", register.SimilarAdvice: "advice"},
		Timeline: "What happened", Details: "More about this advice", Filter: "Search the advice", FilterHint: "a word of the advice, the journey or the owner", AllOf: "all",
		Shown: "%s of %s advices", NoneShown: "No advice fits this.", SortHint: "Click the name of a column to sort.", Skip: "Go to the contents", Contents: "On this page",
		Made: "Made with Klantreis from the files themselves.", Explain: "Explanation", SheetAdvice: "Advice", SheetExplain: "Explanation", SheetJourneys: "Journeys", SheetOwners: "Owners",
		SheetThemes: "Themes", SheetHistory: "History", Sorted: "Sort by %s",
		Methods: [][2]string{
			{"Advice", "One advice of a journey, with the number that it has on the map and in the report."},
			{"Answered", "Somebody reacted: the advice was discussed, taken over (in part), not taken over, is being carried out or was realised."},
			{"Realised", "The status is ‘realised’ or ‘reported back’. The team fills that in."},
			{"Measured improvement", "The advice was realised, and the signal that belongs to it decreased afterwards. That is an association, no proof of cause. Could something else explain the decrease (a source that was silent, all else that fell too, another channel that rose)? Then it counts apart, as ‘a decrease, but with a remark’."},
			{"Effect", "The number of signals after the change compared with before, with the interval in which the change lies with 95% confidence. ‘Not measured’: the advice names no signal or no date."},
			{"Told", "The day on which the contact centre and residents heard what became of their signal. The team fills that in."},
			{"Awaiting answer", "Nobody reacted within 60 days, counted from the day on which the journey was drawn up."},
			{"Theme", "Something that stands in more than one journey: the same topic or word in the signals, the same system, the same owner, or advice with at least half of its words in common. Wished journeys do not take part."},
			{"Department", "Where a signal went (the field ‘doorgezet’). Departments with fewer than 5 signals are not named, because that can be one person."},
		},
	}
}
