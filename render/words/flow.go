package words

import "strconv"

// FlowWords is what the flow picture says. A share is a percentage or Some, a step is named with
// its number, and when and reason may be empty.
type FlowWords struct {
	Title     string // before the title of the journey
	Continued string // after the title of a phase that goes on in the next row
	Signal    string
	Signals   string // after a number
	End       string // the quiet last node
	TheEnd    string // the same in a sentence
	Step      string // before a number

	// Kinds of lines, for the legend and the table.
	Next, Choice, Back, Repeat, DropOut string

	// The legend.
	MainWay, SideWay, ChoiceHere string
	Width                        string // what the width of a line tells
	UnknownShare                 string
	SignalCount                  string // what the number in a pill tells
	Typed                        string // where the shares come from

	Others    string // the line that all take who are not named elsewhere
	All       string // the customers of a line without a share that is the only way on
	Some      string // customers of whom the share is not known
	Again     string // at a repeat that has no condition
	NoReason  string // a drop-out without a reason
	BackTo    string // before the number of a step
	OnTo      string // before the number of a step
	ComesFrom string // before the number of a step

	From, To, When, Share, Kind string // columns of the table

	Size           func(steps, phases int) string
	Switches       func(n int) string // steps with a choice; empty when there are none
	Backs          func(n int) string // lines back, the same
	Outs           func(n int) string // ways out, the same
	Sentence       func(share, from, to, when string) string
	BackSentence   func(share, from, to, when string) string
	RepeatSentence func(share, at, when string) string
	OutSentence    func(share, at, reason string) string
	AndMore        func(n int) string
	NoSwitches     string
	TooLarge       func(steps, lines int) string // the most that a picture can hold
}

// Flow gives the words of the flow picture.
func (l Lang) Flow() FlowWords {
	if l == English {
		return englishFlow()
	}
	return dutchFlow()
}

func dutchFlow() FlowWords {
	return FlowWords{
		Title: "Stroom", Continued: "vervolg",
		Signal: "signaal", Signals: "signalen",
		End: "Einde", TheEnd: "het einde", Step: "stap",
		Next: "Gaat verder", Choice: "Keuze of omweg", Back: "Terug of nog eens", Repeat: "Nog eens", DropOut: "Haakt af",
		MainWay: "Hoofdweg", SideWay: "Zijweg", ChoiceHere: "Hier splitst de weg",
		Width: "van de klanten in deze stap", UnknownShare: "Aandeel niet bekend", SignalCount: "Aantal signalen",
		Typed:  "De percentages heeft het team ingevuld. Ze zijn niet gemeten.",
		Others: "de anderen", All: "iedereen", Some: "een deel", Again: "nog eens", NoReason: "reden onbekend",
		BackTo: "terug naar", OnTo: "verder bij", ComesFrom: "van",
		From: "Van", To: "Naar", When: "Als", Share: "Aandeel", Kind: "Soort",
		Size: func(steps, phases int) string {
			return flowCount(steps, "stap", "stappen") + " in " + flowCount(phases, "fase", "fasen")
		},
		Switches: func(n int) string { return flowAny(n, "keuze", "keuzes") },
		Backs:    func(n int) string { return flowAny(n, "keer terug of nog eens", "keer terug of nog eens") },
		Outs:     func(n int) string { return flowAny(n, "plek waar klanten afhaken", "plekken waar klanten afhaken") },
		Sentence: func(share, from, to, when string) string {
			return "Van " + from + " gaat " + share + " naar " + to + flowDetail(when) + "."
		},
		BackSentence: func(share, from, to, when string) string {
			return "Van " + from + " gaat " + share + " terug naar " + to + flowDetail(when) + "."
		},
		RepeatSentence: func(share, at, when string) string {
			return "Bij " + at + " begint " + share + " nog eens" + flowDetail(when) + "."
		},
		OutSentence: func(share, at, reason string) string {
			return "Bij " + at + " haakt " + share + " af" + flowDetail(reason) + "."
		},
		AndMore: func(n int) string {
			return "En nog " + flowCount(n, "lijn; die staat", "lijnen; die staan") + " in de tabel."
		},
		NoSwitches: "Alle klanten gaan van stap naar stap; er zijn geen keuzes en niemand haakt af.",
		TooLarge: func(steps, lines int) string {
			return "De stroom is te groot voor één tekening: hoogstens " + strconv.Itoa(steps) + " stappen en " + strconv.Itoa(lines) + " lijnen. In de tabel staan wel alle lijnen. Wilt u een tekening? Splits de klantreis dan in delen."
		},
	}
}

func englishFlow() FlowWords {
	return FlowWords{
		Title: "Flow", Continued: "continued",
		Signal: "signal", Signals: "signals",
		End: "End", TheEnd: "the end", Step: "step",
		Next: "Goes on", Choice: "Choice or detour", Back: "Back or once more", Repeat: "Once more", DropOut: "Drops out",
		MainWay: "Main way", SideWay: "Side way", ChoiceHere: "Here the way divides",
		Width: "of the customers in this step", UnknownShare: "Share not known", SignalCount: "Number of signals",
		Typed:  "The percentages were typed in by the team. They were not measured.",
		Others: "the others", All: "everyone", Some: "some", Again: "once more", NoReason: "reason unknown",
		BackTo: "back to", OnTo: "on to", ComesFrom: "from",
		From: "From", To: "To", When: "If", Share: "Share", Kind: "Kind",
		Size: func(steps, phases int) string {
			return flowCount(steps, "step", "steps") + " in " + flowCount(phases, "phase", "phases")
		},
		Switches: func(n int) string { return flowAny(n, "choice", "choices") },
		Backs:    func(n int) string { return flowAny(n, "way back", "ways back") },
		Outs: func(n int) string {
			return flowAny(n, "place where customers drop out", "places where customers drop out")
		},
		Sentence: func(share, from, to, when string) string {
			return "From " + from + ", " + share + " go to " + to + flowDetail(when) + "."
		},
		BackSentence: func(share, from, to, when string) string {
			return "From " + from + ", " + share + " go back to " + to + flowDetail(when) + "."
		},
		RepeatSentence: func(share, at, when string) string {
			return "At " + at + ", " + share + " start again" + flowDetail(when) + "."
		},
		OutSentence: func(share, at, reason string) string {
			return "At " + at + ", " + share + " drop out" + flowDetail(reason) + "."
		},
		AndMore: func(n int) string {
			return "And " + flowCount(n, "more line, which is", "more lines, which are") + " in the table."
		},
		NoSwitches: "All customers go from step to step; there are no choices and nobody drops out.",
		TooLarge: func(steps, lines int) string {
			return "The flow is too large for one picture: at most " + strconv.Itoa(steps) + " steps and " + strconv.Itoa(lines) + " lines. The table does hold all lines. For a picture, split the journey."
		},
	}
}

func flowDetail(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}

func flowCount(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

func flowAny(n int, one, many string) string {
	if n == 0 {
		return ""
	}
	return flowCount(n, one, many)
}
