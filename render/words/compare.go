package words

import "strings"

// Compare holds the words of two journeys next to each other, in the picture and in the text.
type Compare struct {
	lang Lang

	Current, Wished, Older, Newer string // the two sides
	Against                       string // %s beside %s, of the two sides
	NoDifference                  string
	DrawnUp                       string // drawn up on %s

	New, Gone, Moved, Changed, Same string // what happened to a step
	NewSteps, GoneSteps             string // headings of the text
	MovedSteps, ChangedSteps        string
	About, Phases, Advice, Feeling  string
	FeelingScale                    string
	Counts                          [5]MapNoun // new, gone, moved, changed, same
	WasStep, WasStepIn              string     // was step %d; was step %d, in %s
	BecomesStep                     string     // step %d
	InPhase                         string     // in the phase %s
	PhaseNew, PhaseGone, PhaseWas   string     // of a phase: %s

	Was, Becomes, Added, Removed, Edited, NotShown, Nothing string
	Solved, Stays, NewPain, LeftWithStep, Lost, NewGood     string

	Rises, Falls, Level, Within         string
	RisesAt, FallsAt, WithinAt, LevelAt string // headings of the text
	NotKnownAt                          string
	Typed, Derived, NoValue             string

	ChangeLane, ChannelLane, FeelingLane, PainLane MapLane
	GoodLane, BackstageLane, SystemLane            MapLane
	AdviceLane                                     MapLane

	AdviceNew, AdviceGone string
	AdviceNotRepeated     string // %s of them, %s the side
	Wish, Basis, NoBasis  string // Basis: %s the side, %s the sources
	MovedFoot             string

	KeyCurrent, KeyWished, KeyTyped, KeyMeasured, KeyGain, KeyLoss, KeyGap string
	PictureTable                                                           string
	ColDifference, ColWas, ColBecomes, ColWhat, ColFeelingWas              string
	ColFeelingBecomes, ColDelta                                            string
	TaleCounts, TaleStep                                                   string

	fields map[string]string
}

// Compare gives the words of a comparison in the language.
func (l Lang) Compare() Compare {
	if l == English {
		return englishCompare()
	}
	return dutchCompare()
}

// Field names a key of the file format for people: a key that is not known stays as it is.
func (w Compare) Field(key string) string {
	if name, ok := w.fields[key]; ok {
		return name
	}
	return key
}

// Sides names the two journeys by their variants: current and wished, or two versions.
func (w Compare) Sides(before, after string) (first, second string) {
	if before != "gewenst" && after == "gewenst" {
		return w.Current, w.Wished
	}
	return w.Older, w.Newer
}

// Flow writes a way out of a step: to where, how many, and when.
func (w Compare) Flow(to string, dropOut bool, share, when string) string {
	if dropOut {
		to = w.lang.pick("afhaken: %s", "drop out: %s", to)
	}
	var aside []string
	for _, s := range []string{share, when} {
		if s != "" {
			aside = append(aside, s)
		}
	}
	if len(aside) == 0 {
		return to
	}
	return to + " (" + strings.Join(aside, ", ") + ")"
}

// Origin tells in a few words where an emotion comes from; n is empty unless it was measured.
func (w Compare) Origin(kind, n string) string {
	switch kind {
	case "ingevuld":
		return w.Typed
	case "afgeleid":
		return w.Derived + ", n = " + n
	}
	return w.NoValue
}

func dutchCompare() Compare {
	return Compare{
		lang: Dutch, Current: "Huidig", Wished: "Gewenst", Older: "Oude versie", Newer: "Nieuwe versie",
		Against:      "%s naast %s",
		NoDifference: "Geen verschil: beide klantreizen zeggen hetzelfde.", DrawnUp: "opgesteld op %s",
		New: "nieuw", Gone: "vervalt", Moved: "verplaatst", Changed: "gewijzigd", Same: "gelijk",
		NewSteps: "Nieuw", GoneSteps: "Vervalt", MovedSteps: "Verplaatst", ChangedSteps: "Gewijzigd",
		About: "De klantreis zelf", Phases: "Fasen", Advice: "Adviezen", Feeling: "Beleving", FeelingScale: "van −2 (boos) tot +2 (blij)",
		Counts:  [5]MapNoun{{"nieuwe stap", "nieuwe stappen"}, {"stap vervalt", "stappen vervallen"}, {"stap verplaatst", "stappen verplaatst"}, {"stap gewijzigd", "stappen gewijzigd"}, {"stap gelijk", "stappen gelijk"}},
		WasStep: "was stap %d", WasStepIn: "was stap %d, in ‘%s’", BecomesStep: "wordt stap %d", InPhase: "in de fase ‘%s’",
		PhaseNew: "Nieuwe fase: %s", PhaseGone: "Fase vervalt: %s", PhaseWas: "%s (heette: %s)",
		Was: "Was", Becomes: "Wordt", Added: "Erbij", Removed: "Eraf", Edited: "Anders", NotShown: "anders; staat hier niet uitgeschreven", Nothing: "niets ingevuld",
		Solved: "Opgelost", Stays: "Blijft", NewPain: "Nieuw pijnpunt", LeftWithStep: "Verdwijnt met de stap", Lost: "Verdwijnt", NewGood: "Nieuw",
		Rises: "beter", Falls: "slechter", Level: "gelijk", Within: "binnen de marge",
		RisesAt: "Stijgt", FallsAt: "Daalt", WithinAt: "Verschil binnen de marge, dus niet zeker", LevelAt: "Blijft gelijk", NotKnownAt: "Niet te vergelijken",
		Typed: "ingevuld", Derived: "uit signalen", NoValue: "geen cijfer",
		ChangeLane:  MapLane{"Wat verandert er", "Wat de stap was, en wat die wordt."},
		ChannelLane: MapLane{"Kanalen", "Wat erbij komt, wat eraf gaat en wat blijft."},
		FeelingLane: MapLane{"Beleving", "Hoe de klant zich voelt, van −2 tot +2."},
		PainLane:    MapLane{"Pijnpunten", "Opgelost, gebleven en nieuw."},
		GoodLane:    MapLane{"Gaat goed", "Nieuw, gebleven en verdwenen."}, BackstageLane: MapLane{"Achter de schermen", "Wat er in het werk verandert."},
		SystemLane: MapLane{"Systemen", "Waar het werk in gebeurt."}, AdviceLane: MapLane{"Cadeautjes", "Adviezen die deze stap veranderen."},
		AdviceNew: "nieuw advies", AdviceGone: "advies vervalt",
		AdviceNotRepeated: "De %s adviezen staan alleen bij ‘%s’; ze zijn niet overgenomen in het tweede bestand.",
		Wish:              "De gewenste beleving is een wens. Die is ingevuld en niet gemeten.",
		Basis:             "%s: cijfers uit %s.", NoBasis: "%s: geen signalen; wat er staat, is ingevuld.",
		MovedFoot:  "Een stap is verplaatst als de volgorde of de fase anders is. Het cijfer van een verplaatste of vervallen stap staat bij die stap, niet op zijn oude plek.",
		KeyCurrent: "doorlopende lijn", KeyWished: "streepjeslijn, ruiten", KeyTyped: "Open teken: ingevuld", KeyMeasured: "Vol teken: uit cijfers, met marge (95%)",
		KeyGain: "Verschil: beter", KeyLoss: "Verschil: slechter", KeyGap: "Lijn onderbroken: stap zonder cijfer of verplaatst",
		PictureTable:  "Het verschil als tabel",
		ColDifference: "Verschil", ColWas: "Was nr.", ColBecomes: "Wordt nr.", ColWhat: "Wat verandert", ColFeelingWas: "Beleving was", ColFeelingBecomes: "Beleving wordt", ColDelta: "Verschil in beleving",
		TaleCounts: "Van de stappen: %s.", TaleStep: "Het meest stijgt de beleving bij %s (%s).",
		fields: map[string]string{
			"klantreis": "Titel", "gemeente": "Gemeente", "eigenaar": "Eigenaar", "opgesteld": "Opgesteld", "opsteller": "Opsteller", "periode": "Periode",
			"samenvatting": "Samenvatting", "variant": "Variant", "huisstijl": "Huisstijl", "klant.naam": "Naam van de klant", "klant.situatie": "Situatie van de klant",
			"klant.doel": "Doel van de klant", "klant.citaat": "Citaat van de klant", "bronnen": "Bronnen", "metingen": "Metingen", "doorlooptijden": "Doorlooptijden",
			"arenas": "Klantarena’s", "kanalen-eigen": "Eigen kanalen",
			"titel": "Titel", "fase": "Fase", "kanalen": "Kanalen", "doet": "Doet", "denkt": "Denkt", "emotie": "Beleving", "gaat-goed": "Gaat goed",
			"pijnpunten": "Pijnpunten", "achter-de-schermen": "Achter de schermen", "systemen": "Systemen", "teksten": "Teksten", "menselijk-contact": "Menselijk contact",
			"signalen": "Signalen", "citaten": "Citaten", "notities": "Notities", "naar": "Gaat daarna naar",
			"stap": "Stap", "omdat": "Rust op", "winst": "Winst", "moeite": "Moeite", "verwacht": "Verwacht", "status": "Status", "reden": "Reden", "sinds": "Sinds",
			"effect": "Te meten effect", "terugkoppeling.kcc": "Teruggekoppeld aan het KCC", "terugkoppeling.inwoners": "Teruggekoppeld aan inwoners",
		},
	}
}

func englishCompare() Compare {
	return Compare{
		lang: English, Current: "Current", Wished: "Wished", Older: "Old version", Newer: "New version",
		Against:      "%s beside %s",
		NoDifference: "No difference: both journeys say the same.", DrawnUp: "drawn up on %s",
		New: "new", Gone: "removed", Moved: "moved", Changed: "changed", Same: "same",
		NewSteps: "New", GoneSteps: "Removed", MovedSteps: "Moved", ChangedSteps: "Changed",
		About: "The journey itself", Phases: "Phases", Advice: "Advice", Feeling: "Experience", FeelingScale: "from −2 (angry) to +2 (happy)",
		Counts:  [5]MapNoun{{"new step", "new steps"}, {"step removed", "steps removed"}, {"step moved", "steps moved"}, {"step changed", "steps changed"}, {"step the same", "steps the same"}},
		WasStep: "was step %d", WasStepIn: "was step %d, in ‘%s’", BecomesStep: "becomes step %d", InPhase: "in the phase ‘%s’",
		PhaseNew: "New phase: %s", PhaseGone: "Phase removed: %s", PhaseWas: "%s (was: %s)",
		Was: "Was", Becomes: "Becomes", Added: "Added", Removed: "Removed", Edited: "Different", NotShown: "different; not written out here", Nothing: "nothing typed",
		Solved: "Solved", Stays: "Stays", NewPain: "New pain point", LeftWithStep: "Goes with the step", Lost: "Goes", NewGood: "New",
		Rises: "better", Falls: "worse", Level: "the same", Within: "within the margin",
		RisesAt: "Rises", FallsAt: "Falls", WithinAt: "Difference within the margin, so not certain", LevelAt: "Stays the same", NotKnownAt: "Not comparable",
		Typed: "typed in", Derived: "from signals", NoValue: "no score",
		ChangeLane:  MapLane{"What changes", "What the step was, and what it becomes."},
		ChannelLane: MapLane{"Channels", "What is added, what goes and what stays."},
		FeelingLane: MapLane{"Experience", "How the customer feels, from −2 to +2."},
		PainLane:    MapLane{"Pain points", "Solved, still there, and new."},
		GoodLane:    MapLane{"Goes well", "New, still there, and gone."}, BackstageLane: MapLane{"Behind the scenes", "What changes in the work."},
		SystemLane: MapLane{"Systems", "Where the work is done."}, AdviceLane: MapLane{"Gifts", "Advice that changes this step."},
		AdviceNew: "new advice", AdviceGone: "advice removed",
		AdviceNotRepeated: "The %s pieces of advice stand with ‘%s’ only; the second file does not repeat them.",
		Wish:              "The wished experience is a wish. It was typed in and not measured.",
		Basis:             "%s: figures from %s.", NoBasis: "%s: no signals; what is shown was typed in.",
		MovedFoot:  "A step has moved when its order or its phase is another. The score of a moved or removed step stands at that step, not at its old place.",
		KeyCurrent: "solid line", KeyWished: "dashed line, diamonds", KeyTyped: "Open sign: typed in", KeyMeasured: "Filled sign: from scores, with margin (95%)",
		KeyGain: "Difference: better", KeyLoss: "Difference: worse", KeyGap: "Broken line: step without score, or moved",
		PictureTable:  "The difference as a table",
		ColDifference: "Difference", ColWas: "Was no.", ColBecomes: "Becomes no.", ColWhat: "What changes", ColFeelingWas: "Experience was", ColFeelingBecomes: "Experience becomes", ColDelta: "Difference in experience",
		TaleCounts: "Of the steps: %s.", TaleStep: "The experience rises most at %s (%s).",
		fields: map[string]string{
			"klantreis": "Title", "gemeente": "Municipality", "eigenaar": "Owner", "opgesteld": "Drawn up", "opsteller": "Author", "periode": "Period",
			"samenvatting": "Summary", "variant": "Variant", "huisstijl": "House style", "klant.naam": "Name of the customer", "klant.situatie": "Situation of the customer",
			"klant.doel": "Goal of the customer", "klant.citaat": "Quote of the customer", "bronnen": "Sources", "metingen": "Measurements", "doorlooptijden": "Lead times",
			"arenas": "Customer arenas", "kanalen-eigen": "Own channels",
			"titel": "Title", "fase": "Phase", "kanalen": "Channels", "doet": "Does", "denkt": "Thinks", "emotie": "Experience", "gaat-goed": "Goes well",
			"pijnpunten": "Pain points", "achter-de-schermen": "Behind the scenes", "systemen": "Systems", "teksten": "Texts", "menselijk-contact": "Human contact",
			"signalen": "Signals", "citaten": "Quotes", "notities": "Notes", "naar": "Then goes to",
			"stap": "Step", "omdat": "Rests on", "winst": "Gain", "moeite": "Effort", "verwacht": "Expected", "status": "Status", "reden": "Reason", "sinds": "Since",
			"effect": "Effect to measure", "terugkoppeling.kcc": "Reported back to the contact centre", "terugkoppeling.inwoners": "Reported back to residents",
		},
	}
}
