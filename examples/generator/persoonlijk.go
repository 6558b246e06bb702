package main

import (
	"strconv"

	"klantreis/examples/generator/truth"
)

var formTopics = []topic{
	{"Parkeerkaart", "vraag", "Telefoon|Telefoon|Balie", "KCC", step(1.3, truth.LetterRatio, truth.LetterChange), letter},
	{"Parkeerkaart", "vraag", "Telefoon|Telefoon|Telefoon|Balie", "KCC", step(1.4, truth.HelpRatio, truth.PhoneChange), helpMe},
	{"Parkeerkaart", "klacht", "Telefoon|E-mail", "KCC", level(0.35), wall},
	{"Parkeerkaart", "vraag", "Telefoon|Balie", "Wmo", level(0.5), examination},
	{"Parkeerkaart", "vraag", "Telefoon|E-mail", "Wmo", level(0.35), renewing},
	{"Parkeerkaart", "compliment", "Balie|Telefoon|Brief", "KCC", level(0.25), cakes},
	{"Parkeerkaart", "tip", "Telefoon|Balie|Website", "KCC", level(0.3), formTips},
	{"Vervoerspas", "vraag", "Telefoon|Balie", "Wmo", level(0.4), transport},
	{"Overig", "vraag", "Telefoon|Balie|E-mail", "KCC", level(0.35), otherQuestions},
}

// formContacts is the contacts about asking for a parking card for people who walk with difficulty.
func formContacts() table {
	d := newDice(89)
	t := table{
		path:   "persoonlijk-contact/signalen/contacten.csv",
		header: []string{"Contactnummer", "Datum en tijd", "Kanaal", "Onderwerp", "Vraag", "Soort vraag", "Afdeling", "Vertrouwelijk"},
	}
	for i, c := range d.contacts("2023-01-02", "2023-12-29", formTopics) {
		private := "nee"
		if c.topic.unit == "Wmo" && d.chance(0.06) {
			private = "ja"
		}
		t.rows = append(t.rows, []string{strconv.Itoa(i + 1), c.at.Format(dateTime), d.among(c.topic.channels),
			c.topic.subject, c.text, c.topic.kind, c.topic.unit, private})
	}
	return t
}

var formParts = []part{
	{"De brief", 5.0, 60,
		[]string{"Ik moest de brief {drie|twee} keer lezen.", "Er staan woorden in die ik niet ken.", "Mijn dochter heeft de brief uitgelegd."},
		[]string{"Een duidelijke brief, met een naam erbij.", "Kort en vriendelijk."}},
	{"Het formulier", 5.6, 72,
		[]string{"Ik zag door de vragen de weg niet meer.", "Waarom vraagt u wat u al weet?", "Ik klikte en alles was leeg.", "Met mijn handen gaat typen moeilijk."},
		[]string{"Alles stond al klaar, ik hoefde het alleen na te kijken.", "Makkelijk, grote letters."}},
	{"Hulp van een medewerker", 8.5, 68,
		[]string{"Ik moest even wachten aan de lijn.", "Het was druk aan de balie."},
		[]string{"{Zij|Hij} had alle tijd voor mij.", "We hebben het samen ingevuld. Heel prettig.", "Ik werd gezien. Dat is het.", "Een mens aan de telefoon, wat een verademing."}},
	{"De keuring", 5.8, 36,
		[]string{"Waarom een keuring? Mijn huisarts weet alles.", "Ik zag er erg tegenop."},
		[]string{"De arts was vriendelijk en duidelijk.", "Het viel mij mee."}},
	{"De parkeerkaart", 8.8, 48,
		[]string{"Fijn, maar ik heb er lang op gewacht."},
		[]string{"Ik kan weer naar {de markt|mijn zus|het koor}.", "Mijn wereld is weer groter.", "Heel blij mee!"}},
}

// formSurvey is the survey, filled in on the website or by telephone with an employee.
func formSurvey() table {
	d := newDice(32)
	t := table{
		path:   "persoonlijk-contact/signalen/enquete.csv",
		header: []string{"Ingevuld", "Ingevuld via", "Deel van de dienstverlening", "Cijfer (1-10)", "Wat wilt u ons vertellen", "Wat voor reactie"},
	}
	for _, a := range d.answers("2023-01-09", "2023-12-22", formParts) {
		t.rows = append(t.rows, []string{a.at.Format(dateTime), d.among("Website|Website|Telefoon"), a.part.subject, mark(a.mark), a.text, a.kind})
	}
	return t
}

var (
	letter = []string{
		"Ik begrijp de brief niet. Wat moet ik doen?",
		"In de brief staat \"medische grondslag\". Wat is dat?",
		"Wat bedoelt u in de brief met \"leges\"?",
		"Moet ik op de brief antwoorden of is het klaar?",
		"Ik heb de brief {twee|drie} keer gelezen en weet nog niet of het ja of nee is.",
		"Mijn {vader|buurvrouw} begrijpt de brief niet. Kunt u het uitleggen?",
		"De brief is vier kanten lang. Waar staat wat ik nodig heb?",
		"Welke termijn staat er in de brief? De letters zijn zo klein.",
	}
	helpMe = []string{
		"Kunt u mij helpen met het formulier? Ik heb geen computer.",
		"Ik wil het liever samen invullen, aan de telefoon.",
		"Mag ik langskomen? Dan vullen we het samen in.",
		"Ik bel omdat uw nummer naast het formulier staat. Kunt u helpen?",
		"Mijn handen trillen, typen lukt niet. Wie kan helpen?",
		"Ik kom niet verder bij vraag {vijf|negen}. Kunt u met mij meekijken?",
		"Mijn man deed dit altijd. Nu sta ik er alleen voor. Kunt u helpen?",
		"Kan iemand thuis komen helpen met het formulier?",
	}
	wall = []string{
		"Ik krijg steeds een computer, ik wil een mens spreken.",
		"Alles moet met DigiD. Ik heb dat niet.",
		"Het formulier liep vast en alles was weg.",
		"Op de website vond ik geen telefoonnummer. Ik wil een mens spreken.",
	}
	examination = []string{
		"Moet ik naar de keuring? Ik loop heel slecht.",
		"Wanneer is de keuring en wie betaalt die?",
		"Kan de keuring thuis? Ik kom de deur bijna niet uit.",
		"Mag mijn dochter mee naar de arts?",
	}
	renewing = []string{
		"Mijn kaart verloopt {volgende maand|binnenkort}. Moet ik alles opnieuw doen?",
		"Waarom moet ik bij het verlengen weer bewijzen dat ik niet kan lopen?",
		"Krijg ik bericht als ik moet verlengen?",
	}
	cakes = []string{
		"Ik kom een taart brengen. Zo blij met de hulp!",
		"Een kaartje voor het hele team: jullie zijn goud waard.",
		"Bloemen voor de medewerker die mij aan de telefoon hielp.",
		"Dank voor het geduld. Ik voelde mij gezien.",
	}
	formTips = []string{
		"Zet de gegevens die u al heeft vast in het formulier.",
		"Grotere letters en minder klikken, alstublieft.",
		"Maak een filmpje van het formulier.",
		"Stuur zelf een bericht vóór de kaart verloopt.",
	}
	transport = []string{
		"Hoe vraag ik een vervoerspas aan?",
		"De taxi met de vervoerspas kwam te laat.",
		"Kan ik de vervoerspas naast de parkeerkaart hebben?",
	}
	otherQuestions = []string{
		"Tot hoe laat is het gemeentehuis open?",
		"Ik zoek een invalidetoilet in het centrum.",
		"Kan ik ergens een rolstoel lenen?",
	}
)
