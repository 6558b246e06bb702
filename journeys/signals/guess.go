package signals

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"klantreis/journeys"
)

// guessable lists the fields that can be guessed, with the names that columns have for them in
// the exports that are seen most, best first; folded.
var guessable = []layoutField{
	{"tijdstip", []string{"tijdstip", "datum en tijd", "datum/tijd", "datumtijd", "datum", "aanmaakdatum", "registratiedatum", "ontvangstdatum", "meldingsdatum", "contactdatum",
		"inzendingdatum", "aangemaakt op", "aangemaakt", "ingediend op", "datum aangemaakt", "datum contact", "datum melding", "startdatum", "starttijd", "begintijd",
		"created_at", "created at", "created", "timestamp", "date", "start time", "submitted", "submitted at"}},
	{"tekst", []string{"tekst", "vraag", "omschrijving", "toelichting", "opmerking", "opmerkingen", "melding", "klacht", "reactie", "bericht", "inhoud", "beschrijving", "feedback",
		"specifieke vraag", "notitie", "notities", "samenvatting", "antwoord", "description", "text", "comment", "comments", "message", "question", "body"}},
	{"onderwerp", []string{"onderwerp", "hoofdonderwerp", "categorie", "hoofdcategorie", "rubriek", "thema", "product", "dienst", "subcategorie", "subject", "topic", "category"}},
	{"kanaal", []string{"kanaal", "contactkanaal", "bron", "ingang", "channel"}},
	{"cijfer", []string{"cijfer", "rapportcijfer", "score", "waardering", "beoordeling", "tevredenheid", "rating", "grade"}},
	{"aard", []string{"aard", "soort melding", "type melding", "type signaal"}},
	{"afdeling", []string{"afdeling", "team", "behandelende afdeling", "department"}},
	{"plaats", []string{"plaats", "wijk", "stadsdeel", "buurt", "locatie", "district"}},
}

// mayGuess tells whether the columns that matter are to be guessed: not when one of them has the name
// of its field, because then the source names its columns as we do, or is a list of cases.
func mayGuess(bound map[string]int) bool {
	return !isCase(bound) && !hasAny(bound, "tijdstip", "tekst")
}

// isCase recognises a list of cases by the moments in it.
func isCase(bound map[string]int) bool {
	return hasAny(bound, "ontvangen", "bevestigd", "afgehandeld", "teruggebeld", "terugkoppeling")
}

func hasAny(bound map[string]int, fields ...string) bool {
	return slices.ContainsFunc(fields, func(field string) bool { _, ok := bound[field]; return ok })
}

// guessSample is how many rows are looked at for a guess.
const guessSample = 500

// guess finds columns for fields by their names, and the most important ones by what they hold:
// days, long texts, marks. What is bound already comes along. It gives the same answer every time.
// Where the source names its tijdstip or tekst as we do, only what stands besides that is looked for.
func guess(header []string, sample [][]string, bound map[string]int) []journeys.Column {
	taken := map[int]bool{}
	found := map[string]int{}
	for field, i := range bound {
		found[field], taken[i] = i, true
	}
	if isCase(bound) {
		return nil
	}
	if !mayGuess(bound) {
		byWords(header, sample, besides, found, taken)
		if len(found) == len(bound) {
			return nil
		}
		return columnsOf(header, found)
	}
	take := func(field string, i int) {
		if i >= 0 && !taken[i] {
			found[field], taken[i] = i, true
		}
	}
	folded := make([]string, len(header))
	for i, h := range header {
		folded[i] = foldHeader(h)
	}
	for _, g := range guessable {
		for _, name := range g.columns {
			i := slices.Index(folded, strings.ReplaceAll(name, "_", " "))
			if _, done := found[g.field]; !done && i >= 0 && !taken[i] && fits(g.field, column(sample, i)) {
				take(g.field, i)
			}
		}
	}
	byContent := func(field string, best func(i int) float64) {
		if _, done := found[field]; done {
			return
		}
		at, most := -1, 0.0
		for i := range header {
			if v := best(i); !taken[i] && strings.TrimSpace(header[i]) != "" && v > most {
				at, most = i, v
			}
		}
		take(field, at)
	}
	byContent("tijdstip", func(i int) float64 { return whenShare(column(sample, i), isMoment) })
	byContent("cijfer", func(i int) float64 { return markShare(folded[i], column(sample, i)) })
	byContent("tekst", func(i int) float64 { return sentenceLength(column(sample, i)) })
	byWords(header, sample, nil, found, taken)
	_, dated := found["tijdstip"]
	_, text := found["tekst"]
	_, topic := found["onderwerp"]
	if !dated && !text && !topic || len(found) == len(bound) {
		return nil
	}
	return columnsOf(header, found)
}

// columnsOf lists the fields that were found with their headers, in the order of journeys.Fields.
func columnsOf(header []string, found map[string]int) []journeys.Column {
	var columns []journeys.Column
	for _, field := range journeys.Fields() {
		if i, ok := found[field]; ok {
			columns = append(columns, journeys.Column{Field: field, Header: header[i]})
		}
	}
	return columns
}

// fits refuses a column that does not hold what its name says: a "datum" without days, a "score"
// of words. An empty column fits.
func fits(field string, cells []string) bool {
	switch field {
	case "tijdstip":
		return len(cells) == 0 || whenShare(cells, isMoment) > 0
	case "cijfer":
		return len(cells) == 0 || whenShare(cells, isNumber) > 0
	case "onderwerp", "aard", "kanaal":
		return whenShare(cells, isNumber) == 0 && whenShare(cells, isMoment) == 0
	}
	return true
}

// column lists the filled cells of a column.
func column(sample [][]string, i int) []string {
	var cells []string
	for _, r := range sample {
		if c := strings.TrimSpace(cellAt(r, i)); c != "" {
			cells = append(cells, c)
		}
	}
	return cells
}

func isMoment(s string) bool { _, ok := journeys.ParseTime(s); return ok }

func isNumber(s string) bool { _, ok := journeys.ParseNumber(s); return ok }

// whenShare is the share of cells that pass, when that is nearly all of them; otherwise nothing.
func whenShare(cells []string, pass func(string) bool) float64 {
	n := 0
	for _, c := range cells {
		if pass(c) {
			n++
		}
	}
	if len(cells) == 0 || float64(n) < 0.8*float64(len(cells)) {
		return 0
	}
	return float64(n) / float64(len(cells))
}

// markShare recognises marks from 1 to 10, in a column that is not called a number, a count or
// a part of a date.
func markShare(name string, cells []string) float64 {
	for _, word := range strings.Fields(name) {
		switch word {
		case "id", "nr", "nummer", "code", "aantal", "maand", "week", "dag", "jaar", "uur", "count", "number", "month", "day", "hour", "prioriteit", "duur":
			return 0
		}
	}
	different := map[string]bool{}
	for _, c := range cells {
		different[c] = true
	}
	if len(different) < 4 {
		return 0
	}
	return whenShare(cells, func(c string) bool {
		v, ok := journeys.ParseNumber(c)
		return ok && v >= 1 && v <= 10
	})
}

// sentenceLength is the mean length of the cells, in characters, when most are several words.
func sentenceLength(cells []string) float64 {
	total := 0
	for _, c := range cells {
		total += utf8.RuneCountInString(c)
	}
	several := whenShare(cells, func(c string) bool { return len(strings.Fields(c)) >= 3 })
	if several == 0 || total < 15*len(cells) {
		return 0
	}
	return float64(total) / float64(len(cells))
}

// columnsLine writes columns as the line of YAML that says the same.
func columnsLine(columns []journeys.Column) string {
	var parts []string
	for _, c := range columns {
		parts = append(parts, c.Field+": "+yamlText(c.Header))
	}
	return "kolommen: {" + strings.Join(parts, ", ") + "}"
}

// yamlText writes a text so that YAML reads it back, in quotes when it has to.
func yamlText(s string) string {
	plain := s != "" && s == strings.TrimSpace(s)
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0xA0 && r != 0x2028 && r != 0x2029 && r != 0xFEFF
		if !letter && (i == 0 || !strings.ContainsRune("0123456789 -_./()", r)) {
			plain = false
		}
	}
	switch strings.ToLower(s) {
	case "true", "false", "null", "yes", "no", "on", "off", "y", "n":
		plain = false
	}
	if plain {
		return s
	}
	quoted, _ := json.Marshal(s)
	return string(quoted)
}
