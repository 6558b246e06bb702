package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// notEnds are words with a full stop that end no sentence, without their full stops.
var notEnds = words(`dhr mevr mw mr dr drs ing ir prof bijv bv nl o.a m.n d.w.z i.v.m t.a.v t.b.v t.o.v m.b.t n.a.v o.g.v d.m.v i.p.v a.u.b s.v.p z.s.m n.v.t m.u.v e.d
	enz evt ca max min nr tel blz art resp incl excl jl a.s t.n.v st jan feb mrt apr jun jul aug sept sep okt nov dec d.d o.v.v i.z vgl zgn pag mnd wo a.h.w v.w.b m.i z.g p.m p.p i.o t.g.v i.h.k.v z.o.z b.v c.q p/a fam v.d`)

func words(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// split cuts a text into sentences: at a full stop, a question mark or an exclamation mark with white
// space behind it and a capital, a digit or a quote after that; and at an empty line, an item of a
// list, and a heading.
func split(text string) []Sentence {
	var all []Sentence
	line := 1
	flush := func(paragraph string, at int) {
		all = append(all, sentencesOf(paragraph, at)...)
	}
	paragraph, began := "", 0
	for _, l := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		l, heading := strings.CutSuffix(l, paragraphEnd)
		trimmed := strings.TrimSpace(l)
		item := listItem(trimmed)
		if trimmed == "" || item != trimmed || heading {
			flush(paragraph, began)
			paragraph = ""
		}
		if item != "" {
			if paragraph == "" {
				began = line
			} else {
				paragraph += "\n"
			}
			paragraph += item
		}
		if heading {
			flush(paragraph, began)
			paragraph = ""
		}
		line++
	}
	flush(paragraph, began)
	return all
}

// listItem takes the mark of an item in a list off.
func listItem(line string) string {
	for _, mark := range []string{"- ", "* ", "• ", "– ", "· "} {
		if rest, ok := strings.CutPrefix(line, mark); ok {
			return strings.TrimSpace(rest)
		}
	}
	digits := 0
	for digits < len(line) && line[digits] >= '0' && line[digits] <= '9' {
		digits++
	}
	if digits > 0 && digits < 3 && digits+1 < len(line) && (line[digits] == '.' || line[digits] == ')') && line[digits+1] == ' ' {
		return strings.TrimSpace(line[digits+1:])
	}
	return line
}

func sentencesOf(paragraph string, line int) []Sentence {
	var all []Sentence
	begin := 0
	add := func(end int) {
		raw := paragraph[begin:end]
		text := strings.TrimSpace(raw)
		lead := len(raw) - len(strings.TrimLeft(raw, " \t\n"))
		if text != "" {
			all = append(all, Sentence{Text: strings.Join(strings.Fields(text), " "), Line: line + strings.Count(paragraph[:begin+lead], "\n")})
		}
		begin = end
	}
	for i, r := range paragraph {
		if i < begin || r != '.' && r != '!' && r != '?' && r != '…' {
			continue
		}
		end := i + utf8.RuneLen(r)
		for end < len(paragraph) && strings.ContainsRune(".!?…)\"'”’", rune0(paragraph[end:])) {
			end += utf8.RuneLen(rune0(paragraph[end:]))
		}
		if end < len(paragraph) && !unicode.IsSpace(rune0(paragraph[end:])) {
			continue
		}
		next := rune0(strings.TrimLeft(paragraph[end:], " \t\n\"'“‘„(’"))
		if end < len(paragraph) && !unicode.IsUpper(next) && !unicode.IsDigit(next) && next != utf8.RuneError {
			continue
		}
		if r == '.' && end == i+1 && notEnd(paragraph[begin:i]) {
			continue
		}
		if end > begin {
			add(end)
		}
	}
	add(len(paragraph))
	return all
}

func rune0(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// notEnd tells whether the full stop behind s belongs to an abbreviation, an initial or a number.
func notEnd(s string) bool {
	last := strings.ToLower(strings.TrimLeft(s[strings.LastIndexAny(s, " \t\n")+1:], "(\"'“‘"))
	return notEnds[last] || utf8.RuneCountInString(last) == 1 && unicode.IsLetter(rune0(last))
}
