package evidence

import (
	"math"
	"slices"
	"time"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// Slowest describes the cases that took longer than nine in ten do. Of cases that began too late to tell,
// nothing is said: N and Rest count only those that began so long before Followed that even a slow one
// could be seen.
type Slowest struct {
	Than     float64 // days: the 90th percentile
	N, Rest  int     // slow cases, closed or open, and all others
	Compared int     // values of channel, topic and month that were compared
	Coarse   bool    // channels and topics could not be compared
	Shared   []SharedTrait
}

// SharedTrait is what slow cases have in common more often than chance explains.
type SharedTrait struct {
	Kind  TraitKind
	Name  string         // of a channel or a topic
	Month journeys.Month // in which cases began
	N     int            // slow cases that have it
	Of    int            // all cases that have it
	P     float64        // Fisher's exact chance, times the number of comparisons (Holm)
}

// TraitKind is what cases are told apart by.
type TraitKind string

const (
	ByChannel TraitKind = "kanaal"
	ByTopic   TraitKind = "onderwerp"
	ByMonth   TraitKind = "maand"
)

// trait is one value by which cases are told apart.
type trait struct {
	kind  TraitKind
	value int // number of the channel or topic; year and month
}

// traitCases counts cases with a trait.
type traitCases struct {
	trait
	slow, all int
	p         float64
}

// chance is how likely at most one of all comparisons shows something where there is nothing.
const chance = 0.05

// slowest compares the slow cases with the others. Every value of at least MinGroup cases that not all
// cases have is compared once, with Fisher's exact test in one direction (more often among the slow),
// corrected after Holm (1979, Scandinavian Journal of Statistics 6, 65–70) for all values of the three
// kinds together. A value of fewer than MinGroup slow cases is not told.
func (t *caseTally) slowest(working *workdays, last int32, than Count) Slowest {
	if !than.Known {
		return Slowest{}
	}
	s := Slowest{Than: than.Value, Coarse: t.coarse}
	counts := map[trait]*traitCases{}
	for k, n := range t.kinds {
		if k.from > last || float64(span{k.from, last}.length(working)) <= s.Than {
			continue // however it went, it could not be seen to be slow
		}
		slow := k.to == stillOpen || float64(k.length(working)) > s.Than
		if slow {
			s.N += n
		} else {
			s.Rest += n
		}
		for _, trait := range k.traits(t.coarse) {
			if counts[trait] == nil {
				counts[trait] = &traitCases{trait: trait}
			}
			counts[trait].all += n
			if slow {
				counts[trait].slow += n
			}
		}
	}
	if s.N < MinGroup {
		return s
	}
	var all []traitCases
	for _, c := range counts {
		if c.all >= MinGroup && c.all < s.N+s.Rest {
			c.p = fisher(c.slow, s.N, c.all, s.N+s.Rest)
			all = append(all, *c)
		}
	}
	s.Compared = len(all)
	slices.SortFunc(all, func(a, b traitCases) int {
		switch {
		case a.p != b.p:
			return compare(a.p, b.p)
		case a.kind != b.kind:
			return compare(a.kind, b.kind)
		case a.slow != b.slow:
			return b.slow - a.slow
		}
		return compare(t.name(a.trait), t.name(b.trait))
	})
	corrected := 0.0
	for i, c := range all {
		corrected = math.Max(corrected, math.Min(1, c.p*float64(len(all)-i)))
		if corrected > chance {
			break
		}
		if c.slow < MinGroup {
			continue
		}
		s.Shared = append(s.Shared, SharedTrait{Kind: c.kind, Name: t.name(c.trait), Month: c.month(), N: c.slow, Of: c.all, P: corrected})
	}
	return s
}

func compare[T float64 | TraitKind | string](a, b T) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// traits are those of a kind of cases.
func (k caseKind) traits(coarse bool) []trait {
	began := signals.DateOf(int(k.from))
	all := []trait{{ByMonth, began.Year*12 + int(began.Month) - 1}}
	if coarse {
		return all
	}
	if k.channel >= 0 {
		all = append(all, trait{ByChannel, int(k.channel)})
	}
	if k.topic >= 0 {
		all = append(all, trait{ByTopic, int(k.topic)})
	}
	return all
}

// name of a channel or topic; empty when the text of the topic was not kept.
func (t *caseTally) name(of trait) string {
	switch of.kind {
	case ByChannel:
		return t.channels.list[of.value]
	case ByTopic:
		return t.topics.list[of.value].text
	}
	return of.month().String()
}

func (t trait) month() journeys.Month {
	if t.kind != ByMonth {
		return journeys.Month{}
	}
	return journeys.Month{Year: t.value / 12, Month: time.Month(t.value%12 + 1)}
}

// nameless tells whether something that slow cases share was not kept by name.
func (s Slowest) nameless() bool {
	return slices.ContainsFunc(s.Shared, func(t SharedTrait) bool { return t.Name == "" })
}

// fisher is the chance that of n draws without putting back, from a whole of which marked are marked, at
// least hits are: Fisher's exact test in one direction.
func fisher(hits, n, marked, whole int) float64 {
	choose := func(n, k int) float64 {
		a, _ := math.Lgamma(float64(n) + 1)
		b, _ := math.Lgamma(float64(k) + 1)
		c, _ := math.Lgamma(float64(n-k) + 1)
		return a - b - c
	}
	all, p := choose(whole, n), 0.0
	for k := min(n, marked); k >= hits && n-k <= whole-marked; k-- {
		p += math.Exp(choose(marked, k) + choose(whole-marked, n-k) - all)
	}
	return math.Min(1, p)
}
