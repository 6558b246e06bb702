package main

import (
	"slices"
	"strconv"
	"time"

	"klantreis/examples/generator/truth"
)

// moveCases is one record a move: received, and confirmed a number of working days later. Most are
// confirmed within three days; people who move in with someone often wait for weeks.
func moveCases() table {
	d := newDice(11)
	t := table{
		path:   "verhuizen/signalen/zaken.csv",
		header: []string{"Zaaknr", "Binnengekomen op", "Bevestigd op", "Soort verhuizing", "Ingang", "Woongemeente", "Opmerking inwoner"},
	}
	received := make([]time.Time, truth.Moves)
	for i := range received {
		for {
			at := day("2019-01-01").AddDate(0, 0, d.IntN(365))
			if workday(at) || d.chance(0.25) { // the website is open at weekends too
				received[i] = d.officeHour(at)
				break
			}
		}
	}
	slices.SortFunc(received, time.Time.Compare)
	for i, at := range received {
		sort, within := d.among("Binnen de gemeente|Binnen de gemeente|Naar de gemeente|Met een gezin"), truth.OtherWithin
		if d.chance(truth.MovingInShare) {
			sort, within = "Inwoning", truth.MovingInWithin
		}
		spread := []span{{0.07, 0, 0}, {0.60, 1, 2}, {0.33, 3, 5}}
		if !d.chance(within) {
			spread = []span{{0.40, 6, 9}, {0.35, 10, 20}, {0.25, 21, 42}}
		}
		confirmed := confirmation(d, at, d.within(spread...))
		written := confirmed.Format(dateTime)
		if !confirmed.Before(day("2020-01-07")) || d.chance(0.008) {
			written = ""
		}
		remark := ""
		if d.chance(0.35) {
			texts := moveRemarks
			if sort == "Inwoning" {
				texts = movingInRemarks
			}
			remark = d.remark(texts)
		}
		t.rows = append(t.rows, []string{"V19-" + strconv.Itoa(10000+i), at.Format(dateTime), written, sort,
			d.among("Website|Website|Website|Balie|Brief"), d.among("De Wolden|Hoogeveen|Hoogeveen"), remark})
	}
	return t
}

// span is a range of working days and the weight it is drawn with.
type span struct {
	weight    float64
	low, high int
}

// within draws a number of days from one of the spans, whose weights add up to 1.
func (d dice) within(spans ...span) int {
	v := d.Float64()
	for _, s := range spans[:len(spans)-1] {
		if v < s.weight {
			return d.between(s.low, s.high)
		}
		v -= s.weight
	}
	last := spans[len(spans)-1]
	return d.between(last.low, last.high)
}

// confirmation is a moment n working days after the move was received, later on the day itself for 0.
func confirmation(d dice, at time.Time, n int) time.Time {
	when := d.officeHour(workdaysAfter(at, n))
	if when.Before(at) {
		return at.Add(time.Duration(d.between(5, 55)) * time.Minute)
	}
	return when
}

var moveTopics = []topic{
	{"Verhuizing", "vraag", "Telefoon|Telefoon|Telefoon|E-mail|Balie", "Burgerzaken",
		step(2.7, truth.RegisteredRatio, truth.ConfirmationChange), registered},
	{"Verhuizing", "vraag", "Telefoon|Telefoon|Balie", "Burgerzaken", level(0.9), whenToTell},
	{"Verhuizing", "vraag", "Telefoon|Balie|Balie", "Burgerzaken", level(0.7), consent},
	{"Verhuizing", "vraag", "Telefoon|Balie", "Burgerzaken", level(0.45), moveLogIn},
	{"Verhuizing", "klacht", "Telefoon|Brief", "Burgerzaken", level(0.3), postWrong},
	{"Verhuizing", "tip", "Balie|E-mail", "Burgerzaken", level(0.2), allAtOnce},
	{"Afvalpas", "vraag", "Telefoon|Telefoon|E-mail", "Afval", level(0.5), wastePass},
	{"Verhuizing", "compliment", "Balie|Telefoon", "Burgerzaken", level(0.15), welcome},
	{"Rijbewijs", "vraag", "Telefoon|Balie", "Burgerzaken", level(0.3), licence},
}

func moveContacts() table {
	d := newDice(12)
	t := table{
		path:   "verhuizen/signalen/contacten.csv",
		header: []string{"Contact", "Wanneer", "Kanaal", "Waarover", "Wat vroeg de inwoner", "Soort", "Woongemeente"},
	}
	for i, c := range d.contacts("2019-01-02", "2019-12-31", moveTopics) {
		t.rows = append(t.rows, []string{strconv.Itoa(i + 1), c.at.Format(dateTime), d.among(c.topic.channels),
			c.topic.subject, c.text, c.topic.kind, d.among("De Wolden|Hoogeveen|Hoogeveen")})
	}
	return t
}

var moveParts = []part{
	{"Uitzoeken", 6.4, 34,
		[]string{"Ik wist niet {waar ik moest beginnen|dat ik zelf iets moest doorgeven}.", "Er staat veel, maar niet in één lijstje."},
		[]string{"Op de website stond het {kort en duidelijk|goed uitgelegd}.", "Ik had het zo gevonden."}},
	{"Formulier", 7.8, 52,
		[]string{"Ik moest de verhuisdatum weten en die wist ik nog niet.", "Het huurcontract toevoegen lukte niet."},
		[]string{"{Vijf|Tien} minuten werk.", "Alles ging in één keer goed.", "Prettig dat ons hele gezin in één formulier kon."}},
	{"Toestemming", 4.6, 31,
		[]string{"Mijn vriend moest ook nog iets tekenen. Dat wist ik niet.", "Ik woonde er al en kon het niet bewijzen.", "Het briefje met de toestemming was zoekgeraakt."},
		[]string{"Aan de balie konden we samen tekenen.", "Het was zo geregeld."}},
	{"Wachten", 4.1, 66,
		[]string{"Ik hoorde {twee|drie|vier} weken niets.", "Mijn zus had het de volgende dag, ik wachtte weken.", "Zonder bevestiging krijg ik geen {toeslag|parkeervergunning}.", "Ik wist niet of het gelukt was."},
		[]string{"De volgende dag stond het goed.", "Binnen twee dagen had ik bericht."}},
	{"Bevestiging", 8.0, 44,
		[]string{"De brief ging naar ons oude adres.", "Er stond een naam verkeerd in."},
		[]string{"Een vriendelijke brief met wat er nog komt.", "Fijn dat het nu zwart op wit staat."}},
}

func moveSurvey() table {
	d := newDice(13)
	t := table{
		path:   "verhuizen/signalen/enquete.csv",
		header: []string{"Datum", "Welk deel", "Uw cijfer", "Waarom dit cijfer", "Type"},
	}
	for _, a := range d.answers("2019-01-07", "2019-12-20", moveParts) {
		t.rows = append(t.rows, []string{a.at.Format(dateTime), a.part.subject, mark(a.mark), a.text, a.kind})
	}
	return t
}

var (
	moveRemarks = []string{
		"Wij verhuizen met {drie|vier|twee} personen en een hond.",
		"De sleutel krijgen we {op vrijdag|pas aan het eind van de maand}.",
		"Graag ook de {afvalpas|huisvuilpas} op het nieuwe adres.",
		"Het huisnummer heeft een toevoeging: {a|b|bis}.",
		"Wij komen uit België en spreken ook Frans, één van ons heet Zoë.",
		"Mijn post loopt tot die datum via mijn ouders.",
	}
	movingInRemarks = []string{
		"Ik ga bij mijn {vriend|vriendin|moeder} wonen. Toestemming volgt.",
		"De hoofdbewoner heeft de toestemming {al|nog niet} getekend.",
		"Inwoning bij familie, tijdelijk tot ons huis af is.",
		"Na de scheiding woon ik bij mijn {broer|ouders}.",
	}
	registered = []string{
		"Is mijn verhuizing al verwerkt?",
		"Ik heb {twee|drie} weken geleden mijn nieuwe adres doorgegeven. Is het verwerkt?",
		"Ik heb nog geen bevestiging gekregen. Klopt dat?",
		"Mijn {buurman|zus} had na één dag bericht. Waarom ik niet?",
		"Sta ik al ingeschreven op het nieuwe adres?",
		"Zonder bevestiging kan ik geen {zorgtoeslag|parkeervergunning|schoolplek} regelen.",
		"Is het formulier wel aangekomen? Ik kreeg geen bericht.",
		"Hoelang duurt het voor ik ingeschreven sta?",
		"Ik kreeg een ontvangstmail, maar daarna geen bericht meer.",
		"De {bank|school|huisarts} ziet nog mijn oude adres. Is de verhuizing verwerkt?",
		"Wanneer krijg ik de bevestiging? Ik moet morgen naar de notaris.",
		"Ben ik al ingeschreven? Het verzekeringsbedrijf vraagt erom.",
	}
	whenToTell = []string{
		"{Hoelang van tevoren|Vanaf wanneer} mag ik de verhuizing doorgeven?",
		"Wanneer moet ik mijn verhuizing doorgeven, voor of na de sleutel?",
		"Moet ik ook doorgeven dat ik wegga bij mijn oude gemeente?",
		"Kan ik doorgeven voor mijn hele gezin?",
		"Ik ben al verhuisd. Ben ik te laat met doorgeven?",
		"Mag mijn dochter van {17|16} het zelf doorgeven?",
	}
	consent = []string{
		"Ik ga bij mijn vriend wonen. Wie moet toestemming geven?",
		"Is een appje van de hoofdbewoner genoeg als toestemming?",
		"Moet ik een huurcontract meesturen?",
		"Ik heb geen huurcontract, wij huren van familie. Wat nu?",
		"De toestemming van de bewoner is {kwijt|niet gelezen|geweigerd omdat de handtekening mist}.",
		"Welk bewijs is nodig als ik een kamer huur?",
	}
	moveLogIn = []string{
		"Mijn DigiD werkt niet. Kan ik ook langskomen?",
		"Ik kan niet inloggen, ik heb nog het oude telefoonnummer.",
		"Kan ik verhuizen doorgeven zonder DigiD?",
	}
	postWrong = []string{
		"De bevestiging ging naar mijn oude adres.",
		"Onze post komt nog steeds op het oude adres.",
		"De brief is bij de nieuwe bewoners beland. Zij brachten hem gelukkig.",
	}
	allAtOnce = []string{
		"Laat mij in één keer ook de {afvalpas|hond|parkeerkaart} regelen.",
		"Een lijstje met wat er nog meer moet, dat zou helpen.",
		"Stuur een berichtje als het klaar is. Dan hoef ik niet te bellen.",
	}
	wastePass = []string{
		"Krijg ik een nieuwe afvalpas na de verhuizing?",
		"De afvalpas van de vorige bewoner doet het niet meer.",
		"Welke dag wordt bij ons nieuwe huis de bak opgehaald?",
	}
	welcome = []string{
		"Wat een warm welkom aan de balie!",
		"Binnen één dag geregeld. Chapeau.",
		"De mevrouw dacht mee over de school. Heel fijn.",
	}
	licence = []string{
		"Moet mijn rijbewijs ook een nieuw adres hebben?",
		"Kan ik direct een rijbewijs aanvragen?",
	}
)
