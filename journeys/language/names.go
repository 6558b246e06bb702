package language

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed names.txt
var namesFile string

// The lists of names.txt, in lower case: first names and surnames that are common in the
// Netherlands, words between them, words with a capital that are no names, and (with a dash for a space)
// names of shops, houses and people that everybody knows, and names that are common words too.
type nameLists struct{ first, last, between, never, famous, words map[string]bool }

var listed = sync.OnceValue(func() nameLists {
	part := strings.Split(namesFile, "\n\n")
	return nameLists{fields(part[0]), fields(part[1]), fields(part[2]), fields(part[3]), fields(part[4]), fields(part[5])}
})

// term is a word of a text.
type term struct {
	start, end int
	low        string // in lower case
	capital    bool
	initial    bool // one letter, or two as in Th., and a full stop
}

// terms cuts s into words: letters, with apostrophes and dashes within. Digits are words too, so that
// they stand between.
func terms(s string) []term {
	all := make([]term, 0, len(s)/5+1)
	for at := 0; at < len(s); {
		r, size := utf8.DecodeRuneInString(s[at:])
		apostrophe := (r == '\'' || r == '’') && at+size < len(s) && s[at+size] == 't' && (at+size+1 == len(s) || !isLetter(rune(s[at+size+1])))
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !apostrophe {
			at += size
			continue
		}
		end := at + size
		for end < len(s) {
			if isLetter(rune(s[end])) { // most are, and need no more work
				end++
				continue
			}
			next, n := utf8.DecodeRuneInString(s[end:])
			if !wordRune(next) {
				after, _ := utf8.DecodeRuneInString(s[end+n:])
				if next != '-' && next != '\'' && next != '’' || !unicode.IsLetter(after) {
					break
				}
			}
			end += n
		}
		t := term{start: at, end: end, low: strings.ToLower(strings.ReplaceAll(s[at:end], "’", "'")), capital: unicode.IsUpper(r) || elided(s[at:end])}
		if end < len(s) && s[end] == '.' && unicode.IsLetter(r) {
			letters := utf8.RuneCountInString(s[at:end])
			t.initial = letters == 1 || letters == 2 && initialPairs[t.low]
		}
		all = append(all, t)
		at = end
	}
	return all
}

var initialPairs = fields("th ch ph ij")

// names finds the names in s.
func names(s string) []Finding {
	words := terms(s)
	shouting := !strings.ContainsFunc(s, unicode.IsLower)
	var found []Finding
	n := namer{s: s, words: words, shouting: shouting}
	for i := 0; i < len(words); {
		start, end := n.at(i)
		if end <= start {
			i++
			continue
		}
		found = append(found, Finding{Name, words[start].start, n.closeAt(end)})
		i = end
	}
	return found
}

type namer struct {
	s        string
	words    []term
	shouting bool // all in capitals: they say nothing
	titled   bool // the name that is read follows mevrouw or dhr.: whatever has a capital is one
}

// closeAt gives where the name ends that has words up to end: an initial takes its full stop along.
func (n *namer) closeAt(end int) int {
	last := n.words[end-1]
	if last.initial {
		return last.end + 1
	}
	return last.end
}

// at gives the words of a name that stands behind a cue at word i, or at word i itself.
func (n *namer) at(i int) (start, end int) {
	for length := min(placeLengths()[n.words[i].low], len(n.words)-i); length > 0; length-- {
		phrase, ok := n.phrase(i, i+length)
		if !ok {
			continue
		}
		where := placeWords()[phrase]
		if where == noPlace {
			continue
		}
		if start, end = n.behind(i+length, where); end > start {
			return start, end
		}
	}
	return n.loose(i)
}

// phrase joins words that stand together: only spaces, full stops and slashes between.
func (n *namer) phrase(from, to int) (string, bool) {
	var b strings.Builder
	for i := from; i < to; i++ {
		if i > from {
			if gap := n.gap(i); strings.Trim(gap, " ./") != "" {
				return "", false
			}
			b.WriteByte(' ')
		}
		b.WriteString(n.words[i].low)
	}
	return b.String(), true
}

// gap gives what stands before word i.
func (n *namer) gap(i int) string { return n.s[n.words[i-1].end:n.words[i].start] }

func (n *namer) behind(i int, where place) (start, end int) {
	if i >= len(n.words) {
		return 0, 0
	}
	allowed := " "
	switch where {
	case afterTitle:
		allowed = " ./"
	case afterIntro:
		allowed = " :.,"
	case afterRole:
		allowed = " :.="
	case afterKin:
		allowed = " ,("
	case afterClose:
		allowed = " ,.:;!-–\r\n\t"
	}
	gap := n.gap(i)
	if strings.Trim(gap, allowed) != "" {
		return 0, 0
	}
	start = i
	for titles := 0; titles < 3 && i < len(n.words); titles++ { // Beste mevrouw Jansen; mvg, dhr. J. Bakker; Beste heer/mevrouw Jansen
		if where == afterTitle || placeWords()[n.words[i].low] != afterTitle {
			break
		}
		i++
		start = i
	}
	if i >= len(n.words) || i > 0 && strings.Trim(n.gap(i), allowed+"./") != "" {
		return 0, 0
	}
	if first := n.words[i].low; first == "uit" || personVerbs[first] && !n.isKnown(first) {
		return 0, 0 // Groeten uit Emmen; mw Belt terug
	}
	n.titled = where == afterTitle && personal[n.words[i-1].low]
	end, proper, known := n.name(i)
	n.titled = false
	if where == afterIntro && (end == i || !proper && !known) {
		end = n.lowName(i)
		proper = true
	}
	switch {
	case end == i:
		return 0, 0
	case where == afterStaff && (!known || listed().between[n.words[i].low] && !n.words[i].capital):
		return 0, 0
	case where == afterRole && !known && !(proper && (strings.Contains(gap, ":") || n.isKnown(n.words[i].low))):
		return 0, 0
	case where == afterKin && !proper:
		return 0, 0
	case where == afterClose && !known && !n.closes(end):
		return 0, 0
	case !proper && !known:
		return 0, 0
	case where == afterHello && !known && n.words[i-1].low == "dag" && !n.closes(end):
		return 0, 0
	}
	return start, end
}

// lowName takes what follows "ik heet" and "mijn naam is" for a name though no list knows it and it has no
// capital: up to three words, until one that goes on with the sentence.
func (n *namer) lowName(i int) (end int) {
	if i < 2 || !selfNaming[n.words[i-2].low+" "+n.words[i-1].low] {
		return i
	}
	for end = i; end < len(n.words) && end < i+3; end++ {
		w := n.words[end]
		if isDigit(n.s[w.start]) || notNamed[w.low] || listed().never[w.low] || end > i && n.gap(end) != " " {
			break
		}
	}
	return end
}

var (
	selfNaming = map[string]bool{"ik heet": true, "naam is": true}
	notNamed   = fields("niet geen al ook gewoon de het een in op onder met voor verkeerd fout anders nu wel onjuist veranderd gewijzigd verandert bekend onbekend weg verdwenen nog toch en ik u " +
		"maar want of dat die wat zo zoals mijn uw onze ons je jullie hetzelfde gelijk kwijt foutief goed juist correct genoemd vermeld gespeld geschreven vervangen wie waar " +
		"om te is was heb heeft ben wil woon uit van der den over bij aan alleen steeds altijd nooit opeens inmiddels sinds eigenlijk officieel helaas lang te heel erg half")
)

// closes tells whether the line, or the clause of a greeting, ends behind the words.
func (n *namer) closes(end int) bool {
	rest := strings.TrimLeft(n.s[n.closeAt(end):], " ")
	return rest == "" || strings.ContainsRune("\r\n,.!(;:-–", firstRune(rest))
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// name reads a name from word i: initials, words between ("van der"), words with a capital. Proper says
// that it is written as a name, known that a list holds one of its words.
func (n *namer) name(i int) (end int, proper, known bool) {
	at, words, started := i, 0, false
	end = i
	initials := 0
	for at < len(n.words) && words < 4 {
		w := n.words[at]
		if at > i {
			gap := n.gap(at)
			after := n.words[at-1]
			if gap != " " && !(after.initial && (gap == "." || gap == ". ")) && !(gap == "" && after.initial) {
				break
			}
		}
		capital := w.capital && !n.shouting
		switch {
		case w.initial && initials < 6 && !n.shouting:
			if w.capital {
				initials++
			}
			if started {
				end = at + 1
			}
		case isDigit(n.s[w.start]):
			return n.done(i, end, initials, proper, known)
		case listed().between[w.low] && at+1 < len(n.words):
		case n.titled && capital && n.surname(i, at):
			started, proper, end = true, true, at+1
			words++
		case w.capital && placeLike(w.low) && !listed().last[w.low]:
			return i, false, false // the name of a street or a school
		case listed().never[w.low] && !(w.capital && at > i && listed().last[w.low] && (n.words[at-1].initial || listed().between[n.words[at-1].low])):
			return n.done(i, end, initials, proper, known)
		case capital || n.isKnown(w.low) && (!listed().words[w.low] || n.afterArticle(i, at)):
			if !capital && started && proper {
				return n.done(i, end, initials, proper, known) // Jan wil, Fatima mag: a verb that is also a name
			}
			if at > i && listed().famous[n.words[at-1].low+"-"+w.low] {
				return i, false, false
			}
			started, end = true, at+1
			words++
			proper = proper || capital
			known = known || n.isKnown(w.low) && (!listed().words[w.low] || at > i)
		default:
			return n.done(i, end, initials, proper, known)
		}
		at++
	}
	return n.done(i, end, initials, proper, known)
}

func (n *namer) done(i, end, initials int, proper, known bool) (int, bool, bool) {
	return end, proper, known || initials > 0 && end > i
}

// afterArticle tells whether a common word is meant as a name, without a capital: "de jong", "van der meer".
func (n *namer) afterArticle(i, at int) bool {
	if at == i {
		return false
	}
	before := n.words[at-1].low
	if at-1 > i && n.words[at-2].initial {
		return listed().between[before]
	}
	return before == "der" || before == "de" && at-1 == i
}

func (n *namer) isKnown(low string) bool {
	if listed().first[low] || listed().last[low] {
		return true
	}
	// A double name is known by its parts: Yilmaz-de Boer, Anne-Marie.
	if first, rest, ok := strings.Cut(low, "-"); ok {
		return listed().first[first] || listed().last[first] || listed().last[rest] || listed().first[rest]
	}
	return strings.HasSuffix(low, "ij") && listed().last[strings.TrimSuffix(low, "ij")+"y"]
}

// loose finds a name that no word announces: a known first name with a surname, initials with a
// surname, or a known first name with a capital inside a sentence.
func (n *namer) loose(i int) (start, end int) {
	w := n.words[i]
	if n.shouting || !w.capital || i > 0 && n.words[i-1].low == "sint" {
		return 0, 0
	}
	if w.initial {
		if i > 0 && n.words[i-1].initial || w.low == "b" && n.follows(i, "v") || w.low == "n" && n.follows(i, "v") {
			return 0, 0
		}
		end, proper, _ := n.name(i)
		if proper && end > i+1 && !n.firstInitialIsList(i, end) {
			return i, end
		}
		return 0, 0
	}
	if !listed().first[w.low] || listed().never[w.low] || listed().words[w.low] && !n.capitalNext(i+1) {
		return 0, 0
	}
	end, _, _ = n.name(i)
	if end == i {
		return 0, 0
	}
	if end == i+1 && (n.begins(i) && !n.acts(end) || n.capitalNext(end)) {
		return 0, 0
	}
	return i, end
}

// acts tells whether word i is what a person does: "Chantal heeft …".
func (n *namer) acts(i int) bool {
	return i < len(n.words) && n.gap(i) == " " && (personVerbs[n.words[i].low] || n.words[i].low == "van" && i+2 < len(n.words) && n.words[i+2].low == "balie")
}

var personVerbs = fields("heeft had was belt belde zei zegt hielp helpt gaf geeft vroeg vraagt kwam komt wil wilde woont zou kon kan regelde schreef mailde nam verwees vertelde beloofde")

// follows tells whether the initial at i is followed by the one given, as in B.V.
func (n *namer) follows(i int, low string) bool {
	return i+1 < len(n.words) && n.words[i+1].low == low && n.gap(i+1) == "."
}

// firstInitialIsList tells whether the initial counts off a list: "A. Formulier" at the start of a line.
func (n *namer) firstInitialIsList(i, end int) bool {
	return end == i+2 && n.begins(i) && !n.isKnown(n.words[i+1].low)
}

// begins tells whether word i begins a sentence or a line.
func (n *namer) begins(i int) bool {
	before := strings.TrimRight(n.s[:n.words[i].start], " \t\"'“‘„(-•*")
	return before == "" || strings.ContainsRune(".!?\n:", rune(before[len(before)-1]))
}

func (n *namer) capitalNext(i int) bool {
	return i < len(n.words) && n.words[i].capital && n.gap(i) == " " && !listed().never[n.words[i].low]
}

// placeLike tells whether a word is the end of the name of a street, a school, a house: Jan van Galenstraat.
func placeLike(low string) bool {
	for _, end := range []string{"straat", "laan", "weg", "plein", "gracht", "kade", "singel", "dreef", "hof", "school", "college", "lyceum", "huis", "kerk", "park", "brug", "plantsoen", "stichting", "fonds", "museum", "theater", "kliniek", "ziekenhuis", "steeg", "dijk", "haven", "hoeve", "zaal", "pad", "heijn"} {
		if strings.HasSuffix(low, end) && low != end {
			return true
		}
	}
	return false
}
