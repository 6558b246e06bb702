package language

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzFind holds that findings are in order, apart, within the text and never cut a letter, and that
// what is found is gone from what is shown.
func FuzzFind(f *testing.F) {
	for _, s := range sentences(f) {
		f.Add(s.text)
	}
	f.Add("\xff\xfe 06-1234\x005678 'T 3511 AB \xc3")
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		for _, found := range Find(s) {
			if found.Start < at || found.End <= found.Start || found.End > len(s) {
				t.Fatalf("%+v after %d in %q", found, at, s)
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[found.Start:found.End]) {
				t.Fatalf("%+v cuts a letter of %q", found, s)
			}
			at = found.End
		}
		if utf8.ValidString(s) && strings.Contains(Redact(s), "\uFFFD") != strings.Contains(s, "\uFFFD") {
			t.Fatalf("%q shown as %q", s, Redact(s))
		}
	})
}
