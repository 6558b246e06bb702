package font

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/speedata/hyphenation"
)

//go:embed hyphen-nl.txt
var dutchPatterns string

var dutch = sync.OnceValue(func() *hyphenation.Lang {
	lang, err := hyphenation.New(strings.NewReader(dutchPatterns))
	if err != nil {
		panic("font: embedded hyphenation patterns: " + err.Error())
	}
	lang.Leftmin, lang.Rightmin = 3, 3
	return lang
})

// Wrap breaks s into lines no wider than width (same unit as size). It breaks at white space,
// then at Dutch hyphenation points, then, where a word has none, anywhere: a line never
// overflows and no character is lost. An empty s gives no lines.
func Wrap(s string, f Face, size, width float64) []string {
	w := wrapper{face: f, size: size, width: width}
	for _, word := range Words(s) {
		w.add(word)
	}
	return w.finish()
}

// Words are the pieces between which a line may be broken; a no-break space is part of its word.
func Words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) && r != '\u00A0' })
}

type wrapper struct {
	face        Face
	size, width float64
	lines       []string
	line        string
}

func (w *wrapper) fits(s string) bool { return Width(s, w.face, w.size) <= w.width+1e-9 }

func (w *wrapper) finish() []string {
	if w.line != "" {
		w.lines = append(w.lines, w.line)
		w.line = ""
	}
	return w.lines
}

func (w *wrapper) add(word string) {
	for {
		lead := w.line
		if lead != "" {
			lead += " "
		}
		if w.fits(lead + word) {
			w.line = lead + word
			return
		}
		// A word that fits on a line of its own is only split when the line would otherwise
		// stay less than half full: hyphens are a last resort in headings and cards.
		whole := w.fits(word)
		if w.line != "" && whole && Width(w.line, w.face, w.size) > w.width/2 {
			w.finish()
			continue
		}
		head, rest := w.split(lead, word)
		switch {
		case head != "":
			w.line = lead + head
			w.finish()
			word = rest
		case w.line != "":
			w.finish()
		default: // not even one character fits: one per line is the least bad
			_, n := utf8.DecodeRuneInString(word)
			w.line = word[:n]
			w.finish()
			word = word[n:]
		}
		if word == "" {
			return
		}
	}
}

// split finds the longest head of word that fits behind lead. Without a hyphenation point a word
// is broken anywhere, but only on a line of its own.
func (w *wrapper) split(lead, word string) (head, rest string) {
	for i, r := range word { // a break after a hyphen or slash that is already there costs nothing
		end := i + utf8.RuneLen(r)
		if (r == '-' || r == '/' || r == '–') && i > 0 && end < len(word) && w.fits(lead+word[:end]) {
			head, rest = word[:end], word[end:]
		}
	}
	if head != "" {
		return head, rest
	}
	for _, at := range hyphenPoints(word) {
		if w.fits(lead + word[:at] + "-") {
			head, rest = word[:at]+"-", word[at:]
		}
	}
	if head != "" || lead != "" {
		return head, rest
	}
	for i := range word {
		if i > 0 {
			if !w.fits(word[:i]) {
				break
			}
			head, rest = word[:i], word[i:]
		}
	}
	return head, rest
}

// hyphenPoints gives the byte offsets in word at which Dutch allows a hyphen, ascending. Words
// with digits or signs inside (URLs, numbers, e-mail addresses) have none.
func hyphenPoints(word string) []int {
	core := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
	for _, r := range core {
		if !unicode.IsLetter(r) {
			return nil
		}
	}
	// No Dutch word is longer than the upper bound, and looking for hyphens takes time with the
	// square of the length.
	if n := utf8.RuneCountInString(core); n < 7 || n > 70 {
		return nil
	}
	start := strings.Index(word, core)
	runes := []rune(core)
	offsets := make([]int, len(runes)+1)
	for i, r := range runes {
		offsets[i+1] = offsets[i] + utf8.RuneLen(r)
	}
	var points []int
	for _, at := range dutch().Hyphenate(strings.ToLower(core)) {
		if at > 0 && at < len(runes) {
			points = append(points, start+offsets[at])
		}
	}
	return points
}
