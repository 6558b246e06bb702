package journeys

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// foldings lists, per plain letter, the letters that differ from it by an accent only.
const foldings = "a:àáâãäåāăą c:çćĉċč d:ďđð e:èéêëēĕėęě g:ĝğġģ h:ĥħ i:ìíîïĩīĭįı j:ĵ k:ķ l:ĺļľŀł " +
	"n:ñńņňŋ o:òóôõöøōŏő r:ŕŗř s:śŝşšș t:ţťŧț u:ùúûüũūŭůűų w:ŵ y:ýÿŷ z:źżž ae:æ oe:œ ij:ĳ ss:ß th:þ"

// folded holds what Fold makes of every letter below lastFolded; "" stands for nothing.
var folded = func() (table [lastFolded]string) {
	plain := map[rune]string{}
	for _, group := range strings.Fields(foldings) {
		letters, accented, _ := strings.Cut(group, ":")
		for _, r := range accented {
			plain[r] = letters
		}
	}
	for i := range table {
		r := unicode.ToLower(rune(i))
		switch letters, ok := plain[r]; {
		case ok:
			table[i] = letters
		case !unicode.Is(unicode.Mn, rune(i)):
			table[i] = string(r)
		}
	}
	return table
}()

// lastFolded is where the blocks end that hold all letters of foldings.
const lastFolded = 0x250

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
	b := make([]byte, 0, len(s))
	for _, r := range s {
		b = appendFolded(b, r)
	}
	return string(b)
}

func appendFolded(b []byte, r rune) []byte {
	if r < lastFolded {
		return append(b, folded[r]...)
	}
	if unicode.Is(unicode.Mn, r) {
		return b
	}
	r = unicode.ToLower(r)
	if r < lastFolded { // the Kelvin and Ångström signs
		return append(b, folded[r]...)
	}
	return utf8.AppendRune(b, r)
}

// AppendFoldSpace appends FoldSpace of a text to b, for callers that keep a buffer.
func AppendFoldSpace(b, text []byte) []byte {
	start, gap := len(b), false
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(text[i:])
		}
		i += n
		if unicode.IsSpace(r) {
			gap = true
			continue
		}
		before := len(b)
		if gap && before > start {
			b = append(b, ' ')
		}
		space := len(b)
		if b = appendFolded(b, r); len(b) == space {
			b = b[:before] // a combining mark
			continue
		}
		gap = false
	}
	return b
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
