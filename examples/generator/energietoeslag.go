package main

import (
	"strconv"

	"klantreis/examples/generator/truth"
)

const allowance = "Energietoeslag"

var allowanceTopics = []topic{
	{allowance, "vraag", "Telefoon|Telefoon|Telefoon|Telefoon|Balie|E-mail|Chat", "Werk en Inkomen",
		fortnight(step(6.6, truth.WhenPaidRatio, truth.WebsiteChange)), whenPaid},
	{allowance, "klacht", "Telefoon|Telefoon|E-mail", "Werk en Inkomen",
		step(0.5, truth.WhenPaidRatio, truth.WebsiteChange), takesLong},
	{allowance, "vraag", "Telefoon|Telefoon|Balie|Chat", "Werk en Inkomen",
		step(1.9, truth.ConditionRatio, truth.LeafletChange), conditions},
	{allowance, "vraag", "Telefoon|Balie|Chat", "Werk en Inkomen", level(0.5), byItself},
	{allowance, "vraag", "Telefoon|Telefoon|Balie|Balie|Chat", "Klantcontactcentrum", level(1.3), fillIn},
	{allowance, "vraag", "Telefoon|Balie", "Klantcontactcentrum", level(0.5), logIn},
	{allowance, "vraag", "Telefoon|Balie|Balie|E-mail", "Werk en Inkomen",
		step(1.4, truth.EvidenceRatio, truth.EvidenceChange), proofs},
	{allowance, "vraag", "Telefoon|Telefoon|E-mail|Chat", "Werk en Inkomen", level(1.2), howFar},
	{allowance, "klacht", "Telefoon|Balie|E-mail", "Werk en Inkomen", level(0.7), refused},
	{allowance, "compliment", "Telefoon|Balie|E-mail", "Werk en Inkomen", level(0.25), thanks},
	{allowance, "tip", "Telefoon|Balie", "Communicatie", level(0.3), neverHeard},
	{truth.HiddenSubject, "vraag", "Telefoon|Chat|Chat|E-mail", "Werk en Inkomen", level(1.5), students},
	{"Paspoort en ID-kaart", "vraag", "Telefoon|Balie", "Burgerzaken", level(0.45), passport},
	{"Verhuizing", "vraag", "Telefoon|Balie|Chat", "Burgerzaken", level(0.35), moving},
	{"Afval", "melding", "Telefoon|Chat", "Stadsbedrijven", level(0.45), waste},
	{"Parkeren", "vraag", "Telefoon|Chat", "Parkeren", level(0.35), parking},
	{"Belastingen", "vraag", "Telefoon|E-mail", "Belastingen", level(0.35), taxes},
}

// allowanceContacts is the customer contact centre's file.
func allowanceContacts() table {
	d := newDice(59)
	var all []contact
	for _, span := range [][2]string{{"2022-03-30", "2022-03-31"}, {"2022-04-01", "2023-05-31"}, {"2023-06-01", "2023-06-01"}} {
		all = append(all, d.contacts(span[0], span[1], allowanceTopics)...)
	}
	t := table{
		path:   "energietoeslag/signalen/kcc.csv",
		header: []string{"Nr", "Datum en tijd", "Ingang", "Onderwerp contact", "Vraag van de klant", "Soort contact", "Team", "Vertrouwelijk"},
	}
	start, end := day("2022-04-01"), day("2023-06-01")
	var inside []int
	for i, c := range all {
		if !c.at.Before(start) && c.at.Before(end) {
			inside = append(inside, i)
		}
		t.rows = append(t.rows, []string{strconv.Itoa(220000 + i), c.at.Format(dateTime),
			d.among(c.topic.channels), c.topic.subject, c.text, c.topic.kind, c.topic.unit, "nee"})
	}
	for _, i := range d.Perm(len(inside))[:truth.KCCConfidential] {
		t.rows[inside[i]][7] = "ja"
	}
	for i, bad := range []string{"31-02-2023 10:15", "onbekend", "12-13-2022 09:30"} {
		row := []string{strconv.Itoa(990000 + i), bad, "Telefoon", allowance, d.note(conditions), "vraag", "Werk en Inkomen", "nee"}
		at := 1000 * (i + 1)
		t.rows = append(t.rows[:at], append([][]string{row}, t.rows[at:]...)...)
	}
	return t
}

var allowanceParts = []part{
	{"Voorwaarden", truth.MarkConditions, 64,
		[]string{"Ik weet nog steeds niet of ik recht heb op de toeslag.", "Te veel {regels|voorwaarden} op één pagina.", "Wat telt mee als inkomen? Dat staat er niet.", "Ik heb het drie keer gelezen en durf het niet aan te vragen.", "De inkomensgrens staat {onderaan|heel klein} en ik zocht me suf."},
		[]string{"Met de rekenhulp wist ik het zo.", "Duidelijk, ik kon zien dat het voor mij was.", "De buurvrouw en ik hebben het samen gelezen. Het lukte."}},
	{"Formulier", truth.MarkForm, 70,
		[]string{"Bij vraag {zes|acht} liep ik vast.", "Ik moest {opnieuw|twee keer} beginnen en alles was weg.", "Op mijn telefoon kon ik de knop niet zien.", "Wat is een „toetsingsinkomen”? Zeg gewoon inkomen."},
		[]string{"Vlot ingevuld, het duurde {tien|vijftien} minuten.", "Fijn dat mijn gegevens er al in stonden.", "Aan de balie hielp iemand mij {geduldig|heel aardig}."}},
	{"Bewijsstukken", truth.MarkEvidence, 62,
		[]string{"Waarom moet ik bewijs sturen dat jullie al hebben?", "Het uploaden lukte niet op mijn telefoon.", "Ik heb geen printer en geen scanner. Wat nu?", "Ik wist niet {welk bankafschrift|welke loonstrook} bedoeld werd.", "Alles nog eens insturen omdat één foto onscherp was…"},
		[]string{"Een foto met de telefoon was genoeg.", "Ik mocht de papieren gewoon laten zien bij het buurthuis."}},
	{"Wachten op het besluit", truth.MarkDecision, 58,
		[]string{"Ik hoorde niets en wist niet of mijn aanvraag was aangekomen.", "Er stond alleen „in behandeling”.", "Acht weken is lang als je elke euro omdraait."},
		[]string{"Binnen {een week|tien dagen} had ik bericht.", "Ik kreeg een duidelijke brief."}},
	{"Wachten op het geld", truth.MarkWaiting, 84,
		[]string{"Nergens staat wanneer het komt.", "Ik kijk iedere dag op mijn rekening. Het maakt me zenuwachtig.", "In de brief staat „toegekend”, maar er staat geen datum bij.", "Ik heb de energierekening van {vorige maand|twee maanden} nog liggen.", "Ik belde {twee|drie} keer. Iedereen was aardig, maar niemand wist de dag.", "De kinderen zitten met een trui aan. Ik wil weten waar ik aan toe ben.", "Het gaat over geld, maar voor mij gaat het over slapen."},
		[]string{"Op de website stond de week. Dat gaf rust.", "Het stond er eerder op dan ik dacht."}},
	{"Bellen met de gemeente", truth.MarkCall, 55,
		[]string{"Lang in de wacht, met steeds hetzelfde muziekje.", "Zij kon het ook niet zien in het systeem."},
		[]string{"Een heel {vriendelijke|geduldige} meneer.", "Ze nam de tijd en ik voelde me gehoord.", "Eindelijk een mens. Dank u wel.", "Ik werd teruggebeld, precies zoals afgesproken."}},
	{"Afwijzing", truth.MarkRefused, 40,
		[]string{"Ik snap niet waarom ik {niets|de toeslag niet} krijg.", "Zeventien euro te veel verdiend. Dat voelt oneerlijk.", "De brief is moeilijk. Ik las alleen het woord „afgewezen”.", "Niemand belde om het uit te leggen."},
		[]string{"Jammer, maar het is mij goed uitgelegd.", "Ik werd gebeld en kreeg een andere regeling."}},
	{"Geld ontvangen", truth.MarkPaid, 66,
		[]string{"Fijn, maar het kwam wel laat.", "Het stond er zonder omschrijving bij. Ik wist eerst niet wat het was."},
		[]string{"Wat een opluchting!", "Ik heb meteen de rekening betaald. Dank jullie wel.", "Eindelijk weer {warm|gerust}.", "Voor ons is dit een wereld van verschil, écht waar.", "Daar waren we heel blij mee, de kinderen ook."}},
}

// allowanceSurvey is the survey, in Windows-1252.
func allowanceSurvey() table {
	d := newDice(2)
	t := table{
		path:        "energietoeslag/signalen/onderzoek.csv",
		windows1252: true,
		header:      []string{"Ingevuld op", "Onderdeel", "Rapportcijfer", "Toelichting (in eigen woorden)", "Reactie is een", "Ingevuld via"},
	}
	for i, a := range d.answers("2022-04-04", "2023-05-26", allowanceParts) {
		score := mark(a.mark)
		switch {
		case i == 120 || i == 333:
			score = "zeven"
		case d.chance(0.03):
			score = ""
		}
		t.rows = append(t.rows, []string{a.at.Format(dateTime), a.part.subject, score, a.text, a.kind, d.among("Website|Website|Telefoon|Balie")})
	}
	return t
}

const explanation, formPage, proofPage = "Uitleg energietoeslag", "Formulier energietoeslag", "Bewijsstukken toevoegen"

// allowancePage is the answers below the web pages to "did you find what you sought".
func allowancePage() table {
	d := newDice(3)
	t := table{
		path:   "energietoeslag/signalen/paginareacties.csv",
		header: []string{"Moment", "Pagina", "Opmerking", "Type", "Score"},
	}
	for _, c := range d.contacts("2022-04-01", "2023-05-31", []topic{
		{explanation, "vraag", "", "", step(0.9, truth.WhenPaidRatio, truth.WebsiteChange), pageWhen},
		{explanation, "tip", "", "", level(0.3), pageConditions},
		{formPage, "klacht", "", "", level(0.3), pageForm},
		{proofPage, "klacht", "", "", level(0.35), pageProofs},
	}) {
		score := d.mark(4.2)
		t.rows = append(t.rows, []string{c.at.Format(dateTime), c.topic.subject, c.text, c.topic.kind, mark(score)})
	}
	return t
}

// allowanceVisits is the monthly count of visits to each page, and of those that ended there.
func allowanceVisits() table {
	d := newDice(4)
	t := table{
		path:   "energietoeslag/signalen/web.csv",
		header: []string{"Maand", "Pagina", "bezoeken", "afgebroken"},
	}
	pages := []struct {
		name     string
		visits   int
		dropouts float64
	}{{explanation, 3400, 0.38}, {formPage, 1900, 0.11}, {proofPage, 1650, truth.EvidenceDropOut}}
	for m := day("2022-04-01"); m.Before(day("2023-06-01")); m = m.AddDate(0, 1, 0) {
		for _, p := range pages {
			visits := p.visits + d.between(-90, 90)
			ended := int(float64(visits)*p.dropouts) + d.between(-12, 12)
			t.rows = append(t.rows, []string{m.Format(dateOnly), p.name, strconv.Itoa(visits), strconv.Itoa(ended)})
		}
	}
	return t
}

// allowanceApplications is how many people applied in each month: much the same all the time, so that a
// change in the calls is no change in the number of applicants.
func allowanceApplications() table {
	t := table{path: "energietoeslag/signalen/aanvragen.csv", header: []string{"Maand", "aanvragers"}}
	month := day("2022-04-01")
	for _, n := range []int{1492, 1478, 1501, 1466, 1483, 1490, 1475, 1487, 1469, 1496, 1480, 1488, 1471, 1484} {
		t.rows = append(t.rows, []string{month.Format(dateOnly), strconv.Itoa(n)})
		month = month.AddDate(0, 1, 0)
	}
	return t
}
