package plain

import (
	_ "embed"
	"sort"
	"strings"

	"klantreis/journeys"
)

//go:embed woorden.txt
var standard string

// List holds difficult words and phrases, each with a plainer one.
type List struct {
	byFirst map[string][]entry // by the first word, or its beginning; longest phrase first
	starts  []string           // beginnings of words (with a * in the file), sorted
}

type entry struct {
	words   []string // folded; the last may end in *
	instead string
}

// Standard is the list that comes with Klantreis.
func Standard() *List {
	l := &List{}
	if ps := l.Add("woorden.txt", standard); len(ps) > 0 {
		panic(ps[0].Code) // a test reads it
	}
	return l
}

// Form is a line of a list.
const Form = "moeilijk | gewoon"

// Add reads a list: per line "moeilijk | gewoon"; lines with # say something about it. A word that is
// there already gets the new one instead; with nothing behind the bar it is taken off the list. Lines that
// are not of this form are told, the others count.
func (l *List) Add(name, text string) journeys.Problems {
	if l.byFirst == nil {
		l.byFirst = map[string][]entry{}
	}
	lines, problems := journeys.ListLines(name, text, Form)
	for _, line := range lines {
		l.put(entry{strings.Fields(journeys.Fold(line.Parts[0])), line.Parts[1]})
	}
	sort.Strings(l.starts)
	return problems
}

func (l *List) put(e entry) {
	key := strings.TrimSuffix(e.words[0], "*")
	same := strings.Join(e.words, " ")
	all := l.byFirst[key]
	for i, old := range all {
		if strings.Join(old.words, " ") == same {
			all = append(all[:i:i], all[i+1:]...)
			break
		}
	}
	if e.instead != "" {
		all = append(all, e)
		if strings.HasSuffix(e.words[0], "*") && len(l.byFirst[key]) == 0 {
			l.starts = append(l.starts, key)
		}
	}
	sort.SliceStable(all, func(i, k int) bool { return len(all[i].words) > len(all[k].words) })
	l.byFirst[key] = all
}

// match is an entry that stands at a word.
type match struct {
	entry
	end int // the word behind it
}

// at finds the longest entry that begins at word i.
func (l *List) at(words []token, i int) *match {
	low := words[i].low
	for _, form := range singular(low) {
		for _, e := range l.byFirst[form] {
			if strings.HasSuffix(e.words[0], "*") || form != low && len(e.words) > 1 {
				continue
			}
			if end := follows(words, i, e); end > 0 {
				return &match{e, end}
			}
		}
	}
	for k := sort.SearchStrings(l.starts, low+"\x00"); k > 0; {
		k--
		start := l.starts[k]
		if strings.HasPrefix(low, start) {
			for _, e := range l.byFirst[start] {
				if strings.HasSuffix(e.words[0], "*") {
					return &match{e, i + 1}
				}
			}
		}
		if start == "" || low == "" || start[0] != low[0] {
			break
		}
	}
	return nil
}

// singular lists the forms under which a word can stand in the list: itself, without an ending.
func singular(low string) []string {
	forms := []string{low}
	for _, ending := range []string{"e", "s", "en", "n", "'s"} {
		if rest, ok := strings.CutSuffix(low, ending); ok && (len(rest) >= 7 || len(rest) >= 4 && (ending == "s" || ending == "'s")) {
			forms = append(forms, rest)
		}
	}
	return forms
}

func follows(words []token, i int, e entry) (end int) {
	if i+len(e.words) > len(words) {
		return 0
	}
	for k, w := range e.words[1:] {
		if words[i+1+k].low != w {
			return 0
		}
	}
	return i + len(e.words)
}

func (l *List) find(words []token) []Finding {
	var found []Finding
	for i := 0; i < len(words); {
		m := (*match)(nil)
		if words[i].letters {
			m = l.at(words, i)
		}
		if m == nil {
			i++
			continue
		}
		found = append(found, Finding{Kind: HardWord, Start: words[i].start, End: words[m.end-1].end, Instead: m.instead})
		i = m.end
	}
	return found
}
