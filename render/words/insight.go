package words

// Insight holds the words of what stands out in signals, on the terminal and on the page.
type Insight struct {
	Title, TitleTopic             string // %s the topic
	LookedHere                    string // %s signals of the topic, %s of all, from %s
	Looked, Span                  string // %s signals from %s; the days
	LeftOut                       string // %s the source, then a list of:
	Unreadable, Secret            string // %s of them
	Outside, Undated, Lines       string
	Unclaimed                     string // %s signals
	Topics, Asked                 string // headings of sections
	Apart, Where, Weekday, Hour   string
	Waiting, Pages, Openings      string
	Words, Pairs                  string
	Topic, Signals, Share, Most   string // heads of columns
	Course, Question, Ways        string
	What, Channel                 string
	Day, Time, Elsewhere, Word    string
	Followed, For, Finds          string
	FindsOf                       string // %s found, %s of all
	Besides, Page, Visits         string
	Left, Hereof, Factor, Number  string
	NoTopic, Rest, OnlyHere       string
	New, All                      string
	Days                          [7]string
	ApartNote, AskedNote, ByPlace string
	Sampled                       string // one in %s
	WaitingNote                   string
	Searches                      string // heading of the proposals, where there is no journey
	NoProposals, Paste            string
	NoAsked                       string
	SparkAlt                      string // highest %s in %s
	Skip, Contents, Made          string
	Hint                          string // how to open a topic: %s the topic
	AddHint                       string // how to add a proposal: %s its id
	MostOf                        string // %s shown, %s all proposals
	PartMonths                    string // %s list of days
}

// Insight gives the words of what stands out in the language.
func (l Lang) Insight() Insight {
	if l == English {
		return englishInsight()
	}
	return Insight{
		Title: "Wat opvalt in de signalen", TitleTopic: "Onderwerp: %s",
		Looked: "%s signalen uit %s.", LookedHere: "%s van de %s signalen uit %s.", Span: "Van %s tot en met %s.",
		LeftOut: "Niet meegeteld uit %s: %s.", Unreadable: "%s onleesbaar", Secret: "%s vertrouwelijk", Outside: "%s buiten de periode",
		Undated: "Uit %s hebben %s signalen geen datum; die tellen niet mee in het verloop.", Lines: " (regel %s)",
		Unclaimed: "%s van deze signalen horen nog bij geen stap van de klantreis.",
		Topics:    "Waar gaat het over?", Asked: "Wat wordt het meest gevraagd?",
		Apart: "Welke woorden horen bij welk onderwerp?", Where: "Via welk kanaal?", Weekday: "Op welke dag?", Hour: "Hoe laat?",
		Waiting: "Hoort nog bij geen stap: voorstellen", Pages: "Op welke pagina haken mensen af?", Openings: "Hoe beginnen de vragen?",
		Words: "Woorden die dit onderwerp anders maken", Pairs: "Combinaties van twee woorden",
		Topic: "Onderwerp", Signals: "Signalen", Share: "Aandeel", Most: "Meest gevraagd", Course: "Verloop",
		Question: "Vraag (voorbeeld)", Ways: "Formuleringen", What: "Wat",
		Channel: "Kanaal", Day: "Dag", Time: "Uur", Elsewhere: "Elders", Word: "Woord",
		Followed: "Gevolgd door", For: "Voor", Finds: "Vindt", FindsOf: "%s van %s", Besides: "Erbuiten", Page: "Pagina", Visits: "Bezoeken",
		Left: "Afgehaakt", Hereof: "Aandeel (95%)", Factor: "Keer zo vaak", Number: "Nr.",
		NoTopic: "(geen of zeldzaam onderwerp)", Rest: "overig", OnlyHere: "alleen hier", New: "nieuw", All: "alle signalen samen",
		Days: [7]string{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"},
		ApartNote: "Woorden die bij dit onderwerp vaker voorkomen dan bij alle andere. Tussen de twee woorden van een combinatie kan een klein woord staan: " +
			"‘wanneer uitbetaald’ is ook ‘wanneer wordt het uitbetaald’.",
		AskedNote: "Vragen die hetzelfde vragen, staan bij elkaar, ook in andere woorden. Klantreis groepeert ze zelf en kan zich vergissen. U ziet van elke groep één voorbeeld, met alleen woorden die minstens 5 signalen in die groep delen. Op de plaats van andere woorden staat een …",
		ByPlace:   "Groepen onder de 5 staan er niet met een getal.",
		Sampled:   "Er zijn zo veel verschillende teksten dat 1 op de %s is vergeleken; de aantallen bij vragen zijn van die steekproef.",
		Searches:  "Voorstellen om mee te tellen in een klantreis",
		WaitingNote: "Een voorstel is een zoekopdracht voor een stap. Vindt: hoeveel van de signalen die links staan het vindt. Erbuiten: hoeveel andere signalen het ook vindt. " +
			"Lees een voorstel na voordat u het gebruikt.",
		NoProposals: "Er is geen voorstel dat goed genoeg is.", Paste: "Om te plakken onder signalen: van een stap",
		NoAsked:  "Geen groepen van minstens 5 vragen die op elkaar lijken.",
		SparkAlt: "hoogst %s in %s", Skip: "Ga naar de inhoud", Contents: "Op deze pagina", Made: "Gemaakt met Klantreis uit de signalen zelf; er is niets ingevuld.",
		Hint: "Een onderwerp openen: --onderwerp %s", AddHint: "Een voorstel bij een stap zetten: --voeg-toe STAP --voorstel %s",
		MostOf:     "Hier staan de %s grootste van de %s voorstellen. Bij een geopend onderwerp staan de andere.",
		PartMonths: "Niet hele maanden (lichter in het verloop): %s. Een laag aantal daar is dus geen daling.",
	}
}

func englishInsight() Insight {
	return Insight{
		Title: "What stands out in the signals", TitleTopic: "Topic: %s",
		Looked: "%s signals from %s.", LookedHere: "%s of the %s signals from %s.", Span: "From %s to %s.",
		LeftOut: "Not counted from %s: %s.", Unreadable: "%s unreadable", Secret: "%s confidential", Outside: "%s outside the period",
		Undated: "From %s, %s signals have no date; they do not count over time.", Lines: " (line %s)",
		Unclaimed: "%s of these signals belong to no step of the journey yet.",
		Topics:    "What is it about?", Asked: "What is asked most?",
		Apart: "Which words belong to which topic?", Where: "Through which channel?", Weekday: "On which day?", Hour: "At what hour?",
		Waiting: "Belongs to no step yet: proposals", Pages: "On which page do people drop out?", Openings: "How do the questions begin?",
		Words: "Words that set this topic apart", Pairs: "Combinations of two words",
		Topic: "Topic", Signals: "Signals", Share: "Share", Most: "Most asked", Course: "Over time",
		Question: "Question (example)", Ways: "Wordings", What: "What",
		Channel: "Channel", Day: "Day", Time: "Hour", Elsewhere: "Elsewhere", Word: "Word",
		Followed: "Followed by", For: "For", Finds: "Finds", FindsOf: "%s of %s", Besides: "Besides", Page: "Page", Visits: "Visits",
		Left: "Dropped out", Hereof: "Share (95%)", Factor: "Times as usual", Number: "No.",
		NoTopic: "(no topic, or a rare one)", Rest: "other", OnlyHere: "only here", New: "new", All: "all signals together",
		Days:        [7]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
		ApartNote:   "Words that are more usual with this topic than with all others. A small word may stand between the two words of a combination.",
		AskedNote:   "Questions that ask the same stand together, in other words too. Klantreis groups them by itself and may be wrong. You see one example of each group, with only words that at least 5 signals of that group share. A … stands for other words.",
		ByPlace:     "Groups under 5 are not shown as a number.",
		Sampled:     "There are so many different texts that 1 in %s was compared; the numbers with questions are of that sample.",
		Searches:    "Proposals to count with in a journey",
		WaitingNote: "A proposal is a search for a step. Finds: how many of the signals on the left it finds. Besides: how many other signals it finds as well. Read a proposal before you use it.",
		NoProposals: "No proposal is good enough.", Paste: "To paste under signalen: of a step",
		NoAsked:  "No groups of at least 5 questions that are alike.",
		SparkAlt: "highest %s in %s", Skip: "Go to the contents", Contents: "On this page", Made: "Made with Klantreis from the signals themselves; nothing was typed in.",
		Hint: "To open a topic: --onderwerp %s", AddHint: "To add a proposal to a step: --voeg-toe STEP --voorstel %s",
		MostOf:     "These are the %s largest of the %s proposals. The others are shown when a topic is opened.",
		PartMonths: "Not whole months (lighter over time): %s. So a low number there is no fall.",
	}
}
