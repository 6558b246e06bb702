package signals

import (
	"slices"
	"strings"
	"unicode/utf8"

	"klantreis/journeys"
)

// telling lists per field the words by which a header that has no usual name tells what it holds, the
// surest first. The fields are tried in this order; a header serves one field only.
var telling = []layoutField{
	{"vertrouwelijk", []string{"vertrouwelijk", "confidential", "geheim", "alleen voor"}},
	{"tijdstip", []string{"tijdstip", "datum en tijd", "registratiedatum", "datum", "moment", "wanneer", "ingevuld op", "ontvangen", "binnengekomen op", "ingevuld", "maand", "created", "timestamp", "date"}},
	{"kanaal", []string{"kanaal", "ingang", "binnengekomen via", "ingevuld via", "via", "channel"}},
	{"onderwerp", []string{"onderwerp", "waarover", "gaat over", "subject", "topic", "onderdeel", "deel", "categorie", "rubriek", "pagina", "thema", "category"}},
	{"aard", []string{"aard", "soort", "type", "reactie is een", "wat voor reactie", "tip of compliment"}},
	{"cijfer", []string{"cijfer", "rapportcijfer", "score", "rating"}},
	{"tekst", []string{"tekst", "vraag van de klant", "wat de klant zei", "wat wilt u ons vertellen", "wat vroeg", "vraag", "verhaal", "toelichting", "waarom dit cijfer", "opmerking", "omschrijving", "bericht", "inhoud", "melding", "text", "description", "message", "question"}},
}

// besides are the fields that are looked for by telling words when the source names its tijdstip or
// tekst as we do.
var besides = []string{"vertrouwelijk", "kanaal", "onderwerp", "aard", "cijfer"}

// FindHeader is the first header, not used yet, that is or else holds one of the words; -1 for none. An
// earlier word goes before an earlier header, and a header that is the word before one that holds it.
func FindHeader(headers []string, used func(i int) bool, words []string) int {
	for _, whole := range []bool{true, false} {
		for _, word := range words {
			for i, h := range headers {
				h = foldHeader(h)
				if h == "" || used(i) {
					continue
				}
				if h == word || !whole && holdsWord(h, word) {
					return i
				}
			}
		}
	}
	return -1
}

// gluedHeader recognises the only header of a file in which the names of several columns stand, between
// separators that no CSV has or that were quoted along.
func gluedHeader(header []string) (string, bool) {
	names := named(header)
	if len(names) != 1 {
		return "", false
	}
	h := names[0]
	return h, strings.ContainsAny(h, "~^¦") || strings.Count(h, ";") > 1 || strings.Count(h, ",") > 1 || strings.Count(h, "|") > 1 || strings.Count(h, "\t") > 1
}

func foldHeader(h string) string { return journeys.FoldSpace(strings.ReplaceAll(h, "_", " ")) }

// holdsWord looks for the word in a folded header, as a word of its own or, when it is long enough to be
// told from another, as the begin of one: "deel" is not in "deelgemeente", "onderwerp" is in "onderwerpen".
func holdsWord(header, word string) bool {
	for from := 0; ; {
		at := strings.Index(header[from:], word)
		if at < 0 {
			return false
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(header[:at])
		after, _ := utf8.DecodeRuneInString(header[at+len(word):])
		if (at == 0 || !journeys.IsWordRune(before)) && (len(word) >= 6 || at+len(word) == len(header) || !journeys.IsWordRune(after)) {
			return true
		}
		from = at + 1
	}
}

// byWords finds fields that have no column yet by the telling words of headers, when their columns
// hold what they should; fields nil: all. It adds to found and taken. Of a table there is no sample (nil),
// and without one a word in a name says too little.
func byWords(header []string, sample [][]string, fields []string, found map[string]int, taken map[int]bool) {
	if sample == nil {
		return
	}
	for _, t := range telling {
		if _, done := found[t.field]; done || fields != nil && !slices.Contains(fields, t.field) {
			continue
		}
		i := FindHeader(header, func(i int) bool { return taken[i] || !fits(t.field, column(sample, i)) }, t.columns)
		if i >= 0 {
			found[t.field], taken[i] = i, true
		}
	}
}
