package language

import "strings"

// Streets that are called after what they lie behind, under or beside, and have no ending that tells a
// street: "Achter de Dom 7", "Onder de Linden 14", "Achter Sint Pieter 22". Both words have a capital.
var behindForm = compiled(`(?:(?:Achter|Onder|Boven|Buiten|Binnen|Tussen|Voor|Op|Bij|Aan|Langs|Naast|Over|In) (?:de|den|der|het|'t|’t) |(?:Achter|Boven|Onder) (?:(?:Sint|St\.?) )?)` +
	`(\p{Lu}[\p{L}\-]+)(?: \p{Lu}[\p{L}\-]+)? (?:nr\.? |nummer )?(` + houseNumber + `)`)

// notBehind are words with a capital behind which a number says something else.
var notBehind = fields("bijlage website site pagina gemeente gemeentewet balie brief formulier wet artikel afdeling app route lijn zone groep klas kamer ruimte vak loket stand fase optie variant bus tram trein " +
	"maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december kerst pasen pinksteren corona covid raad regio wijk")

// nextBehind finds such a street with a house number.
func nextBehind(s string, from int) (int, int, bool) {
	for from <= len(s) {
		m := behindForm.FindStringSubmatchIndex(s[from:])
		if m == nil {
			return 0, 0, false
		}
		start, end, number := from+m[0], wholeHouse(s, from+m[1]), leadingDigits(s[from+m[4]:])
		noun := strings.ToLower(s[from+m[2] : from+m[3]])
		if stands(s, start, end) && !notBehind[noun] && !unitAfter.MatchString(s[end:]) && !counts(s, from+m[4], end) && !(len(number) == 4 && isYear(number)) && !goesOn(s, end, ".,:") {
			return start, end, true
		}
		from += m[0] + 1
	}
	return 0, 0, false
}
