package pushdown

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"

	"klantreis/journeys"
)

// Folding is what journeys.Fold does, as data: generated from it, so that the two cannot differ.
type Folding struct {
	// Letters lists, per folded form, all other characters that fold to it. Forms of more than one
	// letter (ss) stand among them. Sorted by form.
	Letters []Variants
	// Marks is a bracket expression of the combining marks, which disappear.
	Marks string
}

// Variants are the characters that fold to the same form; ASCII capitals are not among them.
type Variants struct {
	Form  string
	Runes []rune
}

// alphabet is all that the generated questions know of characters.
type alphabet struct {
	folding  Folding // of every character
	variants map[string][]rune
	space    string // the inside of a bracket expression
	spaces   string // all of them
	marks    string
	word     string
}

// letters is made once: it asks journeys.Fold about every character there is.
var letters = sync.OnceValue(newAlphabet)

func newAlphabet() alphabet {
	a := alphabet{variants: map[string][]rune{}}
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		if r >= 0xD800 && r <= 0xDFFF {
			continue
		}
		if form := journeys.Fold(string(r)); form != "" && form != string(r) {
			a.variants[form] = append(a.variants[form], r)
		}
	}
	a.space = ranges(unicode.IsSpace)
	for r := rune(1); r <= unicode.MaxRune; r++ {
		if unicode.IsSpace(r) {
			a.spaces += string(r)
		}
	}
	a.marks = ranges(func(r rune) bool { return unicode.Is(unicode.Mn, r) })
	a.word = ranges(journeys.IsWordRune)
	a.folding = a.foldingFor(func(string) bool { return true })
	return a
}

// sigma has two small forms; which one its capital becomes is not left to the engine.
const sigma = "σ"

// foldingOf keeps what matters for finding some folded words: their letters, and all that become
// ASCII. Other letters may keep their case, for nothing is compared with them.
func (a alphabet) foldingOf(words []Word) Folding {
	var all strings.Builder
	for _, w := range words {
		all.WriteString(w.Text)
	}
	return a.foldingFor(func(form string) bool {
		return form[0] < 0x80 || form == sigma || strings.Contains(all.String(), form)
	})
}

func (a alphabet) foldingFor(keep func(form string) bool) Folding {
	f := Folding{Marks: "[" + a.marks + "]"}
	for form, runes := range a.variants {
		if keep(form) {
			f.Letters = append(f.Letters, Variants{form, runes})
		}
	}
	sort.Slice(f.Letters, func(i, k int) bool { return f.Letters[i].Form < f.Letters[k].Form })
	return f
}

// foldable is a regular expression of a character that is not ASCII and must be folded.
func (f Folding) foldable() string {
	all := []rune{}
	for _, l := range f.Letters {
		all = append(all, l.Runes...)
	}
	slices.Sort(all)
	return strings.TrimSuffix(f.Marks, "]") + ranges(func(r rune) bool { _, found := slices.BinarySearch(all, r); return found }) + "]"
}

// ranges writes the characters that pass a test as the inside of a bracket expression. NUL cannot
// be in a text and is left out, surrogates are no characters.
func ranges(is func(rune) bool) string {
	var b strings.Builder
	start := rune(-1)
	for r := rune(1); r <= unicode.MaxRune+1; r++ {
		in := r <= unicode.MaxRune && (r < 0xD800 || r > 0xDFFF) && is(r)
		switch {
		case in && start < 0:
			start = r
		case !in && start >= 0:
			b.WriteRune(start)
			if last := r - 1; last > start {
				if last > start+1 {
					b.WriteByte('-')
				}
				b.WriteRune(last)
			}
			start = -1
		}
	}
	return b.String()
}

// letter is a bracket expression of all characters that fold to one.
func (a alphabet) letter(r rune) string {
	variants := a.variants[string(r)]
	if r >= 'a' && r <= 'z' {
		variants = append([]rune{unicode.ToUpper(r)}, variants...)
	}
	if len(variants) == 0 {
		return escape(r)
	}
	return "[" + escape(r) + string(variants) + "]"
}

// escape writes a character literally, in brackets too.
func escape(r rune) string {
	if r > ' ' && r < 0x7F && !(r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z') {
		return `\` + string(r)
	}
	return string(r)
}

// pattern is a regular expression that finds a folded text in one that is not folded yet. Between
// two letters stands gap; a space becomes space.
func (a alphabet) pattern(text, gap, space string) string {
	runes := []rune(text)
	// parts[i:] is what still must come; a pair of letters may also be one (ß, æ), so the tail is
	// written for both. Only a run of such pairs branches.
	var from func(i int) string
	from = func(i int) string {
		if i >= len(runes) {
			return ""
		}
		follow := func(n int) string {
			if i+n >= len(runes) {
				return ""
			}
			return gap + from(i+n)
		}
		if runes[i] == ' ' {
			return space + from(i+1)
		}
		if i+1 < len(runes) && len(a.variants[string(runes[i:i+2])]) > 0 {
			joined := "[" + string(a.variants[string(runes[i:i+2])]) + "]"
			next := i + 2
			if next < len(runes) && len(a.variants[string(runes[i+1:i+3])]) > 0 { // sss
				return "(" + a.letter(runes[i]) + follow(1) + "|" + joined + follow(2) + ")"
			}
			return "(" + a.letter(runes[i]) + gap + a.letter(runes[i+1]) + "|" + joined + ")" + follow(2)
		}
		return a.letter(runes[i]) + follow(1)
	}
	return from(0)
}

// whole is a regular expression for a text that equals one of the values once folded.
func (a alphabet) whole(values []string) string {
	around := "[" + a.space + a.marks + "]*"
	gap := "[" + a.marks + "]*"
	space := around + "[" + a.space + "]" + around
	var all []string
	for _, v := range values {
		all = append(all, a.pattern(v, gap, space))
	}
	return "^" + around + "(" + strings.Join(all, "|") + ")" + around + "$"
}

// candidate is a regular expression that every text matches that holds one of the words; some
// others do too. It looks for the first run of each without white space, or for a combining mark.
func (a alphabet) candidate(words []Word) string {
	var all []string
	for _, w := range words {
		first, _, _ := strings.Cut(w.Text, " ")
		if p := a.pattern(first, "", ""); !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return strings.Join(append(all, "["+a.marks+"]"), "|")
}

// cores are the first runs of words without white space, of which every text that holds a word
// has one; one that holds another is not needed beside it.
func cores(words []Word) []string {
	var all []string
	for _, w := range words {
		first, _, _ := strings.Cut(w.Text, " ")
		first, _, _ = strings.Cut(strings.TrimLeft(first, mark), mark)
		all = append(all, first)
	}
	sort.Slice(all, func(i, k int) bool { return len(all[i]) < len(all[k]) })
	var least []string
	for _, core := range all {
		if !slices.ContainsFunc(least, func(shorter string) bool { return strings.Contains(core, shorter) }) {
			least = append(least, core)
		}
	}
	return least
}

// The marks around words. A text that holds them itself has them replaced.
const (
	mark    = "\x01"
	nothing = "\x02"
)

// marked writes a folded word as it stands in a text whose words were put between marks.
func (w Word) marked() string {
	var b strings.Builder
	inside := false
	for _, r := range strings.ReplaceAll(w.Text, mark, nothing) {
		if is := journeys.IsWordRune(r); is != inside {
			b.WriteString(mark)
			inside = is
		}
		b.WriteRune(r)
	}
	if inside && !w.Prefix {
		b.WriteString(mark)
	}
	return b.String()
}
