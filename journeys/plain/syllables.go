package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// oneSound are letters that are one vowel together, the longest first.
var oneSound = []string{"aai", "ooi", "oei", "eeu", "ieu", "eau", "ëi", "ëe", "ïe", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ij", "au", "ou", "ai", "oi"}

// loans are words that are not said as they are written in Dutch, with the number of syllables to add
// to what the rules give. They count only by themselves: "site" is in "positie" too.
var loans = map[string]int{
	"site": -1, "sites": -1, "file": -1, "lease": -2, "leasen": -1, "image": -1, "games": -1, "game": -1, "toast": -1, "guide": -1, "style": -1, "please": -2,
	"cheque": -1, "route": -1, "mobile": -1, "goal": -1, "goals": -1, "dealer": -1, "home": -1, "live": -1, "date": -1, "dates": -1, "cake": -1, "take": -1,
	"case": -1, "cases": -1, "tape": -1, "mouse": -1, "store": -1, "stores": -1, "issue": -1, "issues": -1, "cruise": -1, "quote": -1, "release": -2, "leads": -1, "lead": -1,
}

// spoken respells what loan words, and words in which two vowels belong to two parts, sound like; unlike
// loans also inside other words: wijkteam, servicekosten.
var spoken = strings.NewReplacer(
	"team", "tiem", "website", "websajt", "service", "servis", "online", "onlajn", "offline", "oflajn", "update", "updeet", "upgrade", "upgreed", "software", "softwer",
	"coach", "kootsj", "deadline", "dedlajn", "timeline", "tajmlajn", "baseline", "beeslajn", "hotline", "hotlajn", "helpline", "helplajn", "database", "databees", "leasing", "liesing",
	"governance", "guvernens", "compliance", "complajens", "performance", "performens", "freelance", "frielens", "intake", "inteek", "casemanage", "keesmanage", "stakeholder", "steekholder",
	"interface", "interfees", "resource", "risors", "template", "templet", "smartphone", "smartfoon", "homepage", "hoompeedzj", "dashboard", "desjbord", "speech", "spietsj", "beamer", "biemer",
	"stream", "striem", "leaflet", "lieflet", "feedback", "fiedbek", "lifestyle", "lajfstajl", "fauteuil", "foteul", "feuille", "feuje", "milestone", "majlstoon",
	"eum", "e-um", "rieus", "ri-eus", "gieus", "gi-eus", "tieus", "ti-eus", "dieus", "di-eus", "rieuz", "ri-euz", "gieuz", "gi-euz", "tieuz", "ti-euz", "dieuz", "di-euz",
	"reintegr", "re-integr", "contraind", "contra-ind",
)

// Syllables counts the syllables of a Dutch word by its vowels: letters that are one sound together
// count once, a trema or a dash begins a new one, y before a vowel and u after q count for nothing. A
// word without vowels (kg, tv) and a number count as one. It is right for all but a few loan words.
func Syllables(word string) int {
	low := strings.ToLower(word)
	total := loans[low]
	for _, part := range strings.FieldsFunc(spoken.Replace(low), func(r rune) bool { return r == '-' || r == '/' || r == '.' || r == '’' || r == '\'' }) {
		if n := nuclei(part); n > 0 || !strings.ContainsAny(word, "'’") { // the s of foto's is none
			total += max(1, n)
		}
	}
	return max(1, total)
}

// nuclei counts the vowels of a word in lower case.
func nuclei(word string) int {
	letters := []rune(strings.ReplaceAll(word, "ĳ", "ij"))
	n := 0
	for i := 0; i < len(letters); {
		if !vowel(letters, i) {
			i++
			continue
		}
		n++
		i += soundLength(letters[i:])
	}
	return n
}

func soundLength(rest []rune) int {
	for _, sound := range oneSound {
		if n := utf8.RuneCountInString(sound); len(rest) >= n && string(rest[:n]) == sound {
			return n
		}
	}
	return 1
}

func vowel(letters []rune, i int) bool {
	switch r := letters[i]; r {
	case 'a', 'e', 'i', 'o':
		return true
	case 'u':
		return i == 0 || letters[i-1] != 'q'
	case 'y': // a vowel but before one: baby, royaal
		return i+1 == len(letters) || !strings.ContainsRune("aeiou", letters[i+1])
	default:
		return unicode.IsLetter(r) && strings.ContainsRune("àáâäãåèéêëìíîïòóôöõøùúûüýÿæœ", r)
	}
}
