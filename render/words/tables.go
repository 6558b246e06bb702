package words

// Tables holds the words of a journey as tables: for a workbook and for files of other programs.
type Tables struct {
	Sheets   [5]string // journey, evidence, advice, sources, how to read
	Journey  [23]string
	Evidence [12]string
	Advice   [17]string
	Sources  [9]string
	Read     [2]string

	Signal, LeadTime, Metric, Arena string // kinds of evidence
	Typed, Derived, Unknown         string // where a feeling comes from
	Yes, No                         string
	About                           [][2]string // what the columns mean
	Title, Municipality, Owner      string
	Made, Period, By                string
	Median                          string // with days and how many of them
	Working, Calendar               string
}

// Tables gives the words of the tables in the language.
func (l Lang) Tables() Tables {
	if l == English {
		return Tables{
			Sheets: [5]string{"Journey", "Evidence", "Advice", "Sources", "How to read this"},
			Journey: [23]string{"Phase", "No.", "Step", "Id", "Channels", "Does", "Thinks", "Feeling (−2 to 2)", "Feeling is", "From scores", "At least (95%)", "At most (95%)", "Signals",
				"Of all records", "Sources", "From", "To", "Goes well", "Pain points", "Back stage", "Systems", "Personal way out", "Approved quotes"},
			Evidence: [12]string{"Kind", "Step", "What", "Id", "Number (n)", "Of all records", "Denominator", "Sources", "From", "To", "Value", "What the value is"},
			Advice: [17]string{"No.", "Advice", "Id", "Step", "Gain", "Effort", "Rests on", "Assumption", "Expected", "Owner", "Status", "Reason", "Since", "Ratio after / before",
				"At least (95%)", "At most (95%)", "Effect, and what it was measured from"},
			Sources: [9]string{"Source", "Kind", "Typed by hand", "Read", "Could count", "Unreadable", "Outside the period", "At no step", "Denominator"},
			Read:    [2]string{"What", "Meaning"},
			Signal:  "signal", LeadTime: "lead time", Metric: "metric", Arena: "arena", Typed: "typed", Derived: "from signals", Unknown: "not known", Yes: "yes", No: "no",
			Title: "Journey", Municipality: "Municipality", Owner: "Owner", Made: "Made on", Period: "Period", By: "Author", Median: "Half of the cases are done within this many %s",
			Working: "working days", Calendar: "days",
			About: [][2]string{
				{"Signals", "How many different records belong to the step. One record counts once, also if several signals find it."},
				{"< 5", "A group of fewer than five is not shown as such, so that nobody can be recognised."},
				{"Of all records", "Records of the same sources that were read, lie in the period and are not confidential."},
				{"Denominator", "How many contacts, visits or applicants there were in all; empty when not known."},
				{"Feeling", "‘Typed’ was filled in by the author. ‘From signals’ is the mean of scores, with its 95% interval. ‘Not known’: fewer than five scores."},
				{"Assumption", "An advice without evidence."},
			},
		}
	}
	return Tables{
		Sheets: [5]string{"Reis", "Bewijs", "Adviezen", "Bronnen", "Zo leest u dit"},
		Journey: [23]string{"Fase", "Nr.", "Stap", "Id", "Kanalen", "Doet", "Denkt", "Gevoel (−2 tot 2)", "Gevoel is", "Uit cijfers", "Minstens (95%)", "Hoogstens (95%)", "Signalen",
			"Van alle records", "Bronnen", "Van", "Tot en met", "Gaat goed", "Pijnpunten", "Achter de schermen", "Systemen", "Menselijk contact", "Citaten met akkoord"},
		Evidence: [12]string{"Soort", "Stap", "Wat", "Id", "Aantal (n)", "Van alle records", "Noemer", "Bronnen", "Van", "Tot en met", "Waarde", "Wat de waarde is"},
		Advice: [17]string{"Nr.", "Advies", "Id", "Stap", "Winst", "Moeite", "Rust op", "Aanname", "Verwacht", "Eigenaar", "Status", "Reden", "Sinds", "Verhouding na / voor",
			"Minstens (95%)", "Hoogstens (95%)", "Effect, en waaruit dat is gemeten"},
		Sources: [9]string{"Bron", "Soort", "Met de hand ingevuld", "Gelezen", "Konden meetellen", "Onleesbaar", "Buiten de periode", "Bij geen stap", "Noemer"},
		Read:    [2]string{"Wat", "Betekenis"},
		Signal:  "signaal", LeadTime: "doorlooptijd", Metric: "meting", Arena: "arena", Typed: "ingevuld", Derived: "uit signalen", Unknown: "niet bekend", Yes: "ja", No: "nee",
		Title: "Klantreis", Municipality: "Gemeente", Owner: "Eigenaar", Made: "Opgesteld", Period: "Periode", By: "Opsteller", Median: "De helft van de zaken is klaar binnen zo veel %s",
		Working: "werkdagen", Calendar: "dagen",
		About: [][2]string{
			{"Signalen", "Hoeveel verschillende records bij de stap horen. Een record telt één keer, ook als meer signalen het vinden."},
			{"< 5", "Een groep van minder dan vijf staat er niet als getal, zodat niemand te herkennen is."},
			{"Van alle records", "De records van dezelfde bronnen die zijn gelezen, in de periode liggen en niet vertrouwelijk zijn."},
			{"Noemer", "Hoeveel contacten, bezoeken of aanvragers er in totaal waren; leeg als dat niet bekend is."},
			{"Gevoel", "‘Ingevuld’ is getypt door de opsteller. ‘Uit signalen’ is het gemiddelde van cijfers, met het 95%-interval. ‘Niet bekend’: minder dan vijf cijfers."},
			{"Aanname", "Een advies zonder bewijs."},
		},
	}
}
