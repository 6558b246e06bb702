package words

import "strings"

// Map holds the words of the journey map.
type Map struct {
	Steps, Does, Thinks, Channels, Emotion, Quotes, Hear, GoesWell, PainPoints MapLane
	Arena, Advice, Human, LeadTimes, Backstage, Systems, DropOuts              MapLane

	Journey, Wished            string // what the picture is: the journey as it is, or as wished
	Customer, Goal, Legend     string
	Drawn, By, For             string // Opgesteld <date>, door <author>, voor <owner>
	PhaseOf                    string // %d of %d
	PartOf                     string // %d of %d
	Interaction, Visibility    string
	OwnDoing                   string // the channel row of steps without a channel
	Typed, NoScore             string
	Scale                      [3]string // best, middle and worst mood
	MoreSignals, MoreQuotes    MapNoun
	MoreAdvice                 MapNoun
	StepNoun, SignalNoun       MapNoun
	PhaseNoun, CaseNoun        MapNoun
	ToStep                     string // step %d, at the edge of a part
	Half, NineOfTen            string // of the cases, before a number of days
	Promised, Kept             string
	StepBar                    string
	TooFewCases, NotMeasured   string
	Assumption, WholeJourney   string
	UnknownShare               string
	Sources, Read              string // Read: %s records of a source
	SmallGroups, CountedTwice  string
	TypedShares, IsWish        string
	NoSignals                  string
	KeyDerived, KeyTyped       string
	KeyGap, KeyBadge           string
	KeyWidth, KeyBack          string
	KeyDropOut, KeyAdvice      string
	Day, WorkingDay            MapNoun
	Table                      MapTable
	Lowest, Highest, MostHeard string // sentences of the description
	NoEvidence                 string
	reasons                    map[string]MapNoun
	channels                   map[string]string
}

// MapLane names a lane and explains it in a few plain words.
type MapLane struct{ Name, Hint string }

// MapNoun is a noun in its singular and plural.
type MapNoun struct{ One, Many string }

// Of writes a count, shown as given, with the noun: 1 stap, 12 stappen.
func (n MapNoun) Of(count int, shown string) string {
	if count == 1 && shown == "1" {
		return shown + " " + n.One
	}
	return shown + " " + n.Many
}

// MapTable heads the columns of the map's data table.
type MapTable struct {
	Caption, Number, Step, Phase, Channels, Emotion, Origin, Scores string
	Signals, GoesWell, PainPoints, DropOuts                         string
	Derived, Typed, None                                            string
}

// Map gives the words of the journey map in the language.
func (l Lang) Map() Map {
	if l == English {
		return englishMap()
	}
	return dutchMap()
}

// Channel names a channel for people; a channel of the municipality's own making keeps the name
// it has, with a capital.
func (m Map) Channel(name string) string {
	if known, ok := m.channels[name]; ok {
		return known
	}
	spaced := strings.TrimSpace(strings.ReplaceAll(name, "-", " "))
	if spaced == "" {
		return name
	}
	first := []rune(spaced)
	return strings.ToUpper(string(first[0])) + string(first[1:])
}

func dutchMap() Map {
	return Map{
		Steps:      MapLane{"Stappen", "Wat er gebeurt, van begin tot eind."},
		Does:       MapLane{"Wat de klant doet", "Wat u zou zien als u meeliep."},
		Thinks:     MapLane{"Wat de klant denkt", "De vraag of zorg op dat moment."},
		Channels:   MapLane{"Kanalen", "Hoe de klant contact heeft. De pijlen lopen langs het kanaal dat het eerst is genoemd."},
		Emotion:    MapLane{"Beleving", "Hoe de klant zich voelt, van −2 tot +2."},
		Quotes:     MapLane{"Citaten", "Wat klanten zeggen, met hun toestemming."},
		Hear:       MapLane{"Wat we horen", "De meest genoemde signalen, met het aantal."},
		GoesWell:   MapLane{"Gaat goed", "Volgens het team. Dit houden we zo."},
		PainPoints: MapLane{"Pijnpunten", "Volgens het team. Hier loopt de klant vast."},
		Arena:      MapLane{"Klantarena", "Knelpunten die klanten zelf noemden."},
		Advice:     MapLane{"Cadeautjes", "Adviezen voor deze stap."},
		Human:      MapLane{"Menselijk contact", "Hier krijgt de klant een mens te spreken."},
		LeadTimes:  MapLane{"Doorlooptijd", "Hoe lang het echt duurt, en wat er beloofd is."},
		Backstage:  MapLane{"Achter de schermen", "Wat de gemeente doet en de klant niet ziet."},
		Systems:    MapLane{"Systemen", "Waar het werk in gebeurt."},
		DropOuts:   MapLane{"Afhakers", "Klanten die hier stoppen."},

		Journey: "Klantreis", Wished: "Gewenste klantreis",
		Customer: "De klant", Goal: "Doel", Legend: "Zo leest u deze kaart",
		Drawn: "Opgesteld op %s", By: "door %s", For: "voor %s",
		PhaseOf: "Fase %d van %d", PartOf: "Deel %d van %d",
		Interaction: "Contact met de gemeente", Visibility: "Grens van wat de klant ziet",
		OwnDoing: "Klant zelf",
		Typed:    "ingevuld", NoScore: "geen cijfer",
		Scale:       [3]string{"blij", "neutraal", "boos"},
		MoreSignals: MapNoun{"ander signaal", "andere signalen"},
		MoreQuotes:  MapNoun{"ander citaat", "andere citaten"},
		MoreAdvice:  MapNoun{"ander advies", "andere adviezen"},
		StepNoun:    MapNoun{"stap", "stappen"}, SignalNoun: MapNoun{"signaal", "signalen"},
		PhaseNoun: MapNoun{"fase", "fasen"}, CaseNoun: MapNoun{"zaak", "zaken"},
		ToStep: "stap %d",
		Half:   "Helft", NineOfTen: "9 van de 10", Promised: "Beloofd", Kept: "Belofte gehaald",
		StepBar:     "De balk toont hoeveel signalen erover gaan.",
		TooFewCases: "Minder dan 5 zaken: niet getoond", NotMeasured: "Niet gemeten",
		Assumption: "aanname", WholeJourney: "Voor de hele reis",
		UnknownShare: "aandeel onbekend",
		Sources:      "Bronnen", Read: "%s gelezen",
		SmallGroups:  "Aantallen onder 5 zijn niet getoond en tellen niet mee in het totaal van een fase.",
		TypedShares:  "Percentages bij pijlen en afhakers zijn ingevuld, niet gemeten.",
		IsWish:       "Dit is een gewenste reis: een wens, niet gemeten.",
		CountedTwice: "Een signaal kan bij meer stappen tellen.",
		NoSignals:    "Nog geen signalen",
		KeyDerived:   "Berekend uit cijfers, met marge (95%)", KeyTyped: "Ingevuld door de opsteller",
		KeyGap: "Geen cijfer: lijn onderbroken", KeyBadge: "Zoveel signalen staan erachter",
		KeyWidth: "Hoe dikker, hoe groter deel van de klanten van die stap", KeyBack: "Terug naar een eerdere stap",
		KeyDropOut: "Klanten haken af", KeyAdvice: "Advies met zijn nummer",
		Day: MapNoun{"dag", "dagen"}, WorkingDay: MapNoun{"werkdag", "werkdagen"},
		Table: MapTable{
			Caption: "De klantreis als tabel", Number: "Nr.", Step: "Stap", Phase: "Fase", Channels: "Kanalen",
			Emotion: "Beleving", Origin: "Herkomst", Scores: "Cijfers (n)", Signals: "Signalen (n)",
			GoesWell: "Gaat goed", PainPoints: "Pijnpunten", DropOuts: "Afhakers",
			Derived: "afgeleid", Typed: "ingevuld", None: "geen",
		},
		Lowest: "De klant is het minst blij bij stap %d, %s (%s).", Highest: "Het meest blij bij stap %d, %s (%s).",
		MostHeard: "De meeste signalen gaan over stap %d, %s: %s.", NoEvidence: "Er zijn nog geen signalen geteld.",
		reasons: map[string]MapNoun{
			"signaal": {"signaal", "signalen"}, "doorlooptijd": {"zaak", "zaken"}, "arena": {One: "klantarena"}, "meting": {One: "meting"},
		},
		channels: map[string]string{
			"telefoon": "Telefoon", "balie": "Balie", "website": "Website", "receptie": "Receptie", "chat": "Chat",
			"e-mail": "E-mail", "brief": "Brief", "sociale-media": "Sociale media", "onderzoek": "Onderzoek",
			"melding": "Melding", "klacht": "Klacht", "gesprek": "Gesprek", "arena": "Klantarena",
		},
	}
}

func englishMap() Map {
	return Map{
		Steps:      MapLane{"Steps", "What happens, from start to end."},
		Does:       MapLane{"Customer does", "What you would see if you walked along."},
		Thinks:     MapLane{"Customer thinks", "The question or worry at that moment."},
		Channels:   MapLane{"Channels", "How the customer is in touch. The arrows follow the channel that is named first."},
		Emotion:    MapLane{"Experience", "How the customer feels, from −2 to +2."},
		Quotes:     MapLane{"Quotes", "What customers say, with their consent."},
		Hear:       MapLane{"What we hear", "The most frequent signals, with their number."},
		GoesWell:   MapLane{"Goes well", "According to the team. Keep this as it is."},
		PainPoints: MapLane{"Pain points", "According to the team. Where the customer gets stuck."},
		Arena:      MapLane{"Customer arena", "Bottlenecks that customers named themselves."},
		Advice:     MapLane{"Gifts", "Advice for this step."},
		Human:      MapLane{"Human contact", "Where the customer can talk to a person."},
		LeadTimes:  MapLane{"Lead time", "How long it really takes, and what was promised."},
		Backstage:  MapLane{"Behind the scenes", "What the municipality does out of sight."},
		Systems:    MapLane{"Systems", "Where the work is done."},
		DropOuts:   MapLane{"Drop-outs", "Customers who stop here."},

		Journey: "Customer journey", Wished: "Wished customer journey",
		Customer: "The customer", Goal: "Goal", Legend: "How to read this map",
		Drawn: "Drawn up on %s", By: "by %s", For: "for %s",
		PhaseOf: "Phase %d of %d", PartOf: "Part %d of %d",
		Interaction: "Contact with the municipality", Visibility: "Limit of what the customer sees",
		OwnDoing: "Customer alone",
		Typed:    "typed", NoScore: "no score",
		Scale:       [3]string{"happy", "neutral", "angry"},
		MoreSignals: MapNoun{"other signal", "other signals"},
		MoreQuotes:  MapNoun{"other quote", "other quotes"},
		MoreAdvice:  MapNoun{"other advice", "other pieces of advice"},
		StepNoun:    MapNoun{"step", "steps"}, SignalNoun: MapNoun{"signal", "signals"},
		PhaseNoun: MapNoun{"phase", "phases"}, CaseNoun: MapNoun{"case", "cases"},
		ToStep: "step %d",
		Half:   "Half", NineOfTen: "9 in 10", Promised: "Promised", Kept: "Promise kept",
		StepBar:     "The bar shows how many signals are about it.",
		TooFewCases: "Fewer than 5 cases: not shown", NotMeasured: "Not measured",
		Assumption: "assumption", WholeJourney: "For the whole journey",
		UnknownShare: "share unknown",
		Sources:      "Sources", Read: "%s read",
		SmallGroups:  "Numbers below 5 are not shown and do not count in the total of a phase.",
		TypedShares:  "Percentages at arrows and drop-outs were typed in, not measured.",
		IsWish:       "This is a wished journey: a wish, not measured.",
		CountedTwice: "A signal may count at several steps.",
		NoSignals:    "No signals yet",
		KeyDerived:   "Computed from scores, with margin (95%)", KeyTyped: "Typed by the author",
		KeyGap: "No score: the line is broken", KeyBadge: "Number of signals behind it",
		KeyWidth: "The thicker, the larger the part of that step's customers", KeyBack: "Back to an earlier step",
		KeyDropOut: "Customers drop out", KeyAdvice: "Advice with its number",
		Day: MapNoun{"day", "days"}, WorkingDay: MapNoun{"working day", "working days"},
		Table: MapTable{
			Caption: "The customer journey as a table", Number: "No.", Step: "Step", Phase: "Phase", Channels: "Channels",
			Emotion: "Experience", Origin: "Origin", Scores: "Scores (n)", Signals: "Signals (n)",
			GoesWell: "Goes well", PainPoints: "Pain points", DropOuts: "Drop-outs",
			Derived: "derived", Typed: "typed", None: "none",
		},
		Lowest: "The customer is least happy at step %d, %s (%s).", Highest: "Happiest at step %d, %s (%s).",
		MostHeard: "Most signals are about step %d, %s: %s.", NoEvidence: "No signals have been counted yet.",
		reasons: map[string]MapNoun{
			"signaal": {"signal", "signals"}, "doorlooptijd": {"case", "cases"}, "arena": {One: "customer arena"}, "meting": {One: "measurement"},
		},
		channels: map[string]string{
			"telefoon": "Phone", "balie": "Counter", "website": "Website", "receptie": "Reception", "chat": "Chat",
			"e-mail": "E-mail", "brief": "Letter", "sociale-media": "Social media", "onderzoek": "Survey",
			"melding": "Report", "klacht": "Complaint", "gesprek": "Talk", "arena": "Customer arena",
		},
	}
}
