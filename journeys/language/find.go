// Package language looks after the words in a journey: it finds personal data and takes it out of
// what is shown.
//
// Find looks for kinds of data, not for people. A number with check digits (BSN, IBAN) counts when
// the digits agree; one without (telephone, case number, number plate) when its form or a word before
// it says what it is; a name only where a letter puts one: after a title, a greeting, a closing, "mijn
// naam is", a relation, or as first name and surname. A name that stands loose in a sentence is not
// found. That is why a quote also needs approval.
package language

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind is what stands in the place of personal data, without the brackets.
type Kind string

// The kinds, in the order in which reports list them.
const (
	BSN         Kind = "bsn"
	Account     Kind = "rekeningnummer"
	VAT         Kind = "btw-nummer"
	Document    Kind = "documentnummer"
	Phone       Kind = "telefoonnummer"
	Email       Kind = "e-mailadres"
	Address     Kind = "adres"
	NumberPlate Kind = "kenteken"
	BirthDate   Kind = "geboortedatum"
	CaseNumber  Kind = "zaaknummer"
	Link        Kind = "persoonlijke link"
	Handle      Kind = "gebruikersnaam"
	Name        Kind = "naam"
	Number      Kind = "nummer" // said to be a BSN, but its digits do not agree: a slip of the pen
)

// Kinds lists all kinds in the order of reports.
func Kinds() []Kind {
	return []Kind{BSN, Account, VAT, Document, Phone, Email, Address, NumberPlate, BirthDate, CaseNumber, Link, Handle, Name, Number}
}

// Finding is a stretch of text that is personal data: the bytes from Start up to End.
type Finding struct {
	Kind       Kind
	Start, End int
}

// finder gives the next stretch of its kind in s that begins at or after from; ok is false when
// there is none.
type finder struct {
	kind  Kind
	needs sign
	words []string // in lower case, without accents or not; the text must hold one of them; none: no matter
	next  func(s string, from int) (start, end int, ok bool)
}

// sign is what a text must hold before it is worth the work to look for a kind.
type sign uint8

const (
	anyText   sign = 0
	digit     sign = 1 << iota // a digit
	digits4                    // four digits, whatever stands between them
	digits9                    // seven or more digits, whatever stands between them
	atSign                     // @, or the word for it in brackets
	capital                    // a capital
	linkStart                  // "://" or "www." or ".nl/" and the like: a slash and a dot
)

// finders are asked in this order; what one has found, the next may not overlap.
var finders = []finder{
	{Link, linkStart, nil, nextLink},
	{Email, atSign, nil, nextEmail},
	{Email, atSign, nil, nextSpacedEmail},
	{Account, digits9, nil, nextIBAN},
	{Account, digits4, []string{"rek", "giro", "bank"}, nextOldAccount},
	{VAT, digits9, []string{"b"}, nextVAT},
	{NumberPlate, digit, []string{"kenteken", "nummerpla", "nummerbor"}, nextNamedPlate},
	{CaseNumber, digits4, caseStems, nextNamedCase},
	{CaseNumber, digits4 | capital, nil, nextCaseForm},
	{Document, digit, []string{"pas", "identiteit", "id-", "id ", "idkaart", "idbewijs", "rijbewijs", "document", "verblijf", "v-", "v ", "vn", "a-", "vreemdeling"}, nextDocument},
	{BSN, digits9, []string{"bsn", "burgerservice", "sofi"}, nextNamedBSN},
	{BSN, digits9, nil, nextBSN},
	{BirthDate, digits4, []string{"geb", "jarig", "verja", "birth", "born", "dob", "g.d", "gd", "wereld", "ben van", "*", "°"}, nextBirthDate},
	{Phone, digits9, []string{"0"}, nextDutchPhone},
	{Phone, digits9, []string{"+", "00"}, nextPhoneAbroad},
	{Phone, digits4, []string{"tel", "mob", "gsm", "bel", "nummer is", "bereikbaar", "whatsapp"}, nextBarePhone},
	{Number, digits9, []string{"bsn", "burgerservice", "sofi"}, nextMistypedBSN},
	{Address, digits4, nil, nextPostcode},
	{Address, digit | capital, nil, nextStreet},
	{Address, digit | capital, []string{"achter ", "onder ", "boven ", "buiten ", "binnen ", "tussen ", "voor ", "op ", "bij ", "aan ", "langs ", "naast ", "over ", "in "}, nextBehind},
	{Address, digit, lowStreetEnds, nextLowStreet},
	{Address, digit, []string{"hnr", "huisn", "huis n"}, nextHouse},
	{Address, digit | capital, []string{"woon", "wonen", "adres", "verhui"}, nextHome},
	{NumberPlate, digit, nil, nextDashedPlate},
	{NumberPlate, digit, nil, nextShortPlate},
	{Handle, atSign, nil, nextHandle},
	{Handle, anyText, []string{"insta", "twitter", "snap", "tiktok", "telegram", "discord", "gebruikersnaam", "username", "inlognaam", "facebook", "fb"}, nextNamedHandle},
}

// Find gives the personal data in s, in order and without overlap.
func Find(s string) []Finding {
	var found []Finding
	signs, low := signsOf(s), strings.ToLower(s)
	for _, f := range finders {
		if f.needs&signs != f.needs || f.words != nil && !slices.ContainsFunc(f.words, func(w string) bool { return strings.Contains(low, w) }) {
			continue
		}
		for from := 0; from < len(s); {
			start, end, ok := f.next(s, from)
			if !ok {
				break
			}
			if i := slices.IndexFunc(found, func(o Finding) bool { return start < o.End && o.Start < end }); i >= 0 {
				from = max(start+1, found[i].End)
				continue
			}
			found = append(found, Finding{f.kind, start, end})
			from = end
		}
	}
	for _, name := range names(s) {
		if !slices.ContainsFunc(found, func(o Finding) bool { return name.Start < o.End && o.Start < name.End }) {
			found = append(found, name)
		}
	}
	slices.SortFunc(found, func(a, b Finding) int { return a.Start - b.Start })
	return found
}

// Redact replaces personal data by its kind in brackets, such as [telefoonnummer].
func Redact(s string) string {
	found := Find(s)
	if len(found) == 0 {
		return s
	}
	var b strings.Builder
	at := 0
	for _, f := range found {
		b.WriteString(s[at:f.Start])
		b.WriteString("[" + string(f.Kind) + "]")
		at = f.End
	}
	b.WriteString(s[at:])
	return b.String()
}

func signsOf(s string) (signs sign) {
	count := 0
	dot, slash := false, false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			count++
		case c == '@':
			signs |= atSign
		case c == '.':
			dot = true
		case c == '/':
			slash = true
		case c == '(' || c == '[' || c == ' ':
			if i+1 == len(s) || s[i+1]|' ' != 'a' { // none of the words below
				continue
			}
			if hasFold(s[i:], "(at)") || hasFold(s[i:], "[at]") || hasFold(s[i:], " apenstaart") || hasFold(s[i:], " at ") {
				signs |= atSign
			}
		case c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf:
			signs |= capital
		}
	}
	if dot && slash {
		signs |= linkStart
	}
	if count > 0 {
		signs |= digit
	}
	if count >= 4 {
		signs |= digits4
	}
	if count >= 7 {
		signs |= digits9
	}
	return signs
}

// hasFold tells whether s begins with the ASCII prefix, in any case.
func hasFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// stands tells whether s[start:end] is no part of a longer word or number.
func stands(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return !(start > 0 && wordRune(before)) && !(end < len(s) && wordRune(after))
}

// announced tells whether the number at start is written against the word for it: "bsn123", "nr.06".
func announced(s string, start int) bool {
	for _, word := range []string{"bsn", "nr", "nummer", "iban", "tel", "mob", "gsm", "bel"} {
		if at := start - len(word); at >= 0 && hasFold(s[at:], word) {
			return true
		}
	}
	return false
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// inNumber tells whether the digits at start go on from digits before: "1.234" when start is at 234.
func inNumber(s string, start int) bool {
	return start >= 2 && strings.IndexByte(".,-/:", s[start-1]) >= 0 && isDigit(s[start-2])
}

// goesOn tells whether digits follow end behind one of the marks.
func goesOn(s string, end int, marks string) bool {
	return end+1 < len(s) && strings.IndexByte(marks, s[end]) >= 0 && isDigit(s[end+1])
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}
