package journeys

import "strings"

// Nearest finds the candidate that a mistyped word most likely meant, or nothing when none is
// near: at most a third of its letters, and never more than three, may differ.
func Nearest(word string, candidates []string) string {
	best, bestDistance := "", 4
	folded := Fold(word)
	for _, c := range candidates {
		limit := max(1, min(3, len([]rune(c))/3))
		d := distance(folded, Fold(c))
		if strings.ReplaceAll(folded, "_", "-") == Fold(c) || strings.ReplaceAll(folded, " ", "-") == Fold(c) {
			d = 0
		}
		if d <= limit && d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best
}

// Suggestion is an argument of a problem: the text that its author most likely meant, which may be put in
// the place of what stands there. See Problem.Suggestion.
type Suggestion string

func suggest(word string, candidates []string) Suggestion {
	return Suggestion(Nearest(word, candidates))
}

// distance is the optimal string alignment distance: insertions, deletions, substitutions and
// swaps of neighbours.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) > 64 || len(y) > 64 {
		return 64
	}
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		rows[i][0] = i
	}
	for k := range rows[0] {
		rows[0][k] = k
	}
	for i := 1; i <= len(x); i++ {
		for k := 1; k <= len(y); k++ {
			cost := 1
			if x[i-1] == y[k-1] {
				cost = 0
			}
			rows[i][k] = min(rows[i-1][k]+1, rows[i][k-1]+1, rows[i-1][k-1]+cost)
			if i > 1 && k > 1 && x[i-1] == y[k-2] && x[i-2] == y[k-1] {
				rows[i][k] = min(rows[i][k], rows[i-2][k-2]+1)
			}
		}
	}
	return rows[len(x)][len(y)]
}
