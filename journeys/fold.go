package journeys

import (
	"strings"
	"unicode"
)

// foldings lists, per plain letter, the letters that differ from it by an accent only.
const foldings = "a:àáâãäåāăą c:çćĉċč d:ďđð e:èéêëēĕėęě g:ĝğġģ h:ĥħ i:ìíîïĩīĭįı j:ĵ k:ķ l:ĺļľŀł " +
	"n:ñńņňŋ o:òóôõöøōŏő r:ŕŗř s:śŝşšș t:ţťŧț u:ùúûüũūŭůűų w:ŵ y:ýÿŷ z:źżž ae:æ oe:œ ij:ĳ ss:ß th:þ"

var folded = func() map[rune]string {
	m := map[rune]string{}
	for _, group := range strings.Fields(foldings) {
		plain, accented, _ := strings.Cut(group, ":")
		for _, r := range accented {
			m[r] = plain
		}
	}
	return m
}()

// Fold writes s in lower case without accents, the form in which words, topics, channels and
// natures are compared. Combining marks disappear; letters outside the Latin script only lose
// their case.
func Fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || c >= 'A' && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if r >= 0x80 && unicode.Is(unicode.Mn, r) {
			continue
		}
		r = unicode.ToLower(r)
		if r >= 0x80 {
			if plain, ok := folded[r]; ok {
				b.WriteString(plain)
				continue
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// FoldSpace is Fold with every run of white space as one space, and none around.
func FoldSpace(s string) string { return strings.Join(strings.Fields(Fold(s)), " ") }

// Slug makes an id of a title: folded, everything but letters and digits as single hyphens.
func Slug(title string) string {
	var b strings.Builder
	gap := false
	for _, r := range Fold(title) {
		if IsWordRune(r) {
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		} else {
			gap = true
		}
	}
	return b.String()
}

// IsWordRune reports whether a folded character belongs to a word: a letter or a digit.
func IsWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
