package words

import "klantreis/journeys"

// Story holds the words of the advice as it is told on paper: from what customers value to what
// we ask.
type Story struct {
	lang Lang

	Valued, BestMoment, HurtsMost, Asks, AllTakenUp, AlreadyBetter string
	ColAdvice, ColGives, ColSize, ColOwner                         string

	Hear                              string
	WhatHappens, Does, Thinks, Backs  string
	HumanContact, Systems             string
	Evidence, Wishes                  string
	OurAdvice, DoneAlready            string
	WholeJourney, WholeJourneyOver    string
	Others, OthersIntro               string
	ColFeeling, ColSignals, ColStatus string
	ColRange, ColOf                   string

	Done, DoneIntro, Marks string
	All, AllIntro          string
	TalkIntro              string
	Agreements, Thoughts   string
	ColWhat, ColWho, ColBy string

	Appendix, AppendixIntro, BackstageTable string
}

// Story gives the words of the advice on paper.
func (l Lang) Story() Story {
	if l == English {
		return Story{
			lang: English, Valued: "What customers value", BestMoment: "Here customers feel best", HurtsMost: "The moment that hurts most",
			Asks: "What we ask of you, and what it gives", AllTakenUp: "All advice has been taken up. Thank you.", AlreadyBetter: "What is better already",
			ColAdvice: "Advice", ColGives: "What it gives", ColSize: "Gain / effort", ColOwner: "Who",
			Hear: "What we hear", Does: "The customer does", Thinks: "The customer thinks", Backs: "Behind the scenes",
			HumanContact: "Personal contact", Systems: "Systems", Evidence: "How we know", Wishes: "Tips of customers", OurAdvice: "Our advice",
			WholeJourney: "The whole journey", WholeJourneyOver: "Advice that belongs to no single step",
			Others: "The other moments", OthersIntro: "We ask no decision about these moments now. What goes well there may stay as it is. A dash means: not measured.",
			ColFeeling: "Feeling", ColSignals: "Signals", ColStatus: "Status", ColRange: "Per 1,000 (with margin)", ColOf: "Of",
			Done: "Done already, and what it did", DoneIntro: "Thank you: this has changed already. Where it could be measured what it did, that is told.", Marks: "Are things getting better?",
			All: "All advice side by side", AllIntro: "At the top left is what brings much and costs little effort.",
			TalkIntro: "Do you recognise this? And what could be different tomorrow?", Agreements: "What do we agree?", Thoughts: "Room for your own thoughts",
			ColWhat: "What", ColWho: "Who", ColBy: "When",
			Appendix: "Appendix: what it rests on", AppendixIntro: "For those who want to know exactly: where the figures come from, how we counted, and all figures as tables.",
			BackstageTable: "Behind the scenes, step by step",
		}
	}
	return Story{
		lang: Dutch, Valued: "Wat klanten waarderen", BestMoment: "Hier voelen klanten zich het best", HurtsMost: "Dit moment doet het meeste pijn",
		Asks: "Wat wij u vragen, en wat het geeft", AllTakenUp: "Alle adviezen zijn opgepakt. Dank u wel.", AlreadyBetter: "Wat al beter is",
		ColAdvice: "Advies", ColGives: "Wat het geeft", ColSize: "Winst / moeite", ColOwner: "Wie",
		Hear: "Wat we horen", Does: "De klant doet", Thinks: "De klant denkt", Backs: "Achter de schermen",
		HumanContact: "Persoonlijk contact", Systems: "Systemen", Evidence: "Hoe we dat weten", Wishes: "Tips van klanten", OurAdvice: "Ons advies",
		WholeJourney: "De hele reis", WholeJourneyOver: "Advies dat niet bij één stap hoort",
		Others: "De andere momenten", OthersIntro: "Over deze momenten vragen wij nu geen besluit. Wat er goed gaat, mag zo blijven. Een streepje betekent: niet gemeten.",
		ColFeeling: "Gevoel", ColSignals: "Signalen", ColStatus: "Stand", ColRange: "Per 1.000 (met marge)", ColOf: "Van",
		Done: "Al gedaan, en wat het deed", DoneIntro: "Dank u wel: dit is al veranderd. Waar te meten was wat het deed, staat dat erbij.", Marks: "Wordt het beter?",
		All: "Alle adviezen naast elkaar", AllIntro: "Linksboven staat wat veel oplevert en weinig moeite kost.",
		TalkIntro: "Herkent u dit? En wat zou morgen al anders kunnen?", Agreements: "Wat spreken we af?", Thoughts: "Ruimte voor uw eigen gedachten",
		ColWhat: "Wat", ColWho: "Wie", ColBy: "Wanneer",
		Appendix: "Bijlage: waar het op rust", AppendixIntro: "Voor wie het precies wil weten: waar de cijfers vandaan komen, hoe we telden, en alle cijfers als tabel.",
		BackstageTable: "Achter de schermen, stap voor stap",
	}
}

// Lead opens the summary (the cover says to whom): how many signals were looked at, and when.
func (w Story) Lead(n int, period string) string {
	dear := w.lang.pick("Beste collega’s,", "Dear colleagues,")
	rest := w.lang.pick("dit is wat klanten waarderen, waar het wringt en wat u kunt doen.", "this is what customers value, where it chafes and what you can do.")
	if n == 0 {
		return dear + " " + rest
	}
	heard := w.lang.pick("we luisterden naar %s", "we listened to %s", w.lang.signals(n))
	if period != "" {
		heard += w.lang.pick(" (%s)", " (%s)", period)
	}
	return dear + " " + heard + w.lang.pick(". Dit is wat klanten waarderen, waar het wringt en wat u kunt doen.", ". This is what customers value, where it chafes and what you can do.")
}

// Others tells an owner that there is more advice, for others.
func (w Story) OthersAdvice(n int) string {
	if n == 1 {
		return w.lang.pick("Er is nog 1 advies voor een ander. Dat staat in het hele rapport; op de kaart ziet u het nummer.", "There is 1 more piece of advice, for somebody else. It is in the whole report; the map shows its number.")
	}
	return w.lang.pick("Er zijn nog %s adviezen voor anderen. Die staan in het hele rapport; op de kaart ziet u hun nummers.", "There are %s more pieces of advice, for others. They are in the whole report; the map shows their numbers.", w.lang.Int(n))
}

// SaysTeam marks what the team says and nobody measured.
func (w Story) SaysTeam(what string) string {
	return w.lang.pick("%s (volgens het team)", "%s (according to the team)", what)
}

// MoreAdvice counts the advice that a summary leaves out.
func (w Story) MoreAdvice(n int) string {
	if n == 1 {
		return w.lang.pick("En nog 1 advies verderop.", "And 1 more piece of advice further on.")
	}
	return w.lang.pick("En nog %s adviezen verderop.", "And %s more pieces of advice further on.", w.lang.Int(n))
}

// Over is the line above a step's title: its number on the map and its phase.
func (w Story) Over(number int, phase string) string {
	return w.lang.pick("Stap %s · %s", "Step %s · %s", w.lang.Int(number), phase)
}

// MeasureGoal tells how an agreed effect will be seen.
func (w Story) MeasureGoal(signal, atLeast string) string {
	s := w.lang.pick("We tellen ‘%s’ vóór en na de verandering", "We count ‘%s’ before and after the change", signal)
	if atLeast != "" {
		s += w.lang.pick("; het doel is minstens %s minder", "; the goal is at least %s fewer", atLeast)
	}
	return s + "."
}

// MeasureProposal proposes what to count where nothing was agreed.
func (w Story) MeasureProposal(signal string) string {
	return w.lang.pick("Nog niet afgesproken. Voorstel: tel ‘%s’ vóór en na.", "Not agreed yet. Proposal: count ‘%s’ before and after.", signal)
}

// MeasureOpen asks to agree on a sign.
func (w Story) MeasureOpen() string {
	return w.lang.pick("Nog niet afgesproken: bepaal samen waaraan u merkt dat het helpt.", "Not agreed yet: decide together by what you will notice that it helps.")
}

// Tipped tells a tip that customers gave, and how often.
func (w Story) Tipped(title, n string) string {
	return w.lang.pick("%s (%s tips)", "%s (%s tips)", title, n)
}

// AskWishes asks what customers wish at steps where that is not known.
func (w Story) AskWishes(steps string) string {
	return w.lang.pick("Wat klanten wensen bij %s, weten we nog niet. Wie vraagt het ze?", "What customers wish at %s, we do not know yet. Who will ask them?", steps)
}

// Since tells from when something is live, as a remark behind a title.
func (w Story) Since(d journeys.Date) string {
	if d.IsZero() {
		return ""
	}
	return w.lang.pick("sinds %s", "since %s", w.lang.Date(d))
}

// Join puts names in a row: a, b en c.
func (w Story) Join(names []string) string {
	switch n := len(names); n {
	case 0:
		return ""
	case 1:
		return names[0]
	default:
		s := names[0]
		for _, name := range names[1 : n-1] {
			s += ", " + name
		}
		return s + w.lang.pick(" en ", " and ") + names[n-1]
	}
}

// GoesWell and Chafes tell in a table what is seen at a step.
func (w Story) GoesWell(what string) string {
	return w.lang.pick("Goed: %s.", "Good: %s.", what)
}

func (w Story) Chafes(what string) string {
	return w.lang.pick("Wringt: %s.", "Chafes: %s.", what)
}

// NothingMeasured says that a moment rests on no signal yet.
func (w Story) NothingMeasured() string {
	return w.lang.pick("Over dit moment is nog niets gemeten.", "Nothing has been measured about this moment yet.")
}

// TakenUp says that nothing is asked any more; thanks where nothing was refused. Advice that helps is no news
// until it was measured: of how many that is not known, and of how many nothing got better, is told instead.
func (w Story) TakenUp(all bool, unknown, noBetter int) string {
	switch {
	case all && unknown == 0 && noBetter == 0:
		return w.AllTakenUp
	case all:
		said := w.lang.pick("Alle adviezen zijn opgepakt.", "All advice has been taken up.")
		if unknown > 0 {
			said += w.lang.pick(" Van %s weten we nog niet of het helpt.", " Of %s we do not know yet whether it helps.", w.lang.Int(unknown))
		}
		if noBetter > 0 {
			said += w.lang.pick(" Bij %s zien we nog geen daling van de signalen.", " At %s we see no decrease in signals yet.", w.lang.Int(noBetter))
		}
		return said
	}
	return w.lang.pick("Alle adviezen zijn besproken en beantwoord. Er ligt nu geen vraag meer.", "All advice has been discussed and answered. No question is open now.")
}

// DoneItem names an advice that was carried out.
func (w Story) DoneItem(number int, title string, since journeys.Date) string {
	s := w.lang.pick("Al gedaan: advies %s, %s", "Done already: advice %s, %s", w.lang.Int(number), title)
	if !since.IsZero() {
		s += " (" + w.Since(since) + ")"
	}
	return s + "."
}

// InWholeReport counts the advice that only the whole report tells.
func (w Story) InWholeReport(n int) string {
	if n == 1 {
		return w.lang.pick("En nog 1 advies in het hele rapport.", "And 1 more piece of advice in the whole report.")
	}
	return w.lang.pick("En nog %s adviezen in het hele rapport.", "And %s more pieces of advice in the whole report.", w.lang.Int(n))
}

// ShortBasis tells below a page what it rests on.
func (w Story) ShortBasis(sources, period string) string {
	s := w.lang.pick("Er zijn nog geen signalen gekoppeld.", "No signals have been bound yet.")
	if sources != "" {
		s = w.lang.pick("Bronnen, met het aantal signalen: %s.", "Sources, with their number of signals: %s.", sources)
	}
	if period != "" {
		s += w.lang.pick(" Periode: %s.", " Period: %s.", period)
	}
	return s + w.lang.pick(" Onder de vijf tonen we geen aantal. Een gevoel dat is ingevuld, is niet gemeten. Hoe we telden, staat in het hele rapport.",
		" Below five we show no number. A feeling that was typed in was not measured. How we counted is told in the whole report.")
}
