package register

import (
	"fmt"
	"slices"
	"strings"

	"klantreis/journeys"
)

// Theme is something that several journeys have in common.
type Theme struct {
	Kind   ThemeKind
	Name   string   // as it stands in the first of them
	Shared []string // of words and of advice: the words in common
	Places []Place  // one or more for each of its journeys, in their order
}

// ThemeKind tells by what journeys were found to be alike.
type ThemeKind string

const (
	SameTopic     ThemeKind = "onderwerp" // selectors ask for the same topic
	SameWords     ThemeKind = "woorden"   // selectors look for the same words
	SameSystem    ThemeKind = "systeem"   // steps run on the same system
	SameOwner     ThemeKind = "eigenaar"  // somebody receives advice from several
	SimilarAdvice ThemeKind = "advies"    // advice shares most of its words
)

// ThemeKinds lists them in the order in which they are told.
func ThemeKinds() []ThemeKind {
	return []ThemeKind{SimilarAdvice, SameTopic, SameWords, SameSystem, SameOwner}
}

// Place is where a theme was found.
type Place struct {
	Entry int
	Step  string // its title; of advice and owners empty
	What  string // the selector or the advice; of a system empty
}

// Journeys counts the journeys of a theme.
func (t Theme) Journeys() int {
	n, last := 0, -1
	for _, p := range t.Places {
		if p.Entry != last {
			n, last = n+1, p.Entry
		}
	}
	return n
}

// gathering collects places under a key, in the order in which keys were met.
type gathering struct {
	kind   ThemeKind
	at     map[string]int
	themes []Theme
}

func (g *gathering) add(key, name string, p Place) {
	if key == "" {
		return
	}
	i, known := g.at[key]
	if !known {
		if g.at == nil {
			g.at = map[string]int{}
		}
		i = len(g.themes)
		g.at[key] = i
		g.themes = append(g.themes, Theme{Kind: g.kind, Name: name})
	}
	t := &g.themes[i]
	if !slices.Contains(t.Places, p) {
		t.Places = append(t.Places, p)
	}
}

// themes are sorted by kind, then by the number of journeys, most first, then by name. Wished journeys
// do not take part.
func (r *Register) themes() []Theme {
	topics, systems, owners := gathering{kind: SameTopic}, gathering{kind: SameSystem}, gathering{kind: SameOwner}
	for i, e := range r.Entries {
		if e.wished() {
			continue
		}
		for _, s := range e.Journey.Steps() {
			for _, sel := range s.Selectors {
				topics.add(journeys.FoldSpace(sel.Topic), tidy(sel.Topic), Place{i, s.Title, sel.Title})
			}
			for _, name := range s.Systems {
				systems.add(journeys.FoldSpace(name), tidy(name), Place{i, s.Title, ""})
			}
		}
	}
	for _, a := range r.Advice {
		if !r.Entries[a.Entry].wished() {
			owners.add(journeys.FoldSpace(a.Owner), a.Owner, Place{a.Entry, "", a.Title})
		}
	}
	found := map[ThemeKind][]Theme{SameTopic: topics.themes, SameSystem: systems.themes, SameOwner: owners.themes, SameWords: r.sameWords(), SimilarAdvice: r.similarAdvice()}
	var all []Theme
	for _, kind := range ThemeKinds() {
		some := slices.DeleteFunc(found[kind], func(t Theme) bool { return t.Journeys() < 2 })
		slices.SortStableFunc(some, func(a, b Theme) int {
			if n, m := a.Journeys(), b.Journeys(); n != m {
				return m - n
			}
			return strings.Compare(journeys.FoldSpace(a.Name), journeys.FoldSpace(b.Name))
		})
		all = append(all, some...)
	}
	return all
}

// shortestWord is the least number of letters of a word that says something by itself.
const shortestWord = 4

// sameWords gathers the words that selectors of several journeys look for. A word that another
// selector finds with a prefix is that prefix. Words with the same journeys are one theme.
func (r *Register) sameWords() []Theme {
	type found struct {
		word  string
		place Place
	}
	var all []found
	var prefixes []string
	for i, e := range r.Entries {
		if e.wished() {
			continue
		}
		for _, s := range e.Journey.Steps() {
			for _, sel := range s.Selectors {
				for _, w := range sel.Words {
					w = journeys.FoldSpace(w)
					if len([]rune(strings.TrimSuffix(w, "*"))) < shortestWord {
						continue
					}
					if strings.HasSuffix(w, "*") {
						prefixes = append(prefixes, strings.TrimSuffix(w, "*"))
					}
					all = append(all, found{w, Place{i, s.Title, sel.Title}})
				}
			}
		}
	}
	slices.Sort(prefixes)
	prefixes = slices.Compact(prefixes)
	words := gathering{kind: SameWords}
	for _, f := range all {
		for _, p := range prefixes { // sorted: the shortest that fits comes first
			if strings.HasPrefix(f.word, p) {
				f.word = p + "*"
				break
			}
		}
		words.add(f.word, f.word, f.place)
	}
	together := gathering{kind: SameWords}
	for _, t := range words.themes {
		if t.Journeys() < 2 {
			continue
		}
		var entries []int
		for _, p := range t.Places {
			entries = append(entries, p.Entry)
		}
		key := fmt.Sprint(slices.Compact(entries))
		for _, p := range t.Places {
			together.add(key, t.Name, p)
		}
		one := &together.themes[together.at[key]]
		one.Shared = append(one.Shared, t.Name)
	}
	for i := range together.themes {
		t := &together.themes[i]
		t.Name = strings.Join(t.Shared[:min(3, len(t.Shared))], ", ")
		slices.SortStableFunc(t.Places, func(a, b Place) int { return a.Entry - b.Entry })
	}
	return together.themes
}

// similarAdvice puts advice together whose titles share most of their words. Each joins the first
// group whose first advice is like it.
func (r *Register) similarAdvice() []Theme {
	type group struct {
		words []string
		theme Theme
	}
	var groups []group
	for _, a := range r.Advice {
		if r.Entries[a.Entry].wished() {
			continue
		}
		words, place := contentWords(a.Title), Place{a.Entry, "", a.Title}
		joined := false
		for i := range groups {
			g := &groups[i]
			if shared := common(g.words, words); alike(len(shared), len(g.words), len(words)) {
				if len(g.theme.Shared) == 0 {
					g.theme.Shared = shared
				}
				if still := common(g.theme.Shared, words); len(still) > 0 {
					g.theme.Shared = still
				}
				g.theme.Places = append(g.theme.Places, place)
				joined = true
				break
			}
		}
		if !joined && len(words) > 0 {
			groups = append(groups, group{words, Theme{Kind: SimilarAdvice, Name: a.Title, Places: []Place{place}}})
		}
	}
	var all []Theme
	for _, g := range groups {
		all = append(all, g.theme)
	}
	return all
}

// alike: at least two words in common, and those are at least half of all.
func alike(shared, n, m int) bool { return shared >= 2 && 2*shared >= n+m-shared }

func common(a, b []string) []string {
	var shared []string
	for _, w := range a {
		if slices.Contains(b, w) {
			shared = append(shared, w)
		}
	}
	return shared
}

// contentWords are the words of a title that say what it is about, without the ending of a plural.
func contentWords(title string) []string {
	var all []string
	for _, w := range strings.FieldsFunc(journeys.Fold(title), func(r rune) bool { return !journeys.IsWordRune(r) }) {
		if len([]rune(w)) < shortestWord || slices.Contains(emptyWords, w) {
			continue
		}
		for _, ending := range []string{"en", "s"} {
			if stem, cut := strings.CutSuffix(w, ending); cut && len([]rune(stem)) >= shortestWord {
				w = stem
				break
			}
		}
		if !slices.Contains(all, w) {
			all = append(all, w)
		}
	}
	return all
}

// emptyWords stand in any advice.
var emptyWords = []string{"aan", "alle", "alleen", "altijd", "bij", "binnen", "boven", "daar", "deze", "door", "eerst", "elke", "geef", "geen", "goed", "hebben",
	"heeft", "hier", "iedereen", "kan", "krijgt", "laat", "maak", "meer", "meteen", "naar", "niet", "onder", "over", "schrijf", "staat", "stuur", "toon", "tussen",
	"vanaf", "voor", "vooraf", "want", "wanneer", "wordt", "worden", "zelf", "zien", "zodat", "zodra", "zonder", "give", "make", "send", "show", "that", "their", "this", "when", "with", "write"}
