package words

import "fmt"

// Backing holds the words of what stands behind a number: the labels of its facts and what is
// said of numbers that were typed, are too small to show or are not there.
type Backing struct {
	lang Lang

	Step, Signal, Emotion, LeadTime, Advice     string // what it stands behind
	Source, Period, Denominator, Origin         string
	Cases, Open, Range, Scale, Looked, Without  string
	Channels, BuiltUp, NineOfTen                string
	Promise, Kept                               string
	NoPeriod                                    string // in the place of a period
	Counted, CountedTyped, NothingLooked        string // origins of a count
	Measured, MeasuredTyped                     string
	FeelingDerived, FromEvidence                string // origins of the rest
	Scores, FeelingScale, OnceEach, AnyWord     string
	NotAPerson, SmallGroup, FewCases, FewScores string
	TypedNote, NoFeeling                        string
	adviceNumber, halfWithin, between           string
}

// Backing gives the words of what stands behind a number in the language.
func (l Lang) Backing() Backing {
	if l == English {
		return englishBacking()
	}
	return dutchBacking()
}

func dutchBacking() Backing {
	return Backing{
		lang: Dutch,
		Step: "Stap", Signal: "Signaal", Emotion: "Beleving", LeadTime: "Doorlooptijd", Advice: "Advies",
		Source: "Bron", Period: "Periode", Denominator: "Noemer", Origin: "Herkomst",
		Cases: "Afgeronde zaken", Open: "Nog open", Range: "Waarschijnlijk tussen", Scale: "Schaal", Looked: "Gezocht op", Without: "Niet met",
		Channels: "Kanalen", BuiltUp: "Waarover", NineOfTen: "Negen op de tien binnen",
		Promise: "Beloofd", Kept: "Belofte gehaald",
		NoPeriod: "alle dagen in de bron",
		Counted:  "geteld in de bron", CountedTyped: "geteld in een lijst die met de hand is ingevuld",
		NothingLooked: "Geen signalen gezocht",
		Measured:      "gemeten per zaak", MeasuredTyped: "per zaak, uit een lijst die met de hand is ingevuld",
		FeelingDerived: "gemiddelde van rapportcijfers bij deze stap",
		FromEvidence:   "rust op signalen of metingen",
		Scores:         "Aantal cijfers", FeelingScale: "van −2 (boos) tot +2 (blij)", OnceEach: "elk signaal één keer", AnyWord: "één van deze woorden",
		NotAPerson: "Dit is een optelling: wie het zei, bewaren we niet.",
		SmallGroup: "Groepen kleiner dan 5 tonen we niet: die kunnen naar één persoon wijzen.",
		FewCases:   "Minder dan 5 zaken", FewScores: "Minder dan 5 cijfers, en niets ingevuld: daarom geen punt.",
		TypedNote: "Ingevuld door het team, niet gemeten.", NoFeeling: "Geen cijfers",
		adviceNumber: "Advies %d", halfWithin: "De helft binnen %s", between: "%s en %s",
	}
}

func englishBacking() Backing {
	return Backing{
		lang: English,
		Step: "Step", Signal: "Signal", Emotion: "Experience", LeadTime: "Lead time", Advice: "Advice",
		Source: "Source", Period: "Period", Denominator: "Denominator", Origin: "Origin",
		Cases: "Closed cases", Open: "Still open", Range: "Probably between", Scale: "Scale", Looked: "Looked for", Without: "Not with",
		Channels: "Channels", BuiltUp: "About", NineOfTen: "Nine in ten within",
		Promise: "Promised", Kept: "Promise kept",
		NoPeriod: "all days in the source",
		Counted:  "counted in the source", CountedTyped: "counted in a list that was typed by hand",
		NothingLooked: "No signals were looked for",
		Measured:      "measured per case", MeasuredTyped: "per case, from a list that was typed by hand",
		FeelingDerived: "mean of marks at this step",
		FromEvidence:   "rests on signals or measurements",
		Scores:         "Number of scores", FeelingScale: "from −2 (angry) to +2 (happy)", OnceEach: "each signal once", AnyWord: "one of these words",
		NotAPerson: "This is a sum: who said it is not kept.",
		SmallGroup: "Groups smaller than 5 are not shown: they could point at one person.",
		FewCases:   "Fewer than 5 cases", FewScores: "Fewer than 5 scores, and nothing typed in: so no point.",
		TypedNote: "Typed in by the team, not measured.", NoFeeling: "No scores",
		adviceNumber: "Advice %d", halfWithin: "Half within %s", between: "%s and %s",
	}
}

// Signals writes a count of signals, shown as given: 812 signalen, < 5 signalen.
func (w Backing) Signals(n int, shown string) string { return w.lang.Map().SignalNoun.Of(n, shown) }

// AdviceNumber names an advice by its number.
func (w Backing) AdviceNumber(n int) string { return fmt.Sprintf(w.adviceNumber, n) }

// HalfWithin tells the middle of a lead time.
func (w Backing) HalfWithin(days string) string { return fmt.Sprintf(w.halfWithin, days) }

// Between tells the ends of a range.
func (w Backing) Between(low, high string) string { return fmt.Sprintf(w.between, low, high) }
