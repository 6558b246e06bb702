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
	groups := strings.Fields(foldings)
	for _, r := range s {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		r = unicode.ToLower(r)
		plain := string(r)
		for _, group := range groups {
			if letters, accented, _ := strings.Cut(group, ":"); r >= 0x80 && strings.ContainsRune(accented, r) {
				plain = letters
			}
		}
		b.WriteString(plain)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// checkFold holds the ways of folding to the slow one.
func checkFold(t *testing.T, s string) {
	t.Helper()
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
}

// TestFoldEveryLetter is apart from FuzzFold, which would spend its time on making a text of all letters
// shorter.
func TestFoldEveryLetter(t *testing.T) {
	var letters strings.Builder
	for r := rune(0); r < 0x3000; r++ {
		letters.WriteRune(r)
		checkFold(t, "a"+string(r)+" b")
	}
	checkFold(t, letters.String())
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"  Één \u0301 STRASSE ẞ\xff\u00a0\u2003x\u0301 \u0301", "K Å İ", "ﬁ Ĳssel ŒUVRE Þór\u200bŁódź"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkFold(t, s) })
}
