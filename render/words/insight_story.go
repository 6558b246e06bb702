package words

import (
	"fmt"

	"klantreis/journeys"
)

// InsightStory holds the sentences that tell what stands out in signals, and what changes in them.
type InsightStory struct {
	Title                   string // heading
	AtLeast                 string // %s number
	OnlyTopic, AskedAll     string // %s topic, %s n; as Asked, where there are no topics
	AskedHere               string // as Asked, of a topic that is opened: %s topic first
	Largest, Asked          string // %s topic, %s n, %s all, %s share; %s ask or say, %s question, %s n
	Ask, Say                string
	Wordings                string // %s number
	Channel                 string // %s channel, %s share
	Fewer, More             string // %s what, %s since, %s before, %s after, %s unit
	Appeared, Vanished      string // %s what, %s since
	WhatThen                string
	Still                   string // %s share of the signals without a step
	Page                    string // %s page, %s left, %s visits, %s share
	Visits                  string // %s sources
	NoSignals, NoneInPeriod string
	AllSecret, TooFew       string
	NoText, NoDates         string
	Everything              string

	Rising, Falling, Both        string // headings
	NothingRises, NothingFalls   string // %s tested
	TooLittle                    string
	Method                       string // %s from, %s to, %s tested, %s months
	Since, Before, After, Change string // heads of columns; %s unit
	Also                         string // %s what, %s words with it
	PerMonth, PerWeek            string
	Months, Weeks                string
	Times                        string // %s times as many
	FewerThan                    string // %s per unit
	PagesNote, NoPage            string
}

// InsightStory gives those sentences in the language.
func (l Lang) InsightStory() InsightStory {
	if l == English {
		return englishInsightStory()
	}
	return InsightStory{
		Title: "Kort gezegd",
		Ask:   "vragen", Say: "zeggen",
		OnlyTopic: "Alles gaat over %s: %s signalen.", AskedAll: "Mensen %s vooral: ‘%s’ Dat zijn %s signalen",
		Largest: "Het meeste gaat over %s: %s van de %s signalen (%s).", Asked: "Daarbij %s mensen vooral: ‘%s’ Dat zijn %s signalen", AtLeast: "minstens %s", AskedHere: "Over %s %s mensen vooral: ‘%s’ Dat zijn %s signalen", Wordings: ", in %s verschillende formuleringen",
		Channel:  "Daarvoor gebruiken zij het meest: %s (%s).",
		Fewer:    "%s komt sinds %s minder vaak: eerst ongeveer %s per %s, daarna %s.",
		More:     "%s komt sinds %s vaker: eerst ongeveer %s per %s, daarna %s.",
		Appeared: "%s is nieuw sinds %s.", Vanished: "%s komt sinds %s bijna niet meer voor.",
		WhatThen:  "Wat veranderde er toen? Denk aan een brief, een webpagina of een nieuwe regel. Het moment zegt niet waardoor het komt.",
		Still:     "%s van de signalen hoort nog bij geen stap van de klantreis.",
		Page:      "Op de pagina ‘%s’ stoppen de meeste bezoeken: %s van de %s (%s).",
		Visits:    "Bezoeken per pagina uit %s.",
		NoSignals: "Er staan geen signalen in dit bestand.", NoneInPeriod: "Er zijn geen signalen in deze periode. Kies een andere met --van en --tot.",
		AllSecret: "Alle signalen zijn vertrouwelijk. Daarom ziet u hier niets.",
		TooFew:    "Dit zijn te weinig signalen om iets te laten zien. Onder de 5 zou het over herkenbare mensen kunnen gaan.",
		NoText:    "Er is geen kolom met teksten gevonden. Daarom ziet u geen vragen en woorden.", NoDates: "Er is geen kolom met datums gevonden. Daarom is niet te zien wat stijgt of daalt.",
		Everything: "Het aantal signalen",
		Rising:     "Wat stijgt?", Falling: "Wat daalt?", Both: "Wat stijgt of daalt?",
		NothingRises: "Niets stijgt duidelijk. Klantreis keek naar onderwerpen, vragen en woorden (samen %s). Geen daarvan komt zoveel vaker voor dat het waarschijnlijk geen toeval is.",
		NothingFalls: "Niets daalt duidelijk. Klantreis keek naar onderwerpen, vragen en woorden (samen %s). Geen daarvan komt zoveel minder voor dat het waarschijnlijk geen toeval is.",
		TooLittle:    "Dat is niet te zeggen: daarvoor zijn signalen uit minstens vijf maanden of vijf weken nodig.",
		Method: "Van %s tot en met %s. Van elk onderwerp, elke vraag en elk woord (%s in totaal) is gekeken of er een moment is waarna het blijvend anders is dan in de %s ervoor. " +
			"Hier staat alleen wat minstens een kwart scheelt en wat geen toeval lijkt, ook als u bedenkt hoeveel er is bekeken (van 100 van zulke uitkomsten zijn er hooguit 5 toch toeval). " +
			"Ook een seizoen of vakantie kan de oorzaak zijn.",
		Since: "Sinds", Before: "Eerst per %s", After: "Daarna per %s", Change: "Verschil (95%)", Also: "%s (met: %s)",
		PerMonth: "maand", PerWeek: "week", Months: "maanden", Weeks: "weken",
		Times: "%s keer zo veel (%s–%s)", FewerThan: "bijna 0",
		PagesNote: "Het deel van de bezoeken dat op de pagina eindigde. Een hoog deel is niet altijd erg: wie vond wat hij zocht, vertrekt ook.",
		NoPage:    "Alleen pagina's met minstens 5 bezoeken staan erbij.",
	}
}

func englishInsightStory() InsightStory {
	return InsightStory{
		Title: "In short",
		Ask:   "ask", Say: "say",
		OnlyTopic: "Everything is about %s: %s signals.", AskedAll: "People %s most of all: ‘%s’ Those are %s signals",
		Largest: "Most is about %s: %s of the %s signals (%s).", Asked: "There people %s most of all: ‘%s’ Those are %s signals", AtLeast: "at least %s", AskedHere: "About %s people %s most of all: ‘%s’ Those are %s signals", Wordings: ", in %s different wordings",
		Channel:  "For that they use most: %s (%s).",
		Fewer:    "%s comes less often since %s: first about %s per %s, then %s.",
		More:     "%s comes more often since %s: first about %s per %s, then %s.",
		Appeared: "%s is new since %s.", Vanished: "%s has hardly come since %s.",
		WhatThen:  "What changed then? Think of a letter, a web page or a new rule. The moment does not tell the cause.",
		Still:     "%s of the signals belong to no step of the journey yet.",
		Page:      "On the page ‘%s’ most visits end: %s of %s (%s).",
		Visits:    "Visits per page from %s.",
		NoSignals: "There are no signals in this file.", NoneInPeriod: "There are no signals in this period. Choose another one with --van and --tot.",
		AllSecret: "All signals are confidential. That is why nothing is shown here.",
		TooFew:    "These are too few signals to show anything. Below 5 it could be about people who can be recognised.",
		NoText:    "No column with texts was found. That is why there are no questions and words.", NoDates: "No column with dates was found. That is why it cannot be seen what rises or falls.",
		Everything: "The number of signals",
		Rising:     "What rises?", Falling: "What falls?", Both: "What rises or falls?",
		NothingRises: "Nothing clearly rises. Klantreis looked at topics, questions and words (%s together). None comes so much more often that it is probably not chance.",
		NothingFalls: "Nothing clearly falls. Klantreis looked at topics, questions and words (%s together). None comes so much less often that it is probably not chance.",
		TooLittle:    "That cannot be told: it takes signals of at least five months or five weeks.",
		Method: "From %s to %s. Of every topic, question and word (%s in all) it was looked at whether there is a moment since which it is lastingly different from the %s before. " +
			"Shown is only what differs by at least a quarter and does not look like chance, even considering how much was looked at (at most 5%% false alarms). " +
			"A season or a holiday can be the cause as well.",
		Since: "Since", Before: "First, per %s", After: "Then, per %s", Change: "Difference (95%)", Also: "%s (with: %s)",
		PerMonth: "month", PerWeek: "week", Months: "months", Weeks: "weeks",
		Times: "%s times as many (%s–%s)", FewerThan: "almost 0",
		PagesNote: "The share of the visits that ended on the page. A high share is not always bad: who found what they looked for leaves as well.",
		NoPage:    "Only pages of at least 5 visits are shown.",
	}
}

// About names the part of a month in which a day falls: half september 2022.
func (l Lang) About(d journeys.Date) string {
	part := 0
	if d.Day > 10 {
		part++
	}
	if d.Day > 20 {
		part++
	}
	month := l.Month(d.MonthOf())
	if l == English {
		return [...]string{"early ", "mid-", "late "}[part] + month
	}
	return [...]string{"begin ", "half ", "eind "}[part] + month
}

// WeekOf names the week that begins on a day.
func (l Lang) WeekOf(d journeys.Date) string {
	if l == English {
		return fmt.Sprintf("the week of %s", l.Date(d))
	}
	return fmt.Sprintf("de week van %s", l.Date(d))
}
