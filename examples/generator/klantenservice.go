package main

import (
	"strconv"

	"klantreis/examples/generator/truth"
)

// perWorkday turns a number a year into a rate.
func perWorkday(aYear float64) rate { return level(aYear / 254) }

var complaintTopics = []topic{
	{"Geen antwoord", "klacht", "Telefoon|E-mail|E-mail|Website", "Alle teams",
		step(0.75, truth.SilenceRatio, truth.CallBackChange), silence},
	{"Bejegening", "klacht", "Telefoon|E-mail|Balie", "Alle teams", perWorkday(52), manner},
	{"Buitenruimte", "melding", "Website|Website|Telefoon|Sociale-media", "Wijkbeheer", perWorkday(150), outside},
	{"Besluit", "klacht", "Brief|E-mail|Telefoon", "Vergunningen", perWorkday(58), decisions},
	{"Van kastje naar muur", "klacht", "Telefoon|E-mail|Balie", "Alle teams", perWorkday(64), fromPillar},
	{"Afspraak", "klacht", "Telefoon|Balie", "Burgerzaken", perWorkday(40), appointment},
	{"Belastingen", "vraag", "Telefoon|E-mail", "Belastingen", perWorkday(34), shortTaxes},
}

// complaints is one record a complaint or report: received, called back and dealt with.
func complaints() table {
	d := newDice(51)
	t := table{
		path: "klantenservice/signalen/klachten.csv",
		header: []string{"Kenmerk", "Ontvangen", "Teruggebeld", "Afgehandeld", "Binnengekomen via", "Gaat over",
			"Verhaal van de klant", "Soort", "Doorgezet naar", "Cijfer na afloop", "Alleen voor klantenservice"},
	}
	means := map[string]float64{"Geen antwoord": 5.6, "Bejegening": 6.6, "Buitenruimte": 7.6,
		"Besluit": 5.4, "Van kastje naar muur": 4.6, "Afspraak": 7.2, "Belastingen": 6.8}
	end := day("2022-01-08")
	for i, c := range d.contacts("2020-01-02", "2021-12-31", complaintTopics) {
		days := d.between(2, 4)
		if d.chance(truth.CalledWithin) {
			days = d.between(0, 1)
		}
		called := confirmation(d, c.at, days)
		done := confirmation(d, called, d.within(span{0.45, 0, 2}, span{0.35, 3, 9}, span{0.20, 10, 30}))
		back, handled, score := called.Format(dateTime), done.Format(dateOnly), ""
		if d.chance(0.01) {
			back = ""
		}
		if done.After(end) {
			handled = ""
		} else if d.chance(0.4) {
			score = mark(d.mark(means[c.topic.subject]))
		}
		private := ""
		if c.topic.subject == "Bejegening" && d.chance(0.12) {
			private = "ja"
		}
		t.rows = append(t.rows, []string{"KS-" + strconv.Itoa(3000+i), c.at.Format(dateTime), back, handled,
			d.among(c.topic.channels), c.topic.subject, c.text, c.topic.kind, c.topic.unit, score, private})
	}
	return t
}

var praiseTopics = []topic{
	{"Klantenservice", "compliment", "Telefoon|E-mail|Brief|Sociale-media", "Klantenservice", step(0.35, 1.4, truth.CallBackChange), called},
	{"Verrassing", "compliment", "Brief|E-mail", "Klantenservice", perWorkday(24), surprise},
	{"Webteksten", "tip", "Website|E-mail", "Communicatie", perWorkday(46), webTips},
	{"Meedenken", "tip", "E-mail|Telefoon", "Klantenservice", perWorkday(38), thinkAlong},
	{"Buitenruimte", "compliment", "Sociale-media|Website", "Wijkbeheer", perWorkday(30), niceOutside},
}

// praise is one record a tip or a compliment.
func praise() table {
	d := newDice(22)
	t := table{
		path:   "klantenservice/signalen/tips-en-complimenten.csv",
		header: []string{"Datum", "Via", "Onderwerp", "Wat de klant zei", "Tip of compliment", "Cijfer"},
	}
	for _, c := range d.contacts("2020-01-02", "2021-12-31", praiseTopics) {
		mean := 8.8
		if c.topic.kind == "tip" {
			mean = 7.0
		}
		score := ""
		if d.chance(0.5) {
			score = mark(d.mark(mean))
		}
		t.rows = append(t.rows, []string{c.at.Format(dateTime), d.among(c.topic.channels), c.topic.subject, c.text, c.topic.kind, score})
	}
	return t
}

var (
	silence = []string{
		"Ik heb {twee|drie} weken geleden een mail gestuurd en hoor niets.",
		"Ik hoor niets meer over mijn {aanvraag|brief|melding}.",
		"Er zou iemand terugbellen. Dat is niet gebeurd.",
		"Geen antwoord gekregen op {mijn brief|twee mails}.",
		"Ik weet niet of iemand mijn vraag leest. Ik krijg geen antwoord.",
		"Al een maand stil. Ik hoor niets, ook geen \"wij zijn ermee bezig\".",
		"Waarom krijg ik geen bericht terug? Ik hoor niets.",
	}
	manner = []string{
		"Ik werd {kortaf|niet vriendelijk} te woord gestaan.",
		"De toon van de brief is {kil|streng|onvriendelijk}.",
		"Ik voelde mij niet gehoord aan de balie.",
		"Ik kreeg het gevoel dat ik lastig was. De toon was niet fijn.",
	}
	outside = []string{
		"{De lantaarnpaal|Het licht} in onze straat is {al een week|weer} kapot.",
		"Het paaltje op de hoek ligt voor de {derde|vierde} keer om.",
		"De stoep ligt scheef. Mijn moeder is er bijna gevallen met de rollator.",
		"De prullenbak bij {het strand|de speeltuin|de dijk} is vol.",
		"Het gras bij de {school|begraafplaats} is niet gemaaid.",
		"Er zit een gat in {het fietspad|de weg}.",
	}
	decisions = []string{
		"Mijn {vergunning|aanvraag voor een dakkapel} is geweigerd en ik snap niet waarom.",
		"De brief met het besluit is vol moeilijke woorden.",
		"Waarom mag de buurman het wel? Ik zie de reden niet in het besluit.",
		"Niemand heeft het besluit met mij besproken.",
	}
	fromPillar = []string{
		"Ik ben {drie|vier} keer doorverbonden.",
		"Iedereen zegt dat een ander team erover gaat.",
		"Ik word van het kastje naar de muur gestuurd.",
		"Weer mijn verhaal opnieuw vertellen, weer doorverbonden.",
		"Twee teams spreken elkaar tegen. Wie gaat erover?",
	}
	appointment = []string{
		"Ik had een afspraak en moest toch {een half uur|lang} wachten.",
		"De eerste afspraak kon pas over {drie|vier} weken.",
		"Mijn afspraak stond niet in het systeem.",
	}
	shortTaxes = []string{
		"Ik begrijp de aanslag niet.",
		"Ik wil graag gespreid betalen.",
		"De waarde van mijn huis lijkt mij te hoog.",
	}
	called = []string{
		"Ik werd {dezelfde dag|al na een uur} teruggebeld. Petje af.",
		"Er werd echt geluisterd. Dat deed mij goed.",
		"De medewerker vroeg door naar het verhaal achter mijn klacht.",
		"Eindelijk iemand die zegt: wat heeft u nodig?",
		"Netjes teruggebeld en ook nog een week later. Top.",
	}
	surprise = []string{
		"Er lag een bosje bloemen op de mat. Ik was er stil van.",
		"Een kaartje van de gemeente na al dat gedoe. Wat attent!",
		"Ik kreeg een bon voor koffie in het café. Geweldige verrassing.",
	}
	webTips = []string{
		"Zet bij {elke pagina|het contactblok} hoe lang het duurt.",
		"Maak de webtekst over {bomen|dakkapellen|afval} korter.",
		"Vraag ons om de tekst te lezen vóór u hem plaatst.",
		"Op de website vind ik de klachtenpagina niet.",
	}
	thinkAlong = []string{
		"Ik wil best een avond meedenken over {brieven|de website|de werkwijze}.",
		"Nodig mensen met een klacht uit om mee te denken.",
		"Laat ons meekijken met de werkinstructie.",
	}
	niceOutside = []string{
		"De bloembakken in {de straat|het centrum} zijn prachtig.",
		"De veegploeg is altijd vriendelijk.",
		"Het nieuwe bankje bij de dijk is een plaatje.",
	}
)
