package insight

import (
	"cmp"
	"slices"
	"strings"
)

// form is what a word means to the grouping of questions: its forms ("betaald", "betaling"), its
// misspellings and its everyday synonyms are one form. Forms are compared, never shown.
type form int32

// forms gives the words of a vocabulary their forms.
type forms struct {
	of    []form          // of each word
	names map[string]form // by stem
	parts [][]form        // of a form: what a compound is made of ("parkeerboete": "boete")
	joint map[pair]form   // of two words that are also written as one ("grof vuil")
	apart map[pair]form   // of a particle and a verb ("vraag … aan")
	vague map[form]bool
}

// particles are the first parts of verbs that come apart.
var particles = []string{"aan", "af", "bij", "door", "in", "mee", "na", "om", "op", "over", "terug", "toe", "uit", "weg"}

// synonyms are words that people use for the same thing when they ask a municipality something.
var synonyms = []string{
	"uitbetaald uitbetaling gestort storten overgemaakt overmaken bijgeschreven uitgekeerd betaaldatum",
	"wanneer datum hoelang",
	"kost kosten prijs duur tarief",
	"kwijt verloren gestolen",
	"werkt kapot storing",
	"afgewezen afwijzing geweigerd weigering",
	"recht aanmerking",
	"ontvangen aangekomen binnengekomen",
	"ophalen afhalen",
	"legen geleegd leeggemaakt leeg",
	"krijg krijgen gekregen kreeg",
	"kom komt komen gekomen",
	"zoek zoeken vind vinden",
	"niets niks",
}

// phrases are two words that ask what one word asks.
var phrases = [][3]string{{"hoe", "lang", "wanneer"}, {"welke", "dag", "wanneer"}, {"welke", "datum", "wanneer"}, {"welke", "week", "wanneer"}, {"welk", "moment", "wanneer"}}

// vague are words that stand in questions about anything: they weigh little in a comparison.
const vague = `hoe waar waarom welke welk waarvoor iets niets niks niet geen weet weten geweten krijg komt gaat laten staat zit maak vind vraag help
 jaar week maand dag vandaag gisteren vorig nieuw oud ander graag goed gewoon weer mee bezig snel net klopt`

// nouns are words that would be taken for a form of a verb that asks something else.
var nouns = []string{"aanvraag"}

const (
	shortestPart  = 4 // letters of a part of a compound
	shortestTypo  = 6 // letters of a word in which one letter may be wrong
	typosAreRarer = 5 // times rarer than what was meant
)

// newForms finds the forms of all words; n is how many records hold each.
func newForms(v *vocabulary) *forms {
	f := &forms{of: make([]form, len(v.words)), names: map[string]form{}, joint: map[pair]form{}, apart: map[pair]form{}, vague: map[form]bool{}}
	same := map[string]string{}
	for _, group := range synonyms {
		words := strings.Fields(group)
		for _, w := range words {
			same[stemOf(w)] = stemOf(words[0])
		}
	}
	right := spelling(v)
	for i, w := range v.words {
		stem := ""
		switch {
		case slices.Contains(nouns, w):
			stem = w
		case right[i] >= 0:
			stem = stemOf(v.words[right[i]])
		default:
			stem = stemOf(w)
		}
		if s, known := same[stem]; known {
			stem = s
		}
		f.of[i] = f.named(stem)
	}
	for _, w := range strings.Fields(vague) {
		stem := stemOf(w)
		if s, known := same[stem]; known {
			stem = s
		}
		f.vague[f.named(stem)] = true
	}
	for _, p := range phrases {
		a, hasFirst := v.of(p[0])
		b, hasSecond := v.of(p[1])
		if hasFirst && hasSecond {
			f.joint[newPair(a, b)] = f.named(stemOf(p[2]))
		}
	}
	f.compounds(v)
	f.particles(v)
	return f
}

func (f *forms) named(stem string) form {
	id, known := f.names[stem]
	if !known {
		id = form(len(f.names))
		f.names[stem] = id
		f.parts = append(f.parts, nil)
	}
	return id
}

// compounds finds words that are made of two others, and pairs of words that are one word elsewhere.
func (f *forms) compounds(v *vocabulary) {
	for i, w := range v.words {
		for cut := shortestPart; cut <= len(w)-shortestPart; cut++ {
			tail, hasTail := v.of(w[cut:])
			head, hasHead := v.of(w[:cut])
			if hasTail && hasHead {
				f.joint[newPair(head, tail)] = f.of[i]
			}
			front, hasFront := f.names[stemOf(w[:cut])]
			if !hasTail || !hasFront {
				continue
			}
			for _, part := range []form{front, f.of[tail]} {
				if part != f.of[i] && !slices.Contains(f.parts[f.of[i]], part) {
					f.parts[f.of[i]] = append(f.parts[f.of[i]], part)
				}
			}
		}
	}
}

// particles finds verbs that come apart: those of which the particle and the rest are words too.
func (f *forms) particles(v *vocabulary) {
	for _, p := range particles {
		id, known := v.of(p)
		if !known {
			continue
		}
		for i, w := range v.words {
			if whole, known := f.names[stemOf(p+w)]; known && len(w) >= 3 {
				f.apart[newPair(id, int32(i))] = whole
			}
		}
	}
}

// spelling finds words that are most likely misspelt: much rarer than a word from which they differ by one
// letter that lacks, stands too many, is another or changed places; -1: the word is right. A word is found
// by what is left of it without one of its letters (Garbe's symmetric deletes).
func spelling(v *vocabulary) []int32 {
	right := make([]int32, len(v.words))
	byRest := map[string][]int32{}
	rests := func(w string) []string {
		all := []string{w}
		for i := range w {
			all = append(all, w[:i]+w[i+1:])
		}
		return all
	}
	for i, w := range v.words {
		right[i] = -1
		if len(w) < shortestTypo || !ascii(w) {
			continue
		}
		for _, rest := range rests(w) {
			byRest[rest] = append(byRest[rest], int32(i))
		}
	}
	for i, w := range v.words {
		if len(w) < shortestTypo || !ascii(w) {
			continue
		}
		best := int32(-1)
		for _, rest := range rests(w) {
			for _, o := range byRest[rest] {
				if v.counts[o] >= typosAreRarer*v.counts[i] && (best < 0 || cmp.Or(cmp.Compare(v.counts[o], v.counts[best]), cmp.Compare(best, o)) > 0) && oneWrong(w, v.words[o]) {
					best = o
				}
			}
		}
		right[i] = best
	}
	return right
}

func ascii(w string) bool {
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return true
}

// oneWrong tells whether words that are alike without a letter differ by one mistake, and not at their
// beginning, where another letter mostly makes another word.
func oneWrong(a, b string) bool {
	if a[0] != b[0] || a == b {
		return false
	}
	i, k := 0, 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	for k < min(len(a), len(b))-i && a[len(a)-1-k] == b[len(b)-1-k] {
		k++
	}
	x, y := a[i:len(a)-k], b[i:len(b)-k]
	return len(x) <= 1 && len(y) <= 1 || len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]
}

// stemOf takes the endings and the beginning of a participle from a Dutch word, so that its forms become
// one: betaald, betalen and betaling; opgehaald and ophalen; verhuisd and verhuizing. It is lighter than
// Snowball's Dutch stemmer, which keeps ge- and vowels, and too crude to be shown.
func stemOf(w string) string {
	if len(w) > 6 {
		if rest, cut := strings.CutPrefix(w, "ge"); cut && len(rest) >= 4 {
			w = rest
		}
		for _, p := range particles {
			if rest, cut := strings.CutPrefix(w, p+"ge"); cut && len(rest) >= 4 {
				w = p + rest
				break
			}
		}
	}
	if rest, cut := strings.CutSuffix(w, "s"); cut && len(w) >= 6 {
		w = rest
	}
	for _, ending := range []string{"ingen", "ing", "en", "e"} {
		if rest, cut := strings.CutSuffix(w, ending); cut && len(rest) >= 3 {
			w = rest
			break
		}
	}
	for _, ending := range []string{"t", "d"} {
		if rest, cut := strings.CutSuffix(w, ending); cut && len(rest) >= 3 {
			w = rest
			break
		}
	}
	b := make([]byte, 0, len(w))
	for i := range len(w) {
		if i > 0 && w[i] == w[i-1] && (strings.IndexByte("aeou", w[i]) >= 0 || i == len(w)-1) {
			continue // aa and a, pass and pas
		}
		b = append(b, w[i])
	}
	switch last := len(b) - 1; {
	case last >= 2 && b[last] == 'z':
		b[last] = 's'
	case last >= 2 && b[last] == 'v':
		b[last] = 'f'
	}
	return string(b)
}
