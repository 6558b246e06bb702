package privacy

import (
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/language"
)

// surveyTexts looks through what was typed: quotes, and every other text that somebody may have
// taken from a customer.
func surveyTexts(j *journeys.Journey) (quotes []Quote, typed []Typed) {
	for _, step := range j.Steps() {
		for _, q := range step.Quotes {
			quotes = append(quotes, Quote{Pos: q.At("tekst"), Step: step.Title, Approved: q.Approved, Found: kindsIn(q.Text)})
		}
	}
	for _, t := range j.Texts() {
		if found := kindsIn(t.Text); len(found) > 0 {
			typed = append(typed, Typed{Pos: t.Pos, Shown: t.Shown, Found: found})
		}
	}
	return quotes, typed
}

func kindsIn(text string) []Found {
	c := counts{}
	c.note(language.Find(text))
	return c.found()
}

// Check warns for personal data in texts that can stand in an output as they are. Names are not
// warned for: a team may well be called after somebody.
func Check(j *journeys.Journey) journeys.Problems {
	var ps journeys.Problems
	for _, t := range j.Texts() {
		if !t.Shown {
			continue
		}
		for _, f := range kindsIn(t.Text) {
			if f.Kind != language.Name && f.Kind != language.Address {
				ps = append(ps, journeys.Problem{Pos: t.Pos, Severity: journeys.Warning, Code: "persoonsgegeven", Args: []any{string(f.Kind)}})
			}
		}
	}
	return ps
}

// personWords are parts of headers of columns that hold something about a person.
var personWords = []string{"naam", "voorl", "voornaam", "achternaam", "geboorte", "geb", "bsn", "burgerservice", "telefoon", "mobiel", "e-mail", "email", "mail",
	"adres", "straat", "huisnummer", "postcode", "iban", "rekening", "kenteken", "geslacht", "nationaliteit", "paspoort", "klantnummer", "melder", "indiener", "reporter", "contactpersoon", "ip-adres", "handtekening", "medewerker", "behandelaar"}

// notPersons are headers that hold such a word and are about something else.
var notPersons = []string{"bestandsnaam", "formuliernaam", "productnaam", "onderwerpnaam", "gebied", "naam dienst", "naam product", "naam formulier", "kanaalnaam", "webadres", "naam afdeling", "afdelingsnaam"}

// AboutPerson tells whether a header says that its column is about a person.
func AboutPerson(header string) bool {
	h := journeys.Fold(header)
	for _, w := range notPersons {
		if strings.Contains(h, w) {
			return false
		}
	}
	for _, w := range personWords {
		if i := strings.Index(h, w); i >= 0 && (w != "geb" || h == "geb" || strings.HasPrefix(h, "geb.") || strings.HasPrefix(h, "geb_")) {
			return true
		}
	}
	return false
}
