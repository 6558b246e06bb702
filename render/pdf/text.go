package pdf

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"klantreis/render/font"
	"klantreis/render/words"
)

// line is one line of wrapped text: as it is drawn, and as it was written.
type line struct {
	drawn    string
	original string // with the characters the typeface lacks, and U+00AD for a hyphen we added
}

// actual is what the line says when that differs from what is drawn, otherwise empty.
func (l line) actual() string {
	if l.original == l.drawn {
		return ""
	}
	return l.original
}

// wrap breaks text into drawable lines no wider than width. No character is lost: where the
// typeface lacks one, the line's original has it, and the writer of the report is warned.
func wrap(text string, face font.Face, size, width float64, warn *warningList) []line {
	drawable, originals := prepare(text, face, warn)
	lines := font.Wrap(drawable, face, size, width)
	out := make([]line, len(lines))
	rest := strings.Join(font.Words(drawable), "")
	for i, s := range lines {
		out[i] = line{drawn: s, original: s}
		var original strings.Builder
		changed := false
		for j, r := range s {
			if r == ' ' {
				original.WriteByte(' ')
				continue
			}
			next, n := utf8.DecodeRuneInString(rest)
			if last := j+utf8.RuneLen(r) == len(s); r != next || n == 0 {
				if last { // a hyphen that wrapping added
					original.WriteRune('\u00AD')
					changed = true
				}
				continue
			}
			rest = rest[n:]
			was := r
			if originals != nil {
				was, originals = originals[0], originals[1:]
			}
			changed = changed || was != r
			original.WriteRune(was)
		}
		if changed {
			out[i].original = original.String()
		}
	}
	return out
}

const narrowNoBreak = '\u202F' // a space that the typeface has in one width only

// prepare makes text drawable. originals holds, when anything was replaced, the character behind
// each character of the result that is no breaking space. Letters with loose accents, as copied from a Mac, become
// one character: the typeface has those.
func prepare(text string, face font.Face, warn *warningList) (drawable string, originals []rune) {
	text = norm.NFC.String(text)
	plain := true
	for _, r := range text {
		if !face.Has(r) && (!unicode.IsSpace(r) || r == narrowNoBreak) {
			plain = false
			break
		}
	}
	if plain {
		return text, nil
	}
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == narrowNoBreak:
			r = '\u00A0'
		case unicode.IsSpace(r) && r != '\u00A0':
			b.WriteByte(' ')
			continue
		}
		s, replaced := font.Drawable(string(r), face)
		if s == "" {
			continue
		}
		if replaced > 0 {
			warn.replace(r)
		}
		if unicode.IsControl(r) || r&0xFFFE == 0xFFFE {
			r = font.Substitute // nothing that could be read aloud
		}
		b.WriteString(s)
		originals = append(originals, r)
	}
	return b.String(), originals
}

// warningList gathers what the reader of the report should know about its making, each once.
type warningList struct {
	replaced []rune // in order of appearance
	seen     map[rune]bool
	figures  []smallFigure
}

type smallFigure struct {
	title  string
	points float64
}

func (w *warningList) replace(r rune) {
	if w.seen == nil {
		w.seen = map[rune]bool{}
	}
	if !w.seen[r] {
		w.seen[r] = true
		w.replaced = append(w.replaced, r)
	}
}

// small notes that a figure's letters are hard to read; of figures with one title, the smallest.
func (w *warningList) small(title string, points float64) {
	for i, f := range w.figures {
		if f.title == title {
			w.figures[i].points = min(f.points, points)
			return
		}
	}
	w.figures = append(w.figures, smallFigure{title, points})
}

// all lists the warnings; of the replaced characters it names the first twenty.
func (w *warningList) all(lang words.Lang) []string {
	var out []string
	for _, f := range w.figures {
		out = append(out, fmt.Sprintf(lang.Paper().Shrunk, f.title, lang.Number(f.points, 1)))
	}
	if len(w.replaced) == 0 {
		return out
	}
	var names []string
	for i, r := range w.replaced {
		if i == 20 {
			names = append(names, "…")
			break
		}
		if unicode.IsPrint(r) {
			names = append(names, fmt.Sprintf("%c (%U)", r, r))
		} else {
			names = append(names, fmt.Sprintf("%U", r))
		}
	}
	return append(out, fmt.Sprintf(lang.Paper().Replaced, lang.Int(len(w.replaced)), strings.Join(names, ", ")))
}
