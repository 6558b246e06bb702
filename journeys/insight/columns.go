package insight

import (
	"strings"

	"klantreis/journeys"
)

// guesses lists per field the words by which a header tells what it holds, the surest first. The
// fields are tried in this order; a header serves one field only.
var guesses = []struct {
	field string
	words []string
}{
	{"vertrouwelijk", []string{"vertrouwelijk", "confidential", "geheim", "alleen voor"}},
	{"tijdstip", []string{"tijdstip", "datum en tijd", "registratiedatum", "datum", "moment", "wanneer", "ingevuld op", "ontvangen", "binnengekomen op", "ingevuld", "maand", "created", "timestamp", "date"}},
	{"kanaal", []string{"kanaal", "ingang", "binnengekomen via", "ingevuld via", "via", "channel"}},
	{"onderwerp", []string{"onderwerp", "waarover", "gaat over", "subject", "topic", "onderdeel", "deel", "categorie", "rubriek", "pagina", "thema", "category"}},
	{"aard", []string{"aard", "soort", "type", "reactie is een", "wat voor reactie", "tip of compliment"}},
	{"cijfer", []string{"cijfer", "rapportcijfer", "score", "rating"}},
	{"tekst", []string{"tekst", "vraag van de klant", "wat de klant zei", "wat wilt u ons vertellen", "wat vroeg", "vraag", "verhaal", "toelichting", "waarom dit cijfer", "opmerking", "omschrijving", "bericht", "inhoud", "melding", "text", "description", "message", "question"}},
}

// GuessColumns finds the fields of a signal among the headers of a file by their names: the contract's
// own word, or else one that exports use.
func GuessColumns(headers []string) []journeys.Column {
	var found []journeys.Column
	used := make([]bool, len(headers))
	for _, g := range guesses {
		if i := find(headers, used, g.words); i >= 0 {
			used[i] = true
			found = append(found, journeys.Column{Field: g.field, Header: headers[i]})
		}
	}
	return found
}

// find is the first header, not used yet, that is or else holds one of the words; -1 for none. An
// earlier word goes before an earlier header, and a header that is the word before one that holds it.
func find(headers []string, used []bool, words []string) int {
	for _, whole := range []bool{true, false} {
		for _, word := range words {
			for i, h := range headers {
				h = journeys.FoldSpace(strings.ReplaceAll(h, "_", " "))
				if used[i] || h == "" {
					continue
				}
				if h == word || !whole && holds(h, word) {
					return i
				}
			}
		}
	}
	return -1
}

// holds looks for the word at the start of a word of the header.
func holds(header, word string) bool {
	at := strings.Index(header, word)
	return at == 0 || at > 0 && header[at-1] == ' '
}

// GuessPages finds the columns of a file that counts visits per page, nil when it does not.
func GuessPages(headers []string) *PageColumns {
	used := make([]bool, len(headers))
	pick := func(words ...string) string {
		if i := find(headers, used, words); i >= 0 {
			used[i] = true
			return headers[i]
		}
		return ""
	}
	c := PageColumns{
		Left:   pick("exit nb visits", "afgebroken", "afhakers", "afgehaakt", "uitstap", "uitgestapt", "exits", "exit"),
		Visits: pick("nb visits", "bezoeken", "paginaweergaven", "weergaven", "unieke weergaven", "pageviews", "visits", "hits"),
		Page:   pick("pagina", "page", "url", "titel", "label", "stap"),
	}
	if c.Left == "" || c.Visits == "" || c.Page == "" {
		return nil
	}
	return &c
}
