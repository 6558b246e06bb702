package journeys

import (
	"encoding/binary"
	"math/bits"
	"slices"
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

// Sign is what AppendPlain writes for a sign outside ASCII.
const Sign = '\x1f'

// AppendPlain appends a text to b with the accents of its letters folded, its white space outside
// ASCII as spaces and its other signs outside ASCII as Sign, so that all of it is ASCII; case and
// spaces stay as they are. It is what words without such signs are looked for in, and several
// times as fast as AppendFoldSpace. It gives up, ok is false, at a letter that has no plain form and
// at bytes that are not UTF-8.
func AppendPlain(b, text []byte) (plain []byte, ok bool) {
	n := len(b)
	b = slices.Grow(b, len(text)+8) // no plain form is longer, and eight bytes are written at once
	b = b[:cap(b)]
	for i := 0; i < len(text); {
		if i+8 <= len(text) {
			x := binary.LittleEndian.Uint64(text[i:])
			binary.LittleEndian.PutUint64(b[n:], x)
			if x &= 0x8080808080808080; x == 0 {
				i, n = i+8, n+8
				continue
			}
			ascii := bits.TrailingZeros64(x) / 8
			i, n = i+ascii, n+ascii
		} else if c := text[i]; c < utf8.RuneSelf {
			b[n] = c
			i, n = i+1, n+1
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		plain, ok := PlainForm(r)
		if !ok || r == utf8.RuneError && size == 1 {
			return b[:n], false
		}
		i += size
		n += copy(b[n:], plain)
	}
	return b[:n], true
}

// PlainForm is what AppendPlain writes for one letter or sign outside ASCII, which is no longer than that in UTF-8;
// ok is false where it gives up.
func PlainForm(r rune) (plain string, ok bool) {
	switch {
	case r < lastFolded:
		plain = plains[r]
	case r >= firstSign && r < lastSign:
		plain = signs[r-firstSign]
	default:
		plain = plainForm(r)
	}
	return plain, plain != "" || unicode.Is(unicode.Mn, r)
}

// plainForm is what AppendPlain writes for a letter or sign; "" for none, and for combining marks.
func plainForm(r rune) string {
	form := string(appendFolded(nil, r))
	first, size := utf8.DecodeRuneInString(form)
	switch {
	case form == "" || first < utf8.RuneSelf:
		return form
	case unicode.IsSpace(first):
		return " "
	case size < len(form) || IsWordRune(first):
		return ""
	}
	return string(Sign)
}

// The forms of the letters with accents, and of the block of dashes, quotation marks and currencies.
const firstSign, lastSign = 0x2000, 0x2100

var plains = func() (table [lastFolded]string) {
	for i := range table {
		table[i] = plainForm(rune(i))
	}
	return table
}()

var signs = func() (table [lastSign - firstSign]string) {
	for i := range table {
		table[i] = plainForm(firstSign + rune(i))
	}
	return table
}()

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
