package words

import (
	"fmt"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
)

// Report holds the words of the report that every format shows: titles of sections, columns of
// tables, and sentences around numbers.
type Report struct {
	lang Lang

	AtAGlance, Valued, HeardMost, WeAsk, AlreadyBetter, NowhereYet string
	NoAdvice, NoSignals, NothingValued                             string

	Customer, Situation, Goal string

	Journey, JourneyCaption, Flow     string
	Moments                           string
	Feels, GoesWell, Heard, Backstage string

	Background, BackgroundIntro                     string // behind the story of the deck
	Figures, TopSignals, PerMonth, PerChannel       string
	Advice, AdviceIntro, GainEffort, MatrixAlt      string
	Gain, Effort                                    string
	Sizes                                           [3]string
	Arena, ArenaPromises, Participants, Staff, Mark string
	Talk, TalkIntro                                 string
	Sources, Method, Tables                         string
	MethodText                                      []string

	ColSource, ColKind, ColRead, ColUnreadable, ColOutside, ColSecret, ColUnclaimed, ColDenominator string
	ColSignal, ColStep, ColPhase, ColN, ColPer1000, ColPer1000Month, ColMonth, ColChannel           string
	ColWho, ColWhat, ColWhen, ColValue, ColP10, ColP50, ColP90, ColOpen, ColPromise, ColWithin      string
	ColLeadTime, ColEmotion, ColOrigin                                                              string

	Unknown, NotRead, TypedList, SmallMonths, Signals, Days, WorkingDays, Assumption, Typed string
	Origins                                                                                 map[string]string // herkomst of an emotion
	Statuses                                                                                map[string]string
	Reasons                                                                                 map[string]string // kinds of reason
}

// Report gives the words of the report in the language.
func (l Lang) Report() Report {
	if l == English {
		return englishReport()
	}
	return dutchReport()
}

func dutchReport() Report {
	return Report{
		lang:      Dutch,
		AtAGlance: "In één oogopslag", Valued: "Dit gaat goed, volgens het team",
		HeardMost: "Dit komt het vaakst voor", WeAsk: "Dit vragen we aan u",
		AlreadyBetter: "Dit is al beter", NowhereYet: "Hier zit misschien het volgende inzicht",
		NoAdvice:      "Er staat nog geen advies in deze klantreis.",
		NoSignals:     "Er zijn nog geen signalen aan deze klantreis gekoppeld.",
		NothingValued: "Wat goed gaat, is nog niet ingevuld. Vraag het klanten en collega’s: er gaat altijd iets goed.",
		Customer:      "De klant", Situation: "Situatie", Goal: "Doel",
		Journey: "De klantreis", JourneyCaption: "De hele reis, zoals de klant die beleeft.",
		Flow:    "De stroom",
		Moments: "Moment voor moment",
		Feels:   "Hoe het voelt", GoesWell: "Wat goed gaat",
		Heard: "Wat we horen", Backstage: "Achter de schermen",
		Background: "Om dieper te kijken", BackgroundIntro: "Het verhaal is klaar. Hierna staat alles per fase, en elke grafiek. Komt er een vraag? Spring er dan heen met het overzicht.",
		Figures: "De cijfers", TopSignals: "Wat we het vaakst horen", PerMonth: "Signalen per maand", PerChannel: "Langs welke weg signalen komen",
		Advice: "Ons advies", AdviceIntro: "Bovenaan staat wat veel oplevert en weinig moeite kost.",
		GainEffort: "Winst en moeite", MatrixAlt: "Bord met per advies de winst voor de klant en de moeite die het kost.",
		Gain: "Winst", Effort: "Moeite", Sizes: [3]string{"klein", "middel", "groot"},
		Arena: "Klantarena", ArenaPromises: "Toezeggingen", Participants: "deelnemers", Staff: "medewerkers", Mark: "cijfer",
		Talk: "Om samen over te praten", TalkIntro: "Herkent u dit? En wat zou morgen al anders kunnen?",
		Sources: "Bronnen",
		Method:  "Hoe we tellen", Tables: "De cijfers als tabel",
		MethodText: []string{
			"Een signaal telt mee als het in de periode valt en bij de zoekwoorden en voorwaarden van een stap past. Elk signaal telt per vraag één keer.",
			"Regels zonder leesbare datum of leesbaar cijfer tellen niet mee. Vertrouwelijke signalen laten we weg. Beide staan in de tabel met bronnen.",
			"Het gevoel bij een stap is het gemiddelde rapportcijfer (1 tot 10) van de signalen van die stap, omgerekend naar een schaal van −2 tot +2. ‘Waarschijnlijk tussen’ is met 95% zekerheid (Student): wie dit heel vaak overdoet, heeft het gemiddelde in 95 van de 100 keer tussen die grenzen. Bij minder dan 5 cijfers laten we geen punt zien. Een gevoel dat een collega zelf invulde, heet ‘ingevuld’.",
			"Een vraag die minder dan 5 keer voorkomt, tonen we als ‘< 5’, want die kan naar één persoon wijzen.",
			"Bij ‘per 1.000’ delen we het aantal signalen door de noemer: hoeveel contacten, bezoeken of aanvragers er in dezelfde tijd waren. De marge geeft met 95% zekerheid aan hoeveel zo’n aantal door toeval kan schommelen (exact, volgens Poisson); het zegt niets over klanten die zich niet lieten horen. Valt een maand maar voor een deel in de periode, dan delen we een noemer voor de hele maand naar dagen. Is de noemer kleiner dan het aantal signalen, dan rekenen we niet.",
			"Bij een effect vergelijken we het aantal signalen vóór en na de verandering, per maand of per week, naar het aantal dagen (drukke weekdagen tellen zwaarder) en naar de noemer als die van elke maand bekend is. Dagen waarop een bron niets leverde, tellen niet mee. De marge houdt rekening met toeval en met maanden die uit zichzelf verschillen: zonder verandering zien we hooguit in 5 van de 100 gevallen een effect. Het seizoen halen we er pas vanaf 24 maanden uit. Een effect is een samenhang, geen bewijs van oorzaak.",
		},
		ColSource: "Bron", ColKind: "Soort", ColRead: "Gelezen", ColUnreadable: "Onleesbaar", ColOutside: "Buiten periode",
		ColSecret: "Vertrouwelijk", ColUnclaimed: "Zonder stap", ColDenominator: "Noemer",
		ColSignal: "Signaal", ColStep: "Stap", ColPhase: "Fase", ColN: "Aantal", ColPer1000: "Per 1.000", ColPer1000Month: "Per 1.000, per maand", ColMonth: "Maand", ColChannel: "Kanaal",
		ColWho: "Wie", ColWhat: "Wat", ColWhen: "Wanneer", ColValue: "Waarde", ColP10: "Snelste 10%", ColP50: "Midden", ColP90: "Traagste 10%",
		ColOpen: "Nog open", ColPromise: "Belofte", ColWithin: "Binnen belofte", ColLeadTime: "Doorlooptijd",
		ColEmotion: "Gevoel", ColOrigin: "Herkomst",
		Unknown: "niet bekend", NotRead: "niet gelezen", TypedList: "met de hand ingevuld",
		SmallMonths: "Maanden met 1 tot 4 signalen zijn niet getoond.", Signals: "signalen", Days: "dagen", WorkingDays: "werkdagen",
		Assumption: "aanname", Typed: "ingevuld",
		Origins: map[string]string{"geen": "geen cijfers", "ingevuld": "ingevuld", "afgeleid": "uit signalen"},
		Statuses: map[string]string{
			"": "nieuw", "aangeboden": "aangeboden", "besproken": "besproken", "overgenomen": "overgenomen", "deels-overgenomen": "deels overgenomen",
			"niet-overgenomen": "niet overgenomen", "in-uitvoering": "in uitvoering", "gerealiseerd": "gerealiseerd", "teruggekoppeld": "gerealiseerd en teruggekoppeld",
		},
		Reasons: map[string]string{"signaal": "signalen", "doorlooptijd": "zaken", "arena": "deelnemers", "meting": "antwoorden"},
	}
}

func englishReport() Report {
	return Report{
		lang:      English,
		AtAGlance: "At a glance", Valued: "What goes well, according to the team",
		HeardMost: "This comes up most often", WeAsk: "What we ask of you",
		AlreadyBetter: "What is better already", NowhereYet: "The next insight may be here",
		NoAdvice:      "There is no advice in this journey yet.",
		NoSignals:     "No signals have been bound to this journey yet.",
		NothingValued: "What goes well has not been filled in yet. Ask customers and colleagues: something always goes well.",
		Customer:      "The customer", Situation: "Situation", Goal: "Goal",
		Journey: "The journey", JourneyCaption: "The whole journey, as the customer lives it.",
		Flow:    "The flow",
		Moments: "Moment by moment",
		Feels:   "How it feels", GoesWell: "What goes well",
		Heard: "What we hear", Backstage: "Behind the scenes",
		Background: "To look deeper", BackgroundIntro: "The story is told. What follows is everything per phase, and every chart. Is there a question? Jump to it with the overview.",
		Figures: "The figures", TopSignals: "What we hear most", PerMonth: "Signals per month", PerChannel: "By which way signals come",
		Advice: "Our advice", AdviceIntro: "First comes what brings much and costs little effort.",
		GainEffort: "Gain and effort", MatrixAlt: "Board with the gain for the customer and the effort of each advice.",
		Gain: "Gain", Effort: "Effort", Sizes: [3]string{"small", "medium", "large"},
		Arena: "Customer arena", ArenaPromises: "Promises", Participants: "participants", Staff: "staff", Mark: "mark",
		Talk: "To talk about together", TalkIntro: "Do you recognise this? And what could be different tomorrow?",
		Sources: "Sources",
		Method:  "How we count", Tables: "The figures as tables",
		MethodText: []string{
			"A signal counts when it falls in the period and fits the search words and conditions of a step. Each signal counts once per question.",
			"Rows without a readable date or score do not count. Confidential signals are left out. Both are in the table of sources.",
			"The feeling at a step is the mean mark (1 to 10) of the signals of that step, mapped to a scale of −2 to +2. ‘Probably between’ is with 95% confidence (Student): who does this over very often has the mean between those ends 95 times in 100. With fewer than 5 marks no point is shown. A feeling that a colleague filled in is called ‘typed in’.",
			"A question that occurs fewer than 5 times is shown as ‘< 5’, because it could point at one person.",
			"For ‘per 1,000’ we divide the number of signals by the denominator: how many contacts, visits or applicants there were in the same time. The margin shows with 95% confidence how much such a number may vary by chance (exact, after Poisson); it says nothing about customers who were not heard. Where a month lies in the period only in part, a denominator for the whole month is divided by days. Where the denominator is smaller than the number of signals, we do not reckon.",
			"For an effect we compare the number of signals before and after the change, per month or per week, by the number of days (busy days of the week count for more) and by the denominator where it is known for each month. Days on which a source delivered nothing do not count. The margin allows for chance and for months that differ by themselves: without a change we see an effect in at most 5 of 100 cases. Only from 24 months on the season is taken out. An effect is an association, no proof of cause.",
		},
		ColSource: "Source", ColKind: "Kind", ColRead: "Read", ColUnreadable: "Unreadable", ColOutside: "Outside period",
		ColSecret: "Confidential", ColUnclaimed: "Without step", ColDenominator: "Denominator",
		ColSignal: "Signal", ColStep: "Step", ColPhase: "Phase", ColN: "Number", ColPer1000: "Per 1,000", ColPer1000Month: "Per 1,000, per month", ColMonth: "Month", ColChannel: "Channel",
		ColWho: "Who", ColWhat: "What", ColWhen: "When", ColValue: "Value", ColP10: "Fastest 10%", ColP50: "Middle", ColP90: "Slowest 10%",
		ColOpen: "Still open", ColPromise: "Promise", ColWithin: "Within promise", ColLeadTime: "Lead time",
		ColEmotion: "Feeling", ColOrigin: "Origin",
		Unknown: "not known", NotRead: "not read", TypedList: "typed by hand",
		SmallMonths: "Months with 1 to 4 signals are not shown.", Signals: "signals", Days: "days", WorkingDays: "working days",
		Assumption: "assumption", Typed: "typed in",
		Origins: map[string]string{"geen": "no scores", "ingevuld": "typed in", "afgeleid": "from signals"},
		Statuses: map[string]string{
			"": "new", "aangeboden": "offered", "besproken": "discussed", "overgenomen": "taken over", "deels-overgenomen": "taken over in part",
			"niet-overgenomen": "not taken over", "in-uitvoering": "being carried out", "gerealiseerd": "realised", "teruggekoppeld": "realised and reported back",
		},
		Reasons: map[string]string{"signaal": "signals", "doorlooptijd": "cases", "arena": "participants", "meting": "answers"},
	}
}

// pick chooses the sentence of the language and fills it in.
func (l Lang) pick(dutch, english string, args ...any) string {
	if l == English {
		return fmt.Sprintf(english, args...)
	}
	return fmt.Sprintf(dutch, args...)
}

// Unclaimed tells how many signals no step claims, and what they are about most often; nothing
// when every signal has its step.
func (w Report) Unclaimed(e *evidence.Evidence) string {
	n, all, topics := e.Unclaimed()
	if n == 0 {
		return ""
	}
	text := w.lang.pick("%s van %s horen nog nergens bij.", "%s of %s belong nowhere yet.", w.lang.Int(n), w.lang.signals(all))
	if n == 1 {
		text = w.lang.pick("1 van %s hoort nog nergens bij.", "1 of %s belongs nowhere yet.", w.lang.signals(all))
	}
	if len(topics) == 0 {
		return text
	}
	list := make([]string, len(topics))
	for i, t := range topics {
		list[i] = language.Redact(t.Topic) + " (" + w.lang.Int(t.N) + ")"
	}
	return text + w.lang.pick(" Het vaakst gaan ze over: %s.", " Most often they are about: %s.", strings.Join(list, ", "))
}

// Basis tells what stands behind a count: source, n, period, denominator.
func (w Report) Basis(source, n, period, denominator string) string {
	if !strings.HasPrefix(n, "<") { // too few to show: n < 5
		n = "= " + n
	}
	s := w.lang.pick("Bron: %s · n %s", "Source: %s · n %s", source, n)
	if period != "" {
		s += " · " + period
	}
	if denominator != "" {
		s += " · " + denominator
	}
	return s
}

// ChosenScores warns that some of the scores behind an emotion, n as a reader may see it, were only looked for because
// they are low or high; nothing when none was.
func (w Report) ChosenScores(shown string, n int) string {
	if n == 0 {
		return ""
	}
	return " · " + w.lang.pick("let op: %s daarvan zijn gezocht om hun hoogte", "note: %s of these were looked for because of the score", shown)
}

// FeelingDerived tells the basis of an emotion from scores: how many, their mean mark out of 10, and the margin.
func (w Report) FeelingDerived(n int, mark, low, high string) string {
	return w.lang.pick("Gemiddelde van %s cijfers: een %s · ", "Mean of %s scores: %s out of 10 · ", w.lang.Int(n), mark) + w.Probably(low, high)
}

// FeelingTyped tells that an emotion was written by hand.
func (w Report) FeelingTyped() string {
	return w.lang.pick("Ingevuld door het team, niet gemeten", "Typed in by the team, not measured")
}

// FeelingScale names the scale of an emotion.
func (w Report) FeelingScale() string {
	return w.lang.pick("op een schaal van −2 tot +2", "on a scale of −2 to +2")
}

// BeforeAfter tells what an effect was reckoned from.
func (w Report) BeforeAfter(signal string, before, beforeDays, after, afterDays int) string {
	return w.lang.pick("‘%s’: %s signalen in %s ervoor, %s in %s erna", "‘%s’: %s signals in %s before, %s in %s after",
		signal, w.lang.Count(before, evidence.MinGroup), w.lang.days(beforeDays), w.lang.Count(after, evidence.MinGroup), w.lang.days(afterDays))
}

// Since tells from when a change is live.
func (w Report) Since(d journeys.Date) string {
	return w.lang.pick("sinds %s", "since %s", w.lang.Date(d))
}

// BecauseNone marks an advice without evidence.
func (w Report) BecauseNone() string {
	return w.lang.pick("Aanname: hier staat nog geen signaal of meting achter.", "Assumption: no signal or measurement stands behind this yet.")
}

// Told tells to whom feedback was given, and when.
func (w Report) Told(kcc, residents journeys.Date) string {
	var s string
	if !kcc.IsZero() {
		s = w.lang.pick("KCC op %s", "contact centre on %s", w.lang.Date(kcc))
	}
	if !residents.IsZero() {
		if s != "" {
			s += ", "
		}
		s += w.lang.pick("inwoners op %s", "residents on %s", w.lang.Date(residents))
	}
	return s
}

// PromiseText writes a number of days or working days.
func (w Report) PromiseText(days int, working bool) string {
	unit := w.Days
	switch {
	case working && days == 1:
		unit = w.lang.pick("werkdag", "working day")
	case working:
		unit = w.WorkingDays
	case days == 1:
		unit = w.lang.pick("dag", "day")
	}
	return w.lang.Int(days) + " " + unit
}

// MetricTyped tells that the points of a metric were written by hand.
func (w Report) MetricTyped() string {
	return w.lang.pick("Ingevuld door het team", "Typed in by the team")
}

// Looked tells among how many records was looked.
func (w Report) Looked(n int) string {
	if n == 1 {
		return w.lang.pick("1 bekeken signaal", "1 signal looked at")
	}
	return w.lang.pick("%s bekeken signalen", "%s signals looked at", w.lang.Int(n))
}

// ChartAlt tells in words what a chart of sizes shows.
func (w Report) ChartAlt(title, largest, value string) string {
	return w.lang.pick("%s. Het grootst: %s, met %s.", "%s. Largest: %s, with %s.", title, largest, value)
}
