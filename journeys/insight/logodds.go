package insight

import "math"

// priorSize is the weight of the prior of LogOdds, in words: a topic with fewer words than this is
// taken to speak much like all others.
const priorSize = 500

// LogOdds compares how usual a word is in two groups of texts: the log-odds ratio with an informative
// Dirichlet prior, and that ratio over its standard deviation (Monroe, Colaresi & Quinn, "Fightin'
// Words", Political Analysis 16, 2008, equations 16, 18, 20 and 22). Here and rest are the counts of
// the word, hereAll and restAll those of all words, prior is the pseudo-count of the word and
// priorAll that of all words. The ratio is a natural logarithm.
func LogOdds(here, hereAll, rest, restAll, prior, priorAll float64) (delta, z float64) {
	odds := func(n, all float64) float64 { return math.Log((n + prior) / (all + priorAll - n - prior)) }
	delta = odds(here, hereAll) - odds(rest, restAll)
	return delta, delta / math.Sqrt(1/(here+prior)+1/(rest+prior))
}
