// Package language looks after the words in a journey: it takes personal data out of what is
// shown.
package language

import (
	"regexp"
	"strings"
)

// rule finds one kind of personal data. Check, when set, decides whether a match really is one.
type rule struct {
	kind  string // what stands in its place, in brackets
	find  *regexp.Regexp
	check func(string) bool
}

// rules are applied in this order; what one has replaced, the next does not see. RE2 has no
// look-around, so word borders are tested in code where \b is not enough.
var rules = []rule{
	{"e-mailadres", regexp.MustCompile(`(?i)[a-z0-9._%+\-]+@[a-z0-9.\-]+\.[a-z]{2,}`), nil},
	{"rekeningnummer", regexp.MustCompile(`(?i)\b[a-z]{2}\d{2} ?[a-z]{4} ?\d{4} ?\d{4} ?\d{2}\b`), validIBAN},
	{"telefoonnummer", regexp.MustCompile(`(?:\+31|\b0031|\b0)[\s\-]?(?:\(0\)[\s\-]?)?[1-9](?:[\s\-]?\d){8}\b`), privatePhone},
	{"bsn", regexp.MustCompile(`\b\d{3}[ .]?\d{3}[ .]?\d{3}\b`), validBSN},
	{"adres", regexp.MustCompile(`\b[1-9]\d{3} ?[A-Z]{2}\b(?:[ ,]+(?:nr\.? ?|huisnummer )?\d{1,5}(?:[ \-]?[a-zA-Z]\b)?)?`), validPostcode},
}

// Redact replaces personal data by its kind in brackets, such as [telefoonnummer]. Names cannot
// be found by a pattern; that is why a quote also needs approval.
func Redact(s string) string {
	for _, r := range rules {
		s = r.find.ReplaceAllStringFunc(s, func(match string) string {
			if r.check != nil && !r.check(match) {
				return match
			}
			return "[" + r.kind + "]"
		})
	}
	return s
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// validBSN is the elfproef: the weighted sum with 9, 8, … 2, −1 is a multiple of eleven.
func validBSN(s string) bool {
	d := digits(s)
	if len(d) != 9 || d == "000000000" {
		return false
	}
	sum := 0
	for i, weight := range []int{9, 8, 7, 6, 5, 4, 3, 2, -1} {
		sum += weight * int(d[i]-'0')
	}
	return sum%11 == 0
}

// validIBAN is ISO 7064 mod 97-10 on the number with its country and check digits last.
func validIBAN(s string) bool {
	s = strings.ToUpper(strings.ReplaceAll(s, " ", ""))
	rest := 0
	for _, r := range s[4:] + s[:4] {
		switch {
		case r >= '0' && r <= '9':
			rest = (rest*10 + int(r-'0')) % 97
		case r >= 'A' && r <= 'Z':
			rest = (rest*100 + int(r-'A') + 10) % 97
		default:
			return false
		}
	}
	return rest == 1
}

// privatePhone spares the service numbers that anyone may know.
func privatePhone(s string) bool {
	d := digits(s)
	return !strings.HasPrefix(d, "0800") && !strings.HasPrefix(d, "0900")
}

// validPostcode refuses the letter pairs that are not in use, and a year before a word of two
// capitals ("2022 WA") unless a house number follows.
func validPostcode(s string) bool {
	letters := strings.TrimSpace(s[4:])
	switch letters[:2] {
	case "SA", "SD", "SS":
		return false
	}
	year := s[:2] == "19" || s[:2] == "20"
	return !year || len(letters) > 2
}
