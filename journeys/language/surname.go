package language

import (
	"strings"
	"unicode"
)

// personal are titles behind which no name of a street stands, as behind "Dr." and "Burgemeester".
var personal = fields("mevrouw mevr mvr mw heer dhr hr meneer menheer mijnheer juffrouw mej familie fam")

// surname tells whether the word at is part of a surname behind a title, whatever else it may mean: it ends as
// a street does and no number follows, or it is a common word before another with a capital (Oude
// Luttikhuis), or behind an initial.
func (n *namer) surname(i, at int) bool {
	w := n.words[at]
	last := at+1 == len(n.words) || n.gap(at+1) != " "
	if placeLike(w.low) {
		return last || !isDigit(n.s[n.words[at+1].start])
	}
	if !listed().never[w.low] || listed().first[w.low] {
		return false
	}
	return at > i && n.words[at-1].initial || !last && n.words[at+1].capital && !n.words[at+1].initial && !listed().never[n.words[at+1].low]
}

// elided tells whether a word has its capital behind an apostrophe: d'Ancona.
func elided(word string) bool {
	before, after, ok := strings.Cut(strings.ReplaceAll(word, "’", "'"), "'")
	return ok && len(before) == 1 && unicode.IsUpper(firstRune(after))
}
