package language

import (
	"strings"
)

const houseNumber = `\d{1,5}(?:[ \-]?(?:[a-zA-Z]|bis|BIS|hs|HS|huis|[IVX]{1,3}))?(?:[\-/]\d{1,4})?`

// A postcode, with the house number and the street around it where those are there.
var postcodeForm = compiled(`((?:` + streetWords + `|['’]?[\p{L}][\p{L}'’.\-]*(?: [\p{L}'’.\-]+){0,3})` + `[ ,]+(?:nr\.? ?|nummer |huisnummer )?` + houseNumber + `[ ,;\-–]+(?:(?:in|te|met postcode|postcode) )?)?` +
	`([1-9]\d{3} {0,2}[A-Za-z]{2})([ ,;\-–]{1,3}(?:en |op |met )?(?:nr\.? ?|no\.? ?|nummer |huisnr\.? ?|huisnummer |huisnummer: ?)?` + houseNumber + `)?`)

// codeForm is the middle of postcodeForm, by which most texts are passed over quickly.
var codeForm = compiled(`[1-9]\d{3} {0,2}[A-Za-z]{2}`)

const (
	streetName  = `(?:[\p{Lu}'’][\p{L}'’.\-]*(?i:straat|laan|weg|plein|gracht|kade|singel|dreef|hof|pad|steeg|dijk|plantsoen|baan|boulevard|wal|oever|markt|ring|park|hoeve|kamp|veld|burg|berg|brink|horst|akker|weide|donk|erf|gaarde|werf|haven|poort|brug|meent|esch|vaart|wetering|zoom|rode|straatje|laantje|weg\b|str\.|ln\.|stationsweg|zijde|einde?|stede|allee|lei|veste?|passage|heuvel|kolk|tuin|hofje|pleintje|steegje)|(?:Laan|Plein|Hof|Weg|Kade) (?:van|der|den|de) (?:(?:de|der|den|het) )?\p{Lu}[\p{L}\-]+|Plein 19\d\d|(?:De|Het|Den|'t|Nieuwe|Oude|Lange|Korte|Grote|Kleine|Hoge|Lage|Smalle|Brede) (?:Hoogt|Werf|Dijk|Weg|Straat|Steeg|Pad|Poort|Vest|Dreef|Markt|Haven|Brink|Kade|Singel|Gracht|Hof|Plein|Laan|Ring|Wal|Dam|Kamp|Akker|Meent|Horst|Gaarde))`
	streetWords = `(?:\d(?:e|de|ste) )?(?:(?:[\p{Lu}][\p{L}'’.\-]*|van|de|der|den|het|'t|’t|ter|ten|te|op|aan|in) ){0,4}` + streetName
)

// A street with its number; the number of a sentence ("weg 3 dagen") is told from it by the words after.
var (
	streetForm = compiled(`(` + streetWords + `)[ ,]+(?:nr\.? ?|nummer |huisnummer |no\.? )?(` + houseNumber + `)`)
	unitAfter  = compiled(`^[ \-]?(?i:dagen|dag|weken|week|uur|uren|minuten|min\b|maanden|jaar|keer|x\b|euro|meter|m2|km|kilometer|mensen|personen|procent|%|graden|bomen|huizen|woningen|stuks|plaatsen|en \d)`)
)

// Words that say that a place to live follows, whatever the street is called.
var homeForm = compiled(`(?i:\b(?:woon(?:t|de|achtig)?|wonen|woonden|wonende|adres|verhuisd|verhuis|verhuizen|verhuizing)(?: (?:wij|we|ik|nu|zelf))*(?: is|:)?(?: (?:op|aan|in|naar|van|te|het|de))*) (\p{Lu}[\p{L}'’.\-]+(?: [\p{L}'’.\-]+){0,3} ` + houseNumber + `)`)

// nextHome finds what follows those words up to a house number.
func nextHome(s string, from int) (int, int, bool) {
	return search(homeForm, s, from, func(start, end int) (int, int, bool) {
		end = wholeHouse(s, end)
		return start, end, !yearEnds(s[start:end]) && !unitAfter.MatchString(s[end:]) && !goesOn(s, end, ".,:")
	})
}

// nextPostcode finds a postcode with what stands around it.
func nextPostcode(s string, from int) (int, int, bool) {
	for from <= len(s) && codeForm.MatchString(s[from:]) {
		m := postcodeForm.FindStringSubmatchIndex(s[from:])
		if m == nil {
			return 0, 0, false
		}
		start, end, code, codeEnd := from+m[0], from+m[1], from+m[4], from+m[5]
		street, number := m[2] >= 0, m[6] >= 0
		if number {
			if end = wholeHouse(s, end); !houseFollows(s, end) {
				end, number = codeEnd, false
			}
		}
		if isPostcode(s, code, codeEnd, street || number) {
			if street {
				start += len(s[start:code]) - len(trimStreet(s[start:code]))
			}
			return start, end, true
		}
		from += m[0] + 1
	}
	return 0, 0, false
}

// wholeHouse gives where the house number before end ends, without the first letter of the next word.
func wholeHouse(s string, end int) int {
	if !wordAfter(s, end) {
		return end
	}
	for end > 0 && !isDigit(s[end-1]) {
		end--
	}
	return end
}

// houseFollows tells whether a number behind a postcode can be that of a house: in "3511 AB, 3 weken" it
// counts something.
func houseFollows(s string, end int) bool {
	return !wordAfter(s, end) && !unitAfter.MatchString(s[end:])
}

// notPostcodes are two letters that follow a number of four digits for another reason.
var notPostcodes = fields(`EU MB GB KB TB KM KG CM MM ML HA KW WH WO UR EN OF OP IN IS TE NA ER WE HE JE ZE DE BV NV VV NL BE WW BW RO AZ CE BC AD PK MW PM AM PC TV CD DV VM LED CV EK WK OS NS
	VN OV KV HZ PX DM FT OM AL DO MA DI ZO ZA VR WA IB VZ WI ST CA TM IV OR UU`)

// isPostcode takes capitals for a postcode, unless they mean something else there; without capitals
// a house number, a street or a word has to say so.
func isPostcode(s string, start, end int, housed bool) bool {
	if !stands(s, start, end) || inNumber(s, start) || end-start < 6 || s[end-1] < 'A' {
		return false
	}
	letters := s[end-2 : end]
	upper := strings.ToUpper(letters)
	if upper == "SA" || upper == "SD" || upper == "SS" {
		return false
	}
	where := lastCue(s, start)
	if where == lawCue || where == moneyCue || strings.HasSuffix(strings.TrimRight(s[:start], " "), "€") {
		return false
	}
	joined := end-start == 6
	switch {
	case letters == upper:
		if (housed || where == postcodeCue) && !(shortWords[upper] && isYear(s[start:start+4])) {
			return true
		}
		return !notPostcodes[upper] && !isYear(s[start:start+4])
	case letters == strings.ToLower(letters):
		if shortWords[upper] && !joined {
			return false
		}
		return housed && !unitLetters[upper] || where == postcodeCue && !unitLetters[upper] || joined && !unitLetters[upper] && !isYear(s[start:start+4])
	}
	return housed || where == postcodeCue // "3511 Ab"
}

var shortWords = fields("EN OF OP IN IS TE NA ER WE HE JE ZE DE AL DO MA DI ZO OM UW ME NU AF AN HA OH")

var unitLetters = fields("KM KG CM MM ML MB GB KB TB KW WH M2 PK HA FT PX HZ DM EU UU")

// yearEnds tells whether the last word of s is a year, as in "wonen wij sinds mei 2020".
func yearEnds(s string) bool {
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return len(last) == 4 && isYear(last)
}

func isYear(s string) bool { return s[:2] == "19" || s[:2] == "20" }

// fields is the set of the words in s.
func fields(s string) map[string]bool {
	set := map[string]bool{}
	for _, f := range strings.Fields(s) {
		set[f] = true
	}
	return set
}

// notStreets end as a street does and are none, or end a sentence before a number.
var notStreets = fields("onderweg weg overweg halfweg snelweg fietspad zebrapad park hof markt plein straat ring berg brug haven baan veld kamp voetbalveld sportpark station vakantiepark " +
	"begin wal pad erf poort spoorbaan startbaan supermarkt vrijmarkt bijbaan jeugdhof gerechtshof hogeraad hypotheekmarkt woningmarkt arbeidsmarkt geding fietsbrug")

// nextStreet finds a street, known by the end of its name, with a house number.
func nextStreet(s string, from int) (int, int, bool) {
	for from <= len(s) && streetAhead(s[from:]) {
		m := streetForm.FindStringSubmatchIndex(s[from:])
		if m == nil {
			return 0, 0, false
		}
		start, end, street := from+m[0], wholeHouse(s, from+m[1]), s[from+m[2]:from+m[3]]
		last := strings.ToLower(street[strings.LastIndexByte(street, ' ')+1:])
		number := leadingDigits(s[from+m[4]:])
		ok := stands(s, start, end) && !notStreets[last] && !unitAfter.MatchString(s[end:]) && !counts(s, from+m[4], end) && !(len(number) == 4 && isYear(number)) && !goesOn(s, end, ".,:")
		if ok {
			start += len(street) - len(trimStreet(street))
			if town := belgianTown.FindString(s[end:]); town != "" {
				end += len(town)
			}
			return start, end, true
		}
		from += m[0] + 1
	}
	return 0, 0, false
}

// belgianTown is what follows the house number in an address in Belgium: four digits and a town.
var belgianTown = compiled(`^(?:,| -|\n)? ?(?:B-)?[1-9]\d{3} \p{Lu}\p{Ll}{2,}`)

// counts tells whether the number from start to end counts what follows, as in "de Kerkstraat 3 lampen":
// a small number without a letter, and a word in the plural that is no verb or preposition.
func counts(s string, start, end int) bool {
	number := s[start:end]
	if len(number) > 2 || leadingDigits(number) != number || number > "12" && len(number) == 2 || end >= len(s) || s[end] != ' ' {
		return false
	}
	rest := s[end+1:]
	word := rest[:len(rest)-len(strings.TrimLeft(rest, "abcdefghijklmnopqrstuvwxyz"))]
	return len(word) > 4 && (strings.HasSuffix(word, "en") || strings.HasSuffix(word, "s")) && !notCounted[word]
}

var notCounted = fields("moeten hebben willen worden wonen kunnen gaan staan komen zitten liggen hangen lopen rijden maken binnen buiten tussen sinds " +
	"thuis wegens tijdens volgens boven beneden tegen alleen samen mogen krijgen zullen blijven steeds soms straks ernaast telkens overlast " +
	"gisteren morgen zoals melden wachten betalen verhuizen bellen kregen hadden waren werden klagen ontbreken losliggen zonder vergeten " +
	"gekregen opgehaald gevonden gelegen ontvangen gebroken gegeven gewoond opgebroken gestolen verkeerd nergens ergens meestal laten alles")

// lowStreetEnds are how a street ends that is written without a capital.
var lowStreetEnds = []string{"straat", "str", "laan", "weg", "plein", "gracht", "kade", "singel", "dreef", "hof", "pad", "steeg", "dijk", "plantsoen"}

var lowStreet = compiled(`((?:\d(?:e|de|ste) )?(?:\p{L}{3,} (?:van |de |der |den |ter ){1,2})?\p{L}{3,}(?:straat|str\.?|laan|weg|plein|gracht|kade|singel|dreef|hof|pad|steeg|dijk|plantsoen)),? (?:nr\.? ?|nummer |huisnummer )?(` + houseNumber + `)`)

// nextLowStreet finds a street without a capital, with a house number.
func nextLowStreet(s string, from int) (int, int, bool) {
	for from <= len(s) && streetAhead(s[from:]) {
		m := lowStreet.FindStringSubmatchIndex(s[from:])
		if m == nil {
			return 0, 0, false
		}
		start, end, street := from+m[0], wholeHouse(s, from+m[1]), s[from+m[2]:from+m[3]]
		last := strings.ToLower(street[strings.LastIndexByte(street, ' ')+1:])
		number := leadingDigits(s[from+m[4]:])
		if stands(s, start, end) && !notStreets[last] && !ways.MatchString(last) && !unitAfter.MatchString(s[end:]) && !counts(s, from+m[4], end) &&
			!(len(number) == 4 && isYear(number)) && !goesOn(s, end, ".,:") {
			return start + len(street) - len(trimStreet(street)), end, true
		}
		from += m[0] + 1
	}
	return 0, 0, false
}

// ways are kinds of road, not names of one.
var ways = compiled(`^(?:snel|auto|ring|om|uit|aan|fiets|wandel|ruiter|voet|rijks|half|over|onder|werk|school|speel|zij|winkel|toegangs|oprij|gerechts|binnen)(?:weg|pad|plein|laan|straat|hof)$`)

var houseForm = compiled(`(?i)\b(?:hnr|huis ?(?:nr|nummer|no))\b\.?(?: is)?[ :=]{0,3}(` + houseNumber + `)`)

// nextHouse finds a house number behind its word, as in forms.
func nextHouse(s string, from int) (int, int, bool) {
	return search(houseForm, s, from, func(start, end int) (int, int, bool) {
		end = wholeHouse(s, end)
		return start, end, stands(s, start, end) && !unitAfter.MatchString(s[end:])
	})
}

// streetAhead tells whether a letter, perhaps with a comma or a word for number, stands before a digit:
// without that the search for a street is not worth its time.
func streetAhead(s string) bool {
	for i := 1; i < len(s); i++ {
		if isDigit(s[i]) && !isDigit(s[i-1]) {
			before := strings.TrimRight(s[:i], " ,.")
			if before != "" && len(before) < i && !isDigit(before[len(before)-1]) {
				return true
			}
		}
	}
	return false
}

// trimStreet takes off words at the front that begin a sentence and no street: "In de Kerkstraat".
func trimStreet(street string) string {
	for {
		first, rest, more := strings.Cut(street, " ")
		if !more || !beforeStreets[strings.ToLower(first)] {
			return street
		}
		street = rest
	}
}

var beforeStreets = fields("in op aan de het ik bij naar uit te mijn voor wij we er dat van langs achter tegenover adres")

// Number plates: the fourteen series of the Netherlands, and those of diplomats left out. X is a letter, 9 a digit.
var plateSeries = fields("XX-99-99 99-99-XX 99-XX-99 XX-99-XX XX-XX-99 99-XX-XX 99-XXX-9 9-XXX-99 XX-999-X X-999-XX XXX-99-X X-99-XXX 9-XX-999 999-XX-9")

var (
	plateForm  = compiled(`(?i)[a-z0-9]{1,3}[-– ][a-z0-9]{2,3}[-– ][a-z0-9]{1,3}`)
	plateShort = compiled(`(?i)[a-z0-9]{6}`)
	noPlate    = fields("KM KG CM MM ML MB GB EU EN OP DE IN ST NR UUR WW IS TE")
)

// nextDashedPlate finds a plate with dashes in any case; with spaces a word must say that it is one, or
// its letters must be capitals without a vowel, as on plates.
func nextDashedPlate(s string, from int) (int, int, bool) {
	return search(plateForm, s, from, func(start, end int) (int, int, bool) {
		plate := strings.ReplaceAll(s[start:end], "–", "-")
		dashed := strings.Count(plate, "-") == 2
		if !stands(s, start, end) || !plateSeries[series(plate, dashed)] || goesOn(s, end, "-") || inNumber(s, start) || dashBefore(s, start) {
			return 0, 0, false
		}
		cue := lastCue(s, start)
		switch {
		case cue == shopCue || cue == caseCue || cue == lawCue:
			return 0, 0, false
		case dashed:
			return start, end, !monthIn(plate)
		}
		return start, end, cue == plateCue || plate == strings.ToUpper(plate) && !vowels(plate) && !noPlate[longestLetters(plate)]
	})
}

var namedPlate = compiled(`(?i:kenteken|nummerplaat|nummerbord)(?i:nummer|nr\.?|s)?(?i: is| met| nr\.?| nummer)?[ :=(]{1,3}(\d-[A-Za-z]{3}-\d{3}|[A-Z]{1,3}[- ][A-Z]{1,2}[- ]?\d{1,4})`)

// nextNamedPlate finds plates of Belgium and Germany behind the word for them.
func nextNamedPlate(s string, from int) (int, int, bool) {
	return search(namedPlate, s, from, func(start, end int) (int, int, bool) { return start, end, stands(s, start, end) })
}

// nextShortPlate finds a plate without anything between its parts.
func nextShortPlate(s string, from int) (int, int, bool) {
	return search(plateShort, s, from, func(start, end int) (int, int, bool) {
		plate := s[start:end]
		if !strings.ContainsAny(plate, "0123456789") || !stands(s, start, end) || inNumber(s, start) || goesOn(s, end, "-/.") || dashBefore(s, start) {
			return 0, 0, false
		}
		named := false
		for _, cut := range [][2]int{{2, 4}, {2, 5}, {1, 4}, {3, 5}, {1, 3}} {
			named = named || plateSeries[series(plate[:cut[0]]+"-"+plate[cut[0]:cut[1]]+"-"+plate[cut[1]:], true)]
		}
		cue := lastCue(s, start)
		if !named || cue == shopCue || cue == caseCue || cue == lawCue {
			return 0, 0, false
		}
		return start, end, cue == plateCue || plate == strings.ToUpper(plate) && !vowels(plate) && strings.IndexFunc(plate[:4], isLetter) >= 0
	})
}

func isLetter(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' }

func dashBefore(s string, start int) bool {
	return start >= 2 && s[start-1] == '-' && wordBefore(s, start-1)
}

// series writes letters as X and digits as 9.
func series(plate string, dashed bool) string {
	if !dashed {
		plate = strings.ReplaceAll(plate, " ", "-")
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return '9'
		case isLetter(r):
			return 'X'
		}
		return r
	}, plate)
}

func vowels(s string) bool { return strings.ContainsAny(strings.ToUpper(s), "AEIOU") }

func longestLetters(plate string) string {
	longest := ""
	for _, part := range strings.FieldsFunc(plate, func(r rune) bool { return !isLetter(r) }) {
		if len(part) > len(longest) {
			longest = part
		}
	}
	return strings.ToUpper(longest)
}

// monthIn tells whether the plate is a date such as 12-mrt-9 or 01-jan-22.
func monthIn(plate string) bool {
	return strings.Contains(" jan feb mrt maa apr mei jun jul aug sep okt oct nov dec ", " "+strings.ToLower(longestLetters(plate))+" ")
}
