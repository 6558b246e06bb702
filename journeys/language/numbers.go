package language

import (
	"strings"
)

// Nine digits in a row, in threes, or in the old way 1234.56.789.
var bsnForm = compiled(`\d{9}|\d{3}[ .\-]\d{3}[ .\-]\d{3}|\d{4}[ .\-]\d{2}[ .\-]\d{3}|\d{2}[ .]\d{2}[ .]\d{2}[ .]\d{3}`)

// nextBSN finds nine digits that pass the elfproef, unless the words before say that they are the
// number of something else: one in eleven numbers passes by chance.
func nextBSN(s string, from int) (int, int, bool) {
	return search(bsnForm, s, from, func(start, end int) (int, int, bool) {
		if !wholeNumber(s, start, end) || !validBSN(s[start:end]) {
			return 0, 0, false
		}
		switch lastCue(s, start) {
		case shopCue, caseCue, moneyCue, lawCue, accountCue, documentCue:
			return 0, 0, false
		case phoneCue: // a mobile number without its zero
			return start, end, s[start] != '6'
		}
		return start, end, true
	})
}

var mistypedBSN = compiled(`(?i)(?:bsn|burgerservicenummer|sofi-?nummer)(?:[ -]?(?:nummer|nr\.?))?(?: van)?(?: (?:mijn |de |het )?\p{L}+)?(?: is| was)?[ :=.]{0,3}(\d[\d .\-]{6,12}\d)`)

// nextNamedBSN finds nine digits behind the word BSN that pass the elfproef, in whatever groups.
func nextNamedBSN(s string, from int) (int, int, bool) {
	return search(mistypedBSN, s, from, func(start, end int) (int, int, bool) {
		number := onlyDigits(s[start:end])
		if len(number) == 8 {
			number = "0" + number // many leave the zero in front away
		}
		return start, end, stands(s, start, end) && validBSN(number)
	})
}

// nextMistypedBSN finds seven to ten digits behind the word BSN of which the check digit is wrong.
func nextMistypedBSN(s string, from int) (int, int, bool) {
	return search(mistypedBSN, s, from, func(start, end int) (int, int, bool) {
		n := len(onlyDigits(s[start:end]))
		return start, end, n >= 7 && n <= 10 && stands(s, start, end)
	})
}

// wholeNumber tells whether the digits are no part of a longer number, amount or code.
func wholeNumber(s string, start, end int) bool {
	if !stands(s, start, end) && (wordAfter(s, end) || !announced(s, start)) || inNumber(s, start) || goesOn(s, end, ".,-/") {
		return false
	}
	grouped := end-start > 9
	if grouped && goesOn(s, end, " ") && !strings.HasPrefix(s[end+1:], "0") && len(leadingDigits(s[end+1:])) == 3 {
		return false // 123 456 789 000
	}
	before := strings.TrimRight(s[:start], " ")
	if strings.HasSuffix(before, "€") || strings.HasSuffix(before, "#") {
		return false
	}
	if grouped && len(before) > 0 && len(before) < start && isDigit(before[len(before)-1]) {
		return false
	}
	after := strings.TrimLeft(s[end:], " ")
	for _, thing := range []string{"euro", "inwoners", "bezoek", "mensen", "huishoudens", "kilometer", "klikken", "contacten", "stuks"} {
		if hasFold(after, thing) {
			return false
		}
	}
	return !strings.HasPrefix(after, "%")
}

func leadingDigits(s string) string {
	i := 0
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	return s[:i]
}

// validBSN is the elfproef: the weighted sum with 9, 8, … 2, −1 is a multiple of eleven.
func validBSN(s string) bool {
	d := onlyDigits(s)
	if len(d) != 9 || d == "000000000" {
		return false
	}
	sum := 0
	for i, weight := range []int{9, 8, 7, 6, 5, 4, 3, 2, -1} {
		sum += weight * int(d[i]-'0')
	}
	return sum%11 == 0
}

var ibanForm = compiled(`(?i)([a-z]{2}\d{2}(?:[ .\-]?[a-z0-9]){11,30})|([a-z]{2}[ .\-]\d{2}[ .\-](?:[ .\-]?[a-z0-9]){11,30})`)

// nextIBAN finds an IBAN whose check digits agree.
func nextIBAN(s string, from int) (int, int, bool) {
	return search(ibanForm, s, from, func(start, end int) (int, int, bool) {
		if start > 0 && !stands(s, start, start) && wordBefore(s, start) && !announced(s, start) {
			return 0, 0, false
		}
		// The form is greedy and takes words that follow along: the longest valid beginning counts.
		for end > start+14 {
			if !wordAfter(s, end) && validIBAN(s[start:end]) {
				return start, end, true
			}
			end--
		}
		return 0, 0, false
	})
}

var oldAccount = compiled(`(?i)(?:(?:rekening|rek\.?|giro|bank)[ -]?(?:nummer|nr\.?)|\bgiro)(?: is| was| van \p{L}+)?[ :=.]{0,3}(\d[\d .]{5,12}\d)`)

// nextOldAccount finds a Dutch account number of before the IBAN, behind the word for it.
func nextOldAccount(s string, from int) (int, int, bool) {
	return search(oldAccount, s, from, func(start, end int) (int, int, bool) {
		n := len(onlyDigits(s[start:end]))
		return start, end, n >= 7 && n <= 10 && stands(s, start, end)
	})
}

func wordBefore(s string, at int) bool { return at > 0 && !stands(s, at, len(s)) }

func wordAfter(s string, at int) bool { return at < len(s) && !stands(s, 0, at) }

// ibanLengths holds the length of an IBAN in the countries whose people live here most; elsewhere any
// length with the right check digits will do.
var ibanLengths = map[string]int{
	"NL": 18, "BE": 16, "DE": 22, "FR": 27, "GB": 22, "ES": 24, "IT": 27, "PL": 28, "PT": 25, "TR": 26, "AT": 20,
	"LU": 20, "IE": 22, "RO": 24, "BG": 22, "LT": 20, "HU": 28, "GR": 27, "DK": 18, "SE": 24, "NO": 15, "CH": 21, "MA": 28,
}

// validIBAN is ISO 7064 mod 97-10 on the number with its country and check digits last.
func validIBAN(s string) bool {
	s = strings.ToUpper(strings.NewReplacer(" ", "", ".", "", "-", "").Replace(s))
	if len(s) < 15 || len(s) > 34 {
		return false
	}
	if n := ibanLengths[s[:2]]; n > 0 && n != len(s) {
		return false
	}
	return mod97(s[4:]+s[:4]) == 1
}

// mod97 reads digits and letters (A is 10) as one number; −1 for anything else.
func mod97(s string) int {
	rest := 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			rest = (rest*10 + int(r-'0')) % 97
		case r >= 'A' && r <= 'Z':
			rest = (rest*100 + int(r-'A') + 10) % 97
		default:
			return -1
		}
	}
	return rest
}

// The number of a business of one person held its BSN until 2020; the form alone is telling.
var vatForm = compiled(`(?i)(?:NL[ .]?)?\d(?:[ .]?\d){8}[ .]?B[ .]?\d{2}|BE[ .]?[01]\d{3}[ .]?\d{3}[ .]?\d{3}`)

func nextVAT(s string, from int) (int, int, bool) {
	return search(vatForm, s, from, func(start, end int) (int, int, bool) {
		return start, end, stands(s, start, end)
	})
}

var documentForm = compiled(`(?i)(?:(?:paspoort|identiteitskaart|identiteitsbewijs|id[ -]?kaart|id[ -]?bewijs|rijbewijs|document|verblijfsdocument|verblijfsvergunning|v-|a-|vreemdelingen)[ -]?(?:nummer|nr\.?)?|\b(?:pasp?|id|v)[ .\-]{0,2}(?:nummer|nr\.?))(?: van \p{L}+(?: \p{L}+)?)?(?: is| was)?(?: met)?(?: het)?(?: nummer| nr\.?)?[ :=.(]{0,3}([A-Z0-9]{6,10})`)

// nextDocument finds the number of a passport, a driving licence or a file of an immigrant behind its word.
func nextDocument(s string, from int) (int, int, bool) {
	return search(documentForm, s, from, func(start, end int) (int, int, bool) {
		n := len(onlyDigits(s[start:end]))
		return start, end, stands(s, start, end) && (n >= 3 || n > 0 && end-start == 9 && isDigit(s[end-1]))
	})
}

// A telephone number: 0, +31 or 0031 and nine digits with whatever people put between them; or another
// country.
var (
	phoneForm   = compiled(`(?:(?:\(?\+|\(?00)31\)?[ .\-/]{0,3}(?:\(0\)[ .\-/]{0,2}|0)?|\(?0)[1-9](?:[ .\-/()–_]{0,3}\d){8}`)
	abroadForm  = compiled(`(?:\+|00 ?)[1-9]\d{0,2}(?:[ .\-/()]{0,2}\d){6,12}`)
	bareForm    = compiled(`(?i)(?:\btel(?:efoon)?(?:nummer|nr\.?)?|\bmob(?:iel)?(?:nummer|nr)?|\bgsm(?:nummer|nr)?|\bbel(?:t|len)?(?: (?:me|mij|ons))?(?: (?:op|via))?|\bnummer is|bereikbaar (?:op|onder|via)|whatsapp)[ :=.]{1,3}(6[ \-]?\d(?:[ \-]?\d){7}|[2-9]\d{2}[ \-]?\d{2}[ \-]?\d{2}|[2-9]\d{1,2}[ \-]?\d{2}[ \-]?\d{2})`)
	startsAsDay = compiled(`^\(?[0-3]?\d[-./ ][01]?\d[-./ ](?:19|20)\d{2}`)
)

// nextDutchPhone spares the numbers that anyone may know: 14 0xx of municipalities, 0800, 0900 and the like.
func nextDutchPhone(s string, from int) (int, int, bool) {
	return search(phoneForm, s, from, func(start, end int) (int, int, bool) {
		number := s[start:end]
		if !stands(s, start, end) && (wordAfter(s, end) || !announced(s, start)) || inNumber(s, start) || goesOn(s, end, "-/:,") || startsAsDay.MatchString(number) {
			return 0, 0, false
		}
		national := onlyDigits(number)
		national = national[len(national)-9:]
		return start, end, !service(national) && plausiblePhone(s, start, end, national)
	})
}

// nextPhoneAbroad finds a number with the code of a country.
func nextPhoneAbroad(s string, from int) (int, int, bool) {
	return search(abroadForm, s, from, func(start, end int) (int, int, bool) {
		dutch := strings.HasPrefix(s[start:], "+31") && service(strings.TrimPrefix(onlyDigits(s[start:end]), "31"))
		if s[start] == '0' && lastCue(s, start) != phoneCue && !strings.ContainsAny(s[start:end], " -") {
			return 0, 0, false // 00 and digits: a code, unless something says that one can call it
		}
		return start, end, stands(s, start, end) && !dutch && !goesOn(s, end, "-/:,") && !inNumber(s, start)
	})
}

// nextBarePhone finds a number without its area or its zero, behind a word for telephones.
func nextBarePhone(s string, from int) (int, int, bool) {
	return search(bareForm, s, from, func(start, end int) (int, int, bool) {
		return start, end, stands(s, start, end) && !goesOn(s, end, "-/:,")
	})
}

// service tells whether the number, without its zero, is one that anyone may call.
func service(national string) bool {
	for _, p := range []string{"800", "900", "906", "909", "140"} {
		if strings.HasPrefix(national, p) {
			return true
		}
	}
	return false
}

// plausiblePhone refuses ten digits in a row that belong to no area, and those of an order or a case.
func plausiblePhone(s string, start, end int, national string) bool {
	switch lastCue(s, start) {
	case shopCue, caseCue, accountCue:
		return false
	case phoneCue:
		return true
	}
	if end-start > 10 {
		return true // written as people write telephone numbers
	}
	return national[0] == '6' || areaCodes[national[:2]] || areaCodes[national[:3]]
}

// areaCodes are the areas of the Dutch numbering plan without their zero, with 85, 87 and 88.
var areaCodes = func() map[string]bool {
	codes := map[string]bool{}
	for _, c := range strings.Fields(`10 13 15 20 23 24 26 30 33 35 36 38 40 43 45 46 50 53 55 58 70 71 72 73 74 75 76 77 78 79 85 87 88
		111 113 114 115 117 118 161 162 164 165 166 167 168 172 174 180 181 182 183 184 186 187 222 223 224 226 227 228 229 251 252
		255 294 297 299 313 314 315 316 317 318 320 321 341 342 343 344 345 346 347 348 411 412 413 416 418 475 478 481 485 486 487
		488 492 493 495 497 499 511 512 513 514 515 516 517 518 519 521 522 523 524 525 527 528 529 541 543 544 545 546 547 548 561
		562 566 570 571 572 573 575 577 578 591 592 593 594 595 596 597 598 599`) {
		codes[c] = true
	}
	return codes
}()
