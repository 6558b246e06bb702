package insight

import (
	"cmp"
	"math"
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/statistics"
)

const (
	leastTested  = 10   // records in all spans together
	falseShare   = 0.05 // of the changes found, at most this share is chance (the false discovery rate)
	leastRatio   = 1.25 // a smaller change, up or down, is not worth a morning's work
	leastBefore  = 4    // units of history before a change
	leastBetween = 2    // units between two changes
	leastAfter   = 12   // days since a change, where units are months
	mostChanges  = 3    // of one series
)

// Changes is what has become more or less usual, each against its own history.
type Changes struct {
	Weeks    bool // the units are weeks, otherwise months
	From, To journeys.Date
	Units    int             // months or weeks that were looked at; 0: too few to tell
	Starts   []journeys.Date // of each unit
	Tested   int             // series that were looked at
	Found    []Change        // least likely to be chance first; of one series in the order of time
}

// ChangeKind says what changes.
type ChangeKind int

const (
	AllSignals ChangeKind = iota
	ChangingTopic
	ChangingTheme
	ChangingWord
	ChangingPair
)

// Change is the day from which a series stays higher or lower, up to its next change.
type Change struct {
	Kind          ChangeKind
	Text          string
	Topic         string // where the word is most used; empty for a topic and for all signals
	Since         journeys.Date
	Rises         bool
	Before, After float64 // records per 30.4 days, or per week: since the change before, up to the next
	NBefore, N    int     // records before and after
	Ratio         float64 // of the rates, +Inf when there was nothing before
	Low, High     float64 // 95% interval of the ratio
	P, Q          float64 // chance; Benjamini–Hochberg's adjusted value
	Series        []int   // per unit
}

// series is what is tested.
type series struct {
	kind   ChangeKind
	text   string
	topic  func() string
	counts []int32 // per span
}

// split is the best place to cut a series in two.
type split struct {
	at    int     // the first span behind it; 0: there is none
	score float64 // the deviance that it takes away
	phi   float64 // what is left, per degree of freedom
	tries int

	also int     // a second cut; 0: there is none
	both float64 // the deviance that the two take away
	left float64 // what is left then, per degree of freedom
	free int     // degrees of freedom
}

// findChanges looks for the day from which each series is higher or lower than before.
//
// Counts are taken for Poisson counts whose variance is phi times their mean (quasi-likelihood,
// McCullagh & Nelder 1989, chapter 9). A series is cut in two where that takes most deviance away;
// phi is Pearson's chi-square of what is left per month (not per half: busy months are busy in both)
// over its degrees of freedom, but at least 1 and at least the upper quartile over all series,
// because a short history may look calm by accident. The deviance over phi is then held against
// chi-square with one degree of freedom, times the number of places that were tried (Bonferroni). What rises and falls
// again looks restless after one cut, so two cuts at once are tried as well (held against F, because the
// dispersion that is left is then less certain; times all pairs of places), and the better of both chances
// counts double. Of all series,
// Benjamini & Hochberg (1995) keep those with a false discovery rate of 5%. On both sides of a change
// that was found a next one is looked for in the same way (binary segmentation, Scott & Knott 1974), at
// the level that was needed to be found at all.
func findChanges(c calendar, all []series) Changes {
	if len(c.units) == 0 {
		return Changes{}
	}
	out := Changes{Weeks: c.weeks, Units: len(c.units), From: c.units[0].from.date(), To: c.units[len(c.units)-1].to.date()}
	for _, u := range c.units {
		out.Starts = append(out.Starts, u.from.date())
	}
	var tested []series
	var splits []split
	var phis []float64
	for _, s := range all {
		if sum(s.counts) < leastTested {
			continue
		}
		best := c.best(s.counts, 0, len(c.spans), leastBefore)
		if best.at == 0 {
			best = split{phi: 1}
		}
		if best.at > 0 {
			c.again(s.counts, &best)
		}
		tested, splits, phis = append(tested, s), append(splits, best), append(phis, best.phi)
	}
	out.Tested = len(tested)
	usual := math.Max(1, upperQuartile(phis))
	chances := make([]float64, len(tested))
	for i, s := range splits {
		chances[i] = s.chance(usual)
	}
	adjusted := BenjaminiHochberg(chances)
	found := 0
	for _, q := range adjusted {
		if q <= falseShare {
			found++
		}
	}
	level := falseShare * float64(found) / float64(max(1, len(tested)))
	type ranked struct {
		changes []Change
		chance  float64
	}
	var kept []ranked
	for i, s := range tested {
		if adjusted[i] > falseShare {
			continue
		}
		cuts, phi := c.cuts(s.counts, splits[i], usual, level)
		if changes := c.changes(s, cuts, phi, chances[i], adjusted[i]); len(changes) > 0 {
			kept = append(kept, ranked{changes, chances[i]})
		}
	}
	slices.SortStableFunc(kept, func(a, b ranked) int {
		x, y := a.changes[0], b.changes[0]
		return cmp.Or(cmp.Compare(a.chance, b.chance), cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.Text, y.Text))
	})
	for _, k := range kept {
		out.Found = append(out.Found, k.changes...)
	}
	return out
}

// again adds the second cut that takes most deviance away, on either side of the first.
func (c *calendar) again(counts []int32, s *split) {
	left := c.best(counts, 0, s.at, leastBefore)
	right := c.best(counts, s.at, len(c.spans), leastBetween)
	second := left
	if right.at > 0 && right.score > left.score {
		second = right
	}
	if second.at > 0 {
		s.also, s.both = second.at, s.score+second.score
		s.free = max(1, len(c.units)-3)
		s.left = c.dispersion(counts, 0, len(c.spans), min(s.at, s.also), max(s.at, s.also))
	}
}

// cuts are the places of all changes of a series, in order, and its dispersion.
func (c *calendar) cuts(counts []int32, s split, usual, level float64) ([]int, float64) {
	cuts, phi := []int{s.at}, math.Max(s.phi, usual)
	if s.twice(usual) < s.once(usual) {
		cuts, phi = append(cuts, s.also), math.Max(s.left, usual)
		slices.Sort(cuts)
		return cuts, phi
	}
	cuts = c.more(counts, cuts, 0, s.at, usual, level)
	cuts = c.more(counts, cuts, s.at, len(c.spans), usual, level)
	slices.Sort(cuts)
	return cuts, phi
}

// more looks for another change between two spans, and adds it to the cuts.
func (c *calendar) more(counts []int32, cuts []int, from, to int, usual, level float64) []int {
	if len(cuts) >= mostChanges || sum(counts[from:to]) < leastTested {
		return cuts
	}
	before := leastBetween
	if from == 0 {
		before = leastBefore
	}
	next := c.best(counts, from, to, before)
	if next.at == 0 || next.once(usual) > level {
		return cuts
	}
	return append(cuts, next.at)
}

// chance is how likely cuts like these, or clearer ones, are where nothing changes.
func (s split) chance(usual float64) float64 {
	return math.Min(1, 2*math.Min(s.once(usual), s.twice(usual)))
}

// once is the chance of the first cut alone.
func (s split) once(usual float64) float64 {
	if s.at == 0 {
		return 1
	}
	return math.Min(1, float64(s.tries)*math.Erfc(math.Sqrt(s.score/math.Max(s.phi, usual)/2)))
}

// twice is the chance of both cuts: the tail of F with 2 and free degrees of freedom.
func (s split) twice(usual float64) float64 {
	if s.also == 0 {
		return 1
	}
	free := float64(s.free)
	return math.Min(1, float64(s.tries*(s.tries-1)/2)*math.Pow(1+s.both/math.Max(s.left, usual)/free, -free/2))
}

// best finds the cut of the spans from up to to that takes away most deviance; before is how many
// units there must be before it.
func (c *calendar) best(counts []int32, from, to, before int) (best split) {
	n, days := 0.0, 0.0
	for i := from; i < to; i++ {
		n, days = n+float64(counts[i]), days+c.exposure[i]
	}
	last := to == len(c.spans)
	left, passed := 0.0, 0.0
	for at := from + 1; at < to; at++ {
		left, passed = left+float64(counts[at-1]), passed+c.exposure[at-1]
		whole := c.spans[at].unit - c.spans[from].unit // units before the one in which it is cut
		after := c.spans[to-1].unit - c.spans[at].unit + 1
		if whole < before || last && !c.weeks && c.days(at, to) < leastAfter || !last && after < leastBetween {
			continue
		}
		best.tries++
		if score := deviance(left, n*passed/days) + deviance(n-left, n*(days-passed)/days); score > best.score {
			best.at, best.score = at, score
		}
	}
	if best.at > 0 {
		best.phi = c.dispersion(counts, from, to, best.at)
	}
	return best
}

// days counts those of the spans from up to to.
func (c *calendar) days(from, to int) int { return int(c.spans[to-1].to-c.spans[from].from) + 1 }

// deviance is that of a Poisson count.
func deviance(n, expected float64) float64 {
	if n == 0 || expected == 0 {
		return 2 * expected
	}
	return 2 * (n*math.Log(n/expected) - n + expected)
}

// dispersion is Pearson's chi-square per unit, against one rate per day between each two cuts, over its
// degrees of freedom.
func (c *calendar) dispersion(counts []int32, from, to int, cuts ...int) float64 {
	chi, n, expected, units := 0.0, 0.0, 0.0, 0
	rate, next := 0.0, 0
	for i := from; i < to; i++ {
		if i == from || next < len(cuts) && i == cuts[next] {
			if i > from {
				next++
			}
			end := to
			if next < len(cuts) {
				end = cuts[next]
			}
			rate = float64(sum(counts[i:end])) / math.Max(c.between(i, end), 0.1)
		}
		n, expected = n+float64(counts[i]), expected+rate*c.exposure[i]
		if i+1 == to || c.spans[i+1].unit != c.spans[i].unit {
			if expected > 0 {
				chi += (n - expected) * (n - expected) / expected
			}
			n, expected = 0, 0
			units++
		}
	}
	return chi / float64(max(1, units-1-len(cuts)))
}

// changes writes the cuts of a series as changes; those that are too small to matter are left out.
func (c *calendar) changes(s series, cuts []int, phi, p, q float64) []Change {
	series := make([]int, len(c.units))
	for i, n := range s.counts {
		series[c.spans[i].unit] += int(n)
	}
	unit := 365.0 / 12
	if c.weeks {
		unit = 7
	}
	ends := append(slices.Clone(cuts), len(c.spans))
	var all []Change
	from := 0
	for i, at := range cuts {
		to := ends[i+1]
		a, b := sum(s.counts[from:at]), sum(s.counts[at:to])
		before, after := math.Max(c.between(from, at), 0.1), math.Max(c.between(at, to), 0.1)
		ratio, low, high := statistics.RateRatio(b, after, a, before, phi)
		from = at
		if max(a, b) < evidence.MinGroup || ratio < leastRatio && ratio > 1/leastRatio {
			continue
		}
		change := Change{Kind: s.kind, Text: s.text, Since: c.spans[at].from.date(), Rises: ratio > 1, Before: float64(a) / before * unit, After: float64(b) / after * unit,
			NBefore: a, N: b, Ratio: ratio, Low: low, High: high, P: p, Q: q, Series: series}
		if s.topic != nil {
			change.Topic = s.topic()
		}
		all = append(all, change)
	}
	return all
}

func sum(counts []int32) int {
	n := 0
	for _, c := range counts {
		n += int(c)
	}
	return n
}

func upperQuartile(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)*3/4]
}

// BenjaminiHochberg adjusts chances for their number: those of at most q are found with a false
// discovery rate of q (Benjamini & Hochberg, J. R. Statist. Soc. B 57, 1995). The order is kept.
func BenjaminiHochberg(chances []float64) []float64 {
	order := make([]int, len(chances))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(chances[a], chances[b]) })
	adjusted := make([]float64, len(chances))
	least := 1.0
	for rank := len(order); rank > 0; rank-- {
		i := order[rank-1]
		least = math.Min(least, chances[i]*float64(len(chances))/float64(rank))
		adjusted[i] = least
	}
	return adjusted
}
