package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// topic is what a municipality is called about, the words that a selector looks for, and words
// that hold or resemble those and must not be found.
type topic struct {
	name, words, near string
}

// topics give the thirty selectors.
var topics = []topic{
	{"Energietoeslag", "toeslag energietoeslag", "toeslagen huurtoeslagaanvraag"},
	{"Uitbetaling", "betaald uitbetaling gestort", "onbetaalde vooruitbetaling terugbetaald"},
	{"Paspoort", "paspoort reisdocument paspoortaanvraag", "paspoorten zakenpaspoort"},
	{"Rijbewijs", "rijbewijs roze rijbewijskaart", "rijbewijzen vrachtrijbewijs"},
	{"Afval", "afval container grofvuil", "restafval containers"},
	{"Milieupas", "milieupas pasje toegangspas", "milieupassen"},
	{"Parkeren", "parkeren parkeervergunning parkeerplaats", "fietsparkeren parkeerplaatsen"},
	{"Verhuizen", "verhuizing verhuisd adreswijziging", "verhuizingen"},
	{"Bijstand", "bijstand uitkering", "bijstandsnorm ww-uitkeringen"},
	{"Bezwaar", "bezwaar bezwaarschrift beroep", "bezwaren"},
	{"Belasting", "belasting aanslag woz ozb", "belastingen naheffingsaanslag"},
	{"Kwijtschelding", "kwijtschelding kwijtgescholden", "kwijtscheldingen"},
	{"Trouwen", "trouwen huwelijk trouwambtenaar", "trouwend"},
	{"Geboorte", "geboorte geboorteaangifte kraambed", "geboortes"},
	{"Overlijden", "overlijden overleden begraafplaats", "overlijdensakte"},
	{"Uittreksel", "uittreksel afschrift akte", "uittreksels"},
	{"Vergunning", "vergunning omgevingsvergunning bouwvergunning", "vergunningen"},
	{"Overlast", "overlast geluidsoverlast herrie", "overlastgevend"},
	{"Straatverlichting", "lantaarn lantaarnpaal straatlamp", "lantaarns"},
	{"Stoeptegel", "stoeptegel stoep losliggende", "stoeptegels"},
	{"Boom", "boom boomwortels snoeien", "bomen kerstboom"},
	{"Wmo", "wmo huishoudelijke traplift", "wmo-loket's"},
	{"Jeugdhulp", "jeugdhulp jeugdzorg wijkteam", "jeugdhulpverlener"},
	{"Schulden", "schulden schuldhulp deurwaarder", "schuldhulpverlener"},
	{"Laadpaal", "laadpaal laadpunt elektrisch", "laadpalen"},
	{"Hondenbelasting", "hond hondenpoep losloopgebied", "honden"},
	{"Afspraak", "afspraak wachttijd balie", "afspraken"},
	{"DigiD", "digid inloggen wachtwoord", "inlogt"},
	{"Formulier", "formulier aanvraagformulier bijlage", "formulieren"},
	{"Terugbellen", "teruggebeld terugbelverzoek terugbellen", "terugbelt"},
}

// phrases are what people say around their subject; some have signs that ask for quotes.
var phrases = strings.Split(`Goedemorgen, ik heb een vraag.|Kunt u mij vertellen hoe het ervoor staat?|Ik wacht al drie weken en hoor niets.|Mijn buurvrouw heeft het wél gekregen.|Op de website kan ik het niet vinden.|De mevrouw aan de telefoon was erg vriendelijk.|Ik ben al twee keer doorverbonden en snap er niets meer van.|Het gaat om mijn moeder, zij is 84 en kan niet met de computer omgaan.|Ik heb de brief van 12 maart voor mij liggen.|Moet ik daarvoor zelf iets doen of gaat dat vanzelf?|Alvast bedankt voor uw reactie.|Het kost mij elke keer € 7,50 aan beltegoed.|Ik vind het niet duidelijk wat er precies bedoeld wordt.|Wie kan mij hierbij helpen?|Vorig jaar ging dit een stuk sneller.|Ik sta in de financiële administratie kennelijk verkeerd.|Mijn man zei: "bel gewoon even de gemeente".|Graag een antwoord; het is nogal dringend.|Kan dat ook zonder internet?|Er is mij beloofd dat ik deze week bericht zou krijgen.`, "|")

const journeyHead = `klantreis: Een miljoen signalen
periode: {van: 2023-01-01, tot: 2023-12-31}
bronnen:
  kcc:
    soort: telefoon
    bestand: signalen.csv
    kolommen: {tijdstip: Ontvangen op, onderwerp: Onderwerp, tekst: Vraag, kanaal: Kanaal, cijfer: Cijfer}
fasen:
- fase: Contact
  stappen:
`

// writeJourney writes the journey with the selectors, five on each step.
func writeJourney(dir string) error {
	var b strings.Builder
	b.WriteString(journeyHead)
	for i, t := range topics {
		if i%5 == 0 {
			fmt.Fprintf(&b, "  - stap: Stap %d\n    signalen:\n", i/5+1)
		}
		fmt.Fprintf(&b, "    - {id: s%d, signaal: Over %s, bron: kcc, woorden: [%s]}\n", i, t.name, strings.ReplaceAll(t.words, " ", ", "))
	}
	return os.WriteFile(filepath.Join(dir, "klantreis.yaml"), []byte(b.String()), 0o644)
}

// writeSignals writes so many rows as an export of a contact centre, always the same ones: semicolons,
// Dutch dates, quotes where they are needed, now and then a line end in a text.
func writeSignals(path string, rows int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	w.WriteString("Zaaknummer;Ontvangen op;Kanaal;Onderwerp;Vraag;Afdeling;Medewerker;Wijk;Afgehandeld op;Cijfer;Status\n")
	random := rand.New(rand.NewPCG(2023, 11))
	pick := func(list []string) string { return list[random.IntN(len(list))] }
	channels := []string{"telefoon", "telefoon", "telefoon", "telefoon", "balie", "balie", "e-mail", "website", "chat"}
	departments := []string{"Werk en Inkomen", "Burgerzaken", "Openbare Ruimte", "Belastingen", "Vergunningen", "Zorg en Jeugd"}
	districts := []string{"Binnenstad", "Noordwest", "Vleuten-De Meern", "Overvecht", "Leidsche Rijn", "Zuilen", "Oost", "Zuidwest"}
	start := time.Date(2022, 12, 25, 8, 0, 0, 0, time.UTC)
	var text []byte
	for i := range rows {
		at := start.Add(time.Duration(random.IntN(380*24*60)) * time.Minute)
		about := topics[random.IntN(len(topics))]
		text = text[:0]
		for k := range 4 {
			if k > 0 {
				text = append(text, ' ')
			}
			text = append(text, pick(phrases)...)
		}
		switch words := strings.Fields(about.words); {
		case i%3 == 0:
			text = fmt.Appendf(text, " Wat betekent %s?", pick(strings.Fields(about.near)))
		case i%7 == 0:
			text = fmt.Appendf(text, "\nHet gaat over %s en ook over %s.", strings.ToUpper(pick(words)), pick(strings.Fields(topics[random.IntN(len(topics))].words)))
		case i%3 == 1:
			text = fmt.Appendf(text, " Wanneer komt %s?", pick(words))
		}
		fmt.Fprintf(w, "2023-%07d;%s;%s;%s;", i, at.Format("02-01-2006 15:04"), pick(channels), about.name)
		if strings.ContainsAny(string(text), "\";\n") {
			fmt.Fprintf(w, `"%s"`, strings.ReplaceAll(string(text), `"`, `""`))
		} else {
			w.Write(text)
		}
		score := ""
		if random.IntN(4) == 0 {
			score = fmt.Sprintf("%d,5", random.IntN(9)+1)
		}
		fmt.Fprintf(w, ";%s;medewerker%03d;%s;%s;%s;Afgehandeld\n", pick(departments), random.IntN(200), pick(districts), at.AddDate(0, 0, random.IntN(30)).Format("02-01-2006"), score)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}
