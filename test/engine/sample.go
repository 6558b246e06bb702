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

// topic is what a municipality is called about: the selector for it, and words that hold or resemble
// its words and must not be found. Together the selectors ask for all that a selector can.
type topic struct {
	name, words, near string
	without           string // words as well
	channel           string
	from, to          string // of the score
}

// topics give the thirty selectors.
var topics = []topic{
	{name: "Energietoeslag", words: "energietoesla*, toeslag", near: "toeslagen huurtoeslagaanvraag"},
	{name: "Uitbetaling", words: "betaald, uitbeta*, wordt gestort", near: "onbetaalde vooruitbetaling terugbetaald"},
	{name: "Paspoort", words: "paspoort, reisdocument, paspoortaanvraag", near: "paspoorten zakenpaspoort", without: "spoed"},
	{name: "Rijbewijs", words: "rijbewijs, roze, rijbewijskaart", near: "rijbewijzen vrachtrijbewijs"},
	{name: "Afval", words: "afval, container, grof vuil", near: "restafval containers"},
	{name: "Milieupas", words: "milieupas, pasje, toegangspas", near: "milieupassen", channel: "balie"},
	{name: "Parkeren", words: "parkeren, parkeervergun*, mijn parkeerplaats", near: "fietsparkeren parkeerplaatsen"},
	{name: "Verhuizen", words: "verhuizing, verhuisd, adreswijziging", near: "verhuizingen"},
	{name: "Bijstand", words: "bijstand, uitkering", near: "bijstandsnorm ww-uitkeringen"},
	{name: "Bezwaar", words: "bezwaar, bezwaarschrift, beroep", near: "bezwaren", without: "ingetrokken, trek ik in"},
	{name: "Belasting", words: "belasting, aanslag, woz, ozb", near: "belastingen naheffingsaanslag"},
	{name: "Kwijtschelding", words: "kwijtgescholden, kwijtscheld*", near: "kwijtscheldingen"},
	{name: "Trouwen", words: "trouwen, huwelijk, trouwambtenaar", near: "trouwend"},
	{name: "Geboorte", words: "geboorte, geboorteaangifte, kraambed", near: "geboortes"},
	{name: "Overlijden", words: "overlijden, overleden, begraafplaats", near: "overlijdensakte"},
	{name: "Uittreksel", words: "uittreksel, afschrift, akte", near: "uittreksels", channel: "website", without: "gratis"},
	{name: "Vergunning", words: "vergunning, omgevingsvergunning, bouwvergunning", near: "vergunningen"},
	{name: "Overlast", words: "overlast, geluidsoverlast, herrie", near: "overlastgevend", to: "5"},
	{name: "Straatverlichting", words: "lantaarn, lantaarnpaal, straatlamp", near: "lantaarns"},
	{name: "Stoeptegel", words: "stoeptegel, stoep, losliggende", near: "stoeptegels"},
	{name: "Boom", words: "boom, boomwortels, snoeien", near: "bomen kerstboom"},
	{name: "Wmo", words: "wmo, huishoudelijke hulp, traplift", near: "wmo-loket's", channel: "telefoon", from: "6", to: "9.5"},
	{name: "Jeugdhulp", words: "jeugdhulp, jeugdzorg, wijkteam", near: "jeugdhulpverlener"},
	{name: "Schulden", words: "schulden, financiële hulp, deurwaarder", near: "schuldhulpverlener"},
	{name: "Laadpaal", words: "laadpaal, laadpunt, elektrisch", near: "laadpalen"},
	{name: "Hondenbelasting", words: "hond, hondenpoep, losloopgebied", near: "honden"},
	{name: "Afspraak", words: "afspraak, wachttijd, balie", near: "afspraken", from: "5.5"},
	{name: "DigiD", words: "digid, kan niet inloggen, wachtwoord", near: "inlogt"},
	{name: "Formulier", words: "formulier, aanvraagformu*, bijlage", near: "formulieren", without: "kwijt"},
	{name: "Terugbellen", words: "teruggebeld, terugbelverzoek, terugbellen", near: "terugbelt"},
}

func split(words string) []string {
	return strings.FieldsFunc(words, func(r rune) bool { return r == ',' })
}

// phrases are what people say around their subject; some have signs that ask for quotes.
var phrases = strings.Split(`Goedemorgen, ik heb een vraag.|Kunt u mij vertellen hoe het ervoor staat?|Ik wacht al drie weken en hoor niets.|Mijn buurvrouw heeft het wel gekregen.|Op de website kan ik het niet vinden.|De mevrouw aan de telefoon was erg vriendelijk.|Ik ben al twee keer doorverbonden en snap er niets meer van.|Het gaat om mijn moeder, zij is 84 en kan niet met de computer omgaan.|Ik heb de brief van 12 maart voor mij liggen.|Moet ik daarvoor zelf iets doen of gaat dat vanzelf?|Alvast bedankt voor uw reactie.|Het kost mij elke keer 7,50 aan beltegoed.|Ik vind het niet duidelijk wat er precies bedoeld wordt.|Wie kan mij hierbij helpen?|Vorig jaar ging dit een stuk sneller.|Ik sta in de administratie kennelijk verkeerd.|Mijn man zei: "bel gewoon even de gemeente".|Graag een antwoord; het is nogal dringend.|Kan dat ook zonder internet?|Er is mij beloofd dat ik deze week bericht zou krijgen.`, "|")

// foreign are phrases with letters and signs outside ASCII.
var foreign = strings.Split("Mijn buurvrouw heeft het wél gekregen.|Het kost mij elke keer € 7,50 aan beltegoed.|Ik sta in de financiële administratie kennelijk verkeerd.|De coördinator zei: “dat komt goed” – maar dat was vóór de zomer.", "|")

// unreadable rows have one of these as moment or as score.
var unreadable = [][2]string{{"31-02-2023 10:00", ""}, {"gisteren", ""}, {"12-05-2023 11:15", "goed"}, {"", "7,5"}, {"12-13-2023 09:30", ""}}

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
		fmt.Fprintf(&b, "    - {id: s%d, signaal: Over %s, bron: kcc, woorden: [%s]", i, t.name, t.words)
		if t.without != "" {
			fmt.Fprintf(&b, ", zonder: [%s]", t.without)
		}
		if t.channel != "" {
			fmt.Fprintf(&b, ", kanaal: %s", t.channel)
		}
		switch {
		case t.from != "" && t.to != "":
			fmt.Fprintf(&b, ", cijfer: {van: %s, tot: %s}", t.from, t.to)
		case t.from != "":
			fmt.Fprintf(&b, ", cijfer: {van: %s}", t.from)
		case t.to != "":
			fmt.Fprintf(&b, ", cijfer: {tot: %s}", t.to)
		}
		b.WriteString("}\n")
	}
	return os.WriteFile(filepath.Join(dir, "klantreis.yaml"), []byte(b.String()), 0o644)
}

// writeSignals writes so many rows as an export of a contact centre, always the same ones: semicolons,
// Dutch dates, quotes where they are needed, now and then a line end in a text, accents in one text
// of eight, five rows that cannot be read.
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
	channels := []string{"telefoon", "telefoon", "telefoon", "Telefoon", "balie", "balie", "e-mail", "website", "chat"}
	departments := []string{"Werk en Inkomen", "Burgerzaken", "Openbare Ruimte", "Belastingen", "Vergunningen", "Zorg en Jeugd"}
	districts := []string{"Binnenstad", "Noordwest", "Vleuten-De Meern", "Overvecht", "Leidsche Rijn", "Zuilen", "Oost", "Zuidwest"}
	start := time.Date(2022, 12, 25, 8, 0, 0, 0, time.UTC)
	for i := range rows {
		at := start.Add(time.Duration(random.IntN(380*24*60)) * time.Minute)
		moment, score := at.Format("02-01-2006 15:04"), ""
		if random.IntN(4) == 0 {
			score = fmt.Sprintf("%d,5", random.IntN(9)+1)
		}
		for k, bad := range unreadable {
			if i == (2*k+1)*rows/10 {
				moment, score = bad[0], bad[1]
			}
		}
		about := topics[random.IntN(len(topics))]
		text := about.text(i, random)
		fmt.Fprintf(w, "2023-%07d;%s;%s;%s;", i, moment, pick(channels), about.name)
		if strings.ContainsAny(text, "\";\n") {
			fmt.Fprintf(w, `"%s"`, strings.ReplaceAll(text, `"`, `""`))
		} else {
			w.WriteString(text)
		}
		fmt.Fprintf(w, ";%s;medewerker%03d;%s;%s;%s;Afgehandeld\n", pick(departments), random.IntN(200), pick(districts), at.AddDate(0, 0, random.IntN(30)).Format("02-01-2006"), score)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

// text is what somebody says in row i.
func (t topic) text(i int, random *rand.Rand) string {
	pick := func(list []string) string { return list[random.IntN(len(list))] }
	var said []string
	for range 4 {
		said = append(said, pick(phrases))
	}
	accents := i%8 == 0
	if accents {
		said[random.IntN(len(said))] = pick(foreign)
	}
	// word is one that the selector looks for, as people write it.
	word := func(t topic) string {
		w := strings.TrimSpace(pick(split(t.words)))
		if before, prefix := strings.CutSuffix(w, "*"); prefix {
			w = before + pick([]string{"", "ling", "lingen", "gen"})
		}
		w = strings.ReplaceAll(w, " ", pick([]string{" ", " ", "  ", "\n"}))
		if accents {
			return strings.Replace(w, "e", pick([]string{"é", "ë", "e"}), 1)
		}
		return strings.ReplaceAll(w, "ë", "e")
	}
	switch {
	case i%3 == 0:
		said = append(said, fmt.Sprintf("Wat betekent %s?", pick(strings.Fields(t.near))))
	case i%7 == 0:
		other := topics[random.IntN(len(topics))]
		said = append(said, fmt.Sprintf("\nHet gaat over %s en ook over %s.", strings.ToUpper(word(t)), word(other)))
	case i%3 == 1:
		said = append(said, fmt.Sprintf("Wanneer komt %s?", word(t)))
	}
	if t.without != "" && random.IntN(3) == 0 {
		said = append(said, fmt.Sprintf("Het is %s.", strings.TrimSpace(pick(split(t.without)))))
	}
	return strings.Join(said, " ")
}
