package words

// Privacy are the words of the report for the privacy officer.
type Privacy struct {
	Title, Lead                                             string // %s journey; %s date
	StoryNone, StoryFound, StoryQuotes, StoryFailed         string
	Found, FoundNote, FoundNothing                          string
	Source, Column, ReadAs, Kind, Records, Times, NotRead   string
	Extra, ExtraNote                                        string
	Left, LeftNote, Read, Confidential, Outside, Bad, Typed string
	Quotes, QuotesNote, Step, Line, State, Hidden           string
	Shown, Waiting, Nothing                                 string
	Texts, TextsNote                                        string
	Small, SmallNote, Signal                                string
	Away, AwayNote, AwayNone, Server                        string
	Rules, RulesNote, Rule                                  string
	HowFound                                                map[string]string // by kind
	Kinds                                                   map[string]string // names of kinds, where they differ from those in brackets
}

// Privacy gives the words in the language.
func (l Lang) Privacy() Privacy {
	if l == English {
		return Privacy{
			Title: "Privacy report: %s", Lead: "For the privacy officer. State of the journey file: %s. This report holds counts and places, and no personal data itself.",
			StoryNone:   "In %s records of %s no cell was found that looks like personal data.",
			StoryFound:  "In %s records of %s, %s cells were found that hold what looks like personal data. None of it is copied to an output.",
			StoryQuotes: "Quotes: %d. Approved and shown: %d. Not approved, and shown nowhere: %d.",
			StoryFailed: "Not everything could be read: %s.",
			Found:       "What was found", FoundNote: "Per column of each source. A record can count in several rows. Numbers below five are not shown as such.",
			FoundNothing: "Nothing was found in the files.",
			Source:       "Source", Column: "Column", ReadAs: "Read as", Kind: "Kind", Records: "Records", Times: "Times", NotRead: "not read",
			Extra: "Columns that are not needed", ExtraNote: "These columns are about people, and Klantreis does not read them. Ask for an export without them: what is not there cannot leak.",
			Left: "What was left out", LeftNote: "Confidential records count in no signal. Records outside the period and unreadable ones do not either. Read and unreadable together are all records of the file; confidential ones and those outside the period are among what was read.",
			Read: "Read", Confidential: "Confidential", Outside: "Outside the period", Bad: "Unreadable", Typed: "Typed by hand",
			Quotes: "Quotes", QuotesNote: "A quote is shown only with ‘akkoord: true’, and then without what is named here.",
			Step: "Step", Line: "Line", State: "State", Hidden: "Taken out", Shown: "shown", Waiting: "waits for approval", Nothing: "nothing",
			Texts: "Texts in the journey file", TextsNote: "In these lines of the file stands what looks like personal data. Take it out there.",
			Small: "Small groups", SmallNote: "Of these signals fewer than five records were found. They are written as “< 5” everywhere.", Signal: "Signal",
			Away: "Connections", AwayNote: "These sources are asked over a connection that the journey names. Their texts were not looked through for this report.",
			AwayNone: "The journey names no connection: no data leaves this computer.", Server: "Server",
			Rules: "How it is recognised", RulesNote: "By form, check digits and the words before it. A name that stands loose in a sentence is not always found: that is why somebody reads each quote before it is approved.", Rule: "Rule",
			HowFound: map[string]string{
				"bsn": "nine digits that pass the eleven test, unless a word says that it is another number", "rekeningnummer": "an IBAN with right check digits; an old number behind the word for it",
				"btw-nummer": "the form NL000000000B00", "documentnummer": "behind a word such as passport or driving licence",
				"telefoonnummer": "a Dutch or foreign number; not 14 0xx, 0800 and 0900", "e-mailadres": "something with an at-sign",
				"adres": "a postcode, or a street with a number", "kenteken": "the fourteen Dutch series", "geboortedatum": "a date beside a word for being born",
				"zaaknummer": "behind a word for a case or file, or in the form of a case system", "persoonlijke link": "a web address with a token, a user or a long random part; somebody's own page",
				"gebruikersnaam": "@name, but not of public bodies", "naam": "after a title, a greeting, a closing, “mijn naam is”, a relation; a known first name with a surname",
				"nummer": "said to be a BSN, but its digits do not agree",
			},
			Kinds: map[string]string{"rekeningnummer": "bank account", "btw-nummer": "VAT number", "documentnummer": "document number", "telefoonnummer": "telephone number", "e-mailadres": "e-mail address",
				"adres": "address", "kenteken": "number plate", "geboortedatum": "date of birth", "zaaknummer": "case number", "persoonlijke link": "personal link", "gebruikersnaam": "user name", "naam": "name", "nummer": "number", "bsn": "BSN"},
		}
	}
	return Privacy{
		Title: "Privacyverslag: %s", Lead: "Voor de functionaris gegevensbescherming. Stand van het klantreisbestand: %s. In dit verslag staan aantallen en plaatsen, en zelf geen persoonsgegevens.",
		StoryNone:   "In %s records van %s is geen cel gevonden die op persoonsgegevens lijkt.",
		StoryFound:  "In %s records van %s zijn %s cellen gevonden met iets dat op persoonsgegevens lijkt. Niets daarvan komt in een uitvoer.",
		StoryQuotes: "Citaten: %d. Goedgekeurd en te zien: %d. Nog zonder akkoord, en nergens te zien: %d.",
		StoryFailed: "Niet alles was te lezen: %s.",
		Found:       "Wat er gevonden is", FoundNote: "Per kolom van elke bron. Een record kan op meer regels meetellen. Aantallen onder de vijf staan er niet als getal.",
		FoundNothing: "In de bestanden is niets gevonden.",
		Source:       "Bron", Column: "Kolom", ReadAs: "Gelezen als", Kind: "Soort", Records: "Records", Times: "Keren", NotRead: "niet gelezen",
		Extra: "Kolommen die niet nodig zijn", ExtraNote: "Deze kolommen gaan over personen, en Klantreis leest ze niet. Vraag een export zonder deze kolommen: wat er niet is, kan niet uitlekken.",
		Left: "Wat is weggelaten", LeftNote: "Vertrouwelijke records tellen in geen enkel signaal mee. Records buiten de periode en onleesbare records ook niet. Gelezen en onleesbaar samen zijn alle records van het bestand; vertrouwelijk en buiten de periode horen bij wat gelezen is.",
		Read: "Gelezen", Confidential: "Vertrouwelijk", Outside: "Buiten de periode", Bad: "Onleesbaar", Typed: "Met de hand ingevuld",
		Quotes: "Citaten", QuotesNote: "Een citaat is alleen te zien met ‘akkoord: true’, en dan zonder wat hier staat.",
		Step: "Stap", Line: "Regel", State: "Stand", Hidden: "Eruit gehaald", Shown: "te zien", Waiting: "wacht op akkoord", Nothing: "niets",
		Texts: "Teksten in het klantreisbestand", TextsNote: "Op deze regels van het bestand staat iets dat op persoonsgegevens lijkt. Haal het daar weg.",
		Small: "Kleine groepen", SmallNote: "Van deze signalen zijn er minder dan vijf gevonden. Overal staat dan “< 5”.", Signal: "Signaal",
		Away: "Verbindingen", AwayNote: "Deze bronnen worden bevraagd via een verbinding die in de klantreis staat. Hun teksten zijn voor dit verslag niet doorgekeken.",
		AwayNone: "De klantreis noemt geen verbinding: er gaan geen gegevens van deze computer af.", Server: "Server",
		Rules: "Waaraan het te herkennen is", RulesNote: "Aan de vorm, de controlecijfers en de woorden ervoor. Een naam die los in een zin staat, wordt niet altijd gevonden: daarom leest iemand elk citaat voordat het akkoord krijgt.", Rule: "Regel",
		HowFound: map[string]string{
			"bsn": "negen cijfers die de elfproef doorstaan, tenzij een woord zegt dat het een ander nummer is", "rekeningnummer": "een IBAN met kloppende controlecijfers; een oud nummer achter het woord ervoor",
			"btw-nummer": "de vorm NL000000000B00", "documentnummer": "achter een woord zoals paspoort of rijbewijs",
			"telefoonnummer": "een Nederlands of buitenlands nummer; niet 14 0xx, 0800 en 0900", "e-mailadres": "iets met een apenstaartje",
			"adres": "een postcode, of een straat met een nummer", "kenteken": "de veertien Nederlandse series", "geboortedatum": "een datum naast een woord voor geboren zijn",
			"zaaknummer": "achter een woord voor een zaak of dossier, of in de vorm van een zaaksysteem", "persoonlijke link": "een webadres met een sleutel, een gebruiker of een lang willekeurig deel; iemands eigen pagina",
			"gebruikersnaam": "@naam, maar niet van de overheid", "naam": "na een aanspreking, een groet, “mijn naam is”, een familielid; een bekende voornaam met een achternaam",
			"nummer": "zou een bsn zijn, maar de cijfers kloppen niet",
		},
	}
}

// KindName is what a kind of personal data is called in a table.
func (p Privacy) KindName(kind string) string {
	if name, ok := p.Kinds[kind]; ok {
		return name
	}
	return kind
}
