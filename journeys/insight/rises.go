package insight

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/mathext"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

const (
	leastTested = 10   // records in all periods together
	falseShare  = 0.05 // of the rises found, at most this share is chance (the false discovery rate)
	leastRatio  = 1.25 // a smaller rise is not worth a morning's work
)

// Rises is what the last period has more of than its own history makes likely.
type Rises struct {
	Weeks   bool // the periods are weeks, otherwise months
	Last    journeys.Period
	Days    int             // of the last period
	Since   journeys.Date   // where the history begins
	History int             // periods in it; 0: too little data to tell
	Tested  int             // series that were looked at
	Starts  []journeys.Date // of each period, the last one included
	Found   []Rise          // least likely to be chance first
}

// RiseKind says what rises.
type RiseKind int

const (
	AllSignals RiseKind = iota
	RisingTopic
	RisingWord
	RisingPair
)

// Rise is a series whose last period is higher.
type Rise struct {
	Kind     RiseKind
	Text     string
	Topic    string // where the word is most used; empty for a topic
	N        int    // in the last period
	Expected float64
	Ratio    float64 // of the rates per day, +Inf when there was nothing before
	Low      float64 // 95% interval of the ratio
	High     float64
	P, Q     float64 // chance; Benjamini–Hochberg's adjusted value
	Series   []int   // per period
}

// series is what is tested.
type series struct {
	kind   RiseKind
	text   string
	topic  func() string
	counts []int32
}

// findRises tests the last period of every series against those before it.
//
// A series is taken for Poisson counts whose variance is phi times their mean: counts divided by phi
// then behave as Poisson counts (quasi-likelihood, McCullagh & Nelder 1989, §6.2 and 9.2), and given
// their sum the last one is binomial with the share of its days, which makes the test exact for
// phi = 1 (Przyborowski & Wilenski 1940). Phi is Pearson's chi-square over its degrees of freedom in
// the history of the series, but at least 1 and at least the upper quartile over all series, because
// a single short history may look calm by accident; with the median, files in which months differ by
// chance gave false alarms too often (see the tests).
// Of all series tested, Benjamini & Hochberg (1995) keep those with a false discovery rate of 5%.
func findRises(c calendar, all []series) Rises {
	last := len(c.spans) - 1
	if last < leastHistory {
		return Rises{}
	}
	r := Rises{Weeks: c.weeks, History: last, Days: c.spans[last].days(), Since: c.spans[0].from.date(),
		Last: journeys.Period{From: c.spans[last].from.date(), To: c.spans[last].to.date()}}
	for _, s := range c.spans {
		r.Starts = append(r.Starts, s.from.date())
	}
	var tested []series
	var phis []float64
	for _, s := range all {
		if sum(s.counts) >= leastTested {
			tested = append(tested, s)
			phis = append(phis, dispersion(s.counts[:last], c.spans))
		}
	}
	r.Tested = len(tested)
	usual := math.Max(1, upperQuartile(phis))
	days := float64(c.spans[last].days())
	before := float64(c.spans[last-1].to-c.spans[0].from) + 1
	chances := make([]float64, len(tested))
	for i, s := range tested {
		phis[i] = math.Max(phis[i], usual)
		chances[i] = riseChance(float64(s.counts[last]), days, float64(sum(s.counts[:last])), before, phis[i])
	}
	adjusted := BenjaminiHochberg(chances)
	for i, s := range tested {
		n, history := int(s.counts[last]), sum(s.counts[:last])
		ratio, low, high := evidence.RateRatio(n, days, history, before, phis[i])
		if adjusted[i] > falseShare || n < evidence.MinGroup || ratio < leastRatio {
			continue
		}
		found := Rise{Kind: s.kind, Text: s.text, N: n, Expected: float64(history) / before * days, Ratio: ratio, Low: low, High: high,
			P: chances[i], Q: adjusted[i]}
		if s.topic != nil {
			found.Topic = s.topic()
		}
		for _, n := range s.counts {
			found.Series = append(found.Series, int(n))
		}
		r.Found = append(r.Found, found)
	}
	slices.SortStableFunc(r.Found, func(a, b Rise) int {
		return cmp.Or(cmp.Compare(a.P, b.P), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Text, b.Text))
	})
	return r
}

func sum(counts []int32) int {
	n := 0
	for _, c := range counts {
		n += int(c)
	}
	return n
}

// dispersion is Pearson's chi-square of the counts against one rate per day, over its degrees of
// freedom.
func dispersion(counts []int32, spans []span) float64 {
	days := 0
	for i := range counts {
		days += spans[i].days()
	}
	rate := float64(sum(counts)) / float64(days)
	if rate == 0 {
		return 1
	}
	chi := 0.0
	for i, n := range counts {
		expected := rate * float64(spans[i].days())
		chi += (float64(n) - expected) * (float64(n) - expected) / expected
	}
	return chi / float64(len(counts)-1)
}

func upperQuartile(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)*3/4]
}

// riseChance is the chance of n or more records in the last days, given history records in the days
// before: the upper tail of the binomial, as an incomplete beta function (Abramowitz & Stegun 26.5.24).
func riseChance(n, days, history, before, phi float64) float64 {
	if n == 0 {
		return 1
	}
	return mathext.RegIncBeta(n/phi, history/phi+1, days/(days+before))
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
