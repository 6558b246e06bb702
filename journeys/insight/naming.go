package insight

import (
	"slices"
	"strings"
)

// exampleOf is the question that a theme is named by: the one wording that is at least half of it, or else
// its most typical sentence where at least half of the records ask that. It is empty when neither is so,
// because the name of a small part would mislead about the rest; see name.
func (s *study) exampleOf(t *themeTally) string {
	first := s.asked[t.groups[0]]
	if len(t.groups) == 1 {
		return first.example()
	}
	one := t.typical()
	if one.text == "" {
		return ""
	}
	if 2*first.here >= t.here {
		if shared := s.shared(t); len(shared) > 0 && !strings.Contains(strings.ToLower(one.text), shared[0]) {
			return first.example() // "Gaat de uitbetaling wel goed?" says less than what stands before it
		}
		return one.text
	}
	covered := 0
	for _, g := range t.groups {
		if q := s.asked[g]; s.asksThat(q, one) {
			covered += q.here
		}
	}
	if 2*covered < t.here {
		return ""
	}
	return one.text
}

// asksThat tells whether a wording asks what a sentence does: it has the same asking word, or more than half
// of the forms that say something.
func (s *study) asksThat(q *groupTally, one quote) bool {
	seen := map[form]bool{}
	has := 0
	for _, id := range one.words {
		f := s.forms.of[id]
		asks := slices.Contains(asking, s.vocabulary.words[id])
		if seen[f] || s.forms.vague[f] && !asks {
			continue
		}
		held := slices.ContainsFunc(q.said, func(h heard) bool { return int(h.word) < s.vocabulary.telling && s.forms.of[h.word] == f })
		if held && asks {
			return true
		}
		if !s.forms.vague[f] {
			seen[f] = true
		}
		if held {
			has++
		}
	}
	return len(seen) > 0 && 2*has > len(seen)
}

// shared are the words of a theme that at least half of its records have; the most usual one when there is
// no such word.
func (s *study) shared(t *themeTally) []string {
	words := s.label(t)
	for i, w := range words {
		if id, _ := s.vocabulary.of(w); i > 0 && 2*int(t.words[id]) < t.n {
			return words[:i]
		}
	}
	return words
}

// name is the question that a theme is named by, or else the words that it shares.
func (s *study) name(t *themeTally) string {
	if text := s.exampleOf(t); text != "" {
		return text
	}
	return strings.Join(s.shared(t), ", ")
}
