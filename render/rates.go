package render

import (
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render/words"
)

// rates puts into words what a count is a part of, and how many that is per 1,000 of its denominator.
type rates struct {
	ev   *evidence.Evidence
	lang words.Lang
	w    words.Report
}

// count writes a count with all records of its sources that could have counted: 465 van 4.938.
func (r rates) count(n int, names []string) string {
	shown := r.lang.Count(n, evidence.MinGroup)
	if all := r.ev.InUse(names); all > 0 {
		return r.w.OfAll(shown, all)
	}
	return shown
}

// denominator writes the denominator of some sources with what it counts and where it is from.
func (r rates) denominator(names []string, total evidence.Count) string {
	if len(names) != 1 && total.Known {
		return r.w.AddedUp(total, names)
	}
	for _, s := range r.ev.Sources {
		if slices.Contains(names, s.Name) {
			return r.w.Denominator(total, s.Exposure)
		}
	}
	return r.w.Unknown
}

// basis is the last part of what stands behind a signal: its rate, or why there is none. It is empty
// without a denominator, and for a group that is too small to show.
func (r rates) basis(s evidence.Signal) string {
	switch {
	case s.N < evidence.MinGroup:
		return ""
	case len(s.Missing) > 0:
		return r.w.NoRateWithout(len(s.Missing))
	case !s.Denominator.Known:
		return ""
	}
	denominator := r.denominator(s.Sources, s.Denominator)
	if rate := s.Rate(); rate.Known {
		return r.w.Rate(rate, denominator)
	}
	return r.w.NoRate(s.Rate().Gap, denominator)
}

// why tells why a signal has no rates per month to draw, and of which source that is; nothing when it
// has them, or when nobody gave a denominator at all.
func (r rates) why(s evidence.Signal) (gap evidence.Gap, source string) {
	given := slices.ContainsFunc(r.ev.Sources, func(from evidence.Source) bool {
		return slices.Contains(s.Sources, from.Name) && from.Exposure.Kind != evidence.NoExposure
	})
	if !given || len(monthly(s)) >= leastMonths {
		return "", ""
	}
	i := slices.IndexFunc(s.Rates, func(m evidence.MonthRate) bool { return !m.Rate.Known })
	if i < 0 {
		return "", "" // the months are too small to show, or too few
	}
	gap = s.Rates[i].Rate.Gap
	for _, from := range r.ev.Sources {
		blame := from.Exposure.Gap == gap || gap == evidence.NoDenominator && from.Exposure.Kind == evidence.NoExposure
		if slices.Contains(s.Sources, from.Name) && blame {
			return gap, from.Name
		}
	}
	return gap, strings.Join(s.Sources, ", ")
}

// leastMonths make a line.
const leastMonths = 2

// monthly are the months of a signal of which the rate may be shown: known, and of no small group.
func monthly(s evidence.Signal) []evidence.MonthRate {
	var all []evidence.MonthRate
	for _, m := range s.Rates {
		if m.Rate.Known && !small(m.N) {
			all = append(all, m)
		}
	}
	return all
}

// whole tells whether any month of monthly lies in the period with all its days.
func (r rates) whole(s evidence.Signal) bool {
	return slices.ContainsFunc(monthly(s), func(m evidence.MonthRate) bool { return !r.half(m.Month) })
}

// span tells the lowest and the highest month of a signal per 1,000; nothing with fewer than two.
func (r rates) span(s evidence.Signal) string {
	all := monthly(s)
	if len(all) < leastMonths {
		return ""
	}
	byRate := func(a, b evidence.MonthRate) int {
		switch {
		case a.Rate.Value < b.Rate.Value:
			return -1
		case a.Rate.Value > b.Rate.Value:
			return 1
		}
		return 0
	}
	low, high := slices.MinFunc(all, byRate), slices.MaxFunc(all, byRate)
	return r.w.RateRange(r.lang.Number(low.Rate.Value, 1), r.month(low.Month), r.lang.Number(high.Rate.Value, 1), r.month(high.Month))
}

// month writes a month for an axis, marked when it lies in the period only in part.
func (r rates) month(m journeys.Month) string {
	if r.half(m) {
		return words.HalfMonth(r.lang.ShortMonth(m))
	}
	return r.lang.ShortMonth(m)
}

// half tells whether a month lies in the period only in part.
func (r rates) half(m journeys.Month) bool { return slices.Contains(r.ev.HalfMonths, m) }

// longMonth is month for a table.
func (r rates) longMonth(m journeys.Month) string {
	if r.half(m) {
		return words.HalfMonth(r.lang.Month(m))
	}
	return r.lang.Month(m)
}
