package words

// Quality are the words of the report on the data of each source. Kinds are those of quality.Kind.
type Quality struct {
	Title, Lead                                             string // %s journey; %s date
	StoryGood, StoryWorst, StoryFew, StoryAway, StoryFailed string // %s sources; %s source, %s grade, %s kind
	Sources, SourcesNote                                    string
	Source, Grade, Records, Unusable, Days, NoGrade         string
	Findings, FindingsNote, FindingsNone                    string
	What, HowMany, Share, Ask                               string
	Gaps, GapsNote, From, To, Missing                       string
	Drifts, DriftsNote, Field, Name, Change, Came, Went     string // %s day
	About                                                   string // %s a count
	Rule, RuleNote                                          string
	PartTwice                                               string
	Kinds                                                   map[string]string
	Asks                                                    map[string]string
	Fields                                                  map[string]string
}

// Quality gives the words in the language.
func (l Lang) Quality() Quality {
	if l == English {
		return Quality{
			Title: "Quality of the data: %s", Lead: "State of the journey file: %s. All records count here, those outside the period and confidential ones too. This page holds counts, no texts of customers.",
			StoryGood: "Sources with the grade A: %s. Nothing stands in the way of counting on them.", StoryWorst: "%s gets a %s, most of all for this: %s.",
			StoryFew: "Too few records for a grade: %s.", StoryAway: "Not looked at, because they are behind a connection: %s.", StoryFailed: "Not everything could be read: %s.",
			Sources: "The sources", SourcesNote: "A is good, D means: do not rely on it before it is mended. How the grade comes about is at the end.",
			Source: "Source", Grade: "Grade", Records: "Records", Unusable: "Unusable", Days: "From … to", NoGrade: "–",
			Findings: "What is wrong, and what to ask the supplier", FindingsNote: "One row for everything that was met. The grade says how heavily it weighs; without one it does not count for the grade.", FindingsNone: "Nothing was found.",
			What: "What", HowMany: "How often", Share: "Share", Ask: "What to ask",
			Gaps: "Times without records", GapsNote: "In these times of the period no record came, while by the four weeks on the quietest side of it there should be at least seven (fourteen at the ends of the period). Was the delivery incomplete, or was there a reason?",
			From: "From", To: "Up to and including", Missing: "Expected",
			Drifts: "Categories that came or went", DriftsNote: "Something with at least twenty records that stays away for sixty days or more, while the source goes on. Was it renamed, merged or split? Then a rise or fall in a signal can come from that.",
			Field: "Field", Name: "Category", Change: "What happened", Came: "first on %s", Went: "last on %s", About: "about %s",
			Rule: "How the grade comes about", RuleNote: "The largest share with which a source still gets that grade; the worst line decides. The limits are our choice: no standard gives them. Under thirty records there is no grade. Texts that came twice and categories that came or went do not count for it: the maps and the report bear the same grade, and they are made in one reading that does not look for those.",
			PartTwice: "Of %s doubles were looked for in the first million texts only.",
			Kinds: map[string]string{"geen-datum": "without a date", "onmogelijke-datum": "a date that does not exist or cannot be read", "toekomst": "a date after the journey file", "onleesbaar": "unreadable for another reason",
				"leeg": "neither a text nor a topic", "dubbel": "the same text on the same day", "kanaal": "a channel that the journey does not know", "zonder-onderwerp": "no topic", "gat": "days without delivery", "verloop": "records of categories that came or went"},
			Asks: map[string]string{"geen-datum": "Ask for the date of each contact in the export.", "onmogelijke-datum": "Ask for dates in one form, such as 31-12-2022.", "toekomst": "Ask which date this column holds: planned or registered?",
				"onleesbaar": "Ask for an export with texts in quotes and scores as numbers.", "leeg": "Ask whether the text was lost in the export, and to fill in the topic at least.", "dubbel": "Ask whether a contact is exported once for each change; one row per contact is enough.",
				"kanaal": "Ask for a list of channels, or put them under ‘kanalen-eigen’.", "zonder-onderwerp": "Ask the team to choose a topic for each contact.", "gat": "Ask for the days that lack, or for the reason.", "verloop": "Ask which categories were changed, and when."},
			Fields: map[string]string{"onderwerp": "topic", "kanaal": "channel"},
		}
	}
	return Quality{
		Title: "Kwaliteit van de gegevens: %s", Lead: "Stand van het klantreisbestand: %s. Alle records tellen hier mee, ook die buiten de periode en de vertrouwelijke. Op deze pagina staan aantallen, en geen teksten van klanten.",
		StoryGood: "Bronnen met een A: %s. Niets staat in de weg om erop te tellen.", StoryWorst: "%s krijgt een %s, vooral hierdoor: %s.",
		StoryFew: "Te weinig records voor een letter: %s.", StoryAway: "Niet bekeken, want achter een verbinding: %s.", StoryFailed: "Niet alles was te lezen: %s.",
		Sources: "De bronnen", SourcesNote: "A is goed; D betekent: vertrouw er niet op voordat het hersteld is. Hoe de letter ontstaat, staat onderaan.",
		Source: "Bron", Grade: "Letter", Records: "Records", Unusable: "Onbruikbaar", Days: "Van … tot en met", NoGrade: "–",
		Findings: "Wat er mis is, en wat u de leverancier vraagt", FindingsNote: "Eén regel voor alles wat gevonden is. De letter zegt hoe zwaar het weegt; zonder letter telt het niet mee.", FindingsNone: "Er is niets gevonden.",
		What: "Wat", HowMany: "Hoe vaak", Share: "Deel", Ask: "Wat u vraagt",
		Gaps: "Tijden zonder records", GapsNote: "In deze tijden van de periode kwam er geen record binnen, terwijl er naar de vier weken aan de rustigste kant minstens zeven te verwachten waren (aan het begin en einde van de periode veertien). Was de levering niet compleet, of was er een reden?",
		From: "Van", To: "Tot en met", Missing: "Verwacht",
		Drifts: "Categorieën die kwamen of gingen", DriftsNote: "Iets met minstens twintig records dat zestig dagen of langer wegblijft, terwijl de bron doorgaat. Kreeg het een andere naam, of is het samengevoegd of gesplitst? Dan kan een stijging of daling van een signaal daardoor komen.",
		Field: "Veld", Name: "Categorie", Change: "Wat er gebeurde", Came: "voor het eerst op %s", Went: "voor het laatst op %s", About: "ongeveer %s",
		Rule: "Hoe de letter ontstaat", RuleNote: "Het grootste deel waarmee een bron die letter nog krijgt; de slechtste regel beslist. De grenzen zijn onze keuze: geen norm noemt ze. Met minder dan dertig records is er geen letter. Dubbele teksten en categorieën die kwamen of gingen tellen er niet in mee: op de kaart en in het rapport staat dezelfde letter, en die ontstaan in één keer lezen, waarbij daar niet naar gezocht wordt.",
		PartTwice: "Van %s is alleen in het eerste miljoen teksten naar dubbele gezocht.",
		Kinds: map[string]string{"geen-datum": "zonder datum", "onmogelijke-datum": "een datum die niet bestaat of niet te lezen is", "toekomst": "een datum na het klantreisbestand", "onleesbaar": "om een andere reden niet te lezen",
			"leeg": "geen tekst en geen onderwerp", "dubbel": "dezelfde tekst op dezelfde dag", "kanaal": "een kanaal dat de klantreis niet kent", "zonder-onderwerp": "geen onderwerp", "gat": "dagen zonder levering", "verloop": "records van categorieën die kwamen of gingen"},
		Asks: map[string]string{"geen-datum": "Vraag om de datum van elk contact in de export.", "onmogelijke-datum": "Vraag om datums in één vorm, zoals 31-12-2022.", "toekomst": "Vraag welke datum in deze kolom staat: gepland of geregistreerd?",
			"onleesbaar": "Vraag om een export met teksten tussen aanhalingstekens en cijfers als getal.", "leeg": "Vraag of de tekst bij het exporteren wegvalt, en om in elk geval een onderwerp.", "dubbel": "Vraag of een contact bij elke wijziging opnieuw meekomt; één regel per contact is genoeg.",
			"kanaal": "Vraag om de lijst van kanalen, of zet ze onder ‘kanalen-eigen’.", "zonder-onderwerp": "Vraag het team om bij elk contact een onderwerp te kiezen.", "gat": "Vraag om de dagen die ontbreken, of naar de reden.", "verloop": "Vraag welke categorieën veranderd zijn, en wanneer."},
		Fields: map[string]string{"onderwerp": "onderwerp", "kanaal": "kanaal"},
	}
}
