package signals

import (
	"strings"
	"unicode/utf8"

	"klantreis/journeys"
)

// anchored divides a folded phrase before the word that is looked for: the longest one, because long words are rare
// (people ask "kan ik" all day, and "inloggen" now and then), of equally long ones the first. Lead ends in a
// space, or is empty. What begins with neither a letter nor a digit is looked for as a whole.
func anchored(phrase string) (lead, rest string) {
	if first, _ := utf8.DecodeRuneInString(phrase); !journeys.IsWordRune(first) {
		return "", phrase
	}
	anchor, most := 0, 0
	for at := 0; at < len(phrase); {
		word, _, _ := strings.Cut(phrase[at:], " ")
		if letters := firstRun([]byte(word)); letters > most {
			anchor, most = at, letters
		}
		at += len(word) + 1
	}
	return phrase[:anchor], phrase[anchor:]
}

// isLed tells whether the lead of a target stands before position i of a text, folded or plain ASCII, where a word begins.
func (t *target) isLed(text []byte, i int) bool {
	if len(t.lead) == 0 {
		return true
	}
	for k := len(t.lead) - 1; k >= 0; k-- {
		if i == 0 {
			return false
		}
		i--
		want, c := t.lead[k], text[i]
		switch {
		case want == ' ':
			if !isSpace(c) {
				return false
			}
			for i > 0 && isSpace(text[i-1]) {
				i--
			}
		case c != want && (c < 'A' || c > 'Z' || c|caseBit != want):
			return false
		}
	}
	before, _ := utf8.DecodeLastRune(text[:i])
	return i == 0 || !journeys.IsWordRune(before)
}
