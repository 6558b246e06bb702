package words

// Insight holds the words of what stands out in signals, on the terminal and on the page.
type Insight struct {
	Title, TitleTopic             string // %s the topic
	Looked, Span                  string // %s signals from %s; the days
	LeftOut                       string // %s the source, then a list of:
	Unreadable, Secret            string // %s of them
	Outside, Undated, Lines       string
	Unclaimed                     string // %s signals
	Topics, Asked, Rising         string // headings of sections
	Apart, Where, Weekday, Hour   string
	Waiting, Pages, Openings      string
	Words, Pairs                  string
	Topic, Signals, Share, Most   string // heads of columns
	Course, Question, Ways        string
	Example, What, Kind, Recent   string
	Expected, Times, Channel      string
	Day, Time, Elsewhere, Word    string
	Followed, For, Counts         string
	Right, Found, Page, Visits    string
	Left, Hereof, Factor, Number  string
	NoTopic, Rest, OnlyHere       string
	New, All                      string
	Kinds                         [4]string
	Days                          [7]string
	RiseNote                      string // %s last period, %s its days, %s periods before, %s unit, %s tested
	NothingRises, TooLittle       string
	Month, Week                   string
	ApartNote, AskedNote, ByPlace string
	Sampled                       string // one in %s
	WaitingNote, PagesNote        string
	ExampleNote, NoExamples       string
	NoProposals, Paste            string
	NoAsked                       string
	SparkAlt                      string // highest %s in %s
	Skip, Contents, Made          string
	Hint                          string // how to open a topic: %s the topic
}

// Insight gives the words of what stands out in the language.
func (l Lang) Insight() Insight {
	if l == English {
		return englishInsight()
	}
	return Insight{
		Title: "Wat opvalt in de signalen", TitleTopic: "Onderwerp: %s",
		Looked: "%s signalen uit %s.", Span: "Van %s tot en met %s.",
		LeftOut: "Niet meegeteld uit %s: %s.", Unreadable: "%s onleesbaar", Secret: "%s vertrouwelijk", Outside: "%s buiten de periode",
		Undated: "Uit %s hebben %s signalen geen datum; die tellen niet mee in het verloop.", Lines: " (regel %s)",
		Unclaimed: "%s van deze signalen horen nog bij geen stap van de klantreis.",
		Topics:    "Waar gaat het over?", Asked: "Wat wordt het meest gevraagd?", Rising: "Wat stijgt?",
		Apart: "Welke woorden horen bij welk onderwerp?", Where: "Via welk kanaal?", Weekday: "Op welke dag?", Hour: "Hoe laat?",
		Waiting: "Hoort nog bij geen stap: voorstellen", Pages: "Op welke pagina haken mensen af?", Openings: "Hoe beginnen de vragen?",
		Words: "Woorden die dit onderwerp anders maken", Pairs: "Combinaties van twee woorden",
		Topic: "Onderwerp", Signals: "Signalen", Share: "Aandeel", Most: "Meest gevraagd", Course: "Verloop",
		Question: "Vraag, in losse woorden", Ways: "Formuleringen", Example: "Voorbeeld", What: "Wat", Kind: "Soort", Recent: "Nu",
		Expected: "Verwacht", Times: "Keer zo veel (95%)", Channel: "Kanaal", Day: "Dag", Time: "Uur", Elsewhere: "Elders", Word: "Woord",
		Followed: "Gevolgd door", For: "Voor", Counts: "Telt", Right: "Raak", Found: "Gevonden", Page: "Pagina", Visits: "Bezoeken",
		Left: "Afgehaakt", Hereof: "Aandeel (95%)", Factor: "Keer zo gewoon", Number: "Nr.",
		NoTopic: "(geen of zeldzaam onderwerp)", Rest: "overig", OnlyHere: "alleen hier", New: "nieuw", All: "alle signalen samen",
		Kinds: [4]string{"alles", "onderwerp", "woord", "combinatie"},
		Days:  [7]string{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"},
		RiseNote: "De laatste periode (%s, %s dagen) naast de %s %s ervoor, per dag gerekend. Getoetst: %s reeksen. Hier staat alleen wat minstens een kwart " +
			"hoger is en wat geen toeval lijkt, ook als u bedenkt dat er zo veel reeksen zijn bekeken (hooguit 5%% vals alarm).",
		NothingRises: "Niets stijgt aantoonbaar.", TooLittle: "Te weinig gegevens: er zijn minstens vijf maanden of vijf weken nodig.",
		Month: "maanden", Week: "weken",
		ApartNote: "Woorden die bij dit onderwerp gewoner zijn dan bij alle andere. Tussen de twee woorden van een combinatie kan een klein woord staan: " +
			"‘wanneer uitbetaald’ is ook ‘wanneer wordt het uitbetaald’.",
		AskedNote: "Vragen die bijna hetzelfde zijn, staan bij elkaar. U ziet de woorden die de meeste van die vragen delen, niet de tekst zelf.",
		ByPlace:   "Groepen onder de 5 staan er niet met een getal.",
		Sampled:   "Er zijn zo veel verschillende teksten dat 1 op de %s is vergeleken; de aantallen bij vragen zijn van die steekproef.",
		WaitingNote: "Telt: signalen die dit voorstel erbij zou tellen. Raak: welk deel van wat het telt, hoort bij wat er links staat. Gevonden: welk deel daarvan het vindt. " +
			"Lees een voorstel na voordat u het gebruikt.",
		PagesNote:   "Het aandeel van de bezoeken dat op de pagina eindigde.",
		ExampleNote: "Een voorbeeld is de meest gewone tekst van de groep. Nummers en adressen zijn eruit gehaald, namen niet altijd. Deel dit niet zonder te lezen.",
		NoExamples:  "Met --voorbeelden ziet u bij elke vraag één voorbeeld.",
		NoProposals: "Er is geen voorstel dat goed genoeg is.", Paste: "Om te plakken onder signalen: van een stap",
		NoAsked:  "Geen groepen van minstens 5 vragen die op elkaar lijken.",
		SparkAlt: "hoogst %s in %s", Skip: "Ga naar de inhoud", Contents: "Op deze pagina", Made: "Gemaakt met Klantreis uit de signalen zelf; er is niets ingevuld.",
		Hint: "Een onderwerp openen: --onderwerp %s",
	}
}

func englishInsight() Insight {
	return Insight{
		Title: "What stands out in the signals", TitleTopic: "Topic: %s",
		Looked: "%s signals from %s.", Span: "From %s to %s.",
		LeftOut: "Not counted from %s: %s.", Unreadable: "%s unreadable", Secret: "%s confidential", Outside: "%s outside the period",
		Undated: "From %s, %s signals have no date; they do not count over time.", Lines: " (line %s)",
		Unclaimed: "%s of these signals belong to no step of the journey yet.",
		Topics:    "What is it about?", Asked: "What is asked most?", Rising: "What rises?",
		Apart: "Which words belong to which topic?", Where: "Through which channel?", Weekday: "On which day?", Hour: "At what hour?",
		Waiting: "Belongs to no step yet: proposals", Pages: "On which page do people drop out?", Openings: "How do the questions begin?",
		Words: "Words that set this topic apart", Pairs: "Combinations of two words",
		Topic: "Topic", Signals: "Signals", Share: "Share", Most: "Most asked", Course: "Over time",
		Question: "Question, in single words", Ways: "Wordings", Example: "Example", What: "What", Kind: "Kind", Recent: "Now",
		Expected: "Expected", Times: "Times as many (95%)", Channel: "Channel", Day: "Day", Time: "Hour", Elsewhere: "Elsewhere", Word: "Word",
		Followed: "Followed by", For: "For", Counts: "Counts", Right: "Right", Found: "Found", Page: "Page", Visits: "Visits",
		Left: "Dropped out", Hereof: "Share (95%)", Factor: "Times as usual", Number: "No.",
		NoTopic: "(no topic, or a rare one)", Rest: "other", OnlyHere: "only here", New: "new", All: "all signals together",
		Kinds: [4]string{"all", "topic", "word", "combination"},
		Days:  [7]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
		RiseNote: "The last period (%s, %s days) beside the %s %s before it, per day. Series tested: %s. Shown is only what is at least a quarter higher and does not look like " +
			"chance, even considering how many series were looked at (at most 5%% false alarms).",
		NothingRises: "Nothing demonstrably rises.", TooLittle: "Too little data: at least five months or five weeks are needed.",
		Month: "months", Week: "weeks",
		ApartNote:   "Words that are more usual with this topic than with all others. A small word may stand between the two words of a combination.",
		AskedNote:   "Questions that are nearly the same stand together. You see the words that most of those questions share, not the text itself.",
		ByPlace:     "Groups under 5 are not shown as a number.",
		Sampled:     "There are so many different texts that 1 in %s was compared; the numbers with questions are of that sample.",
		WaitingNote: "Counts: signals that this proposal would add. Right: which part of what it counts belongs to what stands on the left. Found: which part of that it finds. Read a proposal before you use it.",
		PagesNote:   "The share of the visits that ended on the page.",
		ExampleNote: "An example is the most typical text of its group. Numbers and addresses have been taken out, names not always. Do not share this unread.",
		NoExamples:  "With --voorbeelden you see one example with each question.",
		NoProposals: "No proposal is good enough.", Paste: "To paste under signalen: of a step",
		NoAsked:  "No groups of at least 5 questions that are alike.",
		SparkAlt: "highest %s in %s", Skip: "Go to the contents", Contents: "On this page", Made: "Made with Klantreis from the signals themselves; nothing was typed in.",
		Hint: "To open a topic: --onderwerp %s",
	}
}
