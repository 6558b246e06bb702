package journeys

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// slowFoldSpace says what FoldSpace means, letter by letter.
func slowFoldSpace(s string) string {
	var b strings.Builder
	for _, r := range s {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		r = unicode.ToLower(r)
		plain := string(r)
		for _, group := range strings.Fields(foldings) {
			if letters, accented, _ := strings.Cut(group, ":"); r >= 0x80 && strings.ContainsRune(accented, r) {
				plain = letters
			}
		}
		b.WriteString(plain)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func FuzzFold(f *testing.F) {
	var letters strings.Builder
	for r := rune(0); r < 0x3000; r++ {
		letters.WriteRune(r)
	}
	for _, s := range []string{letters.String(), "  Één \u0301 STRASSE ẞ\xff\u00a0\u2003x\u0301 \u0301", "K Å İ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := slowFoldSpace(s)
		if got := FoldSpace(s); got != want {
			t.Errorf("FoldSpace(%q) = %q, want %q", s, got, want)
		}
		if got := string(AppendFoldSpace([]byte("before "), []byte(s))); got != "before "+want {
			t.Errorf("AppendFoldSpace(%q) = %q, want %q", s, got, want)
		}
		signless := strings.Map(func(r rune) rune {
			if r >= 0x80 {
				return Sign
			}
			return r
		}, want)
		if got, ok := AppendPlain(nil, []byte(s)); ok && (FoldSpace(string(got)) != signless || !utf8.ValidString(s)) {
			t.Errorf("AppendPlain(%q) = %q, want %q", s, got, signless)
		} else if !ok && utf8.ValidString(s) && !strings.ContainsFunc(want, func(r rune) bool { return r >= 0x80 && IsWordRune(r) }) {
			t.Errorf("AppendPlain(%q) gives up", s)
		}
	})
}
