package evidence

import (
	"math"
	"slices"
	"sort"

	"gonum.org/v1/gonum/mathext"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// advice gathers what an advice rests on, and measures its effect.
func (b *binder) advice(a journeys.Advice, ev *Evidence) Advice {
	out := Advice{ID: a.ID}
	for _, id := range a.Because {
		r, holds, found := b.reason(id, ev)
		if found {
			out.Reasons = append(out.Reasons, r)
			out.Evidence = out.Evidence || holds
		}
	}
	if a.Effect != nil && !a.Since.IsZero() {
		if i, ok := b.selectorIndex[a.Effect.Signal]; ok {
			out.Effect = b.effect(i, a)
		}
	}
	return out
}

// reason looks up an id of `omdat`; holds is false when nothing was found to stand behind it.
func (b *binder) reason(id string, ev *Evidence) (r Reason, holds, found bool) {
	if s, ok := ev.Signal(id); ok {
		return Reason{id, s.Title, "signaal", s.N}, s.N > 0, true
	}
	for _, l := range ev.LeadTimes {
		if l.ID == id {
			return Reason{id, l.Title, "doorlooptijd", l.N}, l.N > 0, true
		}
	}
	for _, a := range b.journey.Arenas {
		if a.ID == id {
			return Reason{id, a.Title, "arena", a.Participants}, true, true
		}
	}
	for _, m := range b.journey.Metrics {
		if m.ID == id {
			n := 0
			for _, p := range m.Points {
				n += p.N
			}
			return Reason{id, m.Title, "meting", n}, len(m.Points) > 0, true
		}
	}
	return Reason{}, false, false
}

// minBins is the number of months with data that each side needs before anything is said: two
// points never make a verdict.
const minBins = 3

// effect compares the daily rate from `sinds` on with that before, inside the period and the
// days for which the signal's sources have records at all.
func (b *binder) effect(selector int, a journeys.Advice) Effect {
	sel := b.selectors[selector]
	e := Effect{Measured: true, Signal: sel.ID, AtLeast: a.Effect.AtLeast, Verdict: TooEarly}
	from, to := b.span(sel.Sources)
	if from.IsZero() {
		return e
	}
	perDay := b.all.perDate(selector)
	before := bins(from, a.Since.AddDays(-1), perDay)
	after := bins(a.Since, to, perDay)
	if a.Since.Before(from) {
		before, after = nil, bins(from, to, perDay)
	}
	e.Before, e.BeforeDays = total(before)
	e.After, e.AfterDays = total(after)
	if len(before) < minBins || len(after) < minBins || e.Before == 0 {
		return e
	}
	e.Ratio, e.Low, e.High = RateRatio(e.After, float64(e.AfterDays), e.Before, float64(e.BeforeDays), dispersion(before, after))
	switch {
	case e.High < 1:
		e.Verdict = Decrease
	case e.Low > 1:
		e.Verdict = Increase
	default:
		e.Verdict = NoDifference
	}
	return e
}

// span is the window in which all the given sources had records, inside the period.
func (b *binder) span(names []string) (from, to journeys.Date) {
	for i, s := range b.sources {
		if !slices.Contains(names, s.Name) || !b.dated[i] {
			continue
		}
		first, last := signals.DateOf(int(b.days[i].from)), signals.DateOf(int(b.days[i].to))
		if from.IsZero() || from.Before(first) {
			from = first
		}
		if to.IsZero() || last.Before(to) {
			to = last
		}
	}
	return from, to
}

// bin is the count of one calendar month, or the part of it on one side of a change.
type bin struct{ n, days int }

// bins cuts a window into calendar months; parts shorter than a week count with no bin of their
// own but join their neighbour.
func bins(from, to journeys.Date, perDay map[journeys.Date]int) []bin {
	var all []bin
	for d := from; !to.Before(d); {
		end := d.MonthOf().Last()
		if to.Before(end) {
			end = to
		}
		cut := bin{days: d.Days(end) + 1}
		for day := d; !end.Before(day); day = day.AddDays(1) {
			cut.n += perDay[day]
		}
		all = append(all, cut)
		d = end.AddDays(1)
	}
	for i := 0; i < len(all) && len(all) > 1; i++ {
		if all[i].days < 7 {
			k := i + 1
			if k == len(all) {
				k = i - 1
			}
			all[k].n += all[i].n
			all[k].days += all[i].days
			all = append(all[:i], all[i+1:]...)
			i--
		}
	}
	return all
}

func total(all []bin) (n, days int) {
	for _, b := range all {
		n += b.n
		days += b.days
	}
	return n, days
}

// dispersion is Pearson's chi-square over its degrees of freedom for two constant rates: how much
// more the months differ than chance alone would make them. It is at least 1.
func dispersion(groups ...[]bin) float64 {
	chi, freedom := 0.0, 0
	for _, g := range groups {
		n, days := total(g)
		if n == 0 {
			continue
		}
		rate := float64(n) / float64(days)
		for _, b := range g {
			expected := rate * float64(b.days)
			chi += (float64(b.n) - expected) * (float64(b.n) - expected) / expected
		}
		freedom += len(g) - 1
	}
	if freedom < 1 {
		return 1
	}
	return math.Max(1, chi/float64(freedom))
}

// RateRatio is (a/ta)/(b/tb) with the exact 95% interval of two Poisson rates (conditional
// binomial with Clopper–Pearson limits, as R's poisson.test gives), widened on the log scale by
// the square root of the dispersion.
func RateRatio(a int, ta float64, b int, tb, dispersion float64) (ratio, low, high float64) {
	odds := func(p float64) float64 { return p / (1 - p) * tb / ta }
	ratio = math.Inf(1)
	if b > 0 {
		ratio = float64(a) / ta / (float64(b) / tb)
	}
	n := a + b
	low, high = 0, math.Inf(1)
	if a > 0 {
		low = odds(mathext.InvRegIncBeta(float64(a), float64(n-a+1), 0.025))
	}
	if b > 0 {
		high = odds(mathext.InvRegIncBeta(float64(a+1), float64(n-a), 0.975))
	}
	widen := math.Sqrt(dispersion)
	if low > 0 && !math.IsInf(ratio, 1) {
		low = ratio * math.Pow(low/ratio, widen)
	}
	if ratio > 0 && !math.IsInf(high, 1) {
		high = ratio * math.Pow(high/ratio, widen)
	}
	return ratio, low, high
}

// Busiest lists the signals by size, largest first, those that found nothing left out.
func (e *Evidence) Busiest() []Signal {
	var all []Signal
	for _, s := range e.Signals {
		if s.N > 0 {
			all = append(all, s)
		}
	}
	sort.SliceStable(all, func(i, k int) bool { return all[i].N > all[k].N })
	return all
}
