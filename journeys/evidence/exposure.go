package evidence

import (
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/statistics"
)

// Exposure is what the counts of a source are set against over time: per month how many contacts,
// visits or applicants there were. The name is that of epidemiology: in a rate, the count is a matter
// of chance and the exposure is what gave it the chance. A comparison of two windows can take it in
// the place of days: the sum of Months on either side, where all of them are Known.
type Exposure struct {
	Kind          ExposureKind
	Source, Field string        // FromSource: what was added up
	Records       bool          // FromSource: its records were counted, each as one
	Months        []MonthAmount // one for each of Evidence.Months; none without a denominator
	Gap           Gap           // why no month at all is known; empty when some are
	// Missing are the months of the period that a list of denominators lacks; with any, there is no
	// denominator of the whole.
	Missing []journeys.Month
}

// ExposureKind is the form in which a denominator was given.
type ExposureKind string

const (
	NoExposure ExposureKind = ""
	AsTotal    ExposureKind = "totaal"
	PerMonth   ExposureKind = "per-maand"
	FromSource ExposureKind = "bron"
)

// MonthAmount is the denominator of one month, as far as the month lies in the period.
type MonthAmount struct {
	Month journeys.Month
	Days  int   // of the month in the period
	Count Count // of those days; what was given for a whole month is divided over its days
}

// Whole tells whether the whole month lies in the period.
func (m MonthAmount) Whole() bool { return wholeMonth(m.Month, m.Days) }

func wholeMonth(m journeys.Month, days int) bool { return days == m.Last().Day }

// Gap is a reason why a count cannot be set against its denominator.
type Gap string

const (
	NoDenominator Gap = "geen-noemer"         // none was given, or not for all of the sources
	OnlyTotal     Gap = "alleen-totaal"       // one number for the whole period
	NoDates       Gap = "geen-datums"         // the records that were added up have no date, or not all of them
	MonthMissing  Gap = "maand-ontbreekt"     // nothing is known of this month
	TooSmall      Gap = "noemer-kleiner"      // smaller than the count: it cannot be what the count is a part of
	SmallGroup    Gap = "noemer-kleine-groep" // a denominator under MinGroup says who it was
)

// Rate is a count per 1,000 of its denominator, with the exact 95% interval of a Poisson count. When
// it is not Known, Gap says why.
type Rate struct {
	Value, Low, High float64
	Known            bool
	Gap              Gap
}

// MonthRate is the count of a signal in one month, set against the denominator of that month.
type MonthRate struct {
	MonthAmount
	N    int
	Rate Rate
}

// Rate is N per 1,000 of the denominator.
func (s Signal) Rate() Rate {
	if len(s.Missing) > 0 {
		return rate(s.N, s.Denominator, MonthMissing)
	}
	return rate(s.N, s.Denominator, NoDenominator)
}

func rate(n int, denominator Count, unknown Gap) Rate {
	switch {
	case !denominator.Known || denominator.Value <= 0:
		return Rate{Gap: unknown}
	case denominator.Value < float64(n):
		return Rate{Gap: TooSmall}
	case denominator.Value < MinGroup:
		return Rate{Gap: SmallGroup}
	}
	low, high := statistics.PoissonInterval(n)
	per := 1000 / denominator.Value
	return Rate{Value: float64(n) * per, Low: low * per, High: high * per, Known: true}
}

// exposure is the denominator of a source over the months of the evidence.
func (b *binder) exposure(s journeys.Source, months []journeys.Month) Exposure {
	d := s.Denominator
	if d == nil {
		return Exposure{}
	}
	e := Exposure{Kind: AsTotal, Gap: OnlyTotal}
	var sum *columnSum // nil: not counted
	switch {
	case d.Source != "":
		e = Exposure{Kind: FromSource, Source: d.Source, Field: d.Field}
		total, column := b.sum(d)
		sum, e.Records = &total, column.records
		// What has no date belongs to some month, so that every month could be too small.
		if sum.Loose > 0 || len(sum.Around) == 0 {
			e.Gap = NoDates
		}
	case len(d.Months) > 0:
		e = Exposure{Kind: PerMonth}
	}
	for _, m := range months {
		amount := MonthAmount{Month: m, Days: b.daysOf(m)}
		if e.Gap == "" && amount.Days > 0 {
			amount.Count = monthCount(d, sum, amount)
		}
		e.Months = append(e.Months, amount)
	}
	if e.Gap == "" && !slices.ContainsFunc(e.Months, func(m MonthAmount) bool { return m.Count.Known }) {
		e.Gap = MonthMissing
	}
	return e
}

// monthCount is what was given or counted for the days of a month. An amount for a whole month, of
// which only a part lies in the period, is divided over its days.
func monthCount(d *journeys.Denominator, sum *columnSum, m MonthAmount) Count {
	share := float64(m.Days) / float64(m.Month.Last().Day)
	if sum != nil {
		if sum.ByDay {
			return Count{Value: sum.PerMonth[m.Month], Known: sum.PerMonth[m.Month] > 0}
		}
		return Count{Value: sum.Around[m.Month] * share, Known: sum.Around[m.Month] > 0}
	}
	for _, given := range d.Months {
		if given.Month == m.Month {
			return Count{Value: given.Count * share, Known: given.Count > 0}
		}
	}
	return Count{}
}

// daysOf is the number of days of a month inside the period. Where the period is open, the data are
// its end.
func (b *binder) daysOf(m journeys.Month) int {
	from, to := b.window()
	first, last := m.First(), m.Last()
	if first.Before(from) {
		first = from
	}
	if to.Before(last) {
		last = to
	}
	return max(0, first.Days(last)+1)
}

// rates sets the months of a signal against the denominators of its sources, added up. One that two
// sources share counts once.
func (b *binder) rates(names []string, perMonth map[journeys.Month]int, ev *Evidence) []MonthRate {
	var all []Exposure
	for i, s := range b.journey.Sources {
		if slices.Contains(names, s.Name) && !slices.ContainsFunc(all, ev.Sources[i].Exposure.same) {
			all = append(all, ev.Sources[i].Exposure)
		}
	}
	var rates []MonthRate
	for i, m := range ev.Months {
		r := MonthRate{MonthAmount: MonthAmount{Month: m, Days: b.daysOf(m), Count: Count{Known: len(all) > 0}}, N: perMonth[m]}
		var gap Gap
		for _, e := range all {
			if e.Kind == NoExposure {
				r.Count, gap = Count{}, NoDenominator
				break
			}
			if !e.Months[i].Count.Known {
				if r.Count, gap = (Count{}), e.Gap; gap == "" {
					gap = MonthMissing
				}
				break
			}
			r.Count.Value += e.Months[i].Count.Value
		}
		r.Rate = rate(r.N, r.Count, gap)
		rates = append(rates, r)
	}
	return rates
}

// same tells whether two exposures are one and the same column, counted once.
func (e Exposure) same(o Exposure) bool {
	return e.Kind == FromSource && o.Kind == FromSource && e.Source == o.Source && strings.EqualFold(e.Field, o.Field)
}
